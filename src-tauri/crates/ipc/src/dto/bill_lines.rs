//! The lines of a bill.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{Seconds, Why};

/// Asks for the lines of one group of a bill.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillLinesQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04`.
    pub month: String,
    /// The group's kind: `usage`, `purchase`, `renewal`, `refund`, `correction`.
    pub kind: String,
    /// The group's name: service and region, or offer.
    pub name: String,
    /// The group's project; empty for the default one.
    pub project: String,
    /// Only lines of this day, by its midnight.
    pub day: Option<Seconds>,
    /// Instead of a group: what the lines are summed by, `project`, `member`, or `tag:` and the key.
    pub by: Option<String>,
    /// The sum's value; absent for lines that are for nothing named.
    pub value: Option<String>,
    /// Continue after this position.
    pub after: Option<String>,
}

/// Lines of a bill.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillLinesView {
    /// Packages and corrections by time, then charges by period.
    pub lines: Vec<BillLineView>,
    /// Where the next part begins, if there is one.
    pub next: Option<String>,
}

/// One movement.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillLineView {
    /// Its transaction id, `charge-12`.
    pub id: String,
    /// `usage`, `supplementary`, `purchase`, `renewal`, `auto-renewal`, `refund`, `correction`.
    pub kind: String,
    /// What the provider calls the kind, `5`, `postpay_deduct_d`; absent when it has no name for it.
    pub transaction_type: Option<String>,
    /// When the usage began, or the package was paid or given back.
    pub spent_at: Seconds,
    /// 8 decimals.
    pub due: String,
    /// What moved.
    pub moved: String,
    /// What of it is still owed.
    pub now_owed: String,
    /// Where the money came from, or went back to.
    pub paid: Vec<PaidPart>,
    /// Every field that the line has.
    pub fields: Vec<BillField>,
    /// Why so much moved.
    pub why: Why,
}

/// A part of what moved.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaidPart {
    /// `vouchers`, `balance`, `credit`, `arrears`.
    pub by: String,
    /// How much; negative when it went back.
    pub amount: String,
}

/// One field of a line.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillField {
    /// `billing-cycle`.
    pub name: String,
    /// How to show it.
    pub kind: FieldKind,
    /// Its value.
    pub text: String,
}

/// How a field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// A name.
    Text,
    /// Money.
    Money,
    /// Seconds since 1970.
    Instant,
    /// A count, perhaps negative.
    Count,
}
