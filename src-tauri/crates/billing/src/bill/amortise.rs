//! The amortised view: what is prepaid is spread over the days it pays for, what is used costs on its day (H-125, T-65).

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{Line, LineKind};
use crate::{
    ChargeAmount, Derivation, Instant, PackageId, Policy, Value, money::Overflow, policy::ResourceKind,
    zone::Zone,
};

/// What a line costs on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The day, at the provider.
    pub day: NaiveDate,
    /// Its cost.
    pub amount: ChargeAmount,
}

/// How an order is spread, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The first day that carries a share.
    pub first: NaiveDate,
    /// On how many days: the whole days of its validity, at least one.
    pub days: u32,
    /// What each day but the last carries; the last carries what is left.
    pub daily: ChargeAmount,
}

/// The day on which usage costs: that of the use, unless the bill is of a later month; then that of the transaction
/// (H-125, with the months of H-92 as Z-16 decides).
#[must_use]
pub fn day_of_usage(zone: Zone, line: &Line) -> NaiveDate {
    if zone.month(line.spent.0) == line.bill { zone.date(line.spent.0) } else { zone.date(line.moved_at) }
}

/// How an amount paid for a validity is spread: over its whole days, in shares that are cut at the policy's decimals.
///
/// A year from 19 April 10:00 to 19 April 23:59:59 has 365 whole days: the last day only completes the first. When a share
/// is less than the smallest amount, that amount is booked daily from the next day on until nothing is left (T-65).
///
/// # Errors
/// [`Overflow`] beyond the range that can be kept exactly.
pub fn spread(
    policy: &Policy,
    amount: ChargeAmount,
    (from, until): (Instant, Instant),
) -> Result<Spread, Overflow> {
    let whole = (until - from + chrono::TimeDelta::seconds(1)).num_days().max(1);
    let days = u32::try_from(whole).map_err(|_| Overflow)?;
    let first = policy.zone.date(from);
    let amount = amount.units()?;
    let smallest = 10_i64.checked_pow(8 - policy.bill.amortised_decimals.min(8)).ok_or(Overflow)?;
    let daily = amount / i64::from(days) / smallest * smallest;
    if daily != 0 || amount == 0 {
        return Ok(Spread { first, days, daily: ChargeAmount::from_units(daily) });
    }
    let pieces = u32::try_from((amount.abs() + smallest - 1) / smallest).map_err(|_| Overflow)?;
    let first = first.checked_add_days(Days::new(1)).ok_or(Overflow)?;
    Ok(Spread { first, days: pieces, daily: ChargeAmount::from_units(smallest * amount.signum()) })
}

impl Spread {
    /// The shares of an amount, oldest first. They sum to it.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn shares(&self, amount: ChargeAmount) -> Result<Vec<Share>, Overflow> {
        let (mut rest, mut shares) = (amount, Vec::new());
        for index in 0..self.days {
            let day = self.first.checked_add_days(Days::new(index.into())).ok_or(Overflow)?;
            let share = if index + 1 == self.days { rest } else { self.daily };
            rest = rest.checked_sub(share)?;
            shares.push(Share { day, amount: share });
        }
        Ok(shares)
    }
}

/// What prepaid lines – orders and refunds, oldest first – cost by package and day.
///
/// Shares of days before an order was paid are booked on the day of the payment; on a refund, what is not amortised yet
/// and the refund land on its day (H-125).
///
/// # Errors
/// [`Overflow`] beyond the range that can be kept exactly.
pub fn prepaid(
    policy: &Policy,
    lines: &[Line],
) -> Result<BTreeMap<(PackageId, NaiveDate), Vec<Booked>>, Overflow> {
    let mut booked: BTreeMap<(PackageId, NaiveDate), Vec<Booked>> = BTreeMap::new();
    let refunds: Vec<&Line> = lines.iter().filter(|line| line.kind == LineKind::Refund).collect();
    for (number, line) in lines.iter().enumerate() {
        let Some(package) = line.package else { continue };
        let paid_on = policy.zone.date(line.moved_at);
        let mut book = |day, kind, amount| {
            booked.entry((package, day)).or_default().push(Booked { kind, amount, line: number });
        };
        let Some(valid) = spread_over(line) else {
            book(paid_on, line.kind, line.amounts.due);
            continue;
        };
        let refund = refunds.iter().find(|refund| ends(refund, line, valid));
        let until = refund.map(|refund| policy.zone.date(refund.moved_at));
        for share in spread(policy, line.amounts.due, valid)?.shares(line.amounts.due)? {
            let day = share.day.max(paid_on);
            book(until.map_or(day, |until| day.min(until)), line.kind, share.amount);
        }
    }
    Ok(booked)
}

/// What an order is spread over; a refund is not spread, whatever it gives back.
fn spread_over(line: &Line) -> Option<(Instant, Instant)> {
    line.valid.filter(|_| line.kind != LineKind::Refund)
}

/// Whether a refund gives an order back: all orders of its package, or the renewals in the time that it names.
fn ends(refund: &Line, order: &Line, (from, until): (Instant, Instant)) -> bool {
    let holds = refund.valid.is_none_or(|valid| valid.0 <= from && until <= valid.1);
    refund.package == order.package && order.moved_at <= refund.moved_at && holds
}

/// What one line costs on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// Purchase, renewal, automatic renewal or refund.
    pub kind: LineKind,
    /// Its share.
    pub amount: ChargeAmount,
    /// Which of the lines, from 0.
    pub line: usize,
}

/// What one line costs in a stretch of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its shares there, together.
    pub amount: ChargeAmount,
    /// How many shares.
    pub shares: u32,
}

/// Parts of lines – by their number – in stretches of days.
pub type Parts<Stretch> = BTreeMap<Stretch, BTreeMap<usize, Part>>;

/// What prepaid lines cost in stretches of days, each by the lines it is of: a day's stretch is what `stretch` says.
///
/// # Errors
/// [`Overflow`] beyond the range that can be kept exactly.
pub fn by_stretch<Stretch: Ord>(
    policy: &Policy,
    lines: &[Line],
    stretch: impl Fn(NaiveDate) -> Stretch,
) -> Result<Parts<Stretch>, Overflow> {
    let mut parts: Parts<Stretch> = BTreeMap::new();
    for ((_, day), booked) in prepaid(policy, lines)? {
        let of_stretch = parts.entry(stretch(day)).or_default();
        for booked in booked {
            let part = of_stretch.entry(booked.line).or_default();
            part.amount = part.amount.checked_add(booked.amount)?;
            part.shares = part.shares.saturating_add(1);
        }
    }
    Ok(parts)
}

impl Part {
    /// Why the line – of the package `name` – costs so much there.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range that can be kept exactly.
    pub fn because(&self, policy: &Policy, line: &Line, name: &str) -> Result<Derivation, Overflow> {
        let rule = rule(policy);
        let result = Value::Charge(self.amount);
        let Some(valid) = spread_over(line) else {
            return Ok(Derivation::new("amortised-refund", rule, result)
                .with("package", Value::Name(name.to_owned()))
                .with("given-back-at", Value::Instant(line.moved_at)));
        };
        let spread = spread(policy, line.amounts.due, valid)?;
        Ok(Derivation::new("amortised-share", rule, result)
            .with("package", Value::Name(name.to_owned()))
            .with("paid", Value::Charge(line.amounts.due))
            .with("ordered-days", Value::Number(spread.days.into()))
            .with("daily-share", Value::Charge(spread.daily))
            .with("shares-here", Value::Number(self.shares.into())))
    }
}

/// The rule of the amortised view, by the provider.
#[must_use]
pub const fn rule(policy: &Policy) -> &'static str {
    match policy.resources {
        ResourceKind::Regions => "H-125",
        ResourceKind::Applications { .. } => "T-65",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Charge, ChargeId, Money, OpenKey, ProjectId, ResourceId, Terms,
        bill::{Amounts, Origin, PaidBy, month_of},
        zone::{Month, parse_instant},
    };

    fn at(text: &str) -> Instant {
        parse_instant(text).unwrap()
    }

    fn policy(decimals: u32) -> Policy {
        let mut policy = Terms::example().policy;
        policy.bill.amortised_decimals = decimals;
        policy
    }

    fn money(text: &str) -> ChargeAmount {
        ChargeAmount::from_money(Money::parse(text).unwrap())
    }

    fn line(kind: LineKind, amount: &str, moved_at: &str, valid: Option<(&str, &str)>) -> Line {
        let moved = Money::parse(amount).unwrap();
        let by = PaidBy { balance: moved, ..PaidBy::default() };
        Line {
            origin: Origin::Order(0),
            kind,
            bill: Month { year: 2021, month: 6 },
            resource: Some(ResourceId(0)),
            project: None,
            package: Some(PackageId(0)),
            spent: (at(moved_at), at(moved_at)),
            valid: valid.map(|(from, until)| (at(from), at(until))),
            moved_at: at(moved_at),
            quantity: 1,
            from_packages: 0,
            parts: Vec::new(),
            amounts: Amounts::paid(ChargeAmount::from_money(moved), moved, by, Money::ZERO),
        }
    }

    /// Two dollars of usage of an hour, settled at an instant.
    fn usage(period: &str, settles_at: &str) -> Line {
        let (period, settles_at) = (at(period), at(settles_at));
        let terms = Terms::example();
        let charge = Charge {
            id: ChargeId(0),
            key: OpenKey { settles_at, period, resource: ResourceId(0), project: ProjectId(0) },
            from_packages: 0,
            parts: Vec::new(),
            amount: money("2"),
            due: Money::from_cents(200),
            from_balance: Money::from_cents(200),
            vouchers: Vec::new(),
            from_credit: Money::ZERO,
            owed: Money::ZERO,
            bill: month_of(&terms.policy, period, settles_at),
        };
        Line::of_charge(&terms, &charge, Money::ZERO).unwrap()
    }

    /// Without zeros at the end.
    fn short(amount: ChargeAmount) -> String {
        amount.to_string().trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    fn days(booked: &BTreeMap<(PackageId, NaiveDate), Vec<Booked>>) -> Vec<(String, Vec<String>)> {
        let amounts = |booked: &Vec<Booked>| booked.iter().map(|one| short(one.amount)).collect();
        booked.iter().map(|((_, day), booked)| (day.to_string(), amounts(booked))).collect()
    }

    #[test]
    fn usage_costs_on_the_day_of_use_as_long_as_its_bill_is_of_that_month() {
        let zone = Terms::example().policy.zone;
        let day = |period, settles_at| day_of_usage(zone, &usage(period, settles_at)).to_string();
        assert_eq!(day("2021-06-10T23:00:00+08:00", "2021-06-11T00:53:30+08:00"), "2021-06-10");
        // Z-16: the guide says 1 July, from before the day-1 rule of H-92; by that rule the bill is June's.
        assert_eq!(day("2021-06-30T23:00:00+08:00", "2021-07-01T00:53:30+08:00"), "2021-06-30");
        assert_eq!(day("2021-06-30T23:00:00+08:00", "2021-07-02T00:00:00+08:00"), "2021-07-02");
    }

    #[test]
    fn sixty_for_thirty_days_are_two_a_day() {
        let valid = (at("2021-06-01T00:00:00+08:00"), at("2021-06-30T23:59:59+08:00"));
        let spread = spread(&policy(8), money("60"), valid).unwrap();
        assert_eq!((spread.days, spread.daily), (30, money("2")));
        let shares = spread.shares(money("60")).unwrap();
        assert_eq!(shares.last().map(|share| share.day.to_string()).as_deref(), Some("2021-06-30"));
        assert!(shares.iter().all(|share| share.amount == money("2")));
    }

    #[test]
    fn a_share_is_cut_at_the_decimals_of_the_policy() {
        let valid = (at("2021-06-01T00:00:00+08:00"), at("2021-06-30T23:59:59+08:00"));
        let spread = spread(&policy(2), money("100"), valid).unwrap();
        // 100 ÷ 30 = 3.333…; 29 × 3.33 = 96.57.
        assert_eq!((spread.days, spread.daily), (30, money("3.33")));
        assert_eq!(spread.shares(money("100")).unwrap()[29].amount, money("3.43"));
    }

    #[test]
    fn a_refund_on_day_three_books_the_rest_and_the_refund() {
        let valid = Some(("2021-06-01T00:00:00+08:00", "2021-06-30T23:59:59+08:00"));
        let order = line(LineKind::Purchase, "60.00", "2021-06-01T00:00:00+08:00", valid);
        let refund = line(LineKind::Refund, "-56.00", "2021-06-03T12:00:00+08:00", None);
        let booked = prepaid(&policy(8), &[order, refund]).unwrap();
        let by_day = booked.iter().map(|((_, day), booked)| {
            let sum = |kind| {
                let of = booked.iter().filter(|booked| booked.kind == kind);
                short(of.fold(ChargeAmount::ZERO, |sum, one| sum.checked_add(one.amount).unwrap()))
            };
            (day.to_string(), sum(LineKind::Purchase), sum(LineKind::Refund))
        });
        let expected = [("2021-06-01", "2", "0"), ("2021-06-02", "2", "0"), ("2021-06-03", "56", "-56")];
        let expected =
            expected.map(|(day, order, refund)| (day.to_owned(), order.to_owned(), refund.to_owned()));
        assert_eq!(by_day.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn e_32_a_share_below_a_cent_is_a_cent_a_day_from_the_next_day_on() {
        let valid = Some(("2024-03-01T09:00:00+08:00", "2024-04-01T23:59:59+08:00"));
        let order = line(LineKind::Purchase, "0.05", "2024-03-01T09:00:00+08:00", valid);
        let booked = prepaid(&policy(2), &[order]).unwrap();
        let expected =
            ["02", "03", "04", "05", "06"].map(|day| (format!("2024-03-{day}"), vec!["0.01".to_owned()]));
        assert_eq!(days(&booked), expected);
    }

    #[test]
    fn a_year_has_365_shares_and_the_last_one_carries_the_rest() {
        // From the payment second to the same day next year: the last day only completes the first.
        let first = (at("2022-04-19T10:30:00+08:00"), at("2023-04-19T23:59:59+08:00"));
        let amount = money("15");
        let of_first = spread(&policy(8), amount, first).unwrap();
        assert_eq!(of_first.days, 365);
        let shares = of_first.shares(amount).unwrap();
        // 15 ÷ 365 = 0.041095890…; 364 × 0.04109589 = 14.95890396.
        assert_eq!(shares[0].amount.to_string(), "0.04109589");
        assert_eq!(shares[364].amount.to_string(), "0.04109604");
        assert_eq!(shares[364].day.to_string(), "2023-04-18");
        // The next cycle begins at midnight; in a leap year it has 366.
        let next = (at("2023-04-20T00:00:00+08:00"), at("2024-04-19T23:59:59+08:00"));
        assert_eq!(spread(&policy(8), amount, next).unwrap().days, 366);
    }

    #[test]
    fn the_parts_of_all_months_sum_to_the_price_and_say_why() {
        // 15.00 for 365 days from 19 April: 12 days of April at 0.04109589 are 0.49315068.
        let valid = Some(("2022-04-19T10:30:00+08:00", "2023-04-19T23:59:59+08:00"));
        let order = line(LineKind::Purchase, "15.00", "2022-04-19T10:30:00+08:00", valid);
        let lines = [order];
        let policy = policy(8);
        let months = by_stretch(&policy, &lines, |day| day.format("%Y-%m").to_string()).unwrap();
        assert_eq!(months.len(), 13);
        let april = months["2022-04"][&0];
        assert_eq!((april.amount.to_string(), april.shares), ("0.49315068".to_owned(), 12));
        // 18 days of the last April: 17 × 0.04109589 and the last one, 0.04109604.
        assert_eq!(months["2023-04"][&0].amount.to_string(), "0.73972617");
        let parts = months.values().flat_map(BTreeMap::values);
        let sum = parts.fold(ChargeAmount::ZERO, |sum, part| sum.checked_add(part.amount).unwrap());
        assert_eq!(sum, money("15"));
        let because = april.because(&policy, &lines[0], "passport-1k").unwrap();
        assert_eq!((because.rule, because.result), ("H-125", Value::Charge(april.amount)));
    }

    #[test]
    fn an_order_of_one_day_is_not_spread() {
        let valid = (at("2021-06-01T10:00:00+08:00"), at("2021-06-01T23:59:59+08:00"));
        let spread = spread(&policy(8), money("60"), valid).unwrap();
        assert_eq!(spread.shares(money("60")).unwrap(), [Share { day: spread.first, amount: money("60") }]);
    }

    #[test]
    fn days_before_the_payment_are_booked_on_its_day() {
        // Renewed on the third day after the end: the cycle began at the end (H-90).
        let valid = Some(("2021-06-01T00:00:00+08:00", "2021-06-05T23:59:59+08:00"));
        let order = line(LineKind::Renewal, "5.00", "2021-06-03T12:00:00+08:00", valid);
        let booked = prepaid(&policy(8), &[order]).unwrap();
        let ones = |count: usize| vec!["1".to_owned(); count];
        let expected = [("2021-06-03", ones(3)), ("2021-06-04", ones(1)), ("2021-06-05", ones(1))];
        assert_eq!(days(&booked), expected.map(|(day, shares)| (day.to_owned(), shares)));
    }
}
