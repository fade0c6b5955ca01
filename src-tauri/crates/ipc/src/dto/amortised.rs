//! The amortised view of bills: what is prepaid costs on the days it pays for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{Seconds, Why};

/// Asks what months cost, or the days of one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AmortisedQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04` for its days; every month without.
    pub month: Option<String>,
}

/// What months cost, or the days of one.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmortisedView {
    /// When this was read: later shares are not cost yet.
    pub as_of: Seconds,
    /// Months newest first; days oldest first.
    pub rows: Vec<CostRow>,
    /// All rows together.
    pub total: CostRow,
    /// What is paid for days after today.
    pub later: CostPart,
}

/// What a month or a day costs. Amounts have 8 decimals.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostRow {
    /// `2023-04`, or its midnight in seconds; empty for all together.
    pub when: String,
    /// Pay-per-use as it moved, less corrections.
    pub usage: CostPart,
    /// Shares of what packages cost.
    pub packages: CostPart,
    /// Both.
    pub cost: CostPart,
    /// What moved in the month: its bill's total; absent for days.
    pub cash: Option<CostPart>,
}

/// An amount and why it is so.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostPart {
    /// 8 decimals; of cash 2.
    pub amount: String,
    /// Half up to cents, for sentences.
    pub rounded: String,
    /// Why so much.
    pub why: Why,
}
