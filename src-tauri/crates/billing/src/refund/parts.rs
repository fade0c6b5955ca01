//! The money that had paid, and what of each comes back (T-43, T-44).

use crate::{Derivation, Derived, Money, Refusal, Value, policy::refund::Eats, shares::shares};

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
