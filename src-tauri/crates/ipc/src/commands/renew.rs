//! Renew a package: a plan, then the same plan written down.

use app::{action, action::Plan, ledger::AccountId, ledger::TotalKind};
use billing::{
    Account, Command, Cycle, Instant, Money, Package, PackageId, Refusal, event::What, explain,
    policy::RenewalAfterEnd, settlement::pay::Payment,
};

use super::{package_why, upcoming, vouchers};
use crate::{
    App, IpcError, convert,
    dto::{
        common::Seconds,
        renewals::{LateStart, PreviewRenew, Renew, RenewPlan, RenewedCycle},
    },
};

/// What a renewal would do.
///
/// # Errors
/// [`IpcError`] `unknown_package`, `package_released`, `offer_withdrawn`, `account_in_arrears`, `insufficient_balance`,
/// `invalid_number`, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewRenew) -> Result<RenewPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let command = Command::Renew { package, terms: request.terms, align_to: request.align_to };
    let plan = action::preview(app.books(), id, &command).await?;
    view(app, id, package, (request.terms, request.align_to), &plan).await
}

/// Renews.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: Renew) -> Result<RenewPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let package = convert::package_id(&request.package_id)?;
    let seen = convert::basis(&request.basis)?;
    let command = Command::Renew { package, terms: request.terms, align_to: request.align_to };
    let plan = action::commit(app.books(), id, "renew", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(app, id, package, (request.terms, request.align_to), &plan).await
}

/// What was added, and how it was paid.
struct Renewal {
    cycles: Vec<Cycle>,
    price: Money,
    payment: Payment,
}

async fn view(
    app: &App,
    id: AccountId,
    package: PackageId,
    (terms, align_to): (u32, Option<u32>),
    plan: &Plan,
) -> Result<RenewPlan, IpcError> {
    let (before, after) = (&plan.before, &plan.after);
    let state = after.package(package).ok_or(Refusal::UnknownPackage)?;
    let policy = &after.terms.policy;
    let decided = plan.events.iter().find_map(|event| match &event.what {
        What::Renewed { cycles, price, payment, .. } => {
            Some(Renewal { cycles: cycles.clone(), price: *price, payment: payment.clone() })
        }
        _ => None,
    });
    let why = match decided {
        Some(_) => Some(convert::why(&explain::renewal(before, package, terms, align_to)?, policy)),
        None => None,
    };
    let renewal = match decided {
        Some(renewal) => renewal,
        None => renewed_before(app, id, package, state, after).await?,
    };
    let paid_before = state.cycles.len().saturating_sub(renewal.cycles.len());
    let ended_before = state.cycles.get(paid_before.saturating_sub(1)).ok_or(Refusal::UnknownPackage)?;
    Ok(RenewPlan {
        basis: convert::basis_view(&plan.seen),
        package_id: package.0.to_string(),
        sku: state.sku.clone(),
        terms,
        align_to,
        standard_day: policy.package.align.map(|align| align.default_day),
        cycles: cycle_views(after, state, &renewal.cycles, align_to.is_some()),
        price: renewal.price.to_string(),
        from_vouchers: vouchers::paid_of(renewal.price, &renewal.payment)?.to_string(),
        vouchers: vouchers::parts(after, &renewal.payment),
        from_balance: renewal.payment.from_balance.to_string(),
        from_credit: renewal.payment.from_credit.to_string(),
        valid_to_before: convert::seconds(ended_before.ends_at),
        valid_to_after: convert::seconds(state.valid_to()),
        late: late(after, &renewal.cycles),
        warnings_before: warnings(before, package),
        warnings_after: warnings(after, package),
        attempts_before: seconds(before.renewal_attempts_ahead(package)),
        attempts_after: seconds(after.renewal_attempts_ahead(package)),
        before: convert::position(before)?,
        after: convert::position(after)?,
        why,
    })
}

fn cycle_views(
    account: &Account,
    package: &Package,
    cycles: &[Cycle],
    is_last_aligned: bool,
) -> Vec<RenewedCycle> {
    let aligned = cycles.last().filter(|_| is_last_aligned).map(|last| last.ends_at);
    let view = |cycle: &Cycle| RenewedCycle {
        starts_at: convert::seconds(cycle.starts_at),
        ends_at: convert::seconds(cycle.ends_at),
        quota: cycle.quota.to_string(),
        why: if aligned == Some(cycle.ends_at) {
            package_why::aligned(account, package, cycle)
        } else {
            package_why::renewed(account, package, cycle)
        },
    };
    cycles.iter().map(view).collect()
}

/// How much of the first new term has passed when it counts from an end in the past (H-90).
fn late(account: &Account, cycles: &[Cycle]) -> Option<LateStart> {
    let policy = &account.terms.policy;
    let (first, last) = (cycles.first()?, cycles.last()?);
    let counts_from_the_end = policy.package.renewal_after_end == RenewalAfterEnd::OriginalEnd;
    let zone = policy.zone;
    let days =
        |from: Instant, to: Instant| u32::try_from((zone.date(to) - zone.date(from)).num_days()).unwrap_or(0);
    (counts_from_the_end && first.starts_at < first.paid_at).then(|| LateStart {
        days_passed: days(first.starts_at, first.paid_at),
        days_left: days(first.paid_at, last.ends_at),
    })
}

/// The warnings of the present end that still lie ahead.
fn warnings(account: &Account, id: PackageId) -> Vec<Seconds> {
    let package = account.package(id).into_iter();
    let ahead = package.flat_map(|package| upcoming::warnings(account, package));
    seconds(ahead.filter(|at| account.now < *at).collect())
}

fn seconds(instants: Vec<Instant>) -> Vec<Seconds> {
    instants.into_iter().map(convert::seconds).collect()
}

/// The terms that were paid last, and how: a confirmation that comes twice is answered from the books.
async fn renewed_before(
    app: &App,
    id: AccountId,
    package: PackageId,
    state: &Package,
    account: &Account,
) -> Result<Renewal, IpcError> {
    let paid_at = state.cycles.last().map_or(state.acquired_at, |cycle| cycle.paid_at);
    let cycles = state.cycles.iter().skip(1).filter(|cycle| cycle.paid_at == paid_at).cloned().collect();
    let month = account.terms.policy.zone.month(paid_at);
    let purchases = app.books().ledger().bill_purchases(id, month).await?;
    let mut renewals =
        purchases.iter().filter(|one| one.kind == TotalKind::Renewal && one.package == package);
    let paid = renewals.next_back().ok_or(Refusal::UnknownPackage)?;
    let payment =
        Payment { from_balance: paid.from_balance, from_credit: paid.from_credit, ..Payment::default() };
    Ok(Renewal { cycles, price: paid.price, payment })
}
