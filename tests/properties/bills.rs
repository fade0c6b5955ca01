//! Laws of bills: every movement is a line, every line is sound, and lines sum to what moved.

use std::collections::BTreeMap;

use billing::{
    ChargeAmount, Command, Money,
    bill::{Line, amortise},
    decide,
    event::What,
    zone::Month,
};
use proptest::{prelude::*, test_runner::Config};
use tollbook_tests::laws::Life;

use crate::life::{self, World, lives, lives_to_live, steps};

fn lines(life: &Life) -> Vec<Line> {
    let made = |(number, event)| Line::of_event(&life.account, event, number).unwrap();
    (0..).zip(&life.events).filter_map(made).collect()
}

/// What lines amount to, and what moved, by bill.
fn sums(lines: &[Line]) -> BTreeMap<Month, (ChargeAmount, Money)> {
    let mut bills: BTreeMap<Month, (ChargeAmount, Money)> = BTreeMap::new();
    for line in lines {
        let (due, moved) = bills.entry(line.bill).or_default();
        *due = due.checked_add(line.amounts.due).unwrap();
        *moved = moved.checked_add(line.amounts.moved).unwrap();
    }
    bills
}

/// Every line is sound, and with the rounding the lines of each bill sum to what moved. What the customer paid in is what
/// bills took, what is left, and what credit and debts still lack.
fn assert_lawful(life: &Life) {
    let lines = lines(life);
    for line in &lines {
        assert_eq!(line.amounts.check(), Ok(()), "{line:?}");
    }
    let policy = &life.account.terms.policy;
    for (bill, (due, moved)) in sums(&lines) {
        let rounding = Line::rounding(policy, bill, None, due, moved).unwrap();
        let rounding = rounding.map_or(ChargeAmount::ZERO, |line| line.amounts.due);
        assert_eq!(due.checked_add(rounding).unwrap(), ChargeAmount::from_money(moved));
    }
    let paid_in = life.events.iter().map(|event| match &event.what {
        What::Opened { balance } => balance.cents(),
        What::ToppedUp { amount, .. } => amount.cents(),
        _ => 0,
    });
    let billed: i64 = lines.iter().map(|line| line.amounts.moved.cents()).sum();
    let account = &life.account;
    let left = account.balance.cents() - account.credit_drawn.cents() - account.arrears().unwrap().cents();
    assert_eq!(paid_in.sum::<i64>() - billed, left);
}

proptest! {
    #![proptest_config(Config { cases: 128, ..Config::default() })]

    #[test]
    fn every_movement_of_a_bill_is_one_sound_line_and_lines_sum_to_what_moved((world, acts) in lives_to_live()) {
        assert_lawful(&lives(world, &acts));
    }

    #[test]
    fn what_undoing_gives_back_is_lines_too(acts in steps()) {
        let mut life = lives(World::International, &acts);
        let undone = decide(&life.account, &Command::Undo(life::all_usage(&life).into()), life.account.now).unwrap();
        life.events.extend(undone.events);
        life.account = undone.account;
        assert_lawful(&life);
    }

    #[test]
    fn amortised_shares_of_prepaid_lines_sum_to_what_moved((world, acts) in lives_to_live()) {
        let life = lives(world, &acts);
        let prepaid: Vec<_> = lines(&life).into_iter().filter(|line| line.kind.is_prepaid()).collect();
        let booked = amortise::prepaid(&life.account.terms.policy, &prepaid).unwrap();
        let moved = |total: ChargeAmount, line: &Line| total.checked_add(line.amounts.due).unwrap();
        let total = prepaid.iter().fold(ChargeAmount::ZERO, moved);
        let shares = booked.values().flatten().map(|booked| booked.amount);
        let shares = shares.fold(ChargeAmount::ZERO, |sum, share| sum.checked_add(share).unwrap());
        prop_assert_eq!(shares, total);
    }
}
