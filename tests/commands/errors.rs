//! Every kind of error as the faces see it: data, never SQL, never a path.

use app::{
    AppError,
    ledger::{LedgerError, OpenError, WriteError},
    metering::ReadError,
};
use ipc::{
    IpcError,
    commands::{bills, import, packages, today, usage},
    dto::{
        bills::BillQuery,
        common::Seconds,
        packages::PackageQuery,
        today::TodayQuery,
        usage::{Bucket, StackedBy, UsageHoursQuery, UsageQuery},
    },
    error::{ErrorKind, Fix},
};

use crate::{desk::Desk, replies::keep_error};

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_not_there_is_an_invalid_request() {
    let desk = Desk::new().await;
    for id in ["7", "", "seven", "-1", "99999999999999999999"] {
        let error = today::today(&desk.app, TodayQuery { account_id: id.to_owned(), chart_width: None })
            .await
            .unwrap_err();
        assert_eq!(error.kind, ErrorKind::Invalid, "{id}");
        assert_eq!(error.reference, "", "nothing broke");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_account_does_not_have_is_refused_or_invalid() {
    let (desk, account) = Desk::with_account("0.00").await;
    let id = || account.id.clone();
    let query = PackageQuery { account_id: id(), package_id: "3".to_owned(), after: None };
    let error = packages::package(&desk.app, query.clone()).await.unwrap_err();
    assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Refused, "unknown_package"));
    let query = PackageQuery { package_id: "third".to_owned(), ..query };
    assert_eq!(packages::package(&desk.app, query).await.unwrap_err().code, "invalid_value");
    for (month, code) in [("2026-11", "no_bill"), ("2026-13", "invalid_value"), ("11/2026", "invalid_value")]
    {
        let query = BillQuery { account_id: id(), month: month.to_owned() };
        assert_eq!(bills::bill(&desk.app, query).await.unwrap_err().code, code, "{month}");
    }
    let hours = UsageHoursQuery {
        account_id: id(),
        service: "passport-ocr".to_owned(),
        region: "ap-southeast-1".to_owned(),
        project: String::new(),
        from: Seconds(0),
        to: Seconds(3600),
        after: None,
    };
    assert_eq!(usage::hours(&desk.app, hours).await.unwrap_err().code, "unknown_resource");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_span_of_any_instants_is_drawn_or_invalid_and_never_too_long() {
    let (desk, account) = Desk::with_account("0.00").await;
    for (from, to) in [(0, 1), (i64::MIN, i64::MAX), (1_800_000_000, 0), (0, 253_370_764_799)] {
        for bucket in [Bucket::Hour, Bucket::Day, Bucket::Month] {
            let query = UsageQuery {
                account_id: account.id.clone(),
                bucket,
                by: StackedBy::PaidBy,
                from: Some(Seconds(from)),
                to: Some(Seconds(to)),
                service: None,
                region: None,
                project: None,
                chart_width: None,
            };
            match usage::usage(&desk.app, query).await {
                Ok(view) => assert!(view.from < view.to && view.chart.points.len() <= 750, "{from} {to}"),
                Err(error) => assert_eq!(error.kind, ErrorKind::Invalid, "{from} {to}"),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_is_named_without_its_folder() {
    let (desk, account) = Desk::with_account("0.00").await;
    let missing = desk.folder().join("secret-folder/missing.log");
    let error =
        import::preview(&desk.app, desk.reading(&account, &[missing.to_str().unwrap()])).await.unwrap_err();
    assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Failed, "io"));
    assert_eq!(error.args.get("file").map(String::as_str), Some("missing.log"));
    assert!(!format!("{error:?}").contains("secret-folder"));
    assert_eq!(error.reference.len(), 8, "the line in the log is found by it");
}

#[test]
fn books_that_another_program_writes_are_busy_for_a_moment() {
    let busy = [
        AppError::Ledger(LedgerError::Busy),
        AppError::Write(WriteError::Ledger(LedgerError::Busy)),
        AppError::Open(OpenError::Busy { path: "books.db".into() }),
    ];
    for error in busy {
        let error = IpcError::from(error);
        assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Busy, "books_busy"));
        assert_eq!(error.fix, Some(Fix::TryAgain));
    }
}

#[test]
fn books_that_broke_failed_and_say_no_sql() {
    let broken = LedgerError::Corrupt { table: "accounts", id: 1, column: "balance_cents" };
    let error = keep_error::<()>("today", "failed", Err(IpcError::from(AppError::Ledger(broken))));
    assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Failed, "books_damaged"));
    assert!(!error.reference.is_empty() && error.args.is_empty());
    let newer = OpenError::TooNew { path: "books.db".into(), found: 9, known: 6 };
    assert_eq!(IpcError::from(AppError::Open(newer)).code, "books_too_new");
    let full = IpcError::from(AppError::Ledger(LedgerError::DiskFull));
    assert_eq!((full.kind, full.code.as_str()), (ErrorKind::Failed, "disk_full"));
}

#[test]
fn a_cancelled_reading_is_no_failure() {
    let error = IpcError::from(AppError::Read(ReadError::Cancelled));
    assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Refused, "cancelled"));
}
