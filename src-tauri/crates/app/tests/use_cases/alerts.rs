//! What a line would have told is what it told; what was told is found by episode; what happened meanwhile is told once.

use app::{
    alerts::{self, Family, State},
    away, due,
};
use billing::{Command, Money, ResourceKey, alert::NoticeKind};
use chrono::TimeDelta;
use ledger::{AccountId, Page};

use crate::world::{World, instant, log};

const CREATED: &str = "2026-09-01T08:00:00+08:00";

async fn told(world: &World, id: AccountId) -> Vec<NoticeKind> {
    let mut lines = world.books.ledger().notices(id, Page::first(1_000)).await.unwrap().rows;
    lines.reverse();
    lines.iter().map(|line| line.notice.kind).collect()
}

/// 100.00 at the start; each hour of calls costs 60.00, and 50.00 come in between: below and above 30.00 in turn.
async fn live(world: &World, id: AccountId) {
    let days = ["2026-09-02", "2026-09-12", "2026-09-13", "2026-10-20"];
    for (number, day) in (0..).zip(days) {
        let at = format!("{day}T09:10:00+08:00");
        world.clock.set(instant(&at));
        due::run(&world.books, id).await.unwrap();
        world.import(id, &log(&at, number * 3_000..(number + 1) * 3_000), &format!("import {number}")).await;
        world.clock.set(instant(&at) + TimeDelta::days(5));
        due::run(&world.books, id).await.unwrap();
        let top_up = Command::TopUp { amount: Money::from_cents(5_000) };
        world.act(id, top_up, &format!("top-up {number}")).await.unwrap();
    }
    world.clock.set(instant("2026-11-22T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_would_have_told_exactly_what_it_told() {
    for cents in [0, 1_000, 3_000, 5_000, 9_000, 10_001] {
        let line = Money::from_cents(cents);
        let world = World::at(CREATED).await;
        let id = world.account(CREATED).await;
        world.act(id, Command::SetBalanceAlert { threshold: Some(line) }, "alert").await.unwrap();
        live(&world, id).await;
        let messages =
            told(&world, id).await.into_iter().filter(|kind| *kind == NoticeKind::BalanceLow).count();
        let history = alerts::history_of(&world.books, &world.loaded(id).await, line).await.unwrap().unwrap();
        assert_eq!(history.told as usize, messages, "{line}");

        let inbox = alerts::inbox(&world.books, &world.loaded(id).await).await.unwrap();
        let fired = inbox.episodes.iter().filter(|episode| episode.family == Family::Balance).count();
        assert_eq!(history.fired_at.len(), fired, "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_credit_limit_leaves_the_past_unknown() {
    let world = World::at(CREATED).await;
    let id = world.account(CREATED).await;
    let line = Money::from_cents(1);
    assert!(alerts::history_of(&world.books, &world.loaded(id).await, line).await.unwrap().is_some());
    let limit = Command::SetCreditLimit { amount: Money::from_cents(100) };
    app::action::commit(&world.books, id, "credit-limit", &limit, None, "limit").await.unwrap();
    assert!(alerts::history_of(&world.books, &world.loaded(id).await, line).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn arrears_are_one_episode_from_the_first_debt_to_the_last_payment() {
    let world = World::at(CREATED).await;
    let id = world.account(CREATED).await;
    world.import(id, &log(CREATED, 0..6_000), "import").await;
    world.clock.set(instant("2026-09-20T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    let inbox = alerts::inbox(&world.books, &world.loaded(id).await).await.unwrap();
    let [episode] = inbox.episodes.as_slice() else { panic!("{inbox:?}") };
    assert_eq!((episode.family, episode.state), (Family::Arrears, State::Open));
    let kinds: Vec<_> = episode.notices.iter().map(|line| line.notice.kind).collect();
    // Three warnings before the end of grace, the end itself.
    let near = NoticeKind::DeadlineNear;
    assert_eq!(kinds, [NoticeKind::Arrears, near, near, near, NoticeKind::Frozen]);

    world.act(id, Command::TopUp { amount: Money::from_cents(2_000) }, "pay").await.unwrap();
    let inbox = alerts::inbox(&world.books, &world.loaded(id).await).await.unwrap();
    assert_eq!((inbox.episodes.len(), inbox.episodes[0].state), (1, State::Resolved));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_unseen_is_told_once_in_order_whoever_ran_it() {
    let world = World::at(CREATED).await;
    let id = world.account(CREATED).await;
    let alert = Command::SetBalanceAlert { threshold: Some(Money::from_cents(3_000)) };
    world.act(id, alert, "alert").await.unwrap();
    world.import(id, &log(CREATED, 0..6_000), "import").await;
    assert_eq!(away::look(&world.books, id).await.unwrap().1, None, "nothing fell due so far");

    // Some other command of the program runs it; nobody is told yet.
    world.clock.set(instant("2026-09-03T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    world.clock.set(instant("2026-09-05T08:00:00+08:00"));
    let away = away::look(&world.books, id).await.unwrap().1.unwrap();
    assert_eq!((away.since, away.until), (Some(instant(CREATED)), instant("2026-09-05T08:00:00+08:00")));
    assert_eq!((away.fell_due.settlement_count, away.fell_due.settled), (1, Money::from_cents(12_000)));
    let kinds: Vec<_> = away.fell_due.notices.iter().map(|line| line.notice.kind).collect();
    let low = NoticeKind::BalanceLow;
    assert_eq!(kinds, [NoticeKind::Arrears, low, low, low], "at once, after 24 and after 72 hours");
    assert!(away.fell_due.notices.windows(2).all(|pair| pair[0].at <= pair[1].at));
    assert_eq!(away.fell_due.notices[1].found_at, instant("2026-09-03T08:00:00+08:00"));
    assert!(away.fell_due.notices.iter().all(|line| line.usage_until == Some(instant(CREATED))), "data age");
    assert_eq!(away::look(&world.books, id).await.unwrap().1, None, "once");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_keeps_how_old_its_data_was_whatever_is_imported_later() {
    let world = World::at(CREATED).await;
    let id = world.account(CREATED).await;
    let alert = Command::SetBalanceAlert { threshold: Some(Money::from_cents(3_000_000)) };
    world.act(id, alert, "alert").await.unwrap();
    world.clock.set(instant("2026-09-03T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    world.import(id, &log(CREATED, 0..10), "import").await;
    world.clock.set(instant("2026-09-05T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    let lines = world.books.ledger().notices(id, Page::first(9)).await.unwrap().rows;
    let known: Vec<_> = lines.iter().rev().map(|line| line.usage_until).collect();
    let later = Some(instant(CREATED));
    assert_eq!(
        known,
        [None, None, later],
        "at once and after 24 hours nothing was known, after 72 hours it was"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_share_would_have_fired_exactly_when_it_fired() {
    // Of 1,000 calls 300, 150, 50, 10 and none are left.
    let days = [
        ("2026-09-02", 700),
        ("2026-09-05", 150),
        ("2026-09-10", 100),
        ("2026-09-20", 40),
        ("2026-10-01", 10),
    ];
    let key = ResourceKey::new("passport-ocr", "ap-southeast-1");
    for (percent, first) in [(50, "2026-09-02"), (30, "2026-09-02"), (15, "2026-09-05"), (14, "2026-09-10")] {
        let world = World::at(CREATED).await;
        let id = world.account(CREATED).await;
        let buy =
            Command::Buy { sku: "passport-1k".into(), application: None, starts_at: None, auto_renew: false };
        world.act(id, buy, "buy").await.unwrap();
        let alert = Command::SetPackageAlert { resource: key.clone(), percent: Some(percent) };
        world.act(id, alert, "alert").await.unwrap();
        for (number, (day, calls)) in (0..).zip(days) {
            let at = format!("{day}T09:10:00+08:00");
            world.clock.set(instant(&at));
            due::run(&world.books, id).await.unwrap();
            world
                .import(id, &log(&at, number * 1_000..number * 1_000 + calls), &format!("import {number}"))
                .await;
        }
        world.clock.set(instant("2026-11-22T08:00:00+08:00"));
        due::run(&world.books, id).await.unwrap();

        let low = told(&world, id).await.into_iter().filter(|kind| *kind == NoticeKind::PackageLow).count();
        let loaded = world.loaded(id).await;
        let found = alerts::backtest_packages(&world.books, &loaded, &key, percent).await.unwrap();
        assert_eq!(found.crossings.len(), low, "{percent} %");
        let [crossing] = found.crossings.as_slice() else { panic!("{found:?}") };
        // What a package paid is kept by the hour.
        assert_eq!(crossing.at, instant(&format!("{first}T09:00:00+08:00")), "{percent} %");
        assert_eq!(crossing.out_at, Some(instant("2026-10-01T09:00:00+08:00")));
        let last = found.lines[0].1.last().unwrap();
        assert_eq!((found.lines.len(), last.1), (1, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn how_early_a_line_would_have_told_is_known() {
    let world = World::at(CREATED).await;
    let id = world.account(CREATED).await;
    // 3,000 calls cost 60.00: 40.00 are left, two days later 20.00 are owed, and then 80.00 are there again.
    for (number, day) in (0..).zip(["2026-09-02", "2026-09-04"]) {
        let at = format!("{day}T09:10:00+08:00");
        world.clock.set(instant(&at));
        due::run(&world.books, id).await.unwrap();
        world.import(id, &log(&at, number * 3_000..(number + 1) * 3_000), &format!("import {number}")).await;
    }
    world.clock.set(instant("2026-09-10T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    world.act(id, Command::TopUp { amount: Money::from_cents(10_000) }, "top-up").await.unwrap();
    world.clock.set(instant("2026-11-22T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();

    let loaded = world.loaded(id).await;
    let backtest = async |cents: i64| {
        alerts::backtest_balance(&world.books, &loaded, Money::from_cents(cents))
            .await
            .unwrap()
            .unwrap()
            .crossings
    };
    let [early] = backtest(5_000).await[..] else { panic!("one") };
    assert_eq!(early.value, Money::from_cents(4_000));
    assert_eq!(early.out_at, Some(early.at + TimeDelta::days(2)));
    let [late] = backtest(4_000).await[..] else { panic!("one") };
    assert_eq!(
        (late.value, late.out_at),
        (Money::from_cents(-2_000), Some(late.at)),
        "strictly below (Z-06)"
    );
    assert!(backtest(-2_000).await.is_empty());

    // What began before the 90 days is not counted again.
    world.clock.set(instant("2027-01-01T08:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    let loaded = world.loaded(id).await;
    let found =
        alerts::backtest_balance(&world.books, &loaded, Money::from_cents(9_000)).await.unwrap().unwrap();
    assert_eq!((found.crossings.len(), found.lines[0].1.len()), (0, 1));
}
