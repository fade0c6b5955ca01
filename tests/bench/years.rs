//! Years of a busy account: settling them in the core, and reading the screens of ten of them.

use std::{path::Path, sync::Arc, time::Duration};

use app::{
    Books,
    books::Opening,
    clock::ManualClock,
    ledger::{AccountId, Write},
};
use billing::{Account, Command, Event, Instant, Money, ResourceKey, Usage, zone::parse_instant};
use chrono::TimeDelta;
use ipc::{App, dto};
use tollbook_tests::Outcome;

use crate::{
    ground::Ground,
    measure::{now, timed},
    table::Row,
};

const RESOURCES: usize = 50;
const READINGS: usize = 40;

/// The pure core: a year of hourly usage of 50 resources, metered and settled.
pub fn settle(_ground: &Ground) -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let (mut account, _) = runtime.block_on(async {
        let books = open(folder.path(), begin()?).await?;
        Outcome::Ok(books.decide_opening(&opening(begin()?))?)
    })?;
    let (mut metering, mut settling) = (Duration::ZERO, Duration::ZERO);
    enable(&mut account, &mut Vec::new())?;
    for hour in 0..365 * 24 {
        let at = begin()? + TimeDelta::hours(hour);
        let mut events = Vec::new();
        let (took, done) = timed(|| account.advance_to_actions(at, &mut events));
        done?;
        settling += took;
        let (took, done) = timed(|| use_all(&mut account, at, &mut events));
        done?;
        metering += took;
    }
    Ok(vec![
        Row::alone("settling a year of 50 resources, in the core", settling, "50 ms"),
        Row::alone("metering that year's calls, in the core", metering, ""),
    ])
}

/// The five screens' queries, as the window asks them, on ten years of 50 resources.
pub fn screens(ground: &Ground) -> Outcome<Vec<Row>> {
    let runtime = tokio::runtime::Runtime::new()?;
    let mut rows = Vec::new();
    for years in [1, ground.years()] {
        let folder = ground.scratch()?;
        runtime.block_on(live(folder.path(), years))?;
        rows.extend(runtime.block_on(read(folder.path(), years))?);
    }
    Ok(rows)
}

async fn live(folder: &Path, years: i64) -> Outcome {
    let books = open(folder, begin()? + TimeDelta::days(365 * years)).await?;
    let id = books.open_account(&opening(begin()?)).await?;
    let mut loaded = books.load(id).await?;
    let mut events = Vec::new();
    enable(&mut loaded.account, &mut events)?;
    let mut basis = loaded.basis;
    for month in 0..years * 12 {
        for hour in 0..365 * 2 {
            let at = begin()? + TimeDelta::hours(month * 365 * 2 + hour);
            loaded.account.advance_to_actions(at, &mut events)?;
            use_all(&mut loaded.account, at, &mut events)?;
        }
        basis = write(&books, id, &basis, &loaded.account, &events).await?;
        events.clear();
    }
    Ok(books.close().await?)
}

async fn write(
    books: &Books,
    id: AccountId,
    basis: &app::ledger::Basis,
    after: &Account,
    events: &[Event],
) -> Outcome<app::ledger::Basis> {
    let write =
        Write { kind: "bench", request_id: None, events, after, recorded_at: books.now(), import: None };
    Ok(books.ledger().write(id, basis, write).await?)
}

async fn read(folder: &Path, years: i64) -> Outcome<Vec<Row>> {
    let books = Arc::new(open(folder, begin()? + TimeDelta::days(365 * years)).await?);
    let app = App::new(books, Arc::new(|_| ()), Arc::new(|_| ()));
    let account_id = "1".to_owned();
    let of = || dto::common::OfAccount { account_id: account_id.clone() };
    let month = (begin()? + TimeDelta::days(365 * years - 40)).format("%Y-%m").to_string();
    let mut rows = Vec::new();
    macro_rules! measure {
        ($name:literal, $ask:expr) => {{
            let mut took = Vec::with_capacity(READINGS);
            for _ in 0..READINGS {
                let started = now();
                let answer = $ask.await;
                took.push(started.elapsed());
                answer.map_err(|error| tollbook_tests::Failure::new(error.code))?;
            }
            rows.push(Row::spread(format!("{} after {years} years", $name), &mut took, "16 ms at p99"));
        }};
    }
    let usage = |bucket| dto::usage::UsageQuery {
        account_id: account_id.clone(),
        bucket,
        by: dto::usage::StackedBy::PaidBy,
        from: None,
        to: None,
        service: None,
        region: None,
        project: None,
        chart_width: None,
    };
    let today = || dto::today::TodayQuery { account_id: account_id.clone(), chart_width: None };
    let balance = || dto::balance::BalanceQuery {
        account_id: account_id.clone(),
        days: 30,
        after: None,
        chart_width: None,
    };
    let bills = || dto::bills::BillsQuery { account_id: account_id.clone(), chart_width: None };
    let bill = || dto::bills::BillQuery { account_id: account_id.clone(), month: month.clone() };
    measure!("Today", ipc::commands::today::today(&app, today()));
    measure!("Usage", ipc::commands::usage::usage(&app, usage(dto::usage::Bucket::Day)));
    measure!("Packages", ipc::commands::packages::packages(&app, of()));
    measure!("Balance", ipc::commands::balance::balance(&app, balance()));
    measure!("Bills", ipc::commands::bills::bills(&app, bills()));
    measure!("one bill", ipc::commands::bills::bill(&app, bill()));
    Ok(rows)
}

fn begin() -> Outcome<Instant> {
    Ok(parse_instant("2016-01-01T00:00:00+08:00")?)
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

fn opening(opened_at: Instant) -> Opening {
    Opening {
        name: "Bench".into(),
        policy: "huawei-ocr-intl".into(),
        level: None,
        balance: Money::from_cents(100_000_000_000),
        opened_at,
        sample: true,
    }
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
