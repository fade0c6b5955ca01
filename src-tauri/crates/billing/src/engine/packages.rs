//! Package cycles begin, end and are bought.

use chrono::{Datelike as _, NaiveDate};

use crate::{
    Account, Cycle, Derived, Event, Instant, Money, Package, PackageId, Refusal, ResourceKey,
    alert::NoticeKind,
    bill,
    command::PurchaseOrder,
    event::{Notice, What},
    lifecycle::ResourceState,
    package::PaidOrder,
    policy::ResourceKind,
    settlement::pay::{self, Payment},
    terms::Offer,
    voucher::{Occasion, PayMode},
    zone::Term,
};

/// The last year that instants are written with four digits.
const LAST_YEAR: i32 = 9000;

/// The most packages that are paid together: vouchers pay no larger batches (T-39).
const MOST_TOGETHER: usize = 100;

/// What is ordered.
pub(super) struct Order<'a> {
    pub sku: &'a str,
    pub application: Option<&'a str>,
    pub starts_at: Option<Instant>,
}

/// What is ordered, worked out: all that a purchase needs but money.
pub(crate) struct Ordered {
    pub offer: Offer,
    key: ResourceKey,
    anchor: NaiveDate,
    cycles: Vec<Cycle>,
}

/// How a package comes to the customer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Acquired {
    Bought,
    Granted,
}

/// Where a row of cycles begins.
#[derive(Clone, Copy)]
pub(super) struct Chain {
    /// The day on which months end.
    pub anchor: NaiveDate,
    /// The number of the first cycle since the anchor, from 1.
    pub number: u32,
    pub starts_at: Instant,
}

impl Account {
    /// Begins and ends every cycle whose instant has come, package by package in order of acquisition.
    pub(super) fn turn_cycles(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        for index in 0..self.packages.len() {
            let Ok(number) = u32::try_from(index) else { break };
            self.turn_cycles_of(PackageId(number), events)?;
        }
        Ok(())
    }

    pub(super) fn turn_cycles_of(
        &mut self,
        package: PackageId,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let known = self.package(package).filter(|package| !package.is_gone());
        let cycles = known.map_or(0, |package| package.cycles.len());
        for cycle in 0..cycles {
            let Some(state) = self.package(package).and_then(|package| package.cycles.get(cycle)) else {
                break;
            };
            let (begun, quota, lapsed) = (state.begun, state.quota, state.remaining());
            let begins = !begun && state.starts_at <= self.now;
            let ends = !state.ended && state.ends_at < self.now;
            if begins {
                self.record(What::CycleBegan { package, cycle, quota }, events)?;
            }
            if ends {
                self.record(What::CycleEnded { package, cycle, lapsed }, events)?;
            }
        }
        let expires = self.package(package).filter(|state| !state.is_gone()).is_some_and(|state| {
            state.expired_at.is_none() && state.cycles.last().is_some_and(|cycle| cycle.ended)
        });
        if expires {
            self.record(What::Expired { package }, events)?;
            let notice = Notice {
                kind: NoticeKind::PackageExpired,
                package: Some(package),
                charge: None,
                measured: None,
            };
            self.record(What::Noticed(notice), events)?;
            self.disable_at_end(package, events)?;
        }
        Ok(())
    }

    /// Buys one package, or receives it free of charge.
    pub(super) fn acquire(
        &mut self,
        order: &Order<'_>,
        acquired: Acquired,
        auto_renew: bool,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let ordered = self.ordered(order)?;
        if acquired == Acquired::Bought {
            self.owes_nothing()?;
        }
        self.takes_packages(&ordered.key)?;
        let (price, payment) = match acquired {
            Acquired::Granted => (Money::ZERO, Payment::default()),
            Acquired::Bought => {
                is_sold(&ordered.offer)?;
                let price = pay::price_of(&ordered.offer, 1)?;
                let occasion = self.order_of(&ordered.offer, PayMode::Purchase);
                (price.value, pay::in_advance(self, price, occasion)?.value)
            }
        };
        self.add_package(ordered, (price, payment), auto_renew, events)
    }

    /// Buys several packages, paid as one: all of them, or none (T-39).
    pub(super) fn buy_together(
        &mut self,
        orders: &[PurchaseOrder],
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let (ordered, payments) = self.quote_together(orders)?;
        for (ordered, payment) in ordered.into_iter().zip(payments.value) {
            let price = pay::price_of(&ordered.offer, 1)?.value;
            self.add_package(ordered, (price, payment), false, events)?;
        }
        Ok(())
    }

    /// What is ordered together, and how each of it is paid.
    pub(crate) fn quote_together(
        &self,
        orders: &[PurchaseOrder],
    ) -> Result<(Vec<Ordered>, Derived<Vec<Payment>>), Refusal> {
        if orders.is_empty() || MOST_TOGETHER < orders.len() {
            let highest = u32::try_from(MOST_TOGETHER).unwrap_or(u32::MAX);
            return Err(Refusal::InvalidNumber { lowest: 1, highest });
        }
        let order = |order: &PurchaseOrder| {
            let application = order.application.as_deref();
            self.ordered(&Order { sku: &order.sku, application, starts_at: None })
        };
        let ordered = orders.iter().map(order).collect::<Result<Vec<_>, _>>()?;
        self.owes_nothing()?;
        ordered.iter().try_for_each(|ordered| self.takes_packages(&ordered.key))?;
        ordered.iter().try_for_each(|ordered| is_sold(&ordered.offer))?;
        let due = |ordered: &'_ Ordered| pay::price_of(&ordered.offer, 1);
        let prices = ordered.iter().map(due).collect::<Result<Vec<_>, _>>()?;
        let occasions = ordered.iter().map(|ordered| self.order_of(&ordered.offer, PayMode::Purchase));
        let payments = pay::together(self, prices.into_iter().zip(occasions).collect())?;
        Ok((ordered, payments))
    }

    /// What is ordered, before it is paid.
    fn ordered(&self, order: &Order<'_>) -> Result<Ordered, Refusal> {
        let offer = self.terms.offer(order.sku, self.now).cloned().ok_or(Refusal::UnknownOffer)?;
        let key = self.covered_by(&offer, order.application)?;
        let starts_at = order.starts_at.map_or(self.now, |starts_at| starts_at.max(self.now));
        let anchor = self.terms.policy.zone.date(starts_at);
        let cycles = self.cycles(&offer, 1, Chain { anchor, number: 1, starts_at })?;
        Ok(Ordered { offer, key, anchor, cycles })
    }

    fn add_package(
        &mut self,
        Ordered { offer, key, anchor, cycles }: Ordered,
        (price, payment): (Money, Payment),
        auto_renew: bool,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let resource = self.name_resource(&key, events)?;
        let project = match &offer.project {
            Some(name) => Some(self.name_project(name, events)?),
            None => None,
        };
        let most_days_before = self.terms.policy.package.auto_renewal.most_days_before;
        let terms = Package {
            sku: offer.sku,
            resource,
            project,
            hours: offer.hours,
            source: offer.source,
            quota: offer.quota,
            term: offer.term,
            acquired_at: self.now,
            anchor,
            price,
            orders: vec![PaidOrder {
                cycles: u32::try_from(cycles.len()).map_err(|_| Refusal::TooLarge)?,
                price,
                vouchers: payment.vouchers.clone(),
            }],
            cycles,
            expired_at: None,
            anchor_cycle: 0,
            auto_renew: auto_renew.then_some(most_days_before),
            disable_at_end: false,
            shared: Vec::new(),
            renewal_failed_for: None,
            refunded_at: None,
            refund_counted: false,
            void_since: None,
        };
        let package = PackageId(u32::try_from(self.packages.len()).map_err(|_| Refusal::TooLarge)?);
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        self.record(What::Acquired { package, terms: terms.into(), payment, bill }, events)?;
        self.turn_cycles_of(package, events)
    }

    /// Lets a package pay for calls of member accounts, or no longer; one that is so already stays (H-120).
    pub(super) fn share(&mut self, id: PackageId, on: bool, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?;
        if package.is_gone() {
            return Err(Refusal::PackageReleased);
        }
        if package.is_shared() == on { Ok(()) } else { self.record(What::Shared { package: id, on }, events) }
    }

    /// What an order of an offer is to vouchers: it is paid now (H-48).
    pub(crate) fn order_of<'a>(&self, offer: &'a Offer, mode: PayMode) -> Occasion<'a> {
        Occasion { mode, service: &offer.resource.service, from: self.now, to: self.now }
    }

    /// The resource that a package of an offer pays for: an offer for applications is bought for one that exists.
    fn covered_by(&self, offer: &Offer, application: Option<&str>) -> Result<ResourceKey, Refusal> {
        if self.terms.policy.resources == ResourceKind::Regions {
            return Ok(offer.resource.clone());
        }
        let key = ResourceKey {
            application: application.ok_or(Refusal::UnknownResource)?.to_owned(),
            ..offer.resource.clone()
        };
        self.known_resource(&key)?;
        Ok(key)
    }

    /// Whether a resource can have packages: an application that is banned or released cannot.
    fn takes_packages(&self, key: &ResourceKey) -> Result<(), Refusal> {
        if self.terms.policy.resources == ResourceKind::Regions {
            return Ok(());
        }
        match self.resource_state(self.known_resource(key)?) {
            ResourceState::Banned => Err(Refusal::Banned),
            // What was released is gone; it is enabled anew first (T-30).
            ResourceState::Released => Err(Refusal::NotEnabled),
            _ => Ok(()),
        }
    }

    /// The cycles of so many terms of an offer, one after the other.
    pub(super) fn cycles(&self, offer: &Offer, terms: u32, chain: Chain) -> Result<Vec<Cycle>, Refusal> {
        let (step, per_term) = self.cycles_per_term(offer.term);
        let count = terms.checked_mul(per_term).ok_or(Refusal::TooLarge)?;
        let mut starts_at = chain.starts_at;
        let mut cycles = Vec::new();
        for index in 0..count {
            let number = chain.number + index;
            let ends_at =
                within_calendar(step.ends_at(self.terms.policy.zone, chain.anchor, starts_at, number))?;
            cycles.push(Cycle::new(self.now, starts_at, ends_at, offer.quota));
            starts_at = ends_at + chrono::TimeDelta::seconds(1);
        }
        Ok(cycles)
    }

    /// The length of one cycle of a term, and how many it has: quota that comes month by month has one a month (T-16).
    pub(crate) fn cycles_per_term(&self, term: Term) -> (Term, u32) {
        match term {
            Term::Months(months) if self.terms.policy.package.quota_by_month => (Term::Months(1), months),
            term => (term, 1),
        }
    }

    /// Buying and renewing need the arrears paid (H-31).
    pub(super) fn owes_nothing(&self) -> Result<(), Refusal> {
        let owed = self.arrears()?;
        if owed.is_positive() { Err(Refusal::AccountInArrears { owed }) } else { Ok(()) }
    }
}

/// Buying and renewing need an offer that is sold (H-24).
pub(super) const fn is_sold(offer: &Offer) -> Result<(), Refusal> {
    if offer.withdrawn { Err(Refusal::OfferWithdrawn) } else { Ok(()) }
}

/// A package that would end beyond the years of the calendar is refused.
pub(super) fn within_calendar(ends_at: Instant) -> Result<Instant, Refusal> {
    if ends_at.year() <= LAST_YEAR { Ok(ends_at) } else { Err(Refusal::TooLarge) }
}
