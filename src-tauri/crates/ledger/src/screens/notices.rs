//! Messages to the customer.

use billing::{ChargeId, Instant, PackageId, event::Notice};
use sqlx::SqliteConnection;

use crate::{AccountId, Ledger, LedgerError, Page, Paged, columns::RowOf, notices::Figures};

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
    /// When the program found it: later than it arose, where it did not run.
    pub found_at: Instant,
    /// The last usage that was known when it was sent, by the beginning of its stretch (rulebook 7); nothing before any usage,
    /// and in books that did not keep it.
    pub usage_until: Option<Instant>,
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
    let rows = sqlx::query_as!(
        NoticeRow,
        r#"
        SELECT n.number, n.at, n.kind, n.package, n.charge, n.seen, n.value, n.line, n.quota, n.rule_version,
               n.usage_until,
               w.recorded_at AS found_at
        FROM notices AS n
        JOIN writes AS w ON w.id = n.write_id
        WHERE n.account_id = ?1 AND n.number < ?2
        ORDER BY n.number DESC
        LIMIT ?3
        "#,
        account.0,
        before,
        limit
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(NoticeRow::into_line).collect()
}

/// A notice with the write that found it.
pub(crate) struct NoticeRow {
    pub number: i64,
    pub at: i64,
    pub kind: String,
    pub package: Option<i64>,
    pub charge: Option<i64>,
    pub seen: i64,
    pub value: Option<i64>,
    pub line: Option<i64>,
    pub quota: Option<i64>,
    pub rule_version: Option<i64>,
    pub found_at: i64,
    pub usage_until: Option<i64>,
}

impl NoticeRow {
    pub fn into_line(self) -> Result<NoticeLine, LedgerError> {
        let of = RowOf { table: "notices", id: self.number };
        let package = self.package.map(|package| of.number("package", package)).transpose()?;
        let charge = self.charge.map(|charge| of.count("charge", charge)).transpose()?;
        let kind = crate::notices::kind(&self.kind).ok_or_else(|| of.corrupt("kind"))?;
        let figures =
            Figures { value: self.value, line: self.line, quota: self.quota, version: self.rule_version };
        let (package, charge) = (package.map(PackageId), charge.map(ChargeId));
        Ok(NoticeLine {
            number: self.number,
            at: of.instant("at", self.at)?,
            notice: Notice { kind, package, charge, measured: figures.read(of)? },
            found_at: of.instant("found_at", self.found_at)?,
            usage_until: self.usage_until.map(|at| of.instant("usage_until", at)).transpose()?,
            seen: self.seen != 0,
        })
    }
}
