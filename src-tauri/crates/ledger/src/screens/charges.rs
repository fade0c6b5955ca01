//! Charges, what is open, and what is owed.

use std::ops::Range;

use billing::{Charge, ChargeId, Debt, Instant, OpenCharge, OpenKey, zone::Month};
use sqlx::SqliteConnection;

use crate::{
    AccountId, Ledger, LedgerError, UsageFilter,
    charges::{self, ChargeRow},
    columns::{month_number, stored},
};

impl Ledger {
    /// The charges whose period begins in a half-open range, by period, resource, project, settlement instant; only
    /// those of one bill if one is given. At most `limit`.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn charges(
        &self,
        account: AccountId,
        periods: Range<Instant>,
        filter: UsageFilter,
        bill: Option<Month>,
        limit: u32,
    ) -> Result<Vec<Charge>, LedgerError> {
        let rows = in_range(&mut *self.reader().await?, account, &periods, (filter, bill), limit).await?;
        rows.into_iter().map(Charge::try_from).collect()
    }

    /// One charge.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn charge(&self, account: AccountId, charge: ChargeId) -> Result<Option<Charge>, LedgerError> {
        let number = stored(charge.0)?;
        let mut reader = self.reader().await?;
        let row = sqlx::query_as!(
            ChargeRow,
            r#"
            SELECT number AS "number!", settles_at, period, resource, project, from_packages, parts, amount_units,
                   due_cents, from_balance_cents, from_credit_cents, unpaid_cents, bill
            FROM charges
            WHERE account_id = ?1 AND number = ?2
            "#,
            account.0,
            number
        )
        .fetch_optional(&mut *reader)
        .await?;
        row.map(Charge::try_from).transpose()
    }

    /// Usage that is metered and not settled, by settlement instant, period, resource, project.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn open_charges(&self, account: AccountId) -> Result<Vec<(OpenKey, OpenCharge)>, LedgerError> {
        charges::load_open(&mut *self.reader().await?, account).await
    }

    /// What is owed, in the order in which it will be paid.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn debts(&self, account: AccountId) -> Result<Vec<Debt>, LedgerError> {
        charges::debts(&mut *self.reader().await?, account).await
    }
}

async fn in_range(
    conn: &mut SqliteConnection,
    account: AccountId,
    periods: &Range<Instant>,
    (filter, bill): (UsageFilter, Option<Month>),
    limit: u32,
) -> Result<Vec<ChargeRow>, LedgerError> {
    let (from, to) = (periods.start.timestamp(), periods.end.timestamp());
    let resource = filter.resource.map(|resource| resource.0);
    let project = filter.project.map(|project| project.0);
    let bill = bill.map(month_number);
    let rows = sqlx::query_as!(
        ChargeRow,
        r#"
        SELECT number AS "number!", settles_at, period, resource, project, from_packages, parts, amount_units, due_cents,
               from_balance_cents, from_credit_cents, unpaid_cents, bill
        FROM charges
        WHERE account_id = ?1 AND period >= ?2 AND period < ?3
          AND (?4 IS NULL OR resource = ?4) AND (?5 IS NULL OR project = ?5) AND (?6 IS NULL OR bill = ?6)
        ORDER BY period, resource, project, settles_at
        LIMIT ?7
        "#,
        account.0,
        from,
        to,
        resource,
        project,
        bill,
        limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
