//! What lies ahead, as far as the hours that were tell: the one place of every figure that needs a forecast.
//!
//! A method makes courses of usage out of the known hours; the engine lives each of them on a copy of the account, while nobody
//! tops up, buys or changes anything. Everything told here is what those futures came to: a range, with its reasons.

mod ahead;
mod because;
mod bill;
mod lines;
mod outlooks;
mod quotas;
mod renewals;

use std::{ops::Range, sync::Arc};

use billing::{
    Account, Instant, Money, Refusal, Usage, engine::future::Lived, policy::UsageUnit, zone::Month,
};
use chrono::TimeDelta;
use foresight::{Course, Method as _, SameHours};
pub use foresight::{Spread, Unknown};

pub use self::{
    ahead::{Moment, PackageAhead},
    bill::BillAhead,
    outlooks::Outlooks,
    quotas::QuotaAhead,
    renewals::RenewalAhead,
};
use crate::{
    AppError, Books,
    books::Loaded,
    known_usage::{self, Known, Of},
};

/// Days ahead for which it is told how long the money lasts.
pub const DAYS: u32 = 30;
/// No future is lived longer: longer packages have no end that is foreseen.
const LONGEST: TimeDelta = TimeDelta::days(400);

/// The method of every forecast. To replace it is to change this line.
const METHOD: SameHours = SameHours;

/// What was foreseen, or why nothing is.
pub type Outlook = Result<Arc<Foresight>, Unknown>;

/// What was foreseen of an account.
#[derive(Debug)]
pub struct Foresight {
    /// The account as the futures began with it.
    pub account: Account,
    /// The stable name of the method.
    pub method: &'static str,
    /// The hours that it rests on.
    pub known: Range<Instant>,
    /// How far the futures were lived.
    pub until: Instant,
    /// Each of them.
    pub futures: Vec<Future>,
}

/// One future.
#[derive(Debug)]
pub struct Future {
    /// The stretch of the past that its usage is like.
    pub like: Range<Instant>,
    /// Calls, or minutes, of that stretch.
    pub used: u64,
    /// What came to pass.
    pub lived: Lived,
}

impl Foresight {
    /// The instant the futures begin at.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.account.now
    }
}

/// Foresees, or finds what was foreseen of the same books in the same hour.
///
/// # Errors
/// That the books cannot be read, or a figure leaves the range that can be kept exactly.
pub async fn foresee(books: &Books, loaded: &Loaded) -> Result<Outlook, AppError> {
    let now = books.now().max(loaded.account.now);
    if let Some(known) = books.outlooks().find(loaded, now) {
        return Ok(known);
    }
    let outlook = look_ahead(books, loaded, now).await?;
    books.outlooks().keep(loaded, now, outlook.clone());
    Ok(outlook)
}

async fn look_ahead(books: &Books, loaded: &Loaded, now: Instant) -> Result<Outlook, AppError> {
    let mut account = loaded.account.clone();
    account.advance_to_actions(now, &mut Vec::new())?;
    let until = horizon(&account);
    let known = known_usage::hours(books, loaded, now).await?;
    let courses = match METHOD.courses(&known.history, now, until) {
        Ok(courses) => courses,
        Err(unknown) => return Ok(Err(unknown)),
    };
    let (account, known) = (Arc::new(account), Arc::new(known));
    let lives: Vec<_> = courses
        .into_iter()
        .map(|course| {
            let (account, known) = (Arc::clone(&account), Arc::clone(&known));
            tokio::task::spawn_blocking(move || live(&account, &known, course, until))
        })
        .collect();
    let mut futures = Vec::new();
    for life in lives {
        futures.push(life.await.map_err(|_| AppError::Interrupted)??);
    }
    let account = Arc::unwrap_or_clone(account);
    let method = foresight::Method::<Of>::name(&METHOD);
    let known = known.history.known().clone();
    Ok(Ok(Arc::new(Foresight { account, method, known, until, futures })))
}

/// Up to the end of every package and of what follows it, and of this month's bill; 30 days at least.
fn horizon(account: &Account) -> Instant {
    let policy = &account.terms.policy;
    let after = TimeDelta::days(i64::from(policy.package.auto_renewal.days_after) + 1);
    let ends = account.packages.iter().filter(|package| !package.is_gone()).filter_map(|package| {
        let cycle = package.cycles.iter().find(|cycle| account.now <= cycle.ends_at);
        let last = match package.auto_renew {
            Some(_) => package.valid_to(),
            None => cycle.filter(|cycle| cycle.remaining() > 0)?.ends_at,
        };
        Some(last + after)
    });
    let month = policy.zone.month_start(policy.zone.month(account.now).next()) + TimeDelta::days(2);
    let least = (account.now + TimeDelta::days(DAYS.into())).max(month);
    ends.fold(least, Instant::max).min(account.now + LONGEST)
}

fn live(account: &Account, known: &Known, course: Course<Of>, until: Instant) -> Result<Future, Refusal> {
    // Attendance is counted in seconds, and known in minutes.
    let units = match account.terms.policy.unit {
        UsageUnit::Call => 1,
        UsageUnit::AttendanceSecond => 60,
    };
    let begun_at = known.history.known().end;
    let usage = course.hours.iter().filter_map(|hour| {
        let (resource, project) = hour.of;
        let is_begun = |(of, _): &&(Of, u64)| hour.at == begun_at && *of == hour.of;
        let told = known.begun.iter().find(is_begun).map_or(0, |(_, amount)| *amount);
        let count = hour.amount.saturating_sub(told).saturating_mul(units);
        (count > 0).then_some(Usage {
            resource: account.resource(resource)?.key.clone(),
            project: account.project(project).to_owned(),
            occurred_at: hour.at,
            count,
            status: 200,
        })
    });
    let lived = account.live(usage, until)?;
    Ok(Future { like: course.like, used: course.used, lived })
}

/// This month's bill, what the books hold of it, and what it comes to.
///
/// # Errors
/// That the books cannot be read, or a sum leaves the range of cents.
pub async fn this_bill(
    books: &Books,
    loaded: &Loaded,
    foresight: &Foresight,
) -> Result<(Month, Money, Option<BillAhead>), AppError> {
    let month = loaded.account.terms.policy.zone.month(foresight.now());
    let totals = books.ledger().bill_totals(loaded.header.id, month).await?;
    let so_far = Money::sum(totals.iter().map(|total| total.due)).map_err(Refusal::from)?;
    Ok((month, so_far, foresight.bill(month, so_far)?))
}

/// What of the price of a package so many of its units cost, rounded half up to cents.
fn share(price: Money, units: u64, quota: u64) -> Money {
    let quota = i128::from(quota.max(1));
    let cents = (i128::from(price.cents()) * i128::from(units) * 2 + quota) / (quota * 2);
    Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX))
}
