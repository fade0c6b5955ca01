//! `--json`: stable keys, money as text, counts as numbers while every reader keeps them exact.

use billing::{Account, Instant, ProjectId, ResourceId, zone::Zone};
use serde_json::{Map, Value};

/// Above this, programs that read numbers as binary floating point lose digits.
const EXACT: u64 = 1 << 53;

/// A count: a number below 2⁵³, else text.
pub fn count(number: u64) -> Value {
    if number < EXACT { number.into() } else { number.to_string().into() }
}

/// A count that may be negative, as [`count`].
pub fn signed(number: i64) -> Value {
    if number.unsigned_abs() < EXACT { number.into() } else { number.to_string().into() }
}

/// Money, charges and prices: text that keeps every decimal.
pub fn money(amount: impl ToString) -> Value {
    amount.to_string().into()
}

/// An instant in the provider's zone, RFC 3339.
pub fn instant(zone: Zone, at: Instant) -> Value {
    zone.format(at).into()
}

/// An instant that may be absent.
pub fn maybe_instant(zone: Zone, at: Option<Instant>) -> Value {
    at.map_or(Value::Null, |at| instant(zone, at))
}

/// Service, region, application and project, as four keys; the default project is empty.
pub fn used_by(account: &Account, resource: ResourceId, project: ProjectId) -> Map<String, Value> {
    let mut object = service(account, resource);
    object.insert("project".to_owned(), account.project(project).into());
    object
}

/// Service, region and application, as three keys; a service has no application, an application no region.
pub fn service(account: &Account, resource: ResourceId) -> Map<String, Value> {
    let key = account.resource(resource).map(|known| &known.key);
    let text = |text: Option<&String>| text.cloned().unwrap_or_default().into();
    let mut object = Map::new();
    object.insert("service".to_owned(), text(key.map(|key| &key.service)));
    object.insert("region".to_owned(), text(key.map(|key| &key.region)));
    object.insert("application".to_owned(), text(key.map(|key| &key.application)));
    object
}

/// An object with the keys of another added.
pub fn joined(mut object: Map<String, Value>, more: Value) -> Value {
    if let Value::Object(more) = more {
        object.extend(more);
    }
    Value::Object(object)
}

/// An object as it is printed.
pub fn print(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_a_reader_could_round_is_text() {
        assert_eq!(count(EXACT - 1).to_string(), "9007199254740991");
        assert_eq!(count(EXACT).to_string(), "\"9007199254740992\"");
    }
}
