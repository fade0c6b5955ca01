//! Metering: which package pays for each call, and what the rest costs (rulebook 4 and 5).

use crate::{
    Account, Event, Money, OpenCharge, OpenKey, ProjectId, ProjectName, Refusal, ResourceId, Usage,
    alert::{self, Measured},
    event::{Deduction, Metered, Notice, What},
    explain,
    lifecycle::Stage,
    package::order::{self, Candidate},
    policy::UsageUnit,
    rating::{self, PricedCalls},
    resource::Access,
};

/// No single charge is larger: the books keep charges as whole 10⁻⁸, which ends a little beyond.
const LARGEST_CHARGE: Money = Money::from_cents(5_000_000_000_000);

/// Usage to be metered, in units that packages and prices count.
struct Asked<'a> {
    usage: &'a Usage,
    /// Calls, or minutes.
    units: u64,
    /// Seconds attended, where minutes are billed.
    seconds: u64,
}

/// What is known of calls when they are metered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// They are made now, and may be refused.
    Asked,
    /// The provider answered them.
    Answered,
}

/// Whether attendance may still be refused.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Attendance {
    New,
    /// Of a class that ran.
    Finished,
    /// As a record of the provider shows.
    Attended,
}

/// Who may pay.
struct Payers {
    packages: bool,
    /// Or why pay-per-use is refused.
    pay_per_use: Result<(), Refusal>,
    /// Whether a batch of which nothing is covered is refused; the attendance of a class that ran is not.
    refuses_uncovered: bool,
}

/// More calls than that at one instant are a mistake of the meter.
const MOST_CALLS: u64 = 1_000_000_000_000;

impl Account {
    /// Meters calls at the instant they were made, however late they are reported.
    ///
    /// # Errors
    /// [`Refusal::InTheFuture`], [`Refusal::TotalsNotLoaded`], [`Refusal::NotEnabled`], [`Refusal::ServiceFrozen`], [`Refusal::NoPrice`] when nothing pays
    /// for any of them, [`Refusal::TooLarge`]; for attendance [`Refusal::AccountSuspended`], [`Refusal::ResourceSuspended`],
    /// [`Refusal::Banned`]. Then nothing has changed.
    pub fn meter(&mut self, usage: &Usage, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.meter_as(usage, Evidence::Asked, events)
    }

    /// Meters calls that the provider answered, or attendance it recorded, as a log of its answers shows. A success proves that pay-per-use was not
    /// refused then, whatever the books say of the money: it is charged in every stage of arrears.
    ///
    /// # Errors
    /// As [`Account::meter`], without [`Refusal::ServiceFrozen`]; for attendance only [`Refusal::NotEnabled`] and
    /// [`Refusal::Banned`]: what neither a package nor overage may pay stays uncovered (T-19).
    pub fn meter_answered(&mut self, usage: &Usage, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.meter_as(usage, Evidence::Answered, events)
    }

    fn meter_as(
        &mut self,
        usage: &Usage,
        evidence: Evidence,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        if usage.occurred_at > self.now {
            return Err(Refusal::InTheFuture);
        }
        if usage.occurred_at < self.totals_since {
            return Err(Refusal::TotalsNotLoaded);
        }
        if usage.count > MOST_CALLS {
            return Err(Refusal::TooLarge);
        }
        match self.terms.policy.unit {
            UsageUnit::Call => self.meter_calls(usage, evidence, events),
            UsageUnit::AttendanceSecond => {
                let resource = self.known_resource(&usage.resource)?;
                let attendance = match evidence {
                    Evidence::Asked => {
                        self.admit_attendance(resource, usage.occurred_at)?;
                        Attendance::New
                    }
                    Evidence::Answered => {
                        self.admit_attended(resource, usage.occurred_at)?;
                        Attendance::Attended
                    }
                };
                self.meter_attendance(resource, usage, attendance, events)
            }
        }
    }

    fn meter_calls(
        &mut self,
        usage: &Usage,
        evidence: Evidence,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        if !self.terms.policy.counts(usage.status) {
            return self.meter_failed(usage, events);
        }
        let id = self.find_resource(&usage.resource).ok_or(Refusal::NotEnabled)?;
        // What was never enabled does not exist for calls, though a package may name it: that is judged before the account.
        let resource = self.resource(id).filter(|resource| !resource.enabled.is_empty());
        let resource = resource.ok_or(Refusal::NotEnabled)?;
        let at = usage.occurred_at;
        if resource.banned_at.is_some_and(|since| since <= at) {
            return Err(Refusal::Banned);
        }
        let pay_per_use = match (self.stage_at(at), resource.access_at(at)) {
            (_, Access::Open | Access::PackagesOnly) if evidence == Evidence::Answered => Ok(()),
            (Stage::Frozen | Stage::ReleasePending, _) => {
                Err(Refusal::ServiceFrozen { owed: self.arrears()? })
            }
            (Stage::Released, _) | (_, Access::PackagesOnly | Access::Closed) => Err(Refusal::NotEnabled),
            (Stage::Normal | Stage::Grace, Access::Open) => Ok(()),
        };
        if resource.access_at(at) == Access::Closed {
            return pay_per_use;
        }
        if usage.count == 0 {
            return Ok(());
        }
        let asked = Asked { usage, units: usage.count, seconds: 0 };
        let payers = Payers { packages: true, pay_per_use, refuses_uncovered: true };
        self.meter_units(id, &asked, &payers, events)
    }

    /// Attendance that was let in, or of a class that runs: minutes are those that the running total of its usage type and
    /// day has grown by (T-07).
    pub(super) fn meter_attendance(
        &mut self,
        resource: ResourceId,
        usage: &Usage,
        attendance: Attendance,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let period = self.terms.policy.period_start(usage.occurred_at);
        let usage_type = self.find_project(&usage.project);
        let total = usage_type.and_then(|usage_type| self.attended.get(&(resource, usage_type, period)));
        let before = total.copied().unwrap_or(0);
        let after = before.checked_add(usage.count).ok_or(Refusal::TooLarge)?;
        let asked = Asked { usage, units: after.div_ceil(60) - before.div_ceil(60), seconds: usage.count };
        // What was attended proves that the provider had not suspended the account, whatever the books say of the money.
        let is_suspended =
            attendance != Attendance::Attended && self.stage_at(usage.occurred_at) >= Stage::Frozen;
        let overage = !is_suspended && self.overage_pays(resource, usage.occurred_at);
        let payers = Payers {
            packages: !is_suspended,
            pay_per_use: if overage { Ok(()) } else { Err(Refusal::ResourceSuspended) },
            refuses_uncovered: attendance == Attendance::New,
        };
        self.meter_units(resource, &asked, &payers, events)
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
            seconds: 0,
        };
        self.record(What::Metered(metered), events)
    }

    fn meter_units(
        &mut self,
        resource: ResourceId,
        asked: &Asked<'_>,
        payers: &Payers,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let usage = asked.usage;
        let known = self.find_project(&usage.project);
        let taken = if payers.packages { self.take_from_packages(resource, asked) } else { Vec::new() };
        let from_packages: u64 = taken.iter().map(|(_, units)| units).sum();
        let rest = asked.units - from_packages;
        let mut parts = self.price(resource, asked, payers, from_packages)?;
        let period = self.terms.policy.period_start(usage.occurred_at);
        let settles_at = self.settles_at(period);
        let key = |project| OpenKey { settles_at, period, resource, project };
        let open = known.and_then(|project| self.open.get(&key(project)));
        check_range(open, asked.units, &parts)?;

        let key = key(match known {
            Some(project) => project,
            None => self.name_project(&usage.project, events)?,
        });
        for (candidate, units) in taken {
            self.deduct(candidate, units, key, usage, events)?;
        }
        if !parts.is_empty() {
            let reasons = explain::reasons(self, resource, key.project, usage.occurred_at);
            parts.iter_mut().for_each(|part| part.reasons = reasons);
        }
        let charged = parts.iter().map(|part| part.calls).sum::<u64>();
        let metered = Metered {
            key,
            occurred_at: usage.occurred_at,
            billable: from_packages + charged,
            failed: 0,
            uncovered: rest - charged,
            from_packages,
            parts,
            seconds: asked.seconds,
        };
        self.record(What::Metered(metered), events)
    }

    fn take_from_packages(&self, resource: ResourceId, asked: &Asked<'_>) -> Vec<(Candidate, u64)> {
        let project = ProjectName::of(&asked.usage.project);
        let mut rest = asked.units;
        let mut taken = Vec::new();
        for candidate in order::eligible(self, resource, project, asked.usage.occurred_at) {
            let units = candidate.left.min(rest);
            if units == 0 {
                break;
            }
            taken.push((candidate, units));
            rest -= units;
        }
        taken
    }

    /// What packages leave, in the tiers of its price, without the reasons yet; nothing when nothing may pay for the rest of
    /// a batch that is covered in part.
    fn price(
        &self,
        resource: ResourceId,
        asked: &Asked<'_>,
        payers: &Payers,
        from_packages: u64,
    ) -> Result<Vec<PricedCalls>, Refusal> {
        let Usage { resource: name, occurred_at: at, .. } = asked.usage;
        let priced = match &payers.pay_per_use {
            Ok(()) => self.terms.prices.at(&name.service, &name.region, *at).ok_or(Refusal::NoPrice),
            Err(refusal) => Err(refusal.clone()),
        };
        let is_refused = payers.refuses_uncovered && asked.units > 0 && from_packages == 0;
        match priced {
            Ok(price) => {
                let rest = asked.units - from_packages;
                let month = self.terms.policy.zone.month(*at);
                let counter = self.counted_in(resource, month);
                counter.checked_add(rest).ok_or(Refusal::TooLarge)?;
                Ok(rating::graduate(&price.tiers, counter, rest, explain::Reasons::NONE))
            }
            Err(refusal) if is_refused => Err(refusal),
            Err(_) => Ok(Vec::new()),
        }
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
        let percents = self.low_percents(key.resource);
        let state = self.package(package).and_then(|package| package.cycles.get(cycle));
        let told = state.filter(|cycle| !cycle.ended).and_then(|cycle| {
            Some((alert::after_deduction(cycle, &percents)?, Measured::of_cycle(cycle, &percents)))
        });
        let Some((kind, measured)) = told else { return Ok(()) };
        let notice = Notice { kind, package: Some(package), charge: None, measured: Some(measured) };
        self.record(What::Noticed(notice), events)
    }

    /// The shares of a package's quota at which the customer is told, most first: the policy's, or the one that was set.
    pub(super) fn low_percents(&self, resource: ResourceId) -> Vec<u32> {
        let told_unasked = &self.terms.policy.package.low_at_percents;
        if !told_unasked.is_empty() {
            return told_unasked.clone();
        }
        let alert = self.resource(resource).and_then(|resource| resource.alert);
        alert.map(|alert| alert.percent).into_iter().collect()
    }

    fn open_key(&self, resource: ResourceId, project: ProjectId, usage: &Usage) -> OpenKey {
        let period = self.terms.policy.period_start(usage.occurred_at);
        OpenKey { settles_at: self.settles_at(period), period, resource, project }
    }
}

/// A batch whose charge could not be kept exactly is refused before anything changes.
fn check_range(open: Option<&OpenCharge>, units: u64, parts: &[PricedCalls]) -> Result<(), Refusal> {
    let open = open.map_or(&[][..], |open| &open.parts);
    open.iter().map(|part| part.calls).sum::<u64>().checked_add(units).ok_or(Refusal::TooLarge)?;
    let accrued = Money::from_charge(rating::amount_of(open.iter().chain(parts))?)?;
    if accrued > LARGEST_CHARGE { Err(Refusal::TooLarge) } else { Ok(()) }
}
