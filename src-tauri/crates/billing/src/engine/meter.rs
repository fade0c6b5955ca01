//! Metering: which package pays for each call, and what the rest costs (rulebook 4 and 5).

use crate::{
    Account, Event, Money, OpenCharge, OpenKey, ProjectId, Refusal, ResourceId, Usage, alert,
    event::{Deduction, Metered, Notice, What},
    explain,
    package::order::{self, Candidate},
    policy::Uncovered,
    rating,
};

/// No single charge is larger: the books keep charges as whole 10⁻⁸, which ends a little beyond.
const LARGEST_CHARGE: Money = Money::from_cents(5_000_000_000_000);

/// More calls than that at one instant are a mistake of the meter.
const MOST_CALLS: u64 = 1_000_000_000_000;

impl Account {
    /// Meters calls at the instant they were made, however late they are reported.
    ///
    /// # Errors
    /// [`Refusal::InTheFuture`], [`Refusal::NotEnabled`], [`Refusal::NoPrice`] when nothing pays for any of them,
    /// [`Refusal::TooLarge`]. Then nothing has changed.
    pub fn meter(&mut self, usage: &Usage, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if usage.occurred_at > self.now {
            return Err(Refusal::InTheFuture);
        }
        if usage.count > MOST_CALLS {
            return Err(Refusal::TooLarge);
        }
        if !self.terms.policy.counts(usage.status) {
            return self.meter_failed(usage, events);
        }
        let resource = self.find_resource(&usage.resource).ok_or(Refusal::NotEnabled)?;
        if !self.resource(resource).is_some_and(|resource| resource.enabled_at(usage.occurred_at)) {
            return Err(Refusal::NotEnabled);
        }
        if usage.count == 0 {
            return Ok(());
        }
        self.meter_successful(resource, usage, events)
    }

    fn meter_failed(&mut self, usage: &Usage, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let resource = self.name_resource(&usage.resource, events)?;
        let project = self.name_project(&usage.project, events)?;
        let metered = Metered {
            key: self.open_key(resource, project, usage),
            occurred_at: usage.occurred_at,
            billable: 0,
            failed: usage.count,
            uncovered: 0,
            from_packages: 0,
            parts: Vec::new(),
        };
        self.record(What::Metered(metered), events)
    }

    fn meter_successful(
        &mut self,
        resource: ResourceId,
        usage: &Usage,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        // A project that no package or call has named yet matches no bound package.
        let known = self.find_project(&usage.project);
        let candidate_project = known.unwrap_or(ProjectId(u32::MAX));
        let taken = self.take_from_packages(resource, candidate_project, usage);
        let from_packages: u64 = taken.iter().map(|(_, calls)| calls).sum();
        let rest = usage.count - from_packages;
        let tiers = self.tiers(resource, usage, rest, from_packages)?;
        self.check_range(resource, usage, &tiers, from_packages)?;

        let project = self.name_project(&usage.project, events)?;
        let key = self.open_key(resource, project, usage);
        for (candidate, calls) in taken {
            self.deduct(candidate, calls, key, usage, events)?;
        }
        let parts = match &tiers {
            Some((counter, tiers)) if rest > 0 => {
                let reasons = explain::reasons(self, resource, project, usage.occurred_at);
                rating::graduate(tiers, *counter, rest, reasons)
            }
            _ => Vec::new(),
        };
        let charged = parts.iter().map(|part| part.calls).sum::<u64>();
        let metered = Metered {
            key,
            occurred_at: usage.occurred_at,
            billable: from_packages + charged,
            failed: 0,
            uncovered: rest - charged,
            from_packages,
            parts,
        };
        self.record(What::Metered(metered), events)
    }

    fn take_from_packages(
        &self,
        resource: ResourceId,
        project: ProjectId,
        usage: &Usage,
    ) -> Vec<(Candidate, u64)> {
        let mut rest = usage.count;
        let mut taken = Vec::new();
        for candidate in order::eligible(self, resource, project, usage.occurred_at) {
            let calls = candidate.left.min(rest);
            if calls == 0 {
                break;
            }
            taken.push((candidate, calls));
            rest -= calls;
        }
        taken
    }

    /// The month's counter and the price tiers for what packages leave; `None` when nothing may pay for the rest of a
    /// batch that is covered in part.
    fn tiers(
        &self,
        resource: ResourceId,
        usage: &Usage,
        rest: u64,
        from_packages: u64,
    ) -> Result<Option<(u64, Vec<crate::price::Tier>)>, Refusal> {
        let policy = &self.terms.policy;
        let price = match policy.uncovered {
            Uncovered::PayPerUse => {
                self.terms.prices.at(&usage.resource.service, &usage.resource.region, usage.occurred_at)
            }
            Uncovered::Suspend => None,
        };
        match price {
            Some(price) => {
                let month = policy.zone.month(usage.occurred_at);
                let counter = self.counters.get(&(resource, month)).copied().unwrap_or(0);
                Ok(Some((counter, price.tiers.clone())))
            }
            None if rest > 0 && from_packages == 0 => Err(Refusal::NoPrice),
            None => Ok(None),
        }
    }

    /// A batch whose charge could not be kept exactly is refused before anything changes.
    fn check_range(
        &self,
        resource: ResourceId,
        usage: &Usage,
        tiers: &Option<(u64, Vec<crate::price::Tier>)>,
        from_packages: u64,
    ) -> Result<(), Refusal> {
        let Some((counter, tiers)) = tiers else { return Ok(()) };
        let rest = usage.count - from_packages;
        counter.checked_add(rest).ok_or(Refusal::TooLarge)?;
        let parts = rating::graduate(tiers, *counter, rest, explain::Reasons::NONE);
        let open = match self.find_project(&usage.project) {
            Some(project) => self.open.get(&self.open_key(resource, project, usage)).cloned(),
            None => None,
        };
        let mut open: OpenCharge = open.unwrap_or_default();
        open.billed().checked_add(usage.count).ok_or(Refusal::TooLarge)?;
        open.add(from_packages, &parts);
        if open.accrued()? > LARGEST_CHARGE { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    fn deduct(
        &mut self,
        candidate: Candidate,
        calls: u64,
        key: OpenKey,
        usage: &Usage,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let Candidate { package, cycle, .. } = candidate;
        let Some(state) = self.package(package).and_then(|package| package.cycles.get(cycle)) else {
            return Ok(());
        };
        let from_lapsed = calls.saturating_sub(state.remaining());
        let remaining = state.remaining().saturating_sub(calls);
        let occurred_at = usage.occurred_at;
        let deduction = Deduction { package, cycle, calls, from_lapsed, key, occurred_at, remaining };
        self.record(What::Deducted(deduction), events)?;
        let alert = self.resource(key.resource).and_then(|resource| resource.alert);
        let state = self.package(package).and_then(|package| package.cycles.get(cycle));
        let kind = state.filter(|cycle| !cycle.ended).and_then(|cycle| alert::after_deduction(cycle, alert));
        match kind {
            Some(kind) => {
                self.record(What::Noticed(Notice { kind, package: Some(package), charge: None }), events)
            }
            None => Ok(()),
        }
    }

    fn open_key(&self, resource: ResourceId, project: ProjectId, usage: &Usage) -> OpenKey {
        let period = self.terms.policy.period_start(usage.occurred_at);
        OpenKey { settles_at: self.settles_at(period), period, resource, project }
    }
}
