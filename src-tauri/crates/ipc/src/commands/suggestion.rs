//! For which service and region a package is worth looking at first.

use std::cmp::Reverse;

use app::{books::Loaded, known_usage, ledger::UsageFilter};
use billing::{Instant, Offer};
use chrono::TimeDelta;

use crate::{App, IpcError, dto::packages::Suggestion};

/// Days of usage that are looked at, up to the latest usage.
const DAYS: i64 = 30;

/// The service and region, among those on sale, whose calls pay-per-use paid for most often lately; of those that cost
/// nothing more, the one that is called most.
pub(super) async fn suggested(
    app: &App,
    loaded: &Loaded,
    on_sale: &[&Offer],
    now: Instant,
) -> Result<Option<Suggestion>, IpcError> {
    let Some(until) = known_usage::usage_until(app.books(), loaded, now).await? else { return Ok(None) };
    let zone = loaded.account.terms.policy.zone;
    let end = zone.period_start(until, TimeDelta::hours(1)) + TimeDelta::hours(1);
    let lately = end - TimeDelta::days(DAYS)..end;
    let rows = app.books().ledger().usage_table(loaded.header.id, lately, UsageFilter::default()).await?;
    let mut wanted: Vec<_> = loaded
        .account
        .resources
        .iter()
        .zip((0..).map(billing::ResourceId))
        .filter(|(resource, _)| on_sale.iter().any(|offer| offer.resource == resource.key))
        .map(|(resource, id)| {
            let of_it = || rows.iter().filter(|row| row.resource == id).map(|row| row.figures);
            let billed = of_it().fold(0_u64, |sum, figures| sum.saturating_add(figures.billed));
            let calls = of_it().fold(0_u64, |sum, figures| sum.saturating_add(figures.billable));
            (Reverse((billed, calls)), &resource.key)
        })
        .filter(|(Reverse((_, calls)), _)| *calls > 0)
        .collect();
    wanted.sort();
    Ok(wanted.first().map(|(_, key)| Suggestion { service: key.service.clone(), region: key.region.clone() }))
}
