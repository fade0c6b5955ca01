//! Every alert and its state: armed, or fired since when.

use app::{Books, books::Loaded, ledger::Page};
use billing::{
    Account, Cycle, Instant, PackageId, Refusal,
    alert::{NoticeKind, PackageAlert},
    package::order::numbered,
};
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Figures, Table},
    text,
};

/// So many notices are looked through for when a package alert fired.
const LOOKED_THROUGH: u32 = 1_000;

/// A package that an alert watches.
struct Watched<'a> {
    id: PackageId,
    sku: &'a str,
    cycle: &'a Cycle,
    fired: bool,
    since: Option<Instant>,
}

/// A package alert and what it watches.
struct Rule<'a> {
    resource: &'a billing::Resource,
    alert: PackageAlert,
    packages: Vec<Watched<'a>>,
}

/// Shows the alerts.
pub async fn run(globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let rules = rules(books, &loaded).await?;
        if globals.json {
            let object = json!({
                "account": loaded.header.name,
                "sample": loaded.header.sample,
                "currency": loaded.header.currency,
                "balance_alert": balance_json(&loaded.account)?,
                "package_alerts": rules.iter().map(|rule| rule_json(&loaded.account, rule)).collect::<Vec<_>>(),
            });
            output::print(&json::print(&object))?;
            return Ok(Exit::Done);
        }
        let mut page = format!("{}\n{}", text::heading(&loaded), balance_figures(&loaded)?);
        page.push('\n');
        if rules.is_empty() {
            page.push_str("No package alerts. `tollbook alert package SERVICE REGION PERCENT` sets one.\n");
        } else {
            page.push_str(&table(&loaded.account, &rules).to_string());
        }
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

async fn rules<'a>(books: &Books, loaded: &'a Loaded) -> Result<Vec<Rule<'a>>, Failure> {
    let account = &loaded.account;
    let notices = books.ledger().notices(loaded.header.id, Page::first(LOOKED_THROUGH)).await?.rows;
    let told = |id: PackageId| {
        let about = notices.iter().filter(|line| line.notice.package == Some(id));
        let mut low = about
            .filter(|line| matches!(line.notice.kind, NoticeKind::PackageLow | NoticeKind::PackageExhausted));
        low.next().map(|line| line.at)
    };
    let rules = account.resources.iter().filter_map(|resource| {
        let alert = resource.alert?;
        let of_resource = numbered(account).filter(|(_, package)| {
            account.resource(package.resource).is_some_and(|known| known.key == resource.key)
        });
        let packages = of_resource.filter_map(|(id, package)| {
            let (_, cycle) = package.cycle_at(account.now)?;
            let fired = cycle.low_told > 0 || cycle.exhausted_sent;
            let since = told(id).filter(|_| fired);
            Some(Watched { id, sku: &package.sku, cycle, fired, since })
        });
        Some(Rule { resource, alert, packages: packages.collect() })
    });
    Ok(rules.collect())
}

fn balance_figures(loaded: &Loaded) -> Result<String, Failure> {
    let account = &loaded.account;
    let Some(alert) = account.balance_alert else {
        return Ok("No balance alert. `tollbook alert balance AMOUNT` sets one.\n".to_owned());
    };
    let zone = account.terms.policy.zone;
    let at = |at| format!("{} {}", text::instant(zone, at), text::zone_name(zone));
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let mut figures = Figures::default()
        .with("balance alert below", shown(alert.threshold))
        .with("available credit", shown(account.available_credit()?));
    match alert.episode {
        None => figures = figures.with("state", "armed"),
        Some(episode) => {
            figures = figures.with("fired since", at(episode.crossed_at)).with("messages", episode.told);
            let next = episode.next(&account.terms.policy.balance_alert).map(at);
            figures = match (episode.acknowledged, next) {
                (true, _) => figures.with("told again", "no: acknowledged"),
                (false, Some(next)) => figures.with("told again", next),
                (false, None) => figures,
            };
        }
    }
    Ok(figures.to_string())
}

/// The balance alert as an object; null without one.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn balance_json(account: &Account) -> Result<Value, Refusal> {
    let Some(alert) = account.balance_alert else { return Ok(Value::Null) };
    let zone = account.terms.policy.zone;
    let episode = alert.episode;
    let next = episode.and_then(|episode| episode.next(&account.terms.policy.balance_alert));
    Ok(json!({
        "threshold": json::money(alert.threshold),
        "value": json::money(account.available_credit()?),
        "state": if episode.is_some() { "fired" } else { "armed" },
        "fired_since": json::maybe_instant(zone, episode.map(|episode| episode.crossed_at)),
        "told": episode.map_or(0, |episode| episode.told),
        "acknowledged": episode.is_some_and(|episode| episode.acknowledged),
        "told_again_at": json::maybe_instant(zone, next),
    }))
}

/// What is left in percent, rounded up: what is shown at the line has not passed it.
fn percent_left(cycle: &Cycle) -> u128 {
    (u128::from(cycle.remaining()) * 100).div_ceil(u128::from(cycle.quota).max(1))
}

const fn state(fired: bool) -> &'static str {
    if fired { "fired" } else { "armed" }
}

fn table(account: &Account, rules: &[Rule<'_>]) -> Table {
    let zone = account.terms.policy.zone;
    let since = format!("since {}", text::zone_name(zone));
    let mut table = Table::new([
        ("package alert", Align::Left),
        ("at", Align::Right),
        ("package", Align::Left),
        ("left", Align::Right),
        ("state", Align::Left),
        (&since, Align::Left),
    ]);
    for rule in rules {
        let (name, line) = (rule.resource.key.to_string(), format!("{} %", rule.alert.percent));
        if rule.packages.is_empty() {
            let none = "none in force".to_owned();
            table.row([
                name.clone(),
                line.clone(),
                none,
                String::new(),
                state(false).to_owned(),
                String::new(),
            ]);
        }
        for watched in &rule.packages {
            table.row([
                name.clone(),
                line.clone(),
                format!("{} {}", watched.id.0, watched.sku),
                format!("{} %", percent_left(watched.cycle)),
                state(watched.fired).to_owned(),
                watched.since.map_or_else(String::new, |at| text::instant(zone, at)),
            ]);
        }
    }
    table.without_column_of(&since, "")
}

fn rule_json(account: &Account, rule: &Rule<'_>) -> Value {
    let zone = account.terms.policy.zone;
    let packages = rule.packages.iter().map(|watched| {
        json!({
            "package": watched.id.0,
            "sku": watched.sku,
            "quota": json::count(watched.cycle.quota),
            "remaining": json::count(watched.cycle.remaining()),
            "state": state(watched.fired),
            "fired_since": json::maybe_instant(zone, watched.since),
        })
    });
    json!({
        "service": rule.resource.key.service,
        "region": rule.resource.key.region,
        "percent": rule.alert.percent,
        "state": state(rule.packages.iter().any(|watched| watched.fired)),
        "packages": packages.collect::<Vec<_>>(),
    })
}
