//! A provider's rules as data. One engine, one policy per provider and product.

pub mod refund;
pub mod voucher;

use std::collections::BTreeMap;

use chrono::TimeDelta;

pub use refund::RefundPolicy;
pub use voucher::VoucherPolicy;

use crate::{Instant, ResourceKey, bill::LineKind, standard_date::AlignPolicy, zone::Zone};

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
    /// What is metered, suspended and released.
    pub resources: ResourceKind,
    /// Lowest and highest HTTP status that counts as a success (H-11).
    pub success: (u16, u16),
    /// When usage becomes money.
    pub settlement: SettlementPolicy,
    /// What happens when quota is used up or over (H-28, H-29).
    pub uncovered: Uncovered,
    /// Packages.
    pub package: PackagePolicy,
    /// Vouchers.
    pub vouchers: VoucherPolicy,
    /// What happens after a settlement could not be paid.
    pub arrears: ArrearsPolicy,
    /// Balance alerts.
    pub balance_alert: BalanceAlertPolicy,
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

/// What is metered, suspended and released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResourceKind {
    /// A service in a region.
    Regions,
    /// An application of one service (T-01).
    Applications {
        /// The service, `lcic`.
        service: String,
    },
}

impl ResourceKind {
    /// The resource of a service at a place, as [`ResourceKey::place`] names it.
    #[must_use]
    pub fn key(&self, service: &str, place: &str) -> ResourceKey {
        match self {
            Self::Regions => ResourceKey::new(service, place),
            Self::Applications { .. } => ResourceKey::application(service, place),
        }
    }

    /// Whether prices and offers of this service and region are for accounts of this kind.
    #[must_use]
    pub fn sells(&self, kind: &ResourceKey) -> bool {
        match self {
            Self::Regions => !kind.region.is_empty(),
            Self::Applications { service } => kind.region.is_empty() && kind.service == *service,
        }
    }
}

/// When a period of usage is closed and paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettlementPolicy {
    /// An hour or a day.
    pub period: TimeDelta,
    /// How long after the period's end its bill is posted (T-21).
    pub posted_after: TimeDelta,
    /// The longest delay after the period's end that may be set (H-54).
    pub longest_delay: TimeDelta,
}

/// What pays when no package does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncovered {
    /// Pay-per-use, at once and without asking (H-28).
    PayPerUse,
    /// Nothing, unless the resource's overage switch is on: the resource stops (T-19). A package in force is the licence
    /// to run: without one the resource stops whatever the switch says (T-20).
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
    /// When packages can be given back; absent when they cannot (H-130, T-40).
    pub refund: Option<RefundPolicy>,
    /// Where a renewal after the end begins.
    pub renewal_after_end: RenewalAfterEnd,
    /// Which of several packages of one source pays first.
    pub order: PackageOrder,
    /// Whether a package of several months gets its quota month by month (T-16).
    pub quota_by_month: bool,
    /// Shares of the quota left, in percent and most first, that are told unasked (T-57); empty where the customer sets an
    /// alert instead (H-70).
    pub low_at_percents: Vec<u32>,
    /// Automatic renewal.
    pub auto_renewal: AutoRenewalPolicy,
    /// How renewals are aligned to one day of the month; absent where they are not (H-119, T-51).
    pub align: Option<AlignPolicy>,
    /// What the customer may choose that a package becomes when it ends (H-60c).
    pub at_end: Vec<AtEnd>,
}

/// What a package becomes when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtEnd {
    /// It is renewed by itself.
    Renew,
    /// Its calls become pay-per-use.
    PayPerUse,
    /// Its application is suspended.
    Suspend,
    /// Its service is disabled.
    Disable,
}

impl AtEnd {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Renew, Self::PayPerUse, Self::Suspend, Self::Disable];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::PayPerUse => "pay-per-use",
            Self::Suspend => "suspend",
            Self::Disable => "disable",
        }
    }

    /// The choice of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// Where a renewal after the end begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalAfterEnd {
    /// At the original end, as long as the package's stages last (H-90).
    OriginalEnd,
    /// At the renewal, whose day becomes the anchor (T-48).
    Renewal,
}

/// Which of several packages of one source pays first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageOrder {
    /// Project match, source, then created, starts, ends (H-41 to H-44, Z-09).
    Oldest,
    /// Free, then the earliest end, then the earliest purchase (T-15).
    EarliestEnd,
}

/// When a package is renewed by itself (H-113, H-114, T-49).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AutoRenewalPolicy {
    /// Hour of the provider's day of an attempt.
    pub hour: u32,
    /// The earliest attempt may lie so many days before the day of the end; 0 where it is always that day.
    pub most_days_before: u32,
    /// Attempts go on daily for so many days after the day of the end.
    pub days_after: u32,
    /// A failed attempt is told when it is the first, and so many days before the end (H-117).
    pub failure_told_days: Vec<i64>,
}

/// What happens after a settlement could not be paid (H-81, T-25 to T-30).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrearsPolicy {
    /// Lengths of the stages, by customer level; the level `*` is every other.
    pub stages: BTreeMap<String, Stages>,
    /// What stops when the grace period ends.
    pub stops: Stops,
    /// Hour of the daily job that releases after the retention period; absent where its end releases (T-30).
    pub release_hour: Option<u32>,
    /// Whether a service can be enabled only when nothing is owed, as a package can be bought only then (H-31).
    pub enabling_needs_arrears_paid: bool,
    /// Hours before the end of a stage at which the customer is told, most first.
    pub deadline_told_hours: Vec<i64>,
}

/// What stops when the grace period ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stops {
    /// Pay-per-use; packages go on paying (H-31, Z-19).
    PayPerUse,
    /// Every resource, even with package quota left (T-27); packages are void after release (T-30). New classes are
    /// refused from the first unpaid settlement on (T-25).
    Everything,
}

/// How often a balance alert is told while it stays true (rulebook 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceAlertPolicy {
    /// Hours after the crossing of the second, third … message.
    pub told_again_hours: Vec<i64>,
    /// Then every so many hours.
    pub then_every_hours: i64,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillPolicy {
    /// Last month's usage whose money moves up to the end of this day still belongs to last month; absent where usage
    /// always belongs to its own month (T-59).
    pub last_month_until_day: Option<u32>,
    /// The day of the next month on which a bill is final.
    pub final_on_day: u32,
    /// The day and the hour from which a final bill may be exported.
    pub exportable_from: (u32, u32),
    /// What the provider calls each kind of line (H-98, T-62); a kind that it does not know is absent.
    pub transaction_types: BTreeMap<LineKind, String>,
    /// How many decimals the daily share of a prepaid order has (H-125, T-65).
    pub amortised_decimals: u32,
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
        let known = |stages: &BTreeMap<_, _>| stages.contains_key(level) || stages.contains_key("*");
        known(&self.arrears.stages) && (self.package.stages.is_empty() || known(&self.package.stages))
    }

    /// The stages of an expired package at a customer level; `None` where it never ends for good.
    #[must_use]
    pub fn package_stages(&self, level: &str) -> Option<Stages> {
        (!self.package.stages.is_empty()).then(|| stages_at(&self.package.stages, level))
    }

    /// The stages of arrears at a customer level.
    #[must_use]
    pub fn arrears_stages(&self, level: &str) -> Stages {
        stages_at(&self.arrears.stages, level)
    }
}

fn stages_at(table: &BTreeMap<String, Stages>, level: &str) -> Stages {
    let none = Stages { grace: TimeDelta::zero(), retention: TimeDelta::zero() };
    table.get(level).or_else(|| table.get("*")).copied().unwrap_or(none)
}
