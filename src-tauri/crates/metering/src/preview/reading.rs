//! The result of reading an input.

use crate::dedupe::records::RecordRun;
use crate::dedupe::stretches::StretchRun;
use crate::detect::{Compression, Format};
use crate::preview::examples::Example;
use crate::preview::reject::Rejected;

/// At most this many rejected rows and conflicts are kept to be shown; all are counted.
pub const SHOWN_AT_MOST: usize = 1_000;

/// What usage is counted for. The empty project is the default one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UsageKey {
    /// Service, as in the catalogue: `passport-ocr`.
    pub service: String,
    /// Region, as in the catalogue: `ap-southeast-1`; empty for applications.
    pub region: String,
    /// Application; empty for services in regions.
    pub application: String,
    /// Project; empty for the default one; of a member account `@member` or `@member/project` (H-120 to H-122).
    pub project: String,
}

/// Calls of one key in one stretch of time.
///
/// The stretch begins at `at` and ends before the next border or period start. Where several
/// projects use one service and region the stretch is one second, because there the order of calls
/// decides whose package pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UsageRow {
    /// Start of the stretch, unix seconds.
    pub at: i64,
    /// Index in [`Reading::keys`].
    pub key: u32,
    /// Calls answered with 2xx, or seconds attended.
    pub billable: u64,
    /// Calls answered with anything else; never charged.
    pub failed: u64,
}

/// One file of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReport {
    /// The file's name, as shown everywhere.
    pub name: String,
    /// Its format; none when it was not recognised and left out.
    pub format: Option<Format>,
    /// How it was packed.
    pub compression: Compression,
    /// Its length as stored.
    pub bytes: u64,
    /// Rows it holds, whatever became of them.
    pub rows: u64,
    /// Rows of it that were counted.
    pub counted: u64,
    /// Rows of it that lie in a stretch already imported.
    pub overlapped: u64,
}

/// A record whose id is known with another content. It is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record's id.
    pub id: String,
    /// Name of the file.
    pub file: String,
    /// Line number, from 1.
    pub line: u64,
    /// The beginning of the record.
    pub excerpt: String,
}

/// The result of reading an input.
///
/// Every row is in exactly one place:
/// `rows = counted + unmatched + ignored + duplicates + overlapped + rejected_count + conflict_count`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The files, in the order read.
    pub files: Vec<FileReport>,
    /// Rows read: lines or records, blank lines left out.
    pub rows: u64,
    /// Rows that became calls. A record may stand for several calls.
    pub counted: u64,
    /// Calls answered with 2xx, or seconds attended.
    pub billable: u64,
    /// Calls answered with anything else.
    pub failed: u64,
    /// Rows no rule matches.
    pub unmatched: u64,
    /// The first of these that were met, imported before or not.
    pub unmatched_examples: Vec<Example>,
    /// Rows a rule says to ignore.
    pub ignored: u64,
    /// The first of these that were met, imported before or not.
    pub ignored_examples: Vec<Example>,
    /// Records whose id and content are known.
    pub duplicates: u64,
    /// Rows that lie in a stretch already imported.
    pub overlapped: u64,
    /// Rows that could not be read.
    pub rejected_count: u64,
    /// The first of them.
    pub rejected: Vec<Rejected>,
    /// Records whose id is known with another content.
    pub conflict_count: u64,
    /// The first of them.
    pub conflicts: Vec<Conflict>,
    /// First and last instant of what was counted.
    pub span: Option<(i64, i64)>,
    /// What was counted for, ascending.
    pub keys: Vec<UsageKey>,
    /// The calls, ascending by instant and key, one row each.
    pub usage: Vec<UsageRow>,
    /// What to store so that these ids are recognised later.
    pub records: RecordRun,
    /// What to store so that these stretches of log are recognised later.
    pub stretches: StretchRun,
}
