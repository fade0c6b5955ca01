//! `tollbook reconcile`: the provider's own bill against the own meter, line by line (H-96, T-61).

use std::path::PathBuf;

use app::reconcile::{self, Reconciled};
use billing::{
    reconcile::{Cause, EntryKind, Row, Side, Tally, Verdict},
    zone::{Month, Zone},
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

/// Compare the provider's own bill with the own meter, line by line, and say why they differ
///
/// The file is a CSV export of the lines of a bill: what `tollbook bills MONTH --lines --csv` writes, the bill details of
/// Huawei Cloud and Tencent Cloud, or FOCUS. Other files need a form that names their columns: a TOML file like those that
/// ship, with --form or in the folder `bill-forms` beside the books. Nothing is changed. Ends with 1 when the bills differ.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook reconcile bill.csv                            the month that most of its rows are of
  tollbook reconcile bill.csv --month 2025-01 --all      the lines that are the same, too
  tollbook reconcile bill.csv --form my-provider.toml    a file with columns of its own
  tollbook reconcile bill.csv --json

A form:
  title = \"My provider\"
  [columns]
  amount = [\"Fee\"]           # needed, as is `from`
  from = [\"Hour\"]
  service = [\"Service\"]
  region = [\"Region\"]
  quantity = [\"Calls\"]
  kind = [\"Type\"]
  [kinds]
  usage = [\"Pay per use\"]")]
pub struct Reconcile {
    /// The provider's bill
    pub file: PathBuf,
    /// The month to compare, such as 2025-01
    #[arg(long, value_parser = text::parse_month)]
    month: Option<Month>,
    /// Read the file by this form
    #[arg(long, value_name = "FILE")]
    form: Option<PathBuf>,
    /// List the lines that are the same, too; --json always does
    #[arg(long)]
    all: bool,
}

/// Compares.
///
/// # Errors
/// That the file cannot be read, with line and field, or the books cannot.
pub async fn run(args: &Reconcile, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let forms = match &args.form {
            Some(path) => vec![reconcile::form_from(path)?],
            None => reconcile::forms(books)?,
        };
        let told = reconcile::compare(books, &loaded, &args.file, args.month, &forms).await?;
        let (zone, currency) = (loaded.account.terms.policy.zone, &loaded.header.currency);
        let page = if globals.json {
            json::print(&object(&told, zone, &loaded.header.name, currency)?)
        } else {
            format!("{}{}", text::heading(&loaded), page(&told, zone, currency, args.all)?)
        };
        output::print(&page)?;
        Ok(if told.comparison.agrees() { Exit::Done } else { Exit::Refused })
    })
    .await
}

fn page(told: &Reconciled, zone: Zone, currency: &str, all: bool) -> Result<String, Failure> {
    let compared = &told.comparison;
    let mut page = format!("bill {} against {} ({})\n", told.month, told.file, told.form);
    for (month, rows) in &told.other_months {
        page.push_str(&format!("{} of {month} left aside\n", text::counted(*rows, "row", "rows")));
    }
    page.push_str(&format!("{}\n\n{}", verdict(told, currency), tallies(told, currency)?));
    let rows: Vec<&Row> = compared.rows.iter().filter(|row| all || row.verdict != Verdict::Same).collect();
    if !rows.is_empty() {
        page.push_str(&format!("\n{}", table(&rows, zone, currency)));
    }
    Ok(page)
}

fn verdict(told: &Reconciled, currency: &str) -> String {
    let compared = &told.comparison;
    let difference = compared.difference.value.to_string();
    if compared.agrees() {
        return format!("The same, line by line: {} {currency}.", compared.total.ours);
    }
    match difference.strip_prefix('-') {
        Some(less) => format!("The provider's bill is {less} {currency} less than the own meter."),
        None if compared.difference.value == billing::ChargeAmount::ZERO => {
            "The sums are the same; lines differ.".to_owned()
        }
        None => format!("The provider's bill is {difference} {currency} more than the own meter."),
    }
}

fn tallies(told: &Reconciled, currency: &str) -> Result<Table, Failure> {
    let difference = format!("difference {currency}");
    let mut table = Table::new([
        ("lines", Align::Left),
        ("rows", Align::Right),
        ("own meter", Align::Right),
        ("provider", Align::Right),
        (&difference, Align::Right),
    ]);
    let cells = |name: &str, tally: &Tally| -> Result<[String; 5], Failure> {
        let difference = tally.difference()?.to_string();
        Ok([
            name.to_owned(),
            text::count(tally.rows),
            tally.ours.to_string(),
            tally.theirs.to_string(),
            difference,
        ])
    };
    for (verdict, tally) in &told.comparison.tallies {
        table.row(cells(differs(*verdict), tally)?);
    }
    table.total(cells("total", &told.comparison.total)?);
    Ok(table)
}

fn table(rows: &[&Row], zone: Zone, currency: &str) -> Table {
    let (at, difference) = (format!("at {}", text::zone_name(zone)), format!("difference {currency}"));
    let mut table = Table::new([
        (&at, Align::Left),
        ("what", Align::Left),
        ("of", Align::Left),
        ("project", Align::Left),
        ("own units", Align::Right),
        ("units", Align::Right),
        ("own meter", Align::Right),
        ("provider", Align::Right),
        (&difference, Align::Right),
        ("line", Align::Right),
        ("why", Align::Left),
    ]);
    for row in rows {
        let lines: Vec<_> = row.theirs.lines.iter().map(ToString::to_string).collect();
        table.row([
            text::minute(zone, row.from),
            row.kind.code().to_owned(),
            if row.place.is_empty() { row.name.clone() } else { row.place.clone() },
            row.project.clone().unwrap_or_default(),
            units(&row.ours),
            units(&row.theirs),
            amount(&row.ours),
            amount(&row.theirs),
            row.difference.value.to_string(),
            lines.join(", "),
            row.cause.as_ref().map_or_else(String::new, |cause| why(cause, row.kind, zone)),
        ]);
    }
    table.without_column_of("project", "")
}

fn units(side: &Side) -> String {
    side.quantity.map_or_else(String::new, text::signed)
}

fn amount(side: &Side) -> String {
    if side.is_empty() { "none".to_owned() } else { side.amount.to_string() }
}

const fn differs(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "the same",
        Verdict::OnlyOurs => "only own",
        Verdict::OnlyTheirs => "only theirs",
        Verdict::Quantity => "other quantity",
        Verdict::Price => "other price",
        Verdict::Amount => "other amount",
    }
}

/// A cause as a person says it.
fn why(cause: &Cause, kind: EntryKind, zone: Zone) -> String {
    match cause {
        Cause::Duplicate { lines } => {
            let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
            format!("the file holds it twice: line {}", lines.join(", "))
        }
        Cause::OtherPlace(place) => format!("the same usage stands under {place} on the other side"),
        Cause::OtherProject(project) => {
            let project = if project.is_empty() { "default" } else { project };
            format!("the same usage stands under project {project} on the other side")
        }
        Cause::PeriodBorder(at) => {
            format!("what lacks here is in the period of {} on the other side", text::minute(zone, *at))
        }
        Cause::Covered => "packages paid for another part of it".to_owned(),
        Cause::Price => "another unit price".to_owned(),
        Cause::Rounding => "rounding to cents".to_owned(),
        Cause::LeftOut => "packages paid all of it, and the file leaves such lines out".to_owned(),
        Cause::AfterTheirs => "later than anything in the file".to_owned(),
        Cause::BeforeOurs => "before the books begin".to_owned(),
        Cause::UnknownPlace => "the account does not have it".to_owned(),
        Cause::NotMetered => "not metered here: tax, support, credit notes".to_owned(),
        Cause::NotImported if kind == EntryKind::Usage => "no usage of this period was imported".to_owned(),
        Cause::NotImported => "nothing of the kind was done here".to_owned(),
        Cause::NotBilled => "the provider did not bill it".to_owned(),
        Cause::Unproven => "nothing in the lines proves why".to_owned(),
    }
}

fn object(told: &Reconciled, zone: Zone, account: &str, currency: &str) -> Result<Value, Failure> {
    let compared = &told.comparison;
    let sums = |tally: &Tally| -> Result<Value, Failure> {
        Ok(json!({
            "rows": json::count(tally.rows),
            "ours": json::money(tally.ours),
            "theirs": json::money(tally.theirs),
            "difference": json::money(tally.difference()?),
        }))
    };
    let mut tallies = serde_json::Map::new();
    for (verdict, tally) in &compared.tallies {
        tallies.insert(verdict.code().to_owned(), sums(tally)?);
    }
    let side = |side: &Side| {
        json!({
            "lines": side.lines,
            "quantity": side.quantity.map(json::signed),
            "from_packages": side.from_packages.map(json::signed),
            "unit_prices": side.prices.iter().map(json::money).collect::<Vec<_>>(),
            "amount": json::money(side.amount),
        })
    };
    let rows = compared.rows.iter().map(|row| {
        json!({
            "at": json::instant(zone, row.from),
            "kind": row.kind.code(),
            "resource": row.place,
            "project": row.project,
            "name": row.name,
            "verdict": row.verdict.code(),
            "cause": row.cause.as_ref().map(Cause::code),
            "why": row.cause.as_ref().map(|cause| why(cause, row.kind, zone)),
            "ours": side(&row.ours),
            "theirs": side(&row.theirs),
            "difference": json::money(row.difference.value),
        })
    });
    Ok(json!({
        "account": account,
        "currency": currency,
        "month": told.month.to_string(),
        "file": told.file,
        "form": told.form,
        "agrees": compared.agrees(),
        "total": sums(&compared.total)?,
        "verdicts": tallies,
        "rows": rows.collect::<Vec<_>>(),
    }))
}
