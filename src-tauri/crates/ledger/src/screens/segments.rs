//! The segments in which usage was metered.

use std::ops::Range;

use billing::{Instant, ProjectId, ResourceId};
use sqlx::SqliteConnection;

use crate::{AccountId, ImportId, Ledger, LedgerError, UsageFilter, columns::RowOf};

/// Usage as it was metered: a stretch in which nothing about the contract changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// When the calls were made.
    pub occurred_at: Instant,
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
    /// When it was or will be settled.
    pub settles_at: Instant,
    /// Whether it takes out usage that an undone import had brought.
    pub taken_out: bool,
    /// Successful calls that something pays for.
    pub billable: u64,
    /// Calls without success.
    pub failed: u64,
    /// Successful calls that nothing may pay for.
    pub uncovered: u64,
    /// Of the billable: paid by packages.
    pub from_packages: u64,
    /// The write that brought it.
    pub write_id: i64,
    /// The import that brought it, or that was undone, and its label.
    pub import: Option<(ImportId, String)>,
}

impl Ledger {
    /// The segments of a half-open range, oldest first, at most `limit` after the first `skip`.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn segments(
        &self,
        account: AccountId,
        range: Range<Instant>,
        filter: UsageFilter,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Segment>, LedgerError> {
        let rows = segments(&mut *self.reader().await?, account, &range, filter, (skip, limit)).await?;
        rows.into_iter().map(SegmentRow::into_segment).collect()
    }
}

struct SegmentRow {
    occurred_at: i64,
    resource: i64,
    project: i64,
    settles_at: i64,
    write_id: i64,
    taken_out: i64,
    billable: i64,
    failed: i64,
    uncovered: i64,
    from_packages: i64,
    import: Option<i64>,
    label: Option<String>,
}

impl SegmentRow {
    fn into_segment(self) -> Result<Segment, LedgerError> {
        let of = RowOf { table: "usage_segments", id: self.occurred_at };
        Ok(Segment {
            occurred_at: of.instant("occurred_at", self.occurred_at)?,
            resource: ResourceId(of.number("resource", self.resource)?),
            project: ProjectId(of.number("project", self.project)?),
            settles_at: of.instant("settles_at", self.settles_at)?,
            taken_out: self.taken_out != 0,
            billable: of.count("billable", self.billable)?,
            failed: of.count("failed", self.failed)?,
            uncovered: of.count("uncovered", self.uncovered)?,
            from_packages: of.count("from_packages", self.from_packages)?,
            write_id: self.write_id,
            import: self.import.map(ImportId).zip(self.label),
        })
    }
}

async fn segments(
    conn: &mut SqliteConnection,
    account: AccountId,
    range: &Range<Instant>,
    filter: UsageFilter,
    (skip, limit): (u32, u32),
) -> Result<Vec<SegmentRow>, LedgerError> {
    let (from, to) = (range.start.timestamp(), range.end.timestamp());
    let resource = filter.resource.map(|resource| resource.0);
    let project = filter.project.map(|project| project.0);
    let rows = sqlx::query_as!(
        SegmentRow,
        r#"
        SELECT s.occurred_at, s.resource, s.project, s.settles_at, s.write_id, s.taken_out, s.billable, s.failed,
               s.uncovered, s.from_packages, imports.id AS "import?", imports.label AS "label?"
        FROM usage_segments AS s
        LEFT JOIN imports ON imports.write_id = s.write_id OR imports.undone_by = s.write_id
        WHERE s.account_id = ?1 AND s.occurred_at >= ?2 AND s.occurred_at < ?3
          AND (?4 IS NULL OR s.resource = ?4) AND (?5 IS NULL OR s.project = ?5)
        ORDER BY s.occurred_at, s.resource, s.project, s.settles_at, s.write_id, s.taken_out
        LIMIT ?7 OFFSET ?6
        "#,
        account.0,
        from,
        to,
        resource,
        project,
        skip,
        limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
