//! The account's money against what its postings leave.

use sqlx::SqliteConnection;

use super::{
    Scope,
    findings::{Check, Findings},
    journal::Moved,
};
use crate::{AccountId, LedgerError, accounts};

/// Balance, drawn credit and arrears, each as the sum of its postings.
pub(super) async fn check(
    conn: &mut SqliteConnection,
    scope: &Scope,
    moved: &Moved,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let stored = accounts::funds(conn, AccountId(scope.id)).await?;
    let derived = moved.funds;
    let figures = [
        (Check::Balance, derived.balance, stored.balance),
        (Check::CreditDrawn, derived.credit_drawn, stored.credit_drawn),
        (Check::Arrears, derived.owed, stored.owed),
    ];
    for (check, expected, found) in figures {
        let place = format_args!("account {}", scope.id);
        findings.compare(check, place, ["cents"], [expected.into()], [found.into()]);
    }
    Ok(())
}

/// What is left of each voucher, as the sum of its postings.
pub(super) async fn check_vouchers(
    conn: &mut SqliteConnection,
    scope: &Scope,
    moved: &mut Moved,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let rows = sqlx::query!("SELECT number, left_cents FROM vouchers WHERE account_id = ?1", scope.id)
        .fetch_all(conn)
        .await?;
    let found = rows.into_iter().map(|row| (row.number, [row.left_cents.into()]));
    let expected = std::mem::take(&mut moved.vouchers);
    findings.compare_rows(Check::Voucher, ["left cents"], expected, found, |voucher| {
        format!("account {} voucher {voucher}", scope.id)
    });
    Ok(())
}

/// The balance at the end of each day on which money moved.
pub(super) async fn check_days(
    conn: &mut SqliteConnection,
    scope: &Scope,
    moved: Moved,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT day_at, closing_cents
        FROM balance_days
        WHERE account_id = ?1
        ORDER BY day_at
        "#,
        scope.id
    )
    .fetch_all(conn)
    .await?;
    let found = rows.into_iter().map(|row| (row.day_at, [1, row.closing_cents.into()]));
    let columns = ["days", "closing_cents"];
    let rows = findings.compare_rows(Check::BalanceDay, columns, moved.closing, found, |day| {
        format!("account {} day {}", scope.id, scope.show(*day))
    });
    findings.checked.sums += rows;
    Ok(())
}
