//! What of an import did not become usage, kept with it: bounded lists beside the true counts of the books.

use ledger::{AccountId, Import, ImportId, LedgerError};
use metering::{Conflict, Example, FileReport, Reading, Rejected};
use serde::{Deserialize, Serialize};

use super::{decide::Refused, prepare::Prepared};
use crate::{books::Books, error::AppError};

/// The form of the report. What older programs cannot read needs a migration beside another number, so that they refuse
/// the books as too new.
const VERSION: u32 = 1;
/// At most so many of each kind are kept; counts are complete.
const KEPT: usize = 1_000;

/// What an import left out, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    version: u32,
    /// How many files were read.
    pub file_count: u64,
    /// The first of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<KeptFile>,
    /// The first rows that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<RejectedRow>,
    /// The first records whose id is known with another content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<KeptRow>,
    /// How many calls the account refused.
    pub refused_calls: u64,
    /// Calls that the account refused, by reason and service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<RefusedCalls>,
    /// A few of the rows no rule matches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmatched: Vec<KeptRow>,
    /// A few of the rows a rule says to ignore.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<KeptRow>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptFile {
    /// Its name.
    pub name: String,
    /// `access-log`, `csv`, `json-lines`, `cloudevents`; none when it was not recognised and left out.
    pub format: Option<String>,
    /// `plain`, `gzip`, `zstd`.
    pub compression: String,
    /// Rows it holds.
    pub rows: u64,
    /// Rows that were counted.
    pub counted: u64,
    /// Rows that lay in a stretch imported before.
    pub overlapped: u64,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RejectedRow {
    /// Name of the file.
    pub file: String,
    /// Line number, from 1; 0 for the file as a whole.
    pub line: u64,
    /// Stable word for the reason, `unreadable`.
    pub reason: String,
    /// The field concerned.
    pub field: String,
    /// What stood there, shortened.
    pub found: String,
    /// What should have stood there.
    pub expected: String,
    /// The beginning of the row.
    pub excerpt: String,
}

/// A row that was read and left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptRow {
    /// Name of the file.
    pub file: String,
    /// Line number, from 1.
    pub line: u64,
    /// The record's id, where ids matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The beginning of the row.
    pub excerpt: String,
}

/// Calls that the account refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusedCalls {
    /// Code of the refusal.
    pub code: String,
    /// Service called.
    pub service: String,
    /// Region called.
    pub region: String,
    /// Application attended.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub application: String,
    /// How many, or seconds attended.
    pub calls: u64,
}

/// An import of the books with its report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The import.
    pub import: Import,
    /// What it left out; none for one that was written before reports were kept.
    pub report: Option<Report>,
}

/// An import with what it left out.
///
/// # Errors
/// [`AppError::UnknownImport`], or that the books cannot be read.
pub async fn find(books: &Books, account: AccountId, id: ImportId) -> Result<Kept, AppError> {
    let unknown = || AppError::UnknownImport(id.0.to_string());
    let import = books.ledger().find_import(account, id).await?.ok_or_else(unknown)?;
    let text = books.ledger().import_report(account, id).await?.unwrap_or_default();
    Ok(Kept { import, report: Report::from_json(id, &text)? })
}

impl Report {
    /// What a prepared import leaves out.
    #[must_use]
    pub fn of(prepared: &Prepared) -> Self {
        let Reading { files, rejected, conflicts, unmatched_examples, ignored_examples, .. } =
            &prepared.reading;
        let refused = &prepared.decided.refused;
        Self {
            version: VERSION,
            file_count: files.len() as u64,
            files: files.iter().take(KEPT).map(KeptFile::from).collect(),
            rejected: rejected.iter().take(KEPT).map(RejectedRow::from).collect(),
            conflicts: conflicts.iter().take(KEPT).map(KeptRow::from).collect(),
            refused_calls: refused.iter().map(|refused| refused.calls).fold(0, u64::saturating_add),
            refused: refused.iter().take(KEPT).map(RefusedCalls::from).collect(),
            unmatched: unmatched_examples.iter().map(KeptRow::from).collect(),
            ignored: ignored_examples.iter().map(KeptRow::from).collect(),
        }
    }

    /// As the books keep it.
    ///
    /// # Errors
    /// [`LedgerError::TooLarge`] beyond what memory can hold.
    pub(super) fn to_json(&self) -> Result<String, LedgerError> {
        serde_json::to_string(self).map_err(|_| LedgerError::TooLarge)
    }

    fn from_json(id: ImportId, text: &str) -> Result<Option<Self>, LedgerError> {
        if text.is_empty() {
            return Ok(None);
        }
        let damaged = || LedgerError::Corrupt { table: "imports", id: id.0, column: "report" };
        let report: Self = serde_json::from_str(text).map_err(|_| damaged())?;
        if report.version == VERSION { Ok(Some(report)) } else { Err(damaged()) }
    }
}

impl From<&FileReport> for KeptFile {
    fn from(file: &FileReport) -> Self {
        Self {
            name: file.name.clone(),
            format: file.format.map(|format| format.name().to_owned()),
            compression: file.compression.name().to_owned(),
            rows: file.rows,
            counted: file.counted,
            overlapped: file.overlapped,
        }
    }
}

impl From<&Rejected> for RejectedRow {
    fn from(row: &Rejected) -> Self {
        Self {
            file: row.file.clone(),
            line: row.line,
            reason: row.reason.code().to_owned(),
            field: row.field.to_owned(),
            found: row.found.clone(),
            expected: row.expected.to_owned(),
            excerpt: row.excerpt.clone(),
        }
    }
}

impl From<&Conflict> for KeptRow {
    fn from(row: &Conflict) -> Self {
        let Conflict { id, file, line, excerpt } = row.clone();
        Self { file, line, id: Some(id), excerpt }
    }
}

impl From<&Example> for KeptRow {
    fn from(row: &Example) -> Self {
        let Example { file, line, excerpt } = row.clone();
        Self { file, line, id: None, excerpt }
    }
}

impl From<&Refused> for RefusedCalls {
    fn from(refused: &Refused) -> Self {
        Self {
            code: refused.refusal.code().to_owned(),
            service: refused.resource.service.clone(),
            region: refused.resource.region.clone(),
            application: refused.resource.application.clone(),
            calls: refused.calls,
        }
    }
}
