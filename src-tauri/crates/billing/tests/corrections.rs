//! What comes back when usage is taken out of settled charges, and to whom.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use billing::{
    Account, Command, Instant, Money, ResourceKey, Terms, Usage,
    command::{ChargedNow, UndoneUsage},
    decide,
    event::What,
    voucher::{PayMode, VoucherKind, VoucherTerms},
    zone::parse_instant,
};

fn at(text: &str) -> Instant {
    parse_instant(&format!("{text}+08:00")).unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn after(account: &Account, command: &Command, now: &str) -> Account {
    decide(account, command, at(now)).unwrap().account
}

/// An account with a service, a balance and vouchers of 2024, each with its amount and its last day.
fn owner(balance: &str, vouchers: &[(&str, &str)]) -> Account {
    let opened = at("2024-01-01T00:00:00");
    let (mut account, mut events) =
        Account::open(Arc::new(Terms::example()), opened, money(balance)).unwrap();
    let resource = ResourceKey::new("passport-ocr", "ap-southeast-1");
    account.act(&Command::Enable { resource, since: None }, &mut events).unwrap();
    for (amount, last_day) in vouchers {
        let terms = VoucherTerms {
            code: format!("V{last_day}"),
            kind: VoucherKind::Voucher,
            amount: money(amount),
            valid_from: opened,
            valid_to: at(&format!("2024-{last_day}T23:59:59")),
            services: Vec::new(),
            pays: PayMode::ALL.to_vec(),
            minimum: Money::ZERO,
            single_use: false,
            most_per_payment: None,
        };
        account.act(&Command::AddVoucher(terms), &mut events).unwrap();
    }
    account
}

fn left(account: &Account) -> Vec<String> {
    account.vouchers.iter().map(|voucher| voucher.left.to_string()).collect()
}

/// An hour with 50 and 60 calls of 0.02, settled: 2.20. What was metered, and the charge.
fn settled(owner: &Account) -> (Account, Vec<UndoneUsage>) {
    let (mut account, mut events) = (owner.clone(), Vec::new());
    for (now, count) in [("2024-03-01T10:00:00", 50), ("2024-03-01T10:20:00", 60)] {
        account.advance_to_actions(at(now), &mut events).unwrap();
        let usage = Usage::calls("passport-ocr", "ap-southeast-1", at(now), count);
        account.act(&Command::Use(usage), &mut events).unwrap();
    }
    account.advance(at("2024-03-01T11:00:00"), &mut events).unwrap();
    let now = events.iter().find_map(|event| match &event.what {
        What::Settled(charge) => Some(ChargedNow::of(charge)),
        _ => None,
    });
    let undone = events.iter().filter_map(|event| match &event.what {
        What::Metered(metered) => Some(metered.clone()),
        _ => None,
    });
    let undone = undone.map(|metered| UndoneUsage { metered, deductions: Vec::new(), charged: now.clone() });
    (account, undone.collect())
}

fn undone(account: &Account, usage: &[UndoneUsage]) -> (String, Vec<String>) {
    let back = after(account, &Command::Undo(usage.to_vec().into()), "2024-03-01T11:00:00");
    assert_eq!(back.arrears(), Ok(Money::ZERO));
    (back.balance.to_string(), left(&back))
}

#[test]
fn what_is_left_of_a_corrected_charge_is_paid_as_if_it_had_never_been_higher() {
    let owner = owner("10.00", &[("1.50", "12-31")]);
    let (account, usage) = settled(&owner);
    // 2.20 is 1.50 of the voucher and 0.70 of the balance.
    assert_eq!((account.balance, left(&account)), (money("9.30"), vec!["0.00".to_owned()]));
    // Without the second 60 calls the hour is 1.00, which the voucher alone pays.
    assert_eq!(undone(&account, &usage[1..]), ("10.00".into(), vec!["0.50".into()]));
    // Without the first 50 it is 1.20.
    assert_eq!(undone(&account, &usage[..1]), ("10.00".into(), vec!["0.30".into()]));
    let [first, second] = [usage[0].clone(), usage[1].clone()];
    for all in [[first.clone(), second.clone()], [second, first]] {
        assert_eq!(undone(&account, &all), ("10.00".into(), vec!["1.50".into()]), "as if never used");
    }
}

#[test]
fn the_voucher_that_paid_last_gets_back_first_even_when_it_has_ended() {
    let owner = owner("0.00", &[("0.60", "03-01"), ("1.10", "12-31")]);
    let (owing, usage) = settled(&owner);
    // 0.60, 1.10, and 0.50 that nobody paid.
    assert_eq!((owing.arrears(), left(&owing)), (Ok(money("0.50")), vec!["0.00".into(), "0.00".to_owned()]));
    // 1.00 is left: 0.60 and 0.40; the arrears go first.
    assert_eq!(undone(&owing, &usage[1..]), ("0.00".into(), vec!["0.00".into(), "0.70".into()]));
    // Both ended long ago: they hold again what they would hold, and pay nothing with it.
    let paid = after(&owing, &Command::TopUp { amount: money("0.50") }, "2025-01-01T00:00:00");
    let back = after(&paid, &Command::Undo(usage.into()), "2025-01-01T00:00:00");
    assert_eq!((back.balance, left(&back)), (money("0.50"), vec!["0.60".into(), "1.10".to_owned()]));
    assert_eq!(back.usable_vouchers(), Ok(Money::ZERO));
}
