//! Renewals: what ends when, what renews itself, and whether the money does.

use app::{books::Loaded, ledger::UsageFilter, renewals::rehearse};
use billing::{
    Account, Derivation, Instant, Money, Package, PackageId, Value,
    engine::rehearsal::Rehearsed,
    explain::Reasons,
    package::{order::numbered, stage::PackageState},
    policy::AtEnd,
    rating, settlement,
};
use chrono::TimeDelta;

use super::{auto_renew, outcome, package_why, packages::state_of, renewal_calendar, unsubscribe, upcoming};
use crate::{
    App, IpcError,
    charts::{Width, timeline::Weight},
    convert,
    dto::{
        common::Why,
        packages::PackageCount,
        renewals::{RenewalRow, RenewalsQuery, RenewalsVerdict, RenewalsView},
    },
};

/// Days looked ahead for what is taken soon, and back for what calls cost.
const DAYS: i64 = 30;

/// The Renewals screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn renewals(app: &App, query: RenewalsQuery) -> Result<RenewalsView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    let mut account = loaded.account.clone();
    account.advance_to_actions(now, &mut Vec::new())?;
    let rehearsed = rehearse(&account)?;
    let lately = lately(app, &loaded, now).await?;
    let mut rows = Vec::new();
    for (id, package) in renewable(&account) {
        let calls = lately.iter().filter(|(resource, _)| *resource == package.resource);
        let calls = calls.fold(0_u64, |sum, (_, calls)| sum.saturating_add(*calls));
        rows.push(row(&account, id, package, &rehearsed, calls)?);
    }
    rows.sort_by(|a, b| (a.valid_to, &a.sku).cmp(&(b.valid_to, &b.sku)));
    let (taken, taken_why) = taken_soon(&account, &rehearsed, now)?;
    let drawn = renewal_calendar::draw(&account, &rehearsed, Width::of_page(query.chart_width), now)?;
    Ok(RenewalsView {
        as_of: convert::seconds(now),
        verdict: verdict(&account, &rows, now),
        position: convert::position(&account)?,
        taken_soon: taken.to_string(),
        taken_soon_why: taken_why,
        automatic: automatic(&account),
        renewable_count: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        calendar: drawn.timeline,
        ahead: drawn.upcoming,
        rows,
    })
}

/// The packages that can be renewed: until their own retention is over.
fn renewable(account: &Account) -> impl Iterator<Item = (PackageId, &Package)> {
    numbered(account).filter(|(_, package)| {
        !matches!(state_of(account, package, account.now), PackageState::Released | PackageState::Refunded)
    })
}

/// Successful calls of each resource in the days before.
async fn lately(
    app: &App,
    loaded: &Loaded,
    now: Instant,
) -> Result<Vec<(billing::ResourceId, u64)>, IpcError> {
    let zone = loaded.account.terms.policy.zone;
    let hour = zone.period_start(now, TimeDelta::hours(1)) + TimeDelta::hours(1);
    let span = hour - TimeDelta::days(DAYS)..hour;
    let rows = app.books().ledger().usage_table(loaded.header.id, span, UsageFilter::default()).await?;
    Ok(rows.into_iter().map(|row| (row.resource, row.figures.billable)).collect())
}

fn row(
    account: &Account,
    id: PackageId,
    package: &Package,
    rehearsed: &[Rehearsed],
    calls: u64,
) -> Result<RenewalRow, IpcError> {
    let policy = &account.terms.policy;
    let key = account.resource(package.resource).map(|resource| &resource.key);
    let outcome = outcome::of(account, id, rehearsed)?;
    let offer = account.terms.offer(&package.sku, account.now).filter(|offer| !offer.withdrawn);
    let (left, left_why) = unsubscribe::paid_and_unused(account, package);
    let cost = one_by_one(account, package, calls)?;
    let stages = account.package_stages(package).filter(|_| package.valid_to() < account.now);
    let until = stages.map(|stages| package.valid_to() + stages.grace + stages.retention);
    Ok(RenewalRow {
        package_id: id.0.to_string(),
        sku: package.sku.clone(),
        service: key.map_or_else(String::new, |key| key.service.clone()),
        region: key.map_or_else(String::new, |key| key.place().to_owned()),
        state: state_of(account, package, account.now).code().to_owned(),
        valid_to: convert::seconds(package.valid_to()),
        valid_to_why: package_why::ends(account, package, package.cycles.last()),
        renewable_until: until.map(convert::seconds),
        auto_renew: package.auto_renew,
        follows: if outcome.kind == "covered" { "renews" } else { auto_renew::after_end(account, package) }
            .to_owned(),
        at_end: account.at_end(package).code().to_owned(),
        may_be_disabled: policy.package.at_end.contains(&AtEnd::Disable),
        outcome,
        price: offer.map(|offer| offer.price.to_string()),
        price_why: offer.map(|offer| package_why::price(account, offer.price, offer.quota)),
        calls_left: left.to_string(),
        calls_left_why: convert::why(&left_why, policy),
        calls_lately: calls.to_string(),
        cost_lately: cost.as_ref().map(|(money, _)| money.to_string()),
        cost_lately_why: cost.map(|(_, why)| why),
    })
}

/// What so many calls of one month cost without a package, at today's prices and from the first tier on.
fn one_by_one(account: &Account, package: &Package, calls: u64) -> Result<Option<(Money, Why)>, IpcError> {
    let key = account.resource(package.resource).map(|resource| &resource.key);
    let price = key.and_then(|key| account.terms.prices.at(&key.service, &key.region, account.now));
    let Some(price) = price else { return Ok(None) };
    let parts = rating::graduate(&price.tiers, 0, calls, Reasons::NONE);
    let money = settlement::rounded(rating::charge_amount(&parts)?)?;
    Ok(Some((money.value, convert::why(&money.because, &account.terms.policy))))
}

/// What automatic renewals take in the days ahead.
fn taken_soon(account: &Account, rehearsed: &[Rehearsed], now: Instant) -> Result<(Money, Why), IpcError> {
    let until = now + TimeDelta::days(DAYS);
    let soon = || rehearsed.iter().filter(|one| one.at <= until && one.refusal.is_none());
    let sum = Money::sum(soon().filter_map(|one| one.price))?;
    let because = Derivation::new("renewals-soon", "H-113", Value::Money(sum));
    let because = soon().fold(because, |because, one| {
        because
            .with("package", Value::Name(convert::name_of_package(account, one.package)))
            .resting_on("of-it", one.taken())
    });
    Ok((sum, convert::why(&because, &account.terms.policy)))
}

fn automatic(account: &Account) -> PackageCount {
    let found = || renewable(account).filter(|(_, package)| package.auto_renew.is_some());
    let count = u32::try_from(found().count()).unwrap_or(u32::MAX);
    let because = Derivation::new("packages-in-state", "H-113", Value::Number(count.into()));
    let because = found().fold(because, |because, (_, package)| {
        because.with("package", Value::Name(convert::package_name(account, package)))
    });
    PackageCount { count, why: convert::why(&because, &account.terms.policy) }
}

/// The next renewal that fails; else up to when those that renew themselves are covered; else what ends next.
fn verdict(account: &Account, rows: &[RenewalRow], now: Instant) -> RenewalsVerdict {
    let name = |row: &RenewalRow| {
        let id = convert::package_id(&row.package_id).ok()?;
        account.package(id).map(|package| convert::package_name(account, package))
    };
    let plain = |kind: &str| RenewalsVerdict {
        kind: kind.to_owned(),
        step: "note".to_owned(),
        at: None,
        amount: None,
        package: None,
    };
    let fails = |row: &&RenewalRow| !matches!(row.outcome.kind.as_str(), "off" | "covered");
    let failing = rows.iter().filter(fails).min_by_key(|row| row.outcome.at.unwrap_or(row.valid_to));
    if let Some(row) = failing {
        let at = row.outcome.at.unwrap_or(row.valid_to);
        let step = match upcoming::weight(TimeDelta::seconds(at.0 - now.timestamp())) {
            Weight::Today => "today",
            Weight::Soon => "soon",
            Weight::Tick | Weight::Note => "note",
        };
        return RenewalsVerdict {
            step: step.to_owned(),
            at: Some(at),
            amount: row.outcome.short.clone(),
            package: name(row),
            ..plain("fails")
        };
    }
    let covered = rows.iter().filter(|row| row.outcome.kind == "covered").map(|row| row.valid_to).max();
    let ends_next = rows.iter().find(|row| row.valid_to.0 >= now.timestamp());
    match (covered, ends_next) {
        (Some(until), _) => RenewalsVerdict { at: Some(until), ..plain("covered") },
        (None, Some(row)) => {
            RenewalsVerdict { at: Some(row.valid_to), package: name(row), ..plain("manual") }
        }
        (None, None) => plain(if rows.is_empty() { "none" } else { "ended" }),
    }
}
