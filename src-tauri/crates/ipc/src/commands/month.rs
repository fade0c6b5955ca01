//! The sums of one bill, and why its total is so: one computation for Today and for Bills.

use app::ledger::{BillTotal, TotalKind};
use billing::{Account, ChargeAmount, Derivation, Money, Value};

use crate::{IpcError, convert, dto::common::Why};

/// The sums of one bill.
pub(super) struct Sums {
    /// What is to be paid, or was.
    pub total: Money,
    /// Why.
    pub why: Why,
}

/// Sums a bill; a month without any movement is all zeros.
pub(super) fn sums(account: &Account, totals: &[BillTotal]) -> Result<Sums, IpcError> {
    let total = Money::sum(totals.iter().map(|total| total.due))?;
    let mut because = Derivation::new("bill-total", "H-97", Value::Money(total));
    for (kind, input) in [
        (TotalKind::Charge, "bill-usage"),
        (TotalKind::Purchase, "bill-purchases"),
        (TotalKind::Renewal, "bill-renewals"),
        (TotalKind::Refund, "bill-refunds"),
        (TotalKind::Correction, "bill-corrections"),
    ] {
        let of_kind: Vec<_> = totals.iter().filter(|total| total.kind == kind).collect();
        if kind == TotalKind::Charge || !of_kind.is_empty() {
            because = because.resting_on(input, part(account, input, &of_kind)?);
        }
    }
    Ok(Sums { total, why: convert::why(&because, &account.terms.policy) })
}

/// One kind of movement, resource by resource. Charges and corrections are rounded when they move; prices are not.
fn part(account: &Account, formula: &'static str, totals: &[&BillTotal]) -> Result<Derivation, IpcError> {
    let due = Money::sum(totals.iter().map(|total| total.due))?;
    let mut because = Derivation::new(formula, "H-05", Value::Money(due));
    let mut rounding = ChargeAmount::ZERO;
    let mut is_rounded = false;
    for total in totals {
        because = because.with("resource", Value::Name(convert::resource_of(account, total.resource)));
        because = match total.kind {
            TotalKind::Charge | TotalKind::Correction => {
                is_rounded = true;
                let moved = convert::exact(total.due).checked_sub(total.amount)?;
                rounding = rounding.checked_add(moved)?;
                because.with("charge", Value::Charge(total.amount))
            }
            TotalKind::Purchase | TotalKind::Renewal | TotalKind::Refund => {
                because.with("price", Value::Money(total.due))
            }
        };
    }
    Ok(if is_rounded { because.with("rounding", Value::Charge(rounding)) } else { because })
}
