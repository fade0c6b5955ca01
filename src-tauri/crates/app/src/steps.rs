//! Undoing what was chosen or imported, and choosing it again, whichever face did it and however long ago.
//!
//! Going a step is a command like any other: it is decided by the rules, written in one transaction, and refused when the
//! books have moved on so that it would take something else back. Money is never undone: top-ups, purchases, renewals and
//! refunds are no steps.

use billing::{Account, Command};
use ledger::{AccountId, Chosen, ImportId, Step, StepChange, StepId, Stepped, Steps};

use crate::{
    action::{self, Plan},
    books::{Books, Loaded},
    error::AppError,
    import,
};

/// Back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What was done is undone.
    Undo,
    /// What was undone is done again.
    Redo,
}

impl Way {
    /// Completes "could be …".
    #[must_use]
    pub const fn done(self) -> &'static str {
        match self {
            Self::Undo => "undone",
            Self::Redo => "done again",
        }
    }

    /// How its write is called.
    const fn kind(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    fn next(self, steps: Steps) -> Option<Step> {
        match self {
            Self::Undo => steps.undo,
            Self::Redo => steps.redo,
        }
    }

    /// The value that a setting must have, and the one that it gets.
    fn values(self, chosen: &Chosen) -> (Option<&str>, Option<&str>) {
        let (before, after) = (chosen.before.as_deref(), chosen.after.as_deref());
        match self {
            Self::Undo => (after, before),
            Self::Redo => (before, after),
        }
    }

    const fn change(self, step: StepId) -> StepChange {
        match self {
            Self::Undo => StepChange::Undo(step),
            Self::Redo => StepChange::Redo(step),
        }
    }
}

/// What going a step does.
#[derive(Clone, Debug)]
pub enum Going {
    /// A setting gets its other value.
    Set(Box<Plan>),
    /// An import is taken back; see [`import::undo`].
    TakeBack(ImportId),
}

/// What can be undone and done again next.
///
/// # Errors
/// That the books cannot be read.
pub async fn list(books: &Books, account: AccountId) -> Result<Steps, AppError> {
    Ok(books.ledger().steps(account).await?)
}

/// Shows what going a step would do; changes nothing.
///
/// # Errors
/// [`AppError::NoStep`] when it is not the one that comes next; [`AppError::MovedOn`]; a refusal; or that the books cannot be
/// read.
pub async fn preview(books: &Books, account: AccountId, way: Way, step: StepId) -> Result<Going, AppError> {
    let loaded = books.load(account).await?;
    going(books, &loaded, way, step).await
}

/// Goes a step. `request_id` makes a retry harmless.
///
/// # Errors
/// As for the preview; or that the books cannot be written.
pub async fn go(
    books: &Books,
    account: AccountId,
    way: Way,
    step: StepId,
    request_id: &str,
) -> Result<Going, AppError> {
    let loaded = books.load(account).await?;
    if books.ledger().find_request(account, request_id).await?.is_some() {
        return Ok(Going::Set(Box::new(action::done(loaded))));
    }
    match going(books, &loaded, way, step).await? {
        Going::TakeBack(import) => {
            import::undo(books, account, import, request_id).await?;
            Ok(Going::TakeBack(import))
        }
        Going::Set(plan) => {
            let names = (way.kind(), request_id);
            let done = action::write_down(books, account, *plan, names, Some(&way.change(step))).await?;
            Ok(Going::Set(Box::new(done)))
        }
    }
}

/// Leaves a step as it is for good, so that those behind it can be reached.
///
/// # Errors
/// That the books cannot be written.
pub async fn leave(books: &Books, account: AccountId, step: StepId) -> Result<(), AppError> {
    Ok(books.ledger().leave_step(account, step).await?)
}

async fn going(books: &Books, loaded: &Loaded, way: Way, step: StepId) -> Result<Going, AppError> {
    let next = way.next(list(books, loaded.header.id).await?).filter(|next| next.id == step);
    let chosen = match next.ok_or(AppError::NoStep { way })?.what {
        Stepped::Imported { import, .. } => return Ok(Going::TakeBack(import)),
        Stepped::Set(chosen) => chosen,
    };
    let command = command(way, &chosen).ok_or(AppError::NoStep { way })?;
    let plan = action::plan(books, loaded, &command)?;
    chosen.iter().try_for_each(|chosen| fits(way, chosen, &plan.before))?;
    Ok(Going::Set(Box::new(plan)))
}

/// The command that goes a step; of several settings the last is undone first.
fn command(way: Way, chosen: &[Chosen]) -> Option<Command> {
    let commands = chosen.iter().map(|chosen| chosen.setting.command(way.values(chosen).1));
    let mut commands = commands.collect::<Option<Vec<_>>>()?;
    if way == Way::Undo {
        commands.reverse();
    }
    if commands.len() == 1 { commands.pop() } else { Some(Command::Several(commands)) }
}

/// What a setting has now is what the step left.
fn fits(way: Way, chosen: &Chosen, before: &Account) -> Result<(), AppError> {
    let (left, now) = (way.values(chosen).0, chosen.setting.value(before));
    if now.as_deref() == left {
        return Ok(());
    }
    Err(AppError::MovedOn { setting: chosen.setting.code(), now, left: left.map(str::to_owned) })
}
