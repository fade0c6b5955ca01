//! Package cycles begin, end and are bought.

use chrono::Datelike as _;

use crate::{
    Account, Cycle, Event, Instant, Money, Package, PackageId, Refusal,
    alert::NoticeKind,
    bill,
    event::{Notice, What},
    package::stage::{PackageState, state_at},
    settlement::pay::{self, Payment},
    terms::Offer,
};

/// The most terms that one renewal may pay.
const MOST_TERMS: u32 = 1200;

/// The last year that instants are written with four digits.
const LAST_YEAR: i32 = 9000;

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
            self.owes_nothing()?;
            is_sold(&offer)?;
        }
        let (price, payment) = if granted {
            (Money::ZERO, Payment::default())
        } else {
            let price = pay::price_of(&offer, 1)?;
            (price.value, pay::in_advance(self, price)?.value)
        };
        let starts_at = starts_at.map_or(self.now, |starts_at| starts_at.max(self.now));
        let zone = self.terms.policy.zone;
        let anchor = zone.date(starts_at);
        let ends_at = within_calendar(offer.term.ends_at(zone, anchor, starts_at, 1))?;
        let cycle = Cycle::new(self.now, starts_at, ends_at, offer.quota);
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
        if !(1..=MOST_TERMS).contains(&terms) {
            return Err(Refusal::InvalidNumber { lowest: 1, highest: MOST_TERMS });
        }
        self.owes_nothing()?;
        if state_at(&package, self.terms.policy.package_stages(&self.terms.level), self.now)
            == PackageState::Released
        {
            return Err(Refusal::PackageReleased);
        }
        is_sold(&offer)?;
        let price = pay::price_of(&offer, terms)?;
        let payment = pay::in_advance(self, price.clone())?.value;
        let cycles = self.further_cycles(&package, terms)?;
        let bill = bill::month_of(&self.terms.policy, self.now, self.now);
        self.record(What::Renewed { package: id, cycles, price: price.value, payment, bill }, events)?;
        self.turn_cycles_of(id, events)
    }

    fn further_cycles(&self, package: &Package, terms: u32) -> Result<Vec<Cycle>, Refusal> {
        let zone = self.terms.policy.zone;
        let known = u32::try_from(package.cycles.len()).map_err(|_| Refusal::TooLarge)?;
        let mut starts_at = package.valid_to() + chrono::TimeDelta::seconds(1);
        let mut cycles = Vec::new();
        for number in 1..=terms {
            let ends_at =
                within_calendar(package.term.ends_at(zone, package.anchor, starts_at, known + number))?;
            cycles.push(Cycle::new(self.now, starts_at, ends_at, package.quota));
            starts_at = ends_at + chrono::TimeDelta::seconds(1);
        }
        Ok(cycles)
    }

    /// Buying and renewing need the arrears paid (H-31).
    pub(super) fn owes_nothing(&self) -> Result<(), Refusal> {
        let owed = self.arrears()?;
        if owed.is_positive() { Err(Refusal::AccountInArrears { owed }) } else { Ok(()) }
    }
}

/// Buying and renewing need an offer that is sold (H-24).
const fn is_sold(offer: &Offer) -> Result<(), Refusal> {
    if offer.withdrawn { Err(Refusal::OfferWithdrawn) } else { Ok(()) }
}

/// A package that would end beyond the years of the calendar is refused.
fn within_calendar(ends_at: Instant) -> Result<Instant, Refusal> {
    if ends_at.year() <= LAST_YEAR { Ok(ends_at) } else { Err(Refusal::TooLarge) }
}
