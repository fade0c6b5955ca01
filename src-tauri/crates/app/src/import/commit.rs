//! A prepared import, written down: all of it, or nothing.

use billing::Instant;
use ledger::{
    AccountId, ImportChange, ImportId, ImportWrite, LedgerError, RecordBlock, Stretch, Write, WriteError,
};

use super::{
    prepare::{Prepared, Target, opening},
    report::Report,
};
use crate::{books::Books, error::AppError};

/// An import that is in the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Whose; the import may have opened it.
    pub account: AccountId,
    /// Its number.
    pub import: ImportId,
}

/// Writes a prepared import, all or nothing: an account that it opens is there with its usage, or not at all. A retry
/// with the same request id finds what was written the first time.
///
/// # Errors
/// [`AppError::Stale`] when the books moved since it was prepared, [`AppError::NameTaken`] when another import or
/// person opened an account of the name meanwhile, or that the books cannot be written.
pub async fn commit(books: &Books, prepared: &Prepared, request_id: &str) -> Result<Committed, AppError> {
    let account = match (&prepared.target, &prepared.basis) {
        (Target::Account(account), Some(basis)) => {
            let written = with_write(books, prepared, request_id, async |write| {
                books.ledger().write(*account, basis, write).await
            });
            match written.await? {
                Ok(_) | Err(WriteError::AlreadyDone(_)) => *account,
                Err(error) => return Err(error.into()),
            }
        }
        _ => open(books, prepared, request_id).await?,
    };
    let import = books.ledger().import_of_request(account, request_id).await?;
    let lost = LedgerError::Inconsistent("an import that was written is not there");
    Ok(Committed { account, import: import.ok_or(lost)? })
}

/// Opens the account with the import as its first write. The name is taken by this very import when it is a retry: the
/// account then holds the request.
async fn open(books: &Books, prepared: &Prepared, request_id: &str) -> Result<AccountId, AppError> {
    let opening = opening(&prepared.target, &prepared.reading, prepared.before.opened_at);
    let opened =
        with_write(books, prepared, request_id, async |write| books.open_with(&opening, &write).await);
    match opened.await? {
        Err(AppError::NameTaken(name)) => {
            let account = books.account_named(&name).await?.id;
            let done = books.ledger().find_request(account, request_id).await?;
            done.map(|_| account).ok_or(AppError::NameTaken(name))
        }
        other => other,
    }
}

/// Hands the one write of the import to what writes it.
async fn with_write<T>(
    books: &Books,
    prepared: &Prepared,
    request_id: &str,
    record: impl AsyncFnOnce(Write<'_>) -> T,
) -> Result<T, AppError> {
    let decided = &prepared.decided;
    let events = [prepared.opened.as_slice(), &decided.events].concat();
    let write = Write {
        kind: "import",
        request_id: Some(request_id),
        events: &events,
        after: &decided.after,
        recorded_at: books.now(),
        import: Some(ImportChange::Add(Box::new(import_write(prepared)?))),
    };
    Ok(record(write).await)
}

fn import_write(prepared: &Prepared) -> Result<ImportWrite, AppError> {
    let reading = &prepared.reading;
    let instant = |seconds| Instant::from_timestamp(seconds, 0).unwrap_or_default();
    let block = |block: &metering::RecordBlock| RecordBlock {
        first: block.first,
        last: block.last,
        count: block.count,
        data: block.data.clone(),
    };
    let run = &reading.stretches;
    let stretches = if run.is_empty() {
        Vec::new()
    } else {
        vec![Stretch { first: run.first, last: run.last, lines: run.lines, data: run.data.clone() }]
    };
    Ok(ImportWrite {
        source: prepared.source.clone(),
        rules: prepared.rules.clone(),
        label: prepared.label.clone(),
        counts: prepared.counts(),
        span: reading.span.map(|(first, last)| (instant(first), instant(last))),
        report_json: Report::of(prepared).to_json()?,
        record_blocks: reading.records.blocks.iter().map(block).collect(),
        stretches,
    })
}
