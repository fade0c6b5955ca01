//! Usage in: from what gateways and classrooms write to calls, or seconds attended, per stretch of time.
//!
//! This crate knows access logs, CSV, JSON lines and CloudEvents; gzip and zstd; the rules that say
//! which request is which service, region and project; which rows were imported before; and how to
//! count calls so that no border of a contract falls inside a count.
//!
//! It deliberately does not know SQL, prices, packages, account state or the time of day. It stores
//! nothing: what later imports have to remember is handed out as bytes ([`RecordRun`],
//! [`StretchRun`]) and asked for again through [`History`].
//!
//! Records with ids count once per source and id. Lines without ids count once per *stretch*: lines in
//! the order of an earlier import are that import come back – again, grown, rotated, packed, cut out
//! or put together –, while equal lines inside one file are separate calls. Three things no program can
//! tell from the lines alone: a file whose only line is known is taken for a return of it; two files
//! that share nothing but one second at their joint are taken for two parts of one log; and two gateways
//! that write the same lines at the same seconds need a source each. Rows no rule matches are remembered
//! like all others of a log: after a correction of the rules, undo the import and read the log again.
//!
//! [`read`] is the whole of it. Reading twice gives the same [`Reading`], so a preview is the very
//! thing that is committed.
//!
//! Attendance ([`Unit::Attendance`]) is read from the same forms but access logs: its rows stand for seconds of
//! applications, and a person's stretch across midnight is of two days.
//!
//! ```
//! use metering::{Input, MemoryHistory, Options, Quiet, Rules, read};
//!
//! let rules = Rules::parse("[[rule]]\npath = '/v2/*/ocr/passport'\nservice = 'passport-ocr'\nregion = 'eu'\n")?;
//! let log = "10.0.0.1 - - [17/May/2015:10:05:03 +0000] \"POST /v2/p/ocr/passport HTTP/1.1\" 200 99\n";
//! let options = Options::new("gateway", i64::MAX);
//! let reading = read(Input::text("access.log", log), &rules, &options, &MemoryHistory::default(), &Quiet)?;
//! assert_eq!((reading.billable, reading.failed), (1, 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod count;
mod dedupe;
mod detect;
mod error;
mod format;
mod history;
mod input;
mod keys;
mod line;
mod options;
mod preview;
mod progress;
mod read;
mod rows;
mod rules;
mod tally;

pub use dedupe::records::{RecordBlock, RecordRun};
pub use dedupe::stretches::StretchRun;
pub use detect::{Compression, Format};
pub use error::ReadError;
pub use history::{History, HistoryError, MemoryHistory};
pub use input::{Input, Stream};
pub use options::{Options, Unit};
pub use preview::examples::Example;
pub use preview::reading::{Conflict, FileReport, Reading, UsageKey, UsageRow};
pub use preview::reject::{Reason, Rejected};
pub use progress::{Going, Progress, Quiet, Step};
pub use read::read;
pub use rules::{RuleFault, RuleFaults, Rules};
