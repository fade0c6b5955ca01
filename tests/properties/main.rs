//! Laws that hold for whatever customers and callers do.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod applications;
mod life;

use billing::{Command, Event, Money, decide, event::What, journal};
use life::{Act, Life, account, lives, steps};
use proptest::{prelude::*, test_runner::Config};

fn postings(life: &Life) -> Vec<journal::Transaction> {
    let transaction = |event: &Event| journal::transaction(event, &life.account).unwrap();
    life.events.iter().filter_map(transaction).collect()
}

/// Sums postings per ledger account.
fn balance_of(life: &Life, name: &str) -> i64 {
    let postings = postings(life);
    let lines = postings.iter().flat_map(|transaction| &transaction.postings);
    lines.filter(|posting| posting.ledger_account == name).map(|posting| posting.units).sum()
}

/// Everything but the messages, whose number may depend on how usage was split.
fn without_notices(mut life: Life) -> Life {
    life.events.retain(|event| !matches!(event.what, What::Noticed(_)));
    for cycle in life.account.packages.iter_mut().flat_map(|package| &mut package.cycles) {
        (cycle.low_told, cycle.exhausted_sent) = (0, false);
    }
    life
}

proptest! {
    #![proptest_config(Config { cases: 256, ..Config::default() })]

    #[test]
    fn every_transaction_balances_and_the_journal_says_what_the_state_says(acts in steps()) {
        let life = lives(&acts);
        for transaction in postings(&life) {
            prop_assert!(transaction.is_balanced(), "{transaction:?}");
        }
        let account = &life.account;
        prop_assert_eq!(balance_of(&life, "Assets:Balance"), account.balance.cents());
        prop_assert_eq!(-balance_of(&life, "Liabilities:Arrears"), account.arrears().unwrap().cents());
        prop_assert_eq!(-balance_of(&life, "Liabilities:Credit"), account.credit_drawn.cents());
        for (number, package) in account.packages.iter().enumerate() {
            let begun = package.cycles.iter().filter(|cycle| cycle.begun);
            let left: u64 = begun.map(|cycle| cycle.remaining()).sum();
            prop_assert_eq!(balance_of(&life, &format!("Assets:Quota:{number}")), i64::try_from(left).unwrap());
        }
    }

    #[test]
    fn no_quota_and_no_balance_is_ever_below_zero(acts in steps()) {
        let life = lives(&acts);
        prop_assert!(life.account.balance >= Money::ZERO);
        for cycle in life.account.packages.iter().flat_map(|package| &package.cycles) {
            prop_assert!(cycle.used + cycle.lapsed <= cycle.quota, "{cycle:?}");
        }
    }

    #[test]
    fn every_successful_call_is_paid_for_exactly_once_or_uncovered(acts in steps()) {
        let life = lives(&acts);
        let (mut billable, mut deducted, mut charged) = (0, 0, 0);
        for event in &life.events {
            match &event.what {
                What::Metered(metered) => {
                    billable += metered.billable;
                    let billed: u64 = metered.parts.iter().map(|part| part.calls).sum();
                    prop_assert_eq!(metered.billable, metered.from_packages + billed);
                    charged += billed;
                }
                What::Deducted(deduction) => deducted += deduction.calls,
                _ => {}
            }
        }
        prop_assert_eq!(billable, deducted + charged);
        let settled: u64 = life.events.iter().map(|event| match &event.what {
            What::Settled(charge) => charge.billed(),
            _ => 0,
        }).sum();
        let open: u64 = life.account.open.values().map(billing::OpenCharge::billed).sum();
        prop_assert_eq!(charged, settled + open);
    }

    #[test]
    fn advancing_in_other_steps_gives_the_same_books(acts in steps(), stops in proptest::collection::vec(1_u32..5000, 0..20)) {
        let straight = lives(&acts);
        let mut stopped = Vec::new();
        let mut stops = stops.into_iter().cycle();
        for act in &acts {
            // A stop between acts of one second would run that second's alerts before the later act.
            if let Some(stop) = stops.next().filter(|_| act.seconds() > 1) {
                stopped.push(Act::Wait(stop.min(act.seconds() - 1)));
            }
            stopped.push(act.clone());
        }
        prop_assert_eq!(straight, life::lives_with_stops(&stopped));
    }

    #[test]
    fn splitting_a_batch_changes_nothing_but_the_number_of_messages(acts in steps()) {
        let whole = without_notices(lives(&acts));
        let halved: Vec<_> = acts.iter().flat_map(Act::halved).collect();
        let halved = without_notices(lives(&halved));
        prop_assert_eq!(whole.account, halved.account);
    }

    #[test]
    fn a_preview_is_the_commit(acts in steps(), amount in 1_i64..1_000_000) {
        let life = lives(&acts);
        let command = Command::TopUp { amount: Money::from_cents(amount) };
        let at = life.account.now;
        prop_assert_eq!(decide(&life.account, &command, at), decide(&life.account, &command, at));
        let buy = Command::buy("small");
        let before = life.account.clone();
        if decide(&life.account, &buy, at).is_err() {
            prop_assert_eq!(before, life.account, "a refusal changes nothing");
        }
    }

    #[test]
    fn undoing_all_usage_gives_every_call_and_every_cent_back(acts in steps()) {
        let mut life = lives(&acts);
        let usage = life::all_usage(&life);
        let at = life.account.now;
        let undone = decide(&life.account, &Command::Undo(usage), at).unwrap();
        life.events.extend(undone.events);
        life.account = undone.account;
        prop_assert!(life.account.open.is_empty());
        prop_assert!(life.account.counters.values().all(|calls| *calls == 0));
        prop_assert!(life.account.debts.is_empty());
        for cycle in life.account.packages.iter().flat_map(|package| &package.cycles) {
            prop_assert_eq!(cycle.used, 0);
        }
        for transaction in postings(&life) {
            prop_assert!(transaction.is_balanced(), "{transaction:?}");
        }
        for service in ["passport-ocr", "id-card-ocr"] {
            for region in ["ap-southeast-1", "ap-southeast-3"] {
                prop_assert_eq!(balance_of(&life, &format!("Expenses:Usage:{service}@{region}")), 0);
                prop_assert_eq!(balance_of(&life, &format!("Expenses:Quota:Used:{service}@{region}")), 0);
            }
        }
        prop_assert_eq!(balance_of(&life, "Assets:Balance"), life.account.balance.cents());
    }

    #[test]
    fn a_top_up_pays_arrears_before_anything_else(acts in steps(), amount in 1_i64..1_000_000) {
        let life = lives(&acts);
        let amount = Money::from_cents(amount);
        let split = billing::top_up::allocate(&life.account, amount).unwrap().value;
        let parts = split.to_arrears().unwrap().cents() + split.to_credit.cents() + split.to_balance.cents();
        prop_assert_eq!(parts, amount.cents());
        if split.to_arrears().unwrap() < life.account.arrears().unwrap() {
            prop_assert_eq!(split.to_balance, Money::ZERO);
        }
    }
}

#[test]
fn an_earlier_instant_changes_nothing_and_says_so() {
    let mut account = account();
    let before = account.clone();
    let mut events = Vec::new();
    let refused = account.advance(before.now - chrono::TimeDelta::days(1), &mut events);
    assert_eq!(refused, Err(billing::Refusal::ClockWentBack));
    assert_eq!((account, events), (before, Vec::new()));
}
