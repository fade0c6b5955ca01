//! `tollbook class`: classes that begin and end by hand (T-25).

use app::{
    action,
    action::Plan,
    books::Loaded,
    class::{self, Minutes},
};
use billing::{Command, ResourceKey};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::Figures,
    text,
    words::{self, Words},
};

/// Begin or end a class
///
/// A class that runs is never cut: what neither a package nor overage may pay stays uncovered and costs nothing.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook class start school maths
  tollbook class finish school maths --seconds 36000
  tollbook import attendance.csv --source school     brings attendance from a file")]
pub struct Class {
    #[command(subcommand)]
    action: Do,
}

#[derive(Debug, Subcommand)]
enum Do {
    /// Begin a class; refused while the account owes anything or the application is suspended
    #[command(after_help = "\
Examples:
  tollbook class start school maths")]
    Start {
        /// The application
        #[arg(value_parser = text::parse_name)]
        application: String,
        /// The class
        #[arg(value_parser = text::parse_name)]
        class: String,
    },
    /// End a class that runs, and meter what was attended
    #[command(after_help = "\
Examples:
  tollbook class finish school maths --seconds 36000     ten people for an hour
  tollbook class finish school maths --seconds 36000 --json")]
    Finish {
        /// The application
        #[arg(value_parser = text::parse_name)]
        application: String,
        /// The class
        #[arg(value_parser = text::parse_name)]
        class: String,
        /// Attendance of everybody together, in seconds
        #[arg(long)]
        seconds: u64,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
}

impl Class {
    /// What it does, to follow "could not".
    pub fn doing(&self) -> String {
        match &self.action {
            Do::Start { class, application } => format!("begin class {class} of {application}"),
            Do::Finish { class, application, .. } => format!("end class {class} of {application}"),
        }
    }
}

/// Begins or ends a class.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Class, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        match &args.action {
            Do::Start { application, class } => {
                let resource = words::application_named(&loaded.account, application)?;
                let command = Command::StartClass { resource, class: class.clone() };
                let id = loaded.header.id;
                action::commit(books, id, "class", &command, None, &session::request_id()?).await?;
                let object = json!({
                    "account": loaded.header.name, "application": application, "class": class, "state": "running",
                });
                let line = format!("Class {class} of {application} runs.\n");
                output::print(&if globals.json { json::print(&object) } else { line })?;
            }
            Do::Finish { application, class, seconds, yes } => {
                let resource = words::application_named(&loaded.account, application)?;
                let command =
                    Command::FinishClass { resource: resource.clone(), class: class.clone(), seconds: *seconds };
                let action = Action { command: &command, kind: "class", yes: *yes };
                let acted = act::carry_out(books, globals, &loaded, action, |plan| {
                    let question = format!("End class {class} of {application}?");
                    Ok((figures(&loaded, plan, &resource, *seconds)?, question))
                })
                .await?;
                let metered = Minutes::of(&acted.plan);
                let own = json!({
                    "application": application,
                    "class": class,
                    "seconds": json::count(*seconds),
                    "minutes": json::count(metered.all()),
                    "from_packages": json::count(metered.from_packages),
                    "overage": json::count(metered.overage),
                    "uncovered": json::count(metered.uncovered),
                });
                let minutes = Words::of(&acted.plan.after).counted(metered.all());
                let done = format!("Class {class} of {application} ended; {minutes} were metered.");
                acted.print(globals, &loaded, own, &done)?;
            }
        }
        Ok(Exit::Done)
    })
    .await
}

fn figures(loaded: &Loaded, plan: &Plan, key: &ResourceKey, seconds: u64) -> Result<String, Failure> {
    let metered = Minutes::of(plan);
    let cost = class::cost(plan)?.value;
    let mut figures = Figures::default()
        .with("application", key)
        .with("seconds attended", text::count(seconds))
        .with("minutes", text::count(metered.all()))
        .with("from packages", text::count(metered.from_packages))
        .with("overage", text::count(metered.overage));
    if metered.uncovered > 0 {
        figures = figures.with("uncovered, free", text::count(metered.uncovered));
    }
    Ok(figures.with("cost", text::money(cost, &loaded.header.currency)).to_string())
}
