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
