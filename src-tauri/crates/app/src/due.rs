//! What fell due – while the program ran, or while it did not – is run in order and reported once.

use billing::{Event, Instant, Money, event::What};
use ledger::{AccountId, Write};

use crate::{
    books::{Books, Loaded},
    error::AppError,
};

/// What was run.
#[derive(Clone, Debug)]
pub struct CaughtUp {
    /// The account afterwards, at now.
    pub loaded: Loaded,
    /// Everything that happened.
    pub events: Vec<Event>,
}

impl CaughtUp {
    /// The money of the settlements that were run, taken or left owed.
    ///
    /// # Errors
    /// [`AppError::Refused`] beyond the range of cents.
    pub fn settled(&self) -> Result<(u32, Money), AppError> {
        let mut count = 0;
        let mut total = Money::ZERO;
        for event in &self.events {
            if let What::Settled(charge) = &event.what {
                count += 1;
                total = total.checked_add(charge.due).map_err(billing::Refusal::from)?;
            }
        }
        Ok((count, total))
    }
}

/// Runs everything due up to now. Writes only when something fell due; another process that did it first is no error.
///
/// # Errors
/// That the books cannot be read or written.
pub async fn run(books: &Books, id: AccountId) -> Result<CaughtUp, AppError> {
    loop {
        let mut loaded = books.load(id).await?;
        let now = books.now();
        let mut events = Vec::new();
        loaded.account.advance(now.max(loaded.account.now), &mut events)?;
        if events.is_empty() {
            return Ok(CaughtUp { loaded, events });
        }
        let write = Write {
            kind: "due",
            request_id: None,
            events: &events,
            after: &loaded.account,
            recorded_at: now,
            import: None,
        };
        match books.ledger().write(id, &loaded.basis, write).await.map_err(AppError::from) {
            Ok(basis) => return Ok(CaughtUp { loaded: Loaded { basis, ..loaded }, events }),
            Err(AppError::Stale) => {}
            Err(error) => return Err(error),
        }
    }
}

/// When the next settlement instant of an account is, usage or not.
#[must_use]
pub fn next_settlement(loaded: &Loaded, now: Instant) -> Instant {
    let terms = &loaded.account.terms;
    let settlement = terms.policy.settlement;
    let after = settlement.posted_after + terms.settlement_delay;
    terms.policy.period_start(now - after) + settlement.period + after
}
