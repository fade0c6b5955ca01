//! Rows that could not be read, and why.

use std::fmt;

/// Why a row was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The line is not of the Common or Combined form.
    NotAnAccessLogLine,
    /// The last line of a log ends in its middle, and no line break follows.
    CutShort,
    /// The line is longer than any real one.
    LineTooLong,
    /// A field that is needed is not there.
    Missing,
    /// A field is there and cannot be read.
    Unreadable,
    /// The row is no record of the format: not JSON, not an object, columns missing.
    NotARecord,
    /// The JSON object is no CloudEvent.
    NotAnEvent,
    /// The row's time lies after [`crate::Options::not_after`].
    InTheFuture,
    /// The file as a whole was left out: its format is not recognised.
    UnknownFormat,
}

impl Reason {
    /// Stable word for this reason, for message catalogues and `--json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAnAccessLogLine => "not_an_access_log_line",
            Self::CutShort => "cut_short",
            Self::LineTooLong => "line_too_long",
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::NotARecord => "not_a_record",
            Self::NotAnEvent => "not_an_event",
            Self::InTheFuture => "in_the_future",
            Self::UnknownFormat => "unknown_format",
        }
    }
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Name of the file.
    pub file: String,
    /// Line number, from 1; 0 for the file as a whole.
    pub line: u64,
    /// Why.
    pub reason: Reason,
    /// The field concerned: `time`, `status`, `id`, …; `line` when it is the whole.
    pub field: &'static str,
    /// What stood there, shortened.
    pub found: String,
    /// What should have stood there.
    pub expected: &'static str,
    /// The beginning of the row.
    pub excerpt: String,
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, field, found, expected, .. } = self;
        write!(f, "{file}:{line}: {field}: found {found:?}, expected {expected}")
    }
}
