//! `[[price]]` and `[[offer]]`: the tables that catalogues and scenarios share.

use std::{collections::BTreeSet, ops::Range};

use billing::{
    Money, Offer, ResourceKey, UnitPrice,
    package::{DailyHours, Source},
    price::{Price, Tier},
    zone::Term,
};
use serde::Deserialize;
use toml::Value;

use crate::{
    consumption,
    fields::{Fields, Table},
    problem::Problems,
};

/// Services that are metered by application; all others have a region.
const WITHOUT_REGION: [&str; 1] = ["lcic"];
const PRICE: [&str; 5] = ["service", "region", "unit_price", "tiers", "from"];
const OFFER: [&str; 12] = [
    "sku",
    "service",
    "region",
    "quota",
    "term",
    "price",
    "source",
    "project",
    "hours",
    "withdrawn",
    "consumption",
    "from",
];
/// Calls or minutes of a package.
const QUOTA: (u64, u64) = (1, 1_000_000_000_000);

/// A pay-per-use price as it is written.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct PriceEntry(Table);

/// A package on sale as it is written.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct OfferEntry(Table);

impl PriceEntry {
    /// The price, or problems.
    pub(crate) fn check(&self, problems: &mut Problems<'_>) -> Option<Price> {
        let mut fields = Fields::of(&self.0, &PRICE, problems);
        let resource = resource(&mut fields);
        let from = fields.instant("from");
        let tiers = match (fields.find("unit_price").is_some(), fields.find("tiers").map(|t| t.get_ref())) {
            (true, None) => single(&mut fields),
            (false, Some(Value::Array(entries))) => tiers(entries, &mut fields),
            (false, Some(_)) => {
                fields.wrong(
                    "tiers",
                    "is no list; write [{ up_to = 1000, unit_price = \"0.02\" }, { unit_price = \"0.01\" }]",
                );
                None
            }
            (true, Some(_)) => {
                fields.wrong("tiers", "cannot stand beside `unit_price`; keep one of them");
                None
            }
            (false, None) => {
                fields.wrong("unit_price", "is missing; write unit_price = \"0.0200\", or `tiers`");
                None
            }
        };
        let ResourceKey { service, region, .. } = resource?;
        Some(Price { service, region, from: from.ok()?, tiers: tiers? })
    }

    fn span(&self) -> Range<usize> {
        self.0.span()
    }
}

impl OfferEntry {
    /// The offer, or problems.
    pub(crate) fn check(&self, problems: &mut Problems<'_>) -> Option<Offer> {
        let mut fields = Fields::of(&self.0, &OFFER, problems);
        let sku = fields.text("sku", "passport-1k");
        let resource = resource(&mut fields);
        let quota = fields.count("quota", QUOTA);
        let term = fields.text("term", "1y").and_then(|text| {
            let term = Term::parse(text);
            if term.is_none() {
                fields.wrong("term", format!("`{text}` is not a term such as 1y, 12m or 30d"));
            }
            term
        });
        let price = fields.text("price", "15.00").and_then(|text| {
            let price = Money::parse(text).ok().filter(|price| *price >= Money::ZERO);
            if price.is_none() {
                fields.wrong(
                    "price",
                    format!("`{text}` is not an amount of 0 or more with at most 2 decimals"),
                );
            }
            price
        });
        let source = match fields.maybe_text("source", "purchased") {
            Some(text) => {
                let source = Source::parse(text);
                if source.is_none() {
                    fields.wrong("source", format!("`{text}` is none of free, promotion, purchased"));
                }
                source
            }
            None => Some(Source::Purchased),
        };
        let project = fields.maybe_text("project", "p-7").map(str::to_owned);
        let hours = hours(&mut fields, resource.as_ref());
        let (withdrawn, from) = (fields.flag("withdrawn"), fields.instant("from"));
        let consumption = consumption::read(&mut fields);
        Some(Offer {
            sku: sku?.to_owned(),
            resource: resource?,
            quota: quota?,
            term: term?,
            price: price?,
            source: source?,
            project,
            hours,
            withdrawn,
            consumption: consumption?,
            from: from.ok()?,
        })
    }

    /// A problem where the offer is dated, which only those of a price list are.
    pub(crate) fn has_no_from(&self, problems: &mut Problems<'_>) {
        if let Some((_, from)) = self.0.get_ref().iter().find(|(key, _)| key.get_ref() == "from") {
            problems.add(
                from.span(),
                "from",
                "offers of a scenario are on sale from its beginning; leave it out",
            );
        }
    }

    pub(crate) fn sku_span(&self) -> Range<usize> {
        let sku = self.0.get_ref().iter().find(|(key, _)| key.get_ref() == "sku");
        sku.map_or_else(|| self.0.span(), |(_, value)| value.span())
    }
}

/// Prices of one service and region follow each other: two from the same instant would leave open which is in force.
pub(crate) fn prices(entries: &[PriceEntry], problems: &mut Problems<'_>) -> Vec<Price> {
    let mut prices = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in entries {
        let Some(price) = entry.check(problems) else { continue };
        if !seen.insert((price.service.clone(), price.region.clone(), price.from)) {
            let Price { service, region, .. } = &price;
            let message = format!(
                "{service} in {region} has a price from the same instant already; give this one a `from` of its own"
            );
            problems.add(entry.span(), "price", message);
        }
        prices.push(price);
    }
    prices
}

/// The hours of the day in which a package pays for calls.
fn hours(fields: &mut Fields<'_, '_, '_>, resource: Option<&ResourceKey>) -> Option<DailyHours> {
    let text = fields.maybe_text("hours", "22-06")?;
    if resource.is_some_and(|resource| resource.region.is_empty()) {
        fields.wrong("hours", "is for services in regions; minutes of applications are paid all day");
        return None;
    }
    let hours = DailyHours::parse(text);
    if hours.is_none() {
        fields.wrong("hours", format!("`{text}` is not from one hour of the day to another, such as 22-06"));
    }
    hours
}

fn resource(fields: &mut Fields<'_, '_, '_>) -> Option<ResourceKey> {
    let service = fields.text("service", "passport-ocr");
    let needs_region = service.is_none_or(|service| !WITHOUT_REGION.contains(&service));
    if !needs_region && fields.find("region").is_none() {
        return Some(ResourceKey::new(service?, ""));
    }
    let region = fields.text("region", "ap-southeast-1");
    Some(ResourceKey::new(service?, region?))
}

fn single(fields: &mut Fields<'_, '_, '_>) -> Option<Vec<Tier>> {
    let text = fields.text("unit_price", "0.0200")?;
    let parsed = unit_price(text);
    if let Err(message) = &parsed {
        fields.wrong("unit_price", message.as_str());
    }
    Some(vec![Tier { up_to: None, unit_price: parsed.ok()? }])
}

/// Tiers that meet: each ends where the next begins, and the last one never.
pub(super) fn tiers(entries: &[Value], fields: &mut Fields<'_, '_, '_>) -> Option<Vec<Tier>> {
    let mut tiers: Vec<Tier> = Vec::new();
    for (number, entry) in (1..).zip(entries) {
        match tier(entry, tiers.last(), number == entries.len()) {
            Ok(tier) => tiers.push(tier),
            Err(message) => {
                fields.wrong("tiers", format!("tier {number}: {message}"));
                return None;
            }
        }
    }
    if tiers.is_empty() {
        fields.wrong("tiers", "there are none; the last one has a `unit_price` and no `up_to`");
        return None;
    }
    Some(tiers)
}

fn tier(entry: &Value, before: Option<&Tier>, is_last: bool) -> Result<Tier, String> {
    let entry = entry.as_table().ok_or("write { up_to = 1000, unit_price = \"0.02\" }")?;
    if let Some(key) = entry.keys().find(|key| !["up_to", "unit_price"].contains(&key.as_str())) {
        return Err(format!("`{key}` is not known here; the fields are up_to, unit_price"));
    }
    let unit = entry.get("unit_price").and_then(Value::as_str);
    let unit = unit.ok_or("needs `unit_price` as text, such as unit_price = \"0.02\"")?;
    let up_to = match entry.get("up_to") {
        None => None,
        Some(found) => {
            let count = found.as_integer().and_then(|count| u64::try_from(count).ok());
            Some(count.ok_or_else(|| format!("`up_to` is {found}; write a whole number without quotes"))?)
        }
    };
    let from = before.and_then(|before| before.up_to).unwrap_or(0);
    match up_to {
        Some(up_to) if up_to <= from => {
            return Err(format!("`up_to` is {up_to}; it must rise above {from}, where the tier begins"));
        }
        Some(_) if is_last => {
            return Err(
                "the last tier ends; leave its `up_to` out, so that every call has a price".to_owned()
            );
        }
        None if !is_last => return Err("only the last tier may leave `up_to` out".to_owned()),
        _ => {}
    }
    Ok(Tier { up_to, unit_price: unit_price(unit)? })
}

pub(super) fn unit_price(text: &str) -> Result<UnitPrice, String> {
    UnitPrice::parse(text)
        .map_err(|_| format!("`{text}` is not a price of 0 or more with at most 10 decimals"))
}
