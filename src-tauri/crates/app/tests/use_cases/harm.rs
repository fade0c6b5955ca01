//! Time to harm, on books whose figures were worked by hand: each kind of harm, of both providers.

use app::{
    books::Opening,
    due,
    foresight::foresee,
    harm::{self, Chance, Harm, Step, What, known, standings},
    import::{self, Target},
    ledger::AccountId,
};
use billing::{Command, Instant, Money, PackageId, ResourceId, ResourceKey, Value};
use chrono::TimeDelta;

use crate::world::{World, instant, log, world_with};

/// 0.10 a call; 100 calls of a month for 5.00, and 10 of a month for 1.00 until December. LCIC: 0.015 a minute, ten minutes for 1.00.
const CATALOGUE: &str = r#"
title = "own"
currency = "USD"
[[price]]
service = "passport-ocr"
region = "ap-southeast-1"
unit_price = "0.10"
[[offer]]
sku = "hundred"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 100
term = "1m"
price = "5.00"
[[offer]]
sku = "old"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 10
term = "1m"
price = "1.00"
[[offer]]
sku = "old"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 10
term = "1m"
price = "1.00"
from = "2026-12-01T00:00:00+08:00"
withdrawn = true
[[price]]
service = "lcic"
unit_price = "0.015"
[[offer]]
sku = "ten"
service = "lcic"
quota = 10
term = "1m"
price = "1.00"
"#;

const NOW: &str = "2026-11-22T14:07:00+08:00";

async fn world() -> World {
    world_with(CATALOGUE, NOW).await
}

async fn opened(world: &World, name: &str, policy: &str, cents: i64) -> AccountId {
    let opening = Opening {
        name: name.into(),
        policy: policy.into(),
        level: None,
        currency: Some("USD".into()),
        balance: Money::from_cents(cents),
        opened_at: instant("2026-11-22T08:00:00+08:00"),
        sample: false,
    };
    world.books.open_account(&opening).await.unwrap()
}

/// An account of Huawei OCR.
async fn ocr(world: &World, cents: i64) -> AccountId {
    opened(world, "Main", "huawei-ocr-intl", cents).await
}

/// An account of LCIC with an application.
async fn school(world: &World, cents: i64) -> AccountId {
    let id = opened(world, "School", "tencent-lcic", cents).await;
    let application = ResourceKey::application("lcic", "school");
    world.act(id, Command::Enable { resource: application, since: None }, "enable").await.unwrap();
    id
}

fn ten_minutes() -> Command {
    Command::Buy { sku: "ten".into(), application: Some("school".into()), starts_at: None, auto_renew: false }
}

async fn attended(world: &World, id: AccountId, rows: &str, request: &str) {
    let prepared = world.prepare_attendance(id, rows).await.unwrap();
    import::commit(&world.books, &prepared, request).await.unwrap();
}

async fn harms(world: &World, id: AccountId) -> Vec<Harm> {
    let loaded = due::run(&world.books, id).await.unwrap().loaded;
    known(&world.books, &loaded, world.books.now()).await.unwrap()
}

/// What goes wrong first: what, how urgent, when and for how many cents.
async fn first(world: &World, id: AccountId) -> Option<(What, Step, Option<Instant>, Option<i64>)> {
    let harms = harms(world, id).await;
    let amount = |harm: &Harm| harm.amount.map(Money::cents);
    harms.first().map(|harm| (harm.what, harm.step, harm.at, amount(harm)))
}

fn at(text: &str) -> Option<Instant> {
    Some(instant(text))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_account_with_money_has_nothing_to_fear_and_one_without_only_a_note() {
    let world = world().await;
    let id = ocr(&world, 100).await;
    assert_eq!(first(&world, id).await, None);
    let poor = opened(&world, "Poor", "huawei-ocr-intl", 0).await;
    assert_eq!(first(&world, poor).await, Some((What::NoMoney, Step::Note, None, None)));
    let passport = ResourceKey::new("passport-ocr", "ap-southeast-1");
    world.act(poor, Command::Enable { resource: passport, since: None }, "enable").await.unwrap();
    assert_eq!(first(&world, poor).await, Some((What::NoMoney, Step::Today, None, None)));
}

#[tokio::test(flavor = "multi_thread")]
async fn arrears_are_told_before_they_begin_and_through_each_of_their_stages() {
    let world = world().await;
    let id = ocr(&world, 100).await;
    // 15 calls of 14:07 cost 1.50; 1.00 is there. The hour settles at 15:00, in 53 minutes.
    world.import(id, &log(NOW, 0..15), "import").await;
    let settles = at("2026-11-22T15:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::Overdrawn, Step::Today, settles, Some(50))));
    world.clock.set(instant("2026-11-22T14:50:00+08:00"));
    assert_eq!(first(&world, id).await, Some((What::Overdrawn, Step::Now, settles, Some(50))));

    // 15 days of grace from 15:00 on, then 15 of retention.
    world.clock.set(instant("2026-11-22T15:07:00+08:00"));
    let grace = at("2026-12-07T15:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::Arrears, Step::Now, grace, Some(50))));
    world.clock.set(instant("2026-12-07T15:00:01+08:00"));
    let retention = at("2026-12-22T15:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::Frozen, Step::Now, retention, Some(50))));
    let why = harm::because(&harms(&world, id).await).unwrap();
    assert_eq!(why.result, Value::Instant(retention.unwrap()));
    assert_eq!(why.inputs[0].because.as_ref().unwrap().formula, "retention-ends");
    world.clock.set(instant("2026-12-23T00:00:00+08:00"));
    assert_eq!(first(&world, id).await, Some((What::Released, Step::Now, retention, Some(50))));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_bought_and_lapses_is_told_thirty_days_before() {
    let world = world().await;
    let id = ocr(&world, 1000).await;
    world.act(id, Command::buy("hundred"), "buy").await.unwrap();
    // It ends on 22 December, 23:59:59.
    let ends = at("2026-12-22T23:59:59+08:00");
    assert_eq!(first(&world, id).await, None, "30 days and 10 hours are left");
    world.clock.set(instant("2026-11-23T00:00:00+08:00"));
    assert_eq!(first(&world, id).await, Some((What::PackageEnds(PackageId(0)), Step::Note, ends, None)));
    world.clock.set(instant("2026-12-17T00:00:00+08:00"));
    assert_eq!(first(&world, id).await, Some((What::PackageEnds(PackageId(0)), Step::Soon, ends, None)));
    world.clock.set(instant("2026-12-22T08:00:00+08:00"));
    assert_eq!(first(&world, id).await, Some((What::PackageEnds(PackageId(0)), Step::Today, ends, None)));
    let why = &harms(&world, id).await[0].because;
    assert_eq!(why.as_ref().unwrap().inputs[1].value, Value::Calls(100), "what lapses is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn renewals_that_bounce_are_told_with_what_is_missing_and_the_sooner_goes_first() {
    let world = world().await;
    let id = ocr(&world, 800).await;
    world.act(id, Command::buy("hundred"), "one").await.unwrap();
    world.act(id, Command::buy("old"), "two").await.unwrap();
    for (package, days) in [(0, 3), (1, 5)] {
        let switch = Command::AutoRenew { package: PackageId(package), days_before: Some(days) };
        world.act(id, switch, &format!("renew {package}")).await.unwrap();
    }
    // 2.00 are left. Both end on 22 December: the one that is no longer sold is tried on the 17th, the other on the 19th for 5.00.
    let harms = harms(&world, id).await;
    let told: Vec<_> = harms.iter().map(|harm| (harm.what, harm.at, harm.amount)).collect();
    assert_eq!(
        told,
        [
            (What::RenewalNotSold(PackageId(1)), at("2026-12-17T03:00:00+08:00"), None),
            (What::RenewalFails(PackageId(0)), at("2026-12-19T03:00:00+08:00"), Some(Money::from_cents(300))),
        ]
    );
    let why = harm::because(&harms).unwrap();
    assert_eq!(why.result, Value::Instant(instant("2026-12-17T03:00:00+08:00")));
    assert_eq!(why.inputs[1].value, Value::Instant(instant("2026-12-19T03:00:00+08:00")), "what comes later");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_is_used_up_while_its_calls_go_on_is_told() {
    let world = world().await;
    let id = ocr(&world, 10_000).await;
    world.act(id, Command::buy("old"), "buy").await.unwrap();
    world.clock.set(instant("2026-11-22T15:30:00+08:00"));
    world.import(id, &log("2026-11-22T15:10:00+08:00", 0..10), "all").await;
    assert_eq!(first(&world, id).await, None, "used up, but nothing went on");
    world.import(id, &log("2026-11-22T15:20:00+08:00", 10..12), "more").await;
    assert_eq!(first(&world, id).await, Some((What::PackageExhausted(PackageId(0)), Step::Soon, None, None)));
}

#[tokio::test(flavor = "multi_thread")]
async fn applications_are_harmed_by_what_stops_them() {
    let world = world().await;
    let id = opened(&world, "School", "tencent-lcic", 120).await;
    assert_eq!(first(&world, id).await, Some((What::NoApplication, Step::Note, None, None)));
    let application = ResourceKey::application("lcic", "school");
    world.act(id, Command::Enable { resource: application, since: None }, "enable").await.unwrap();
    let expired = Some((What::ApplicationExpired(ResourceId(0)), Step::Today, None, None));
    assert_eq!(first(&world, id).await, expired);
    world.act(id, ten_minutes(), "buy").await.unwrap();
    // The package ends on 22 December, more than 30 days ahead.
    assert_eq!(first(&world, id).await, None);
    // 11 minutes of 10.
    world.clock.set(instant("2026-11-22T15:30:00+08:00"));
    attended(&world, id, "a,school,2026-11-22T15:20:00+08:00,660\n", "import").await;
    let quota = Some((What::ApplicationQuota(ResourceId(0)), Step::Today, None, None));
    assert_eq!(first(&world, id).await, quota);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_arrears_of_a_school_go_from_its_posting_to_its_daily_job() {
    let world = world().await;
    let id = school(&world, 120).await;
    world.act(id, ten_minutes(), "buy").await.unwrap();
    let on = Command::SetOverage { resource: ResourceKey::application("lcic", "school"), on: true };
    world.act(id, on, "overage").await.unwrap();
    // 40 minutes, 30 of them overage for 0.45; 0.20 is left. The day is posted the next noon.
    world.clock.set(instant("2026-11-22T15:30:00+08:00"));
    attended(&world, id, "a,school,2026-11-22T15:20:00+08:00,2400\n", "import").await;
    let posting = at("2026-11-23T12:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::Overdrawn, Step::Today, posting, Some(25))));
    // A day of grace, 60 of retention, and the daily job of noon after it.
    world.clock.set(instant("2026-11-23T12:30:00+08:00"));
    let grace = at("2026-11-24T12:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::Arrears, Step::Now, grace, Some(25))));
    world.clock.set(instant("2026-11-24T12:30:00+08:00"));
    let retention = at("2027-01-23T12:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::Suspended, Step::Now, retention, Some(25))));
    world.clock.set(instant("2027-01-23T12:30:00+08:00"));
    let job = at("2027-01-24T12:00:00+08:00");
    assert_eq!(first(&world, id).await, Some((What::ReleasePending, Step::Now, job, Some(25))));
    world.clock.set(instant("2027-01-24T12:30:00+08:00"));
    assert_eq!(first(&world, id).await, Some((What::Released, Step::Now, job, Some(25))));
}

/// Calls at 10:10 of each of 28 days up to yesterday: of four weeks 1, 2, 3 and 4 a day.
fn weeks() -> String {
    let today = instant("2026-11-22T10:10:00+08:00");
    let day = |back: i64| {
        let calls = u32::try_from(4 - (back - 1) / 7).unwrap();
        log(&(today - TimeDelta::days(back)).to_rfc3339(), 0..calls)
    };
    (1..=28).rev().map(day).collect::<String>() + &log(&today.to_rfc3339(), 0..1)
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_to_come_adds_a_quota_that_runs_out_and_takes_away_that_it_lapses() {
    let world = world_with(&CATALOGUE.replace("quota = 100", "quota = 20"), NOW).await;
    let id = opened(&world, "Main", "huawei-ocr-intl", 10_000).await;
    let prepared = world.prepare(Target::Account(id), &weeks()).await.unwrap();
    import::commit(&world.books, &prepared, "import").await.unwrap();
    world.act(id, Command::buy("hundred"), "buy").await.unwrap();
    world.clock.set(instant("2026-11-23T00:00:00+08:00"));
    let before = harms(&world, id).await;
    assert_eq!(before[0].what, What::PackageEnds(PackageId(0)), "without usage 20 calls lapse");

    let loaded = world.loaded(id).await;
    let foresight = foresee(&world.books, &loaded).await.unwrap().unwrap();
    let harms = harm::with_ahead(before, &foresight);
    // 20 calls at 1, 2, 3 or 4 a day from 23 November on: the 20th, 10th, 7th and 5th day.
    let told: Vec<_> = harms.iter().map(|harm| (harm.what, harm.at, harm.chance)).collect();
    let chance = Chance { latest: at("2026-12-12T10:00:00+08:00"), came_in: 4, of: 4 };
    assert_eq!(told, [(What::QuotaRunsOut(PackageId(0)), at("2026-11-27T10:00:00+08:00"), Some(chance))]);
    assert_eq!(harms[0].step, Step::Soon);
    assert_eq!(harms[0].because.as_ref().unwrap().inputs.len(), 6, "the package, what is left, each week");
}

#[tokio::test(flavor = "multi_thread")]
async fn packages_stand_in_for_each_other_before_quota_runs_out() {
    let world = world_with(&CATALOGUE.replace("quota = 100", "quota = 20"), NOW).await;
    let id = opened(&world, "Main", "huawei-ocr-intl", 10_000).await;
    let prepared = world.prepare(Target::Account(id), &weeks()).await.unwrap();
    import::commit(&world.books, &prepared, "import").await.unwrap();
    for request in ["one", "two", "three"] {
        world.act(id, Command::buy("hundred"), request).await.unwrap();
    }
    let loaded = due::run(&world.books, id).await.unwrap().loaded;
    let foresight = foresee(&world.books, &loaded).await.unwrap().unwrap();
    let quotas = foresight.quotas();
    // 60 calls. What is missing of today's 10:00 is late, and they were bought after it. At 1 a day 30 are used, at 2 just all of them on
    // the 30th day, at 3 on the 20th, at 4 on the 15th.
    assert_eq!(quotas.len(), 1, "one for the three of them");
    assert_eq!(quotas[0].last, PackageId(2));
    assert_eq!(quotas[0].runs_out.earliest, at("2026-12-07T10:00:00+08:00"));
    assert_eq!((quotas[0].runs_out.latest, quotas[0].runs_out.came_in), (None, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_usage_spends_and_renewals_that_it_makes_bounce_are_told_by_time() {
    let world = world().await;
    let id = opened(&world, "Main", "huawei-ocr-intl", 1_800).await;
    let prepared = world.prepare(Target::Account(id), &weeks()).await.unwrap();
    import::commit(&world.books, &prepared, "import").await.unwrap();
    // 71 calls took 7.10 of 18.00. A package of 10 for 1.00 would renew itself on 17 December, but no week leaves it unused.
    world.act(id, Command::buy("hundred"), "buy").await.unwrap();
    let switch = Command::AutoRenew { package: PackageId(0), days_before: Some(3) };
    world.act(id, switch, "renew").await.unwrap();
    let loaded = due::run(&world.books, id).await.unwrap().loaded;
    let known = harms(&world, id).await;
    assert_eq!(known, [], "5.90 pay the 5.00 of 19 December");
    let foresight = foresee(&world.books, &loaded).await.unwrap().unwrap();
    let harms = harm::with_ahead(known, &foresight);
    let told: Vec<_> = harms.iter().map(|harm| harm.what).collect();
    // Of 4 a day 100 are used on 17 December, the 25th day; up to the 19th, 03:00, 4 or more are charged. At 3 a day 81 are used by then.
    assert_eq!(told[0], What::QuotaRunsOut(PackageId(0)));
    assert_eq!(harms[0].at, at("2026-12-17T10:00:00+08:00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_sorted_by_time_to_harm_whoever_provides_them() {
    let world = world().await;
    let calm = opened(&world, "A calm one", "huawei-ocr-intl", 1000).await;
    let noted = opened(&world, "An empty one", "huawei-ocr-intl", 0).await;
    let stopped = school(&world, 100).await;
    let bouncing = opened(&world, "Renewing", "huawei-ocr-intl", 500).await;
    world.act(bouncing, Command::buy("hundred"), "buy").await.unwrap();
    let switch = Command::AutoRenew { package: PackageId(0), days_before: Some(3) };
    world.act(bouncing, switch, "renew").await.unwrap();
    let owing = opened(&world, "Zealous", "huawei-ocr-intl", 100).await;
    world.import(owing, &log("2026-11-22T13:10:00+08:00", 0..15), "import").await;

    let ids = |standings: &[harm::Standing]| -> Vec<_> {
        standings.iter().map(|standing| standing.loaded.header.id).collect()
    };
    let sorted = standings(&world.books, false).await.unwrap();
    // Owed, stopped today, a renewal in four weeks, a note without an instant, nothing.
    assert_eq!(ids(&sorted), [owing, stopped, bouncing, noted, calm]);
    assert!(sorted.iter().all(|standing| standing.unknown.is_none()), "nobody asked");
    assert_eq!(sorted[0].stage(), "grace");
    let firsts: Vec<_> = harm::soonest(&sorted, 3)
        .into_iter()
        .map(|(standing, harm)| (standing.loaded.header.id, harm.what))
        .collect();
    let stops = What::ApplicationExpired(ResourceId(0));
    let told = [(owing, What::Arrears), (stopped, stops), (bouncing, What::RenewalFails(PackageId(0)))];
    assert_eq!(firsts, told);
    let foreseen = standings(&world.books, true).await.unwrap();
    assert_eq!(ids(&foreseen), ids(&sorted));
    assert!(foreseen.iter().all(|standing| standing.unknown.is_some()), "no account has two weeks of usage");

    world.books.rename_account(calm, "Calm").await.unwrap();
    assert_eq!(world.loaded(calm).await.header.name, "Calm");
    let taken = world.books.rename_account(calm, "Zealous").await.unwrap_err();
    assert_eq!(taken.to_string(), "there is an account `Zealous` already");
    let unknown = world.books.rename_account(AccountId(99), "Nobody").await.unwrap_err();
    assert!(matches!(unknown, app::AppError::Ledger(_)), "{unknown}");
    world.is_clean().await;
}
