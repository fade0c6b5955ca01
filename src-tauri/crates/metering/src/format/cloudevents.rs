//! CloudEvents 1.0 in JSON: structured, one after another, or in batches.

use std::borrow::Cow;

use rapidhash::v3::rapidhash_v3;
use serde_json::{Map, Value};

use super::Fault;
use super::fields::{Calls, Field, NoCall, Record};
use super::json_lines::{ROWS_PER_STEP, parse, text_at, usual_text};
use super::json_values::Objects;
use crate::error::ReadError;
use crate::preview::reject::Reason;
use crate::progress::Meter;
use crate::rows::{Row, Rows};
use crate::rules::Rules;

/// An event as a record: id and time are the event's, everything else is in its data.
struct EventRecord<'r> {
    event: &'r Map<String, Value>,
    data: &'r Map<String, Value>,
    rules: &'r Rules,
}

impl Record for EventRecord<'_> {
    fn text(&self, field: Field) -> Option<Cow<'_, str>> {
        match (field.mapped(&self.rules.columns), field) {
            (Some(key), _) => text_at(self.data, key).or_else(|| text_at(self.event, key)),
            (None, Field::Time) => text_at(self.event, "time"),
            (None, Field::Id) => text_at(self.event, "id"),
            (None, _) => usual_text(self.data, field),
        }
    }
}

/// Checks what the specification requires of every event.
fn check(event: &Map<String, Value>) -> Result<(), Fault> {
    let text = |name: &str| event.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let required = [
        ("specversion", "specversion 1.0"),
        ("id", "an id, a text that is not empty"),
        ("source", "a source, a text that is not empty"),
        ("type", "a type, a text that is not empty"),
    ];
    for (field, expected) in required {
        let fits = text(field).is_some_and(|text| field != "specversion" || text == "1.0");
        if !fits {
            let found = event.get(field).map(Value::to_string).unwrap_or_default();
            let found = super::shown(found.as_bytes());
            return Err(Fault { reason: Reason::NotAnEvent, field, found, expected });
        }
    }
    Ok(())
}

fn data(event: &Map<String, Value>) -> Result<&Map<String, Value>, Fault> {
    let expected = "data, a JSON object";
    match event.get("data") {
        Some(Value::Object(data)) => Ok(data),
        None => Err(Fault::missing("data", expected)),
        Some(other) => Err(Fault::unreadable("data", other.to_string().as_bytes(), expected)),
    }
}

fn call(event: &Map<String, Value>, calls: &mut Calls<'_>) -> Result<super::fields::Call, NoCall> {
    check(event)?;
    let record = EventRecord { event, data: data(event)?, rules: calls.rules() };
    calls.call(&record)
}

/// Reads all events.
pub fn read(
    mut objects: Objects,
    calls: &mut Calls<'_>,
    rows: &mut Rows<'_, '_>,
    meter: &Meter<'_>,
) -> Result<(), ReadError> {
    while let Some(found) = objects.next().map_err(|source| rows.io_error(source))? {
        let (line, raw, hash) = (found.line, found.bytes, rapidhash_v3(found.bytes));
        let event = parse(found.bytes, found.is_object).map_err(NoCall::Fault);
        let result = event.as_ref().map_err(Clone::clone).and_then(|event| call(event, calls));
        let event = event.unwrap_or_default();
        let (source, id) = (text_at(&event, "source"), text_at(&event, "id"));
        rows.take(Row { line, raw, hash, source, id, result })?;
        if rows.rows().is_multiple_of(ROWS_PER_STEP) {
            meter.step(rows.rows())?;
        }
    }
    Ok(())
}
