//! Usage down to the hour: its charges, and where the calls were imported from.

use std::{collections::BTreeMap, ops::Range};

use app::{
    books::Loaded,
    known_usage::is_any,
    ledger::{ImportId, Segment, Split, UsageBucket, UsageFilter, Width},
};
use billing::{Account, Charge, Instant, Money, Refusal, explain, explain::Reasons};
use chrono::TimeDelta;

use super::{usage, usage_why};
use crate::{
    App, IpcError, convert,
    dto::usage::{HourCharge, HourRecord, UsageHour, UsageHoursQuery, UsageHoursView},
};

/// Hours in one reply; each comes with everything it is made of.
const HOURS: usize = 48;
/// How much of the past is looked at in one go for hours with usage.
const WINDOW: TimeDelta = TimeDelta::days(31);

/// The hours of one service, region and project, newest first.
///
/// # Errors
/// [`IpcError`] `unknown_resource`, or that the books cannot be read.
pub async fn hours(app: &App, query: UsageHoursQuery) -> Result<UsageHoursView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let account = &loaded.account;
    let key = account.terms.policy.resources.key(&query.service, &query.region);
    let resource = account.find_resource(&key).ok_or(Refusal::UnknownResource)?;
    let project = account.find_project(&query.project).ok_or(Refusal::UnknownResource)?;
    let filter = UsageFilter { resource: Some(resource), project: Some(project) };
    let (from, mut to) = (convert::instant(query.from)?, convert::instant(query.to)?);
    if let Some(after) = convert::cursor(query.after.as_deref())? {
        to = to.min(convert::instant(crate::dto::common::Seconds(after))?);
    }
    let buckets = newest(app, &loaded, from..to, filter).await?;
    let more = buckets.len() > HOURS;
    let buckets = buckets.get(..HOURS.min(buckets.len())).unwrap_or_default();
    let Some(oldest) = buckets.last() else { return Ok(UsageHoursView { hours: Vec::new(), next: None }) };
    let shown =
        oldest.start..buckets.first().map_or(oldest.start, |bucket| bucket.start) + TimeDelta::hours(1);
    let ledger = app.books().ledger();
    let charges = ledger.charges(loaded.header.id, shown.clone(), filter, None, u32::MAX).await?;
    let segments = ledger.segments(loaded.header.id, shown, filter, 0, u32::MAX).await?;
    let hours = buckets.iter().map(|bucket| hour(account, bucket, &charges, &segments));
    Ok(UsageHoursView {
        hours: hours.collect::<Result<_, _>>()?,
        next: more.then(|| oldest.start.timestamp().to_string()),
    })
}

/// The newest hours with usage, newest first: one more than is shown, if there are more.
async fn newest(
    app: &App,
    loaded: &Loaded,
    range: Range<Instant>,
    filter: UsageFilter,
) -> Result<Vec<UsageBucket>, IpcError> {
    let ledger = app.books().ledger();
    let mut found = Vec::new();
    let mut end = range.end;
    while end > range.start && found.len() <= HOURS {
        let start = (end - WINDOW).max(range.start);
        let hours = ledger
            .usage_buckets(loaded.header.id, Width::Hour, start..end, Split::Nothing, filter, u32::MAX)
            .await?;
        found.extend(hours.into_iter().rev().filter(|hour| is_any(&hour.figures)));
        end = start;
    }
    Ok(found)
}

fn hour(
    account: &Account,
    bucket: &UsageBucket,
    charges: &[Charge],
    segments: &[Segment],
) -> Result<UsageHour, IpcError> {
    let hour = bucket.start..bucket.start + TimeDelta::hours(1);
    let charges = charges.iter().filter(|charge| hour.contains(&charge.key.period));
    let charges = charges.map(|charge| hour_charge(account, charge));
    Ok(UsageHour {
        period: convert::seconds(bucket.start),
        figures: usage::figures(&bucket.figures),
        why: usage_why::of_calls(account, &bucket.figures),
        charges: charges.collect::<Result<_, _>>()?,
        records: records(segments.iter().filter(|segment| hour.contains(&segment.occurred_at))),
    })
}

fn hour_charge(account: &Account, charge: &Charge) -> Result<HourCharge, IpcError> {
    let owed =
        account.debts.iter().find(|debt| debt.charge == charge.id).map_or(Money::ZERO, |debt| debt.owed);
    let reasons = charge.parts.iter().fold(Reasons::NONE, |all, part| all.union(part.reasons));
    Ok(HourCharge {
        id: charge.id.0.to_string(),
        settled_at: convert::seconds(charge.key.settles_at),
        amount: charge.amount.to_string(),
        due: charge.due.to_string(),
        owed: owed.to_string(),
        reasons: reasons.iter().map(|reason| reason.code().to_owned()).collect(),
        why: convert::why(&explain::charge(charge)?, &account.terms.policy),
    })
}

/// Calls by the import that brought them, in order of time; an import that was undone brought none.
fn records<'a>(segments: impl Iterator<Item = &'a Segment>) -> Vec<HourRecord> {
    struct Sum<'a> {
        label: &'a str,
        at: Instant,
        billable: i64,
        failed: i64,
    }
    let signed = |segment: &Segment, calls: u64| {
        let calls = i64::try_from(calls).unwrap_or(i64::MAX);
        if segment.taken_out { -calls } else { calls }
    };
    let mut sums: BTreeMap<Option<ImportId>, Sum> = BTreeMap::new();
    for segment in segments {
        let (id, label) = match &segment.import {
            Some((id, label)) => (Some(*id), label.as_str()),
            None => (None, ""),
        };
        let sum = sums.entry(id).or_insert(Sum { label, at: segment.occurred_at, billable: 0, failed: 0 });
        sum.at = sum.at.min(segment.occurred_at);
        sum.billable += signed(segment, segment.billable.saturating_add(segment.uncovered));
        sum.failed += signed(segment, segment.failed);
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.retain(|(_, sum)| sum.billable != 0 || sum.failed != 0);
    sums.sort_by_key(|(id, sum)| (sum.at, *id));
    let record = |(id, sum): (Option<ImportId>, Sum)| HourRecord {
        import_id: id.map(|id| id.0.to_string()),
        label: sum.label.to_owned(),
        at: convert::seconds(sum.at),
        billable: sum.billable.to_string(),
        failed: sum.failed.to_string(),
    };
    sums.into_iter().map(record).collect()
}
