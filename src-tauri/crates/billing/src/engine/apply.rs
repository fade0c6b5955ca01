//! The fold: how each event changes the state. Nothing else does.

use crate::{
    Account, Charge, Cycle, Debt, Money, PackageId, Refusal, Resource,
    account::Enabled,
    alert::{NoticeKind, PackageAlert},
    event::{Deduction, Metered, Notice, What},
    settlement::pay::Payment,
    top_up::Allocation,
};

impl Account {
    pub(super) fn apply(&mut self, what: &What) -> Result<(), Refusal> {
        match what {
            What::Opened { balance } => self.balance = *balance,
            What::ResourceNamed { key, .. } => {
                self.resources.push(Resource { key: key.clone(), enabled: Vec::new(), alert: None });
            }
            What::ProjectNamed { name, .. } => self.projects.push(name.clone()),
            What::Enabled { resource, since } => {
                if let Some(resource) = self.resources.get_mut(resource.0 as usize) {
                    resource.enabled.push(Enabled { from: *since, until: None });
                }
            }
            What::ProvedEnabled { resource, since, until } => {
                if let Some(resource) = self.resources.get_mut(resource.0 as usize) {
                    resource.enabled.insert(0, Enabled { from: *since, until: Some(*until) });
                }
            }
            What::Disabled { resource } => {
                let now = self.now;
                let span = self.resources.get_mut(resource.0 as usize).and_then(|r| r.enabled.last_mut());
                if let Some(span) = span {
                    span.until = Some(now);
                }
            }
            What::Deducted(deduction) => self.apply_deduction(deduction),
            What::Metered(metered) => self.apply_metered(metered),
            What::Settled(charge) => self.apply_settled(charge)?,
            What::ArrearsBegan => self.arrears_since = Some(self.now),
            What::ArrearsCleared => self.arrears_since = None,
            What::ToppedUp { allocation, .. } => self.apply_top_up(allocation)?,
            What::CreditLimitSet { limit } => self.credit_limit = *limit,
            What::Acquired { terms, payment, .. } => {
                self.apply_payment(payment)?;
                self.rearm_alerts(terms.resource);
                self.packages.push(terms.clone());
            }
            What::Renewed { package, cycles, payment, .. } => {
                self.apply_payment(payment)?;
                self.apply_renewal(*package, cycles);
            }
            What::CycleBegan { package, cycle, .. } => {
                self.with_cycle(*package, *cycle, |cycle| cycle.begun = true);
            }
            What::CycleEnded { package, cycle, lapsed } => self.with_cycle(*package, *cycle, |cycle| {
                cycle.ended = true;
                cycle.lapsed = *lapsed;
            }),
            What::Expired { package } => {
                let now = self.now;
                if let Some(package) = self.packages.get_mut(package.0 as usize) {
                    package.expired_at = Some(now);
                }
            }
            What::PackageAlertSet { resource, percent } => {
                if let Some(state) = self.resources.get_mut(resource.0 as usize) {
                    state.alert = percent.map(|percent| PackageAlert { percent });
                }
                self.rearm_alerts(*resource);
            }
            What::Unmetered(metered) => self.apply_unmetered(metered),
            What::QuotaReturned(returned) => self.apply_quota_returned(returned),
            What::Corrected(correction) => self.apply_top_up(&correction.allocation)?,
            What::Noticed(notice) => self.apply_notice(notice),
        }
        Ok(())
    }

    fn apply_deduction(&mut self, deduction: &Deduction) {
        self.with_cycle(deduction.package, deduction.cycle, |cycle| {
            cycle.used += deduction.calls;
            cycle.lapsed -= deduction.from_lapsed;
        });
    }

    /// Quota that is back arms the alerts whose line it passed again (rulebook 7).
    fn apply_quota_returned(&mut self, returned: &Deduction) {
        let alert = self.resource(returned.key.resource).and_then(|resource| resource.alert);
        self.with_cycle(returned.package, returned.cycle, |cycle| {
            cycle.used -= returned.calls;
            cycle.lapsed += returned.from_lapsed;
            cycle.exhausted_sent &= cycle.remaining() == 0;
            cycle.low_sent &= alert.is_some_and(|alert| alert.is_low(cycle));
        });
    }

    fn apply_metered(&mut self, metered: &Metered) {
        if metered.billable == 0 {
            return;
        }
        let charged: u64 = metered.parts.iter().map(|part| part.calls).sum();
        if charged > 0 {
            let month = self.terms.policy.zone.month(metered.occurred_at);
            *self.counters.entry((metered.key.resource, month)).or_default() += charged;
        }
        self.open.entry(metered.key).or_default().add(metered.from_packages, &metered.parts);
    }

    fn apply_unmetered(&mut self, metered: &Metered) {
        let charged: u64 = metered.parts.iter().map(|part| part.calls).sum();
        let month = self.terms.policy.zone.month(metered.occurred_at);
        if let Some(counter) = self.counters.get_mut(&(metered.key.resource, month)) {
            *counter = counter.saturating_sub(charged);
        }
        if let Some(open) = self.open.get_mut(&metered.key) {
            open.remove(metered.from_packages, &metered.parts);
            if open.from_packages == 0 && open.parts.is_empty() {
                self.open.remove(&metered.key);
            }
        }
    }

    fn apply_settled(&mut self, charge: &Charge) -> Result<(), Refusal> {
        self.open.remove(&charge.key);
        self.next_charge = charge.id.0 + 1;
        let payment =
            Payment { from_balance: charge.from_balance, from_credit: charge.from_credit, owed: charge.owed };
        self.apply_payment(&payment)?;
        if charge.owed.is_positive() {
            let debt = Debt {
                charge: charge.id,
                period: charge.key.period,
                settled_at: charge.key.settles_at,
                owed: charge.owed,
            };
            self.debts.push(debt);
            self.debts.sort_by_key(|debt| (debt.period, debt.settled_at, debt.charge));
        }
        Ok(())
    }

    fn apply_top_up(&mut self, allocation: &Allocation) -> Result<(), Refusal> {
        for (charge, part) in &allocation.to_debts {
            if let Some(debt) = self.debts.iter_mut().find(|debt| debt.charge == *charge) {
                debt.owed = debt.owed.checked_sub(*part)?;
            }
        }
        self.debts.retain(|debt| !debt.owed.is_zero());
        self.credit_drawn = self.credit_drawn.checked_sub(allocation.to_credit)?;
        self.balance = self.balance.checked_add(allocation.to_balance)?;
        Ok(())
    }

    fn apply_payment(&mut self, payment: &Payment) -> Result<(), Refusal> {
        self.balance = self.balance.checked_sub(payment.from_balance)?;
        self.credit_drawn = self.credit_drawn.checked_add(payment.from_credit)?;
        debug_assert!(self.balance >= Money::ZERO, "the balance is never below zero");
        Ok(())
    }

    fn apply_renewal(&mut self, package: PackageId, cycles: &[Cycle]) {
        let Some(state) = self.packages.get_mut(package.0 as usize) else { return };
        state.cycles.extend_from_slice(cycles);
        state.expired_at = None;
        let resource = state.resource;
        self.rearm_alerts(resource);
    }

    fn apply_notice(&mut self, notice: &Notice) {
        let Some(state) = notice.package.and_then(|id| self.packages.get_mut(id.0 as usize)) else { return };
        let now = self.now;
        let Some(cycle) = state.cycles.iter_mut().rev().find(|cycle| cycle.starts_at <= now) else { return };
        match notice.kind {
            NoticeKind::PackageLow => cycle.low_sent = true,
            NoticeKind::PackageExhausted => cycle.exhausted_sent = true,
            NoticeKind::PackageExpiring
            | NoticeKind::PackageExpired
            | NoticeKind::Arrears
            | NoticeKind::Recovered => {}
        }
    }

    /// The total grew or the rule was edited: the next crossing is told again (H-70).
    fn rearm_alerts(&mut self, resource: crate::ResourceId) {
        for package in self.packages.iter_mut().filter(|package| package.resource == resource) {
            for cycle in &mut package.cycles {
                cycle.low_sent = false;
            }
        }
    }

    fn with_cycle(&mut self, package: PackageId, cycle: usize, change: impl FnOnce(&mut Cycle)) {
        if let Some(cycle) = self.packages.get_mut(package.0 as usize).and_then(|p| p.cycles.get_mut(cycle)) {
            change(cycle);
        }
    }
}
