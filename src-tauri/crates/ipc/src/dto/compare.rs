//! Ways of paying for the same calls, and what the switch from one to another does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{Seconds, Why};

/// Asks what the last days would have cost in each way.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareQuery {
    /// Which account.
    pub account_id: String,
    /// What is called.
    pub service: String,
    /// Where.
    pub region: String,
    /// Over so many days, 1 to 366, which end with the last day that has usage.
    pub days: u32,
}

/// Ways of paying for the same calls.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompareView {
    /// First instant.
    pub from: Seconds,
    /// End, excluded.
    pub to: Seconds,
    /// Successful calls in it.
    pub calls: String,
    /// Pay-per-use first, then one package of each offer, smallest first.
    pub ways: Vec<Way>,
    /// The offer that would have cost least, if any costs less than pay-per-use.
    pub best: Option<BestWay>,
    /// What of the open period is billed as it is, whatever is chosen now.
    pub open: Option<OpenPart>,
    /// Packages in force for it, and what becomes of them.
    pub packages: Vec<PackageInForce>,
}

/// One way of paying.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The offer; absent for pay-per-use alone.
    pub sku: Option<String>,
    /// Calls it holds; 0 without.
    pub quota: String,
    /// Paid at the beginning.
    pub up_front: String,
    /// Pay-per-use besides.
    pub charged: String,
    /// Both.
    pub total: String,
    /// Why.
    pub why: Why,
    /// Calls that the package paid for.
    pub from_packages: String,
    /// Calls that were pay-per-use.
    pub billed: String,
    /// Calls left in it at the end.
    pub left: String,
    /// When it was used up, if it was.
    pub used_up_at: Option<Seconds>,
    /// Less than pay-per-use alone; negative when it is more.
    pub saves: String,
}

/// The offer that would have cost least.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BestWay {
    /// Which.
    pub sku: String,
    /// What it comes to.
    pub total: String,
    /// How much less.
    pub saves: String,
}

/// Calls of the open period that were pay-per-use so far.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenPart {
    /// Its first second.
    pub period: Seconds,
    /// When it is settled.
    pub settles_at: Seconds,
    /// Calls.
    pub billed: String,
    /// What they cost.
    pub accrued: String,
    /// Why.
    pub why: Why,
}

/// A package in force.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageInForce {
    /// Its number.
    pub package_id: String,
    /// Offer.
    pub sku: String,
    /// Calls left.
    pub left: String,
    /// Why.
    pub left_why: Why,
    /// Last second that is paid for.
    pub ends_at: Seconds,
    /// `renew`, `pay-per-use`, `suspend`, `disable`; its words are `at-end-<choice>`.
    pub at_end: String,
    /// What may be chosen.
    pub choices: Vec<String>,
}
