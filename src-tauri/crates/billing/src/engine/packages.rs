//! Package cycles begin, end and are bought.

use crate::{
    Account, Cycle, Event, Instant, Money, Package, PackageId, Refusal,
    alert::NoticeKind,
    bill,
    event::{Notice, What},
    package::stage::{PackageState, state_at},
    settlement::pay::{self, Payment},
    terms::Offer,
};

impl Account {
    /// Begins and ends every cycle whose instant has come, package by package in order of acquisition.
    pub(super) fn turn_cycles(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        for index in 0..self.packages.len() {
            let Ok(number) = u32::try_from(index) else { break };
            self.turn_cycles_of(PackageId(number), events)?;
        }
        Ok(())
    }

    fn turn_cycles_of(&mut self, package: PackageId, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let cycles = self.package(package).map_or(0, |package| package.cycles.len());
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
        let expires = self.package(package).is_some_and(|state| {
            state.expired_at.is_none() && state.cycles.last().is_some_and(|cycle| cycle.ended)
        });
        if expires {
            self.record(What::Expired { package }, events)?;
            let notice = Notice { kind: NoticeKind::PackageExpired, package: Some(package), charge: None };
            self.record(What::Noticed(notice), events)?;
        }
        Ok(())
    }

    /// Buys one package, or receives it free of charge.
    pub(super) fn acquire(
        &mut self,
        sku: &str,
        starts_at: Option<Instant>,
        granted: bool,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let offer = self.terms.offer(sku, self.now).cloned().ok_or(Refusal::UnknownOffer)?;
        if !granted {
            self.may_spend(&offer)?;
        }
        let price = if granted { Money::ZERO } else { offer.price };
        let payment = self.pay_in_advance(price)?;
        let starts_at = starts_at.map_or(self.now, |starts_at| starts_at.max(self.now));
        let zone = self.terms.policy.zone;
        let anchor = zone.date(starts_at);
        let cycle = Cycle::new(starts_at, offer.term.ends_at(zone, anchor, starts_at, 1), offer.quota);
        let resource = self.name_resource(&offer.resource, events)?;
        let project = match &offer.project {
            Some(name) => Some(self.name_project(name, events)?),
            None => None,
        };
        let terms = Package {
            sku: offer.sku,
            resource,
            project,
            source: offer.source,
            quota: offer.quota,
            term: offer.term,
            acquired_at: self.now,
            anchor,
            price,
            cycles: vec![cycle],
            expired_at: None,
        };
        let package = PackageId(u32::try_from(self.packages.len()).map_err(|_| Refusal::TooLarge)?);
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        self.record(What::Acquired { package, terms, payment, bill }, events)?;
        self.turn_cycles_of(package, events)
    }

    /// Pays further cycles in advance. Each begins where the one before ends, with its own full quota (H-111, H-112);
    /// after the end they count from the original end (H-90).
    pub(super) fn renew(
        &mut self,
        id: PackageId,
        terms: u32,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?.clone();
        let offer = self.terms.offer(&package.sku, self.now).cloned().ok_or(Refusal::UnknownOffer)?;
        if !(1..=1200).contains(&terms) {
            return Err(Refusal::InvalidAmount {
                lowest: crate::top_up::LIMITS.0,
                highest: crate::top_up::LIMITS.1,
            });
        }
        if state_at(&package, self.terms.policy.package_stages(&self.terms.level), self.now)
            == PackageState::Released
        {
            return Err(Refusal::PackageReleased);
        }
        self.may_spend(&offer)?;
        let price = offer.price.checked_mul(terms)?;
        let payment = self.pay_in_advance(price)?;
        let cycles = self.further_cycles(&package, terms)?;
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        self.record(What::Renewed { package: id, cycles, price, payment, bill }, events)?;
        self.turn_cycles_of(id, events)
    }

    fn further_cycles(&self, package: &Package, terms: u32) -> Result<Vec<Cycle>, Refusal> {
        let zone = self.terms.policy.zone;
        let known = u32::try_from(package.cycles.len()).map_err(|_| Refusal::TooLarge)?;
        let mut starts_at = package.valid_to() + chrono::TimeDelta::seconds(1);
        let mut cycles = Vec::new();
        for number in 1..=terms {
            let ends_at = package.term.ends_at(zone, package.anchor, starts_at, known + number);
            cycles.push(Cycle::new(starts_at, ends_at, package.quota));
            starts_at = ends_at + chrono::TimeDelta::seconds(1);
        }
        Ok(cycles)
    }

    /// Buying and renewing need an offer that is sold, and no arrears (H-24, H-31).
    fn may_spend(&self, offer: &Offer) -> Result<(), Refusal> {
        let owed = self.arrears()?;
        if owed.is_positive() {
            return Err(Refusal::AccountInArrears { owed });
        }
        if offer.withdrawn {
            return Err(Refusal::OfferWithdrawn);
        }
        Ok(())
    }

    /// Purchases and renewals never make arrears: what balance and credit do not cover is refused.
    fn pay_in_advance(&self, price: Money) -> Result<Payment, Refusal> {
        let payment = pay::pay(self, price)?;
        if payment.owed.is_positive() {
            return Err(Refusal::InsufficientBalance { price, short: payment.owed });
        }
        Ok(payment)
    }
}
