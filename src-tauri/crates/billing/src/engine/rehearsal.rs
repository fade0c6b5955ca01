//! Automatic renewals walked through before they come: the engine itself tries them on a copy of the account.

use super::renew::Renewal;
use crate::{Account, Derivation, Event, Instant, Money, PackageId, Refusal, Value, engine::due::Phase};

/// One automatic renewal, tried ahead of its time with the money there is now: what is open is settled on the way, but
/// nobody calls and nobody tops up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsed {
    /// Which package.
    pub package: PackageId,
    /// When it will be tried.
    pub at: Instant,
    /// The end it would move.
    pub ends_at: Instant,
    /// What the next term costs then; absent when the offer is no longer sold.
    pub price: Option<Money>,
    /// What balance and credit can pay then.
    pub can_pay: Money,
    /// Why it fails; absent when it succeeds.
    pub refusal: Option<Refusal>,
}

impl Rehearsed {
    /// What it takes when it succeeds.
    #[must_use]
    pub fn taken(&self) -> Derivation {
        let price = self.price.unwrap_or(Money::ZERO);
        Derivation::new("renewal-taken", "H-113", Value::Money(price))
            .with("tried-at", Value::Instant(self.at))
    }

    /// Why it succeeds or fails: the money there will be, and the price (H-113, H-24).
    #[must_use]
    pub fn because(&self) -> Derivation {
        let left = self.price.and_then(|price| self.can_pay.checked_sub(price).ok());
        let because =
            Derivation::new("renewal-rehearsed", "H-113", Value::Money(left.unwrap_or(self.can_pay)))
                .with("tried-at", Value::Instant(self.at))
                .with("can-pay-then", Value::Money(self.can_pay));
        match self.price {
            Some(price) => because.with("package-price", Value::Money(price)),
            None => because,
        }
    }
}

impl Account {
    /// Every automatic renewal that falls due up to `until`, in the order in which the engine will try them. One that
    /// succeeds leaves less money to those after it.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] when a figure leaves the range that can be kept exactly.
    pub fn rehearse_renewals(&self, until: Instant) -> Result<Vec<Rehearsed>, Refusal> {
        let mut account = self.clone();
        let (mut rehearsed, mut unread) = (Vec::new(), Vec::new());
        account.try_ahead((until, Phase::Renewals), &mut rehearsed, &mut unread)?;
        Ok(rehearsed)
    }

    /// Runs what falls due up to the last renewal that is tried up to a limit, and tells how each went.
    pub(super) fn try_ahead(
        &mut self,
        limit: (Instant, Phase),
        rehearsed: &mut Vec<Rehearsed>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        while let Some((at, _)) = self.renewal_attempts().min().filter(|step| *step <= limit) {
            self.run_due((at, Phase::PackageEnds), events)?;
            for package in self.tried_now() {
                rehearsed.push(self.rehearse(package, events)?);
            }
            self.phase = Phase::Renewals;
        }
        Ok(())
    }

    fn rehearse(&mut self, package: PackageId, events: &mut Vec<Event>) -> Result<Rehearsed, Refusal> {
        let state = self.package(package).ok_or(Refusal::UnknownPackage)?;
        let offer = self.terms.offer(&state.sku, self.now).filter(|offer| !offer.withdrawn);
        let (price, ends_at, can_pay) = (offer.map(|offer| offer.price), state.valid_to(), self.can_pay()?);
        let refusal = match self.renew(package, Renewal::BY_ITSELF, events) {
            Err(Refusal::TooLarge) => return Err(Refusal::TooLarge),
            tried => tried.err(),
        };
        Ok(Rehearsed { package, at: self.now, ends_at, price, can_pay, refusal })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Command, Terms, decide, zone::parse_instant};

    fn at(text: &str) -> Instant {
        parse_instant(text).unwrap()
    }

    /// Bought on 8 March 2023 for 15.00 of 40.00, and renewed by itself from 7 days before its end on.
    fn account() -> Account {
        let bought_at = at("2023-03-08T15:50:04+08:00");
        let terms = Arc::new(Terms::example());
        let (account, _) = Account::open(terms, bought_at, Money::from_cents(4000)).unwrap();
        let account = decide(&account, &Command::buy("passport-1k"), bought_at).unwrap().account;
        let switch = Command::AutoRenew { package: PackageId(0), days_before: Some(7) };
        decide(&account, &switch, bought_at).unwrap().account
    }

    #[test]
    fn one_that_is_covered_succeeds_at_its_first_attempt_and_changes_nothing() {
        let account = account();
        let before = account.clone();
        let tried = account.rehearse_renewals(at("2024-03-08T23:59:59+08:00")).unwrap();
        assert_eq!(account, before);
        let expected = Rehearsed {
            package: PackageId(0),
            at: at("2024-03-01T03:00:00+08:00"),
            ends_at: at("2024-03-08T23:59:59+08:00"),
            price: Some(Money::from_cents(1500)),
            can_pay: Money::from_cents(2500),
            refusal: None,
        };
        assert_eq!(tried, [expected]);
    }

    #[test]
    fn what_one_takes_is_missing_to_the_next_which_fails_every_day_up_to_its_end() {
        let tried = account().rehearse_renewals(at("2025-03-09T00:00:00+08:00")).unwrap();
        let days: Vec<_> = tried.iter().skip(1).map(|one| one.at).collect();
        let ahead = |day: u32| at(&format!("2025-03-{day:02}T03:00:00+08:00"));
        assert_eq!(days, (1..=8).map(ahead).collect::<Vec<_>>());
        let missing =
            Refusal::InsufficientBalance { price: Money::from_cents(1500), short: Money::from_cents(500) };
        assert!(tried.iter().skip(1).all(|one| one.refusal.as_ref() == Some(&missing)), "{tried:?}");
    }

    #[test]
    fn a_package_that_does_not_renew_itself_is_not_tried() {
        let switch = Command::AutoRenew { package: PackageId(0), days_before: None };
        let account = account();
        let off = decide(&account, &switch, account.now).unwrap().account;
        assert!(off.rehearse_renewals(at("2025-03-09T00:00:00+08:00")).unwrap().is_empty());
        assert!(off.renewal_attempts_ahead(PackageId(0)).is_empty());
    }
}
