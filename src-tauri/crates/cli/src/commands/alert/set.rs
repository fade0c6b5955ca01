//! Alerts set, switched off and acknowledged.

use billing::{Account, Command, Money, ResourceKey};
use serde_json::{Value, json};

use super::{OrOff, list};
use crate::{
    act::{self, Acted, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    session,
    table::Figures,
    text,
};

/// Sets the balance alert.
pub async fn balance(line: OrOff<Money>, yes: bool, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let currency = &loaded.header.currency;
        let command = Command::SetBalanceAlert { threshold: line.0 };
        let action = Action { command: &command, kind: "alert", yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let shown = |amount| text::money(amount, currency);
            let was = plan.before.balance_alert.map(|alert| shown(alert.threshold));
            let value = plan.after.alert_value()?;
            let mut figures = Figures::default()
                .with("line before", was.unwrap_or_else(|| "off".to_owned()))
                .with("line after", line.0.map_or_else(|| "off".to_owned(), shown))
                .with("available credit", shown(value));
            if line.0.is_some_and(|line| value < line) {
                figures = figures.with("tells", "at once");
            }
            Ok((figures.to_string(), format!("Set the balance alert to {line}?")))
        })
        .await?;
        let own = json!({ "balance_alert": list::balance_json(&acted.plan.after)? });
        acted.print(globals, &loaded, own, &format!("The balance alert is set to {line}."))?;
        speak(&acted, globals, books).await
    })
    .await
}

/// A line that is crossed already is told now, not by the next command.
async fn speak(acted: &Acted, globals: &Globals, books: &app::Books) -> Result<Exit, Failure> {
    if acted.committed {
        session::current(books, globals).await?;
    }
    Ok(Exit::Done)
}

/// Sets the package alert of a service in a region.
pub async fn package(
    key: &ResourceKey,
    line: OrOff<u32>,
    yes: bool,
    globals: &Globals,
) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        known(&loaded.account, key)?;
        let command = Command::SetPackageAlert { resource: key.clone(), percent: line.0 };
        let action = Action { command: &command, kind: "alert", yes };
        let shown =
            |percent: Option<u32>| percent.map_or_else(|| "off".to_owned(), |line| format!("{line} %"));
        let percent = |account: &Account| {
            let known = account.find_resource(key).and_then(|id| account.resource(id));
            known.and_then(|known| known.alert).map(|alert| alert.percent)
        };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let figures = Figures::default()
                .with("for packages of", key)
                .with("line before", shown(percent(&plan.before)))
                .with("line after", shown(percent(&plan.after)));
            Ok((figures.to_string(), format!("Set the package alert of {key} to {}?", shown(line.0))))
        })
        .await?;
        let own = json!({ "service": key.service, "region": key.region, "percent": line.0 });
        acted.print(
            globals,
            &loaded,
            own,
            &format!("The package alert of {key} is set to {}.", shown(line.0)),
        )?;
        Ok(Exit::Done)
    })
    .await
}

/// An alert for a name that was mistyped would never speak.
fn known(account: &Account, key: &ResourceKey) -> Result<(), Failure> {
    let priced = account
        .terms
        .prices
        .all()
        .iter()
        .any(|price| price.service == key.service && price.region == key.region);
    let offered = account.terms.offers.iter().any(|offer| offer.resource == *key);
    if priced || offered || account.find_resource(key).is_some() {
        return Ok(());
    }
    let hint = "`tollbook catalogue show` lists the services and regions that have a price";
    Err(Failure::invalid(format!("there is no {key}")).hint(hint))
}

/// Acknowledges the present episode of the balance alert.
pub async fn acknowledge(globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let fired = loaded.account.balance_alert.is_some_and(|alert| alert.episode.is_some());
        if !fired {
            let failure = Failure::new(Exit::Refused, "the balance alert has not fired");
            return Err(failure.hint("`tollbook alert` shows the alerts"));
        }
        let id = loaded.header.id;
        let command = Command::AcknowledgeBalanceAlert;
        let request_id = session::request_id()?;
        let plan = app::action::commit(books, id, "alert", &command, None, &request_id).await?;
        let acted = Acted { plan, committed: true };
        let own: Value = json!({ "balance_alert": list::balance_json(&acted.plan.after)? });
        let done = "Acknowledged: nothing is told again until the line is crossed anew.";
        acted.print(globals, &loaded, own, done)?;
        Ok(Exit::Done)
    })
    .await
}
