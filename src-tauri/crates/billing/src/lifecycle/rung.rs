//! Rungs: for each boundary of arrears the least money that keeps an account on this side of it, the last moment for it,
//! and what it buys (rulebook 6).

use chrono::TimeDelta;
use rust_decimal::Decimal;

use super::{Stage, stage::Deadlines};
use crate::{
    Account, Derivation, Derived, Instant, Money, Refusal, Value, policy::Stops, settlement::OpenCharge,
};

const SECOND: TimeDelta = TimeDelta::seconds(1);

/// What a payment buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buys {
    /// The settlement ahead is paid in full: arrears do not begin.
    AvoidsArrears,
    /// The arrears end before anything stops.
    KeepsRunning,
    /// What stopped runs again.
    RunsAgain,
    /// What stopped is not released.
    PreventsRelease,
    /// Services can be enabled anew.
    MayEnableAgain,
    /// The arrears end, and what was used since does not begin new ones.
    CoversUsage,
}

impl Buys {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AvoidsArrears => "avoids_arrears",
            Self::KeepsRunning => "keeps_running",
            Self::RunsAgain => "runs_again",
            Self::PreventsRelease => "prevents_release",
            Self::MayEnableAgain => "may_enable_again",
            Self::CoversUsage => "covers_usage",
        }
    }
}

/// One payment and what it buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// What it buys.
    pub buys: Buys,
    /// The least that does. A cent less does not.
    pub least: Derived<Money>,
    /// The last second in which it does; absent where there is no such moment.
    pub by: Option<Derived<Instant>>,
}

/// When the stages of arrears begin and end, each with why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boundaries {
    /// The first settlement that could not be paid.
    pub since: Instant,
    /// Last second of the grace period; `since` itself where there is none (H-87).
    pub grace_ends: Derived<Instant>,
    /// Last second of the retention period.
    pub retention_ends: Derived<Instant>,
    /// When the account is released: with the retention period, or by the next daily job (T-30).
    pub released: Derived<Instant>,
}

impl Account {
    /// What can be paid now, the soonest deadline first. Arrears end when the last debt is paid, so that less buys nothing.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn rungs(&self) -> Result<Vec<Rung>, Refusal> {
        let Some(boundaries) = self.boundaries() else {
            return Ok(self.cover(Buys::AvoidsArrears)?.into_iter().collect());
        };
        let least = self.arrears_in_full()?;
        let rung = |buys, by| Rung { buys, least: least.clone(), by };
        let mut rungs = match self.stage() {
            Stage::Normal => Vec::new(),
            Stage::Grace => vec![
                rung(Buys::KeepsRunning, Some(boundaries.grace_ends.clone())),
                rung(Buys::PreventsRelease, Some(self.last_before_release(&boundaries))),
            ],
            Stage::Frozen => vec![
                rung(Buys::RunsAgain, None),
                rung(Buys::PreventsRelease, Some(self.last_before_release(&boundaries))),
            ],
            Stage::ReleasePending => {
                vec![rung(Buys::PreventsRelease, Some(self.last_before_release(&boundaries)))]
            }
            Stage::Released => vec![rung(Buys::MayEnableAgain, None)],
        };
        rungs.extend(self.cover(Buys::CoversUsage)?);
        Ok(rungs)
    }

    /// The boundaries of present arrears.
    #[must_use]
    pub fn boundaries(&self) -> Option<Boundaries> {
        let since = self.arrears_since?;
        Some(self.boundaries_of(since))
    }

    /// The boundaries that arrears would have, if the settlement of an instant could not be paid.
    #[must_use]
    pub fn boundaries_if(&self, since: Instant) -> Boundaries {
        self.boundaries_of(since)
    }

    fn boundaries_of(&self, since: Instant) -> Boundaries {
        let stages = self.arrears_stages(since);
        let ends = Deadlines::of(since, stages);
        let grace =
            Derivation::new("grace-ends", self.rule("H-87", "T-26"), Value::Instant(ends.grace_ends_at))
                .with("arrears-since", Value::Instant(since))
                .with("level", Value::Name(self.level_before(since).to_owned()))
                .with("grace-days", days(stages.grace));
        let retention = Derivation::new(
            "retention-ends",
            self.rule("H-87", "T-30"),
            Value::Instant(ends.retention_ends_at),
        )
        .resting_on("grace-ends", grace.clone())
        .with("retention-days", days(stages.retention));
        let released = match self.terms.policy.release_job_after(ends.retention_ends_at) {
            None => Derived { value: ends.retention_ends_at, because: retention.clone() },
            Some(at) => Derived {
                value: at,
                because: Derivation::new("release-job", "T-30", Value::Instant(at))
                    .resting_on("retention-ends", retention.clone()),
            },
        };
        Boundaries {
            since,
            grace_ends: Derived { value: ends.grace_ends_at, because: grace },
            retention_ends: Derived { value: ends.retention_ends_at, because: retention },
            released,
        }
    }

    /// The rule that says it where pay-per-use stops, and where everything does.
    fn rule(&self, pay_per_use: &'static str, everything: &'static str) -> &'static str {
        match self.terms.policy.arrears.stops {
            Stops::PayPerUse => pay_per_use,
            Stops::Everything => everything,
        }
    }

    /// All debts together: arrears end with the last of them.
    fn arrears_in_full(&self) -> Result<Derived<Money>, Refusal> {
        let value = self.arrears()?;
        let because = Derivation::new("least-payment", self.rule("H-89", "T-29"), Value::Money(value))
            .with("debts", Value::Number(self.debts.len().into()))
            .with("arrears", Value::Money(value));
        Ok(Derived { value, because })
    }

    /// The daily job comes before the customer's actions of its second; the end of the retention period after them.
    fn last_before_release(&self, boundaries: &Boundaries) -> Derived<Instant> {
        if self.terms.policy.arrears.release_hour.is_none() {
            return boundaries.released.clone();
        }
        before(&boundaries.released)
    }

    /// The least money with which the first settlement ahead that would fail is paid in full, with what is owed already.
    fn cover(&self, buys: Buys) -> Result<Option<Rung>, Refusal> {
        let (mut used, available) = (Money::ZERO, self.can_pay()?);
        let mut settlements = self.open.iter().map(|(key, open)| (key.settles_at, open)).peekable();
        while let Some((at, open)) = settlements.next() {
            used = used.checked_add(OpenCharge::accrued(open)?)?;
            let is_whole = settlements.peek().is_none_or(|(next, _)| *next != at);
            if !is_whole || used <= available {
                continue;
            }
            let arrears = self.arrears()?;
            let value = used.checked_sub(available)?.checked_add(arrears)?;
            let because = Derivation::new("covering-payment", self.rule("H-61", "T-25"), Value::Money(value))
                .with("arrears", Value::Money(arrears))
                .with("accrued", Value::Money(used))
                .with("can-pay", Value::Money(available));
            let settles = Derivation::new("settles-at", self.rule("H-50", "T-21"), Value::Instant(at));
            let by = before(&Derived { value: at, because: settles });
            return Ok(Some(Rung { buys, least: Derived { value, because }, by: Some(by) }));
        }
        Ok(None)
    }
}

/// The last second before something.
fn before(what: &Derived<Instant>) -> Derived<Instant> {
    let value = what.value - SECOND;
    let because = Derivation::new("second-before", what.because.rule, Value::Instant(value))
        .resting_on(what.because.formula, what.because.clone());
    Derived { value, because }
}

fn days(length: TimeDelta) -> Value {
    let days =
        Decimal::from(length.num_seconds()).checked_div(Decimal::from(TimeDelta::days(1).num_seconds()));
    Value::Number(days.unwrap_or_default().normalize())
}
