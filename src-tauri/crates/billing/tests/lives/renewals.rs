//! When packages renew themselves, and where a renewal at the last second begins.

use billing::{
    Command, Terms,
    policy::{RefundPolicy, RenewalAfterEnd},
};

use crate::{FIRST, Life, OPENED, at, money};

/// Bought with all its money; it ends on 1 January 2024 and is tried from 7 days before on.
fn bought(terms: Terms, balance: &str) -> Life {
    let mut life = Life::enabled(terms, balance);
    let buy =
        Command::Buy { sku: "passport-1k".into(), application: None, starts_at: None, auto_renew: true };
    life.act(OPENED, &buy);
    life
}

fn mornings(days: &[&str]) -> Vec<billing::Instant> {
    days.iter().map(|day| at(&format!("{day}T03:00:00"))).collect()
}

#[test]
fn attempts_are_daily_up_to_the_last_day_and_those_that_ran_are_over() {
    let mut life = bought(Terms::example(), "15.00");
    let all = [
        "2023-12-25",
        "2023-12-26",
        "2023-12-27",
        "2023-12-28",
        "2023-12-29",
        "2023-12-30",
        "2023-12-31",
        "2024-01-01",
    ];
    assert_eq!(life.account.renewal_attempts_ahead(FIRST), mornings(&all));
    assert_eq!(life.account.next_renewal_attempt(FIRST), Some(mornings(&all)[0]));
    // In the second of the third attempt, which has run.
    life.act("2023-12-27T03:00:00", &Command::SetCreditLimit { amount: money("0.00") });
    assert_eq!(life.account.renewal_attempts_ahead(FIRST), mornings(&all[3..]));
    assert_eq!(life.account.next_renewal_attempt(FIRST), Some(mornings(&all)[3]));
    life.act("2023-12-27T04:00:00", &Command::AutoRenew { package: FIRST, days_before: None });
    assert!(life.account.renewal_attempts_ahead(FIRST).is_empty());
    assert_eq!(life.account.next_renewal_attempt(FIRST), None);
}

#[test]
fn a_package_given_back_is_not_renewed() {
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    let mut life = bought(terms, "15.00");
    life.act("2023-01-02T00:00:00", &Command::Unsubscribe { package: FIRST });
    assert!(life.account.renewal_attempts_ahead(FIRST).is_empty());
    assert_eq!(life.account.next_renewal_attempt(FIRST), None);
}

#[test]
fn a_renewal_in_the_last_second_follows_the_end_and_one_after_it_begins_at_once() {
    let mut terms = Terms::example();
    terms.policy.package.renewal_after_end = RenewalAfterEnd::Renewal;
    let life = {
        let mut life = bought(terms, "30.00");
        life.act(OPENED, &Command::AutoRenew { package: FIRST, days_before: None });
        life
    };
    let renewed = |now: &str| {
        let mut life = life.clone();
        life.act(now, &Command::Renew { package: FIRST, terms: 1, align_to: None });
        let cycles = &life.account.packages[0].cycles;
        ((cycles[1].starts_at, cycles[1].ends_at), cycles[0].ended)
    };
    let following = (at("2024-01-02T00:00:00"), at("2025-01-01T23:59:59"));
    assert_eq!(renewed("2024-01-01T23:59:59"), (following, false));
    let anew = (at("2024-01-02T00:00:00"), at("2025-01-02T23:59:59"));
    assert_eq!(renewed("2024-01-02T00:00:00"), (anew, true), "T-48: the day of the renewal is the anchor");
}
