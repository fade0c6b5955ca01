//! Share a package with member accounts, or no longer: a plan, then the same plan written down (H-120).

use std::collections::BTreeSet;

use app::{action, action::Plan};
use billing::{Account, Command, Package, PackageId, ProjectName, Refusal};

use super::unsubscribe;
use crate::{
    App, IpcError, convert,
    dto::sharing::{PreviewShare, Share, SharePlan},
};

/// What the switch would do.
///
/// # Errors
/// [`IpcError`] `unknown_package`, `package_released`, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewShare) -> Result<SharePlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let command = Command::Share { package, on: request.on };
    view(package, &action::preview(app.books(), id, &command).await?)
}

/// Switches.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: Share) -> Result<SharePlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let seen = convert::basis(&request.basis)?;
    let command = Command::Share { package, on: request.on };
    let plan = action::commit(app.books(), id, "share", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(package, &plan)
}

fn view(id: PackageId, plan: &Plan) -> Result<SharePlan, IpcError> {
    let account = &plan.after;
    let package = account.package(id).ok_or(Refusal::UnknownPackage)?;
    let (left, because) = unsubscribe::paid_and_unused(account, package);
    Ok(SharePlan {
        basis: convert::basis_view(&plan.seen),
        package_id: id.0.to_string(),
        sku: package.sku.clone(),
        before: plan.before.package(id).is_some_and(Package::is_shared),
        after: package.is_shared(),
        members: members(account),
        left: left.to_string(),
        left_why: convert::why(&because, &account.terms.policy),
        valid_to: convert::seconds(package.valid_to()),
    })
}

/// Member accounts that have called so far.
fn members(account: &Account) -> Vec<String> {
    let named = account.projects.iter().filter_map(|project| ProjectName::of(project).member);
    named.collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
}
