//! The lines of a bill summed by what they are for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::Why;

/// Asks what a month cost by project, member account or tag.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillByQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04`.
    pub month: String,
    /// `project`, `member`, or `tag:` and the key.
    pub by: String,
}

/// What a month cost by what it was for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillByView {
    /// As it was asked for.
    pub by: String,
    /// By name; what is for nothing named last. They come to the total.
    pub rows: Vec<BillByRow>,
    /// All of them together: what the bill moved.
    pub total: BillByRow,
}

/// What the lines of one value come to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillByRow {
    /// The project, member or value of the tag; absent for lines that are for nothing named, and for all together.
    pub value: Option<String>,
    /// How many lines.
    pub lines: String,
    /// 8 decimals.
    pub amount: String,
    /// Why so much.
    pub why: Why,
}
