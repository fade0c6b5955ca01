//! Packages that are paid together: a plan, then the same plan written down.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    applications::ApplicationChange,
    common::{BasisView, PositionView, Seconds, Why},
    vouchers::VoucherPart,
};

/// Packages of one offer, each of which is a package of its own (H-24).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackageOrder {
    /// Which offer.
    pub sku: String,
    /// How many.
    pub count: u32,
}

/// Asks what buying packages in one payment would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewBuyTogether {
    /// Which account.
    pub account_id: String,
    /// What is ordered, 1 to 100 packages.
    pub orders: Vec<PackageOrder>,
    /// For which application, where packages are for applications.
    pub application: Option<String>,
}

/// Buys all of them, if the plan's basis still holds, or none.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BuyTogether {
    /// Which account.
    pub account_id: String,
    /// As for the preview.
    pub orders: Vec<PackageOrder>,
    /// As for the preview.
    pub application: Option<String>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice buys once.
    pub request_id: String,
}

/// What buying packages in one payment does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BuyTogetherPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Each package and what pays it, in the order they were asked for.
    pub packages: Vec<PaidPackage>,
    /// Price of all.
    pub price: String,
    /// What vouchers pay together.
    pub from_vouchers: String,
    /// What each voucher pays of all; not known any more of a purchase made before.
    pub vouchers: Vec<VoucherPart>,
    /// Taken from the balance.
    pub from_balance: String,
    /// Drawn on credit.
    pub from_credit: String,
    /// The last second in which all of them can be given back while nothing of them is used; absent where one cannot.
    pub refundable_until: Option<Seconds>,
    /// What becomes of their application, where they are for one.
    pub application: Option<ApplicationChange>,
    /// Money before.
    pub before: PositionView,
    /// Money after.
    pub after: PositionView,
    /// How vouchers are split over the orders, and what pays the rest (T-39); absent when they were bought before.
    pub why: Option<Why>,
}

/// A package of the payment, and what pays it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaidPackage {
    /// Its number.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Calls.
    pub quota: String,
    /// Its last second.
    pub ends_at: Seconds,
    /// Price.
    pub price: String,
    /// Its share of the vouchers.
    pub from_vouchers: String,
    /// Taken from the balance.
    pub from_balance: String,
    /// Drawn on credit.
    pub from_credit: String,
    /// Why; absent when it was bought before.
    pub why: Option<Why>,
}
