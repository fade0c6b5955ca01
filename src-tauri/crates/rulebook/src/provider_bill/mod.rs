//! A provider's own bill as a CSV file: which of its columns is what, as data, and its rows as lines to compare.

mod cells;
mod columns;
mod form;

use std::collections::BTreeMap;

use billing::{
    reconcile::{Entry, EntryKind},
    zone::{Month, Zone},
};

pub use self::form::{Column, Form, SHIPPED};
use self::{cells::Cells, columns::Columns};
use crate::{FileError, Problem};

/// What the rows of a file have to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The month that is compared; absent for the one that most rows are of.
    pub month: Option<Month>,
    /// The account's currency.
    pub currency: String,
    /// The zone of times that name none.
    pub zone: Zone,
    /// Every place that the account has, with its service.
    pub places: BTreeMap<String, String>,
}

/// A provider's bill, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderBill {
    /// What kind of file it was taken for.
    pub form: String,
    /// Its month.
    pub month: Month,
    /// The rows of the month.
    pub entries: Vec<Entry>,
    /// How many rows are of other months.
    pub other_months: BTreeMap<Month, u64>,
}

/// So many faults of one file are told.
const MOST_FAULTS: usize = 20;

/// Reads a file by the first form that fits its header.
///
/// # Errors
/// [`FileError`]: no form fits, a value cannot be read, another currency, no row of the month; each with line and field.
pub fn read(file: &str, bytes: &[u8], forms: &[Form], wanted: &Wanted) -> Result<ProviderBill, FileError> {
    let failed = |line, field: &str, message: String| FileError {
        file: file.to_owned(),
        problems: vec![Problem { line, field: field.to_owned(), message }],
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line =
            bytes.get(..error.valid_up_to()).map_or(1, |before| before.split(|byte| *byte == b'\n').count());
        failed(line, "", "is not UTF-8; export it as CSV in UTF-8".to_owned())
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Line numbers are right only if nothing but the line feed ends a row; values are trimmed anyway.
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter(text)).flexible(true).terminator(csv::Terminator::Any(b'\n'));
    let mut reader = builder.from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| failed(1, "", error.to_string()))?.clone();
    let found = forms.iter().find_map(|form| Columns::of(form, &header).map(|columns| (form, columns)));
    let Some((form, columns)) = found else {
        return Err(failed(1, "", unknown_header(&header, forms)));
    };
    let mut rows = Rows { form, columns, wanted, faults: Vec::new(), months: BTreeMap::new() };
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            failed(usize::try_from(line).unwrap_or(usize::MAX), "", error.to_string())
        })?;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.take(&record);
        }
        if rows.faults.len() >= MOST_FAULTS {
            break;
        }
    }
    rows.done(file)
}

fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| header.bytes().filter(|byte| byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn unknown_header(header: &csv::StringRecord, forms: &[Form]) -> String {
    let known: Vec<_> = forms.iter().map(|form| form.title.as_str()).collect();
    let found: Vec<_> = header.iter().take(12).map(str::trim).collect();
    format!(
        "no form has these columns: {}; the forms are {}; name the columns in a form of your own",
        found.join(", "),
        known.join(", ")
    )
}

/// Rows as they are read, and everything wrong with them.
struct Rows<'a> {
    form: &'a Form,
    columns: Columns,
    wanted: &'a Wanted,
    faults: Vec<Problem>,
    months: BTreeMap<Month, Vec<Entry>>,
}

impl Rows<'_> {
    fn take(&mut self, record: &csv::StringRecord) {
        let line = record.position().map_or(0, csv::Position::line);
        let mut cells = Cells {
            line,
            record,
            columns: &self.columns,
            zone: self.form.zone.unwrap_or(self.wanted.zone),
            faults: &mut self.faults,
        };
        let before = cells.faults.len();
        let entry = entry(&mut cells, self.form, self.wanted);
        if let Some((month, entry)) = entry.filter(|_| self.faults.len() == before) {
            self.months.entry(month).or_default().push(entry);
        }
    }

    fn done(mut self, file: &str) -> Result<ProviderBill, FileError> {
        // Of equally many the earlier.
        let most = self.months.iter().rev().max_by_key(|(_, rows)| rows.len()).map(|(month, _)| *month);
        let found = self.wanted.month.or(most).and_then(|month| Some((month, self.months.remove(&month)?)));
        let Some((month, entries)) = found.filter(|_| self.faults.is_empty()) else {
            if self.faults.is_empty() {
                self.faults.push(Problem { line: 1, field: "cycle".to_owned(), message: self.no_row() });
            }
            return Err(FileError { file: file.to_owned(), problems: self.faults });
        };
        let counted =
            |(month, rows): (Month, Vec<Entry>)| (month, u64::try_from(rows.len()).unwrap_or(u64::MAX));
        let other_months = self.months.into_iter().map(counted).collect();
        Ok(ProviderBill { form: self.form.title.clone(), month, entries, other_months })
    }

    /// Why nothing is compared.
    fn no_row(&self) -> String {
        let months = self.months.keys().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match self.wanted.month.filter(|_| !months.is_empty()) {
            Some(month) => format!("has no row of {month}; its rows are of {months}"),
            None => "has no rows".to_owned(),
        }
    }
}

/// A row as a line to compare, with its month; nothing when it cannot be read.
fn entry(cells: &mut Cells<'_>, form: &Form, wanted: &Wanted) -> Option<(Month, Entry)> {
    cells.currency(&wanted.currency);
    let from = cells.instant(Column::From, true);
    let until = cells.instant(Column::Until, false);
    let last = cells.instant(Column::Last, false).map(|last| last + chrono::TimeDelta::seconds(1));
    let amount = cells.amount();
    let cycle = cells.month();
    let (kind, called) = form.kind(cells);
    let (service, place) = place(cells, form, wanted);
    let name = match kind {
        EntryKind::Other => called,
        _ => cells.text(Column::Name).unwrap_or_default().to_owned(),
    };
    let quantity = cells.count(Column::Quantity);
    let from_packages = cells.count(Column::FromPackages);
    let prices = cells.prices();
    let (from, amount) = (from?, amount?);
    let month = cycle.unwrap_or_else(|| wanted.zone.month(from));
    let of_usage = kind == EntryKind::Usage;
    let entry = Entry {
        line: cells.line,
        id: cells.text(Column::Id).unwrap_or_default().to_owned(),
        kind,
        service,
        place,
        project: cells.project(),
        name,
        from,
        until: until.or(last),
        quantity,
        from_packages: from_packages.filter(|_| of_usage),
        prices: if of_usage { prices } else { Vec::new() },
        amount,
    };
    Some((month, entry))
}

/// The service and the place of a row, by the account's own names where it has them.
fn place(cells: &Cells<'_>, form: &Form, wanted: &Wanted) -> (String, String) {
    let service = form.own_service(cells.text(Column::Service).unwrap_or_default());
    let region = form.own_region(cells.text(Column::Region).unwrap_or_default());
    let resource = cells.text(Column::Resource).unwrap_or_default();
    let both = format!("{service}@{region}");
    for known in [both.as_str(), resource] {
        if let Some((place, service)) = wanted.places.get_key_value(known) {
            return (service.clone(), place.clone());
        }
    }
    match (service.is_empty(), region.is_empty()) {
        (false, false) => (service, both),
        _ if !resource.is_empty() => (service, resource.to_owned()),
        _ => (service.clone(), service),
    }
}
