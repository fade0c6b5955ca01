//! What falls due, and the order at one instant (rulebook 3).

use chrono::TimeDelta;

use crate::{
    Account, Event, Instant, Package, Refusal,
    alert::NoticeKind,
    event::{Notice, What},
    package::order::numbered,
};

/// The order of what happens at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Phase {
    /// Usage of the seconds before.
    Usage,
    /// Settlements and postings.
    Settlements,
    /// Package cycles end and begin.
    PackageEnds,
    /// Renewal attempts.
    Renewals,
    /// The customer's actions and calls.
    Actions,
    /// End of grace, end of retention.
    Deadlines,
    /// Alerts and notices.
    Alerts,
    /// Bills close.
    MonthClose,
}

impl Phase {
    const ALL: [Self; 8] = [
        Self::Usage,
        Self::Settlements,
        Self::PackageEnds,
        Self::Renewals,
        Self::Actions,
        Self::Deadlines,
        Self::Alerts,
        Self::MonthClose,
    ];

    /// The phase with this number, as the books store it.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

impl Account {
    /// The instant at which something next falls due by itself, if anything does.
    #[must_use]
    pub fn next_due(&self) -> Option<Instant> {
        self.next_step((Instant::MAX_UTC, Phase::MonthClose)).map(|(at, _)| at)
    }

    /// Runs due things in order, up to and including `limit`.
    pub(super) fn run_due(
        &mut self,
        limit: (Instant, Phase),
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        while let Some((at, phase)) = self.next_step(limit) {
            (self.now, self.phase) = (at, phase);
            match phase {
                Phase::Settlements => {
                    self.settle_due(events)?;
                    self.run_release_job(events)?;
                }
                Phase::PackageEnds => self.turn_cycles(events)?,
                Phase::Renewals => self.try_renewals(events)?,
                Phase::Deadlines => self.reach_deadlines(events)?,
                Phase::Alerts => {
                    self.warn_of_deadlines(events)?;
                    self.warn_of_expiry(events)?;
                    self.evaluate_balance_alert(events)?;
                }
                Phase::Usage | Phase::Actions | Phase::MonthClose => {}
            }
        }
        if (self.now, self.phase) < limit {
            (self.now, self.phase) = limit;
        }
        Ok(())
    }

    /// The earliest thing after what has run, not after `limit`.
    fn next_step(&self, limit: (Instant, Phase)) -> Option<(Instant, Phase)> {
        let done = (self.now, self.phase);
        let settlement = self.open.first_settles_at().map(|at| (at, Phase::Settlements));
        let turns = self.packages.iter().filter_map(next_turn).map(|at| (at, Phase::PackageEnds));
        let warnings = self.packages.iter().flat_map(|package| self.warnings(package));
        let warnings = warnings.chain(self.deadline_warnings()).map(|at| (at, Phase::Alerts));
        let timed = warnings.chain(self.stage_steps()).filter(|step| *step > done);
        settlement
            .into_iter()
            .chain(turns)
            .chain(timed)
            .chain(self.renewal_attempts())
            .chain(self.balance_alert_step())
            .min()
            .filter(|step| *step <= limit)
    }

    /// When the customer is warned that a package ends and nothing follows (H-30): the next cycle is neither paid, nor will it
    /// renew itself with the money there is.
    fn warnings(&self, package: &Package) -> impl Iterator<Item = Instant> {
        let policy = &self.terms.policy;
        let last_day = policy.zone.date(package.valid_to());
        let hour = policy.package.expiry_warning_hour;
        let is_gone = package.is_gone();
        policy.package.expiry_warning_days.iter().filter(move |_| !is_gone).filter_map(move |days| {
            let day = last_day.checked_sub_days(chrono::Days::new(u64::from(*days)))?;
            Some(policy.zone.at(day, hour))
        })
    }

    fn warn_of_expiry(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let ending: Vec<_> = numbered(self)
            .filter(|(_, package)| package.acquired_at <= self.now)
            .filter(|(_, package)| self.warnings(package).any(|at| at == self.now))
            .map(|(id, _)| id)
            .collect();
        for package in ending {
            let is_covered = self.package(package).map(|state| self.renewal_is_covered(state));
            if is_covered.transpose()? == Some(true) {
                continue;
            }
            let notice = Notice {
                kind: NoticeKind::PackageExpiring,
                package: Some(package),
                charge: None,
                measured: None,
            };
            self.record(What::Noticed(notice), events)?;
        }
        Ok(())
    }
}

/// When the next cycle of a package begins or ends.
fn next_turn(package: &Package) -> Option<Instant> {
    if package.is_gone() {
        return None;
    }
    let ends = package.cycles.iter().find(|cycle| cycle.begun && !cycle.ended);
    let ends = ends.map(|cycle| cycle.ends_at + TimeDelta::seconds(1));
    let begins = package.cycles.iter().find(|cycle| !cycle.begun).map(|cycle| cycle.starts_at);
    ends.into_iter().chain(begins).min()
}
