//! Years of a busy account: settling them in the core, acting on and reading the books of ten of them.

mod acting;
mod in_the_core;
mod reading;

use std::path::Path;
use std::sync::Arc;

use app::{
    Books,
    books::Opening,
    clock::ManualClock,
    ledger::{AccountId, Write},
};
use billing::{Account, Event, Instant, Money, ResourceKey, Usage, command::Command, zone::parse_instant};
use chrono::TimeDelta;
use tollbook_tests::Outcome;

pub use self::in_the_core::settle;
use crate::{ground::Ground, table::Row};

const RESOURCES: usize = 50;
const READINGS: usize = 40;
const HOURS_A_YEAR: i64 = 365 * 24;
/// Hours of usage written at once.
const HOURS_A_WRITE: i64 = 365 * 2;

/// Actions and screens on the books of one account as they grow from a day to ten years.
pub fn ledger(ground: &Ground) -> Outcome<Vec<Row>> {
    let runtime = tokio::runtime::Runtime::new()?;
    let folder = ground.scratch()?;
    let mut rows = Vec::new();
    let mut lived = 0;
    let mut of_a_day = None;
    for years in std::iter::once(0).chain(ground.years()) {
        let hours = if years == 0 { 24 } else { years * HOURS_A_YEAR };
        runtime.block_on(live(folder.path(), lived, hours))?;
        lived = hours;
        let age = match years {
            0 => "a day".to_owned(),
            1 => "a year".to_owned(),
            years => format!("{years} years"),
        };
        let action = runtime.block_on(acting::measure(folder.path(), hours))?;
        let what = format!("previewing and confirming a top-up after {age}");
        rows.push(match of_a_day {
            None => Row::alone(what, action, ""),
            Some(of_a_day) => Row::times(what, action, ("after a day", of_a_day), "the same"),
        });
        of_a_day = of_a_day.or(Some(action));
        if years > 0 {
            rows.extend(runtime.block_on(reading::measure(folder.path(), hours, &age))?);
        }
    }
    Ok(rows)
}

/// Lives from one hour of the account's life to another, with usage of every resource in every hour.
async fn live(folder: &Path, from: i64, until: i64) -> Outcome {
    let books = open(folder, after(until)?).await?;
    let id = if from == 0 { books.open_account(&opening()?).await? } else { the_account(&books).await? };
    let mut loaded = books.load(id).await?;
    let mut events = Vec::new();
    if from == 0 {
        enable(&mut loaded.account, &mut events)?;
    }
    let mut basis = loaded.basis;
    let mut hour = from;
    while hour < until {
        let end = until.min(hour + HOURS_A_WRITE);
        while hour < end {
            loaded.account.advance_to_actions(after(hour)?, &mut events)?;
            use_all(&mut loaded.account, after(hour)?, &mut events)?;
            hour += 1;
        }
        let write = Write {
            kind: "bench",
            request_id: None,
            events: &events,
            after: &loaded.account,
            recorded_at: books.now(),
            import: None,
        };
        basis = books.ledger().write(id, &basis, write).await?;
        events.clear();
    }
    Ok(books.close().await?)
}

async fn the_account(books: &Books) -> Outcome<AccountId> {
    Ok(books.account_named("Bench").await?.id)
}

/// So many hours after the account was opened.
fn after(hours: i64) -> Outcome<Instant> {
    Ok(parse_instant("2016-01-01T00:00:00+08:00")? + TimeDelta::hours(hours))
}

/// Books whose price list knows fifty services.
async fn open(folder: &Path, now: Instant) -> Outcome<Books> {
    let mut catalogue = "title = \"bench\"\nsample = true\ncurrency = \"USD\"\n".to_owned();
    for number in 0..RESOURCES {
        catalogue +=
            &format!("[[price]]\nservice = \"service-{number}\"\nregion = \"r\"\nunit_price = \"0.0123\"\n");
    }
    std::fs::create_dir_all(folder)?;
    let path = folder.join("prices.toml");
    std::fs::write(&path, catalogue)?;
    Ok(Books::open(folder, Some(&path), Arc::new(ManualClock::at(now))).await?)
}

fn opening() -> Outcome<Opening> {
    Ok(Opening {
        name: "Bench".into(),
        policy: "huawei-ocr-intl".into(),
        level: None,
        currency: None,
        balance: Money::from_cents(100_000_000_000),
        opened_at: after(0)?,
        sample: true,
    })
}

fn keys() -> impl Iterator<Item = ResourceKey> {
    (0..RESOURCES).map(|number| ResourceKey::new(&format!("service-{number}"), "r"))
}

fn enable(account: &mut Account, events: &mut Vec<Event>) -> Outcome {
    for resource in keys() {
        account.act(&Command::Enable { resource, since: None }, events)?;
    }
    Ok(())
}

fn use_all(account: &mut Account, at: Instant, events: &mut Vec<Event>) -> Outcome {
    for resource in keys() {
        account.meter(
            &Usage { resource, project: String::new(), occurred_at: at, count: 10, status: 200 },
            events,
        )?;
    }
    Ok(())
}
