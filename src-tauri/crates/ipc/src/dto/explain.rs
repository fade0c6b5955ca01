//! Why figures are so: by path, by line, and charges by reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{Seconds, Why};

/// Asks why the figure of a path is so.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainPath {
    /// Which account.
    pub account_id: String,
    /// Which figure: `spendable_now`, `packages.2.remaining`, `charges.17.amount`.
    pub path: String,
}

/// A figure explained.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Its path.
    pub path: String,
    /// Value, formula, inputs and rule.
    pub why: Why,
    /// The usage it rests on, oldest first.
    pub usage: Vec<UsageBehind>,
    /// Whether there is more usage than is listed.
    pub more_usage: bool,
}

/// A stretch of usage as it was metered. Counts are calls, or billed minutes.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageBehind {
    /// When.
    pub at: Seconds,
    /// What was called.
    pub resource: String,
    /// For which project; empty for the default one.
    pub project: String,
    /// Successful, and something pays.
    pub billable: String,
    /// Without success.
    pub failed: String,
    /// Successful, and nothing may pay.
    pub uncovered: String,
    /// Of the billable: paid by packages.
    pub from_packages: String,
}

/// Asks why pay-per-use was charged.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnexpectedQuery {
    /// Which account.
    pub account_id: String,
    /// For usage of periods from here on; from the beginning without.
    pub from: Option<Seconds>,
    /// Up to here, excluded; without an end without.
    pub to: Option<Seconds>,
}

/// Pay-per-use told apart by the reasons for it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnexpectedView {
    /// Of settled charges, less what corrections gave back.
    pub settled: ByReasonView,
    /// Of open periods, as if they were settled now.
    pub open: ByReasonView,
}

/// Charges by reason. The amounts of the rows and the rounding sum to the total.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ByReasonView {
    /// Most money first.
    pub rows: Vec<ReasonCalls>,
    /// What rounding each charge to cents adds or takes, 8 decimals.
    pub rounding: String,
    /// What the charges came to.
    pub total: String,
}

/// Calls that were pay-per-use for the same reasons. Each call is in one row: the one of all its reasons.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonCalls {
    /// Codes, `region_mismatch`: the keys `reason-region-mismatch` and `prevent-region-mismatch` say them.
    pub reasons: Vec<String>,
    /// Calls.
    pub calls: String,
    /// What they cost, 8 decimals.
    pub amount: String,
}

/// Asks why a figure is so.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Explain {
    /// Which account.
    pub account_id: String,
    /// Which figure.
    pub figure: Figure,
    /// Number of the line it stands in.
    pub id: String,
}

/// Figures that are explained one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Figure {
    /// The balance after a line of the statement, and its change.
    Entry,
    /// What is owed for a charge.
    Debt,
}
