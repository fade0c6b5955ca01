//! What will pay for the next call of each service and region, and what is passed over and why.

use std::collections::BTreeSet;

use billing::{
    Account, Derivation, Derived, Instant, Package, PackageId, ProjectId, ProjectName, ResourceId,
    ResourceKey, UnitPrice, Value,
    explain::Reason,
    lifecycle::Cause,
    package::{
        Source,
        order::{eligible, numbered},
        stage::PackageState,
    },
    policy::{ResourceKind, Uncovered},
};

use super::{applications, packages::state_of, tags};
use crate::{
    convert,
    dto::{
        common::Why,
        packages::{Ladder, PassedOver, Rung},
    },
};

/// The ladders of every service and region that is or was enabled, or has a package: for the default project, and for each
/// project that a package is bound to.
pub(super) fn ladders(account: &Account, now: Instant) -> Vec<Ladder> {
    let mut wanted: BTreeSet<(ResourceId, ProjectId)> = BTreeSet::new();
    for (id, resource) in (0..).map(ResourceId).zip(&account.resources) {
        if !resource.enabled.is_empty() {
            wanted.insert((id, ProjectId(0)));
        }
    }
    for package in
        account.packages.iter().filter(|package| state_of(account, package, now) != PackageState::Released)
    {
        wanted.insert((package.resource, ProjectId(0)));
        wanted.extend(package.project.map(|project| (package.resource, project)));
    }
    let mut ladders: Vec<_> = wanted
        .into_iter()
        .filter_map(|(resource, project)| ladder(account, resource, project, now))
        .collect();
    ladders.sort_by(|a, b| (&a.service, &a.region, &a.project).cmp(&(&b.service, &b.region, &b.project)));
    ladders
}

/// The pay-per-use price of the next call, in the tier this month has come to.
pub(super) fn price_of_next_call(
    account: &Account,
    key: &ResourceKey,
    now: Instant,
) -> Option<Derived<UnitPrice>> {
    let tiers = &account.terms.prices.at(&key.service, &key.region, now)?.tiers;
    let month = account.terms.policy.zone.month(now);
    let counter = account.find_resource(key).map_or(0, |id| account.counted_in(id, month));
    let open = tiers.iter().find(|tier| tier.up_to.is_none_or(|up_to| counter < up_to));
    let tier = open.or_else(|| tiers.last())?;
    let because = Derivation::new("price-of-next-call", "H-16", Value::UnitPrice(tier.unit_price))
        .with("resource", Value::Name(key.to_string()))
        .with("calls-this-month", Value::Calls(counter));
    let because = match tier.up_to {
        Some(up_to) => because.with("tier-up-to", Value::Calls(up_to)),
        None => because,
    };
    Some(Derived { value: tier.unit_price, because })
}

/// Why a package can still pay for so many calls.
fn left_of(account: &Account, id: PackageId, now: Instant) -> Option<Why> {
    let (_, cycle) = account.package(id)?.cycle_at(now)?;
    Some(convert::why(&billing::explain::left(cycle), &account.terms.policy))
}

fn ladder(account: &Account, id: ResourceId, project: ProjectId, now: Instant) -> Option<Ladder> {
    let resource = account.resource(id)?;
    let key = &resource.key;
    let candidates = eligible(account, id, ProjectName::of(account.project(project)), now);
    let mut rungs: Vec<_> = candidates
        .iter()
        .map(|candidate| Rung {
            package_id: Some(candidate.package.0.to_string()),
            sku: Some(convert::sku_of(account, candidate.package)),
            left: Some(candidate.left.to_string()),
            unit_price: None,
            why: left_of(account, candidate.package, now),
        })
        .collect();
    let may_cost = match account.terms.policy.uncovered {
        Uncovered::PayPerUse => true,
        // A package in force is the licence to run, whatever the switch (T-20).
        Uncovered::Suspend => {
            account.overage_counts_at(id, now) && !account.causes(id).contains(&Cause::Expired)
        }
    };
    if may_cost && resource.is_enabled() {
        rungs.extend(price_of_next_call(account, key, now).map(|price| Rung {
            package_id: None,
            sku: None,
            left: None,
            unit_price: Some(convert::unit_price(price.value.value())),
            why: Some(convert::why(&price.because, &account.terms.policy)),
        }));
    }
    let others = numbered(account).filter(|(other, _)| candidates.iter().all(|one| one.package != *other));
    let passed_over = others.filter_map(|(other, package)| {
        Some(PassedOver {
            package_id: other.0.to_string(),
            sku: package.sku.clone(),
            reason: reason(account, package, (id, key), project, now)?.code().to_owned(),
        })
    });
    Some(Ladder {
        service: key.service.clone(),
        region: key.place().to_owned(),
        project: account.project(project).to_owned(),
        enabled: resource.is_enabled(),
        tags: tags::of(account, id),
        application: applications::of(account, id),
        rungs,
        passed_over: passed_over.collect(),
        comparable: matches!(account.terms.policy.resources, ResourceKind::Regions),
    })
}

/// Why a package does not pay here; `None` when nobody would expect it to: it is over for long, empty and for something
/// else, or shares neither service nor region.
fn reason(
    account: &Account,
    package: &Package,
    (id, key): (ResourceId, &ResourceKey),
    project: ProjectId,
    now: Instant,
) -> Option<Reason> {
    let state = state_of(account, package, now);
    if package.resource == id {
        return match state {
            PackageState::Scheduled => Some(Reason::PackageNotStarted),
            PackageState::Exhausted => Some(Reason::PackageUsedUp),
            PackageState::Expired => Some(Reason::PackageExpired),
            PackageState::Active if package.project.is_some_and(|own| own != project) => {
                Some(Reason::ProjectMismatch)
            }
            PackageState::Active if !account.is_open(package, now) => Some(Reason::OutsideHours),
            PackageState::Active | PackageState::Frozen | PackageState::Released | PackageState::Refunded => {
                None
            }
        };
    }
    let own = &account.resource(package.resource)?.key;
    // Nobody expects the package of another application to pay.
    if !own.application.is_empty() {
        return None;
    }
    match (state, own.service == key.service, own.place() == key.place()) {
        (PackageState::Active, true, false) if package.source == Source::Free => {
            Some(Reason::TrialRegionMismatch)
        }
        (PackageState::Active, true, false) => Some(Reason::RegionMismatch),
        (PackageState::Active, false, true) => Some(Reason::ServiceMismatch),
        _ => None,
    }
}
