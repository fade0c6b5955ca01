//! What lies ahead: ranges over futures that were lived from the usage of the last weeks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    common::{ChartView, Seconds, Why},
    today::{Upcoming, Verdict},
};

/// What is foreseen of an account.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForecastView {
    /// When this was foreseen.
    pub as_of: Seconds,
    /// Why nothing is; then everything below is empty.
    pub unknown: Option<UnknownView>,
    /// Weeks that were lived again.
    pub weeks: u32,
    /// Days ahead for which it is told how long the money lasts.
    pub days: u32,
    /// When less than nothing can be spent.
    pub runway: Option<MomentView>,
    /// What this month’s bill comes to.
    pub bill: Option<MoneyRange>,
    /// The first problem, with what usage to come makes and without what it prevents.
    pub verdict: Option<Verdict>,
    /// The first problem that the books alone tell. While a screen tells another, this was foreseen of other books.
    pub known: Option<Verdict>,
    /// Packages that have something left.
    pub packages: Vec<PackageForecast>,
    /// Packages that renew themselves.
    pub renewals: Vec<RenewalForecast>,
}

/// Why nothing is foreseen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnknownView {
    /// `too_short`, `too_old`.
    pub kind: String,
    /// Days of usage that are missing.
    pub missing_days: Option<u32>,
    /// Where the usage that is known ended too long ago.
    pub known_until: Option<Seconds>,
}

/// When something comes to pass.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MomentView {
    /// In the first future in which it does; absent when it does in none.
    pub earliest: Option<Seconds>,
    /// In the last one; absent when there is a future in which it does not.
    pub latest: Option<Seconds>,
    /// In so many futures.
    pub came_in: u32,
    /// Of so many.
    pub of: u32,
    /// Why.
    pub why: Why,
}

/// Money, from the least to the most.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoneyRange {
    /// In the cheapest future.
    pub least: String,
    /// In the dearest.
    pub most: String,
    /// Why.
    pub why: Why,
}

/// Calls, or minutes, from the least to the most.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallsRange {
    /// The least.
    pub least: String,
    /// The most.
    pub most: String,
    /// Why.
    pub why: Why,
}

/// What becomes of a package.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageForecast {
    /// Its number.
    pub package_id: String,
    /// What it pays for in a day.
    pub pace: CallsRange,
    /// When it is used up.
    pub runs_out: MomentView,
    /// What is left at its end; absent when that is too far ahead.
    pub unused: Option<CallsRange>,
    /// Its share of the price.
    pub unused_money: Option<MoneyRange>,
    /// The earlier of being used up and ending with something left.
    pub harm_at: Seconds,
}

/// What the automatic renewal of a package comes to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewalForecast {
    /// The package’s number.
    pub package_id: String,
    /// What it is called.
    pub package: String,
    /// The first attempt; absent when none is foreseen.
    pub at: Option<Seconds>,
    /// It succeeds in so many futures.
    pub succeeds_in: u32,
    /// Of so many.
    pub of: u32,
    /// The money that is missing where it fails for money.
    pub missing: Option<MoneyRange>,
    /// Why.
    pub why: Why,
}

/// Asks for a chart with what is foreseen in it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastChartQuery {
    /// Which account.
    pub account_id: String,
    /// Which chart.
    pub of: ForecastChart,
    /// The package of a burn-down.
    pub package_id: Option<String>,
    /// Days that the line of the balance looks back.
    pub days: Option<u32>,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// Charts that can show what is foreseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ForecastChart {
    /// What is left of a package.
    BurnDown,
    /// The line of the balance.
    Balance,
    /// What is ahead in the next 30 days.
    Timeline,
}

/// A chart with what is foreseen in it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForecastChartView {
    /// In the size it has without; absent when nothing is foreseen that it could show.
    pub chart: Option<ChartView>,
    /// What stands on the timeline, in order of time.
    pub upcoming: Vec<Upcoming>,
}
