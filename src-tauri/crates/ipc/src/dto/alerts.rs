//! Alerts: what was told, by episode; the rules; what a rule would do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{BasisView, ChartView, Seconds, Why};

/// The Alerts screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsView {
    /// When this was read.
    pub as_of: Seconds,
    /// Up to when usage is known: how old the figures are.
    pub usage_until: Option<Seconds>,
    /// Messages that were not seen yet.
    pub unseen: u32,
    /// The one told of last first.
    pub episodes: Vec<EpisodeView>,
    /// Whether there were older ones.
    pub more: bool,
    /// The balance alert.
    pub balance: BalanceRuleView,
    /// The alert of each service with packages.
    pub packages: Vec<PackageRuleView>,
    /// Shares of the quota, used, in percent, that this provider tells unasked; empty where the customer sets one.
    pub told_unasked: Vec<u32>,
}

/// One crossing and what was told of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EpisodeView {
    /// Number of its first message.
    pub id: String,
    /// `balance`, `quota`, `ending`, `renewal`, `arrears`.
    pub family: String,
    /// The offer of the package it is about.
    pub package: Option<String>,
    /// `open`, `acknowledged`, `snoozed`, `resolved`.
    pub state: String,
    /// When it began.
    pub crossed_at: Seconds,
    /// When it will be told again, as things are.
    pub told_again_at: Option<Seconds>,
    /// What was told, newest first.
    pub told: Vec<ToldView>,
}

/// One message; its sentence is `notice-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToldView {
    /// Its number.
    pub id: String,
    /// `package_low`, …
    pub kind: String,
    /// When it arose.
    pub at: Seconds,
    /// When the program found it, if that was later.
    pub found_at: Option<Seconds>,
    /// Whether it was there before the window was last looked at.
    pub seen: bool,
    /// What it measured.
    pub measured: Option<MeasuredView>,
    /// The last usage that was known then.
    pub usage_until: Option<Seconds>,
}

/// What a message measured when it arose.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "of")]
pub enum MeasuredView {
    /// What could be spent, and the line.
    #[serde(rename_all = "camelCase")]
    Spendable {
        /// Available credit.
        value: String,
        /// The line.
        threshold: String,
        /// How often the rule had been set.
        version: u32,
    },
    /// What was left of a quota.
    #[serde(rename_all = "camelCase")]
    Quota {
        /// Left.
        left: String,
        /// Of so much.
        quota: String,
        /// The line, in percent; absent for a package that is used up without an alert.
        percent: Option<u32>,
    },
    /// What was owed.
    #[serde(rename_all = "camelCase")]
    Owed {
        /// All debts together.
        owed: String,
    },
}

/// The balance alert.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BalanceRuleView {
    /// The line; absent when it is off.
    pub threshold: Option<String>,
    /// `off`, `armed`, `fired`, `acknowledged`, `snoozed`.
    pub state: String,
    /// What it compares now.
    pub value: String,
    /// Why.
    pub why: Why,
    /// How often the rule was set.
    pub version: u32,
    /// Since when it is below the line.
    pub crossed_at: Option<Seconds>,
    /// Messages of the present episode.
    pub told: u32,
    /// When it is told again.
    pub told_again_at: Option<Seconds>,
    /// Until when nothing is told; absent where it is not snoozed.
    pub snoozed_until: Option<Seconds>,
}

/// The package alert of a service in a region.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageRuleView {
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Application, where packages are for applications.
    pub application: String,
    /// Percent of the quota left; absent when it is off.
    pub percent: Option<u32>,
    /// `off`, `armed`, `fired`.
    pub state: String,
    /// Its packages in force.
    pub packages: Vec<WatchedView>,
}

/// A package that a rule watches.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WatchedView {
    /// Its number.
    pub id: String,
    /// Its offer.
    pub sku: String,
    /// Left.
    pub left: String,
    /// Of so much.
    pub quota: String,
    /// Left, in percent of the quota, rounded up as a line is reached.
    pub left_percent: u32,
    /// Whether it was told since it was armed.
    pub fired: bool,
    /// When it was told last.
    pub fired_at: Option<Seconds>,
    /// Why so much is left.
    pub why: Why,
}

/// Which rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "of", deny_unknown_fields)]
pub enum AlertRule {
    /// The balance alert; its line is money.
    Balance,
    /// That of the packages of a service; its line is percent of the quota left.
    #[serde(rename_all = "camelCase")]
    Package {
        /// Service.
        service: String,
        /// Region.
        region: String,
        /// Application; empty for services in regions.
        application: String,
    },
}

/// Asks what a rule would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewAlert {
    /// Which account.
    pub account_id: String,
    /// Which rule.
    pub rule: AlertRule,
    /// Its line; absent switches it off.
    pub line: Option<String>,
}

/// Asks when a rule would have fired in the last 90 days.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskBacktest {
    /// Which account.
    pub account_id: String,
    /// Which rule.
    pub rule: AlertRule,
    /// Its line: money, or percent of the quota left.
    pub line: String,
    /// How many pixels its chart may be wide.
    pub chart_width: Option<u32>,
}

/// When a rule would have fired in the last 90 days.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BacktestView {
    /// When this was read.
    pub as_of: Seconds,
    /// From when it was compared.
    pub from: Seconds,
    /// Days since then.
    pub days: u32,
    /// Crossings.
    pub fired: u32,
    /// Crossings after which nothing was left before it was above the line again.
    pub ran_out: u32,
    /// Seconds from a crossing until nothing was left, the fewest of them.
    pub least_early: Option<u32>,
    /// The last crossings, newest first.
    pub crossings: Vec<CrossingView>,
    /// What was watched, and the crossings; absent where the past is not known exactly.
    pub chart: Option<ChartView>,
    /// Why it is so many.
    pub why: Option<Why>,
}

/// One crossing.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CrossingView {
    /// When it would have fired.
    pub at: Seconds,
    /// When nothing was left.
    pub out_at: Option<Seconds>,
}

/// Sets a rule, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetAlert {
    /// Which account.
    pub account_id: String,
    /// Which rule.
    pub rule: AlertRule,
    /// Its line; absent switches it off.
    pub line: Option<String>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice sets it once.
    pub request_id: String,
}

/// Says that the balance alert is known: nothing is told again until the line is crossed anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcknowledgeAlert {
    /// Which account.
    pub account_id: String,
    /// One per press.
    pub request_id: String,
}

/// Keeps the balance alert silent for a time, or lets it speak again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SnoozeAlert {
    /// Which account.
    pub account_id: String,
    /// Until when nothing is told, at most 90 days away; absent ends it.
    pub until: Option<Seconds>,
    /// One per press.
    pub request_id: String,
}

/// What setting a rule does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// The line before, money or percent.
    pub before: Option<String>,
    /// The line after.
    pub after: Option<String>,
    /// What the balance alert compares now; absent for packages.
    pub value: Option<String>,
    /// It is told at once.
    pub at_once: bool,
    /// It is told with the next call that a package pays.
    pub with_next_call: bool,
    /// An alert that had fired is armed again.
    pub arms_again: bool,
    /// The packages in force that it watches, as they stand.
    pub watched: Vec<WatchedView>,
    /// How often it would have fired; absent where that is not known exactly.
    pub history: Option<HistoryView>,
}

/// How often a line would have fired.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryView {
    /// From when the movements were compared.
    pub from: Seconds,
    /// Crossings.
    pub fired: u32,
    /// Messages, repetitions with them.
    pub told: u32,
    /// The last crossings, newest first.
    pub latest: Vec<Seconds>,
}
