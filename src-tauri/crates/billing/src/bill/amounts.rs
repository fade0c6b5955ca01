//! The money of a line, and the identities that hold on every one (H-97).

use std::fmt;

use crate::{ChargeAmount, Money, money::Overflow, settlement::pay::Payment, voucher::VoucherUse};

/// The money of one line. What comes back to the customer is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// At list prices, 8 decimals.
    pub list: ChargeAmount,
    /// What is taken off the list amount.
    pub discount: ChargeAmount,
    /// Amount due, 8 decimals: list amount less discount.
    pub due: ChargeAmount,
    /// What of that moved, or is owed: cents.
    pub moved: Money,
    /// Paid with vouchers.
    pub from_voucher: Money,
    /// Paid from the balance.
    pub from_balance: Money,
    /// Drawn on credit.
    pub from_credit: Money,
    /// What could not be paid when it was due.
    pub arrears: Money,
    /// What of the arrears is still owed.
    pub now_owed: Money,
}

/// What one line was paid with. What comes back to the customer is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaidBy {
    /// Vouchers.
    pub vouchers: Money,
    /// The balance.
    pub balance: Money,
    /// Credit.
    pub credit: Money,
    /// Nothing: arrears.
    pub owed: Money,
}

impl PaidBy {
    /// The sums of a payment.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range of cents.
    pub fn of(payment: &Payment) -> Result<Self, Overflow> {
        Ok(Self {
            vouchers: sum(&payment.vouchers)?,
            balance: payment.from_balance,
            credit: payment.from_credit,
            owed: payment.owed,
        })
    }

    /// What was paid together, arrears included.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range of cents.
    pub fn sum(&self) -> Result<Money, Overflow> {
        Money::sum([self.vouchers, self.balance, self.credit, self.owed])
    }
}

/// What vouchers paid together.
pub(super) fn sum(uses: &[VoucherUse]) -> Result<Money, Overflow> {
    Money::sum(uses.iter().map(|used| used.amount))
}

/// What holds between the amounts of a line (H-97).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Amount due = list amount − discount.
    ListLessDiscount,
    /// Amount moved = voucher + balance + credit + arrears.
    Parts,
    /// What moved differs from the amount due by less than a cent.
    Rounding,
    /// What is still owed is a part of the arrears.
    NowOwed,
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ListLessDiscount => "amount due = list amount − discount",
            Self::Parts => "amount moved = voucher + balance + credit + arrears",
            Self::Rounding => "the amount moved is the amount due, to the cent",
            Self::NowOwed => "what is still owed is part of the arrears",
        })
    }
}

/// Why there is no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// A figure left the range that can be kept exactly.
    #[error(transparent)]
    TooLarge(#[from] Overflow),
    /// An identity of H-97 does not hold.
    #[error("a bill line contradicts `{0}` (H-97)")]
    Unbalanced(Identity),
}

impl Amounts {
    /// What was actually paid or is to be paid in money: the amount moved less vouchers (H-97).
    ///
    /// # Errors
    /// [`Overflow`] beyond the range of cents.
    pub fn payable(&self) -> Result<Money, Overflow> {
        self.moved.checked_sub(self.from_voucher)
    }

    /// An amount without a discount, and how it was paid.
    #[must_use]
    pub fn paid(due: ChargeAmount, moved: Money, by: PaidBy, now_owed: Money) -> Self {
        Self {
            list: due,
            due,
            moved,
            from_voucher: by.vouchers,
            from_balance: by.balance,
            from_credit: by.credit,
            arrears: by.owed,
            now_owed,
            ..Self::default()
        }
    }

    /// Checks every identity.
    ///
    /// # Errors
    /// [`LineError::Unbalanced`] with the first that does not hold.
    pub fn check(&self) -> Result<(), LineError> {
        if self.list.checked_sub(self.discount)? != self.due {
            return Err(LineError::Unbalanced(Identity::ListLessDiscount));
        }
        let parts = [self.from_voucher, self.from_balance, self.from_credit, self.arrears];
        if Money::sum(parts)? != self.moved {
            return Err(LineError::Unbalanced(Identity::Parts));
        }
        let rounding = ChargeAmount::from_money(self.moved).checked_sub(self.due)?;
        let cent = ChargeAmount::from_money(Money::from_cents(1));
        if rounding >= cent || rounding <= ChargeAmount::ZERO.checked_sub(cent)? {
            return Err(LineError::Unbalanced(Identity::Rounding));
        }
        let owed_of_none = self.now_owed.is_zero() || self.arrears.is_positive();
        if self.now_owed < Money::ZERO || !owed_of_none || self.now_owed > self.arrears.max(Money::ZERO) {
            return Err(LineError::Unbalanced(Identity::NowOwed));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    /// 0.06 for 37 minutes at 0.0015: 0.05 paid, 0.01 in arrears.
    fn sound() -> Amounts {
        let due = ChargeAmount::from_units(5_550_000);
        let by = PaidBy { balance: money("0.05"), owed: money("0.01"), ..PaidBy::default() };
        Amounts::paid(due, money("0.06"), by, money("0.01"))
    }

    #[test]
    fn each_identity_is_checked() {
        assert_eq!(sound().check(), Ok(()));
        let broken = |change: &dyn Fn(&mut Amounts)| {
            let mut amounts = sound();
            change(&mut amounts);
            amounts.check().unwrap_err()
        };
        let unbalanced = LineError::Unbalanced;
        let discount = ChargeAmount::from_units(1);
        assert_eq!(broken(&|line| line.discount = discount), unbalanced(Identity::ListLessDiscount));
        assert_eq!(broken(&|line| line.from_voucher = money("0.01")), unbalanced(Identity::Parts));
        let (list, due) = (ChargeAmount::from_units(5_000_000), ChargeAmount::from_units(5_000_000));
        assert_eq!(broken(&|line| (line.list, line.due) = (list, due)), unbalanced(Identity::Rounding));
        assert_eq!(broken(&|line| line.now_owed = money("0.02")), unbalanced(Identity::NowOwed));
        assert_eq!(broken(&|line| line.now_owed = money("-0.01")), unbalanced(Identity::NowOwed));
    }

    #[test]
    fn what_is_payable_leaves_vouchers_out() {
        let amounts = Amounts { from_voucher: money("0.02"), from_balance: money("0.03"), ..sound() };
        assert_eq!(amounts.check(), Ok(()));
        assert_eq!(amounts.payable(), Ok(money("0.04")));
    }
}
