//! H-136: a renewal that has not begun is given back alone, whole and without a fee.

use std::sync::Arc;

use billing::{
    Account, Command, Money, PackageId, Refusal, Terms, decide,
    policy::refund::{Consumed, Eats, FeeRow, RefundFormula, RefundPolicy},
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
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(refund);
    terms.offers[0].price = money("100.00");
    terms.offers[0].term = Term::Months(1);
    let opened = Account::open(Arc::new(terms), at("2020-01-01T00:00:00"), money("1000.00")).unwrap().0;
    after(&opened, &Command::buy("passport-1k"), bought)
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
