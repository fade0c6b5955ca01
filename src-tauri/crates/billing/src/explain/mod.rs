//! Why: the derivations people ask for, made by the functions that computed the amounts.

mod by_reason;
mod holding;
mod standing;
mod unexpected_charge;
mod vouchers;

pub use by_reason::{ByReason, ReasonRow, by_reason};
pub use holding::{Holding, holding, left};
pub(crate) use standing::rule;
pub use standing::{
    accrued, arrears, arrears_since, available_credit, grace_ends_at, resource_causes, resource_state,
    retention_ends_at, stage,
};
pub use unexpected_charge::{Reason, Reasons, reasons};
pub use vouchers::{usable_vouchers, voucher_left};

use crate::{
    Account, Charge, Derivation, OpenCharge, PackageId, Refusal, Value,
    command::PurchaseOrder,
    engine::renew::Renewal,
    rating::{self, PricedCalls},
    settlement::{self, pay},
    voucher::PayMode,
};

/// Why a charge has its amount: calls, prices, the cut at 8 decimals, the rounding to cents.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn charge(charge: &Charge) -> Result<Derivation, Refusal> {
    Ok(settlement::rounded(rating::charge_amount(&charge.parts)?)?.because)
}

/// Why a purchase costs what it does, and what pays it. `account` is the account before.
///
/// # Errors
/// As for the purchase.
pub fn purchase(account: &Account, sku: &str) -> Result<Derivation, Refusal> {
    let offer = account.terms.offer(sku, account.now).ok_or(Refusal::UnknownOffer)?;
    let occasion = account.order_of(offer, PayMode::Purchase);
    Ok(pay::in_advance(account, pay::price_of(offer, 1)?, occasion)?.because)
}

/// Why several packages paid together cost what they do, and what pays each of them: how vouchers are split (T-39).
/// `account` is the account before.
///
/// # Errors
/// As for the purchase.
pub fn purchases(account: &Account, orders: &[PurchaseOrder]) -> Result<Derivation, Refusal> {
    Ok(account.quote_together(orders)?.1.because)
}

/// Why renewing a package costs what it does, and what pays it. `account` is the account before; `align_to` is the day of a
/// month on which it ends.
///
/// # Errors
/// As for the renewal.
pub fn renewal(
    account: &Account,
    package: PackageId,
    terms: u32,
    align_to: Option<u32>,
) -> Result<Derivation, Refusal> {
    let renewal = Renewal { terms, align_to, automatic: false };
    Ok(account.quote(package, renewal)?.payment.because)
}

/// Why taking calls out of a charge gives back what it does: the charge with and without them (H-05).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn correction(charged: &OpenCharge, taken_out: &[PricedCalls]) -> Result<Derivation, Refusal> {
    Ok(settlement::correction(charged, taken_out)?.1.because)
}

/// Why the account can spend what it can (rulebook, words).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn spendable_now(account: &Account) -> Result<Derivation, Refusal> {
    let position = account.position()?;
    Ok(Derivation::new("spendable-now", "H-61", Value::Money(position.spendable_now))
        .with("balance", Value::Money(account.balance))
        .with("credit-limit", Value::Money(account.credit_limit))
        .with("credit-drawn", Value::Money(account.credit_drawn))
        .resting_on("arrears", arrears(account)?)
        .resting_on("accrued", accrued(account)?))
}
