//! The subcommands.

pub mod account;
pub mod accounts;
pub mod alert;
mod amortised;
pub mod at_expiry;
pub mod auto_renew;
pub mod away;
pub mod balance;
pub mod bill_groups;
pub mod bill_lines;
pub mod bills;
pub mod buy;
mod buy_together;
pub mod catalogue;
pub mod class;
pub mod compare;
pub mod completions;
pub mod costs;
pub mod credit_limit;
pub mod demo;
pub mod enable;
pub mod explain;
mod forecast;
pub mod harm;
pub mod import;
pub mod imports;
pub mod journal;
pub mod known;
mod left_out;
pub mod level;
pub mod man;
pub mod notices;
pub mod offers;
pub mod open;
pub mod overage;
pub mod packages;
pub mod reconcile;
pub mod renew;
pub mod replay;
pub mod share;
pub mod status;
pub mod steps;
pub mod tag;
pub mod top_up;
pub mod undo;
pub mod unsubscribe;
pub mod usage;
pub mod verify;
pub mod voucher;

use std::future::Future;

use crate::{
    cli::{Command, Globals},
    exit::Exit,
    failure::Failure,
};

/// Carries a command out.
///
/// # Errors
/// Why it was not.
pub fn run(command: &Command, globals: &Globals) -> Result<Exit, Failure> {
    match command {
        Command::Replay(args) => replay::run(args, globals),
        Command::Catalogue(args) => catalogue::run(args, globals),
        Command::Open(args) => open::run(args, globals),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
        Command::Import(args) => block_on(import::run(args, globals)),
        Command::Imports(args) => block_on(imports::run(args, globals)),
        Command::Undo(args) => block_on(undo::run(args, globals)),
        Command::Redo(args) => block_on(steps::redo(args, globals)),
        Command::Status(args) => block_on(status::run(args, globals)),
        Command::Notices(args) => block_on(notices::run(args, globals)),
        Command::Usage(args) => block_on(usage::run(args, globals)),
        Command::Packages(args) => block_on(packages::run(args, globals)),
        Command::Balance(args) => block_on(balance::run(args, globals)),
        Command::Bills(args) => block_on(bills::run(args, globals)),
        Command::Compare(args) => block_on(compare::run(args, globals)),
        Command::Reconcile(args) => block_on(reconcile::run(args, globals)),
        Command::Costs(args) => block_on(costs::run(args, globals)),
        Command::TopUp(args) => block_on(top_up::run(args, globals)),
        Command::Voucher(args) => block_on(voucher::run(args, globals)),
        Command::Offers(args) => block_on(offers::run(args, globals)),
        Command::Buy(args) => block_on(buy::run(args, globals)),
        Command::Renew(args) => block_on(renew::run(args, globals)),
        Command::AutoRenew(args) => block_on(auto_renew::run(args, globals)),
        Command::Tag(args) => block_on(tag::run(args, globals)),
        Command::Share(args) => block_on(share::run(args, globals)),
        Command::AtExpiry(args) => block_on(at_expiry::run(args, globals)),
        Command::Unsubscribe(args) => block_on(unsubscribe::run(args, globals)),
        Command::Alert(args) => block_on(alert::run(args, globals)),
        Command::CreditLimit(args) => block_on(credit_limit::run(args, globals)),
        Command::Level(args) => block_on(level::run(args, globals)),
        Command::Explain(args) => block_on(explain::run(args, globals)),
        Command::Enable(args) => block_on(enable::enable(args, globals)),
        Command::Disable(args) => block_on(enable::disable(args, globals)),
        Command::Overage(args) => block_on(overage::run(args, globals)),
        Command::Class(args) => block_on(class::run(args, globals)),
        Command::Accounts(args) => block_on(accounts::run(args, globals)),
        Command::Account(args) => block_on(account::run(args, globals)),
        Command::Journal(args) => block_on(journal::run(args, globals)),
        Command::Known(args) => block_on(known::run(args, globals)),
        Command::Verify(args) => block_on(verify::run(args, globals)),
        Command::Demo(args) => block_on(demo::run(args, globals)),
    }
}

/// What a command does, to follow "could not".
pub fn doing(command: &Command) -> String {
    match command {
        Command::Import(_) => "import".to_owned(),
        Command::Imports(_) => "show the imports".to_owned(),
        Command::Undo(args) => args.doing(),
        Command::Redo(_) => "do it again".to_owned(),
        Command::Status(_) => "show how the account stands".to_owned(),
        Command::Notices(_) => "list the notices".to_owned(),
        Command::Usage(_) => "show the usage".to_owned(),
        Command::Packages(_) => "show the packages".to_owned(),
        Command::Balance(_) => "show the balance".to_owned(),
        Command::Bills(_) => "show the bills".to_owned(),
        Command::Compare(_) => "compare the ways to pay".to_owned(),
        Command::Reconcile(_) => "compare the bill".to_owned(),
        Command::Costs(_) => "show the costs".to_owned(),
        Command::TopUp(args) => format!("top up {}", args.amount),
        Command::Voucher(args) => args.doing(),
        Command::Offers(_) => "list the offers".to_owned(),
        Command::Buy(args) => format!("buy {}", args.skus.join(" and ")),
        Command::Renew(args) => format!("renew package {}", args.package),
        Command::AutoRenew(args) => format!("switch the automatic renewal of package {}", args.package),
        Command::Tag(args) => format!("tag {}", args.resource),
        Command::Share(args) => format!("share package {} {}", args.package, args.switch.name()),
        Command::AtExpiry(args) => format!("choose what package {} becomes", args.package),
        Command::Unsubscribe(args) => format!("give package {} back", args.package),
        Command::Alert(args) => args.doing().to_owned(),
        Command::CreditLimit(args) => format!("set the credit limit to {}", args.amount),
        Command::Level(args) => format!("change the level to {}", args.name()),
        Command::Enable(args) => format!("enable {}", args.named()),
        Command::Disable(args) => format!("disable {}", args.named()),
        Command::Overage(args) => {
            format!("switch the overage of {} {}", args.application, args.switch.name())
        }
        Command::Class(args) => args.doing(),
        Command::Explain(args) => format!("explain {}", args.path),
        Command::Accounts(_) => "list the accounts".to_owned(),
        Command::Account(_) => "open the account".to_owned(),
        Command::Journal(_) => "list the journal".to_owned(),
        Command::Known(args) => format!("show what was known on {}", args.day),
        Command::Verify(_) => "verify the books".to_owned(),
        Command::Replay(_) => "replay the scenarios".to_owned(),
        Command::Catalogue(args) => args.doing().to_owned(),
        Command::Demo(_) => "make the demo account".to_owned(),
        Command::Open(_) => "open the window".to_owned(),
        Command::Completions(_) => "write completions".to_owned(),
        Command::Man(_) => "write the man page".to_owned(),
    }
}

fn block_on(work: impl Future<Output = Result<Exit, Failure>>) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(Exit::Failed, error.to_string()))?;
    let outcome = runtime.block_on(work);
    // A cancelled reading of a pipe may wait for ever for its next byte.
    runtime.shutdown_background();
    outcome
}
