//! JSON objects as records: one per line, or in an array.

use std::borrow::Cow;

use rapidhash::v3::rapidhash_v3;
use serde_json::{Map, Value};

use super::Fault;
use super::fields::{Calls, Field, NoCall, Record};
use super::json_values::{Objects, first_object};
use crate::error::ReadError;
use crate::preview::reject::Reason;
use crate::progress::Meter;
use crate::rows::{Row, Rows};
use crate::rules::Rules;

/// Rows between two reports of progress.
pub const ROWS_PER_STEP: u64 = 4_096;

/// A JSON object as a record: the fields by their mapped or usual keys.
pub struct JsonRecord<'r> {
    object: &'r Map<String, Value>,
    rules: &'r Rules,
}

impl Record for JsonRecord<'_> {
    fn text(&self, field: Field) -> Option<Cow<'_, str>> {
        match field.mapped(&self.rules.columns) {
            Some(key) => text_at(self.object, key),
            None => usual_text(self.object, field),
        }
    }
}

/// The text under a key, or under keys inside one another, `a.b`.
pub fn text_at<'o>(object: &'o Map<String, Value>, key: &str) -> Option<Cow<'o, str>> {
    let value = object.get(key).or_else(|| {
        let (outer, inner) = key.split_once('.')?;
        inner.split('.').try_fold(object.get(outer)?, |value, key| value.get(key))
    });
    match value? {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Null => None,
        other => Some(Cow::Owned(other.to_string())),
    }
}

/// The text under one of a field's usual names.
pub fn usual_text(object: &Map<String, Value>, field: Field) -> Option<Cow<'_, str>> {
    field.usual_names().iter().find_map(|name| text_at(object, name)).or_else(|| {
        let is_usual = |key: &str| field.usual_names().iter().any(|name| key.eq_ignore_ascii_case(name));
        let key = object.keys().find(|key| is_usual(key))?;
        text_at(object, key)
    })
}

/// Whether the records have ids: if the rules map one, or the first record has one.
pub fn has_ids(beginning: &[u8], rules: &Rules) -> bool {
    let first = || serde_json::from_slice::<Map<String, Value>>(first_object(beginning)?).ok();
    rules.columns.id.is_some() || first().is_some_and(|object| usual_text(&object, Field::Id).is_some())
}

/// Parses the bytes of an object.
pub fn parse(bytes: &[u8], is_object: bool) -> Result<Map<String, Value>, Fault> {
    let parsed = if is_object { serde_json::from_slice(bytes).ok() } else { None };
    parsed.ok_or_else(|| Fault {
        reason: Reason::NotARecord,
        field: "line",
        found: super::shown(bytes),
        expected: "a JSON object",
    })
}

/// Reads all records.
pub fn read(
    mut objects: Objects,
    calls: &mut Calls<'_>,
    rows: &mut Rows<'_, '_>,
    meter: &Meter<'_>,
) -> Result<(), ReadError> {
    while let Some(found) = objects.next().map_err(|source| rows.io_error(source))? {
        let (line, raw, hash) = (found.line, found.bytes, rapidhash_v3(found.bytes));
        let object = parse(found.bytes, found.is_object);
        let object = object.map_err(NoCall::Fault);
        let record = object.as_ref().map(|object| JsonRecord { object, rules: calls.rules() });
        let result =
            record.as_ref().map_err(|no_call| (*no_call).clone()).and_then(|record| calls.call(record));
        let id = record.ok().and_then(|record| Some(record.text(Field::Id)?.into_owned().into()));
        rows.take(Row { line, raw, hash, source: None, id, result })?;
        if rows.rows().is_multiple_of(ROWS_PER_STEP) {
            meter.step(rows.rows())?;
        }
    }
    Ok(())
}
