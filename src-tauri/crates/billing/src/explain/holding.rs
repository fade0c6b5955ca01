//! Why a package has the figures it has.

use crate::{
    Account, Cycle, Derivation, Instant, Package, Value, package::stage::state_at, policy::ResourceKind,
};

/// A figure of a package, as paths name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Calls left in the cycle in force.
    Remaining,
    /// Calls used in it.
    Used,
    /// What the package is now.
    State,
    /// First second of the cycle in force.
    StartsAt,
    /// Its last.
    EndsAt,
    /// Cycles that have begun.
    Cycles,
    /// Last second that is paid for.
    ValidTo,
    /// First second of the next paid cycle.
    NextStartsAt,
    /// Its last.
    NextEndsAt,
    /// Its quota.
    NextQuota,
}

/// Why so much of a cycle is left.
#[must_use]
pub fn left(cycle: &Cycle) -> Derivation {
    Derivation::new("package-left", "H-40", Value::Calls(cycle.remaining()))
        .with("quota", Value::Calls(cycle.quota))
        .with("used", Value::Calls(cycle.used))
        .with("lapsed", Value::Calls(cycle.lapsed))
}

/// Why a figure of a package is so. Figures are those of the cycle in force; after the end, of the last one.
#[must_use]
pub fn holding(account: &Account, package: &Package, figure: Holding) -> Derivation {
    let now = account.now;
    let of_calls = account.terms.policy.resources == ResourceKind::Regions;
    let (validity, renewal) = if of_calls { ("H-22", "H-111") } else { ("T-13", "T-48") };
    let none = || Value::Name("none".to_owned());
    let instant = |at: Option<Instant>| at.map_or_else(none, Value::Instant);
    let cycle = package.shown_cycle(now);
    let next = package.next_cycle(now);
    let named = |because: Derivation| because.with("package", Value::Name(package.sku.clone()));
    match figure {
        Holding::Remaining => {
            named(cycle.map_or_else(|| Derivation::new("package-left", "H-40", none()), left))
        }
        Holding::Used => {
            let used = cycle.map_or(0, |cycle| cycle.used);
            named(Derivation::new("package-used", "H-40", Value::Calls(used)))
        }
        Holding::State => state(account, package, validity),
        Holding::StartsAt => named(
            Derivation::new("package-starts", validity, instant(cycle.map(|cycle| cycle.starts_at)))
                .with("bought", Value::Instant(package.acquired_at)),
        ),
        Holding::EndsAt => ends(validity, package, cycle),
        Holding::Cycles => {
            let begun = package.cycles.iter().filter(|cycle| cycle.begun);
            let because =
                Derivation::new("package-cycles", renewal, Value::Number(begun.clone().count().into()));
            named(
                begun.fold(because, |because, cycle| because.with("begun", Value::Instant(cycle.starts_at))),
            )
        }
        Holding::ValidTo => {
            let because = Derivation::new("package-valid-to", renewal, Value::Instant(package.valid_to()));
            let paid = package.cycles.iter();
            named(paid.fold(because, |because, cycle| {
                because.with("paid-cycle-ends", Value::Instant(cycle.ends_at))
            }))
        }
        Holding::NextStartsAt => {
            next_cycle(renewal, package, instant(next.map(|cycle| cycle.starts_at)), next)
        }
        Holding::NextEndsAt => ends(validity, package, next),
        Holding::NextQuota => {
            next_cycle(renewal, package, next.map_or_else(none, |cycle| Value::Calls(cycle.quota)), next)
        }
    }
}

/// Why a cycle ends when it does: the anchor day, one term later, to the last second.
fn ends(rule: &'static str, package: &Package, cycle: Option<&Cycle>) -> Derivation {
    let none = || Value::Name("none".to_owned());
    let because =
        Derivation::new("package-ends", rule, cycle.map_or_else(none, |cycle| Value::Instant(cycle.ends_at)))
            .with("package", Value::Name(package.sku.clone()));
    let Some(cycle) = cycle else { return because };
    because
        .with("pays-from", Value::Instant(cycle.starts_at))
        .with("anchor-day", Value::Name(package.anchor.to_string()))
        .with("term", Value::Name(package.term.to_string()))
}

fn next_cycle(rule: &'static str, package: &Package, result: Value, next: Option<&Cycle>) -> Derivation {
    let because =
        Derivation::new("package-next-cycle", rule, result).with("package", Value::Name(package.sku.clone()));
    let Some(next) = next else { return because };
    let because = because.with("paid-at", Value::Instant(next.paid_at));
    let before = package.cycles.iter().rev().find(|cycle| cycle.starts_at < next.starts_at);
    match before {
        Some(cycle) => because.with("this-cycle-ends", Value::Instant(cycle.ends_at)),
        None => because,
    }
}

/// Why a package is in its state.
fn state(account: &Account, package: &Package, rule: &'static str) -> Derivation {
    let now = account.now;
    let stages = account.package_stages(package);
    let state = state_at(package, stages, now).code();
    let mut because = Derivation::new("package-state", rule, Value::Name(state.to_owned()))
        .with("package", Value::Name(package.sku.clone()))
        .with("now", Value::Instant(now));
    if let Some(at) = package.refunded_at {
        return because.with("given-back", Value::Instant(at));
    }
    if let Some(at) = package.void_since {
        return because.with("released", Value::Instant(at));
    }
    if let Some(cycle) = package.shown_cycle(now) {
        because = because
            .with("pays-from", Value::Instant(cycle.pays_from()))
            .with("ends", Value::Instant(package.valid_to()))
            .resting_on("left", left(cycle));
    }
    match stages.filter(|_| package.valid_to() < now) {
        Some(stages) => because
            .with("grace-ends", Value::Instant(package.valid_to() + stages.grace))
            .with("retention-ends", Value::Instant(package.valid_to() + stages.grace + stages.retention)),
        None => because,
    }
}
