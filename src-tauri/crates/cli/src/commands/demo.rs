//! `tollbook demo`: a sample account to look around in.

use app::demo;
use clap::Args;
use serde_json::json;

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session, text};

/// Make the demo account: a year of generated usage, labelled as sample everywhere
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook demo && tollbook packages
  tollbook --data-dir /tmp/try demo          beside nothing of your own")]
pub struct Demo {}

/// Makes the demo account, or finds it.
///
/// # Errors
/// That the books cannot be written.
pub async fn run(_: &Demo, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let known = books.ledger().find_account(demo::NAME).await?.is_some();
        if !known && !globals.json && output::is_watched() {
            output::note("living a year of sample usage …");
        }
        let id = demo::create(books).await?;
        let loaded = session::up_to_now(books, id).await?;
        let (header, position) = (&loaded.header, loaded.account.position()?);
        if globals.json {
            let object = json!({
                "account": header.name,
                "sample": header.sample,
                "created": !known,
                "currency": header.currency,
                "balance": json::money(position.balance),
            });
            output::print(&json::print(&object))?;
            return Ok(Exit::Done);
        }
        let (name, balance) = (&header.name, text::money(position.balance, &header.currency));
        let state = if known { "is there already" } else { "is ready" };
        let next =
            "Look around: tollbook packages, tollbook usage --by month, tollbook bills, tollbook balance";
        output::print(&format!("The account {name} (sample data) {state}, with {balance}.\n{next}\n"))?;
        Ok(Exit::Done)
    })
    .await
}
