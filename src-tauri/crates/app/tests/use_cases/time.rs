//! What the clock does to actions and to usage: between a preview and its commit, and between a call and its import.

use crate::world::{World, instant, log, world_with};
use app::{
    AppError, action,
    books::Opening,
    due, import,
    ledger::{ImportId, Page},
};
use billing::{Command, Money};

const PRICE: &str =
    "[[price]]\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\nunit_price = \"0.02\"\n";

fn offer(price: &str, from: &str) -> String {
    format!(
        "[[offer]]\nsku = \"pack\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\nquota = 1000\nterm = \"1y\"\n\
         price = \"{price}\"\n{from}"
    )
}

fn buy() -> Command {
    Command::buy("pack")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_rises_between_preview_and_commit_is_not_paid_unseen() {
    let offers = [offer("15.00", ""), offer("18.00", "from = \"2026-11-23T00:00:00+08:00\"\n")].concat();
    let world = world_with(
        &format!("title = \"own\"\ncurrency = \"USD\"\n{PRICE}{offers}"),
        "2026-11-22T23:59:58+08:00",
    )
    .await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    let seen = action::preview(&world.books, id, &buy()).await.unwrap().seen;
    world.clock.set(instant("2026-11-23T00:00:00+08:00"));
    let refused = action::commit(&world.books, id, "buy", &buy(), Some(&seen), "one").await;
    assert!(matches!(refused, Err(AppError::Stale)), "{refused:?}");
    assert_eq!(world.loaded(id).await.account.balance, Money::from_cents(10_000), "nothing was paid");

    let seen = action::preview(&world.books, id, &buy()).await.unwrap().seen;
    world.clock.set(instant("2026-11-23T00:00:30+08:00"));
    action::commit(&world.books, id, "buy", &buy(), Some(&seen), "one").await.unwrap();
    assert_eq!(
        world.loaded(id).await.account.balance,
        Money::from_cents(8_200),
        "half a minute is no difference"
    );
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_settlement_between_preview_and_commit_asks_for_another_look() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T14:00:00+08:00").await;
    world.import(id, &log("2026-11-22T14:05:00+08:00", 0..50), "import").await;
    let top_up = Command::TopUp { amount: Money::from_cents(500) };
    let seen = action::preview(&world.books, id, &top_up).await.unwrap().seen;
    world.clock.set(instant("2026-11-22T15:00:00+08:00"));
    let refused = action::commit(&world.books, id, "top-up", &top_up, Some(&seen), "one").await;
    assert!(matches!(refused, Err(AppError::Stale)), "{refused:?}");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_that_arrives_after_its_bill_is_final_belongs_to_the_current_bill() {
    let world = World::at("2026-10-20T14:07:00+08:00").await;
    let id = world.account("2026-10-20T14:00:00+08:00").await;
    world.import(id, &log("2026-10-20T14:05:00+08:00", 0..50), "import-1").await;
    world.clock.set(instant("2026-10-20T15:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    world.clock.set(instant("2026-11-22T14:07:00+08:00"));
    world.import(id, &log("2026-10-20T16:05:00+08:00", 0..100), "import-2").await;
    world.clock.set(instant("2026-11-22T15:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    let bills = world.books.ledger().bills(id, Page::first(10)).await.unwrap().rows;
    let bills: Vec<_> = bills.iter().map(|bill| (bill.month.to_string(), bill.charges.to_string())).collect();
    assert_eq!(bills, [("2026-11".into(), "2.00".to_owned()), ("2026-10".into(), "1.00".to_owned())]);
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_that_is_half_a_year_late_goes_on_in_the_tier_its_month_had_reached() {
    let tiers = "tiers = [{ up_to = 40, unit_price = \"0.02\" }, { unit_price = \"0.01\" }]";
    let price = format!("[[price]]\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n{tiers}\n");
    let world =
        world_with(&format!("title = \"own\"\ncurrency = \"USD\"\n{price}"), "2026-05-20T14:07:00+08:00")
            .await;
    let id = world.account("2026-05-20T14:00:00+08:00").await;
    world.import(id, &log("2026-05-20T14:05:00+08:00", 0..30), "import-1").await;
    world.clock.set(instant("2026-11-22T14:07:00+08:00"));
    world.import(id, &log("2026-05-20T16:05:00+08:00", 0..20), "import-2").await;
    world.clock.set(instant("2026-11-22T15:00:00+08:00"));
    due::run(&world.books, id).await.unwrap();
    let account = world.loaded(id).await.account;
    assert_eq!(account.balance.to_string(), "99.10", "30 × 0.02, then 10 × 0.02 and 10 × 0.01");
    assert!(account.counters.is_empty(), "what an action loads does not grow with the months");
    world.is_clean().await;

    import::undo(&world.books, id, ImportId(2), "undo").await.unwrap();
    assert_eq!(world.loaded(id).await.account.balance.to_string(), "99.40");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_began_before_it_was_opened_has_its_balance_day_by_day() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T14:00:00+08:00").await;
    world.import(id, &log("2026-10-05T09:10:00+08:00", 0..50), "import").await;
    let range = instant("2026-10-01T00:00:00+08:00")..instant("2026-11-23T00:00:00+08:00");
    let series = world.books.ledger().balance_series(id, range).await.unwrap();
    let days: Vec<_> = series.days.iter().map(|day| (day.day, day.closing.to_string())).collect();
    assert_eq!(
        days,
        [(instant("2026-10-05T00:00:00+08:00"), "99.00".to_owned())],
        "and it stays so until today"
    );
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_in_another_currency_are_no_prices() {
    let world =
        world_with(&format!("title = \"own\"\ncurrency = \"USD\"\n{PRICE}"), "2026-11-22T14:07:00+08:00")
            .await;
    let opening = |level: Option<&str>| Opening {
        name: "China".into(),
        policy: "huawei-ocr-cn".into(),
        level: level.map(str::to_owned),
        currency: None,
        balance: Money::ZERO,
        opened_at: instant("2026-11-22T14:00:00+08:00"),
        sample: false,
    };
    let refused = world.books.open_account(&opening(None)).await;
    assert!(matches!(refused, Err(AppError::NoPrices { .. })), "{refused:?}");

    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.books.open_account(&opening(None)).await.unwrap();
    assert_eq!(world.loaded(id).await.account.terms.currency, "CNY", "a sample ships for each currency");
    let refused = world.books.open_account(&opening(Some("V9"))).await;
    assert!(matches!(refused, Err(AppError::Refused(billing::Refusal::UnknownLevel(_)))), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_that_were_answered_are_charged_though_the_books_lack_the_money() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = world.account("2026-11-22T14:00:00+08:00").await;
    // The first hour costs more than there is; the later calls lie in what the books take for grace, frozen and released.
    let days = ["2026-09-01", "2026-09-10", "2026-09-20", "2026-11-20"];
    let log: String = (0..)
        .zip(days)
        .map(|(number, day)| log(&format!("{day}T09:10:00+08:00"), number * 10_000..(number + 1) * 10_000))
        .collect();
    let prepared = world.import(id, &log, "import").await;
    assert!(prepared.decided.refused.is_empty(), "{:?}", prepared.decided.refused);
    let account = world.loaded(id).await.account;
    // 40,000 calls at 0.02 are 800.00, and the balance was 100.00.
    assert_eq!(account.arrears().unwrap(), Money::from_cents(70_000));
    world.is_clean().await;
}
