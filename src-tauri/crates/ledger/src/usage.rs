//! Usage: the segments a write metered, and the sums of hours, days and months.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::stored,
    parts,
    screens::usage::Width,
    write::{
        drafted::{SegmentCalls, SegmentKey},
        rows::{Cell, Rows, store},
        sums::{UsageKey, UsageSum},
    },
};

impl Width {
    pub(crate) const ALL: [Self; 3] = [Self::Hour, Self::Day, Self::Month];

    /// As the books keep it.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Hour => 0,
            Self::Day => 1,
            Self::Month => 2,
        }
    }
}

/// Stores what a write metered or took out.
pub(crate) async fn insert_segments(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    segments: &BTreeMap<SegmentKey, SegmentCalls>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for ((occurred_at, resource, project, settles_at, taken_out), calls) in segments {
        let parts = parts::to_text(&calls.paid.parts);
        rows.push([
            (*occurred_at).into(),
            (*resource).into(),
            (*project).into(),
            (*settles_at).into(),
            Cell::Int(*taken_out as i64),
            stored(calls.billable)?.into(),
            stored(calls.failed)?.into(),
            stored(calls.uncovered)?.into(),
            stored(calls.paid.from_packages)?.into(),
            parts.as_str().into(),
            stored(calls.seconds)?.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO usage_segments (account_id, occurred_at, resource, project, settles_at, write_id,
                                    taken_out, billable, failed, uncovered, from_packages, parts, seconds)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, ?2, value->>4, value->>5, value->>6, value->>7,
               value->>8, value->>9, value->>10
        FROM jsonb_each(?3)
        "#,
        id.0,
        write_id
    );
    Ok(())
}

/// Adds to the sums of hours, days and months.
pub(crate) async fn add_sums(
    conn: &mut SqliteConnection,
    id: AccountId,
    sums: &BTreeMap<UsageKey, UsageSum>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for ((width, start, resource, project), sum) in sums {
        rows.push([
            width.number().into(),
            (*start).into(),
            (*resource).into(),
            (*project).into(),
            sum.billable.into(),
            sum.failed.into(),
            sum.uncovered.into(),
            sum.from_packages.into(),
            sum.billed.into(),
            sum.due_cents.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO usage_sums (account_id, width, start_at, resource, project, billable, failed, uncovered,
                                from_packages, billed, due_cents)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
               value->>9
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, width, start_at, resource, project) DO UPDATE
          SET billable = billable + excluded.billable, failed = failed + excluded.failed,
              uncovered = uncovered + excluded.uncovered, from_packages = from_packages + excluded.from_packages,
              billed = billed + excluded.billed, due_cents = due_cents + excluded.due_cents
        "#,
        id.0
    );
    Ok(())
}
