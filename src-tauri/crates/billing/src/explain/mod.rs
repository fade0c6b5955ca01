//! Why: the derivations people ask for, made by the functions that computed the amounts.

mod unexpected_charge;

pub use unexpected_charge::{Reason, Reasons, reasons};

use crate::{Account, Charge, Derivation, Refusal, Value, rating, settlement};

/// Why a charge has its amount: calls, prices, the cut at 8 decimals, the rounding to cents.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn charge(charge: &Charge) -> Result<Derivation, Refusal> {
    Ok(settlement::rounded(rating::charge_amount(&charge.parts)?)?.because)
}

/// Why the account can spend what it can (rulebook, words).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn spendable_now(account: &Account) -> Result<Derivation, Refusal> {
    let position = account.position()?;
    let mut accrued = Derivation::new("accrued", "H-05", Value::Money(position.accrued));
    for (key, open) in &account.open {
        let name =
            account.resource(key.resource).map_or_else(String::new, |resource| resource.key.to_string());
        accrued = accrued
            .with("resource", Value::Name(name))
            .with("period", Value::Instant(key.period))
            .resting_on("open-charge", open.money()?.because);
    }
    Ok(Derivation::new("spendable-now", "H-61", Value::Money(position.spendable_now))
        .with("balance", Value::Money(account.balance))
        .with("credit-limit", Value::Money(account.credit_limit))
        .with("credit-drawn", Value::Money(account.credit_drawn))
        .with("arrears", Value::Money(position.arrears))
        .resting_on("accrued", accrued))
}
