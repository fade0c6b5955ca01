//! The customer's actions: a plan, then the same plan written down.

use billing::{Account, Command, Event, decide};
use ledger::{AccountId, Basis, Write, WriteError};

use crate::{
    books::{Books, Loaded},
    error::AppError,
};

/// What a command does, or did.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The position it was computed from.
    pub basis: Basis,
    /// The account before, with everything due run.
    pub before: Account,
    /// The account after.
    pub after: Account,
    /// What happens.
    pub events: Vec<Event>,
}

/// Shows what a command would do now; changes nothing.
///
/// # Errors
/// A refusal, or that the books cannot be read.
pub async fn preview(books: &Books, id: AccountId, command: &Command) -> Result<Plan, AppError> {
    let loaded = books.load(id).await?;
    plan(books, &loaded, command)
}

/// Carries a command out, if the books are still where its preview was computed. `request_id` makes a retry harmless:
/// it is recognised, and nothing more happens.
///
/// # Errors
/// [`AppError::Stale`] when the books moved; a refusal; or that the books cannot be written.
pub async fn commit(
    books: &Books,
    id: AccountId,
    kind: &str,
    command: &Command,
    basis: Option<&Basis>,
    request_id: &str,
) -> Result<Plan, AppError> {
    let loaded = books.load(id).await?;
    // A retry is answered before it is decided again: what it did may be what refuses it now.
    if let Some(basis) = books.ledger().find_request(id, request_id).await? {
        return Ok(done(loaded, basis));
    }
    let decided = plan(books, &loaded, command)?;
    let write = Write {
        kind,
        request_id: Some(request_id),
        events: &decided.events,
        after: &decided.after,
        recorded_at: books.now(),
        import: None,
    };
    match books.ledger().write(id, basis.unwrap_or(&loaded.basis), write).await {
        Ok(basis) => Ok(Plan { basis, ..decided }),
        Err(WriteError::AlreadyDone(basis)) => Ok(done(loaded, basis)),
        Err(error) => Err(error.into()),
    }
}

/// The plan of a request that was written before: nothing more happens.
fn done(loaded: Loaded, basis: Basis) -> Plan {
    Plan { basis, before: loaded.account.clone(), after: loaded.account, events: Vec::new() }
}

fn plan(books: &Books, loaded: &Loaded, command: &Command) -> Result<Plan, AppError> {
    let at = books.now().max(loaded.account.now);
    let mut before = loaded.account.clone();
    before.advance_to_actions(at, &mut Vec::new())?;
    let decision = decide(&loaded.account, command, at)?;
    Ok(Plan { basis: loaded.basis, before, after: decision.account, events: decision.events })
}
