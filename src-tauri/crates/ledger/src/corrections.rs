//! Money given back for charges when an import is undone, and what undoing needs to know.

use billing::{Instant, event::Correction, settlement::pay::from_vouchers};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::{month_number, stored},
    parts, vouchers,
    write::rows::{Rows, store},
};

/// Stores corrections, numbered on from the last.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    corrections: &[(Instant, &Correction)],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (index, (at, correction)) in (0_i64..).zip(corrections) {
        let parts = parts::to_text(&correction.parts);
        let vouchers = vouchers::to_text(&correction.vouchers);
        rows.push([
            index.into(),
            stored(correction.charge.0)?.into(),
            at.timestamp().into(),
            stored(correction.from_packages)?.into(),
            parts.as_str().into(),
            correction.amount.units()?.into(),
            correction.money.cents().into(),
            month_number(correction.bill).into(),
            correction.allocation.to_arrears()?.cents().into(),
            correction.allocation.to_credit.cents().into(),
            correction.allocation.to_balance.cents().into(),
            from_vouchers(&correction.vouchers)?.cents().into(),
            vouchers.as_str().into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO corrections (account_id, number, write_id, charge, at, from_packages, parts, amount_units,
                                 due_cents, bill, to_arrears_cents, to_credit_cents, to_balance_cents,
                                 to_vouchers_cents, vouchers)
        SELECT ?1, (SELECT IFNULL(MAX(number), -1) + 1 FROM corrections WHERE account_id = ?1) + (value->>0), ?2,
               value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9,
               value->>10, value->>11, value->>12
        FROM jsonb_each(?3)
        "#,
        id.0,
        write_id
    );
    Ok(())
}
