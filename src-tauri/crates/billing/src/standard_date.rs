//! Renewals aligned to one day of the month, and what the extra days cost (H-119, T-51).

use chrono::{Datelike as _, Months, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{Derivation, Derived, Money, Refusal, Value, zone::Term};

/// How a policy aligns renewals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlignPolicy {
    /// The day of the month, unless the customer chooses one.
    pub default_day: u32,
    /// What a day beyond the term costs.
    pub day_price: DayPrice,
}

/// What a day beyond the term costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPrice {
    /// The price of a year ÷ 365 (H-119).
    YearBy365,
    /// The price of a month ÷ 30 (T-51).
    MonthBy30,
}

impl DayPrice {
    /// The rule that says so.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::YearBy365 => "H-119",
            Self::MonthBy30 => "T-51",
        }
    }
}

/// The first chosen day of a month on or after a date; a month that is too short ends on its last day.
///
/// ```
/// # use billing::standard_date::on_or_after;
/// let date = |text: &str| text.parse().unwrap();
/// assert_eq!(on_or_after(date("2024-05-05"), 20), Some(date("2024-05-20")));
/// assert_eq!(on_or_after(date("2024-05-20"), 20), Some(date("2024-05-20")));
/// assert_eq!(on_or_after(date("2024-05-21"), 20), Some(date("2024-06-20")));
/// assert_eq!(on_or_after(date("2024-02-05"), 31), Some(date("2024-02-29")));
/// ```
#[must_use]
pub fn on_or_after(date: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = date.with_day(1)?;
    let in_month = |first: NaiveDate| (1..=day).rev().find_map(|day| first.with_day(day));
    in_month(first)
        .filter(|chosen| date <= *chosen)
        .or_else(|| in_month(first.checked_add_months(Months::new(1))?))
}

/// What days beyond a term cost, half up to cents.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn extra_days(price: Money, term: Term, days: i64, rule: DayPrice) -> Result<Derived<Money>, Refusal> {
    let (of_term, by) = match (term, rule) {
        // The price of a day × 12 months of it ÷ 365, in one division.
        (Term::Months(months), DayPrice::YearBy365) => (12, i64::from(months) * 365),
        (Term::Months(months), DayPrice::MonthBy30) => (1, i64::from(months) * 30),
        (Term::Days(days), _) => (1, i64::from(days)),
    };
    let exact = Decimal::from(price.cents())
        .checked_mul(Decimal::from(of_term))
        .and_then(|exact| exact.checked_mul(Decimal::from(days)))
        .and_then(|exact| exact.checked_div(Decimal::from(by.max(1))))
        .ok_or(Refusal::TooLarge)?;
    let cents = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let value = Money::from_cents(cents.try_into().map_err(|_| Refusal::TooLarge)?);
    let formula = match rule {
        DayPrice::YearBy365 => "extra-days-of-a-year",
        DayPrice::MonthBy30 => "extra-days-of-a-month",
    };
    let because = Derivation::new(formula, rule.rule(), Value::Money(value))
        .with("offer-price", Value::Money(price))
        .with("term", Value::Name(term.to_string()))
        .with("extra-days", Value::Number(days.into()));
    Ok(Derived { value, because })
}
