//! What a settlement costs on the disk.

mod common;

use std::{fs, sync::Arc};

use billing::{Account, Command, Money, ResourceKey, Terms, Usage, price::PriceList};
use chrono::TimeDelta;
use common::{OPENED, Place, at, new_account, terms};
use ledger::Write;

const RESOURCES: usize = 50;
const HOURS: i64 = 24 * 14;

fn keys() -> Vec<ResourceKey> {
    (0..RESOURCES).map(|number| ResourceKey::new("passport-ocr", &format!("region-{number}"))).collect()
}

fn many_resources() -> Arc<Terms> {
    let mut terms = Terms::clone(&terms());
    let price = terms.prices.all()[0].clone();
    let prices = keys().into_iter().map(|key| {
        let mut price = price.clone();
        (price.service, price.region) = (key.service, key.region);
        price
    });
    terms.prices = PriceList::new(prices.collect());
    Arc::new(terms)
}

/// Segments, charges, transactions, postings, sums and indexes together.
#[tokio::test]
async fn an_hour_of_a_resource_takes_at_most_205_bytes() {
    let place = Place::new();
    let ledger = place.open().await;
    let (mut account, events) =
        Account::open(many_resources(), at(OPENED), Money::from_cents(100_000_000)).unwrap();
    let id = ledger.create_account(&new_account("many"), &account, &events, at(OPENED)).await.unwrap();
    let (_, basis) = ledger.load(id, many_resources()).await.unwrap();
    ledger.close().await.unwrap();
    let empty = fs::metadata(place.path()).unwrap().len();

    let mut events = Vec::new();
    for resource in keys() {
        account.act(&Command::Enable { resource, since: None }, &mut events).unwrap();
    }
    for hour in 0..HOURS {
        let now = at(OPENED) + TimeDelta::hours(hour) + TimeDelta::minutes(17);
        account.advance_to_actions(now, &mut events).unwrap();
        for (index, resource) in (0_u64..).zip(keys()) {
            let count = 20 + (index * 7 + hour.unsigned_abs() * 13) % 400;
            let usage = Usage { resource, project: String::new(), occurred_at: now, count, status: 200 };
            account.act(&Command::Use(usage), &mut events).unwrap();
        }
    }
    account.advance(at(OPENED) + TimeDelta::hours(HOURS), &mut events).unwrap();
    let ledger = place.open().await;
    let write = Write {
        kind: "advance",
        request_id: None,
        events: &events,
        after: &account,
        recorded_at: account.now,
        import: None,
    };
    ledger.write(id, &basis, write).await.unwrap();
    ledger.close().await.unwrap();

    let settlements = RESOURCES as u64 * HOURS.unsigned_abs();
    let bytes = (fs::metadata(place.path()).unwrap().len() - empty) / settlements;
    assert!(bytes <= 205, "{bytes} bytes");
}
