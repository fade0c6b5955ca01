//! The same rules asked of an account whose policy chooses them.

use std::sync::Arc;

use billing::{
    Account, Command, Money, PackageId, Refusal, Terms, Usage, decide,
    event::What,
    policy::refund::{
        Allowance, Consumed, Eats, FeeRow, RefundFormula, RefundPolicy, RefundWindow, WindowDays,
    },
    zone::Term,
};

use crate::{at, money};

const FIRST: PackageId = PackageId(0);

/// An account with 1,000.00 whose passport package costs `price` for `term`.
fn account(refund: RefundPolicy, term: &str, price: &str) -> Account {
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(refund);
    terms.offers[0].price = money(price);
    terms.offers[0].term = Term::parse(term).unwrap();
    Account::open(Arc::new(terms), at("2020-01-01T00:00:00"), money("1000.00")).unwrap().0
}

fn used(account: &Account, now: &str, calls: u64) -> Account {
    let resource = billing::ResourceKey::new("passport-ocr", "ap-southeast-1");
    let enabled = after(account, &Command::Enable { resource, since: None }, now);
    let usage = Usage::calls("passport-ocr", "ap-southeast-1", at(now), calls);
    after(&enabled, &Command::Use(usage), now)
}

fn after(account: &Account, command: &Command, now: &str) -> Account {
    decide(account, command, at(now)).unwrap().account
}

fn buy_at(account: &Account, now: &str) -> Account {
    after(account, &Command::buy("passport-1k"), now)
}

fn given_back(account: &Account, package: PackageId, now: &str) -> Result<Money, Refusal> {
    let decision = decide(account, &Command::Unsubscribe { package }, at(now))?;
    let amount = decision.events.iter().find_map(|event| match &event.what {
        What::Refunded { amount, .. } => Some(*amount),
        _ => None,
    });
    assert!(decision.account.package(package).unwrap().refunded_at.is_some());
    Ok(amount.unwrap())
}

fn formula(consumed: Consumed) -> RefundPolicy {
    RefundPolicy {
        window: None,
        formula: Some(RefundFormula { consumed, fees: Vec::new() }),
        unstarted_in_full: true,
        eats: Eats::EachByShare,
    }
}

fn hours_with_fees() -> RefundPolicy {
    let fees = vec![FeeRow { from_months: 1, percents: vec![10] }];
    RefundPolicy {
        formula: Some(RefundFormula { consumed: Consumed::Hours, fees }),
        ..formula(Consumed::Hours)
    }
}

/// Ten a year within 5 × 24 hours, whatever was used (H-135).
fn five_days() -> RefundPolicy {
    let window = RefundWindow {
        days: 5,
        counted: WindowDays::Hours,
        only_unused: false,
        most: 10,
        per: Allowance::Year,
        returns_vouchers: true,
    };
    RefundPolicy { window: Some(window), ..hours_with_fees() }
}

#[test]
fn the_monthly_disk_of_h_132_gives_back_44_62() {
    let bought = buy_at(&account(hours_with_fees(), "1m", "100.00"), "2024-01-01T10:30:00");
    let gone = decide(&bought, &Command::Unsubscribe { package: FIRST }, at("2024-01-15T18:40:00")).unwrap();
    assert_eq!(gone.account.balance, money("944.62"));
    let why = {
        let mut seen = bought;
        seen.advance_to_actions(at("2024-01-15T18:40:00"), &mut Vec::new()).unwrap();
        seen.refund_of(FIRST).unwrap().because
    };
    let order = why.inputs[0].because.as_deref().unwrap();
    assert_eq!((why.formula, order.formula), ("refund-orders", "refund-rest"));
    assert_eq!(order.inputs[1].because.as_deref().unwrap().formula, "consumed-hours");
}

#[test]
fn a_renewal_that_has_not_begun_comes_back_whole_and_without_a_fee() {
    let bought = buy_at(&account(hours_with_fees(), "1m", "100.00"), "2024-01-01T10:30:00");
    let renewed =
        after(&bought, &Command::Renew { package: FIRST, terms: 2, align_to: None }, "2024-01-10T00:00:00");
    assert_eq!(given_back(&renewed, FIRST, "2024-01-15T18:40:00"), Ok(money("244.62")));
    // In the second month the first is consumed. The renewal is one order of 60 days, 14.5 of them used: 48.33, and a
    // fee of 20.
    assert_eq!(given_back(&renewed, FIRST, "2024-02-16T12:00:00"), Ok(money("131.67")));
}

#[test]
fn a_package_that_has_not_begun_comes_back_whole() {
    let starts_at = Some(at("2024-02-01T00:00:00"));
    let order = Command::Buy { sku: "passport-1k".into(), application: None, starts_at, auto_renew: false };
    let bought = after(&account(five_days(), "1m", "100.00"), &order, "2024-01-01T10:30:00");
    assert_eq!(given_back(&bought, FIRST, "2024-01-31T23:59:59"), Ok(money("100.00")));
    let back = after(&bought, &Command::Unsubscribe { package: FIRST }, "2024-01-31T23:59:59");
    assert!(!back.package(FIRST).unwrap().refund_counted, "H-135: it uses up no allowance");
}

#[test]
fn an_ended_package_gives_nothing_back() {
    let bought = buy_at(&account(hours_with_fees(), "1m", "100.00"), "2024-01-01T10:30:00");
    assert_eq!(given_back(&bought, FIRST, "2024-02-02T00:00:00"), Err(Refusal::PackageExpired));
}

#[test]
fn h_135_qualifies_before_its_last_second_and_by_the_formula_after() {
    let bought = buy_at(&account(five_days(), "1m", "100.00"), "2022-11-24T14:30:30");
    assert_eq!(given_back(&bought, FIRST, "2022-11-29T14:30:29"), Ok(money("100.00")));
    // 2022-11-24 14:00 to 2022-12-25 00:00 are 730 hours, 120 of them used: 16.44, and a fee of 10.
    assert_eq!(given_back(&bought, FIRST, "2022-11-29T14:30:30"), Ok(money("73.56")));
}

#[test]
fn h_135_ten_come_back_in_a_calendar_year_and_the_eleventh_by_the_formula() {
    let mut account = account(five_days(), "1m", "10.00");
    for package in (0..10).map(PackageId) {
        account = buy_at(&account, "2022-12-30T00:00:00");
        account = after(&account, &Command::Unsubscribe { package }, "2022-12-30T00:00:00");
    }
    assert_eq!(account.balance, money("1000.00"));
    let eleventh = buy_at(&account, "2022-12-30T00:00:00");
    assert_eq!(
        given_back(&eleventh, PackageId(10), "2022-12-31T23:59:59"),
        Ok(money("8.39")),
        "10.00 − 0.61 − 1.00"
    );
    assert_eq!(given_back(&eleventh, PackageId(10), "2023-01-01T00:00:00"), Ok(money("10.00")), "a new year");
}

#[test]
fn e_20_day_five_counts_whole_in_calendar_days_and_to_the_second_in_hours() {
    let bought = |refund| buy_at(&account(refund, "1m", "100.00"), "2024-03-01T23:00:00");
    let calendar = bought(RefundPolicy::unused_within(5, 1));
    assert_eq!(given_back(&calendar, FIRST, "2024-03-06T23:59:59"), Ok(money("100.00")));
    let refused = given_back(&calendar, FIRST, "2024-03-07T00:00:00");
    assert!(
        matches!(refused, Err(Refusal::RefundWindowClosed { last_day }) if last_day.to_string() == "2024-03-06")
    );
    let mut hours = RefundPolicy::unused_within(5, 1);
    hours.window.as_mut().unwrap().counted = WindowDays::Hours;
    let hours = bought(hours);
    assert_eq!(given_back(&hours, FIRST, "2024-03-06T22:59:59"), Ok(money("100.00")));
    assert!(given_back(&hours, FIRST, "2024-03-06T23:00:00").is_err());
}

#[test]
fn the_window_refuses_before_the_use_and_the_use_before_the_limit() {
    let mut account = account(RefundPolicy::unused_within(5, 0), "1m", "100.00");
    account = buy_at(&account, "2024-03-01T10:00:00");
    let refusal = |account: &Account, now| given_back(account, FIRST, now).unwrap_err().code();
    assert_eq!(refusal(&account, "2024-03-02T00:00:00"), "refund_limit_reached");
    let used = used(&account, "2024-03-02T00:00:00", 1);
    assert_eq!(refusal(&used, "2024-03-02T00:00:00"), "package_used");
    assert_eq!(refusal(&used, "2024-03-07T00:00:00"), "refund_window_closed");
}

#[test]
fn e_25_e_26_and_h_125_under_policies_that_choose_them() {
    let mut terms = Terms::example();
    let with = |terms: &Terms, consumed, price: &str, term: &str| {
        let mut terms = terms.clone();
        terms.policy.package.refund = Some(formula(consumed));
        terms.offers[0].price = money(price);
        terms.offers[0].term = Term::parse(term).unwrap();
        let opened = Account::open(Arc::new(terms), at("2020-01-01T00:00:00"), money("20000.00")).unwrap().0;
        buy_at(&opened, "2024-06-01T00:00:00")
    };
    let sixty = with(&terms, Consumed::Days, "60.00", "29d");
    assert_eq!(given_back(&sixty, FIRST, "2024-06-03T00:00:00"), Ok(money("56.00")), "H-125");
    terms.offers[0].consumption.daily = Some(money("20.00"));
    let monthly = with(&terms, Consumed::Days, "200.00", "1m");
    assert_eq!(given_back(&monthly, FIRST, "2024-06-03T10:00:00"), Ok(money("140.00")), "E-26");
    terms.offers[0].quota = 3_000_000;
    let unit_price = billing::UnitPrice::parse("0.005968").unwrap();
    terms.offers[0].consumption.per_unit = vec![billing::price::Tier { up_to: None, unit_price }];
    let pack = with(&terms, Consumed::Quantity, "16888.00", "1y");
    let used = used(&pack, "2024-06-02T00:00:00", 1_589_256);
    assert_eq!(given_back(&used, FIRST, "2024-06-03T00:00:00"), Ok(money("7403.32")), "E-25");
}

#[test]
fn a_formula_without_prices_refuses_and_changes_nothing() {
    for consumed in [Consumed::Months, Consumed::Quantity] {
        let bought = buy_at(&account(formula(consumed), "1m", "100.00"), "2024-01-01T10:30:00");
        assert_eq!(given_back(&bought, FIRST, "2024-01-05T00:00:00"), Err(Refusal::NoPrice));
    }
}

#[test]
fn what_comes_back_pays_arrears_first() {
    let mut account = account(hours_with_fees(), "1m", "1000.00");
    account = buy_at(&account, "2024-01-01T00:00:00");
    account = used(&account, "2024-01-02T00:30:00", 2_000);
    let back = after(&account, &Command::Unsubscribe { package: FIRST }, "2024-01-02T01:00:00");
    assert!(back.debts.is_empty(), "1,000 calls of 0.02 were owed");
    // 768 hours ordered, 25 used: 32.55 consumed, 100.00 fee.
    assert_eq!(back.balance, money("847.45"));
}

/// What comes back now, with why.
fn why(account: &Account, now: &str) -> billing::Derivation {
    let mut seen = account.clone();
    seen.advance_to_actions(at(now), &mut Vec::new()).unwrap();
    seen.refund_of(FIRST).unwrap().because
}

#[test]
fn an_order_counts_up_to_its_last_second_and_the_next_from_its_first_on() {
    let renewed = |rules: RefundPolicy| {
        let bought = buy_at(&account(rules, "1m", "100.00"), "2024-01-01T10:30:00");
        let renew = Command::Renew { package: FIRST, terms: 2, align_to: None };
        (after(&bought, &renew, "2024-01-10T00:00:00"), bought)
    };
    let (twice, once) = renewed(formula(Consumed::Hours));
    // 757 of 758 hours are consumed: 99.87.
    assert_eq!(given_back(&once, FIRST, "2024-02-01T23:59:59"), Ok(money("0.13")));
    assert_eq!(given_back(&twice, FIRST, "2024-02-01T23:59:59"), Ok(money("200.13")));
    // The renewal has begun: nothing of it is used yet, but it costs its fee.
    let (twice, _) = renewed(hours_with_fees());
    assert_eq!(given_back(&twice, FIRST, "2024-02-01T23:59:59"), Ok(money("200.00")));
    assert_eq!(given_back(&twice, FIRST, "2024-02-02T00:00:00"), Ok(money("180.00")));
    assert_eq!(why(&twice, "2024-02-16T12:00:00").inputs.len(), 1, "what ended is not spoken of");
}

#[test]
fn the_fee_is_that_of_the_whole_order_and_days_are_months_of_thirty() {
    let row = |from_months, percent| FeeRow { from_months, percents: vec![percent] };
    let fees = vec![row(1, 10), row(12, 20), row(24, 30)];
    let rules = RefundPolicy {
        formula: Some(RefundFormula { consumed: Consumed::Hours, fees }),
        ..formula(Consumed::Hours)
    };
    for (term, expected) in [("1m", "90.00"), ("12m", "80.00"), ("365d", "80.00"), ("729d", "70.00")] {
        let bought = buy_at(&account(rules.clone(), term, "100.00"), "2024-01-01T00:00:00");
        assert_eq!(given_back(&bought, FIRST, "2024-01-01T00:00:00"), Ok(money(expected)), "{term}");
    }
}

#[test]
fn a_year_whose_quota_comes_by_the_month_is_one_term_of_its_offer() {
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(formula(Consumed::Days));
    terms.policy.package.quota_by_month = true;
    terms.offers[0].price = money("366.00");
    let opened = Account::open(Arc::new(terms), at("2024-01-01T00:00:00"), money("366.00")).unwrap().0;
    // 366 days, to 1 June 2025 23:59:59; two of them used.
    let bought = buy_at(&opened, "2024-06-01T00:00:00");
    assert_eq!(bought.package(FIRST).unwrap().cycles.len(), 12);
    assert_eq!(given_back(&bought, FIRST, "2024-06-03T00:00:00"), Ok(money("364.00")));
}

#[test]
fn what_lets_everything_come_back_is_named() {
    let rule = |rules| {
        why(&buy_at(&account(rules, "1m", "100.00"), "2024-03-01T23:00:00"), "2024-03-02T00:00:00").rule
    };
    assert_eq!([rule(RefundPolicy::unused_within(5, 1)), rule(five_days())], ["T-43", "H-135"]);
}
