//! Taking usage out again: quota returns, money comes back, and nothing that was written is edited.

use std::borrow::Cow;

use crate::{
    Account, Event, OpenCharge, Refusal, bill,
    command::{ChargedNow, Undoing},
    event::{Correction, Deduction, Metered, What},
    policy::UsageUnit,
    settlement::{self, pay},
    top_up,
};

impl Account {
    pub(super) fn undo(&mut self, undoing: &Undoing, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if undoing.usage.iter().any(|stretch| stretch.metered.occurred_at < self.totals_since) {
            return Err(Refusal::TotalsNotLoaded);
        }
        let usage = match self.terms.policy.unit {
            UsageUnit::Call => Cow::Borrowed(&undoing.usage),
            UsageUnit::AttendanceSecond => Cow::Owned(self.rounded_anew(undoing)),
        };
        let mut corrected: Vec<ChargedNow> = Vec::new();
        for stretch in usage.iter() {
            for deduction in &stretch.deductions {
                self.return_quota(deduction, events)?;
            }
            self.record(What::Unmetered(stretch.metered.clone()), events)?;
            let Some(charged) = &stretch.charged else { continue };
            let known = corrected.iter().position(|known| known.charge == charged.charge);
            let index = known.unwrap_or_else(|| {
                corrected.push(charged.clone());
                corrected.len() - 1
            });
            if let Some(now) = corrected.get_mut(index) {
                self.correct(&stretch.metered, now, events)?;
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

    /// Gives back the difference of the charge with and without the calls: what vouchers paid beyond the rest to them, all
    /// else as money that comes in. `now` is what it takes so far.
    fn correct(
        &mut self,
        metered: &Metered,
        now: &mut ChargedNow,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        if metered.parts.is_empty() {
            return Ok(());
        }
        let mut open = OpenCharge { from_packages: 0, parts: std::mem::take(&mut now.parts) };
        let (amount, money) = settlement::correction(&open, &metered.parts)?;
        let money = money.value;
        open.remove(0, &metered.parts);
        let vouchers = pay::beyond(&now.vouchers, open.accrued()?, money)?;
        pay::take_back(&mut now.vouchers, &vouchers)?;
        now.parts = open.parts;
        let to_vouchers = pay::from_vouchers(&vouchers)?;
        let correction = Correction {
            charge: now.charge,
            key: metered.key,
            parts: metered.parts.clone(),
            from_packages: metered.from_packages,
            amount,
            money,
            allocation: top_up::split(self, money.checked_sub(to_vouchers)?)?,
            vouchers,
            bill: bill::month_of(&self.terms.policy, metered.key.period, self.now),
        };
        self.record(What::Corrected(correction), events)
    }
}
