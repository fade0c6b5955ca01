//! Buy a package: a plan, then the same plan written down.

use app::{action, action::Plan, ledger::AccountId};
use billing::{
    Command, Money, Package, PackageId, Refusal, event::What, explain, package::order::numbered,
    settlement::pay::Payment,
};

use super::packages::place_in_order;
use crate::{
    App, IpcError, convert,
    dto::money_actions::{Buy, BuyPlan, PreviewBuy},
};

/// What a purchase would do.
///
/// # Errors
/// [`IpcError`] `unknown_offer`, `offer_withdrawn`, `insufficient_balance`, `account_in_arrears`, or that the books
/// cannot be read.
pub async fn preview(app: &App, request: PreviewBuy) -> Result<BuyPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let plan = action::preview(app.books(), id, &command(&request.sku)).await?;
    view(app, id, &request.sku, &plan).await
}

/// Buys.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: Buy) -> Result<BuyPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let seen = convert::basis(&request.basis)?;
    let command = command(&request.sku);
    let plan = action::commit(app.books(), id, "buy", &command, Some(&seen), &request.request_id).await?;
    app.tell(&["today", "usage", "packages", "balance", "bills"]);
    view(app, id, &request.sku, &plan).await
}

fn command(sku: &str) -> Command {
    Command::buy(sku)
}

async fn view(app: &App, id: AccountId, sku: &str, plan: &Plan) -> Result<BuyPlan, IpcError> {
    let acquired = plan.events.iter().find_map(|event| match &event.what {
        What::Acquired { package, terms, payment, .. } => {
            Some((*package, Package::clone(terms), payment.clone()))
        }
        _ => None,
    });
    let policy = &plan.after.terms.policy;
    let why = match acquired {
        Some(_) => Some(convert::why(&explain::purchase(&plan.before, sku)?, policy)),
        None => None,
    };
    let (package, terms, payment) = match acquired {
        Some(acquired) => acquired,
        None => bought_before(app, id, sku, plan).await?,
    };
    let cycle = terms.cycles.first().ok_or(Refusal::UnknownPackage)?;
    let at = plan.after.now.max(cycle.starts_at);
    let (order, before_it) = place_in_order(&plan.after, package, at).unwrap_or((1, 0));
    let key = plan.after.resource(terms.resource).map(|resource| &resource.key);
    Ok(BuyPlan {
        basis: convert::basis_view(&plan.seen),
        package_id: package.0.to_string(),
        sku: terms.sku.clone(),
        service: key.map_or_else(String::new, |key| key.service.clone()),
        region: key.map_or_else(String::new, |key| key.place().to_owned()),
        quota: terms.quota.to_string(),
        price: terms.price.to_string(),
        from_balance: payment.from_balance.to_string(),
        from_credit: payment.from_credit.to_string(),
        starts_at: convert::seconds(cycle.starts_at),
        ends_at: convert::seconds(cycle.ends_at),
        order,
        before_it: before_it.to_string(),
        before: convert::position(&plan.before)?,
        after: convert::position(&plan.after)?,
        why,
    })
}

/// The latest package of this offer, and how it was paid: a confirmation that comes twice is answered from the books.
async fn bought_before(
    app: &App,
    id: AccountId,
    sku: &str,
    plan: &Plan,
) -> Result<(PackageId, Package, Payment), IpcError> {
    let account = &plan.after;
    let latest = numbered(account).filter(|(_, package)| package.sku == sku).last();
    let (package, terms) = latest.ok_or(Refusal::UnknownPackage)?;
    let month = account.terms.policy.zone.month(terms.acquired_at);
    let purchases = app.books().ledger().bill_purchases(id, month).await?;
    let paid = purchases.iter().find(|purchase| purchase.package == package);
    let payment = paid.map_or_else(Payment::default, |purchase| Payment {
        vouchers: Vec::new(),
        from_balance: purchase.from_balance,
        from_credit: purchase.from_credit,
        owed: Money::ZERO,
    });
    Ok((package, terms.clone(), payment))
}
