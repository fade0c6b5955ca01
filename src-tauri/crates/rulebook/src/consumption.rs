//! `consumption` of an offer: what using up a part of it costs when it is given back (T-44).

use billing::{
    Money,
    price::{ConsumptionPrices, Tier},
};
use rust_decimal::Decimal;
use toml::Value;

use crate::{
    fields::Fields,
    offers::{tiers, unit_price},
};

const KNOWN: [&str; 5] = ["monthly", "discounts", "hourly", "daily", "per_unit"];

/// The prices, empty where the offer has none; nothing when they are wrong.
pub(super) fn read(fields: &mut Fields<'_, '_, '_>) -> Option<ConsumptionPrices> {
    let table = match fields.find("consumption").map(|found| found.get_ref()) {
        None => return Some(ConsumptionPrices::default()),
        Some(Value::Table(table)) => table,
        Some(_) => {
            fields.wrong(
                "consumption",
                "is no table; write { daily = \"20.00\" }, or other prices of what was used",
            );
            return None;
        }
    };
    if let Some(key) = table.keys().find(|key| !KNOWN.contains(&key.as_str())) {
        let message = format!("`{key}` is not known here; the fields are {}", KNOWN.join(", "));
        fields.wrong("consumption", message);
        return None;
    }
    let prices = prices(table, fields);
    if let Err(message) = &prices {
        fields.wrong("consumption", message.as_str());
    }
    prices.ok()
}

fn prices(table: &toml::Table, fields: &mut Fields<'_, '_, '_>) -> Result<ConsumptionPrices, String> {
    let mut hourly = Vec::new();
    for row in list(table, "hourly")? {
        let entries =
            row.as_array().ok_or("`hourly` is a list of lists of tiers, one per part of the product")?;
        hourly.push(tiers(entries, fields).ok_or("a row of `hourly` has no tiers")?);
    }
    let per_unit = list(table, "per_unit")?;
    Ok(ConsumptionPrices {
        monthly: money(table, "monthly")?,
        discounts: list(table, "discounts")?.iter().map(discount).collect::<Result<_, _>>()?,
        hourly,
        daily: money(table, "daily")?,
        per_unit: if per_unit.is_empty() {
            Vec::new()
        } else {
            tiers(per_unit, fields).ok_or("`per_unit` has no tiers")?
        },
    })
}

fn list<'t>(table: &'t toml::Table, field: &str) -> Result<&'t [Value], String> {
    match table.get(field) {
        None => Ok(&[]),
        Some(Value::Array(entries)) => Ok(entries),
        Some(_) => Err(format!("`{field}` is no list")),
    }
}

fn money(table: &toml::Table, field: &str) -> Result<Option<Money>, String> {
    let Some(found) = table.get(field) else { return Ok(None) };
    let amount =
        found.as_str().and_then(|text| Money::parse(text).ok()).filter(|money| *money >= Money::ZERO);
    amount.map(Some).ok_or_else(|| format!("`{field}` is {found}; write an amount such as \"51.00\""))
}

/// `{ from_months = 6, factor = "0.88" }`.
fn discount(entry: &Value) -> Result<(u32, Decimal), String> {
    let wrong = "a discount is written { from_months = 6, factor = \"0.88\" }";
    let table = entry.as_table().ok_or(wrong)?;
    let months =
        table.get("from_months").and_then(Value::as_integer).and_then(|months| u32::try_from(months).ok());
    let factor = unit_price(table.get("factor").and_then(Value::as_str).ok_or(wrong)?)?;
    Ok((months.ok_or(wrong)?, factor.value()))
}

/// The prices as they are read; empty without any.
pub(super) fn written(prices: &ConsumptionPrices) -> toml::Table {
    let text = |text: &dyn ToString| Value::String(text.to_string());
    let mut table = toml::Table::new();
    let mut list = |name: &str, entries: Vec<Value>| {
        if !entries.is_empty() {
            table.insert(name.to_owned(), Value::Array(entries));
        }
    };
    let discount = |(months, factor): &(u32, Decimal)| {
        let fields = [
            ("from_months".to_owned(), Value::Integer((*months).into())),
            ("factor".to_owned(), text(factor)),
        ];
        Value::Table(fields.into_iter().collect())
    };
    list("discounts", prices.discounts.iter().map(discount).collect());
    list("hourly", prices.hourly.iter().map(|row| Value::Array(row.iter().map(tier).collect())).collect());
    list("per_unit", prices.per_unit.iter().map(tier).collect());
    for (name, price) in [("monthly", prices.monthly), ("daily", prices.daily)] {
        if let Some(price) = price {
            table.insert(name.to_owned(), text(&price));
        }
    }
    table
}

fn tier(tier: &Tier) -> Value {
    let up_to = tier.up_to.and_then(|up_to| i64::try_from(up_to).ok());
    let mut fields: toml::Table =
        up_to.map(|up_to| ("up_to".to_owned(), Value::Integer(up_to))).into_iter().collect();
    fields.insert("unit_price".to_owned(), Value::String(tier.unit_price.to_string()));
    Value::Table(fields)
}
