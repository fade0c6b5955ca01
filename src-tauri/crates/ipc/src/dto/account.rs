//! The account itself: its contract, its rules with their sources, its level and its credit limit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{BasisView, PositionView, Seconds};

/// The Account screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// Its name.
    pub name: String,
    /// Its number in the books.
    pub id: String,
    /// What people call the provider's product.
    pub provider: String,
    /// `huawei-ocr-intl`.
    pub policy: String,
    /// `USD`.
    pub currency: String,
    /// The provider's zone, seconds east of Greenwich.
    pub zone_offset_seconds: i32,
    /// Customer level now.
    pub level: String,
    /// Whether levels have lengths of their own under this policy.
    pub level_matters: bool,
    /// Lengths by level; one row where levels do not matter.
    pub levels: Vec<LevelRow>,
    /// Changes of level, newest first.
    pub level_changes: Vec<LevelChangeView>,
    /// Credit limit.
    pub credit_limit: String,
    /// How much of it is drawn.
    pub credit_drawn: String,
    /// Minutes after a period's end at which its money is taken.
    pub settlement_delay_minutes: u32,
    /// When it was opened.
    pub opened_at: Seconds,
    /// The price list it was opened with.
    pub catalogue: String,
    /// The provider's rules; each sentence is `policy-<key>`.
    pub rules: Vec<RuleView>,
}

/// How long stages last at a level.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LevelRow {
    /// The level; `*` for every one.
    pub level: String,
    /// Days of grace of arrears.
    pub grace_days: String,
    /// Days of retention of arrears.
    pub retention_days: String,
    /// Whether it is the account's.
    pub own: bool,
}

/// A change of level.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LevelChangeView {
    /// From then on.
    pub at: Seconds,
    /// The new level.
    pub level: String,
}

/// A rule of the provider.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Key of its sentence.
    pub key: String,
    /// What stands in the sentence's blanks, `a` and `b`.
    pub figures: Vec<String>,
    /// The rule, `H-50`.
    pub rule: String,
    /// Where it was published, title and date.
    pub source: Option<String>,
}

/// Asks what another level does.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewLevel {
    /// Which account.
    pub account_id: String,
    /// The new level.
    pub level: String,
}

/// Changes the level, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetLevel {
    /// Which account.
    pub account_id: String,
    /// The new level.
    pub level: String,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What another level does to the account.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LevelPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// The level before, and what it means.
    pub before: LevelEffect,
    /// The level after.
    pub after: LevelEffect,
    /// The instant of the settlement that the dates suppose to fail.
    pub supposed_at: Seconds,
    /// When present arrears freeze the account: they keep the lengths they began under. Absent while nothing is owed.
    pub kept_freeze_at: Option<Seconds>,
}

/// What a level means.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LevelEffect {
    /// The level.
    pub level: String,
    /// Days of grace.
    pub grace_days: String,
    /// Days of retention.
    pub retention_days: String,
    /// When the account would freeze, if the next settlement failed.
    pub freezes_at: Seconds,
    /// When it would be released.
    pub released_at: Seconds,
}

/// Asks what another credit limit does.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewCreditLimit {
    /// Which account.
    pub account_id: String,
    /// Plain decimal, 0.00 to 1000000.00.
    pub amount: String,
}

/// Changes the credit limit, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetCreditLimit {
    /// Which account.
    pub account_id: String,
    /// Plain decimal.
    pub amount: String,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What another credit limit does.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreditLimitPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// The limit.
    pub amount: String,
    /// Money before.
    pub before: PositionView,
    /// Money after.
    pub after: PositionView,
}
