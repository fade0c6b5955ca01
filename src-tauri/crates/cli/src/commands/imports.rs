//! `tollbook imports`: what was imported.

use app::{
    books::Loaded,
    ledger::{Import, Page},
};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
};

/// List the imports, newest first
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook imports
  tollbook imports --limit 5 --json
  tollbook undo 3                            takes one of them back")]
pub struct Imports {
    /// At most so many
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    limit: u32,
}

/// Lists imports.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Imports, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let imports = books.ledger().imports(loaded.header.id, Page::first(args.limit)).await?.rows;
        if globals.json {
            let rows: Vec<_> = imports.iter().map(|import| import_json(&loaded, import)).collect();
            let object =
                json!({ "account": loaded.header.name, "sample": loaded.header.sample, "imports": rows });
            output::print(&json::print(&object))?;
        } else if imports.is_empty() {
            output::print(&format!("{}\nNothing was imported yet.\n", text::heading(&loaded)))?;
        } else {
            output::print(&format!("{}\n{}", text::heading(&loaded), table(&loaded, &imports)))?;
        }
        Ok(Exit::Done)
    })
    .await
}

fn table(loaded: &Loaded, imports: &[Import]) -> Table {
    let zone = loaded.account.terms.policy.zone;
    let at = format!("imported {}", text::zone_name(zone));
    let mut table = Table::new([
        ("import", Align::Right),
        (&at, Align::Left),
        ("source", Align::Left),
        ("rows", Align::Right),
        ("billable", Align::Right),
        ("failed", Align::Right),
        ("known before", Align::Right),
        ("rejected", Align::Right),
        ("usage from", Align::Left),
        ("usage to", Align::Left),
        ("state", Align::Left),
        ("what", Align::Left),
    ]);
    for import in imports {
        let counts = import.counts;
        let (from, to) = import.span.unzip();
        let day = |at: Option<_>| at.map_or_else(String::new, |at| text::minute(zone, at));
        table.row([
            import.id.0.to_string(),
            text::instant(zone, import.recorded_at),
            import.source.clone(),
            text::count(counts.rows),
            text::count(counts.billable),
            text::count(counts.failed),
            text::count(counts.duplicates.saturating_add(counts.overlapped)),
            text::count(counts.rejected),
            day(from),
            day(to),
            if import.undone_at.is_some() { "undone".to_owned() } else { "counts".to_owned() },
            import.label.clone(),
        ]);
    }
    table
}

fn import_json(loaded: &Loaded, import: &Import) -> Value {
    let zone = loaded.account.terms.policy.zone;
    let counts = import.counts;
    let span = import
        .span
        .map(|(first, last)| json!({ "from": json::instant(zone, first), "to": json::instant(zone, last) }));
    json!({
        "import_id": import.id.0,
        "source": import.source,
        "label": import.label,
        "recorded_at": json::instant(zone, import.recorded_at),
        "undone_at": json::maybe_instant(zone, import.undone_at),
        "rows": json::count(counts.rows),
        "counted": json::count(counts.counted),
        "billable": json::count(counts.billable),
        "failed": json::count(counts.failed),
        "unmatched": json::count(counts.unmatched),
        "ignored": json::count(counts.ignored),
        "duplicates": json::count(counts.duplicates),
        "overlapped": json::count(counts.overlapped),
        "rejected_count": json::count(counts.rejected),
        "conflict_count": json::count(counts.conflicts),
        "span": span,
    })
}
