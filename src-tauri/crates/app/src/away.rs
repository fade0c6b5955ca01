//! What happened while nobody looked: everything that fell due since the last look, summarised once (rulebook 7).

use billing::Instant;
use ledger::{AccountId, FellDue};

use crate::{Books, due, due::CaughtUp, error::AppError};

/// What fell due since the last look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// When the customer last looked; `None` when never.
    pub since: Option<Instant>,
    /// When they looked again.
    pub until: Instant,
    /// What happened meanwhile, in order of time.
    pub fell_due: FellDue,
}

/// Runs what fell due and gives what happened since the last look; the next call does not give it again. Nothing is given
/// when nothing happened.
///
/// # Errors
/// That the books cannot be read or written.
pub async fn look(books: &Books, id: AccountId) -> Result<(CaughtUp, Option<Away>), AppError> {
    let caught_up = due::run(books, id).await?;
    let (ledger, basis, until) = (books.ledger(), caught_up.loaded.basis, books.now());
    let last = ledger.last_look(id).await?;
    let after = last.map_or(0, |look| look.write_id);
    let fell_due = ledger.fell_due(id, after, basis.write_id).await?;
    if last.is_none_or(|look| look.write_id < basis.write_id || look.at < until) {
        ledger.looked(id, &basis, until).await?;
    }
    let something = fell_due.settlement_count > 0 || fell_due.notice_count > 0;
    let away = Away { since: last.map(|look| look.at), until, fell_due };
    Ok((caught_up, something.then_some(away)))
}
