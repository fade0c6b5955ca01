//! Packages: what is left, what pays next, what is on sale.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    applications::ApplicationView,
    common::{ChartView, Seconds, Why},
    tags::TagView,
};

/// The Packages screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackagesView {
    /// When this was read.
    pub as_of: Seconds,
    /// In the order in which they end.
    pub packages: Vec<PackageRow>,
    /// Per service and region: what will pay for the next call.
    pub ladders: Vec<Ladder>,
    /// Calls left over all packages in force.
    pub remaining: String,
    /// Why.
    pub why: Why,
    /// Packages in force with nothing left.
    pub used_up: PackageCount,
    /// Packages that are paid and have not begun.
    pub not_begun: PackageCount,
}

/// A number of packages.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageCount {
    /// How many.
    pub count: u32,
    /// Which.
    pub why: Why,
}

/// One package.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageRow {
    /// Its number.
    pub id: String,
    /// Its place in the pay-from order of its service and region, from 1; absent when it cannot pay now.
    pub order: Option<u32>,
    /// Offer.
    pub sku: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// The only project it pays for.
    pub project: Option<String>,
    /// The only hours of the day in which it pays, `22-06`.
    pub hours: Option<String>,
    /// `free`, `promotion`, `purchased`.
    pub source: String,
    /// `scheduled`, `active`, `exhausted`, `expired`, `frozen`, `released`, `refunded`.
    pub state: String,
    /// Calls of the cycle.
    pub quota: String,
    /// Used of it.
    pub used: String,
    /// Left of it.
    pub remaining: String,
    /// Lapsed of it.
    pub lapsed: String,
    /// What was paid for the calls that lapsed, cut to cents.
    pub lapsed_money: String,
    /// Used share in whole percent, for the bar.
    pub used_percent: u32,
    /// Elapsed share of the term in whole percent: the expected tick.
    pub elapsed_percent: u32,
    /// First second of the cycle.
    pub starts_at: Seconds,
    /// Last second of the cycle.
    pub ends_at: Seconds,
    /// Last second that is paid for.
    pub valid_to: Seconds,
    /// Cycles that are paid and have not begun.
    pub next_cycle_count: u32,
    /// What was paid for a cycle.
    pub price: String,
    /// Price per call of the quota.
    pub unit_price: String,
    /// Why a call costs this much.
    pub price_why: Why,
    /// Why it ends then.
    pub ends_why: Why,
    /// Whether it is renewed by itself: days before the day of its end at which that is tried first.
    pub auto_renew: Option<u32>,
    /// When it is tried next.
    pub next_attempt: Option<Seconds>,
    /// Set package alert, in percent.
    pub alert_percent: Option<u32>,
    /// Whether it pays for calls of member accounts, too.
    pub shared: bool,
    /// Why this much is left.
    pub why: Why,
}

/// What will pay for the next call of a service in a region.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Ladder {
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Project the call is made for; empty for the default one.
    pub project: String,
    /// Whether calls are let through at all.
    pub enabled: bool,
    /// What its costs are sorted by, by key.
    pub tags: Vec<TagView>,
    /// The application, where the resource is one: what state it is in, and what stops it.
    pub application: Option<ApplicationView>,
    /// In order.
    pub rungs: Vec<Rung>,
    /// Packages that are passed over.
    pub passed_over: Vec<PassedOver>,
    /// Whether ways of paying for it can be compared: calls can, applications cannot.
    pub comparable: bool,
}

/// One rung: a package, or pay-per-use at the end.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rung {
    /// Package number; absent for pay-per-use.
    pub package_id: Option<String>,
    /// Offer; absent for pay-per-use.
    pub sku: Option<String>,
    /// Calls it can still pay for.
    pub left: Option<String>,
    /// Pay-per-use price of the next call.
    pub unit_price: Option<String>,
    /// Why this price, or this many calls.
    pub why: Option<Why>,
}

/// A package that does not pay here.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassedOver {
    /// Package number.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// `region_mismatch`, `service_mismatch`, `project_mismatch`, `package_not_started`, `package_used_up`, `package_expired`, `trial_region_mismatch`, `outside_hours`.
    pub reason: String,
}

/// Asks about one package.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackageQuery {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// Continue after this row, as the last reply said; absent from the newest on.
    pub after: Option<String>,
}

/// One package in detail.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageDetail {
    /// The package.
    pub package: PackageRow,
    /// Remaining calls over its term.
    pub burn_down: ChartView,
    /// Its cycles.
    pub cycles: Vec<CycleRow>,
    /// What was deducted, newest first, at most 200.
    pub deductions: Vec<DeductionRow>,
    /// Where to continue, when there are more.
    pub next: Option<String>,
}

/// One paid term.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CycleRow {
    /// First second.
    pub starts_at: Seconds,
    /// Last second.
    pub ends_at: Seconds,
    /// Calls.
    pub quota: String,
    /// Used.
    pub used: String,
    /// Lapsed.
    pub lapsed: String,
    /// Why this much of it is left.
    pub why: Why,
}

/// One deduction.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeductionRow {
    /// Hour.
    pub period: Seconds,
    /// When the calls were made.
    pub at: Seconds,
    /// Project.
    pub project: String,
    /// Whether undoing an import gave the calls back.
    pub returned: bool,
    /// Calls.
    pub calls: String,
    /// Left afterwards.
    pub remaining: String,
    /// Why this much was left.
    pub why: Why,
}

/// What can be bought.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OffersView {
    /// Whether prices are samples.
    pub sample_prices: bool,
    /// On sale now.
    pub offers: Vec<OfferRow>,
    /// Applications that a package can be bought for, by name; none where offers are for services in regions.
    pub applications: Vec<ApplicationView>,
    /// Where an offer would save most: what pay-per-use pays for most often lately, or else what is called most.
    pub suggested: Option<Suggestion>,
}

/// A service and region that offers are sought for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
}

/// One offer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferRow {
    /// Name in the catalogue.
    pub sku: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// The only project it pays for.
    pub project: Option<String>,
    /// The only hours of the day in which it pays, `22-06`.
    pub hours: Option<String>,
    /// Calls.
    pub quota: String,
    /// `1y`, `1m`, `30d`.
    pub term: String,
    /// Price.
    pub price: String,
    /// Price per call.
    pub unit_price: String,
    /// Why a call costs this much.
    pub price_why: Why,
    /// Pay-per-use price per call now.
    pub pay_per_use_price: Option<String>,
    /// Why.
    pub pay_per_use_why: Option<Why>,
}
