//! A provider's bill against the own meter: compared, kept, locked, and what comes after the lock.

use chrono::TimeDelta;
use ipc::{
    commands::{bill_lines, bills, reconcile, start},
    dto::{
        bill_lines::BillLinesQuery,
        common::AccountRef,
        reconcile::{LockBill, ReconcileFile, ReconciledQuery, ReconciledView},
    },
};

use crate::{
    desk::{Desk, bills_of, log, of},
    replies::{keep, keep_error},
};

const MONTH: &str = "2026-11";
const HEAD: &str = "amount_due,spent_from,kind,service,region,usage,currency,billing_cycle";

/// Three calls of 0.02 between 13 and 14 on the 22nd, settled.
async fn desk() -> (Desk, AccountRef) {
    let (desk, account) = Desk::with_account("100.00").await;
    desk.import(&account, "access.log", &log(&["13:10:00"; 3])).await;
    desk.later(TimeDelta::hours(2));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    (desk, account)
}

/// A bill of so many calls of 0.02 in each of some hours.
fn bill(hours: &[(u32, u32)]) -> String {
    let line = |(hour, calls): &(u32, u32)| {
        let cents = calls * 2;
        format!(
            "{}.{:02},2026-11-22T{hour}:00:00+08:00,usage,passport-ocr,ap-southeast-1,{calls},USD,{MONTH}\n",
            cents / 100,
            cents % 100
        )
    };
    format!("{HEAD}\n{}", hours.iter().map(line).collect::<String>())
}

fn asking(account: &AccountRef, path: &str) -> ReconcileFile {
    ReconcileFile { account_id: account.id.clone(), month: MONTH.to_owned(), path: path.to_owned() }
}

fn locking(account: &AccountRef, lock: bool) -> LockBill {
    LockBill { account_id: account.id.clone(), month: MONTH.to_owned(), lock }
}

async fn told(desk: &Desk, account: &AccountRef) -> ReconciledView {
    let query = ReconciledQuery { account_id: account.id.clone(), month: MONTH.to_owned() };
    reconcile::reconciled(&desk.app, query).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_says_what_differs_and_keeps_nothing() {
    let (desk, account) = desk().await;
    // Theirs has one call more at 13, and two at 11 that nobody imported: 0.02 + 0.04.
    let file = desk.file("bill.csv", &bill(&[(11, 2), (13, 4)]));
    desk.told();
    let view = reconcile::preview(&desk.app, asking(&account, &file)).await.unwrap();
    assert!(!view.agrees);
    let figures = [&view.total.ours, &view.total.theirs, &view.total.difference, &view.total.why.result.text];
    assert_eq!(figures, ["0.06000000", "0.12000000", "0.06000000", "0.06000000"]);
    let rows: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.verdict.as_str(), row.difference.as_str(), row.lines.as_str()))
        .collect();
    assert_eq!(rows, [("only-theirs", "0.04000000", "2"), ("quantity", "0.02000000", "3")]);
    assert!(view.rows.iter().all(|row| !row.cause.is_empty() && row.why.result.text == row.difference));
    assert_eq!((view.file.as_str(), view.form.as_str()), ("bill.csv", "Tollbook bill lines"));
    keep("preview_reconcile", None, &view);
    assert!(told(&desk, &account).await.last.is_none() && desk.told().is_empty());
    let list = bills::bills(&desk.app, bills_of(&account)).await.unwrap();
    assert!(list.bills[0].compared.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_is_shown_again_and_stands_in_the_list() {
    let (desk, account) = desk().await;
    let file = desk.file("bill.csv", &bill(&[(11, 2), (13, 4)]));
    let preview = reconcile::preview(&desk.app, asking(&account, &file)).await.unwrap();
    let view = reconcile::keep(&desk.app, asking(&account, &file)).await.unwrap();
    assert_eq!(desk.told().last(), Some(&"bills"));
    keep("reconcile", None, &view);
    let last = view.last.unwrap();
    assert!(last.kept_at.is_some());
    let plain = |view: &ipc::dto::reconcile::ReconcileView| {
        (serde_json::to_value(&view.rows).unwrap(), serde_json::to_value(&view.tallies).unwrap())
    };
    assert_eq!(plain(&last), plain(&preview), "the rows are kept as they were shown");
    // The same file again is the same comparison.
    reconcile::keep(&desk.app, asking(&account, &file)).await.unwrap();
    let again = told(&desk, &account).await;
    assert_eq!(again.history.iter().filter(|event| event.kind == "compared").count(), 1);
    keep("reconciled", None, &again);
    let list = bills::bills(&desk.app, bills_of(&account)).await.unwrap();
    let compared = list.bills[0].compared.as_ref().unwrap();
    assert_eq!((compared.difference.as_str(), compared.locked), ("0.06000000", false));
    assert_eq!(compared.why.result.text, compared.difference);
    keep("bills", Some("compared"), &list);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_is_locked_when_it_is_final_and_compared_and_what_comes_later_is_flagged() {
    let (desk, account) = desk().await;
    let file = desk.file("bill.csv", &bill(&[(13, 3)]));
    let error =
        keep_error("lock_bill", "not-final", reconcile::lock(&desk.app, locking(&account, true)).await);
    assert_eq!(error.code, "bill_not_final");
    // The 7th of December: the bill is final since the 3rd.
    desk.later(TimeDelta::days(15));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let error =
        keep_error("lock_bill", "not-compared", reconcile::lock(&desk.app, locking(&account, true)).await);
    assert_eq!(error.code, "bill_not_compared");
    let view = reconcile::keep(&desk.app, asking(&account, &file)).await.unwrap();
    assert!(view.lockable && view.last.unwrap().agrees);
    let view = reconcile::lock(&desk.app, locking(&account, true)).await.unwrap();
    keep("lock_bill", None, &view);
    assert!(view.lock.is_some_and(|lock| lock.later == "0") && !view.lockable);
    assert!(view.history.iter().any(|event| event.kind == "locked"));
    // Two calls of the 22nd come late: they are on December's bill, and do not change November's.
    desk.import(&account, "late.log", &log(&["13:20:00"; 2])).await;
    desk.later(TimeDelta::hours(2));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let view = told(&desk, &account).await;
    let lock = view.lock.as_ref().unwrap();
    assert_eq!((lock.later.as_str(), lock.later_moved.as_str()), ("1", "0.04"));
    let flagged = view.history.iter().find(|event| event.kind == "after-lock").unwrap();
    assert_eq!((flagged.name.as_str(), flagged.amount.as_deref()), ("2026-12", Some("0.04")));
    keep("reconciled", Some("locked"), &view);
    let list = bills::bills(&desk.app, bills_of(&account)).await.unwrap();
    let november = list.bills.iter().find(|bill| bill.month == MONTH).unwrap();
    assert_eq!((november.total.as_str(), november.compared.as_ref().unwrap().locked), ("0.06", true));
    let view = reconcile::lock(&desk.app, locking(&account, false)).await.unwrap();
    assert!(view.lock.is_none() && view.lockable);
    let kinds: Vec<&str> = view.history.iter().map(|event| event.kind.as_str()).collect();
    assert!(
        ["unlocked", "locked", "compared", "final", "charged"].iter().all(|kind| kinds.contains(kind)),
        "{kinds:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_does_not_fit_is_named_with_line_and_field() {
    let (desk, account) = desk().await;
    let file = desk.file("bill.csv", &bill(&[(13, 3)]).replace("USD", "CNY"));
    let error = keep_error(
        "preview_reconcile",
        "currency",
        reconcile::preview(&desk.app, asking(&account, &file)).await,
    );
    assert_eq!(
        (error.code.as_str(), error.args["line"].as_str(), error.args["field"].as_str()),
        ("file_wrong", "2", "currency")
    );
    let error = reconcile::preview(&desk.app, asking(&account, "/no/such.csv")).await.unwrap_err();
    assert_eq!((error.code.as_str(), error.args["file"].as_str()), ("io", "such.csv"));
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_that_are_summed_open_to_the_lines_they_sum() {
    let (desk, account) = desk().await;
    let asked = |value: Option<&str>| BillLinesQuery {
        account_id: account.id.clone(),
        month: MONTH.to_owned(),
        kind: String::new(),
        name: String::new(),
        project: String::new(),
        day: None,
        by: Some("project".to_owned()),
        value: value.map(str::to_owned),
        after: None,
    };
    let lines = bill_lines::bill_lines(&desk.app, asked(None)).await.unwrap().lines;
    assert_eq!(lines.iter().map(|line| line.due.as_str()).collect::<Vec<_>>(), ["0.06000000"]);
    assert!(bill_lines::bill_lines(&desk.app, asked(Some("p-kyc"))).await.unwrap().lines.is_empty());
    let wrong = BillLinesQuery { by: Some("colour".to_owned()), ..asked(None) };
    assert_eq!(bill_lines::bill_lines(&desk.app, wrong).await.unwrap_err().code, "invalid_value");
}
