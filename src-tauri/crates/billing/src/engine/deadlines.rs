//! Arrears run out: stages begin, deadlines are told beforehand, the last payment ends it all.

use chrono::TimeDelta;

use crate::{
    Account, ChargeId, Event, Instant, PackageId, Refusal,
    alert::{Measured, NoticeKind},
    engine::due::Phase,
    event::{Notice, What},
    lifecycle::Stage,
    package::order::numbered,
    policy::Stops,
};

impl Account {
    /// The stages of arrears that begin by themselves, and when.
    pub(super) fn stage_steps(&self) -> impl Iterator<Item = (Instant, Phase)> + use<> {
        let deadlines = self.deadlines().filter(|_| self.released_at.is_none());
        let grace = deadlines.map(|deadlines| (deadlines.grace_ends_at, Phase::Deadlines));
        let retention = deadlines.map(|deadlines| (deadlines.retention_ends_at, Phase::Deadlines));
        let release = self.release_job_at().filter(|_| deadlines.is_some());
        let release = release.map(|at| (at, Phase::Settlements));
        [grace, retention, release].into_iter().flatten()
    }

    /// When the customer is told that a stage ends: those instants that lie strictly after it began.
    pub(super) fn deadline_warnings(&self) -> impl Iterator<Item = Instant> + use<'_> {
        let deadlines = self.deadlines().filter(|_| self.released_at.is_none());
        let stages = deadlines.into_iter().flat_map(|deadlines| {
            [
                (deadlines.since, deadlines.grace_ends_at),
                (deadlines.grace_ends_at, deadlines.retention_ends_at),
            ]
        });
        stages.flat_map(|(began, ends)| {
            let told = self.terms.policy.arrears.deadline_told_hours.iter();
            told.map(move |hours| ends - TimeDelta::hours(*hours)).filter(move |at| began < *at)
        })
    }

    pub(super) fn warn_of_deadlines(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let is_due = self.deadline_warnings().any(|at| at == self.now);
        if is_due { self.tell_of_arrears(NoticeKind::DeadlineNear, None, events) } else { Ok(()) }
    }

    /// The grace or the retention period ends now.
    pub(super) fn reach_deadlines(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let Some(deadlines) = self.deadlines().filter(|_| self.released_at.is_none()) else { return Ok(()) };
        if deadlines.grace_ends_at == self.now && deadlines.since < self.now {
            self.freeze(events)?;
        }
        if deadlines.retention_ends_at == self.now {
            if self.terms.policy.arrears.release_hour.is_none() {
                return self.release(events);
            }
            self.record(What::StageReached { stage: Stage::ReleasePending }, events)?;
            self.tell_of_arrears(NoticeKind::ReleasePending, None, events)?;
        }
        Ok(())
    }

    /// The daily job, after the posting (T-30).
    pub(super) fn run_release_job(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let is_due = self.released_at.is_none() && self.release_job_at() == Some(self.now);
        if is_due { self.release(events) } else { Ok(()) }
    }

    /// A settlement could not be paid while nothing was owed before. Without grace it freezes at once (H-87).
    pub(super) fn begin_arrears(&mut self, charge: ChargeId, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.record(What::ArrearsBegan, events)?;
        self.tell_of_arrears(NoticeKind::Arrears, Some(charge), events)?;
        let has_grace = self.deadlines().is_some_and(|deadlines| deadlines.since < deadlines.grace_ends_at);
        if has_grace { Ok(()) } else { self.freeze(events) }
    }

    /// The last debt is paid: everything that only the arrears had stopped works again (H-89, T-29).
    pub(super) fn end_arrears(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if self.arrears_since.is_none() || self.arrears()?.is_positive() {
            return Ok(());
        }
        let was_released = self.released_at.is_some();
        self.record(What::ArrearsCleared, events)?;
        if was_released { Ok(()) } else { self.tell_of_arrears(NoticeKind::Recovered, None, events) }
    }

    fn freeze(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.record(What::StageReached { stage: Stage::Frozen }, events)?;
        let kind = match self.terms.policy.arrears.stops {
            Stops::PayPerUse => NoticeKind::Frozen,
            Stops::Everything => NoticeKind::Suspended,
        };
        self.tell_of_arrears(kind, None, events)
    }

    fn release(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if self.terms.policy.arrears.stops == Stops::Everything {
            let packages: Vec<_> = numbered(self).map(|(id, _)| id).collect();
            for package in packages {
                self.end_begun_cycles(package, events)?;
            }
        }
        self.record(What::StageReached { stage: Stage::Released }, events)?;
        self.tell_of_arrears(NoticeKind::Released, None, events)
    }

    /// What is left of the cycles of a package lapses now.
    pub(super) fn end_begun_cycles(
        &mut self,
        package: PackageId,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let cycles = self.package(package).filter(|package| !package.is_gone());
        let begun: Vec<_> = cycles
            .into_iter()
            .flat_map(|package| package.cycles.iter().enumerate())
            .filter(|(_, cycle)| cycle.begun && !cycle.ended)
            .map(|(index, cycle)| (index, cycle.remaining()))
            .collect();
        for (cycle, lapsed) in begun {
            self.record(What::CycleEnded { package, cycle, lapsed }, events)?;
        }
        Ok(())
    }

    fn tell_of_arrears(
        &mut self,
        kind: NoticeKind,
        charge: Option<ChargeId>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let measured = Some(self.arrears()?).filter(|owed| owed.is_positive()).map(Measured::Owed);
        self.record(What::Noticed(Notice { kind, package: None, charge, measured }), events)
    }
}
