//! Arrears: the rail from normal to released, what still works, and what a payment buys.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{ChartView, Seconds, Why};

/// Asks how far arrears have come, or what they would be.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrearsQuery {
    /// Which account.
    pub account_id: String,
    /// Pixels the rail may be wide; absent for a usual page.
    pub chart_width: Option<u32>,
}

/// The rail of an account, under its own policy and level.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArrearsView {
    /// When this was read.
    pub as_of: Seconds,
    /// `normal`, `grace`, `frozen`, `suspended`, `release_pending`, `released`.
    pub stage: String,
    /// Customer level whose lengths hold.
    pub level: String,
    /// What is owed.
    pub owed: String,
    /// What open periods would cost now; in arrears they add to what is owed.
    pub accrued: String,
    /// When the present stage began; absent while nothing is owed.
    pub began_at: Option<Seconds>,
    /// When the next stage begins; absent when there is none, or nothing is owed.
    pub next_at: Option<Seconds>,
    /// From normal to released, without those that have no length. While nothing is owed: those that would follow if the next settlement could not be paid.
    pub stages: Vec<RailStageView>,
    /// The stages, to scale in time.
    pub rail: ChartView,
    /// Whether everything stops after grace, package quota left or not.
    pub everything_stops: bool,
    /// What works in the present stage; its words are `ability-<name>`.
    pub works: Vec<String>,
    /// What does not.
    pub stops: Vec<String>,
    /// What can be paid, the soonest moment first.
    pub rungs: Vec<RungView>,
}

/// One stage on the rail; its name is `stage-<name>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RailStageView {
    /// As above.
    pub stage: String,
    /// When it begins; absent for normal.
    pub from: Option<Seconds>,
    /// Why then.
    pub why: Option<Why>,
    /// `over`, `now`, `ahead`.
    pub when: String,
    /// What stops when it begins.
    pub stops: Vec<String>,
}

/// A payment and what it buys; its words are `rung-<name>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RungView {
    /// `avoids_arrears`, `keeps_running`, `runs_again`, `prevents_release`, `may_enable_again`, `covers_usage`.
    pub buys: String,
    /// The least money that does.
    pub least: String,
    /// Why so much.
    pub least_why: Why,
    /// The last second in which it does.
    pub by: Option<Seconds>,
    /// Why then.
    pub by_why: Option<Why>,
}

/// Asks for the deadlines of arrears as a calendar file. The words come from the face, the instants from the books.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeadlinesQuery {
    /// Which account.
    pub account_id: String,
    /// What the calendar is called.
    pub name: String,
    /// Words by deadline; those that are not ahead any more are left out.
    pub words: Vec<DeadlineWords>,
}

/// Words for one deadline.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeadlineWords {
    /// `pay-` and what it buys, or `begins-` and the stage: `pay-keeps-running`, `begins-released`.
    pub of: String,
    /// One line.
    pub summary: String,
    /// More about it.
    pub description: String,
}

/// A calendar file (RFC 5545).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeadlinesFile {
    /// What to call it, `deadlines-main.ics`.
    pub file_name: String,
    /// What is in it.
    pub text: String,
    /// How many deadlines.
    pub count: u32,
}
