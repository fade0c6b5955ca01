//! In which order money pays: balance, then credit; what is left is owed (rulebook 5, H-49, H-61).

use crate::{Account, Derivation, Derived, Money, Refusal, Value, terms::Offer};

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

/// What `terms` terms of an offer cost: the price in force when the order is made (H-18).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn price_of(offer: &Offer, terms: u32) -> Result<Derived<Money>, Refusal> {
    let value = offer.price.checked_mul(terms)?;
    let because = Derivation::new("package-price", "H-18", Value::Money(value))
        .with("offer", Value::Name(offer.sku.clone()))
        .with("offer-price", Value::Money(offer.price))
        .with("terms", Value::Number(terms.into()));
    Ok(Derived { value, because })
}

/// Pays a price in advance, whole or not at all: purchases and renewals never make arrears (H-24).
///
/// # Errors
/// [`Refusal::InsufficientBalance`] when balance and credit do not cover it.
pub fn in_advance(account: &Account, price: Derived<Money>) -> Result<Derived<Payment>, Refusal> {
    let value = pay(account, price.value)?;
    if value.owed.is_positive() {
        return Err(Refusal::InsufficientBalance { price: price.value, short: value.owed });
    }
    let because = Derivation::new("advance-payment", "H-24", Value::Money(price.value))
        .resting_on("package-price", price.because)
        .with("balance", Value::Money(account.balance))
        .with("from-balance", Value::Money(value.from_balance))
        .with("from-credit", Value::Money(value.from_credit));
    Ok(Derived { value, because })
}
