//! Books that were only written verify; books in which one value was changed name the place.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
#[path = "verifying/story.rs"]
mod story;
#[path = "verifying/tampering.rs"]
mod tampering;

use billing::journal::names::{ARREARS, BALANCE, CREDIT};
use common::{Life, Place, life::steps};
use ledger::{AccountId, LedgerError, VerifyReport};
use proptest::{prelude::ProptestConfig, proptest};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use story::{live, tell};
use tampering::{TAMPERINGS, Tampering};

fn assert_clean(report: &VerifyReport) {
    assert_eq!(report.first_difference, None);
}

fn run<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn books_of_any_life_verify(life in steps(70), balance in 0..2000_i64) {
        run(async {
            let place = Place::new();
            let mut account = Life::begin(place.open().await, "first", balance).await;
            for step in &life {
                live(&mut account, step).await;
            }
            assert_clean(&account.ledger.verify(None).await.unwrap());
            account.ledger.close().await.unwrap();
        });
    }
}

#[test]
fn a_life_with_everything_in_it_verifies_and_says_how_much_was_compared() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        let checked = {
            let report = life.ledger.verify(None).await.unwrap();
            assert_clean(&report);
            report.checked
        };
        assert_eq!((checked.accounts, checked.packages), (1, 4));
        assert!(
            checked.writes > 10 && checked.transactions > 30 && checked.charges > 10 && checked.sums > 30
        );
        tell(place.open().await, "second").await;
        let both = life.ledger.verify(None).await.unwrap();
        assert_clean(&both);
        assert_eq!((both.checked.accounts, both.checked.sums), (2, 2 * checked.sums));
        let one = life.ledger.verify(Some(life.id)).await.unwrap();
        assert_clean(&one);
        assert_eq!(one.checked, checked, "only the account that was asked for");
    });
}

#[test]
fn the_journal_can_be_read_with_sql_settlements_and_all() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        life.ledger.close().await.unwrap();
        let options = SqliteConnectOptions::new().filename(place.path()).read_only(true);
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        let unbalanced = "SELECT COUNT(*) FROM transactions AS t
            WHERE (SELECT COUNT(*) FROM journal WHERE transaction_id = t.id) < 2
               OR EXISTS (SELECT 1 FROM journal WHERE transaction_id = t.id GROUP BY commodity HAVING SUM(units) <> 0)";
        let unbalanced: i64 = sqlx::query_scalar(unbalanced).fetch_one(&mut connection).await.unwrap();
        assert_eq!(unbalanced, 0);
        let left = "SELECT (SELECT SUM(units) FROM journal WHERE ledger_account = ?1)";
        let account = &life.account;
        let owed = account.arrears().unwrap().negated();
        for (name, money) in
            [(BALANCE, account.balance), (CREDIT, account.credit_drawn.negated()), (ARREARS, owed)]
        {
            let left: i64 = sqlx::query_scalar(left).bind(name).fetch_one(&mut connection).await.unwrap();
            assert_eq!(left, money.cents(), "{name}");
        }
    });
}

#[test]
fn a_value_that_was_changed_is_named() {
    run(async {
        let place = Place::new();
        let life = tell(place.open().await, "first").await;
        life.ledger.close().await.unwrap();
        let mut wrong = Vec::new();
        for (index, tampering) in TAMPERINGS.iter().enumerate() {
            let copy = place.folder().join(format!("{index}.sqlite"));
            std::fs::copy(place.path(), &copy).unwrap();
            if let Err(found) = named(&copy, tampering).await {
                wrong
                    .push(format!("{}\n  {} at {}: {found}", tampering.sql, tampering.what, tampering.place));
            }
            std::fs::remove_file(&copy).unwrap();
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

async fn named(copy: &std::path::Path, tampering: &Tampering) -> Result<(), String> {
    let ledger = ledger::Ledger::open(copy).await.unwrap();
    tampering.carry_out(copy).await?;
    let report = ledger.verify(None).await.map_err(|error| format!("{error:?}"))?;
    ledger.close().await.unwrap();
    let difference = report.first_difference.ok_or("nothing was found")?;
    let fits = difference.what == tampering.what
        && difference.place.contains(tampering.place)
        && difference.expected != difference.found;
    if fits { Ok(()) } else { Err(format!("{difference:?}")) }
}

#[test]
fn an_account_that_was_changed_does_not_spoil_the_others() {
    run(async {
        let place = Place::new();
        let first = tell(place.open().await, "first").await;
        let second = tell(place.open().await, "second").await;
        let change = Tampering {
            sql: "UPDATE accounts SET balance_cents = balance_cents + 1 WHERE id = 2",
            what: "balance",
            place: "account 2",
        };
        change.carry_out(&place.path()).await.unwrap();
        assert_clean(&first.ledger.verify(Some(first.id)).await.unwrap());
        let difference = second.ledger.verify(None).await.unwrap().first_difference.unwrap();
        assert_eq!((difference.what, difference.place.as_str()), ("balance", "account 2"));
    });
}

#[test]
fn an_account_that_is_not_there_is_an_error() {
    run(async {
        let place = Place::new();
        let ledger = place.open().await;
        assert!(matches!(ledger.verify(Some(AccountId(7))).await, Err(LedgerError::NoAccount(7))));
        assert_clean(&ledger.verify(None).await.unwrap());
    });
}

#[test]
fn a_writer_does_not_disturb_it() {
    run(async {
        let place = Place::new();
        let reading = tell(place.open().await, "first").await;
        let mut writing = Life::begin(place.open().await, "second", 100).await;
        let writer = tokio::spawn(async move {
            for _ in 0..20 {
                story::one_more_day(&mut writing).await;
            }
        });
        while !writer.is_finished() {
            assert_clean(&reading.ledger.verify(None).await.unwrap());
        }
        writer.await.unwrap();
        assert_clean(&reading.ledger.verify(None).await.unwrap());
    });
}
