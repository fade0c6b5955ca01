//! One import of the list, with what it left out and why.

use app::import::{self, Kept, KeptFile, KeptRow, Report};
use billing::Account;

use super::usage;
use crate::{
    App, IpcError, convert,
    dto::import::{ImportDetail, ImportFile, ImportQuery, LeftOutRow, RefusedCalls, RejectedRow},
    failure::name_of,
};

/// Rows of a kind that are shown; all are counted.
pub(super) const SHOWN: usize = 200;

/// One import with what it left out.
///
/// # Errors
/// [`IpcError`] `no_import`, or that the books cannot be read.
pub async fn import_detail(app: &App, request: ImportQuery) -> Result<ImportDetail, IpcError> {
    let account = convert::account_id(&request.account_id)?;
    let id = convert::import_id(&request.import_id)?;
    let loaded = app.load(&request.account_id).await?;
    Ok(detail(&loaded.account, &import::find(app.books(), account, id).await?))
}

fn detail(account: &Account, Kept { import, report }: &Kept) -> ImportDetail {
    let counts = import.counts;
    let none = Report::default();
    let report_or_none = report.as_ref().unwrap_or(&none);
    let Report { files, rejected, conflicts, refused, unmatched, ignored, .. } = report_or_none;
    ImportDetail {
        import: usage::import_row(account, import),
        kept: report.is_some(),
        file_count: report_or_none.file_count.to_string(),
        files: files.iter().take(SHOWN).map(file).collect(),
        failed: counts.failed.to_string(),
        duplicates: counts.duplicates.to_string(),
        overlapped: counts.overlapped.to_string(),
        rejected_count: counts.rejected.to_string(),
        rejected: rejected.iter().take(SHOWN).map(rejected_row).collect(),
        conflict_count: counts.conflicts.to_string(),
        conflicts: conflicts.iter().take(SHOWN).map(conflict).collect(),
        refused_calls: report_or_none.refused_calls.to_string(),
        refused: refused.iter().take(SHOWN).map(refused_calls).collect(),
        unmatched_count: counts.unmatched.to_string(),
        unmatched: unmatched.iter().map(left_out).collect(),
        ignored_count: counts.ignored.to_string(),
        ignored: ignored.iter().map(left_out).collect(),
    }
}

pub(super) fn file(file: &KeptFile) -> ImportFile {
    ImportFile {
        name: name_of(&file.name),
        format: file.format.clone().unwrap_or_else(|| "unknown".to_owned()),
        compression: file.compression.clone(),
        rows: file.rows.to_string(),
    }
}

pub(super) fn rejected_row(row: &import::RejectedRow) -> RejectedRow {
    RejectedRow {
        file: name_of(&row.file),
        line: row.line,
        reason: row.reason.clone(),
        found: if row.found.is_empty() { row.excerpt.clone() } else { row.found.clone() },
    }
}

pub(super) fn conflict(row: &KeptRow) -> RejectedRow {
    RejectedRow {
        file: name_of(&row.file),
        line: row.line,
        reason: "conflict".to_owned(),
        found: row.excerpt.clone(),
    }
}

pub(super) fn refused_calls(refused: &import::RefusedCalls) -> RefusedCalls {
    let resource = billing::ResourceKey {
        service: refused.service.clone(),
        region: refused.region.clone(),
        application: refused.application.clone(),
    };
    RefusedCalls {
        code: refused.code.clone(),
        name: convert::resource_name(&resource),
        calls: refused.calls.to_string(),
    }
}

fn left_out(row: &KeptRow) -> LeftOutRow {
    LeftOutRow { file: name_of(&row.file), line: row.line, found: row.excerpt.clone() }
}
