//! A provider's own bill against the own meter: compared, kept, locked.

use std::{collections::BTreeMap, path::Path};

use app::{
    books::Loaded,
    reconcile::{self, Reconciled, kept},
};
use billing::{
    Derivation, Value,
    bill::{self, BillStatus},
    reconcile::{Cause, Comparison, Row, Side, Tally, Verdict},
    zone::Month,
};

use super::bill_history;
use crate::{
    App, IpcError, convert,
    dto::{
        bills::{BillCompared, BillRow},
        reconcile::{
            LockBill, LockView, ReconcileFile, ReconcileRow, ReconcileSide, ReconcileTally, ReconcileView,
            ReconciledQuery, ReconciledView,
        },
    },
};

/// Compares a file with the bill of a month; nothing is written.
///
/// # Errors
/// [`IpcError`] `file_wrong` with line and field, or that the file or the books cannot be read.
pub async fn preview(app: &App, query: ReconcileFile) -> Result<ReconcileView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let told = compared(app, &loaded, &query).await?;
    view_of_file(&loaded, &told)
}

/// Compares a file with the bill of a month, and keeps the comparison.
///
/// # Errors
/// As for [`preview`], or that the books cannot be written.
pub async fn keep(app: &App, query: ReconcileFile) -> Result<ReconciledView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let told = compared(app, &loaded, &query).await?;
    kept::keep(app.books(), &loaded, &told).await?;
    app.tell(&["bills"]);
    shown(app, &loaded, told.month).await
}

/// What a month was compared with, whether it is locked, and what happened to it.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn reconciled(app: &App, query: ReconciledQuery) -> Result<ReconciledView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    shown(app, &loaded, convert::month(&query.month)?).await
}

/// Locks or unlocks the bill of a month.
///
/// # Errors
/// [`IpcError`] `bill_not_final`, `bill_not_compared`, or that the books cannot be written.
pub async fn lock(app: &App, request: LockBill) -> Result<ReconciledView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let month = convert::month(&request.month)?;
    if request.lock {
        kept::lock(app.books(), &loaded, month).await?;
    } else {
        kept::unlock(app.books(), &loaded, month).await?;
    }
    app.tell(&["bills"]);
    shown(app, &loaded, month).await
}

/// What each month came to against the provider's own bill, when it was compared last.
pub(super) async fn compared_by_month(
    app: &App,
    loaded: &Loaded,
) -> Result<BTreeMap<String, BillCompared>, IpcError> {
    let (ledger, id) = (app.books().ledger(), loaded.header.id);
    let mut by_month = BTreeMap::new();
    for told in ledger.reconciliations(id).await? {
        let total = Tally { rows: told.row_count, ours: told.ours, theirs: told.theirs };
        let compared = BillCompared {
            difference: total.difference()?.to_string(),
            differing: told.differing.to_string(),
            locked: false,
            why: convert::why(&difference_of(&total)?, &loaded.account.terms.policy),
        };
        by_month.insert(told.bill.to_string(), compared);
    }
    for lock in ledger.bill_locks(id).await? {
        if let Some(compared) = by_month.get_mut(&lock.bill.to_string()) {
            compared.locked = lock.is_locked();
        }
    }
    Ok(by_month)
}

/// A month with what its comparison came to.
pub(super) fn with_difference(row: BillRow, compared: &BTreeMap<String, BillCompared>) -> BillRow {
    BillRow { compared: compared.get(&row.month).cloned(), ..row }
}

/// Why a part of a comparison comes to its difference.
pub(super) fn difference_of(tally: &Tally) -> Result<Derivation, IpcError> {
    let because = Derivation::new("reconciled-part", "H-97", Value::Charge(tally.difference()?));
    Ok(because.with("theirs", Value::Charge(tally.theirs)).with("ours", Value::Charge(tally.ours)))
}

async fn compared(app: &App, loaded: &Loaded, query: &ReconcileFile) -> Result<Reconciled, IpcError> {
    let month = convert::month(&query.month)?;
    let forms = reconcile::forms(app.books())?;
    Ok(reconcile::compare(app.books(), loaded, Path::new(query.path.trim()), Some(month), &forms).await?)
}

async fn shown(app: &App, loaded: &Loaded, month: Month) -> Result<ReconciledView, IpcError> {
    let books = app.books();
    let kept = kept::of_month(books, loaded, month).await?;
    let last = match kept.last() {
        Some(last) => {
            let compared = kept::read(books, loaded, last).await?;
            let told = &last.told;
            let named = (told.file.clone(), told.form.clone());
            let mut view = view(loaded, month, named, &compared)?;
            view.kept_at = Some(convert::seconds(told.at));
            view.who.clone_from(&told.who);
            Some(view)
        }
        None => None,
    };
    let lock = kept::lock_of(books, loaded, month).await?;
    let policy = &loaded.account.terms.policy;
    let is_final = bill::status_at(policy, month, super::now(app, loaded)) == BillStatus::Final;
    Ok(ReconciledView {
        lockable: is_final && last.is_some() && lock.is_none(),
        history: bill_history::history(app, loaded, month, &kept, lock.as_ref()).await?,
        lock: lock.as_ref().map(lock_view).transpose()?,
        last,
    })
}

fn lock_view(lock: &kept::Lock) -> Result<LockView, IpcError> {
    let moved = billing::Money::sum(lock.later.iter().map(|later| later.moved))?;
    Ok(LockView {
        at: convert::seconds(lock.lock.at),
        who: lock.lock.who.clone(),
        later: lock.later.len().to_string(),
        later_moved: moved.to_string(),
    })
}

fn view_of_file(loaded: &Loaded, told: &Reconciled) -> Result<ReconcileView, IpcError> {
    let named = (told.file.clone(), told.form.clone());
    let mut view = view(loaded, told.month, named, &told.comparison)?;
    let others = told.other_months.values().fold(0_u64, |sum, rows| sum.saturating_add(*rows));
    view.other_months = others.to_string();
    Ok(view)
}

fn view(
    loaded: &Loaded,
    month: Month,
    (file, form): (String, String),
    compared: &Comparison,
) -> Result<ReconcileView, IpcError> {
    let tallied = |verdict: Verdict| compared.tallies.get(&verdict).map(|tally| (verdict, tally));
    let tallies = Verdict::ALL.into_iter().filter_map(tallied);
    let tallies =
        tallies.map(|(verdict, tally)| self::tally(loaded, verdict.code(), tally, &difference_of(tally)?));
    Ok(ReconcileView {
        month: month.to_string(),
        file,
        form,
        other_months: "0".to_owned(),
        kept_at: None,
        who: String::new(),
        agrees: compared.agrees(),
        tallies: tallies.collect::<Result<_, _>>()?,
        total: tally(loaded, "", &compared.total, &compared.difference.because)?,
        rows: compared
            .rows
            .iter()
            .filter_map(|row| Some(self::row(loaded, row, row.cause.as_ref()?)))
            .collect(),
    })
}

fn tally(
    loaded: &Loaded,
    verdict: &str,
    tally: &Tally,
    because: &Derivation,
) -> Result<ReconcileTally, IpcError> {
    Ok(ReconcileTally {
        verdict: verdict.to_owned(),
        rows: tally.rows.to_string(),
        ours: tally.ours.to_string(),
        theirs: tally.theirs.to_string(),
        difference: tally.difference()?.to_string(),
        why: convert::why(because, &loaded.account.terms.policy),
    })
}

fn row(loaded: &Loaded, row: &Row, cause: &Cause) -> ReconcileRow {
    let side = |side: &Side| {
        (!side.is_empty()).then(|| ReconcileSide {
            quantity: side.quantity.map(|count| count.to_string()),
            amount: side.amount.to_string(),
        })
    };
    let lines: Vec<String> = row.theirs.lines.iter().map(ToString::to_string).collect();
    let about_at = if let Cause::PeriodBorder(at) = cause { Some(convert::seconds(*at)) } else { None };
    ReconcileRow {
        kind: row.kind.code().to_owned(),
        name: if row.place.is_empty() { row.name.clone() } else { row.place.clone() },
        project: row.project.clone().filter(|project| !project.is_empty()),
        from: convert::seconds(row.from),
        verdict: row.verdict.code().to_owned(),
        cause: cause.code().to_owned(),
        about: cause.about(),
        about_at,
        lines: lines.join(", "),
        ours: side(&row.ours),
        theirs: side(&row.theirs),
        difference: row.difference.value.to_string(),
        why: convert::why(&row.difference.because, &loaded.account.terms.policy),
    }
}
