//! First start, accounts, the clock and what fell due.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{AccountRef, Seconds, Why};

/// Opens the window.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Start {}

/// What the window begins with.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Startup {
    /// Accounts by name; empty at the first start.
    pub accounts: Vec<AccountRef>,
    /// Where the books are kept.
    pub data_dir: String,
    /// Policies an account can be opened under.
    pub policies: Vec<PolicyChoice>,
    /// Of the program.
    pub version: String,
}

/// Asks where the books lie.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskPlace {}

/// Where the books lie.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BooksPlace {
    /// Their file.
    pub file: String,
    /// Its bytes, with what is not folded into it yet.
    pub bytes: String,
    /// Copies made before the file was brought to a newer form.
    pub backups: u32,
    /// Of the program.
    pub version: String,
}

/// A policy an account can be opened under.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyChoice {
    /// `huawei-ocr-intl`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Its usual currency.
    pub currency: String,
    /// Customer levels it knows; empty when they do not matter.
    pub levels: Vec<String>,
}

/// Makes the demo account: a year of generated usage, run through the real engine.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateDemo {}

/// Opens an empty account.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateAccount {
    /// Its name, unique.
    pub name: String,
    /// Under which policy.
    pub policy: String,
    /// Customer level.
    pub level: Option<String>,
    /// Cash it begins with.
    pub opening_balance: String,
}

/// The provider's clock of an account.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// Now.
    pub now: Seconds,
    /// The next settlement instant.
    pub next_settlement_at: Seconds,
    /// Seconds east of Greenwich.
    pub zone_offset_seconds: i32,
    /// Up to when usage is known.
    pub usage_until: Option<Seconds>,
    /// Sources of usage, when one stopped while others go on; absent when none did.
    pub sources: Option<SourcesView>,
    /// How many seconds this machine's clock is behind what the books have lived through; absent when it is not.
    pub behind_seconds: Option<u32>,
}

/// Sources of usage, of which some stopped while others go on.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourcesView {
    /// Those that tell as usual.
    pub going: u32,
    /// Those that usage is expected of.
    pub counted: u32,
    /// Those that stopped, by name; never empty.
    pub missing: Vec<MissingSource>,
    /// Totals of usage, and of its money, are too low from here on.
    pub partial_from: Seconds,
    /// Why so many.
    pub why: Why,
}

/// A source that stopped.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MissingSource {
    /// Its name.
    pub name: String,
    /// Its last usage.
    pub until: Seconds,
}

/// What fell due and was run, since the books were last looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaughtUp {
    /// The provider's clock afterwards.
    pub clock: ClockView,
    /// Settlements that were run.
    pub settlement_count: u32,
    /// What they took or left owed, together.
    pub settled: String,
    /// Package cycles that began or ended.
    pub cycle_count: u32,
    /// Notices that were written.
    pub notices: Vec<NoticeView>,
}

/// One message to the customer; its sentence is `notice-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeView {
    /// Its number.
    pub id: String,
    /// `package_low`, …
    pub kind: String,
    /// When.
    pub at: Seconds,
    /// The package it is about.
    pub package: Option<String>,
    /// Whether it was there before the window was last looked at.
    pub seen: bool,
}
