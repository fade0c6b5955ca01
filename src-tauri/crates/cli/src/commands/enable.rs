//! `tollbook enable` and `tollbook disable`: which services may be called, which applications run.

use app::{action, action::Plan, books::Loaded};
use billing::{Account, Command, Instant, Money, ResourceKey};
use clap::Args;
use serde_json::json;

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session, text, words};

/// Allow calls of a service in a region, or make an application
///
/// Imports do this by themselves: a successful call proves that its service was enabled. An application needs a package
/// before classes can run.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook enable passport-ocr ap-southeast-1
  tollbook enable school                     an application of Tencent's classroom
  tollbook disable passport-ocr ap-southeast-1")]
pub struct Enable {
    /// The service, such as passport-ocr, or the application
    #[arg(value_name = "SERVICE", value_parser = text::parse_name)]
    service: String,
    /// The region, such as ap-southeast-1; none for an application
    #[arg(value_name = "REGION")]
    region: Option<String>,
}

/// Stop allowing calls of a service in a region, or stop an application; what was used is still billed
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook disable passport-ocr ap-southeast-1
  tollbook enable passport-ocr ap-southeast-1    undoes it, from now on")]
pub struct Disable {
    /// The service, such as passport-ocr, or the application
    #[arg(value_name = "SERVICE", value_parser = text::parse_name)]
    service: String,
    /// The region, such as ap-southeast-1; none for an application
    #[arg(value_name = "REGION")]
    region: Option<String>,
}

impl Enable {
    /// What was named.
    pub fn named(&self) -> String {
        named(&self.service, self.region.as_deref())
    }
}

impl Disable {
    /// What was named.
    pub fn named(&self) -> String {
        named(&self.service, self.region.as_deref())
    }
}

fn named(service: &str, region: Option<&str>) -> String {
    region.map_or_else(|| service.to_owned(), |region| format!("{service} in {region}"))
}

/// Enables.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn enable(args: &Enable, globals: &Globals) -> Result<Exit, Failure> {
    commit(globals, &args.service, args.region.as_deref(), true).await
}

/// Disables, and tells what is left to pay.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn disable(args: &Disable, globals: &Globals) -> Result<Exit, Failure> {
    commit(globals, &args.service, args.region.as_deref(), false).await
}

async fn commit(
    globals: &Globals,
    service: &str,
    region: Option<&str>,
    enable: bool,
) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let Loaded { header, account, .. } = session::current(books, globals).await?;
        let resource = words::resource_named(&account, service, region)?;
        let (kind, command) = if enable {
            ("enable", Command::Enable { resource: resource.clone(), since: None })
        } else {
            ("disable", Command::Disable { resource: resource.clone() })
        };
        let request_id = session::request_id()?;
        let Plan { after, .. } = action::commit(books, header.id, kind, &command, None, &request_id).await?;
        let left = if enable { Vec::new() } else { left_to_pay(&after, &resource)? };
        let zone = after.terms.policy.zone;
        if !globals.json {
            let mut page = format!("{} {resource}.\n", if enable { "Enabled" } else { "Disabled" });
            if enable && after.find_resource(&resource).is_some_and(|id| needs_package(&after, id)) {
                page.push_str(&format!(
                    "It is suspended until it has a package: tollbook buy SKU --application {resource}\n"
                ));
            }
            let used =
                if words::has_applications(&after) { "Minutes already used" } else { "Calls already made" };
            for (settles_at, accrued) in left {
                let (accrued, at) = (text::money(accrued, &header.currency), text::instant(zone, settles_at));
                let zone = text::zone_name(zone);
                page.push_str(&format!("{used} are still billed: {accrued} at {at} {zone}.\n"));
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
            "application": resource.application,
            "state": if enable { "enabled" } else { "disabled" },
            "still_billed": left.collect::<Vec<_>>(),
        });
        output::print(&json::print(&object))?;
        Ok(Exit::Done)
    })
    .await
}

fn needs_package(account: &Account, id: billing::ResourceId) -> bool {
    account.causes(id).contains(&billing::lifecycle::Cause::Expired)
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
