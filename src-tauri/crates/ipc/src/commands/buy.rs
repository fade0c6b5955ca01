//! Buy a package: a plan, then the same plan written down.

use app::{action, action::Plan, ledger::AccountId};
use billing::{
    Account, Command, Instant, Money, Package, PackageId, Refusal, event::What, explain,
    package::order::numbered, policy::ResourceKind, refund::window, settlement::pay::Payment,
};

use chrono::TimeDelta;

use super::{applications, packages::place_in_order, vouchers};
use crate::{
    App, IpcError, convert,
    dto::money_actions::{Buy, BuyPlan, PreviewBuy},
};

/// What a purchase would do.
///
/// # Errors
/// [`IpcError`] `unknown_offer`, `offer_withdrawn`, `unknown_resource` when the application was never made,
/// `insufficient_balance`, `account_in_arrears`, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewBuy) -> Result<BuyPlan, IpcError> {
    let (id, command) = command(app, &request.account_id, &request.sku, request.application).await?;
    let plan = action::preview(app.books(), id, &command).await?;
    view(app, id, &command, &plan).await
}

/// Buys.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: Buy) -> Result<BuyPlan, IpcError> {
    let (id, command) = command(app, &request.account_id, &request.sku, request.application).await?;
    let seen = convert::basis(&request.basis)?;
    let plan = action::commit(app.books(), id, "buy", &command, Some(&seen), &request.request_id).await?;
    app.tell(&["today", "usage", "packages", "balance", "bills"]);
    view(app, id, &command, &plan).await
}

/// The purchase, and by which account.
async fn command(
    app: &App,
    account: &str,
    sku: &str,
    application: Option<String>,
) -> Result<(AccountId, Command), IpcError> {
    let (id, application) = buyer(app, account, application).await?;
    Ok((id, Command::Buy { sku: sku.to_owned(), application, starts_at: None, auto_renew: false }))
}

/// Who buys. Where packages are for applications, one that was made must be named.
pub(super) async fn buyer(
    app: &App,
    account: &str,
    application: Option<String>,
) -> Result<(AccountId, Option<String>), IpcError> {
    let loaded = app.load(account).await?;
    if application.is_some() || loaded.account.terms.policy.resources != ResourceKind::Regions {
        applications::named(&loaded.account, application.as_deref().unwrap_or_default())?;
    }
    Ok((loaded.header.id, application))
}

async fn view(app: &App, id: AccountId, command: &Command, plan: &Plan) -> Result<BuyPlan, IpcError> {
    let Command::Buy { sku, application, .. } = command else { return Err(Refusal::UnknownOffer.into()) };
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
        None => bought_before(app, id, (sku, application.as_deref()), plan).await?,
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
        from_vouchers: vouchers::paid_of(terms.price, &payment)?.to_string(),
        vouchers: vouchers::parts(&plan.after, &payment),
        from_balance: payment.from_balance.to_string(),
        from_credit: payment.from_credit.to_string(),
        starts_at: convert::seconds(cycle.starts_at),
        ends_at: convert::seconds(cycle.ends_at),
        order,
        before_it: before_it.to_string(),
        refundable_until: refundable_until(&plan.after, &terms).map(convert::seconds),
        application: key.and_then(|key| applications::change(plan, key)),
        before: convert::position(&plan.before)?,
        after: convert::position(&plan.after)?,
        why,
    })
}

/// The last second in which an unused package comes back whole, if the account may still give one back.
pub(super) fn refundable_until(account: &Account, package: &Package) -> Option<Instant> {
    let window = account.terms.policy.package.refund.as_ref()?.window?;
    window::admits(account, package, window).ok()?;
    let starts_at = package.cycles.first().map_or(package.acquired_at, |cycle| cycle.starts_at);
    let zone = account.terms.policy.zone;
    Some(window::closes_at(window, zone, (package.acquired_at, starts_at)) - TimeDelta::seconds(1))
}

/// The latest package of this offer, and how it was paid: a confirmation that comes twice is answered from the books.
async fn bought_before(
    app: &App,
    id: AccountId,
    (sku, application): (&str, Option<&str>),
    plan: &Plan,
) -> Result<(PackageId, Package, Payment), IpcError> {
    let account = &plan.after;
    let is_for = |package: &Package| {
        let key = account.resource(package.resource).map(|resource| &resource.key);
        application.is_none_or(|name| key.is_some_and(|key| key.application == name))
    };
    let latest = numbered(account).filter(|(_, package)| package.sku == sku && is_for(package)).last();
    let (package, terms) = latest.ok_or(Refusal::UnknownPackage)?;
    let payment = paid_before(app, id, account, (package, terms)).await?;
    Ok((package, terms.clone(), payment))
}

/// How a package that was bought before was paid; by which vouchers is not known any more.
pub(super) async fn paid_before(
    app: &App,
    id: AccountId,
    account: &Account,
    (package, terms): (PackageId, &Package),
) -> Result<Payment, IpcError> {
    let month = account.terms.policy.zone.month(terms.acquired_at);
    let purchases = app.books().ledger().bill_purchases(id, month).await?;
    let paid = purchases.iter().find(|purchase| purchase.package == package);
    Ok(paid.map_or_else(Payment::default, |purchase| Payment {
        vouchers: Vec::new(),
        from_balance: purchase.from_balance,
        from_credit: purchase.from_credit,
        owed: Money::ZERO,
    }))
}
