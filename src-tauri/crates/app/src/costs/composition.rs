//! What a month's money is made of: by billing mode, then by service and region; from the same sums as its bill.

use std::collections::BTreeMap;

use billing::{ChargeAmount, Money, ResourceId, money::Overflow, zone::Month};
use chrono::NaiveDate;

use super::{
    cells::{Mode, View, cells},
    range::Span,
};
use crate::{
    AppError, Books,
    books::Loaded,
    ledger::{BillTotal, LedgerError, TotalKind},
};

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composition {
    /// The sums of its bill.
    pub totals: Vec<BillTotal>,
    /// The billing modes that have lines, in the order of a bill, rounding last. They come to the total.
    pub modes: Vec<ModeCost>,
    /// What moved.
    pub total: Money,
    /// What moved by day and mode: usage on its day as long as it is of this bill.
    pub days: BTreeMap<NaiveDate, BTreeMap<Mode, Money>>,
}

/// One billing mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModeCost {
    /// Which.
    pub mode: Mode,
    /// Charges, purchases, renewals, refunds or corrections.
    pub lines: u64,
    /// Before rounding.
    pub amount: ChargeAmount,
    /// The same by resource, most money first.
    pub parts: Vec<Part>,
}

/// One billing mode of one resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What was called, or what the packages are for.
    pub resource: ResourceId,
    /// Lines.
    pub lines: u64,
    /// Before rounding.
    pub amount: ChargeAmount,
}

/// What a month is made of.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn composition(books: &Books, loaded: &Loaded, month: Month) -> Result<Composition, AppError> {
    let totals = books.ledger().bill_totals(loaded.header.id, month).await?;
    let too_large = |_: Overflow| AppError::from(LedgerError::TooLarge);
    let total = Money::sum(totals.iter().map(|total| total.due)).map_err(too_large)?;
    let modes = modes(&totals).map_err(too_large)?;
    let mut days: BTreeMap<NaiveDate, BTreeMap<Mode, Money>> = BTreeMap::new();
    for cell in cells(books, loaded, Span::of_month(month), View::Cash).await? {
        let sum = days.entry(cell.start).or_default().entry(cell.mode).or_default();
        let moved = Money::from_charge(cell.amount).map_err(too_large)?;
        *sum = sum.checked_add(moved).map_err(too_large)?;
    }
    Ok(Composition { totals, modes, total, days })
}

fn modes(totals: &[BillTotal]) -> Result<Vec<ModeCost>, Overflow> {
    let mut modes: BTreeMap<Mode, ModeCost> = BTreeMap::new();
    let mut add = |mode: Mode, resource: ResourceId, lines: u64, amount: ChargeAmount| {
        let empty = ModeCost { mode, lines: 0, amount: ChargeAmount::ZERO, parts: Vec::new() };
        let of_mode = modes.entry(mode).or_insert(empty);
        of_mode.lines += lines;
        of_mode.amount = of_mode.amount.checked_add(amount)?;
        match of_mode.parts.iter_mut().find(|part| part.resource == resource) {
            Some(part) => part.amount = part.amount.checked_add(amount)?,
            None => of_mode.parts.push(Part { resource, lines, amount }),
        }
        Ok(())
    };
    for total in totals {
        let moved = ChargeAmount::from_money(total.due);
        // Prices are cents; what is charged and corrected is rounded when it moves.
        let (mode, amount) = match total.kind {
            TotalKind::Charge => (Mode::PayPerUse, total.amount),
            TotalKind::Correction => (Mode::Correction, total.amount),
            TotalKind::Purchase => (Mode::Purchase, moved),
            TotalKind::Renewal => (Mode::Renewal, moved),
            TotalKind::Refund => (Mode::Refund, moved),
        };
        add(mode, total.resource, total.line_count, amount)?;
        let rounding = moved.checked_sub(amount)?;
        if rounding != ChargeAmount::ZERO {
            add(Mode::Rounding, total.resource, 0, rounding)?;
        }
    }
    let mut modes: Vec<ModeCost> = modes.into_values().collect();
    for mode in &mut modes {
        mode.parts.sort_by(|a, b| b.amount.cmp(&a.amount).then(a.resource.cmp(&b.resource)));
    }
    Ok(modes)
}
