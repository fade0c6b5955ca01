//! Up to where the customer has looked, and what fell due since.

use billing::{Instant, Money};

use super::notices::{NoticeLine, NoticeRow};
use crate::{AccountId, Basis, Ledger, LedgerError, columns::RowOf};

/// When the customer last looked, and up to which write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The write.
    pub write_id: i64,
    /// The wall clock.
    pub at: Instant,
}

/// What fell due, without anybody's doing, between two writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FellDue {
    /// Charges settled.
    pub settlement_count: u64,
    /// What they took or left owed.
    pub settled: Money,
    /// What was told, oldest first.
    pub notices: Vec<NoticeLine>,
    /// How many there were, with those that are left out.
    pub notice_count: u64,
}

/// So many notices of one absence are named.
const NAMED: u32 = 100;

impl Ledger {
    /// The last look at an account; `None` when there was none.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn last_look(&self, account: AccountId) -> Result<Option<Look>, LedgerError> {
        let mut reader = self.reader().await?;
        let row = sqlx::query!("SELECT write_id, at FROM looks WHERE account_id = ?1", account.0)
            .fetch_optional(&mut *reader)
            .await?;
        let of = RowOf { table: "looks", id: account.0 };
        row.map(|row| Ok(Look { write_id: row.write_id, at: of.instant("at", row.at)? })).transpose()
    }

    /// Remembers that the customer looked; an earlier look never takes a later one back.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be written.
    pub async fn looked(&self, account: AccountId, up_to: &Basis, at: Instant) -> Result<(), LedgerError> {
        let (mut writer, at) = (self.writer().await?, at.timestamp());
        sqlx::query!(
            r#"
            INSERT INTO looks (account_id, write_id, at) VALUES (?1, ?2, ?3)
            ON CONFLICT (account_id) DO UPDATE SET write_id = excluded.write_id, at = excluded.at
              WHERE write_id <= excluded.write_id
            "#,
            account.0,
            up_to.write_id,
            at
        )
        .execute(&mut *writer)
        .await?;
        Ok(())
    }

    /// What fell due after a write, up to another.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn fell_due(&self, account: AccountId, after: i64, up_to: i64) -> Result<FellDue, LedgerError> {
        let mut reader = self.reader().await?;
        let of = RowOf { table: "writes", id: up_to };
        let sums = sqlx::query!(
            r#"
            SELECT COUNT(*) AS "count!: i64",
                   IFNULL(SUM(c.from_balance_cents + c.from_credit_cents + c.unpaid_cents), 0) AS "cents!: i64"
            FROM writes AS w
            JOIN transactions AS t
              ON t.id >= w.first_transaction_id AND t.id < w.first_transaction_id + w.transaction_count
            JOIN transaction_kinds AS k ON k.id = t.kind AND k.name = 'settlement'
            JOIN charges AS c ON c.account_id = t.account_id AND c.number = t.subject
            WHERE w.account_id = ?1 AND w.id > ?2 AND w.id <= ?3 AND w.kind = 'due'
            "#,
            account.0,
            after,
            up_to
        )
        .fetch_one(&mut *reader)
        .await?;
        let rows = sqlx::query_as!(
            NoticeRow,
            r#"
            SELECT n.number, n.at, n.kind, n.package, n.charge, n.seen, n.value, n.line, n.quota, n.rule_version,
                   n.usage_until,
                   w.recorded_at AS found_at
            FROM notices AS n
            JOIN writes AS w ON w.id = n.write_id
            WHERE n.account_id = ?1 AND n.write_id > ?2 AND n.write_id <= ?3 AND w.kind = 'due'
            ORDER BY n.number
            LIMIT ?4
            "#,
            account.0,
            after,
            up_to,
            NAMED
        )
        .fetch_all(&mut *reader)
        .await?;
        let notice_count = sqlx::query_scalar!(
            r#"
            SELECT COUNT(*) AS "count!: i64"
            FROM notices AS n
            JOIN writes AS w ON w.id = n.write_id
            WHERE n.account_id = ?1 AND n.write_id > ?2 AND n.write_id <= ?3 AND w.kind = 'due'
            "#,
            account.0,
            after,
            up_to
        )
        .fetch_one(&mut *reader)
        .await?;
        Ok(FellDue {
            settlement_count: of.count("settlements", sums.count)?,
            settled: Money::from_cents(sums.cents),
            notices: rows.into_iter().map(NoticeRow::into_line).collect::<Result<_, _>>()?,
            notice_count: of.count("notices", notice_count)?,
        })
    }
}
