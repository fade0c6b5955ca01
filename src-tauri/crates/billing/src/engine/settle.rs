//! Settlement: periods whose instant has come become charges and money (H-50, H-61).

use chrono::TimeDelta;

use crate::{
    Account, Charge, ChargeId, Event, Instant, Money, OpenCharge, OpenKey, Refusal, bill,
    event::What,
    rating,
    settlement::pay,
    voucher::{Occasion, PayMode},
    zone::Month,
};

/// A settlement period that is closed.
#[derive(Clone, Copy)]
struct Period {
    starts_at: Instant,
    last_second: Instant,
    bill: Month,
}

impl Account {
    /// When usage of a period is settled: at the period's end plus the delay, or, when that has passed, at the next
    /// settlement instant (H-58).
    #[must_use]
    pub fn settles_at(&self, period: Instant) -> Instant {
        let length = self.terms.policy.settlement.period;
        let delay = self.terms.policy.settlement.posted_after + self.terms.settlement_delay;
        let regular = period + length + delay;
        if self.now < regular {
            return regular;
        }
        let current = self.terms.policy.period_start(self.now - delay);
        current + length + delay
    }

    /// Settles every open charge whose instant is now: by period, service, region, project.
    pub(super) fn settle_due(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        while let Some(due) = self.open.take_due(self.now) {
            let period = self.period_settled_now(due.period);
            let mut charges: Vec<_> = due.charges.into_iter().collect();
            charges.sort_by(|((a, of), _), ((b, or), _)| {
                let by_name = self.resources.rank(*a).cmp(&self.resources.rank(*b));
                by_name.then_with(|| self.project(*of).cmp(self.project(*or)))
            });
            events.reserve(charges.len());
            for ((resource, project), open) in charges {
                let key = OpenKey { settles_at: due.settles_at, period: due.period, resource, project };
                self.settle(key, open, period, events)?;
            }
        }
        Ok(())
    }

    fn period_settled_now(&self, starts_at: Instant) -> Period {
        let policy = &self.terms.policy;
        Period {
            starts_at,
            last_second: starts_at + policy.settlement.period - TimeDelta::seconds(1),
            bill: bill::month_of(policy, starts_at, self.now),
        }
    }

    fn settle(
        &mut self,
        key: OpenKey,
        open: OpenCharge,
        period: Period,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let amount = rating::amount_of(&open.parts)?;
        let due = Money::from_charge(amount)?;
        // The usage itself must lie in a voucher's validity (H-47).
        let service = self.resource(key.resource).map_or("", |resource| resource.key.service.as_str());
        let (from, to) = (period.starts_at, period.last_second);
        let payment = pay::pay(self, due, Occasion { mode: PayMode::Usage, service, from, to })?;
        let charge = Charge {
            id: ChargeId(self.next_charge),
            key,
            from_packages: open.from_packages,
            parts: open.parts,
            amount,
            due,
            vouchers: payment.vouchers,
            from_balance: payment.from_balance,
            from_credit: payment.from_credit,
            owed: payment.owed,
            bill: period.bill,
        };
        let id = charge.id;
        let begins = self.debts.is_empty() && charge.owed.is_positive();
        self.record(What::Settled(charge), events)?;
        if begins { self.begin_arrears(id, events) } else { Ok(()) }
    }
}
