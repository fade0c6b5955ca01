//! The handlers: one per command of the contract, grouped by screen and sheet.

pub mod account;
pub mod accounts;
pub mod alerts;
pub mod amortised;
pub mod applications;
pub mod arrears;
pub mod auto_renew;
pub mod auto_renew_many;
pub mod backtest;
pub mod balance;
pub mod bill_by;
pub mod bill_lines;
pub mod bills;
pub mod buy;
pub mod buy_together;
pub mod classes;
pub mod compare;
pub mod costs;
pub mod deadlines;
pub mod explain;
pub mod forecast;
pub mod import;
pub mod import_detail;
pub mod journal;
pub mod known;
pub mod packages;
pub mod reconcile;
pub mod renew;
pub mod renewals;
pub mod service;
pub mod sharing;
pub mod start;
pub mod steps;
pub mod tags;
pub mod today;
pub mod top_up;
pub mod unsubscribe;
pub mod usage;
pub mod vouchers;

mod account_rules;
mod bill_history;
mod bill_why;
mod import_view;
mod ladders;
mod month;
mod notices;
mod outcome;
mod package_why;
mod renewal_calendar;
mod span;
mod suggestion;
mod tail;
mod unexpected;
mod upcoming;
mod usage_hours;
mod usage_why;
mod verdict;

use app::books::Loaded;
use billing::{Account, Instant, ResourceId, ResourceKey};

use crate::{App, convert};

/// Names of the screens that a change of the books can touch.
pub(crate) const EVERY_SCREEN: &[&str] =
    &["today", "usage", "packages", "balance", "bills", "renewals", "alerts", "costs", "ledger"];

/// Rows of a list in one reply.
const PAGE: u32 = 200;

/// Now, but never before what the account has lived through.
fn now(app: &App, loaded: &Loaded) -> Instant {
    app.books().now().max(loaded.account.now)
}

/// The resources of an account by their numbers.
fn resources(account: &Account) -> impl Iterator<Item = (ResourceId, &ResourceKey)> {
    (0..).map(ResourceId).zip(account.resources.iter().map(|resource| &resource.key))
}

/// Purchases from an instant on, as flags on a chart: when, and what.
fn purchases(account: &Account, from: Instant) -> Vec<(Instant, String)> {
    let bought = account.packages.iter().filter(|package| package.acquired_at >= from);
    bought.map(|package| (package.acquired_at, convert::package_label(account, package))).collect()
}
