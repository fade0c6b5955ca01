//! The amortised view of bills: what is used costs on its day, what is prepaid on the days it pays for (H-125, T-65).

use std::collections::BTreeMap;

use billing::{
    ChargeAmount, Derivation, Money, Value,
    bill::{
        Line,
        amortise::{self, Part, Parts, day_of_usage},
    },
    money::Overflow,
    zone::Month,
};
use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::{
    Books,
    books::Loaded,
    error::AppError,
    ledger::{LedgerError, LineFilter, Page},
};

/// What a day or a month costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Pay-per-use as it moved, less corrections.
    pub usage: ChargeAmount,
    /// Shares of packages bought, renewed and given back, by their line.
    pub packages: BTreeMap<usize, Part>,
}

/// What every day of a month costs, or every month.
#[derive(Clone, Debug)]
pub struct Amortised {
    /// Oldest first; a month goes by its first day.
    pub costs: BTreeMap<NaiveDate, Cost>,
    /// Shares of days after the account's today, by line: paid, and not cost yet.
    pub later: BTreeMap<usize, Part>,
    /// Purchases, renewals and refunds of the account, oldest first.
    pub lines: Vec<Line>,
}

impl Cost {
    /// What packages cost.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn of_packages(&self) -> Result<ChargeAmount, Overflow> {
        sum_of(&self.packages)
    }

    /// Pay-per-use and packages.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn total(&self) -> Result<ChargeAmount, Overflow> {
        self.usage.checked_add(self.of_packages()?)
    }
}

impl Amortised {
    /// Everything that is shown, together.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn total(&self) -> Result<ChargeAmount, Overflow> {
        self.costs.values().try_fold(ChargeAmount::ZERO, |sum, cost| sum.checked_add(cost.total()?))
    }

    /// What is paid and not cost yet.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn of_later(&self) -> Result<ChargeAmount, Overflow> {
        sum_of(&self.later)
    }

    /// Why shares come to what they do: line by line.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn because(&self, loaded: &Loaded, parts: &BTreeMap<usize, Part>) -> Result<Derivation, Overflow> {
        let policy = &loaded.account.terms.policy;
        let rule = amortise::rule(policy);
        let mut because = Derivation::new("amortised-packages", rule, Value::Charge(sum_of(parts)?));
        for (line, part) in parts.iter().filter_map(|(number, part)| Some((self.lines.get(*number)?, part))) {
            let name = line.package.and_then(|package| loaded.account.package(package));
            let name = name.map_or("", |package| package.sku.as_str());
            because = because
                .with("package", Value::Name(name.to_owned()))
                .resting_on("of-it", part.because(policy, line, name)?);
        }
        Ok(because)
    }
}

fn sum_of(parts: &BTreeMap<usize, Part>) -> Result<ChargeAmount, Overflow> {
    parts.values().try_fold(ChargeAmount::ZERO, |sum, part| sum.checked_add(part.amount))
}

/// What each month costs, up to the account's today: later shares are not cost yet.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn months(books: &Books, loaded: &Loaded) -> Result<Amortised, AppError> {
    let mut costs: BTreeMap<NaiveDate, Cost> = BTreeMap::new();
    for bill in books.ledger().bills(loaded.header.id, Page::first(u32::MAX)).await?.rows {
        let moved = Money::sum([bill.charges, bill.corrections]).map_err(too_large)?;
        costs.entry(first_of(bill.month)).or_default().usage = ChargeAmount::from_money(moved);
    }
    let (parts, lines) = shares(books, loaded, |day| day.with_day(1).unwrap_or(day)).await?;
    let mut amortised = Amortised { costs, later: BTreeMap::new(), lines };
    place(&mut amortised, parts, |_| true);
    Ok(amortised)
}

/// What each day of a month costs, up to the account's today. Usage of an earlier month whose money moved too late for
/// that month's bill costs on the day it moved.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn days(books: &Books, loaded: &Loaded, month: Month) -> Result<Amortised, AppError> {
    let zone = loaded.account.terms.policy.zone;
    let (ledger, id) = (books.ledger(), loaded.header.id);
    let is_of_month = |day: NaiveDate| (day.year(), day.month()) == (month.year, month.month);
    let (mut costs, mut elsewhere) = (BTreeMap::<NaiveDate, Cost>::new(), Vec::new());
    for line in ledger.bill_lines(id, month, None, Page::first(u32::MAX)).await?.rows {
        let day = zone.date(line.day);
        if is_of_month(day) {
            add_usage(&mut costs, day, line.due)?;
        } else if !elsewhere.contains(&line.day) {
            elsewhere.push(line.day);
        }
    }
    for midnight in elsewhere {
        let spent = Some(midnight..midnight + TimeDelta::days(1));
        let filter = LineFilter { spent, ..LineFilter::default() };
        for line in ledger.lines(id, &loaded.account, month, &filter, Page::first(u32::MAX)).await?.rows {
            if !line.kind.is_prepaid() {
                add_usage(&mut costs, day_of_usage(zone, &line), line.amounts.moved)?;
            }
        }
    }
    let (parts, lines) = shares(books, loaded, |day| day).await?;
    let mut amortised = Amortised { costs, later: BTreeMap::new(), lines };
    place(&mut amortised, parts, is_of_month);
    Ok(amortised)
}

/// What packages cost, by stretch; `None` is after the account's today.
async fn shares(
    books: &Books,
    loaded: &Loaded,
    stretch: impl Fn(NaiveDate) -> NaiveDate,
) -> Result<(Parts<Option<NaiveDate>>, Vec<Line>), AppError> {
    let account = &loaded.account;
    let policy = &account.terms.policy;
    let today = policy.zone.date(account.now);
    let lines = books.ledger().prepaid_lines(loaded.header.id, account).await?;
    let parts = amortise::by_stretch(policy, &lines, |day| (day <= today).then(|| stretch(day)));
    Ok((parts.map_err(too_large)?, lines))
}

fn place(amortised: &mut Amortised, parts: Parts<Option<NaiveDate>>, is_shown: impl Fn(NaiveDate) -> bool) {
    for (stretch, parts) in parts {
        match stretch {
            None => amortised.later = parts,
            Some(day) if is_shown(day) => amortised.costs.entry(day).or_default().packages = parts,
            Some(_) => {}
        }
    }
}

fn add_usage(costs: &mut BTreeMap<NaiveDate, Cost>, day: NaiveDate, moved: Money) -> Result<(), AppError> {
    let cost = costs.entry(day).or_default();
    cost.usage = cost.usage.checked_add(ChargeAmount::from_money(moved)).map_err(too_large)?;
    Ok(())
}

fn first_of(month: Month) -> NaiveDate {
    NaiveDate::from_ymd_opt(month.year, month.month, 1).unwrap_or_default()
}

fn too_large(_: Overflow) -> AppError {
    LedgerError::TooLarge.into()
}
