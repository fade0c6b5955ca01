//! A table of a file, read field by field, so that everything wrong with it is found at once and each with its line.

use std::{collections::BTreeMap, ops::Range};

use billing::{Instant, zone::parse_instant};
use toml::{Spanned, Value};

use crate::problem::Problems;

/// A table as it is written; [`Fields::of`] reads it.
pub type Table = Spanned<BTreeMap<Spanned<String>, Spanned<Value>>>;

/// The fields of one table. Each that is wrong becomes a problem and reads as absent.
pub struct Fields<'t, 'p, 'x> {
    span: Range<usize>,
    found: BTreeMap<&'t str, &'t Spanned<Value>>,
    /// Everything that is wrong so far.
    pub problems: &'p mut Problems<'x>,
}

impl<'t, 'p, 'x> Fields<'t, 'p, 'x> {
    /// Looks at a table. Keys that are not `known` are problems.
    pub fn of(table: &'t Table, known: &[&str], problems: &'p mut Problems<'x>) -> Self {
        let mut found = BTreeMap::new();
        for (key, value) in table.get_ref() {
            let name = key.get_ref().as_str();
            if !known.contains(&name) {
                problems.add(
                    key.span(),
                    name,
                    format!("is not known here; the fields are {}", known.join(", ")),
                );
            }
            found.insert(name, value);
        }
        Self { span: table.span(), found, problems }
    }

    /// Where the table begins, for problems with it as a whole.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value of a field, and where it is.
    pub fn find(&self, field: &str) -> Option<&'t Spanned<Value>> {
        self.found.get(field).copied()
    }

    /// Where a field is, or else the table.
    pub fn span_of(&self, field: &str) -> Range<usize> {
        self.find(field).map_or_else(|| self.span(), Spanned::span)
    }

    /// Adds a problem with a field.
    pub fn wrong(&mut self, field: &str, message: impl Into<String>) {
        self.problems.add(self.span_of(field), field, message);
    }

    /// Text that must be there.
    pub fn text(&mut self, field: &str, example: &str) -> Option<&'t str> {
        if self.find(field).is_none() {
            self.wrong(field, format!("is missing; write {field} = \"{example}\""));
        }
        self.maybe_text(field, example)
    }

    /// Text that may be left out.
    pub fn maybe_text(&mut self, field: &str, example: &str) -> Option<&'t str> {
        match self.find(field)?.get_ref() {
            Value::String(text) if text.trim().is_empty() => {
                self.wrong(field, format!("is empty; write something such as \"{example}\""));
                None
            }
            Value::String(text) => Some(text),
            Value::Integer(_) | Value::Float(_) => {
                let found = self.find(field).map(|value| value.get_ref().to_string()).unwrap_or_default();
                let message = format!("is a number; write it as text, so that no digit is lost: \"{found}\"");
                self.wrong(field, message);
                None
            }
            other => {
                self.wrong(field, format!("is {}; write text such as \"{example}\"", kind(other)));
                None
            }
        }
    }

    /// A whole number that must be there.
    pub fn count(&mut self, field: &str, range: (u64, u64)) -> Option<u64> {
        let (lowest, highest) = range;
        let Some(value) = self.find(field) else {
            self.wrong(field, format!("is missing; write {field} = {lowest} or more"));
            return None;
        };
        let count = value.get_ref().as_integer().and_then(|count| u64::try_from(count).ok());
        let count = count.filter(|count| (lowest..=highest).contains(count));
        if count.is_none() {
            let found = value.get_ref();
            let message =
                format!("is {found}; write a whole number of {lowest} to {highest}, without quotes");
            self.wrong(field, message);
        }
        count
    }

    /// Yes or no, usually no.
    pub fn flag(&mut self, field: &str) -> bool {
        match self.find(field).map(Spanned::get_ref) {
            None => false,
            Some(Value::Boolean(flag)) => *flag,
            Some(other) => {
                self.wrong(field, format!("is {}; write true or false", kind(other)));
                false
            }
        }
    }

    /// An instant that may be left out; wrong ones are told apart from absent ones.
    pub fn instant(&mut self, field: &str) -> Result<Option<Instant>, Wrong> {
        let example = "2025-01-01T00:00:00+08:00";
        match self.find(field).map(Spanned::get_ref) {
            None => Ok(None),
            Some(Value::Datetime(_)) => {
                self.wrong(field, format!("is not text; write it in quotes with its offset: \"{example}\""));
                Err(Wrong)
            }
            Some(_) => {
                let text = self.maybe_text(field, example).ok_or(Wrong)?;
                let at = parse_instant(text);
                at.map(Some).map_err(|error| {
                    self.wrong(field, error.to_string());
                    Wrong
                })
            }
        }
    }
}

/// The field is there and cannot be read; the problem is noted.
#[derive(Clone, Copy, Debug)]
pub struct Wrong;

fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "text",
        Value::Integer(_) | Value::Float(_) => "a number",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}
