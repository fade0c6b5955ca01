//! A provider's rules as data. One engine, one policy per provider and product.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::{Instant, zone::Zone};

/// How one provider bills one product. Read from a policy file; the engine has no other knowledge of a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// `huawei-ocr-intl`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The zone of every boundary (H-01).
    pub zone: Zone,
    /// What one unit of usage is.
    pub unit: UsageUnit,
    /// Lowest and highest HTTP status that counts as a success (H-11).
    pub success: (u16, u16),
    /// When usage becomes money.
    pub settlement: SettlementPolicy,
    /// What happens when quota is used up or over (H-28, H-29).
    pub uncovered: Uncovered,
    /// Packages.
    pub package: PackagePolicy,
    /// Stages after a settlement could not be paid, by customer level; the level `*` is every other.
    pub arrears: BTreeMap<String, Stages>,
    /// Whether a service can be enabled only when nothing is owed, as a package can be bought only then (H-31).
    pub enabling_needs_arrears_paid: bool,
    /// Bills.
    pub bill: BillPolicy,
    /// Where each rule was published.
    pub sources: BTreeMap<String, Source>,
}

/// The base unit in which usage is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsageUnit {
    /// One successful call (H-10).
    Call,
    /// One second of attendance, billed in minutes (T-07).
    AttendanceSecond,
}

/// When a period of usage is closed and paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettlementPolicy {
    /// An hour or a day.
    pub period: TimeDelta,
    /// The longest delay after the period's end that may be set (H-54).
    pub longest_delay: TimeDelta,
}

/// What pays when no package does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncovered {
    /// Pay-per-use, at once and without asking (H-28).
    PayPerUse,
    /// Nothing: the resource stops (T-19).
    Suspend,
}

/// Rules of packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackagePolicy {
    /// Days before the end on which the customer is warned, most first (H-30).
    pub expiry_warning_days: Vec<u32>,
    /// Hour of the provider's day of those warnings.
    pub expiry_warning_hour: u32,
    /// Stages of an expired package, in which it can still be renewed, by level (H-84, H-86).
    pub stages: BTreeMap<String, Stages>,
    /// Whether an unused package can be given back (H-130).
    pub refundable: bool,
}

/// Lengths of the two stages after a deadline was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stages {
    /// Grace period.
    pub grace: TimeDelta,
    /// Retention period.
    pub retention: TimeDelta,
}

/// When a bill takes in usage, closes and may leave the house (H-92, H-94).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BillPolicy {
    /// Last month's usage whose money moves up to the end of this day still belongs to last month.
    pub last_month_until_day: u32,
    /// The day of the next month on which a bill is final.
    pub final_on_day: u32,
    /// The day and the hour from which a final bill may be exported.
    pub exportable_from: (u32, u32),
}

/// Where a rule was published, and the date of what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Title of the page.
    pub title: String,
    /// The page's date, `2024-05-21`, where it shows one.
    pub date: Option<String>,
}

impl Policy {
    /// Whether a call with this HTTP status counts (H-11).
    #[must_use]
    pub const fn counts(&self, status: u16) -> bool {
        self.success.0 <= status && status <= self.success.1
    }

    /// The period that holds `at`.
    #[must_use]
    pub fn period_start(&self, at: Instant) -> Instant {
        self.zone.period_start(at, self.settlement.period)
    }

    /// Whether accounts of this customer level exist: each policy names its levels, or `*` for every one.
    #[must_use]
    pub fn knows_level(&self, level: &str) -> bool {
        [&self.package.stages, &self.arrears]
            .into_iter()
            .all(|stages| stages.contains_key(level) || stages.contains_key("*"))
    }

    /// The stages of an expired package at a customer level.
    #[must_use]
    pub fn package_stages(&self, level: &str) -> Stages {
        stages_at(&self.package.stages, level)
    }

    /// The stages of arrears at a customer level.
    #[must_use]
    pub fn arrears_stages(&self, level: &str) -> Stages {
        stages_at(&self.arrears, level)
    }
}

fn stages_at(table: &BTreeMap<String, Stages>, level: &str) -> Stages {
    let none = Stages { grace: TimeDelta::zero(), retention: TimeDelta::zero() };
    table.get(level).or_else(|| table.get("*")).copied().unwrap_or(none)
}
