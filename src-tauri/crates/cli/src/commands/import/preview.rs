//! What an import holds and what it does, as people read it.

use app::{
    import::{Prepared, Target},
    ledger::ImportId,
    metering::FileReport,
};
use billing::Instant;

use super::cost::{CostLine, total};
use crate::{
    failure::Failure,
    table::{Align, Figures, Table},
    text,
};

/// Rows that are shown of what was set aside.
const SHOWN: usize = 10;

/// The preview: rows by what becomes of them, what was set aside, what it costs.
///
/// # Errors
/// Beyond the range of cents.
pub fn page(account: &str, prepared: &Prepared, lines: &[CostLine]) -> Result<String, Failure> {
    let reading = &prepared.reading;
    let zone = prepared.decided.after.terms.policy.zone;
    let mut page = format!("{} for {account}, from source {}\n", prepared.label, prepared.source);
    if let (Target::New { name, policy, balance }, 1..) = (&prepared.target, reading.counted) {
        let currency = &prepared.before.terms.currency;
        let from = text::instant(zone, prepared.before.opened_at);
        let (balance, zone) = (text::money(*balance, currency), text::zone_name(zone));
        page.push_str(&format!(
            "There is no account yet: {name} will be opened under {policy}, from {from} {zone}, with {balance}.\n"
        ));
    }
    if let [_, _, ..] = reading.files.as_slice() {
        page.push_str(&format!("\n{}", files(&reading.files)));
    }
    page.push_str(&format!("\n{}", rows(prepared)));
    if let Some((Some(first), Some(last))) = reading.span.map(|(first, last)| (instant(first), instant(last)))
    {
        page.push_str(&format!("usage from {}\n", text::span(zone, first, last)));
    }
    page.push_str(&set_aside(prepared));
    if !prepared.decided.enables.is_empty() {
        let names: Vec<_> = prepared.decided.enables.iter().map(ToString::to_string).collect();
        page.push_str(&format!("\nenables, as its calls prove: {}\n", names.join(", ")));
    }
    if !lines.is_empty() {
        page.push_str(&format!("\n{}", costs(prepared, lines)?));
    }
    Ok(page)
}

/// What is said when there is nothing to write.
pub fn nothing_new(prepared: &Prepared) -> &'static str {
    let reading = &prepared.reading;
    if reading.overlapped > 0 || reading.duplicates > 0 {
        "\nNothing new in it; nothing was written.\n"
    } else {
        "\nNo call of a service in it; nothing was written.\n"
    }
}

/// What the import has done, once it is written.
///
/// # Errors
/// Beyond the range of cents.
pub fn closing(prepared: &Prepared, id: ImportId) -> Result<String, Failure> {
    let account = &prepared.decided.after;
    let (position, currency) = (account.position()?, &account.terms.currency);
    let figures = Figures::default()
        .with("balance", text::money(position.balance, currency))
        .with("arrears", text::money(position.arrears, currency))
        .with("accrued, not settled", text::money(position.accrued, currency));
    let mut page = format!("\nImported as {0}; `tollbook undo {0}` takes it back.\n{figures}", id.0);
    if position.arrears.is_positive() {
        page.push_str(&format!("Pay the arrears: tollbook top-up {}\n", position.arrears));
    }
    Ok(page)
}

fn instant(seconds: i64) -> Option<Instant> {
    Instant::from_timestamp(seconds, 0)
}

fn files(files: &[FileReport]) -> Table {
    let mut table = Table::new([
        ("file", Align::Left),
        ("format", Align::Left),
        ("packed", Align::Left),
        ("rows", Align::Right),
        ("counted", Align::Right),
        ("known before", Align::Right),
    ]);
    for file in files {
        table.row([
            file.name.clone(),
            file.format.map_or_else(|| "not recognised".to_owned(), |format| format.to_string()),
            file.compression.name().to_owned(),
            text::count(file.rows),
            text::count(file.counted),
            text::count(file.overlapped),
        ]);
    }
    table.without_column_of("packed", "plain")
}

fn rows(prepared: &Prepared) -> Figures {
    let reading = &prepared.reading;
    let mut figures = Figures::default().with("rows", text::count(reading.rows));
    for (name, number) in [
        ("counted", reading.counted),
        ("imported before, not counted again", reading.overlapped),
        ("duplicates, not counted again", reading.duplicates),
        ("same id with another content, set aside", reading.conflict_count),
        ("rejected", reading.rejected_count),
        ("ignored by a rule", reading.ignored),
        ("matched by no rule", reading.unmatched),
    ] {
        if number > 0 || name == "counted" {
            figures = figures.with(&format!("  {name}"), text::count(number));
        }
    }
    figures
        .with("calls, billable", text::count(reading.billable))
        .with("calls, failed", text::count(reading.failed))
}

/// Rows and calls that are not counted, each with its reason.
fn set_aside(prepared: &Prepared) -> String {
    let reading = &prepared.reading;
    let mut page = String::new();
    if !reading.rejected.is_empty() {
        page.push_str("\nrejected:\n");
        reading.rejected.iter().take(SHOWN).for_each(|row| page.push_str(&format!("  {row}\n")));
        page.push_str(&more(reading.rejected_count));
    }
    if !reading.conflicts.is_empty() {
        page.push_str("\nset aside, because the id is known with another content:\n");
        for row in reading.conflicts.iter().take(SHOWN) {
            page.push_str(&format!("  {}:{}: {}: {}\n", row.file, row.line, row.id, row.excerpt));
        }
        page.push_str(&more(reading.conflict_count));
    }
    for refused in &prepared.decided.refused {
        let calls = text::counted(refused.calls, "call", "calls");
        page.push_str(&format!("\nrefused: {calls} of {}: {}\n", refused.resource, refused.refusal));
    }
    page
}

fn more(number: u64) -> String {
    let rest = number.saturating_sub(SHOWN as u64);
    if rest == 0 {
        String::new()
    } else {
        format!("  and {} more; --json lists up to 1,000\n", text::count(rest))
    }
}

fn costs(prepared: &Prepared, lines: &[CostLine]) -> Result<Table, Failure> {
    let cost = format!("cost {}", prepared.before.terms.currency);
    let mut table = Table::new([
        ("service", Align::Left),
        ("region", Align::Left),
        ("project", Align::Left),
        ("billable", Align::Right),
        ("failed", Align::Right),
        ("uncovered", Align::Right),
        ("from packages", Align::Right),
        ("pay-per-use", Align::Right),
        (&cost, Align::Right),
    ]);
    let cells = |names: [String; 3], figures: super::cost::CostFigures| {
        let [service, region, project] = names;
        [
            service,
            region,
            project,
            text::count(figures.billable),
            text::count(figures.failed),
            text::count(figures.uncovered),
            text::count(figures.from_packages),
            text::count(figures.billed),
            figures.cost.to_string(),
        ]
    };
    for line in lines {
        table.row(cells([line.service.clone(), line.region.clone(), line.project.clone()], line.figures));
    }
    table.total(cells(["total".to_owned(), String::new(), String::new()], total(lines)?));
    Ok(table.without_column_of("project", "").without_column_of("uncovered", "0"))
}
