//! Today: what goes wrong next, when, and what stops it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    common::{ChartView, PositionView, Seconds, Why},
    start::NoticeView,
};

/// Asks for the Today screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodayQuery {
    /// Which account.
    pub account_id: String,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// The Today screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// When this was read.
    pub as_of: Seconds,
    /// What goes wrong next.
    pub verdict: Verdict,
    /// Money now.
    pub position: PositionView,
    /// The package with calls left that ends next, if one is in force.
    pub next_to_end: Option<NextToEnd>,
    /// This month's bill so far.
    pub bill: BillSoFar,
    /// Calls of the provider's day so far.
    pub calls_today: String,
    /// Why.
    pub calls_today_why: Why,
    /// The next 30 days in lanes.
    pub timeline: ChartView,
    /// What stands on the timeline, in order of time, for the table twin.
    pub upcoming: Vec<Upcoming>,
    /// Since the window was last looked at.
    pub since: Vec<NoticeView>,
    /// What happened before this program was started; shown once, until it is dismissed.
    pub away: Option<AwayView>,
}

/// What fell due while nobody looked.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AwayView {
    /// The last look; absent when there was none.
    pub since: Option<Seconds>,
    /// The start of this program.
    pub until: Seconds,
    /// Settlements.
    pub settlement_count: u32,
    /// What they took or left owed.
    pub settled: String,
    /// Messages in order of time; the first hundred.
    pub notices: Vec<NoticeView>,
    /// All of them.
    pub notice_count: u32,
}

/// The first problem; its sentence is `verdict-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// `nothing`, `arrears` (there is still time), `frozen`, `suspended`, `release_pending`, `released`, `overdrawn` (accrued exceeds what is available), `package_exhausted`, `package_ends`, `renewal_fails`, `renewal_not_sold`, `no_money`; of usage to come also `money_spent`, `renewal_would_fail`; of applications also `no_application`, `application_quota`, `application_expired`.
    pub kind: String,
    /// `note`, `soon`, `today`, `now`.
    pub step: String,
    /// When it happens.
    pub at: Option<Seconds>,
    /// The money that stops it, or that is missing.
    pub amount: Option<String>,
    /// The package it is about.
    pub package: Option<String>,
    /// Its number.
    pub package_id: Option<String>,
    /// The service it is about.
    pub service: Option<String>,
    /// The region it is about.
    pub region: Option<String>,
}

/// The package that ends next.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextToEnd {
    /// Its number.
    pub package_id: String,
    /// Its offer.
    pub sku: String,
    /// Its last second.
    pub ends_at: Seconds,
    /// Calls left.
    pub remaining: String,
    /// Why it ends then.
    pub why: Why,
}

/// A bill that is still open.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillSoFar {
    /// `2023-04`.
    pub month: String,
    /// Charges and purchases so far.
    pub total: String,
    /// Why.
    pub why: Why,
}

/// Something ahead; its sentence is `upcoming-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Upcoming {
    /// `settlement`, `money_spent`, `renewal`, `renewal_fails`, `package_ends`, `cycle_begins`, `bill_closes`, `expiry_warning`, `grace_ends`, `retention_ends`.
    pub kind: String,
    /// When.
    pub at: Seconds,
    /// What it is about.
    pub name: String,
    /// Money it moves, where that is known.
    pub amount: Option<String>,
    /// Why it moves so much.
    pub why: Option<Why>,
}
