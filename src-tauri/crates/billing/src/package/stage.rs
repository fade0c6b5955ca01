//! What a package is at an instant.

use crate::{Instant, Package, policy::Stages};

/// The state of a package (H-84, Z-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageState {
    /// Paid, but not begun.
    Scheduled,
    /// In force with quota left.
    Active,
    /// In force, used up.
    Exhausted,
    /// Ended; can be renewed (grace period).
    Expired,
    /// Ended longer ago; can still be renewed (retention period).
    Frozen,
    /// Ended for good.
    Released,
    /// Given back.
    Refunded,
}

impl PackageState {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Active => "active",
            Self::Exhausted => "exhausted",
            Self::Expired => "expired",
            Self::Frozen => "frozen",
            Self::Released => "released",
            Self::Refunded => "refunded",
        }
    }
}

/// The state at `now`. After the end, grace lasts whole days to 23:59:59, then retention (H-87); without stages an ended
/// package stays as it is.
#[must_use]
pub fn state_at(package: &Package, stages: Option<Stages>, now: Instant) -> PackageState {
    if package.refunded_at.is_some() {
        return PackageState::Refunded;
    }
    if package.void_since.is_some() {
        return PackageState::Released;
    }
    let valid_to = package.valid_to();
    if let Some(stages) = stages {
        if now > valid_to + stages.grace + stages.retention {
            return PackageState::Released;
        }
        if now > valid_to + stages.grace {
            return PackageState::Frozen;
        }
    }
    if now > valid_to {
        return PackageState::Expired;
    }
    match package.cycle_at(now) {
        None => PackageState::Scheduled,
        Some((_, cycle)) if cycle.left_for_its_own_time() == 0 => PackageState::Exhausted,
        Some(_) => PackageState::Active,
    }
}
