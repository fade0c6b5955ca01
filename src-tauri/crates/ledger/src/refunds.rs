//! Packages that were given back.

use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    write::{
        drafted::RefundRow,
        rows::{Rows, store},
    },
};

/// Stores what was paid back for packages, numbered on from the last.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    refunds: &[RefundRow],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (index, refund) in (0_u32..).zip(refunds) {
        rows.push([
            index.into(),
            refund.package.0.into(),
            refund.at.into(),
            refund.amount.into(),
            refund.to_arrears.into(),
            refund.to_credit.into(),
            refund.to_balance.into(),
            refund.bill.into(),
            refund.to_vouchers.into(),
            refund.vouchers.as_str().into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO refunds (account_id, number, package, at, amount_cents, to_arrears_cents, to_credit_cents,
                             to_balance_cents, bill, to_vouchers_cents, vouchers)
        SELECT ?1, (SELECT IFNULL(MAX(number), -1) + 1 FROM refunds WHERE account_id = ?1) + (value->>0),
               value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}
