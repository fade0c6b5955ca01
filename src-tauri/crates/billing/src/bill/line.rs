//! One movement as a bill shows it, with the fields of H-96 and T-61.

use std::fmt;

use super::{Amounts, LineError};
use crate::{
    ChargeAmount, ChargeId, Derivation, Instant, Money, PackageId, ProjectId, ResourceId, Value,
    policy::{Policy, UsageUnit},
    rating::PricedCalls,
    zone::Month,
};

/// What kind of movement a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// Pay-per-use of one settlement period.
    Usage,
    /// Pay-per-use that came after its period was settled (H-58, T-22).
    Supplementary,
    /// A package bought or granted.
    Purchase,
    /// A package renewed by the customer.
    Renewal,
    /// A package that renewed itself.
    AutoRenewal,
    /// A package given back.
    Refund,
    /// Money given back for charges of an undone import.
    Correction,
    /// What moved at cents less what the lines amount to (T-23).
    Rounding,
}

impl LineKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Usage,
        Self::Supplementary,
        Self::Purchase,
        Self::Renewal,
        Self::AutoRenewal,
        Self::Refund,
        Self::Correction,
        Self::Rounding,
    ];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Supplementary => "supplementary",
            Self::Purchase => "purchase",
            Self::Renewal => "renewal",
            Self::AutoRenewal => "auto-renewal",
            Self::Refund => "refund",
            Self::Correction => "correction",
            Self::Rounding => "rounding",
        }
    }

    /// The kind of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is paid before it is used (H-96: billing mode).
    #[must_use]
    pub const fn is_prepaid(self) -> bool {
        matches!(self, Self::Purchase | Self::Renewal | Self::AutoRenewal | Self::Refund)
    }

    /// What the provider calls it (H-98, T-62).
    #[must_use]
    pub fn transaction_type(self, policy: &Policy) -> Option<&str> {
        policy.bill.transaction_types.get(&self).map(String::as_str)
    }
}

/// What moved the money of a line, by its number in the account: the line's transaction id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A settlement.
    Charge(ChargeId),
    /// A purchase or renewal.
    Order(u64),
    /// A package given back.
    Refund(u64),
    /// A correction.
    Correction(u64),
    /// Nothing: it rounds a month.
    Rounding,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Charge(id) => write!(f, "charge-{}", id.0),
            Self::Order(number) => write!(f, "order-{number}"),
            Self::Refund(number) => write!(f, "refund-{number}"),
            Self::Correction(number) => write!(f, "correction-{number}"),
            Self::Rounding => f.write_str("rounding"),
        }
    }
}

/// One line of a bill. What only names things – account, service, region, project – is the account's, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What moved the money.
    pub origin: Origin,
    /// What kind of movement it is.
    pub kind: LineKind,
    /// The billing cycle.
    pub bill: Month,
    /// What was used, or what the package is for; absent when it rounds a whole bill.
    pub resource: Option<ResourceId>,
    /// For whom; of a package the only project it pays for.
    pub project: Option<ProjectId>,
    /// The package, of prepaid lines.
    pub package: Option<PackageId>,
    /// Expenditure time: first and last second of the usage; of a package, when it was paid or given back (H-92).
    pub spent: (Instant, Instant),
    /// First and last second that an order pays for.
    pub valid: Option<(Instant, Instant)>,
    /// Transaction time: when the money moved.
    pub moved_at: Instant,
    /// Units used, or cycles paid; negative when they are taken back.
    pub quantity: i64,
    /// Of the units those that packages paid for.
    pub from_packages: i64,
    /// Units with their prices: those that are pay-per-use, or that are no longer charged.
    pub parts: Vec<PricedCalls>,
    /// The money.
    pub amounts: Amounts,
}

impl Line {
    /// The unit of [`Self::quantity`].
    #[must_use]
    pub const fn unit(&self, policy: &Policy) -> &'static str {
        match (self.kind, policy.unit) {
            (LineKind::Rounding, _) => "",
            (LineKind::Usage | LineKind::Supplementary | LineKind::Correction, UsageUnit::Call) => "call",
            (
                LineKind::Usage | LineKind::Supplementary | LineKind::Correction,
                UsageUnit::AttendanceSecond,
            ) => "minute",
            _ => "cycle",
        }
    }

    /// The line that carries what moved less what the lines amount to, so that lines sum to the money moved (T-23); none
    /// when that is nothing. `due` and `moved` are the sums of the lines of `bill`.
    ///
    /// # Errors
    /// [`LineError::TooLarge`] beyond the range that can be kept exactly.
    pub fn rounding(
        policy: &Policy,
        bill: Month,
        resource: Option<ResourceId>,
        due: ChargeAmount,
        moved: Money,
    ) -> Result<Option<Self>, LineError> {
        let due = ChargeAmount::from_money(moved).checked_sub(due)?;
        if due == ChargeAmount::ZERO {
            return Ok(None);
        }
        let first = policy.zone.month_start(bill);
        let last = policy.zone.month_start(bill.next()) - chrono::TimeDelta::seconds(1);
        Ok(Some(Self {
            origin: Origin::Rounding,
            kind: LineKind::Rounding,
            bill,
            resource,
            project: None,
            package: None,
            spent: (first, last),
            valid: None,
            moved_at: last,
            quantity: 0,
            from_packages: 0,
            parts: Vec::new(),
            amounts: Amounts { list: due, due, ..Amounts::default() },
        }))
    }

    /// Why so much moved: how the amount due was paid, and what makes it (H-97, H-04).
    #[must_use]
    pub fn because(&self) -> Derivation {
        let amounts = &self.amounts;
        if self.kind == LineKind::Rounding {
            return Derivation::new("line-rounding", "H-06", Value::Charge(amounts.due));
        }
        let mut due = Derivation::new("line-due", "H-97", Value::Charge(amounts.due));
        for part in &self.parts {
            due = due
                .with("calls", Value::Calls(part.calls))
                .with("unit-price", Value::UnitPrice(part.unit_price));
        }
        due = due
            .with("list-amount", Value::Charge(amounts.list))
            .with("taken-off", Value::Charge(amounts.discount));
        let mut moved =
            Derivation::new("line-moved", "H-97", Value::Money(amounts.moved)).resting_on("amount-due", due);
        let parts = [
            ("from-vouchers", amounts.from_voucher),
            ("from-balance", amounts.from_balance),
            ("from-credit", amounts.from_credit),
            ("unpaid", amounts.arrears),
            ("still-owed", amounts.now_owed),
        ];
        for (name, part) in parts {
            if !part.is_zero() {
                moved = moved.with(name, Value::Money(part));
            }
        }
        moved
    }
}
