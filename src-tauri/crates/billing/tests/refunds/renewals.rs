//! H-136: a renewal that has not begun is given back alone, whole and without a fee.

use std::sync::Arc;

use billing::{
    Account, Command, Money, PackageId, Refusal, Terms,
    bill::{Line, LineKind, amortise},
    decide,
    policy::{
        RenewalAfterEnd,
        refund::{Consumed, Eats, FeeRow, RefundFormula, RefundPolicy},
    },
    voucher::{PayMode, VoucherKind, VoucherTerms},
    zone::Term,
};

use crate::{at, money};

const FIRST: PackageId = PackageId(0);
const BACK: Command = Command::UnsubscribeRenewal { package: FIRST };

fn policy(unstarted_in_full: bool) -> RefundPolicy {
    let fees = vec![FeeRow { from_months: 1, percents: vec![10] }];
    let formula = Some(RefundFormula { consumed: Consumed::Hours, fees });
    RefundPolicy { window: None, formula, unstarted_in_full, eats: Eats::EachByShare }
}

/// An account of 1,000.00 less a monthly package of 100.00.
fn account(refund: RefundPolicy, bought: &str) -> Account {
    account_under(Terms::example(), refund, bought)
}

fn account_under(terms: Terms, refund: RefundPolicy, bought: &str) -> Account {
    after(&opened(terms, refund), &Command::buy("passport-1k"), bought)
}

fn opened(mut terms: Terms, refund: RefundPolicy) -> Account {
    terms.policy.package.refund = Some(refund);
    terms.offers[0].price = money("100.00");
    terms.offers[0].term = Term::Months(1);
    Account::open(Arc::new(terms), at("2020-01-01T00:00:00"), money("1000.00")).unwrap().0
}

fn after(account: &Account, command: &Command, now: &str) -> Account {
    decide(account, command, at(now)).unwrap().account
}

fn renew(terms: u32, align_to: Option<u32>) -> Command {
    Command::Renew { package: FIRST, terms, align_to }
}

fn refused(account: &Account, now: &str) -> Refusal {
    decide(account, &BACK, at(now)).unwrap_err()
}

#[test]
fn what_has_begun_stays_and_comes_back_as_if_it_had_never_been_renewed() {
    let bought = account(policy(true), "2024-01-01T10:30:00");
    let renewed = after(&bought, &renew(2, None), "2024-01-10T00:00:00");
    let renewed = after(&renewed, &renew(1, None), "2024-01-11T00:00:00");
    let switch = Command::AutoRenew { package: FIRST, days_before: Some(7) };
    let renewed = after(&renewed, &switch, "2024-01-11T00:00:00");
    assert_eq!(renewed.balance, money("600.00"));

    let back = after(&renewed, &BACK, "2024-01-15T18:40:00");
    let package = back.package(FIRST).unwrap();
    assert_eq!((back.balance, package.orders.len(), package.cycles.len()), (money("900.00"), 1, 1));
    assert_eq!(package.valid_to(), at("2024-02-01T23:59:59"));
    assert_eq!(
        (package.refunded_at, package.auto_renew),
        (None, None),
        "what was given back is not paid again"
    );
    // The rest is the disk of H-132.
    let rest = after(&back, &Command::Unsubscribe { package: FIRST }, "2024-01-15T18:40:00");
    assert_eq!(rest.balance, money("944.62"));
    // Renewed again, it goes on where it ended.
    let again = after(&back, &renew(1, None), "2024-01-20T00:00:00");
    assert_eq!(again.package(FIRST).unwrap().valid_to(), at("2024-03-01T23:59:59"));
}

#[test]
fn only_what_has_not_begun_comes_back() {
    let renewed =
        after(&account(policy(true), "2024-01-01T10:30:00"), &renew(1, None), "2024-01-10T00:00:00");
    let renewed = after(&renewed, &renew(1, None), "2024-01-10T00:00:00");
    let at_the_end = after(&renewed, &BACK, "2024-02-01T23:59:59");
    assert_eq!(at_the_end.balance, money("900.00"));
    let a_second_later = after(&renewed, &BACK, "2024-02-02T00:00:00");
    assert_eq!(a_second_later.balance, money("800.00"));
    assert_eq!(a_second_later.package(FIRST).unwrap().cycles.len(), 2);
    assert_eq!(refused(&a_second_later, "2024-02-02T00:00:00"), Refusal::NoRenewalAhead);
}

#[test]
fn a_policy_that_does_not_say_so_gives_no_renewal_back() {
    for refund in [policy(false), RefundPolicy::unused_within(5, 1)] {
        let renewed = after(&account(refund, "2024-01-01T10:30:00"), &renew(1, None), "2024-01-02T00:00:00");
        assert_eq!(refused(&renewed, "2024-01-02T00:00:00"), Refusal::NotRefundable);
    }
    let bought = account(policy(true), "2024-01-01T10:30:00");
    assert_eq!(
        refused(&bought, "2024-01-02T00:00:00"),
        Refusal::NoRenewalAhead,
        "its purchase is no renewal"
    );
    let gone = after(&bought, &Command::Unsubscribe { package: FIRST }, "2024-01-02T00:00:00");
    assert_eq!(refused(&gone, "2024-01-02T00:00:00"), Refusal::PackageReleased);
}

#[test]
fn the_day_of_the_month_that_a_renewal_had_moved_is_the_first_one_again() {
    let bought = account(policy(true), "2024-01-31T10:30:00");
    let aligned = after(&bought, &renew(1, Some(15)), "2024-02-10T00:00:00");
    assert_eq!(aligned.package(FIRST).unwrap().valid_to(), at("2024-04-15T23:59:59"));
    let back = after(&aligned, &BACK, "2024-02-10T00:00:00");
    assert_eq!(back.balance, money("900.00"), "with the price of the extra days");
    let again = after(&back, &renew(1, None), "2024-02-10T00:00:00");
    assert_eq!(again.package(FIRST).unwrap().valid_to(), at("2024-03-31T23:59:59"), "not the 29th");
}

/// 31 January, 29 February, 31 March, 30 April: the anchor is the first day, whatever the last one was cut to.
#[test]
fn the_terms_that_stay_keep_the_anchor_of_the_first() {
    let bought = account(policy(true), "2024-01-31T10:30:00");
    let renewed = after(&bought, &renew(1, None), "2024-02-10T00:00:00");
    let renewed = after(&renewed, &renew(1, None), "2024-03-10T00:00:00");
    let aligned = after(&renewed, &renew(1, Some(15)), "2024-04-10T00:00:00");
    let back = after(&aligned, &BACK, "2024-04-10T00:00:00");
    assert_eq!(back.package(FIRST).unwrap().valid_to(), at("2024-04-30T23:59:59"));
    let again = after(&back, &renew(1, None), "2024-04-10T00:00:00");
    assert_eq!(again.package(FIRST).unwrap().valid_to(), at("2024-05-31T23:59:59"));
}

/// Renewed after its end, 31 May is the anchor: 30 June, 31 July.
#[test]
fn the_anchor_that_a_late_renewal_set_stays_when_a_later_one_is_given_back() {
    let mut terms = Terms::example();
    terms.policy.package.renewal_after_end = RenewalAfterEnd::Renewal;
    let bought = account_under(terms, policy(true), "2024-04-15T10:30:00");
    let late = after(&bought, &renew(1, None), "2024-05-31T09:00:00");
    assert_eq!(late.package(FIRST).unwrap().valid_to(), at("2024-06-30T23:59:59"));
    let aligned = after(&late, &renew(1, Some(15)), "2024-06-01T00:00:00");
    let back = after(&aligned, &BACK, "2024-06-01T00:00:00");
    let again = after(&back, &renew(1, None), "2024-06-01T00:00:00");
    assert_eq!(again.package(FIRST).unwrap().valid_to(), at("2024-07-31T23:59:59"));
}

/// 100.00 for 31 days is 3.22580645 a day: the purchase goes on, the renewals and what came back of them cost nothing together.
#[test]
fn what_came_back_costs_nothing_and_what_stays_is_spread_as_before() {
    let (mut account, mut events) = (opened(Terms::example(), policy(true)), Vec::new());
    let acts = [
        (Command::buy("passport-1k"), "2024-01-01T10:30:00"),
        (renew(2, None), "2024-01-10T00:00:00"),
        (renew(1, None), "2024-01-11T00:00:00"),
        (BACK, "2024-01-15T18:40:00"),
    ];
    for (command, now) in acts {
        let decided = decide(&account, &command, at(now)).unwrap();
        account = decided.account;
        events.extend(decided.events);
    }
    let lines: Vec<_> = (0..)
        .zip(&events)
        .filter_map(|(number, event)| Line::of_event(&account, event, number).unwrap())
        .collect();
    let kinds: Vec<_> = lines.iter().map(|line| line.kind).collect();
    let renewal = LineKind::Renewal;
    assert_eq!(kinds, [LineKind::Purchase, renewal, renewal, LineKind::Refund]);

    let policy = &account.terms.policy;
    let of_day = |text: &str| {
        let day = policy.zone.date(at(&format!("{text}T00:00:00")));
        let booked = amortise::prepaid(policy, &lines).unwrap().remove(&(FIRST, day)).unwrap_or_default();
        let sum = booked.iter().map(|booked| booked.amount.units().unwrap()).sum::<i64>();
        (booked.len(), sum)
    };
    assert_eq!(of_day("2024-01-14"), (1, 322_580_645));
    assert_eq!(of_day("2024-01-15").1, 322_580_645);
    assert_eq!(of_day("2024-01-16"), (1, 322_580_645));
    assert_eq!(of_day("2024-02-02"), (0, 0));
}

#[test]
fn a_voucher_that_paid_a_renewal_comes_back_to_it_while_it_is_valid() {
    for (last_day, left) in [("2024-01-31", "30.00"), ("2024-01-14", "0.00")] {
        let voucher = VoucherTerms {
            code: "V".into(),
            kind: VoucherKind::Voucher,
            amount: money("30.00"),
            valid_from: at("2024-01-01T00:00:00"),
            valid_to: at(&format!("{last_day}T23:59:59")),
            services: Vec::new(),
            pays: vec![PayMode::Renewal],
            minimum: Money::ZERO,
            single_use: false,
            most_per_payment: None,
        };
        let bought = account(policy(true), "2024-01-01T10:30:00");
        let holding = after(&bought, &Command::AddVoucher(voucher), "2024-01-02T00:00:00");
        let renewed = after(&holding, &renew(1, None), "2024-01-10T00:00:00");
        assert_eq!(renewed.balance, money("830.00"));
        let back = after(&renewed, &BACK, "2024-01-15T00:00:00");
        assert_eq!((back.balance, back.vouchers[0].left), (money("900.00"), money(left)), "H-134");
    }
}
