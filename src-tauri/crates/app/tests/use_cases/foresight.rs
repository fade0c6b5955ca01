//! What is foreseen, on books whose weeks were made so that every figure can be worked by hand.

use app::{
    Books,
    books::Loaded,
    demo, due,
    foresight::{self, Foresight, Spread, Unknown, foresee},
    harm::{self, What},
    import::Target,
    ledger::AccountId,
};
use billing::{Command, Instant, Money, PackageId, zone::Month};
use chrono::TimeDelta;

use crate::world::{World, instant, log, world_with};

/// 0.10 a call; 500 calls of a month for 25.00.
const CATALOGUE: &str = r#"
title = "own"
currency = "USD"
[[price]]
service = "passport-ocr"
region = "ap-southeast-1"
unit_price = "0.10"
[[offer]]
sku = "passport-500"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 500
term = "1m"
price = "25.00"
"#;

const NOW: &str = "2026-11-22T14:07:00+08:00";

/// Calls at 10:10 of each of so many days up to yesterday, a line each: of four weeks 10, 20, 30 and 40 a day; and 5 today.
fn calls(days: i64) -> String {
    let today = instant("2026-11-22T10:10:00+08:00");
    let day = |back: i64| {
        log(
            &(today - TimeDelta::days(back)).to_rfc3339(),
            0..u32::try_from(10 * (4 - (back - 1) / 7)).unwrap(),
        )
    };
    let before: String = (1..=days).rev().map(day).collect();
    before + &log(&today.to_rfc3339(), 0..5)
}

/// An account with 100.00 that such calls were imported into.
async fn world(days: i64) -> (World, AccountId) {
    let world = world_with(CATALOGUE, NOW).await;
    let id = world.account("2026-11-22T14:00:00+08:00").await;
    let prepared = world.prepare(Target::Account(id), &calls(days)).await.unwrap();
    app::import::commit(&world.books, &prepared, "import").await.unwrap();
    (world, id)
}

async fn outlook(books: &Books, id: AccountId) -> (Loaded, foresight::Outlook) {
    let loaded = due::run(books, id).await.unwrap().loaded;
    let outlook = foresee(books, &loaded).await.unwrap();
    (loaded, outlook)
}

async fn foreseen(world: &World, id: AccountId) -> std::sync::Arc<Foresight> {
    outlook(&world.books, id).await.1.unwrap()
}

fn at(text: &str) -> Option<Instant> {
    Some(instant(text))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_money_lasts_as_long_as_each_of_four_weeks_lets_it() {
    let (world, id) = world(28).await;
    let foresight = foreseen(&world, id).await;
    assert_eq!(foresight.futures.len(), 4);
    assert_eq!(foresight.futures.iter().map(|future| future.used).collect::<Vec<_>>(), [70, 140, 210, 280]);
    // 705 calls at 0.10 have left 29.50. What is missing of today's 10:00 – 5, 15, 25 or 35 calls – is charged late.
    // Then 29.00 ÷ 1.00: 29 days are paid, the 30th is not. 28.00 ÷ 2.00: the 15th. 27.00 ÷ 3.00: the 10th. 26.00 ÷ 4.00: the 7th.
    let spent: Vec<_> = foresight.futures.iter().map(|future| future.lived.spent_at).collect();
    let expected = ["2026-12-22", "2026-12-07", "2026-12-02", "2026-11-29"];
    assert_eq!(spent, expected.map(|day| at(&format!("{day}T10:00:00+08:00"))));
    let runway = foresight.runway();
    assert_eq!((runway.earliest, runway.latest), (spent[3], spent[0]));
    assert_eq!((runway.came_in, runway.of), (4, 4));
    assert_eq!(runway.because.inputs.len(), 4, "each week is told");
    let ahead = harm::ahead(&foresight);
    assert_eq!((ahead[0].what, ahead[0].at), (What::MoneySpent, spent[3]));
}

#[tokio::test(flavor = "multi_thread")]
async fn this_months_bill_is_a_range_over_the_same_weeks() {
    let (world, id) = world(28).await;
    let foresight = foreseen(&world, id).await;
    let month = Month { year: 2026, month: 11 };
    let so_far =
        Money::sum(world.books.ledger().bill_totals(id, month).await.unwrap().iter().map(|total| total.due))
            .unwrap();
    assert_eq!(so_far, Money::from_cents(6350), "140 + 210 + 280 + 5 calls");
    // Eight days, and what is missing of today: 8.50, 17.50, 26.50 or 35.50.
    let bill = foresight.bill(month, so_far).unwrap().unwrap();
    let cents = Money::from_cents;
    assert_eq!(bill.total, Spread { least: cents(7200), middle: cents(8100), most: cents(9900) });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_told_its_pace_its_end_and_what_is_left_of_it() {
    let (world, id) = world(28).await;
    world.act(id, Command::buy("passport-500"), "buy").await.unwrap();
    let foresight = foreseen(&world, id).await;
    let package = foresight.package(PackageId(0)).unwrap();
    assert_eq!(package.ends_at, instant("2026-12-22T23:59:59+08:00"));
    assert_eq!(package.pace, Spread { least: 10, middle: 20, most: 40 });
    // 30 days of 10 leave 200. 500 ÷ 20: the 25th day; ÷ 30: the 17th; ÷ 40: the 13th.
    assert_eq!(package.runs_out.earliest, at("2026-12-05T10:00:00+08:00"));
    assert_eq!((package.runs_out.latest, package.runs_out.came_in), (None, 3));
    let unused = package.unused.unwrap();
    assert_eq!(unused.units, Spread { least: 0, middle: 0, most: 200 });
    assert_eq!(unused.money.most, Money::from_cents(1000), "200 of 500 for 25.00");
    assert_eq!(package.harm_at, instant("2026-12-05T10:00:00+08:00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_succeeds_where_usage_leaves_its_price() {
    let (world, id) = world(28).await;
    world.act(id, Command::TopUp { amount: Money::from_cents(3000) }, "top-up").await.unwrap();
    world.act(id, Command::buy("passport-500"), "buy").await.unwrap();
    let switch = Command::AutoRenew { package: PackageId(0), days_before: Some(1) };
    world.act(id, switch, "renew").await.unwrap();
    let foresight = foreseen(&world, id).await;
    // 34.50, first tried 21 December 03:00 for 25.00, after 28 days. Weeks of 10 and 20: 34.00 and, after 60 calls beyond the
    // package, 27.00. Of 30: 340 calls beyond it leave 32.00 − 34.00. Of 40: 620 leave 31.00 − 62.00.
    let renewal = foresight.renewal(PackageId(0)).unwrap();
    assert_eq!(renewal.at, at("2026-12-21T03:00:00+08:00"));
    assert_eq!((renewal.succeeds_in, renewal.of), (2, 4));
    assert!(renewal.missing.is_some());
    assert_eq!(renewal.because.inputs.len(), 5, "the package, and each week");
}

#[tokio::test(flavor = "multi_thread")]
async fn too_short_a_history_tells_how_many_days_are_missing() {
    let (world, id) = world(9).await;
    assert_eq!(outlook(&world.books, id).await.1.unwrap_err(), Unknown::TooShort { missing_days: 5 });
    let empty = world_with(CATALOGUE, NOW).await;
    let id = empty.account("2026-11-22T14:00:00+08:00").await;
    assert_eq!(outlook(&empty.books, id).await.1.unwrap_err(), Unknown::TooShort { missing_days: 14 });
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_for_long_no_more_is_no_ground() {
    let (world, id) = world(28).await;
    world.clock.set(instant("2026-12-06T10:00:00+08:00"));
    assert!(outlook(&world.books, id).await.1.is_ok());
    world.clock.set(instant("2026-12-06T11:00:00+08:00"));
    let until = instant("2026-11-22T10:00:00+08:00");
    assert_eq!(outlook(&world.books, id).await.1.unwrap_err(), Unknown::TooOld { until });
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outlook_holds_until_the_books_move() {
    let (world, id) = world(28).await;
    let first = foreseen(&world, id).await;
    assert!(std::sync::Arc::ptr_eq(&first, &foreseen(&world, id).await));
    world.act(id, Command::TopUp { amount: Money::from_cents(10_000) }, "top-up").await.unwrap();
    let second = foreseen(&world, id).await;
    assert_ne!(first.runway().earliest, second.runway().earliest);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_foreseen_from_four_weeks() {
    let world = World::at(NOW).await;
    let id = demo::create(&world.books).await.unwrap();
    let before = world.loaded(id).await.account;
    let foresight = foreseen(&world, id).await;
    assert_eq!(foresight.futures.len(), 4);
    let used_up = |number| foresight.package(PackageId(number)).is_none();
    assert_eq!([0, 1, 2, 4].map(used_up), [true; 4], "nothing is left of them to foresee");
    let invoices = foresight.package(PackageId(5)).unwrap();
    assert!(invoices.runs_out.earliest.unwrap() < invoices.runs_out.latest.unwrap(), "{invoices:?}");
    assert_eq!(invoices.harm_at, invoices.runs_out.earliest.unwrap());
    let id_cards = foresight.package(PackageId(3)).unwrap();
    assert_eq!((id_cards.runs_out.earliest, id_cards.harm_at), (None, id_cards.ends_at));
    assert!(id_cards.unused.unwrap().units.least > 0);
    assert_eq!(foresight.runway().earliest, None, "the money lasts beyond 30 days");
    assert_eq!(world.loaded(id).await.account, before, "nothing is written");
}
