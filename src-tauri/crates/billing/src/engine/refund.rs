//! Giving a package back (T-40 to T-47).

use crate::{Account, Event, PackageId, Refusal, bill, event::What, package::Source, top_up};

impl Account {
    /// Gives an unused package back in its first days: the window comes before the use, the use before the limit.
    pub(super) fn unsubscribe(&mut self, id: PackageId, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?;
        let rules = self.terms.policy.package.refund.ok_or(Refusal::NotRefundable)?;
        if package.void_since.is_some() {
            return Err(Refusal::PackageReleased);
        }
        // A violation forfeits what was paid (T-32).
        if self.resource(package.resource).is_some_and(|resource| resource.banned_at.is_some()) {
            return Err(Refusal::Banned);
        }
        let was_renewed = package.cycles.len() > self.cycles_per_term(package.term).1 as usize;
        let was_bought = package.source == Source::Purchased && !package.price.is_zero();
        if package.refunded_at.is_some() || !was_bought || was_renewed {
            return Err(Refusal::NotRefundable);
        }
        let zone = self.terms.policy.zone;
        let last_day = zone.date(package.acquired_at) + chrono::TimeDelta::days(rules.window_days);
        if last_day < zone.date(self.now) {
            return Err(Refusal::RefundWindowClosed { last_day });
        }
        if package.cycles.iter().any(|cycle| cycle.used > 0) {
            return Err(Refusal::PackageUsed);
        }
        if self.refunds >= rules.per_account {
            return Err(Refusal::RefundLimitReached { most: rules.per_account });
        }
        let amount = package.price;
        let allocation = top_up::split(self, amount)?;
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        self.end_begun_cycles(id, events)?;
        self.record(What::Refunded { package: id, amount, allocation, bill }, events)?;
        self.end_arrears(events)
    }
}
