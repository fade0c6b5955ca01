//! Import: preview, progress, cancel, commit, undo.

use ipc::{
    commands::{balance, bills, import, import_detail, start, usage},
    dto::{
        balance::BalanceQuery,
        bills::BillQuery,
        common::AccountRef,
        import::{CancelImport, ImportQuery, Pasted, PreviewImport, RulesChoice, UndoImport},
        start::Start,
        usage::{Bucket, StackedBy, UsageQuery},
    },
    error::{ErrorKind, Fix},
};

use crate::{
    desk::{Desk, RULES, commit, log},
    replies::{keep, keep_error},
};

/// Four calls in two hours, one of them failed; a check of health, a request nobody knows, and a line that is none.
fn mixed_log() -> String {
    let mut text = log(&["12:10:00", "12:10:00", "13:59:59"]);
    text.push_str("10.0.0.1 - - [22/Nov/2026:14:00:00 +0800] \"POST /v2/7/ocr/passport HTTP/1.1\" 502 0\n");
    text.push_str("10.0.0.1 - - [22/Nov/2026:14:00:01 +0800] \"GET /healthz HTTP/1.1\" 200 2\n");
    text.push_str("10.0.0.1 - - [22/Nov/2026:14:00:02 +0800] \"GET /favicon.ico HTTP/1.1\" 404 0\n");
    text.push_str("this is no line of a log\n");
    text
}

fn undo(account: &AccountRef, import: &str, request: &str) -> UndoImport {
    UndoImport {
        account_id: account.id.clone(),
        import_id: import.to_owned(),
        request_id: request.to_owned(),
    }
}

async fn balance_now(desk: &Desk, account: &AccountRef) -> String {
    let query = BalanceQuery { account_id: account.id.clone(), days: 1, after: None, chart_width: None };
    balance::balance(&desk.app, query).await.unwrap().position.balance
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_accounts_for_every_row_and_its_commit_does_the_same() {
    let (desk, account) = Desk::with_account("10.00").await;
    let path = desk.file("access.log", &mixed_log());
    let seen = import::preview(&desk.app, desk.reading(&account, &[&path])).await.unwrap();
    let counts =
        [&seen.rows, &seen.billable, &seen.failed, &seen.ignored, &seen.unmatched, &seen.rejected_count];
    assert_eq!(counts, ["7", "3", "1", "1", "1", "1"]);
    assert_eq!((seen.rejected[0].line, seen.rejected[0].reason.as_str()), (7, "not_an_access_log_line"));
    assert_eq!((seen.cost.as_str(), seen.balance_after.as_str()), ("0.06", "9.94"));
    assert_eq!(seen.enables, ["passport-ocr · ap-southeast-1"]);
    assert_eq!(seen.files[0].name, "access.log", "names cross, paths do not");
    assert_eq!((&seen.import_id, &seen.account_id), (&None, &None));
    assert_eq!(balance_now(&desk, &account).await, "10.00", "a preview changes nothing");
    assert!(desk.told().is_empty());
    keep("preview_import", None, &seen);

    let done = import::commit(&desk.app, commit(&account, "one")).await.unwrap();
    assert_eq!((&done.cost, &done.lines[0].billable), (&seen.cost, &seen.lines[0].billable));
    assert_eq!(done.account_id.as_ref(), Some(&account.id));
    assert_eq!(balance_now(&desk, &account).await, "9.94");
    assert!(desk.told().contains(&"usage"));
    keep("commit_import", None, &done);

    let import_id = done.import_id.clone().unwrap();
    let asked = ImportQuery { account_id: account.id.clone(), import_id };
    let detail = import_detail::import_detail(&desk.app, asked.clone()).await.unwrap();
    assert!(detail.kept);
    let counts =
        [&detail.rejected_count, &detail.unmatched_count, &detail.ignored_count, &detail.import.rows];
    assert_eq!(counts, ["1", "1", "1", "7"]);
    assert_eq!((detail.rejected[0].line, detail.unmatched[0].line, detail.ignored[0].line), (7, 6, 5));
    assert_eq!(detail.files[0].name, "access.log", "names cross, paths do not");
    keep("import_detail", None, &detail);
    let missing = ImportQuery { import_id: "999".to_owned(), ..asked };
    let missing = import_detail::import_detail(&desk.app, missing).await.unwrap_err();
    assert_eq!((missing.kind, missing.code.as_str()), (ErrorKind::Refused, "no_import"));

    let again = import::commit(&desk.app, commit(&account, "one")).await.unwrap();
    assert_eq!(again.import_id, done.import_id);
    assert_eq!(balance_now(&desk, &account).await, "9.94", "confirming twice imports once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_tells_how_far_it_is() {
    let (desk, account) = Desk::with_account("10.00").await;
    let path = desk.file("access.log", &log(&["12:10:00"; 30_000]));
    import::preview(&desk.app, desk.reading(&account, &[&path])).await.unwrap();
    let steps = desk.steps();
    assert!(steps.len() > 1, "three megabytes are read in several steps");
    assert!(steps.iter().all(|step| step.job == "reading" && step.total_bytes.is_some()));
    assert!(steps.windows(2).all(|pair| pair[0].done_bytes <= pair[1].done_bytes));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_reading_leaves_nothing_behind() {
    let (desk, account) = Desk::with_account("10.00").await;
    let path = desk.file("access.log", &mixed_log());
    import::preview(&desk.app, desk.reading(&account, &[&path])).await.unwrap();
    let cancelled = import::cancel(&desk.app, CancelImport { job: "reading".to_owned() }).await.unwrap();
    keep("cancel_import", None, &cancelled);
    let gone = import::commit(&desk.app, commit(&account, "one")).await.unwrap_err();
    assert_eq!((gone.kind, gone.code.as_str()), (ErrorKind::Invalid, "no_reading"));
    assert_eq!(balance_now(&desk, &account).await, "10.00");
}

#[tokio::test(flavor = "multi_thread")]
async fn pasted_lines_are_read_after_the_files_and_count_once() {
    let (desk, account) = Desk::with_account("10.00").await;
    let path = desk.file("one.log", &log(&["10:00:00", "10:00:01"]));
    let pasted = Pasted { name: "pasted lines".to_owned(), text: log(&["10:00:00", "10:00:01", "11:00:00"]) };
    let asked = PreviewImport { pasted: Some(pasted.clone()), ..desk.reading(&account, &[&path]) };
    let view = import::preview(&desk.app, asked).await.unwrap();
    assert_eq!((view.billable.as_str(), view.files.len()), ("3", 2), "two of them are in the file");
    assert_eq!(view.files[1].name, "pasted lines");
    import::commit(&desk.app, commit(&account, "one")).await.unwrap();
    let again = PreviewImport { pasted: Some(pasted), ..desk.reading(&account, &[]) };
    assert_eq!(import::preview(&desk.app, again).await.unwrap().billable, "0", "the same lines again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_is_stale_once_the_books_moved() {
    let (desk, account) = Desk::with_account("10.00").await;
    let (one, two) = (desk.file("one.log", &mixed_log()), desk.file("two.log", &log(&["11:00:00"])));
    let first = PreviewImport { job: "first".to_owned(), ..desk.reading(&account, &[&one]) };
    import::preview(&desk.app, first).await.unwrap();
    let other = Desk::beside(&desk).await;
    import::preview(&other.app, desk.reading(&account, &[&two])).await.unwrap();
    import::commit(&other.app, commit(&account, "two")).await.unwrap();
    let late = ipc::dto::import::CommitImport { job: "first".to_owned(), ..commit(&account, "one") };
    let stale = keep_error("commit_import", "stale", import::commit(&desk.app, late).await);
    assert_eq!((stale.kind, stale.fix), (ErrorKind::Stale, Some(Fix::PreviewAgain)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_undone_as_a_whole_and_only_once() {
    let (desk, account) = Desk::with_account("10.00").await;
    let done = desk.import(&account, "access.log", &mixed_log()).await;
    let id = done.import_id.unwrap();
    let row = import::undo(&desk.app, undo(&account, &id, "undo")).await.unwrap();
    assert!(row.undone_at.is_some());
    assert_eq!(balance_now(&desk, &account).await, "10.00", "what it had cost came back");
    keep("undo_import", None, &row);
    let query = UsageQuery {
        account_id: account.id.clone(),
        bucket: Bucket::Day,
        by: StackedBy::PaidBy,
        from: None,
        to: None,
        service: None,
        region: None,
        project: None,
        chart_width: None,
    };
    let view = usage::usage(&desk.app, query).await.unwrap();
    assert!(view.rows.is_empty() && !view.has_any);
    assert_eq!(view.imports.len(), 1, "that it happened stays visible");
    let month = BillQuery { account_id: account.id.clone(), month: "2026-11".to_owned() };
    let bill = bills::bill(&desk.app, month).await.unwrap();
    let row = (bill.bill.usage.as_str(), bill.bill.corrections.as_str(), bill.bill.total.as_str());
    assert_eq!(
        row,
        ("0.06", "-0.06", "0.00"),
        "charges stay as they were settled; a correction stands beside them"
    );
    let lines: Vec<_> = bill.groups.iter().map(|group| (group.kind.as_str(), group.due.as_str())).collect();
    assert_eq!(lines, [("usage", "0.06"), ("correction", "-0.06")]);
    let again = import::undo(&desk.app, undo(&account, &id, "again")).await;
    let refused = keep_error("undo_import", "refused", again);
    assert_eq!((refused.kind, refused.code.as_str()), (ErrorKind::Refused, "no_import"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_for_nobody_yet_opens_an_account_with_its_first_hour() {
    let desk = Desk::new().await;
    let path = desk.file("access.log", &mixed_log());
    let nobody = desk.nobody();
    let seen = import::preview(&desk.app, desk.reading(&nobody, &[&path])).await.unwrap();
    assert_eq!((seen.cost.as_str(), seen.arrears_after.as_str()), ("0.06", "0.06"));
    assert!(start::start(&desk.app, Start {}).await.unwrap().accounts.is_empty());
    let done = import::commit(&desk.app, commit(&nobody, "one")).await.unwrap();
    let accounts = start::start(&desk.app, Start {}).await.unwrap().accounts;
    assert_eq!(accounts.iter().map(|one| Some(&one.id)).collect::<Vec<_>>(), [done.account_id.as_ref()]);
    assert_eq!(accounts[0].name, "Main");
    let again = import::commit(&desk.app, commit(&nobody, "one")).await.unwrap();
    assert_eq!(again.import_id, done.import_id, "confirming twice opens and imports once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_remembers_its_rules() {
    let (desk, account) = Desk::with_account("10.00").await;
    let last = RulesChoice { path: None, text: None, last: true };
    let path = desk.file("next.log", &log(&["14:05:00"]));
    let asked = PreviewImport { rules: last, ..desk.reading(&account, &[&path]) };
    let unknown = import::preview(&desk.app, asked.clone()).await;
    let unknown = keep_error("preview_import", "rules", unknown);
    assert_eq!((unknown.kind, unknown.code.as_str()), (ErrorKind::Invalid, "no_rules"));
    let rules = RulesChoice { path: Some(desk.file("gateway.toml", RULES)), text: None, last: false };
    import::preview(&desk.app, PreviewImport { rules, ..asked.clone() }).await.unwrap();
    import::commit(&desk.app, commit(&account, "one")).await.unwrap();
    let path = desk.file("later.log", &log(&["14:06:00"]));
    let asked = PreviewImport { paths: vec![path], ..asked };
    assert_eq!(import::preview(&desk.app, asked).await.unwrap().billable, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn times_without_a_zone_are_asked_for() {
    let (desk, account) = Desk::with_account("10.00").await;
    let csv = "time,status,service,region\n2026-11-22 14:01:00,200,passport-ocr,ap-southeast-1\n";
    let rules = RulesChoice { path: None, text: Some(String::new()), last: false };
    let path = desk.file("calls.csv", csv);
    let asked = PreviewImport { rules, ..desk.reading(&account, &[&path]) };
    let missing = keep_error("preview_import", "zone", import::preview(&desk.app, asked.clone()).await);
    assert_eq!((missing.kind, missing.fix), (ErrorKind::Invalid, Some(Fix::ChooseZone)));
    assert_eq!(missing.args.get("file").map(String::as_str), Some("calls.csv"));
    let wrong = PreviewImport { zone: Some("Mars".to_owned()), ..asked.clone() };
    assert_eq!(import::preview(&desk.app, wrong).await.unwrap_err().code, "invalid_value");
    let asked = PreviewImport { zone: Some("+08:00".to_owned()), ..asked };
    assert_eq!(import::preview(&desk.app, asked).await.unwrap().billable, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_rules_are_named_with_their_line() {
    let (desk, account) = Desk::with_account("10.00").await;
    let text = "[source]\nformat = \"access-log\"\nzone = \"Mars\"\n";
    let rules = RulesChoice { path: Some(desk.file("my.toml", text)), text: None, last: false };
    let path = desk.file("access.log", &mixed_log());
    let asked = PreviewImport { rules, ..desk.reading(&account, &[&path]) };
    let wrong = import::preview(&desk.app, asked).await.unwrap_err();
    assert_eq!((wrong.kind, wrong.code.as_str()), (ErrorKind::Invalid, "rules_wrong"));
    assert_eq!(wrong.args.get("file").map(String::as_str), Some("my.toml"));
    assert_eq!(wrong.args.get("line").map(String::as_str), Some("3"));
}
