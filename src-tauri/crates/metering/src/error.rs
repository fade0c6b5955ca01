//! Why an input as a whole cannot be read.

use std::io;

use thiserror::Error;

use crate::history::HistoryError;

/// The input as a whole cannot be read. Rows that cannot be read are no error but
/// [`crate::Rejected`].
#[derive(Debug, Error)]
pub enum ReadError {
    /// The file system or the packed data failed.
    #[error("{file}: {source}")]
    Io {
        /// The file concerned.
        file: String,
        /// What went wrong.
        source: io::Error,
    },
    /// The format could not be told from the content.
    #[error("{file}: the format is not recognised: found {found:?}")]
    UnknownFormat {
        /// The file concerned.
        file: String,
        /// Its beginning.
        found: String,
    },
    /// The times in the file have no zone, and neither the rules nor the options give one.
    #[error("{file}, line {line}: the time {found:?} has no zone")]
    ZoneNeeded {
        /// The file concerned.
        file: String,
        /// The first line concerned.
        line: u64,
        /// The time as written.
        found: String,
    },
    /// No column, key or constant gives a field that every row needs.
    #[error("{file}: nothing gives the field {field}; expected {expected}; found columns {found:?}")]
    FieldNeeded {
        /// The file concerned.
        file: String,
        /// The field: `time`, `status`, `service`, `region`, `application`, `seconds`.
        field: &'static str,
        /// The columns the file has.
        found: Vec<String>,
        /// The column looked for.
        expected: String,
    },
    /// What earlier imports left could not be read.
    #[error("the record of earlier imports could not be read: {0}")]
    History(HistoryError),
    /// [`crate::Progress::report`] asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl ReadError {
    /// Stable word for this error, for branching and for message catalogues.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io { .. } => "io",
            Self::UnknownFormat { .. } => "unknown_format",
            Self::ZoneNeeded { .. } => "zone_needed",
            Self::FieldNeeded { .. } => "field_needed",
            Self::History(_) => "history",
            Self::Cancelled => "cancelled",
        }
    }
}
