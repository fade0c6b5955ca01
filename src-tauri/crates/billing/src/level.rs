//! The customer level, which decides how long stages last (H-86), and since when it is so.
//!
//! A level holds from its change on. Arrears keep the lengths of the level under which they began, and an ended package those
//! of the level under which it ended: a deadline that was told never moves, forwards or backwards, by a change of level.
//! Providers publish nothing on this; a customer who is put into a lower level during grace must not be frozen at once, and
//! one who rises pays what was agreed.

use crate::{Account, Event, Instant, Package, Refusal, event::What, policy::Stages};

/// A change of level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// From then on.
    pub at: Instant,
    /// The new level.
    pub level: String,
}

impl LevelChange {
    /// Another level from an instant on.
    #[must_use]
    pub fn new(at: Instant, level: &str) -> Self {
        Self { at, level: level.to_owned() }
    }
}

impl Account {
    /// The level now.
    #[must_use]
    pub fn level(&self) -> &str {
        self.level_changes.last().map_or(&self.terms.level, |change| &change.level)
    }

    /// The level that held at an instant, before the customer's actions of its second: settlements and package ends come
    /// before them.
    #[must_use]
    pub fn level_before(&self, at: Instant) -> &str {
        let change = self.level_changes.iter().rev().find(|change| change.at < at);
        change.map_or(&self.terms.level, |change| &change.level)
    }

    /// The lengths of arrears that began at an instant.
    #[must_use]
    pub fn arrears_stages(&self, since: Instant) -> Stages {
        self.terms.policy.arrears_stages(self.level_before(since))
    }

    /// The lengths of a package's stages after its end; `None` where it never ends for good.
    #[must_use]
    pub fn package_stages(&self, package: &Package) -> Option<Stages> {
        self.terms.policy.package_stages(self.level_before(package.valid_to()))
    }

    pub(crate) fn set_level(&mut self, level: &str, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if !self.terms.policy.knows_level(level) {
            return Err(Refusal::UnknownLevel(level.to_owned()));
        }
        self.record(What::LevelSet { level: level.to_owned() }, events)
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, sync::Arc};

    use chrono::TimeDelta;

    use crate::{
        Account, Command, Money, Refusal, Terms, Usage, decide, policy::Stages, zone::parse_instant,
    };

    /// Grace of a day for V1, of seven for V5; retention of ten.
    fn terms() -> Terms {
        let mut terms = Terms::example();
        let stages = |grace| Stages { grace: TimeDelta::days(grace), retention: TimeDelta::days(10) };
        terms.policy.arrears.stages =
            BTreeMap::from([("V1".to_owned(), stages(1)), ("V5".to_owned(), stages(7))]);
        terms.level = "V1".into();
        terms
    }

    fn set(level: &str) -> Command {
        Command::SetLevel { level: level.to_owned() }
    }

    #[test]
    fn arrears_keep_the_lengths_of_the_level_they_began_under() {
        let at = |hour: i64| parse_instant("2023-04-18T08:00:00+08:00").unwrap() + TimeDelta::hours(hour);
        let (account, _) = Account::open(Arc::new(terms()), at(0), Money::ZERO).unwrap();
        let call = Usage::calls("passport-ocr", "ap-southeast-1", at(0), 1);
        let enable = Command::Enable { resource: call.resource.clone(), since: None };
        let account = decide(&account, &enable, at(0)).unwrap().account;
        let account = decide(&account, &Command::Use(call), at(0)).unwrap().account;
        // The settlement of 09:00 cannot be paid; the level rises at 10:00.
        let account = decide(&account, &set("V5"), at(2)).unwrap().account;
        assert_eq!(account.level(), "V5");
        assert_eq!(account.deadlines().map(|deadlines| deadlines.grace_ends_at), Some(at(1 + 24)), "V1");
        // Paid, and owing again: now the new level's.
        let pay = Command::TopUp { amount: Money::from_cents(2) };
        let account = decide(&account, &pay, at(3)).unwrap().account;
        let again = Command::Use(Usage::calls("passport-ocr", "ap-southeast-1", at(3), 1));
        let account = decide(&account, &again, at(3)).unwrap().account;
        let mut account = account;
        account.advance(at(4), &mut Vec::new()).unwrap();
        assert_eq!(account.deadlines().map(|deadlines| deadlines.grace_ends_at), Some(at(4 + 7 * 24)), "V5");
    }

    #[test]
    fn a_level_the_policy_does_not_know_is_refused() {
        let at = parse_instant("2023-04-18T08:00:00+08:00").unwrap();
        let (account, _) = Account::open(Arc::new(terms()), at, Money::ZERO).unwrap();
        assert_eq!(decide(&account, &set("V3"), at).unwrap_err(), Refusal::UnknownLevel("V3".into()));
    }
}
