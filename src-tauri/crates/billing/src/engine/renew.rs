//! Renewing a package: what is added, from when to when, and for what (H-110 to H-119, T-48 to T-51).

use chrono::NaiveDate;

use super::packages::{Chain, is_sold, within_calendar};
use crate::{
    Account, Cycle, Derivation, Derived, Event, Money, Package, PackageId, Refusal, Value, bill,
    event::What,
    package::stage::{PackageState, state_at},
    policy::RenewalAfterEnd,
    settlement::pay::{self, Payment},
    standard_date,
    terms::Offer,
    voucher::PayMode,
};

/// The most terms that one renewal may pay.
const MOST_TERMS: u32 = 1200;

/// How a package is renewed.
#[derive(Clone, Copy)]
pub(crate) struct Renewal {
    pub terms: u32,
    /// The day of a month on which the last cycle ends (H-119, T-51).
    pub align_to: Option<u32>,
    /// By itself, not by the customer.
    pub automatic: bool,
}

impl Renewal {
    /// As automatic renewal does it: for one term more (H-116).
    pub const BY_ITSELF: Self = Self { terms: 1, align_to: None, automatic: true };
}

/// A renewal, priced.
pub(crate) struct Quote {
    cycles: Vec<Cycle>,
    /// The day on which months end, and the number of cycles of the package before the first that is counted from it.
    anchor: (NaiveDate, u32),
    price: Money,
    /// How it is paid, and why.
    pub payment: Derived<Payment>,
}

impl Account {
    /// Pays further cycles in advance. Each begins where the one before ends, with its own full quota (H-111, H-112);
    /// after the end they count from the original end (H-90).
    pub(super) fn renew(
        &mut self,
        id: PackageId,
        renewal: Renewal,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let Quote { cycles, anchor, price, payment } = self.quote(id, renewal)?;
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        let (payment, automatic) = (payment.value, renewal.automatic);
        let renewed = What::Renewed { package: id, cycles, anchor, price, payment, bill, automatic };
        self.record(renewed, events)?;
        self.turn_cycles_of(id, events)
    }

    /// What a renewal would add, and for what.
    pub(crate) fn quote(&self, id: PackageId, renewal: Renewal) -> Result<Quote, Refusal> {
        let Renewal { terms, align_to, .. } = renewal;
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?;
        let offer = self.terms.offer(&package.sku, self.now).ok_or(Refusal::UnknownOffer)?;
        if !(1..=MOST_TERMS).contains(&terms) {
            return Err(Refusal::InvalidNumber { lowest: 1, highest: MOST_TERMS });
        }
        self.owes_nothing()?;
        if self.is_banned(package.resource) {
            return Err(Refusal::Banned);
        }
        let state = state_at(package, self.package_stages(package), self.now);
        if package.is_gone() || state == PackageState::Released {
            return Err(Refusal::PackageReleased);
        }
        is_sold(offer)?;
        let chain = self.chain_after(package)?;
        let mut cycles = self.cycles(offer, terms, chain)?;
        let known = u32::try_from(package.cycles.len()).map_err(|_| Refusal::TooLarge)?;
        let mut anchor = (chain.anchor, known + 1 - chain.number);
        let mut price = pay::price_of(offer, terms)?;
        if let (Some(day), Some(last)) = (align_to, cycles.last_mut()) {
            (price, anchor.0) = self.aligned(offer, price, last, day)?;
            anchor.1 = known + u32::try_from(cycles.len()).map_err(|_| Refusal::TooLarge)?;
        }
        let payment = pay::in_advance(self, price.clone(), self.order_of(offer, PayMode::Renewal))?;
        Ok(Quote { cycles, anchor, price: price.value, payment })
    }

    /// Lets a last cycle end on the first chosen day of a month on or after its end, for the price of the extra days; that
    /// day is the anchor from then on (H-119, T-51).
    fn aligned(
        &self,
        offer: &Offer,
        price: Derived<Money>,
        last: &mut Cycle,
        day: u32,
    ) -> Result<(Derived<Money>, NaiveDate), Refusal> {
        let policy = &self.terms.policy;
        let rule = policy.package.align.ok_or(Refusal::ChoiceNotOffered)?;
        if !(1..=31).contains(&day) {
            return Err(Refusal::InvalidNumber { lowest: 1, highest: 31 });
        }
        let end = policy.zone.date(last.ends_at);
        let to = standard_date::on_or_after(end, day).ok_or(Refusal::TooLarge)?;
        last.ends_at = within_calendar(policy.zone.last_second(to))?;
        let extra =
            standard_date::extra_days(offer.price, offer.term, (to - end).num_days(), rule.day_price)?;
        let value = price.value.checked_add(extra.value)?;
        let because = Derivation::new("aligned-price", extra.because.rule, Value::Money(value))
            .resting_on("package-price", price.because)
            .resting_on("extra-days-price", extra.because);
        Ok((Derived { value, because }, to))
    }

    /// Where the next cycle of a package begins: where the last one ends, or, after the end, where the policy says.
    fn chain_after(&self, package: &Package) -> Result<Chain, Refusal> {
        let known = u32::try_from(package.cycles.len()).map_err(|_| Refusal::TooLarge)?;
        let anew = package.valid_to() < self.now
            && self.terms.policy.package.renewal_after_end == RenewalAfterEnd::Renewal;
        Ok(if anew {
            Chain { anchor: self.terms.policy.zone.date(self.now), number: 1, starts_at: self.now }
        } else {
            let starts_at = package.valid_to() + chrono::TimeDelta::seconds(1);
            Chain { anchor: package.anchor, number: known - package.anchor_cycle + 1, starts_at }
        })
    }
}
