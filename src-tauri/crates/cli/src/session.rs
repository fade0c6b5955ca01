//! The books, opened for one command and closed after it; the account it is about, brought up to now.

use std::sync::Arc;

use app::{
    Books,
    away::{self, Away},
    books::Loaded,
    clock::SystemClock,
    data_dir, due,
    due::CaughtUp,
    ledger::{AccountHeader, AccountId},
};
use billing::event::What;

use crate::{cli::Globals, exit::Exit, failure::Failure, output, text};

/// Opens the books, does the work, closes them.
///
/// # Errors
/// That the books cannot be opened or closed, or what the work reports.
pub async fn with_books<T>(
    globals: &Globals,
    work: impl AsyncFnOnce(&Arc<Books>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let folder = data_dir::resolve(globals.data_dir.as_deref())?;
    let books = Books::open(&folder, globals.catalogue.as_deref(), Arc::new(SystemClock)).await?;
    let books = Arc::new(books);
    let outcome = work(&books).await;
    // A reading that was cancelled may still hold the books; the program ends with it.
    if let Ok(books) = Arc::try_unwrap(books) {
        let closed = books.close().await;
        let value = outcome?;
        closed?;
        return Ok(value);
    }
    outcome
}

/// The account the command is about: the one that was named, else the only one.
///
/// # Errors
/// There is none, there are several, or none of this name.
pub async fn chosen(books: &Books, globals: &Globals) -> Result<AccountHeader, Failure> {
    let mut accounts = books.ledger().list_accounts().await?;
    let names = accounts.iter().map(|account| account.name.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(name) = &globals.account {
        let known = accounts.into_iter().find(|account| account.name == *name);
        let missing = || {
            let reason = format!("there is no account `{name}`");
            let hint = if names.is_empty() { none_yet() } else { format!("the accounts are: {names}") };
            Failure::invalid(reason).hint(hint)
        };
        return known.ok_or_else(missing);
    }
    match (accounts.pop(), accounts.len()) {
        (Some(only), 0) => Ok(only),
        (None, _) => Err(Failure::invalid("there is no account yet").hint(none_yet())),
        (Some(_), others) => {
            let reason = format!("there are {} accounts: {names}", others + 1);
            Err(Failure::invalid(reason).hint("choose one with --account NAME"))
        }
    }
}

fn none_yet() -> String {
    "make one: `tollbook demo`, `tollbook import FILE --source NAME --rules FILE` or `tollbook account open NAME`"
        .to_owned()
}

/// The account the command is about, after everything that fell due has run; what did is told.
///
/// # Errors
/// As [`chosen`], or that the books cannot be read or written.
pub async fn current(books: &Books, globals: &Globals) -> Result<Loaded, Failure> {
    up_to_now(books, chosen(books, globals).await?.id).await
}

/// An account after everything that fell due has run; what did is told.
///
/// # Errors
/// That the books cannot be read or written.
pub async fn up_to_now(books: &Books, id: AccountId) -> Result<Loaded, Failure> {
    let caught_up = due::run(books, id).await?;
    if let Some(summary) = summary(&caught_up)? {
        output::note(&summary);
    }
    Ok(caught_up.loaded)
}

/// The account at now, and what happened since the customer last looked, which is told once.
///
/// # Errors
/// That the books cannot be read or written.
pub async fn looked(books: &Books, globals: &Globals) -> Result<(Loaded, Option<Away>), Failure> {
    let (caught_up, away) = away::look(books, chosen(books, globals).await?.id).await?;
    Ok((caught_up.loaded, away))
}

/// A fresh id for something that is asked once.
///
/// # Errors
/// The system has no randomness to give.
pub fn request_id() -> Result<String, Failure> {
    app::ids::request_id().map_err(|error| Failure::new(Exit::Failed, error.to_string()))
}

fn summary(caught_up: &CaughtUp) -> Result<Option<String>, Failure> {
    if caught_up.events.is_empty() {
        return Ok(None);
    }
    let (settled, total) = caught_up.settled()?;
    let currency = &caught_up.loaded.header.currency;
    let count = |kind: fn(&What) -> bool| caught_up.events.iter().filter(|event| kind(&event.what)).count();
    let mut parts = Vec::new();
    if settled > 0 {
        let settlements = text::counted(settled.into(), "settlement", "settlements");
        parts.push(format!("{settlements} ({})", text::money(total, currency)));
    }
    for (number, one, many) in [
        (
            count(|what| matches!(what, What::CycleBegan { .. })),
            "package cycle began",
            "package cycles began",
        ),
        (count(|what| matches!(what, What::Expired { .. })), "package ended", "packages ended"),
        (count(|what| matches!(what, What::Noticed(_))), "notice", "notices"),
    ] {
        if number > 0 {
            parts.push(text::counted(number as u64, one, many));
        }
    }
    let name = &caught_up.loaded.header.name;
    let parts = if parts.is_empty() { "nothing that moves money".to_owned() } else { parts.join(", ") };
    Ok(Some(format!("ran what fell due for {name}: {parts}")))
}
