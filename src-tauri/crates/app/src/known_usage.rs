//! Which usage the books know, and how far.

use std::ops::Range;

use billing::{Instant, ProjectId, ResourceId};
use chrono::TimeDelta;
use foresight::History;
use ledger::{Page, Split, UsageBucket, UsageFigures, UsageFilter, Width};

use crate::{AppError, Books, books::Loaded};

/// What usage is told apart by.
pub type Of = (ResourceId, ProjectId);

/// Hours before the last one that a history goes back at most: four weeks.
const BACK: TimeDelta = TimeDelta::weeks(4);
const HOUR: TimeDelta = TimeDelta::hours(1);

/// Usage per whole hour, and what is known of the hour after them, which may not be over.
#[derive(Clone, Debug)]
pub struct Known {
    /// Up to four weeks of whole hours.
    pub history: History<Of>,
    /// Of the hour after them.
    pub begun: Vec<(Of, u64)>,
}

/// Whether there was any usage.
#[must_use]
pub const fn is_any(figures: &UsageFigures) -> bool {
    figures.billable > 0 || figures.failed > 0 || figures.uncovered > 0
}

/// The last instant of usage that is known: of the last stretch that was metered, or of an import that reaches further.
///
/// # Errors
/// That the books cannot be read.
pub async fn usage_until(books: &Books, loaded: &Loaded, now: Instant) -> Result<Option<Instant>, AppError> {
    let ledger = books.ledger();
    let (id, zone) = (loaded.header.id, loaded.account.terms.policy.zone);
    let mut range = Instant::UNIX_EPOCH..now + TimeDelta::seconds(1);
    for width in [Width::Month, Width::Day, Width::Hour] {
        let buckets = buckets(books, loaded, width, range, Split::Nothing).await?;
        let used = buckets.iter().rev().find(|bucket| is_any(&bucket.figures));
        let Some(last) = used.map(|bucket| bucket.start) else { return Ok(None) };
        let length = match width {
            Width::Month => zone.month_start(zone.month(last).next()) - last,
            Width::Day => TimeDelta::days(1),
            Width::Hour => HOUR,
        };
        range = last..last + length;
    }
    let stretches = ledger.segments(id, range, UsageFilter::default(), 0, u32::MAX).await?;
    let imports = ledger.imports(id, Page::first(50)).await?.rows;
    let imported =
        imports.iter().filter(|import| import.undone_at.is_none()).filter_map(|import| import.span);
    Ok(stretches.iter().map(|stretch| stretch.occurred_at).chain(imported.map(|(_, last)| last)).max())
}

/// The successful calls, or minutes attended, of up to four weeks of whole hours: they end with the hour before that of the
/// last usage, which may not be over or not be told completely.
///
/// # Errors
/// That the books cannot be read.
pub async fn hours(books: &Books, loaded: &Loaded, now: Instant) -> Result<Known, AppError> {
    let zone = loaded.account.terms.policy.zone;
    let last = usage_until(books, loaded, now).await?.unwrap_or(now).min(now);
    let end = zone.period_start(last, HOUR);
    let begins = first_hour(books, loaded, end).await?.unwrap_or(end).max(end - BACK);
    let hours = buckets(books, loaded, Width::Hour, begins..end + HOUR, Split::ResourceAndProject).await?;
    let of = |bucket: &UsageBucket| {
        let amount = bucket.figures.billable.saturating_add(bucket.figures.uncovered);
        Some((bucket.start, (bucket.resource?, bucket.project?), amount))
    };
    let begun = hours.iter().filter(|bucket| bucket.start == end).filter_map(of);
    let begun = begun.map(|(_, of, amount)| (of, amount)).collect();
    Ok(Known { history: History::new(begins..end, hours.iter().filter_map(of)), begun })
}

/// The first hour with usage before an instant.
async fn first_hour(books: &Books, loaded: &Loaded, end: Instant) -> Result<Option<Instant>, AppError> {
    let mut range = Instant::UNIX_EPOCH..end;
    for width in [Width::Month, Width::Day, Width::Hour] {
        let buckets = buckets(books, loaded, width, range, Split::Nothing).await?;
        let used = buckets.iter().find(|bucket| is_any(&bucket.figures));
        let Some(first) = used.map(|bucket| bucket.start) else { return Ok(None) };
        let most = if width == Width::Month { TimeDelta::days(31) } else { TimeDelta::days(1) };
        range = first..end.min(first + most);
    }
    Ok(Some(range.start))
}

async fn buckets(
    books: &Books,
    loaded: &Loaded,
    width: Width,
    range: Range<Instant>,
    split: Split,
) -> Result<Vec<UsageBucket>, AppError> {
    let filter = UsageFilter::default();
    Ok(books.ledger().usage_buckets(loaded.header.id, width, range, split, filter, u32::MAX).await?)
}
