//! Which package pays for a call: a total, deterministic order (rulebook 4, H-40…H-46, Z-09).

use crate::{
    Account, Instant, Package, PackageId, ProjectId, ResourceId, package::Source, policy::PackageOrder,
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
/// Project match first, then source, then created, starts, ends, number – ascending; or free first, then the earliest end,
/// as the policy says. A package bound to another project never pays.
#[must_use]
pub fn eligible(account: &Account, resource: ResourceId, project: ProjectId, at: Instant) -> Vec<Candidate> {
    let by_end = account.terms.policy.package.order == PackageOrder::EarliestEnd;
    let mut found: Vec<_> = numbered(account)
        .filter(|(_, package)| {
            package.resource == resource && package.project.is_none_or(|own| own == project)
        })
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

/// Packages with their numbers.
pub fn numbered(account: &Account) -> impl Iterator<Item = (PackageId, &Package)> {
    (0..).map(PackageId).zip(&account.packages)
}
