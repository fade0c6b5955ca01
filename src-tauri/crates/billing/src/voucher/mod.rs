//! Vouchers: money that was given, with a validity and limits, and that pays before the balance (H-47, H-48, T-37 to T-39).

pub mod plan;

use crate::{Account, Instant, Money, Refusal};

/// A voucher by its number in the account, in the order they were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoucherId(pub u32);

/// One voucher of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// What the provider gave.
    pub terms: VoucherTerms,
    /// What is left of its amount.
    pub left: Money,
    /// When it was added.
    pub added_at: Instant,
}

/// A voucher as the provider gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherTerms {
    /// What the provider calls it; unique in the account.
    pub code: String,
    /// Whether it comes back when a package is given back.
    pub kind: VoucherKind,
    /// What it is worth.
    pub amount: Money,
    /// First second of its validity.
    pub valid_from: Instant,
    /// Last second of its validity, inclusive (T-39).
    pub valid_to: Instant,
    /// The services it pays for; all of them when empty.
    pub services: Vec<String>,
    /// What it pays for.
    pub pays: Vec<PayMode>,
    /// The least amount due of a payment it takes part in.
    pub minimum: Money,
    /// Whether it pays one payment alone; what that leaves is lost.
    pub single_use: bool,
    /// The most it pays of one payment.
    pub most_per_payment: Option<Money>,
}

/// The kinds of given money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoucherKind {
    /// A voucher: lost when a package is given back, except whole (H-134, H-135, T-39).
    Voucher,
    /// A gift: pays after vouchers, and comes back by its share (T-37, T-43).
    Gift,
}

impl VoucherKind {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Voucher => "voucher",
            Self::Gift => "gift",
        }
    }

    /// The kind of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Voucher, Self::Gift].into_iter().find(|kind| kind.code() == code)
    }
}

/// What money is due for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayMode {
    /// A new package.
    Purchase,
    /// Further cycles of a package.
    Renewal,
    /// Pay-per-use.
    Usage,
}

impl PayMode {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Purchase, Self::Renewal, Self::Usage];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Purchase => "purchase",
            Self::Renewal => "renewal",
            Self::Usage => "usage",
        }
    }

    /// The mode of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

/// What one voucher paid of a payment, or got back of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoucherUse {
    /// Which.
    pub voucher: VoucherId,
    /// How much.
    pub amount: Money,
}

/// What is paid for, and when: usage lies in its period, an order at its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// What money is due for.
    pub mode: PayMode,
    /// The service.
    pub service: &'a str,
    /// First second that must lie in the validity …
    pub from: Instant,
    /// … and the last one.
    pub to: Instant,
}

impl VoucherTerms {
    /// Whether it may pay for something, whatever is left of it.
    #[must_use]
    pub fn is_for(&self, occasion: &Occasion<'_>) -> bool {
        self.pays.contains(&occasion.mode)
            && (self.services.is_empty() || self.services.iter().any(|service| service == occasion.service))
            && self.valid_from <= occasion.from
            && occasion.to <= self.valid_to
    }

    /// Whether its validity holds an instant.
    #[must_use]
    pub fn is_valid_at(&self, at: Instant) -> bool {
        self.valid_from <= at && at <= self.valid_to
    }

    /// Whether it pays only for some of what there is to pay.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        !self.services.is_empty() || self.pays.len() < PayMode::ALL.len() || self.minimum.is_positive()
    }
}

/// How a voucher stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoucherState {
    /// It pays.
    Usable,
    /// Its validity has not begun.
    NotBegun,
    /// Nothing is left that it could pay.
    UsedUp,
    /// Its validity is over; what was left is lost.
    Ended,
}

impl VoucherState {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::NotBegun => "not_begun",
            Self::UsedUp => "used_up",
            Self::Ended => "ended",
        }
    }
}

impl Voucher {
    /// How it stands at an instant.
    #[must_use]
    pub fn state_at(&self, at: Instant) -> VoucherState {
        if !self.spendable().is_positive() {
            VoucherState::UsedUp
        } else if at < self.terms.valid_from {
            VoucherState::NotBegun
        } else if self.terms.valid_to < at {
            VoucherState::Ended
        } else {
            VoucherState::Usable
        }
    }

    /// What it can still pay: a voucher for one payment nothing once it has paid.
    #[must_use]
    pub fn spendable(&self) -> Money {
        if self.terms.single_use && self.left < self.terms.amount { Money::ZERO } else { self.left }
    }
}

impl Account {
    /// What is left on vouchers that are valid at the account's instant (Z-07).
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn usable_vouchers(&self) -> Result<Money, Refusal> {
        let valid = self.vouchers.iter().filter(|voucher| voucher.terms.is_valid_at(self.now));
        Ok(Money::sum(valid.map(Voucher::spendable))?)
    }

    /// A voucher by number.
    #[must_use]
    pub fn voucher(&self, id: VoucherId) -> Option<&Voucher> {
        self.vouchers.get(id.0 as usize)
    }

    /// What the balance alert watches: available credit and the vouchers that are valid now (H-66, Z-07).
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn alert_value(&self) -> Result<Money, Refusal> {
        Ok(self.available_credit()?.checked_add(self.usable_vouchers()?)?)
    }
}
