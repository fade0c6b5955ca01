//! What ending a class by hand comes to.

use billing::{Derivation, Derived, Money, Refusal, Value, event::What, explain};

use crate::action::Plan;

/// Minutes of a class, and what pays for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// Paid by packages.
    pub from_packages: u64,
    /// Charged.
    pub overage: u64,
    /// Nothing may pay for them; they cost nothing.
    pub uncovered: u64,
}

impl Minutes {
    /// Those that a plan meters.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut sum = Self::default();
        for event in &plan.events {
            if let What::Metered(metered) = &event.what {
                sum.from_packages += metered.from_packages;
                sum.overage += metered.parts.iter().map(|part| part.calls).sum::<u64>();
                sum.uncovered += metered.uncovered;
            }
        }
        sum
    }

    /// All of them.
    #[must_use]
    pub const fn all(self) -> u64 {
        self.from_packages + self.overage + self.uncovered
    }

    /// Why these: seconds are summed over the day, and rounded there (T-07).
    #[must_use]
    pub fn because(self, seconds: u64) -> Derivation {
        Derivation::new("usage-calls", "T-07", Value::Calls(self.all()))
            .with("seconds-attended", Value::Number(seconds.into()))
            .with("from-packages", Value::Calls(self.from_packages))
            .with("billed", Value::Calls(self.overage))
            .with("uncovered", Value::Calls(self.uncovered))
    }
}

/// What a class adds to what accrues.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn cost(plan: &Plan) -> Result<Derived<Money>, Refusal> {
    let accrued = |account: &billing::Account| Ok::<_, Refusal>(account.position()?.accrued);
    let value = accrued(&plan.after)?.checked_sub(accrued(&plan.before)?)?;
    let because = Derivation::new("class-cost", "H-05", Value::Money(value))
        .resting_on("accrued-after", explain::accrued(&plan.after)?)
        .resting_on("accrued-before", explain::accrued(&plan.before)?);
    Ok(Derived { value, because })
}
