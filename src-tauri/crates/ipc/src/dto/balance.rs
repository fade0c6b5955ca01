//! Balance: the equation, the line, the statement.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    arrears::ArrearsView,
    common::{ChartView, PositionView, Seconds, Why},
    vouchers::VouchersView,
};

/// Asks for the Balance screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BalanceQuery {
    /// Which account.
    pub account_id: String,
    /// Days back from now that the line shows.
    pub days: u32,
    /// Continue after this row, as the last reply said; absent from the newest on.
    pub after: Option<String>,
    /// Pixels the chart may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// The Balance screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BalanceView {
    /// When this was read.
    pub as_of: Seconds,
    /// The equation.
    pub position: PositionView,
    /// Balance by day.
    pub chart: ChartView,
    /// Statement, newest first, at most 200.
    pub entries: Vec<StatementRow>,
    /// Where to continue, when there are more.
    pub next: Option<String>,
    /// Open debts, in the order they will be paid.
    pub debts: Vec<DebtRow>,
    /// Periods that are not settled yet.
    pub accrued: Vec<AccruedRow>,
    /// Given money, which pays before the balance.
    pub vouchers: VouchersView,
    /// What would happen if a settlement could not be paid; absent in arrears, where it has happened.
    pub ahead: Option<ArrearsView>,
}

/// One line of the statement; its sentence is `entry-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementRow {
    /// Number of the transaction.
    pub id: String,
    /// When.
    pub at: Seconds,
    /// `opening`, `top-up`, `settlement`, `purchase`, `renewal`, `correction`.
    pub kind: String,
    /// What it was for: a service and region, an offer.
    pub name: String,
    /// Period of a settlement.
    pub period: Option<Seconds>,
    /// Change of the balance, with its sign.
    pub amount: String,
    /// Balance afterwards.
    pub balance: String,
    /// What of it stayed owed or went to arrears.
    pub arrears: Option<String>,
}

/// One debt.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DebtRow {
    /// Charge number.
    pub charge_id: String,
    /// What was called.
    pub name: String,
    /// Its hour.
    pub period: Seconds,
    /// Since when it is owed.
    pub settled_at: Seconds,
    /// What is owed.
    pub owed: String,
}

/// Usage of one period that is not settled yet.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccruedRow {
    /// What was called.
    pub name: String,
    /// Its hour.
    pub period: Seconds,
    /// When it will be settled.
    pub settles_at: Seconds,
    /// Pay-per-use calls.
    pub billed: String,
    /// What it would cost now.
    pub amount: String,
    /// Why.
    pub why: Why,
}
