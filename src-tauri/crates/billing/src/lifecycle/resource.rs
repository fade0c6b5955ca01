//! What state a resource is in, and every cause that stops it.

use super::Stage;
use crate::{
    Account, ResourceId,
    package::order::numbered,
    policy::{Stops, Uncovered},
};

/// The state of a resource (rulebook 6, T-33).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceState {
    /// It works.
    Enabled,
    /// The customer disabled it.
    Disabled,
    /// Pay-per-use is refused until the arrears are paid; packages go on paying.
    Frozen,
    /// It stopped, for the causes beside it.
    Suspended,
    /// Gone with the account's release.
    Released,
    /// Stopped for good.
    Banned,
}

/// Why a resource does not work; it works again when the last cause is gone (T-29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The account's arrears.
    Arrears,
    /// A violation (T-32).
    Banned,
    /// No package is in force (T-20).
    Expired,
    /// The customer disabled it.
    Manual,
    /// The packages in force are used up, and overage is off (T-19).
    Quota,
}

impl ResourceState {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Disabled => "disabled",
            Self::Frozen => "frozen",
            Self::Suspended => "suspended",
            Self::Released => "released",
            Self::Banned => "banned",
        }
    }
}

impl Cause {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arrears => "arrears",
            Self::Banned => "banned",
            Self::Expired => "expired",
            Self::Manual => "manual",
            Self::Quota => "quota",
        }
    }
}

impl Account {
    /// The state of a resource now.
    #[must_use]
    pub fn resource_state(&self, id: ResourceId) -> ResourceState {
        let Some(resource) = self.resource(id) else { return ResourceState::Disabled };
        if resource.banned_at.is_some() {
            return ResourceState::Banned;
        }
        if resource.is_released() {
            return ResourceState::Released;
        }
        if !resource.is_enabled() {
            return ResourceState::Disabled;
        }
        if self.causes(id).is_empty() {
            return ResourceState::Enabled;
        }
        match self.terms.policy.arrears.stops {
            Stops::PayPerUse => ResourceState::Frozen,
            Stops::Everything => ResourceState::Suspended,
        }
    }

    /// Every cause that stops a resource now, sorted by name.
    #[must_use]
    pub fn causes(&self, id: ResourceId) -> Vec<Cause> {
        let mut causes = Vec::new();
        let Some(resource) = self.resource(id) else { return causes };
        if self.stage() >= Stage::Frozen {
            causes.push(Cause::Arrears);
        }
        if resource.banned_at.is_some() {
            causes.push(Cause::Banned);
        }
        let quota = self.quota_cause(id);
        causes.extend(quota.filter(|cause| *cause == Cause::Expired));
        if !resource.is_enabled() && !resource.is_released() {
            causes.push(Cause::Manual);
        }
        causes.extend(quota.filter(|cause| *cause == Cause::Quota));
        causes
    }

    /// Where a package is the licence to run: whether one is missing or empty.
    pub(crate) fn quota_cause(&self, id: ResourceId) -> Option<Cause> {
        if self.terms.policy.uncovered == Uncovered::PayPerUse {
            return None;
        }
        self.quota_cause_at(id, self.now)
    }

    /// The same for calls of an earlier instant; quota counts as it is left now.
    pub(crate) fn quota_cause_at(&self, id: ResourceId, at: crate::Instant) -> Option<Cause> {
        let in_force = || {
            numbered(self)
                .filter(|(_, package)| package.resource == id)
                .filter_map(|(_, package)| package.cycle_at(at))
        };
        if in_force().next().is_none() {
            return Some(Cause::Expired);
        }
        let is_empty = in_force().all(|(_, cycle)| cycle.left_for_its_own_time() == 0);
        (is_empty && !self.overage_counts_at(id, at)).then_some(Cause::Quota)
    }

    /// Whether usage beyond its packages was allowed at an instant. A switch that was turned on while something was owed has
    /// no effect until that is paid.
    #[must_use]
    pub fn overage_counts_at(&self, id: ResourceId, at: crate::Instant) -> bool {
        let since = self.resource(id).and_then(|resource| resource.overage_since(at));
        since.is_some_and(|since| {
            self.owing_until(since).is_none_or(|until| until.is_some_and(|until| until <= at))
        })
    }

    /// Until when something was owed that was owed at an instant – without an end where it still is –, if anything was.
    fn owing_until(&self, at: crate::Instant) -> Option<Option<crate::Instant>> {
        if self.arrears_since.is_some_and(|since| since <= at) {
            return Some(None);
        }
        let past = self.past_arrears.iter().find(|span| span.since <= at && at < span.cleared_at);
        past.map(|span| Some(span.cleared_at))
    }

    /// Whether a resource was stopped for good (T-32).
    pub(crate) fn is_banned(&self, id: ResourceId) -> bool {
        self.resource(id).is_some_and(|resource| resource.banned_at.is_some())
    }
}
