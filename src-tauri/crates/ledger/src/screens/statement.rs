//! The statement of money, and the balance day by day.

use std::ops::Range;

use billing::{
    ChargeId, Instant, Money, PackageId, ProjectId, ResourceId,
    journal::names::{ARREARS, BALANCE, CREDIT, SETTLEMENT},
};
use sqlx::SqliteConnection;

use crate::{AccountId, Ledger, LedgerError, Page, Paged, columns::RowOf};

/// What a movement of money is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Neither a charge nor a package: the opening, a top-up.
    Nothing,
    /// A settlement, or a correction of one.
    Charge {
        /// The charge.
        charge: ChargeId,
        /// Its period.
        period: Instant,
        /// What was called.
        resource: ResourceId,
        /// For whom.
        project: ProjectId,
    },
    /// A purchase or a renewal.
    Package(PackageId),
}

/// One movement of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementLine {
    /// The transaction.
    pub transaction_id: i64,
    /// When, on the account's clock.
    pub at: Instant,
    /// What kind of movement, `top-up`.
    pub kind: String,
    /// What it is about.
    pub subject: Subject,
    /// Change of the balance; zero when all went to credit or arrears.
    pub amount: Money,
    /// Change of the drawn credit; positive when more is drawn.
    pub credit: Money,
    /// Change of the arrears; positive when more is owed.
    pub arrears: Money,
    /// The balance afterwards.
    pub balance: Money,
}

/// The balance at the end of one day on which money moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BalanceDay {
    /// 00:00:00 at the provider.
    pub day: Instant,
    /// The balance at its end.
    pub closing: Money,
}

/// The balance over days. It stays the same on days that are not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceSeries {
    /// The balance before the first day; `None` when the account was not open.
    pub before: Option<Money>,
    /// Days on which money moved, in order.
    pub days: Vec<BalanceDay>,
}

impl Ledger {
    /// Movements of money, newest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn statement(
        &self,
        account: AccountId,
        page: Page,
    ) -> Result<Paged<StatementLine>, LedgerError> {
        let rows = statement(&mut *self.reader().await?, account, page).await?;
        let lines: Result<Vec<_>, _> = rows.into_iter().map(LineRow::into_line).collect();
        Ok(Paged::cut(lines?, page, |line| line.transaction_id))
    }

    /// The balance at the end of each day of a half-open range.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn balance_series(
        &self,
        account: AccountId,
        range: Range<Instant>,
    ) -> Result<BalanceSeries, LedgerError> {
        let mut reader = self.reader().await?;
        let before = balance_before(&mut reader, account, range.start).await?;
        let days = balance_days(&mut reader, account, &range).await?;
        Ok(BalanceSeries { before, days })
    }
}

struct LineRow {
    id: i64,
    at: i64,
    kind: String,
    subject: Option<i64>,
    balance_after_cents: i64,
    balance_cents: i64,
    credit_cents: i64,
    arrears_cents: i64,
    period: Option<i64>,
    resource: Option<i64>,
    project: Option<i64>,
}

impl LineRow {
    fn into_line(self) -> Result<StatementLine, LedgerError> {
        let of = RowOf { table: "transactions", id: self.id };
        Ok(StatementLine {
            transaction_id: self.id,
            at: of.instant("at", self.at)?,
            subject: self.subject(of)?,
            kind: self.kind,
            amount: Money::from_cents(self.balance_cents),
            // Liabilities are credits, which the journal writes as negative units.
            credit: Money::from_cents(-self.credit_cents),
            arrears: Money::from_cents(-self.arrears_cents),
            balance: Money::from_cents(self.balance_after_cents),
        })
    }

    fn subject(&self, of: RowOf) -> Result<Subject, LedgerError> {
        let Some(subject) = self.subject else { return Ok(Subject::Nothing) };
        let (Some(period), Some(resource), Some(project)) = (self.period, self.resource, self.project) else {
            return Ok(Subject::Package(PackageId(of.number("subject", subject)?)));
        };
        Ok(Subject::Charge {
            charge: ChargeId(of.count("subject", subject)?),
            period: of.instant("period", period)?,
            resource: ResourceId(of.number("resource", resource)?),
            project: ProjectId(of.number("project", project)?),
        })
    }
}

async fn statement(
    conn: &mut SqliteConnection,
    account: AccountId,
    page: Page,
) -> Result<Vec<LineRow>, LedgerError> {
    let (before, limit) = (page.after.unwrap_or(i64::MAX), page.probe());
    let rows = sqlx::query_as!(
        LineRow,
        r#"
        SELECT t.id AS "id!", t.at, k.name AS kind, t.subject AS "subject?",
               t.balance_after_cents AS "balance_after_cents!",
               IFNULL(IIF(k.name = ?7, -c.from_balance_cents,
                          (SELECT units FROM postings
                           WHERE transaction_id = t.id AND commodity = 0 AND ledger_account_id
                             = (SELECT id FROM ledger_accounts WHERE name = ?4))), 0)
                 AS "balance_cents!: i64",
               IFNULL(IIF(k.name = ?7, -c.from_credit_cents,
                          (SELECT units FROM postings
                           WHERE transaction_id = t.id AND commodity = 0 AND ledger_account_id
                             = (SELECT id FROM ledger_accounts WHERE name = ?5))), 0)
                 AS "credit_cents!: i64",
               IFNULL(IIF(k.name = ?7, -c.unpaid_cents,
                          (SELECT units FROM postings
                           WHERE transaction_id = t.id AND commodity = 0 AND ledger_account_id
                             = (SELECT id FROM ledger_accounts WHERE name = ?6))), 0)
                 AS "arrears_cents!: i64",
               c.period AS "period?", c.resource AS "resource?", c.project AS "project?"
        FROM transactions AS t INDEXED BY transactions_of_money
        JOIN transaction_kinds AS k ON k.id = t.kind
        LEFT JOIN charges AS c
          ON c.account_id = t.account_id AND c.number = t.subject AND k.name IN (?7, 'correction')
        WHERE t.account_id = ?1 AND t.balance_after_cents IS NOT NULL AND t.id < ?2
        ORDER BY t.id DESC
        LIMIT ?3
        "#,
        account.0,
        before,
        limit,
        BALANCE,
        CREDIT,
        ARREARS,
        SETTLEMENT
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

async fn balance_before(
    conn: &mut SqliteConnection,
    account: AccountId,
    at: Instant,
) -> Result<Option<Money>, LedgerError> {
    let at = at.timestamp();
    let cents = sqlx::query_scalar!(
        r#"
        SELECT closing_cents
        FROM balance_days
        WHERE account_id = ?1 AND day_at < ?2
        ORDER BY day_at DESC
        LIMIT 1
        "#,
        account.0,
        at
    )
    .fetch_optional(conn)
    .await?;
    Ok(cents.map(Money::from_cents))
}

async fn balance_days(
    conn: &mut SqliteConnection,
    account: AccountId,
    range: &Range<Instant>,
) -> Result<Vec<BalanceDay>, LedgerError> {
    let (from, to) = (range.start.timestamp(), range.end.timestamp());
    let rows = sqlx::query!(
        r#"
        SELECT day_at, closing_cents
        FROM balance_days
        WHERE account_id = ?1 AND day_at >= ?2 AND day_at < ?3
        ORDER BY day_at
        "#,
        account.0,
        from,
        to
    )
    .fetch_all(conn)
    .await?;
    let days = rows.into_iter().map(|row| {
        let of = RowOf { table: "balance_days", id: row.day_at };
        Ok(BalanceDay {
            day: of.instant("day_at", row.day_at)?,
            closing: Money::from_cents(row.closing_cents),
        })
    });
    days.collect()
}
