//! Giving a package back (H-130 to H-137, T-40 to T-47).

use crate::{Account, Event, PackageId, Refusal, bill, event::What, refund::Refund, top_up};

impl Account {
    /// Gives a package back for what the policy says comes back of it.
    pub(super) fn unsubscribe(&mut self, id: PackageId, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let Refund { back, vouchers, counted } = self.refund_of(id)?.value;
        let amount = back.total()?;
        let allocation = top_up::split(self, back.cash)?;
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        self.end_begun_cycles(id, events)?;
        self.record(What::Refunded { package: id, amount, allocation, vouchers, counted, bill }, events)?;
        self.end_arrears(events)
    }
}
