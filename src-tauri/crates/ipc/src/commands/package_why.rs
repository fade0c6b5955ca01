//! Why figures of packages are so.

use app::ledger::DeductionLine;
use billing::{
    Account, Cycle, Derivation, Money, Package, Value, explain, package::stage::PackageState,
    policy::RenewalAfterEnd,
};

use super::packages::state_of;
use crate::{
    convert,
    dto::{
        common::{FigureKind, FigureText, Why, WhyInput},
        packages::PackageCount,
    },
};

/// Why so much was left after a line of the log. Late usage can claim calls that had lapsed; given back, they lapse again.
pub(super) fn deduction(account: &Account, line: &DeductionLine) -> Why {
    let moved = line.calls.saturating_sub(line.from_lapsed);
    let (before, taken, lapsed) = if line.returned {
        (line.remaining.saturating_sub(moved), "given-back", "lapsed-again")
    } else {
        (line.remaining.saturating_add(moved), "taken", "from-lapsed")
    };
    let because = Derivation::new("deduction-left", "H-40", Value::Calls(line.remaining))
        .with("period", Value::Instant(account.terms.policy.period_start(line.occurred_at)))
        .with("left-before", Value::Calls(before))
        .with(taken, Value::Calls(line.calls));
    let because =
        if line.from_lapsed > 0 { because.with(lapsed, Value::Calls(line.from_lapsed)) } else { because };
    convert::why(&because, &account.terms.policy)
}

/// Why so much is left over all packages in force.
pub(super) fn left_in_all(account: &Account, now: billing::Instant) -> (u64, Why) {
    let in_force = || {
        let current = account.packages.iter().filter_map(|package| Some((package, package.cycle_at(now)?.1)));
        current.filter(|(_, cycle)| cycle.remaining() > 0)
    };
    let sum = in_force().fold(0_u64, |sum, (_, cycle)| sum.saturating_add(cycle.remaining()));
    let because = Derivation::new("packages-left", "H-46", Value::Calls(sum));
    let because = in_force().fold(because, |because, (package, cycle)| {
        because
            .with("package", Value::Name(convert::package_name(account, package)))
            .resting_on("of-it", explain::left(cycle))
    });
    (sum, convert::why(&because, &account.terms.policy))
}

/// How many packages are in a state, and which.
pub(super) fn in_state(account: &Account, now: billing::Instant, state: PackageState) -> PackageCount {
    let found = || account.packages.iter().filter(|package| state_of(account, package, now) == state);
    let count = u32::try_from(found().count()).unwrap_or(u32::MAX);
    let because = Derivation::new("packages-in-state", "H-32", Value::Number(count.into()));
    let because = found().fold(because, |because, package| {
        let resource = convert::resource_of(account, package.resource);
        because.with("package", Value::Name(format!("{} – {resource}", package.sku)))
    });
    PackageCount { count, why: convert::why(&because, &account.terms.policy) }
}

/// Why a call of a package costs what it does.
pub(super) fn price(account: &Account, price: Money, quota: u64) -> Why {
    let policy = &account.terms.policy;
    let because = Derivation::new("price-per-call", "H-03", Value::Number(quota.into()))
        .with("price", Value::Money(price))
        .with("quota", Value::Calls(quota));
    let per_call = convert::price_per_call(price, quota);
    let result = FigureText { kind: FigureKind::UnitPrice, text: per_call };
    Why { result, ..convert::why(&because, policy) }
}

/// Why a renewed term ends when it does: it follows the one before, and after the end counts from there (H-90) or from the
/// renewal (T-48), as the policy says.
pub(super) fn renewed(account: &Account, package: &Package, cycle: &Cycle) -> Why {
    let after_end = account.terms.policy.package.renewal_after_end;
    let (formula, rule) = match (cycle.starts_at < cycle.paid_at, after_end) {
        (true, _) => ("renewal-ends-late", "H-90"),
        (false, RenewalAfterEnd::OriginalEnd) => ("renewal-ends", "H-111"),
        (false, RenewalAfterEnd::Renewal) => ("renewal-ends", "T-48"),
    };
    let because = Derivation::new(formula, rule, Value::Instant(cycle.ends_at))
        .with("pays-from", Value::Instant(cycle.starts_at));
    with_term(convert::why(&because, &account.terms.policy), package)
}

/// Why a renewed term ends on a chosen day of a month (H-119, T-51).
pub(super) fn aligned(account: &Account, package: &Package, cycle: &Cycle) -> Why {
    let align = account.terms.policy.package.align;
    let rule = align.map_or("H-119", |align| align.day_price.rule());
    let because = Derivation::new("renewal-ends-aligned", rule, Value::Instant(cycle.ends_at))
        .with("pays-from", Value::Instant(cycle.starts_at));
    with_term(convert::why(&because, &account.terms.policy), package)
}

/// Why a package ends when it does: the day of its start, one term later, to the last second.
pub(super) fn ends(account: &Account, package: &Package, cycle: Option<&Cycle>) -> Why {
    let (starts_at, ends_at) =
        cycle.map_or((package.acquired_at, package.acquired_at), |cycle| (cycle.starts_at, cycle.ends_at));
    let because = Derivation::new("package-ends", "H-22", Value::Instant(ends_at))
        .with("pays-from", Value::Instant(starts_at));
    with_term(convert::why(&because, &account.terms.policy), package)
}

fn with_term(mut why: Why, package: &Package) -> Why {
    let term = FigureText { kind: FigureKind::Term, text: package.term.to_string() };
    why.inputs.push(WhyInput { name: "term".to_owned(), value: term, because: None });
    why
}
