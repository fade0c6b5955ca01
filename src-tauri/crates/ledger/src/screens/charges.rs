//! Charges, what is open, and what is owed.

use std::ops::Range;

use billing::{Charge, ChargeId, Debt, Instant, OpenCharge, OpenKey, ResourceId, zone::Month};
use sqlx::SqliteConnection;

use crate::{
    AccountId, Ledger, LedgerError, UsageFilter,
    charges::{self, ChargeRow},
    columns::{month_number, stored},
    write::rows::Rows,
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
        let mut reader = self.reader().await?;
        let mut from_to = (periods.start.timestamp(), periods.end.timestamp());
        if let Some(bill) = bill {
            let Some((first, end)) = days_of_bill(&mut reader, account, bill, filter.resource).await? else {
                return Ok(Vec::new());
            };
            from_to = (from_to.0.max(first), from_to.1.min(end));
        }
        let rows = in_range(&mut reader, account, from_to, (filter, bill), (0, limit.into())).await?;
        rows.into_iter().map(Charge::try_from).collect()
    }

    /// The charges with these numbers, by number; numbers that no charge has are left out.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn charges_by_id(
        &self,
        account: AccountId,
        ids: &[ChargeId],
    ) -> Result<Vec<Charge>, LedgerError> {
        let mut numbers = Rows::default();
        for id in ids {
            numbers.push([stored(id.0)?.into()]);
        }
        let mut reader = self.reader().await?;
        let mut charges = Vec::with_capacity(ids.len());
        for chunk in numbers.into_chunks() {
            for row in by_number(&mut reader, account, &chunk).await? {
                charges.push(Charge::try_from(row)?);
            }
        }
        charges.sort_by_key(|charge| charge.id);
        Ok(charges)
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
                   due_cents, vouchers, from_balance_cents, from_credit_cents, unpaid_cents, bill
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

/// The first second of the days with charges of a bill, and the end of the last: few charges lie outside its month.
pub(super) async fn days_of_bill(
    conn: &mut SqliteConnection,
    account: AccountId,
    bill: Month,
    resource: Option<ResourceId>,
) -> Result<Option<(i64, i64)>, LedgerError> {
    let (bill, resource) = (month_number(bill), resource.map(|resource| resource.0));
    let row = sqlx::query!(
        r#"
        SELECT MIN(day_at) AS "first?: i64", MAX(day_at) + 86400 AS "end?: i64"
        FROM bill_days
        WHERE account_id = ?1 AND bill = ?2 AND (?3 IS NULL OR resource = ?3) AND charge_count > 0
        "#,
        account.0,
        bill,
        resource
    )
    .fetch_one(conn)
    .await?;
    Ok(row.first.zip(row.end))
}

async fn by_number(
    conn: &mut SqliteConnection,
    account: AccountId,
    numbers: &str,
) -> Result<Vec<ChargeRow>, LedgerError> {
    let rows = sqlx::query_as!(
        ChargeRow,
        r#"
        SELECT number AS "number!", settles_at, period, resource, project, from_packages, parts, amount_units,
               due_cents, vouchers, from_balance_cents, from_credit_cents, unpaid_cents, bill
        FROM charges
        WHERE account_id = ?1 AND number IN (SELECT value->>0 FROM jsonb_each(?2))
        ORDER BY number
        "#,
        account.0,
        numbers
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

pub(super) async fn in_range(
    conn: &mut SqliteConnection,
    account: AccountId,
    (from, to): (i64, i64),
    (filter, bill): (UsageFilter, Option<Month>),
    (skip, limit): (i64, i64),
) -> Result<Vec<ChargeRow>, LedgerError> {
    let resource = filter.resource.map(|resource| resource.0);
    let project = filter.project.map(|project| project.0);
    let bill = bill.map(month_number);
    let rows = sqlx::query_as!(
        ChargeRow,
        r#"
        SELECT number AS "number!", settles_at, period, resource, project, from_packages, parts, amount_units, due_cents,
               vouchers, from_balance_cents, from_credit_cents, unpaid_cents, bill
        FROM charges
        WHERE account_id = ?1 AND period >= ?2 AND period < ?3
          AND (?4 IS NULL OR resource = ?4) AND (?5 IS NULL OR project = ?5) AND (?6 IS NULL OR bill = ?6)
        ORDER BY period, resource, project, settles_at
        LIMIT ?7 OFFSET ?8
        "#,
        account.0,
        from,
        to,
        resource,
        project,
        bill,
        limit,
        skip
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
