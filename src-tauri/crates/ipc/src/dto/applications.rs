//! Applications: what state they are in and why, and the switch of their overage.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{BasisView, PositionView, Seconds, Why};

/// An application as it is now: it runs while nothing stops it (T-33).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationView {
    /// Its name.
    pub name: String,
    /// `enabled`, `disabled`, `suspended`, `released`, `banned`.
    pub state: String,
    /// Why it is in this state.
    pub why: Why,
    /// Everything that stops it.
    pub causes: Vec<CauseView>,
    /// Whether minutes beyond its packages may cost money (T-18).
    pub overage: bool,
    /// Classes that run, by name.
    pub classes: Vec<ClassView>,
}

/// An application before and after something is done.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationChange {
    /// Before; absent when it did not exist.
    pub before: Option<ApplicationView>,
    /// After.
    pub after: ApplicationView,
}

/// One thing that stops an application; its sentences are `cause-<cause>`, `cause-<cause>-means` and `cause-<cause>-ends`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CauseView {
    /// `arrears`, `banned`, `expired`, `manual`, `quota`.
    pub cause: String,
    /// The rule, `T-19`.
    pub rule: String,
    /// Where the rule was published.
    pub source: Option<String>,
}

/// A class that runs.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassView {
    /// Its name.
    pub name: String,
    /// Since when.
    pub since: Seconds,
}

/// Asks what switching the overage of an application would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewOverage {
    /// Which account.
    pub account_id: String,
    /// Which application.
    pub application: String,
    /// Allow minutes beyond the packages; else forbid them.
    pub on: bool,
}

/// Switches the overage, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetOverage {
    /// Which account.
    pub account_id: String,
    /// Which application.
    pub application: String,
    /// As for the preview.
    pub on: bool,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What switching the overage does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OveragePlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// Whether it is on afterwards.
    pub on: bool,
    /// What becomes of the application.
    pub change: ApplicationChange,
    /// Minutes its packages in force can still pay for.
    pub left: String,
    /// Why.
    pub left_why: Why,
    /// What a minute beyond them costs; absent when the price list has none, so that nothing can be charged.
    pub unit_price: Option<String>,
    /// Why.
    pub unit_price_why: Option<Why>,
    /// Money now.
    pub position: PositionView,
}

/// Asks what beginning or ending a class would do.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewClass {
    /// Which account.
    pub account_id: String,
    /// Which application.
    pub application: String,
    /// The class.
    pub class: String,
    /// To end it: what everybody attended together, as hours and minutes, `10:00`, or with seconds, `10:00:30`. Absent to begin it.
    pub attended: Option<String>,
}

/// Begins or ends a class, if the plan's basis still holds.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SwitchClass {
    /// Which account.
    pub account_id: String,
    /// Which application.
    pub application: String,
    /// As for the preview.
    pub class: String,
    /// As for the preview.
    pub attended: Option<String>,
    /// From the plan.
    pub basis: BasisView,
    /// One per sheet.
    pub request_id: String,
}

/// What beginning or ending a class does, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassPlan {
    /// What it was computed from.
    pub basis: BasisView,
    /// The application.
    pub application: String,
    /// The class.
    pub class: String,
    /// What becomes of the application.
    pub change: ApplicationChange,
    /// Minutes its packages can still pay for afterwards.
    pub left: String,
    /// Why.
    pub left_why: Why,
    /// What a minute beyond them costs; absent when nothing can be charged.
    pub unit_price: Option<String>,
    /// Why.
    pub unit_price_why: Option<Why>,
    /// What is metered; absent when it begins.
    pub metered: Option<ClassMinutes>,
}

/// Minutes of a class that ends.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassMinutes {
    /// All of them.
    pub minutes: String,
    /// Of these paid by packages.
    pub from_packages: String,
    /// Of these charged.
    pub overage: String,
    /// Of these nothing may pay for; they cost nothing.
    pub uncovered: String,
    /// Why so many.
    pub why: Why,
    /// What they add to what accrues.
    pub cost: String,
    /// Why.
    pub cost_why: Why,
}
