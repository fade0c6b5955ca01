//! Packages that renew themselves (H-113 to H-117, T-49).

use chrono::{Days, NaiveDate};

use super::renew::Renewal;
use crate::{
    Account, Event, Instant, Package, PackageId, Refusal,
    alert::NoticeKind,
    engine::due::Phase,
    event::{Notice, What},
    package::order::numbered,
    settlement::pay,
    voucher::PayMode,
};

impl Account {
    /// The next attempt of each package that renews itself.
    pub(super) fn renewal_attempts(&self) -> impl Iterator<Item = (Instant, Phase)> + use<'_> {
        self.packages.iter().filter_map(|package| self.next_attempt(package))
    }

    /// When a package is next tried to be renewed by itself (H-113); `None` when it does not renew itself or no attempt is
    /// left.
    #[must_use]
    pub fn next_renewal_attempt(&self, package: PackageId) -> Option<Instant> {
        self.next_attempt(self.package(package)?).map(|(at, _)| at)
    }

    /// Every attempt to renew a package by itself that still lies ahead of its present end, in order (H-113); none when it
    /// does not renew itself.
    #[must_use]
    pub fn renewal_attempts_ahead(&self, package: PackageId) -> Vec<Instant> {
        let Some(package) = self.package(package) else { return Vec::new() };
        let done = (self.now, self.phase);
        let attempts = self.renews_by_itself(package).map(|days_before| self.attempts(package, days_before));
        attempts.into_iter().flatten().filter(|at| (*at, Phase::Renewals) > done).collect()
    }

    fn next_attempt(&self, package: &Package) -> Option<(Instant, Phase)> {
        let done = (self.now, self.phase);
        let days_before = self.renews_by_itself(package)?;
        let ahead = self.attempts(package, days_before).map(|at| (at, Phase::Renewals));
        ahead.filter(|step| *step > done).min()
    }

    /// Whether a package is renewed by itself, and from how many days before its end on: what is gone is not, nor what no
    /// longer comes back (T-32).
    fn renews_by_itself(&self, package: &Package) -> Option<u32> {
        package.auto_renew.filter(|_| !package.is_gone() && !self.is_banned(package.resource))
    }

    /// Daily, from so many days before the day of the end on.
    fn attempts(&self, package: &Package, days_before: u32) -> impl Iterator<Item = Instant> + use<> {
        let zone = self.terms.policy.zone;
        let (hour, days_after) =
            (self.terms.policy.package.auto_renewal.hour, self.terms.policy.package.auto_renewal.days_after);
        let first = zone.date(package.valid_to()).checked_sub_days(Days::new(days_before.into()));
        (0..=u64::from(days_before + days_after)).filter_map(move |day| {
            let date: NaiveDate = first?.checked_add_days(Days::new(day))?;
            Some(zone.at(date, hour))
        })
    }

    /// Tries every renewal of this instant, package by package in order of acquisition.
    pub(super) fn try_renewals(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        for package in self.tried_now() {
            self.try_renewal(package, events)?;
        }
        Ok(())
    }

    /// The packages whose renewal is tried at this instant, in order of acquisition.
    pub(super) fn tried_now(&self) -> Vec<PackageId> {
        let here = numbered(self).filter(|(_, package)| {
            let days_before = self.renews_by_itself(package);
            days_before.is_some_and(|days| self.attempts(package, days).any(|at| at == self.now))
        });
        here.map(|(id, _)| id).collect()
    }

    /// Arrears, a missing price or too little money make an attempt fail; the next day tries again (Z-26).
    fn try_renewal(&mut self, package: PackageId, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let notice =
            |kind| What::Noticed(Notice { kind, package: Some(package), charge: None, measured: None });
        match self.renew(package, Renewal::BY_ITSELF, events) {
            Ok(()) => self.record(notice(NoticeKind::Renewed), events),
            Err(Refusal::TooLarge) => Err(Refusal::TooLarge),
            Err(_) => {
                let Some(state) = self.package(package) else { return Ok(()) };
                let valid_to = state.valid_to();
                let zone = self.terms.policy.zone;
                let days_left = (zone.date(valid_to) - zone.date(self.now)).num_days();
                let told_days = &self.terms.policy.package.auto_renewal.failure_told_days;
                let is_told = state.renewal_failed_for != Some(valid_to) || told_days.contains(&days_left);
                self.record(What::RenewalFailed { package, valid_to }, events)?;
                if is_told { self.record(notice(NoticeKind::RenewalFailed), events) } else { Ok(()) }
            }
        }
    }

    /// Switches automatic renewal; the first attempt may lie on the day of the end up to the policy's most days before
    /// (H-114).
    pub(super) fn set_auto_renew(
        &mut self,
        package: PackageId,
        days_before: Option<u32>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let state = self.package(package).ok_or(Refusal::UnknownPackage)?;
        if state.is_gone() {
            return Err(Refusal::PackageReleased);
        }
        if state.valid_to() < self.now {
            return Err(Refusal::PackageExpired);
        }
        let most = self.terms.policy.package.auto_renewal.most_days_before;
        if most > 0 && days_before.is_some_and(|days| days > most) {
            return Err(Refusal::InvalidNumber { lowest: 0, highest: most });
        }
        let days_before = days_before.map(|days| days.min(most));
        self.record(What::AutoRenewSet { package, days_before }, events)
    }

    /// Whether a package will renew itself with the money there is.
    pub(super) fn renewal_is_covered(&self, package: &Package) -> Result<bool, Refusal> {
        let offer = self.terms.offer(&package.sku, self.now).filter(|offer| !offer.withdrawn);
        let (Some(offer), Some(_)) = (offer, self.renews_by_itself(package)) else { return Ok(false) };
        let vouchers = self.vouchers_for(self.order_of(offer, PayMode::Renewal), offer.price)?;
        let due = offer.price.checked_sub(pay::from_vouchers(&vouchers)?)?;
        Ok(due <= self.position()?.spendable_now)
    }
}
