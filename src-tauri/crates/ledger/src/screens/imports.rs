//! The list of imports, and what later imports recognise earlier ones by.

use billing::Instant;
use sqlx::SqliteConnection;

use crate::{
    AccountId, ImportCounts, ImportId, Ledger, LedgerError, Page, Paged, RecordBlock, Source, Stretch,
    columns::RowOf,
};

/// An import in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its number.
    pub id: ImportId,
    /// The write it was.
    pub write_id: i64,
    /// The source's name.
    pub source: String,
    /// The file or folder, as the customer named it.
    pub label: String,
    /// When it was imported, by the wall clock.
    pub recorded_at: Instant,
    /// Rows by what became of them.
    pub counts: ImportCounts,
    /// First and last instant of the usage.
    pub span: Option<(Instant, Instant)>,
    /// When it was undone, by the wall clock.
    pub undone_at: Option<Instant>,
}

impl Ledger {
    /// Imports, newest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn imports(&self, account: AccountId, page: Page) -> Result<Paged<Import>, LedgerError> {
        let rows = list(&mut *self.reader().await?, account, page).await?;
        let imports: Result<Vec<_>, _> = rows.into_iter().map(ImportRow::into_import).collect();
        Ok(Paged::cut(imports?, page, |import| import.id.0))
    }

    /// One import.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn find_import(
        &self,
        account: AccountId,
        import: ImportId,
    ) -> Result<Option<Import>, LedgerError> {
        // The newest of those before the number after it is the import itself, or there is none.
        let page = Page { after: Some(import.0.saturating_add(1)), limit: 1 };
        let rows = list(&mut *self.reader().await?, account, page).await?;
        let found = rows.into_iter().find(|row| row.id == import.0);
        found.map(ImportRow::into_import).transpose()
    }

    /// The import that a request wrote.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn import_of_request(
        &self,
        account: AccountId,
        request_id: &str,
    ) -> Result<Option<ImportId>, LedgerError> {
        let mut reader = self.reader().await?;
        let import = sqlx::query_scalar!(
            r#"
            SELECT i.id AS "id!"
            FROM writes
            JOIN imports AS i ON i.write_id = writes.id
            WHERE writes.account_id = ?1 AND writes.request_id = ?2
            "#,
            account.0,
            request_id
        )
        .fetch_optional(&mut *reader)
        .await?;
        Ok(import.map(ImportId))
    }

    /// The report an import was stored with.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn import_report(
        &self,
        account: AccountId,
        import: ImportId,
    ) -> Result<Option<String>, LedgerError> {
        let mut reader = self.reader().await?;
        let report = sqlx::query_scalar!(
            "SELECT report FROM imports WHERE id = ?2 AND account_id = ?1",
            account.0,
            import.0
        )
        .fetch_optional(&mut *reader)
        .await?;
        Ok(report)
    }

    /// Where usage comes from, by name.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn sources(&self, account: AccountId) -> Result<Vec<Source>, LedgerError> {
        let mut reader = self.reader().await?;
        let sources = sqlx::query_as!(
            Source,
            "SELECT name, rules FROM sources WHERE account_id = ?1 ORDER BY name",
            account.0
        )
        .fetch_all(&mut *reader)
        .await?;
        Ok(sources)
    }

    /// The blocks of records of a source whose hashes meet `first ..= last`.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn record_blocks(
        &self,
        account: AccountId,
        source: &str,
        first: u64,
        last: u64,
    ) -> Result<Vec<RecordBlock>, LedgerError> {
        record_blocks(&mut *self.reader().await?, account, source, (first, last)).await
    }

    /// The stretches of a source that meet `first ..= last` (unix seconds), with their numbers in the file.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn stretches(
        &self,
        account: AccountId,
        source: &str,
        first: i64,
        last: i64,
    ) -> Result<Vec<(u64, Stretch)>, LedgerError> {
        stretches(&mut *self.reader().await?, account, source, (first, last)).await
    }
}

struct ImportRow {
    id: i64,
    write_id: i64,
    source: String,
    label: String,
    recorded_at: i64,
    row_count: i64,
    counted_count: i64,
    billable_count: i64,
    failed_count: i64,
    duplicate_count: i64,
    overlapped_count: i64,
    unmatched_count: i64,
    ignored_count: i64,
    rejected_count: i64,
    conflict_count: i64,
    first_at: Option<i64>,
    last_at: Option<i64>,
    undone_at: Option<i64>,
}

impl ImportRow {
    fn into_import(self) -> Result<Import, LedgerError> {
        let of = RowOf { table: "imports", id: self.id };
        let first = of.optional_instant("first_at", self.first_at)?;
        let last = of.optional_instant("last_at", self.last_at)?;
        Ok(Import {
            id: ImportId(self.id),
            write_id: self.write_id,
            recorded_at: of.instant("recorded_at", self.recorded_at)?,
            counts: self.counts(of)?,
            span: first.zip(last),
            undone_at: of.optional_instant("undone_by", self.undone_at)?,
            source: self.source,
            label: self.label,
        })
    }

    fn counts(&self, of: RowOf) -> Result<ImportCounts, LedgerError> {
        Ok(ImportCounts {
            rows: of.count("row_count", self.row_count)?,
            counted: of.count("counted_count", self.counted_count)?,
            billable: of.count("billable_count", self.billable_count)?,
            failed: of.count("failed_count", self.failed_count)?,
            duplicates: of.count("duplicate_count", self.duplicate_count)?,
            overlapped: of.count("overlapped_count", self.overlapped_count)?,
            unmatched: of.count("unmatched_count", self.unmatched_count)?,
            ignored: of.count("ignored_count", self.ignored_count)?,
            rejected: of.count("rejected_count", self.rejected_count)?,
            conflicts: of.count("conflict_count", self.conflict_count)?,
        })
    }
}

async fn list(
    conn: &mut SqliteConnection,
    account: AccountId,
    page: Page,
) -> Result<Vec<ImportRow>, LedgerError> {
    let (before, limit) = (page.after.unwrap_or(i64::MAX), page.probe());
    let rows = sqlx::query_as!(
        ImportRow,
        r#"
        SELECT i.id AS "id!", i.write_id, sources.name AS source, i.label, writes.recorded_at, i.row_count,
               i.counted_count, i.billable_count, i.failed_count, i.duplicate_count, i.overlapped_count,
               i.unmatched_count, i.ignored_count, i.rejected_count, i.conflict_count, i.first_at AS "first_at?",
               i.last_at AS "last_at?", undoing.recorded_at AS "undone_at?"
        FROM imports AS i
        JOIN sources ON sources.id = i.source_id
        JOIN writes ON writes.id = i.write_id
        LEFT JOIN writes AS undoing ON undoing.id = i.undone_by
        WHERE i.account_id = ?1 AND i.id < ?2
        ORDER BY i.id DESC
        LIMIT ?3
        "#,
        account.0,
        before,
        limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

async fn record_blocks(
    conn: &mut SqliteConnection,
    account: AccountId,
    source: &str,
    (first, last): (u64, u64),
) -> Result<Vec<RecordBlock>, LedgerError> {
    let signed = |hash: u64| i64::try_from(hash).unwrap_or(i64::MAX);
    let (first, last) = (signed(first), signed(last));
    let rows = sqlx::query!(
        r#"
        SELECT b.first_hash, b.last_hash, b.record_count, b.data
        FROM sources
        JOIN record_blocks AS b ON b.source_id = sources.id
        WHERE sources.account_id = ?1 AND sources.name = ?2 AND b.first_hash <= ?4 AND b.last_hash >= ?3
        ORDER BY b.first_hash, b.last_hash, b.id
        "#,
        account.0,
        source,
        first,
        last
    )
    .fetch_all(conn)
    .await?;
    let blocks = rows.into_iter().map(|row| {
        let of = RowOf { table: "record_blocks", id: row.first_hash };
        Ok(RecordBlock {
            first: of.count("first_hash", row.first_hash)?,
            last: of.count("last_hash", row.last_hash)?,
            count: of.number("record_count", row.record_count)?,
            data: row.data,
        })
    });
    blocks.collect()
}

async fn stretches(
    conn: &mut SqliteConnection,
    account: AccountId,
    source: &str,
    (first, last): (i64, i64),
) -> Result<Vec<(u64, Stretch)>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT s.id AS "id!", s.first_at, s.last_at, s.line_count, s.data
        FROM sources
        JOIN stretches AS s ON s.source_id = sources.id
        WHERE sources.account_id = ?1 AND sources.name = ?2 AND s.first_at <= ?4 AND s.last_at >= ?3
        ORDER BY s.first_at, s.last_at, s.id
        "#,
        account.0,
        source,
        first,
        last
    )
    .fetch_all(conn)
    .await?;
    let stretches = rows.into_iter().map(|row| {
        let of = RowOf { table: "stretches", id: row.id };
        let lines = of.count("line_count", row.line_count)?;
        let stretch = Stretch { first: row.first_at, last: row.last_at, lines, data: row.data };
        Ok((of.count("id", row.id)?, stretch))
    });
    stretches.collect()
}
