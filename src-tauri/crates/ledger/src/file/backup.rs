//! A copy of an older file beside it, before it is migrated.

use std::{fs, io, path::Path};

use sqlx::{Connection, SqliteConnection};

use super::{beside, create_file, open_error, options};
use crate::error::OpenError;

/// Copies the file to `NAME.backup-before-MIGRATION`. The copy is complete and on the disk before it has that name.
pub(super) async fn back_up(path: &Path, lacks: i64) -> Result<(), OpenError> {
    let draft = beside(path, &format!(".backup-in-the-making-{}", std::process::id()));
    let backup = beside(path, &format!(".backup-before-{lacks:04}"));
    let in_files = |source| OpenError::Io { path: path.to_owned(), source };
    remove_if_there(&draft).map_err(in_files)?;
    // SQLite would create it readable by others.
    create_file(&draft).map_err(in_files)?;
    let copied = copy(path, &draft).await;
    let still_older = match copied {
        Ok(()) => lacks_migration(&draft, lacks).await,
        Err(error) => Err(error),
    };
    match still_older {
        Ok(true) => publish(&draft, &backup).map_err(in_files),
        // Another process has migrated meanwhile, and has made the backup.
        Ok(false) => remove_if_there(&draft).map_err(in_files),
        Err(error) => {
            remove_if_there(&draft).map_err(in_files)?;
            Err(error)
        }
    }
}

async fn copy(path: &Path, draft: &Path) -> Result<(), OpenError> {
    let named = |error| open_error(path, error);
    let target = draft.to_str().ok_or_else(|| OpenError::Io {
        path: draft.to_owned(),
        source: io::Error::new(io::ErrorKind::InvalidFilename, "not UTF-8"),
    })?;
    let mut connection = SqliteConnection::connect_with(&options(path)).await.map_err(named)?;
    let copied = sqlx::query("VACUUM INTO ?1").bind(target).execute(&mut connection).await;
    let closed = connection.close().await;
    copied.map_err(named)?;
    closed.map_err(named)
}

async fn lacks_migration(draft: &Path, version: i64) -> Result<bool, OpenError> {
    let named = |error| open_error(draft, error);
    let options = options(draft).read_only(true).immutable(true);
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(named)?;
    let applied: Result<i64, _> =
        sqlx::query_scalar("SELECT COUNT(*) FROM _sqlx_migrations WHERE version = ?1")
            .bind(version)
            .fetch_one(&mut connection)
            .await;
    let closed = connection.close().await;
    let applied = applied.map_err(named)?;
    closed.map_err(named)?;
    Ok(applied == 0)
}

/// Gives the copy its name once its bytes, and then the name itself, are on the disk.
fn publish(draft: &Path, backup: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).open(draft)?.sync_all()?;
    fs::rename(draft, backup)?;
    sync_folder(backup)
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
