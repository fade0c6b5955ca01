//! Packages that are paid together (T-39): a plan, then the same plan written down.

use app::{action, action::Plan, ledger::AccountId};
use billing::{
    Account, Command, Money, Package, PackageId, Refusal, command::PurchaseOrder, event::What, explain,
    package::order::numbered, settlement::pay::Payment,
};

use super::{applications, buy, vouchers};
use crate::{
    App, IpcError, convert,
    dto::{
        joint_purchase::{BuyTogether, BuyTogetherPlan, PackageOrder, PaidPackage, PreviewBuyTogether},
        vouchers::VoucherPart,
    },
};

/// More orders than are ever paid together: the rules refuse this many as they would refuse more.
const SPELLED_OUT: usize = 1_000;

/// What buying packages in one payment would do.
///
/// # Errors
/// [`IpcError`] `invalid_number` when there is none or there are too many; as for [`buy::preview`].
pub async fn preview(app: &App, request: PreviewBuyTogether) -> Result<BuyTogetherPlan, IpcError> {
    let (id, orders) = ordered(app, &request.account_id, &request.orders, request.application).await?;
    let plan = action::preview(app.books(), id, &Command::BuyTogether(orders.clone())).await?;
    view(app, id, &orders, &plan).await
}

/// Buys all of them.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: BuyTogether) -> Result<BuyTogetherPlan, IpcError> {
    let (id, orders) = ordered(app, &request.account_id, &request.orders, request.application).await?;
    let seen = convert::basis(&request.basis)?;
    let command = Command::BuyTogether(orders.clone());
    let plan = action::commit(app.books(), id, "buy", &command, Some(&seen), &request.request_id).await?;
    app.tell(&["today", "usage", "packages", "balance", "bills"]);
    view(app, id, &orders, &plan).await
}

/// One order per package, and by which account.
async fn ordered(
    app: &App,
    account: &str,
    orders: &[PackageOrder],
    application: Option<String>,
) -> Result<(AccountId, Vec<PurchaseOrder>), IpcError> {
    let (id, application) = buy::buyer(app, account, application).await?;
    let each = orders.iter().flat_map(|order| std::iter::repeat_n(&order.sku, order.count as usize));
    let order = |sku: &String| PurchaseOrder { sku: sku.clone(), application: application.clone() };
    Ok((id, each.map(order).take(SPELLED_OUT).collect()))
}

/// A package of the payment, and how it is paid.
type Bought = (PackageId, Package, Payment);

async fn view(
    app: &App,
    id: AccountId,
    orders: &[PurchaseOrder],
    plan: &Plan,
) -> Result<BuyTogetherPlan, IpcError> {
    let account = &plan.after;
    let acquired = plan.events.iter().filter_map(|event| match &event.what {
        What::Acquired { package, terms, payment, .. } => {
            Some((*package, Package::clone(terms), payment.clone()))
        }
        _ => None,
    });
    let mut bought: Vec<Bought> = acquired.collect();
    let because = if bought.is_empty() {
        bought = bought_before(app, id, orders, account).await?;
        None
    } else {
        Some(explain::purchases(&plan.before, orders)?)
    };
    let policy = &account.terms.policy;
    let sum = |of: fn(&Payment) -> Money| Money::sum(bought.iter().map(|(_, _, payment)| of(payment)));
    let (from_balance, from_credit) =
        (sum(|payment| payment.from_balance)?, sum(|payment| payment.from_credit)?);
    let price = Money::sum(bought.iter().map(|(_, package, _)| package.price))?;
    let from_vouchers = price.checked_sub(from_balance)?.checked_sub(from_credit)?;
    let until = bought.iter().map(|(_, package, _)| buy::refundable_until(account, package));
    let why_of = |index| {
        let orders =
            because.iter().flat_map(|because| &because.inputs).filter_map(|input| input.because.as_ref());
        orders.clone().nth(index).map(|because| convert::why(because, policy))
    };
    let first = bought.first().and_then(|(_, package, _)| account.resource(package.resource));
    Ok(BuyTogetherPlan {
        basis: convert::basis_view(&plan.seen),
        packages: bought
            .iter()
            .enumerate()
            .map(|(index, bought)| Ok(PaidPackage { why: why_of(index), ..paid(account, bought)? }))
            .collect::<Result<_, IpcError>>()?,
        price: price.to_string(),
        from_vouchers: from_vouchers.to_string(),
        vouchers: by_voucher(account, &bought)?,
        from_balance: from_balance.to_string(),
        from_credit: from_credit.to_string(),
        refundable_until: until
            .collect::<Option<Vec<_>>>()
            .and_then(|all| all.into_iter().min())
            .map(convert::seconds),
        application: first.and_then(|resource| applications::change(plan, &resource.key)),
        before: convert::position(&plan.before)?,
        after: convert::position(account)?,
        why: because.as_ref().map(|because| convert::why(because, policy)),
    })
}

fn paid(account: &Account, (id, package, payment): &Bought) -> Result<PaidPackage, IpcError> {
    let key = account.resource(package.resource).map(|resource| &resource.key);
    Ok(PaidPackage {
        package_id: id.0.to_string(),
        sku: package.sku.clone(),
        service: key.map_or_else(String::new, |key| key.service.clone()),
        region: key.map_or_else(String::new, |key| key.place().to_owned()),
        quota: package.quota.to_string(),
        ends_at: convert::seconds(package.valid_to()),
        price: package.price.to_string(),
        from_vouchers: vouchers::paid_of(package.price, payment)?.to_string(),
        from_balance: payment.from_balance.to_string(),
        from_credit: payment.from_credit.to_string(),
        why: None,
    })
}

/// What each voucher pays of all packages, in the order they are used.
fn by_voucher(account: &Account, bought: &[Bought]) -> Result<Vec<VoucherPart>, IpcError> {
    let mut sums: Vec<(_, Money)> = Vec::new();
    for used in bought.iter().flat_map(|(_, _, payment)| &payment.vouchers) {
        match sums.iter_mut().find(|(voucher, _)| *voucher == used.voucher) {
            Some((_, sum)) => *sum = sum.checked_add(used.amount)?,
            None => sums.push((used.voucher, used.amount)),
        }
    }
    let part = |(id, amount): (_, Money)| VoucherPart {
        code: account.voucher(id).map_or_else(String::new, |voucher| voucher.terms.code.clone()),
        amount: amount.to_string(),
    };
    Ok(sums.into_iter().map(part).collect())
}

/// The latest packages that were ordered so: a confirmation that comes twice is answered from the books.
async fn bought_before(
    app: &App,
    id: AccountId,
    orders: &[PurchaseOrder],
    account: &Account,
) -> Result<Vec<Bought>, IpcError> {
    let held: Vec<_> = numbered(account).collect();
    let is_it = |(order, (_, package)): (&PurchaseOrder, &(PackageId, &Package))| package.sku == order.sku;
    let latest = held.windows(orders.len().max(1)).rev().find(|run| orders.iter().zip(*run).all(is_it));
    let latest = latest.ok_or(Refusal::UnknownPackage)?;
    let mut bought = Vec::new();
    for (package, terms) in latest {
        let payment = buy::paid_before(app, id, account, (*package, terms)).await?;
        bought.push((*package, Package::clone(terms), payment));
    }
    Ok(bought)
}
