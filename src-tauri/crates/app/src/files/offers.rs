//! `[[price]]` and `[[offer]]`: the tables that catalogues and scenarios share.

use billing::{
    Instant, Money, Offer, ResourceKey, UnitPrice,
    package::Source,
    price::{Price, Tier},
    zone::{Term, parse_instant},
};
use serde::Deserialize;
use toml::Spanned;

use super::problem::Problems;

/// A pay-per-use price as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceEntry {
    service: Spanned<String>,
    #[serde(default)]
    region: Option<String>,
    unit_price: Option<Spanned<String>>,
    tiers: Option<Spanned<Vec<TierEntry>>>,
    from: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TierEntry {
    up_to: Option<u64>,
    unit_price: Spanned<String>,
}

/// A package on sale as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferEntry {
    sku: Spanned<String>,
    service: String,
    #[serde(default)]
    region: Option<String>,
    quota: Spanned<u64>,
    term: Spanned<String>,
    price: Spanned<String>,
    source: Option<Spanned<String>>,
    project: Option<String>,
    #[serde(default)]
    withdrawn: bool,
    from: Option<Spanned<String>>,
}

impl PriceEntry {
    /// The price, or problems.
    pub(crate) fn check(&self, problems: &mut Problems<'_>) -> Option<Price> {
        let tiers = match (&self.unit_price, &self.tiers) {
            (Some(unit), None) => vec![Tier { up_to: None, unit_price: unit_price(unit, problems)? }],
            (None, Some(tiers)) => self.tiers(tiers, problems)?,
            _ => {
                let message = "needs either `unit_price` or `tiers`";
                problems.add(self.service.span(), "price", message);
                return None;
            }
        };
        let from = match &self.from {
            Some(from) => Some(instant(from, problems)?),
            None => None,
        };
        let region = self.region.clone().unwrap_or_default();
        Some(Price { service: self.service.get_ref().clone(), region, from, tiers })
    }

    /// A problem where the region is left out.
    pub(crate) fn needs_region(&self, problems: &mut Problems<'_>) {
        if self.region.is_none() {
            problems.add(self.service.span(), "price", "needs `region`");
        }
    }

    fn tiers(&self, entries: &Spanned<Vec<TierEntry>>, problems: &mut Problems<'_>) -> Option<Vec<Tier>> {
        let mut tiers = Vec::new();
        for entry in entries.get_ref() {
            tiers.push(Tier { up_to: entry.up_to, unit_price: unit_price(&entry.unit_price, problems)? });
        }
        let limits: Vec<_> = tiers.iter().map(|tier| tier.up_to.unwrap_or(u64::MAX)).collect();
        let rising = limits.windows(2).all(|pair| pair[0] < pair[1]);
        let open_ended = tiers.last().is_some_and(|tier| tier.up_to.is_none());
        if !rising || !open_ended {
            let message = "tiers need rising `up_to`, and a last tier without one";
            problems.add(entries.span(), "tiers", message);
            return None;
        }
        Some(tiers)
    }
}

impl OfferEntry {
    /// The offer, or problems.
    pub(crate) fn check(&self, problems: &mut Problems<'_>) -> Option<Offer> {
        let term = Term::parse(self.term.get_ref());
        if term.is_none() {
            let message = format!("`{}` is not a term such as 1y, 12m or 30d", self.term.get_ref());
            problems.add(self.term.span(), "term", message);
        }
        let price = Money::parse(self.price.get_ref()).ok().filter(|price| *price >= Money::ZERO);
        if price.is_none() {
            let message = format!("`{}` is not an amount of at most 2 decimals", self.price.get_ref());
            problems.add(self.price.span(), "price", message);
        }
        if !(1..=1_000_000_000_000).contains(self.quota.get_ref()) {
            problems.add(self.quota.span(), "quota", "must be 1 to 1,000,000,000,000");
            return None;
        }
        let source = match &self.source {
            None => Source::Purchased,
            Some(source) => match Source::parse(source.get_ref()) {
                Some(source) => source,
                None => {
                    let message = format!("`{}` is none of free, promotion, purchased", source.get_ref());
                    problems.add(source.span(), "source", message);
                    return None;
                }
            },
        };
        let from = match &self.from {
            Some(from) => Some(instant(from, problems)?),
            None => None,
        };
        Some(Offer {
            sku: self.sku.get_ref().clone(),
            resource: ResourceKey::new(&self.service, self.region.as_deref().unwrap_or_default()),
            quota: *self.quota.get_ref(),
            term: term?,
            price: price?,
            source,
            project: self.project.clone(),
            withdrawn: self.withdrawn,
            from,
        })
    }

    /// A problem where the region is left out.
    pub(crate) fn needs_region(&self, problems: &mut Problems<'_>) {
        if self.region.is_none() {
            problems.add(self.sku.span(), "offer", "needs `region`");
        }
    }

    /// A problem where the offer is dated, which only those of a price list are.
    pub(crate) fn has_no_from(&self, problems: &mut Problems<'_>) {
        if let Some(from) = &self.from {
            problems.add(from.span(), "from", "offers of a scenario are on sale from its beginning");
        }
    }

    pub(crate) fn sku_span(&self) -> std::ops::Range<usize> {
        self.sku.span()
    }
}

fn unit_price(text: &Spanned<String>, problems: &mut Problems<'_>) -> Option<UnitPrice> {
    UnitPrice::parse(text.get_ref())
        .map_err(|error| problems.add(text.span(), "unit_price", error.to_string()))
        .ok()
}

pub(crate) fn instant(text: &Spanned<String>, problems: &mut Problems<'_>) -> Option<Instant> {
    parse_instant(text.get_ref()).map_err(|error| problems.add(text.span(), "from", error.to_string())).ok()
}
