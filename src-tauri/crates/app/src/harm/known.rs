//! What goes wrong whatever usage comes: from the books alone.

use billing::{
    Account, Derivation, Instant, Money, Package, PackageId, Refusal, Resource, ResourceId, Value,
    engine::rehearsal::Rehearsed,
    explain,
    lifecycle::{Buys, Cause, ResourceState, Stage},
    package::{
        order::numbered,
        stage::{PackageState, state_at},
    },
    policy::{ResourceKind, Stops},
};
use chrono::TimeDelta;
use ledger::UsageFilter;

use super::{DAYS, Harm, Step, What, sort};
use crate::{AppError, Books, books::Loaded, due, renewals::rehearse};

/// Days of usage that show whether a resource is called.
const CALLED_DAYS: i64 = 7;

/// Arrears that begin sooner than that are to be acted on now.
const AT_ONCE: TimeDelta = TimeDelta::minutes(15);

/// Everything that goes wrong in an account, the soonest first: what is owed, what the next settlement cannot take, what nothing would pay
/// for, what pay-per-use pays although packages were bought, renewals that fail, packages that end with something left.
///
/// # Errors
/// That the books cannot be read, or a figure leaves the range that can be kept exactly.
pub async fn known(books: &Books, loaded: &Loaded, now: Instant) -> Result<Vec<Harm>, AppError> {
    let mut at_now = loaded.clone();
    at_now.account.advance_to_actions(now.max(loaded.account.now), &mut Vec::new())?;
    let account = &at_now.account;
    let mut harms: Vec<Harm> = about_money(&at_now, now)?.into_iter().collect();
    harms.extend(about_applications(account));
    harms.extend(used_up(books, &at_now, now).await?);
    let rehearsed = rehearse(account)?;
    harms.extend(renewals_that_fail(account, &rehearsed, now));
    harms.extend(ending(account, &rehearsed, now));
    sort(&mut harms);
    Ok(harms)
}

/// Whether a package is in force with something left.
fn has_quota(package: &Package, now: Instant) -> bool {
    package.cycle_at(now).is_some_and(|(_, cycle)| cycle.remaining() > 0)
}

fn about_money(loaded: &Loaded, now: Instant) -> Result<Option<Harm>, Refusal> {
    let account = &loaded.account;
    let position = account.position()?;
    if position.arrears.is_positive() {
        return Ok(Some(about_arrears(account, position.arrears)));
    }
    let spendable = || explain::spendable_now(account);
    if position.spendable_now < Money::ZERO {
        let rungs = account.rungs()?;
        let settled = rungs.into_iter().find(|rung| rung.buys == Buys::AvoidsArrears);
        let by = settled.as_ref().and_then(|rung| Some(rung.by.as_ref()?.value + TimeDelta::seconds(1)));
        let at = by.unwrap_or_else(|| due::next_settlement(loaded, now));
        let missing = settled.as_ref().map_or(position.spendable_now.negated(), |rung| rung.least.value);
        return Ok(Some(Harm {
            what: What::Overdrawn,
            step: if at - now <= AT_ONCE { Step::Now } else { Step::Today },
            at: Some(at),
            chance: None,
            amount: Some(missing),
            because: Some(settled.map_or_else(spendable, |rung| Ok(rung.least.because))?),
        }));
    }
    // Without overage nothing can be billed, and what stops an application says more.
    let may_be_billed = account.terms.policy.resources == ResourceKind::Regions
        || account.resources.iter().any(Resource::overage_is_on);
    let covered = account.packages.iter().any(|package| has_quota(package, now));
    if may_be_billed && !position.available_credit.is_positive() && !covered {
        let is_called = account.resources.iter().any(Resource::is_enabled);
        let step = if is_called { Step::Today } else { Step::Note };
        return Ok(Some(Harm { because: Some(spendable()?), ..plain(What::NoMoney, step) }));
    }
    Ok(None)
}

/// How far the arrears have come: what stops, and when the next stage begins.
fn about_arrears(account: &Account, owed: Money) -> Harm {
    let ends = account.boundaries();
    let (what, end) = match account.stage() {
        Stage::Normal | Stage::Grace => (What::Arrears, ends.map(|ends| ends.grace_ends)),
        Stage::Frozen => {
            let what = match account.terms.policy.arrears.stops {
                Stops::PayPerUse => What::Frozen,
                Stops::Everything => What::Suspended,
            };
            (what, ends.map(|ends| ends.retention_ends))
        }
        Stage::ReleasePending => (What::ReleasePending, ends.map(|ends| ends.released)),
        Stage::Released => (What::Released, ends.map(|ends| ends.released)),
    };
    let at = end.as_ref().map(|end| end.value);
    Harm {
        at: if what == What::Released { account.released_at } else { at },
        amount: Some(owed),
        because: end.map(|end| end.because),
        ..plain(what, Step::Now)
    }
}

/// The application that lacks a package, or one with minutes left; or that there is none yet.
fn about_applications(account: &Account) -> Option<Harm> {
    if account.terms.policy.resources == ResourceKind::Regions {
        return None;
    }
    let made = || {
        let numbered = (0..).map(ResourceId).zip(&account.resources);
        numbered.filter(|(_, resource)| !resource.enabled.is_empty()).map(|(id, _)| id)
    };
    if made().next().is_none() {
        return Some(plain(What::NoApplication, Step::Note));
    }
    let is_stopped = |id: ResourceId, cause| {
        account.resource_state(id) == ResourceState::Suspended && account.causes(id).contains(&cause)
    };
    // What ran until now hurts more than what never ran.
    let by_quota = made().find(|id| is_stopped(*id, Cause::Quota)).map(|id| (id, What::ApplicationQuota(id)));
    let by_end = || made().find(|id| is_stopped(*id, Cause::Expired));
    let (id, what) = by_quota.or_else(|| by_end().map(|id| (id, What::ApplicationExpired(id))))?;
    Some(Harm { because: Some(explain::resource_causes(account, id)), ..plain(what, Step::Today) })
}

/// A package that is used up while its calls go on and pay-per-use pays for them.
async fn used_up(books: &Books, loaded: &Loaded, now: Instant) -> Result<Option<Harm>, AppError> {
    let account = &loaded.account;
    let state = |package: &Package| state_at(package, account.package_stages(package), now);
    let in_force =
        |package: &Package| matches!(state(package), PackageState::Active | PackageState::Exhausted);
    let mut candidates: Vec<(PackageId, &Package)> = numbered(account)
        .filter(|(_, package)| in_force(package))
        .filter(|(_, package)| {
            let same = account.packages.iter().filter(|other| other.resource == package.resource);
            same.filter(|other| in_force(other)).all(|other| state(other) == PackageState::Exhausted)
        })
        .collect();
    if candidates.is_empty() {
        return Ok(None);
    }
    let zone = account.terms.policy.zone;
    let hour = zone.period_start(now, TimeDelta::hours(1)) + TimeDelta::hours(1);
    let lately = hour - TimeDelta::days(CALLED_DAYS)..hour;
    let rows = books.ledger().usage_table(loaded.header.id, lately, UsageFilter::default()).await?;
    let billed = |package: &Package| {
        let of_it = rows.iter().filter(|row| row.resource == package.resource);
        of_it.map(|row| row.figures.billed).sum::<u64>()
    };
    candidates.retain(|(_, package)| billed(package) > 0);
    let most = candidates
        .into_iter()
        .max_by_key(|(_, package)| (billed(package), std::cmp::Reverse(package.valid_to())));
    Ok(most.map(|(id, package)| Harm {
        because: package.cycle_at(now).map(|(_, cycle)| explain::left(cycle)),
        ..plain(What::PackageExhausted(id), Step::Soon)
    }))
}

/// The first attempt of each automatic renewal that fails, with the money there is now.
fn renewals_that_fail(
    account: &Account,
    rehearsed: &[Rehearsed],
    now: Instant,
) -> impl Iterator<Item = Harm> {
    let until = now + TimeDelta::days(DAYS);
    numbered(account).filter_map(move |(id, _)| {
        let failing = rehearsed.iter().find(|one| one.package == id && one.refusal.is_some())?;
        let amount = match &failing.refusal {
            Some(Refusal::InsufficientBalance { short, .. }) => Some(*short),
            Some(Refusal::AccountInArrears { owed }) => Some(*owed),
            _ => None,
        };
        let what = if amount.is_some() { What::RenewalFails(id) } else { What::RenewalNotSold(id) };
        (failing.at <= until).then(|| Harm {
            at: Some(failing.at),
            amount,
            because: Some(failing.because()),
            ..plain(what, Step::away(failing.at - now))
        })
    })
}

/// Packages whose quota will lapse: they end soon with something left, and nothing follows.
fn ending(account: &Account, rehearsed: &[Rehearsed], now: Instant) -> impl Iterator<Item = Harm> {
    let until = now + TimeDelta::days(DAYS);
    let is_renewed = |id, end| {
        rehearsed.iter().any(|one| one.refusal.is_none() && (one.package, one.ends_at) == (id, end))
    };
    numbered(account).filter_map(move |(id, package)| {
        let (_, cycle) = package.cycle_at(now)?;
        let ends_at = package.valid_to();
        if is_renewed(id, ends_at) || cycle.ends_at != ends_at || ends_at > until || cycle.remaining() == 0 {
            return None;
        }
        let because = Derivation::new("package-ends", "H-22", Value::Instant(ends_at))
            .with("pays-from", Value::Instant(cycle.starts_at))
            .resting_on("left", explain::left(cycle));
        Some(Harm {
            at: Some(ends_at),
            because: Some(because),
            ..plain(What::PackageEnds(id), Step::away(ends_at - now))
        })
    })
}

const fn plain(what: What, step: Step) -> Harm {
    Harm { what, step, at: None, chance: None, amount: None, because: None }
}
