//! What an import holds and what it does, as people read it.

use app::{
    import::{CostFigures, CostLine, Prepared, Report, Target, total},
    ledger::ImportId,
};
use billing::Instant;

use crate::{
    commands::left_out,
    failure::Failure,
    table::{Align, Figures, Table},
    text,
    words::{self, Words},
};

/// Rows of each kind that are shown of what was left out.
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
    let (report, counts) = (Report::of(prepared), prepared.counts());
    page.push_str(&left_out::files(&report));
    let words = Words::of(&prepared.decided.after);
    page.push_str(&format!("\n{}", left_out::figures(&counts, words)));
    if let Some((Some(first), Some(last))) = reading.span.map(|(first, last)| (instant(first), instant(last)))
    {
        page.push_str(&format!("usage from {}\n", text::span(zone, first, last)));
    }
    page.push_str(&left_out::page(&report, &counts, words, SHOWN));
    if !prepared.decided.enables.is_empty() {
        let names: Vec<_> = prepared.decided.enables.iter().map(ToString::to_string).collect();
        page.push_str(&format!("\nenables, as its usage proves: {}\n", names.join(", ")));
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
        "\nNo usage in it; nothing was written.\n"
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

fn costs(prepared: &Prepared, lines: &[CostLine]) -> Result<Table, Failure> {
    let words = Words::of(&prepared.before);
    let billable = if words.units == "calls" { "billable" } else { words.units };
    let cost = format!("cost {}", prepared.before.terms.currency);
    let mut table = Table::new([
        ("service", Align::Left),
        ("region", Align::Left),
        ("application", Align::Left),
        ("project", Align::Left),
        (billable, Align::Right),
        ("failed", Align::Right),
        ("uncovered", Align::Right),
        ("from packages", Align::Right),
        (words.beyond, Align::Right),
        (&cost, Align::Right),
    ]);
    let cells = |names: [String; 4], figures: CostFigures| {
        let [service, region, application, project] = names;
        [
            service,
            region,
            application,
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
        let names = [&line.service, &line.region, &line.application, &line.project].map(String::clone);
        table.row(cells(names, line.figures));
    }
    let blank = String::new;
    table.total(cells(["total".to_owned(), blank(), blank(), blank()], total(lines)?));
    let table = table.without_column_of("project", "").without_column_of("uncovered", "0");
    Ok(if words::has_applications(&prepared.before) {
        table.without_column_of("region", "").without_column_of("failed", "0")
    } else {
        table.without_column_of("application", "")
    })
}
