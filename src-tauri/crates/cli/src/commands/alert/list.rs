//! Every alert and its state: armed, or fired since when.

use app::{
    alerts::{self, PackageRule},
    books::Loaded,
};
use billing::{Account, Refusal};
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Figures, Table},
    text,
};

/// Shows the alerts.
pub async fn run(globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let mut rules = alerts::package_rules(books, &loaded).await?;
        rules.retain(|rule| rule.alert.is_some());
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
        .with("available credit and usable vouchers", shown(account.alert_value()?));
    match alert.episode {
        None => figures = figures.with("state", "armed"),
        Some(episode) => {
            figures = figures.with("fired since", at(episode.crossed_at)).with("messages", episode.told);
            let next = alert.next(&account.terms.policy.balance_alert).map(at);
            figures = match (episode.acknowledged, next) {
                (true, _) => figures.with("told again", "no: acknowledged"),
                (false, Some(next)) => figures.with("told again", next),
                (false, None) => figures,
            };
        }
    }
    if let Some(until) = alert.snoozed_until.filter(|_| alert.is_snoozed(account.now)) {
        figures = figures.with("snoozed until", at(until));
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
    let next = alert.next(&account.terms.policy.balance_alert);
    let snoozed_until = alert.snoozed_until.filter(|_| alert.is_snoozed(account.now));
    Ok(json!({
        "threshold": json::money(alert.threshold),
        "value": json::money(account.alert_value()?),
        "state": if episode.is_some() { "fired" } else { "armed" },
        "fired_since": json::maybe_instant(zone, episode.map(|episode| episode.crossed_at)),
        "told": episode.map_or(0, |episode| episode.told),
        "snoozed_until": json::maybe_instant(zone, snoozed_until),
        "acknowledged": episode.is_some_and(|episode| episode.acknowledged),
        "told_again_at": json::maybe_instant(zone, next),
    }))
}

const fn state(fired: bool) -> &'static str {
    if fired { "fired" } else { "armed" }
}

fn table(account: &Account, rules: &[PackageRule<'_>]) -> Table {
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
        let (name, line) = (rule.resource.key.to_string(), line(rule));
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
                format!("{} %", watched.left_percent()),
                state(watched.fired).to_owned(),
                watched.since.map_or_else(String::new, |at| text::instant(zone, at)),
            ]);
        }
    }
    table.without_column_of(&since, "")
}

fn rule_json(account: &Account, rule: &PackageRule<'_>) -> Value {
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
        "percent": rule.alert.map(|alert| alert.percent),
        "state": state(rule.has_fired()),
        "packages": packages.collect::<Vec<_>>(),
    })
}

fn line(rule: &PackageRule<'_>) -> String {
    rule.alert.map_or_else(String::new, |alert| format!("{} %", alert.percent))
}
