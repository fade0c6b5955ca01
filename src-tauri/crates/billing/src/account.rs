//! The small state that deciding needs. It grows with the contract, never with history.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Instant, Money, Package, Refusal, Resource, ResourceKey, Resources, Terms, Voucher,
    alert::BalanceAlert,
    engine::due::Phase,
    level::LevelChange,
    lifecycle::{ArrearsSpan, stage::Deadlines},
    policy::ResourceKind,
    settlement::{Debt, open::OpenCharges},
    zone::Month,
};

/// A resource by its number in the account, in order of first mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub u32);

/// An enterprise project by its number in the account; 0 is the default project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(pub u32);

/// A package by its number in the account, in order of acquisition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

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
    /// The first unpaid settlement of present arrears.
    pub arrears_since: Option<Instant>,
    /// When present arrears released the account, if it came to that.
    pub released_at: Option<Instant>,
    /// Arrears that are over, oldest first; late usage is judged by them.
    pub past_arrears: Vec<ArrearsSpan>,
    /// Changes of the level it was opened at, oldest first.
    pub level_changes: Vec<LevelChange>,
    /// The balance alert, if one is set.
    pub balance_alert: Option<BalanceAlert>,
    /// By number.
    pub resources: Resources,
    /// Names by number; the first is the default project, empty.
    pub projects: Vec<String>,
    /// By number.
    pub packages: Vec<Package>,
    /// By number.
    pub vouchers: Vec<Voucher>,
    /// Usage that is metered and rated, but not settled.
    pub open: OpenCharges,
    /// The running totals below are known of usage from here on; earlier ones may have been left in the books, so that an
    /// account is as quick to load after ten years as after a day. Earlier usage is then refused.
    pub totals_since: Instant,
    /// Pay-per-use calls of a resource in a calendar month; [`Account::counted_in`] says which decide the tier (H-16).
    pub counters: BTreeMap<(ResourceId, Month), u64>,
    /// Seconds attended of a resource and usage type in a settlement period: the running total whose minutes are billed (T-07).
    pub attended: BTreeMap<(ResourceId, ProjectId, Instant), u64>,
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
    /// The first seconds of stages of arrears, past, present and ahead, and the first second after them.
    fn stage_changes(&self) -> impl Iterator<Item = Instant> {
        let past = self.past_arrears.iter().map(|span| (span.since, Some(span.cleared_at)));
        let present = self.arrears_since.map(|since| (since, None));
        past.chain(present).flat_map(move |(since, cleared_at)| {
            let deadlines = Deadlines::of(since, self.arrears_stages(since));
            let after = |end| end + chrono::TimeDelta::seconds(1);
            let ends = [after(deadlines.grace_ends_at), after(deadlines.retention_ends_at)];
            [Some(since), cleared_at].into_iter().flatten().chain(ends)
        })
    }

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
        let available_credit = self.available_credit()?;
        let mut accrued = Money::ZERO;
        for (_, open) in self.open.iter() {
            accrued = accrued.checked_add(open.accrued()?)?;
        }
        let spendable_now = available_credit.checked_sub(accrued)?;
        Ok(Position { balance: self.balance, arrears, available_credit, accrued, spendable_now })
    }

    /// The number of a resource the account has or had.
    #[must_use]
    pub fn find_resource(&self, key: &ResourceKey) -> Option<ResourceId> {
        self.resources.find(key)
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
        // Nearly all calls are the default project's.
        let index =
            if name.is_empty() { 0 } else { self.projects.iter().position(|project| project == name)? };
        u32::try_from(index).ok().map(ProjectId)
    }

    /// The name of a project; empty for the default one.
    #[must_use]
    pub fn project(&self, id: ProjectId) -> &str {
        self.projects.get(id.0 as usize).map_or("", String::as_str)
    }

    /// Pay-per-use calls, or minutes, that the tiers of a resource have counted in a month: those of its service and region,
    /// so that the applications of one service count together (H-16).
    #[must_use]
    pub fn counted_in(&self, resource: ResourceId, month: Month) -> u64 {
        let of = |id| self.counters.get(&(id, month)).copied().unwrap_or(0);
        let ResourceKind::Applications { .. } = &self.terms.policy.resources else { return of(resource) };
        let kind = self.resource(resource).map(|resource| resource.key.kind());
        let same = |other: &Resource| kind.as_ref().is_some_and(|kind| other.key.kind() == *kind);
        let counted = (0..).map(ResourceId).zip(&self.resources).filter(|(_, other)| same(other));
        counted.fold(0, |sum: u64, (id, _)| sum.saturating_add(of(id)))
    }

    /// Balance + credit not yet drawn − arrears (H-61): what a balance alert watches.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn available_credit(&self) -> Result<Money, Refusal> {
        let credit = self.credit_limit.checked_sub(self.credit_drawn)?;
        Ok(self.balance.checked_add(credit)?.checked_sub(self.arrears()?)?)
    }

    /// Every instant at which the contract changed or changes, so that usage on either side must not be merged.
    #[must_use]
    pub fn contract_changes(&self) -> Vec<Instant> {
        let second = chrono::TimeDelta::seconds(1);
        let enabled = self.resources.iter().flat_map(|resource| &resource.enabled);
        let enabled = enabled.flat_map(|span| [Some(span.from), span.until]).flatten();
        let cycles = self.packages.iter().flat_map(|package| &package.cycles);
        let cycles = cycles.flat_map(|cycle| [cycle.starts_at, cycle.pays_from(), cycle.ends_at + second]);
        let acquired = self.packages.iter().map(|package| package.acquired_at);
        let prices = self.terms.prices.all().iter().filter_map(|price| price.from);
        let overage = self.resources.iter().flat_map(|resource| &resource.overage);
        let overage = overage.flat_map(|span| [Some(span.from), span.until]).flatten();
        let changes = enabled.chain(cycles).chain(acquired).chain(prices).chain(overage);
        let mut changes: Vec<_> = changes.chain(self.stage_changes()).collect();
        changes.sort_unstable();
        changes.dedup();
        changes
    }
}
