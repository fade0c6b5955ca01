//! Values separated by comma, semicolon or tab, under a header.

use std::borrow::Cow;

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};
use rapidhash::v3::rapidhash_v3;

use super::Fault;
use super::fields::{Calls, Field, NoCall, Record};
use crate::error::ReadError;
use crate::input::open::Bytes;
use crate::options::Unit;
use crate::preview::reject::Reason;
use crate::progress::Meter;
use crate::rows::{Row, Rows};
use crate::rules::Rules;

/// Rows between two reports of progress.
const ROWS_PER_STEP: u64 = 8_192;
/// No column has a longer name.
const LONGEST_NAME: usize = 64;

/// A file whose header was read.
pub struct CsvFile {
    reader: Reader<Bytes>,
    /// Number of columns, and the column of each field.
    width: usize,
    columns: [Option<usize>; Field::ALL.len()],
}

struct CsvRecord<'r> {
    fields: &'r ByteRecord,
    columns: &'r [Option<usize>; Field::ALL.len()],
}

impl Record for CsvRecord<'_> {
    fn text(&self, field: Field) -> Option<Cow<'_, str>> {
        let column = self.columns.get(field as usize).copied().flatten()?;
        cells(self.fields).nth(column).map(String::from_utf8_lossy)
    }
}

impl CsvFile {
    /// Reads the header and finds the columns.
    ///
    /// # Errors
    /// [`ReadError::FieldNeeded`] if nothing gives a field every row needs.
    pub fn open(
        file: &str,
        beginning: &[u8],
        content: Bytes,
        rules: &Rules,
        unit: &Unit,
    ) -> Result<Self, ReadError> {
        let delimiter = delimiter(first_line(beginning));
        // Line numbers are right only if nothing but the line feed ends a row.
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter).terminator(Terminator::Any(b'\n'));
        let mut reader = builder.from_reader(content);
        let mut header = ByteRecord::new();
        reader.read_byte_record(&mut header).map_err(|error| io_error(file, error))?;
        let names: Vec<String> =
            cells(&header).map(|n| String::from_utf8_lossy(n).trim().to_owned()).collect();
        let mut columns = [None; Field::ALL.len()];
        for (field, column) in Field::ALL.into_iter().zip(&mut columns) {
            let mapped = field.mapped(&rules.columns);
            *column = position(&names, mapped, field.usual_names());
            if let (Some(mapped), None) = (mapped, *column) {
                let expected = mapped.to_owned();
                return Err(ReadError::FieldNeeded {
                    file: file.to_owned(),
                    field: field.name(),
                    found: names,
                    expected,
                });
            }
        }
        let opened = Self { reader, width: names.len(), columns };
        match opened.missing(rules, unit) {
            None => Ok(opened),
            Some(field) => {
                let expected = field.usual_names().join(", ");
                Err(ReadError::FieldNeeded {
                    file: file.to_owned(),
                    field: field.name(),
                    found: names,
                    expected,
                })
            }
        }
    }

    /// A field every row needs and nothing gives.
    fn missing(&self, rules: &Rules, unit: &Unit) -> Option<Field> {
        let by_path = self.has(Field::Path) && !rules.rules.is_empty();
        let defaults = &rules.defaults;
        let ends = self.has(Field::Left);
        let of_calls = [
            (Field::Time, false),
            (Field::Status, defaults.status.is_some()),
            (Field::Service, by_path || defaults.service.is_some()),
            (Field::Region, by_path || defaults.region.is_some()),
        ];
        let of_attendance = [
            (if ends { Field::Left } else { Field::Time }, false),
            (Field::Application, defaults.application.is_some()),
            (Field::Seconds, self.has(Field::Joined)),
        ];
        let needed: &[_] = if *unit == Unit::Calls { &of_calls } else { &of_attendance };
        needed.iter().find(|(field, given)| !given && !self.has(*field)).map(|(field, _)| *field)
    }

    fn has(&self, field: Field) -> bool {
        self.columns.get(field as usize).is_some_and(Option::is_some)
    }

    /// Whether the rows have ids.
    pub fn has_ids(&self) -> bool {
        self.has(Field::Id)
    }

    /// Reads all rows.
    pub fn read(
        mut self,
        calls: &mut Calls<'_>,
        rows: &mut Rows<'_, '_>,
        meter: &Meter<'_>,
    ) -> Result<(), ReadError> {
        let mut fields = ByteRecord::new();
        loop {
            match self.reader.read_byte_record(&mut fields) {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(error) => return Err(io_error(rows.file(), error)),
            }
            if fields.len() == 1 && self.width > 1 && cells(&fields).all(<[u8]>::is_empty) {
                continue;
            }
            let line = fields.position().map_or(0, csv::Position::line);
            let record = CsvRecord { fields: &fields, columns: &self.columns };
            let result = if fields.len() == self.width {
                calls.call(&record)
            } else {
                let found = format!("{} values", fields.len());
                let expected = "as many values as the header has columns";
                Err(NoCall::Fault(Fault { reason: Reason::NotARecord, field: "line", found, expected }))
            };
            let id = record.text(Field::Id);
            rows.take(Row { line, raw: &shown_row(&fields), hash: hash(&fields), source: None, id, result })?;
            if rows.rows().is_multiple_of(ROWS_PER_STEP) {
                meter.step(rows.rows())?;
            }
        }
    }
}

/// A row's hash, the same however it is quoted. It has to stay the same between versions, because
/// it is stored.
fn hash(fields: &ByteRecord) -> u64 {
    let mut bytes = Vec::with_capacity(fields.as_slice().len() + 8 * fields.len());
    for field in cells(fields) {
        bytes.extend((field.len() as u64).to_le_bytes());
        bytes.extend(field);
    }
    rapidhash_v3(&bytes)
}

fn shown_row(fields: &ByteRecord) -> Vec<u8> {
    cells(fields).collect::<Vec<_>>().join(&b',')
}

/// The values of a row, without the carriage return some files have before the line feed.
fn cells(fields: &ByteRecord) -> impl Iterator<Item = &[u8]> {
    let last = fields.len().saturating_sub(1);
    let strip = move |(index, cell)| if index == last { strip_return(cell) } else { cell };
    fields.iter().enumerate().map(strip)
}

fn strip_return(cell: &[u8]) -> &[u8] {
    cell.strip_suffix(b"\r").unwrap_or(cell)
}

fn io_error(file: &str, error: csv::Error) -> ReadError {
    let source = match error.into_kind() {
        csv::ErrorKind::Io(source) => source,
        other => std::io::Error::other(format!("{other:?}")),
    };
    ReadError::Io { file: file.to_owned(), source }
}

fn position(names: &[String], mapped: Option<&str>, usual: &[&str]) -> Option<usize> {
    let exact = |wanted: &str| names.iter().position(|name| name == wanted);
    let anyhow = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
    match mapped {
        Some(mapped) => exact(mapped).or_else(|| anyhow(mapped)),
        None => usual.iter().find_map(|wanted| anyhow(wanted)),
    }
}

fn first_line(text: &[u8]) -> &[u8] {
    text.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: &u8| header.iter().filter(|byte| *byte == delimiter).count();
    [b'|', b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Whether a line may be the header of a CSV file: several short names, or the mapped time alone.
pub fn looks_like_header(line: &[u8], rules: &Rules) -> bool {
    let line = line.trim_ascii();
    let Ok(text) = std::str::from_utf8(line) else { return false };
    let names = text.split(delimiter(line) as char).map(|name| name.trim().trim_matches('"'));
    let is_name = |name: &str| {
        let letters = name.chars().any(char::is_alphabetic) && !name.contains(char::is_control);
        letters && name.len() <= LONGEST_NAME && !name.contains(['{', '}', '['])
    };
    let mapped = Field::Time.mapped(&rules.columns);
    let times = Field::Time.usual_names().iter().chain(Field::Left.usual_names()).copied().chain(mapped);
    let has_time = times.into_iter().any(|time| names.clone().any(|name| name.eq_ignore_ascii_case(time)));
    has_time || (names.clone().count() >= 3 && names.clone().all(is_name))
}
