//! Applications: their state and every cause of it; whether minutes beyond their packages may cost money (T-18, T-19).

use app::{action, action::Plan};
use billing::{
    Account, Command, Derivation, Instant, Refusal, ResourceId, ResourceKey, Value, explain,
    lifecycle::Cause, package::order::numbered, policy::ResourceKind,
};

use super::ladders;
use crate::{
    App, IpcError, convert,
    dto::applications::{
        ApplicationChange, ApplicationView, CauseView, ClassView, OveragePlan, PreviewOverage, SetOverage,
    },
};

/// What switching the overage of an application would do.
///
/// # Errors
/// [`IpcError`] `unknown_resource`, `banned`, or that the books cannot be read.
pub async fn preview_overage(app: &App, request: PreviewOverage) -> Result<OveragePlan, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let key = named(&loaded.account, &request.application)?;
    let command = Command::SetOverage { resource: key.clone(), on: request.on };
    view(&key, &action::preview(app.books(), loaded.header.id, &command).await?)
}

/// Switches it.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn set_overage(app: &App, request: SetOverage) -> Result<OveragePlan, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let key = named(&loaded.account, &request.application)?;
    let seen = convert::basis(&request.basis)?;
    let command = Command::SetOverage { resource: key.clone(), on: request.on };
    let id = loaded.header.id;
    let plan = action::commit(app.books(), id, "overage", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(&key, &plan)
}

/// The application of this name that was made; offers are bought for such ones only.
pub(super) fn named(account: &Account, application: &str) -> Result<ResourceKey, IpcError> {
    let ResourceKind::Applications { service } = &account.terms.policy.resources else {
        return Err(Refusal::UnknownResource.into());
    };
    let key = ResourceKey::application(service, application);
    let known = account.find_resource(&key).and_then(|id| account.resource(id));
    known.filter(|known| !known.enabled.is_empty()).ok_or(Refusal::UnknownResource)?;
    Ok(key)
}

/// Every application that was made, by name; none where services are called in regions.
pub(super) fn all(account: &Account) -> Vec<ApplicationView> {
    let numbered = (0..).map(ResourceId).zip(&account.resources);
    let made = numbered.filter(|(_, resource)| !resource.enabled.is_empty());
    let mut views: Vec<_> = made.filter_map(|(id, _)| of(account, id)).collect();
    views.sort_by(|a, b| a.name.cmp(&b.name));
    views
}

/// One application; `None` where services are called in regions.
pub(super) fn of(account: &Account, id: ResourceId) -> Option<ApplicationView> {
    if account.terms.policy.resources == ResourceKind::Regions {
        return None;
    }
    let resource = account.resource(id)?;
    let policy = &account.terms.policy;
    let because = explain::resource_state(account, id);
    let cause = |cause: Cause| {
        let rule = rule(&because, cause);
        CauseView {
            cause: cause.code().to_owned(),
            rule: rule.to_owned(),
            source: convert::source(policy, rule),
        }
    };
    let classes = resource.classes.iter();
    Some(ApplicationView {
        name: resource.key.place().to_owned(),
        state: account.resource_state(id).code().to_owned(),
        causes: account.causes(id).into_iter().map(cause).collect(),
        overage: resource.overage_is_on(),
        classes: classes
            .map(|(name, since)| ClassView { name: name.clone(), since: convert::seconds(*since) })
            .collect(),
        why: convert::why(&because, policy),
    })
}

/// The rule by which something stops it, as its derivation has it.
fn rule(because: &Derivation, cause: Cause) -> &'static str {
    let stopped = because.inputs.iter().filter_map(|input| input.because.as_deref());
    let mut stopped = stopped.filter(|stopped| stopped.formula == "stopped-by");
    let same = |result: &Value| matches!(result, Value::Name(name) if name == cause.code());
    stopped.find(|stopped| same(&stopped.result)).map_or(because.rule, |stopped| stopped.rule)
}

fn view(key: &ResourceKey, plan: &Plan) -> Result<OveragePlan, IpcError> {
    let after = &plan.after;
    let change = change(plan, key).ok_or(Refusal::UnknownResource)?;
    let price = ladders::price_of_next_call(after, key, after.now);
    let (left, left_why) = left(after, key, after.now);
    Ok(OveragePlan {
        basis: convert::basis_view(&plan.seen),
        on: change.after.overage,
        change,
        left: left.to_string(),
        left_why: convert::why(&left_why, &after.terms.policy),
        unit_price: price.as_ref().map(|price| convert::unit_price(price.value.value())),
        unit_price_why: price.map(|price| convert::why(&price.because, &after.terms.policy)),
        position: convert::position(after)?,
    })
}

/// What becomes of an application; `None` where services are called in regions.
pub(super) fn change(plan: &Plan, key: &ResourceKey) -> Option<ApplicationChange> {
    let at = |account: &Account| of(account, account.find_resource(key)?);
    Some(ApplicationChange { before: at(&plan.before), after: at(&plan.after)? })
}

/// What the packages in force of an application can still pay for.
pub(super) fn left(account: &Account, key: &ResourceKey, now: Instant) -> (u64, Derivation) {
    let resource = account.find_resource(key);
    let in_force = || {
        let own = numbered(account).filter(|(_, package)| Some(package.resource) == resource);
        own.filter_map(|(_, package)| Some((package, package.cycle_at(now)?.1)))
    };
    let sum = in_force().fold(0_u64, |sum, (_, cycle)| sum.saturating_add(cycle.remaining()));
    let because = Derivation::new("packages-left", "H-46", Value::Calls(sum));
    let because = in_force().fold(because, |because, (package, cycle)| {
        because.with("package", Value::Name(package.sku.clone())).resting_on("of-it", explain::left(cycle))
    });
    (sum, because)
}
