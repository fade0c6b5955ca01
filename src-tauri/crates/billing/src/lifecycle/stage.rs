//! The stages after a settlement could not be paid: a pure function of when it was, the policy and the clock.

use chrono::TimeDelta;

use crate::{
    Account, Instant,
    engine::due::Phase,
    policy::{Policy, Stages, Stops},
};

/// How far arrears have come (H-81, T-33).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing is owed.
    Normal,
    /// Owed, and there is still time (H-83, T-26).
    Grace,
    /// The grace period is over (H-81, T-27).
    Frozen,
    /// The retention period is over; the next daily job releases (T-30).
    ReleasePending,
    /// Released for good; the debt stays payable (H-91).
    Released,
}

impl Stage {
    /// The stable name under a policy: what stops after the grace period names its stage.
    #[must_use]
    pub const fn code(self, stops: Stops) -> &'static str {
        match (self, stops) {
            (Self::Normal, _) => "normal",
            (Self::Grace, _) => "grace",
            (Self::Frozen, Stops::PayPerUse) => "frozen",
            (Self::Frozen, Stops::Everything) => "suspended",
            (Self::ReleasePending, _) => "release_pending",
            (Self::Released, _) => "released",
        }
    }
}

/// Arrears that are over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrearsSpan {
    /// The first settlement that could not be paid.
    pub since: Instant,
    /// When the last debt was paid.
    pub cleared_at: Instant,
    /// When the account was released, if it came to that.
    pub released_at: Option<Instant>,
}

/// When the stages of present arrears end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The first settlement that could not be paid.
    pub since: Instant,
    /// Last second of the grace period; a payment in it is in time (H-87, T-26).
    pub grace_ends_at: Instant,
    /// Last second of the retention period.
    pub retention_ends_at: Instant,
}

impl Deadlines {
    /// The deadlines of arrears that began at an instant.
    #[must_use]
    pub fn of(since: Instant, stages: Stages) -> Self {
        let grace_ends_at = since + stages.grace;
        Self { since, grace_ends_at, retention_ends_at: grace_ends_at + stages.retention }
    }

    /// The stage of calls at an instant in the arrears: calls come before deadlines of the same second, but without grace
    /// the failing settlement itself freezes (H-87).
    const fn stage_of_calls(&self, at: Instant, released_at: Option<Instant>) -> Stage {
        if let Some(released_at) = released_at
            && released_at.timestamp() < at.timestamp()
        {
            return Stage::Released;
        }
        let has_grace = self.since.timestamp() < self.grace_ends_at.timestamp();
        if has_grace && at.timestamp() <= self.grace_ends_at.timestamp() {
            Stage::Grace
        } else if at.timestamp() <= self.retention_ends_at.timestamp() {
            Stage::Frozen
        } else {
            Stage::ReleasePending
        }
    }
}

impl Account {
    /// The deadlines of present arrears.
    #[must_use]
    pub fn deadlines(&self) -> Option<Deadlines> {
        let stages = self.terms.policy.arrears_stages(&self.terms.level);
        self.arrears_since.map(|since| Deadlines::of(since, stages))
    }

    /// The stage now.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let Some(deadlines) = self.deadlines() else { return Stage::Normal };
        if self.released_at.is_some() {
            return Stage::Released;
        }
        let passed = |end: Instant| (end, Phase::Deadlines) <= (self.now, self.phase);
        if passed(deadlines.retention_ends_at) {
            Stage::ReleasePending
        } else if passed(deadlines.grace_ends_at) || deadlines.grace_ends_at == deadlines.since {
            Stage::Frozen
        } else {
            Stage::Grace
        }
    }

    /// The stage by which calls of an instant are judged, however late they are reported (rulebook 3).
    #[must_use]
    pub fn stage_at(&self, at: Instant) -> Stage {
        if at >= self.now {
            return self.stage();
        }
        let stages = self.terms.policy.arrears_stages(&self.terms.level);
        if let Some(since) = self.arrears_since.filter(|since| *since <= at) {
            return Deadlines::of(since, stages).stage_of_calls(at, self.released_at);
        }
        let past = self.past_arrears.iter().rev().find(|span| span.since <= at && at < span.cleared_at);
        past.map_or(Stage::Normal, |span| {
            Deadlines::of(span.since, stages).stage_of_calls(at, span.released_at)
        })
    }

    /// The instant at which the daily job releases after the retention period: its first run after the end (T-30). `None`
    /// where the end itself releases.
    #[must_use]
    pub fn release_job_at(&self) -> Option<Instant> {
        self.terms.policy.release_job_after(self.deadlines()?.retention_ends_at)
    }
}

impl Policy {
    /// The first run of the daily job that releases after an end of the retention period (T-30).
    pub(super) fn release_job_after(&self, retention_ends_at: Instant) -> Option<Instant> {
        let same_day = self.zone.at(self.zone.date(retention_ends_at), self.arrears.release_hour?);
        Some(if retention_ends_at < same_day { same_day } else { same_day + TimeDelta::days(1) })
    }
}
