//! Which span of time the Usage screen shows.

use std::ops::Range;

use billing::{Account, Instant};
use chrono::TimeDelta;

use crate::{
    IpcError,
    charts::{self, text},
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
    let places = i64::from(charts::Width::of_page(query.chart_width).places());
    let earliest = match query.bucket {
        Bucket::Hour => to - TimeDelta::hours(places.min(31 * 24)),
        Bucket::Day => to - TimeDelta::days(places.min(732)),
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
