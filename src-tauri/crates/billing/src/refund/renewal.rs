//! Giving back only the renewals of a package that have not begun: whole, without a fee (H-136).

use chrono::{NaiveDate, TimeDelta};

use super::{Refund, parts::Paid};
use crate::{
    Account, Derivation, Derived, Package, PackageId, Refusal, Value,
    event::ReturnedOrder,
    package::{Cycle, PaidOrder},
};

/// What comes back of renewals, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenewalRefund {
    /// What comes back.
    pub refund: Refund,
    /// The renewals, oldest first.
    pub orders: Vec<ReturnedOrder>,
}

impl Account {
    /// What comes back when only the renewals of a package that have not begun are given back now.
    ///
    /// # Errors
    /// [`Refusal::NotRefundable`] where the policy gives no such renewals back, [`Refusal::NoRenewalAhead`] when none is paid,
    /// [`Refusal::PackageReleased`] and [`Refusal::Banned`] for what is forfeited.
    pub fn renewal_refund_of(&self, id: PackageId) -> Result<Derived<RenewalRefund>, Refusal> {
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?;
        let rules = self.terms.policy.package.refund.as_ref().ok_or(Refusal::NotRefundable)?;
        if !rules.unstarted_in_full {
            return Err(Refusal::NotRefundable);
        }
        if package.is_gone() {
            return Err(Refusal::PackageReleased);
        }
        // A violation forfeits what was paid (T-32).
        if self.resource(package.resource).is_some_and(|resource| resource.banned_at.is_some()) {
            return Err(Refusal::Banned);
        }
        let (mut back, mut vouchers, mut orders) = (Paid::default(), Vec::new(), Vec::new());
        let mut because = Derivation::new("refund-orders", "H-136", Value::Money(crate::Money::ZERO));
        for (order, cycles) in self.renewals_ahead(package) {
            let (Some(first), Some(last)) = (cycles.first(), cycles.last()) else { continue };
            let (whole, own) = self.whole_order(order, true)?;
            let why = Derivation::new("refund-whole", "H-136", Value::Money(whole.total()?))
                .with("package-price", Value::Money(order.price))
                .with("from-vouchers", Value::Money(whole.vouchers));
            because = because.resting_on("refund-order", why);
            back = back.plus(&whole)?;
            vouchers.extend(own);
            orders.push(ReturnedOrder {
                cycles: order.cycles,
                price: order.price,
                starts_at: first.starts_at,
                ends_at: last.ends_at,
            });
        }
        if orders.is_empty() {
            return Err(Refusal::NoRenewalAhead);
        }
        because.result = Value::Money(back.total()?);
        let refund = Refund { back, vouchers, counted: false };
        Ok(Derived { value: RenewalRefund { refund, orders }, because })
    }

    /// The renewals of a package that have not begun, oldest first; its purchase is none of them.
    fn renewals_ahead<'a>(
        &'a self,
        package: &'a Package,
    ) -> impl Iterator<Item = (&'a PaidOrder, &'a [Cycle])> {
        let is_ahead = |cycles: &[Cycle]| cycles.first().is_some_and(|cycle| self.now < cycle.starts_at);
        package.paid_cycles().skip(1).filter(move |(_, cycles)| is_ahead(cycles))
    }

    /// The anchor of a package without its last orders: that of the orders kept, by their cycles.
    pub(crate) fn anchor_without(&self, package: &Package, gone: &[ReturnedOrder]) -> (NaiveDate, u32) {
        let gone_cycles: u32 = gone.iter().map(|order| order.cycles).sum();
        let known = u32::try_from(package.cycles.len()).unwrap_or(u32::MAX);
        let now = (package.anchor, package.anchor_cycle);
        if now.1 <= known.saturating_sub(gone_cycles) {
            return now;
        }
        let zone = self.terms.policy.zone;
        let (step, _) = self.cycles_per_term(package.term);
        let first = package.cycles.first().map_or(package.acquired_at, |cycle| cycle.starts_at);
        let (mut anchor, mut count, mut end) = ((zone.date(first), 0), 0, None);
        for (order, cycles) in package.paid_cycles().take(package.orders.len() - gone.len()) {
            let (Some(first), Some(last)) = (cycles.first(), cycles.last()) else { continue };
            if end.is_some_and(|end| end + TimeDelta::seconds(1) != first.starts_at) {
                anchor = (zone.date(first.starts_at), count);
            }
            count += order.cycles;
            if step.ends_at(zone, anchor.0, last.starts_at, count - anchor.1) != last.ends_at {
                anchor = (zone.date(last.ends_at), count);
            }
            end = Some(last.ends_at);
        }
        anchor
    }
}
