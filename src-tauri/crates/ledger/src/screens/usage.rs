//! Usage by hour, day and month.

use std::ops::Range;

use billing::{Instant, Money, ProjectId, ResourceId, zone::Zone};
use chrono::TimeDelta;
use sqlx::SqliteConnection;

use crate::{AccountId, Ledger, LedgerError, accounts, columns::RowOf, write::rows::Rows};

/// Width of a bucket of usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// One hour.
    Hour,
    /// One day at the provider.
    Day,
    /// One calendar month at the provider.
    Month,
}

/// By what buckets of one instant are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Not at all: one bucket per instant.
    Nothing,
    /// By resource.
    Resource,
    /// By project.
    Project,
    /// By resource and project.
    ResourceAndProject,
}

/// Only usage of one resource, one project, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsageFilter {
    /// Only this resource.
    pub resource: Option<ResourceId>,
    /// Only this project.
    pub project: Option<ProjectId>,
}

/// Figures of usage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsageFigures {
    /// Successful calls that something pays for.
    pub billable: u64,
    /// Calls without success.
    pub failed: u64,
    /// Successful calls that nothing may pay for.
    pub uncovered: u64,
    /// Of the billable: paid by packages.
    pub from_packages: u64,
    /// Of the billable: pay-per-use.
    pub billed: u64,
    /// What settlements made of them so far; open periods are not in it.
    pub due: Money,
}

/// Usage of one hour, day or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsageBucket {
    /// Its first second.
    pub start: Instant,
    /// Of one resource, when split by resource.
    pub resource: Option<ResourceId>,
    /// Of one project, when split by project.
    pub project: Option<ProjectId>,
    /// Its figures.
    pub figures: UsageFigures,
}

/// Usage of one resource and project over a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsageRow {
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
    /// Its figures.
    pub figures: UsageFigures,
}

impl Ledger {
    /// Usage of the hours, days or months that meet a half-open range, by start, resource, project. At most `limit`
    /// buckets, the earliest.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn usage_buckets(
        &self,
        account: AccountId,
        width: Width,
        range: Range<Instant>,
        split: Split,
        filter: UsageFilter,
        limit: u32,
    ) -> Result<Vec<UsageBucket>, LedgerError> {
        let mut reader = self.reader().await?;
        let zone = accounts::calendar(&mut reader, account).await?.zone;
        let range = last_start(zone, width, range.start)..range.end;
        let scope = Scope { account, width, range, filter, limit };
        let rows = buckets(&mut reader, &scope, split).await?;
        rows.into_iter().map(BucketRow::into_bucket).collect()
    }

    /// Usage per resource and project over a half-open range of whole hours, by resource and project.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn usage_table(
        &self,
        account: AccountId,
        range: Range<Instant>,
        filter: UsageFilter,
    ) -> Result<Vec<UsageRow>, LedgerError> {
        let mut reader = self.reader().await?;
        let zone = accounts::calendar(&mut reader, account).await?.zone;
        let mut pieces = Rows::default();
        for (width, from, to) in cover(zone, &range) {
            pieces.push([width.number().into(), from.into(), to.into()]);
        }
        let mut rows = Vec::new();
        for chunk in pieces.into_chunks() {
            rows.extend(table(&mut reader, account, &chunk, filter).await?);
        }
        rows.into_iter().map(BucketRow::into_row).collect()
    }
}

/// Which buckets are asked for.
struct Scope {
    account: AccountId,
    width: Width,
    range: Range<Instant>,
    filter: UsageFilter,
    limit: u32,
}

struct BucketRow {
    start_at: i64,
    resource: Option<i64>,
    project: Option<i64>,
    billable: i64,
    failed: i64,
    uncovered: i64,
    from_packages: i64,
    billed: i64,
    due_cents: i64,
}

impl BucketRow {
    fn into_bucket(self) -> Result<UsageBucket, LedgerError> {
        let of = RowOf { table: "usage_sums", id: self.start_at };
        let resource = self.resource.map(|resource| of.number("resource", resource)).transpose()?;
        let project = self.project.map(|project| of.number("project", project)).transpose()?;
        Ok(UsageBucket {
            start: of.instant("start_at", self.start_at)?,
            resource: resource.map(ResourceId),
            project: project.map(ProjectId),
            figures: self.figures(of)?,
        })
    }

    fn into_row(self) -> Result<UsageRow, LedgerError> {
        let of = RowOf { table: "usage_sums", id: self.start_at };
        Ok(UsageRow {
            resource: ResourceId(of.number("resource", self.resource.unwrap_or(-1))?),
            project: ProjectId(of.number("project", self.project.unwrap_or(-1))?),
            figures: self.figures(of)?,
        })
    }

    fn figures(&self, of: RowOf) -> Result<UsageFigures, LedgerError> {
        Ok(UsageFigures {
            billable: of.count("billable", self.billable)?,
            failed: of.count("failed", self.failed)?,
            uncovered: of.count("uncovered", self.uncovered)?,
            from_packages: of.count("from_packages", self.from_packages)?,
            billed: of.count("billed", self.billed)?,
            due: Money::from_cents(self.due_cents),
        })
    }
}

/// The sums of buckets that fall together. The groups follow the order of the table, so that nothing is sorted.
macro_rules! bucket_query {
    ($scope:ident, $conn:ident, $resource:tt, $project:tt, $group:tt) => {{
        let (from, to) = ($scope.range.start.timestamp(), $scope.range.end.timestamp());
        let (width, limit) = ($scope.width.number(), i64::from($scope.limit));
        let resource = $scope.filter.resource.map(|resource| resource.0);
        let project = $scope.filter.project.map(|project| project.0);
        sqlx::query_as!(
            BucketRow,
            "SELECT start_at AS \"start_at!\", " + $resource + " AS \"resource?: i64\", " + $project
                + " AS \"project?: i64\", SUM(billable) AS \"billable!: i64\", SUM(failed) AS \"failed!: i64\", "
                + "SUM(uncovered) AS \"uncovered!: i64\", SUM(from_packages) AS \"from_packages!: i64\", "
                + "SUM(billed) AS \"billed!: i64\", SUM(due_cents) AS \"due_cents!: i64\" "
                + "FROM usage_sums "
                + "WHERE account_id = ?1 AND width = ?2 AND start_at >= ?3 AND start_at < ?4 "
                + "AND (?5 IS NULL OR resource = ?5) AND (?6 IS NULL OR project = ?6) "
                + "GROUP BY " + $group + " ORDER BY " + $group + " LIMIT ?7",
            $scope.account.0,
            width,
            from,
            to,
            resource,
            project,
            limit
        )
        .fetch_all($conn)
        .await?
    }};
}

async fn buckets(
    conn: &mut SqliteConnection,
    scope: &Scope,
    split: Split,
) -> Result<Vec<BucketRow>, LedgerError> {
    Ok(match split {
        Split::Nothing => bucket_query!(scope, conn, "NULL", "NULL", "start_at"),
        Split::Resource => bucket_query!(scope, conn, "resource", "NULL", "start_at, resource"),
        Split::Project => bucket_query!(scope, conn, "NULL", "project", "start_at, project"),
        Split::ResourceAndProject => {
            bucket_query!(scope, conn, "resource", "project", "start_at, resource, project")
        }
    })
}

/// A range as whole months, days where they end, and hours where those end: few rows, however long it is.
fn cover(zone: Zone, range: &Range<Instant>) -> Vec<(Width, i64, i64)> {
    let hour = TimeDelta::hours(1);
    let end = zone.period_start(range.end + hour - TimeDelta::seconds(1), hour);
    let mut pieces = Vec::new();
    cover_with(zone, Width::Month, zone.period_start(range.start, hour)..end, &mut pieces);
    pieces.into_iter().map(|(width, piece)| (width, piece.start.timestamp(), piece.end.timestamp())).collect()
}

/// A range as whole months, days where they end, and what is left where those end, to the second.
pub(super) fn exact_cover(zone: Zone, range: Range<Instant>) -> Vec<(Width, Range<Instant>)> {
    let mut pieces = Vec::new();
    cover_with(zone, Width::Month, range, &mut pieces);
    pieces
}

fn cover_with(zone: Zone, width: Width, range: Range<Instant>, pieces: &mut Vec<(Width, Range<Instant>)>) {
    if range.start >= range.end {
        return;
    }
    let smaller = match width {
        Width::Month => Width::Day,
        Width::Day => Width::Hour,
        Width::Hour => {
            pieces.push((width, range));
            return;
        }
    };
    let whole = first_start(zone, width, range.start)..last_start(zone, width, range.end);
    if whole.start >= whole.end {
        cover_with(zone, smaller, range, pieces);
        return;
    }
    cover_with(zone, smaller, range.start..whole.start, pieces);
    let after = whole.end..range.end;
    pieces.push((width, whole));
    cover_with(zone, smaller, after, pieces);
}

/// The last day or month that begins at or before an instant.
fn last_start(zone: Zone, width: Width, at: Instant) -> Instant {
    match width {
        Width::Hour => zone.period_start(at, TimeDelta::hours(1)),
        Width::Day => zone.period_start(at, TimeDelta::days(1)),
        Width::Month => zone.month_start(zone.month(at)),
    }
}

/// The first day or month that begins at or after an instant.
fn first_start(zone: Zone, width: Width, at: Instant) -> Instant {
    let start = last_start(zone, width, at);
    match width {
        _ if start == at => at,
        Width::Hour => start + TimeDelta::hours(1),
        Width::Day => start + TimeDelta::days(1),
        Width::Month => zone.month_start(zone.month(at).next()),
    }
}

async fn table(
    conn: &mut SqliteConnection,
    account: AccountId,
    pieces: &str,
    filter: UsageFilter,
) -> Result<Vec<BucketRow>, LedgerError> {
    let resource = filter.resource.map(|resource| resource.0);
    let project = filter.project.map(|project| project.0);
    let rows = sqlx::query_as!(
        BucketRow,
        r#"
        SELECT MIN(start_at) AS "start_at!: i64", resource AS "resource?", project AS "project?",
               SUM(billable) AS "billable!: i64", SUM(failed) AS "failed!: i64", SUM(uncovered) AS "uncovered!: i64",
               SUM(from_packages) AS "from_packages!: i64", SUM(billed) AS "billed!: i64",
               SUM(due_cents) AS "due_cents!: i64"
        FROM jsonb_each(?2) AS piece
        CROSS JOIN usage_sums AS sums
          ON sums.account_id = ?1 AND sums.width = piece.value->>0
         AND sums.start_at >= piece.value->>1 AND sums.start_at < piece.value->>2
        WHERE (?3 IS NULL OR resource = ?3) AND (?4 IS NULL OR project = ?4)
        GROUP BY resource, project
        ORDER BY resource, project
        "#,
        account.0,
        pieces,
        resource,
        project
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
