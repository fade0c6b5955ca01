//! What undoing an import has to know: its usage as it was metered, what packages paid of it, what was charged for it; of
//! attendance also what is counted beside it.

mod days;

use std::collections::{BTreeMap, HashMap, hash_map::Entry};

use billing::{
    ChargeId, Instant, OpenCharge, OpenKey, PackageId, ProjectId, ResourceId,
    command::{ChargedNow, Undoing, UndoneUsage},
    event::{Deduction, Metered},
    settlement::pay,
};
use sqlx::{Connection, SqliteConnection};

use crate::{
    AccountId, ImportId, Ledger, LedgerError,
    accounts::{self, Calendar},
    columns::RowOf,
    parts, vouchers,
};

/// Instant, resource, project, settlement instant: names a segment within one write.
type Key = (i64, i64, i64, i64);

/// The write of an import that is not undone.
struct ImportedBy {
    write_id: i64,
    first_transaction: i64,
    last_transaction: i64,
}

impl Ledger {
    /// The usage of an import as [`billing::Command::Undo`] takes it.
    ///
    /// # Errors
    /// [`LedgerError::NoImport`] when there is none or it is undone, or another [`LedgerError`].
    pub async fn undone_usage(&self, account: AccountId, import: ImportId) -> Result<Undoing, LedgerError> {
        let mut reader = self.reader().await?;
        let mut tx = reader.begin().await?;
        let calendar = accounts::calendar(&mut tx, account).await?;
        let usage = imported_usage(&mut tx, account, &calendar, import).await?;
        days::undoing(&mut tx, account, &calendar, usage).await
    }
}

async fn imported_usage(
    conn: &mut SqliteConnection,
    id: AccountId,
    calendar: &Calendar,
    import: ImportId,
) -> Result<Vec<UndoneUsage>, LedgerError> {
    let imported = find_import(conn, id, import).await?;
    let mut deductions = deductions(conn, id, calendar, &imported).await?;
    let rows = sqlx::query!(
        r#"
        SELECT occurred_at, resource, project, settles_at, billable, failed, uncovered, from_packages, parts,
               seconds
        FROM usage_segments
        WHERE account_id = ?1 AND write_id = ?2 AND taken_out = 0
        ORDER BY occurred_at, resource, project, settles_at
        "#,
        id.0,
        imported.write_id
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut charged = HashMap::new();
    let mut usage = Vec::with_capacity(rows.len());
    for row in rows {
        let of = RowOf { table: "usage_segments", id: row.occurred_at };
        let segment = (row.occurred_at, row.resource, row.project, row.settles_at);
        let (key, occurred_at) = open_key(of, calendar, segment)?;
        if let Entry::Vacant(unknown) = charged.entry(key) {
            unknown.insert(charged_for(conn, id, &key).await?);
        }
        let metered = Metered {
            key,
            occurred_at,
            billable: of.count("billable", row.billable)?,
            failed: of.count("failed", row.failed)?,
            uncovered: of.count("uncovered", row.uncovered)?,
            seconds: of.count("seconds", row.seconds)?,
            from_packages: of.count("from_packages", row.from_packages)?,
            parts: parts::from_text(&row.parts).ok_or_else(|| of.corrupt("parts"))?,
        };
        usage.push(UndoneUsage {
            metered,
            deductions: deductions.remove(&segment).unwrap_or_default(),
            charged: charged.get(&key).cloned().flatten(),
        });
    }
    Ok(usage)
}

fn open_key(of: RowOf, calendar: &Calendar, segment: Key) -> Result<(OpenKey, Instant), LedgerError> {
    let (occurred_at, resource, project, settles_at) = segment;
    let occurred_at = of.instant("occurred_at", occurred_at)?;
    let key = OpenKey {
        settles_at: of.instant("settles_at", settles_at)?,
        period: calendar.period_start(occurred_at),
        resource: ResourceId(of.number("resource", resource)?),
        project: ProjectId(of.number("project", project)?),
    };
    Ok((key, occurred_at))
}

async fn find_import(
    conn: &mut SqliteConnection,
    id: AccountId,
    import: ImportId,
) -> Result<ImportedBy, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT writes.id, writes.first_transaction_id, writes.transaction_count
        FROM imports
        JOIN writes ON writes.id = imports.write_id
        WHERE imports.id = ?2 AND imports.account_id = ?1 AND imports.undone_by IS NULL
        "#,
        id.0,
        import.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(LedgerError::NoImport(import.0))?;
    let (first_transaction, count) = (row.first_transaction_id, row.transaction_count);
    Ok(ImportedBy { write_id: row.id, first_transaction, last_transaction: first_transaction + count - 1 })
}

/// What packages paid, by segment, in the order in which they did.
async fn deductions(
    conn: &mut SqliteConnection,
    id: AccountId,
    calendar: &Calendar,
    imported: &ImportedBy,
) -> Result<BTreeMap<Key, Vec<Deduction>>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT d.package, d.cycle, d.resource, d.project, d.occurred_at, d.settles_at, d.calls, d.from_lapsed,
               d.remaining
        FROM packages AS p
        CROSS JOIN deductions AS d
          ON d.account_id = p.account_id AND d.package = p.number AND d.transaction_id BETWEEN ?2 AND ?3
        WHERE p.account_id = ?1 AND d.returned = 0
        ORDER BY d.transaction_id
        "#,
        id.0,
        imported.first_transaction,
        imported.last_transaction
    )
    .fetch_all(conn)
    .await?;
    let mut deductions: BTreeMap<Key, Vec<Deduction>> = BTreeMap::new();
    for row in rows {
        let of = RowOf { table: "deductions", id: row.package };
        let segment = (row.occurred_at, row.resource, row.project, row.settles_at);
        let (key, occurred_at) = open_key(of, calendar, segment)?;
        deductions.entry(segment).or_default().push(Deduction {
            package: PackageId(of.number("package", row.package)?),
            cycle: usize::try_from(row.cycle).map_err(|_| of.corrupt("cycle"))?,
            calls: of.count("calls", row.calls)?,
            from_lapsed: of.count("from_lapsed", row.from_lapsed)?,
            key,
            occurred_at,
            remaining: of.count("remaining", row.remaining)?,
        });
    }
    Ok(deductions)
}

/// What the charge of a settled period takes after the corrections so far.
async fn charged_for(
    conn: &mut SqliteConnection,
    id: AccountId,
    key: &OpenKey,
) -> Result<Option<ChargedNow>, LedgerError> {
    let (period, settles_at) = (key.period.timestamp(), key.settles_at.timestamp());
    let charge = sqlx::query!(
        r#"
        SELECT number AS "number!", parts, vouchers
        FROM charges
        WHERE account_id = ?1 AND period = ?2 AND resource = ?3 AND project = ?4 AND settles_at = ?5
        "#,
        id.0,
        period,
        key.resource.0,
        key.project.0,
        settles_at
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(charge) = charge else { return Ok(None) };
    let of = RowOf { table: "charges", id: charge.number };
    let parts = parts::from_text(&charge.parts).ok_or_else(|| of.corrupt("parts"))?;
    let mut charged = OpenCharge { from_packages: 0, parts };
    let mut paid = vouchers::from_text(&charge.vouchers).ok_or_else(|| of.corrupt("vouchers"))?;
    let corrections = sqlx::query!(
        r#"
        SELECT number, parts, vouchers
        FROM corrections
        WHERE account_id = ?1 AND charge = ?2
        ORDER BY number
        "#,
        id.0,
        charge.number
    )
    .fetch_all(conn)
    .await?;
    for row in corrections {
        let of = RowOf { table: "corrections", id: row.number };
        charged.remove(0, &parts::from_text(&row.parts).ok_or_else(|| of.corrupt("parts"))?);
        let back = vouchers::from_text(&row.vouchers).ok_or_else(|| of.corrupt("vouchers"))?;
        pay::take_back(&mut paid, &back)?;
    }
    let charge = ChargeId(of.count("number", charge.number)?);
    Ok(Some(ChargedNow { charge, parts: charged.parts, vouchers: paid }))
}
