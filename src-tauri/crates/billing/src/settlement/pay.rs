//! In which order money pays: vouchers, balance, then credit; what is left is owed (rulebook 5, H-47 to H-49, H-61).

use crate::{
    Account, Derivation, Derived, Money, Refusal, Value, explain,
    terms::Offer,
    voucher::{
        Occasion, VoucherUse,
        plan::{Due, plan},
    },
};

/// How one amount was paid. The parts sum to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payment {
    /// What vouchers paid, in their order.
    pub vouchers: Vec<VoucherUse>,
    /// Taken from the balance.
    pub from_balance: Money,
    /// Drawn on credit.
    pub from_credit: Money,
    /// Not covered.
    pub owed: Money,
}

impl Payment {
    /// What vouchers paid together.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn from_vouchers(&self) -> Result<Money, Refusal> {
        from_vouchers(&self.vouchers)
    }

    /// Amount due = vouchers + balance + credit + arrears (H-97).
    ///
    /// # Errors
    /// [`Refusal::PaymentMismatch`] when the parts are not the amount.
    pub fn is_of(&self, due: Money) -> Result<(), Refusal> {
        let parts = Money::sum([self.from_vouchers()?, self.from_balance, self.from_credit, self.owed])?;
        if parts == due { Ok(()) } else { Err(Refusal::PaymentMismatch { due, parts }) }
    }
}

/// The sum of what vouchers paid.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn from_vouchers(uses: &[VoucherUse]) -> Result<Money, Refusal> {
    Ok(Money::sum(uses.iter().map(|used| used.amount))?)
}

/// What of money that comes back goes to vouchers: what they paid beyond the `due` that is left, the one that paid last
/// first. Vouchers pay before all other money (H-47, T-37), and what is left of a charge is paid as if it had never been
/// higher: so they get back last, and all of it once nothing is left. One that has ended holds again what it would hold.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn beyond(uses: &[VoucherUse], due: Money, money: Money) -> Result<Vec<VoucherUse>, Refusal> {
    let mut rest = from_vouchers(uses)?.checked_sub(due)?.min(money);
    let mut back = Vec::new();
    for used in uses.iter().rev() {
        let amount = used.amount.min(rest);
        if amount.is_positive() {
            back.push(VoucherUse { amount, ..*used });
            rest = rest.checked_sub(amount)?;
        }
    }
    Ok(back)
}

/// Takes out of what vouchers paid what they got back.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn take_back(uses: &mut Vec<VoucherUse>, back: &[VoucherUse]) -> Result<(), Refusal> {
    for returned in back {
        if let Some(used) = uses.iter_mut().find(|used| used.voucher == returned.voucher) {
            used.amount = used.amount.checked_sub(returned.amount)?;
        }
    }
    uses.retain(|used| used.amount.is_positive());
    Ok(())
}

/// Pays what can be paid. Exactly enough leaves nothing owed.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn pay(account: &Account, due: Money, occasion: Occasion<'_>) -> Result<Payment, Refusal> {
    let vouchers = account.vouchers_for(occasion, due)?;
    let due = due.checked_sub(from_vouchers(&vouchers)?)?;
    let from_balance = due.min(account.balance);
    let rest = due.checked_sub(from_balance)?;
    let credit = account.credit_limit.checked_sub(account.credit_drawn)?.max(Money::ZERO);
    let from_credit = rest.min(credit);
    Ok(Payment { vouchers, from_balance, from_credit, owed: rest.checked_sub(from_credit)? })
}

/// Pays several prices in advance as one payment, all of them or none: vouchers are split over them by their amounts (T-39),
/// and what that leaves is taken price by price from the balance, then from credit (H-24, H-48).
///
/// # Errors
/// [`Refusal::InsufficientBalance`] when vouchers, balance and credit do not cover all of them.
pub fn together(
    account: &Account,
    orders: Vec<(Derived<Money>, Occasion<'_>)>,
) -> Result<Derived<Vec<Payment>>, Refusal> {
    let dues = orders.iter().map(|(price, occasion)| Due { occasion: *occasion, amount: price.value });
    let dues: Vec<_> = dues.collect();
    let total = Money::sum(dues.iter().map(|due| due.amount))?;
    let vouchers = plan(&account.vouchers, &dues, &account.terms.policy.vouchers.prepaid)?;
    let rule = explain::rule(account, "H-48", "T-39");
    let mut because = Derivation::new("joint-payment", rule, Value::Money(total))
        .with("balance", Value::Money(account.balance));
    let credit = account.credit_limit.checked_sub(account.credit_drawn)?.max(Money::ZERO);
    let (mut balance, mut credit, mut short) = (account.balance, credit, Money::ZERO);
    let mut payments = Vec::new();
    for ((price, _), vouchers) in orders.into_iter().zip(vouchers) {
        let rest = price.value.checked_sub(from_vouchers(&vouchers)?)?;
        let from_balance = rest.min(balance);
        let from_credit = rest.checked_sub(from_balance)?.min(credit);
        let owed = rest.checked_sub(from_balance)?.checked_sub(from_credit)?;
        (balance, credit) = (balance.checked_sub(from_balance)?, credit.checked_sub(from_credit)?);
        short = short.checked_add(owed)?;
        let payment = Payment { vouchers, from_balance, from_credit, owed };
        because = because.resting_on("order", paid_so(account, rule, price, &payment));
        payments.push(payment);
    }
    if short.is_positive() {
        return Err(Refusal::InsufficientBalance { price: total, short });
    }
    Ok(Derived { value: payments, because })
}

/// How one order of several was paid.
fn paid_so(account: &Account, rule: &'static str, price: Derived<Money>, payment: &Payment) -> Derivation {
    let because = Derivation::new("order-payment", rule, Value::Money(price.value))
        .resting_on("package-price", price.because);
    let because = payment.vouchers.iter().fold(because, |because, used| {
        let code = account.voucher(used.voucher).map_or_else(String::new, |known| known.terms.code.clone());
        because.with("voucher", Value::Name(code)).with("of-it", Value::Money(used.amount))
    });
    because
        .with("from-balance", Value::Money(payment.from_balance))
        .with("from-credit", Value::Money(payment.from_credit))
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
/// [`Refusal::InsufficientBalance`] when vouchers, balance and credit do not cover it.
pub fn in_advance(
    account: &Account,
    price: Derived<Money>,
    occasion: Occasion<'_>,
) -> Result<Derived<Payment>, Refusal> {
    let value = pay(account, price.value, occasion)?;
    if value.owed.is_positive() {
        return Err(Refusal::InsufficientBalance { price: price.value, short: value.owed });
    }
    let mut because = Derivation::new("advance-payment", "H-24", Value::Money(price.value))
        .resting_on("package-price", price.because)
        .with("balance", Value::Money(account.balance));
    if !value.vouchers.is_empty() {
        because = because.with("from-vouchers", Value::Money(value.from_vouchers()?));
    }
    let because = because
        .with("from-balance", Value::Money(value.from_balance))
        .with("from-credit", Value::Money(value.from_credit));
    Ok(Derived { value, because })
}
