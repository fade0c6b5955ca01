//! The books defend themselves: every guard refuses what it is there for, and it is that guard that does.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use std::sync::Arc;

use billing::{ChargeAmount, Command, Money, PackageId, policy::RefundPolicy, zone::Month};
use common::{Life, Place, at, calls, keys, life::Step};
use ledger::Reconciliation;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection, sqlite::SqliteConnectOptions};

/// A guard, what it says, and what it is there to refuse.
struct Guard {
    trigger: &'static str,
    says: &'static str,
    attack: &'static str,
}

const fn guard(trigger: &'static str, says: &'static str, attack: &'static str) -> Guard {
    Guard { trigger, says, attack }
}

const NEW_TRANSACTION: &str = "INSERT INTO transactions (id, write_id, account_id, kind, at)
    SELECT 1000, write_id, account_id, kind, at FROM transactions WHERE id = 1;";

const GUARDS: [Guard; 45] = [
    guard(
        "seal_needs_balance",
        "transaction does not balance",
        "INSERT INTO postings VALUES (1000, 0, 1, 5), (1000, 0, 2, -4);
         UPDATE transactions SET sealed = 1 WHERE id = 1000",
    ),
    // A settlement without a charge that moves money.
    guard(
        "seal_needs_balance",
        "transaction does not balance",
        "UPDATE transactions SET subject = 77, kind = (SELECT id FROM transaction_kinds WHERE name = 'settlement')
         WHERE id = 1000;
         UPDATE transactions SET sealed = 1 WHERE id = 1000",
    ),
    guard(
        "transaction_begins_open",
        "transaction begins open",
        "INSERT INTO transactions (id, write_id, account_id, kind, at, sealed)
         SELECT 1001, write_id, account_id, kind, at, 1 FROM transactions WHERE id = 1",
    ),
    guard(
        "sealed_transaction_stays",
        "sealed transaction stays",
        "UPDATE transactions SET at = at + 1 WHERE id = 1",
    ),
    guard(
        "sealed_transaction_is_kept",
        "sealed transaction is kept",
        "DELETE FROM transactions WHERE id = 1",
    ),
    guard(
        "sealed_takes_no_posting",
        "sealed transaction takes no posting",
        "INSERT INTO postings VALUES (1, 1, 1, 5)",
    ),
    guard("sealed_posting_stays", "sealed posting stays", "UPDATE postings SET units = units + 1"),
    guard("sealed_posting_is_kept", "sealed posting is kept", "DELETE FROM postings"),
    guard("write_is_new", "write is new", "INSERT OR REPLACE INTO writes SELECT * FROM writes"),
    guard("write_stays", "write stays", "UPDATE writes SET kind = 'other'"),
    guard("write_is_kept", "write is kept", "DELETE FROM writes"),
    guard(
        "ledger_account_is_new",
        "ledger account is new",
        "INSERT OR REPLACE INTO ledger_accounts VALUES (1, 'Assets:Elsewhere')",
    ),
    guard("ledger_account_stays", "ledger account stays", "UPDATE ledger_accounts SET name = name || 's'"),
    guard(
        "transaction_kind_stays",
        "transaction kind stays",
        "UPDATE transaction_kinds SET name = name || 's'",
    ),
    guard("segment_stays", "segment stays", "UPDATE usage_segments SET billable = billable + 1"),
    guard("segment_is_kept", "segment is kept", "DELETE FROM usage_segments"),
    guard("deduction_stays", "deduction stays", "UPDATE deductions SET remaining = 0"),
    guard("deduction_is_kept", "deduction is kept", "DELETE FROM deductions"),
    guard("purchase_stays", "purchase stays", "UPDATE purchases SET bill = 202312"),
    guard("purchase_is_kept", "purchase is kept", "DELETE FROM purchases"),
    guard("refund_stays", "refund stays", "UPDATE refunds SET bill = 202312"),
    guard("refund_is_kept", "refund is kept", "DELETE FROM refunds"),
    guard("past_arrears_stay", "past arrears stay", "UPDATE past_arrears SET cleared_at = cleared_at + 1"),
    guard("past_arrears_are_kept", "past arrears are kept", "DELETE FROM past_arrears"),
    guard("charge_is_new", "charge is new", "INSERT OR REPLACE INTO charges SELECT * FROM charges"),
    guard("charge_stays", "charge stays", "UPDATE charges SET amount_units = amount_units + 1"),
    guard("debt_only_shrinks", "debt only shrinks", "UPDATE charges SET owed_cents = unpaid_cents"),
    guard("charge_is_kept", "charge is kept", "DELETE FROM charges"),
    guard("correction_stays", "correction stays", "UPDATE corrections SET bill = 202312"),
    guard("correction_is_kept", "correction is kept", "DELETE FROM corrections"),
    guard("notice_stays", "notice stays", "UPDATE notices SET kind = 'recovered'"),
    guard("notice_keeps_its_figures", "notice keeps its figures", "UPDATE notices SET value = 1"),
    guard("notice_keeps_its_data_age", "notice keeps its data age", "UPDATE notices SET usage_until = 1"),
    guard("level_change_stays", "level change stays", "UPDATE level_changes SET level = 'V9'"),
    guard("level_change_is_kept", "level change is kept", "DELETE FROM level_changes"),
    guard("reconciliation_stays", "reconciliation stays", "UPDATE reconciliations SET theirs_units = 0"),
    guard("reconciliation_is_kept", "reconciliation is kept", "DELETE FROM reconciliations"),
    guard("bill_lock_stays", "bill lock stays", "UPDATE bill_locks SET reconciliation = NULL"),
    guard("bill_lock_is_kept", "bill lock is kept", "DELETE FROM bill_locks"),
    guard("voucher_stays", "voucher stays", "UPDATE vouchers SET amount_cents = amount_cents + 1"),
    guard("voucher_is_kept", "voucher is kept", "DELETE FROM vouchers"),
    guard("step_stays", "step stays", "UPDATE steps SET import_id = NULL, setting = 'level'"),
    guard("step_is_kept", "step is kept", "DELETE FROM steps"),
    guard("notice_is_kept", "notice is kept", "DELETE FROM notices"),
    // The same guard as above: a sealed transaction that is replaced fires no guard against deleting.
    guard(
        "transaction_begins_open",
        "transaction begins open",
        "INSERT OR REPLACE INTO transactions (id, write_id, account_id, kind, at)
         SELECT id, write_id, account_id, kind, at + 1 FROM transactions WHERE id = 1",
    ),
];

/// An account with something in every guarded table: a debt that was paid in part, a deduction, an undone import.
async fn books(place: &Place) {
    let mut terms = common::terms().as_ref().clone();
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    let mut life = Life::begin_under(place.open().await, "guarded", 250, Arc::new(terms)).await;
    let opened = at(common::OPENED);
    let hour = chrono::TimeDelta::hours(1);
    life.act(&Command::Enable { resource: keys()[0].clone(), since: None }, opened).await;
    life.step(&Step::Level { level: 3 }).await;
    life.step(&Step::Voucher { cents: 1, gift: false, days: 1 }).await;
    assert!(life.act(&Command::buy("passport-100"), opened).await);
    assert!(life.act(&Command::buy("passport-30-kyc"), opened).await);
    life.act(&Command::Use(calls(0, "", opened, 150)), opened).await;
    life.import(&[(0, false, 40, 5)]).await;
    life.advance(opened + hour * 2).await;
    assert_eq!(life.account.debts.len(), 1, "more was used than the balance pays");
    assert!(life.act(&Command::TopUp { amount: Money::from_cents(10) }, opened + hour * 2).await);
    assert_eq!(life.account.debts.len(), 1, "and it is paid in part");
    life.undo(0).await;
    assert!(life.act(&Command::TopUp { amount: Money::from_cents(1_000) }, opened + hour * 3).await);
    assert_eq!(life.account.past_arrears.len(), 1, "then it is paid whole");
    assert!(life.act(&Command::Use(calls(0, "", opened + hour * 3, 9_000)), opened + hour * 3).await);
    life.advance(opened + hour * 4).await;
    assert!(life.act(&Command::TopUp { amount: Money::from_cents(10) }, opened + hour * 4).await);
    assert_eq!(life.account.debts.len(), 1, "and there is a debt again, paid in part");
    assert!(life.act(&Command::Unsubscribe { package: PackageId(1) }, opened + hour * 4).await);
    compared_and_locked(&life).await;
    life.ledger.close().await.unwrap();
}

async fn compared_and_locked(life: &Life) {
    let bill = Month::parse("2023-04").unwrap();
    let told = Reconciliation {
        bill,
        at: at(common::OPENED),
        who: "somebody".to_owned(),
        file: "bill.csv".to_owned(),
        digest: [7; 32],
        form: "a form".to_owned(),
        row_count: 3,
        differing: 1,
        ours: ChargeAmount::from_units(1),
        theirs: ChargeAmount::from_units(2),
    };
    let number = life.ledger.keep_reconciliation(life.id, &told, "[]").await.unwrap();
    assert_eq!(number, 1);
    life.ledger.lock_bill(life.id, bill, Some(number), (at(common::OPENED), "somebody")).await.unwrap();
    assert_eq!(life.ledger.reconciliations(life.id).await.unwrap(), [told]);
    assert_eq!(life.ledger.reconciled_rows(life.id, number).await.unwrap(), "[]");
    assert!(life.ledger.bill_locks(life.id).await.unwrap()[0].is_locked());
}

async fn connect(place: &Place) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(place.path()).foreign_keys(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// What refuses an attack, if anything does; nothing of it stays.
async fn refusal(connection: &mut SqliteConnection, attack: &'static str) -> Option<String> {
    let mut tx = connection.begin().await.unwrap();
    sqlx::raw_sql(NEW_TRANSACTION).execute(&mut *tx).await.unwrap();
    let outcome = sqlx::raw_sql(attack).execute(&mut *tx).await;
    tx.rollback().await.unwrap();
    match outcome {
        Ok(_) => None,
        Err(sqlx::Error::Database(error)) => Some(error.message().to_owned()),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn every_guard_refuses_what_it_is_there_for() {
    let place = Place::new();
    books(&place).await;
    let mut connection = connect(&place).await;
    for guard in GUARDS {
        assert_eq!(
            refusal(&mut connection, guard.attack).await.as_deref(),
            Some(guard.says),
            "{}",
            guard.trigger
        );
    }
}

#[tokio::test]
async fn without_a_guard_nothing_says_what_it_says() {
    let place = Place::new();
    books(&place).await;
    let mut connection = connect(&place).await;
    for guard in GUARDS {
        let text: String =
            sqlx::query_scalar("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1")
                .bind(guard.trigger)
                .fetch_one(&mut connection)
                .await
                .unwrap();
        let drop = AssertSqlSafe(format!("DROP TRIGGER {}", guard.trigger));
        sqlx::raw_sql(drop).execute(&mut connection).await.unwrap();
        let refused = refusal(&mut connection, guard.attack).await;
        assert_ne!(refused.as_deref(), Some(guard.says), "{} is the guard", guard.trigger);
        sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut connection).await.unwrap();
    }
}

#[tokio::test]
async fn no_guard_is_left_untried() {
    let place = Place::new();
    books(&place).await;
    let mut connection = connect(&place).await;
    let triggers: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    let mut tried: Vec<_> = GUARDS.iter().map(|guard| guard.trigger).collect();
    tried.sort_unstable();
    tried.dedup();
    assert_eq!(triggers, tried);
}

#[tokio::test]
async fn every_table_is_strict_and_every_reference_holds() {
    let place = Place::new();
    books(&place).await;
    let mut connection = connect(&place).await;
    let tables = sqlx::query("PRAGMA table_list").fetch_all(&mut connection).await.unwrap();
    let lax: Vec<String> = tables
        .iter()
        .filter(|table| {
            table.get::<String, _>("schema") == "main" && table.get::<String, _>("type") == "table"
        })
        .filter(|table| table.get::<i64, _>("strict") == 0)
        .map(|table| table.get("name"))
        .filter(|name: &String| !name.starts_with("sqlite_") && name != "_sqlx_migrations")
        .collect();
    assert!(lax.is_empty(), "{lax:?}");
    let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut connection).await.unwrap();
    assert!(broken.is_empty());
}

#[tokio::test]
async fn a_period_is_settled_once() {
    let place = Place::new();
    books(&place).await;
    let mut connection = connect(&place).await;
    let again = "INSERT INTO charges
        SELECT account_id, number + 1000, settles_at, period, resource, project, from_packages, parts, amount_units,
               due_cents, from_vouchers_cents, vouchers, from_balance_cents, from_credit_cents, unpaid_cents, owed_cents,
               bill
        FROM charges";
    let error = sqlx::raw_sql(again).execute(&mut connection).await.unwrap_err();
    assert!(error.as_database_error().is_some_and(|error| error.is_unique_violation()), "{error}");
}
