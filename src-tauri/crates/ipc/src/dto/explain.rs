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
    /// Only this service.
    pub service: Option<String>,
    /// Only this region.
    pub region: Option<String>,
    /// Only this project; empty for the default project.
    pub project: Option<String>,
}

/// Pay-per-use told apart by what was called and why no package paid. The charges of the rows and the rounding sum to what
/// was charged, less what corrections gave back.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnexpectedView {
    /// Most money first.
    pub rows: Vec<ReasonCalls>,
    /// Calls of all rows.
    pub calls: String,
    /// Why so many.
    pub calls_why: Why,
    /// What rounding each charge to cents adds or takes, 8 decimals.
    pub rounding: String,
    /// What the settled charges came to.
    pub charged: String,
    /// Why so much.
    pub charged_why: Why,
    /// What the open periods would come to if they were settled now; absent when there are none.
    pub open: Option<ReasonMoney>,
}

/// Calls of one resource that were pay-per-use for the same reasons. Each call is in one row: the one of all its reasons.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonCalls {
    /// At least one.
    pub reasons: Vec<ReasonView>,
    /// What was called.
    pub service: String,
    /// In which region.
    pub region: String,
    /// Calls, settled and open.
    pub calls: String,
    /// Why so many.
    pub calls_why: Why,
    /// What the settled ones cost; absent when none are.
    pub charged: Option<ReasonMoney>,
    /// What the open ones would cost now; absent when there are none.
    pub open: Option<ReasonMoney>,
    /// The smallest package on sale that would have paid for all of them; else the largest.
    pub offer: Option<OfferName>,
}

/// One reason.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonView {
    /// `region-mismatch`: `reason-region-mismatch` says it, `prevent-region-mismatch` what would prevent it.
    pub code: String,
    /// The rule by which no package paid.
    pub rule: String,
    /// Where that was published.
    pub source: Option<String>,
}

/// An amount and why it is so.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonMoney {
    /// 8 decimals in rows, cents in sums.
    pub amount: String,
    /// Why so much.
    pub why: Why,
}

/// An offer by name.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferName {
    /// `passport-10k`.
    pub sku: String,
    /// Calls.
    pub quota: String,
    /// Price.
    pub price: String,
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
