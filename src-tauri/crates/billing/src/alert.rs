//! Alerts: episodes that begin when a line is crossed and end when it is crossed back (rulebook 7).

use chrono::TimeDelta;

use crate::{Instant, Money, package::Cycle, policy::BalanceAlertPolicy};

/// Tell when a package has at most this share of its quota left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageAlert {
    /// 0 to 100.
    pub percent: u32,
}

/// Tell when what can be spent falls below a line, strictly (H-66, Z-06).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BalanceAlert {
    /// The line.
    pub threshold: Money,
    /// How often the rule was set; each message names the version it was sent under.
    pub version: u32,
    /// Until when the customer wants to hear nothing of it; without effect once that has passed. Nothing else is silenced by it: no
    /// deadline, no step of arrears.
    pub snoozed_until: Option<Instant>,
    /// The present episode, while the value is below.
    pub episode: Option<Episode>,
}

/// How the customer silences the balance alert, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// The present episode is known.
    Acknowledged,
    /// Nothing is told before an instant; one that has passed, or none, silences nothing.
    Snoozed {
        /// The instant.
        until: Option<Instant>,
    },
}

impl BalanceAlert {
    pub(crate) const fn silence(&mut self, silence: Silence) {
        match silence {
            Silence::Snoozed { until } => self.snoozed_until = until,
            Silence::Acknowledged => {
                if let Some(episode) = &mut self.episode {
                    episode.acknowledged = true;
                }
            }
        }
    }

    /// Whether it keeps silent at an instant. The instant a snooze ends at is not part of it.
    #[must_use]
    pub fn is_snoozed(&self, at: Instant) -> bool {
        self.snoozed_until.is_some_and(|until| at < until)
    }

    /// When its present episode is told again: by the cadence, but not before a snooze ends. One that began in a snooze is told when
    /// that ends.
    #[must_use]
    pub fn next(&self, policy: &BalanceAlertPolicy) -> Option<Instant> {
        let episode = self.episode?;
        if episode.told == 0 {
            let after = self.snoozed_until.map_or(episode.crossed_at, |until| until.max(episode.crossed_at));
            return (!episode.acknowledged).then_some(after);
        }
        let next = episode.next(policy)?;
        Some(self.snoozed_until.map_or(next, |until| next.max(until)))
    }

    /// Another message of the present episode, which begins now if there is none. In a snooze it begins in silence; what a snooze
    /// left out is not told after it.
    pub(crate) fn tell(&mut self, now: Instant, policy: &BalanceAlertPolicy) {
        let fresh = Episode { crossed_at: now, told: 0, skipped: 0, acknowledged: false };
        let is_snoozed = self.is_snoozed(now);
        let episode = self.episode.get_or_insert(fresh);
        if is_snoozed {
            return;
        }
        episode.told += 1;
        while episode.next(policy).is_some_and(|next| next <= now) {
            episode.skipped += 1;
        }
    }
}

/// A stretch of time in which an alert stays true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Episode {
    /// When the line was crossed.
    pub crossed_at: Instant,
    /// Messages sent.
    pub told: u32,
    /// Messages of the cadence that a snooze left out.
    pub skipped: u32,
    /// Whether the customer said that it is known; then nothing is told again.
    pub acknowledged: bool,
}

impl Episode {
    /// When it is told again: the cadence slows down and never stops.
    #[must_use]
    pub fn next(&self, policy: &BalanceAlertPolicy) -> Option<Instant> {
        if self.acknowledged {
            return None;
        }
        let index = (self.told as usize).checked_sub(1)?.checked_add(self.skipped as usize)?;
        let hours = match policy.told_again_hours.get(index) {
            Some(hours) => *hours,
            None => {
                let last = policy.told_again_hours.last().copied().unwrap_or(0);
                let more = i64::try_from(index + 1 - policy.told_again_hours.len()).ok()?;
                last.checked_add(more.checked_mul(policy.then_every_hours)?)?
            }
        };
        self.crossed_at.checked_add_signed(TimeDelta::try_hours(hours)?)
    }
}

/// What a notice measured when it arose: the value, and the line it crossed (rulebook 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// What could be spent, compared by a balance alert.
    Spendable {
        /// The value.
        value: Money,
        /// The line.
        threshold: Money,
        /// The version of the rule.
        version: u32,
    },
    /// What was left of a quota.
    Quota {
        /// Left, in the base unit.
        left: u64,
        /// Of so much.
        quota: u64,
        /// The line that was reached; `None` for a package that is used up without an alert.
        percent: Option<u32>,
    },
    /// What was owed.
    Owed(Money),
}

impl Measured {
    /// What is left of a cycle, and the lowest of the lines that it has reached.
    #[must_use]
    pub fn of_cycle(cycle: &Cycle, percents: &[u32]) -> Self {
        let reached = (lines_reached(cycle, percents) as usize).checked_sub(1);
        let percent = reached.and_then(|index| percents.get(index)).copied();
        Self::Quota { left: cycle.remaining(), quota: cycle.quota, percent }
    }
}

/// What a message to the customer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeKind {
    /// A package has at most the set share left.
    PackageLow,
    /// A package has nothing left.
    PackageExhausted,
    /// A package ends soon and nothing follows.
    PackageExpiring,
    /// A package ended and nothing followed.
    PackageExpired,
    /// A package was renewed by itself.
    Renewed,
    /// A package could not be renewed by itself.
    RenewalFailed,
    /// A settlement could not be paid in full.
    Arrears,
    /// A stage of arrears ends soon.
    DeadlineNear,
    /// The grace period is over: pay-per-use stops.
    Frozen,
    /// The grace period is over: everything stops.
    Suspended,
    /// The retention period is over; the next daily job releases.
    ReleasePending,
    /// The account is released.
    Released,
    /// Arrears are paid.
    Recovered,
    /// What can be spent is below the set line.
    BalanceLow,
    /// It is back at or above the line.
    BalanceRecovered,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::PackageLow,
        Self::PackageExhausted,
        Self::PackageExpiring,
        Self::PackageExpired,
        Self::Renewed,
        Self::RenewalFailed,
        Self::Arrears,
        Self::DeadlineNear,
        Self::Frozen,
        Self::Suspended,
        Self::ReleasePending,
        Self::Released,
        Self::Recovered,
        Self::BalanceLow,
        Self::BalanceRecovered,
    ];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PackageLow => "package_low",
            Self::PackageExhausted => "package_exhausted",
            Self::PackageExpiring => "package_expiring",
            Self::PackageExpired => "package_expired",
            Self::Renewed => "renewed",
            Self::RenewalFailed => "renewal_failed",
            Self::Arrears => "arrears",
            Self::DeadlineNear => "deadline_near",
            Self::Frozen => "frozen",
            Self::Suspended => "suspended",
            Self::ReleasePending => "release_pending",
            Self::Released => "released",
            Self::Recovered => "recovered",
            Self::BalanceLow => "balance_low",
            Self::BalanceRecovered => "balance_recovered",
        }
    }
}

/// How many of these lines – shares of the quota in percent, most first – what is left has reached.
#[must_use]
pub fn lines_reached(cycle: &Cycle, percents: &[u32]) -> u32 {
    let left = u128::from(cycle.remaining()) * 100;
    let reached = percents.iter().filter(|percent| left <= u128::from(cycle.quota) * u128::from(**percent));
    u32::try_from(reached.count()).unwrap_or(u32::MAX)
}

/// The notice that a deduction calls for: at 0 remaining always, else when a further line was reached. A jump over several
/// sends the worst only.
#[must_use]
pub fn after_deduction(cycle: &Cycle, percents: &[u32]) -> Option<NoticeKind> {
    if cycle.remaining() == 0 {
        return (!cycle.exhausted_sent).then_some(NoticeKind::PackageExhausted);
    }
    (lines_reached(cycle, percents) > cycle.low_told).then_some(NoticeKind::PackageLow)
}
