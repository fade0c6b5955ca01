//! `tollbook undo`: an import, taken back as a whole.

use app::ledger::ImportId;
use clap::Args;
use serde_json::json;

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session, text};

/// Take an import back as a whole
///
/// Its usage stops counting, quota returns to its packages, and money it had cost comes back as corrections; nothing is
/// erased. The same files can be imported again afterwards.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook imports                           which import was which
  tollbook undo 3")]
pub struct Undo {
    /// The import's number, as `tollbook imports` lists it
    #[arg(value_name = "IMPORT-ID")]
    pub import: i64,
}

/// Undoes an import.
///
/// # Errors
/// That there is none to undo, or the books cannot be written.
pub async fn run(args: &Undo, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let before = session::current(books, globals).await?;
        let request_id = session::request_id()?;
        app::import::undo(books, before.header.id, ImportId(args.import), &request_id).await?;
        let after = books.load(before.header.id).await?;
        let (position, currency) = (after.account.position()?, &after.header.currency);
        if globals.json {
            let object = json!({
                "account": after.header.name,
                "currency": currency,
                "import_id": args.import,
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
            let import = args.import;
            output::print(&format!(
                "Import {import} is undone. The balance is {balance}, arrears are {arrears}.{vouchers}\n"
            ))?;
        }
        Ok(Exit::Done)
    })
    .await
}
