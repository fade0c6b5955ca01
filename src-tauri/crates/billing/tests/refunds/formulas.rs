//! The pure formulas (H-132, H-133, T-43, T-44).

use billing::{
    Derived, Money, Refusal, Terms, UnitPrice,
    policy::refund::{Eats, FeeRow},
    price::{ConsumptionPrices, Tier},
    refund::{
        consumed::{Stretch, by_days, by_hours, by_months, by_quantity},
        fee::handling,
        parts::{Paid, rest},
    },
    shares::shares,
};

use crate::{at, money};

fn stretch(starts_at: &str, ends_at: &str, now: &str) -> Stretch {
    let zone = Terms::example().policy.zone;
    Stretch { zone, starts_at: at(starts_at), ends_at: at(ends_at), at: at(now) }
}

/// The table of H-133.
fn fees() -> Vec<FeeRow> {
    let row = |from_months, percents: &[u32]| FeeRow { from_months, percents: percents.to_vec() };
    vec![row(1, &[10]), row(12, &[10]), row(24, &[15, 10]), row(36, &[15, 10, 5])]
}

fn tier(up_to: Option<u64>, unit_price: &str) -> Tier {
    Tier { up_to, unit_price: UnitPrice::parse(unit_price).unwrap() }
}

fn nothing() -> Derived<Money> {
    let day = stretch("2024-01-01T00:00:00", "2024-01-31T23:59:59", "2024-01-01T00:00:00");
    handling(Money::ZERO, 1, &day, &[]).unwrap()
}

fn back(paid: Paid, consumed: Derived<Money>) -> Paid {
    rest(&paid, consumed, nothing(), Eats::EachByShare).unwrap().value
}

fn paid(cash: &str, gift: &str, vouchers: &str) -> Paid {
    Paid { cash: money(cash), gift: money(gift), vouchers: money(vouchers) }
}

#[test]
fn the_monthly_disk_of_h_132_gives_44_62_back() {
    let disk = stretch("2024-01-01T10:30:00", "2024-02-01T23:59:59", "2024-01-15T18:40:00");
    assert_eq!((disk.ordered().num_days(), disk.ordered().num_hours()), (31, 758), "31 d 14 h");
    assert_eq!((disk.used().num_days(), disk.used().num_hours()), (14, 344), "14 d 8 h");
    let consumed = by_hours(money("100.00"), &disk).unwrap();
    assert_eq!(consumed.value, money("45.38"));
    let fee = handling(money("100.00"), 1, &disk, &fees()).unwrap();
    assert_eq!(fee.value, money("10.00"));
    let refund = rest(&paid("100.00", "0", "0"), consumed, fee, Eats::EachByShare).unwrap();
    assert_eq!(refund.value, paid("44.62", "0", "0"));
    let inputs: Vec<_> = refund.because.inputs.iter().map(|input| input.name).collect();
    assert_eq!(inputs, ["paid", "consumed", "handling-fee"]);
}

#[test]
fn fees_are_those_of_the_term_and_of_the_years_used() {
    let fee = |months, now: &str| {
        let used = stretch("2021-01-01T10:30:00", "2024-01-01T23:59:59", now);
        handling(money("1000.00"), months, &used, &fees()).unwrap().value
    };
    for (months, now, expected) in [
        (1, "2021-01-10T00:00:00", "100.00"),
        (12, "2021-12-31T00:00:00", "100.00"),
        (24, "2022-01-01T10:30:00", "150.00"),
        (24, "2022-01-01T10:30:01", "100.00"),
        (36, "2021-06-01T00:00:00", "150.00"),
        (36, "2022-06-01T00:00:00", "100.00"),
        (36, "2023-06-01T00:00:00", "50.00"),
        (0, "2021-01-02T00:00:00", "0.00"),
    ] {
        assert_eq!(fee(months, now), money(expected), "{months} months, {now}");
    }
}

#[test]
fn a_refund_never_falls_below_zero() {
    let late = stretch("2024-01-01T10:30:00", "2024-02-01T23:59:59", "2024-02-01T23:00:00");
    let consumed = by_hours(money("100.00"), &late).unwrap();
    assert_eq!(consumed.value, money("99.87"), "757 of 758 hours");
    let fee = handling(money("100.00"), 1, &late, &fees()).unwrap();
    assert_eq!(
        rest(&paid("100.00", "0", "0"), consumed, fee, Eats::EachByShare).unwrap().value,
        Paid::default()
    );
}

/// 0.42 an hour for 96 hours, then 0.21.
fn instance() -> ConsumptionPrices {
    ConsumptionPrices {
        monthly: Some(money("51.00")),
        discounts: vec![(6, "0.88".parse().unwrap()), (12, "0.83".parse().unwrap())],
        hourly: vec![vec![tier(Some(96), "0.42"), tier(None, "0.21")]],
        ..ConsumptionPrices::default()
    }
}

#[test]
fn e_22_after_120_hours_362_60_come_back() {
    let used = stretch("2024-03-01T00:00:00", "2025-03-01T23:59:59", "2024-03-06T00:00:00");
    let consumed = by_months(&instance(), &used).unwrap();
    assert_eq!(consumed.value, money("45.36"), "96 h × 0.42 + 24 h × 0.21");
    let refund = back(paid("200.00", "207.96", "100.00"), consumed);
    assert_eq!(refund, paid("177.76", "184.84", "0"));
    assert_eq!(refund.total().unwrap(), money("362.60"));
}

#[test]
fn e_24_after_seven_months_and_five_days_116_88_come_back() {
    let disk = vec![tier(None, "0.063")];
    let mut prices = instance();
    prices.monthly = Some(money("71.00"));
    prices.hourly.push(disk);
    let used = stretch("2024-03-01T00:00:00", "2025-03-01T23:59:59", "2024-10-06T00:00:00");
    let consumed = by_months(&prices, &used).unwrap();
    assert_eq!(consumed.value, money("490.28"), "71 × 7 × 0.88 + 45.36 + 7.56");
    let refund = back(paid("300.00", "307.16", "100.00"), consumed);
    assert_eq!(refund, paid("57.75", "59.13", "0"));
    assert_eq!(refund.total().unwrap(), money("116.88"));
}

#[test]
fn without_prices_of_what_was_consumed_there_is_no_figure() {
    let used = stretch("2024-03-01T00:00:00", "2025-03-01T23:59:59", "2024-03-06T00:00:00");
    let none = ConsumptionPrices::default();
    assert_eq!(by_months(&none, &used).unwrap_err(), Refusal::NoPrice);
    assert_eq!(by_quantity(&none, 1).unwrap_err(), Refusal::NoPrice);
}

#[test]
fn e_25_a_pack_used_by_half_gives_7403_32_back() {
    let prices = ConsumptionPrices {
        per_unit: vec![
            tier(Some(24_999), "0.00700000"),
            tier(Some(249_999), "0.00672000"),
            tier(Some(999_999), "0.00635200"),
            tier(Some(2_999_999), "0.00596800"),
            tier(None, "0.00562934"),
        ],
        ..ConsumptionPrices::default()
    };
    let consumed = by_quantity(&prices, 1_589_256).unwrap();
    assert_eq!(consumed.value, money("9484.68"));
    assert_eq!(back(paid("16888.00", "0", "0"), consumed).total().unwrap(), money("7403.32"));
    let unit = |used| by_quantity(&prices, used).unwrap().value;
    assert_eq!(unit(24_999), money("174.99"), "below 25,000");
    assert_eq!(unit(25_000), money("168.00"), "all of it at the next tier's price");
}

#[test]
fn e_26_a_started_day_counts_whole() {
    let used = stretch("2024-03-01T00:00:00", "2024-03-31T23:59:59", "2024-03-03T10:00:00");
    let consumed = by_days(Some(money("20.00")), money("200.00"), &used).unwrap();
    assert_eq!(consumed.value, money("60.00"), "2 d 10 h are 3 days");
    assert_eq!(back(paid("200.00", "0", "0"), consumed).total().unwrap(), money("140.00"));
}

#[test]
fn h_125_a_monthly_order_of_60_gives_56_back_on_day_three() {
    // Days 1 to 30 at 2 a day; two of them are over.
    let used = stretch("2024-06-01T00:00:00", "2024-06-30T23:59:59", "2024-06-03T00:00:00");
    let consumed = by_days(None, money("60.00"), &used).unwrap();
    assert_eq!(consumed.value, money("4.00"));
    assert_eq!(back(paid("60.00", "0", "0"), consumed).total().unwrap(), money("56.00"));
}

#[test]
fn e_27_consumption_eats_gifts_first_where_the_policy_says_so() {
    let used = stretch("2024-06-01T00:00:00", "2024-06-10T23:59:59", "2024-06-04T00:00:00");
    let consumed = by_days(None, money("100.00"), &used).unwrap();
    assert_eq!(consumed.value, money("30.00"));
    let paid = paid("50.00", "50.00", "0");
    let gifts_first = rest(&paid, consumed.clone(), nothing(), Eats::GiftsFirst).unwrap().value;
    assert_eq!((gifts_first.cash, gifts_first.gift), (money("50.00"), money("20.00")));
    let by_share = rest(&paid, consumed, nothing(), Eats::EachByShare).unwrap().value;
    assert_eq!((by_share.cash, by_share.gift), (money("35.00"), money("35.00")));
}

#[test]
fn shares_lose_no_cent_and_the_largest_takes_what_is_left() {
    let split = |amount: &str, weights: &[&str]| {
        let weights: Vec<_> = weights.iter().map(|weight| money(weight)).collect();
        shares(money(amount), &weights).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(split("90.00", &["100.00", "200.00"]), ["30.00", "60.00"], "E-18");
    assert_eq!(split("100.00", &["1.00", "1.00", "1.00"]), ["33.34", "33.33", "33.33"]);
    assert_eq!(split("0.05", &["1.00", "2.00"]), ["0.01", "0.04"]);
    assert_eq!(split("1.00", &["0.00", "0.00"]), ["0.00", "0.00"], "nothing paid, nothing shared");
}

#[test]
fn the_last_second_begins_the_last_day_of_an_order() {
    // 29 days and a second are 30 days begun, one of which was used.
    let used = stretch("2024-06-01T23:59:59", "2024-06-30T23:59:59", "2024-06-02T12:00:00");
    assert_eq!(by_days(None, money("60.00"), &used).unwrap().value, money("2.00"));
}
