//! What several screens share. Money, quota and ids are strings; instants are seconds since 1970, UTC.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Seconds since 1970, UTC; below 2^53, so exact as a JSON number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Seconds(pub i64);

/// One account, as lists and the top bar show it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountRef {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What people call the provider's product.
    pub provider: String,
    /// `huawei-ocr-intl`.
    pub policy: String,
    /// `USD`.
    pub currency: String,
    /// Customer level, `V1`.
    pub level: String,
    /// Whether it holds sample data and must say so everywhere.
    pub sample: bool,
    /// The provider's zone, seconds east of Greenwich.
    pub zone_offset_seconds: i32,
    /// The service of its applications, `lcic`, which are metered in minutes; absent where services are called in regions.
    pub applications: Option<String>,
}

/// Asks about one account.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfAccount {
    /// Which.
    pub account_id: String,
}

/// A figure in its own unit, as text that loses nothing.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FigureText {
    /// Which unit.
    pub kind: FigureKind,
    /// The figure: a plain decimal, an RFC 3339 instant in the provider's zone, or a name.
    pub text: String,
}

/// Units of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FigureKind {
    /// Money that moves, 2 decimals.
    Money,
    /// A charge, 8 decimals.
    Charge,
    /// Money per call, up to 10 decimals.
    UnitPrice,
    /// Calls.
    Calls,
    /// A plain number.
    Number,
    /// An instant.
    Instant,
    /// A name.
    Name,
    /// Length of a term: `1y`, `1m`, `30d`.
    Term,
}

/// Why a figure is so. `formula` and input names are keys of messages: `formula-<key>`, `input-<key>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// Key of the formula.
    pub formula: String,
    /// The rule, `H-04`.
    pub rule: String,
    /// Where the rule was published, title and date.
    pub source: Option<String>,
    /// The result.
    pub result: FigureText,
    /// What went in.
    pub inputs: Vec<WhyInput>,
}

/// One input of a derivation.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhyInput {
    /// Key of its name.
    pub name: String,
    /// Its value.
    pub value: FigureText,
    /// Why it has that value.
    pub because: Option<Why>,
}

/// A drawn chart: SVG text whose colours are classes, and its points for cursor and table twin.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChartView {
    /// SVG with real text and no styles.
    pub svg: String,
    /// Width of its view box.
    pub width: u32,
    /// Height of its view box.
    pub height: u32,
    /// Where its data lies.
    pub plot: PlotView,
    /// Points in drawing order.
    pub points: Vec<ChartPoint>,
    /// Names of the series that points refer to.
    pub series: Vec<String>,
}

/// The area inside the axes of a chart, in units of its view box: where a crosshair may be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlotView {
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Lower edge, where the time axis is.
    pub bottom: i32,
}

/// One point of a chart.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChartPoint {
    /// In the view box.
    pub x: i32,
    /// In the view box.
    pub y: i32,
    /// What it is about: an hour, a day.
    pub label: String,
    /// Its value as people read it.
    pub value: String,
    /// Index of its series.
    pub series: u32,
}

/// The account's money now (rulebook, words).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PositionView {
    /// Prepaid cash.
    pub balance: String,
    /// Credit limit.
    pub credit_limit: String,
    /// Credit drawn.
    pub credit_drawn: String,
    /// What is owed.
    pub arrears: String,
    /// Balance + credit not yet drawn − arrears.
    pub available_credit: String,
    /// What open periods would cost now.
    pub accrued: String,
    /// Available credit − accrued.
    pub spendable_now: String,
    /// Derivation of spendable now, with that of accrued inside.
    pub why: Why,
}

/// The books' position that a preview was computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BasisView {
    /// Number of the last write.
    pub write: String,
    /// Its hash.
    pub hash: String,
    /// The instant a preview was computed for.
    pub at: Seconds,
}
