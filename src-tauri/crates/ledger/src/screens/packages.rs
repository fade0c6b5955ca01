//! The log of one package, and what each day took from it.

use billing::{Instant, PackageId, ProjectId, ResourceId};
use sqlx::SqliteConnection;

use crate::{AccountId, Ledger, LedgerError, Page, Paged, accounts, columns::RowOf};

/// Quota taken from a package, or given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeductionLine {
    /// Its transaction.
    pub transaction_id: i64,
    /// From which cycle, from 0.
    pub cycle: u32,
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
    /// When the calls were made.
    pub occurred_at: Instant,
    /// Whether undoing an import gave it back.
    pub returned: bool,
    /// Calls.
    pub calls: u64,
    /// Calls that had lapsed before this late usage claimed them; returned, those that lapse again.
    pub from_lapsed: u64,
    /// Calls left afterwards.
    pub remaining: u64,
}

/// What one day took from a cycle of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageDay {
    /// When the last of these calls was made.
    pub last_at: Instant,
    /// Calls taken, less those given back; negative when more came back.
    pub calls: i64,
}

impl Ledger {
    /// What was taken from one cycle of a package on each day at the provider that took any, in order of time.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn package_days(
        &self,
        account: AccountId,
        package: PackageId,
        cycle: u32,
    ) -> Result<Vec<PackageDay>, LedgerError> {
        let mut reader = self.reader().await?;
        let offset = accounts::calendar(&mut reader, account).await?.zone.offset_seconds();
        days(&mut reader, account, (package, cycle), offset).await
    }

    /// What was taken from a package and given back, newest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn deductions(
        &self,
        account: AccountId,
        package: PackageId,
        page: Page,
    ) -> Result<Paged<DeductionLine>, LedgerError> {
        let lines = deductions(&mut *self.reader().await?, account, package, page).await?;
        Ok(Paged::cut(lines, page, |line| line.transaction_id))
    }
}

async fn days(
    conn: &mut SqliteConnection,
    account: AccountId,
    (package, cycle): (PackageId, u32),
    offset_seconds: i32,
) -> Result<Vec<PackageDay>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT MAX(occurred_at) AS "last_at!: i64",
               SUM(CASE returned WHEN 0 THEN calls ELSE -calls END) AS "calls!: i64"
        FROM deductions
        WHERE account_id = ?1 AND package = ?2 AND cycle = ?3
        GROUP BY (occurred_at + ?4) / 86400
        ORDER BY 1
        "#,
        account.0,
        package.0,
        cycle,
        offset_seconds
    )
    .fetch_all(conn)
    .await?;
    let days = rows.into_iter().map(|row| {
        let of = RowOf { table: "deductions", id: row.last_at };
        Ok(PackageDay { last_at: of.instant("occurred_at", row.last_at)?, calls: row.calls })
    });
    days.collect()
}

async fn deductions(
    conn: &mut SqliteConnection,
    account: AccountId,
    package: PackageId,
    page: Page,
) -> Result<Vec<DeductionLine>, LedgerError> {
    let (before, limit) = (page.after.unwrap_or(i64::MAX), page.probe());
    let rows = sqlx::query!(
        r#"
        SELECT transaction_id, cycle, resource, project, occurred_at, returned, calls, from_lapsed, remaining
        FROM deductions
        WHERE account_id = ?1 AND package = ?2 AND transaction_id < ?3
        ORDER BY transaction_id DESC
        LIMIT ?4
        "#,
        account.0,
        package.0,
        before,
        limit
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let of = RowOf { table: "deductions", id: row.transaction_id };
        Ok(DeductionLine {
            transaction_id: row.transaction_id,
            cycle: of.number("cycle", row.cycle)?,
            resource: ResourceId(of.number("resource", row.resource)?),
            project: ProjectId(of.number("project", row.project)?),
            occurred_at: of.instant("occurred_at", row.occurred_at)?,
            returned: row.returned != 0,
            calls: of.count("calls", row.calls)?,
            from_lapsed: of.count("from_lapsed", row.from_lapsed)?,
            remaining: of.count("remaining", row.remaining)?,
        })
    });
    lines.collect()
}
