//! The file: its pages, the limits of its columns, and what its rows refer to.

use std::path::Path;

use sqlx::{Connection, SqliteConnection};

use super::findings::{Check, Findings};
use crate::{LedgerError, file};

/// What SQLite says of a file without faults.
const SOUND: &str = "ok";

/// Another connection to the file of a reader. It could write, and is kept from it: on connections that are opened for
/// reading alone SQLite leaves out the limits of columns.
pub(super) async fn connect(reader: &mut SqliteConnection) -> Result<SqliteConnection, LedgerError> {
    let path = sqlx::query_scalar!(
        r#"
        SELECT file || '' AS "path!: String"
        FROM pragma_database_list
        WHERE name = 'main'
        "#
    )
    .fetch_one(reader)
    .await?;
    let options =
        file::options(Path::new(&path)).pragma("query_only", "ON").row_buffer_size(file::ROWS_AHEAD);
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// Columns of pragmas are expressions here: the check of queries at compile time cannot look up where they come from.
pub(super) async fn check(
    conn: &mut SqliteConnection,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
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
