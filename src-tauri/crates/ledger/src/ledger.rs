//! The books, open: one connection that writes, some that read.

use std::{path::Path, sync::Arc};

use billing::{Account, Event, Instant, Terms};
use sqlx::{
    Sqlite, SqlitePool,
    pool::PoolConnection,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};

use crate::{
    AccountHeader, AccountId, Basis, LedgerError, NewAccount, OpenError, Write, WriteError, accounts,
    accounts::Totals, file, journal, write,
};

/// So many screens can be read at once.
const READERS: u32 = 3;

/// The books of one file. Close them; dropping them leaves the write-ahead log to the next start.
#[derive(Debug)]
pub struct Ledger {
    writer: SqlitePool,
    readers: SqlitePool,
}

impl Ledger {
    /// Opens the books at a path; makes them when there is no file. An older file is backed up beside itself, then
    /// migrated.
    ///
    /// # Errors
    /// [`OpenError`]; the file is then as it was.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        file::prepare(path).await?;
        let writer = connect(1, file::writer_options(path)).await;
        let writer = writer.map_err(|error| file::open_error(path, error))?;
        let readers = connect(READERS, file::reader_options(path)).await;
        let readers = readers.map_err(|error| file::open_error(path, error))?;
        Ok(Self { writer, readers })
    }

    /// Closes every connection and folds the write-ahead log into the file, as far as other processes let it.
    ///
    /// # Errors
    /// [`LedgerError`] when SQLite cannot finish; what was acknowledged is safe all the same.
    pub async fn close(&self) -> Result<(), LedgerError> {
        self.readers.close().await;
        let folded = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&self.writer).await;
        self.writer.close().await;
        folded?;
        Ok(())
    }

    /// Records an account that was just opened. `events` are those of [`Account::open`].
    ///
    /// # Errors
    /// [`LedgerError::NameTaken`], or another [`LedgerError`].
    pub async fn create_account(
        &self,
        new: &NewAccount,
        account: &Account,
        events: &[Event],
        recorded_at: Instant,
    ) -> Result<AccountId, LedgerError> {
        let write =
            Write { kind: "open", request_id: None, events, after: account, recorded_at, import: None };
        self.open_account(new, &write).await
    }

    /// Opens an account with its first write, which may hold more than the opening: an account that an import opens is
    /// there with its usage, or not at all. The events begin with those of [`Account::open`].
    ///
    /// # Errors
    /// [`LedgerError::NameTaken`], or another [`LedgerError`].
    pub async fn open_account(&self, new: &NewAccount, write: &Write<'_>) -> Result<AccountId, LedgerError> {
        write::open_account(&mut *self.writer().await?, new, write).await
    }

    /// All accounts, by number.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn list_accounts(&self) -> Result<Vec<AccountHeader>, LedgerError> {
        accounts::list(&mut *self.reader().await?).await
    }

    /// The account of a name.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn find_account(&self, name: &str) -> Result<Option<AccountHeader>, LedgerError> {
        accounts::find(&mut *self.reader().await?, name).await
    }

    /// An account without its state.
    ///
    /// # Errors
    /// [`LedgerError::NoAccount`], or another [`LedgerError`].
    pub async fn account_header(&self, account: AccountId) -> Result<AccountHeader, LedgerError> {
        accounts::header(&mut *self.reader().await?, account).await
    }

    /// The account as it was last written, and its position. `terms` are what it was opened under.
    ///
    /// # Errors
    /// [`LedgerError::NoAccount`], or another [`LedgerError`].
    pub async fn load(&self, account: AccountId, terms: Arc<Terms>) -> Result<(Account, Basis), LedgerError> {
        self.load_with(account, terms, Totals::All).await
    }

    /// The same without the running totals of usage before last month, which only late usage asks for: as quick after ten
    /// years as after a day.
    ///
    /// # Errors
    /// [`LedgerError::NoAccount`], or another [`LedgerError`].
    pub async fn load_recent(
        &self,
        account: AccountId,
        terms: Arc<Terms>,
    ) -> Result<(Account, Basis), LedgerError> {
        self.load_with(account, terms, Totals::Recent).await
    }

    async fn load_with(
        &self,
        account: AccountId,
        terms: Arc<Terms>,
        totals: Totals,
    ) -> Result<(Account, Basis), LedgerError> {
        let mut reader = self.reader().await?;
        // All tables as of one instant, whatever is written meanwhile.
        let mut tx = sqlx::Connection::begin(&mut *reader).await?;
        let loaded = accounts::load(&mut tx, account, terms, totals).await?;
        let basis = journal::last_write(&mut tx, account).await?.ok_or(LedgerError::NoAccount(account.0))?;
        tx.rollback().await?;
        Ok((loaded, basis))
    }

    /// The position after the write of a request, if it was written.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn find_request(
        &self,
        account: AccountId,
        request_id: &str,
    ) -> Result<Option<Basis>, LedgerError> {
        journal::find_request(&mut *self.reader().await?, account, request_id).await
    }

    /// Records one action, all or nothing. `basis` is the position the action was decided from.
    ///
    /// # Errors
    /// [`WriteError::Stale`], [`WriteError::AlreadyDone`], or that the books failed. Then nothing is written.
    pub async fn write(
        &self,
        account: AccountId,
        basis: &Basis,
        write: Write<'_>,
    ) -> Result<Basis, WriteError> {
        write::write(&mut *self.writer().await?, account, basis, &write, None).await
    }

    /// The connection that writes; waits until the write before is done.
    pub(crate) async fn writer(&self) -> Result<PoolConnection<Sqlite>, LedgerError> {
        Ok(self.writer.acquire().await?)
    }

    /// A connection that reads.
    pub(crate) async fn reader(&self) -> Result<PoolConnection<Sqlite>, LedgerError> {
        Ok(self.readers.acquire().await?)
    }
}

async fn connect(connections: u32, options: SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_with(options)
        .await
}
