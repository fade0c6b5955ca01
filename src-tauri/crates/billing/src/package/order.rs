//! Which package pays for a call: a total, deterministic order (rulebook 4, H-40…H-46, Z-09).

use crate::{
    Account, Instant, Package, PackageId, ProjectName, ResourceId, SwitchedOn, package::Source,
    policy::PackageOrder,
};

/// One package that may pay, and what it can still give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which package.
    pub package: PackageId,
    /// Index of its cycle in force.
    pub cycle: usize,
    /// Calls it can still pay for.
    pub left: u64,
}

/// The packages that may pay for a call at `at`, in the order they do.
///
/// Project match first, then source, then those for certain hours (H-43), then created, starts, ends, number – ascending; or
/// free first, then the earliest end, as the policy says. A package bound to another project never pays, and one that is not shared never for a member account.
#[must_use]
pub fn eligible(
    account: &Account,
    resource: ResourceId,
    project: ProjectName<'_>,
    at: Instant,
) -> Vec<Candidate> {
    let by_end = account.terms.policy.package.order == PackageOrder::EarliestEnd;
    let mut found: Vec<_> = numbered(account)
        .filter(|(_, package)| package.resource == resource && account.may_use(package, project, at))
        .filter(|(_, package)| account.is_bound_for(package, project) && account.is_open(package, at))
        .filter_map(|(id, package)| {
            let (index, cycle) = package.cycle_at(at)?;
            let left = cycle.left_for_its_own_time();
            let first_start = package.cycles.first()?.starts_at;
            let source =
                if by_end && package.source != Source::Free { Source::Purchased } else { package.source };
            let first_end = if by_end { cycle.ends_at } else { Instant::MIN_UTC };
            let key = (
                package.project.is_none(),
                source,
                package.hours.is_none(),
                first_end,
                package.acquired_at,
                first_start,
                cycle.ends_at,
                id,
            );
            (left > 0).then_some((key, Candidate { package: id, cycle: index, left }))
        })
        .collect();
    found.sort_unstable_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

impl Account {
    /// Whether a package is the caller's own, or shared with the member account that called (H-120).
    pub(crate) fn may_use(&self, package: &Package, caller: ProjectName<'_>, at: Instant) -> bool {
        caller.member.is_none() || SwitchedOn::at(&package.shared, at)
    }

    /// Whether a package pays for this project: any, or the one it is bound to (H-42).
    pub(crate) fn is_bound_for(&self, package: &Package, called: ProjectName<'_>) -> bool {
        package.project.is_none_or(|own| self.project(own) == called.project)
    }

    /// Whether a package pays at this hour of the day (H-43).
    #[must_use]
    pub fn is_open(&self, package: &Package, at: Instant) -> bool {
        package.hours.is_none_or(|hours| hours.hold(self.terms.policy.zone, at))
    }
}

/// Packages with their numbers.
pub fn numbered(account: &Account) -> impl Iterator<Item = (PackageId, &Package)> {
    (0..).map(PackageId).zip(&account.packages)
}
