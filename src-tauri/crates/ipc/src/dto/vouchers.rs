//! Vouchers: given money that pays before the balance.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{BasisView, Seconds, Why};

/// All vouchers of an account.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VouchersView {
    /// In the order they were added.
    pub rows: Vec<VoucherRow>,
    /// What is left on those that are valid now.
    pub usable: String,
    /// Why.
    pub usable_why: Why,
}

/// One voucher.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoucherRow {
    /// Its number.
    pub id: String,
    /// What the provider calls it.
    pub code: String,
    /// `voucher`, `gift`; its words are `voucher-<kind>`.
    pub kind: String,
    /// `usable`, `not_begun`, `used_up`, `ended`; its words are `voucher-<state>`.
    pub state: String,
    /// What it was worth.
    pub amount: String,
    /// What it can still pay.
    pub left: String,
    /// Why.
    pub left_why: Why,
    /// First second of its validity.
    pub valid_from: Seconds,
    /// Last second of its validity.
    pub valid_to: Seconds,
    /// What it pays for: `purchase`, `renewal`, `usage`; empty when all of them. Its words are `voucher-pays-<what>`.
    pub pays: Vec<String>,
    /// The services it pays for; empty when all of them.
    pub services: Vec<String>,
    /// The least payment it takes part in, where there is one.
    pub minimum: Option<String>,
    /// The most it pays of one payment, where there is one.
    pub most: Option<String>,
    /// Whether it pays one payment alone.
    pub single_use: bool,
}

/// A voucher as its owner types it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoucherInput {
    /// What the provider calls it.
    pub code: String,
    /// Plain decimal.
    pub amount: String,
    /// First day, `2026-12-31`; from now on without.
    pub valid_from: Option<String>,
    /// Last day, to its end in the provider's zone.
    pub valid_to: String,
    /// `purchase`, `renewal`, `usage`.
    pub pays: Vec<String>,
    /// Empty for every service.
    pub services: Vec<String>,
    /// Plain decimal; absent for none.
    pub minimum: Option<String>,
    /// Plain decimal; absent for none.
    pub most: Option<String>,
    /// Whether it pays one payment alone.
    pub single_use: bool,
    /// Whether it is a gift: pays after vouchers, and comes back with a package that is given back.
    pub gift: bool,
}

/// Asks what a voucher would add.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewVoucher {
    /// Which account.
    pub account_id: String,
    /// The voucher.
    pub voucher: VoucherInput,
}

/// Adds a voucher, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddVoucher {
    /// Which account.
    pub account_id: String,
    /// The voucher.
    pub voucher: VoucherInput,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet: confirming twice adds once.
    pub request_id: String,
}

/// What a voucher adds, or added.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoucherPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// The voucher.
    pub voucher: VoucherRow,
    /// What valid vouchers were worth before.
    pub usable_before: String,
    /// Why.
    pub usable_before_why: Why,
    /// What they are worth with it.
    pub usable_after: String,
    /// Why.
    pub usable_after_why: Why,
    /// What is owed, and stays so: a voucher pays no debt.
    pub arrears: String,
}

/// What one voucher pays of a price.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoucherPart {
    /// What the provider calls it.
    pub code: String,
    /// How much.
    pub amount: String,
}
