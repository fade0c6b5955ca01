//! Time to harm: what goes wrong next in an account, and when. It is one number for accounts of every provider, and this is
//! the one place that tells it.
//!
//! [`known`] tells it from the books alone, at once; [`ahead`] adds what usage to come makes, which takes as long as a forecast.

mod accounts;
mod ahead;
mod known;

use std::cmp::Ordering;

use billing::{Derivation, Instant, Money, PackageId, ResourceId, Value};
use chrono::TimeDelta;

pub use self::{
    accounts::{Standing, soonest, standings},
    ahead::{ahead, with_ahead},
    known::known,
};

/// Days ahead in which something counts as harm.
pub const DAYS: i64 = 30;

/// Something bad that is so, or comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harm {
    /// What.
    pub what: What,
    /// How urgent it is.
    pub step: Step,
    /// When it comes, or the next deadline of what is so already; in the earliest future, where futures differ. Absent where nothing
    /// but what is so already can be told.
    pub at: Option<Instant>,
    /// In how many futures it comes; absent where it comes whatever usage comes.
    pub chance: Option<Chance>,
    /// The money that stops it, or that is missing.
    pub amount: Option<Money>,
    /// Why it is so; absent where there is nothing to derive.
    pub because: Option<Derivation>,
}

/// How many futures bring something, and until when the last of them does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// In the last future; absent when there is one in which it does not come.
    pub latest: Option<Instant>,
    /// So many bring it.
    pub came_in: usize,
    /// Of so many.
    pub of: usize,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Something is owed, and there is still time: until the grace period ends.
    Arrears,
    /// Pay-per-use is refused: until the retention period ends.
    Frozen,
    /// Everything is refused: until the retention period ends.
    Suspended,
    /// The daily job releases the account.
    ReleasePending,
    /// The account was released.
    Released,
    /// What is open exceeds what is available: arrears begin with its settlement.
    Overdrawn,
    /// Nothing is left that would pay for a call.
    NoMoney,
    /// There is no application that could be metered.
    NoApplication,
    /// An application is suspended: its packages are used up.
    ApplicationQuota(ResourceId),
    /// An application is suspended: it has no package in force.
    ApplicationExpired(ResourceId),
    /// A package is used up, and pay-per-use pays for what it was bought for.
    PackageExhausted(PackageId),
    /// An automatic renewal lacks money.
    RenewalFails(PackageId),
    /// An automatic renewal cannot succeed: the offer is no longer sold.
    RenewalNotSold(PackageId),
    /// A package ends with quota left, and nothing follows.
    PackageEnds(PackageId),
    /// Usage like that of the last weeks spends all the money.
    MoneySpent,
    /// An automatic renewal lacks money, if usage goes on like that.
    RenewalWouldFail(PackageId),
    /// Usage like that uses up what was bought for a resource; this package last.
    QuotaRunsOut(PackageId),
}

/// How urgent something is, the calmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It is worth knowing.
    Note,
    /// Within a week.
    Soon,
    /// Within a day.
    Today,
    /// Something is owed, or will be in minutes.
    Now,
}

impl Step {
    /// How urgent something is that is so far away.
    #[must_use]
    pub fn away(away: TimeDelta) -> Self {
        match away.num_days() {
            ..=0 => Self::Today,
            1..=6 => Self::Soon,
            _ => Self::Note,
        }
    }

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Soon => "soon",
            Self::Today => "today",
            Self::Now => "now",
        }
    }
}

impl What {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arrears => "arrears",
            Self::Frozen => "frozen",
            Self::Suspended => "suspended",
            Self::ReleasePending => "release_pending",
            Self::Released => "released",
            Self::Overdrawn => "overdrawn",
            Self::NoMoney => "no_money",
            Self::NoApplication => "no_application",
            Self::ApplicationQuota(_) => "application_quota",
            Self::ApplicationExpired(_) => "application_expired",
            Self::PackageExhausted(_) => "package_exhausted",
            Self::RenewalFails(_) => "renewal_fails",
            Self::RenewalNotSold(_) => "renewal_not_sold",
            Self::PackageEnds(_) => "package_ends",
            Self::MoneySpent => "money_spent",
            Self::RenewalWouldFail(_) => "renewal_would_fail",
            Self::QuotaRunsOut(_) => "quota_runs_out",
        }
    }

    /// The package it is about.
    #[must_use]
    pub const fn package(self) -> Option<PackageId> {
        match self {
            Self::PackageExhausted(id)
            | Self::RenewalFails(id)
            | Self::RenewalNotSold(id)
            | Self::PackageEnds(id)
            | Self::RenewalWouldFail(id)
            | Self::QuotaRunsOut(id) => Some(id),
            _ => None,
        }
    }

    /// The application it is about.
    #[must_use]
    pub const fn application(self) -> Option<ResourceId> {
        match self {
            Self::ApplicationQuota(id) | Self::ApplicationExpired(id) => Some(id),
            _ => None,
        }
    }
}

impl Harm {
    /// Which of two comes first: the more urgent, then the sooner. What is so already comes before what will be; what is merely worth
    /// knowing, and has no instant, is last.
    #[must_use]
    pub fn sooner(&self, other: &Self) -> Ordering {
        let key = |harm: &Self| {
            let calm = harm.step == Step::Note;
            let at = harm.at.unwrap_or(if calm { Instant::MAX_UTC } else { Instant::MIN_UTC });
            (std::cmp::Reverse(harm.step), at)
        };
        key(self).cmp(&key(other))
    }
}

/// Sorts what goes wrong by time to harm; of what comes at once, what was told first stays first.
fn sort(harms: &mut [Harm]) {
    harms.sort_by(Harm::sooner);
}

/// Why the first of what goes wrong is the first: it is the soonest of all that is known.
#[must_use]
pub fn because(harms: &[Harm]) -> Option<Derivation> {
    let (first, later) = harms.split_first()?;
    let why = first.because.clone()?;
    let Some(at) = first.at else { return Some(why) };
    let because = Derivation::new("time-to-harm", why.rule, Value::Instant(at)).resting_on("next-harm", why);
    let later = later.iter().filter_map(|harm| harm.at);
    Some(later.fold(because, |because, at| because.with("later-harm", Value::Instant(at))))
}
