//! Comparisons that are kept, with their rows that differ, and bills that are locked after one.

use billing::{
    ChargeAmount, Instant, UnitPrice,
    reconcile::{Cause, Comparison, EntryKind, Row, Side, Tally},
    zone::Month,
};
use serde::{Deserialize, Serialize};

use super::Reconciled;
use crate::{
    AppError, Books,
    books::Loaded,
    ledger::{AfterLock, BillLock, LedgerError, Reconciliation},
};

/// A comparison as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: u64,
    /// When, by whom, and what it came to.
    pub told: Reconciliation,
}

/// Whether a bill is locked, and what came to its period since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// When, by whom, after which comparison.
    pub lock: BillLock,
    /// What came later, oldest first, to the bills of other months.
    pub later: Vec<AfterLock>,
}

/// Keeps a comparison. The same file with the same outcome is kept once.
///
/// # Errors
/// [`AppError`] when the books cannot be read or written.
pub async fn keep(books: &Books, loaded: &Loaded, told: &Reconciled) -> Result<Kept, AppError> {
    let compared = &told.comparison;
    let of_month = of_month(books, loaded, told.month).await?;
    let differing = compared.rows.iter().filter(|row| row.cause.is_some());
    let rows: Vec<KeptRow> = differing.map(KeptRow::of).collect::<Result<_, _>>()?;
    let kept = Reconciliation {
        bill: told.month,
        at: books.now(),
        who: who(),
        file: told.file.clone(),
        digest: told.digest,
        form: told.form.clone(),
        row_count: compared.total.rows,
        differing: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        ours: compared.total.ours,
        theirs: compared.total.theirs,
    };
    let outcome = |one: &Reconciliation| (one.digest, one.row_count, one.differing, one.ours, one.theirs);
    if let Some(last) = of_month.last().filter(|last| outcome(&last.told) == outcome(&kept)) {
        return Ok(last.clone());
    }
    let rows = serde_json::to_string(&rows).map_err(|_| LedgerError::TooLarge)?;
    let number = books.ledger().keep_reconciliation(loaded.header.id, &kept, &rows).await?;
    Ok(Kept { number, told: kept })
}

/// The comparisons of a month that were kept, oldest first.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn of_month(books: &Books, loaded: &Loaded, month: Month) -> Result<Vec<Kept>, AppError> {
    let all = books.ledger().reconciliations(loaded.header.id).await?;
    let numbered = (1..).zip(all).map(|(number, told)| Kept { number, told });
    Ok(numbered.filter(|kept| kept.told.bill == month).collect())
}

/// A comparison with its rows that differ; those that were the same are in its sums alone.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn read(books: &Books, loaded: &Loaded, kept: &Kept) -> Result<Comparison, AppError> {
    let corrupt =
        || LedgerError::Corrupt { table: "reconciliations", id: kept.number.cast_signed(), column: "rows" };
    let text = books.ledger().reconciled_rows(loaded.header.id, kept.number).await?;
    let rows: Vec<KeptRow> = serde_json::from_str(&text).map_err(|_| corrupt())?;
    let rows = rows.into_iter().map(|row| row.read().ok_or_else(corrupt));
    let rows: Vec<Row> = rows.collect::<Result<_, _>>()?;
    let told = &kept.told;
    let total = Tally { rows: told.row_count, ours: told.ours, theirs: told.theirs };
    Ok(Comparison::of_kept(rows, total)?)
}

/// Locks a bill after its last comparison.
///
/// # Errors
/// [`AppError::NotFinal`] while it may still change, [`AppError::NotCompared`] when nothing was kept of it, or that the books cannot be
/// written. A bill that is locked stays as it is.
pub async fn lock(books: &Books, loaded: &Loaded, month: Month) -> Result<(), AppError> {
    let policy = &loaded.account.terms.policy;
    let now = books.now().max(loaded.account.now);
    if billing::bill::status_at(policy, month, now) != billing::bill::BillStatus::Final {
        return Err(AppError::NotFinal(month.to_string()));
    }
    let kept = of_month(books, loaded, month).await?;
    let last = kept.last().ok_or_else(|| AppError::NotCompared(month.to_string()))?;
    change(books, loaded, month, Some(last.number)).await
}

/// Unlocks a bill; one that is not locked stays as it is.
///
/// # Errors
/// [`AppError`] when the books cannot be written.
pub async fn unlock(books: &Books, loaded: &Loaded, month: Month) -> Result<(), AppError> {
    change(books, loaded, month, None).await
}

async fn change(books: &Books, loaded: &Loaded, month: Month, after: Option<u64>) -> Result<(), AppError> {
    let locks = books.ledger().bill_locks(loaded.header.id).await?;
    let is_locked = locks.iter().rev().find(|lock| lock.bill == month).is_some_and(BillLock::is_locked);
    if is_locked != after.is_some() {
        let told = (books.now(), who());
        books.ledger().lock_bill(loaded.header.id, month, after, (told.0, &told.1)).await?;
    }
    Ok(())
}

/// Whether the bill of a month is locked, and what came to its period since.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn lock_of(books: &Books, loaded: &Loaded, month: Month) -> Result<Option<Lock>, AppError> {
    let locks = books.ledger().bill_locks(loaded.header.id).await?;
    let last = locks.into_iter().rev().find(|lock| lock.bill == month).filter(BillLock::is_locked);
    let Some(lock) = last else { return Ok(None) };
    let zone = loaded.account.terms.policy.zone;
    let span = zone.month_start(month)..zone.month_start(month.next());
    let later = books.ledger().after_lock(loaded.header.id, &lock, span).await?;
    Ok(Some(Lock { lock, later }))
}

/// Who uses this machine, as its system says.
fn who() -> String {
    let names = ["USER", "LOGNAME", "USERNAME"];
    names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

/// A row that differs.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeptRow {
    kind: String,
    place: String,
    project: Option<String>,
    name: String,
    from: i64,
    ours: KeptSide,
    theirs: KeptSide,
    cause: String,
    of: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeptSide {
    lines: Vec<u64>,
    quantity: Option<i64>,
    from_packages: Option<i64>,
    prices: Vec<String>,
    units: i64,
}

impl KeptRow {
    fn of(row: &Row) -> Result<Self, AppError> {
        let cause = row.cause.clone().unwrap_or(Cause::Unproven);
        Ok(Self {
            kind: row.kind.code().to_owned(),
            place: row.place.clone(),
            project: row.project.clone(),
            name: row.name.clone(),
            from: row.from.timestamp(),
            ours: KeptSide::of(&row.ours)?,
            theirs: KeptSide::of(&row.theirs)?,
            cause: cause.code().to_owned(),
            of: cause.about(),
        })
    }

    fn read(self) -> Option<Row> {
        let kind = EntryKind::parse(&self.kind)?;
        let from = Instant::from_timestamp(self.from, 0)?;
        let sides = (self.ours.read()?, self.theirs.read()?);
        let cause = Cause::parse(&self.cause, &self.of)?;
        Row::of_kept((kind, self.place, self.project, self.name, from), sides, cause).ok()
    }
}

impl KeptSide {
    fn of(side: &Side) -> Result<Self, AppError> {
        Ok(Self {
            lines: side.lines.clone(),
            quantity: side.quantity,
            from_packages: side.from_packages,
            prices: side.prices.iter().map(ToString::to_string).collect(),
            units: side.amount.units().map_err(billing::Refusal::from)?,
        })
    }

    fn read(self) -> Option<Side> {
        let prices = self.prices.iter().map(|price| UnitPrice::parse(price).ok()).collect::<Option<_>>()?;
        let counts = (self.quantity, self.from_packages);
        Some(Side::of_kept(self.lines, counts, prices, ChargeAmount::from_units(self.units)))
    }
}
