//! What explanations ask for: charges by their place among those with calls, what was priced, what was given back.

use std::ops::Range;

use billing::{ChargeId, Instant, Money, PackageId, ProjectId, ResourceId, rating::PricedCalls};

use crate::{AccountId, Ledger, LedgerError, columns::RowOf, parts};

/// Pay-per-use calls and the money they came to: of one charge or correction, or of all with equal calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    /// What was called.
    pub resource: ResourceId,
    /// For which project.
    pub project: ProjectId,
    /// The calls.
    pub parts: Vec<PricedCalls>,
    /// The money, in cents as it moved.
    pub due: Money,
}

impl Priced {
    /// So many charges with equal calls, whose money is all together already.
    fn times(mut self, count: u64) -> Result<Self, LedgerError> {
        for part in &mut self.parts {
            part.calls = part.calls.checked_mul(count).ok_or(LedgerError::TooLarge)?;
        }
        Ok(self)
    }
}

impl Ledger {
    /// How many charges have pay-per-use calls, and what they came to.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn billed_charges(&self, account: AccountId) -> Result<(u64, Money), LedgerError> {
        let mut reader = self.reader().await?;
        let row = sqlx::query!(
            r#"
            SELECT COUNT(*) AS "count!: i64", IFNULL(SUM(due_cents), 0) AS "due_cents!: i64"
            FROM charges
            WHERE account_id = ?1 AND parts <> ''
            "#,
            account.0
        )
        .fetch_one(&mut *reader)
        .await?;
        let count = RowOf { table: "charges", id: account.0 }.count("number", row.count)?;
        Ok((count, Money::from_cents(row.due_cents)))
    }

    /// The charge that is so many-th, from 0, among those with pay-per-use calls, in the order of settlement.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn billed_charge(&self, account: AccountId, nth: u32) -> Result<Option<ChargeId>, LedgerError> {
        let mut reader = self.reader().await?;
        let number = sqlx::query_scalar!(
            r#"
            SELECT number AS "number!: i64"
            FROM charges
            WHERE account_id = ?1 AND parts <> ''
            ORDER BY number
            LIMIT 1 OFFSET ?2
            "#,
            account.0,
            nth
        )
        .fetch_optional(&mut *reader)
        .await?;
        number
            .map(|number| RowOf { table: "charges", id: number }.count("number", number).map(ChargeId))
            .transpose()
    }

    /// The priced calls of charges whose period begins in a half-open range, equal ones together, and those of them that
    /// corrections took out.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn priced(
        &self,
        account: AccountId,
        periods: Range<Instant>,
    ) -> Result<(Vec<Priced>, Vec<Priced>), LedgerError> {
        let (from, to) = (periods.start.timestamp(), periods.end.timestamp());
        let mut reader = self.reader().await?;
        let charged = sqlx::query!(
            r#"
            SELECT MIN(number) AS "number!: i64", resource AS "resource!: i64", project AS "project!: i64",
                   parts AS "parts!: String", COUNT(*) AS "count!: i64", SUM(due_cents) AS "due_cents!: i64"
            FROM charges INDEXED BY charges_by_period
            WHERE account_id = ?1 AND period >= ?2 AND period < ?3 AND parts <> ''
            GROUP BY resource, project, parts
            ORDER BY MIN(number)
            "#,
            account.0,
            from,
            to
        )
        .fetch_all(&mut *reader)
        .await?;
        let charged = charged.into_iter().map(|row| {
            let of = RowOf { table: "charges", id: row.number };
            let priced = priced(of, row.resource, row.project, &row.parts, row.due_cents)?;
            priced.times(of.count("number", row.count)?)
        });
        let taken_out = sqlx::query!(
            r#"
            SELECT corrections.number AS "number!", charges.resource, charges.project, corrections.parts,
                   corrections.due_cents
            FROM corrections
            JOIN charges ON charges.account_id = corrections.account_id AND charges.number = corrections.charge
            WHERE corrections.account_id = ?1 AND charges.period >= ?2 AND charges.period < ?3
            ORDER BY corrections.number
            "#,
            account.0,
            from,
            to
        )
        .fetch_all(&mut *reader)
        .await?;
        let taken_out = taken_out.into_iter().map(|row| {
            let of = RowOf { table: "corrections", id: row.number };
            priced(of, row.resource, row.project, &row.parts, row.due_cents)
        });
        Ok((charged.collect::<Result<_, _>>()?, taken_out.collect::<Result<_, _>>()?))
    }

    /// What was paid back for a package, or for renewals of it, if anything was.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn refund_of(
        &self,
        account: AccountId,
        package: PackageId,
    ) -> Result<Option<Money>, LedgerError> {
        let mut reader = self.reader().await?;
        let cents = sqlx::query_scalar!(
            r#"SELECT SUM(amount_cents) AS "cents?: i64" FROM refunds WHERE account_id = ?1 AND package = ?2"#,
            account.0,
            package.0
        )
        .fetch_one(&mut *reader)
        .await?;
        Ok(cents.map(Money::from_cents))
    }
}

fn priced(
    of: RowOf,
    resource: i64,
    project: i64,
    parts: &str,
    due_cents: i64,
) -> Result<Priced, LedgerError> {
    Ok(Priced {
        resource: ResourceId(of.number("resource", resource)?),
        project: ProjectId(of.number("project", project)?),
        parts: parts::from_text(parts).ok_or_else(|| of.corrupt("parts"))?,
        due: Money::from_cents(due_cents),
    })
}
