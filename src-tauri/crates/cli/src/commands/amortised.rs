//! `tollbook bills --amortised`: what is prepaid, spread over the days it pays for (H-125, T-65).

use app::{
    Books,
    amortised::{self, Amortised, Cost},
    books::Loaded,
};
use billing::{ChargeAmount, zone::Month};
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::bill_lines::csv_of;
use crate::{
    failure::Failure,
    json,
    table::{Align, Table},
    text,
    words::Words,
};

/// How it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people.
    Page,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// What the rows are: months, or the days of one.
struct Rows {
    name: &'static str,
    format: &'static str,
    amortised: Amortised,
}

/// Shows what months, or the days of one, cost.
///
/// # Errors
/// That the books cannot be read.
pub async fn show(
    books: &Books,
    loaded: &Loaded,
    month: Option<Month>,
    form: Form,
) -> Result<String, Failure> {
    let rows = match month {
        None => Rows { name: "month", format: "%Y-%m", amortised: amortised::months(books, loaded).await? },
        Some(month) => {
            Rows { name: "day", format: "%Y-%m-%d", amortised: amortised::days(books, loaded, month).await? }
        }
    };
    match form {
        Form::Page => page(loaded, month, &rows),
        Form::Json => object(loaded, month, &rows),
        Form::Csv => spreadsheet(loaded, &rows),
    }
}

impl Rows {
    fn costs(&self) -> impl Iterator<Item = (String, &Cost)> {
        self.amortised.costs.iter().map(|(day, cost)| (self.written(*day), cost))
    }

    fn written(&self, day: NaiveDate) -> String {
        day.format(self.format).to_string()
    }
}

fn page(loaded: &Loaded, month: Option<Month>, rows: &Rows) -> Result<String, Failure> {
    let words = Words::of(&loaded.account);
    let cost = format!("cost {}", loaded.header.currency);
    let mut table = Table::new([
        (rows.name, Align::Left),
        (words.beyond, Align::Right),
        ("packages, spread", Align::Right),
        (&cost, Align::Right),
    ]);
    for (name, cost) in rows.costs() {
        table.row([name, cost.usage.to_string(), cost.of_packages()?.to_string(), cost.total()?.to_string()]);
    }
    let sums = sums(&rows.amortised)?;
    table.total(["total".to_owned(), sums[0].to_string(), sums[1].to_string(), sums[2].to_string()]);
    let what = month.map_or_else(|| "every month".to_owned(), |month| month.to_string());
    let later = rows.amortised.of_later()?;
    let head = text::heading(loaded);
    let meaning = "what is used costs on its day, what is prepaid on the days it pays for, up to today";
    Ok(format!(
        "{head}{what}, amortised: {meaning}\n\n{table}\nPaid already for days after today: {later} {}\n",
        loaded.header.currency
    ))
}

/// Pay-per-use, packages, both.
fn sums(amortised: &Amortised) -> Result<[ChargeAmount; 3], Failure> {
    let mut sums = [ChargeAmount::ZERO; 3];
    for cost in amortised.costs.values() {
        let parts = [cost.usage, cost.of_packages()?, cost.total()?];
        for (sum, part) in sums.iter_mut().zip(parts) {
            *sum = sum.checked_add(part)?;
        }
    }
    Ok(sums)
}

fn object(loaded: &Loaded, month: Option<Month>, rows: &Rows) -> Result<String, Failure> {
    let shown = rows.costs().map(|(name, cost)| {
        Ok(json!({
            rows.name: name,
            "usage": json::money(cost.usage),
            "packages": json::money(cost.of_packages()?),
            "total": json::money(cost.total()?),
        }))
    });
    Ok(json::print(&json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "view": "amortised",
        "month": month.map(|month| month.to_string()),
        "total": json::money(rows.amortised.total()?),
        "later": json::money(rows.amortised.of_later()?),
        format!("{}s", rows.name): shown.collect::<Result<Vec<Value>, Failure>>()?,
    })))
}

fn spreadsheet(loaded: &Loaded, rows: &Rows) -> Result<String, Failure> {
    let head = [rows.name, "usage", "packages", "total", "currency"].map(str::to_owned);
    let mut records = vec![head.to_vec()];
    for (name, cost) in rows.costs() {
        let amounts = [cost.usage, cost.of_packages()?, cost.total()?].map(|amount| amount.to_string());
        let currency = loaded.header.currency.clone();
        records.push([name].into_iter().chain(amounts).chain([currency]).collect());
    }
    csv_of(records)
}
