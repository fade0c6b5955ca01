//! What changed against the range before: what each group costs now, what it cost then, and the difference; they sum exactly.

use std::collections::BTreeMap;

use billing::{Account, ChargeAmount};
use chrono::NaiveDate;

use super::{
    cells::{Cell, View, cells},
    group::{Filter, GroupBy},
    range::{Range, Span},
};
use crate::{AppError, Books, books::Loaded, ledger::LedgerError};

/// One group in both ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Its name; nothing for what is unallocated.
    pub value: Option<String>,
    /// In the range before.
    pub before: ChargeAmount,
    /// In the range.
    pub now: ChargeAmount,
    /// Now less before.
    pub change: ChargeAmount,
    /// What it costs now by day or month; nothing where that is zero.
    pub steps: BTreeMap<NaiveDate, ChargeAmount>,
}

/// Two ranges, group by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The range.
    pub span: Span,
    /// The one before.
    pub before: Span,
    /// The groups, most change first; of the same change those that cost more now, then by name.
    pub groups: Vec<Change>,
    /// All of them together.
    pub total: Change,
}

/// What changed.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn changes(
    books: &Books,
    loaded: &Loaded,
    range: Range,
    view: View,
    (by, filter): (&GroupBy, &Filter),
) -> Result<Changes, AppError> {
    let account = &loaded.account;
    let (span, before) = range.spans(account.terms.policy.zone, books.now().max(account.now));
    let mut groups: BTreeMap<Option<String>, Change> = BTreeMap::new();
    let mut total = Change::default();
    for (of, is_now) in [(before, false), (span, true)] {
        let cells = cells(books, loaded, of, view).await?;
        for cell in cells.iter().filter(|cell| filter.holds(account, cell)) {
            add(&mut groups, &mut total, account, by, (cell, is_now)).map_err(|_| LedgerError::TooLarge)?;
        }
    }
    let mut groups: Vec<Change> = groups.into_values().collect();
    groups.sort_by(|a, b| {
        size(b.change).cmp(&size(a.change)).then(b.now.cmp(&a.now)).then_with(|| a.value.cmp(&b.value))
    });
    Ok(Changes { span, before, groups, total })
}

fn add(
    groups: &mut BTreeMap<Option<String>, Change>,
    total: &mut Change,
    account: &Account,
    by: &GroupBy,
    (cell, is_now): (&Cell, bool),
) -> Result<(), billing::money::Overflow> {
    let value = by.value_of(account, cell);
    let group = groups.entry(value.clone()).or_insert_with(|| Change { value, ..Change::default() });
    for change in [group, total] {
        if is_now {
            change.now = change.now.checked_add(cell.amount)?;
            change.change = change.change.checked_add(cell.amount)?;
            let step = change.steps.entry(cell.start).or_default();
            *step = step.checked_add(cell.amount)?;
        } else {
            change.before = change.before.checked_add(cell.amount)?;
            change.change = change.change.checked_sub(cell.amount)?;
        }
    }
    Ok(())
}

/// How large, whatever its sign.
fn size(amount: ChargeAmount) -> ChargeAmount {
    let negated = ChargeAmount::ZERO.checked_sub(amount).unwrap_or(amount);
    amount.max(negated)
}
