//! Applications: made, bought for, switched, stopped and given back, as the window shows an account that has them.

use chrono::TimeDelta;
use ipc::{
    commands::{
        account, alerts, applications, arrears, balance, bills, buy, import, packages, renewals, service,
        start, today, unsubscribe, usage,
    },
    dto::{
        applications::PreviewOverage,
        arrears::ArrearsQuery,
        balance::BalanceQuery,
        bills::BillQuery,
        import::{PreviewImport, RulesChoice},
        leaving::{PreviewUnsubscribe, Unsubscribe},
        money_actions::PreviewBuy,
        packages::PackageQuery,
        renewals::RenewalsQuery,
        usage::{StackedBy, UsageHoursQuery, UsageQuery},
    },
};

use crate::{
    desk::{Desk, bills_of, of, today_of},
    renewals::at,
    replies::{keep, keep_error},
    school::{bought, by_day, overage, school, started, states, switch, switched, top_up, wish, world},
};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_thing_is_an_application_and_then_its_package() {
    let desk = Desk::new().await;
    let account = school(&desk, "0.00").await;
    assert_eq!(account.applications.as_deref(), Some("lcic"));
    keep("create_account", Some("lcic"), &account);
    keep("start", Some("lcic-first"), &started(&desk).await);
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!(view.verdict.kind, "no_application");
    keep("today", Some("lcic-first"), &view);
    keep("packages", Some("lcic-first"), &packages::packages(&desk.app, of(&account)).await.unwrap());
    keep("offers", Some("lcic-first"), &packages::offers(&desk.app, of(&account)).await.unwrap());

    let unnamed = service::preview(&desk.app, switch(&account, " ", true)).await.unwrap_err();
    assert_eq!(unnamed.code, "name_needed");
    let plan = service::preview(&desk.app, switch(&account, "maths ", true)).await.unwrap();
    let change = plan.application.as_ref().unwrap();
    assert!(plan.is_new && change.before.is_none());
    assert_eq!((change.after.name.as_str(), change.after.state.as_str()), ("maths", "suspended"));
    keep("preview_service", Some("lcic"), &plan);
    keep("switch_service", Some("lcic"), &switched(&desk, switch(&account, "maths", true)).await.unwrap());
    let again = service::preview(&desk.app, switch(&account, "maths", true)).await.unwrap_err();
    assert_eq!(again.code, "already_enabled");
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!(
        (view.verdict.kind.as_str(), view.verdict.region.as_deref()),
        ("application_expired", Some("maths"))
    );

    let unknown = buy::preview(&desk.app, wish(&account, "chemistry")).await.unwrap_err();
    assert_eq!(unknown.code, "unknown_resource");
    let unnamed = PreviewBuy { application: None, ..wish(&account, "maths") };
    assert_eq!(buy::preview(&desk.app, unnamed).await.unwrap_err().code, "unknown_resource");
    let short = buy::preview(&desk.app, wish(&account, "maths")).await;
    assert_eq!(keep_error("preview_buy", "lcic-refused", short).code, "insufficient_balance");
    top_up(&desk, &account, "100.00").await;
    let plan = buy::preview(&desk.app, wish(&account, "maths")).await.unwrap();
    let change = plan.application.as_ref().unwrap();
    assert_eq!(change.after.state, "enabled");
    keep("preview_buy", Some("lcic"), &plan);
    let plan = bought(&desk, &account, "maths").await;
    // Bought on the 22nd at 14:07, to the last second of the same day of the next month (T-13).
    assert_eq!(plan.ends_at, at("2026-12-22T23:59:59+08:00"));
    keep("buy", Some("lcic"), &plan);
    assert_eq!(states(&desk, &account).await, ["maths enabled"]);
    keep("today", Some("lcic-unused"), &today::today(&desk.app, today_of(&account)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_application_says_what_stops_it() {
    let (desk, account) = world("250.00").await;
    assert_eq!(
        states(&desk, &account).await,
        [
            "art banned banned+expired",
            "history suspended expired",
            "maths enabled",
            "music suspended quota",
            "physics disabled expired+manual",
        ]
    );
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    let art = view.ladders[0].application.as_ref().unwrap();
    assert_eq!(art.causes.iter().map(|cause| cause.rule.as_str()).collect::<Vec<_>>(), ["T-32", "T-20"]);
    let music = view.ladders[3].application.as_ref().unwrap();
    assert_eq!(music.causes[0].source.as_deref(), Some("Payment Overdue, 2024-08-22"));
    assert!(
        view.ladders
            .iter()
            .all(|ladder| ladder.passed_over.iter().all(|one| one.reason == "package_used_up"))
    );
    keep("packages", Some("lcic"), &view);
    let plan = service::preview(&desk.app, switch(&account, "maths", false)).await.unwrap();
    let change = plan.application.as_ref().unwrap();
    assert_eq!((change.after.state.as_str(), plan.packages.len()), ("disabled", 1));
    keep("preview_service", Some("lcic-off"), &plan);
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!(
        (view.verdict.kind.as_str(), view.verdict.region.as_deref()),
        ("application_quota", Some("music"))
    );
    keep("today", Some("lcic"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_applications_is_written_down() {
    let (desk, account) = world("250.00").await;
    let started = started(&desk).await;
    assert!(started.policies.iter().any(|policy| policy.id == "tencent-lcic"));
    keep("start", Some("lcic"), &started);
    keep("run_due", Some("lcic"), &start::run_due(&desk.app, of(&account)).await.unwrap());
    let view = usage::usage(&desk.app, by_day(&account)).await.unwrap();
    let rows: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.region.as_str(), row.figures.from_packages.as_str(), row.figures.uncovered.as_str()))
        .collect();
    // 600 minutes, and 1,200.5 that round up to 1,201; 12,000 minutes of which 10,000 were bought.
    assert_eq!(rows, [("maths", "1801", "0"), ("music", "10000", "2000")]);
    keep("usage", Some("lcic"), &view);
    let query = UsageHoursQuery {
        account_id: account.id.clone(),
        service: "lcic".to_owned(),
        region: "maths".to_owned(),
        project: String::new(),
        from: view.from,
        to: view.to,
        after: None,
    };
    keep("usage_hours", Some("lcic"), &usage::hours(&desk.app, query).await.unwrap());
    let one = UsageQuery { region: Some("music".to_owned()), by: StackedBy::Region, ..by_day(&account) };
    let one = usage::usage(&desk.app, one).await.unwrap();
    assert_eq!(one.rows.iter().map(|row| row.region.as_str()).collect::<Vec<_>>(), ["music"]);
    let package = PackageQuery { account_id: account.id.clone(), package_id: "0".to_owned(), after: None };
    keep("package", Some("lcic"), &packages::package(&desk.app, package).await.unwrap());
    keep("offers", Some("lcic"), &packages::offers(&desk.app, of(&account)).await.unwrap());
    let asked = BalanceQuery { account_id: account.id.clone(), days: 30, after: None, chart_width: None };
    keep("balance", Some("lcic"), &balance::balance(&desk.app, asked).await.unwrap());
    keep("bills", Some("lcic"), &bills::bills(&desk.app, bills_of(&account)).await.unwrap());
    let month = BillQuery { account_id: account.id.clone(), month: "2026-11".to_owned() };
    keep("bill", Some("lcic"), &bills::bill(&desk.app, month).await.unwrap());
    let asked = RenewalsQuery { account_id: account.id.clone(), chart_width: None };
    keep("renewals", Some("lcic"), &renewals::renewals(&desk.app, asked).await.unwrap());
    keep("alerts", Some("lcic"), &alerts::alerts(&desk.app, of(&account)).await.unwrap());
    keep("account", Some("lcic"), &account::account(&desk.app, of(&account)).await.unwrap());
    let asked = ArrearsQuery { account_id: account.id.clone(), chart_width: None };
    keep("arrears", Some("lcic"), &arrears::arrears(&desk.app, asked).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn overage_brings_an_application_back_that_has_used_everything_up() {
    let (desk, account) = world("250.00").await;
    let asked = PreviewOverage { account_id: account.id.clone(), application: "music".to_owned(), on: true };
    let plan = applications::preview_overage(&desk.app, asked).await.unwrap();
    let before = plan.change.before.as_ref().unwrap();
    assert_eq!((before.state.as_str(), plan.change.after.state.as_str()), ("suspended", "enabled"));
    assert_eq!((plan.left.as_str(), plan.unit_price.as_deref()), ("0", Some("0.0015")));
    keep("preview_overage", None, &plan);
    keep("set_overage", None, &overage(&desk, &account, "music", true).await);
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    let rungs = &view.ladders[3].rungs;
    assert_eq!(rungs.last().unwrap().unit_price.as_deref(), Some("0.0015"));
    keep("packages", Some("lcic-overage"), &view);
    let asked = PreviewOverage { account_id: account.id.clone(), application: "music".to_owned(), on: false };
    keep("preview_overage", Some("off"), &applications::preview_overage(&desk.app, asked).await.unwrap());
    let history = overage(&desk, &account, "history", true).await;
    assert_eq!(history.change.after.state, "suspended", "without a package the switch does nothing (T-20)");
    keep("preview_overage", Some("no-package"), &history);
    let unknown = PreviewOverage { account_id: account.id.clone(), application: "x".to_owned(), on: true };
    let unknown = applications::preview_overage(&desk.app, unknown).await.unwrap_err();
    assert_eq!(unknown.code, "unknown_resource");
    let banned = PreviewOverage { account_id: account.id, application: "art".to_owned(), on: true };
    let banned = applications::preview_overage(&desk.app, banned).await;
    assert_eq!(keep_error("preview_overage", "banned", banned).code, "banned");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unused_package_comes_back_once_and_its_application_stops() {
    let (desk, account) = world("450.00").await;
    bought(&desk, &account, "history").await;
    let leave =
        |package: &str| PreviewUnsubscribe { account_id: account.id.clone(), package_id: package.to_owned() };
    let used = unsubscribe::preview(&desk.app, leave("0")).await.unwrap();
    assert_eq!(used.refusal.as_ref().map(|error| error.code.as_str()), Some("refund_window_closed"));
    assert_eq!(used.rule, "T-41");
    keep("preview_unsubscribe", Some("lcic-late"), &used);
    let plan = unsubscribe::preview(&desk.app, leave("2")).await.unwrap();
    let refund = plan.refund.as_ref().unwrap();
    assert_eq!((refund.amount.as_str(), refund.to_balance.as_str()), ("100.00", "100.00"));
    let change = plan.application.as_ref().unwrap();
    let before = change.before.as_ref().unwrap();
    assert_eq!((before.state.as_str(), change.after.state.as_str()), ("enabled", "suspended"));
    keep("preview_unsubscribe", Some("lcic"), &plan);
    let request = Unsubscribe {
        account_id: account.id.clone(),
        package_id: "2".to_owned(),
        basis: refund.basis.clone(),
        request_id: "leave".to_owned(),
    };
    let done = unsubscribe::commit(&desk.app, request).await.unwrap();
    // 450.00 less three packages, and one of them back.
    assert_eq!(done.refund.as_ref().unwrap().after.balance, "250.00");
    keep("unsubscribe", Some("lcic"), &done);
    bought(&desk, &account, "history").await;
    let again = unsubscribe::preview(&desk.app, leave("3")).await.unwrap();
    assert_eq!(again.refusal.as_ref().map(|error| error.code.as_str()), Some("refund_limit_reached"));
    keep("preview_unsubscribe", Some("lcic-again"), &again);
}

#[tokio::test(flavor = "multi_thread")]
async fn arrears_stop_every_application_for_sixty_days() {
    let (desk, account) = world("200.00").await;
    overage(&desk, &account, "music", true).await;
    desk.later(TimeDelta::hours(1));
    let late = "id,application,left,seconds\nr-9,music,2026-11-22T14:30:00+08:00,600000\n";
    desk.import_by(&account, "later.csv", late, "").await;
    let stage = async |case: &str| {
        start::run_due(&desk.app, of(&account)).await.unwrap();
        let asked = ArrearsQuery { account_id: account.id.clone(), chart_width: None };
        let view = arrears::arrears(&desk.app, asked).await.unwrap();
        keep("arrears", Some(case), &view);
        keep("today", Some(case), &today::today(&desk.app, today_of(&account)).await.unwrap());
        keep("packages", Some(case), &packages::packages(&desk.app, of(&account)).await.unwrap());
        (view.stage, view.owed, view.next_at)
    };
    // Posted at noon of the 23rd (T-21), 24 hours of grace (T-26), 60 days after it (T-30), the job at noon.
    desk.later(TimeDelta::days(1));
    let owed = || "15.00".to_owned();
    let next = |text: &str| Some(at(text));
    assert_eq!(stage("lcic-grace").await, ("grace".to_owned(), owed(), next("2026-11-24T12:00:00+08:00")));
    let refused = buy::preview(&desk.app, wish(&account, "history")).await;
    assert_eq!(keep_error("preview_buy", "lcic-arrears", refused).code, "account_in_arrears");
    desk.later(TimeDelta::days(1));
    assert_eq!(
        stage("lcic-suspended").await,
        ("suspended".to_owned(), owed(), next("2027-01-23T12:00:00+08:00"))
    );
    assert_eq!(
        states(&desk, &account).await,
        [
            "art banned arrears+banned+expired",
            "history suspended arrears+expired",
            "maths suspended arrears",
            "music suspended arrears",
            "physics disabled arrears+expired+manual",
        ]
    );
    desk.later(TimeDelta::days(62));
    assert_eq!(stage("lcic-released").await.0, "released");
}

#[tokio::test(flavor = "multi_thread")]
async fn attendance_is_previewed_in_minutes_of_the_running_total() {
    let (desk, account) = world("250.00").await;
    let rows = "id,application,joined,left\n\
        p-1,maths,2026-11-22T09:00:00+08:00,2026-11-22T09:30:00+08:00\n\
        p-2,maths,2026-11-22T10:00:00+08:00,2026-11-22T10:10:30+08:00\n\
        p-3,drama,2026-11-22T10:00:00+08:00,2026-11-22T10:10:30+08:00\n\
        p-4,maths,2026-11-22T11:00:00+08:00,\n";
    let request = PreviewImport {
        source: "classroom".to_owned(),
        rules: RulesChoice { path: None, text: None, last: true },
        ..desk.reading(&account, &[&desk.file("attendance-2.csv", rows)])
    };
    let view = import::preview(&desk.app, request).await.unwrap();
    let lines: Vec<_> =
        view.lines.iter().map(|line| (line.region.as_str(), line.billable.as_str())).collect();
    assert_eq!(lines, [("maths", "41"), ("drama", "11")]);
    assert_eq!((view.enables.as_slice(), view.rejected_count.as_str()), (&["drama".to_owned()][..], "1"));
    assert_eq!((view.billable.as_str(), view.minutes.as_deref()), ("3060", Some("52")));
    keep("preview_import", Some("lcic"), &view);
}
