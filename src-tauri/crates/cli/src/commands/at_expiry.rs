//! `tollbook at-expiry`: what a package becomes when it ends.

use billing::{Command, PackageId, policy::AtEnd};
use clap::Args;
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    commands::packages::title,
    exit::Exit,
    failure::Failure,
    session,
    table::Figures,
    text,
};

/// Choose what a package becomes when it ends
///
/// `renew` pays the next term by itself; `pay-per-use` charges calls from then on; `disable` switches the service off, so
/// that nothing more is charged. Which of them there are is the provider's rule.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook at-expiry 0 disable               no call is charged after its end
  tollbook at-expiry 0 pay-per-use --yes
  tollbook at-expiry 0 renew                 as `tollbook auto-renew 0 on`, as early as the provider tries it")]
pub struct AtExpiry {
    /// The package's number, as `tollbook packages` lists it
    pub package: u32,
    /// renew, pay-per-use, suspend or disable
    #[arg(value_parser = parse_choice)]
    choice: AtEnd,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

fn parse_choice(text: &str) -> Result<AtEnd, String> {
    AtEnd::parse(text)
        .ok_or_else(|| format!("`{text}` is none of {}", AtEnd::ALL.map(AtEnd::code).join(", ")))
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &AtExpiry, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let id = PackageId(args.package);
        let zone = loaded.account.terms.policy.zone;
        let command = Command::AtEnd { package: id, choice: args.choice };
        let action = Action { command: &command, kind: "at-expiry", yes: args.yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let mut figures = Figures::default().with("package", title(&plan.after, id));
            if let Some(package) = plan.after.package(id) {
                let ends = text::instant(zone, package.valid_to());
                figures = figures
                    .with("ends", format!("{ends} {}", text::zone_name(zone)))
                    .with("becomes then", plan.after.at_end(package).code());
            }
            Ok((figures.to_string(), format!("Let package {} {} at its end?", id.0, doing(args.choice))))
        })
        .await?;
        let own = json!({ "package": id.0, "at_end": args.choice.code() });
        acted.print(
            globals,
            &loaded,
            own,
            &format!("Package {} will {} at its end.", id.0, doing(args.choice)),
        )?;
        Ok(Exit::Done)
    })
    .await
}

/// What it will do, after "will".
const fn doing(choice: AtEnd) -> &'static str {
    match choice {
        AtEnd::Renew => "renew itself",
        AtEnd::PayPerUse => "become pay-per-use",
        AtEnd::Suspend => "suspend its application",
        AtEnd::Disable => "disable its service",
    }
}
