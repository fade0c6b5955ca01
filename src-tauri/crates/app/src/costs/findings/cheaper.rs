//! Calls that were paid one by one and would have cost less in a package on sale: lived again by the engine.

use billing::{
    Derivation, Instant, Money, Refusal, ResourceId, Value,
    compare::{Stretch, replay},
    policy::ResourceKind,
};

use super::{Effort, Finding, FindingKind, Prepare, YEAR_DAYS, YEAR_MONTHS, days_before};
use crate::{
    AppError, Books,
    books::Loaded,
    compare::on_sale,
    ledger::{Split, UsageFilter, Width},
};

/// So many resources are replayed: those that were charged most.
const MOST: usize = 3;

/// The offers that would have cost least, and how many resources were replayed.
pub(super) async fn cheaper(
    books: &Books,
    loaded: &Loaded,
    charged: &[(ResourceId, Money)],
    now: Instant,
) -> Result<(Vec<Finding>, u64), AppError> {
    let account = &loaded.account;
    if account.terms.policy.resources != ResourceKind::Regions {
        return Ok((Vec::new(), 0));
    }
    let mut dearest: Vec<_> = charged.iter().filter(|(_, money)| money.is_positive()).collect();
    dearest.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let (mut found, mut compared) = (Vec::new(), 0);
    for (resource, _) in dearest.into_iter().take(MOST) {
        let Some(key) = account.resource(*resource).map(|known| known.key.clone()) else { continue };
        if on_sale(loaded, &key).is_empty() {
            continue;
        }
        compared += 1;
        found.extend(of_resource(books, loaded, *resource, now).await?);
    }
    Ok((found, compared))
}

/// A year of the calls that no package paid for, in each way of paying.
async fn of_resource(
    books: &Books,
    loaded: &Loaded,
    resource: ResourceId,
    now: Instant,
) -> Result<Option<Finding>, AppError> {
    let terms = &loaded.account.terms;
    let Some(key) = loaded.account.resource(resource).map(|known| known.key.clone()) else { return Ok(None) };
    let span = days_before(loaded, now, YEAR_DAYS);
    let filter = UsageFilter { resource: Some(resource), project: None };
    let (ledger, id) = (books.ledger(), loaded.header.id);
    let hours = ledger.usage_buckets(id, Width::Hour, span.clone(), Split::Nothing, filter, u32::MAX).await?;
    let billed = hours.iter().filter(|hour| hour.figures.billed > 0);
    let usage: Vec<Stretch> =
        billed.map(|hour| Stretch { at: hour.start, calls: hour.figures.billed }).collect();
    let stay = replay(terms, &key, &usage, span.clone(), None)?;
    let mut best: Option<(String, billing::compare::Compared)> = None;
    for offer in on_sale(loaded, &key) {
        // What is dearer than all of it cannot save anything.
        if offer.price >= stay.total {
            continue;
        }
        let way = replay(terms, &key, &usage, span.clone(), Some(offer))?;
        if best.as_ref().is_none_or(|(_, least)| way.total < least.total) {
            best = Some((offer.sku.clone(), way));
        }
    }
    let Some((sku, way)) = best.filter(|(_, way)| way.total < stay.total) else { return Ok(None) };
    let saved = stay.total.checked_sub(way.total).map_err(Refusal::from)?;
    let per_month = Money::from_cents(saved.cents() / i64::from(YEAR_MONTHS));
    let because = Derivation::new("finding-cheaper", "H-46", Value::Money(per_month))
        .resting_on("one-by-one", stay.because)
        .resting_on("with-package", way.because)
        .with("together", Value::Money(saved))
        .with("months", Value::Number(YEAR_MONTHS.into()));
    Ok(Some(Finding {
        kind: FindingKind::Cheaper,
        resource,
        package: None,
        offer: Some(sku.clone()),
        calls: stay.billed,
        per_month,
        because,
        effort: Effort::Purchase,
        prepare: Prepare::Buy(Some(sku)),
    }))
}
