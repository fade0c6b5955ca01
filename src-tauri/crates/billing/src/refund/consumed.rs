//! What was consumed of an order, in the ways that policies price it (H-132, T-44).

use chrono::{Months, TimeDelta};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{
    Cycle, Derivation, Derived, Instant, Money, Refusal, Value,
    explain::Reasons,
    price::ConsumptionPrices,
    rating::{self, PricedCalls},
    zone::Zone,
};

const HALF_UP: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

/// The time of an order, and how far it was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The zone in which hours and months begin.
    pub zone: Zone,
    /// First second.
    pub starts_at: Instant,
    /// Last second.
    pub ends_at: Instant,
    /// When it is given back.
    pub at: Instant,
}

impl Stretch {
    pub(super) fn of(zone: Zone, (first, last): (&Cycle, &Cycle), at: Instant) -> Self {
        Self { zone, starts_at: first.starts_at, ends_at: last.ends_at, at }
    }

    /// Hours of the order: from the whole hour of its start; its last second is the end of an hour (H-132).
    #[must_use]
    pub fn ordered(&self) -> TimeDelta {
        self.ends_at + TimeDelta::seconds(1) - self.hour(self.starts_at)
    }

    /// Hours used: from the whole hour of the start to the whole hour of giving it back (H-132).
    #[must_use]
    pub fn used(&self) -> TimeDelta {
        (self.hour(self.at) - self.hour(self.starts_at)).clamp(TimeDelta::zero(), self.ordered())
    }

    fn hour(&self, at: Instant) -> Instant {
        self.zone.period_start(at, TimeDelta::hours(1))
    }

    /// The instant so many months after the start: the same day and time, clamped to the month's end.
    fn after(&self, months: Months) -> Option<Instant> {
        let day = self.zone.date(self.starts_at);
        let time = self.starts_at - self.zone.midnight(day);
        Some(self.zone.midnight(day.checked_add_months(months)?) + time)
    }

    pub(super) fn is_longer_than(&self, months: Months) -> bool {
        self.after(months).is_some_and(|end| end < self.at)
    }

    /// Full months used, and how long after them.
    fn months_and_rest(&self) -> (u32, TimeDelta) {
        let full = |months: &u32| self.after(Months::new(*months)).is_some_and(|end| end <= self.at);
        let months = (1..=1200).take_while(full).last().unwrap_or(0);
        let rest = self.after(Months::new(months)).map_or(TimeDelta::zero(), |from| self.at - from);
        (months, rest.max(TimeDelta::zero()))
    }
}

/// Whole hours used of the whole hours ordered, of what was paid (H-132).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn by_hours(paid: Money, stretch: &Stretch) -> Result<Derived<Money>, Refusal> {
    let (used, ordered) = (stretch.used().num_hours(), stretch.ordered().num_hours());
    let value = share_of(paid, used.into(), ordered.max(1).into())?;
    let because = Derivation::new("consumed-hours", "H-132", Value::Money(value))
        .with("paid", Value::Money(paid))
        .with("used-hours", Value::Number(used.into()))
        .with("ordered-hours", Value::Number(ordered.into()));
    Ok(Derived { value, because })
}

/// Full months at the monthly price, with the discount of so many months, and the hours after them, each started one
/// whole, at the pay-per-use price (T-44, 1).
///
/// # Errors
/// [`Refusal::NoPrice`] without a monthly or an hourly price; [`Refusal::TooLarge`] beyond the range of cents.
pub fn by_months(prices: &ConsumptionPrices, stretch: &Stretch) -> Result<Derived<Money>, Refusal> {
    let monthly = prices.monthly.filter(|_| !prices.hourly.is_empty()).ok_or(Refusal::NoPrice)?;
    let (months, rest) = stretch.months_and_rest();
    let hours = started(rest, TimeDelta::hours(1));
    let discount = prices.discounts.iter().filter(|(from, _)| *from <= months).max_by_key(|(from, _)| *from);
    let discount = discount.map_or(Decimal::ONE, |(_, factor)| *factor);
    let full = share_of(monthly.checked_mul(months)?, discount, Decimal::ONE)?;
    let mut because = Derivation::new("consumed-months", "T-44", Value::Money(Money::ZERO))
        .with("months", Value::Number(months.into()))
        .with("monthly-price", Value::Money(monthly))
        .with("discount", Value::Number(discount))
        .with("hours", Value::Number(hours.into()));
    let mut exact = Vec::new();
    for tiers in &prices.hourly {
        let parts = rating::graduate(tiers, 0, hours, Reasons::NONE);
        for part in &parts {
            because = because.with("unit-price", Value::UnitPrice(part.unit_price));
        }
        exact.extend(parts);
    }
    let value = full.checked_add(Money::from_charge(rating::amount_of(&exact)?)?)?;
    because.result = Value::Money(value);
    Ok(Derived { value, because })
}

/// Days used, a started day whole: at the price of a day, or else of all days of the order its price (T-44, 2).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn by_days(daily: Option<Money>, price: Money, stretch: &Stretch) -> Result<Derived<Money>, Refusal> {
    let day = TimeDelta::days(1);
    let ordered = started(stretch.ends_at + TimeDelta::seconds(1) - stretch.starts_at, day).max(1);
    let used = started(stretch.at - stretch.starts_at, day).min(ordered);
    let because = Derivation::new("consumed-days", "T-44", Value::Money(Money::ZERO))
        .with("days", Value::Number(used.into()));
    let (value, mut because) = match daily {
        Some(daily) => {
            let used = u32::try_from(used).map_err(|_| Refusal::TooLarge)?;
            (daily.checked_mul(used)?, because.with("daily-price", Value::Money(daily)))
        }
        None => {
            let because = because
                .with("ordered-days", Value::Number(ordered.into()))
                .with("package-price", Value::Money(price));
            (share_of(price, used.into(), ordered.into())?, because)
        }
    };
    because.result = Value::Money(value);
    Ok(Derived { value, because })
}

/// The quantity used at the price of the tier it falls in (T-44, 3).
///
/// # Errors
/// [`Refusal::NoPrice`] without such a tier; [`Refusal::TooLarge`] beyond the range of cents.
pub fn by_quantity(prices: &ConsumptionPrices, used: u64) -> Result<Derived<Money>, Refusal> {
    let tier = prices.per_unit.iter().find(|tier| tier.up_to.is_none_or(|up_to| used <= up_to));
    let unit_price = tier.ok_or(Refusal::NoPrice)?.unit_price;
    let all = PricedCalls { unit_price, calls: used, reasons: Reasons::NONE };
    let value = Money::from_charge(rating::amount_of(&[all])?)?;
    let because = Derivation::new("consumed-quantity", "T-44", Value::Money(value))
        .with("used", Value::Number(used.into()))
        .with("unit-price", Value::UnitPrice(unit_price));
    Ok(Derived { value, because })
}

/// How many of a length have begun in a time.
fn started(time: TimeDelta, length: TimeDelta) -> u64 {
    let (time, length) = (time.num_seconds().max(0), length.num_seconds().max(1));
    u64::try_from((time + length - 1) / length).unwrap_or(0)
}

/// An amount × part ÷ whole, half up to cents.
pub(super) fn share_of(amount: Money, part: Decimal, whole: Decimal) -> Result<Money, Refusal> {
    let cents = Decimal::from(amount.cents());
    let exact =
        cents.checked_mul(part).and_then(|exact| exact.checked_div(whole)).ok_or(Refusal::TooLarge)?;
    Ok(Money::from_cents(exact.round_dp_with_strategy(0, HALF_UP).try_into().map_err(|_| Refusal::TooLarge)?))
}
