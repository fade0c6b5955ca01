//! The amortised view of bills: what is prepaid costs on the days it pays for.

use std::collections::BTreeMap;

use app::{
    amortised::{self, Amortised, Cost},
    books::Loaded,
    explain::total_of,
    ledger::{BillMonth, Page},
};
use billing::{Derivation, Money, Value, bill::amortise, zone::Month};
use chrono::{Datelike as _, NaiveDate};

use crate::{
    App, IpcError, convert,
    dto::amortised::{AmortisedQuery, AmortisedView, CostPart, CostRow},
};

/// What each month costs, or each day of one.
///
/// # Errors
/// [`IpcError`] `invalid_value`, or that the books cannot be read.
pub async fn amortised(app: &App, query: AmortisedQuery) -> Result<AmortisedView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let month = query.month.as_deref().map(convert::month).transpose()?;
    let amortised = match month {
        None => amortised::months(app.books(), &loaded).await?,
        Some(month) => amortised::days(app.books(), &loaded, month).await?,
    };
    let cash = match month {
        None => cash_by_month(app, &loaded).await?,
        Some(_) => BTreeMap::new(),
    };
    let shown = Shown { loaded: &loaded, amortised: &amortised };
    let mut rows = Vec::with_capacity(amortised.costs.len());
    for (day, cost) in &amortised.costs {
        let when = match month {
            None => Month { year: day.year(), month: day.month() }.to_string(),
            Some(_) => loaded.account.terms.policy.zone.midnight(*day).timestamp().to_string(),
        };
        let moved = || Derivation::new("bill-total", "H-97", Value::Money(Money::ZERO));
        let moved = month.is_none().then(|| cash.get(day).cloned().unwrap_or_else(moved));
        rows.push(shown.row(when, cost, moved.as_ref())?);
    }
    if month.is_none() {
        rows.reverse();
    }
    let later = shown.part(&amortised.because(&loaded, &amortised.later)?)?;
    let moved = month.is_none().then(|| all_cash(&cash)).transpose()?;
    Ok(AmortisedView {
        as_of: convert::seconds(super::now(app, &loaded)),
        rows,
        total: shown.total(moved.as_ref())?,
        later,
    })
}

/// What moved in each month, by its first day.
async fn cash_by_month(app: &App, loaded: &Loaded) -> Result<BTreeMap<NaiveDate, Derivation>, IpcError> {
    let months = app.books().ledger().bills(loaded.header.id, Page::first(u32::MAX)).await?.rows;
    let total = |bill: &BillMonth| {
        let day = NaiveDate::from_ymd_opt(bill.month.year, bill.month.month, 1).unwrap_or_default();
        Ok((day, total_of(bill)?))
    };
    months.iter().map(total).collect()
}

/// What moved in all of them.
fn all_cash(cash: &BTreeMap<NaiveDate, Derivation>) -> Result<Derivation, IpcError> {
    let money = |because: &Derivation| match because.result {
        Value::Money(money) => money,
        _ => Money::ZERO,
    };
    let total = Money::sum(cash.values().map(money))?;
    let because = Derivation::new("amortised-cash", "H-97", Value::Money(total));
    Ok(cash.iter().fold(because, |because, (day, month)| {
        let name = Month { year: day.year(), month: day.month() }.to_string();
        because.with("month", Value::Name(name)).resting_on("of-it", month.clone())
    }))
}

struct Shown<'a> {
    loaded: &'a Loaded,
    amortised: &'a Amortised,
}

impl Shown<'_> {
    fn part(&self, because: &Derivation) -> Result<CostPart, IpcError> {
        let rounded = match because.result {
            Value::Charge(amount) => Money::from_charge(amount)?,
            Value::Money(money) => money,
            _ => Money::ZERO,
        };
        let why = convert::why(because, &self.loaded.account.terms.policy);
        Ok(CostPart { amount: why.result.text.clone(), rounded: rounded.to_string(), why })
    }

    fn row(&self, when: String, cost: &Cost, cash: Option<&Derivation>) -> Result<CostRow, IpcError> {
        let rule = amortise::rule(&self.loaded.account.terms.policy);
        let usage = Derivation::new("amortised-usage", rule, Value::Charge(cost.usage));
        let packages = self.amortised.because(self.loaded, &cost.packages)?;
        let both = Derivation::new("amortised-cost", rule, Value::Charge(cost.total()?))
            .resting_on("billed-money", usage.clone())
            .resting_on("packages-spread", packages.clone());
        Ok(CostRow {
            when,
            usage: self.part(&usage)?,
            packages: self.part(&packages)?,
            cost: self.part(&both)?,
            cash: cash.map(|cash| self.part(cash)).transpose()?,
        })
    }

    /// All rows together.
    fn total(&self, cash: Option<&Derivation>) -> Result<CostRow, IpcError> {
        let mut total = Cost::default();
        for cost in self.amortised.costs.values() {
            total.usage = total.usage.checked_add(cost.usage)?;
            for (line, part) in &cost.packages {
                let sum = total.packages.entry(*line).or_default();
                sum.amount = sum.amount.checked_add(part.amount)?;
                sum.shares = sum.shares.saturating_add(part.shares);
            }
        }
        self.row(String::new(), &total, cash)
    }
}
