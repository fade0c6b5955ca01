//! Packages: what is left, what pays next, what is on sale.

use app::{
    books::Loaded,
    foresight::Foresight,
    ledger::{DeductionLine, Page},
};
use billing::{
    Account, Cycle, Instant, Offer, Package, PackageId, ProjectName, Refusal,
    package::{
        Source,
        order::{eligible, numbered},
        stage::{PackageState, state_at},
    },
};

use super::{applications, ladders, package_why, suggestion};
use crate::{
    App, IpcError,
    charts::burn_down,
    convert,
    dto::{
        common::{ChartView, OfAccount},
        packages::{
            CycleRow, DeductionRow, OfferRow, OffersView, PackageDetail, PackageQuery, PackageRow,
            PackagesView,
        },
    },
};

/// The Packages screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn packages(app: &App, request: OfAccount) -> Result<PackagesView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let now = super::now(app, &loaded);
    let account = &loaded.account;
    let mut packages: Vec<_> = numbered(account).collect();
    packages.sort_by_key(|(id, package)| {
        let ends_at = package.valid_to();
        let is_over = ends_at < now || package.is_gone();
        // What is over stands below, the latest first.
        let distance = (now - ends_at).abs();
        (is_over, distance, *id)
    });
    let (remaining, why) = package_why::left_in_all(account, now);
    Ok(PackagesView {
        as_of: convert::seconds(now),
        packages: packages.into_iter().map(|(id, package)| row(account, id, package, now)).collect(),
        ladders: ladders::ladders(account, now),
        remaining: remaining.to_string(),
        why,
        used_up: package_why::in_state(account, now, PackageState::Exhausted),
        not_begun: package_why::in_state(account, now, PackageState::Scheduled),
    })
}

/// One package in detail.
///
/// # Errors
/// [`IpcError`] `unknown_package`, or that the books cannot be read.
pub async fn package(app: &App, query: PackageQuery) -> Result<PackageDetail, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    let account = &loaded.account;
    let id = convert::package_id(&query.package_id)?;
    let package = account.package(id).ok_or(Refusal::UnknownPackage)?;
    let page = Page { after: convert::cursor(query.after.as_deref())?, limit: super::PAGE };
    let deductions = app.books().ledger().deductions(loaded.header.id, id, page).await?;
    Ok(PackageDetail {
        package: row(account, id, package, now),
        burn_down: burn_down(app, &loaded, id, None, now).await?,
        cycles: package.cycles.iter().map(|cycle| cycle_row(account, cycle)).collect(),
        deductions: deductions.rows.iter().map(|line| deduction_row(account, line)).collect(),
        next: deductions.next.map(|next| next.to_string()),
    })
}

/// What was left of a package after each day, and what will be, where that is foreseen.
pub(super) async fn burn_down(
    app: &App,
    loaded: &Loaded,
    id: PackageId,
    foresight: Option<&Foresight>,
    now: Instant,
) -> Result<ChartView, IpcError> {
    let package = loaded.account.package(id).ok_or(Refusal::UnknownPackage)?;
    let (index, cycle) = shown_cycle(package, now).ok_or(Refusal::UnknownPackage)?;
    let number = u32::try_from(index).map_err(|_| Refusal::TooLarge)?;
    let days = app.books().ledger().package_days(loaded.header.id, id, number).await?;
    let ahead = foresight.map_or_else(Vec::new, |foresight| foresight.left_ahead(id, index));
    let bought = paid_within(&loaded.account, package, cycle);
    let alert = loaded.account.resource(package.resource).and_then(|resource| resource.alert);
    let marks = (bought.as_slice(), alert.map(|alert| alert.percent));
    burn_down::draw(loaded.account.terms.policy.zone, now, cycle, &days, marks, &ahead)
}

/// What was paid for the same calls while a cycle was in force: itself, its renewals, other packages.
fn paid_within(account: &Account, package: &Package, shown: &Cycle) -> Vec<(Instant, String)> {
    let beside = account.packages.iter().filter(|one| one.resource == package.resource);
    let paid = beside.flat_map(|one| one.cycles.iter().map(move |cycle| (cycle.paid_at, one)));
    let within = paid.filter(|(at, _)| (shown.starts_at..=shown.ends_at).contains(at));
    within.map(|(at, one)| (at, convert::package_label(account, one))).collect()
}

/// What can be bought.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn offers(app: &App, request: OfAccount) -> Result<OffersView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let now = super::now(app, &loaded);
    let terms = &loaded.account.terms;
    let mut skus: Vec<_> = terms.offers.iter().map(|offer| offer.sku.as_str()).collect();
    skus.sort_unstable();
    skus.dedup();
    let on_sale = skus.into_iter().filter_map(|sku| terms.offer(sku, now));
    let mut on_sale: Vec<_> =
        on_sale.filter(|offer| !offer.withdrawn && offer.source == Source::Purchased).collect();
    on_sale.sort_by(|a, b| (&a.resource, a.quota, &a.sku).cmp(&(&b.resource, b.quota, &b.sku)));
    Ok(OffersView {
        suggested: suggestion::suggested(app, &loaded, &on_sale, now).await?,
        sample_prices: app.books().catalogue(&terms.currency)?.sample,
        applications: applications::all(&loaded.account),
        offers: on_sale.into_iter().map(|offer| offer_row(&loaded.account, offer, now)).collect(),
    })
}

/// The cycle in force, before the start the first, and after the end the last; with its index.
fn shown_cycle(package: &Package, now: Instant) -> Option<(usize, &Cycle)> {
    let begun = package.cycles.iter().enumerate().rev().find(|(_, cycle)| cycle.starts_at <= now);
    begun.or_else(|| package.cycles.iter().enumerate().next())
}

fn row(account: &Account, id: PackageId, package: &Package, now: Instant) -> PackageRow {
    let policy = &account.terms.policy;
    let resource = account.resource(package.resource);
    let key = resource.map(|resource| &resource.key);
    let blank = Cycle::new(package.acquired_at, package.acquired_at, package.acquired_at, package.quota);
    let (index, cycle) = shown_cycle(package, now).unwrap_or((0, &blank));
    let next_cycle_count =
        package.cycles.iter().skip(index + 1).filter(|cycle| now < cycle.starts_at).count();
    let term = seconds_between(cycle.starts_at, cycle.ends_at).saturating_add(1);
    PackageRow {
        id: id.0.to_string(),
        order: place_in_order(account, id, now).map(|(order, _)| order),
        sku: package.sku.clone(),
        service: key.map_or_else(String::new, |key| key.service.clone()),
        region: key.map_or_else(String::new, |key| key.place().to_owned()),
        project: package.project.map(|project| account.project(project).to_owned()),
        hours: package.hours.map(|hours| hours.to_string()),
        source: package.source.code().to_owned(),
        state: state_of(account, package, now).code().to_owned(),
        quota: cycle.quota.to_string(),
        used: cycle.used.to_string(),
        remaining: cycle.remaining().to_string(),
        lapsed: cycle.lapsed.to_string(),
        lapsed_money: convert::price_of_part(package.price, cycle.lapsed, cycle.quota).to_string(),
        used_percent: convert::percent(cycle.used, cycle.quota),
        elapsed_percent: convert::percent(seconds_between(cycle.starts_at, now), term),
        starts_at: convert::seconds(cycle.starts_at),
        ends_at: convert::seconds(cycle.ends_at),
        valid_to: convert::seconds(package.valid_to()),
        next_cycle_count: u32::try_from(next_cycle_count).unwrap_or(u32::MAX),
        price: package.price.to_string(),
        unit_price: convert::price_per_call(package.price, package.quota),
        price_why: package_why::price(account, package.price, package.quota),
        ends_why: package_why::ends(account, package, Some(cycle)),
        auto_renew: package.auto_renew,
        next_attempt: account.next_renewal_attempt(id).map(convert::seconds),
        alert_percent: resource.and_then(|resource| resource.alert).map(|alert| alert.percent),
        shared: package.is_shared(),
        why: convert::why(&billing::explain::left(cycle), policy),
    }
}

/// The state of a package at an instant.
pub(super) fn state_of(account: &Account, package: &Package, now: Instant) -> PackageState {
    state_at(package, account.package_stages(package), now)
}

/// The place of a package among those that may pay at an instant, from 1, and the calls that pay before it.
pub(super) fn place_in_order(account: &Account, id: PackageId, at: Instant) -> Option<(u32, u64)> {
    let package = account.package(id)?;
    let project = package.project.map_or("", |project| account.project(project));
    let candidates = eligible(account, package.resource, ProjectName::of(project), at);
    let place = candidates.iter().position(|candidate| candidate.package == id)?;
    let before =
        candidates.iter().take(place).fold(0_u64, |sum, candidate| sum.saturating_add(candidate.left));
    Some((u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1), before))
}

/// Seconds from an instant to a later one; 0 when it is not later.
fn seconds_between(from: Instant, to: Instant) -> u64 {
    u64::try_from((to - from).num_seconds()).unwrap_or(0)
}

fn cycle_row(account: &Account, cycle: &Cycle) -> CycleRow {
    CycleRow {
        starts_at: convert::seconds(cycle.starts_at),
        ends_at: convert::seconds(cycle.ends_at),
        quota: cycle.quota.to_string(),
        used: cycle.used.to_string(),
        lapsed: cycle.lapsed.to_string(),
        why: convert::why(&billing::explain::left(cycle), &account.terms.policy),
    }
}

fn deduction_row(account: &Account, line: &DeductionLine) -> DeductionRow {
    DeductionRow {
        period: convert::seconds(account.terms.policy.period_start(line.occurred_at)),
        at: convert::seconds(line.occurred_at),
        project: account.project(line.project).to_owned(),
        returned: line.returned,
        calls: line.calls.to_string(),
        remaining: line.remaining.to_string(),
        why: package_why::deduction(account, line),
    }
}

fn offer_row(account: &Account, offer: &Offer, now: Instant) -> OfferRow {
    let policy = &account.terms.policy;
    let pay_per_use = ladders::price_of_next_call(account, &offer.resource, now);
    OfferRow {
        sku: offer.sku.clone(),
        service: offer.resource.service.clone(),
        region: offer.resource.region.clone(),
        project: offer.project.clone(),
        hours: offer.hours.map(|hours| hours.to_string()),
        quota: offer.quota.to_string(),
        term: offer.term.to_string(),
        price: offer.price.to_string(),
        unit_price: convert::price_per_call(offer.price, offer.quota),
        price_why: package_why::price(account, offer.price, offer.quota),
        pay_per_use_price: pay_per_use.as_ref().map(|price| convert::unit_price(price.value.value())),
        pay_per_use_why: pay_per_use.map(|price| convert::why(&price.because, policy)),
    }
}
