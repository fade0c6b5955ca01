//! `tollbook top-up`: money in, shown before it is written.

use app::{action, action::Plan};
use billing::{Command, Money, event::What, top_up::Allocation};
use clap::Args;
use serde_json::json;

use crate::{
    approve, cli::Globals, exit::Exit, failure::Failure, json, output, session, table::Figures, text,
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
        let mut plan = action::preview(books, loaded.header.id, &command).await?;
        let currency = &loaded.header.currency;
        if !globals.json {
            let figures = figures(&plan, args.amount, currency)?;
            output::print(&format!("{}\n{figures}\n", text::heading(&loaded)))?;
        }
        let question = format!("Top up {}?", text::money(args.amount, currency));
        let committed = approve::approved(globals, args.yes, &question).await?;
        if committed {
            let request_id = session::request_id()?;
            let seen = plan.seen;
            plan =
                action::commit(books, loaded.header.id, "top-up", &command, Some(&seen), &request_id).await?;
        }
        if globals.json {
            output::print(&json::print(&plan_json(&loaded, &plan, args.amount, committed)?))?;
        } else {
            let balance = text::money(plan.after.balance, currency);
            output::print(&format!("Topped up. The balance is {balance}.\n"))?;
        }
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

fn plan_json(
    loaded: &app::books::Loaded,
    plan: &Plan,
    amount: Money,
    committed: bool,
) -> Result<serde_json::Value, Failure> {
    let allocation = allocation(plan);
    let position = plan.after.position()?;
    Ok(json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "committed": committed,
        "amount": json::money(amount),
        "to_arrears": json::money(allocation.to_arrears()?),
        "to_credit": json::money(allocation.to_credit),
        "to_balance": json::money(allocation.to_balance),
        "balance": json::money(position.balance),
        "arrears": json::money(position.arrears),
        "spendable_now": json::money(position.spendable_now),
    }))
}
