//! A future lived before it comes: expected usage is metered by the engine itself on a copy of the account, and everything
//! falls due on the way as it will. Nobody tops up, buys or changes anything meanwhile.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{due::Phase, rehearsal::Rehearsed};
use crate::{
    Account, Event, Instant, Money, PackageId, Refusal, Usage, account::Position, event::What,
    package::order::numbered, zone::Month,
};

/// Over so many days it is told how fast a package is used.
pub const PACE_DAYS: u64 = 7;

/// What came to pass in one future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lived {
    /// The first hour whose usage cost more than could be spent; none when the money lasted.
    pub spent_at: Option<Instant>,
    /// When arrears began; when they had begun before, since when.
    pub arrears_at: Option<Instant>,
    /// When calls were first refused, or nothing paid for them.
    pub refused_at: Option<Instant>,
    /// The packages that had not ended, by number.
    pub packages: Vec<Held>,
    /// Every automatic renewal, in the order in which they were tried.
    pub tried: Vec<Rehearsed>,
    /// What it adds to the bill of each month.
    pub bills: BTreeMap<Month, Money>,
    /// How things stood at each midnight of the provider.
    pub midnights: Vec<Midnight>,
}

/// What became of a package's cycle: the one in force, or the first to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which package.
    pub package: PackageId,
    /// Which of its cycles, from 0.
    pub cycle: usize,
    /// The hour that took the last of it.
    pub used_up_at: Option<Instant>,
    /// What was left when it ended; none when it had not ended.
    pub unused: Option<u64>,
    /// What it paid for in the first [`PACE_DAYS`].
    pub drawn: u64,
}

/// How things stood at a midnight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Midnight {
    /// The midnight.
    pub at: Instant,
    /// The money.
    pub position: Position,
    /// What was left of the cycles of [`Lived::packages`], in their order.
    pub left: Vec<u64>,
}

impl Account {
    /// Lives a future: usage in order of time, up to an instant. Usage of the past is late, as it is when it is reported late.
    /// What is refused costs nothing.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] when a figure leaves the range that can be kept exactly.
    pub fn live(&self, expected: impl IntoIterator<Item = Usage>, until: Instant) -> Result<Lived, Refusal> {
        let mut life = Life::begin(self);
        for usage in expected.into_iter().take_while(|usage| usage.occurred_at <= until) {
            life.pass_to(usage.occurred_at)?;
            life.meter(&usage)?;
        }
        life.pass_to(until)?;
        life.look_at_money()?;
        Ok(life.lived)
    }
}

/// A life that is being lived.
struct Life {
    account: Account,
    began_at: Instant,
    next_midnight: Instant,
    lived: Lived,
    /// What happened since it was last read.
    events: Vec<Event>,
}

impl Life {
    fn begin(account: &Account) -> Self {
        let zone = account.terms.policy.zone;
        let held = numbered(account).filter(|(_, package)| !package.is_gone()).filter_map(|(id, package)| {
            let cycle = package.cycles.iter().position(|cycle| account.now <= cycle.ends_at)?;
            Some(Held { package: id, cycle, used_up_at: None, unused: None, drawn: 0 })
        });
        Self {
            account: account.clone(),
            began_at: account.now,
            next_midnight: zone.midnight(zone.date(account.now)) + TimeDelta::days(1),
            lived: Lived {
                spent_at: None,
                arrears_at: None,
                refused_at: None,
                packages: held.collect(),
                tried: Vec::new(),
                bills: BTreeMap::new(),
                midnights: Vec::new(),
            },
            events: Vec::new(),
        }
    }

    /// Lets time pass, with a look at each midnight.
    fn pass_to(&mut self, at: Instant) -> Result<(), Refusal> {
        while self.next_midnight <= at {
            self.run_to(self.next_midnight)?;
            let midnight = self.midnight()?;
            self.lived.midnights.push(midnight);
            self.next_midnight += TimeDelta::days(1);
        }
        self.run_to(at)
    }

    fn run_to(&mut self, at: Instant) -> Result<(), Refusal> {
        if at <= self.account.now {
            return Ok(());
        }
        // Before time goes on: what the hour that is over has cost.
        self.look_at_money()?;
        let limit = (at, Phase::Renewals);
        self.account.try_ahead(limit, &mut self.lived.tried, &mut self.events)?;
        self.account.run_due(limit, &mut self.events)?;
        self.read_events()
    }

    fn meter(&mut self, usage: &Usage) -> Result<(), Refusal> {
        match self.account.meter(usage, &mut self.events) {
            Ok(()) => self.read_events(),
            Err(Refusal::TooLarge) => Err(Refusal::TooLarge),
            Err(_) => {
                self.lived.refused_at = self.lived.refused_at.or(Some(self.account.now));
                Ok(())
            }
        }
    }

    fn look_at_money(&mut self) -> Result<(), Refusal> {
        self.lived.arrears_at = self.lived.arrears_at.or(self.account.arrears_since);
        if self.lived.spent_at.is_none() && self.account.position()?.spendable_now < Money::ZERO {
            self.lived.spent_at = Some(self.account.now);
        }
        Ok(())
    }

    fn midnight(&self) -> Result<Midnight, Refusal> {
        let left = self.lived.packages.iter().map(|held| {
            let package = self.account.package(held.package).filter(|package| !package.is_gone());
            package.and_then(|package| package.cycles.get(held.cycle)).map_or(0, crate::Cycle::remaining)
        });
        Ok(Midnight { at: self.account.now, position: self.account.position()?, left: left.collect() })
    }

    fn read_events(&mut self) -> Result<(), Refusal> {
        for event in self.events.drain(..) {
            let (month, money) = match event.what {
                What::Deducted(taken) => {
                    let is_it = |held: &&mut Held| (held.package, held.cycle) == (taken.package, taken.cycle);
                    if let Some(held) = self.lived.packages.iter_mut().find(is_it) {
                        let pace = i64::try_from(PACE_DAYS).unwrap_or(0);
                        if event.at < self.began_at + TimeDelta::days(pace) {
                            held.drawn = held.drawn.saturating_add(taken.calls);
                        }
                        if taken.remaining == 0 {
                            held.used_up_at = held.used_up_at.or(Some(event.at));
                        }
                    }
                    continue;
                }
                What::CycleEnded { package, cycle, lapsed } => {
                    let is_it = |held: &&mut Held| (held.package, held.cycle) == (package, cycle);
                    if let Some(held) = self.lived.packages.iter_mut().find(is_it) {
                        held.unused = Some(lapsed);
                    }
                    continue;
                }
                What::Settled(charge) => (charge.bill, charge.due),
                What::Renewed { bill, price, .. } => (bill, price),
                _ => continue,
            };
            let sum = self.lived.bills.entry(month).or_insert(Money::ZERO);
            *sum = sum.checked_add(money)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Command, ResourceKey, Terms, decide, zone::parse_instant};

    fn at(text: &str) -> Instant {
        parse_instant(text).unwrap()
    }

    /// Opened on 1 April 2023, 00:00, with 40.00; may call passports in Singapore at 0.02.
    fn account() -> Account {
        let opened_at = at("2023-04-01T00:00:00+08:00");
        let (account, _) =
            Account::open(Arc::new(Terms::example()), opened_at, Money::from_cents(4000)).unwrap();
        let enable =
            Command::Enable { resource: ResourceKey::new("passport-ocr", "ap-southeast-1"), since: None };
        decide(&account, &enable, opened_at).unwrap().account
    }

    /// The same with 1,000 calls for 15.00.
    fn with_package() -> Account {
        let account = account();
        decide(&account, &Command::buy("passport-1k"), account.now).unwrap().account
    }

    /// So many calls at the beginning of each hour.
    fn hourly(from: &str, hours: i32, calls: u64) -> impl Iterator<Item = Usage> {
        let from = at(from);
        (0..hours).map(move |hour| {
            Usage::calls("passport-ocr", "ap-southeast-1", from + TimeDelta::hours(1) * hour, calls)
        })
    }

    #[test]
    fn a_package_pays_first_and_then_the_money_until_an_hour_costs_more_than_is_left() {
        let account = with_package();
        let before = account.clone();
        // 25.00 and 1,000 calls. 10 hours of 100 calls from 10:00 are in the package; from 20:00 on each costs 2.00.
        let lived = account
            .live(hourly("2023-04-01T10:00:00+08:00", 30, 100), at("2023-04-03T00:00:00+08:00"))
            .unwrap();
        assert_eq!(account, before);
        assert_eq!(lived.packages[0].used_up_at, Some(at("2023-04-01T19:00:00+08:00")), "the tenth hour");
        assert_eq!(lived.packages[0].drawn, 1000);
        // Twelve hours are 24.00; the thirteenth begins 1 hour after 07:00.
        assert_eq!(lived.spent_at, Some(at("2023-04-02T08:00:00+08:00")));
        assert_eq!(lived.arrears_at, Some(at("2023-04-02T09:00:00+08:00")), "when it is settled");
        let april = Month { year: 2023, month: 4 };
        assert_eq!(lived.bills.get(&april), Some(&Money::from_cents(4000)), "20 hours of 2.00");
        assert_eq!(lived.refused_at, None, "in grace calls go on");
    }

    #[test]
    fn without_usage_a_package_ends_with_all_it_held() {
        let lived = with_package().live([], at("2024-04-03T00:00:00+08:00")).unwrap();
        let held = Held { package: PackageId(0), cycle: 0, used_up_at: None, unused: Some(1000), drawn: 0 };
        assert_eq!((lived.packages, lived.spent_at), (vec![held], None));
        assert_eq!(lived.bills, BTreeMap::new());
    }

    #[test]
    fn each_midnight_tells_the_money_and_what_is_left() {
        let lived = with_package()
            .live(hourly("2023-04-01T10:00:00+08:00", 12, 100), at("2023-04-03T12:00:00+08:00"))
            .unwrap();
        let midnights: Vec<_> = lived
            .midnights
            .iter()
            .map(|night| (night.at, night.position.spendable_now.cents(), night.left.clone()))
            .collect();
        // 200 calls beyond the package: 4.00 of 25.00.
        let expected = [
            (at("2023-04-02T00:00:00+08:00"), 2100, vec![0]),
            (at("2023-04-03T00:00:00+08:00"), 2100, vec![0]),
        ];
        assert_eq!(midnights, expected);
    }

    #[test]
    fn only_the_first_week_tells_the_pace() {
        // An hour of 1 call a day for nine days.
        let usage = (1..=9).map(|day| {
            Usage::calls("passport-ocr", "ap-southeast-1", at(&format!("2023-04-{day:02}T10:00:00+08:00")), 1)
        });
        let lived = with_package().live(usage, at("2023-04-20T00:00:00+08:00")).unwrap();
        assert_eq!(lived.packages[0].drawn, 7);
    }

    #[test]
    fn a_renewal_is_tried_with_what_usage_has_left_of_the_money() {
        let bought_at = account().now;
        let switch = Command::AutoRenew { package: PackageId(0), days_before: Some(7) };
        let account = decide(&with_package(), &switch, bought_at).unwrap().account;
        let until = at("2024-04-01T23:59:59+08:00");
        // 25.00 are enough for the 15.00 of the next year; not after 600 calls beyond the package, 12.00.
        let quiet = account.live([], until).unwrap();
        assert!(quiet.tried.iter().all(|tried| tried.refusal.is_none()), "{:?}", quiet.tried);
        assert_eq!(quiet.tried[0].at, at("2024-03-25T03:00:00+08:00"), "seven days before");
        let busy = account.live(hourly("2023-05-01T10:00:00+08:00", 16, 100), until).unwrap();
        let short =
            Refusal::InsufficientBalance { price: Money::from_cents(1500), short: Money::from_cents(200) };
        assert_eq!(busy.tried[0].refusal, Some(short));
        assert_eq!(busy.tried.len(), 8, "every day up to the end");
    }

    #[test]
    fn usage_that_is_reported_late_is_charged_when_it_is_known() {
        let mut account = account();
        account.advance(at("2023-04-01T12:30:00+08:00"), &mut Vec::new()).unwrap();
        let lived = account
            .live(hourly("2023-04-01T10:00:00+08:00", 1, 100), at("2023-04-01T14:00:00+08:00"))
            .unwrap();
        assert_eq!(lived.bills.get(&Month { year: 2023, month: 4 }), Some(&Money::from_cents(200)));
    }
}
