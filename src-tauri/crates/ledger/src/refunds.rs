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
    let mut renewals = Vec::with_capacity(refunds.len());
    for refund in refunds {
        renewals.push(renewals_text(conn, id, refund).await?);
    }
    for ((index, refund), renewals) in (0_u32..).zip(refunds).zip(&renewals) {
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
            renewals.as_str().into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO refunds (account_id, number, package, at, amount_cents, to_arrears_cents, to_credit_cents,
                             to_balance_cents, bill, to_vouchers_cents, vouchers, renewals)
        SELECT ?1, (SELECT IFNULL(MAX(number), -1) + 1 FROM refunds WHERE account_id = ?1) + (value->>0),
               value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9,
               value->>10
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}

/// The last orders of the package, with the time that each would have paid for.
async fn renewals_text(
    conn: &mut SqliteConnection,
    id: AccountId,
    refund: &RefundRow,
) -> Result<String, LedgerError> {
    if refund.renewals.is_empty() {
        return Ok("[]".to_owned());
    }
    let count = i64::try_from(refund.renewals.len())?;
    let orders = sqlx::query_scalar!(
        r#"
        SELECT number
        FROM purchases
        WHERE account_id = ?1 AND package = ?2
          AND number NOT IN (SELECT purchase FROM returned_orders WHERE account_id = ?1)
        ORDER BY number DESC
        LIMIT ?3
        "#,
        id.0,
        refund.package.0,
        count
    )
    .fetch_all(conn)
    .await?;
    let times = refund.renewals.iter().rev().zip(orders).rev();
    let texts = times.map(|((starts_at, ends_at), order)| format!("[{order},{starts_at},{ends_at}]"));
    Ok(format!("[{}]", texts.collect::<Vec<_>>().join(",")))
}
