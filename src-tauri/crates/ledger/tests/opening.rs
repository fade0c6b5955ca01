//! Opening looks before it touches.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use common::{Life, Place};
use ledger::{ForeignReason, Ledger, OpenError};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};

async fn connect(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn run(path: &Path, sql: &str) {
    let mut connection = connect(path).await;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn migration_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../migrations");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Books of an older version: only the first migrations.
async fn older(place: &Place, migrations: usize) {
    let folder = tempfile::tempdir().unwrap();
    for file in migration_files().await.iter().take(migrations) {
        fs::copy(file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    let mut connection = connect(&place.path()).await;
    Migrator::new(folder.path()).await.unwrap().run(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    run(&place.path(), "PRAGMA application_id = 1414483020").await;
}

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// Opening is refused, and nothing in the folder has changed.
async fn refused(place: &Place) -> OpenError {
    let before = contents(place.folder());
    let error = Ledger::open(place.path()).await.unwrap_err();
    assert_eq!(contents(place.folder()), before, "the file is untouched and nothing lies beside it: {error}");
    error
}

async fn made(place: &Place) {
    let ledger = place.open().await;
    ledger.close().await.unwrap();
}

#[tokio::test]
async fn new_books_are_readable_by_their_owner_alone() {
    let place = Place::new();
    let path = place.folder().join("deep/data/books.sqlite");
    let ledger = Ledger::open(&path).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(&path.with_extension("sqlite-wal")), 0o600, "the write-ahead log too");
    ledger.close().await.unwrap();
    assert_eq!(contents(path.parent().unwrap()).len(), 1, "closing leaves the file alone");
}

#[tokio::test]
async fn books_that_others_could_read_are_closed_to_them() {
    let place = Place::new();
    made(&place).await;
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o644)).unwrap();
    made(&place).await;
    assert_eq!(fs::metadata(place.path()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn the_file_is_marked_as_ours_and_survives_a_crash() {
    let place = Place::new();
    made(&place).await;
    assert_eq!(&fs::read(place.path()).unwrap()[68..72], b"TOLL", "the application id");
    let mut connection = connect(&place.path()).await;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut connection).await.unwrap();
    assert_eq!(mode, "wal");
}

#[tokio::test]
async fn an_empty_file_becomes_books() {
    let place = Place::new();
    fs::write(place.path(), "").unwrap();
    made(&place).await;
    assert!(fs::metadata(place.path()).unwrap().len() > 0);
}

#[tokio::test]
async fn a_newer_file_is_refused() {
    let place = Place::new();
    made(&place).await;
    run(
        &place.path(),
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9001, 'later', 1, x'00', 0)",
    )
    .await;
    assert!(matches!(refused(&place).await, OpenError::TooNew { found: 9001, .. }));
}

#[tokio::test]
async fn a_newer_file_is_refused_while_its_program_has_it_open() {
    let place = Place::new();
    made(&place).await;
    let mut other = connect(&place.path()).await;
    let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (9001, 'later', 1, x'00', 0)";
    sqlx::raw_sql(later).execute(&mut other).await.unwrap();
    // Only the write-ahead log says so yet.
    let before = fs::read(place.path()).unwrap();
    assert!(matches!(Ledger::open(place.path()).await, Err(OpenError::TooNew { .. })));
    assert_eq!(fs::read(place.path()).unwrap(), before);
    other.close().await.unwrap();
}

#[tokio::test]
async fn text_is_no_database() {
    for text in ["hello", &"time,status\n".repeat(1000)] {
        let place = Place::new();
        fs::write(place.path(), text).unwrap();
        assert!(matches!(refused(&place).await, OpenError::Damaged { .. }), "{} bytes", text.len());
    }
}

#[tokio::test]
async fn a_file_that_was_cut_or_overwritten_is_damaged() {
    let place = Place::new();
    let mut life = Life::begin(place.open().await, "first", 1000).await;
    life.advance(life.account.now + chrono::TimeDelta::days(1)).await;
    life.ledger.close().await.unwrap();
    let whole = fs::read(place.path()).unwrap();

    fs::write(place.path(), &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(refused(&place).await, OpenError::Damaged { .. }), "half of it");

    let mut scrambled = whole.clone();
    let pages = whole.len() / 4096;
    for page in 1..pages {
        scrambled[page * 4096..page * 4096 + 64].fill(0xa5);
    }
    fs::write(place.path(), scrambled).unwrap();
    assert!(matches!(refused(&place).await, OpenError::Damaged { .. }), "page headers overwritten");
}

#[tokio::test]
async fn a_database_of_another_program_is_foreign() {
    let place = Place::new();
    run(&place.path(), "PRAGMA application_id = 252006673; CREATE TABLE blobs (id INTEGER)").await;
    let error = refused(&place).await;
    assert!(matches!(error, OpenError::Foreign { reason: ForeignReason::ApplicationId(252_006_673), .. }));

    let place = Place::new();
    run(&place.path(), "CREATE TABLE accounts (id INTEGER)").await;
    let error = refused(&place).await;
    assert!(matches!(error, OpenError::Foreign { reason: ForeignReason::Tables, .. }));

    let place = Place::new();
    made(&place).await;
    run(&place.path(), "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 2").await;
    let error = refused(&place).await;
    assert!(matches!(error, OpenError::Foreign { reason: ForeignReason::OtherMigration(2), .. }));
}

#[tokio::test]
async fn a_folder_is_no_file() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    assert!(matches!(Ledger::open(place.path()).await, Err(OpenError::Io { .. })));
}

/// An account, by the columns that every version has.
const KEPT: &str = "
    INSERT INTO accounts (id, name, policy, level, currency, settlement_delay_seconds, zone_offset_seconds,
                          period_seconds, catalogue, catalogue_hash, sample, opened_at, now_at, phase, balance_cents,
                          credit_limit_cents, credit_drawn_cents, arrears_since, next_charge)
    VALUES (1, 'kept', 'huawei-ocr-intl', 'V1', 'USD', 0, 28800, 3600, 'c', 'h', 0, 100, 200, 0, 4200, 0, 0, NULL, 0)";

/// Before their fourteenth migration the books knew where money given back went from the postings alone.
#[tokio::test]
async fn older_corrections_learn_from_the_journal_where_their_money_went() {
    let place = Place::new();
    older(&place, 9).await;
    run(&place.path(), KEPT).await;
    run(
        &place.path(),
        "
        PRAGMA foreign_keys = OFF;
        INSERT INTO writes VALUES (1, 1, 'undo', NULL, 100, 100, 1, 2, zeroblob(32), zeroblob(32));
        INSERT INTO resources (account_id, number, service, region) VALUES (1, 0, 'passport-ocr', 'here');
        INSERT INTO projects VALUES (1, 0, '');
        INSERT INTO charges VALUES (1, 0, 100, 0, 0, 0, 0, '9*0.02/0', 18000000, 18, 10, 3, 5, 0, 197001);
        INSERT INTO corrections VALUES
          (1, 0, 1, 0, 100, 0, '', 100000, 0, 197001), (1, 1, 1, 0, 100, 0, '8*0.02/0', 16000000, 16, 197001);
        INSERT INTO transaction_kinds VALUES (1, 'correction');
        INSERT INTO transactions VALUES (1, 1, 1, 1, NULL, 0, 100, 8, 0);
        INSERT INTO ledger_accounts VALUES
          (1, 'Assets:Balance'), (2, 'Liabilities:Credit'), (3, 'Liabilities:Arrears'), (4, 'Expenses:Usage:x');
        INSERT INTO postings VALUES (1, 0, 1, 8), (1, 0, 2, 3), (1, 0, 3, 5), (1, 0, 4, -16);
        UPDATE transactions SET sealed = 1;",
    )
    .await;
    place.open().await.close().await.unwrap();
    let mut connection = connect(&place.path()).await;
    let parts: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT number, to_arrears_cents, to_credit_cents, to_balance_cents FROM corrections ORDER BY number",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    assert_eq!(parts, [(0, 0, 0, 0), (1, 5, 3, 8)], "one that rounding swallowed has no transaction");
}

#[tokio::test]
async fn older_books_of_every_version_are_backed_up_and_migrated() {
    let versions = migration_files().await.len();
    for migrations in 1..versions {
        let place = Place::new();
        older(&place, migrations).await;
        run(&place.path(), KEPT).await;

        let ledger = place.open().await;
        let accounts = ledger.list_accounts().await.unwrap();
        assert_eq!((accounts[0].name.as_str(), accounts[0].balance.cents()), ("kept", 4200));
        assert_eq!(
            ledger.unseen_count(accounts[0].id).await.unwrap(),
            0,
            "tables of later versions are there"
        );
        ledger.close().await.unwrap();

        let name = format!("books.sqlite.backup-before-{:04}", migrations + 1);
        let names: Vec<_> = contents(place.folder()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["books.sqlite", name.as_str()], "one backup, named by what it lacks");
        let backup = place.folder().join(name);
        assert_eq!(fs::metadata(&backup).unwrap().permissions().mode() & 0o777, 0o600);
        let mut connection = connect(&backup).await;
        let kept: i64 = sqlx::query_scalar("SELECT balance_cents FROM accounts")
            .fetch_one(&mut connection)
            .await
            .unwrap();
        let applied: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM _sqlx_migrations")
            .fetch_one(&mut connection)
            .await
            .unwrap();
        assert_eq!(
            (kept, applied),
            (4200, i64::try_from(migrations).unwrap()),
            "the backup is as the file was"
        );
    }
}

#[tokio::test]
async fn opening_again_makes_no_backup() {
    let place = Place::new();
    made(&place).await;
    made(&place).await;
    assert_eq!(contents(place.folder()).len(), 1);
}

#[tokio::test]
async fn many_may_make_and_open_the_same_books_at_once() {
    let place = Place::new();
    let openings = (0..6).map(|_| tokio::spawn(Ledger::open(place.path())));
    let mut ledgers = Vec::new();
    for opening in openings.collect::<Vec<_>>() {
        ledgers.push(opening.await.unwrap().unwrap());
    }
    let life = Life::begin(ledgers.swap_remove(0), "shared", 100).await;
    for ledger in &ledgers {
        assert_eq!(ledger.list_accounts().await.unwrap().len(), 1);
        ledger.close().await.unwrap();
    }
    life.ledger.close().await.unwrap();
    assert_eq!(contents(place.folder()).len(), 1);
}
