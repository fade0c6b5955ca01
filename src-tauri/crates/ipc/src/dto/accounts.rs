//! All accounts, sorted by time to harm.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    common::{AccountRef, Seconds, Why},
    forecast::UnknownView,
    today::Verdict,
};

/// Asks for all accounts.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountsQuery {
    /// With what usage to come makes: it takes as long as a forecast of each account.
    pub foreseen: bool,
}

/// All accounts.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountsView {
    /// When this was read.
    pub as_of: Seconds,
    /// Whether what usage to come makes is in it.
    pub foreseen: bool,
    /// The account that is harmed first at the top.
    pub rows: Vec<AccountRow>,
    /// What goes wrong first in all of them together, the soonest first: three at most, be they of one account.
    pub firsts: Vec<NextHarm>,
    /// What can be spent, one sum per currency; sample data apart.
    pub sums: Vec<CurrencySum>,
}

/// How an account stands.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountRow {
    /// Which.
    pub account: AccountRef,
    /// `normal`, `grace`, `frozen`, `suspended`, `release_pending`, `released`.
    pub stage: String,
    /// What goes wrong next.
    pub harm: Verdict,
    /// In how many futures it does; absent where it does whatever usage comes.
    pub chance: Option<ChanceView>,
    /// Why it is so, or why then.
    pub harm_why: Option<Why>,
    /// Why nothing is foreseen; absent where it is, or where that was not asked for.
    pub unknown: Option<UnknownView>,
    /// Available credit − accrued.
    pub spendable_now: String,
    /// Why.
    pub spendable_why: Why,
    /// Packages in force with something left.
    pub packages_left: u32,
    /// Calls, or minutes, left in them.
    pub remaining: String,
    /// Why.
    pub remaining_why: Why,
    /// Up to when usage is known.
    pub usage_until: Option<Seconds>,
}

/// Something that goes wrong, and where.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextHarm {
    /// In which account.
    pub account: AccountRef,
    /// What, and when.
    pub harm: Verdict,
}

/// How many futures bring something.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChanceView {
    /// In the last future; absent when there is one in which it does not come.
    pub latest: Option<Seconds>,
    /// So many bring it.
    pub came_in: u32,
    /// Of so many.
    pub of: u32,
}

/// What can be spent in a currency.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CurrencySum {
    /// `USD`.
    pub currency: String,
    /// Whether it is of sample data, which is never added to money that is there.
    pub sample: bool,
    /// So many accounts.
    pub account_count: u32,
    /// Their sum.
    pub spendable_now: String,
    /// Why.
    pub why: Why,
}

/// Gives an account another name.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenameAccount {
    /// Which.
    pub account_id: String,
    /// The new one, unique.
    pub name: String,
}
