//! The sums of bills, and the balance at the end of each day.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    screens::bills::TotalKind,
    write::{
        rows::{Rows, store},
        sums::{Line, LineKey, Total, TotalKey},
    },
};

impl TotalKind {
    const ALL: [Self; 5] = [Self::Charge, Self::Purchase, Self::Renewal, Self::Refund, Self::Correction];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Purchase => "purchase",
            Self::Renewal => "renewal",
            Self::Refund => "refund",
            Self::Correction => "correction",
        }
    }

    pub(crate) fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Adds to the totals of bills.
pub(crate) async fn add_totals(
    conn: &mut SqliteConnection,
    id: AccountId,
    totals: &BTreeMap<TotalKey, Total>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for ((bill, kind, resource), total) in totals {
        rows.push([
            (*bill).into(),
            kind.code().into(),
            (*resource).into(),
            total.line_count.into(),
            total.amount_units.into(),
            total.due_cents.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO bill_totals (account_id, bill, kind, resource, line_count, amount_units, due_cents)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, bill, kind, resource) DO UPDATE
          SET line_count = line_count + excluded.line_count, amount_units = amount_units + excluded.amount_units,
              due_cents = due_cents + excluded.due_cents
        "#,
        id.0
    );
    Ok(())
}

/// Adds to the sums of bills by resource and day.
pub(crate) async fn add_lines(
    conn: &mut SqliteConnection,
    id: AccountId,
    lines: &BTreeMap<LineKey, Line>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for ((bill, resource, day), line) in lines {
        rows.push([
            (*bill).into(),
            (*resource).into(),
            (*day).into(),
            line.charge_count.into(),
            line.from_packages.into(),
            line.billed.into(),
            line.amount_units.into(),
            line.due_cents.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO bill_days (account_id, bill, resource, day_at, charge_count, from_packages, billed, amount_units,
                               due_cents)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, bill, resource, day_at) DO UPDATE
          SET charge_count = charge_count + excluded.charge_count,
              from_packages = from_packages + excluded.from_packages, billed = billed + excluded.billed,
              amount_units = amount_units + excluded.amount_units, due_cents = due_cents + excluded.due_cents
        "#,
        id.0
    );
    Ok(())
}

/// Stores the balance at the end of days on which money moved. Days after the first of them are counted anew: an account
/// that turned out to have begun before it was opened had moved money later already.
pub(crate) async fn close_days(
    conn: &mut SqliteConnection,
    id: AccountId,
    closing: &BTreeMap<i64, i64>,
) -> Result<(), LedgerError> {
    let Some(first) = closing.keys().next() else { return Ok(()) };
    sqlx::query!("DELETE FROM balance_days WHERE account_id = ?1 AND day_at > ?2", id.0, first)
        .execute(&mut *conn)
        .await?;
    let mut rows = Rows::default();
    for (day, cents) in closing {
        rows.push([(*day).into(), (*cents).into()]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO balance_days (account_id, day_at, closing_cents)
        SELECT ?1, value->>0, value->>1
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, day_at) DO UPDATE SET closing_cents = excluded.closing_cents
        "#,
        id.0
    );
    Ok(())
}
