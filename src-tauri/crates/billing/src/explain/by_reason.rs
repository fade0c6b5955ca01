//! Pay-per-use by the reasons for it, with calls and money for each.

use std::collections::BTreeMap;

use crate::{
    ChargeAmount, Derivation, Money, Refusal, UnitPrice, explain::Reasons, rating, rating::PricedCalls,
};

/// Calls that were pay-per-use for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonRow {
    /// All of them.
    pub reasons: Reasons,
    /// Calls.
    pub calls: u64,
    /// The calls by their price, cheapest first.
    pub parts: Vec<PricedCalls>,
    /// What they cost, cut at 8 decimals.
    pub amount: ChargeAmount,
}

impl ReasonRow {
    /// Why the calls cost what they did: calls × price per call (H-04).
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
    pub fn because(&self) -> Result<Derivation, Refusal> {
        Ok(rating::charge_amount(&self.parts)?.because)
    }
}

/// Charges told apart by their reasons. A call with several reasons is counted once, in the row of all of them together,
/// so that `rows` + `rounding` = `total`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByReason {
    /// Most money first, then most calls, then by reasons.
    pub rows: Vec<ReasonRow>,
    /// What rounding each charge to cents adds or takes (H-05, T-23).
    pub rounding: ChargeAmount,
    /// What the charges came to.
    pub total: Money,
}

/// Tells charges apart by their reasons: each as its pay-per-use calls and the money it came to. `taken_out` are those that
/// corrections gave back.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn by_reason<'a>(
    charges: impl IntoIterator<Item = (&'a [PricedCalls], Money)>,
    taken_out: impl IntoIterator<Item = (&'a [PricedCalls], Money)>,
) -> Result<ByReason, Refusal> {
    let mut sums: BTreeMap<(Reasons, UnitPrice), u64> = BTreeMap::new();
    let mut total = Money::ZERO;
    for (parts, money) in charges {
        total = total.checked_add(money)?;
        for part in parts {
            let calls = sums.entry((part.reasons, part.unit_price)).or_default();
            *calls = calls.checked_add(part.calls).ok_or(Refusal::TooLarge)?;
        }
    }
    for (parts, money) in taken_out {
        total = total.checked_sub(money)?;
        for part in parts {
            let calls = sums.entry((part.reasons, part.unit_price)).or_default();
            *calls = calls.saturating_sub(part.calls);
        }
    }
    let mut by_reasons: BTreeMap<Reasons, Vec<PricedCalls>> = BTreeMap::new();
    for ((reasons, unit_price), calls) in sums.into_iter().filter(|(_, calls)| *calls > 0) {
        by_reasons.entry(reasons).or_default().push(PricedCalls { unit_price, calls, reasons });
    }
    let mut rounding = ChargeAmount::from_money(total);
    let mut rows = Vec::with_capacity(by_reasons.len());
    for (reasons, parts) in by_reasons {
        let amount = rating::amount_of(&parts)?;
        let calls = parts.iter().fold(0_u64, |sum, part| sum.saturating_add(part.calls));
        rounding = rounding.checked_sub(amount)?;
        rows.push(ReasonRow { reasons, calls, parts, amount });
    }
    rows.sort_by(|a, b| b.amount.cmp(&a.amount).then(b.calls.cmp(&a.calls)).then(a.reasons.cmp(&b.reasons)));
    Ok(ByReason { rows, rounding, total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{UnitPrice, explain::Reason};

    fn calls(calls: u64, price: &str, reasons: Reasons) -> PricedCalls {
        PricedCalls { unit_price: UnitPrice::parse(price).unwrap(), calls, reasons }
    }

    #[test]
    fn a_call_with_two_reasons_is_counted_once_and_the_rows_sum_to_the_charges() {
        let region = Reasons::NONE.with(Reason::RegionMismatch);
        let both = region.with(Reason::PackageUsedUp);
        // 3 × 0.005 = 0.015 is charged as 0.02; 7 × 0.01 and 2 × 0.005 are 0.08.
        let (first, second) =
            ([calls(3, "0.005", region)], [calls(7, "0.01", both), calls(2, "0.005", region)]);
        let charges = [(first.as_slice(), Money::from_cents(2)), (second.as_slice(), Money::from_cents(8))];
        let told = by_reason(charges, []).unwrap();
        let rows: Vec<_> =
            told.rows.iter().map(|row| (row.reasons, row.calls, row.amount.to_string())).collect();
        assert_eq!(rows, [(both, 7, "0.07000000".to_owned()), (region, 5, "0.02500000".to_owned())]);
        assert_eq!((told.rounding.to_string(), told.total), ("0.00500000".to_owned(), Money::from_cents(10)));
        let without_first = by_reason(charges, [(first.as_slice(), Money::from_cents(2))]).unwrap();
        assert_eq!(without_first.rows[1].calls, 2);
        assert_eq!(
            (without_first.rounding.to_string(), without_first.total),
            ("0.00000000".to_owned(), Money::from_cents(8))
        );
        let none_left = by_reason([charges[0]], [(first.as_slice(), Money::from_cents(2))]).unwrap();
        assert_eq!(
            (none_left.rows, none_left.total),
            (Vec::new(), Money::ZERO),
            "a row without calls is none"
        );
        assert_eq!(by_reason([], []).unwrap().rows, []);
    }

    #[test]
    fn calls_of_one_reason_are_told_apart_by_their_price() {
        let used_up = Reasons::NONE.with(Reason::PackageUsedUp);
        // A tier began: 4 × 0.02 + 6 × 0.015 = 0.17, then 2 × 0.02 were undone.
        let charged = [calls(4, "0.02", used_up), calls(6, "0.015", used_up)];
        let undone = [calls(2, "0.02", used_up)];
        let told = by_reason(
            [(charged.as_slice(), Money::from_cents(17))],
            [(undone.as_slice(), Money::from_cents(4))],
        )
        .unwrap();
        let row = &told.rows[0];
        assert_eq!((row.calls, row.amount.to_string()), (8, "0.13000000".to_owned()));
        assert_eq!(row.parts, [calls(6, "0.015", used_up), calls(2, "0.02", used_up)]);
        assert_eq!(row.because().unwrap().result, crate::Value::Charge(row.amount));
    }
}
