//! Package alerts: once per crossing of a share of the quota (H-70, rulebook 7).

use crate::package::Cycle;

/// Tell when a package has at most this share of its quota left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageAlert {
    /// 0 to 100.
    pub percent: u32,
}

impl PackageAlert {
    /// Whether at most the set share of the quota is left.
    #[must_use]
    pub fn is_low(self, cycle: &Cycle) -> bool {
        u128::from(cycle.remaining()) * 100 <= u128::from(cycle.quota) * u128::from(self.percent)
    }
}

/// What a message to the customer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeKind {
    /// A package has at most the set share left.
    PackageLow,
    /// A package has nothing left.
    PackageExhausted,
    /// A package ends soon and nothing follows.
    PackageExpiring,
    /// A package ended and nothing followed.
    PackageExpired,
    /// A settlement could not be paid in full.
    Arrears,
    /// Arrears are paid.
    Recovered,
}

impl NoticeKind {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PackageLow => "package_low",
            Self::PackageExhausted => "package_exhausted",
            Self::PackageExpiring => "package_expiring",
            Self::PackageExpired => "package_expired",
            Self::Arrears => "arrears",
            Self::Recovered => "recovered",
        }
    }
}

/// The notice that a deduction calls for: at 0 remaining always, at the set share when one is set. A jump over both
/// sends the worse one only.
#[must_use]
pub fn after_deduction(cycle: &Cycle, alert: Option<PackageAlert>) -> Option<NoticeKind> {
    if cycle.remaining() == 0 {
        return (!cycle.exhausted_sent).then_some(NoticeKind::PackageExhausted);
    }
    let low = alert.is_some_and(|alert| alert.is_low(cycle));
    (low && !cycle.low_sent).then_some(NoticeKind::PackageLow)
}
