//! Import: a preview, live progress, then the same reading written down.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    common::{Seconds, Why},
    usage::ImportRow,
};

/// Reads files and says what importing them would do; changes nothing.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewImport {
    /// Which account.
    pub account_id: String,
    /// Names this reading for progress and cancel.
    pub job: String,
    /// Files and folders; `~/` begins in the home folder.
    pub paths: Vec<String>,
    /// Lines that were pasted, read after the files.
    pub pasted: Option<Pasted>,
    /// Name of the source, `gateway`.
    pub source: String,
    /// Which requests are which service and region.
    pub rules: RulesChoice,
    /// Zone of times that carry none, `+08:00`.
    pub zone: Option<String>,
}

/// Lines of a log without a file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pasted {
    /// What they are called where a file would be.
    pub name: String,
    /// The lines.
    pub text: String,
}

/// Where the rules come from.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesChoice {
    /// A rules file.
    pub path: Option<String>,
    /// The text of rules.
    pub text: Option<String>,
    /// Neither: what this source used last.
    pub last: bool,
}

/// Stops a reading; nothing of it is kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelImport {
    /// The reading's name.
    pub job: String,
}

/// Event `import-progress`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// The reading's name.
    pub job: String,
    /// Bytes read.
    #[ts(type = "number")]
    pub done_bytes: u64,
    /// Bytes there are, where that is known.
    #[ts(type = "number | null")]
    pub total_bytes: Option<u64>,
    /// Rows read.
    pub rows: String,
}

/// What importing would do, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportView {
    /// The reading's name; commit with it.
    pub job: String,
    /// Number of the import, once committed.
    pub import_id: Option<String>,
    /// Number of the account it is in, once committed; an import may open one.
    pub account_id: Option<String>,
    /// Source.
    pub source: String,
    /// Files read.
    pub files: Vec<ImportFile>,
    /// Rows read.
    pub rows: String,
    /// Successful calls, or seconds attended.
    pub billable: String,
    /// Minutes metered of attendance; absent for calls.
    pub minutes: Option<String>,
    /// Failed calls.
    pub failed: String,
    /// Requests that match no rule.
    pub unmatched: String,
    /// Requests that rules ignore.
    pub ignored: String,
    /// Records that came before with the same id.
    pub duplicates: String,
    /// Lines of stretches that were imported before.
    pub overlapped: String,
    /// Rows that could not be read.
    pub rejected_count: String,
    /// The first of these.
    pub rejected: Vec<RejectedRow>,
    /// Records with a known id that say something else.
    pub conflict_count: String,
    /// The first of these.
    pub conflicts: Vec<RejectedRow>,
    /// Calls that the account refuses, by reason.
    pub refused: Vec<RefusedCalls>,
    /// First instant of usage.
    pub from: Option<Seconds>,
    /// Last instant of usage.
    pub to: Option<Seconds>,
    /// Per service, region and project.
    pub lines: Vec<ImportLine>,
    /// Services the import enables, because their calls prove that they were.
    pub enables: Vec<String>,
    /// Calls or minutes that nothing may pay for, together; they cost nothing.
    pub uncovered: String,
    /// What the usage costs in total, 2 decimals.
    pub cost: String,
    /// Of which was taken from the balance so far; the rest accrues or is owed.
    pub balance_after: String,
    /// What would be owed.
    pub arrears_after: String,
    /// How its rows became these calls.
    pub why: Why,
    /// Why they cost that.
    pub cost_why: Why,
    /// Why that balance is left.
    pub balance_why: Why,
}

/// One file read.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// `access-log`, `csv`, `json-lines`, `cloudevents`.
    pub format: String,
    /// `plain`, `gzip`, `zstd`.
    pub compression: String,
    /// Rows.
    pub rows: String,
}

/// A row that was set aside.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RejectedRow {
    /// File.
    pub file: String,
    /// Line, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// Why: key of a message `reject-<key>`.
    pub reason: String,
    /// What was found.
    pub found: String,
}

/// Calls the account refuses.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusedCalls {
    /// Code of the refusal.
    pub code: String,
    /// What was called.
    pub name: String,
    /// Calls.
    pub calls: String,
}

/// What the import says of one service, region and project.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportLine {
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Project; empty for the default one.
    pub project: String,
    /// Successful calls.
    pub billable: String,
    /// Failed calls.
    pub failed: String,
    /// Paid by packages.
    pub from_packages: String,
    /// Pay-per-use calls.
    pub billed: String,
    /// Calls that nothing may pay for; they cost nothing.
    pub uncovered: String,
    /// What they cost.
    pub cost: String,
    /// Why it costs that, with the calls it is for.
    pub why: Why,
}

/// Writes a reading down.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitImport {
    /// Which account.
    pub account_id: String,
    /// The reading's name.
    pub job: String,
    /// One per sheet: confirming twice imports once.
    pub request_id: String,
}

/// Takes an import back as a whole, by postings.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UndoImport {
    /// Which account.
    pub account_id: String,
    /// Which import.
    pub import_id: String,
    /// One per confirmation.
    pub request_id: String,
}

/// Asks for one import and what it left out.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportQuery {
    /// Which account.
    pub account_id: String,
    /// Which import.
    pub import_id: String,
}

/// One import, with everything of it that did not become usage.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportDetail {
    /// The import.
    pub import: ImportRow,
    /// Whether what it left out was kept: not by the first versions.
    pub kept: bool,
    /// How many files were read.
    pub file_count: String,
    /// The first of these.
    pub files: Vec<ImportFile>,
    /// Failed calls.
    pub failed: String,
    /// Records that came before with the same id.
    pub duplicates: String,
    /// Lines of stretches that were imported before.
    pub overlapped: String,
    /// Rows that could not be read.
    pub rejected_count: String,
    /// The first of these.
    pub rejected: Vec<RejectedRow>,
    /// Records with a known id that say something else.
    pub conflict_count: String,
    /// The first of these.
    pub conflicts: Vec<RejectedRow>,
    /// Calls that the account refused.
    pub refused_calls: String,
    /// These by reason.
    pub refused: Vec<RefusedCalls>,
    /// Requests that matched no rule.
    pub unmatched_count: String,
    /// A few of these.
    pub unmatched: Vec<LeftOutRow>,
    /// Requests that rules ignore.
    pub ignored_count: String,
    /// A few of these.
    pub ignored: Vec<LeftOutRow>,
}

/// A row that was read and left out.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutRow {
    /// File.
    pub file: String,
    /// Line, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// Its beginning.
    pub found: String,
}
