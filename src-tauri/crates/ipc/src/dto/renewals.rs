//! Renewing: by hand, and by itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    common::{BasisView, ChartView, PositionView, Seconds, Why},
    packages::PackageCount,
    today::Upcoming,
    vouchers::VoucherPart,
};

/// Asks what renewing a package would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewRenew {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// How many terms.
    pub terms: u32,
    /// The day of a month on which the last one ends; absent where it ends with its term (H-119, T-51).
    pub align_to: Option<u32>,
}

/// Renews, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Renew {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// How many terms.
    pub terms: u32,
    /// The day of a month on which the last one ends; absent where it ends with its term (H-119, T-51).
    pub align_to: Option<u32>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice renews once.
    pub request_id: String,
}

/// What a renewal does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Number of the package.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Terms that are paid.
    pub terms: u32,
    /// The day of a month on which the last one ends.
    pub align_to: Option<u32>,
    /// The provider's day, where terms can end on a chosen one.
    pub standard_day: Option<u32>,
    /// What is added, in order: each begins where the one before ends.
    pub cycles: Vec<RenewedCycle>,
    /// Price of all terms.
    pub price: String,
    /// What vouchers pay together.
    pub from_vouchers: String,
    /// What each of them pays, in their order; not known any more of a renewal made before.
    pub vouchers: Vec<VoucherPart>,
    /// Taken from the balance.
    pub from_balance: String,
    /// Drawn on credit.
    pub from_credit: String,
    /// Last second that was paid for before.
    pub valid_to_before: Seconds,
    /// Last second that is paid for after.
    pub valid_to_after: Seconds,
    /// When it had ended already and its new term counts from that end (H-90): how much of the term has passed.
    pub late: Option<LateStart>,
    /// When its end would have been warned of (H-30), in order.
    pub warnings_before: Vec<Seconds>,
    /// When its new end is warned of.
    pub warnings_after: Vec<Seconds>,
    /// When it would have been tried to renew by itself; empty when it does not.
    pub attempts_before: Vec<Seconds>,
    /// When it is tried now.
    pub attempts_after: Vec<Seconds>,
    /// Money before.
    pub before: PositionView,
    /// Money after.
    pub after: PositionView,
    /// Why it costs that, and what pays it; absent when it was renewed before.
    pub why: Option<Why>,
}

/// One term that a renewal adds.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewedCycle {
    /// First second.
    pub starts_at: Seconds,
    /// Last second.
    pub ends_at: Seconds,
    /// Calls of its own.
    pub quota: String,
    /// Why it ends then.
    pub why: Why,
}

/// A term that counts from an end in the past.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LateStart {
    /// Days of it that have passed.
    pub days_passed: u32,
    /// Days of it that are left, up to the end of all that is paid.
    pub days_left: u32,
}

/// Asks what switching the automatic renewal would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewAutoRenew {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// What it becomes at its end: `renew`, `pay-per-use`, `suspend` or `disable` (H-60c).
    pub at_end: String,
    /// Days before the day of the end of the first attempt, where it renews itself.
    pub days_before: Option<u32>,
}

/// Switches it, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutoRenew {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// As for the preview.
    pub at_end: String,
    /// As for the preview.
    pub days_before: Option<u32>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What the switch does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AutoRenewPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Number of the package.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// What it becomes at its end as it is set before.
    pub at_end_before: String,
    /// As it is set after.
    pub at_end_after: String,
    /// What it may become under the policy.
    pub choices: Vec<String>,
    /// Days before the day of the end of the first attempt as it is set before; absent where it does not renew itself.
    pub set_before: Option<u32>,
    /// As it is set after.
    pub set_after: Option<u32>,
    /// The most days before the day of the end.
    pub most_days_before: u32,
    /// Last second that is paid for.
    pub valid_to: Seconds,
    /// Why.
    pub valid_to_why: Why,
    /// When it is tried, in order; empty when it is off.
    pub attempts: Vec<Attempt>,
    /// What the attempts come to with the money there is now.
    pub outcome: RenewalOutcome,
    /// What pays for calls after the end when it is off: `pay_per_use`, `nothing` where the service stops, `disabled` where
    /// the customer let it be disabled.
    pub after_end: String,
    /// Money now.
    pub position: PositionView,
}

/// One attempt of an automatic renewal.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// When.
    pub at: Seconds,
    /// Days before the day of the end; below zero after it.
    pub days_left: i32,
}

/// What automatic renewal comes to, with the money there is now; its words are `outcome-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewalOutcome {
    /// `off`, `covered`, `short`, `in_arrears`, `not_sold`, `no_attempt` (none is left before the end), `refused`.
    pub kind: String,
    /// When it succeeds, or is tried first.
    pub at: Option<Seconds>,
    /// The last attempt that can still succeed.
    pub last_at: Option<Seconds>,
    /// What the term costs at today's price list.
    pub price: Option<String>,
    /// What is missing.
    pub short: Option<String>,
    /// Why.
    pub why: Option<Why>,
}

/// Asks for the Renewals screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenewalsQuery {
    /// Which account.
    pub account_id: String,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// The Renewals screen: what ends when, what renews itself, and whether the money does.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewalsView {
    /// When this was read.
    pub as_of: Seconds,
    /// What it comes to.
    pub verdict: RenewalsVerdict,
    /// Money now.
    pub position: PositionView,
    /// What automatic renewals take in the next 30 days, as far as the money does.
    pub taken_soon: String,
    /// Why.
    pub taken_soon_why: Why,
    /// Packages that renew themselves.
    pub automatic: PackageCount,
    /// Packages that can be renewed.
    pub renewable_count: u32,
    /// Attempts, ends and warnings, in lanes.
    pub calendar: ChartView,
    /// The same, in order of time.
    pub ahead: Vec<Upcoming>,
    /// In the order in which they end; those that have ended and can still be renewed come first.
    pub rows: Vec<RenewalRow>,
}

/// The one sentence; its words are `renewals-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewalsVerdict {
    /// `none` (no package can be renewed), `fails`, `covered` (all that renew themselves), `manual` (none renews itself).
    pub kind: String,
    /// `note`, `soon`, `today`.
    pub step: String,
    /// The first attempt that fails; the day up to which all are covered; the next end.
    pub at: Option<Seconds>,
    /// What is missing.
    pub amount: Option<String>,
    /// The package it is about.
    pub package: Option<String>,
}

/// A package that ends and can be renewed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewalRow {
    /// Its number.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// `scheduled`, `active`, `exhausted`, `expired`, `frozen`.
    pub state: String,
    /// Last second that is paid for.
    pub valid_to: Seconds,
    /// Why.
    pub valid_to_why: Why,
    /// For one that has ended: the last second in which it can be renewed.
    pub renewable_until: Option<Seconds>,
    /// Days before the day of its end at which it is first tried; absent when it does not renew itself.
    pub auto_renew: Option<u32>,
    /// What follows its end as it is set now: `renews`, `pay_per_use`, `nothing`, `disabled`.
    pub follows: String,
    /// What it becomes at its end as it is set now: `renew`, `pay-per-use`, `suspend` or `disable` (H-60c).
    pub at_end: String,
    /// Whether its service can be disabled at its end.
    pub may_be_disabled: bool,
    /// What its automatic renewal comes to.
    pub outcome: RenewalOutcome,
    /// Price of a term at today's price list; absent when it is no longer sold.
    pub price: Option<String>,
    /// Why.
    pub price_why: Option<Why>,
    /// Calls left of what is paid.
    pub calls_left: String,
    /// Why.
    pub calls_left_why: Why,
    /// Successful calls of its service in its region in the 30 days before.
    pub calls_lately: String,
    /// What those would have cost one by one.
    pub cost_lately: Option<String>,
    /// Why.
    pub cost_lately_why: Option<Why>,
}

/// Asks what becomes of several packages at their ends, chosen at once.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewAutoRenewMany {
    /// Which account.
    pub account_id: String,
    /// Which packages; one at least.
    pub package_ids: Vec<String>,
    /// What they become at their ends: `renew`, `pay-per-use`, `suspend` or `disable` (H-60c).
    pub at_end: String,
    /// Days before the days of their ends of the first attempt, where they renew themselves.
    pub days_before: Option<u32>,
}

/// Chooses it for all of them, or for none, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutoRenewMany {
    /// Which account.
    pub account_id: String,
    /// As for the preview.
    pub package_ids: Vec<String>,
    /// As for the preview.
    pub at_end: String,
    /// As for the preview.
    pub days_before: Option<u32>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What the choice does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AutoRenewManyPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Each package, in the order in which they were named.
    pub packages: Vec<AutoRenewed>,
    /// For how many of them something changes.
    pub changed: u32,
    /// What they may become under the policy.
    pub choices: Vec<String>,
    /// The most days before the day of an end.
    pub most_days_before: u32,
}

/// One of several packages.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AutoRenewed {
    /// Its number.
    pub package_id: String,
    /// What it is called.
    pub name: String,
    /// What it becomes at its end as it is set before.
    pub at_end_before: String,
    /// Days before the day of its end of the first attempt as it is set before; absent where it does not renew itself.
    pub set_before: Option<u32>,
    /// As it is set after.
    pub at_end_after: String,
    /// As it is set after.
    pub set_after: Option<u32>,
    /// What its attempts come to with the money there is now, those of the others before them.
    pub outcome: RenewalOutcome,
    /// What pays for calls after its end when it is off: `pay_per_use`, `nothing`, `disabled`.
    pub after_end: String,
    /// Last second that is paid for.
    pub valid_to: Seconds,
}
