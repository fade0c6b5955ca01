//! `tollbook auto-renew`: packages that renew themselves.

use app::action::Plan;
use billing::{Command, PackageId};
use clap::{Args, ValueEnum};
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    commands::packages::{package_json, title},
    exit::Exit,
    failure::Failure,
    session,
    table::Figures,
    text,
};

/// Switch the automatic renewal of a package on or off
///
/// It is tried at the provider's hour, daily from so many days before the day of the end on, and needs the price in the
/// balance and nothing owed. Shows the first attempt and asks. With --yes it does not ask; with --json and without --yes
/// it only shows.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook auto-renew 0 on                   tried on the day of its end
  tollbook auto-renew 0 on --days-before 3
  tollbook auto-renew 0 off --yes
  tollbook packages                          shows the next attempt")]
pub struct AutoRenew {
    /// The package's number, as `tollbook packages` lists it
    pub package: u32,
    /// On or off
    #[arg(value_enum)]
    switch: Switch,
    /// Try it first so many days before the day of the end [default: 0]
    #[arg(long, value_name = "DAYS")]
    days_before: Option<u32>,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    /// Renew it
    On,
    /// Let it end
    Off,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &AutoRenew, globals: &Globals) -> Result<Exit, Failure> {
    let days_before = match (args.switch, args.days_before) {
        (Switch::Off, Some(_)) => {
            return Err(Failure::invalid("--days-before goes with `on`, not with `off`"));
        }
        (Switch::Off, None) => None,
        (Switch::On, days) => Some(days.unwrap_or(0)),
    };
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let id = PackageId(args.package);
        let command = Command::AutoRenew { package: id, days_before };
        let action = Action { command: &command, kind: "auto-renew", yes: args.yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let switch = if days_before.is_some() { "on" } else { "off" };
            let question = format!("Switch the automatic renewal of package {} {switch}?", id.0);
            Ok((figures(plan, id, &loaded.header.currency), question))
        })
        .await?;
        let after = &acted.plan.after;
        let own = json!({ "package": after.package(id).map(|package| package_json(after, id, package)) });
        let zone = after.terms.policy.zone;
        let done = match (days_before, after.next_renewal_attempt(id)) {
            (None, _) => format!("Package {} does not renew itself.", id.0),
            (Some(_), None) => format!("Package {} renews itself; no attempt is left before its end.", id.0),
            (Some(_), Some(at)) => {
                let (at, zone) = (text::instant(zone, at), text::zone_name(zone));
                format!("Package {} renews itself; it is tried on {at} {zone}.", id.0)
            }
        };
        acted.print(globals, &loaded, own, &done)?;
        Ok(Exit::Done)
    })
    .await
}

fn figures(plan: &Plan, id: PackageId, currency: &str) -> String {
    let after = &plan.after;
    let zone = after.terms.policy.zone;
    let at = |at| format!("{} {}", text::instant(zone, at), text::zone_name(zone));
    let mut figures = Figures::default().with("package", title(after, id));
    let Some(package) = after.package(id) else { return figures.to_string() };
    figures = figures.with("paid to", at(package.valid_to()));
    if package.auto_renew.is_some() {
        let next = after.next_renewal_attempt(id);
        figures = figures.with("tried first", next.map_or_else(|| "never".to_owned(), at));
        let offer = after.terms.offer(&package.sku, after.now).filter(|offer| !offer.withdrawn);
        let price = offer.map(|offer| text::money(offer.price, currency));
        figures = figures
            .with("price today", price.unwrap_or_else(|| "no longer sold".to_owned()))
            .with("balance", text::money(after.balance, currency));
    }
    figures.to_string()
}
