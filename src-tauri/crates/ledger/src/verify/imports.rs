//! Imports: their rows by what became of them, and the usage they brought.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::{
    Scope,
    findings::{Check, Figures, Findings},
};
use crate::LedgerError;

/// What one write metered, or took out again.
#[derive(Clone, Copy, Debug, Default)]
struct Brought {
    /// Billable, failed, uncovered calls, those from packages, those that were pay-per-use; seconds attended.
    figures: Figures<6>,
    /// First and last instant.
    span: Option<(i64, i64)>,
}

/// An import as it is stored.
#[derive(Debug)]
struct ImportRow {
    id: i64,
    write_id: i64,
    undone_by: Option<i64>,
    rows: i64,
    rows_by_fate: i64,
    billable: i64,
    failed: i64,
    first_at: Option<i64>,
    last_at: Option<i64>,
    /// What it is recognised by.
    marks: i64,
}

/// The imports of an account beside the usage of their writes.
#[derive(Debug)]
pub(super) struct Imports {
    rows: Vec<ImportRow>,
    brought: HashMap<i64, Brought>,
}

impl Imports {
    pub async fn load(conn: &mut SqliteConnection, scope: &Scope) -> Result<Self, LedgerError> {
        let rows = sqlx::query_as!(
            ImportRow,
            r#"
            SELECT i.id AS "id!", i.write_id, i.undone_by, i.row_count AS rows,
                   i.counted_count + i.duplicate_count + i.overlapped_count + i.unmatched_count + i.ignored_count
                     + i.rejected_count + i.conflict_count AS "rows_by_fate!: i64",
                   i.billable_count AS billable, i.failed_count AS failed, i.first_at, i.last_at,
                   (SELECT COUNT(*) FROM record_blocks AS b WHERE b.import_id = i.id)
                     + (SELECT COUNT(*) FROM stretches AS s WHERE s.import_id = i.id) AS "marks!: i64"
            FROM imports AS i
            WHERE i.account_id = ?1
            ORDER BY i.id
            "#,
            scope.id
        )
        .fetch_all(conn)
        .await?;
        let writes = rows.iter().flat_map(|row| [Some(row.write_id), row.undone_by]).flatten();
        let brought = writes.map(|write| (write, Brought::default())).collect();
        Ok(Self { rows, brought })
    }

    /// Adds the usage of a write, if it is an import or undoes one.
    pub fn add(&mut self, write_id: i64, at: i64, taken_out: bool, figures: Figures<6>) {
        let Some(brought) = self.brought.get_mut(&write_id) else { return };
        let sign = if taken_out { -1 } else { 1 };
        brought.figures.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += sign * figure);
        let (first, last) = brought.span.unwrap_or((at, at));
        brought.span = Some((first.min(at), last.max(at)));
    }

    pub fn finish(&self, scope: &Scope, findings: &mut Findings<'_>) -> Result<(), LedgerError> {
        self.rows.iter().try_for_each(|row| self.check(scope, row, findings))
    }

    /// Every row became one thing. Calls that the account refused are counted as read, but are not in the usage.
    fn check(&self, scope: &Scope, row: &ImportRow, findings: &mut Findings<'_>) -> Result<(), LedgerError> {
        let place = format_args!("account {} import {}", scope.id, row.id);
        let rows = [i128::from(row.rows_by_fate)];
        findings.compare(Check::Import, place, ["row_count"], rows, [row.rows.into()]);
        let brought = self.brought.get(&row.write_id).copied().unwrap_or_default();
        let [billable, failed, uncovered, ..] = brought.figures;
        let limits = [("billable", billable + uncovered, row.billable), ("failed", failed, row.failed)];
        for (name, calls, limit) in limits.into_iter().filter(|(_, calls, limit)| *calls > i128::from(*limit))
        {
            findings.note(Check::Import, place, format_args!("{name} {calls} at least"), limit);
        }
        check_span(scope, row, brought, findings)?;
        let Some(undone_by) = row.undone_by else { return Ok(()) };
        let columns = ["billable", "failed", "uncovered", "from_packages", "billed", "seconds attended"];
        let taken_out =
            self.brought.get(&undone_by).copied().unwrap_or_default().figures.map(|figure| -figure);
        let [.., attended] = brought.figures;
        if attended == 0 {
            findings.compare(Check::Import, place, columns, brought.figures, taken_out);
        } else {
            // Its minutes are those by which the totals of its days fell, not those that it had been counted for.
            let [.., gone] = taken_out;
            findings.compare(Check::Import, place, ["seconds attended"], [attended], [gone]);
        }
        findings.compare(Check::Import, place, ["known records and lines"], [0], [row.marks.into()]);
        Ok(())
    }
}

/// Usage lies in the span of its import. Calls that nothing tells apart are counted from the start of their period.
fn check_span(
    scope: &Scope,
    row: &ImportRow,
    brought: Brought,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let Some((first, last)) = brought.span else { return Ok(()) };
    let earliest = match row.first_at {
        Some(at) => scope.calendar.period_start(scope.instant("first_at", at)?).timestamp(),
        None => i64::MAX,
    };
    if first < earliest || row.last_at.is_none_or(|at| at < last) {
        let text = |at: Option<i64>| at.map_or_else(|| "none".to_owned(), |at| scope.show(at));
        let place = format_args!("account {} import {}", scope.id, row.id);
        let expected = format!("{} to {}", scope.show(first), scope.show(last));
        findings.note(
            Check::Import,
            place,
            expected,
            format_args!("{} to {}", text(row.first_at), text(row.last_at)),
        );
    }
    Ok(())
}
