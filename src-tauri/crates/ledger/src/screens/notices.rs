//! Messages to the customer.

use billing::{ChargeId, Instant, PackageId, event::Notice};
use sqlx::SqliteConnection;

use crate::{AccountId, Ledger, LedgerError, Page, Paged, columns::RowOf};

/// One message to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeLine {
    /// Its number in the account.
    pub number: i64,
    /// When it arose.
    pub at: Instant,
    /// What it says.
    pub notice: Notice,
    /// Whether the customer has seen it.
    pub seen: bool,
}

impl Ledger {
    /// Messages, newest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn notices(&self, account: AccountId, page: Page) -> Result<Paged<NoticeLine>, LedgerError> {
        let lines = list(&mut *self.reader().await?, account, page).await?;
        Ok(Paged::cut(lines, page, |line| line.number))
    }

    /// How many messages the customer has not seen.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn unseen_count(&self, account: AccountId) -> Result<u64, LedgerError> {
        let mut reader = self.reader().await?;
        let count = sqlx::query_scalar!(
            r#"SELECT COUNT(*) AS "count!: i64" FROM notices WHERE account_id = ?1 AND seen = 0"#,
            account.0
        )
        .fetch_one(&mut *reader)
        .await?;
        RowOf { table: "notices", id: account.0 }.count("seen", count)
    }

    /// Marks every message up to a number as seen.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be written.
    pub async fn mark_seen(&self, account: AccountId, up_to: i64) -> Result<(), LedgerError> {
        crate::notices::mark_seen(&mut *self.writer().await?, account, up_to).await
    }
}

async fn list(
    conn: &mut SqliteConnection,
    account: AccountId,
    page: Page,
) -> Result<Vec<NoticeLine>, LedgerError> {
    let (before, limit) = (page.after.unwrap_or(i64::MAX), page.probe());
    let rows = sqlx::query!(
        r#"
        SELECT number, at, kind, package, charge, seen
        FROM notices
        WHERE account_id = ?1 AND number < ?2
        ORDER BY number DESC
        LIMIT ?3
        "#,
        account.0,
        before,
        limit
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let of = RowOf { table: "notices", id: row.number };
        let package = row.package.map(|package| of.number("package", package)).transpose()?;
        let charge = row.charge.map(|charge| of.count("charge", charge)).transpose()?;
        let kind = crate::notices::kind(&row.kind).ok_or_else(|| of.corrupt("kind"))?;
        Ok(NoticeLine {
            number: row.number,
            at: of.instant("at", row.at)?,
            notice: Notice { kind, package: package.map(PackageId), charge: charge.map(ChargeId) },
            seen: row.seen != 0,
        })
    });
    lines.collect()
}
