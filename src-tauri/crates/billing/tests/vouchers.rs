//! Vouchers: which pay, how much, and what comes back of them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use billing::{
    Account, Command, Instant, Money, PackageId, Refusal, ResourceKey, Terms, Usage, Voucher, VoucherId,
    decide,
    event::What,
    policy::{
        refund::{Consumed, Eats, RefundFormula, RefundPolicy},
        voucher::{VoucherKey, VoucherOrder},
    },
    price::Tier,
    voucher::{
        Occasion, PayMode, VoucherKind, VoucherTerms,
        plan::{Due, in_order, plan},
    },
    zone::{Term, parse_instant},
};

fn at(text: &str) -> Instant {
    parse_instant(&format!("{text}+08:00")).unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

/// Valid for everything in 2024, up to a day.
fn voucher(code: &str, amount: &str, last_day: &str) -> VoucherTerms {
    VoucherTerms {
        code: code.into(),
        kind: VoucherKind::Voucher,
        amount: money(amount),
        valid_from: at("2024-01-01T00:00:00"),
        valid_to: at(&format!("2024-{last_day}T23:59:59")),
        services: Vec::new(),
        pays: PayMode::ALL.to_vec(),
        minimum: Money::ZERO,
        single_use: false,
        most_per_payment: None,
    }
}

fn held(terms: VoucherTerms) -> Voucher {
    Voucher { left: terms.amount, terms, added_at: at("2024-01-01T00:00:00") }
}

fn now(service: &str) -> Occasion<'_> {
    let now = at("2024-03-01T10:00:00");
    Occasion { mode: PayMode::Purchase, service, from: now, to: now }
}

fn tencent() -> VoucherOrder {
    let first = vec![VoucherKey::EarliestEnd, VoucherKey::LargestDeductible, VoucherKey::SmallestLeft];
    VoucherOrder { first, most: None }
}

fn account(terms: Terms, balance: &str) -> Account {
    Account::open(Arc::new(terms), at("2024-01-01T00:00:00"), money(balance)).unwrap().0
}

fn after(account: &Account, command: &Command, now: &str) -> Account {
    decide(account, command, at(now)).unwrap().account
}

fn with(account: &Account, terms: VoucherTerms) -> Account {
    after(account, &Command::AddVoucher(terms), "2024-01-01T00:00:00")
}

fn left(account: &Account) -> Vec<String> {
    account.vouchers.iter().map(|voucher| voucher.left.to_string()).collect()
}

fn calls(account: &Account, now: &str, count: u64) -> Account {
    after(account, &Command::Use(Usage::calls("passport-ocr", "ap-southeast-1", at(now), count)), now)
}

fn enabled(account: &Account) -> Account {
    let resource = ResourceKey::new("passport-ocr", "ap-southeast-1");
    after(account, &Command::Enable { resource, since: None }, "2024-01-01T00:00:00")
}

#[test]
fn e_17_the_earliest_end_then_the_most_deductible_then_the_least_left() {
    let mut d = voucher("D", "2.00", "03-09");
    d.most_per_payment = Some(money("2.00"));
    let vouchers: Vec<_> = [
        voucher("A", "10.00", "03-09"),
        voucher("B", "8.00", "03-09"),
        voucher("C", "5.00", "03-09"),
        d,
        voucher("E", "4.00", "03-10"),
    ]
    .map(held)
    .into();
    let fee = [Due { occasion: now("lcic"), amount: money("4.00") }];
    let order = in_order(&vouchers, &fee, &tencent()).unwrap();
    let codes: String = order.iter().map(|id| vouchers[id.0 as usize].terms.code.as_str()).collect();
    assert_eq!(codes, "CBADE");
    let uses = plan(&vouchers, &fee, &tencent()).unwrap();
    assert_eq!((uses[0].len(), uses[0][0].voucher, uses[0][0].amount), (1, VoucherId(2), money("4.00")));
}

#[test]
fn e_18_a_short_voucher_is_split_by_the_amounts_of_the_orders() {
    let vouchers = [held(voucher("V", "90.00", "03-09"))];
    let parts = |amounts: &[&str]| {
        let due = |amount: &&str| Due { occasion: now("lcic"), amount: money(amount) };
        let dues: Vec<_> = amounts.iter().map(due).collect();
        let uses = plan(&vouchers, &dues, &tencent()).unwrap();
        uses.iter()
            .map(|own| own.first().map_or(Money::ZERO, |used| used.amount).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(parts(&["100.00", "200.00"]), ["30.00", "60.00"]);
    assert_eq!(
        parts(&["100.00", "100.00", "200.01"]),
        ["22.49", "22.49", "45.02"],
        "the largest takes the last cents"
    );
    assert_eq!(parts(&["10.00", "20.00"]), ["10.00", "20.00"], "no more than is due");
}

#[test]
fn e_19_a_minimum_is_reached_by_the_orders_it_covers_together() {
    let mut terms = voucher("V", "50.00", "03-09");
    terms.minimum = money("100.00");
    terms.services = vec!["a".into(), "b".into()];
    let vouchers = [held(terms)];
    let used = |orders: &[(&'static str, &'static str)]| {
        let due =
            |(service, amount): &(&'static str, &str)| Due { occasion: now(service), amount: money(amount) };
        let dues: Vec<_> = orders.iter().map(due).collect();
        let uses = plan(&vouchers, &dues, &tencent()).unwrap();
        uses.iter().flatten().map(|used| used.amount.cents()).sum::<i64>()
    };
    assert_eq!(used(&[("a", "60.00"), ("b", "60.00")]), 5000);
    assert_eq!(used(&[("a", "40.00"), ("b", "60.00")]), 5000, "exactly the minimum");
    assert_eq!(used(&[("a", "39.99"), ("b", "60.00")]), 0);
    assert_eq!(used(&[("a", "60.00"), ("c", "60.00")]), 0, "what it does not cover does not count");
}

#[test]
fn h_47_restricted_before_unrestricted_then_the_nearest_end() {
    let mut restricted = voucher("R", "1.00", "12-31");
    restricted.services = vec!["passport-ocr".into()];
    let mut elsewhere = voucher("X", "1.00", "12-31");
    elsewhere.services = vec!["id-card-ocr".into()];
    let mut terms = Terms::example();
    terms.policy.vouchers.usage =
        VoucherOrder { first: vec![VoucherKey::Restricted, VoucherKey::EarliestEnd], most: None };
    let mut owner = account(terms, "10.00");
    for terms in [voucher("late", "1.00", "12-31"), voucher("soon", "1.00", "06-30"), restricted, elsewhere] {
        owner = with(&owner, terms);
    }
    // 125 calls of 0.02: 2.50.
    let used = calls(&enabled(&owner), "2024-03-01T10:00:00", 125);
    let settled = after(&used, &Command::AcknowledgeBalanceAlert, "2024-03-01T11:00:00");
    assert_eq!(left(&settled), ["0.50", "0.00", "0.00", "1.00"]);
    assert_eq!(settled.balance, money("10.00"));
}

#[test]
fn the_usage_must_lie_in_the_validity_whenever_it_is_settled() {
    let owner = with(&account(Terms::example(), "10.00"), voucher("V", "5.00", "03-01"));
    let last = calls(&enabled(&owner), "2024-03-01T23:10:00", 50);
    let next = calls(&last, "2024-03-02T00:10:00", 50);
    let settled = after(&next, &Command::AcknowledgeBalanceAlert, "2024-03-02T01:00:00");
    assert_eq!((left(&settled), settled.balance), (vec!["4.00".to_owned()], money("9.00")));
}

#[test]
fn h_48_one_voucher_the_largest_and_the_balance_for_the_rest() {
    let mut terms = Terms::example();
    terms.policy.vouchers.prepaid = VoucherOrder { first: vec![VoucherKey::LargestLeft], most: Some(1) };
    let mut owner = account(terms, "10.00");
    for terms in [voucher("small", "6.00", "06-30"), voucher("large", "9.00", "12-31")] {
        owner = with(&owner, terms);
    }
    let bought = after(&owner, &Command::buy("passport-1k"), "2024-03-01T10:00:00");
    assert_eq!((left(&bought), bought.balance), (vec!["6.00".into(), "0.00".into()], money("4.00")));
}

#[test]
fn a_voucher_for_one_payment_is_lost_with_what_that_leaves() {
    let mut terms = voucher("once", "20.00", "12-31");
    terms.single_use = true;
    let owner = with(&account(Terms::example(), "100.00"), terms);
    let once = after(&owner, &Command::buy("passport-1k"), "2024-03-01T10:00:00");
    assert_eq!(once.balance, money("100.00"));
    assert_eq!(once.usable_vouchers(), Ok(Money::ZERO));
    assert_eq!(after(&once, &Command::buy("passport-1k"), "2024-03-01T10:00:00").balance, money("85.00"));
}

#[test]
fn a_voucher_pays_no_debt_that_is_there_already() {
    let used = calls(&enabled(&account(Terms::example(), "0.00")), "2024-03-01T10:00:00", 100);
    let owing = after(&used, &Command::AcknowledgeBalanceAlert, "2024-03-01T11:00:00");
    let mut terms = voucher("V", "50.00", "12-31");
    terms.valid_from = at("2024-03-01T11:00:00");
    let holding = after(&owing, &Command::AddVoucher(terms), "2024-03-01T11:00:00");
    assert_eq!((holding.arrears(), left(&holding)), (Ok(money("2.00")), vec!["50.00".to_owned()]));
    assert_eq!(
        decide(&holding, &Command::buy("passport-1k"), holding.now).unwrap_err(),
        Refusal::AccountInArrears { owed: money("2.00") }
    );
    // What is used from now on is paid by it, in arrears too.
    let later = calls(&holding, "2024-03-01T12:30:00", 100);
    let settled = after(&later, &Command::AcknowledgeBalanceAlert, "2024-03-01T13:00:00");
    assert_eq!((settled.arrears(), left(&settled)), (Ok(money("2.00")), vec!["48.00".to_owned()]));
}

#[test]
fn what_is_wrong_with_a_voucher_is_refused() {
    let owner = with(&account(Terms::example(), "0.00"), voucher("V", "5.00", "12-31"));
    let refused = |change: fn(&mut VoucherTerms)| {
        let mut terms = voucher("W", "5.00", "12-31");
        change(&mut terms);
        decide(&owner, &Command::AddVoucher(terms), owner.now).unwrap_err().code()
    };
    assert_eq!(refused(|terms| terms.code = "V".into()), "voucher_known");
    assert_eq!(refused(|terms| terms.code = " ".into()), "invalid_voucher");
    assert_eq!(refused(|terms| terms.pays.clear()), "invalid_voucher");
    assert_eq!(refused(|terms| terms.valid_to = at("2023-12-31T23:59:59")), "invalid_voucher");
    assert_eq!(refused(|terms| terms.amount = Money::ZERO), "invalid_amount");
    assert_eq!(refused(|terms| terms.most_per_payment = Some(Money::ZERO)), "invalid_amount");
}

#[test]
fn z_07_the_balance_alert_counts_usable_vouchers_and_speaks_when_they_end() {
    let owner = with(&account(Terms::example(), "5.00"), voucher("V", "10.00", "03-01"));
    let alert = Command::SetBalanceAlert { threshold: Some(money("12.00")) };
    let mut armed = after(&owner, &alert, "2024-02-01T00:00:00");
    let mut events = Vec::new();
    armed.advance(at("2024-03-01T23:59:59"), &mut events).unwrap();
    assert!(armed.balance_alert.unwrap().episode.is_none(), "15.00 is not below 12.00");
    armed.advance(at("2024-03-02T00:00:00"), &mut events).unwrap();
    assert!(armed.balance_alert.unwrap().episode.is_some(), "the voucher's last second is over");
    let value = events.iter().find_map(|event| match event.what {
        What::BalanceFellLow { value } => Some((event.at, value)),
        _ => None,
    });
    assert_eq!(value, Some((at("2024-03-02T00:00:00"), money("5.00"))));
}

/// A year for 507.96, of which consumption is priced by months.
fn machine(window: bool, eats: Eats) -> Terms {
    let mut terms = Terms::example();
    let formula = Some(RefundFormula { consumed: Consumed::Months, fees: Vec::new() });
    let window = RefundPolicy::unused_within(5, 1).window.filter(|_| window);
    terms.policy.package.refund = Some(RefundPolicy { window, formula, unstarted_in_full: false, eats });
    let unit = |up_to, price: &str| Tier { up_to, unit_price: billing::UnitPrice::parse(price).unwrap() };
    let offer = &mut terms.offers[0];
    offer.price = money("507.96");
    offer.consumption.monthly = Some(money("51.00"));
    offer.consumption.hourly = vec![vec![unit(Some(96), "0.42"), unit(None, "0.21")]];
    terms
}

/// Bought for a voucher of 100.00, a gift and the rest in cash.
fn bought(terms: Terms, cash: &str, gift: &str) -> Account {
    let mut owner = with(&account(terms, cash), voucher("V", "100.00", "12-31"));
    let gift = VoucherTerms { kind: VoucherKind::Gift, ..voucher("G", gift, "12-31") };
    owner = with(&owner, gift);
    let bought = after(&owner, &Command::buy("passport-1k"), "2024-03-01T00:00:00");
    assert_eq!((left(&bought), bought.balance), (vec!["0.00".into(), "0.00".into()], Money::ZERO));
    bought
}

fn given_back(account: &Account, now: &str) -> (String, Vec<String>) {
    let back = after(account, &Command::Unsubscribe { package: PackageId(0) }, now);
    (back.balance.to_string(), left(&back))
}

#[test]
fn e_21_within_five_days_everything_but_the_voucher_comes_back() {
    let owner = bought(machine(true, Eats::EachByShare), "200.00", "207.96");
    assert_eq!(
        given_back(&owner, "2024-03-06T00:00:00"),
        ("200.00".into(), vec!["0.00".into(), "207.96".into()])
    );
}

#[test]
fn e_22_after_120_hours_362_60_come_back_each_part_to_its_origin() {
    let owner = bought(machine(false, Eats::EachByShare), "200.00", "207.96");
    assert_eq!(
        given_back(&owner, "2024-03-06T00:00:00"),
        ("177.76".into(), vec!["0.00".into(), "184.84".into()])
    );
}

#[test]
fn e_23_and_e_24_the_first_and_the_second_refund_of_two_parts() {
    let terms = |window| {
        let mut terms = machine(window, Eats::EachByShare);
        let offer = &mut terms.offers[0];
        offer.price = money("707.16");
        offer.consumption.monthly = Some(money("71.00"));
        offer.consumption.discounts = vec![(6, "0.88".parse().unwrap()), (12, "0.83".parse().unwrap())];
        let disk = Tier { up_to: None, unit_price: billing::UnitPrice::parse("0.063").unwrap() };
        offer.consumption.hourly.push(vec![disk]);
        terms
    };
    let first = bought(terms(true), "300.00", "307.16");
    assert_eq!(
        given_back(&first, "2024-03-06T23:59:59"),
        ("300.00".into(), vec!["0.00".into(), "307.16".into()])
    );
    let second = bought(terms(false), "300.00", "307.16");
    assert_eq!(
        given_back(&second, "2024-10-06T00:00:00"),
        ("57.75".into(), vec!["0.00".into(), "59.13".into()])
    );
}

/// A hundred for the ten days from 1 March on, of which 30.00 are consumed.
#[test]
fn e_27_gifts_are_eaten_first_where_the_policy_says_so() {
    let mut terms = machine(false, Eats::GiftsFirst);
    let formula = Some(RefundFormula { consumed: Consumed::Days, fees: Vec::new() });
    terms.policy.package.refund.as_mut().unwrap().formula = formula;
    terms.offers[0].price = money("100.00");
    terms.offers[0].term = Term::Days(9);
    let gift = VoucherTerms { kind: VoucherKind::Gift, ..voucher("G", "50.00", "12-31") };
    let owner = with(&account(terms, "50.00"), gift);
    let owner = after(&owner, &Command::buy("passport-1k"), "2024-03-01T00:00:00");
    assert_eq!(given_back(&owner, "2024-03-04T00:00:00"), ("50.00".into(), vec!["20.00".into()]));
}

#[test]
fn h_135_eighty_in_cash_and_the_voucher_of_twenty_come_back_while_it_is_valid() {
    let mut terms = Terms::example();
    let mut refund = RefundPolicy::unused_within(5, 10);
    refund.window.as_mut().unwrap().returns_vouchers = true;
    terms.policy.package.refund = Some(refund);
    terms.offers[0].price = money("100.00");
    let bought = |last_day| {
        let owner = with(&account(terms.clone(), "80.00"), voucher("V", "20.00", last_day));
        after(&owner, &Command::buy("passport-1k"), "2024-10-20T10:00:00")
    };
    assert_eq!(given_back(&bought("12-31"), "2024-10-22T10:00:00"), ("80.00".into(), vec!["20.00".into()]));
    assert_eq!(given_back(&bought("10-21"), "2024-10-22T10:00:00"), ("80.00".into(), vec!["0.00".into()]));
}
