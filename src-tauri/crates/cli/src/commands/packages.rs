//! `tollbook packages`: what is left, and until when.

use app::{books::Loaded, foresight::Spread};
use billing::{
    Account, Cycle, Package, PackageId,
    package::{
        order::numbered,
        stage::{PackageState, state_at},
    },
    policy::{AtEnd, Uncovered},
};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    commands::forecast::{self, Forecast},
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
    words::{self, Words},
};

/// Show the packages: what is left, and until when
///
/// Packages that can still pay come first, those that end first at the top.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook packages
  tollbook packages --json
  tollbook offers                            what can be bought
  tollbook renew 0                           the next cycle of package 0
  tollbook auto-renew 0 on                   renew it by itself")]
pub struct Packages {}

/// Shows every package.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(_: &Packages, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let account = &loaded.account;
        let mut packages: Vec<_> = numbered(account).collect();
        let forecast = Forecast::of(books, &loaded).await?;
        packages.sort_by_key(|(id, package)| (rank(state(account, package)), package.valid_to(), *id));
        if globals.json {
            let packages: Vec<_> =
                packages.iter().map(|(id, package)| row_json(&loaded, &forecast, *id, package)).collect();
            let object = json!({
                "account": loaded.header.name,
                "sample": loaded.header.sample,
                "currency": loaded.header.currency,
                "unit": Words::of(account).unit_code(),
                "forecast": forecast.json(&loaded),
                "packages": packages,
            });
            output::print(&json::print(&object))?;
        } else if packages.is_empty() {
            let hint = if words::has_applications(account) {
                "No packages: an application is suspended until it has one. `tollbook offers` lists what is on sale."
            } else {
                "No packages: every call is pay-per-use. `tollbook offers` lists what is on sale."
            };
            output::print(&format!("{}\n{hint}\n", text::heading(&loaded)))?;
        } else {
            let hint = forecast.hint(&loaded);
            output::print(&format!("{}\n{}{hint}", text::heading(&loaded), table(&loaded, &packages, &forecast)))?;
        }
        Ok(Exit::Done)
    })
    .await
}

fn state(account: &Account, package: &Package) -> PackageState {
    state_at(package, account.package_stages(package), account.now)
}

const fn rank(state: PackageState) -> u8 {
    match state {
        PackageState::Active => 0,
        PackageState::Exhausted => 1,
        PackageState::Scheduled => 2,
        PackageState::Expired => 3,
        PackageState::Frozen => 4,
        PackageState::Released => 5,
        PackageState::Refunded => 6,
    }
}

fn table(loaded: &Loaded, packages: &[(PackageId, &Package)], forecast: &Forecast) -> Table {
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    let (starts, ends) =
        (format!("starts {}", text::zone_name(zone)), format!("ends {}", text::zone_name(zone)));
    let (price, renews) =
        (format!("price {}", loaded.header.currency), format!("renews itself {}", text::zone_name(zone)));
    let left = format!("{} left", Words::of(account).units);
    let runs_out = format!("runs out {}", text::zone_name(zone));
    let mut table = Table::new([
        ("no.", Align::Right),
        ("sku", Align::Left),
        ("covers", Align::Left),
        ("project", Align::Left),
        ("state", Align::Left),
        (&left, Align::Right),
        ("of", Align::Right),
        (&starts, Align::Left),
        (&ends, Align::Left),
        ("a day", Align::Right),
        (&runs_out, Align::Left),
        ("left at its end", Align::Right),
        ("paid to", Align::Left),
        (&renews, Align::Left),
        ("at its end", Align::Left),
        ("shared", Align::Left),
        (&price, Align::Right),
        ("source", Align::Left),
    ]);
    for (id, package) in packages {
        let Some(cycle) = package.shown_cycle(account.now) else { continue };
        let covers = account.resource(package.resource).map(|known| known.key.to_string());
        let paid_to = if package.valid_to() == cycle.ends_at { None } else { Some(package.valid_to()) };
        let [pace, runs_out_at, unused] = cells_ahead(loaded, forecast, *id);
        table.row([
            id.0.to_string(),
            package.sku.clone(),
            covers.unwrap_or_default(),
            package.project.map_or_else(String::new, |project| account.project(project).to_owned()),
            state(account, package).code().to_owned(),
            text::count(cycle.remaining()),
            text::count(cycle.quota),
            text::instant(zone, cycle.starts_at),
            text::instant(zone, cycle.ends_at),
            pace,
            runs_out_at,
            unused,
            paid_to.map_or_else(String::new, |at| text::day(zone, at)),
            renews_itself(account, *id, package),
            account.at_end(package).code().to_owned(),
            if package.is_shared() { "yes" } else { "no" }.to_owned(),
            package.price.to_string(),
            package.source.code().to_owned(),
        ]);
    }
    let table = table.without_column_of("a day", "").without_column_of(&runs_out, "");
    let table = table.without_column_of("left at its end", "");
    let table = table.without_column_of("project", "").without_column_of("paid to", "");
    let table = table.without_column_of(&renews, "no").without_column_of("shared", "no");
    let usual = match account.terms.policy.uncovered {
        Uncovered::PayPerUse => AtEnd::PayPerUse,
        Uncovered::Suspend => AtEnd::Suspend,
    };
    let table = table.without_column_of("at its end", usual.code());
    table.without_column_of("source", "purchased")
}

/// What it pays for in a day, when it runs out, and what is left at its end; nothing where that is not foreseen.
fn cells_ahead(loaded: &Loaded, forecast: &Forecast, id: PackageId) -> [String; 3] {
    let Some(ahead) = forecast.package(id) else { return Default::default() };
    let units = |spread: Spread<u64>| forecast::range(&text::count(spread.least), &text::count(spread.most));
    let unused = ahead.unused.as_ref().map_or_else(String::new, |unused| units(unused.units));
    [units(ahead.pace), forecast::runs_out(loaded, &ahead), unused]
}

fn row_json(loaded: &Loaded, forecast: &Forecast, id: PackageId, package: &Package) -> Value {
    let mut object = package_json(&loaded.account, id, package);
    object["forecast"] = json!(forecast.package(id).map(|ahead| forecast::package_json(loaded, &ahead)));
    object
}

/// When the next attempt is.
fn renews_itself(account: &Account, id: PackageId, package: &Package) -> String {
    let zone = account.terms.policy.zone;
    match (package.auto_renew, account.next_renewal_attempt(id)) {
        (None, _) => "no".to_owned(),
        (Some(_), None) => "no attempt left".to_owned(),
        (Some(_), Some(at)) => text::minute(zone, at),
    }
}

/// A package by number, offer and what it pays for: `1 passport-1k, passport-ocr@ap-southeast-1`.
pub fn title(account: &Account, id: PackageId) -> String {
    let Some(package) = account.package(id) else { return id.0.to_string() };
    let covers = account.resource(package.resource).map(|known| known.key.to_string());
    format!("{} {}, {}", id.0, package.sku, covers.unwrap_or_default())
}

/// A package as an object.
pub fn package_json(account: &Account, id: PackageId, package: &Package) -> Value {
    let zone = account.terms.policy.zone;
    let cycle = |cycle: &Cycle| {
        json!({
            "quota": json::count(cycle.quota),
            "used": json::count(cycle.used),
            "lapsed": json::count(cycle.lapsed),
            "remaining": json::count(cycle.remaining()),
            "starts_at": json::instant(zone, cycle.starts_at),
            "ends_at": json::instant(zone, cycle.ends_at),
        })
    };
    let object = json!({
        "id": id.0,
        "sku": package.sku,
        "project": package.project.map(|project| account.project(project)),
        "hours": package.hours.map(|hours| hours.to_string()),
        "source": package.source.code(),
        "state": state(account, package).code(),
        "term": package.term.to_string(),
        "price": json::money(package.price),
        "acquired_at": json::instant(zone, package.acquired_at),
        "valid_to": json::instant(zone, package.valid_to()),
        "refunded_at": json::maybe_instant(zone, package.refunded_at),
        "auto_renew_days_before": package.auto_renew,
        "next_renewal_attempt": json::maybe_instant(zone, account.next_renewal_attempt(id)),
        "at_end": account.at_end(package).code(),
        "shared": package.is_shared(),
        "next_cycle": package.next_cycle(account.now).map(cycle),
    });
    let object = json::joined(json::service(account, package.resource), object);
    match (object, package.shown_cycle(account.now).map(cycle)) {
        (Value::Object(object), Some(shown)) => json::joined(object, shown),
        (object, _) => object,
    }
}
