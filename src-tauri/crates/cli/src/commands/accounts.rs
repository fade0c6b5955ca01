//! `tollbook accounts`: the accounts in the books.

use app::ledger::AccountHeader;
use billing::zone::Zone;
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
};

/// List the accounts
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook accounts
  tollbook --account Main balance            uses one of them")]
pub struct Accounts {}

/// Lists the accounts, each brought up to now.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(_: &Accounts, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        for account in books.ledger().list_accounts().await? {
            session::up_to_now(books, account.id).await?;
        }
        let accounts = books.ledger().list_accounts().await?;
        let zone = |account: &AccountHeader| {
            let policy = books.policies().get(&account.policy).map(|file| file.policy.zone);
            policy.or_else(|| Zone::east(0)).ok_or_else(|| Failure::new(Exit::Failed, "no zone"))
        };
        if globals.json {
            let objects = accounts.iter().map(|account| Ok(object(zone(account)?, account)));
            let objects: Vec<_> = objects.collect::<Result<_, Failure>>()?;
            output::print(&json::print(&json!({ "accounts": objects })))?;
            return Ok(Exit::Done);
        }
        let mut table = Table::new([
            ("account", Align::Left),
            ("policy", Align::Left),
            ("level", Align::Left),
            ("opened", Align::Left),
            ("balance", Align::Right),
            ("", Align::Left),
            ("data", Align::Left),
        ]);
        for account in &accounts {
            table.row([
                account.name.clone(),
                account.policy.clone(),
                account.level.clone(),
                text::day(zone(account)?, account.opened_at),
                account.balance.to_string(),
                account.currency.clone(),
                if account.sample { "sample".to_owned() } else { String::new() },
            ]);
        }
        let empty =
            "No accounts yet. `tollbook demo` makes a sample one, `tollbook account open NAME` your own.\n";
        let page =
            if table.is_empty() { empty.to_owned() } else { table.without_column_of("data", "").to_string() };
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

fn object(zone: Zone, account: &AccountHeader) -> Value {
    json!({
        "name": account.name,
        "policy": account.policy,
        "level": account.level,
        "currency": account.currency,
        "balance": json::money(account.balance),
        "opened_at": json::instant(zone, account.opened_at),
        "as_of": json::instant(zone, account.now),
        "sample": account.sample,
    })
}
