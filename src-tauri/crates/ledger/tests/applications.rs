//! Applications with classes, switches, refunds and the whole way to release: what is written is what is loaded, and the
//! books verify after every step.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use std::{collections::BTreeMap, sync::Arc};

use billing::{
    Command, Instant, Money, Offer, PackageId, ResourceKey, Terms, UnitPrice, Usage,
    lifecycle::Stage,
    package::Source,
    policy::{RefundPolicy, RenewalAfterEnd, ResourceKind, Stages, Stops, Uncovered, UsageUnit},
    price::{Price, PriceList, Tier},
    zone::Term,
};
use chrono::TimeDelta;
use common::{Life, Place, at};
use sqlx::{Connection, SqliteConnection};

fn terms() -> Arc<Terms> {
    let mut terms = Terms::example();
    let policy = &mut terms.policy;
    policy.unit = UsageUnit::AttendanceSecond;
    policy.resources = ResourceKind::Applications { service: "lcic".into() };
    policy.settlement.period = TimeDelta::days(1);
    policy.settlement.posted_after = TimeDelta::hours(12);
    policy.uncovered = Uncovered::Suspend;
    policy.package.quota_by_month = true;
    policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    policy.package.renewal_after_end = RenewalAfterEnd::Renewal;
    policy.package.stages = BTreeMap::new();
    policy.package.low_at_percents = vec![20, 10];
    policy.package.auto_renewal.hour = 12;
    policy.package.auto_renewal.most_days_before = 0;
    policy.package.auto_renewal.days_after = 6;
    let stages = Stages { grace: TimeDelta::days(1), retention: TimeDelta::days(60) };
    policy.arrears.stages = [("*".to_owned(), stages)].into();
    policy.arrears.stops = Stops::Everything;
    policy.arrears.release_hour = Some(12);
    let unit_price = UnitPrice::parse("0.0015").unwrap();
    terms.prices = PriceList::new(vec![Price {
        service: "lcic".into(),
        region: String::new(),
        from: None,
        tiers: vec![Tier { up_to: None, unit_price }],
    }]);
    let offer = |sku: &str, term, cents| Offer {
        sku: sku.into(),
        resource: ResourceKey::new("lcic", ""),
        quota: 100,
        term,
        price: Money::from_cents(cents),
        source: Source::Purchased,
        project: None,
        hours: None,
        withdrawn: false,
        consumption: Default::default(),
        from: None,
    };
    terms.offers = vec![offer("month", Term::Months(1), 100), offer("quarter", Term::Months(3), 280)];
    Arc::new(terms)
}

fn application(name: &str) -> ResourceKey {
    ResourceKey::application("lcic", name)
}

fn buy(sku: &str, application: &str, auto_renew: bool) -> Command {
    Command::Buy { sku: sku.into(), application: Some(application.into()), starts_at: None, auto_renew }
}

async fn carry_out(life: &mut Life, command: Command, now: Instant) {
    assert!(life.act(&command, now).await, "{command:?} is refused");
    life.check().await;
    let report = life.ledger.verify(None).await.unwrap();
    assert_eq!(report.first_difference, None, "{command:?}");
}

#[tokio::test]
async fn an_account_with_applications_is_loaded_as_it_was_written_and_verifies() {
    let place = Place::new();
    let mut life = Life::begin_under(place.open().await, "classes", 700, terms()).await;
    let day = |days: i64, hour: i64| at("2023-05-01T00:00:00+08:00") + TimeDelta::hours(24 * days + hour);
    for name in ["app-1", "app-2", "app-3"] {
        carry_out(&mut life, Command::Enable { resource: application(name), since: None }, day(0, 9)).await;
    }
    carry_out(&mut life, buy("month", "app-1", true), day(0, 10)).await;
    carry_out(&mut life, buy("quarter", "app-2", false), day(0, 10)).await;
    carry_out(&mut life, buy("month", "app-3", false), day(0, 10)).await;
    let threshold = Some(Money::from_cents(150));
    carry_out(&mut life, Command::SetBalanceAlert { threshold }, day(0, 11)).await;
    carry_out(&mut life, Command::Unsubscribe { package: PackageId(2) }, day(1, 9)).await;
    let attended = |seconds, at| Command::Use(Usage::attendance(application("app-1"), at, seconds));
    carry_out(&mut life, attended(5_430, day(1, 10)), day(1, 10)).await;
    carry_out(&mut life, Command::SetOverage { resource: application("app-1"), on: true }, day(1, 10)).await;
    carry_out(&mut life, attended(3_601, day(1, 11)), day(1, 12)).await;
    let start = Command::StartClass { resource: application("app-2"), class: "c1".into() };
    carry_out(&mut life, start, day(2, 9)).await;
    carry_out(&mut life, Command::Ban { resource: application("app-3") }, day(2, 9)).await;
    carry_out(&mut life, Command::AutoRenew { package: PackageId(1), days_before: Some(3) }, day(2, 9)).await;
    let finish = Command::FinishClass { resource: application("app-2"), class: "c1".into(), seconds: 4_000 };
    carry_out(&mut life, finish, day(2, 10)).await;
    // The month of app-1 ends: it renews itself, with what is left; app-2 uses more than anything can pay.
    carry_out(&mut life, attended(600_000, day(3, 10)), day(3, 10)).await;
    carry_out(&mut life, Command::SetOverage { resource: application("app-2"), on: true }, day(3, 11)).await;
    life.advance(day(5, 13)).await;
    assert_eq!(life.account.stage(), Stage::Frozen, "a day of grace is over");
    carry_out(&mut life, Command::AcknowledgeBalanceAlert, day(5, 14)).await;
    life.advance(day(70, 13)).await;
    assert_eq!(life.account.stage(), Stage::Released);
    let owed = life.account.arrears().unwrap();
    carry_out(&mut life, Command::TopUp { amount: owed }, day(71, 9)).await;
    assert_eq!(life.account.stage(), Stage::Normal);
    carry_out(&mut life, Command::Enable { resource: application("app-1"), since: None }, day(71, 10)).await;
    life.ledger.close().await.unwrap();
}

/// A minute more than the seconds of a day round up to (T-07), put where every sum agrees with it.
#[tokio::test]
async fn minutes_that_the_seconds_of_their_day_do_not_make_are_found() {
    let place = Place::new();
    let mut life = Life::begin_under(place.open().await, "classes", 700, terms()).await;
    let day = |hour: i64| at("2023-05-01T00:00:00+08:00") + TimeDelta::hours(hour);
    carry_out(&mut life, Command::Enable { resource: application("app-1"), since: None }, day(9)).await;
    carry_out(&mut life, buy("month", "app-1", false), day(9)).await;
    // 101 minutes: 100 from the package, one that nothing pays for.
    let attended = Command::Use(Usage::attendance(application("app-1"), day(10), 6_001));
    carry_out(&mut life, attended, day(10)).await;
    let mut books = SqliteConnection::connect(&format!("sqlite://{}", place.path().display())).await.unwrap();
    let tampering = [
        "DROP TRIGGER segment_stays",
        "UPDATE usage_segments SET uncovered = uncovered + 1",
        "UPDATE usage_sums SET uncovered = uncovered + 1",
    ];
    for sql in tampering {
        sqlx::query(sql).execute(&mut books).await.unwrap();
    }
    books.close().await.unwrap();
    let found = life.ledger.verify(None).await.unwrap().first_difference.unwrap();
    assert_eq!((found.expected.as_str(), found.found.as_str()), ("minutes 101", "minutes 102"));
    life.ledger.close().await.unwrap();
}
