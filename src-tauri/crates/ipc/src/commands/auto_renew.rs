//! Switch automatic renewal: a plan, then the same plan written down.

use app::{action, action::Plan, renewals::rehearse};
use billing::{
    Account, Command, Package, PackageId, Refusal,
    policy::{AtEnd, Uncovered},
};

use super::{outcome, package_why};
use crate::{
    App, IpcError, convert,
    dto::renewals::{Attempt, AutoRenew, AutoRenewPlan, PreviewAutoRenew},
};

/// What the switch would do.
///
/// # Errors
/// [`IpcError`] `unknown_package`, `package_expired`, `package_released`, `invalid_number`, or that the books cannot be
/// read.
pub async fn preview(app: &App, request: PreviewAutoRenew) -> Result<AutoRenewPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let command = choice(package, &request.at_end, request.days_before)?;
    view(package, &action::preview(app.books(), id, &command).await?)
}

/// Switches.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: AutoRenew) -> Result<AutoRenewPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let seen = convert::basis(&request.basis)?;
    let command = choice(package, &request.at_end, request.days_before)?;
    let plan =
        action::commit(app.books(), id, "auto-renew", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(package, &plan)
}

/// The command that lets a package become what was chosen.
pub(super) fn choice(
    package: PackageId,
    at_end: &str,
    days_before: Option<u32>,
) -> Result<Command, IpcError> {
    let choice = AtEnd::parse(at_end).ok_or_else(|| convert::invalid("at_end", at_end))?;
    Ok(match (choice, days_before) {
        (AtEnd::Renew, Some(_)) => Command::AutoRenew { package, days_before },
        (choice, _) => Command::AtEnd { package, choice },
    })
}

fn view(id: PackageId, plan: &Plan) -> Result<AutoRenewPlan, IpcError> {
    let account = &plan.after;
    let package = account.package(id).ok_or(Refusal::UnknownPackage)?;
    let policy = &account.terms.policy;
    let last = package.cycles.last();
    Ok(AutoRenewPlan {
        basis: convert::basis_view(&plan.seen),
        package_id: id.0.to_string(),
        sku: package.sku.clone(),
        at_end_before: plan
            .before
            .package(id)
            .map_or("", |package| plan.before.at_end(package).code())
            .to_owned(),
        at_end_after: account.at_end(package).code().to_owned(),
        choices: policy.package.at_end.iter().map(|choice| choice.code().to_owned()).collect(),
        set_before: plan.before.package(id).and_then(|package| package.auto_renew),
        set_after: package.auto_renew,
        most_days_before: policy.package.auto_renewal.most_days_before,
        valid_to: convert::seconds(package.valid_to()),
        valid_to_why: package_why::ends(account, package, last),
        attempts: attempts(account, id),
        outcome: outcome::of(account, id, &rehearse(account)?)?,
        after_end: after_end(account, package).to_owned(),
        position: convert::position(account)?,
    })
}

/// When a package is tried to be renewed by itself for its present end.
pub(super) fn attempts(account: &Account, id: PackageId) -> Vec<Attempt> {
    let Some(package) = account.package(id) else { return Vec::new() };
    let zone = account.terms.policy.zone;
    let last_day = zone.date(package.valid_to());
    let attempt = |at| Attempt {
        at: convert::seconds(at),
        days_left: i32::try_from((last_day - zone.date(at)).num_days()).unwrap_or(i32::MAX),
    };
    account.renewal_attempts_ahead(id).into_iter().map(attempt).collect()
}

/// What pays for calls after the end of a package when nothing follows it (H-29, H-60c, T-20).
pub(super) fn after_end(account: &Account, package: &Package) -> &'static str {
    match account.terms.policy.uncovered {
        _ if package.disable_at_end => "disabled",
        Uncovered::PayPerUse => "pay_per_use",
        Uncovered::Suspend => "nothing",
    }
}
