//! The account as it was known on a day: what the books held after the last write that was recorded by then, whatever they
//! learned later of the time before.

use std::ops::Range;

use billing::{Instant, Money, PackageId, journal::names::SETTLEMENT, zone::Month};
use sqlx::SqliteConnection;

use super::{
    journal::{WriteLine, write_line},
    journal_search::first_since,
};
use crate::{
    AccountId, Ledger, LedgerError, accounts,
    columns::{RowOf, month_number},
};

/// What was known after one write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The last write that was recorded by then.
    pub write: WriteLine,
    /// When the next one was recorded; nothing while there is none.
    pub until: Option<Instant>,
    /// Prepaid cash.
    pub balance: Money,
    /// Credit drawn.
    pub credit_drawn: Money,
    /// Money owed.
    pub arrears: Money,
    /// The month whose bill was open.
    pub month: Month,
    /// What that bill came to until then; usage that was not settled is not in it.
    pub bill: Money,
    /// Packages in force, by number.
    pub packages: Vec<KnownPackage>,
}

/// A package in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownPackage {
    /// Which.
    pub package: PackageId,
    /// Which of its cycles, from 0.
    pub cycle: u32,
    /// What the cycle began with.
    pub quota: u64,
    /// What was left of it.
    pub remaining: u64,
    /// Its last second.
    pub ends_at: Instant,
}

/// How much the books hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Writes.
    pub writes: u64,
    /// Transactions.
    pub transactions: u64,
    /// Charges.
    pub charges: u64,
    /// When the first write was recorded.
    pub first_recorded_at: Option<Instant>,
    /// When the last one was.
    pub last_recorded_at: Option<Instant>,
}

impl Ledger {
    /// The account as it was known just before an instant of the wall clock; nothing when the books had not heard of it.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn known_before(
        &self,
        account: AccountId,
        before: Instant,
    ) -> Result<Option<Known>, LedgerError> {
        let mut reader = self.reader().await?;
        // All of it as of one instant, whatever is written meanwhile.
        let mut tx = sqlx::Connection::begin(&mut *reader).await?;
        let known = known_before(&mut tx, account, before).await?;
        tx.rollback().await?;
        Ok(known)
    }

    /// How much there is of an account, or of all.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn extent(&self, account: Option<AccountId>) -> Result<Extent, LedgerError> {
        let (account, mut reader) = (account.map(|account| account.0), self.reader().await?);
        let row = sqlx::query!(
            r#"
            SELECT COUNT(*) AS "writes!: i64", IFNULL(SUM(transaction_count), 0) AS "transactions!: i64",
                   MIN(recorded_at) AS "first?: i64", MAX(recorded_at) AS "last?: i64",
                   (SELECT IFNULL(SUM(next_charge), 0) FROM accounts WHERE ?1 IS NULL OR id = ?1) AS "charges!: i64"
            FROM writes
            WHERE ?1 IS NULL OR account_id = ?1
            "#,
            account
        )
        .fetch_one(&mut *reader)
        .await?;
        let of = RowOf { table: "writes", id: 0 };
        Ok(Extent {
            writes: of.count("id", row.writes)?,
            transactions: of.count("transaction_count", row.transactions)?,
            charges: of.count("next_charge", row.charges)?,
            first_recorded_at: of.optional_instant("recorded_at", row.first)?,
            last_recorded_at: of.optional_instant("recorded_at", row.last)?,
        })
    }
}

async fn known_before(
    conn: &mut SqliteConnection,
    account: AccountId,
    before: Instant,
) -> Result<Option<Known>, LedgerError> {
    let recorded_before = before.timestamp();
    let row = sqlx::query!(
        r#"
        SELECT id AS "id!: i64", first_transaction_id AS "first!: i64", transaction_count AS "count!: i64",
               balance_cents AS "balance!: i64", credit_drawn_cents AS "credit_drawn!: i64", owed_cents AS "owed!: i64",
               (SELECT n.recorded_at FROM writes AS n WHERE n.account_id = ?1 AND n.id > w.id ORDER BY n.id LIMIT 1)
                 AS "until?: i64"
        FROM writes AS w INDEXED BY writes_by_account
        WHERE account_id = ?1 AND recorded_at < ?2
        ORDER BY id DESC
        LIMIT 1
        "#,
        account.0,
        recorded_before
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let of = RowOf { table: "writes", id: row.id };
    let write = write_line(conn, account, row.id).await?;
    let zone = accounts::calendar(conn, account).await?.zone;
    let month = zone.month(write.at);
    let end = row.first.saturating_add(row.count);
    let since = first_since(conn, account, zone.month_start(month)).await?;
    Ok(Some(Known {
        until: of.optional_instant("recorded_at", row.until)?,
        balance: Money::from_cents(row.balance),
        credit_drawn: Money::from_cents(row.credit_drawn),
        arrears: Money::from_cents(row.owed),
        month,
        bill: bill(conn, account, month, since..end).await?,
        packages: packages(conn, account, write.at, end).await?,
        write,
    }))
}

/// What a bill comes to by some of the journal: what was spent in it. A settlement may be of the month before. Charges are
/// numbered as they are settled, so those of the settlements stand together; what is no settlement has postings.
async fn bill(
    conn: &mut SqliteConnection,
    account: AccountId,
    month: Month,
    transactions: Range<i64>,
) -> Result<Money, LedgerError> {
    let bill = month_number(month);
    let cents = sqlx::query_scalar!(
        r#"
        WITH settlements AS (
          SELECT t.id, t.subject
          FROM transactions AS t INDEXED BY transactions_of_money
          WHERE t.account_id = ?1 AND t.balance_after_cents IS NOT NULL AND t.id >= ?2 AND t.id < ?3
            AND t.kind = (SELECT id FROM transaction_kinds WHERE name = ?5)
        )
        SELECT IFNULL((SELECT SUM(c.due_cents)
                       FROM charges AS c
                       WHERE c.account_id = ?1 AND c.bill = ?4
                         AND c.number >= (SELECT subject FROM settlements ORDER BY id LIMIT 1)
                         AND c.number <= (SELECT subject FROM settlements ORDER BY id DESC LIMIT 1)), 0)
             + IFNULL((SELECT SUM(p.units)
                       FROM postings AS p
                       JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
                       JOIN transactions AS t ON t.id = p.transaction_id
                       WHERE p.transaction_id >= ?2 AND p.transaction_id < ?3 AND p.commodity = 0
                         AND a.name GLOB 'Expenses:*' AND t.account_id = ?1), 0) AS "cents!: i64"
        "#,
        account.0,
        transactions.start,
        transactions.end,
        bill,
        SETTLEMENT
    )
    .fetch_one(conn)
    .await?;
    Ok(Money::from_cents(cents))
}

/// Cycles that had begun and not ended, by the transactions before a number, with what deductions had left of them.
async fn packages(
    conn: &mut SqliteConnection,
    account: AccountId,
    at: Instant,
    end: i64,
) -> Result<Vec<KnownPackage>, LedgerError> {
    let at = at.timestamp();
    let rows = sqlx::query!(
        r#"
        SELECT y.package AS "package!: i64", y.number AS "cycle!: i64", y.ends_at AS "ends_at!: i64",
               (SELECT SUM(units) FROM postings WHERE transaction_id = b.id AND commodity = 1 AND units > 0) AS "quota!: i64",
               (SELECT d.remaining FROM deductions AS d
                WHERE d.account_id = y.account_id AND d.package = y.package AND d.transaction_id < ?3 AND d.cycle = y.number
                ORDER BY d.transaction_id DESC LIMIT 1) AS "remaining?: i64"
        FROM cycles AS y
        CROSS JOIN transactions AS b
          ON b.account_id = y.account_id AND b.key = 'begin:' || y.package || ':' || y.number AND b.id < ?3
        LEFT JOIN transactions AS e
          ON e.account_id = y.account_id AND e.key = 'end:' || y.package || ':' || y.number AND e.id < ?3
        WHERE y.account_id = ?1 AND y.starts_at <= ?2 AND y.ends_at >= ?2 AND e.id IS NULL
        ORDER BY y.package, y.number
        "#,
        account.0,
        at,
        end
    )
    .fetch_all(conn)
    .await?;
    let packages = rows.into_iter().map(|row| {
        let of = RowOf { table: "cycles", id: row.package };
        Ok(KnownPackage {
            package: PackageId(of.number("package", row.package)?),
            cycle: of.number("number", row.cycle)?,
            quota: of.count("quota", row.quota)?,
            remaining: of.count("remaining", row.remaining.unwrap_or(row.quota))?,
            ends_at: of.instant("ends_at", row.ends_at)?,
        })
    });
    packages.collect()
}
