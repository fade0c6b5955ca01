//! What charges come to from sums that are kept: the same as from the charges themselves, however a life or a range is cut.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;
#[path = "verifying/story.rs"]
#[expect(dead_code, reason = "another test tells the rest")]
mod story;

use std::collections::BTreeMap;

use billing::{Charge, ChargeAmount, Instant, Money, UnitPrice, zone::Month};
use chrono::TimeDelta;
use common::{
    Life, OPENED, Place, at,
    life::{Step, steps},
};
use ledger::{UsageFilter, Width};
use proptest::{prelude::ProptestConfig, prop_assert_eq, proptest};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use story::tell;

const ALL: UsageFilter = UsageFilter { resource: None, project: None };

async fn charges(life: &Life, from: Instant, to: Instant, bill: Option<Month>) -> Vec<Charge> {
    life.ledger.charges(life.id, from..to, ALL, bill, u32::MAX).await.unwrap()
}

type Calls = BTreeMap<(u32, u32, u16, UnitPrice), u64>;

/// Calls by resource, project, reasons and price, and the money by resource and project.
fn told<'a>(
    priced: impl Iterator<Item = (u32, u32, &'a [billing::rating::PricedCalls], Money)>,
) -> (Calls, BTreeMap<(u32, u32), i64>) {
    let (mut calls, mut due): (Calls, BTreeMap<_, _>) = Default::default();
    for (resource, project, parts, money) in priced.filter(|(_, _, parts, _)| !parts.is_empty()) {
        for part in parts {
            *calls.entry((resource, project, part.reasons.bits(), part.unit_price)).or_default() +=
                part.calls;
        }
        *due.entry((resource, project)).or_default() += money.cents();
    }
    (calls, due)
}

async fn check_range(life: &Life, from: Instant, to: Instant) {
    let (priced, _) = life.ledger.priced(life.id, from..to).await.unwrap();
    let found = told(priced.iter().map(|of| (of.resource.0, of.project.0, of.parts.as_slice(), of.due)));
    let charges = charges(life, from, to, None).await;
    let expected =
        told(charges.iter().map(|of| (of.key.resource.0, of.key.project.0, of.parts.as_slice(), of.due)));
    assert_eq!(found, expected, "{from} to {to}");
}

async fn check_months(life: &Life) {
    let zone = life.account.terms.policy.zone;
    let (always, mut apart) = (Instant::UNIX_EPOCH..Instant::MAX_UTC, 0);
    let mut month = zone.month(at(OPENED)).previous();
    while month <= zone.month(life.account.now) {
        let mut expected: BTreeMap<(u32, u32), (u64, ChargeAmount)> = BTreeMap::new();
        for charge in charges(life, always.start, always.end, Some(month)).await {
            let sum = expected.entry((charge.key.resource.0, charge.key.project.0)).or_default();
            *sum = (sum.0 + 1, sum.1.checked_add(charge.amount).unwrap());
            if zone.month(charge.key.period) != month {
                apart += charge.due.cents();
            }
        }
        let charged = life.ledger.charged(life.id, month).await.unwrap();
        let found = charged.iter().map(|of| ((of.resource.0, of.project.0), (of.count, of.amount)));
        assert_eq!(found.collect::<BTreeMap<_, _>>(), expected, "{month}");
        month = month.next();
    }
    let first = zone.month(at(OPENED)).previous();
    let moved = life.ledger.charges_apart_since(life.id, first).await.unwrap();
    assert!(moved.iter().all(|moved| zone.month(moved.used_on) != moved.bill), "{moved:?}");
    assert_eq!(moved.iter().map(|moved| moved.due.cents()).sum::<i64>(), apart);
}

async fn lived(place: &Place, steps: &[Step]) -> Life {
    let mut life = Life::begin(place.open().await, "first", 500).await;
    for key in 0..3 {
        life.step(&Step::Enable { key, since_minutes: 0 }).await;
    }
    for step in steps {
        life.step(step).await;
    }
    life
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn sums_of_charges_are_those_of_the_charges(
        life in steps(40),
        from in -30 * 60..2000 * 60_i64,
        minutes in 1..3000 * 60_i64,
    ) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let place = Place::new();
            let life = lived(&place, &life).await;
            let from = at(OPENED) + TimeDelta::minutes(from);
            check_range(&life, from, from + TimeDelta::minutes(minutes)).await;
            check_range(&life, Instant::UNIX_EPOCH, Instant::MAX_UTC).await;
            check_months(&life).await;
            let range = at("2023-04-01T00:00:00+08:00")..at("2024-04-01T00:00:00+08:00");
            for width in [Width::Hour, Width::Day, Width::Month] {
                let by = ledger::Split::ResourceAndProject;
                let all = life.ledger.usage_buckets(life.id, width, range.clone(), by, ALL, u32::MAX).await.unwrap();
                let all = all.iter().filter(|bucket| bucket.figures.due != Money::ZERO);
                let all = all.map(|bucket| (bucket.start, bucket.resource, bucket.project, bucket.figures.due));
                let dues = life.ledger.usage_dues(life.id, width, range.clone()).await.unwrap();
                let dues = dues.iter().map(|of| (of.start, Some(of.resource), Some(of.project), of.due));
                prop_assert_eq!(dues.collect::<Vec<_>>(), all.collect::<Vec<_>>());
            }
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn older_books_learn_what_their_charges_come_to() {
    let place = Place::new();
    let life = tell(place.open().await, "first").await;
    check_months(&life).await;
    life.ledger.close().await.unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../migrations");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let file = files.into_iter().find(|path| path.to_str().unwrap().ends_with("_charged_sums.sql")).unwrap();
    let options = SqliteConnectOptions::new().filename(place.path());
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let mut kept = Vec::new();
    for _ in 0..2 {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT concat_ws(' ', account_id, bill, resource, project, used_in, charge_count, amount_units) FROM charged_sums
             UNION ALL
             SELECT concat_ws(' ', account_id, width, start_at, resource, project, reasons, unit_price, calls, due_cents)
             FROM priced_sums",
        )
        .fetch_all(&mut connection)
        .await
        .unwrap();
        kept.push(rows);
        sqlx::raw_sql("DROP TABLE charged_sums; DROP TABLE priced_sums")
            .execute(&mut connection)
            .await
            .unwrap();
        let again = sqlx::AssertSqlSafe(std::fs::read_to_string(&file).unwrap());
        sqlx::raw_sql(again).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
    assert!(kept[0].len() > 10, "{kept:?}");
    assert_eq!(kept[0], kept[1]);
    assert_eq!(place.open().await.verify(None).await.unwrap().first_difference, None);
}
