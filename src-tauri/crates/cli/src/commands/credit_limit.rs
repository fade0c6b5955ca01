//! `tollbook credit-limit`: how far the account may go below its balance.

use app::{action::Plan, books::Loaded};
use billing::{Command, Money};
use clap::Args;
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, session,
    table::Figures,
    text,
};

/// Set how far the account may go below its balance
///
/// Credit is drawn when the balance is used up, and paid back by top-ups. Shows what it changes and asks. With --yes it
/// does not ask; with --json and without --yes it only shows.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook credit-limit 100.00
  tollbook credit-limit 0 --yes              no credit any more; what is drawn stays drawn
  tollbook credit-limit 100 --json           what it would change; changes nothing")]
pub struct CreditLimit {
    /// The limit, 0.00 to 1000000.00 in the account's currency
    #[arg(value_parser = text::parse_money)]
    pub amount: Money,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &CreditLimit, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let command = Command::SetCreditLimit { amount: args.amount };
        let action = Action { command: &command, kind: "credit-limit", yes: args.yes };
        let limit = text::money(args.amount, &loaded.header.currency);
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            Ok((figures(&loaded, plan)?, format!("Set the credit limit to {limit}?")))
        })
        .await?;
        let own = json!({
            "credit_limit_before": json::money(acted.plan.before.credit_limit),
            "credit_limit": json::money(acted.plan.after.credit_limit),
            "credit_drawn": json::money(acted.plan.after.credit_drawn),
        });
        acted.print(globals, &loaded, own, &format!("The credit limit is {limit}."))?;
        Ok(Exit::Done)
    })
    .await
}

fn figures(loaded: &Loaded, plan: &Plan) -> Result<String, Failure> {
    let shown = |amount| text::money(amount, &loaded.header.currency);
    Ok(Figures::default()
        .with("credit limit before", shown(plan.before.credit_limit))
        .with("credit limit after", shown(plan.after.credit_limit))
        .with("credit drawn", shown(plan.after.credit_drawn))
        .with("available credit before", shown(plan.before.available_credit()?))
        .with("available credit after", shown(plan.after.available_credit()?))
        .to_string())
}
