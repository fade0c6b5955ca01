//! The journal as people read it, and every day as it was known then.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;
#[path = "verifying/story.rs"]
#[expect(dead_code, reason = "another test tells the rest")]
mod story;

use std::collections::BTreeMap;

use billing::{Account, Command, Instant, Money, PackageId, ResourceId, journal::Commodity};
use chrono::TimeDelta;
use common::{
    Life, OPENED, Place, at,
    life::{Step, steps},
};
use ledger::{JournalFilter, JournalLine, KnownPackage, Ledger, Page, Sound, Subject};
use proptest::{prelude::ProptestConfig, proptest};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use story::{live, tell};

fn run<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test)
}

/// What stood in memory after the last write of an instant.
#[derive(Clone, Debug, PartialEq)]
struct Then {
    balance: Money,
    credit_drawn: Money,
    arrears: Money,
    bill: Money,
    packages: Vec<KnownPackage>,
}

impl Then {
    async fn of(life: &Life) -> Self {
        let account = &life.account;
        let month = account.terms.policy.zone.month(account.now);
        let totals = life.ledger.bill_totals(life.id, month).await.unwrap();
        Self {
            balance: account.balance,
            credit_drawn: account.credit_drawn,
            arrears: account.arrears().unwrap(),
            bill: Money::sum(totals.into_iter().map(|total| total.due)).unwrap(),
            packages: in_force(account),
        }
    }
}

fn in_force(account: &Account) -> Vec<KnownPackage> {
    let packages = (0..).map(PackageId).zip(&account.packages);
    let cycles = packages.flat_map(|(package, state)| {
        let cycles = (0..).zip(&state.cycles);
        let running = cycles.filter(|(_, cycle)| {
            let is_now = cycle.starts_at <= account.now && account.now <= cycle.ends_at;
            cycle.begun && !cycle.ended && is_now
        });
        running.map(move |(number, cycle)| KnownPackage {
            package,
            cycle: number,
            quota: cycle.quota,
            remaining: cycle.remaining(),
            ends_at: cycle.ends_at,
        })
    });
    cycles.collect()
}

async fn known_again(life: &Life, then: &BTreeMap<Instant, Then>) {
    for (at, then) in then {
        let known = life.ledger.known_before(life.id, *at + TimeDelta::seconds(1)).await.unwrap().unwrap();
        assert_eq!((known.write.recorded_at, known.write.sound), (*at, Sound::Yes));
        let again = Then {
            balance: known.balance,
            credit_drawn: known.credit_drawn,
            arrears: known.arrears,
            bill: known.bill,
            packages: known.packages,
        };
        assert_eq!(again, *then, "as known at {at}");
    }
}

async fn whole_journal(
    ledger: &Ledger,
    life: &Life,
    filter: &JournalFilter,
    limit: u32,
    look: i64,
) -> Vec<JournalLine> {
    let (mut lines, mut page) = (Vec::new(), Page::first(limit));
    loop {
        let part = ledger.journal_looking_at(life.id, filter, page, look).await.unwrap();
        assert!(part.lines.len() <= limit as usize);
        lines.extend(part.lines);
        let Some(next) = part.next else { return lines };
        assert!(page.after.is_none_or(|before| next < before), "every page goes on");
        page.after = Some(next);
    }
}

fn resource_of(account: &Account, line: &JournalLine) -> Option<ResourceId> {
    match line.subject {
        Subject::Nothing => None,
        Subject::Charge { resource, .. } => Some(resource),
        Subject::Package(package) => account.package(package).map(|package| package.resource),
    }
}

async fn journal_is_read_whole(life: &Life) {
    let all = whole_journal(&life.ledger, life, &JournalFilter::default(), 1000, 100_000).await;
    assert!(all.windows(2).all(|pair| pair[0].id > pair[1].id), "newest first");
    let transactions = life.ledger.extent(Some(life.id)).await.unwrap().transactions;
    assert_eq!(all.len() as u64, transactions);
    assert_eq!(whole_journal(&life.ledger, life, &JournalFilter::default(), 3, 100_000).await, all);
    assert_eq!(whole_journal(&life.ledger, life, &JournalFilter::default(), 50, 2).await, all);
    for (postings, line) in life.ledger.postings_of(life.id, &all).await.unwrap().iter().zip(&all) {
        for commodity in [Commodity::Money, Commodity::Calls] {
            let of = || postings.iter().filter(|posting| posting.commodity == commodity);
            assert_eq!(of().map(|posting| posting.units).sum::<i64>(), 0, "{line:?}");
            let debits: i64 = of().map(|posting| posting.units.max(0)).sum();
            let told = if commodity == Commodity::Money {
                line.money.cents()
            } else {
                i64::try_from(line.calls).unwrap()
            };
            assert_eq!(debits, told, "{line:?}");
        }
    }
    let middle = all.get(all.len() / 2).unwrap().at;
    let filters = [
        JournalFilter { kind: Some("settlement".into()), ..JournalFilter::default() },
        JournalFilter { resource: Some(ResourceId(0)), ..JournalFilter::default() },
        JournalFilter { package: Some(PackageId(0)), ..JournalFilter::default() },
        JournalFilter { at: Some(middle - TimeDelta::hours(30)..middle), ..JournalFilter::default() },
        JournalFilter { at: Some(middle..middle + TimeDelta::seconds(1)), ..JournalFilter::default() },
        JournalFilter { text: Some("BEGIN:0".into()), ..JournalFilter::default() },
        JournalFilter { text: Some("b_gin".into()), ..JournalFilter::default() },
    ];
    for filter in &filters {
        let fits = |line: &&JournalLine| {
            filter.kind.as_ref().is_none_or(|kind| line.kind == *kind)
                && filter.resource.is_none_or(|resource| resource_of(&life.account, line) == Some(resource))
                && filter.package.is_none_or(|package| line.subject == Subject::Package(package))
                && filter.at.as_ref().is_none_or(|at| at.contains(&line.at))
                && filter.text.as_ref().is_none_or(|text| {
                    line.key.as_ref().is_some_and(|key| key.contains(&text.to_lowercase()))
                })
        };
        let expected: Vec<_> = all.iter().filter(fits).cloned().collect();
        assert_eq!(whole_journal(&life.ledger, life, filter, 4, 5).await, expected, "{filter:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_day_of_any_life_is_known_again_as_it_was(life in steps(60), balance in 0..2000_i64) {
        run(async {
            let place = Place::new();
            let mut account = Life::begin(place.open().await, "first", balance + 1).await;
            let mut then = BTreeMap::new();
            for step in &life {
                live(&mut account, step).await;
                then.insert(account.account.now, Then::of(&account).await);
            }
            known_again(&account, &then).await;
            journal_is_read_whole(&account).await;
            account.ledger.close().await.unwrap();
        });
    }
}

#[test]
fn an_account_beside_another_reads_its_own_journal_alone() {
    run(async {
        let place = Place::new();
        let mut first = Life::begin(place.open().await, "first", 100).await;
        let mut second = tell(place.open().await, "second").await;
        for _ in 0..12 {
            live(&mut first, &Step::TopUp { cents: 7 }).await;
            live(&mut first, &Step::Wait { minutes: 3000 }).await;
            live(&mut second, &Step::TopUp { cents: 7 }).await;
            live(&mut second, &Step::Wait { minutes: 3000 }).await;
        }
        journal_is_read_whole(&first).await;
        journal_is_read_whole(&second).await;
        assert_eq!(
            first
                .ledger
                .entry(first.id, second.basis.write_id)
                .await
                .unwrap()
                .map(|entry| entry.line.write_id),
            None
        );
    });
}

#[test]
fn a_transaction_comes_with_its_postings_and_a_write_that_is_what_it_was() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        let lines = whole_journal(&life.ledger, &life, &JournalFilter::default(), 1000, 100_000).await;
        for line in &lines {
            let entry = life.ledger.entry(life.id, line.id).await.unwrap().unwrap();
            assert_eq!((&entry.line, entry.write.sound), (line, Sound::Yes));
            assert!(entry.postings.len() >= 2, "{entry:?}");
        }
        assert_eq!(life.ledger.entry(life.id, 9_999_999).await.unwrap(), None);
        assert_eq!(life.ledger.entry(life.id, 0).await.unwrap(), None);
    });
}

#[test]
fn a_write_that_was_changed_says_so_and_those_beside_it_do_not() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        let lines = whole_journal(&life.ledger, &life, &JournalFilter::default(), 1000, 100_000).await;
        let options = SqliteConnectOptions::new().filename(place.path());
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        let changed = lines.iter().find(|line| line.kind == "top-up").unwrap();
        sqlx::query("DROP TRIGGER sealed_posting_stays").execute(&mut connection).await.unwrap();
        sqlx::query("UPDATE postings SET units = units * 2 WHERE transaction_id = ?1")
            .bind(changed.id)
            .execute(&mut connection)
            .await
            .unwrap();
        for line in &lines {
            let sound = life.ledger.entry(life.id, line.id).await.unwrap().unwrap().write.sound;
            let expected = if line.write_id == changed.write_id { Sound::No } else { Sound::Yes };
            assert_eq!(sound, expected, "{line:?}");
        }
    });
}

#[test]
fn what_was_recorded_later_of_an_earlier_day_is_not_known_on_it() {
    run(async {
        let place = Place::new();
        let mut life = Life::begin(place.open().await, "first", 1000).await;
        let opened = at(OPENED);
        life.act(&Command::Enable { resource: common::keys()[0].clone(), since: None }, opened).await;
        life.advance(opened + TimeDelta::days(1)).await;
        let known = life.ledger.known_before(life.id, opened + TimeDelta::days(2)).await.unwrap().unwrap();
        assert_eq!((known.balance, known.until), (Money::from_cents(1000), None));
        // 50 calls of the first day, told of on the third: 50 × 0.0212345678 = 1.06.
        let now = opened + TimeDelta::days(3);
        life.advance(now).await;
        life.act(&Command::Use(common::calls(0, "", opened + TimeDelta::hours(3), 50)), now).await;
        life.advance(now + TimeDelta::hours(2)).await;
        let known = life.ledger.known_before(life.id, opened + TimeDelta::days(2)).await.unwrap().unwrap();
        assert_eq!((known.balance, known.bill), (Money::from_cents(1000), Money::ZERO));
        let known = life.ledger.known_before(life.id, opened + TimeDelta::days(4)).await.unwrap().unwrap();
        assert_eq!((known.balance, known.bill), (Money::from_cents(894), Money::from_cents(106)));
        assert_eq!(life.ledger.known_before(life.id, opened).await.unwrap(), None, "not heard of yet");
    });
}

#[test]
fn older_books_learn_what_each_write_left() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        life.ledger.close().await.unwrap();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../migrations");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let file = files.into_iter().find(|path| path.to_str().unwrap().ends_with("_known.sql")).unwrap();
        let options = SqliteConnectOptions::new().filename(place.path());
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        for column in ["balance_cents", "credit_drawn_cents", "owed_cents"] {
            let drop = sqlx::AssertSqlSafe(format!("ALTER TABLE writes DROP COLUMN {column}"));
            sqlx::query(drop).execute(&mut connection).await.unwrap();
        }
        let again = sqlx::AssertSqlSafe(std::fs::read_to_string(file).unwrap());
        sqlx::raw_sql(again).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let ledger = place.open().await;
        assert_eq!(ledger.verify(None).await.unwrap().first_difference, None);
        let known =
            ledger.known_before(life.id, life.account.now + TimeDelta::days(1)).await.unwrap().unwrap();
        assert_eq!((known.balance, known.arrears), (life.account.balance, life.account.arrears().unwrap()));
    });
}

#[test]
fn verifying_tells_on_the_way_and_ends_at_the_extent() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        let heard = std::sync::Mutex::new(Vec::new());
        let hears =
            |checked: ledger::Checked| heard.lock().unwrap().push(checked.transactions + checked.charges);
        let report = life.ledger.verify_telling(None, &hears).await.unwrap();
        assert_eq!(report.first_difference, None);
        let heard = heard.into_inner().unwrap();
        assert!(heard.len() > 1 && heard.windows(2).all(|pair| pair[0] <= pair[1]), "{heard:?}");
        let extent = life.ledger.extent(None).await.unwrap();
        assert_eq!(heard.last(), Some(&(extent.transactions + extent.charges)));
        assert_eq!(
            (report.checked.writes, report.checked.transactions),
            (extent.writes, extent.transactions)
        );
    });
}
