//! Requests that are refused before anything was asked of the rules.

use super::{Args, Told, args};
use crate::error::ErrorKind;

/// A request that is not well-formed, found before anything was asked of the rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Malformed {
    /// Text that is not an amount of money.
    #[error("`{0}` is not an amount with at most 2 decimals")]
    NotAnAmount(String),
    /// A field that cannot be read.
    #[error("`{found}` is not a {field}")]
    InvalidValue {
        /// Which.
        field: &'static str,
        /// What was given.
        found: String,
    },
    /// An account or a source without a name.
    #[error("a name is needed")]
    NameNeeded,
    /// Nothing was read under this name, or it was cancelled.
    #[error("nothing was read as `{0}`")]
    NoReading(String),
    /// The account has no bill of this month.
    #[error("there is no bill of {0}")]
    NoBill(String),
    /// A class of this name runs already.
    #[error("class `{0}` runs already")]
    ClassRuns(String),
    /// No class of this name runs.
    #[error("no class `{0}` runs")]
    NoClass(String),
    /// A file that was chosen cannot be written.
    #[error("`{0}` cannot be written")]
    NotWritten(String),
}

impl Told for Malformed {
    fn kind(&self) -> ErrorKind {
        if matches!(self, Self::NotWritten(_)) { ErrorKind::Failed } else { ErrorKind::Invalid }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotAnAmount(_) => "not_an_amount",
            Self::InvalidValue { .. } => "invalid_value",
            Self::NameNeeded => "name_needed",
            Self::NoReading(_) => "no_reading",
            Self::NoBill(_) => "no_bill",
            Self::ClassRuns(_) => "class_runs",
            Self::NoClass(_) => "no_class",
            Self::NotWritten(_) => "not_written",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NotAnAmount(found) => args([("found", found.clone())]),
            Self::InvalidValue { field, found } => {
                args([("field", (*field).to_owned()), ("found", found.clone())])
            }
            Self::NoBill(month) => args([("month", month.clone())]),
            Self::NotWritten(file) => args([("file", file.clone())]),
            Self::ClassRuns(class) | Self::NoClass(class) => args([("class", class.clone())]),
            Self::NameNeeded | Self::NoReading(_) => Args::new(),
        }
    }
}
