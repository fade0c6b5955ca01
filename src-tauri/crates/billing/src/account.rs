//! The small state that deciding needs. It grows with the contract, never with history.

use std::{collections::BTreeMap, fmt, sync::Arc};

use crate::{
    Instant, Money, Package, Refusal, Terms,
    alert::PackageAlert,
    engine::due::Phase,
    settlement::{Debt, OpenCharge, OpenKey},
    zone::Month,
};

/// A service in a region: what is enabled, metered and priced.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceKey {
    /// `passport-ocr`.
    pub service: String,
    /// `ap-southeast-1`.
    pub region: String,
}

impl ResourceKey {
    /// Names a resource.
    #[must_use]
    pub fn new(service: &str, region: &str) -> Self {
        Self { service: service.to_owned(), region: region.to_owned() }
    }
}

impl fmt::Display for ResourceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.service, self.region)
    }
}

/// A resource by its number in the account, in order of first mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub u32);

/// An enterprise project by its number in the account; 0 is the default project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(pub u32);

/// A package by its number in the account, in order of acquisition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

/// A stretch of time in which a resource was enabled; `until` is excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enabled {
    /// From this second on.
    pub from: Instant,
    /// Up to, without this second; `None` while it lasts.
    pub until: Option<Instant>,
}

/// A resource the account has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its name.
    pub key: ResourceKey,
    /// When it was enabled, oldest first; late usage is judged by these.
    pub enabled: Vec<Enabled>,
    /// Its package alert, if one is set.
    pub alert: Option<PackageAlert>,
}

impl Resource {
    /// Whether calls were allowed at an instant.
    #[must_use]
    pub fn enabled_at(&self, at: Instant) -> bool {
        self.enabled.iter().any(|span| span.from <= at && span.until.is_none_or(|until| at < until))
    }

    /// Whether it is enabled now.
    #[must_use]
    pub fn is_enabled(&self) -> bool {
        self.enabled.last().is_some_and(|span| span.until.is_none())
    }
}

/// One customer's account with one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What it was opened under.
    pub terms: Arc<Terms>,
    /// When it was opened.
    pub opened_at: Instant,
    /// Everything due up to here has run …
    pub now: Instant,
    /// … and, of what falls due at this very instant, everything up to this phase.
    pub phase: Phase,
    /// Prepaid cash, never below zero.
    pub balance: Money,
    /// How far it may be drawn below zero.
    pub credit_limit: Money,
    /// How much of that is drawn.
    pub credit_drawn: Money,
    /// What settlements could not take, in the order it will be paid (H-65).
    pub debts: Vec<Debt>,
    /// When the arrears that last began had their first unpaid settlement.
    pub arrears_since: Option<Instant>,
    /// By number.
    pub resources: Vec<Resource>,
    /// Names by number; the first is the default project, empty.
    pub projects: Vec<String>,
    /// By number.
    pub packages: Vec<Package>,
    /// Usage that is metered and rated, but not settled.
    pub open: BTreeMap<OpenKey, OpenCharge>,
    /// Pay-per-use calls of a resource in a calendar month; decides the tier (H-16).
    pub counters: BTreeMap<(ResourceId, Month), u64>,
    /// The number of the next charge.
    pub next_charge: u64,
}

/// The four figures of an account's money at its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Prepaid cash.
    pub balance: Money,
    /// What is owed.
    pub arrears: Money,
    /// Balance + credit not yet drawn − arrears (H-61).
    pub available_credit: Money,
    /// What open periods would cost if they were settled now.
    pub accrued: Money,
    /// Available credit − accrued.
    pub spendable_now: Money,
}

impl Account {
    /// The sum of the debts.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn arrears(&self) -> Result<Money, Refusal> {
        Ok(Money::sum(self.debts.iter().map(|debt| debt.owed))?)
    }

    /// What balance and undrawn credit can pay.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn can_pay(&self) -> Result<Money, Refusal> {
        let credit = self.credit_limit.checked_sub(self.credit_drawn)?.max(Money::ZERO);
        Ok(self.balance.checked_add(credit)?)
    }

    /// The account's money at its instant (rulebook, words).
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn position(&self) -> Result<Position, Refusal> {
        let arrears = self.arrears()?;
        let credit = self.credit_limit.checked_sub(self.credit_drawn)?;
        let available_credit = self.balance.checked_add(credit)?.checked_sub(arrears)?;
        let mut accrued = Money::ZERO;
        for open in self.open.values() {
            accrued = accrued.checked_add(open.accrued()?)?;
        }
        let spendable_now = available_credit.checked_sub(accrued)?;
        Ok(Position { balance: self.balance, arrears, available_credit, accrued, spendable_now })
    }

    /// The number of a resource the account has or had.
    #[must_use]
    pub fn find_resource(&self, key: &ResourceKey) -> Option<ResourceId> {
        let index = self.resources.iter().position(|resource| resource.key == *key)?;
        u32::try_from(index).ok().map(ResourceId)
    }

    /// A resource by number.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.0 as usize)
    }

    /// A package by number.
    #[must_use]
    pub fn package(&self, id: PackageId) -> Option<&Package> {
        self.packages.get(id.0 as usize)
    }

    /// The number of a project that has been named before.
    #[must_use]
    pub fn find_project(&self, name: &str) -> Option<ProjectId> {
        let index = self.projects.iter().position(|project| project == name)?;
        u32::try_from(index).ok().map(ProjectId)
    }

    /// The name of a project; empty for the default one.
    #[must_use]
    pub fn project(&self, id: ProjectId) -> &str {
        self.projects.get(id.0 as usize).map_or("", String::as_str)
    }

    /// Instants in a span at which the contract changed, so that usage on either side must not be merged.
    #[must_use]
    pub fn contract_changes(&self) -> Vec<Instant> {
        let second = chrono::TimeDelta::seconds(1);
        let enabled = self.resources.iter().flat_map(|resource| &resource.enabled);
        let enabled = enabled.flat_map(|span| [Some(span.from), span.until]).flatten();
        let cycles = self.packages.iter().flat_map(|package| &package.cycles);
        let cycles = cycles.flat_map(|cycle| [cycle.starts_at, cycle.pays_from(), cycle.ends_at + second]);
        let acquired = self.packages.iter().map(|package| package.acquired_at);
        let prices = self.terms.prices.all().iter().filter_map(|price| price.from);
        let mut changes: Vec<_> = enabled.chain(cycles).chain(acquired).chain(prices).collect();
        changes.sort_unstable();
        changes.dedup();
        changes
    }
}
