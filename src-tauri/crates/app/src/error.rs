//! Why a use case was not carried out.

use std::path::PathBuf;

use billing::Refusal;
use ledger::{LedgerError, OpenError, WriteError};

use crate::{files::FileError, steps::Way};

/// Why a use case was not carried out; nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The books moved since the preview.
    #[error("the books have moved on since the preview")]
    Stale,
    /// The books cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The books cannot be read or written.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The books refused a write.
    #[error(transparent)]
    Write(WriteError),
    /// A catalogue, policy or scenario is wrong.
    #[error(transparent)]
    File(#[from] FileError),
    /// A rules file is wrong.
    #[error("{file}: {faults}")]
    Rules {
        /// The file.
        file: String,
        /// Everything that is wrong with it.
        faults: metering::RuleFaults,
    },
    /// Usage cannot be read.
    #[error(transparent)]
    Read(#[from] metering::ReadError),
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// There is no such account.
    #[error("there is no account `{0}`")]
    NoAccount(String),
    /// There is an account of this name.
    #[error("there is an account `{0}` already")]
    NameTaken(String),
    /// There is no such policy.
    #[error("there is no policy `{0}`")]
    UnknownPolicy(String),
    /// The catalogue in use is in another currency than the account.
    #[error("the price list is in {}, the account in {currency}", known.join(" and "))]
    NoPrices {
        /// The account's currency.
        currency: String,
        /// The currencies of the prices there are.
        known: Vec<String>,
    },
    /// The source has no rules yet, and none were given.
    #[error("the source `{0}` has no rules yet")]
    NoRules(String),
    /// Text that is not a number, an amount or an instant.
    #[error("`{found}` is not {expected}")]
    Invalid {
        /// What was given.
        found: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A bill that can still change cannot be locked.
    #[error("the bill of {0} is not final yet")]
    NotFinal(String),
    /// A bill that was not compared cannot be locked.
    #[error("nothing was compared with the bill of {0} yet")]
    NotCompared(String),
    /// There is no such import, or it is undone already.
    #[error("there is no import `{0}` that could be undone")]
    NoImport(String),
    /// There is no such import.
    #[error("there is no import `{0}`")]
    UnknownImport(String),
    /// There is nothing to undo or to do again, or something else than was asked for.
    #[error("there is nothing else that could be {}", way.done())]
    NoStep {
        /// Which way.
        way: Way,
    },
    /// A setting has another value than the step left, so that going back would take something else back.
    #[error("{setting} is {} now, not {}", shown(now.as_deref()), shown(left.as_deref()))]
    MovedOn {
        /// Which setting, `balance_alert`.
        setting: &'static str,
        /// Its value now.
        now: Option<String>,
        /// What the step left.
        left: Option<String>,
    },
    /// There is no figure of this path.
    #[error("there is no figure `{path}`; near it are {}", nearest.join(", "))]
    NoFigure {
        /// What was asked for.
        path: String,
        /// What there is, nearest first.
        nearest: Vec<String>,
    },
    /// No folder for the books can be found.
    #[error("this system names no folder for data; choose one with --data-dir")]
    NoDataDir,
    /// Background work ended unexpectedly.
    #[error("the work was interrupted")]
    Interrupted,
}

/// A value of a setting, or that it is off.
fn shown(value: Option<&str>) -> &str {
    value.unwrap_or("off")
}

impl From<WriteError> for AppError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Stale => Self::Stale,
            other => Self::Write(other),
        }
    }
}
