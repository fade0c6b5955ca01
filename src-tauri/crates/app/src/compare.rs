//! What the usage of the last days would have cost in each way of paying for it.

use std::ops::Range;

use billing::{
    Instant, Offer, Refusal, ResourceKey,
    compare::{Compared, Stretch, replay},
    package::Source,
};
use chrono::TimeDelta;

use crate::{
    Books,
    books::Loaded,
    error::AppError,
    ledger::{Split, UsageFilter, Width},
};

/// The ways of paying for one service in one region, over the same calls.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Whole days of the provider, up to the last one with usage.
    pub span: Range<Instant>,
    /// Successful calls in it.
    pub calls: u64,
    /// Pay-per-use alone.
    pub stay: Compared,
    /// With one package of each offer on sale, bought as the span began; smallest first.
    pub offers: Vec<(Offer, Compared)>,
}

impl Comparison {
    /// The offer that would have cost least, if any costs less than pay-per-use; of equals the smaller.
    #[must_use]
    pub fn best(&self) -> Option<&(Offer, Compared)> {
        let cheaper = self.offers.iter().filter(|(_, way)| way.total < self.stay.total);
        cheaper.min_by_key(|(offer, way)| (way.total, offer.quota))
    }
}

/// Compares over so many days, which end with the last day that has usage; today when none has.
///
/// # Errors
/// [`Refusal::NoPrice`] for a service and region that the account never had and nothing is sold for; that the books cannot be read, or a
/// figure leaves the range that can be kept exactly.
pub async fn compare(
    books: &Books,
    loaded: &Loaded,
    key: &ResourceKey,
    days: u32,
) -> Result<Comparison, AppError> {
    let account = &loaded.account;
    let on_sale = on_sale(loaded, key);
    let resource = account.find_resource(key);
    if resource.is_none() && on_sale.is_empty() {
        return Err(Refusal::NoPrice.into());
    }
    let (zone, id, ledger) = (account.terms.policy.zone, loaded.header.id, books.ledger());
    let filter = UsageFilter { resource, project: None };
    let tomorrow = zone.midnight(zone.date(account.now)) + TimeDelta::days(1);
    let ever = Instant::UNIX_EPOCH..tomorrow;
    let all = ledger.usage_buckets(id, Width::Day, ever, Split::Nothing, filter, u32::MAX).await?;
    let last = all.iter().rev().find(|day| resource.is_some() && day.figures.billable > 0);
    let end = last.map_or(tomorrow, |day| day.start + TimeDelta::days(1));
    let span = end - TimeDelta::days(days.clamp(1, MOST_DAYS).into())..end;
    let hours = ledger.usage_buckets(id, Width::Hour, span.clone(), Split::Nothing, filter, u32::MAX).await?;
    let of_it = hours.iter().filter(|_| resource.is_some());
    let usage: Vec<_> = of_it.map(|hour| Stretch { at: hour.start, calls: hour.figures.billable }).collect();
    let terms = &account.terms;
    let mut offers = Vec::new();
    for offer in on_sale {
        let way = replay(terms, key, &usage, span.clone(), Some(offer))?;
        offers.push((offer.clone(), way));
    }
    Ok(Comparison {
        calls: usage.iter().fold(0_u64, |sum, stretch| sum.saturating_add(stretch.calls)),
        stay: replay(terms, key, &usage, span.clone(), None)?,
        span,
        offers,
    })
}

/// Days that can be compared at most.
const MOST_DAYS: u32 = 366;

/// Offers for a service and region that are sold now and bound to no project, smallest first.
pub(crate) fn on_sale<'a>(loaded: &'a Loaded, key: &ResourceKey) -> Vec<&'a Offer> {
    let terms = &loaded.account.terms;
    let mut skus: Vec<_> =
        terms.offers.iter().filter(|offer| offer.resource == *key).map(|offer| offer.sku.as_str()).collect();
    skus.sort_unstable();
    skus.dedup();
    let sold = skus.into_iter().filter_map(|sku| terms.offer(sku, loaded.account.now));
    let mut sold: Vec<_> = sold
        .filter(|offer| !offer.withdrawn && offer.source == Source::Purchased && offer.project.is_none())
        .collect();
    sold.sort_by(|a, b| (a.quota, &a.sku).cmp(&(b.quota, &b.sku)));
    sold
}
