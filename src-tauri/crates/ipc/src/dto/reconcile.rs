//! A provider's own bill against the own meter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    bill_lines::PaidPart,
    common::{Seconds, Why},
};

/// Asks for a file to be compared with the bill of a month.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconcileFile {
    /// Which account.
    pub account_id: String,
    /// `2023-04`.
    pub month: String,
    /// The file, by its path.
    pub path: String,
}

/// Asks what a month was compared with, and whether it is locked.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconciledQuery {
    /// Which account.
    pub account_id: String,
    /// `2023-04`.
    pub month: String,
}

/// Locks or unlocks the bill of a month.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockBill {
    /// Which account.
    pub account_id: String,
    /// `2023-04`.
    pub month: String,
    /// Whether it is locked from now on.
    pub lock: bool,
}

/// What a month was compared with, whether it is locked, and what happened to it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReconciledView {
    /// The last comparison that was kept.
    pub last: Option<ReconcileView>,
    /// The lock, while there is one.
    pub lock: Option<LockView>,
    /// Whether it can be locked: it is final and was compared.
    pub lockable: bool,
    /// What happened to the bill, newest first.
    pub history: Vec<BillEvent>,
}

/// A lock.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LockView {
    /// When, on the wall clock.
    pub at: Seconds,
    /// Who; empty when the system does not say.
    pub who: String,
    /// How many movements came to its period later.
    pub later: String,
    /// What they moved.
    pub later_moved: String,
}

/// Something that happened to a bill.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillEvent {
    /// `charged`, `purchase`, `renewal`, `auto-renewal`, `refund`, `correction`, `final`, `compared`, `locked`, `unlocked`,
    /// `after-lock`.
    pub kind: String,
    /// When; of charges the last of their day.
    pub at: Seconds,
    /// What it is about: an offer, a file, a month.
    pub name: String,
    /// Who did it, of what people do.
    pub who: String,
    /// How many movements, of charges of one day.
    pub count: String,
    /// What moved; of a comparison the difference.
    pub amount: Option<String>,
    /// How it was paid.
    pub paid: Vec<PaidPart>,
    /// Why so much.
    pub why: Option<Why>,
}

/// A provider's bill, compared.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReconcileView {
    /// `2023-04`.
    pub month: String,
    /// The name of the file.
    pub file: String,
    /// What kind of file it was taken for.
    pub form: String,
    /// How many rows of the file are of other months; nothing of a comparison that was kept.
    pub other_months: String,
    /// When it was kept, on the wall clock; absent while it is not.
    pub kept_at: Option<Seconds>,
    /// Who kept it; empty when the system does not say.
    pub who: String,
    /// Whether every row is the same.
    pub agrees: bool,
    /// Of each verdict that there is, the sound one last.
    pub tallies: Vec<ReconcileTally>,
    /// All rows.
    pub total: ReconcileTally,
    /// Rows that differ, in order of time.
    pub rows: Vec<ReconcileRow>,
}

/// Rows of one verdict, added up.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReconcileTally {
    /// `same`, `only-ours`, `only-theirs`, `quantity`, `price`, `amount`; empty of all.
    pub verdict: String,
    /// How many rows.
    pub rows: String,
    /// What the own meter says, 8 decimals.
    pub ours: String,
    /// What the provider says.
    pub theirs: String,
    /// Theirs less ours.
    pub difference: String,
    /// Why so much.
    pub why: Why,
}

/// A row that differs.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReconcileRow {
    /// `usage`, `purchase`, `renewal`, `refund`, `correction`, `rounding`, `other`.
    pub kind: String,
    /// Where, or else what it is called.
    pub name: String,
    /// For whom; absent where the provider does not say or it is for the default one.
    pub project: Option<String>,
    /// When it begins.
    pub from: Seconds,
    /// `only-ours`, `only-theirs`, `quantity`, `price`, `amount`.
    pub verdict: String,
    /// Why, by its stable name.
    pub cause: String,
    /// What the cause is about: a place, a project, lines of the file.
    pub about: String,
    /// The other period that a cause is about.
    pub about_at: Option<Seconds>,
    /// Lines of the file, with commas between them.
    pub lines: String,
    /// What the own meter says; absent when it has no such line.
    pub ours: Option<ReconcileSide>,
    /// What the provider says; absent when it has no such line.
    pub theirs: Option<ReconcileSide>,
    /// Theirs less ours.
    pub difference: String,
    /// Why so much.
    pub why: Why,
}

/// One side of a row.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReconcileSide {
    /// Units, when it says.
    pub quantity: Option<String>,
    /// The amount due, 8 decimals.
    pub amount: String,
}
