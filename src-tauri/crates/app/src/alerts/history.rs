//! How often a balance alert would have fired: the account's own movements, compared again.

use billing::{Instant, Money, alert::Episode, policy::BalanceAlertPolicy};
use chrono::TimeDelta;

use crate::{Books, books::Loaded, error::AppError};

/// Days looked back at most.
const DAYS: i64 = 365;

/// What a line would have told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// From when the movements were compared.
    pub from: Instant,
    /// When the line would have been crossed.
    pub fired_at: Vec<Instant>,
    /// Messages in all, repetitions with them.
    pub told: u32,
}

/// Compares a line with what could be spent after every movement of the last year, or since the account was opened. `None`
/// where that is not known exactly: changes of the credit limit are no movements of money.
///
/// # Errors
/// That the books cannot be read.
pub async fn history_of(books: &Books, loaded: &Loaded, line: Money) -> Result<Option<History>, AppError> {
    let Some(values) = spendable(books, loaded).await? else { return Ok(None) };
    Ok(Some(replay(&loaded.account.terms.policy.balance_alert, line, &values, loaded.account.now)))
}

/// What could be spent after every movement of the last year, in order of time, or since the account was opened.
pub(super) async fn spendable(
    books: &Books,
    loaded: &Loaded,
) -> Result<Option<Vec<(Instant, Money)>>, AppError> {
    let (account, id) = (&loaded.account, loaded.header.id);
    let from = (account.now - TimeDelta::days(DAYS)).max(account.opened_at.min(loaded.header.opened_at));
    if books.ledger().has_write_since(id, "credit-limit", from).await? {
        return Ok(None);
    }
    // Backwards from what is certain: what can be spent now.
    let mut value = account.available_credit()?;
    let mut values = Vec::new();
    for (at, change) in books.ledger().spendable_changes(id, from).await? {
        values.push((at, value));
        value = value.checked_sub(change).map_err(billing::Refusal::from)?;
    }
    values.push((from, value));
    values.reverse();
    Ok(Some(values))
}

/// Compares as the engine does: once for every instant, after everything that moved in it; repetitions by the same cadence.
pub(super) fn replay(
    policy: &BalanceAlertPolicy,
    line: Money,
    values: &[(Instant, Money)],
    now: Instant,
) -> History {
    let from = values.first().map_or(now, |(at, _)| *at);
    let mut history = History { from, fired_at: Vec::new(), told: 0 };
    let mut episode: Option<Episode> = None;
    for (index, (at, value)) in values.iter().enumerate() {
        if values.get(index + 1).is_some_and(|(next, _)| next == at) {
            continue;
        }
        tell_until(policy, &mut episode, &mut history, |due| due < *at);
        if *value >= line {
            episode = None;
        } else if episode.is_none() {
            episode = Some(Episode { crossed_at: *at, told: 1, skipped: 0, acknowledged: false });
            history.fired_at.push(*at);
            history.told += 1;
        }
        tell_until(policy, &mut episode, &mut history, |due| due <= *at);
    }
    tell_until(policy, &mut episode, &mut history, |due| due <= now);
    history
}

fn tell_until(
    policy: &BalanceAlertPolicy,
    episode: &mut Option<Episode>,
    history: &mut History,
    is_due: impl Fn(Instant) -> bool,
) {
    while let Some(lasting) = episode.as_mut().filter(|one| one.next(policy).is_some_and(&is_due)) {
        lasting.told += 1;
        history.told += 1;
    }
}
