//! `tollbook top-up`: money in, shown before it is written.

use app::action::Plan;
use billing::{Command, Money, event::What, top_up::Allocation};
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

/// Add money to the account; arrears are paid first, oldest first
///
/// Shows where the money goes and asks. With --yes it does not ask; with --json and without --yes it only shows.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook top-up 250.00
  tollbook top-up 250 --yes                  without asking
  tollbook top-up 250 --json                 where it would go; changes nothing")]
pub struct TopUp {
    /// How much, 0.01 to 1000000.00 in the account's currency
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
pub async fn run(args: &TopUp, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let command = Command::TopUp { amount: args.amount };
        let currency = &loaded.header.currency;
        let action = Action { command: &command, kind: "top-up", yes: args.yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let question = format!("Top up {}?", text::money(args.amount, currency));
            Ok((figures(plan, args.amount, currency)?.to_string(), question))
        })
        .await?;
        let allocation = allocation(&acted.plan);
        let own = json!({
            "amount": json::money(args.amount),
            "to_arrears": json::money(allocation.to_arrears()?),
            "to_credit": json::money(allocation.to_credit),
            "to_balance": json::money(allocation.to_balance),
        });
        let balance = text::money(acted.plan.after.balance, currency);
        acted.print(globals, &loaded, own, &format!("Topped up. The balance is {balance}."))?;
        Ok(Exit::Done)
    })
    .await
}

fn allocation(plan: &Plan) -> Allocation {
    let topped_up = plan.events.iter().find_map(|event| match &event.what {
        What::ToppedUp { allocation, .. } => Some(allocation.clone()),
        _ => None,
    });
    topped_up.unwrap_or_default()
}

fn figures(plan: &Plan, amount: Money, currency: &str) -> Result<Figures, Failure> {
    let allocation = allocation(plan);
    let shown = |amount| text::money(amount, currency);
    let mut figures = Figures::default().with("top-up", shown(amount));
    let to_arrears = allocation.to_arrears()?;
    if !to_arrears.is_zero() {
        figures = figures.with("pays arrears", shown(to_arrears));
    }
    if !allocation.to_credit.is_zero() {
        figures = figures.with("pays back credit", shown(allocation.to_credit));
    }
    Ok(figures
        .with("adds to the balance", shown(allocation.to_balance))
        .with("balance before", shown(plan.before.balance))
        .with("balance after", shown(plan.after.balance))
        .with("arrears after", shown(plan.after.arrears()?)))
}
