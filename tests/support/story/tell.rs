//! Telling a story: from a seed, years of what customers do and callers cause.

use billing::{Instant, Money, ResourceKey, policy::AtEnd};
use chrono::TimeDelta;
use rulebook::replay::{
    Action, Actor, Buy, Expectation, Metered, PackageAlertEntry, Scenario, SnapshotValue, Step, Use,
};

use super::{
    Chance,
    worlds::{self, APPLICATIONS, CALL_OFFERS, MINUTE_OFFERS, PROJECTS, REGIONS, SERVICES},
};

/// The story of a seed, with so many steps.
///
/// # Panics
/// When the worlds of stories are damaged.
#[must_use]
pub fn tell(seed: u64, steps: u64) -> Scenario {
    let mut scenario = worlds::of(seed).unwrap_or_else(|error| panic!("{error}"));
    let mut teller =
        Teller { chance: Chance::of(seed), told: 0, counts_seconds: scenario.policy == "tencent-lcic" };
    let mut at = scenario.opened_at;
    for _ in 0..steps {
        at += teller.pause();
        let action = teller.action(at);
        let expect = teller.chance.percent(15).then(looked_at);
        let action = if expect.is_some() && teller.chance.percent(50) { None } else { Some(action) };
        scenario.steps.push(Step { line: 0, at, action, refused: None, expect });
    }
    scenario
}

/// What is true of every account: the clock is moved up to here, and the journal added up.
fn looked_at() -> Vec<Expectation> {
    vec![Expectation { path: "journal.balanced".to_owned(), value: SnapshotValue::Flag(true) }]
}

/// The same story with the codes that its refused steps are refused with: so `tollbook replay` plays it.
///
/// # Panics
/// When the account cannot be opened, or falls due wrongly.
#[must_use]
pub fn rehearsed(mut scenario: Scenario) -> Scenario {
    let terms = scenario.terms().unwrap_or_else(|error| panic!("{error}"));
    let opened = Actor::open(&scenario, terms);
    let (mut actor, mut events) = opened.unwrap_or_else(|refusal| panic!("{refusal}"));
    for step in &mut scenario.steps {
        if let Some(action) = &step.action {
            let due = actor.account.advance_to_actions(step.at, &mut events);
            due.unwrap_or_else(|refusal| panic!("{refusal}"));
            step.refused = actor.act(action, &mut events).err().map(|refusal| refusal.code().to_owned());
        }
        if step.expect.is_some() {
            let due = actor.account.advance(step.at, &mut events);
            due.unwrap_or_else(|refusal| panic!("{refusal}"));
        }
    }
    scenario
}

struct Teller {
    chance: Chance,
    told: u64,
    counts_seconds: bool,
}

impl Teller {
    /// Nothing, seconds, hours, days or months.
    fn pause(&mut self) -> TimeDelta {
        let seconds = match self.chance.below(20) {
            0..3 => 0,
            3..9 => self.chance.below(3_600),
            9..14 => self.chance.below(86_400),
            14..19 => self.chance.below(20 * 86_400),
            _ => self.chance.below(200 * 86_400),
        };
        TimeDelta::seconds(i64::try_from(seconds).unwrap_or(0))
    }

    fn action(&mut self, at: Instant) -> Action {
        self.told += 1;
        match self.chance.below(20) {
            0..8 => self.usage(at),
            8..10 => self.purchase(at),
            10..12 => Action::TopUp { amount: self.money(2_500) },
            12 => self.switch(),
            13 => Action::SetCreditLimit { amount: self.money(400) },
            14 => Action::Renew {
                package: self.package(),
                terms: 1 + u32::try_from(self.chance.below(2)).unwrap_or(0),
                align_to: self.chance.percent(30).then(|| self.day()),
            },
            15 if self.chance.percent(40) => {
                Action::AtExpiry { package: self.package(), choice: self.chance.one_of(&AtEnd::ALL) }
            }
            15 if self.chance.percent(25) => {
                Action::Share { package: self.package(), on: self.chance.percent(70) }
            }
            15 => Action::AutoRenew {
                package: self.package(),
                days_before: self
                    .chance
                    .percent(70)
                    .then(|| u32::try_from(self.chance.below(8)).unwrap_or(0)),
            },
            16 => Action::Unsubscribe { package: self.package(), renewal_only: false },
            17 => Action::BalanceAlert { threshold: self.chance.percent(80).then(|| self.money(2_000)) },
            _ if self.counts_seconds => self.class(),
            _ => Action::PackageAlert(PackageAlertEntry {
                service: self.chance.one_of(&SERVICES).to_owned(),
                region: REGIONS[0].to_owned(),
                percent: u32::try_from(self.chance.below(101)).unwrap_or(0),
            }),
        }
    }

    fn resource(&mut self) -> Metered {
        if self.counts_seconds {
            Metered::Application(self.chance.one_of(&APPLICATIONS).to_owned())
        } else {
            Metered::Service(ResourceKey::new(self.chance.one_of(&SERVICES), self.chance.one_of(&REGIONS)))
        }
    }

    fn usage(&mut self, at: Instant) -> Action {
        // Every service and application is enabled early.
        if self.told <= 8 {
            return Action::Enable(self.resource());
        }
        let late = if self.chance.percent(25) { self.chance.below(12 * 86_400) } else { 0 };
        let occurred_at = at - TimeDelta::seconds(i64::try_from(late).unwrap_or(0));
        let first = worlds::of(0).map_or(at, |world| world.opened_at);
        let most = if self.counts_seconds { 9_000 } else { 180 };
        Action::Use(Use {
            resource: self.resource(),
            count: 1 + self.chance.below(most),
            status: if self.counts_seconds || self.chance.percent(90) { 200 } else { 502 },
            project: if self.counts_seconds {
                String::new()
            } else {
                self.chance.one_of(&PROJECTS).to_owned()
            },
            // Some records come twice.
            id: self.chance.percent(40).then(|| format!("r-{}", self.chance.below(60))),
            occurred_at: occurred_at.max(first),
        })
    }

    fn purchase(&mut self, at: Instant) -> Action {
        let sku = if self.counts_seconds {
            self.chance.one_of(&MINUTE_OFFERS)
        } else {
            self.chance.one_of(&CALL_OFFERS)
        };
        let later = TimeDelta::seconds(i64::try_from(self.chance.below(3_000_000)).unwrap_or(0));
        let order = Buy {
            sku: sku.to_owned(),
            name: format!("p{}", self.told),
            application: self.counts_seconds.then(|| self.chance.one_of(&APPLICATIONS).to_owned()),
            auto_renew: self.chance.percent(30),
            starts_at: self.chance.percent(20).then_some(at + later),
        };
        if self.chance.percent(15) { Action::Grant(order) } else { Action::Buy(order) }
    }

    /// A package of one of the steps before; most are none.
    fn package(&mut self) -> String {
        format!("p{}", self.told - self.chance.below(self.told.min(14)))
    }

    /// A day of the month, or now and then none.
    fn day(&mut self) -> u32 {
        u32::try_from(self.chance.below(33)).unwrap_or(0)
    }

    fn switch(&mut self) -> Action {
        if self.chance.percent(50) {
            Action::Enable(self.resource())
        } else {
            Action::Disable(self.resource())
        }
    }

    fn class(&mut self) -> Action {
        let application = self.chance.one_of(&APPLICATIONS).to_owned();
        let class = format!("class-{}", self.chance.below(2));
        match self.chance.below(20) {
            0..8 => Action::Start { application, class },
            8..15 => Action::Finish { application, class, seconds: self.chance.below(9_000) },
            15..19 => Action::Overage { application, on: self.chance.percent(60) },
            // The second alone, so that most of life goes on.
            _ => Action::Ban { application: APPLICATIONS[1].to_owned() },
        }
    }

    fn money(&mut self, most: u64) -> String {
        Money::from_cents(1 + i64::try_from(self.chance.below(most)).unwrap_or(0)).to_string()
    }
}
