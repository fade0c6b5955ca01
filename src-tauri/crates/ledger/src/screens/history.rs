//! How what can be spent moved: for comparing a line with the past.

use billing::{
    Instant, Money,
    journal::names::{ARREARS, BALANCE, CREDIT, SETTLEMENT},
};

use crate::{AccountId, Ledger, LedgerError, columns::RowOf};

impl Ledger {
    /// Changes of balance + credit not yet drawn − arrears from an instant on, newest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn spendable_changes(
        &self,
        account: AccountId,
        from: Instant,
    ) -> Result<Vec<(Instant, Money)>, LedgerError> {
        let (from, mut reader) = (from.timestamp(), self.reader().await?);
        let rows = sqlx::query!(
            r#"
            SELECT t.id AS "id!", t.at,
                   IFNULL(IIF(k.name = ?3, -(c.from_balance_cents + c.from_credit_cents + c.unpaid_cents),
                              (SELECT SUM(units) FROM postings
                               WHERE transaction_id = t.id AND commodity = 0 AND ledger_account_id
                                 IN (SELECT id FROM ledger_accounts WHERE name IN (?4, ?5, ?6)))), 0)
                     AS "change_cents!: i64"
            FROM transactions AS t INDEXED BY transactions_of_money
            JOIN transaction_kinds AS k ON k.id = t.kind
            LEFT JOIN charges AS c ON c.account_id = t.account_id AND c.number = t.subject AND k.name = ?3
            WHERE t.account_id = ?1 AND t.balance_after_cents IS NOT NULL AND t.at >= ?2
            ORDER BY t.id DESC
            "#,
            account.0,
            from,
            SETTLEMENT,
            BALANCE,
            CREDIT,
            ARREARS
        )
        .fetch_all(&mut *reader)
        .await?;
        let changes = rows.into_iter().map(|row| {
            let of = RowOf { table: "transactions", id: row.id };
            Ok((of.instant("at", row.at)?, Money::from_cents(row.change_cents)))
        });
        changes.collect()
    }

    /// Whether an action of a kind was recorded from an instant on.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn has_write_since(
        &self,
        account: AccountId,
        kind: &str,
        from: Instant,
    ) -> Result<bool, LedgerError> {
        let (from, mut reader) = (from.timestamp(), self.reader().await?);
        let found = sqlx::query_scalar!(
            r#"
            SELECT EXISTS (SELECT 1 FROM writes WHERE account_id = ?1 AND kind = ?2 AND at >= ?3) AS "found!: i64"
            "#,
            account.0,
            kind,
            from
        )
        .fetch_one(&mut *reader)
        .await?;
        Ok(found != 0)
    }
}
