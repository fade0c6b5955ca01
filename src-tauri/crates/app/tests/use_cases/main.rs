//! Use cases on a real file: the demo, actions, imports and their undoing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod alerts;
mod arrears;
mod attendance;
mod foresight;
mod harm;
mod steps;
mod sums;
mod time;
mod world;

use std::sync::Arc;

use app::{
    AppError, action,
    clock::ManualClock,
    demo, due,
    import::{self, Request, Target},
    ledger::ImportId,
    metering::{Input, Quiet},
};
use billing::{Command, Money, ResourceKey};
use chrono::TimeDelta;
use world::{RULES, World, instant, log, open};

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_a_year_of_sound_books() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = demo::create(&world.books).await.unwrap();
    let loaded = world.loaded(id).await;
    assert!(loaded.header.sample);
    assert!(loaded.account.packages.len() >= 5);
    assert!(loaded.account.debts.is_empty());
    assert_eq!(demo::create(&world.books).await.unwrap(), id, "a second time it is found");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_has_not_lived_is_billed_from_its_first_hour_on() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T14:00:00+08:00").await;
    let prepared = world.import(id, &log("2026-10-05T09:10:00+08:00", 0..50), "import-1").await;
    assert_eq!(prepared.decided.enables, [ResourceKey::new("passport-ocr", "ap-southeast-1")]);
    let loaded = world.loaded(id).await;
    assert_eq!(loaded.account, prepared.decided.after, "what was previewed is what was written");
    assert_eq!(loaded.account.balance, Money::from_cents(9_900));
    let months = world.books.ledger().bills(id, app::ledger::Page::first(10)).await.unwrap();
    assert_eq!(months.rows.iter().map(|row| row.month.to_string()).collect::<Vec<_>>(), ["2026-10"]);
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_log_counts_once_and_a_grown_one_only_what_is_new() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T14:00:00+08:00").await;
    world.import(id, &log("2026-11-22T13:10:00+08:00", 0..50), "import-1").await;
    let again = world.prepare(Target::Account(id), &log("2026-11-22T13:10:00+08:00", 0..50)).await.unwrap();
    assert_eq!((again.reading.counted, again.reading.overlapped), (0, 50));
    let grown = world.import(id, &log("2026-11-22T13:10:00+08:00", 0..80), "import-2").await;
    assert_eq!((grown.reading.counted, grown.reading.overlapped), (30, 50));
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undone_import_gives_everything_back_and_can_be_imported_again() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, Command::buy("passport-1k"), "buy").await.unwrap();
    let before = world.loaded(id).await.account;
    let lines =
        format!("{}{}", log("2026-11-22T10:10:00+08:00", 0..30), log("2026-11-22T14:07:00+08:00", 30..50));
    world.import(id, &lines, "import-1").await;
    world.clock.set(instant("2026-11-22T16:30:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    let charged = world.loaded(id).await.account;
    assert_eq!(
        charged.balance,
        before.balance.checked_sub(Money::from_cents(60)).unwrap(),
        "30 late calls at 0.02"
    );
    assert_eq!(charged.packages[0].cycles[0].used, 20);
    world.is_clean().await;

    import::undo(&world.books, id, ImportId(1), "undo-1").await.unwrap();
    let undone = world.loaded(id).await.account;
    assert_eq!(undone.balance, before.balance);
    assert_eq!(undone.packages[0].cycles[0].used, 0);
    world.is_clean().await;
    let twice = import::undo(&world.books, id, ImportId(1), "undo-2").await;
    assert!(matches!(twice, Err(AppError::NoImport(_))), "{twice:?}");

    let again = world.import(id, &lines, "import-2").await;
    assert_eq!(again.reading.counted, 50);
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_changes_inside_the_hour_is_a_border_for_the_import_that_opens_the_account() {
    let folder = tempfile::tempdir().unwrap();
    let price = |unit: &str, from: &str| {
        format!(
            "[[price]]\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\nunit_price = \"{unit}\"\n{from}"
        )
    };
    let prices = [price("0.02", ""), price("0.03", "from = \"2026-10-05T09:30:00+08:00\"\n")].concat();
    let text = format!("title = \"own\"\ncurrency = \"USD\"\n{prices}");
    std::fs::write(folder.path().join("catalogue.toml"), text).unwrap();
    let clock = Arc::new(ManualClock::at(instant("2026-11-22T14:07:00+08:00")));
    let books = Arc::new(open(folder.path(), &clock).await);
    let world = World { books, clock, _folder: folder };
    let lines =
        format!("{}{}", log("2026-10-05T09:10:00+08:00", 0..10), log("2026-10-05T09:40:00+08:00", 10..30));
    let prepared = world.prepare(new_account(), &lines).await.unwrap();
    let id = import::commit(&world.books, &prepared, "import").await.unwrap().account;
    // 10 at 0.02 and 20 at 0.03 are 0.80.
    assert_eq!(world.loaded(id).await.account.balance, Money::from_cents(9_920));
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_from_before_another_action_is_stale_and_a_retry_is_harmless() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    let top_up = Command::TopUp { amount: Money::from_cents(500) };
    let plan = action::preview(&world.books, id, &top_up).await.unwrap();
    world.act(id, top_up.clone(), "one").await.unwrap();
    let stale = action::commit(&world.books, id, "top-up", &top_up, Some(&plan.seen), "two").await;
    assert!(matches!(stale, Err(AppError::Stale)), "{stale:?}");
    world.act(id, top_up, "one").await.unwrap();
    assert_eq!(world.loaded(id).await.account.balance, Money::from_cents(10_500), "the retry paid nothing");
    let spend_all = Command::buy("general-text-10k");
    world.act(id, spend_all.clone(), "buy").await.unwrap();
    let left = world.loaded(id).await.account.balance;
    world.act(id, spend_all, "buy").await.unwrap();
    assert_eq!(
        world.loaded(id).await.account.balance,
        left,
        "a retry is not refused for want of what it spent"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_while_closed_is_run_in_order_and_reported_once() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.import(id, &log("2026-11-22T14:00:00+08:00", 0..100), "import-1").await;
    assert_eq!(world.loaded(id).await.account.open.iter().count(), 1);
    world.clock.set(instant("2026-11-22T14:07:00+08:00") + TimeDelta::days(3));
    let caught_up = due::run(&world.books, id).await.unwrap();
    assert_eq!(caught_up.settled().unwrap(), (1, Money::from_cents(200)));
    assert!(due::run(&world.books, id).await.unwrap().events.is_empty(), "nothing is reported twice");
    world.is_clean().await;
}

fn new_account() -> Target {
    Target::New { name: "Main".into(), policy: "huawei-ocr-intl".into(), balance: Money::from_cents(10_000) }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_opened_its_account_is_recognised_when_it_is_repeated() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let lines = log("2026-11-22T13:10:00+08:00", 0..50);
    let prepared = world.prepare(new_account(), &lines).await.unwrap();
    let done = import::commit(&world.books, &prepared, "import").await.unwrap();
    let balance = world.loaded(done.account).await.account.balance;
    assert_eq!(import::commit(&world.books, &prepared, "import").await.unwrap(), done);
    assert_eq!(world.loaded(done.account).await.account.balance, balance, "nothing is charged again");
    let other = import::commit(&world.books, &prepared, "another").await;
    assert!(matches!(other, Err(AppError::NameTaken(_))), "{other:?}");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_import_left_out_is_kept_with_it() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, Command::TopUp { amount: Money::from_cents(100) }, "top-up").await.unwrap();
    let mut lines = log("2026-11-22T13:10:00+08:00", 0..50);
    lines.push_str("10.0.0.1 - - [22/Nov/2026:05:20:00 +0000] \"GET /favicon.ico HTTP/1.1\" 404 0\n");
    lines.extend((0..1_500).map(|number| format!("no line of a log {number}\n")));
    let prepared = world.import(id, &lines, "import").await;
    let ImportId(number) = world.books.ledger().import_of_request(id, "import").await.unwrap().unwrap();
    let kept = import::find(&world.books, id, ImportId(number)).await.unwrap();
    assert_eq!((kept.import.counts.rejected, kept.import.counts.unmatched), (1_500, 1));
    let report = kept.report.unwrap();
    assert_eq!(report, import::Report::of(&prepared), "what the preview showed is what was kept");
    assert_eq!(report.rejected.len(), 1_000, "the first are kept, all are counted");
    let row = &report.rejected[7];
    assert_eq!((row.line, row.reason.as_str()), (59, "not_an_access_log_line"));
    assert_eq!(row.excerpt, "no line of a log 7");
    assert!(report.unmatched[0].excerpt.contains("/favicon.ico"));
    let missing = import::find(&world.books, id, ImportId(number + 1)).await;
    assert!(matches!(missing, Err(AppError::UnknownImport(_))), "{missing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_that_the_account_refuses_are_kept_with_their_reason() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    let unpriced = ResourceKey::new("passport-ocr", "nowhere");
    world.act(id, Command::Enable { resource: unpriced, since: None }, "enable").await.unwrap();
    let request = Request {
        target: Target::Account(id),
        input: Input::text("access.log", log("2026-11-22T14:07:00+08:00", 0..50)),
        label: "access.log".into(),
        source: "gateway".into(),
        rules: Some(RULES.replace("ap-southeast-1", "nowhere")),
        rules_file: "rules.toml".into(),
        zone: None,
        format: None,
    };
    let prepared = import::prepare(&world.books, request, Arc::new(Quiet)).await.unwrap();
    let done = import::commit(&world.books, &prepared, "import").await.unwrap();
    let report = import::find(&world.books, id, done.import).await.unwrap().report.unwrap();
    let refused = &report.refused[0];
    assert_eq!((refused.code.as_str(), refused.region.as_str(), refused.calls), ("no_price", "nowhere", 50));
    assert_eq!(report.refused_calls, 50);
    world.is_clean().await;
}
