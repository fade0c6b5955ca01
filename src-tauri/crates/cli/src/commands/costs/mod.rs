//! `tollbook costs`: what a month's money is made of, what it was for, what changed, and what could be saved.

mod changed;
mod findings;
mod month;

use app::{
    bill_groups::By,
    books::Loaded,
    costs::{GroupBy, Range, View},
};
use billing::{ChargeAmount, zone::Month};
use clap::Args;

use super::bill_groups::parse_by;
use crate::{cli::Globals, exit::Exit, failure::Failure, output, session, text};

/// Show what the money is made of, what it was for, what changed, and what could be saved
///
/// Without a month, the newest that has a bill. Every total is that of the bills. --changed compares a range with the one
/// before it, which is as long: days without today (7d, 14d, 30d), this month so far (mtd), whole months (3m, 6m, 12m).
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook costs                              the newest month by billing mode, service and region
  tollbook costs 2025-01 --by project         what a month was for; what is for nothing named is always shown
  tollbook costs --changed 30d                the last 30 days against the 30 before, by service
  tollbook costs --changed mtd --by tag:team --amortised
  tollbook costs --findings                   what could be saved, most money first, and what was looked at
  tollbook costs --json")]
pub struct Costs {
    /// Show this month, such as 2025-01
    #[arg(value_parser = text::parse_month, conflicts_with = "changed")]
    month: Option<Month>,
    /// Tell apart by `project`, `member` or `tag:KEY`; with --changed also by `service`, `region` or `mode`
    #[arg(long, value_name = "WHAT")]
    by: Option<String>,
    /// What changed against the range before: 7d, 14d, 30d, mtd, 3m, 6m, 12m
    #[arg(long, value_name = "RANGE", value_parser = parse_range)]
    changed: Option<Range>,
    /// Spread packages over the days they pay for; with --changed
    #[arg(long, requires = "changed")]
    amortised: bool,
    /// What could be saved, most money a month first; nothing is done about it
    #[arg(long, conflicts_with_all = ["month", "by", "changed"])]
    findings: bool,
}

/// Shows costs.
///
/// # Errors
/// That there is no such month, or the books cannot be read.
pub async fn run(args: &Costs, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let page = match args.changed {
            None if args.findings => findings::show(books, &loaded, globals.json).await?,
            Some(range) => {
                let view = if args.amortised { View::Amortised } else { View::Cash };
                changed::show(books, &loaded, (range, view), &args.groups()?, globals.json).await?
            }
            None => month::show(books, &loaded, args.month, args.sums()?.as_ref(), globals.json).await?,
        };
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

impl Costs {
    fn groups(&self) -> Result<GroupBy, Failure> {
        let by = self.by.as_deref().unwrap_or("service");
        GroupBy::parse(by).ok_or_else(|| {
            Failure::invalid(format!("--by {by} is nothing that costs can be told apart by"))
                .hint("it is `service`, `region`, `mode`, `project`, `member` or `tag:KEY`, such as tag:team")
        })
    }

    fn sums(&self) -> Result<Option<By>, Failure> {
        let parsed = self.by.as_deref().map(|by| parse_by(by).map_err(|hint| (by, hint)));
        parsed.transpose().map_err(|(by, hint)| {
            Failure::invalid(format!("--by {by} is nothing that a month can be told apart by")).hint(hint)
        })
    }
}

fn parse_range(text: &str) -> Result<Range, String> {
    Range::parse(text).ok_or_else(|| "it is 7d, 14d, 30d, mtd, 3m, 6m or 12m".to_owned())
}

/// Cents in cash, 8 decimals amortised.
fn written(amount: ChargeAmount, view: View) -> Result<String, Failure> {
    Ok(match view {
        View::Cash => billing::Money::from_charge(amount)?.to_string(),
        View::Amortised => amount.to_string(),
    })
}

fn currency(loaded: &Loaded, title: &str) -> String {
    format!("{title} {}", loaded.header.currency)
}
