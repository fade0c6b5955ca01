//! Looking at a file without touching it.

use std::{collections::BTreeMap, io, path::Path};

use sqlx::{Connection, SqliteConnection};

use super::{APPLICATION_ID, MIGRATOR, beside, open_error, options};
use crate::error::{ForeignReason, OpenError};

/// Up to this size every page is checked at every start, which takes some tens of milliseconds. Larger books are checked
/// before a migration and by `verify`; what SQLite needs to find its way is checked always.
const CHECKED_AT_EVERY_START_BYTES: u64 = 16 * 1024 * 1024;

/// What there is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// No file.
    Nothing,
    /// A file or a database without anything in it.
    Empty,
    /// Our books, in an older version.
    Older {
        /// The first migration they lack.
        lacks: i64,
    },
    /// Our books, in this version.
    Current,
}

/// Looks at the file. Whatever it is, it stays as it is, and nothing appears beside it.
pub(super) async fn look(path: &Path) -> Result<Found, OpenError> {
    let size = match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        Ok(_) => {
            let source = io::Error::new(io::ErrorKind::IsADirectory, "not a file");
            return Err(OpenError::Io { path: path.to_owned(), source });
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(source) => return Err(OpenError::Io { path: path.to_owned(), source }),
    };
    if size == 0 {
        return Ok(Found::Empty);
    }
    // Without a write-ahead log the file is complete in itself and can be read without any lock file. When a process
    // opens it meanwhile, what was seen may be half of something: look again, now through its log.
    if !has_log(path) {
        let found = look_inside(path, size, true).await;
        if found.is_ok() || !has_log(path) {
            return found;
        }
    }
    look_inside(path, size, false).await
}

fn has_log(path: &Path) -> bool {
    beside(path, "-wal").exists()
}

async fn look_inside(path: &Path, size: u64, alone: bool) -> Result<Found, OpenError> {
    let options = options(path).read_only(true).immutable(alone);
    let mut connection =
        SqliteConnection::connect_with(&options).await.map_err(|error| open_error(path, error))?;
    let found = classify(path, size, &mut connection).await;
    let closed = connection.close().await;
    let found = found?;
    closed.map_err(|error| open_error(path, error))?;
    Ok(found)
}

async fn classify(path: &Path, size: u64, connection: &mut SqliteConnection) -> Result<Found, OpenError> {
    let named = |error| open_error(path, error);
    let foreign = |reason| OpenError::Foreign { path: path.to_owned(), reason };
    let application_id: i64 =
        sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await.map_err(named)?;
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .fetch_all(&mut *connection)
            .await
            .map_err(named)?;
    // The header keeps 32 bits; SQLite reads them as signed.
    let application_id = u32::from_ne_bytes(i32::try_from(application_id).unwrap_or(-1).to_ne_bytes());
    if ![0, APPLICATION_ID].contains(&application_id) {
        return Err(foreign(ForeignReason::ApplicationId(application_id)));
    }
    if tables.is_empty() {
        check_pages(path, connection).await?;
        return Ok(Found::Empty);
    }
    if application_id == 0 || !tables.iter().any(|name| name == "_sqlx_migrations") {
        return Err(foreign(ForeignReason::Tables));
    }
    let found = compare_migrations(path, connection).await?;
    if found != Found::Current || size <= CHECKED_AT_EVERY_START_BYTES {
        check_pages(path, connection).await?;
    }
    Ok(found)
}

async fn compare_migrations(path: &Path, connection: &mut SqliteConnection) -> Result<Found, OpenError> {
    let applied: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations ORDER BY version")
            .fetch_all(connection)
            .await
            .map_err(|error| open_error(path, error))?;
    let applied: BTreeMap<i64, Vec<u8>> = applied.into_iter().collect();
    let known = MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or(0);
    let unknown =
        applied.keys().find(|version| MIGRATOR.iter().all(|migration| migration.version != **version));
    if let Some(found) = unknown {
        return Err(OpenError::TooNew { path: path.to_owned(), found: *found, known });
    }
    let mut lacks = None;
    for migration in MIGRATOR.iter() {
        match applied.get(&migration.version) {
            None => lacks = lacks.or(Some(migration.version)),
            Some(checksum) if checksum.as_slice() == &*migration.checksum => {}
            Some(_) => {
                let reason = ForeignReason::OtherMigration(migration.version);
                return Err(OpenError::Foreign { path: path.to_owned(), reason });
            }
        }
    }
    Ok(lacks.map_or(Found::Current, |lacks| Found::Older { lacks }))
}

async fn check_pages(path: &Path, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let finding: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(connection)
        .await
        .map_err(|error| open_error(path, error))?;
    if finding == "ok" { Ok(()) } else { Err(OpenError::Damaged { path: path.to_owned(), finding }) }
}
