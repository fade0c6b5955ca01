//! `tollbook accounts`: the accounts in the books, the one that is harmed first at the top.

use std::collections::BTreeMap;

use app::{
    harm::{Standing, standings},
    ledger::AccountHeader,
};
use billing::{Money, Refusal};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    commands::{forecast, harm},
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
};

/// List the accounts, by what goes wrong next in each and when
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook accounts                          the one that needs you first is at the top
  tollbook accounts --known                  without a forecast, which takes a moment
  tollbook account rename Main Production    gives one another name
  tollbook --account Main balance            uses one of them")]
pub struct Accounts {
    /// Count with what is certain alone, not with usage to come
    #[arg(long)]
    known: bool,
}

/// Lists the accounts, each brought up to now.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Accounts, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        for account in books.ledger().list_accounts().await? {
            session::up_to_now(books, account.id).await?;
        }
        let standings = standings(books, !args.known).await?;
        if globals.json {
            let objects: Vec<_> = standings.iter().map(object).collect::<Result<_, _>>()?;
            output::print(&json::print(&json!({ "accounts": objects })))?;
        } else {
            output::print(&page(&standings)?)?;
        }
        Ok(Exit::Done)
    })
    .await
}

fn page(standings: &[Standing]) -> Result<String, Failure> {
    let Some(first) = standings.first() else {
        let empty =
            "No accounts yet. `tollbook demo` makes a sample one, `tollbook account open NAME` your own.\n";
        return Ok(empty.to_owned());
    };
    let mut table = Table::new([
        ("account", Align::Left),
        ("provider", Align::Left),
        ("state", Align::Left),
        ("what goes wrong next", Align::Left),
        ("when", Align::Left),
        ("spendable", Align::Right),
        ("", Align::Left),
        ("packages left", Align::Right),
        ("usage until", Align::Left),
        ("forecast", Align::Left),
        ("data", Align::Left),
    ]);
    for standing in standings {
        let (loaded, header) = (&standing.loaded, &standing.loaded.header);
        let zone = loaded.account.terms.policy.zone;
        let harm = standing.next();
        let until = standing.usage_until.map(|until| text::minute(zone, until));
        table.row([
            header.name.clone(),
            loaded.account.terms.policy.title.clone(),
            standing.stage().replace('_', " "),
            harm.map_or_else(|| "nothing in 30 days".to_owned(), |harm| harm::words(loaded, harm)),
            harm.map(|harm| harm::when(loaded, harm)).unwrap_or_default(),
            loaded.account.position()?.spendable_now.to_string(),
            header.currency.clone(),
            packages_left(standing).to_string(),
            until.unwrap_or_else(|| "none yet".to_owned()),
            standing.unknown.map(|unknown| forecast::why_not(loaded, unknown)).unwrap_or_default(),
            if header.sample { "sample".to_owned() } else { String::new() },
        ]);
    }
    let table = table.without_column_of("data", "").without_column_of("forecast", "");
    let table = table.without_column_of("when", "");
    Ok(format!("{}{table}{}", verdict(first), sums(standings)?))
}

/// `First: Main, 2026-12-01 03:00 UTC+8: renewal of …`
fn verdict(first: &Standing) -> String {
    let loaded = &first.loaded;
    let Some(harm) = first.next() else { return "Nothing goes wrong in the next 30 days.\n\n".to_owned() };
    let zone = text::zone_name(loaded.account.terms.policy.zone);
    let when = harm.at.map(|_| format!(", {} {zone}", harm::when(loaded, harm))).unwrap_or_default();
    format!("First: {}{when}: {}\n\n", loaded.header.name, harm::words(loaded, harm))
}

/// What can be spent in all, a line per currency where there are several accounts; sample data apart.
fn sums(standings: &[Standing]) -> Result<String, Failure> {
    let mut sums: BTreeMap<(bool, &str), (u64, Money)> = BTreeMap::new();
    for standing in standings {
        let AccountHeader { sample, currency, .. } = &standing.loaded.header;
        let (count, sum) = sums.entry((*sample, currency)).or_default();
        *count += 1;
        let spendable = standing.loaded.account.position()?.spendable_now;
        *sum = sum.checked_add(spendable).map_err(Refusal::from)?;
    }
    let lines = sums.iter().filter(|_| standings.len() > 1).map(|((sample, currency), (count, sum))| {
        let of = text::counted(*count, "account", "accounts");
        let sample = if *sample { ", sample data" } else { "" };
        format!("Spendable now: {} in {of}{sample}\n", text::money(*sum, currency))
    });
    let lines: String = lines.collect();
    Ok(if lines.is_empty() { lines } else { format!("\n{lines}") })
}

fn packages_left(standing: &Standing) -> usize {
    let account = &standing.loaded.account;
    let in_force = account.packages.iter().filter_map(|package| package.cycle_at(account.now));
    in_force.filter(|(_, cycle)| cycle.remaining() > 0).count()
}

fn object(standing: &Standing) -> Result<Value, Failure> {
    let (loaded, header) = (&standing.loaded, &standing.loaded.header);
    let zone = loaded.account.terms.policy.zone;
    let unknown = standing.unknown.map(|unknown| forecast::why_not(loaded, unknown));
    Ok(json!({
        "name": header.name,
        "policy": header.policy,
        "level": header.level,
        "currency": header.currency,
        "balance": json::money(loaded.account.balance),
        "spendable_now": json::money(loaded.account.position()?.spendable_now),
        "stage": standing.stage(),
        "next": standing.next().map(|harm| harm::object(loaded, harm)),
        "later": standing.harms.iter().skip(1).map(|harm| harm::object(loaded, harm)).collect::<Vec<_>>(),
        "no_forecast": unknown,
        "packages_left": packages_left(standing),
        "usage_until": json::maybe_instant(zone, standing.usage_until),
        "opened_at": json::instant(zone, header.opened_at),
        "as_of": json::instant(zone, loaded.account.now),
        "sample": header.sample,
    }))
}
