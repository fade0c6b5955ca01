//! Which span of time the Usage screen shows, and up to when usage is known.

use std::ops::Range;

use app::{
    books::Loaded,
    ledger::{Page, Split, UsageFilter, Width},
};
use billing::{Account, Instant};
use chrono::TimeDelta;

use super::usage::is_any;
use crate::{
    App, IpcError,
    charts::text,
    convert,
    dto::usage::{Bucket, UsageQuery},
};

/// The span to show, on borders of its buckets; no longer than a chart can hold. What was not asked for is the usual
/// span of the bucket, which ends with the day or month of `latest`.
pub(super) fn shown(
    query: &UsageQuery,
    account: &Account,
    latest: Instant,
) -> Result<Range<Instant>, IpcError> {
    let zone = account.terms.policy.zone;
    let tomorrow = zone.midnight(zone.date(latest)) + TimeDelta::days(1);
    let month = |at: Instant, back: u32| zone.month_start(text::months_back(zone, at, back));
    let usual = match query.bucket {
        Bucket::Hour => tomorrow - TimeDelta::days(2)..tomorrow,
        Bucket::Day => tomorrow - TimeDelta::days(30)..tomorrow,
        Bucket::Month => month(latest, 12)..zone.month_start(zone.month(latest).next()),
    };
    let start = |at: Instant| match query.bucket {
        Bucket::Hour => zone.period_start(at, TimeDelta::hours(1)),
        Bucket::Day => zone.midnight(zone.date(at)),
        Bucket::Month => month(at, 1),
    };
    let to = match query.to {
        Some(to) => next(start(convert::instant(to)? - TimeDelta::seconds(1)), query.bucket, account),
        None => usual.end,
    };
    let from = match query.from {
        Some(from) => start(convert::instant(from)?),
        None => usual.start,
    };
    let earliest = match query.bucket {
        Bucket::Hour => to - TimeDelta::days(31),
        Bucket::Day => to - TimeDelta::days(732),
        Bucket::Month => month(to - TimeDelta::seconds(1), 120),
    };
    let last = start(to - TimeDelta::seconds(1));
    Ok(from.clamp(earliest, last)..to)
}

/// The start of the bucket after the one that starts at `at`.
pub(super) fn next(at: Instant, bucket: Bucket, account: &Account) -> Instant {
    let zone = account.terms.policy.zone;
    match bucket {
        Bucket::Hour => at + TimeDelta::hours(1),
        Bucket::Day => at + TimeDelta::days(1),
        Bucket::Month => zone.month_start(zone.month(at).next()),
    }
}

/// The last instant of usage that is known: of the last stretch that was metered, or of an import that reaches further.
pub(super) async fn usage_until(
    app: &App,
    loaded: &Loaded,
    now: Instant,
) -> Result<Option<Instant>, IpcError> {
    let ledger = app.books().ledger();
    let (id, zone) = (loaded.header.id, loaded.account.terms.policy.zone);
    let mut range = Instant::UNIX_EPOCH..now + TimeDelta::seconds(1);
    for width in [Width::Month, Width::Day, Width::Hour] {
        let buckets = ledger
            .usage_buckets(id, width, range.clone(), Split::Nothing, UsageFilter::default(), u32::MAX)
            .await?;
        let used = buckets.iter().rev().find(|bucket| is_any(&bucket.figures));
        let Some(last) = used.map(|bucket| bucket.start) else { return Ok(None) };
        let length = match width {
            Width::Month => zone.month_start(zone.month(last).next()) - last,
            Width::Day => TimeDelta::days(1),
            Width::Hour => TimeDelta::hours(1),
        };
        range = last..last + length;
    }
    let stretches = ledger.segments(id, range, UsageFilter::default(), 0, u32::MAX).await?;
    let imports = ledger.imports(id, Page::first(50)).await?.rows;
    let imported =
        imports.iter().filter(|import| import.undone_at.is_none()).filter_map(|import| import.span);
    Ok(stretches.iter().map(|stretch| stretch.occurred_at).chain(imported.map(|(_, last)| last)).max())
}
