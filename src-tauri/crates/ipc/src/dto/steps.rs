//! Undo and redo: what comes next, either way.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::Seconds;

/// What can be undone and done again next.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepsView {
    /// The newest thing that was done.
    pub undo: Option<StepView>,
    /// What was undone last.
    pub redo: Option<StepView>,
}

/// Something that was chosen or imported; its sentence is `step-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// Its number.
    pub id: String,
    /// `import`, or the setting: `balance_alert`, `balance_snooze`, `package_alert`, `at_end`, `sharing`, `overage`, `tag`, `level`,
    /// `credit_limit`.
    pub kind: String,
    /// When it was done, undone or done again last.
    pub at: Seconds,
    /// The value before: money, percent, `on`, `renew 7`, …; absent where it was off.
    pub before: Option<String>,
    /// The value since; absent where it is off.
    pub after: Option<String>,
    /// What the package is called that it is about.
    pub package: Option<String>,
    /// The service or application that it is about.
    pub resource: Option<SteppedResource>,
    /// The tag.
    pub tag: Option<String>,
    /// How many other settings were set with it.
    pub more: u32,
    /// The import.
    pub import: Option<SteppedImport>,
}

/// A service in a region, or an application.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SteppedResource {
    /// Service.
    pub service: String,
    /// Region; empty for applications.
    pub region: String,
    /// Application; empty for services in regions.
    pub application: String,
}

/// An import that can be undone.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SteppedImport {
    /// Its number.
    pub id: String,
    /// File or folder name.
    pub label: String,
    /// Successful calls, or seconds attended.
    pub billable: String,
}

/// Undoes a step, or does it again, if it is the one that comes next.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveStep {
    /// Which account.
    pub account_id: String,
    /// Which step.
    pub step: String,
    /// One per press.
    pub request_id: String,
}

/// Leaves a step as it is for good: it can neither be undone nor done again, and those behind it can.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeaveStep {
    /// Which account.
    pub account_id: String,
    /// Which step.
    pub step: String,
}
