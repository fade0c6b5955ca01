//! The customer's actions: a plan, then the same plan written down.

use billing::{Account, Command, Decision, Event, Instant, Refusal, Setting, decide, event::What, journal};
use ledger::{AccountId, Basis, Chosen, StepChange, Write, WriteError};

use crate::{
    books::{Books, Loaded},
    error::AppError,
};

/// What a command does, or did.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it was computed from.
    pub seen: Seen,
    /// The account before, with everything due run.
    pub before: Account,
    /// The account after.
    pub after: Account,
    /// What happens.
    pub events: Vec<Event>,
}

/// What the customer saw before saying yes: the position of the books, and the instant the preview was computed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The position.
    pub basis: Basis,
    /// The instant.
    pub at: Instant,
}

/// Shows what a command would do now; changes nothing.
///
/// # Errors
/// A refusal, or that the books cannot be read.
pub async fn preview(books: &Books, id: AccountId, command: &Command) -> Result<Plan, AppError> {
    let loaded = books.load(id).await?;
    plan(books, &loaded, command)
}

/// Carries a command out, if it still does what its preview showed: the books have not moved, and no price, payment or
/// settlement that the clock brought since makes a difference. `request_id` makes a retry harmless: it is recognised, and
/// nothing more happens.
///
/// # Errors
/// [`AppError::Stale`] when the command would do something else than was seen; a refusal; or that the books cannot be
/// written.
pub async fn commit(
    books: &Books,
    id: AccountId,
    kind: &str,
    command: &Command,
    seen: Option<&Seen>,
    request_id: &str,
) -> Result<Plan, AppError> {
    let loaded = books.load(id).await?;
    // A retry is answered before it is decided again: what it did may be what refuses it now.
    if books.ledger().find_request(id, request_id).await?.is_some() {
        return Ok(done(loaded));
    }
    if seen.is_some_and(|seen| seen.basis != loaded.basis) {
        return Err(AppError::Stale);
    }
    let decided = plan(books, &loaded, command)?;
    if let Some(seen) = seen {
        does_what_was_seen(&loaded, command, seen.at, &decided)?;
    }
    let chosen = chosen(command, &decided);
    let step = (!chosen.is_empty()).then_some(StepChange::Take(chosen));
    write_down(books, id, decided, (kind, request_id), step.as_ref()).await
}

/// Writes down what was decided.
pub(crate) async fn write_down(
    books: &Books,
    id: AccountId,
    decided: Plan,
    (kind, request_id): (&str, &str),
    step: Option<&StepChange>,
) -> Result<Plan, AppError> {
    let write = Write {
        kind,
        request_id: Some(request_id),
        events: &decided.events,
        after: &decided.after,
        recorded_at: books.now(),
        import: None,
    };
    let written = match step {
        Some(step) => books.ledger().write_step(id, &decided.seen.basis, write, step).await,
        None => books.ledger().write(id, &decided.seen.basis, write).await,
    };
    match written {
        Ok(basis) => Ok(Plan { seen: Seen { basis, at: decided.seen.at }, ..decided }),
        Err(WriteError::AlreadyDone(_)) => Ok(done(books.load(id).await?)),
        Err(error) => Err(error.into()),
    }
}

/// What a command sets to other values than it had: that can be undone.
fn chosen(command: &Command, plan: &Plan) -> Vec<Chosen> {
    let settings = Setting::all_of(command).into_iter().map(|setting| Chosen {
        before: setting.value(&plan.before),
        after: setting.value(&plan.after),
        setting,
    });
    settings.filter(|chosen| chosen.before != chosen.after).collect()
}

/// The plan of a request that was written before: nothing more happens.
pub(crate) fn done(loaded: Loaded) -> Plan {
    let seen = Seen { basis: loaded.basis, at: loaded.account.now };
    Plan { seen, before: loaded.account.clone(), after: loaded.account, events: Vec::new() }
}

pub(crate) fn plan(books: &Books, loaded: &Loaded, command: &Command) -> Result<Plan, AppError> {
    let at = books.now().max(loaded.account.now);
    let mut before = loaded.account.clone();
    before.advance_to_actions(at, &mut Vec::new())?;
    let Decision { events, account } = decide(&loaded.account, command, at)?;
    Ok(Plan { seen: Seen { basis: loaded.basis, at }, before, after: account, events })
}

/// The clock went on since the preview: what the command does now must be what it did then.
fn does_what_was_seen(
    loaded: &Loaded,
    command: &Command,
    seen_at: Instant,
    now: &Plan,
) -> Result<(), AppError> {
    if seen_at == now.seen.at {
        return Ok(());
    }
    let then = decide(&loaded.account, command, seen_at.max(loaded.account.now))?;
    let same = moves(&then.events, &then.account)? == moves(&now.events, &now.after)?;
    if same { Ok(()) } else { Err(AppError::Stale) }
}

/// What events move – money and quota –, and what is bought, whenever it is.
fn moves(events: &[Event], after: &Account) -> Result<Vec<String>, Refusal> {
    let mut moves = Vec::new();
    for event in events {
        if let Some(transaction) = journal::transaction(event, after)? {
            moves.push(format!("{} {:?}", transaction.kind, transaction.postings));
        }
        if let What::Acquired { terms, .. } = &event.what {
            moves.push(format!("{} calls, {}", terms.quota, terms.term));
        }
    }
    Ok(moves)
}
