//! Pay-per-use prices in force at an instant; history is never repriced (H-18).

use std::{collections::HashMap, ops::Range};

use rust_decimal::Decimal;
use rustc_hash::FxBuildHasher;

use crate::{Instant, Money, UnitPrice};

/// One tier of a graduated price: calls up to and including `up_to` in a month cost `unit_price` each (H-16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The last call of the month in this tier; `None` for the last tier.
    pub up_to: Option<u64>,
    /// Money per call.
    pub unit_price: UnitPrice,
}

/// The price of one service in one region from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// `passport-ocr`.
    pub service: String,
    /// `ap-southeast-1`.
    pub region: String,
    /// In force from; `None` has always been.
    pub from: Option<Instant>,
    /// Graduated tiers, cheapest counter first; one tier is a flat price.
    pub tiers: Vec<Tier>,
}

/// What using up a part of an order costs when it is given back (T-44). Each way of pricing needs its own of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConsumptionPrices {
    /// The list price of a month.
    pub monthly: Option<Money>,
    /// Months from which on a factor applies to the monthly price, fewest first.
    pub discounts: Vec<(u32, Decimal)>,
    /// Pay-per-use prices of an hour, graduated by the hours used: one row per part of the product.
    pub hourly: Vec<Vec<Tier>>,
    /// The price of a day.
    pub daily: Option<Money>,
    /// Prices of a unit by the quantity used: all of it costs the price of the tier it falls in.
    pub per_unit: Vec<Tier>,
}

/// Prices of all services, ready for looking up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceList {
    /// By service, region and start.
    prices: Vec<Price>,
    /// Where those of a service and a region lie: every call asks.
    places: ByName<ByName<Range<usize>>>,
}

/// A hasher without random keys, which the core has no use for.
type ByName<T> = HashMap<String, T, FxBuildHasher>;

impl PriceList {
    /// A list of prices in any order; of two that begin at one instant the later one in the list holds.
    #[must_use]
    pub fn new(mut prices: Vec<Price>) -> Self {
        prices.sort_by(|a, b| (&a.service, &a.region, a.from).cmp(&(&b.service, &b.region, b.from)));
        let mut places: ByName<ByName<Range<usize>>> = ByName::default();
        for (index, price) in prices.iter().enumerate() {
            let of_service = places.entry(price.service.clone()).or_default();
            of_service.entry(price.region.clone()).or_insert(index..index).end = index + 1;
        }
        Self { prices, places }
    }

    /// The price in force at the instant of the usage, if there is one.
    #[must_use]
    pub fn at(&self, service: &str, region: &str, at: Instant) -> Option<&Price> {
        let here = self.prices.get(self.places.get(service)?.get(region)?.clone())?;
        let begun = here.partition_point(|price| price.from.is_none_or(|from| from <= at));
        here.get(begun.checked_sub(1)?)
    }

    /// Every price, by service, region and start.
    #[must_use]
    pub fn all(&self) -> &[Price] {
        &self.prices
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::parse_instant;

    fn price(region: &str, from: Option<&str>, unit: &str) -> Price {
        Price {
            service: "passport-ocr".into(),
            region: region.into(),
            from: from.map(|from| parse_instant(from).unwrap()),
            tiers: vec![Tier { up_to: None, unit_price: UnitPrice::parse(unit).unwrap() }],
        }
    }

    #[test]
    fn the_price_in_force_is_the_latest_that_has_begun() {
        let list = PriceList::new(vec![
            price("a", Some("2023-05-01T10:00:00+08:00"), "0.03"),
            price("a", None, "0.02"),
            price("b", Some("2023-05-01T00:00:00+08:00"), "0.09"),
        ]);
        let unit = |region: &str, at: &str| {
            list.at("passport-ocr", region, parse_instant(at).unwrap())
                .map(|price| price.tiers[0].unit_price.to_string())
        };
        assert_eq!(unit("a", "2023-05-01T09:59:59+08:00").as_deref(), Some("0.02"));
        assert_eq!(unit("a", "2023-05-01T10:00:00+08:00").as_deref(), Some("0.03"), "from its first second");
        assert_eq!(
            unit("b", "2023-04-30T23:59:59+08:00"),
            None,
            "not yet in force, and not another region's"
        );
        assert_eq!(unit("c", "2023-05-01T10:00:00+08:00"), None);
    }
}
