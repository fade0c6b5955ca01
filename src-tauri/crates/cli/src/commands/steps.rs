//! `tollbook undo` and `tollbook redo`: what was chosen or imported, back and forth.

use app::{
    Books,
    books::Loaded,
    ledger::{Chosen, Step, Stepped},
    steps::{self, Way},
};
use billing::Setting;
use clap::Args;
use serde_json::{Value, json};

use crate::{
    approve, cli::Globals, exit::Exit, failure::Failure, json, output, session, table::Figures, text,
};

/// Do again what was undone last
///
/// Settings of alerts, packages, tags, the level and the credit limit; an import that was undone is imported again from its
/// files. Something new that is done in between leaves nothing to do again. Money is never undone nor done again.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook redo
  tollbook redo --json                       what would be done again; changes nothing")]
pub struct Redo {
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Does it again.
///
/// # Errors
/// There is nothing to do again, it was changed since, or the books cannot be written.
pub async fn redo(args: &Redo, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| go(books, globals, Way::Redo, args.yes).await).await
}

/// Shows what comes next, asks, and goes that step.
///
/// # Errors
/// There is nothing, it was changed since, or the books cannot be written.
pub async fn go(books: &Books, globals: &Globals, way: Way, yes: bool) -> Result<Exit, Failure> {
    let loaded = session::current(books, globals).await?;
    let id = loaded.header.id;
    let step = next(books, &loaded, way).await?;
    steps::preview(books, id, way, step.id).await?;
    let (name, now, then) = words(&step, way);
    if !globals.json {
        let figures = Figures::default()
            .with(if way == Way::Undo { "undo" } else { "do again" }, &name)
            .with("now", &now)
            .with("then", &then);
        output::print(&format!("{}\n{figures}\n", text::heading(&loaded)))?;
    }
    let question = if way == Way::Undo { format!("Undo {name}?") } else { format!("Do {name} again?") };
    let committed = approve::approved(globals, yes, &question).await?;
    if committed {
        steps::go(books, id, way, step.id, &session::request_id()?).await?;
    }
    if globals.json {
        output::print(&json::print(&object(&loaded, &step, committed)))?;
    } else {
        let other = if way == Way::Undo { "redo" } else { "undo" };
        let back = match step.what {
            Stepped::Set(_) => format!(" `tollbook {other}` takes that back."),
            Stepped::Imported { .. } => " Importing its files again brings it back.".to_owned(),
        };
        output::print(&format!("{}: {then}.{back}\n", capitalised(&name)))?;
    }
    Ok(Exit::Done)
}

/// Leaves what would be undone next as it is.
///
/// # Errors
/// There is nothing, or the books cannot be written.
pub async fn leave(books: &Books, globals: &Globals) -> Result<Exit, Failure> {
    let loaded = session::current(books, globals).await?;
    let step = next(books, &loaded, Way::Undo).await?;
    steps::leave(books, loaded.header.id, step.id).await?;
    let (name, now, _) = words(&step, Way::Undo);
    if globals.json {
        output::print(&json::print(&object(&loaded, &step, true)))?;
    } else {
        output::print(&format!("{} stays as it is: {now}.\n", capitalised(&name)))?;
    }
    Ok(Exit::Done)
}

async fn next(books: &Books, loaded: &Loaded, way: Way) -> Result<Step, Failure> {
    let next = steps::list(books, loaded.header.id).await?;
    let step = if way == Way::Undo { next.undo } else { next.redo };
    step.ok_or_else(|| {
        let reason = format!("there is nothing that could be {}", way.done());
        Failure::new(Exit::Refused, reason).hint("settings and imports can be; money that moved never")
    })
}

/// What it is called, how it is now, and how it is then.
fn words(step: &Step, way: Way) -> (String, String, String) {
    let chosen = match &step.what {
        Stepped::Imported { import, label } => {
            return (
                format!("import {} of {label}", import.0),
                "counted".to_owned(),
                "taken back as a whole".to_owned(),
            );
        }
        Stepped::Set(chosen) => chosen,
    };
    let joined = |what: &dyn Fn(&Chosen) -> String| chosen.iter().map(what).collect::<Vec<_>>().join("; ");
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "off".to_owned());
    let (before, after) = (joined(&|one| value(&one.before)), joined(&|one| value(&one.after)));
    let (now, then) = if way == Way::Undo { (after, before) } else { (before, after) };
    (joined(&name), now, then)
}

fn name(chosen: &Chosen) -> String {
    match &chosen.setting {
        Setting::BalanceAlert => "the balance alert".to_owned(),
        Setting::BalanceSnooze => "the snooze of the balance alert".to_owned(),
        Setting::PackageAlert(key) => format!("the package alert of {key}"),
        Setting::AtEnd(package) => format!("what package {} becomes at its end", package.0),
        Setting::Sharing(package) => format!("the sharing of package {}", package.0),
        Setting::Overage(key) => format!("the overage of {key}"),
        Setting::Tag { resource, key } => format!("tag {key} of {resource}"),
        Setting::Level => "the level".to_owned(),
        Setting::CreditLimit => "the credit limit".to_owned(),
    }
}

fn object(loaded: &Loaded, step: &Step, committed: bool) -> Value {
    let (settings, import) = match &step.what {
        Stepped::Set(chosen) => (chosen.as_slice(), None),
        Stepped::Imported { import, .. } => (&[][..], Some(import.0)),
    };
    let settings = settings.iter().map(|chosen| {
        json!({
            "setting": chosen.setting.code(),
            "name": name(chosen),
            "before": chosen.before,
            "after": chosen.after,
        })
    });
    json!({
        "account": loaded.header.name,
        "step": step.id.0,
        "settings": settings.collect::<Vec<_>>(),
        "import_id": import,
        "committed": committed,
    })
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
