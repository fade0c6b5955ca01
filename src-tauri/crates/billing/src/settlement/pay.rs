//! In which order money pays: balance, then credit; what is left is owed (rulebook 5, H-49, H-61).

use crate::{Account, Money, Refusal};

/// How one amount was paid. The three parts sum to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Payment {
    /// Taken from the balance.
    pub from_balance: Money,
    /// Drawn on credit.
    pub from_credit: Money,
    /// Not covered.
    pub owed: Money,
}

/// Pays what can be paid. Exactly enough leaves nothing owed.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn pay(account: &Account, due: Money) -> Result<Payment, Refusal> {
    let from_balance = due.min(account.balance);
    let rest = due.checked_sub(from_balance)?;
    let credit = account.credit_limit.checked_sub(account.credit_drawn)?.max(Money::ZERO);
    let from_credit = rest.min(credit);
    Ok(Payment { from_balance, from_credit, owed: rest.checked_sub(from_credit)? })
}
