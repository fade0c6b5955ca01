//! Taking an import back as a whole: what it changed is corrected by postings, never edited.

use billing::{Command, decide};
use ledger::{AccountId, ImportChange, ImportId, Write, WriteError};

use crate::{books::Books, error::AppError};

/// Undoes an import. Its files can be imported again afterwards.
///
/// # Errors
/// [`AppError::NoImport`] when there is none or it is undone, or that the books cannot be written.
pub async fn undo(
    books: &Books,
    account: AccountId,
    import: ImportId,
    request_id: &str,
) -> Result<(), AppError> {
    if books.ledger().find_request(account, request_id).await?.is_some() {
        return Ok(());
    }
    let loaded = books.load_whole(account).await?;
    let usage = books.ledger().undone_usage(account, import).await.map_err(|error| match error {
        ledger::LedgerError::NoImport(id) => AppError::NoImport(id.to_string()),
        other => other.into(),
    })?;
    let now = books.now().max(loaded.account.now);
    // What falls due first may settle some of the usage: run that in a write of its own, then look again.
    let mut advanced = loaded.account.clone();
    let mut due = Vec::new();
    advanced.advance_to_actions(now, &mut due)?;
    if !due.is_empty() {
        crate::due::run(books, account).await?;
        return Box::pin(undo(books, account, import, request_id)).await;
    }
    let decision = decide(&loaded.account, &Command::Undo(usage), now)?;
    let write = Write {
        kind: "undo-import",
        request_id: Some(request_id),
        events: &decision.events,
        after: &decision.account,
        recorded_at: books.now(),
        import: Some(ImportChange::Undo(import)),
    };
    match books.ledger().write(account, &loaded.basis, write).await {
        Ok(_) | Err(WriteError::AlreadyDone(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
