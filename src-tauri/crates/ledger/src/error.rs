//! What can go wrong with the books. Text is for developers; the words people read are made elsewhere, by kind.

use std::{io, path::PathBuf};

use billing::Refusal;
use sqlx::{error::DatabaseError, migrate::MigrateError};

use crate::write::Basis;

/// Why a file could not be opened. Except after [`OpenError::Migration`], it is as it was, byte for byte.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A newer version of the program has written it.
    #[error("{path} has migration {found}, this program knows up to {known}")]
    TooNew {
        /// The file.
        path: PathBuf,
        /// The first migration that is not known.
        found: i64,
        /// The last that is.
        known: i64,
    },
    /// It is not a database, or its pages contradict each other.
    #[error("{path} is damaged: {finding}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        finding: String,
    },
    /// It is a database, but not one of ours.
    #[error("{path} belongs to something else: {reason}")]
    Foreign {
        /// The file.
        path: PathBuf,
        /// How that shows.
        reason: ForeignReason,
    },
    /// Another process holds it for longer than the patience of this one.
    #[error("{path} is in use")]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("{path} could not be read or written")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// An older file was backed up, but could not be brought to this version; it is as it was before.
    #[error("{path} could not be migrated")]
    Migration {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: MigrateError,
    },
    /// SQLite failed in another way.
    #[error("{path} could not be opened")]
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
}

/// How a database shows that it is not one of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForeignReason {
    /// Its header names another program.
    #[error("application id {0:#010x}")]
    ApplicationId(u32),
    /// It has tables but no record of our migrations.
    #[error("tables of another program")]
    Tables,
    /// A migration of ours was applied in another wording.
    #[error("migration {0} differs")]
    OtherMigration(i64),
}

/// Why books that are open could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// A stored value is outside its range: the file was changed by something else.
    #[error("{table}.{column} of {id} is not what it can be")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The row.
        id: i64,
        /// The column.
        column: &'static str,
    },
    /// There is no such account.
    #[error("there is no account {0}")]
    NoAccount(i64),
    /// An account of that name exists.
    #[error("there is an account of that name")]
    NameTaken,
    /// There is no such import, or it was undone before.
    #[error("there is no import {0} to undo")]
    NoImport(i64),
    /// Another process holds the file for longer than the patience of this one.
    #[error("the books are in use")]
    Busy,
    /// SQLite found pages that contradict each other.
    #[error("the books are damaged")]
    Damaged,
    /// There is no room on the disk; nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// A figure is too large for its column.
    #[error("a figure is larger than the books can keep")]
    TooLarge,
    /// The events of a write do not lead to the account that was given with them.
    #[error("the events do not lead to the account: {0}")]
    Inconsistent(&'static str),
    /// A guard of the books refused: a fault of this program.
    #[error("the books refused a write")]
    Guard(#[source] sqlx::Error),
    /// SQLite failed in another way.
    #[error("the books could not be read or written")]
    Database(#[source] sqlx::Error),
}

/// Why a write did not happen. Nothing of it is in the books.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The account moved since it was loaded: load it, decide again.
    #[error("the account has moved")]
    Stale,
    /// This request is in the books already.
    #[error("the request was written before")]
    AlreadyDone(Basis),
    /// The books failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl From<sqlx::Error> for LedgerError {
    fn from(error: sqlx::Error) -> Self {
        match Fault::of(&error) {
            Fault::Busy => Self::Busy,
            Fault::Damaged => Self::Damaged,
            Fault::Full => Self::DiskFull,
            Fault::Constraint => Self::Guard(error),
            Fault::Other => Self::Database(error),
        }
    }
}

impl From<sqlx::Error> for WriteError {
    fn from(error: sqlx::Error) -> Self {
        Self::Ledger(error.into())
    }
}

impl From<Refusal> for LedgerError {
    fn from(_: Refusal) -> Self {
        Self::TooLarge
    }
}

impl From<billing::money::Overflow> for LedgerError {
    fn from(_: billing::money::Overflow) -> Self {
        Self::TooLarge
    }
}

impl From<std::num::TryFromIntError> for LedgerError {
    fn from(_: std::num::TryFromIntError) -> Self {
        Self::TooLarge
    }
}

/// What a failure of SQLite means, by its result code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Busy,
    Damaged,
    Full,
    Constraint,
    Other,
}

impl Fault {
    /// Classifies by the primary result code, the low byte of the extended one; never by message.
    pub(crate) fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(database) => Self::of_database(database.as_ref()),
            sqlx::Error::PoolTimedOut => Self::Busy,
            _ => Self::Other,
        }
    }

    fn of_database(error: &dyn DatabaseError) -> Self {
        if !matches!(error.kind(), sqlx::error::ErrorKind::Other) {
            return Self::Constraint;
        }
        let code = error.code().and_then(|code| code.parse::<i32>().ok());
        match code.map(|code| code & 0xff) {
            Some(5 | 6) => Self::Busy,      // SQLITE_BUSY, SQLITE_LOCKED
            Some(11 | 26) => Self::Damaged, // SQLITE_CORRUPT, SQLITE_NOTADB
            Some(13) => Self::Full,         // SQLITE_FULL
            Some(19) => Self::Constraint,   // SQLITE_CONSTRAINT: RAISE(ABORT) of a trigger
            _ => Self::Other,
        }
    }
}
