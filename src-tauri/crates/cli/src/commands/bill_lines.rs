//! `tollbook bills MONTH --lines`: every movement of a month with all its fields, as a table, JSON or CSV (H-96, H-99).

use app::{
    Books,
    bill_fields::{self, Cell, Field},
    bill_groups::By,
    books::Loaded,
    ledger::LineFilter,
    month_lines,
};
use billing::{
    ChargeAmount, ProjectId, ResourceId,
    bill::Line,
    zone::{Month, Zone},
};
use chrono::{Days, NaiveDate};
use clap::Args;
use serde_json::{Map, Value, json};

use super::{amortised::Form, bill_groups};
use crate::{
    exit::Exit,
    failure::Failure,
    json,
    table::{Align, Table},
    text,
};

/// Which lines, and how.
#[derive(Args, Debug)]
pub struct LineArgs {
    /// List every movement of the month with all its fields
    #[arg(long, requires = "month")]
    pub lines: bool,
    /// Only lines of usage or payments of this day, such as 2025-01-31
    #[arg(long, requires = "lines", value_name = "DATE")]
    day: Option<NaiveDate>,
    /// Only lines of this service and region, such as passport-ocr@ap-southeast-1
    #[arg(long, requires = "lines", value_name = "SERVICE@REGION")]
    resource: Option<String>,
    /// Only lines of this project; `default` for calls without one
    #[arg(long, requires = "lines")]
    project: Option<String>,
    /// Sum the lines by what they are for: project, member, or tag:KEY of the resources
    #[arg(long, requires = "lines", value_name = "WHAT", value_parser = bill_groups::parse_by)]
    by: Option<By>,
}

/// Lists the lines of a month.
///
/// # Errors
/// That the books cannot be read, or that a name is unknown.
pub async fn list(
    books: &Books,
    loaded: &Loaded,
    month: Month,
    args: &LineArgs,
    form: Form,
) -> Result<String, Failure> {
    let filter = args.filter(loaded)?;
    let lines = month_lines::lines(books, loaded, month, &filter).await?;
    if let Some(by) = &args.by {
        return bill_groups::list(loaded, month, (&lines, by), form);
    }
    let zone = loaded.account.terms.policy.zone;
    let fields = |line: &Line| bill_fields::fields(&loaded.header, &loaded.account, line);
    if form == Form::Csv {
        return csv(zone, lines.iter().map(fields));
    }
    if form == Form::Json {
        let total = total(&lines)?;
        let lines: Vec<_> = lines.iter().map(|line| object(zone, fields(line))).collect();
        let bill = json!({
            "account": loaded.header.name,
            "sample": loaded.header.sample,
            "currency": loaded.header.currency,
            "month": month.to_string(),
            "total": json::money(total),
            "lines": lines,
        });
        return Ok(json::print(&bill));
    }
    Ok(format!("{}bill {month}\n\n{}", text::heading(loaded), table(loaded, &lines)?))
}

impl LineArgs {
    fn filter(&self, loaded: &Loaded) -> Result<LineFilter, Failure> {
        let zone = loaded.account.terms.policy.zone;
        let day = |date: NaiveDate| {
            let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
            zone.midnight(date)..zone.midnight(next)
        };
        Ok(LineFilter {
            resource: self.resource.as_deref().map(|name| resource(loaded, name)).transpose()?,
            project: self.project.as_deref().map(|name| project(loaded, name)).transpose()?,
            spent: self.day.map(day),
        })
    }
}

pub(super) fn resource(loaded: &Loaded, name: &str) -> Result<ResourceId, Failure> {
    let mut numbered = (0..).zip(&loaded.account.resources);
    let found = numbered.find(|(_, resource)| resource.key.to_string() == name);
    found.map(|(number, _)| ResourceId(number)).ok_or_else(|| {
        let known = loaded.account.resources.iter().map(|resource| resource.key.to_string());
        let known = known.collect::<Vec<_>>().join(", ");
        Failure::invalid(format!("{} has no `{name}`", loaded.header.name)).hint(format!("it has {known}"))
    })
}

fn project(loaded: &Loaded, name: &str) -> Result<ProjectId, Failure> {
    let wanted = if name == "default" { "" } else { name };
    loaded.account.find_project(wanted).ok_or_else(|| {
        let known = loaded.account.projects.iter().map(|name| bill_fields::project_name(name));
        let known = known.collect::<Vec<_>>().join(", ");
        Failure::invalid(format!("{} has no project `{name}`", loaded.header.name))
            .hint(format!("it has {known}"))
    })
}

/// What lines amount to; with the rounding it is what moved.
pub fn total(lines: &[Line]) -> Result<ChargeAmount, Failure> {
    let mut total = ChargeAmount::ZERO;
    for line in lines {
        total = total.checked_add(line.amounts.due)?;
    }
    Ok(total)
}

fn table(loaded: &Loaded, lines: &[Line]) -> Result<Table, Failure> {
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    let (at, due) = (format!("at {}", text::zone_name(zone)), format!("due {}", loaded.header.currency));
    let mut table = Table::new([
        (&at, Align::Left),
        ("what", Align::Left),
        ("type", Align::Left),
        ("of", Align::Left),
        ("project", Align::Left),
        ("usage", Align::Right),
        ("from packages", Align::Right),
        (&due, Align::Right),
        ("moved", Align::Right),
        ("from vouchers", Align::Right),
        ("from balance", Align::Right),
        ("from credit", Align::Right),
        ("unpaid", Align::Right),
        ("still owed", Align::Right),
    ]);
    for line in lines {
        let amounts = &line.amounts;
        let name = match line.package {
            Some(id) => account.package(id).map(|package| format!("{} {}", id.0, package.sku)),
            None => line.resource.and_then(|id| account.resource(id)).map(|known| known.key.to_string()),
        };
        let project = line.project.map(|project| bill_fields::project_name(account.project(project)));
        table.row([
            text::minute(zone, line.spent.0),
            line.kind.code().to_owned(),
            line.kind.transaction_type(&account.terms.policy).unwrap_or_default().to_owned(),
            name.unwrap_or_default(),
            project.unwrap_or_default(),
            format!("{} {}", text::signed(line.quantity), line.unit(&account.terms.policy)),
            text::signed(line.from_packages),
            amounts.due.to_string(),
            amounts.moved.to_string(),
            amounts.from_voucher.to_string(),
            amounts.from_balance.to_string(),
            amounts.from_credit.to_string(),
            amounts.arrears.to_string(),
            amounts.now_owed.to_string(),
        ]);
    }
    let mut sum = [const { String::new() }; 14];
    (sum[0], sum[7]) = ("total".to_owned(), total(lines)?.to_string());
    table.total(sum);
    let columns = ["from vouchers", "from credit", "unpaid", "still owed"];
    Ok(columns.into_iter().fold(table, |table, column| table.without_column_of(column, "0.00")))
}

fn object(zone: Zone, fields: Vec<Field>) -> Value {
    let value = |cell| match cell {
        Cell::None => Value::Null,
        Cell::Text(text) => text.into(),
        Cell::Amount(amount) => json::money(amount),
        Cell::Money(money) => json::money(money),
        Cell::At(at) => json::instant(zone, at),
        Cell::Count(count) => json::signed(count),
    };
    let pairs = fields.into_iter().map(|field| (field.name.to_owned(), value(field.cell)));
    Value::Object(pairs.collect::<Map<_, _>>())
}

fn csv(zone: Zone, lines: impl Iterator<Item = Vec<Field>>) -> Result<String, Failure> {
    let head = bill_fields::NAMES.map(str::to_owned).to_vec();
    let text_of = |fields: Vec<Field>| fields.into_iter().map(|field| csv_text(zone, field.cell)).collect();
    csv_of([head].into_iter().chain(lines.map(text_of)))
}

/// Records as CSV, their head first: each ended by CR LF, behind a byte order mark so that spreadsheets read it as UTF-8.
pub fn csv_of(records: impl IntoIterator<Item = Vec<String>>) -> Result<String, Failure> {
    let failed = |error: String| Failure::new(Exit::Failed, format!("CSV: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| failed(error.to_string()))?;
    Ok(format!("\u{feff}{text}"))
}

fn csv_text(zone: Zone, cell: Cell) -> String {
    match cell {
        Cell::None => String::new(),
        // A spreadsheet would take a name that begins so for a formula.
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t']) => format!("'{text}"),
        Cell::Text(text) => text,
        Cell::Amount(amount) => amount.to_string(),
        Cell::Money(money) => ChargeAmount::from_money(money).to_string(),
        Cell::At(at) => zone.format(at),
        Cell::Count(count) => count.to_string(),
    }
}
