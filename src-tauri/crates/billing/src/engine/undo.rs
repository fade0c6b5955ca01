//! Taking usage out again: quota returns, money comes back, and nothing that was written is edited.

use crate::{
    Account, ChargeId, Event, OpenCharge, Refusal, bill,
    command::UndoneUsage,
    event::{Correction, Deduction, Metered, What},
    settlement, top_up,
};

impl Account {
    pub(super) fn undo(&mut self, usage: &[UndoneUsage], events: &mut Vec<Event>) -> Result<(), Refusal> {
        if usage.iter().any(|stretch| stretch.metered.occurred_at < self.totals_since) {
            return Err(Refusal::TotalsNotLoaded);
        }
        let mut corrected: Vec<(ChargeId, OpenCharge)> = Vec::new();
        for stretch in usage {
            for deduction in &stretch.deductions {
                self.return_quota(deduction, events)?;
            }
            self.record(What::Unmetered(stretch.metered.clone()), events)?;
            let Some((charge, parts)) = &stretch.charged else { continue };
            let index = corrected.iter().position(|(id, _)| id == charge).unwrap_or(corrected.len());
            if index == corrected.len() {
                corrected.push((*charge, OpenCharge { from_packages: 0, parts: parts.clone() }));
            }
            if let Some((_, now)) = corrected.get_mut(index) {
                self.correct(*charge, &stretch.metered, now, events)?;
            }
        }
        self.end_arrears(events)
    }

    fn return_quota(&mut self, taken: &Deduction, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let cycle = self.package(taken.package).and_then(|package| package.cycles.get(taken.cycle));
        let cycle = cycle.ok_or(Refusal::UnknownPackage)?;
        let from_lapsed = if cycle.ended { taken.calls } else { 0 };
        let remaining = cycle.remaining() + (taken.calls - from_lapsed);
        self.record(What::QuotaReturned(Deduction { from_lapsed, remaining, ..*taken }), events)
    }

    /// Gives back the difference of the charge with and without the calls. `now` is what it charges so far.
    fn correct(
        &mut self,
        charge: ChargeId,
        metered: &Metered,
        now: &mut OpenCharge,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        if metered.parts.is_empty() {
            return Ok(());
        }
        let (amount, money) = settlement::correction(now, &metered.parts)?;
        let money = money.value;
        now.remove(0, &metered.parts);
        let correction = Correction {
            charge,
            key: metered.key,
            parts: metered.parts.clone(),
            from_packages: metered.from_packages,
            amount,
            money,
            allocation: top_up::split(self, money)?,
            bill: bill::month_of(&self.terms.policy, metered.key.period, self.now),
        };
        self.record(What::Corrected(correction), events)
    }
}
