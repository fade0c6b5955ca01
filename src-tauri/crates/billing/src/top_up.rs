//! A top-up pays arrears first, oldest first, then drawn credit, then adds to the balance (H-64, H-65).

use crate::{Account, ChargeId, Derivation, Derived, Money, Refusal, Value};

/// The smallest and the largest top-up (H-63).
pub const LIMITS: (Money, Money) = (Money::from_cents(1), Money::from_cents(100_000_000));

/// Where the money of a top-up goes. The parts sum to the amount.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allocation {
    /// Debts paid, oldest first, and how much of each.
    pub to_debts: Vec<(ChargeId, Money)>,
    /// Pays back credit that was drawn.
    pub to_credit: Money,
    /// Adds to the balance.
    pub to_balance: Money,
}

impl Allocation {
    /// What goes to arrears.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn to_arrears(&self) -> Result<Money, Refusal> {
        Ok(Money::sum(self.to_debts.iter().map(|(_, part)| *part))?)
    }
}

/// Allocates a top-up.
///
/// # Errors
/// [`Refusal::InvalidAmount`] outside 0.01 … 1,000,000.00.
pub fn allocate(account: &Account, amount: Money) -> Result<Derived<Allocation>, Refusal> {
    if amount < LIMITS.0 || LIMITS.1 < amount {
        return Err(Refusal::InvalidAmount { lowest: LIMITS.0, highest: LIMITS.1 });
    }
    let value = split(account, amount)?;
    let because = Derivation::new("top-up-split", "H-64", Value::Money(amount))
        .with("to-arrears", Value::Money(value.to_arrears()?))
        .with("to-credit", Value::Money(value.to_credit))
        .with("to-balance", Value::Money(value.to_balance));
    Ok(Derived { value, because })
}

/// Splits money that comes in: arrears, oldest first, then drawn credit, then the balance. A correction does the same.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn split(account: &Account, amount: Money) -> Result<Allocation, Refusal> {
    let mut rest = amount;
    let mut to_debts = Vec::new();
    for debt in &account.debts {
        let part = rest.min(debt.owed);
        if part.is_positive() {
            to_debts.push((debt.charge, part));
            rest = rest.checked_sub(part)?;
        }
    }
    let to_credit = rest.min(account.credit_drawn);
    let to_balance = rest.checked_sub(to_credit)?;
    Ok(Allocation { to_debts, to_credit, to_balance })
}
