//! Why figures in the list of bills, and in the lines of one, are so.

use std::collections::BTreeMap;

use app::{explain::total_of, ledger::BillMonth};
use billing::{Account, Derivation, Money, ResourceId, Value};

use super::bills::Sum;
use crate::{IpcError, convert, dto::common::Why};

/// What of a bill is still owed.
#[derive(Default)]
pub(super) struct Owed {
    /// In all.
    pub sum: Money,
    parts: BTreeMap<ResourceId, Money>,
}

impl Owed {
    /// Adds a debt.
    pub(super) fn add(&mut self, resource: ResourceId, debt: Money) -> Result<(), IpcError> {
        self.sum = self.sum.checked_add(debt)?;
        let part = self.parts.entry(resource).or_default();
        *part = part.checked_add(debt)?;
        Ok(())
    }
}

/// Why a month amounts to what it does.
pub(super) fn total(account: &Account, month: &BillMonth) -> Result<Why, IpcError> {
    Ok(convert::why(&total_of(month)?, &account.terms.policy))
}

/// Why so much of a month is still owed.
pub(super) fn owed(account: &Account, owed: &Owed) -> Why {
    let because = Derivation::new("bill-owed", "H-61", Value::Money(owed.sum));
    let because = owed.parts.iter().fold(because, |because, (resource, part)| {
        let name = convert::resource_of(account, *resource);
        because.with("resource", Value::Name(name)).with("of-it", Value::Money(*part))
    });
    convert::why(&because, &account.terms.policy)
}

/// Why a line of a bill, or a day of it, moved what it did, with the calls it is for.
pub(super) fn line(account: &Account, kind: &str, sum: &Sum) -> Why {
    let (exact, due) = (sum.amount, sum.due);
    let because = match kind {
        "purchase" => Derivation::new("bill-purchases", "H-24", Value::Money(due)),
        "renewal" => Derivation::new("bill-renewals", "H-24", Value::Money(due)),
        "refund" => Derivation::new("bill-refunds", "T-40", Value::Money(due)),
        "correction" => Derivation::new("bill-corrections", "H-58", Value::Money(due)),
        _ => Derivation::new("bill-usage", "H-05", Value::Money(due)).resting_on("calls", calls(sum)),
    };
    let because = because.with("charge", Value::Charge(exact));
    let because = match convert::exact(due).checked_sub(exact) {
        Ok(rounding) => because.with("rounding", Value::Charge(rounding)),
        Err(_) => because,
    };
    convert::why(&because, &account.terms.policy)
}

/// Who paid for the calls of a line; corrections alone can make them negative.
fn calls(sum: &Sum) -> Derivation {
    let all = sum.from_packages.saturating_add(sum.billed);
    Derivation::new("usage-paid-by", "H-40", Value::Number(all.into()))
        .with("from-packages", Value::Number(sum.from_packages.into()))
        .with("billed", Value::Number(sum.billed.into()))
}
