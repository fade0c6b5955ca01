//! Which package pays for a call: a total, deterministic order (rulebook 4, H-40…H-46, Z-09).

use crate::{Account, Instant, Package, PackageId, ProjectId, ResourceId};

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
/// Project match first, then source, then created, starts, ends, number – ascending. A package bound to another
/// project never pays.
#[must_use]
pub fn eligible(account: &Account, resource: ResourceId, project: ProjectId, at: Instant) -> Vec<Candidate> {
    let mut found: Vec<_> = numbered(account)
        .filter(|(_, package)| {
            package.resource == resource && package.project.is_none_or(|own| own == project)
        })
        .filter_map(|(id, package)| {
            let (index, cycle) = package.cycle_at(at)?;
            let left = cycle.left_for_its_own_time();
            let first_start = package.cycles.first()?.starts_at;
            let key = (
                package.project.is_none(),
                package.source,
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
