//! Vouchers in the books: what they paid, what is left, and that both are proved.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use std::sync::Arc;

use billing::{Command, Money, PackageId, policy::RefundPolicy};
use chrono::TimeDelta;
use common::{
    Life, Place, at, calls, keys,
    life::{Step, import_write},
};
use ledger::{ImportChange, ImportCounts, ImportWrite};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection, sqlite::SqliteConnectOptions};

/// A gift of 2.00 pays a settlement and a package, which is given back.
async fn life(place: &Place) -> Life {
    let mut terms = common::terms().as_ref().clone();
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    let mut life = Life::begin_under(place.open().await, "given", 100, Arc::new(terms)).await;
    let opened = at(common::OPENED);
    life.act(&Command::Enable { resource: keys()[0].clone(), since: None }, opened).await;
    life.step(&Step::Voucher { cents: 199, gift: true, days: 30 }).await;
    life.act(&Command::Use(calls(0, "", opened, 20)), opened).await;
    life.advance(opened + TimeDelta::hours(1)).await;
    // 20 calls of 0.0212345678 are 0.42.
    assert_eq!(life.account.vouchers[0].left, Money::from_cents(157));
    assert!(life.act(&Command::buy("passport-100"), life.account.now).await);
    assert_eq!(life.account.vouchers[0].left, Money::from_cents(7));
    assert!(life.act(&Command::Unsubscribe { package: PackageId(0) }, life.account.now).await);
    assert_eq!(life.account.vouchers[0].left, Money::from_cents(157), "the gift is back");
    assert_eq!(life.account.balance, Money::from_cents(100), "and the balance was never touched");
    // 30 calls at the first price and 95 of 0.01 are 1.59: the gift, and 0.02 of the balance. Undone, each gets back its own.
    import(&mut life, 125).await;
    life.advance(life.account.now + TimeDelta::hours(1)).await;
    assert_eq!((life.account.vouchers[0].left, life.account.balance), (Money::ZERO, Money::from_cents(98)));
    life.undo(0).await;
    assert_eq!(life.account.vouchers[0].left, Money::from_cents(157));
    assert_eq!(life.account.balance, Money::from_cents(100));
    life.check().await;
    life
}

async fn import(life: &mut Life, count: u64) {
    let now = life.account.now;
    let (mut account, mut events) = (life.account.clone(), Vec::new());
    account.act(&Command::Use(calls(0, "", now, count)), &mut events).unwrap();
    let counts = ImportCounts { rows: count, counted: count, billable: count, ..ImportCounts::default() };
    let import = ImportWrite { counts, ..import_write("gateway", Some((now, now))) };
    life.record("import", &events, account, Some(ImportChange::Add(Box::new(import)))).await;
}

async fn connect(place: &Place) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(place.path()).pragma("ignore_check_constraints", "ON");
    SqliteConnection::connect_with(&options).await.unwrap()
}

#[tokio::test]
async fn what_vouchers_paid_is_in_the_journal_and_proved() {
    let place = Place::new();
    let life = life(&place).await;
    let report = life.ledger.verify(Some(life.id)).await.unwrap();
    assert_eq!(report.first_difference, None);
    life.ledger.close().await.unwrap();
    let mut connection = connect(&place).await;
    let moved: Vec<i64> = sqlx::query_scalar(
        "SELECT units FROM journal WHERE ledger_account = 'Assets:Vouchers:0' ORDER BY transaction_id",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    assert_eq!(moved, [199, -42, -150, 150, -157, 157]);
    let unbalanced: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM (SELECT 1 FROM journal GROUP BY transaction_id, commodity HAVING SUM(units) <> 0)",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert_eq!(unbalanced, 0);
}

#[tokio::test]
async fn a_changed_voucher_is_found() {
    for (sql, what) in [
        ("UPDATE vouchers SET left_cents = left_cents + 1", "voucher"),
        ("UPDATE charges SET vouchers = '[[1,42]]'", "write"),
        ("UPDATE charges SET vouchers = '[[0,41]]'", "transaction"),
        (
            "UPDATE purchases SET from_vouchers_cents = from_vouchers_cents - 1, from_balance_cents = 1",
            "purchase",
        ),
        (
            "UPDATE corrections SET to_vouchers_cents = 158, vouchers = '[[0,158]]', to_balance_cents = 1",
            "correction",
        ),
    ] {
        let place = Place::new();
        let life = life(&place).await;
        let id = life.id;
        life.ledger.close().await.unwrap();
        let mut connection = connect(&place).await;
        for trigger in ["charge_stays", "purchase_stays", "correction_stays"] {
            let drop = AssertSqlSafe(format!("DROP TRIGGER {trigger}"));
            sqlx::query(drop).execute(&mut connection).await.unwrap();
        }
        sqlx::query(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let report = place.open().await.verify(Some(id)).await.unwrap();
        assert_eq!(report.first_difference.map(|found| found.what), Some(what), "{sql}");
    }
}

#[tokio::test]
async fn parts_that_are_not_what_was_due_are_refused_by_the_books() {
    let place = Place::new();
    life(&place).await.ledger.close().await.unwrap();
    let options = SqliteConnectOptions::new().filename(place.path());
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("DROP TRIGGER charge_stays").execute(&mut connection).await.unwrap();
    let changed = sqlx::query("UPDATE charges SET from_vouchers_cents = 1").execute(&mut connection).await;
    assert!(changed.unwrap_err().to_string().contains("CHECK"));
}
