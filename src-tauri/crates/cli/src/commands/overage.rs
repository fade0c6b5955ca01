//! `tollbook overage`: whether minutes beyond the packages may cost money (T-18, T-19).

use app::{action::Plan, books::Loaded};
use billing::{Account, Command, ResourceKey, lifecycle::Cause};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, session,
    table::Figures,
    text, words,
};

/// Allow or forbid minutes beyond the packages of an application
///
/// Switched off, an application whose packages are used up is suspended. Switched on, it runs on and the minutes are
/// charged, as long as a package is in force: when the last one ends, the application is suspended either way.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook overage school on
  tollbook overage school on --json          what it would change; changes nothing
  tollbook overage school off --yes")]
pub struct Overage {
    /// The application
    #[arg(value_parser = text::parse_name)]
    pub application: String,
    /// Whether they may cost money
    #[arg(value_enum)]
    pub switch: Switch,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// A switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// Allowed.
    On,
    /// Forbidden.
    Off,
}

impl Switch {
    /// `on`, `off`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }

    /// The switch that is so.
    pub const fn of(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// Shows what the switch changes, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Overage, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let key = words::application_named(&loaded.account, &args.application)?;
        let command = Command::SetOverage { resource: key.clone(), on: args.switch == Switch::On };
        let action = Action { command: &command, kind: "overage", yes: args.yes };
        let switch = args.switch.name();
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            Ok((figures(&loaded, plan, &key), format!("Switch the overage of {key} {switch}?")))
        })
        .await?;
        let (before, after) = (state(&acted.plan.before, &key), state(&acted.plan.after, &key));
        let own = json!({
            "application": key.application,
            "overage": switch,
            "state_before": before.0,
            "state": after.0,
            "causes": after.1,
            "price_per_minute": price(&acted.plan.after, &key).map_or(Value::Null, json::money),
        });
        acted.print(globals, &loaded, own, &format!("The overage of {key} is {switch}."))?;
        Ok(Exit::Done)
    })
    .await
}

/// The state of an application and its causes.
fn state(account: &Account, key: &ResourceKey) -> (&'static str, Vec<&'static str>) {
    let Some(id) = account.find_resource(key) else { return ("disabled", Vec::new()) };
    (account.resource_state(id).code(), account.causes(id).into_iter().map(Cause::code).collect())
}

fn shown((state, causes): (&str, Vec<&str>)) -> String {
    if causes.is_empty() { state.to_owned() } else { format!("{state} ({})", causes.join(", ")) }
}

/// What a minute costs now.
fn price(account: &Account, key: &ResourceKey) -> Option<billing::UnitPrice> {
    let price = account.terms.prices.at(&key.service, &key.region, account.now)?;
    price.tiers.first().map(|tier| tier.unit_price)
}

fn figures(loaded: &Loaded, plan: &Plan, key: &ResourceKey) -> String {
    let is_on = |account: &Account| {
        let known = account.find_resource(key).and_then(|id| account.resource(id));
        Switch::of(known.is_some_and(billing::Resource::overage_is_on)).name()
    };
    let price = price(&plan.after, key).map_or_else(
        || "none is in force, so that nothing can be charged".to_owned(),
        |price| format!("{price} {}", loaded.header.currency),
    );
    Figures::default()
        .with("application", key)
        .with("overage before", is_on(&plan.before))
        .with("overage after", is_on(&plan.after))
        .with("a minute beyond", price)
        .with("state before", shown(state(&plan.before, key)))
        .with("state after", shown(state(&plan.after, key)))
        .to_string()
}
