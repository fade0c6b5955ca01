//! What is written is what is loaded, once, and from where it was decided.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use std::collections::BTreeSet;

use billing::{Account, Command, Money, decide, event::What};
use chrono::TimeDelta;
use common::{
    Life, OPENED, Place, at, calls, keys,
    life::{Step, steps},
    new_account, terms,
};
use ledger::{Ledger, LedgerError, Write, WriteError};
use proptest::{prelude::ProptestConfig, proptest};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// After every kind of event the books give back the very account that was written.
    #[test]
    fn the_account_that_is_loaded_is_the_one_that_was_written(life in steps(60), balance in 0..2000_i64) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let place = Place::new();
            let mut account = Life::begin(place.open().await, "first", balance).await;
            account.check().await;
            for step in &life {
                account.step(step).await;
                account.check().await;
            }
            account.ledger.close().await.unwrap();
        });
    }
}

fn name(what: &What) -> &'static str {
    match what {
        What::Opened { .. } => "opened",
        What::ResourceNamed { .. } => "resource named",
        What::ProjectNamed { .. } => "project named",
        What::Enabled { .. } => "enabled",
        What::ProvedEnabled { .. } => "proved enabled",
        What::Disabled { .. } => "disabled",
        What::Deducted(_) => "deducted",
        What::Metered(_) => "metered",
        What::Settled(_) => "settled",
        What::ArrearsBegan => "arrears began",
        What::ArrearsCleared => "arrears cleared",
        What::StageReached { .. } => "stage reached",
        What::Tagged { .. } => "tagged",
        What::OverageSet { .. } => "overage set",
        What::ClassStarted { .. } => "class started",
        What::ClassFinished { .. } => "class finished",
        What::Banned { .. } => "banned",
        What::Shared { .. } => "shared",
        What::AtEndChosen { .. } => "chosen at the end",
        What::AutoRenewSet { .. } => "automatic renewal set",
        What::RenewalFailed { .. } => "renewal failed",
        What::Refunded { .. } => "refunded",
        What::RenewalRefunded(_) => "renewal refunded",
        What::VoucherAdded { .. } => "voucher added",
        What::BalanceAlertSet { .. } => "balance alert set",
        What::BalanceFellLow { .. } => "balance fell low",
        What::BalanceRecovered { .. } => "balance recovered",
        What::BalanceAlertSilenced(_) => "balance alert silenced",
        What::ToppedUp { .. } => "topped up",
        What::CreditLimitSet { .. } => "credit limit set",
        What::LevelSet { .. } => "level set",
        What::Acquired { .. } => "acquired",
        What::Renewed { .. } => "renewed",
        What::CycleBegan { .. } => "cycle began",
        What::CycleEnded { .. } => "cycle ended",
        What::Expired { .. } => "expired",
        What::PackageAlertSet { .. } => "package alert set",
        What::Unmetered(_) => "unmetered",
        What::QuotaReturned(_) => "quota returned",
        What::Corrected(_) => "corrected",
        What::Noticed(_) => "noticed",
    }
}

#[tokio::test]
async fn a_life_with_every_kind_of_event_is_loaded_as_it_was_written() {
    let place = Place::new();
    let mut life = Life::begin(place.open().await, "first", 200).await;
    let day = 24 * 60;
    let steps = [
        Step::Wait { minutes: 120 },
        Step::Enable { key: 0, since_minutes: 60 },
        Step::Enable { key: 2, since_minutes: 0 },
        Step::Alert { key: 0, percent: Some(50) },
        Step::Buy { offer: 0 },
        Step::Calls { key: 0, project: true, count: 60, failed: false, late_minutes: 0 },
        Step::Calls { key: 0, project: false, count: 5, failed: true, late_minutes: 0 },
        Step::Import { stretches: vec![(0, false, 60, 1), (2, true, 70, 2), (2, true, 30, 90)] },
        Step::Enable { key: 0, since_minutes: 900 },
        Step::Wait { minutes: 120 },
        Step::TopUp { cents: 5 },
        Step::Undo { which: 0 },
        Step::Credit { cents: 100 },
        Step::Level { level: 3 },
        Step::TopUp { cents: 400 },
        Step::Renew { package: 0, terms: 1 },
        Step::Disable { key: 2 },
        Step::Buy { offer: 2 },
        Step::Wait { minutes: 3 * day },
        Step::Enable { key: 1, since_minutes: 0 },
        Step::Wait { minutes: 70 * day },
    ];
    for step in &steps {
        life.step(step).await;
        life.check().await;
    }
    // Calls that prove an earlier stretch.
    life.act(&Command::Enable { resource: keys()[1].clone(), since: Some(at(OPENED)) }, life.account.now)
        .await;
    life.check().await;
    let seen: BTreeSet<_> = life.seen.iter().map(name).collect();
    assert_eq!(seen.len(), 24, "{seen:?}");
}

#[tokio::test]
async fn a_write_from_a_position_that_moved_is_stale_and_leaves_nothing() {
    let place = Place::new();
    let mut life = Life::begin(place.open().await, "first", 1000).await;
    let old = life.basis;
    life.advance(at(OPENED) + TimeDelta::hours(1)).await;
    let decision =
        decide(&life.account, &Command::TopUp { amount: Money::from_cents(5) }, life.account.now).unwrap();
    let write = Write {
        kind: "top-up",
        request_id: Some("one"),
        events: &decision.events,
        after: &decision.account,
        recorded_at: life.account.now,
        import: None,
    };
    assert!(matches!(life.ledger.write(life.id, &old, write.clone()).await, Err(WriteError::Stale)));
    life.check().await;
    life.basis = life.ledger.write(life.id, &life.basis, write).await.unwrap();
    life.account = decision.account;
    life.check().await;
}

#[tokio::test]
async fn a_request_is_carried_out_once_however_often_it_is_made() {
    let place = Place::new();
    let mut life = Life::begin(place.open().await, "first", 1000).await;
    let decision =
        decide(&life.account, &Command::TopUp { amount: Money::from_cents(5) }, life.account.now).unwrap();
    let write = Write {
        kind: "top-up",
        request_id: Some("one"),
        events: &decision.events,
        after: &decision.account,
        recorded_at: life.account.now,
        import: None,
    };
    let done = life.ledger.write(life.id, &life.basis, write.clone()).await.unwrap();
    // The retry still has the old position, or meanwhile the new one.
    for basis in [life.basis, done] {
        let again = life.ledger.write(life.id, &basis, write.clone()).await;
        assert!(matches!(again, Err(WriteError::AlreadyDone(basis)) if basis == done), "{again:?}");
    }
    life.basis = done;
    life.account = decision.account;
    life.check().await;
    assert_eq!(life.account.balance, Money::from_cents(1005));
}

#[tokio::test]
async fn the_same_request_of_another_account_is_another_request() {
    let place = Place::new();
    let first = Life::begin(place.open().await, "first", 1000).await;
    let second = Life::begin(place.open().await, "second", 1000).await;
    for life in [&first, &second] {
        let write = Write {
            kind: "note",
            request_id: Some("one"),
            events: &[],
            after: &life.account,
            recorded_at: life.account.now,
            import: None,
        };
        life.ledger.write(life.id, &life.basis, write).await.unwrap();
    }
}

#[tokio::test]
async fn events_that_do_not_lead_to_the_account_are_not_written() {
    let place = Place::new();
    let life = Life::begin(place.open().await, "first", 1000).await;
    let mut after = life.account.clone();
    after.balance = Money::from_cents(1001);
    let write = Write {
        kind: "wrong",
        request_id: None,
        events: &[],
        after: &after,
        recorded_at: after.now,
        import: None,
    };
    let error = life.ledger.write(life.id, &life.basis, write).await.unwrap_err();
    assert!(matches!(error, WriteError::Ledger(LedgerError::Inconsistent("balance"))), "{error:?}");
    life.check().await;
}

#[tokio::test]
async fn a_name_is_taken_once() {
    let place = Place::new();
    let life = Life::begin(place.open().await, "first", 1000).await;
    let (account, events) = Account::open(terms(), at(OPENED), Money::ZERO).unwrap();
    let again = life.ledger.create_account(&new_account("first"), &account, &events, at(OPENED)).await;
    assert!(matches!(again, Err(LedgerError::NameTaken)));
    assert_eq!(life.ledger.list_accounts().await.unwrap().len(), 1);
}

#[tokio::test]
async fn two_writers_on_one_file_both_come_through_and_none_writes_over_the_other() {
    let place = Place::new();
    let first = Life::begin(place.open().await, "shared", 0).await;
    let id = first.id;
    let writer = |ledger: Ledger, mark: &'static str| async move {
        let mut written = 0;
        while written < 20 {
            let (account, basis) = ledger.load(id, terms()).await.unwrap();
            let top_up = Command::TopUp { amount: Money::from_cents(1) };
            let decision = decide(&account, &top_up, account.now).unwrap();
            let write = Write {
                kind: mark,
                request_id: None,
                events: &decision.events,
                after: &decision.account,
                recorded_at: account.now,
                import: None,
            };
            match ledger.write(id, &basis, write).await {
                Ok(_) => written += 1,
                Err(WriteError::Stale) => {}
                Err(error) => panic!("{error:?}"),
            }
        }
        ledger.close().await.unwrap();
    };
    let one = tokio::spawn(writer(place.open().await, "one"));
    let other = tokio::spawn(writer(place.open().await, "other"));
    one.await.unwrap();
    other.await.unwrap();
    let (account, _) = first.ledger.load(id, terms()).await.unwrap();
    assert_eq!(account.balance, Money::from_cents(40), "every top-up counts once");
}

#[tokio::test]
async fn a_write_that_is_abandoned_is_done_whole_or_not_at_all() {
    let place = Place::new();
    let mut life = Life::begin(place.open().await, "first", 1000).await;
    for polls in 1..12 {
        let top_up = Command::TopUp { amount: Money::from_cents(5) };
        let decision = decide(&life.account, &top_up, life.account.now).unwrap();
        let write = || Write {
            kind: "top-up",
            request_id: None,
            events: &decision.events,
            after: &decision.account,
            recorded_at: life.account.now,
            import: None,
        };
        let mut writing = Box::pin(life.ledger.write(life.id, &life.basis, write()));
        for _ in 0..polls {
            let looked =
                std::future::poll_fn(|context| std::task::Poll::Ready(writing.as_mut().poll(context)));
            if looked.await.is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
        drop(writing);
        // It was given up anywhere, perhaps with its commit on the way: the same write again is then stale, or the first.
        let again = life.ledger.write(life.id, &life.basis, write()).await;
        assert!(matches!(again, Ok(_) | Err(WriteError::Stale)), "{again:?}");
        let (_, basis) = life.ledger.load(life.id, std::sync::Arc::clone(&life.terms)).await.unwrap();
        (life.account, life.basis) = (decision.account, basis);
        life.check().await;
    }
}

/// How much later imports would recognise.
async fn known(life: &Life) -> (usize, usize) {
    let blocks = life.ledger.record_blocks(life.id, "gateway", 0, 12).await.unwrap();
    let stretches = life.ledger.stretches(life.id, "gateway", 150, 160).await.unwrap();
    (blocks.len(), stretches.len())
}

#[tokio::test]
async fn usage_of_an_undone_import_can_be_imported_again() {
    let place = Place::new();
    let mut life = Life::begin(place.open().await, "first", 1000).await;
    life.act(&Command::Enable { resource: keys()[0].clone(), since: None }, at(OPENED)).await;
    life.act(&Command::Use(calls(0, "", at(OPENED), 7)), at(OPENED)).await;
    life.import(&[(0, false, 10, 1), (0, false, 4, 2)]).await;
    assert_eq!(known(&life).await, (1, 1));
    life.advance(at(OPENED) + TimeDelta::hours(3)).await;
    life.undo(0).await;
    life.check().await;
    assert_eq!(known(&life).await, (0, 0), "nothing of it is recognised any more");
    life.import(&[(0, false, 14, 1)]).await;
    life.check().await;
    assert_eq!(known(&life).await, (1, 1));
}
