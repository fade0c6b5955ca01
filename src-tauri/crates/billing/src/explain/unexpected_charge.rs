//! Why no package paid for a call that became pay-per-use (H-80, rulebook 8).

use crate::{
    Account, Instant, Package, ProjectId, ProjectName, ResourceId,
    package::{Source, order::numbered},
    policy::ResourceKind,
};

/// One reason why pay-per-use was charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Reason {
    /// No package stood in any relation to the call.
    NoPackage,
    /// A package for the service had ended, and none was in force.
    PackageExpired,
    /// A package for the service had not begun.
    PackageNotStarted,
    /// A package for the service was in force, but empty.
    PackageUsedUp,
    /// A package was bound to another project.
    ProjectMismatch,
    /// A package was for another region.
    RegionMismatch,
    /// A package was for another service.
    ServiceMismatch,
    /// A free package was for another region.
    TrialRegionMismatch,
    /// A package pays at other hours of the day alone.
    OutsideHours,
}

impl Reason {
    /// All, by their stable names.
    pub const ALL: [Self; 9] = [
        Self::NoPackage,
        Self::PackageExpired,
        Self::PackageNotStarted,
        Self::PackageUsedUp,
        Self::ProjectMismatch,
        Self::RegionMismatch,
        Self::ServiceMismatch,
        Self::TrialRegionMismatch,
        Self::OutsideHours,
    ];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoPackage => "no_package",
            Self::PackageExpired => "package_expired",
            Self::PackageNotStarted => "package_not_started",
            Self::PackageUsedUp => "package_used_up",
            Self::ProjectMismatch => "project_mismatch",
            Self::RegionMismatch => "region_mismatch",
            Self::ServiceMismatch => "service_mismatch",
            Self::TrialRegionMismatch => "trial_region_mismatch",
            Self::OutsideHours => "outside_hours",
        }
    }

    /// The rule by which no package paid, where calls are metered, or applications.
    #[must_use]
    pub const fn rule(self, of: &ResourceKind) -> &'static str {
        match (of, self) {
            (ResourceKind::Regions, Self::NoPackage) => "H-80",
            (ResourceKind::Regions, Self::PackageExpired) => "H-29",
            (ResourceKind::Regions, Self::PackageNotStarted) => "H-22",
            (ResourceKind::Regions, Self::PackageUsedUp) => "H-28",
            (ResourceKind::Regions, Self::ProjectMismatch) => "H-42",
            (ResourceKind::Regions, Self::RegionMismatch | Self::TrialRegionMismatch) => "H-26",
            (ResourceKind::Regions, Self::ServiceMismatch) => "H-20",
            (ResourceKind::Regions, Self::OutsideHours) => "H-43",
            (ResourceKind::Applications { .. }, Self::PackageExpired) => "T-20",
            (ResourceKind::Applications { .. }, Self::PackageNotStarted) => "T-13",
            (ResourceKind::Applications { .. }, Self::PackageUsedUp | Self::NoPackage) => "T-19",
            (ResourceKind::Applications { .. }, _) => "T-15",
        }
    }
}

/// A set of reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reasons(u16);

impl Reasons {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// With one more.
    #[must_use]
    pub const fn with(self, reason: Reason) -> Self {
        Self(self.0 | 1 << reason as u8)
    }

    /// Those of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// As the books store it.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// From what the books stored.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// The reasons, by name.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.into_iter().filter(move |reason| self.0 & 1 << *reason as u8 != 0)
    }
}

/// The reasons why a call at `at` was pay-per-use. What was bought after the call is no reason.
#[must_use]
pub fn reasons(account: &Account, resource: ResourceId, project: ProjectId, at: Instant) -> Reasons {
    let project = ProjectName::of(account.project(project));
    let known = |package: &&Package| package.acquired_at <= at && account.may_use(package, project, at);
    let owned = || numbered(account).map(|(_, package)| package).filter(known);
    let matching =
        |package: &&Package| package.resource == resource && account.is_bound_for(package, project);
    let mut found = owned().fold(Reasons::NONE, |found, package| {
        found.union(mismatches(account, package, resource, project, at))
    });
    let in_force = owned().filter(matching).any(|package| package.cycle_at(at).is_some());
    let used_up =
        |package: &Package| package.cycle_at(at).is_some_and(|(_, cycle)| cycle.left_for_its_own_time() == 0);
    if owned().filter(matching).any(used_up) {
        found = found.with(Reason::PackageUsedUp);
    }
    for package in owned().filter(matching) {
        if package.cycles.first().is_some_and(|cycle| at < cycle.starts_at) {
            found = found.with(Reason::PackageNotStarted);
        }
        if !in_force && package.valid_to_as_known_at(at) < at {
            found = found.with(Reason::PackageExpired);
        }
    }
    if found == Reasons::NONE { found.with(Reason::NoPackage) } else { found }
}

/// In what a package with quota left differs from the call.
fn mismatches(
    account: &Account,
    package: &Package,
    resource: ResourceId,
    project: ProjectName<'_>,
    at: Instant,
) -> Reasons {
    let mut found = Reasons::NONE;
    let has_quota = package.cycle_at(at).is_some_and(|(_, cycle)| cycle.left_for_its_own_time() > 0);
    let (Some(own), Some(called)) = (account.resource(package.resource), account.resource(resource)) else {
        return found;
    };
    if !has_quota {
        return found;
    }
    if own.key.service != called.key.service {
        found = found.with(Reason::ServiceMismatch);
    }
    if own.key.region != called.key.region {
        let trial = package.source == Source::Free;
        found = found.with(if trial { Reason::TrialRegionMismatch } else { Reason::RegionMismatch });
    }
    if !account.is_bound_for(package, project) {
        found = found.with(Reason::ProjectMismatch);
    }
    if !account.is_open(package, at) {
        found = found.with(Reason::OutsideHours);
    }
    found
}
