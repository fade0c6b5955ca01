//! The command line: every subcommand once, and what they share.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::{commands, exit};

/// The first lines a new user needs.
pub const EXAMPLES: &str = "\
Examples:
  tollbook demo                                          make a sample account to look around
  tollbook import access.log --source gateway --rules ocr.toml
  tollbook packages                                      what is left, and until when
  tollbook bills 2025-01 --json                          one month, for another program

`tollbook COMMAND --help` explains a command by examples.";

/// Exact books for metered API services: usage in, charges out.
#[derive(Debug, Parser)]
#[command(name = "tollbook", version, after_help = EXAMPLES, after_long_help = long_help())]
#[command(arg_required_else_help = true, disable_help_subcommand = true, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Globals {
    /// Folder of the books [default: $TOLLBOOK_DATA_DIR, else the platform's data folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Price list to use [default: catalogue.toml in the data folder, else the sample that ships]
    #[arg(long, global = true, value_name = "FILE")]
    pub catalogue: Option<PathBuf>,
    /// Account to use; needed when there are several
    #[arg(long, global = true, value_name = "NAME")]
    pub account: Option<String>,
    /// Print one JSON object instead of tables; without --yes, show the plan and change nothing
    #[arg(long, global = true)]
    pub json: bool,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Import(commands::import::Import),
    Imports(commands::imports::Imports),
    Undo(commands::undo::Undo),
    Redo(commands::steps::Redo),
    Status(commands::status::Status),
    Notices(commands::notices::Notices),
    Usage(commands::usage::Usage),
    Packages(commands::packages::Packages),
    Balance(commands::balance::Balance),
    Bills(commands::bills::Bills),
    Reconcile(commands::reconcile::Reconcile),
    Costs(commands::costs::Costs),
    TopUp(commands::top_up::TopUp),
    Voucher(commands::voucher::Voucher),
    Offers(commands::offers::Offers),
    Compare(commands::compare::Compare),
    Buy(commands::buy::Buy),
    Renew(commands::renew::Renew),
    AutoRenew(commands::auto_renew::AutoRenew),
    AtExpiry(commands::at_expiry::AtExpiry),
    Share(commands::share::Share),
    Tag(commands::tag::Tag),
    Unsubscribe(commands::unsubscribe::Unsubscribe),
    Alert(commands::alert::Alert),
    CreditLimit(commands::credit_limit::CreditLimit),
    Level(commands::level::Level),
    Enable(commands::enable::Enable),
    Disable(commands::enable::Disable),
    Overage(commands::overage::Overage),
    Class(commands::class::Class),
    Accounts(commands::accounts::Accounts),
    Account(commands::account::Account),
    Explain(commands::explain::Explain),
    Journal(commands::journal::Journal),
    Known(commands::known::KnownOn),
    Verify(commands::verify::Verify),
    Replay(commands::replay::Replay),
    Catalogue(commands::catalogue::Catalogue),
    Demo(commands::demo::Demo),
    Open(commands::open::Open),
    Completions(commands::completions::Completions),
    Man(commands::man::Man),
}

fn long_help() -> String {
    format!("{EXAMPLES}\n\n{}", exit::help())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_teaches_by_example() {
        let teaches = |command: &clap::Command, name: &str| {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.starts_with("Examples:\n") && help.contains(name), "{name}: {help}");
        };
        for command in Cli::command().get_subcommands() {
            let name = format!("tollbook {}", command.get_name());
            teaches(command, &name);
            for inner in command.get_subcommands() {
                teaches(inner, &format!("{name} {}", inner.get_name()));
            }
        }
    }
}
