//! Closing a period: what it costs, what is taken, what stays owed (H-50…H-58, H-61).

pub mod open;
pub mod pay;

use crate::{
    Derivation, Derived, Instant, Money, ProjectId, Refusal, ResourceId, Value,
    money::ChargeAmount,
    rating::{self, PricedCalls},
    settlement::pay::Payment,
    voucher::VoucherUse,
    zone::Month,
};

/// Names the settlement of one period for one resource and project.
///
/// A period that gets usage after it was settled has a further key, with the later settlement instant (H-58).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpenKey {
    /// When it will be settled.
    pub settles_at: Instant,
    /// Start of the settlement period.
    pub period: Instant,
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
}

/// Usage that is metered and rated, but not settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenCharge {
    /// Calls that packages paid for.
    pub from_packages: u64,
    /// Calls that are pay-per-use.
    pub parts: Vec<PricedCalls>,
}

impl OpenCharge {
    /// Pay-per-use calls.
    #[must_use]
    pub fn billed(&self) -> u64 {
        self.parts.iter().map(|part| part.calls).sum()
    }

    /// What settling it now would take (H-05): its accrued money.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
    pub fn money(&self) -> Result<Derived<Money>, Refusal> {
        if self.parts.is_empty() {
            let because = Derivation::new("charge-money", "H-40", Value::Money(Money::ZERO));
            return Ok(Derived { value: Money::ZERO, because });
        }
        rounded(rating::charge_amount(&self.parts)?)
    }

    /// The same money without its derivation, for sums over many.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
    pub fn accrued(&self) -> Result<Money, Refusal> {
        Ok(Money::from_charge(rating::amount_of(&self.parts)?)?)
    }

    /// Takes usage out again that was added before.
    pub fn remove(&mut self, from_packages: u64, parts: &[PricedCalls]) {
        self.from_packages = self.from_packages.saturating_sub(from_packages);
        for part in parts {
            let same = |known: &&mut PricedCalls| {
                known.unit_price == part.unit_price && known.reasons == part.reasons
            };
            if let Some(known) = self.parts.iter_mut().find(same) {
                known.calls = known.calls.saturating_sub(part.calls);
            }
        }
        self.parts.retain(|part| part.calls > 0);
    }

    /// Adds usage; calls that cost the same for the same reasons become one line.
    pub fn add(&mut self, from_packages: u64, parts: &[PricedCalls]) {
        self.from_packages += from_packages;
        for part in parts {
            let same = |known: &&mut PricedCalls| {
                known.unit_price == part.unit_price && known.reasons == part.reasons
            };
            match self.parts.iter_mut().find(same) {
                Some(known) => known.calls += part.calls,
                None => self.parts.push(*part),
            }
        }
    }
}

/// Rounds a charge to the cents that move, half away from zero (H-05).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn rounded(charge: Derived<ChargeAmount>) -> Result<Derived<Money>, Refusal> {
    let value = Money::from_charge(charge.value)?;
    let because =
        Derivation::new("charge-money", "H-05", Value::Money(value)).resting_on("charge", charge.because);
    Ok(Derived { value, because })
}

/// What taking calls out of a charge gives back, before rounding and in cents: the difference of the charge with and
/// without them, so that a charge corrected in parts gives back no cent more than it took.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn correction(
    charged: &OpenCharge,
    taken_out: &[PricedCalls],
) -> Result<(ChargeAmount, Derived<Money>), Refusal> {
    let mut without = charged.clone();
    without.remove(0, taken_out);
    let amount = rating::amount_of(&charged.parts)?.checked_sub(rating::amount_of(&without.parts)?)?;
    let (with, without) = (charged.money()?, without.money()?);
    let value = with.value.checked_sub(without.value)?;
    let because = Derivation::new("correction-money", "H-05", Value::Money(value))
        .resting_on("charge-with", with.because)
        .resting_on("charge-without", without.because);
    Ok((amount, Derived { value, because }))
}

/// A charge by its number in the account, in the order of settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChargeId(pub u64);

/// A settled period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Its number.
    pub id: ChargeId,
    /// What was settled, and when.
    pub key: OpenKey,
    /// Calls that packages paid for.
    pub from_packages: u64,
    /// Calls that were pay-per-use.
    pub parts: Vec<PricedCalls>,
    /// What they cost, 8 decimals.
    pub amount: ChargeAmount,
    /// What that is in cents.
    pub due: Money,
    /// What of it vouchers paid.
    pub vouchers: Vec<VoucherUse>,
    /// What of it was taken from the balance.
    pub from_balance: Money,
    /// What of it was drawn on credit.
    pub from_credit: Money,
    /// What of it became arrears.
    pub owed: Money,
    /// The bill it belongs to (H-92).
    pub bill: Month,
}

impl Charge {
    /// Pay-per-use calls.
    #[must_use]
    pub fn billed(&self) -> u64 {
        self.parts.iter().map(|part| part.calls).sum()
    }

    /// How it was paid.
    #[must_use]
    pub fn payment(&self) -> Payment {
        let vouchers = self.vouchers.clone();
        Payment { vouchers, from_balance: self.from_balance, from_credit: self.from_credit, owed: self.owed }
    }

    /// All calls of the period that were paid for one way or the other.
    #[must_use]
    pub fn quantity(&self) -> u64 {
        self.from_packages + self.billed()
    }
}

/// What of a charge is still owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debt {
    /// The charge.
    pub charge: ChargeId,
    /// Its period; the earliest is paid first.
    pub period: Instant,
    /// When it was settled; among equal periods the earliest is paid first.
    pub settled_at: Instant,
    /// What is owed.
    pub owed: Money,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        UnitPrice,
        explain::{Reason, Reasons},
    };

    fn calls(calls: u64, price: &str, reasons: Reasons) -> PricedCalls {
        PricedCalls { unit_price: UnitPrice::parse(price).unwrap(), calls, reasons }
    }

    #[test]
    fn calls_are_one_line_only_when_price_and_reasons_are_the_same() {
        let (none, region) = (Reasons::NONE, Reasons::NONE.with(Reason::RegionMismatch));
        let mut open = OpenCharge::default();
        open.add(7, &[calls(10, "0.02", none), calls(3, "0.01", none)]);
        open.add(1, &[calls(5, "0.02", none), calls(4, "0.02", region)]);
        let lines = [calls(15, "0.02", none), calls(3, "0.01", none), calls(4, "0.02", region)];
        assert_eq!((open.from_packages, open.parts.as_slice(), open.billed()), (8, lines.as_slice(), 22));

        open.remove(8, &[calls(4, "0.02", region), calls(6, "0.02", none)]);
        let lines = [calls(9, "0.02", none), calls(3, "0.01", none)];
        assert_eq!((open.from_packages, open.parts.as_slice(), open.billed()), (0, lines.as_slice(), 12));
        open.remove(0, &lines);
        assert_eq!(open, OpenCharge::default(), "lines without calls are gone");
    }
}
