//! Why a voucher, and all of them together, are worth what they are.

use super::standing::rule;
use crate::{Account, Derivation, Refusal, Value, voucher::Voucher};

/// Why so much can be paid with a voucher: what it was worth, less what it paid; nothing once its one payment is made.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn voucher_left(account: &Account, voucher: &Voucher) -> Result<Derivation, Refusal> {
    let used = voucher.terms.amount.checked_sub(voucher.left)?;
    let spendable = voucher.spendable();
    let because = Derivation::new("voucher-left", rule(account, "H-47", "T-39"), Value::Money(spendable))
        .with("worth", Value::Money(voucher.terms.amount))
        .with("used-up-so-far", Value::Money(used));
    let lost = voucher.left.checked_sub(spendable)?;
    Ok(if lost.is_zero() { because } else { because.with("lost", Value::Money(lost)) })
}

/// What is left on the vouchers that are valid now.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn usable_vouchers(account: &Account) -> Result<Derivation, Refusal> {
    let because = Derivation::new(
        "usable-vouchers",
        rule(account, "H-47", "T-39"),
        Value::Money(account.usable_vouchers()?),
    );
    let valid = account.vouchers.iter().filter(|voucher| voucher.terms.is_valid_at(account.now));
    valid.filter(|voucher| voucher.spendable().is_positive()).try_fold(because, |because, voucher| {
        let name = Value::Name(voucher.terms.code.clone());
        Ok(because.with("voucher", name).resting_on("of-it", voucher_left(account, voucher)?))
    })
}
