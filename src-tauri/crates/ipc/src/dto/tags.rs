//! Tags: what the costs of a service or application are sorted by.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::BasisView;

/// A tag of a service in a region, or of an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagView {
    /// `team`.
    pub key: String,
    /// `kyc`.
    pub value: String,
}

/// Asks what setting a tag would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewTag {
    /// Which account.
    pub account_id: String,
    /// Service.
    pub service: String,
    /// Region, or application.
    pub region: String,
    /// `team`.
    pub key: String,
    /// Its new value; absent to take the tag away.
    pub value: Option<String>,
}

/// Sets a tag, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetTag {
    /// Which account.
    pub account_id: String,
    /// Service.
    pub service: String,
    /// Region, or application.
    pub region: String,
    /// As for the preview.
    pub key: String,
    /// As for the preview.
    pub value: Option<String>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What setting a tag does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Service.
    pub service: String,
    /// Region, or application.
    pub region: String,
    /// Which tag.
    pub key: String,
    /// Its value before; absent when it had none.
    pub before: Option<String>,
    /// Its value afterwards; absent when it is taken away.
    pub after: Option<String>,
    /// Every tag that it has afterwards, by key.
    pub tags: Vec<TagView>,
}
