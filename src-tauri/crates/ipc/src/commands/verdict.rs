//! The first problem: what goes wrong next, when, and what stops it.

use app::{books::Loaded, due, ledger::UsageFilter};
use billing::{
    Account, Instant, Money, Package, Refusal, ResourceId,
    engine::rehearsal::Rehearsed,
    lifecycle::{Cause, ResourceState, Stage},
    package::{order::numbered, stage::PackageState},
    policy::{ResourceKind, Stops},
};
use chrono::TimeDelta;

use super::{outcome, packages::state_of, upcoming};
use crate::{App, IpcError, charts::timeline::Weight, convert, dto::today::Verdict};

/// Days of usage that show whether a resource is called.
const CALLED_DAYS: i64 = 7;

/// The first problem, in the order in which problems hurt: what is owed, what the next settlement cannot take, what
/// nothing would pay for, what pay-per-use pays although packages were bought, what ends.
pub(super) async fn verdict(app: &App, loaded: &Loaded, now: Instant) -> Result<Verdict, IpcError> {
    let account = &loaded.account;
    if let Some(money) = about_money(loaded, now)? {
        return Ok(money);
    }
    if let Some(application) = about_applications(account) {
        return Ok(application);
    }
    if let Some(package) = used_up(app, loaded, now).await? {
        return Ok(Verdict {
            step: "soon".to_owned(),
            ..about_package("package_exhausted", account, package)
        });
    }
    let rehearsed = outcome::rehearse(account)?;
    if let Some(fails) = renewal_fails(account, &rehearsed, now) {
        return Ok(fails);
    }
    if let Some((package, ends_at)) = ends_next(account, &rehearsed, now) {
        return Ok(Verdict {
            step: step(ends_at - now).to_owned(),
            at: Some(convert::seconds(ends_at)),
            ..about_package("package_ends", account, package)
        });
    }
    Ok(plain("nothing", "note"))
}

/// The package in force with calls left that ends next.
pub(super) fn next_to_end(account: &Account, now: Instant) -> Option<(billing::PackageId, &Package)> {
    let has_calls = |package: &Package| package.cycle_at(now).is_some_and(|(_, cycle)| cycle.remaining() > 0);
    let in_force = numbered(account).filter(|(_, package)| has_calls(package));
    in_force.min_by_key(|(id, package)| (package.valid_to(), *id))
}

fn about_money(loaded: &Loaded, now: Instant) -> Result<Option<Verdict>, IpcError> {
    let account = &loaded.account;
    let position = account.position()?;
    if position.arrears.is_positive() {
        return Ok(Some(about_arrears(account, position.arrears)));
    }
    if position.spendable_now < Money::ZERO {
        let at = due::next_settlement(loaded, now);
        let step = if at - now <= TimeDelta::minutes(15) { "now" } else { "today" };
        return Ok(Some(Verdict {
            at: Some(convert::seconds(at)),
            amount: Some(position.spendable_now.negated().to_string()),
            ..plain("overdrawn", step)
        }));
    }
    // Without overage nothing can be billed, and what stops an application says more.
    let may_be_billed = account.terms.policy.resources == ResourceKind::Regions
        || account.resources.iter().any(billing::Resource::overage_is_on);
    if may_be_billed && !position.available_credit.is_positive() && next_to_end(account, now).is_none() {
        let is_called = account.resources.iter().any(billing::Resource::is_enabled);
        return Ok(Some(plain("no_money", if is_called { "today" } else { "note" })));
    }
    Ok(None)
}

/// The application that lacks a package, or one with minutes left; or that there is none yet.
fn about_applications(account: &Account) -> Option<Verdict> {
    if account.terms.policy.resources == ResourceKind::Regions {
        return None;
    }
    let made = || {
        let numbered = (0..).map(ResourceId).zip(&account.resources);
        numbered.filter(|(_, resource)| !resource.enabled.is_empty())
    };
    if made().next().is_none() {
        return Some(plain("no_application", "note"));
    }
    // What ran until now hurts more than what never ran.
    [("application_quota", Cause::Quota), ("application_expired", Cause::Expired)].into_iter().find_map(
        |(kind, cause)| {
            let is_stopped = |id| {
                account.resource_state(id) == ResourceState::Suspended && account.causes(id).contains(&cause)
            };
            let (_, resource) = made().find(|(id, _)| is_stopped(*id))?;
            Some(Verdict {
                service: Some(resource.key.service.clone()),
                region: Some(resource.key.place().to_owned()),
                ..plain(kind, "today")
            })
        },
    )
}

/// How far the arrears have come: what still works, what stops, and when the next stage begins.
fn about_arrears(account: &Account, owed: Money) -> Verdict {
    let deadlines = account.deadlines();
    let (kind, at) = match account.stage() {
        Stage::Normal | Stage::Grace => ("arrears", deadlines.map(|deadlines| deadlines.grace_ends_at)),
        Stage::Frozen => {
            let kind = match account.terms.policy.arrears.stops {
                Stops::PayPerUse => "frozen",
                Stops::Everything => "suspended",
            };
            (kind, deadlines.map(|deadlines| deadlines.retention_ends_at))
        }
        Stage::ReleasePending => ("release_pending", account.release_job_at()),
        Stage::Released => ("released", account.released_at),
    };
    Verdict { amount: Some(owed.to_string()), at: at.map(convert::seconds), ..plain(kind, "now") }
}

/// A package that is used up while its calls go on and pay-per-use pays for them.
async fn used_up<'a>(app: &App, loaded: &'a Loaded, now: Instant) -> Result<Option<&'a Package>, IpcError> {
    let account = &loaded.account;
    let in_force = |package: &&Package| {
        matches!(state_of(account, package, now), PackageState::Active | PackageState::Exhausted)
    };
    let candidates = account.packages.iter().filter(in_force).filter(|package| {
        let same =
            account.packages.iter().filter(in_force).filter(|other| other.resource == package.resource);
        same.into_iter().all(|other| state_of(account, other, now) == PackageState::Exhausted)
    });
    let mut candidates: Vec<_> = candidates.collect();
    if candidates.is_empty() {
        return Ok(None);
    }
    let zone = account.terms.policy.zone;
    let hour = zone.period_start(now, TimeDelta::hours(1)) + TimeDelta::hours(1);
    let lately = hour - TimeDelta::days(CALLED_DAYS)..hour;
    let rows = app.books().ledger().usage_table(loaded.header.id, lately, UsageFilter::default()).await?;
    let billed = |package: &Package| {
        let of_it = rows.iter().filter(|row| row.resource == package.resource);
        of_it.map(|row| row.figures.billed).sum::<u64>()
    };
    candidates.retain(|package| billed(package) > 0);
    Ok(candidates.into_iter().max_by_key(|package| (billed(package), std::cmp::Reverse(package.valid_to()))))
}

/// The first automatic renewal within the days looked ahead that the money there is does not cover.
fn renewal_fails(account: &Account, rehearsed: &[Rehearsed], now: Instant) -> Option<Verdict> {
    let until = now + TimeDelta::days(upcoming::DAYS);
    let failing = rehearsed.iter().find(|one| one.refusal.is_some() && one.at <= until)?;
    let package = account.package(failing.package)?;
    let amount = match &failing.refusal {
        Some(Refusal::InsufficientBalance { short, .. }) => Some(short.to_string()),
        Some(Refusal::AccountInArrears { owed }) => Some(owed.to_string()),
        _ => None,
    };
    let kind = if amount.is_some() { "renewal_fails" } else { "renewal_not_sold" };
    Some(Verdict {
        step: step(failing.at - now).to_owned(),
        at: Some(convert::seconds(failing.at)),
        amount,
        ..about_package(kind, account, package)
    })
}

/// How urgent something is that is so far away.
pub(super) fn step(away: TimeDelta) -> &'static str {
    match upcoming::weight(away) {
        Weight::Today => "today",
        Weight::Soon => "soon",
        Weight::Tick | Weight::Note => "note",
    }
}

/// The package whose calls will lapse next: it ends within the days looked ahead, and nothing follows.
fn ends_next<'a>(
    account: &'a Account,
    rehearsed: &[Rehearsed],
    now: Instant,
) -> Option<(&'a Package, Instant)> {
    let until = now + TimeDelta::days(upcoming::DAYS);
    let is_renewed = |id, end| {
        rehearsed.iter().any(|one| one.refusal.is_none() && (one.package, one.ends_at) == (id, end))
    };
    let ending = numbered(account).filter_map(|(id, package)| {
        let (_, cycle) = package.cycle_at(now)?;
        let ends_at = package.valid_to();
        if is_renewed(id, ends_at) {
            return None;
        }
        (cycle.ends_at == ends_at && ends_at <= until && cycle.remaining() > 0).then_some((package, ends_at))
    });
    ending.min_by_key(|(_, ends_at)| *ends_at)
}

pub(super) fn about_package(kind: &str, account: &Account, package: &Package) -> Verdict {
    let resource = account.resource(package.resource);
    Verdict {
        package: Some(package.sku.clone()),
        package_id: super::package_number(account, package),
        service: resource.map(|resource| resource.key.service.clone()),
        region: resource.map(|resource| resource.key.place().to_owned()),
        ..plain(kind, "note")
    }
}

pub(super) fn plain(kind: &str, step: &str) -> Verdict {
    Verdict {
        kind: kind.to_owned(),
        step: step.to_owned(),
        at: None,
        amount: None,
        package: None,
        package_id: None,
        service: None,
        region: None,
    }
}
