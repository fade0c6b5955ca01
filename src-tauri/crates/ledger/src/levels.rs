//! Changes of the customer level.

use billing::{Account, level::LevelChange};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::RowOf,
    write::rows::{Rows, store},
};

/// Stores those that are new.
pub(crate) async fn save(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (number, change) in (0_u32..).zip(&account.level_changes) {
        rows.push([number.into(), change.at.timestamp().into(), change.level.as_str().into()]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO level_changes (account_id, number, at, level)
        SELECT ?1, value->>0, value->>1, value->>2
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, number) DO NOTHING
        "#,
        id.0
    );
    Ok(())
}

/// All of an account, oldest first.
pub(crate) async fn load(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<Vec<LevelChange>, LedgerError> {
    let rows = sqlx::query!(
        "SELECT number, at, level FROM level_changes WHERE account_id = ?1 ORDER BY number",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let changes = rows.into_iter().map(|row| {
        let of = RowOf { table: "level_changes", id: row.number };
        Ok(LevelChange { at: of.instant("at", row.at)?, level: row.level })
    });
    changes.collect()
}
