//! Pay-per-use that quota which was paid for should have paid (rulebook 8), and calls after a package had ended.

use std::{collections::BTreeMap, ops::Range};

use billing::{
    Account, ChargeAmount, Derivation, Instant, Money, Package, PackageId, Refusal, ResourceId, Value,
    explain::{Reason, ReasonRow},
    package::{Source, order::numbered},
};

use super::{Effort, Finding, FindingKind, Prepare, part_of};
use crate::{
    AppError, Books,
    books::Loaded,
    explain::{Unexpected, unexpected_by_resource},
};

/// What the charges of the span show.
pub(super) struct Leaks {
    pub found: Vec<Finding>,
    /// What each resource was charged, settled.
    pub charged: Vec<(ResourceId, Money)>,
    /// Pay-per-use calls.
    pub calls: u64,
}

/// Of several reasons the first here names the finding: where quota is left, calling otherwise costs nothing. A package
/// for another service is none of them: nobody who reads passports can read invoices instead.
const MISPLACED: [Reason; 4] =
    [Reason::RegionMismatch, Reason::TrialRegionMismatch, Reason::ProjectMismatch, Reason::OutsideHours];
const OUT_OF_TERM: [Reason; 2] = [Reason::PackageExpired, Reason::PackageNotStarted];

pub(super) async fn leaks(
    books: &Books,
    loaded: &Loaded,
    span: Range<Instant>,
    now: Instant,
) -> Result<Leaks, AppError> {
    let told = unexpected_by_resource(books, loaded, span, |_, _| true).await?;
    let mut leaks = Leaks { found: Vec::new(), charged: Vec::new(), calls: 0 };
    for (resource, told) in &told {
        leaks.charged.push((*resource, told.settled.total));
        for row in &told.settled.rows {
            leaks.calls = leaks.calls.saturating_add(row.calls);
        }
        leaks.found.extend(of_resource(&loaded.account, *resource, told, now)?);
    }
    Ok(leaks)
}

/// Reasons that differ only in what else applied are one finding.
fn of_resource(
    account: &Account,
    resource: ResourceId,
    told: &Unexpected,
    now: Instant,
) -> Result<Vec<Finding>, Refusal> {
    let mut rows: BTreeMap<Reason, Vec<&ReasonRow>> = BTreeMap::new();
    for row in &told.settled.rows {
        let named = |wanted: &&Reason| row.reasons.iter().any(|reason| reason == **wanted);
        if let Some(reason) = MISPLACED.iter().chain(&OUT_OF_TERM).find(named) {
            rows.entry(*reason).or_default().push(row);
        }
    }
    let mut found = Vec::new();
    for (reason, rows) in rows {
        let (mut calls, mut amount) = (0_u64, ChargeAmount::ZERO);
        for row in rows {
            calls = calls.saturating_add(row.calls);
            amount = amount.checked_add(row.amount)?;
        }
        let leak = Leak { account, resource, reason, calls, amount };
        found.extend(if OUT_OF_TERM.contains(&reason) {
            leak.out_of_term(now)?
        } else {
            leak.misplaced(now)?
        });
    }
    Ok(found)
}

/// Calls of one resource that were charged for one reason.
struct Leak<'a> {
    account: &'a Account,
    resource: ResourceId,
    reason: Reason,
    calls: u64,
    amount: ChargeAmount,
}

impl Leak<'_> {
    /// Quota elsewhere would have paid: as many of the calls as it still holds.
    fn misplaced(&self, now: Instant) -> Result<Option<Finding>, Refusal> {
        let fits = numbered(self.account).filter(|(_, package)| self.would_pay(package));
        let in_force = fits.filter_map(|(id, package)| {
            let (_, cycle) = package.cycle_at(now)?;
            let left = cycle.remaining();
            (left > 0).then_some((id, left))
        });
        let in_force: Vec<(PackageId, u64)> = in_force.collect();
        let Some(largest) = in_force.iter().max_by_key(|(_, left)| *left) else { return Ok(None) };
        let left = in_force.iter().fold(0_u64, |sum, (_, left)| sum.saturating_add(*left));
        let paid = self.calls.min(left);
        let saved = part_of(self.amount, paid, self.calls)?;
        let mut because = Derivation::new("finding-misplaced", self.rule(), Value::Charge(saved))
            .with("charge", Value::Charge(self.amount))
            .with("calls", Value::Calls(self.calls));
        for (id, left) in &in_force {
            let sku = self.account.package(*id).map_or_else(String::new, |package| package.sku.clone());
            because = because.with("package", Value::Name(sku)).with("left", Value::Calls(*left));
        }
        self.finding((saved, because), Some(largest.0), (Effort::Callers, Prepare::Compare)).map(Some)
    }

    /// Whether a package would have paid, but for the reason.
    fn would_pay(&self, package: &Package) -> bool {
        let Some((own, other)) =
            self.account.resource(self.resource).zip(self.account.resource(package.resource))
        else {
            return false;
        };
        let (own, other) = (&own.key, &other.key);
        match self.reason {
            Reason::RegionMismatch | Reason::TrialRegionMismatch => {
                own.service == other.service && own.place() != other.place()
            }
            Reason::ProjectMismatch => own == other && package.project.is_some(),
            Reason::OutsideHours => own == other && package.hours.is_some(),
            _ => false,
        }
    }

    /// Nothing was in force: what the calls cost beyond their share of the price of the package that had ended.
    fn out_of_term(&self, now: Instant) -> Result<Option<Finding>, Refusal> {
        let own = || numbered(self.account).filter(|(_, package)| package.resource == self.resource);
        if own().any(|(_, package)| package.cycle_at(now).is_some_and(|(_, cycle)| cycle.remaining() > 0)) {
            return Ok(None);
        }
        let bought = own().filter(|(_, package)| package.source == Source::Purchased && package.quota > 0);
        let Some((id, package)) = bought.max_by_key(|(_, package)| package.valid_to()) else {
            return Ok(None);
        };
        let in_a_package = part_of(ChargeAmount::from_money(package.price), self.calls, package.quota)?;
        let saved = self.amount.checked_sub(in_a_package)?;
        let because = Derivation::new("finding-out-of-term", self.rule(), Value::Charge(saved))
            .with("charge", Value::Charge(self.amount))
            .with("calls", Value::Calls(self.calls))
            .with("package", Value::Name(package.sku.clone()))
            .with("price", Value::Money(package.price))
            .with("quota", Value::Calls(package.quota))
            .with("in-a-package", Value::Charge(in_a_package));
        let prepare = match self.reason {
            Reason::PackageExpired if can_renew(self.account, package, now) => Prepare::Renew(id),
            _ => Prepare::Buy(Some(package.sku.clone())),
        };
        self.finding((saved, because), Some(id), (Effort::Purchase, prepare)).map(Some)
    }

    fn rule(&self) -> &'static str {
        self.reason.rule(&self.account.terms.policy.resources)
    }

    fn finding(
        &self,
        (saved, because): (ChargeAmount, Derivation),
        package: Option<PackageId>,
        (effort, prepare): (Effort, Prepare),
    ) -> Result<Finding, Refusal> {
        Ok(Finding {
            kind: FindingKind::Leak(self.reason),
            resource: self.resource,
            package,
            offer: None,
            calls: self.calls,
            per_month: Money::from_charge(saved)?,
            because,
            effort,
            prepare,
        })
    }
}

fn can_renew(account: &Account, package: &Package, now: Instant) -> bool {
    use billing::package::stage::{PackageState, state_at};
    let policy = &account.terms.policy;
    let state = state_at(package, policy.package_stages(&account.terms.level), now);
    matches!(state, PackageState::Expired | PackageState::Frozen)
}
