//! Bills: months, their lines, and why.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{ChartView, Seconds, Why};

/// Asks for the Bills screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillsQuery {
    /// Which account.
    pub account_id: String,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// The Bills screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillsView {
    /// When this was read.
    pub as_of: Seconds,
    /// Newest first.
    pub bills: Vec<BillRow>,
    /// One bar per month, the latest ten years; absent while there is no bill.
    pub chart: Option<ChartView>,
    /// Months in the chart.
    pub month_count: u32,
    /// The month that amounts to most.
    pub highest: Option<HighestBill>,
}

/// The month that amounts to most.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HighestBill {
    /// `2023-04`.
    pub month: String,
    /// Payable.
    pub total: String,
}

/// One month.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillRow {
    /// `2023-04`.
    pub month: String,
    /// `open`, `settling`, `final`.
    pub status: String,
    /// When it becomes, or became, final.
    pub final_at: Seconds,
    /// From when on it can be exported as final.
    pub exportable_at: Seconds,
    /// Payable.
    pub total: String,
    /// Pay-per-use.
    pub usage: String,
    /// Purchases.
    pub purchases: String,
    /// Renewals.
    pub renewals: String,
    /// Packages given back; negative.
    pub refunds: String,
    /// Corrections.
    pub corrections: String,
    /// What of it is still owed.
    pub owed: String,
    /// Why the total is so.
    pub why: Why,
    /// Why so much is still owed, when something is.
    pub owed_why: Option<Why>,
    /// What the provider's own bill came to against it, when it was compared.
    pub compared: Option<BillCompared>,
}

/// What a comparison with the provider's own bill came to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillCompared {
    /// Theirs less ours, 8 decimals.
    pub difference: String,
    /// How many lines differ.
    pub differing: String,
    /// Whether the bill is locked.
    pub locked: bool,
    /// Why the difference is so.
    pub why: Why,
}

/// Asks for one bill.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04`.
    pub month: String,
}

/// One bill.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillView {
    /// Its row in the list.
    pub bill: BillRow,
    /// Sum of charges before rounding, 8 decimals.
    pub charges: String,
    /// Rounding: what moved − charges, 8 decimals, with its sign.
    pub rounding: String,
    /// Why the total is so.
    pub why: Why,
    /// Per service, region and project, then purchases and renewals.
    pub groups: Vec<BillGroup>,
    /// Keys of the tags that lines can be summed by.
    pub tag_keys: Vec<String>,
}

/// Lines of one kind.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillGroup {
    /// `usage`, `purchase`, `renewal`, `refund`, `correction`.
    pub kind: String,
    /// Service and region, or offer.
    pub name: String,
    /// Project; empty for the default one.
    pub project: String,
    /// Calls.
    pub quantity: String,
    /// Of these paid by packages.
    pub from_packages: String,
    /// Pay-per-use calls.
    pub billed: String,
    /// 8 decimals.
    pub amount: String,
    /// What moved.
    pub due: String,
    /// Why that much moved, with the calls it is for.
    pub why: Why,
    /// Per day of the provider, oldest first.
    pub days: Vec<BillDay>,
}

/// One day of a group.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillDay {
    /// Its midnight.
    pub day: Seconds,
    /// Calls.
    pub quantity: String,
    /// Of these paid by packages.
    pub from_packages: String,
    /// Pay-per-use calls.
    pub billed: String,
    /// 8 decimals.
    pub amount: String,
    /// What moved.
    pub due: String,
    /// Why that much moved, with the calls it is for.
    pub why: Why,
}
