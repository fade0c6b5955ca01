//! The charges of a bill, summed by what was called and for whom: few rows, however many hours were charged.

use billing::{Account, ChargeAmount, ProjectId, ResourceId, bill::Line, zone::Month};

use super::{charges::days_of_bill, lines::lines_of_charges};
use crate::{
    AccountId, Ledger, LedgerError,
    charges::ChargeRow,
    columns::{RowOf, month_number},
};

/// Charges of one resource for one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charged {
    /// What was called.
    pub resource: ResourceId,
    /// For which project.
    pub project: ProjectId,
    /// How many charges.
    pub count: u64,
    /// What they amount to, 8 decimals; corrections are not in it.
    pub amount: ChargeAmount,
}

impl Ledger {
    /// The charges of a bill by resource and project.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn charged(&self, account: AccountId, month: Month) -> Result<Vec<Charged>, LedgerError> {
        let mut reader = self.reader().await?;
        let bill = month_number(month);
        let rows = sqlx::query!(
            r#"
            SELECT resource, project, SUM(charge_count) AS "count!: i64", SUM(amount_units) AS "amount_units!: i64"
            FROM charged_sums
            WHERE account_id = ?1 AND bill = ?2
            GROUP BY resource, project
            ORDER BY resource, project
            "#,
            account.0,
            bill
        )
        .fetch_all(&mut *reader)
        .await?;
        let charged = rows.into_iter().map(|row| {
            let of = RowOf { table: "charges", id: row.resource };
            Ok(Charged {
                resource: ResourceId(of.number("resource", row.resource)?),
                project: ProjectId(of.number("project", row.project)?),
                count: of.count("number", row.count)?,
                amount: ChargeAmount::from_units(row.amount_units),
            })
        });
        charged.collect()
    }

    /// The lines of the charges of a bill that are of these resources for these projects, by period, resource, project: at
    /// most `limit` after the first `skip`.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read, [`LedgerError::Corrupt`] for a line that contradicts H-97.
    pub async fn charge_lines(
        &self,
        (id, account): (AccountId, &Account),
        month: Month,
        among: &[Charged],
        (skip, limit): (i64, i64),
    ) -> Result<Vec<Line>, LedgerError> {
        let mut reader = self.reader().await?;
        let Some((from, until)) = days_of_bill(&mut reader, id, month, None).await? else {
            return Ok(Vec::new());
        };
        let pairs = among.iter().map(|of| format!("[{},{}]", of.resource.0, of.project.0));
        let (bill, pairs) = (month_number(month), format!("[{}]", pairs.collect::<Vec<_>>().join(",")));
        let rows = sqlx::query_as!(
            ChargeRow,
            r#"
            SELECT number AS "number!", settles_at, period, resource, project, from_packages, parts, amount_units, due_cents,
                   vouchers, from_balance_cents, from_credit_cents, unpaid_cents, bill
            FROM charges INDEXED BY charges_by_period
            WHERE account_id = ?1 AND period >= ?2 AND period < ?3 AND bill = ?4
              AND (resource, project) IN (SELECT value->>0, value->>1 FROM jsonb_each(?5))
            ORDER BY period, resource, project, settles_at
            LIMIT ?6 OFFSET ?7
            "#,
            id.0,
            from,
            until,
            bill,
            pairs,
            limit,
            skip
        )
        .fetch_all(&mut *reader)
        .await?;
        lines_of_charges(account, rows)
    }
}
