//! Choose for several packages at once what they become at their ends: a plan, then the same plan written down.

use app::{action, action::Plan, renewals::rehearse};
use billing::{Account, Command, PackageId, Refusal};

use super::{auto_renew, outcome};
use crate::{
    App, IpcError, convert,
    dto::renewals::{AutoRenewMany, AutoRenewManyPlan, AutoRenewed, PreviewAutoRenewMany},
};

/// What the choice would do.
///
/// # Errors
/// [`IpcError`] `unknown_package`, `package_expired`, `package_released`, `invalid_number`, `invalid_value`, or that the books
/// cannot be read.
pub async fn preview(app: &App, request: PreviewAutoRenewMany) -> Result<AutoRenewManyPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let packages = packages(&request.package_ids)?;
    let command = command(&packages, &request.at_end, request.days_before)?;
    view(&packages, &action::preview(app.books(), id, &command).await?)
}

/// Chooses it for all of them, in one write, which is undone as one.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: AutoRenewMany) -> Result<AutoRenewManyPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let packages = packages(&request.package_ids)?;
    let seen = convert::basis(&request.basis)?;
    let command = command(&packages, &request.at_end, request.days_before)?;
    let plan =
        action::commit(app.books(), id, "auto-renew", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(&packages, &plan)
}

fn packages(ids: &[String]) -> Result<Vec<PackageId>, IpcError> {
    if ids.is_empty() {
        return Err(convert::invalid("package_ids", ""));
    }
    ids.iter().map(|id| convert::package_id(id)).collect()
}

fn command(packages: &[PackageId], at_end: &str, days_before: Option<u32>) -> Result<Command, IpcError> {
    let choices = packages.iter().map(|package| auto_renew::choice(*package, at_end, days_before));
    Ok(Command::Several(choices.collect::<Result<_, _>>()?))
}

fn view(ids: &[PackageId], plan: &Plan) -> Result<AutoRenewManyPlan, IpcError> {
    let rehearsed = rehearse(&plan.after)?;
    let packages = ids.iter().map(|id| {
        let package = plan.after.package(*id).ok_or(Refusal::UnknownPackage)?;
        let before = plan.before.package(*id);
        Ok(AutoRenewed {
            package_id: id.0.to_string(),
            name: convert::name_of_package(&plan.after, *id),
            at_end_before: at_end(&plan.before, *id),
            set_before: before.and_then(|package| package.auto_renew),
            at_end_after: at_end(&plan.after, *id),
            set_after: package.auto_renew,
            outcome: outcome::of(&plan.after, *id, &rehearsed)?,
            after_end: auto_renew::after_end(&plan.after, package).to_owned(),
            valid_to: convert::seconds(package.valid_to()),
        })
    });
    let packages = packages.collect::<Result<Vec<_>, IpcError>>()?;
    let is_changed =
        |one: &&AutoRenewed| one.at_end_before != one.at_end_after || one.set_before != one.set_after;
    let policy = &plan.after.terms.policy.package;
    Ok(AutoRenewManyPlan {
        basis: convert::basis_view(&plan.seen),
        changed: u32::try_from(packages.iter().filter(is_changed).count()).unwrap_or(u32::MAX),
        packages,
        choices: policy.at_end.iter().map(|choice| choice.code().to_owned()).collect(),
        most_days_before: policy.auto_renewal.most_days_before,
    })
}

fn at_end(account: &Account, id: PackageId) -> String {
    account.package(id).map_or("", |package| account.at_end(package).code()).to_owned()
}
