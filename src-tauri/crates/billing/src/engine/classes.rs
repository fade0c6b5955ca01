//! Classes of applications, and the switches around them (T-18, T-25, T-32).

use super::meter::Attendance;
use crate::{
    Account, Event, Instant, Refusal, ResourceId, ResourceKey, Usage,
    event::What,
    lifecycle::{Cause, Stage},
    resource::Access,
};

impl Account {
    pub(super) fn known_resource(&self, key: &ResourceKey) -> Result<ResourceId, Refusal> {
        let known =
            self.find_resource(key).filter(|id| self.resource(*id).is_some_and(|r| !r.enabled.is_empty()));
        known.ok_or(Refusal::UnknownResource)
    }

    /// New classes need an account that owes nothing, and an application that nothing stops.
    pub(super) fn start_class(
        &mut self,
        key: &ResourceKey,
        class: &str,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let resource = self.known_resource(key)?;
        if self.stage() == Stage::Grace {
            return Err(Refusal::AccountInArrears { owed: self.arrears()? });
        }
        self.admit_attendance(resource, self.now)?;
        if self.resource(resource).is_some_and(|resource| resource.classes.contains_key(class)) {
            return Err(Refusal::AlreadyEnabled);
        }
        self.record(What::ClassStarted { resource, class: class.to_owned() }, events)
    }

    /// A class that runs is never cut: what neither a package nor overage may pay stays uncovered.
    pub(super) fn finish_class(
        &mut self,
        key: &ResourceKey,
        class: &str,
        seconds: u64,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let resource = self.known_resource(key)?;
        let runs = self.resource(resource).is_some_and(|resource| resource.classes.contains_key(class));
        if !runs {
            return Err(Refusal::UnknownResource);
        }
        let usage = Usage::attendance(key.clone(), self.now, seconds);
        self.meter_attendance(resource, &usage, Attendance::Finished, events)?;
        self.record(What::ClassFinished { resource, class: class.to_owned() }, events)
    }

    /// Whether attendance of an instant is let in: account before resource.
    pub(super) fn admit_attendance(&self, id: ResourceId, at: Instant) -> Result<(), Refusal> {
        match self.stage_at(at) {
            Stage::Normal | Stage::Grace => {}
            Stage::Frozen | Stage::ReleasePending => {
                return Err(Refusal::AccountSuspended { owed: self.arrears()? });
            }
            Stage::Released => return Err(Refusal::NotEnabled),
        }
        let resource = self.resource(id).ok_or(Refusal::UnknownResource)?;
        if resource.banned_at.is_some_and(|since| since <= at) {
            return Err(Refusal::Banned);
        }
        if resource.access_at(at) != Access::Open {
            return Err(Refusal::NotEnabled);
        }
        match self.quota_cause_at(id, at) {
            None => Ok(()),
            Some(_) => Err(Refusal::ResourceSuspended),
        }
    }

    /// Whether attendance that a record shows is let in: it was, unless the customer or a ban had stopped the application.
    pub(super) fn admit_attended(&self, id: ResourceId, at: Instant) -> Result<(), Refusal> {
        let resource = self.resource(id).ok_or(Refusal::UnknownResource)?;
        if resource.banned_at.is_some_and(|since| since <= at) {
            return Err(Refusal::Banned);
        }
        if resource.access_at(at) == Access::Open { Ok(()) } else { Err(Refusal::NotEnabled) }
    }

    /// Whether attendance of an instant may cost money: the overage switch is on, and a package in force (T-20).
    pub(super) fn overage_pays(&self, id: ResourceId, at: Instant) -> bool {
        self.overage_counts_at(id, at) && self.quota_cause_at(id, at) != Some(Cause::Expired)
    }

    pub(super) fn set_overage(
        &mut self,
        key: &ResourceKey,
        on: bool,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let resource = self.known_resource(key)?;
        let state = self.resource(resource).ok_or(Refusal::UnknownResource)?;
        if state.banned_at.is_some() {
            return Err(Refusal::Banned);
        }
        if state.overage_is_on() == on {
            return Ok(());
        }
        self.record(What::OverageSet { resource, on }, events)
    }

    pub(super) fn ban(&mut self, key: &ResourceKey, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let resource = self.known_resource(key)?;
        if self.resource(resource).is_some_and(|resource| resource.banned_at.is_some()) {
            return Err(Refusal::Banned);
        }
        self.record(What::Banned { resource }, events)
    }
}
