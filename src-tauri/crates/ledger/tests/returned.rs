//! Renewals that were given back before they began: what the books keep of them.

mod common;

use std::sync::Arc;

use billing::{
    ChargeAmount, Command, Money, PackageId,
    bill::{LineKind, amortise},
    policy::RefundPolicy,
};
use chrono::TimeDelta;
use common::{Life, Place, at};

const FIRST: PackageId = PackageId(0);

fn renew(terms: u32, align_to: Option<u32>) -> Command {
    Command::Renew { package: FIRST, terms, align_to }
}

/// A package of 1.50 a month, renewed for three terms in two orders that are given back, and renewed anew.
async fn life(place: &Place) -> Life {
    let mut terms = common::terms().as_ref().clone();
    terms.policy.package.refund =
        Some(RefundPolicy { unstarted_in_full: true, ..RefundPolicy::unused_within(5, 1) });
    let mut life = Life::begin_under(place.open().await, "returned", 1000, Arc::new(terms)).await;
    let now = at(common::OPENED);
    assert!(life.act(&Command::buy("passport-100"), now).await);
    assert!(life.act(&renew(2, None), now).await);
    assert!(life.act(&renew(1, Some(20)), now + TimeDelta::hours(1)).await);
    assert!(life.act(&Command::UnsubscribeRenewal { package: FIRST }, now + TimeDelta::days(1)).await);
    assert_eq!((life.account.balance, life.account.packages[0].cycles.len()), (Money::from_cents(850), 1));
    life.check().await;
    assert!(life.act(&renew(1, None), now + TimeDelta::days(2)).await);
    life.check().await;
    life.advance(now + TimeDelta::days(70)).await;
    life.check().await;
    life
}

#[tokio::test]
async fn the_books_give_back_the_account_and_prove_it() {
    let place = Place::new();
    let life = life(&place).await;
    let report = life.ledger.verify(Some(life.id)).await.unwrap();
    assert_eq!(report.first_difference, None);
    // 8.50 less the renewal.
    assert_eq!(life.account.balance, Money::from_cents(700));
}

#[tokio::test]
async fn its_line_is_of_the_cycles_that_are_gone_and_their_cost_lands_on_its_day() {
    let place = Place::new();
    let life = life(&place).await;
    let lines = life.ledger.prepaid_lines(life.id, &life.account).await.unwrap();
    let kinds: Vec<_> = lines.iter().map(|line| (line.kind, line.quantity)).collect();
    let renewal = LineKind::Renewal;
    let expected =
        [(LineKind::Purchase, 1), (renewal, 2), (renewal, 1), (LineKind::Refund, -3), (renewal, 1)];
    assert_eq!(kinds, expected);
    // What was given back cost nothing: its shares and the refund are of one day.
    let policy = &life.account.terms.policy;
    let booked = amortise::prepaid(policy, &lines).unwrap();
    let given_back = policy.zone.date(at(common::OPENED) + TimeDelta::days(1));
    let of_day = &booked[&(FIRST, given_back)];
    let sum = of_day
        .iter()
        .filter(|booked| [1, 2, 3].contains(&booked.line))
        .try_fold(ChargeAmount::ZERO, |sum, booked| sum.checked_add(booked.amount));
    assert_eq!(sum, Ok(ChargeAmount::ZERO));
    let elsewhere = booked.iter().filter(|((_, day), _)| *day != given_back).flat_map(|(_, booked)| booked);
    assert!(elsewhere.clone().all(|booked| [0, 4].contains(&booked.line)));
    assert!(elsewhere.count() > 50, "what was kept is spread");
}
