//! Give a package back: whether, what for and what is lost, then the same written down.

use app::{AppError, action, action::Plan, renewals::rehearse};
use billing::{
    Account, Command, Derivation, Package, PackageId, Refusal, Value, event::What,
    package::stage::PackageState,
};

use super::{applications, auto_renew, outcome, package_why, packages::state_of, tail};
use crate::{
    App, IpcError, convert,
    dto::leaving::{PreviewUnsubscribe, Refund, TailRow, Unsubscribe, UnsubscribePlan},
};

/// Whether a package can be given back, and what comes of it. A refusal is part of the answer: it says by which rule.
///
/// # Errors
/// [`IpcError`] `unknown_package`, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewUnsubscribe) -> Result<UnsubscribePlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let loaded = app.load(&request.account_id).await?;
    match action::preview(app.books(), id, &Command::Unsubscribe { package }).await {
        Ok(plan) => view(&plan.before, package, Ok(&plan)),
        Err(AppError::Refused(refusal)) if refusal != Refusal::UnknownPackage => {
            let mut account = loaded.account;
            account.advance_to_actions(app.books().now().max(account.now), &mut Vec::new())?;
            view(&account, package, Err(refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives it back.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; the refusal; or that the books cannot be written.
pub async fn commit(app: &App, request: Unsubscribe) -> Result<UnsubscribePlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let seen = convert::basis(&request.basis)?;
    let command = Command::Unsubscribe { package };
    let plan =
        action::commit(app.books(), id, "unsubscribe", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(&plan.before, package, Ok(&plan))
}

fn view(
    account: &Account,
    id: PackageId,
    decided: Result<&Plan, Refusal>,
) -> Result<UnsubscribePlan, IpcError> {
    let package = account.package(id).ok_or(Refusal::UnknownPackage)?;
    let policy = &account.terms.policy;
    let (left, left_why) = paid_and_unused(account, package);
    let refusal = decided.as_ref().err().cloned();
    let rule = rule(account, refusal.as_ref());
    let key = account.resource(package.resource).map(|resource| &resource.key);
    let application = match (&decided, key) {
        (Ok(plan), Some(key)) => applications::change(plan, key),
        _ => None,
    };
    let refund = match &decided {
        Ok(plan) => refund(plan, id)?,
        Err(_) => None,
    };
    Ok(UnsubscribePlan {
        package_id: id.0.to_string(),
        sku: package.sku.clone(),
        refusal: refusal.map(IpcError::from),
        rule: rule.to_owned(),
        source: policy.sources.get(rule).map(|source| source.title.clone()),
        valid_to: convert::seconds(package.valid_to()),
        valid_to_why: package_why::ends(account, package, package.cycles.last()),
        refund,
        application,
        service_enabled: account.resource(package.resource).is_some_and(|resource| resource.is_enabled()),
        tail: tail_of(account, id, package)?,
        calls_left: left.to_string(),
        calls_left_why: convert::why(&left_why, policy),
        auto_renew: package.auto_renew,
        after_end: auto_renew::after_end(account, package).to_owned(),
    })
}

/// The rule that lets a package be given back, or refuses it.
fn rule(account: &Account, refusal: Option<&Refusal>) -> &'static str {
    match refusal {
        Some(Refusal::NotRefundable) if account.terms.policy.package.refund.is_none() => "H-130",
        Some(Refusal::RefundWindowClosed { .. }) => "T-41",
        Some(Refusal::RefundLimitReached { .. }) => "T-42",
        Some(Refusal::Banned) => "T-32",
        _ => "T-40",
    }
}

/// What is given back by the policy's formula, and where it goes: arrears first (T-47).
fn refund(plan: &Plan, id: PackageId) -> Result<Option<Refund>, IpcError> {
    let refunded = plan.events.iter().find_map(|event| match &event.what {
        What::Refunded { amount, allocation, .. } => Some((*amount, allocation)),
        _ => None,
    });
    let Some((amount, allocation)) = refunded else { return Ok(None) };
    let because = plan.before.refund_of(id)?.because;
    Ok(Some(Refund {
        basis: convert::basis_view(&plan.seen),
        amount: amount.to_string(),
        to_arrears: allocation.to_arrears()?.to_string(),
        to_credit: allocation.to_credit.to_string(),
        to_balance: allocation.to_balance.to_string(),
        why: convert::why(&because, &plan.after.terms.policy),
        before: convert::position(&plan.before)?,
        after: convert::position(&plan.after)?,
    }))
}

/// Calls left of what is paid: of the term in force and of those that have not begun.
pub(super) fn paid_and_unused(account: &Account, package: &Package) -> (u64, Derivation) {
    let is_over = matches!(
        state_of(account, package, account.now),
        PackageState::Expired | PackageState::Frozen | PackageState::Released | PackageState::Refunded
    );
    let ahead = || package.cycles.iter().filter(move |cycle| !is_over && account.now <= cycle.ends_at);
    let sum = ahead().fold(0_u64, |sum, cycle| sum.saturating_add(cycle.remaining()));
    let because = Derivation::new("paid-and-unused", "H-112", Value::Calls(sum));
    let because = ahead().fold(because, |because, cycle| {
        because
            .with("pays-from", Value::Instant(cycle.pays_from()))
            .resting_on("left", billing::explain::left(cycle))
    });
    (sum, because)
}

/// What is still taken when the package stays as it is: calls already made, and its renewal.
fn tail_of(account: &Account, id: PackageId, package: &Package) -> Result<Vec<TailRow>, IpcError> {
    let mut rows = tail::settlements(account, package.resource)?;
    let outcome = outcome::of(account, id, &rehearse(account)?)?;
    if let Some(at) = outcome.at.filter(|_| outcome.kind == "covered") {
        rows.push(TailRow { kind: "renewal".to_owned(), at, amount: outcome.price, why: outcome.why });
    }
    Ok(rows)
}
