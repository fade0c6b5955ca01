//! The values of one row. What cannot be read becomes a fault with line and field, and reads as absent.

use billing::{
    ChargeAmount, Instant, UnitPrice,
    zone::{Month, Zone, parse_instant},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use super::{columns::Columns, form::Column};
use crate::Problem;

pub(super) struct Cells<'a> {
    pub line: u64,
    pub record: &'a csv::StringRecord,
    pub columns: &'a Columns,
    pub zone: Zone,
    pub faults: &'a mut Vec<Problem>,
}

/// What stands for nothing.
const NOTHING: [&str; 5] = ["", "-", "--", "null", "n/a"];

impl Cells<'_> {
    /// What a column says, when it says anything; of several columns the first that does.
    pub fn text(&self, column: Column) -> Option<&str> {
        self.texts(column).next()
    }

    /// What each of several columns says.
    pub fn texts(&self, column: Column) -> impl Iterator<Item = &str> {
        self.columns.places(column).iter().filter_map(|(index, _)| {
            let text = self.record.get(*index)?.trim();
            // Written so that no spreadsheet takes it for a formula.
            let text = text.strip_prefix('\'').unwrap_or(text);
            (!NOTHING.contains(&text.to_lowercase().as_str())).then_some(text)
        })
    }

    fn wrong(&mut self, column: Column, message: String) {
        let title = self.columns.places(column).first().map_or(column.name(), |(_, title)| title.as_str());
        let (line, field) = (usize::try_from(self.line).unwrap_or(usize::MAX), title.to_owned());
        self.faults.push(Problem { line, field, message });
    }

    /// A currency, of the row or of the title of its amount, that is not the account's.
    pub fn currency(&mut self, wanted: &str) {
        let of_row = self.text(Column::Currency);
        let (column, found) = match (of_row, &self.columns.currency) {
            (Some(found), _) => (Column::Currency, found.to_owned()),
            (None, Some(found)) => (Column::Amount, found.clone()),
            (None, None) => return,
        };
        if !found.eq_ignore_ascii_case(wanted) {
            self.wrong(column, format!("is `{found}`; the account is in {wanted}"));
        }
    }

    /// An instant; a fault when it is needed and missing, or cannot be read.
    pub fn instant(&mut self, column: Column, needed: bool) -> Option<Instant> {
        let Some(text) = self.text(column).map(str::to_owned) else {
            if needed {
                self.wrong(column, "is empty; every line needs a time".to_owned());
            }
            return None;
        };
        // `2023-05-12 10:00:00 - 2023-05-12 11:00:00` begins with its beginning.
        let first = text.split(" - ").next().unwrap_or(&text).split('~').next().unwrap_or(&text).trim();
        let read = instant(first, self.zone);
        if read.is_none() {
            self.wrong(column, format!("`{text}` is not a time such as 2025-01-31 10:00:00"));
        }
        read
    }

    /// The amount due.
    pub fn amount(&mut self) -> Option<ChargeAmount> {
        let Some(text) = self.text(Column::Amount).map(str::to_owned) else {
            self.wrong(Column::Amount, "is empty; every line needs an amount".to_owned());
            return None;
        };
        let read = ChargeAmount::parse(&without_separators(&text));
        if read.is_err() {
            self.wrong(Column::Amount, format!("`{text}` is not an amount with at most 8 decimals"));
        }
        read.ok()
    }

    /// A whole number of units.
    pub fn count(&mut self, column: Column) -> Option<i64> {
        let text = self.text(column)?.to_owned();
        let number = Decimal::from_str_exact(&without_separators(&text)).ok();
        let read = number.filter(Decimal::is_integer).and_then(|number| i64::try_from(number).ok());
        if read.is_none() {
            self.wrong(column, format!("`{text}` is not a whole number"));
        }
        read
    }

    /// Prices: `0.02`, or with what they are of, `100 × 0.02; 5 × 0.01`. A price that is none is left out: providers write
    /// texts there, and the amount is compared anyway.
    pub fn prices(&self) -> Vec<UnitPrice> {
        let text = self.text(Column::Prices).unwrap_or_default();
        let parts = text.split(';').filter_map(|part| part.rsplit('×').next());
        parts.filter_map(|price| UnitPrice::parse(price.trim()).ok()).collect()
    }

    /// The month of the bill.
    pub fn month(&mut self) -> Option<Month> {
        let text = self.text(Column::Cycle)?.to_owned();
        let digits: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
        let read =
            digits.split_at_checked(4).and_then(|(year, month)| Month::parse(&format!("{year}-{month}")));
        if read.is_none() {
            self.wrong(Column::Cycle, format!("`{text}` is not a month such as 2025-01"));
        }
        read
    }

    /// For whom, as the own books name it; the default project is nothing. Absent where the file has no such column.
    pub fn project(&self) -> Option<String> {
        if self.columns.places(Column::Project).is_empty() {
            return None;
        }
        let project = self.text(Column::Project).filter(|name| !name.eq_ignore_ascii_case("default"));
        let project = project.unwrap_or_default();
        Some(match self.text(Column::Member) {
            Some(member) => format!("@{member}/{project}"),
            None => project.to_owned(),
        })
    }
}

/// `1,234.56` as `1234.56`; anything else as it is.
fn without_separators(text: &str) -> String {
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    let grouped = whole.contains(',') && first && groups.all(|group| group.len() == 3);
    if grouped { text.replace(',', "") } else { text.to_owned() }
}

/// A time as bills write it, in a zone unless it names one.
fn instant(text: &str, zone: Zone) -> Option<Instant> {
    if let Ok(at) = parse_instant(text) {
        return Some(at);
    }
    let text = ["GMT", "UTC"].iter().fold(text.replace('/', "-"), |text, name| text.replace(name, ""));
    let text = text.replacen('T', " ", 1);
    for form in ["%Y-%m-%d %H:%M:%S%#z", "%Y-%m-%d %H:%M:%S %#z"] {
        if let Ok(at) = DateTime::parse_from_str(&text, form) {
            return Some(at.to_utc());
        }
    }
    let text = text.trim_end_matches('Z');
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M"))
        .ok()
        .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0))?;
    Some(local.and_utc() - chrono::TimeDelta::seconds(zone.offset_seconds().into()))
}
