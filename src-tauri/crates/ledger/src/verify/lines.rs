//! The identities of H-97 on every line of a bill: charges with their usage, orders, refunds and corrections here.

use std::fmt::Arguments;

use billing::{
    ChargeAmount, Money,
    bill::{Amounts, PaidBy},
};
use sqlx::SqliteConnection;

use super::{
    PAGE, Scope,
    findings::{Check, Findings},
};
use crate::LedgerError;

/// A line that is no charge: an order, a refund or a correction.
struct Row {
    kind: String,
    number: i64,
    amount_units: i64,
    due_cents: i64,
    from_vouchers_cents: i64,
    from_balance_cents: i64,
    from_credit_cents: i64,
    unpaid_cents: i64,
}

/// Notes the identity that does not hold.
pub(super) fn compare(place: Arguments<'_>, amounts: &Amounts, findings: &mut Findings<'_>) {
    if let Err(error) = amounts.check() {
        findings.note(Check::BillLine, place, "amounts that agree (H-97)", error);
    }
}

/// Checks the lines of orders, refunds and corrections, page by page.
pub(super) async fn check(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let mut after = (String::new(), -1);
    loop {
        let rows = load(conn, scope.id, &after).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = (last.kind.clone(), last.number);
        for row in rows {
            let place = format_args!("account {} {} {}", scope.id, row.kind, row.number);
            compare(place, &row.amounts(), findings);
        }
    }
}

impl Row {
    fn amounts(&self) -> Amounts {
        let paid_by = PaidBy {
            vouchers: Money::from_cents(self.from_vouchers_cents),
            balance: Money::from_cents(self.from_balance_cents),
            credit: Money::from_cents(self.from_credit_cents),
            owed: Money::from_cents(self.unpaid_cents),
        };
        let due = ChargeAmount::from_units(self.amount_units);
        Amounts::paid(due, Money::from_cents(self.due_cents), paid_by, Money::ZERO)
    }
}

/// What comes back to the customer is below zero. A cent is 10⁶ units.
async fn load(
    conn: &mut SqliteConnection,
    account: i64,
    (kind, number): &(String, i64),
) -> Result<Vec<Row>, LedgerError> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        SELECT kind AS "kind!: String", number AS "number!: i64", amount_units AS "amount_units!: i64",
               due_cents AS "due_cents!: i64", from_vouchers_cents AS "from_vouchers_cents!: i64",
               from_balance_cents AS "from_balance_cents!: i64",
               from_credit_cents AS "from_credit_cents!: i64", unpaid_cents AS "unpaid_cents!: i64"
        FROM (
          SELECT 'correction' AS kind, number, -amount_units AS amount_units, -due_cents AS due_cents,
                 -to_vouchers_cents AS from_vouchers_cents,
                 -to_balance_cents AS from_balance_cents, -to_credit_cents AS from_credit_cents,
                 -to_arrears_cents AS unpaid_cents
          FROM corrections WHERE account_id = ?1
          UNION ALL
          SELECT 'order', number, price_cents * 1000000, price_cents, from_vouchers_cents, from_balance_cents,
                 from_credit_cents, 0
          FROM purchases WHERE account_id = ?1
          UNION ALL
          SELECT 'refund', number, -amount_cents * 1000000, -amount_cents, -to_vouchers_cents, -to_balance_cents,
                 -to_credit_cents,
                 -to_arrears_cents
          FROM refunds WHERE account_id = ?1
        )
        WHERE (kind, number) > (?2, ?3)
        ORDER BY kind, number
        LIMIT ?4
        "#,
        account,
        kind,
        number,
        PAGE
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
