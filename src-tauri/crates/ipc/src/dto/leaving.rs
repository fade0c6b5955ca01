//! Leaving: giving a package back, disabling a service, enabling it again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    applications::ApplicationChange,
    common::{BasisView, PositionView, Seconds, Why},
};
use crate::error::IpcError;

/// Asks whether and how a package can be given back.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewUnsubscribe {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
}

/// Gives it back, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Unsubscribe {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice gives back once.
    pub request_id: String,
}

/// Whether a package can be given back, what comes back, what is still to come, and what is lost.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnsubscribePlan {
    /// Number of the package.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Why it cannot be given back; absent when it can.
    pub refusal: Option<IpcError>,
    /// The rule that decides, `H-130`.
    pub rule: String,
    /// Where the rule was published.
    pub source: Option<String>,
    /// The last second in which it pays for calls when it stays.
    pub valid_to: Seconds,
    /// Why.
    pub valid_to_why: Why,
    /// What comes back; absent when it cannot be given back, or was given back before.
    pub refund: Option<Refund>,
    /// What becomes of its application, where it is for one and can be given back.
    pub application: Option<ApplicationChange>,
    /// Whether its service is enabled: only then it can be disabled instead.
    pub service_enabled: bool,
    /// What is still taken, in order of time.
    pub tail: Vec<TailRow>,
    /// Calls that are paid and not used: lost when it is given back, and at its end.
    pub calls_left: String,
    /// Why.
    pub calls_left_why: Why,
    /// How it is renewed by itself: days before its end.
    pub auto_renew: Option<u32>,
    /// What pays for calls afterwards: `pay_per_use`, `nothing`.
    pub after_end: String,
}

/// Money that comes back, and where it goes.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refund {
    /// What it was computed from.
    pub basis: BasisView,
    /// How much.
    pub amount: String,
    /// Pays arrears, oldest first.
    pub to_arrears: String,
    /// Pays back credit.
    pub to_credit: String,
    /// Adds to the balance.
    pub to_balance: String,
    /// Why.
    pub why: Why,
    /// Money before.
    pub before: PositionView,
    /// Money after.
    pub after: PositionView,
}

/// Something that is still taken after one has left; its words are `tail-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TailRow {
    /// `settlement` of calls already made, `renewal` that is tried by itself.
    pub kind: String,
    /// When.
    pub at: Seconds,
    /// How much, where that is known.
    pub amount: Option<String>,
    /// Why.
    pub why: Option<Why>,
}

/// Asks what disabling or enabling a service would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewService {
    /// Which account.
    pub account_id: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Enable it; else disable it.
    pub enable: bool,
}

/// Disables or enables, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SwitchService {
    /// Which account.
    pub account_id: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// As for the preview.
    pub enable: bool,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What disabling or enabling a service does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ServicePlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Whether it is enabled afterwards.
    pub enabled: bool,
    /// Whether the account has never had it before.
    pub is_new: bool,
    /// What becomes of the application, where the resource is one.
    pub application: Option<ApplicationChange>,
    /// What calls already made still cost, in order of time (H-55).
    pub tail: Vec<TailRow>,
    /// Packages whose calls cannot be used while it is disabled.
    pub packages: Vec<HeldPackage>,
    /// What a call costs when no package pays for it.
    pub unit_price: Option<String>,
    /// Why.
    pub unit_price_why: Option<Why>,
    /// Money now.
    pub position: PositionView,
}

/// A package of a service.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldPackage {
    /// Its number.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Calls left.
    pub left: String,
    /// Why.
    pub why: Why,
    /// Last second that is paid for.
    pub valid_to: Seconds,
    /// Whether it is renewed by itself all the same.
    pub renews_itself: bool,
}
