//! Alerts: what was told, grouped into episodes; the rules and their state; what a rule would do (rulebook 7).

use chrono::TimeDelta;

/// An alert that is silent for longer is one that is off.
pub const LONGEST_SNOOZE: TimeDelta = TimeDelta::days(90);

mod backtest;
mod history;
mod inbox;
mod preview;
mod rules;

pub use backtest::{BACKTEST_DAYS, Backtest, Crossing, backtest_balance, backtest_packages};
pub use history::{History, history_of};
pub use inbox::{Episode, Family, Inbox, State, inbox};
pub use preview::{Outcome, outcome};
pub use rules::{PackageRule, Watched, package_rules};
