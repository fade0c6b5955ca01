//! `tollbook level`: the customer level, which decides how long stages last.

use billing::{Account, Command};
use clap::Args;
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    session,
    table::Figures,
};

/// Record that the provider gave the customer another level
///
/// It holds from now on. Arrears keep the lengths of the level under which they began. Shows what it changes and asks. With
/// --yes it does not ask; with --json and without --yes it only shows.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook level V3
  tollbook level V0 --yes
  tollbook level V3 --json                   what it would change; changes nothing")]
pub struct Level {
    /// The level, V0 to V5
    level: String,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

impl Level {
    /// The level that is asked for.
    pub fn name(&self) -> &str {
        &self.level
    }
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Level, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let command = Command::SetLevel { level: args.level.clone() };
        let action = Action { command: &command, kind: "level", yes: args.yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let figures = Figures::default()
                .with("level before", plan.before.level())
                .with("level after", plan.after.level())
                .with("grace and retention before", lengths(&plan.before))
                .with("grace and retention after", lengths(&plan.after));
            Ok((figures.to_string(), format!("Change the level to {}?", args.level)))
        })
        .await?;
        let own = json!({ "level_before": acted.plan.before.level(), "level": acted.plan.after.level() });
        acted.print(globals, &loaded, own, &format!("The level is {}.", args.level))?;
        Ok(Exit::Done)
    })
    .await
}

/// Days of grace and of retention of arrears that begin now.
fn lengths(account: &Account) -> String {
    let stages = account.terms.policy.arrears_stages(account.level());
    format!("{} and {} days", stages.grace.num_days(), stages.retention.num_days())
}
