//! The money that had paid, and what of each comes back (T-43, T-44).

use crate::{Derivation, Derived, Money, Refusal, Value, package::PaidOrder, policy::refund::Eats};

/// How an order was paid, or what of it comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paid {
    /// Balance and credit.
    pub cash: Money,
    /// Money that was given, not paid in.
    pub gift: Money,
    /// Vouchers; only what is given back whole returns them.
    pub vouchers: Money,
}

impl Paid {
    /// How an order was paid.
    #[must_use]
    pub const fn by(order: &PaidOrder) -> Self {
        Self { cash: order.price, gift: Money::ZERO, vouchers: Money::ZERO }
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn total(&self) -> Result<Money, Refusal> {
        Ok(Money::sum([self.cash, self.gift, self.vouchers])?)
    }

    /// What a formula can give back: vouchers are lost (H-132, T-43).
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn returnable(&self) -> Result<Money, Refusal> {
        Ok(self.cash.checked_add(self.gift)?)
    }

    pub(super) const fn whole(self, vouchers: bool) -> Self {
        Self { vouchers: if vouchers { self.vouchers } else { Money::ZERO }, ..self }
    }

    pub(super) fn plus(&self, other: &Self) -> Result<Self, Refusal> {
        Ok(Self {
            cash: self.cash.checked_add(other.cash)?,
            gift: self.gift.checked_add(other.gift)?,
            vouchers: self.vouchers.checked_add(other.vouchers)?,
        })
    }
}

/// Paid less consumed less fee, never below zero, back to the money that had paid (H-132, T-44).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn rest(
    paid: &Paid,
    consumed: Derived<Money>,
    fee: Derived<Money>,
    eats: Eats,
) -> Result<Derived<Paid>, Refusal> {
    let returnable = paid.returnable()?;
    let gone = consumed.value.checked_add(fee.value)?;
    let amount = returnable.checked_sub(gone)?.max(Money::ZERO);
    let (cash, gift) = match eats {
        Eats::EachByShare => {
            let shares = shares(amount, &[paid.cash, paid.gift])?;
            (shares.first().copied().unwrap_or_default(), shares.get(1).copied().unwrap_or_default())
        }
        Eats::GiftsFirst => {
            let cash = amount.min(paid.cash);
            (cash, amount.checked_sub(cash)?)
        }
    };
    let value = Paid { cash, gift, vouchers: Money::ZERO };
    let mut because = Derivation::new("refund-rest", "H-132", Value::Money(amount))
        .with("paid", Value::Money(returnable))
        .resting_on("consumed", consumed.because);
    if !fee.value.is_zero() {
        because = because.resting_on("handling-fee", fee.because);
    }
    if paid.gift.is_positive() {
        because = because.with("back-cash", Value::Money(cash)).with("back-gift", Value::Money(gift));
    }
    Ok(Derived { value, because })
}

/// Splits an amount by weights: each share is cut at cents, what that leaves goes to the largest weight, of equal ones the
/// first (T-39).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn shares(amount: Money, weights: &[Money]) -> Result<Vec<Money>, Refusal> {
    let whole = Money::sum(weights.iter().copied())?;
    if !whole.is_positive() {
        return Ok(vec![Money::ZERO; weights.len()]);
    }
    let cut = |weight: &Money| -> Result<Money, Refusal> {
        let share = i128::from(amount.cents()) * i128::from(weight.cents()) / i128::from(whole.cents());
        i64::try_from(share).map(Money::from_cents).map_err(|_| Refusal::TooLarge)
    };
    let mut shares = weights.iter().map(cut).collect::<Result<Vec<_>, _>>()?;
    let left = amount.checked_sub(Money::sum(shares.iter().copied())?)?;
    let largest =
        weights.iter().enumerate().max_by_key(|(index, weight)| (**weight, std::cmp::Reverse(*index)));
    if let Some(share) = largest.and_then(|(index, _)| shares.get_mut(index)) {
        *share = share.checked_add(left)?;
    }
    Ok(shares)
}
