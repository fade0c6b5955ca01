//! Usage taken out again: what comes back, to the call and to the cent.

use billing::{
    Command, Event, Money, Refusal, Terms, UnitPrice, Usage,
    command::{ChargedNow, UndoneUsage},
    event::{Deduction, Metered, What},
    price::{PriceList, Tier},
};
use chrono::TimeDelta;

use crate::{Life, OPENED, at, calls, money};

fn metered(events: &[Event]) -> Vec<Metered> {
    let one = |event: &Event| match &event.what {
        What::Metered(metered) => Some(metered.clone()),
        _ => None,
    };
    events.iter().filter_map(one).collect()
}

fn deducted(events: &[Event]) -> Vec<Deduction> {
    let one = |event: &Event| match event.what {
        What::Deducted(deduction) => Some(deduction),
        _ => None,
    };
    events.iter().filter_map(one).collect()
}

/// What comes back: the calls left after it, and the money.
fn back(life: &Life, usage: Vec<UndoneUsage>, now: &str) -> Vec<String> {
    let mut life = life.clone();
    let known = life.events.len();
    life.act(now, &Command::Undo(usage.into()));
    let one = |event: &Event| match &event.what {
        What::QuotaReturned(returned) => Some(format!("{} of {}", returned.calls, returned.remaining)),
        What::Corrected(correction) => Some(format!("{} {}", correction.amount, correction.money)),
        _ => None,
    };
    life.events[known..].iter().filter_map(one).collect()
}

#[test]
fn quota_that_comes_back_is_left_again_unless_its_term_has_ended() {
    let mut life = Life::enabled(Terms::example(), "15.00");
    life.act(OPENED, &Command::buy("passport-1k")).act(OPENED, &calls(OPENED, 700));
    let known = life.events.len();
    life.act(OPENED, &calls(OPENED, 250));
    let events = &life.events[known..];
    let usage =
        UndoneUsage { metered: metered(events).remove(0), deductions: deducted(events), charged: None };
    assert_eq!(back(&life, vec![usage.clone()], OPENED), ["250 of 300"]);
    assert_eq!(back(&life, vec![usage], "2024-06-01T00:00:00"), ["250 of 0"]);
}

#[test]
fn a_charge_corrected_in_parts_gives_back_what_it_took() {
    let mut terms = Terms::example();
    let mut price = terms.prices.all()[0].clone();
    price.tiers = vec![Tier { up_to: None, unit_price: UnitPrice::parse("0.005").unwrap() }];
    terms.prices = PriceList::new(vec![price]);
    let mut life = Life::enabled(terms, "1.00");
    // Two calls of 0.005 are a cent; the hour after, three are 0.015: two cents.
    for (now, count) in [("09:10:00", 1), ("09:20:00", 1), ("10:10:00", 2), ("10:20:00", 1)] {
        let now = format!("2023-01-01T{now}");
        life.act(&now, &calls(&now, count));
    }
    life.pass("2023-01-01T12:00:00");
    assert_eq!(life.account.balance, money("0.97"));
    let charges: Vec<_> = life
        .events
        .iter()
        .filter_map(|event| match &event.what {
            What::Settled(charge) => Some(ChargedNow::of(charge)),
            _ => None,
        })
        .collect();
    let of = |index: usize| if index < 2 { charges[0].clone() } else { charges[1].clone() };
    let undone = |(index, metered)| UndoneUsage { metered, deductions: Vec::new(), charged: Some(of(index)) };
    let usage: Vec<_> = metered(&life.events).into_iter().enumerate().map(undone).collect();
    // 0.005 less leaves 0.005, still a cent; then the cent. 0.010 less of 0.015 leaves a cent of two; then that.
    assert_eq!(
        back(&life, usage, "2023-01-01T12:00:00"),
        ["0.00500000 0.00", "0.00500000 0.01", "0.01000000 0.01", "0.00500000 0.01"]
    );
}

#[test]
fn usage_of_months_that_are_not_loaded_is_not_undone() {
    let mut life = Life::enabled(Terms::example(), "1.00");
    life.act(OPENED, &calls(OPENED, 1)).pass("2023-01-01T00:30:00");
    let usage =
        vec![UndoneUsage { metered: metered(&life.events).remove(0), deductions: Vec::new(), charged: None }];
    let undo = Command::Undo(usage.into());
    life.account.totals_since = at(OPENED);
    assert_eq!(life.refusal("2023-01-01T00:30:00", &undo), None);
    for later in [TimeDelta::seconds(1), TimeDelta::days(31)] {
        life.account.totals_since = at(OPENED) + later;
        assert_eq!(life.refusal("2023-01-01T00:30:00", &undo), Some(Refusal::TotalsNotLoaded));
    }
    assert_eq!(life.account.balance, Money::parse("1.00").unwrap());
    assert_eq!(Usage::calls("a", "b", at(OPENED), 0).count, 0);
}
