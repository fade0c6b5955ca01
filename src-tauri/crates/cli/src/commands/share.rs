//! `tollbook share`: whether a package pays for calls of member accounts, too (H-120).

use billing::{Command, Package, PackageId};
use clap::Args;
use serde_json::json;

use super::{overage::Switch, packages::title};
use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    session,
    table::Figures,
};

/// Let a package pay for calls of member accounts, too, or no longer
///
/// Calls of a member are those of the project `@MEMBER` or `@MEMBER/PROJECT`, or with a `member` column in what is
/// imported. A package that is not shared pays for none of them: they are pay-per-use.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook share 0 on
  tollbook share 0 off --yes")]
pub struct Share {
    /// The package's number, as `tollbook packages` lists it
    pub package: u32,
    /// Whether it pays for them
    #[arg(value_enum)]
    pub switch: Switch,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Share, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let id = PackageId(args.package);
        let switch = args.switch.name();
        let command = Command::Share { package: id, on: args.switch == Switch::On };
        let action = Action { command: &command, kind: "share", yes: args.yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let was = plan.before.package(id).is_some_and(Package::is_shared);
            let figures = Figures::default()
                .with("package", title(&plan.after, id))
                .with("shared before", Switch::of(was).name())
                .with("shared after", switch);
            Ok((figures.to_string(), format!("Switch the sharing of package {} {switch}?", id.0)))
        })
        .await?;
        let own = json!({ "package": id.0, "shared": args.switch == Switch::On });
        acted.print(globals, &loaded, own, &format!("The sharing of package {} is {switch}.", id.0))?;
        Ok(Exit::Done)
    })
    .await
}
