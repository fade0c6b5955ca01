//! Top up and buy: a plan, then the same plan written down.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    applications::ApplicationChange,
    common::{BasisView, PositionView, Seconds, Why},
    vouchers::VoucherPart,
};

/// Asks what a top-up would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewTopUp {
    /// Which account.
    pub account_id: String,
    /// Plain decimal, 0.01 to 1000000.00.
    pub amount: String,
}

/// Tops up, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TopUp {
    /// Which account.
    pub account_id: String,
    /// Plain decimal.
    pub amount: String,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice pays once.
    pub request_id: String,
}

/// What a top-up does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopUpPlan {
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
    /// Money before.
    pub before: PositionView,
    /// Money after.
    pub after: PositionView,
    /// Why it is split so.
    pub why: Why,
}

/// Asks what a purchase would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewBuy {
    /// Which account.
    pub account_id: String,
    /// Which offer.
    pub sku: String,
    /// For which application, where packages are for applications.
    pub application: Option<String>,
}

/// Buys, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Buy {
    /// Which account.
    pub account_id: String,
    /// Which offer.
    pub sku: String,
    /// For which application, where packages are for applications.
    pub application: Option<String>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice buys once.
    pub request_id: String,
}

/// What a purchase does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BuyPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Number of the package it makes.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Calls.
    pub quota: String,
    /// Price.
    pub price: String,
    /// What vouchers pay together.
    pub from_vouchers: String,
    /// What each of them pays, in their order; not known any more of a purchase made before.
    pub vouchers: Vec<VoucherPart>,
    /// Taken from the balance.
    pub from_balance: String,
    /// Drawn on credit.
    pub from_credit: String,
    /// From this second on it pays.
    pub starts_at: Seconds,
    /// Its last second.
    pub ends_at: Seconds,
    /// Its place in the pay-from order, from 1.
    pub order: u32,
    /// Calls that pay before it.
    pub before_it: String,
    /// The last second in which it can be given back while nothing of it is used; absent where it cannot (T-40, T-41).
    pub refundable_until: Option<Seconds>,
    /// What becomes of its application, where it is for one.
    pub application: Option<ApplicationChange>,
    /// Money before.
    pub before: PositionView,
    /// Money after.
    pub after: PositionView,
    /// Why it costs that, and what pays it; absent when it was bought before.
    pub why: Option<Why>,
}
