//! The policy format as it is written.

use std::collections::BTreeMap;

use billing::policy::{
    ArrearsPolicy, AutoRenewalPolicy, PackageOrder, PackagePolicy, RenewalAfterEnd, SettlementPolicy, Source,
    Stages, Stops, Uncovered, UsageUnit,
};
use chrono::TimeDelta;
use serde::Deserialize;
use toml::Spanned;

use crate::{
    align_entries::{AlignEntry, AtEndEntry},
    refund_entries::RefundEntry,
    voucher_entries::VouchersEntry,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyEntry {
    pub id: String,
    pub title: String,
    pub currency: String,
    pub zone: Spanned<String>,
    pub unit: UnitEntry,
    pub applications_of: Option<String>,
    pub success: (u16, u16),
    pub settlement: SettlementEntry,
    pub package: PackageEntry,
    #[serde(default)]
    pub vouchers: VouchersEntry,
    pub arrears: ArrearsEntry,
    pub balance_alert: BalanceAlertEntry,
    pub bill: BillEntry,
    pub sources: BTreeMap<String, SourceEntry>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitEntry {
    Call,
    AttendanceSecond,
}

impl From<UnitEntry> for UsageUnit {
    fn from(entry: UnitEntry) -> Self {
        match entry {
            UnitEntry::Call => Self::Call,
            UnitEntry::AttendanceSecond => Self::AttendanceSecond,
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PeriodEntry {
    Hour,
    Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementEntry {
    period: PeriodEntry,
    posted_after_hours: i64,
    longest_delay_minutes: i64,
}

impl From<SettlementEntry> for SettlementPolicy {
    fn from(entry: SettlementEntry) -> Self {
        Self {
            period: match entry.period {
                PeriodEntry::Hour => TimeDelta::hours(1),
                PeriodEntry::Day => TimeDelta::days(1),
            },
            posted_after: TimeDelta::hours(entry.posted_after_hours),
            longest_delay: TimeDelta::minutes(entry.longest_delay_minutes),
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UncoveredEntry {
    PayPerUse,
    Suspend,
}

impl From<UncoveredEntry> for Uncovered {
    fn from(entry: UncoveredEntry) -> Self {
        match entry {
            UncoveredEntry::PayPerUse => Self::PayPerUse,
            UncoveredEntry::Suspend => Self::Suspend,
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OrderEntry {
    Oldest,
    EarliestEnd,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RenewalEntry {
    OriginalEnd,
    Renewal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AutoRenewalEntry {
    hour: u32,
    most_days_before: u32,
    days_after: u32,
    failure_told_days: Vec<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageEntry {
    pub uncovered: UncoveredEntry,
    order: OrderEntry,
    quota_by_month: bool,
    low_at_percents: Vec<u32>,
    expiry_warning_days: Vec<u32>,
    expiry_warning_hour: u32,
    renewal_after_end: RenewalEntry,
    refund: Option<RefundEntry>,
    auto_renewal: AutoRenewalEntry,
    align: Option<AlignEntry>,
    at_end: Vec<AtEndEntry>,
    #[serde(default)]
    stages: Vec<StagesEntry>,
}

impl From<PackageEntry> for PackagePolicy {
    fn from(entry: PackageEntry) -> Self {
        Self {
            expiry_warning_days: entry.expiry_warning_days,
            expiry_warning_hour: entry.expiry_warning_hour,
            stages: stages(&entry.stages),
            refund: entry.refund.map(Into::into),
            renewal_after_end: match entry.renewal_after_end {
                RenewalEntry::OriginalEnd => RenewalAfterEnd::OriginalEnd,
                RenewalEntry::Renewal => RenewalAfterEnd::Renewal,
            },
            order: match entry.order {
                OrderEntry::Oldest => PackageOrder::Oldest,
                OrderEntry::EarliestEnd => PackageOrder::EarliestEnd,
            },
            align: entry.align.map(Into::into),
            at_end: entry.at_end.into_iter().map(Into::into).collect(),
            quota_by_month: entry.quota_by_month,
            low_at_percents: entry.low_at_percents,
            auto_renewal: AutoRenewalPolicy {
                hour: entry.auto_renewal.hour,
                most_days_before: entry.auto_renewal.most_days_before,
                days_after: entry.auto_renewal.days_after,
                failure_told_days: entry.auto_renewal.failure_told_days,
            },
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StopsEntry {
    PayPerUse,
    Everything,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArrearsEntry {
    stops: StopsEntry,
    release_hour: Option<u32>,
    enabling_needs_arrears_paid: bool,
    deadline_told_hours: Vec<i64>,
    stages: Vec<StagesEntry>,
}

impl From<ArrearsEntry> for ArrearsPolicy {
    fn from(entry: ArrearsEntry) -> Self {
        Self {
            stages: stages(&entry.stages),
            stops: match entry.stops {
                StopsEntry::PayPerUse => Stops::PayPerUse,
                StopsEntry::Everything => Stops::Everything,
            },
            release_hour: entry.release_hour,
            enabling_needs_arrears_paid: entry.enabling_needs_arrears_paid,
            deadline_told_hours: entry.deadline_told_hours,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StagesEntry {
    level: String,
    grace_days: i64,
    retention_days: i64,
}

fn stages(entries: &[StagesEntry]) -> BTreeMap<String, Stages> {
    let days = TimeDelta::days;
    let stages =
        |entry: &StagesEntry| Stages { grace: days(entry.grace_days), retention: days(entry.retention_days) };
    entries.iter().map(|entry| (entry.level.clone(), stages(entry))).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BalanceAlertEntry {
    pub told_again_hours: Vec<i64>,
    pub then_every_hours: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BillEntry {
    pub last_month_until_day: Option<u32>,
    pub final_on_day: u32,
    pub exportable_from: (u32, u32),
    #[serde(default)]
    pub transaction_types: BTreeMap<Spanned<String>, String>,
    pub amortised_decimals: Spanned<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    title: String,
    date: Option<String>,
}

impl From<SourceEntry> for Source {
    fn from(entry: SourceEntry) -> Self {
        Self { title: entry.title, date: entry.date }
    }
}
