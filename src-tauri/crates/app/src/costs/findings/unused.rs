//! Quota that lapsed: terms that ended within a year with calls left, and what these calls had cost.

use std::collections::BTreeMap;

use billing::{
    ChargeAmount, Derivation, Instant, Money, PackageId, Refusal, ResourceId, Value,
    package::order::numbered, policy::ResourceKind,
};

use super::{Effort, Finding, FindingKind, Prepare, YEAR_DAYS, YEAR_MONTHS, days_before, part_of};
use crate::books::Loaded;

/// What lapsed of one resource.
struct Lapsed {
    calls: u64,
    amount: ChargeAmount,
    /// The package of which most lapsed.
    most: (ChargeAmount, PackageId),
    because: Derivation,
}

/// What lapsed by resource, and how many terms ended.
pub(super) fn unused(loaded: &Loaded, now: Instant) -> Result<(Vec<Finding>, u64), Refusal> {
    let account = &loaded.account;
    let year = days_before(loaded, now, YEAR_DAYS);
    let (rule, prepare) = match account.terms.policy.resources {
        ResourceKind::Regions => ("H-29", Prepare::Compare),
        ResourceKind::Applications { .. } => ("T-20", Prepare::Buy(None)),
    };
    let mut lapsed: BTreeMap<ResourceId, Lapsed> = BTreeMap::new();
    let mut terms = 0;
    for (id, package) in numbered(account).filter(|(_, package)| !package.is_gone()) {
        for (order, cycles) in package.paid_cycles() {
            let of_order = u64::try_from(cycles.len()).unwrap_or(u64::MAX);
            let price = part_of(ChargeAmount::from_money(order.price), 1, of_order)?;
            for cycle in cycles.iter().filter(|cycle| cycle.ended && year.contains(&cycle.ends_at)) {
                terms += 1;
                let amount = part_of(price, cycle.lapsed, cycle.quota)?;
                if amount == ChargeAmount::ZERO {
                    continue;
                }
                let sum = lapsed.entry(package.resource).or_insert_with(|| Lapsed {
                    calls: 0,
                    amount: ChargeAmount::ZERO,
                    most: (ChargeAmount::ZERO, id),
                    because: Derivation::new("finding-unused", rule, Value::Charge(ChargeAmount::ZERO)),
                });
                sum.calls = sum.calls.saturating_add(cycle.lapsed);
                sum.amount = sum.amount.checked_add(amount)?;
                sum.most = sum.most.max((amount, id));
                let because = sum.because.clone();
                sum.because = because
                    .with("package", Value::Name(package.sku.clone()))
                    .with("ends", Value::Instant(cycle.ends_at))
                    .with("price", Value::Charge(price))
                    .with("quota", Value::Calls(cycle.quota))
                    .with("lapsed", Value::Calls(cycle.lapsed))
                    .with("of-it", Value::Charge(amount));
            }
        }
    }
    let finding = |(resource, lapsed): (ResourceId, Lapsed)| {
        let per_month = part_of(lapsed.amount, 1, YEAR_MONTHS.into())?;
        let because = Derivation { result: Value::Charge(per_month), ..lapsed.because }
            .with("together", Value::Charge(lapsed.amount))
            .with("months", Value::Number(YEAR_MONTHS.into()));
        Ok(Finding {
            kind: FindingKind::Unused,
            resource,
            package: Some(lapsed.most.1),
            offer: None,
            calls: lapsed.calls,
            per_month: Money::from_charge(per_month)?,
            because,
            effort: Effort::NextTerm,
            prepare: prepare.clone(),
        })
    };
    Ok((lapsed.into_iter().map(finding).collect::<Result<_, Refusal>>()?, terms))
}
