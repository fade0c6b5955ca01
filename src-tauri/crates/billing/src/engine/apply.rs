//! The fold: how each event changes the state. Nothing else does.

use chrono::{NaiveDate, TimeDelta};

use crate::{
    Account, Charge, Cycle, Debt, Instant, Money, Package, PackageId, Refusal, Resource, ResourceId,
    alert::{self, BalanceAlert, NoticeKind, PackageAlert},
    event::{Correction, Deduction, Metered, Notice, RenewalRefunded, What},
    level::LevelChange,
    lifecycle::{ArrearsSpan, Stage},
    money::Overflow,
    package::PaidOrder,
    policy::Stops,
    resource::Enabled,
    settlement::pay::Payment,
    top_up::Allocation,
    voucher::{Voucher, VoucherId, VoucherTerms, VoucherUse},
};

impl Account {
    pub(super) fn apply(&mut self, what: &What) -> Result<(), Refusal> {
        let now = self.now;
        match what {
            What::Opened { balance } => self.balance = *balance,
            What::ResourceNamed { key, .. } => self.resources.push(Resource::named(key.clone())),
            What::ProjectNamed { name, .. } => self.projects.push(name.clone()),
            What::Enabled { resource, since } => {
                self.with_resource(*resource, |resource| resource.enabled.push(Enabled::since(*since)));
            }
            What::ProvedEnabled { resource, since, until } => self.with_resource(*resource, |resource| {
                resource.enabled.insert(0, Enabled { until: Some(*until), ..Enabled::since(*since) });
            }),
            What::Disabled { resource } => self.with_resource(*resource, |resource| resource.disable(now)),
            What::OverageSet { resource, on } => {
                self.with_resource(*resource, |resource| resource.switch_overage(*on, now));
            }
            What::Tagged { resource, key, value } => {
                self.with_resource(*resource, |resource| resource.tag(key, value.as_deref()));
            }
            What::ClassStarted { resource, class } => {
                self.with_resource(*resource, |resource| resource.start(class.clone(), now));
            }
            What::ClassFinished { resource, class } => {
                self.with_resource(*resource, |resource| resource.finish(class));
            }
            What::Banned { resource } => self.apply_ban(*resource),
            What::Deducted(deduction) => self.apply_deduction(deduction),
            What::QuotaReturned(returned) => self.apply_quota_returned(returned),
            What::Metered(metered) => self.apply_metered(metered),
            What::Unmetered(metered) => self.apply_unmetered(metered),
            What::Settled(charge) => self.apply_settled(charge)?,
            What::Corrected(correction) => self.apply_correction(correction)?,
            What::ToppedUp { allocation, .. } => self.apply_top_up(allocation)?,
            What::CreditLimitSet { limit } => self.credit_limit = *limit,
            What::LevelSet { level } => self.level_changes.push(LevelChange::new(now, level)),
            What::ArrearsBegan => self.arrears_since = Some(now),
            What::ArrearsCleared => self.apply_arrears_cleared(),
            What::StageReached { stage: Stage::Released } => self.apply_release(),
            What::StageReached { .. } => {}
            What::Acquired { terms, payment, .. } => self.apply_purchase(terms, payment)?,
            What::Renewed { package, cycles, anchor, price, payment, .. } => {
                self.apply_renewal(*package, cycles, (*price, payment), *anchor)?;
            }
            What::Refunded { package, allocation, vouchers, counted, .. } => {
                self.apply_refund(*package, (allocation, vouchers), *counted)?;
            }
            What::RenewalRefunded(refunded) => self.apply_renewal_refunded(refunded)?,
            What::VoucherAdded { terms, .. } => self.apply_voucher(terms),
            What::AutoRenewSet { package, days_before } => {
                self.with_package(*package, |package| package.renew_by_itself(*days_before));
            }
            What::Shared { package, on } => self.with_package(*package, |package| package.share(*on, now)),
            What::AtEndChosen { package, disable } => self.apply_at_end(*package, *disable),
            What::RenewalFailed { package, valid_to } => self.apply_renewal_failed(*package, *valid_to),
            What::CycleBegan { package, cycle, .. } => {
                self.with_cycle(*package, *cycle, |cycle| cycle.begun = true);
            }
            What::CycleEnded { package, cycle, lapsed } => {
                self.with_cycle(*package, *cycle, |cycle| cycle.end(*lapsed));
            }
            What::Expired { package } => self.apply_expiry(*package),
            What::PackageAlertSet { resource, percent } => self.apply_package_alert(*resource, *percent),
            What::BalanceAlertSet { threshold } => self.apply_balance_alert(*threshold),
            What::BalanceFellLow { .. } => self.apply_balance_fell_low(),
            What::BalanceRecovered { .. } => self.with_balance_alert(|alert| alert.episode = None),
            What::BalanceAlertSilenced(silence) => self.with_balance_alert(|alert| alert.silence(*silence)),
            What::Noticed(notice) => self.apply_notice(notice),
        }
        Ok(())
    }

    fn apply_at_end(&mut self, package: PackageId, disable: bool) {
        self.with_package(package, |package| package.disable_at_end = disable);
    }

    fn apply_renewal_failed(&mut self, package: PackageId, valid_to: Instant) {
        self.with_package(package, |package| package.renewal_failed_for = Some(valid_to));
    }

    fn apply_ban(&mut self, resource: ResourceId) {
        let now = self.now;
        self.with_resource(resource, |resource| resource.banned_at = Some(now));
    }

    fn apply_expiry(&mut self, package: PackageId) {
        let now = self.now;
        self.with_package(package, |package| package.expired_at = Some(now));
    }

    fn apply_package_alert(&mut self, resource: ResourceId, percent: Option<u32>) {
        self.with_resource(resource, |resource| {
            resource.alert = percent.map(|percent| PackageAlert { percent });
        });
        self.rearm_alerts(resource);
    }

    fn apply_balance_alert(&mut self, threshold: Option<Money>) {
        let version = self.balance_alert.map_or(0, |alert| alert.version) + 1;
        let snoozed_until = self.balance_alert.and_then(|alert| alert.snoozed_until);
        self.balance_alert =
            threshold.map(|threshold| BalanceAlert { threshold, version, snoozed_until, episode: None });
    }

    fn apply_deduction(&mut self, deduction: &Deduction) {
        self.with_cycle(deduction.package, deduction.cycle, |cycle| {
            cycle.used += deduction.calls;
            cycle.lapsed -= deduction.from_lapsed;
        });
    }

    /// Quota that is back arms the alerts whose line it passed again (rulebook 7).
    fn apply_quota_returned(&mut self, returned: &Deduction) {
        let percents = self.low_percents(returned.key.resource);
        self.with_cycle(returned.package, returned.cycle, |cycle| {
            cycle.used -= returned.calls;
            cycle.lapsed += returned.from_lapsed;
            cycle.exhausted_sent &= cycle.remaining() == 0;
            cycle.low_told = cycle.low_told.min(alert::lines_reached(cycle, &percents));
        });
    }

    fn apply_metered(&mut self, metered: &Metered) {
        if metered.seconds > 0 {
            let key = metered.key;
            *self.attended.entry((key.resource, key.project, key.period)).or_default() += metered.seconds;
        }
        if metered.billable == 0 {
            return;
        }
        let charged: u64 = metered.parts.iter().map(|part| part.calls).sum();
        if charged > 0 {
            let month = self.terms.policy.zone.month(metered.occurred_at);
            *self.counters.entry((metered.key.resource, month)).or_default() += charged;
        }
        self.open.entry(metered.key).add(metered.from_packages, &metered.parts);
    }

    fn apply_unmetered(&mut self, metered: &Metered) {
        let charged: u64 = metered.parts.iter().map(|part| part.calls).sum();
        let month = self.terms.policy.zone.month(metered.occurred_at);
        if let Some(counter) = self.counters.get_mut(&(metered.key.resource, month)) {
            *counter = counter.saturating_sub(charged);
        }
        let key = metered.key;
        if let Some(attended) = self.attended.get_mut(&(key.resource, key.project, key.period)) {
            *attended = attended.saturating_sub(metered.seconds);
        }
        self.open.reduce(&metered.key, |open| open.remove(metered.from_packages, &metered.parts));
    }

    fn apply_settled(&mut self, charge: &Charge) -> Result<(), Refusal> {
        self.next_charge = charge.id.0 + 1;
        self.apply_payment(&charge.payment(), charge.due)?;
        if charge.owed.is_positive() {
            let debt = Debt {
                charge: charge.id,
                period: charge.key.period,
                settled_at: charge.key.settles_at,
                owed: charge.owed,
            };
            let order = |debt: &Debt| (debt.period, debt.settled_at, debt.charge);
            let place = self.debts.partition_point(|known| order(known) < order(&debt));
            self.debts.insert(place, debt);
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

    fn apply_correction(&mut self, correction: &Correction) -> Result<(), Refusal> {
        self.apply_vouchers_back(&correction.vouchers)?;
        self.apply_top_up(&correction.allocation)
    }

    fn apply_vouchers_back(&mut self, vouchers: &[VoucherUse]) -> Result<(), Refusal> {
        for back in vouchers {
            self.with_voucher(back.voucher, |left| left.checked_add(back.amount))?;
        }
        Ok(())
    }

    fn apply_payment(&mut self, payment: &Payment, due: Money) -> Result<(), Refusal> {
        payment.is_of(due)?;
        for used in &payment.vouchers {
            self.with_voucher(used.voucher, |left| left.checked_sub(used.amount))?;
        }
        self.balance = self.balance.checked_sub(payment.from_balance)?;
        self.credit_drawn = self.credit_drawn.checked_add(payment.from_credit)?;
        debug_assert!(self.balance >= Money::ZERO, "the balance is never below zero");
        Ok(())
    }

    fn apply_purchase(&mut self, package: &Package, payment: &Payment) -> Result<(), Refusal> {
        self.apply_payment(payment, package.price)?;
        self.rearm_alerts(package.resource);
        self.packages.push(package.clone());
        Ok(())
    }

    fn apply_refund(
        &mut self,
        package: PackageId,
        (allocation, vouchers): (&Allocation, &[VoucherUse]),
        counted: bool,
    ) -> Result<(), Refusal> {
        let now = self.now;
        self.apply_vouchers_back(vouchers)?;
        self.with_package(package, |package| package.give_back(now, counted));
        self.apply_top_up(allocation)
    }

    fn apply_renewal_refunded(&mut self, refunded: &RenewalRefunded) -> Result<(), Refusal> {
        self.apply_vouchers_back(&refunded.vouchers)?;
        let (orders, cycles) = (refunded.orders.len(), refunded.cycles());
        self.with_package(refunded.package, |package| package.drop_last(orders, cycles, refunded.anchor));
        self.apply_top_up(&refunded.allocation)
    }

    fn apply_renewal(
        &mut self,
        package: PackageId,
        cycles: &[Cycle],
        (price, payment): (Money, &Payment),
        anchor: (NaiveDate, u32),
    ) -> Result<(), Refusal> {
        self.apply_payment(payment, price)?;
        let Some(state) = self.packages.get_mut(package.0 as usize) else { return Ok(()) };
        let count = u32::try_from(cycles.len()).map_err(|_| Refusal::TooLarge)?;
        state.orders.push(PaidOrder { cycles: count, price, vouchers: payment.vouchers.clone() });
        state.cycles.extend_from_slice(cycles);
        state.expired_at = None;
        (state.anchor, state.anchor_cycle) = anchor;
        let resource = state.resource;
        self.rearm_alerts(resource);
        Ok(())
    }

    fn apply_arrears_cleared(&mut self) {
        if let Some(since) = self.arrears_since.take() {
            let released_at = self.released_at.take();
            self.past_arrears.push(ArrearsSpan { since, cleared_at: self.now, released_at });
        }
    }

    /// Resources are gone after this second; packages only where everything stops (Z-18, T-30).
    fn apply_release(&mut self) {
        let now = self.now;
        self.released_at = Some(now);
        let everything = self.terms.policy.arrears.stops == Stops::Everything;
        let from = now + TimeDelta::seconds(1);
        self.resources.iter_mut().for_each(|resource| resource.release(from, everything));
        if everything {
            for package in self.packages.iter_mut().filter(|package| !package.is_gone()) {
                package.void_since = Some(now);
            }
        }
    }

    fn apply_balance_fell_low(&mut self) {
        let (now, terms) = (self.now, std::sync::Arc::clone(&self.terms));
        self.with_balance_alert(|alert| alert.tell(now, &terms.policy.balance_alert));
    }

    fn apply_notice(&mut self, notice: &Notice) {
        let low = notice.kind == NoticeKind::PackageLow;
        if !low && notice.kind != NoticeKind::PackageExhausted {
            return;
        }
        let Some(id) = notice.package else { return };
        let percents = self.package(id).map(|state| self.low_percents(state.resource)).unwrap_or_default();
        let now = self.now;
        self.with_package(id, |state| {
            let Some(cycle) = state.cycles.iter_mut().rev().find(|cycle| cycle.starts_at <= now) else {
                return;
            };
            if low {
                cycle.low_told = alert::lines_reached(cycle, &percents);
            } else {
                cycle.exhausted_sent = true;
            }
        });
    }

    /// The total grew or the rule was edited: the next crossing is told again (H-70).
    fn rearm_alerts(&mut self, resource: crate::ResourceId) {
        for package in self.packages.iter_mut().filter(|package| package.resource == resource) {
            for cycle in &mut package.cycles {
                cycle.low_told = 0;
            }
        }
    }

    fn apply_voucher(&mut self, terms: &VoucherTerms) {
        let (left, added_at) = (terms.amount, self.now);
        self.vouchers.push(Voucher { terms: terms.clone(), left, added_at });
    }

    fn with_voucher(
        &mut self,
        voucher: VoucherId,
        change: impl FnOnce(Money) -> Result<Money, Overflow>,
    ) -> Result<(), Refusal> {
        if let Some(voucher) = self.vouchers.get_mut(voucher.0 as usize) {
            voucher.left = change(voucher.left)?;
            debug_assert!(voucher.left >= Money::ZERO, "a voucher is never below zero");
        }
        Ok(())
    }

    fn with_balance_alert(&mut self, change: impl FnOnce(&mut BalanceAlert)) {
        if let Some(alert) = &mut self.balance_alert {
            change(alert);
        }
    }

    fn with_resource(&mut self, resource: ResourceId, change: impl FnOnce(&mut Resource)) {
        if let Some(resource) = self.resources.get_mut(resource) {
            change(resource);
        }
    }

    fn with_package(&mut self, package: PackageId, change: impl FnOnce(&mut Package)) {
        if let Some(package) = self.packages.get_mut(package.0 as usize) {
            change(package);
        }
    }

    fn with_cycle(&mut self, package: PackageId, cycle: usize, change: impl FnOnce(&mut Cycle)) {
        if let Some(cycle) = self.packages.get_mut(package.0 as usize).and_then(|p| p.cycles.get_mut(cycle)) {
            change(cycle);
        }
    }
}
