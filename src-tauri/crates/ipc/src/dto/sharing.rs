//! Sharing a package with member accounts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{BasisView, Seconds, Why};

/// Asks what sharing a package, or keeping it to oneself again, would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewShare {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// Share it; else keep it to oneself.
    pub on: bool,
}

/// Switches the sharing, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Share {
    /// Which account.
    pub account_id: String,
    /// Which package.
    pub package_id: String,
    /// As for the preview.
    pub on: bool,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What switching the sharing does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SharePlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Which package.
    pub package_id: String,
    /// Its offer.
    pub sku: String,
    /// Whether it was shared before.
    pub before: bool,
    /// Whether it is afterwards.
    pub after: bool,
    /// Member accounts that have called so far, by name.
    pub members: Vec<String>,
    /// Calls it can still pay for.
    pub left: String,
    /// Why.
    pub left_why: Why,
    /// Last second that is paid for.
    pub valid_to: Seconds,
}
