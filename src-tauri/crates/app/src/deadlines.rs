//! The instants of arrears that are still ahead: what must be paid until then, and what begins otherwise.

use billing::{
    Account, Instant, Refusal,
    lifecycle::{Rung, Stage},
};
use chrono::TimeDelta;
use ledger::AccountId;

use crate::calendar::Entry;

/// What is ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// The last second in which a payment buys something.
    Payment(Box<Rung>),
    /// A stage that begins, where no payment ends right before it.
    Begins(Stage),
}

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What.
    pub ahead: Ahead,
    /// When.
    pub at: Instant,
    /// When the arrears began that it belongs to; its own instant where there are none.
    since: Instant,
}

/// Words for one deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// One line.
    pub summary: String,
    /// More about it.
    pub description: String,
}

impl Deadline {
    /// Its stable name: `pay-keeps-running`, `begins-frozen`.
    #[must_use]
    pub fn code(&self, account: &Account) -> String {
        let code = match &self.ahead {
            Ahead::Payment(rung) => format!("pay-{}", rung.buys.code()),
            Ahead::Begins(stage) => format!("begins-{}", stage.code(account.terms.policy.arrears.stops)),
        };
        code.replace('_', "-")
    }
}

/// Every deadline after an instant, the soonest first.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn deadlines(account: &Account, now: Instant) -> Result<Vec<Deadline>, Refusal> {
    let since = account.arrears_since;
    let payments = account.rungs()?.into_iter().filter_map(|rung| {
        let at = rung.by.as_ref()?.value;
        Some(Deadline { ahead: Ahead::Payment(Box::new(rung)), at, since: since.unwrap_or(at) })
    });
    let mut found: Vec<Deadline> = payments.collect();
    let paid_until: Vec<_> = found.iter().map(|deadline| deadline.at).collect();
    let has_payment =
        |at: Instant| paid_until.iter().any(|by| *by == at || *by + TimeDelta::seconds(1) == at);
    let open = account.boundaries().filter(|_| account.released_at.is_none());
    let stages = open.into_iter().flat_map(|ends| {
        let pending = ends.retention_ends.value < ends.released.value;
        [
            (ends.since < ends.grace_ends.value, Stage::Frozen, ends.grace_ends.value),
            (pending, Stage::ReleasePending, ends.retention_ends.value),
            (true, Stage::Released, ends.released.value),
        ]
        .map(move |(is_there, stage, at)| (is_there, stage, at, ends.since))
    });
    let begins = stages.filter(|(is_there, _, at, _)| *is_there && !has_payment(*at));
    found.extend(begins.map(|(_, stage, at, since)| Deadline { ahead: Ahead::Begins(stage), at, since }));
    found.retain(|deadline| now < deadline.at);
    found.sort_by_key(|deadline| deadline.at);
    Ok(found)
}

/// Deadlines as entries of a calendar. Those of the same arrears have the same ids, so that saving them again replaces them.
#[must_use]
pub fn entries(
    id: AccountId,
    account: &Account,
    deadlines: &[Deadline],
    words: impl Fn(&Deadline, &str) -> Option<Words>,
) -> Vec<Entry> {
    let entry = |deadline: &Deadline| {
        let code = deadline.code(account);
        let Words { summary, description } = words(deadline, &code)?;
        let uid = format!("{}-{}-{code}@tollbook", id.0, deadline.since.timestamp());
        Some(Entry { uid, at: deadline.at, summary, description })
    };
    deadlines.iter().filter_map(entry).collect()
}
