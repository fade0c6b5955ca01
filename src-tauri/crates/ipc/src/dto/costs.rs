//! What the money is made of, what it was for, what changed, and what could be saved.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    bills::BillRow,
    common::{ChartView, Seconds, Why},
};

/// Asks what a month's money is made of.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompositionQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04`; the newest that has a bill without.
    pub month: Option<String>,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// What a month's money is made of.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompositionView {
    /// When this was read.
    pub as_of: Seconds,
    /// Months that have a bill, newest first.
    pub months: Vec<String>,
    /// The month; absent while there is no bill.
    pub month: Option<ComposedMonth>,
}

/// One month by billing mode, service and region.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComposedMonth {
    /// Its row in the list of bills.
    pub bill: BillRow,
    /// Why the total is so.
    pub why: Why,
    /// Billing modes that have lines, in the order of a bill, rounding last. They come to the total.
    pub modes: Vec<ModeRow>,
    /// What moved by day and billing mode.
    pub chart: ChartView,
    /// The day that cost most, if any cost something.
    pub dearest: Option<DearestDay>,
}

/// One billing mode.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModeRow {
    /// `pay-per-use`, `purchases`, `renewals`, `refunds`, `corrections`, `rounding`; its words are `cost-mode-<mode>`.
    pub mode: String,
    /// Charges, purchases, renewals, refunds or corrections.
    pub lines: String,
    /// 8 decimals.
    pub amount: String,
    /// Of everything that was paid before anything was given back, in basis points; absent for what was given back.
    pub share: Option<u32>,
    /// Why so much.
    pub why: Why,
    /// By service and region, most money first.
    pub parts: Vec<ModePart>,
}

/// One billing mode of one service and region.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModePart {
    /// What was called, or what the packages are for.
    pub service: String,
    /// Where; of an application its name.
    pub region: String,
    /// Lines.
    pub lines: String,
    /// 8 decimals.
    pub amount: String,
    /// As of the mode.
    pub share: Option<u32>,
    /// Why so much.
    pub why: Why,
}

/// The day that cost most.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DearestDay {
    /// Its midnight at the provider.
    pub day: Seconds,
    /// What moved.
    pub total: String,
}

/// Asks what a month's money was for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04`; the newest that has a bill without.
    pub month: Option<String>,
    /// `project`, `member`, or `tag:` and the key.
    pub by: String,
}

/// What a month's money was for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllocationView {
    /// When this was read.
    pub as_of: Seconds,
    /// Months that have a bill, newest first.
    pub months: Vec<String>,
    /// Keys of the tags that resources have.
    pub tag_keys: Vec<String>,
    /// As it was asked for.
    pub by: String,
    /// The month; absent while there is no bill.
    pub month: Option<AllocatedMonth>,
}

/// One month by what it was for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllocatedMonth {
    /// Its row in the list of bills.
    pub bill: BillRow,
    /// Most money first; what is unallocated last, even at zero. They come to the total.
    pub rows: Vec<AllocationRow>,
    /// All of them together: what the bill moved.
    pub total: AllocationRow,
    /// What is for something named.
    pub allocated: String,
}

/// What the lines of one value come to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllocationRow {
    /// The project, member or value of the tag; absent for what is unallocated, and for all together.
    pub value: Option<String>,
    /// How many lines.
    pub lines: String,
    /// 8 decimals.
    pub amount: String,
    /// The same to the cent.
    pub rounded: String,
    /// Of everything that was paid before anything was given back, in basis points; absent for what is below zero.
    pub share: Option<u32>,
    /// Why so much.
    pub why: Why,
}

/// Asks what a range costs, and what changed against the one before.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnalysisQuery {
    /// Which account.
    pub account_id: String,
    /// `7d`, `14d`, `30d`, `mtd`, `3m`, `6m`, `12m`.
    pub range: String,
    /// `mode`, `service`, `region`, `project`, `member`, or `tag:` and the key.
    pub by: String,
    /// `cash` or `amortised`.
    pub view: String,
    /// Only of this billing mode.
    pub mode: Option<String>,
    /// Only of this service.
    pub service: Option<String>,
    /// Only of this region, or application.
    pub region: Option<String>,
    /// Only for this project; empty for what is for none.
    pub project: Option<String>,
    /// Pixels a chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// What a range costs, and what changed against the one before.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnalysisView {
    /// When this was read.
    pub as_of: Seconds,
    /// The range.
    pub range: SpanView,
    /// The one before it, as long.
    pub before: SpanView,
    /// When the books begin, where that is after the range before began.
    pub known_from: Option<Seconds>,
    /// Keys of the tags that resources have.
    pub tag_keys: Vec<String>,
    /// All groups together.
    pub total: CostChange,
    /// The groups, most change first.
    pub groups: Vec<CostChange>,
    /// The range by day or month and group.
    pub chart: ChartView,
    /// The day, or month, that cost most.
    pub dearest: Option<DearestDay>,
    /// From the range before to the range: what changed.
    pub waterfall: ChartView,
}

/// Whole days at the provider.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpanView {
    /// The midnight it begins with.
    pub from: Seconds,
    /// The midnight it ends with, excluded.
    pub to: Seconds,
    /// Whether it is shown by month.
    pub by_month: bool,
}

/// What one group costs in both ranges.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostChange {
    /// Its name, of billing modes the stable one; absent for what is unallocated, and for all together.
    pub value: Option<String>,
    /// In the range before.
    pub before: CostFigure,
    /// In the range.
    pub now: CostFigure,
    /// Now less before.
    pub change: CostFigure,
}

/// An amount and why it is so.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostFigure {
    /// Cents in cash, 8 decimals amortised.
    pub amount: String,
    /// The same to the cent.
    pub rounded: String,
    /// Why so much.
    pub why: Why,
}

/// What could be saved, most money first.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingsView {
    /// When this was read.
    pub as_of: Seconds,
    /// They may be about the same calls: their money does not add up.
    pub findings: Vec<FindingView>,
    /// What was looked at.
    pub looked_at: LookedAtView,
}

/// One thing that could be saved.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// `region-mismatch`, `package-expired`, … `unused`, `cheaper`; its words are `finding-<kind>`.
    pub kind: String,
    /// What was called, or what the quota was for.
    pub service: String,
    /// Where; of an application its name.
    pub region: String,
    /// The package that could have paid, had ended or lapsed; else the offer that would have cost less.
    pub package: String,
    /// Where that package pays instead: its region, service, or project.
    pub other: String,
    /// Calls it is about.
    pub calls: String,
    /// Money a month.
    pub per_month: String,
    /// Why so much.
    pub why: Why,
    /// `purchase`, `callers`, `next-term`; its words are `effort-<effort>`.
    pub effort: String,
    /// What prepares it.
    pub prepare: PrepareView,
}

/// A sheet that prepares what was found, and never does it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrepareView {
    /// `buy`, `compare`, `renew`.
    pub sheet: String,
    /// The offer to buy, where one was found.
    pub sku: Option<String>,
    /// The package to renew.
    pub package_id: Option<String>,
}

/// What was looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookedAtView {
    /// The first day of the charges.
    pub since: Seconds,
    /// Pay-per-use calls.
    pub calls: String,
    /// What they were charged.
    pub charged: String,
    /// Terms of packages that ended within a year.
    pub terms: String,
    /// Services whose calls were replayed with the packages on sale.
    pub compared: String,
}
