//! `tollbook alert`: lines at which the customer wants to be told.

mod list;
mod set;
mod snooze;

use std::{fmt, str::FromStr};

use billing::Money;
use clap::{Args, Subcommand};

use crate::{cli::Globals, exit::Exit, failure::Failure, text};

/// Show the alerts and their state; set, switch off, snooze or acknowledge one
///
/// The balance alert speaks when balance, usable vouchers and undrawn credit less arrears fall below its line, again while that stays so,
/// and when it is over. A package alert speaks once when a package has at most its share left.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook alert                             every alert: armed, or fired since when
  tollbook alert balance 20.00
  tollbook alert package passport-ocr ap-southeast-1 10
  tollbook alert snooze 3d                   nothing is told of the balance alert for three days
  tollbook alert acknowledge                 it is known: no repetition")]
pub struct Alert {
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Tell when what can be spent falls below an amount
    #[command(after_help = "\
Examples:
  tollbook alert balance 20.00
  tollbook alert balance 20 --yes --json
  tollbook alert balance off")]
    Balance {
        /// The line, or `off`
        #[arg(value_name = "AMOUNT|off", value_parser = parse_amount)]
        line: OrOff<Money>,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
    /// Tell when a package of a service in a region has at most so many percent left
    #[command(after_help = "\
Examples:
  tollbook alert package passport-ocr ap-southeast-1 10
  tollbook alert package passport-ocr ap-southeast-1 off --yes")]
    Package {
        /// The service, such as passport-ocr
        service: String,
        /// The region, such as ap-southeast-1
        region: String,
        /// The share of the quota, 0 to 100, or `off`
        #[arg(value_name = "PERCENT|off", value_parser = parse_percent)]
        line: OrOff<u32>,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
    /// Say that the fired balance alert is known: nothing is told again until the line is crossed anew
    #[command(after_help = "\
Examples:
  tollbook alert acknowledge
  tollbook alert                             shows what there is to acknowledge")]
    Acknowledge,
    /// Tell nothing of the balance alert for a time; then whatever is so. Deadlines, arrears and packages are told all the same
    #[command(after_help = "\
Examples:
  tollbook alert snooze 12h
  tollbook alert snooze 3d                   90 days at most; `tollbook undo` takes it back
  tollbook alert snooze 2026-12-01           until that day begins at the provider
  tollbook alert snooze 2026-12-01T09:00:00+08:00
  tollbook alert snooze off                  it may speak again at once")]
    Snooze {
        /// For so many hours or days, until a day or an instant, or `off`
        #[arg(value_name = "12h|3d|DATE|INSTANT|off", value_parser = snooze::parse)]
        until: snooze::Until,
    },
}

/// A figure, or nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OrOff<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for OrOff<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(figure) => figure.fmt(f),
            None => f.write_str("off"),
        }
    }
}

fn parse_amount(text: &str) -> Result<OrOff<Money>, String> {
    if text == "off" { Ok(OrOff(None)) } else { text::parse_money(text).map(Some).map(OrOff) }
}

fn parse_percent(text: &str) -> Result<OrOff<u32>, String> {
    if text == "off" {
        return Ok(OrOff(None));
    }
    let percent = u32::from_str(text.trim_end_matches('%')).ok().filter(|percent| *percent <= 100);
    percent.map(Some).map(OrOff).ok_or_else(|| format!("`{text}` is not a share from 0 to 100, or off"))
}

impl Alert {
    /// What it does, to follow "could not".
    pub const fn doing(&self) -> &'static str {
        match self.action {
            None => "show the alerts",
            Some(Action::Balance { .. }) => "set the balance alert",
            Some(Action::Package { .. }) => "set the package alert",
            Some(Action::Snooze { .. }) => "snooze the balance alert",
            Some(Action::Acknowledge) => "acknowledge the balance alert",
        }
    }
}

/// Shows the alerts, or changes one.
///
/// # Errors
/// A refusal, or that the books cannot be read or written.
pub async fn run(args: &Alert, globals: &Globals) -> Result<Exit, Failure> {
    match &args.action {
        None => list::run(globals).await,
        Some(Action::Balance { line, yes }) => set::balance(*line, *yes, globals).await,
        Some(Action::Package { service, region, line, yes }) => {
            set::package(&billing::ResourceKey::new(service, region), *line, *yes, globals).await
        }
        Some(Action::Snooze { until }) => snooze::run(*until, globals).await,
        Some(Action::Acknowledge) => set::acknowledge(globals).await,
    }
}
