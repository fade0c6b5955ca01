//! Opening the file: look first, touch later.
//!
//! The file is never opened by anything but SQLite: closing another handle on it would drop the locks this process
//! holds (a trap of POSIX advisory locks).

mod backup;
mod look;

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    ConnectOptions, Connection, SqliteConnection,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::error::{Fault, OpenError};
use look::{Found, look};

/// Marks our files in their header: `TOLL`.
pub(crate) const APPLICATION_ID: u32 = 0x544f_4c4c;

/// Every version of the schema, oldest first.
pub(crate) static MIGRATOR: Migrator = sqlx::migrate!("../../../migrations");

/// How long a process waits for another one's write.
const PATIENCE: Duration = Duration::from_secs(20);

/// So many rows SQLite's thread reads ahead.
pub(crate) const ROWS_AHEAD: usize = 1_000;

/// Between two attempts of what SQLite refuses at once instead of waiting: turning a new file to write-ahead logging.
const PAUSE: Duration = Duration::from_millis(20);

/// Makes the file ready: creates it, or migrates an older one after a backup.
pub(crate) async fn prepare(path: &Path) -> Result<(), OpenError> {
    match look(path).await? {
        Found::Nothing => {
            create(path).map_err(|source| OpenError::Io { path: path.to_owned(), source })?;
            migrate(path).await?;
        }
        Found::Empty => migrate(path).await?,
        Found::Older { lacks } => {
            backup::back_up(path, lacks).await?;
            migrate(path).await?;
        }
        Found::Current => {}
    }
    restrict(path).map_err(|source| OpenError::Io { path: path.to_owned(), source })
}

/// How every connection of a process treats the file.
pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .synchronous(SqliteSynchronous::Full)
        // After a long import, the write-ahead log shrinks to this again.
        .pragma("journal_size_limit", "67108864")
        // Statements and their figures are nobody's business.
        .disable_statement_logging()
}

/// The options of the connection that writes. Only a very large write makes use of its cache, 32 MiB at most.
pub(crate) fn writer_options(path: &Path) -> SqliteConnectOptions {
    options(path).journal_mode(SqliteJournalMode::Wal).pragma("cache_size", "-32768")
}

/// The options of the connections that read for screens. Rows are read ahead, or two threads would wait for each other
/// at each of them; what the screens of one account need stays in the cache.
pub(crate) fn reader_options(path: &Path) -> SqliteConnectOptions {
    options(path).read_only(true).row_buffer_size(ROWS_AHEAD).pragma("cache_size", "-8192")
}

/// Names the file in an error of SQLite.
pub(crate) fn open_error(path: &Path, error: sqlx::Error) -> OpenError {
    let path = path.to_owned();
    match Fault::of(&error) {
        Fault::Busy => OpenError::Busy { path },
        Fault::Damaged => {
            OpenError::Damaged { path, finding: "its pages are not those of a database".to_owned() }
        }
        Fault::Full | Fault::Constraint | Fault::Other => OpenError::Database { path, source: error },
    }
}

/// Creates folder and file so that nobody else can read them. Another process may be faster.
fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        create_folder(folder)?;
    }
    match create_file(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

#[cfg(unix)]
fn create_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn create_file(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

#[cfg(not(unix))]
fn create_file(path: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create_new(true).open(path).map(drop)
}

/// A file that was copied here may have been readable by others.
#[cfg(unix)]
fn restrict(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = fs::metadata(path)?.permissions();
    if permissions.mode() & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(permissions.mode() & 0o700))
}

#[cfg(not(unix))]
fn restrict(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Brings the file to this version, all migrations or none. Another process may do the same at the same time.
async fn migrate(path: &Path) -> Result<(), OpenError> {
    let mut connection = connect_patiently(path).await?;
    let migrated = migrate_in_one(path, &mut connection).await;
    let closed = connection.close().await;
    migrated?;
    closed.map_err(|error| open_error(path, error))
}

async fn migrate_in_one(path: &Path, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let named = |error| open_error(path, error);
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await.map_err(named)?;
    MIGRATOR
        .run_direct(None, &mut *tx, false)
        .await
        .map_err(|source| OpenError::Migration { path: path.to_owned(), source })?;
    // 0x544f4c4c, `APPLICATION_ID`: a pragma takes no parameter.
    sqlx::query("PRAGMA application_id = 1414483020").execute(&mut *tx).await.map_err(named)?;
    tx.commit().await.map_err(named)
}

async fn connect_patiently(path: &Path) -> Result<SqliteConnection, OpenError> {
    let mut left = PATIENCE;
    loop {
        match SqliteConnection::connect_with(&writer_options(path)).await {
            Err(error) if Fault::of(&error) == Fault::Busy && left > PAUSE => {
                left -= PAUSE;
                tokio::time::sleep(PAUSE).await;
            }
            other => return other.map_err(|error| open_error(path, error)),
        }
    }
}

/// The file's name with something added: `books.sqlite-wal`.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_in_the_header_reads_toll() {
        assert_eq!(&APPLICATION_ID.to_be_bytes(), b"TOLL");
        assert_eq!(APPLICATION_ID, 1_414_483_020, "the pragma says the same");
    }
}
