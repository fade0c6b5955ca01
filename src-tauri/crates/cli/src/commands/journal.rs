//! `tollbook journal`: the transactions of the books with their postings, as a page, JSON or CSV.

use app::{
    books::Loaded,
    journal_file::{self, Taken},
    ledger::JournalFilter,
};
use billing::{Instant, PackageId, zone::Zone};
use chrono::{Days, NaiveDate};
use clap::Args;

use super::bill_lines::resource;
use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
};

/// List the transactions of the books with their postings, newest first
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook journal                           the last 50, each with what it moved from where to where
  tollbook journal --kind top-up --limit 500
  tollbook journal --package 2 --from 2025-01-01 --to 2025-01-31
  tollbook journal --limit 1000000 --csv > journal.csv")]
pub struct Journal {
    /// Only of this kind: opening, top-up, settlement, deduction, purchase, renewal, refund, correction, …
    #[arg(long)]
    kind: Option<String>,
    /// Only about this service and region, such as passport-ocr@ap-southeast-1, or application
    #[arg(long, value_name = "SERVICE@REGION")]
    resource: Option<String>,
    /// Only about this package, by its number
    #[arg(long, value_name = "NUMBER")]
    package: Option<u32>,
    /// Only from this day on, such as 2025-01-31
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// Only up to this day, included
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// Only with this text in their key, or in the kind, request or hash of their write
    #[arg(long)]
    text: Option<String>,
    /// At most so many transactions
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    limit: usize,
    /// Print one line a posting for a spreadsheet
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

/// Lists transactions.
///
/// # Errors
/// That the books cannot be read, or that a name is unknown.
pub async fn run(args: &Journal, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let taken = journal_file::take(books, &loaded, &args.filter(&loaded)?, args.limit).await?;
        let page = if args.csv {
            journal_file::csv(&loaded, &taken)
        } else if globals.json {
            json::print(&journal_file::json(&loaded, &taken))
        } else {
            page(&loaded, &taken)
        };
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

impl Journal {
    fn filter(&self, loaded: &Loaded) -> Result<JournalFilter, Failure> {
        let zone = loaded.account.terms.policy.zone;
        let from = self.from.map_or(Instant::MIN_UTC, |day| zone.midnight(day));
        let to = self.to.map_or(Instant::MAX_UTC, |day| end_of(zone, day));
        Ok(JournalFilter {
            kind: self.kind.clone(),
            resource: self.resource.as_deref().map(|name| resource(loaded, name)).transpose()?,
            package: self.package.map(PackageId),
            at: (self.from.is_some() || self.to.is_some()).then_some(from..to),
            text: self.text.clone(),
        })
    }
}

/// Midnight after a day.
pub(super) fn end_of(zone: Zone, day: NaiveDate) -> Instant {
    zone.midnight(day.checked_add_days(Days::new(1)).unwrap_or(day))
}

fn page(loaded: &Loaded, taken: &Taken) -> String {
    let zone = loaded.account.terms.policy.zone;
    if taken.entries.is_empty() {
        return format!("{}\nNo transaction fits.\n", text::heading(loaded));
    }
    let at = format!("at {}", text::zone_name(zone));
    let mut table = Table::new([
        ("transaction", Align::Right),
        (&at, Align::Left),
        ("what", Align::Left),
        ("reference", Align::Left),
        ("ledger account", Align::Left),
        ("amount", Align::Right),
        ("of", Align::Left),
    ]);
    for (line, postings) in &taken.entries {
        for (index, posting) in postings.iter().enumerate() {
            let first = |cell: String| if index == 0 { cell } else { String::new() };
            table.row([
                first(line.id.to_string()),
                first(text::instant(zone, line.at)),
                first(line.kind.clone()),
                first(journal_file::reference(line)),
                posting.ledger_account.clone(),
                journal_file::amount(posting),
                journal_file::commodity(loaded, posting).to_owned(),
            ]);
        }
    }
    let more = if taken.has_more { "There are older ones: --limit COUNT shows more.\n" } else { "" };
    format!("{}\n{table}{more}", text::heading(loaded))
}
