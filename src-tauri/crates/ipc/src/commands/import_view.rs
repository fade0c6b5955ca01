//! What an import would do, or did, as the sheet shows it.

use app::import::{self, CostLine, Prepared, Report};

use super::import_detail::{SHOWN, conflict, file, refused_calls, rejected_row};
use crate::{
    IpcError, convert,
    dto::{
        common::Seconds,
        import::{ImportLine, ImportView},
    },
};

/// A reading and what it does.
pub(super) fn view(job: &str, prepared: &Prepared) -> Result<ImportView, IpcError> {
    let (reading, decided) = (&prepared.reading, &prepared.decided);
    let after = &decided.after;
    let lines = import::lines(prepared)?;
    let report = Report::of(prepared);
    Ok(ImportView {
        job: job.to_owned(),
        import_id: None,
        account_id: None,
        source: prepared.source.clone(),
        files: report.files.iter().map(file).collect(),
        rows: reading.rows.to_string(),
        billable: reading.billable.to_string(),
        failed: reading.failed.to_string(),
        unmatched: reading.unmatched.to_string(),
        ignored: reading.ignored.to_string(),
        duplicates: reading.duplicates.to_string(),
        overlapped: reading.overlapped.to_string(),
        rejected_count: reading.rejected_count.to_string(),
        rejected: report.rejected.iter().take(SHOWN).map(rejected_row).collect(),
        conflict_count: reading.conflict_count.to_string(),
        conflicts: report.conflicts.iter().take(SHOWN).map(conflict).collect(),
        refused: report.refused.iter().map(refused_calls).collect(),
        from: reading.span.map(|(first, _)| Seconds(first)),
        to: reading.span.map(|(_, last)| Seconds(last)),
        cost: import::total(&lines)?.cost.to_string(),
        lines: lines.iter().map(line).collect(),
        enables: decided.enables.iter().map(convert::resource_name).collect(),
        balance_after: after.balance.to_string(),
        arrears_after: after.arrears()?.to_string(),
    })
}

fn line(line: &CostLine) -> ImportLine {
    let figures = line.figures;
    ImportLine {
        service: line.service.clone(),
        region: line.region.clone(),
        project: line.project.clone(),
        billable: figures.billable.saturating_add(figures.uncovered).to_string(),
        failed: figures.failed.to_string(),
        from_packages: figures.from_packages.to_string(),
        billed: figures.billed.to_string(),
        cost: figures.cost.to_string(),
    }
}
