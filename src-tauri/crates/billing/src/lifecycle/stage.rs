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
        self.arrears_since.map(|since| Deadlines::of(since, self.arrears_stages(since)))
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
        if let Some(since) = self.arrears_since.filter(|since| *since <= at) {
            return Deadlines::of(since, self.arrears_stages(since)).stage_of_calls(at, self.released_at);
        }
        let past = self.past_arrears.iter().rev().find(|span| span.since <= at && at < span.cleared_at);
        past.map_or(Stage::Normal, |span| {
            Deadlines::of(span.since, self.arrears_stages(span.since)).stage_of_calls(at, span.released_at)
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Money, Terms, lifecycle::ArrearsSpan, zone::parse_instant};

    fn at(text: &str) -> Instant {
        parse_instant(&format!("2024-{text}+08:00")).unwrap()
    }

    fn stages(grace: i64, retention: i64) -> crate::policy::Stages {
        crate::policy::Stages { grace: TimeDelta::days(grace), retention: TimeDelta::days(retention) }
    }

    #[test]
    fn a_call_at_the_second_of_a_deadline_comes_before_it() {
        let deadlines = Deadlines::of(at("03-01T10:00:00"), stages(15, 15));
        let second = TimeDelta::seconds(1);
        let (grace, retention) = (deadlines.grace_ends_at, deadlines.retention_ends_at);
        assert_eq!((grace, retention), (at("03-16T10:00:00"), at("03-31T10:00:00")));
        let stage = |at| deadlines.stage_of_calls(at, None);
        assert_eq!([stage(grace), stage(grace + second)], [Stage::Grace, Stage::Frozen]);
        assert_eq!([stage(retention), stage(retention + second)], [Stage::Frozen, Stage::ReleasePending]);
        let released = |at| deadlines.stage_of_calls(at, Some(retention));
        assert_eq!([released(retention), released(retention + second)], [Stage::Frozen, Stage::Released]);
    }

    #[test]
    fn without_grace_the_failing_settlement_freezes_its_own_second() {
        let deadlines = Deadlines::of(at("03-01T10:00:00"), stages(0, 7));
        assert_eq!(deadlines.stage_of_calls(deadlines.since, None), Stage::Frozen);
    }

    #[test]
    fn late_calls_are_judged_by_arrears_that_are_over_and_the_payment_ends_them() {
        let opened_at = at("01-01T00:00:00");
        let (mut account, _) = Account::open(Arc::new(Terms::example()), opened_at, Money::ZERO).unwrap();
        let (since, cleared_at) = (at("03-01T10:00:00"), at("03-20T10:00:00"));
        account.past_arrears.push(ArrearsSpan { since, cleared_at, released_at: None });
        account.now = at("06-01T00:00:00");
        let second = TimeDelta::seconds(1);
        let stages = [since - second, since, at("03-17T00:00:00"), cleared_at - second, cleared_at];
        assert_eq!(
            stages.map(|at| account.stage_at(at)),
            [Stage::Normal, Stage::Grace, Stage::Frozen, Stage::Frozen, Stage::Normal]
        );
    }

    #[test]
    fn the_daily_job_releases_at_its_first_run_after_the_end() {
        let mut terms = Terms::example();
        terms.policy.arrears.release_hour = Some(12);
        let (mut account, _) = Account::open(Arc::new(terms), at("01-01T00:00:00"), Money::ZERO).unwrap();
        for (since, job) in [
            ("03-01T11:59:59", "03-31T12:00:00"),
            ("03-01T12:00:00", "04-01T12:00:00"),
            ("03-01T12:00:01", "04-01T12:00:00"),
        ] {
            account.arrears_since = Some(at(since));
            assert_eq!(account.release_job_at(), Some(at(job)), "{since}");
        }
        account.arrears_since = None;
        assert_eq!(account.release_job_at(), None);
    }
}
