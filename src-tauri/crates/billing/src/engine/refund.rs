//! Giving a package back (H-130 to H-137, T-40 to T-47).

use crate::{
    Account, Event, PackageId, Refusal, bill,
    event::{RenewalRefunded, What},
    refund::{Refund, renewal::RenewalRefund},
    top_up,
};

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
    /// Gives back the renewals of a package that have not begun, and lets it renew itself no more: what was just given back
    /// would be paid again (H-136).
    pub(super) fn unsubscribe_renewal(
        &mut self,
        id: PackageId,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let RenewalRefund { refund: Refund { back, vouchers, .. }, orders } =
            self.renewal_refund_of(id)?.value;
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?;
        let refunded = RenewalRefunded {
            package: id,
            anchor: self.anchor_without(package, &orders),
            orders,
            amount: back.total()?,
            allocation: top_up::split(self, back.cash)?,
            vouchers,
            bill: bill::month_of(&self.terms.policy, self.now, self.now),
        };
        self.record(What::RenewalRefunded(Box::new(refunded)), events)?;
        self.end_arrears(events)
    }
}
