//! Usage: calls, and where they were paid from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{ChartView, Seconds, Why};

/// Asks for the Usage screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UsageQuery {
    /// Which account.
    pub account_id: String,
    /// Length of a bar.
    pub bucket: Bucket,
    /// What bars are stacked by.
    pub by: StackedBy,
    /// First instant; absent for the usual span of the bucket.
    pub from: Option<Seconds>,
    /// End, excluded.
    pub to: Option<Seconds>,
    /// Only this service.
    pub service: Option<String>,
    /// Only this region.
    pub region: Option<String>,
    /// Only this project; empty for the default project.
    pub project: Option<String>,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// Length of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Bucket {
    /// A clock hour.
    Hour,
    /// A day of the provider.
    Day,
    /// A calendar month.
    Month,
}

/// What bars are stacked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StackedBy {
    /// Package, pay-per-use, failed, uncovered.
    PaidBy,
    /// Service.
    Service,
    /// Region.
    Region,
    /// Project.
    Project,
}

/// The Usage screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageView {
    /// When this was read.
    pub as_of: Seconds,
    /// First instant shown.
    pub from: Seconds,
    /// End, excluded.
    pub to: Seconds,
    /// Whether the account has any usage at all.
    pub has_any: bool,
    /// The last instant of usage, when the usual span has none and the latest that has some is shown instead.
    pub last_usage_at: Option<Seconds>,
    /// Totals of the span.
    pub total: UsageFigures,
    /// Why the totals are so.
    pub why: UsageWhy,
    /// Calls of the provider's day so far.
    pub calls_today: String,
    /// Calls of a usual whole day: the mean of the 28 days before, when at least 14 of them have usage.
    pub usual_day: Option<String>,
    /// Calls per bucket.
    pub chart: ChartView,
    /// The first instant of each bucket of the chart, in order.
    pub bars: Vec<Seconds>,
    /// Per service, region and project.
    pub rows: Vec<UsageRow>,
    /// Imports, newest first.
    pub imports: Vec<ImportRow>,
}

/// Why the totals of the Usage screen are so.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageWhy {
    /// Successful calls that something pays for.
    pub billable: Why,
    /// Paid by packages.
    pub from_packages: Why,
    /// Pay-per-use.
    pub billed: Why,
    /// Money of settled pay-per-use.
    pub charged: Why,
    /// Calls of the provider's day so far.
    pub calls_today: Why,
    /// Calls of a usual whole day.
    pub usual_day: Option<Why>,
}

/// Calls and money.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageFigures {
    /// Successful calls.
    pub billable: String,
    /// Failed calls.
    pub failed: String,
    /// Successful calls nothing may pay for.
    pub uncovered: String,
    /// Paid by packages.
    pub from_packages: String,
    /// Pay-per-use.
    pub billed: String,
    /// Money of settled pay-per-use.
    pub charged: String,
}

/// Usage of one service, region and project.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageRow {
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Project; empty for the default one.
    pub project: String,
    /// Figures.
    pub figures: UsageFigures,
    /// Why the money is so, with the calls it is for.
    pub why: Why,
}

/// Asks for the hours of one row.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UsageHoursQuery {
    /// Which account.
    pub account_id: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Project; empty for the default one.
    pub project: String,
    /// First instant.
    pub from: Seconds,
    /// End, excluded.
    pub to: Seconds,
    /// Continue after this row, as the last reply said; absent from the newest on.
    pub after: Option<String>,
}

/// The hours of one row.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageHoursView {
    /// Hours with usage, newest first, at most 200.
    pub hours: Vec<UsageHour>,
    /// Where to continue, when there are more.
    pub next: Option<String>,
}

/// One hour.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageHour {
    /// Its start.
    pub period: Seconds,
    /// Figures.
    pub figures: UsageFigures,
    /// Why the money is so, with the calls it is for.
    pub why: Why,
    /// Its charges, as they were settled.
    pub charges: Vec<HourCharge>,
    /// Where the calls were imported from.
    pub records: Vec<HourRecord>,
}

/// One settled charge of an hour.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HourCharge {
    /// Its number.
    pub id: String,
    /// When it was settled.
    pub settled_at: Seconds,
    /// 8 decimals.
    pub amount: String,
    /// What moved, 2 decimals.
    pub due: String,
    /// What is still owed.
    pub owed: String,
    /// Why no package paid: `region_mismatch`, …
    pub reasons: Vec<String>,
    /// Why this amount.
    pub why: Why,
}

/// Calls of an hour by import.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HourRecord {
    /// Import number; absent for calls that were entered otherwise.
    pub import_id: Option<String>,
    /// Its label.
    pub label: String,
    /// When the stretch begins.
    pub at: Seconds,
    /// Successful calls.
    pub billable: String,
    /// Failed calls.
    pub failed: String,
}

/// One import.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Its number.
    pub id: String,
    /// Source.
    pub source: String,
    /// File or folder name.
    pub label: String,
    /// When it was committed.
    pub at: Seconds,
    /// Rows read.
    pub rows: String,
    /// Successful calls, or seconds attended.
    pub billable: String,
    /// Rows set aside: they could not be read, or their id is known with another content.
    pub set_aside: String,
    /// First and last instant of its usage.
    pub from: Option<Seconds>,
    /// Last instant.
    pub to: Option<Seconds>,
    /// When it was undone.
    pub undone_at: Option<Seconds>,
    /// How its rows became these calls.
    pub why: Why,
}
