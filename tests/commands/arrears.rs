//! The rail: before the fact, and in every stage of two policies.

use app::books::Opening;
use billing::Money;
use chrono::TimeDelta;
use ipc::{
    commands::{arrears::arrears, balance, deadlines, top_up},
    dto::{
        arrears::{ArrearsQuery, ArrearsView, DeadlineWords, DeadlinesFile, DeadlinesQuery},
        balance::BalanceQuery,
        common::{AccountRef, Seconds},
        money_actions::{PreviewTopUp, TopUp},
    },
};

use crate::{
    desk::{Desk, RULES, log, now},
    replies::keep,
};

async fn rail(desk: &Desk, account: &AccountRef) -> ArrearsView {
    let query = ArrearsQuery { account_id: account.id.clone(), chart_width: None };
    arrears(&desk.app, query).await.unwrap()
}

fn named(view: &ArrearsView) -> Vec<&str> {
    view.stages.iter().map(|stage| stage.stage.as_str()).collect()
}

fn payments(view: &ArrearsView) -> Vec<(&str, &str, Option<i64>)> {
    view.rungs.iter().map(|rung| (rung.buys.as_str(), rung.least.as_str(), rung.by.map(|by| by.0))).collect()
}

/// Seconds from the failing settlement, 14:00 of that day.
fn since(days: i64) -> i64 {
    (now() - TimeDelta::minutes(7) + TimeDelta::days(days)).timestamp()
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_fact_the_rail_shows_what_the_next_settlement_would_begin() {
    let (desk, demo) = Desk::with_demo().await;
    let view = rail(&desk, &demo).await;
    assert_eq!((view.stage.as_str(), view.owed.as_str(), view.rungs.len()), ("normal", "0.00", 0));
    assert_eq!(named(&view), ["normal", "grace", "frozen", "released"]);
    let next_hour = Seconds((now() + TimeDelta::minutes(53)).timestamp());
    assert_eq!(view.stages[1].from, Some(next_hour));
    assert!(view.rail.svg.starts_with("<svg"));
    keep("arrears", None, &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_boundary_has_its_least_payment_and_its_last_second() {
    let (desk, account) = Desk::with_arrears().await;
    let view = rail(&desk, &account).await;
    assert_eq!((view.stage.as_str(), view.owed.as_str()), ("grace", "0.50"));
    assert_eq!(
        payments(&view),
        [("keeps_running", "0.50", Some(since(15))), ("prevents_release", "0.50", Some(since(30)))]
    );
    assert_eq!((view.began_at, view.next_at), (Some(Seconds(since(0))), Some(Seconds(since(15)))));
    assert!(view.works.contains(&"pay_per_use".to_owned()) && view.stops == ["buying"]);
    assert_eq!(view.rungs[0].by_why.as_ref().unwrap().rule, "H-87");
    keep("arrears", Some("arrears"), &view);

    desk.later(TimeDelta::days(20));
    ipc::run_due_everywhere(&desk.app).await;
    let view = rail(&desk, &account).await;
    assert_eq!(view.stage, "frozen");
    assert_eq!(
        payments(&view),
        [("runs_again", "0.50", None), ("prevents_release", "0.50", Some(since(30)))]
    );
    assert!(view.works.contains(&"packages".to_owned()), "Z-19");
    keep("arrears", Some("frozen"), &view);

    desk.later(TimeDelta::days(20));
    ipc::run_due_everywhere(&desk.app).await;
    let view = rail(&desk, &account).await;
    assert_eq!((view.stage.as_str(), view.next_at), ("released", None));
    assert_eq!(payments(&view), [("may_enable_again", "0.50", None)]);
    assert_eq!(view.stages[3].from, Some(Seconds(since(30))));
    keep("arrears", Some("released"), &view);

    let top_up = PreviewTopUp { account_id: account.id.clone(), amount: view.rungs[0].least.clone() };
    let plan = top_up::preview(&desk.app, top_up).await.unwrap();
    let paid = TopUp {
        account_id: account.id.clone(),
        amount: plan.amount,
        basis: plan.basis,
        request_id: "pay".to_owned(),
    };
    top_up::commit(&desk.app, paid).await.unwrap();
    assert_eq!(rail(&desk, &account).await.stage, "normal", "the rung's amount did it");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_grace_there_is_no_such_stage() {
    let desk = Desk::new().await;
    let opening = Opening {
        name: "China".to_owned(),
        policy: "huawei-ocr-cn".to_owned(),
        level: Some("V1".to_owned()),
        currency: None,
        balance: Money::ZERO,
        opened_at: now() - TimeDelta::days(1),
        sample: false,
    };
    let id = desk.app.books().open_account(&opening).await.unwrap();
    let start = ipc::commands::start::start(&desk.app, ipc::dto::start::Start {}).await.unwrap();
    let account = start.accounts.into_iter().find(|account| account.id == id.0.to_string()).unwrap();
    let rules = RULES.replace("ap-southeast-1", "cn-north-4");
    desk.import_by(&account, "access.log", &log(&["13:10:00"; 10]), &rules).await;
    let view = rail(&desk, &account).await;
    assert_eq!(named(&view), ["normal", "frozen", "released"]);
    assert_eq!((view.stage.as_str(), view.level.as_str()), ("frozen", "V1"));
    // H-86: no grace and 7 days of retention at V1.
    assert_eq!(view.rungs[1].by, Some(Seconds(since(7))));
    keep("arrears", Some("zero-grace"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_settlement_that_will_lack_money_has_a_rung_before_it() {
    let (desk, account) = Desk::with_account("1.00").await;
    desk.import(&account, "access.log", &log(&["14:01:00"; 60])).await;
    let query = BalanceQuery { account_id: account.id.clone(), days: 30, after: None, chart_width: None };
    let view = balance::balance(&desk.app, query).await.unwrap();
    let ahead = view.ahead.as_ref().unwrap();
    // 60 calls of 0.02 are 1.20; a payment in the last second before 15:00 is in time.
    assert_eq!(
        payments(ahead),
        [("avoids_arrears", "0.20", Some((now() + TimeDelta::minutes(53)).timestamp() - 1))]
    );
    keep("balance", Some("overdrawn"), &view);
}

async fn saved(desk: &Desk, account: &AccountRef) -> DeadlinesFile {
    let words = |of: &str| DeadlineWords {
        of: of.to_owned(),
        summary: format!("words of {of}"),
        description: String::new(),
    };
    let query = DeadlinesQuery {
        account_id: account.id.clone(),
        name: "Deadlines".to_owned(),
        words: ["pay-keeps-running", "pay-prevents-release", "pay-runs-again", "begins-released"]
            .map(words)
            .into(),
    };
    deadlines::calendar(&desk.app, query).await.unwrap()
}

/// When an entry of the calendar is, and its words.
fn entries(file: &DeadlinesFile) -> Vec<(String, String)> {
    let value = |entry: &str, name: &str| {
        let line = entry.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().to_owned()
    };
    let found = file.text.split("BEGIN:VEVENT").skip(1);
    found.map(|entry| (value(entry, "DTSTART:"), value(entry, "SUMMARY:"))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn deadlines_that_are_ahead_are_a_calendar() {
    let (desk, account) = Desk::with_arrears().await;
    let file = saved(&desk, &account).await;
    assert_eq!((file.file_name.as_str(), file.count), ("deadlines-main.ics", 2));
    let entry = |at: &str, of: &str| (at.to_owned(), format!("words of {of}"));
    // Arrears since 14:00 of the 22nd, UTC+8: 15 days of grace, 15 of retention (H-86). The release itself is the second of
    // the last payment, and no entry of its own.
    let (grace, release) =
        (entry("20261207T060000Z", "pay-keeps-running"), entry("20261222T060000Z", "pay-prevents-release"));
    assert_eq!(entries(&file), [grace, release.clone()]);
    keep("deadlines_calendar", None, &file);
    desk.later(TimeDelta::days(20));
    ipc::run_due_everywhere(&desk.app).await;
    assert_eq!(entries(&saved(&desk, &account).await), [release]);
    desk.later(TimeDelta::days(20));
    ipc::run_due_everywhere(&desk.app).await;
    assert_eq!(saved(&desk, &account).await.count, 0, "nothing is ahead of what was released");
}
