//! Imports: where usage came from, and what later imports recognise it by.

use billing::Instant;
use sqlx::SqliteConnection;

use crate::{AccountId, LedgerError, columns::stored, steps};

/// An import by its number in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportId(pub i64);

/// How a write concerns an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportChange {
    /// The write is an import.
    Add(Box<ImportWrite>),
    /// The write undoes an import: what it was recognised by is forgotten, so that the file can be imported again. The
    /// corrections of money are events of the write.
    Undo(ImportId),
}

/// What an import leaves in the books beside its usage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportWrite {
    /// The source's name in the account.
    pub source: String,
    /// The rules it was read by, kept with the source.
    pub rules: String,
    /// The file or folder, as the customer named it.
    pub label: String,
    /// Rows by what became of them.
    pub counts: ImportCounts,
    /// First and last instant of the usage, both included.
    pub span: Option<(Instant, Instant)>,
    /// What the importing program wants to show again, as JSON.
    pub report_json: String,
    /// What records with ids are recognised by.
    pub record_blocks: Vec<RecordBlock>,
    /// What log lines without ids are recognised by.
    pub stretches: Vec<Stretch>,
}

/// Rows of an import by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Rows read.
    pub rows: u64,
    /// Rows that became usage.
    pub counted: u64,
    /// Calls with success.
    pub billable: u64,
    /// Calls without.
    pub failed: u64,
    /// Records that were known.
    pub duplicates: u64,
    /// Log lines in stretches that were known.
    pub overlapped: u64,
    /// Rows no rule matched.
    pub unmatched: u64,
    /// Rows a rule told to ignore.
    pub ignored: u64,
    /// Rows that could not be read.
    pub rejected: u64,
    /// Records known with another payload.
    pub conflicts: u64,
}

/// Records that are stored and fetched as one; the content is the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordBlock {
    /// Smallest hash of an id; below 2⁶³.
    pub first: u64,
    /// Largest hash of an id.
    pub last: u64,
    /// How many records.
    pub count: u32,
    /// Everything, packed.
    pub data: Vec<u8>,
}

/// A stretch of log lines; the content is the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First instant, unix seconds.
    pub first: i64,
    /// Last instant, unix seconds.
    pub last: i64,
    /// Lines it stands for.
    pub lines: u64,
    /// Everything, packed.
    pub data: Vec<u8>,
}

/// Where usage comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name in the account.
    pub name: String,
    /// The rules it was last read by.
    pub rules: String,
}

/// Stores how a write concerns an import.
pub(crate) async fn apply(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    change: &ImportChange,
) -> Result<(), LedgerError> {
    match change {
        ImportChange::Add(import) => add(conn, id, write_id, import).await,
        ImportChange::Undo(import) => undo(conn, id, write_id, *import).await,
    }
}

async fn add(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    import: &ImportWrite,
) -> Result<(), LedgerError> {
    let source = save_source(conn, id, &import.source, &import.rules).await?;
    let import_id = insert(conn, id, write_id, source, import).await?;
    for block in &import.record_blocks {
        insert_record_block(conn, source, import_id, block).await?;
    }
    for stretch in &import.stretches {
        insert_stretch(conn, source, import_id, stretch).await?;
    }
    steps::imported(conn, id, write_id, import_id).await
}

async fn save_source(
    conn: &mut SqliteConnection,
    id: AccountId,
    name: &str,
    rules: &str,
) -> Result<i64, LedgerError> {
    let source = sqlx::query_scalar!(
        r#"
        INSERT INTO sources (account_id, name, rules)
        VALUES (?1, ?2, ?3)
        ON CONFLICT (account_id, name) DO UPDATE SET rules = excluded.rules
        RETURNING id AS "id!"
        "#,
        id.0,
        name,
        rules
    )
    .fetch_one(conn)
    .await?;
    Ok(source)
}

async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    source: i64,
    import: &ImportWrite,
) -> Result<i64, LedgerError> {
    let counts = import.counts;
    let (rows, counted) = (stored(counts.rows)?, stored(counts.counted)?);
    let (billable, failed) = (stored(counts.billable)?, stored(counts.failed)?);
    let (duplicates, overlapped) = (stored(counts.duplicates)?, stored(counts.overlapped)?);
    let (unmatched, ignored) = (stored(counts.unmatched)?, stored(counts.ignored)?);
    let (rejected, conflicts) = (stored(counts.rejected)?, stored(counts.conflicts)?);
    let first_at = import.span.map(|(first, _)| first.timestamp());
    let last_at = import.span.map(|(_, last)| last.timestamp());
    let done = sqlx::query!(
        r#"
        INSERT INTO imports (account_id, write_id, source_id, label, row_count, counted_count, billable_count,
                             failed_count, duplicate_count, overlapped_count, unmatched_count, ignored_count,
                             rejected_count, conflict_count, first_at, last_at, report)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        "#,
        id.0,
        write_id,
        source,
        import.label,
        rows,
        counted,
        billable,
        failed,
        duplicates,
        overlapped,
        unmatched,
        ignored,
        rejected,
        conflicts,
        first_at,
        last_at,
        import.report_json
    )
    .execute(conn)
    .await?;
    Ok(done.last_insert_rowid())
}

async fn insert_record_block(
    conn: &mut SqliteConnection,
    source: i64,
    import: i64,
    block: &RecordBlock,
) -> Result<(), LedgerError> {
    let (first, last) = (stored(block.first)?, stored(block.last)?);
    sqlx::query!(
        r#"
        INSERT INTO record_blocks (source_id, import_id, first_hash, last_hash, record_count, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        "#,
        source,
        import,
        first,
        last,
        block.count,
        block.data
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn insert_stretch(
    conn: &mut SqliteConnection,
    source: i64,
    import: i64,
    stretch: &Stretch,
) -> Result<(), LedgerError> {
    let lines = stored(stretch.lines)?;
    sqlx::query!(
        r#"
        INSERT INTO stretches (source_id, import_id, first_at, last_at, line_count, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        "#,
        source,
        import,
        stretch.first,
        stretch.last,
        lines,
        stretch.data
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn undo(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    import: ImportId,
) -> Result<(), LedgerError> {
    let undone = sqlx::query!(
        r#"
        UPDATE imports
        SET undone_by = ?3
        WHERE id = ?2 AND account_id = ?1 AND undone_by IS NULL
        "#,
        id.0,
        import.0,
        write_id
    )
    .execute(&mut *conn)
    .await?;
    if undone.rows_affected() == 0 {
        return Err(LedgerError::NoImport(import.0));
    }
    sqlx::query!("DELETE FROM record_blocks WHERE import_id = ?1", import.0).execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM stretches WHERE import_id = ?1", import.0).execute(&mut *conn).await?;
    steps::import_undone(conn, write_id, import).await
}
