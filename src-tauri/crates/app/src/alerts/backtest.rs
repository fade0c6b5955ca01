//! When a line would have fired in the last weeks: what it watches, compared again. Nothing is decided here that the
//! engine decides otherwise; only the past is read.

use billing::{Account, Cycle, Instant, Money, PackageId, ResourceId, ResourceKey, package::order::numbered};
use chrono::TimeDelta;
use ledger::{DeductionLine, Page};

use super::history::{replay, spendable};
use crate::{Books, books::Loaded, error::AppError};

/// Days that are shown.
pub const BACKTEST_DAYS: i64 = 90;
/// Deductions read in one go.
const SLICE: u32 = 5_000;

/// One crossing of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing<V> {
    /// When it would have fired.
    pub at: Instant,
    /// What was there then.
    pub value: V,
    /// When nothing was left, if that came before it was above the line again.
    pub out_at: Option<Instant>,
}

/// What one thing was worth in order of time: a package, or the balance.
pub type Watched<V> = (Option<PackageId>, Vec<(Instant, V)>);

/// What was watched since an instant, and when the line was crossed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backtest<V> {
    /// First instant that was compared.
    pub from: Instant,
    /// What is watched – the balance, or packages – each in order of time; its first value holds when it begins.
    pub lines: Vec<Watched<V>>,
    /// In order of time.
    pub crossings: Vec<Crossing<V>>,
}

/// A line of the balance alert over the last 90 days, with the year before them so that none is counted that began
/// earlier. `None` where the past is not known exactly, as for [`super::history_of`].
///
/// # Errors
/// That the books cannot be read.
pub async fn backtest_balance(
    books: &Books,
    loaded: &Loaded,
    line: Money,
) -> Result<Option<Backtest<Money>>, AppError> {
    let Some(values) = spendable(books, loaded).await? else { return Ok(None) };
    let now = loaded.account.now.max(books.now());
    let fired = replay(&loaded.account.terms.policy.balance_alert, line, &values, now).fired_at;
    let from = beginning(loaded, now);
    let crossings = fired.into_iter().filter(|at| *at >= from).filter_map(|at| {
        let later = values.get(values.iter().rposition(|(then, _)| *then == at)?..)?;
        let mut below = later.iter().take_while(|(_, value)| *value < line);
        let out_at = below.find(|(_, value)| *value <= Money::ZERO).map(|(at, _)| *at);
        Some(Crossing { at, value: later.first()?.1, out_at })
    });
    let crossings = crossings.collect();
    // What was there before the span holds when it begins.
    let shown = values.iter().rposition(|(at, _)| *at <= from).unwrap_or(0);
    let watched = values.iter().skip(shown).map(|(at, value)| ((*at).max(from), *value));
    Ok(Some(Backtest { from, crossings, lines: vec![(None, watched.collect())] }))
}

/// A line in percent of the quota over the last 90 days, for each package of a service. Values are hundredths of a
/// percent, rounded up as the line is reached.
///
/// # Errors
/// That the books cannot be read.
pub async fn backtest_packages(
    books: &Books,
    loaded: &Loaded,
    key: &ResourceKey,
    percent: u32,
) -> Result<Backtest<u64>, AppError> {
    let (account, now) = (&loaded.account, loaded.account.now.max(books.now()));
    let from = beginning(loaded, now);
    let resource = account.find_resource(key);
    let armed = paid(account, resource);
    let mut told = Backtest { from, lines: Vec::new(), crossings: Vec::new() };
    for (id, package) in numbered(account).filter(|(_, package)| Some(package.resource) == resource) {
        let in_span = |cycle: &&Cycle| cycle.starts_at <= now && cycle.ends_at >= from;
        if !package.cycles.iter().any(|cycle| in_span(&cycle)) {
            continue;
        }
        let taken = deductions_since(books, loaded, id, from).await?;
        let mut line = Vec::new();
        for (number, cycle) in (0_u32..).zip(&package.cycles).filter(|(_, cycle)| in_span(cycle)) {
            let of_cycle: Vec<&DeductionLine> = taken.iter().filter(|one| one.cycle == number).collect();
            told.crossings.extend(watch(
                &mut line,
                cycle,
                &of_cycle,
                &Watch { percent, from, armed: &armed },
            ));
        }
        // Late usage is compared when it is recorded, but drawn when it was made.
        line.sort_by_key(|(at, _)| *at);
        told.lines.push((Some(id), line));
    }
    told.crossings.sort_by_key(|crossing| crossing.at);
    Ok(told)
}

/// When quota of a service was paid for: that arms the alerts of all its packages again (H-70).
fn paid(account: &Account, resource: Option<ResourceId>) -> Vec<Instant> {
    let packages = account.packages.iter().filter(|package| Some(package.resource) == resource);
    packages.flat_map(|package| package.cycles.iter().map(|cycle| cycle.paid_at)).collect()
}

/// Since when is looked: 90 days, or as long as the account has lived.
fn beginning(loaded: &Loaded, now: Instant) -> Instant {
    let opened = loaded.account.opened_at.min(loaded.header.opened_at);
    (now - TimeDelta::days(BACKTEST_DAYS)).max(opened)
}

/// What was taken from a package since an instant, in the order in which it was recorded.
async fn deductions_since(
    books: &Books,
    loaded: &Loaded,
    package: PackageId,
    from: Instant,
) -> Result<Vec<DeductionLine>, AppError> {
    let (mut found, mut page) = (Vec::new(), Page::first(SLICE));
    loop {
        let slice = books.ledger().deductions(loaded.header.id, package, page).await?;
        // What is late may stand among what is newer: a whole slice before the span ends the search.
        let is_over = slice.rows.iter().all(|one| one.occurred_at < from);
        found.extend(slice.rows);
        let Some(after) = slice.next.filter(|_| !is_over) else { break };
        page = Page { after: Some(after), limit: SLICE };
    }
    found.reverse();
    Ok(found)
}

/// What one cycle is compared with.
struct Watch<'a> {
    percent: u32,
    from: Instant,
    armed: &'a [Instant],
}

/// Compares after every deduction, as the engine does: once per cycle, and again when what came back passed the line.
fn watch(
    line: &mut Vec<(Instant, u64)>,
    cycle: &Cycle,
    taken: &[&DeductionLine],
    watch: &Watch,
) -> Vec<Crossing<u64>> {
    let &Watch { percent, from, armed } = watch;
    let reached = |left: u64| u128::from(left) * 100 <= u128::from(cycle.quota) * u128::from(percent);
    let share = |left: u64| hundredths(left, cycle.quota);
    let before = taken.iter().rfind(|one| one.occurred_at < from);
    let before = before.map_or(cycle.quota, |one| one.remaining);
    line.push((cycle.starts_at.max(from), share(before)));
    let mut is_told = cycle.starts_at < from && reached(before);
    let mut crossings: Vec<Crossing<u64>> = Vec::new();
    let mut compared = from.max(cycle.starts_at);
    for one in taken.iter().filter(|one| one.occurred_at >= from) {
        line.push((one.occurred_at, share(one.remaining)));
        is_told &= !armed.iter().any(|at| compared < *at && *at <= one.occurred_at);
        compared = compared.max(one.occurred_at);
        if reached(one.remaining) && !is_told {
            crossings.push(Crossing { at: one.occurred_at, value: share(one.remaining), out_at: None });
        }
        is_told = reached(one.remaining);
        if one.remaining == 0
            && let Some(last) = crossings.last_mut()
        {
            last.out_at = last.out_at.or(Some(one.occurred_at));
        }
    }
    crossings
}

/// A share in hundredths of a percent, rounded up.
fn hundredths(left: u64, quota: u64) -> u64 {
    let share = (u128::from(left) * 10_000).div_ceil(u128::from(quota).max(1));
    u64::try_from(share).unwrap_or(u64::MAX)
}
