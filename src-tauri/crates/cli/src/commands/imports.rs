//! `tollbook imports`: what was imported, and what was left out of it.

use std::path::Path;

use app::{
    AppError, Books,
    books::Loaded,
    import::Kept,
    ledger::{Import, ImportId, Page},
};
use clap::Args;
use serde_json::{Map, Value, json};

use super::left_out;
use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
    words::{self, Words},
};

/// List the imports, newest first; or show one with what it left out
///
/// Rows that could not be read, records whose id was known with another content, calls that the account refused: each
/// is kept with its file, line and reason, the first 1,000 of each kind, beside the full counts. Of the rows that no
/// rule matched or a rule ignored, a few are kept as examples.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook imports
  tollbook imports --limit 5 --json
  tollbook imports 3                         everything import 3 left out, and why
  tollbook imports access.log --json         the newest import of that file
  tollbook undo 3                            takes one of them back")]
pub struct Imports {
    /// One import: its number, or the file or source it came from (the newest of these)
    #[arg(value_name = "IMPORT")]
    import: Option<String>,
    /// At most so many imports, or rows of each kind
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    limit: u32,
}

/// Imports that are looked through at once for a name.
const PAGE: u32 = 200;

/// Lists imports, or shows one.
///
/// # Errors
/// That there is no such import, or the books cannot be read.
pub async fn run(args: &Imports, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        match &args.import {
            Some(name) => show(books, &loaded, name, args.limit, globals.json).await?,
            None => list(books, &loaded, args.limit, globals.json).await?,
        }
        Ok(Exit::Done)
    })
    .await
}

async fn list(books: &Books, loaded: &Loaded, limit: u32, as_json: bool) -> Result<(), Failure> {
    let imports = books.ledger().imports(loaded.header.id, Page::first(limit)).await?.rows;
    if as_json {
        let rows: Vec<_> = imports.iter().map(|import| import_json(loaded, import)).collect();
        let object =
            json!({ "account": loaded.header.name, "sample": loaded.header.sample, "imports": rows });
        output::print(&json::print(&object))
    } else if imports.is_empty() {
        output::print(&format!("{}\nNothing was imported yet.\n", text::heading(loaded)))
    } else {
        output::print(&format!("{}\n{}", text::heading(loaded), table(loaded, &imports)))
    }
}

async fn show(books: &Books, loaded: &Loaded, name: &str, limit: u32, as_json: bool) -> Result<(), Failure> {
    let id = number_of(books, loaded, name).await?;
    let kept = app::import::find(books, loaded.header.id, id).await?;
    if as_json {
        output::print(&json::print(&kept_json(loaded, &kept)))
    } else {
        output::print(&kept_page(loaded, &kept, usize::try_from(limit).unwrap_or(usize::MAX)))
    }
}

/// The import that is meant: by its number, else the newest whose file or source is called so.
async fn number_of(books: &Books, loaded: &Loaded, name: &str) -> Result<ImportId, Failure> {
    let account = loaded.header.id;
    if let Ok(number) = name.parse::<i64>()
        && books.ledger().find_import(account, ImportId(number)).await?.is_some()
    {
        return Ok(ImportId(number));
    }
    let file_name = |label: &str| Path::new(label).file_name().is_some_and(|file| file == name);
    let mut page = Page::first(PAGE);
    loop {
        let imports = books.ledger().imports(account, page).await?;
        let is_meant =
            |import: &&Import| import.label == name || import.source == name || file_name(&import.label);
        if let Some(import) = imports.rows.iter().find(is_meant) {
            return Ok(import.id);
        }
        page.after = imports.next;
        if page.after.is_none() {
            return Err(AppError::UnknownImport(name.to_owned()).into());
        }
    }
}

fn kept_page(loaded: &Loaded, Kept { import, report }: &Kept, limit: usize) -> String {
    let zone = loaded.account.terms.policy.zone;
    let words = Words::of(&loaded.account);
    let (id, label, source) = (import.id.0, &import.label, &import.source);
    let at = text::instant(zone, import.recorded_at);
    let mut page =
        format!("Import {id}: {label}, from source {source}\nimported {at} {}", text::zone_name(zone));
    if let Some(undone_at) = import.undone_at {
        page.push_str(&format!(", undone {}", text::instant(zone, undone_at)));
    }
    page.push('\n');
    if let Some(report) = report {
        page.push_str(&left_out::files(report));
    }
    page.push_str(&format!("\n{}", left_out::figures(&import.counts, words)));
    if let Some((first, last)) = import.span {
        page.push_str(&format!("usage from {}\n", text::span(zone, first, last)));
    }
    match report {
        Some(report) => page.push_str(&left_out::page(report, &import.counts, words, limit)),
        None => page.push_str("\nWhat it left out was not kept by the version that imported it.\n"),
    }
    page
}

fn kept_json(loaded: &Loaded, Kept { import, report }: &Kept) -> Value {
    let mut object = Map::new();
    object.insert("account".to_owned(), loaded.header.name.as_str().into());
    if let Some(report) = report {
        object.extend(left_out::json(report, &import.counts));
    }
    json::joined(object, import_json(loaded, import))
}

fn table(loaded: &Loaded, imports: &[Import]) -> Table {
    let zone = loaded.account.terms.policy.zone;
    let at = format!("imported {}", text::zone_name(zone));
    let billable = match Words::of(&loaded.account).base_code() {
        "second" => "seconds attended".to_owned(),
        _ => "billable".to_owned(),
    };
    let mut table = Table::new([
        ("import", Align::Right),
        (&at, Align::Left),
        ("source", Align::Left),
        ("rows", Align::Right),
        (&billable, Align::Right),
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
    if words::has_applications(&loaded.account) { table.without_column_of("failed", "0") } else { table }
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
