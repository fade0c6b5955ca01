//! Messages to the customer: what writes leave, and what was seen.

use billing::{Instant, alert::NoticeKind, event::Notice};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::stored,
    write::rows::{Rows, store},
};

/// The kind of a stable name.
pub(crate) fn kind(code: &str) -> Option<NoticeKind> {
    NoticeKind::ALL.into_iter().find(|kind| kind.code() == code)
}

/// Stores messages, numbered on from the last.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    notices: &[(Instant, Notice)],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (index, (at, notice)) in (0_i64..).zip(notices) {
        rows.push([
            index.into(),
            at.timestamp().into(),
            notice.kind.code().into(),
            notice.package.map(|package| package.0).into(),
            notice.charge.map(|charge| stored(charge.0)).transpose()?.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO notices (account_id, number, write_id, at, kind, package, charge)
        SELECT ?1, (SELECT IFNULL(MAX(number), -1) + 1 FROM notices WHERE account_id = ?1) + (value->>0), ?2,
               value->>1, value->>2, value->>3, value->>4
        FROM jsonb_each(?3)
        "#,
        id.0,
        write_id
    );
    Ok(())
}

/// Marks every message up to a number as seen.
pub(crate) async fn mark_seen(
    conn: &mut SqliteConnection,
    id: AccountId,
    up_to: i64,
) -> Result<(), LedgerError> {
    sqlx::query!(
        r#"
        UPDATE notices
        SET seen = 1
        WHERE account_id = ?1 AND number <= ?2 AND seen = 0
        "#,
        id.0,
        up_to
    )
    .execute(conn)
    .await?;
    Ok(())
}
