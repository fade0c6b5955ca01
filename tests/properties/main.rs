//! Laws that hold for whatever customers and callers do.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod applications;
mod bills;
mod life;
mod order;

use billing::{Command, Money, decide, event::What};
use life::{Act, World, account, lives, lives_to_live, steps};
use proptest::{prelude::*, test_runner::Config};
use tollbook_tests::laws::Life;

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
    fn every_life_is_lawful((world, acts) in lives_to_live()) {
        lives(world, &acts).is_lawful();
    }

    #[test]
    fn advancing_in_other_steps_gives_the_same_books((world, acts) in lives_to_live(), stops in proptest::collection::vec(1_u32..5000, 0..20)) {
        let straight = lives(world, &acts);
        let mut stopped = Vec::new();
        let mut stops = stops.into_iter().cycle();
        for act in &acts {
            // A stop between acts of one second would run that second's alerts before the later act.
            if let Some(stop) = stops.next().filter(|_| act.seconds() > 1) {
                stopped.push(Act::Wait(stop.min(act.seconds() - 1)));
            }
            stopped.push(act.clone());
        }
        prop_assert_eq!(straight, life::lives_with_stops(world, &stopped));
    }

    #[test]
    fn splitting_a_batch_changes_nothing_but_the_number_of_messages((world, acts) in lives_to_live()) {
        let whole = without_notices(lives(world, &acts));
        let halved: Vec<_> = acts.iter().flat_map(Act::halved).collect();
        let halved = without_notices(lives(world, &halved));
        prop_assert_eq!(whole.account, halved.account);
    }

    #[test]
    fn undoing_all_usage_gives_every_call_and_every_cent_back(acts in steps()) {
        let mut life = lives(World::International, &acts);
        let usage = life::all_usage(&life);
        let at = life.account.now;
        let undone = decide(&life.account, &Command::Undo(usage.into()), at).unwrap();
        life.events.extend(undone.events);
        life.account = undone.account;
        prop_assert!(life.account.open.first_settles_at().is_none());
        prop_assert!(life.account.counters.values().all(|calls| *calls == 0));
        prop_assert!(life.account.debts.is_empty());
        for cycle in life.account.packages.iter().flat_map(|package| &package.cycles) {
            prop_assert_eq!(cycle.used, 0);
        }
        for transaction in life.postings() {
            prop_assert!(transaction.is_balanced(), "{transaction:?}");
        }
        let sums = life.sums();
        let balance_of = |name: &str| sums.get(name).copied().unwrap_or(0);
        for service in ["passport-ocr", "id-card-ocr"] {
            for region in ["ap-southeast-1", "ap-southeast-3"] {
                prop_assert_eq!(balance_of(&format!("Expenses:Usage:{service}@{region}")), 0);
                prop_assert_eq!(balance_of(&format!("Expenses:Quota:Used:{service}@{region}")), 0);
            }
        }
        prop_assert_eq!(balance_of("Assets:Balance"), life.account.balance.cents());
    }

    #[test]
    fn a_top_up_pays_arrears_before_anything_else(acts in steps(), amount in 1_i64..1_000_000) {
        let life = lives(World::International, &acts);
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
    let mut account = account(World::International);
    let before = account.clone();
    let mut events = Vec::new();
    let refused = account.advance(before.now - chrono::TimeDelta::days(1), &mut events);
    assert_eq!(refused, Err(billing::Refusal::ClockWentBack));
    assert_eq!((account, events), (before, Vec::new()));
}
