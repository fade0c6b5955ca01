//! Disable and enable a service: what calls already made still cost, and what cannot be used meanwhile.

use app::{action, action::Plan, ledger::AccountId};
use billing::{Account, Command, ResourceKey, package::order::numbered};

use super::{applications, ladders, tail, unsubscribe};
use crate::{
    App, IpcError, convert,
    dto::leaving::{HeldPackage, PreviewService, ServicePlan, SwitchService},
    failure::Malformed,
};

/// What the switch would do.
///
/// # Errors
/// [`IpcError`] `name_needed`, `not_enabled`, `already_enabled`, `unknown_resource`, `account_in_arrears`, `banned`, or that the books
/// cannot be read.
pub async fn preview(app: &App, request: PreviewService) -> Result<ServicePlan, IpcError> {
    let (id, key) = named(app, &request.account_id, &request.service, &request.region).await?;
    let plan = action::preview(app.books(), id, &command(&key, request.enable)).await?;
    view(&key, request.enable, &plan)
}

/// Switches.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: SwitchService) -> Result<ServicePlan, IpcError> {
    let (id, key) = named(app, &request.account_id, &request.service, &request.region).await?;
    let seen = convert::basis(&request.basis)?;
    let (command, kind) = (command(&key, request.enable), if request.enable { "enable" } else { "disable" });
    let plan = action::commit(app.books(), id, kind, &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(&key, request.enable, &plan)
}

/// The account and the resource that a request names: a service in a region, or an application in place of the region.
async fn named(
    app: &App,
    account: &str,
    service: &str,
    place: &str,
) -> Result<(AccountId, ResourceKey), IpcError> {
    let loaded = app.load(account).await?;
    let key = loaded.account.terms.policy.resources.key(service, place.trim());
    if key.place().is_empty() {
        return Err(Malformed::NameNeeded.into());
    }
    Ok((loaded.header.id, key))
}

fn command(key: &ResourceKey, enable: bool) -> Command {
    match enable {
        true => Command::Enable { resource: key.clone(), since: None },
        false => Command::Disable { resource: key.clone() },
    }
}

fn view(key: &ResourceKey, enabled: bool, plan: &Plan) -> Result<ServicePlan, IpcError> {
    let account = &plan.after;
    let policy = &account.terms.policy;
    let resource = account.find_resource(key);
    let price = ladders::price_of_next_call(account, key, account.now);
    Ok(ServicePlan {
        basis: convert::basis_view(&plan.seen),
        service: key.service.clone(),
        region: key.place().to_owned(),
        enabled,
        is_new: plan.before.find_resource(key).is_none(),
        application: applications::change(plan, key),
        tail: resource.map_or_else(|| Ok(Vec::new()), |id| tail::settlements(account, id))?,
        packages: held(account, key),
        unit_price: price.as_ref().map(|price| convert::unit_price(price.value.value())),
        unit_price_why: price.map(|price| convert::why(&price.because, policy)),
        position: convert::position(account)?,
    })
}

/// The packages of a service with calls that are paid and not used.
fn held(account: &Account, key: &ResourceKey) -> Vec<HeldPackage> {
    let resource = account.find_resource(key);
    let own =
        numbered(account).filter(|(_, package)| Some(package.resource) == resource && !package.is_gone());
    let rows = own.map(|(id, package)| {
        let (left, because) = unsubscribe::paid_and_unused(account, package);
        let row = HeldPackage {
            package_id: id.0.to_string(),
            sku: package.sku.clone(),
            left: left.to_string(),
            why: convert::why(&because, &account.terms.policy),
            valid_to: convert::seconds(package.valid_to()),
            renews_itself: account.next_renewal_attempt(id).is_some(),
        };
        (left, row)
    });
    rows.filter(|(left, _)| *left > 0).map(|(_, row)| row).collect()
}
