//! The file: its pages, the limits of its columns, and what its rows refer to.

use sqlx::SqliteConnection;

use super::findings::{Check, Findings};
use crate::LedgerError;

/// What SQLite says of a file without faults.
const SOUND: &str = "ok";

/// Columns of pragmas are expressions here: the check of queries at compile time cannot look up where they come from.
pub(super) async fn check(conn: &mut SqliteConnection, findings: &mut Findings) -> Result<(), LedgerError> {
    let said = sqlx::query_scalar!(
        r#"
        SELECT integrity_check || '' AS "said!: String"
        FROM pragma_integrity_check
        LIMIT 1
        "#
    )
    .fetch_all(&mut *conn)
    .await?;
    for fault in said.iter().filter(|said| *said != SOUND) {
        findings.note(Check::File, "the file", SOUND, fault);
    }
    let dangling = sqlx::query!(
        r#"
        SELECT "table" || '' AS "table!: String", rowid + 0 AS "row?: i64", parent || '' AS "parent!: String"
        FROM pragma_foreign_key_check
        LIMIT 1
        "#
    )
    .fetch_optional(conn)
    .await?;
    if let Some(row) = dangling {
        let number = row.row.map_or_else(String::new, |number| format!(" {number}"));
        let (table, parent) = (row.table, row.parent);
        findings.note(
            Check::Reference,
            format_args!("{table}{number}"),
            format_args!("a row of {parent} that it refers to"),
            "none",
        );
    }
    Ok(())
}
