//! `tollbook undo`: what was chosen or imported last, or an import that is named, taken back.

use app::{Books, ledger::ImportId, steps::Way};
use clap::Args;
use serde_json::json;

use super::steps;
use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session, text};

/// Take back what was set or imported last, or the import that is named
///
/// A setting – of alerts, packages, tags, the level, the credit limit – gets the value that it had. The usage of an import stops
/// counting, quota returns to its packages, and money it had cost comes back as corrections; nothing is erased, and the same
/// files can be imported again afterwards. Top-ups, purchases, renewals and refunds are never undone.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook undo                              shows what was set or imported last, then asks
  tollbook undo --leave                      leaves that as it is; the next undo takes what was done before it
  tollbook imports                           which import was which
  tollbook undo 3")]
pub struct Undo {
    /// The import's number, as `tollbook imports` lists it
    #[arg(value_name = "IMPORT-ID")]
    pub import: Option<i64>,
    /// Leave what was done last as it is
    #[arg(long, conflicts_with = "import")]
    leave: bool,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

impl Undo {
    /// What it does, to follow "could not".
    pub fn doing(&self) -> String {
        self.import.map_or_else(|| "undo".to_owned(), |import| format!("undo import {import}"))
    }
}

/// Undoes what was done last, or an import.
///
/// # Errors
/// That there is nothing to undo, or the books cannot be written.
pub async fn run(args: &Undo, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| match args.import {
        Some(number) => import(books, globals, number).await,
        None if args.leave => steps::leave(books, globals).await,
        None => steps::go(books, globals, Way::Undo, args.yes).await,
    })
    .await
}

async fn import(books: &Books, globals: &Globals, import: i64) -> Result<Exit, Failure> {
    let before = session::current(books, globals).await?;
    let request_id = session::request_id()?;
    app::import::undo(books, before.header.id, ImportId(import), &request_id).await?;
    let after = books.load(before.header.id).await?;
    let (position, currency) = (after.account.position()?, &after.header.currency);
    if globals.json {
        let object = json!({
            "account": after.header.name,
            "currency": currency,
            "import_id": import,
            "undone": true,
            "balance_before": json::money(before.account.balance),
            "balance": json::money(position.balance),
            "usable_vouchers": json::money(after.account.usable_vouchers()?),
            "arrears": json::money(position.arrears),
        });
        output::print(&json::print(&object))?;
    } else {
        let (balance, arrears) =
            (text::money(position.balance, currency), text::money(position.arrears, currency));
        let vouchers = if after.account.vouchers.is_empty() {
            String::new()
        } else {
            let usable = text::money(after.account.usable_vouchers()?, currency);
            format!(" Vouchers can pay {usable}.")
        };
        output::print(&format!(
            "Import {import} is undone. The balance is {balance}, arrears are {arrears}.{vouchers}\n"
        ))?;
    }
    Ok(Exit::Done)
}
