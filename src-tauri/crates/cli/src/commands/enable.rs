//! `tollbook enable` and `tollbook disable`: which services may be called.

use app::{action, action::Plan, books::Loaded};
use billing::{Account, Command, Instant, Money, ResourceKey};
use clap::Args;
use serde_json::json;

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session, text};

/// Allow calls of a service in a region
///
/// Imports do this by themselves: a successful call proves that its service was enabled.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook enable passport-ocr ap-southeast-1
  tollbook disable passport-ocr ap-southeast-1")]
pub struct Enable {
    /// The service, such as passport-ocr
    pub service: String,
    /// The region, such as ap-southeast-1
    pub region: String,
}

/// Stop allowing calls of a service in a region; the open hour is still billed
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook disable passport-ocr ap-southeast-1
  tollbook enable passport-ocr ap-southeast-1    undoes it, from now on")]
pub struct Disable {
    /// The service, such as passport-ocr
    pub service: String,
    /// The region, such as ap-southeast-1
    pub region: String,
}

/// Enables.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn enable(args: &Enable, globals: &Globals) -> Result<Exit, Failure> {
    let resource = ResourceKey::new(&args.service, &args.region);
    let done = format!("Enabled {resource}.\n");
    let command = Command::Enable { resource, since: None };
    commit(globals, "enable", &command, &done, "enabled").await
}

/// Disables, and tells what is left to pay.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn disable(args: &Disable, globals: &Globals) -> Result<Exit, Failure> {
    let resource = ResourceKey::new(&args.service, &args.region);
    let done = format!("Disabled {resource}.\n");
    commit(globals, "disable", &Command::Disable { resource }, &done, "disabled").await
}

async fn commit(
    globals: &Globals,
    kind: &str,
    command: &Command,
    done: &str,
    state: &str,
) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let Loaded { header, .. } = session::current(books, globals).await?;
        let request_id = session::request_id()?;
        let Plan { after, .. } = action::commit(books, header.id, kind, command, None, &request_id).await?;
        let (Command::Enable { resource, .. } | Command::Disable { resource }) = command else {
            return Ok(Exit::Done);
        };
        let left = if state == "disabled" { left_to_pay(&after, resource)? } else { Vec::new() };
        let zone = after.terms.policy.zone;
        if !globals.json {
            let mut page = done.to_owned();
            for (settles_at, accrued) in left {
                let (accrued, at) = (text::money(accrued, &header.currency), text::instant(zone, settles_at));
                let zone = text::zone_name(zone);
                page.push_str(&format!("Calls already made are still billed: {accrued} at {at} {zone}.\n"));
            }
            output::print(&page)?;
            return Ok(Exit::Done);
        }
        let left = left.into_iter().map(|(settles_at, accrued)| {
            json!({ "settles_at": json::instant(zone, settles_at), "accrued": json::money(accrued) })
        });
        let object = json!({
            "account": header.name,
            "service": resource.service,
            "region": resource.region,
            "state": state,
            "still_billed": left.collect::<Vec<_>>(),
        });
        output::print(&json::print(&object))?;
        Ok(Exit::Done)
    })
    .await
}

/// What the open periods of a resource cost so far, by the instant at which they are settled.
fn left_to_pay(account: &Account, key: &ResourceKey) -> Result<Vec<(Instant, Money)>, Failure> {
    let mut left: Vec<(Instant, Money)> = Vec::new();
    let resource = account.find_resource(key);
    for (open, charge) in account.open.iter().filter(|(open, _)| Some(open.resource) == resource) {
        let accrued = charge.accrued()?;
        match left.last_mut().filter(|(settles_at, _)| *settles_at == open.settles_at) {
            Some((_, sum)) => *sum = sum.checked_add(accrued)?,
            None => left.push((open.settles_at, accrued)),
        }
    }
    left.retain(|(_, accrued)| accrued.is_positive());
    Ok(left)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use billing::{Terms, Usage, decide};

    use super::*;

    #[test]
    fn the_open_hour_is_still_billed_after_disabling() {
        let at = text::parse_at("2023-04-18T08:10:00+08:00").unwrap();
        let key = ResourceKey::new("passport-ocr", "ap-southeast-1");
        let (account, _) = Account::open(Arc::new(Terms::example()), at, Money::from_cents(1000)).unwrap();
        let act = |account: &Account, command| decide(account, &command, at).unwrap().account;
        let account = act(&account, Command::Enable { resource: key.clone(), since: None });
        let account = act(&account, Command::Use(Usage::calls(&key.service, &key.region, at, 5)));
        let account = act(&account, Command::Disable { resource: key.clone() });
        let settles_at = text::parse_at("2023-04-18T09:00:00+08:00").unwrap();
        assert_eq!(left_to_pay(&account, &key).unwrap(), [(settles_at, Money::from_cents(10))]);
        assert_eq!(left_to_pay(&account, &ResourceKey::new("other", "x")).unwrap(), []);
    }
}
