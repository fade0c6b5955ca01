//! The five screens, of the demo account, of an empty one, of one that owes, and of one with very large figures.

use chrono::TimeDelta;
use ipc::{
    commands::{balance, bills, packages, start, today, usage},
    dto::{
        balance::BalanceQuery,
        bills::BillQuery,
        common::{AccountRef, ChartView, Seconds},
        packages::PackageQuery,
        usage::{Bucket, StackedBy, UsageHoursQuery, UsageQuery},
    },
};

use crate::{
    desk::{Desk, bills_of, log, now, of, today_of},
    replies::keep,
};

fn usage_of(account: &AccountRef, bucket: Bucket, by: StackedBy) -> UsageQuery {
    UsageQuery {
        account_id: account.id.clone(),
        bucket,
        by,
        from: None,
        to: None,
        service: None,
        region: None,
        project: None,
        chart_width: None,
    }
}

fn balance_of(account: &AccountRef) -> BalanceQuery {
    BalanceQuery { account_id: account.id.clone(), days: 30, after: None, chart_width: None }
}

fn assert_drawn(chart: &ChartView) {
    assert!(chart.svg.starts_with("<svg") && chart.svg.ends_with("</svg>\n"), "{}", chart.svg);
    assert!(chart.points.windows(2).all(|pair| pair[0].x <= pair[1].x), "points are ordered by x");
}

#[tokio::test(flavor = "multi_thread")]
async fn today_of_the_demo_names_what_ends_next_and_what_is_ahead() {
    let (desk, demo) = Desk::with_demo().await;
    let view = today::today(&desk.app, today_of(&demo)).await.unwrap();
    assert_eq!(view.as_of, Seconds(now().timestamp()));
    assert_ne!(view.verdict.kind, "nothing", "a package of the demo ends within the month");
    assert!(view.upcoming.windows(2).all(|pair| pair[0].at <= pair[1].at));
    assert_eq!(view.upcoming[0].kind, "settlement");
    assert!(view.next_to_end.is_some());
    assert_drawn(&view.timeline);
    keep("today", None, &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_of_the_demo_adds_up_in_every_stack() {
    let (desk, demo) = Desk::with_demo().await;
    let mut charged = Vec::new();
    for by in [StackedBy::PaidBy, StackedBy::Service, StackedBy::Region, StackedBy::Project] {
        let view = usage::usage(&desk.app, usage_of(&demo, Bucket::Day, by)).await.unwrap();
        assert_drawn(&view.chart);
        let rows: u64 = view.rows.iter().map(|row| row.figures.billable.parse::<u64>().unwrap()).sum();
        assert_eq!(rows.to_string(), view.total.billable);
        charged.push(view.total.charged.clone());
        if by == StackedBy::PaidBy {
            assert!(view.usual_day.is_some());
            keep("usage", None, &view);
        }
    }
    assert!(charged.iter().all(|total| *total == charged[0]));
    let hours = usage::usage(&desk.app, usage_of(&demo, Bucket::Hour, StackedBy::Service)).await.unwrap();
    assert_eq!(hours.to.0 - hours.from.0, 48 * 3600);
    keep("usage", Some("hour"), &hours);
    let months = usage::usage(&desk.app, usage_of(&demo, Bucket::Month, StackedBy::Region)).await.unwrap();
    keep("usage", Some("month"), &months);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_leaves_only_what_it_names() {
    let (desk, demo) = Desk::with_demo().await;
    let all = usage_of(&demo, Bucket::Day, StackedBy::PaidBy);
    let passport = UsageQuery { service: Some("passport-ocr".to_owned()), ..all.clone() };
    let view = usage::usage(&desk.app, passport).await.unwrap();
    assert!(view.rows.len() >= 3 && view.rows.iter().all(|row| row.service == "passport-ocr"));
    let bound = UsageQuery { project: Some("p-kyc".to_owned()), ..all.clone() };
    let view = usage::usage(&desk.app, bound).await.unwrap();
    assert!(!view.rows.is_empty() && view.rows.iter().all(|row| row.project == "p-kyc"));
    let nothing = UsageQuery { region: Some("nowhere".to_owned()), ..all };
    let view = usage::usage(&desk.app, nothing).await.unwrap();
    assert!(view.rows.is_empty() && view.has_any, "nothing by filter is not an empty account");
    assert_eq!(view.total.billable, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_opens_down_to_its_hours_page_by_page() {
    let (desk, demo) = Desk::with_demo().await;
    let query = UsageHoursQuery {
        account_id: demo.id.clone(),
        service: "vat-invoice-ocr".to_owned(),
        region: "ap-southeast-1".to_owned(),
        project: String::new(),
        from: Seconds((now() - TimeDelta::days(30)).timestamp()),
        to: Seconds(now().timestamp()),
        after: None,
    };
    let first = usage::hours(&desk.app, query.clone()).await.unwrap();
    assert!(first.hours.windows(2).all(|pair| pair[0].period > pair[1].period), "newest first");
    let charge = first.hours.iter().find_map(|hour| hour.charges.first()).unwrap();
    assert_eq!(charge.why.result.text, charge.due);
    let second =
        usage::hours(&desk.app, UsageHoursQuery { after: first.next.clone(), ..query }).await.unwrap();
    assert!(second.hours[0].period < first.hours.last().unwrap().period);
    keep("usage_hours", None, &first);
}

#[tokio::test(flavor = "multi_thread")]
async fn packages_of_the_demo_come_with_their_ladders() {
    let (desk, demo) = Desk::with_demo().await;
    let view = packages::packages(&desk.app, of(&demo)).await.unwrap();
    let left: u64 = view
        .packages
        .iter()
        .filter(|row| row.state == "active")
        .map(|row| row.remaining.parse::<u64>().unwrap())
        .sum();
    assert_eq!(left.to_string(), view.remaining);
    let ladder = |service: &str| {
        let found =
            view.ladders.iter().find(|ladder| ladder.service == service && ladder.region == "ap-southeast-1");
        found.unwrap()
    };
    let covered = ladder("id-card-ocr");
    assert!(covered.rungs[0].package_id.is_some(), "a package pays first (H-40)");
    assert!(covered.rungs.last().unwrap().unit_price.is_some(), "pay-per-use pays last (H-28)");
    let used_up = ladder("passport-ocr");
    assert!(used_up.rungs[0].unit_price.is_some());
    assert!(used_up.passed_over.iter().any(|one| one.reason == "package_used_up"));
    keep("packages", None, &view);

    let first = view.packages.iter().find(|row| row.state == "active").unwrap();
    let query = PackageQuery { account_id: demo.id.clone(), package_id: first.id.clone(), after: None };
    let detail = packages::package(&desk.app, query.clone()).await.unwrap();
    assert_drawn(&detail.burn_down);
    assert_eq!(detail.package.remaining, first.remaining);
    let last_point = detail.burn_down.points.last().unwrap();
    let last_point: String = last_point.value.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(last_point, first.remaining, "the line ends at what is left");
    let older = PackageQuery { after: detail.next.clone(), ..query };
    let older = packages::package(&desk.app, older).await.unwrap();
    assert!(older.deductions[0].at <= detail.deductions.last().unwrap().at);
    keep("package", None, &detail);

    let offers = packages::offers(&desk.app, of(&demo)).await.unwrap();
    assert!(offers.sample_prices && offers.offers.iter().all(|offer| offer.pay_per_use_price.is_some()));
    keep("offers", None, &offers);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_balance_line_ends_at_the_balance_and_the_statement_continues() {
    let (desk, demo) = Desk::with_demo().await;
    let view = balance::balance(&desk.app, balance_of(&demo)).await.unwrap();
    assert_drawn(&view.chart);
    let last = view.chart.points.last().unwrap();
    let last: String = last.value.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    assert_eq!(last, view.position.balance);
    assert_eq!(view.entries[0].balance, view.position.balance, "newest first");
    assert_eq!(view.position.why.result.text, view.position.spendable_now);
    let older = BalanceQuery { after: view.next.clone(), ..balance_of(&demo) };
    let older = balance::balance(&desk.app, older).await.unwrap();
    let number = |id: &str| id.parse::<u64>().unwrap();
    assert!(number(&older.entries[0].id) < number(&view.entries.last().unwrap().id));
    keep("balance", None, &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bill_of_the_demo_is_the_sum_of_its_lines() {
    let (desk, demo) = Desk::with_demo().await;
    let list = bills::bills(&desk.app, bills_of(&demo)).await.unwrap();
    assert!(list.bills.len() >= 12 && list.bills.windows(2).all(|pair| pair[0].month > pair[1].month));
    assert_eq!((list.bills[0].status.as_str(), list.bills[2].status.as_str()), ("open", "final"));
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    let chart = list.chart.as_ref().unwrap();
    assert_drawn(chart);
    let total = u32::try_from(chart.series.iter().position(|name| name == "total").unwrap()).unwrap();
    let totals: Vec<_> = chart.points.iter().filter(|point| point.series == total).collect();
    assert_eq!(
        (totals.len(), list.month_count),
        (list.bills.len(), u32::try_from(list.bills.len()).unwrap())
    );
    assert_eq!(totals.last().unwrap().label, list.bills[0].month);
    assert_eq!(chart.svg.matches(">draft</text>").count(), 1, "only the open month is a draft");
    let most = list.bills.iter().map(|bill| cents(&bill.total)).max().unwrap();
    assert_eq!(cents(&list.highest.as_ref().unwrap().total), most);
    for row in &list.bills {
        let query = BillQuery { account_id: demo.id.clone(), month: row.month.clone() };
        let bill = bills::bill(&desk.app, query).await.unwrap();
        let due: i64 = bill.groups.iter().map(|group| cents(&group.due)).sum();
        assert_eq!(due, cents(&row.total), "{}", row.month);
        for group in &bill.groups {
            let days: i64 = group.days.iter().map(|day| cents(&day.due)).sum();
            assert_eq!(days, cents(&group.due), "{} {}", row.month, group.name);
        }
        let exact: i64 = bill.groups.iter().map(|group| cents(&group.amount)).sum();
        assert_eq!(
            exact + cents(&bill.rounding),
            due * 1_000_000,
            "{}: rounding carries the difference",
            row.month
        );
        assert_eq!(bill.why.result.text, row.total);
    }
    let query = BillQuery { account_id: demo.id.clone(), month: list.bills[0].month.clone() };
    let bill = bills::bill(&desk.app, query).await.unwrap();
    assert!(bill.groups.iter().any(|group| group.project == "p-kyc"), "projects have lines of their own");
    keep("bills", None, &list);
    keep("bill", None, &bill);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_account_is_empty_on_every_screen_and_says_so() {
    let (desk, account) = Desk::with_account("0.00").await;
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!((view.verdict.kind.as_str(), view.verdict.step.as_str()), ("no_money", "note"));
    assert_drawn(&view.timeline);
    keep("today", Some("first"), &view);
    let view = usage::usage(&desk.app, usage_of(&account, Bucket::Day, StackedBy::PaidBy)).await.unwrap();
    assert!(!view.has_any && view.usual_day.is_none());
    keep("usage", Some("first"), &view);
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    assert!(view.packages.is_empty() && view.ladders.is_empty());
    keep("packages", Some("first"), &view);
    let view = balance::balance(&desk.app, balance_of(&account)).await.unwrap();
    assert_eq!((view.position.spendable_now.as_str(), view.next), ("0.00", None));
    let view = balance::balance(&desk.app, balance_of(&account)).await.unwrap();
    keep("balance", Some("first"), &view);
    let view = bills::bills(&desk.app, bills_of(&account)).await.unwrap();
    assert!(view.bills.is_empty() && view.chart.is_none());
    keep("bills", Some("first"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_with_money_and_no_package_has_nothing_to_fear() {
    let (desk, account) = Desk::with_account("500.00").await;
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!(view.verdict.kind, "nothing");
    keep("today", Some("calm"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_owed_comes_before_everything_else() {
    let (desk, account) = Desk::with_arrears().await;
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!((view.verdict.kind.as_str(), view.verdict.step.as_str()), ("arrears", "now"));
    assert_eq!(view.verdict.amount.as_deref(), Some("0.50"));
    keep("today", Some("arrears"), &view);
    let view = balance::balance(&desk.app, balance_of(&account)).await.unwrap();
    let debts: Vec<_> = view.debts.iter().map(|debt| (debt.name.as_str(), debt.owed.as_str())).collect();
    assert_eq!(debts, [("passport-ocr · ap-southeast-1", "0.50")]);
    assert_eq!(view.entries[0].arrears.as_deref(), Some("0.50"));
    keep("balance", Some("arrears"), &view);
    let view = bills::bills(&desk.app, bills_of(&account)).await.unwrap();
    assert_eq!((view.bills[0].total.as_str(), view.bills[0].owed.as_str()), ("1.50", "0.50"));
    keep("bills", Some("arrears"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn arrears_say_what_still_works_until_when_at_every_stage() {
    let (desk, account) = Desk::with_arrears().await;
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    let ends = view.verdict.at.unwrap();
    let ahead: Vec<_> = view.upcoming.iter().filter(|row| row.kind == "grace_ends").collect();
    assert_eq!(ahead.iter().map(|row| row.at).collect::<Vec<_>>(), [ends]);
    desk.later(TimeDelta::days(16));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!((view.verdict.kind.as_str(), view.verdict.step.as_str()), ("frozen", "now"));
    assert_eq!(view.verdict.amount.as_deref(), Some("0.50"));
    assert_eq!(view.verdict.at, Some(Seconds(ends.0 + 15 * 86_400)));
    assert!(view.since.iter().any(|notice| notice.kind == "frozen"));
    keep("today", Some("frozen"), &view);
    desk.later(TimeDelta::days(16));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!((view.verdict.kind.as_str(), view.verdict.amount.as_deref()), ("released", Some("0.50")));
    assert!(view.upcoming.iter().all(|row| row.kind != "grace_ends" && row.kind != "retention_ends"));
    keep("today", Some("released"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn open_usage_that_the_balance_cannot_pay_is_overdrawn_at_the_next_settlement() {
    let (desk, account) = Desk::with_account("0.03").await;
    desk.import(&account, "access.log", &log(&["14:01:00"; 4])).await;
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!((view.verdict.kind.as_str(), view.verdict.amount.as_deref()), ("overdrawn", Some("0.05")));
    assert_eq!(view.verdict.at, Some(Seconds(now().timestamp() + 53 * 60)));
    assert_eq!(view.upcoming[0].amount.as_deref(), Some("0.08"));
    keep("today", Some("overdrawn"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_that_no_float_could_hold_are_exact() {
    let (desk, account) = Desk::with_account("90071992547409930.01").await;
    let row = format!("2026-11-22T14:01:00+08:00,200,{}\n", u32::MAX);
    let csv = format!("time,status,count\n{}", row.repeat(200));
    let rules = "[columns]\ntime = \"time\"\nstatus = \"status\"\ncount = \"count\"\n\n\
                 [defaults]\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";
    desk.import_by(&account, "calls.csv", &csv, rules).await;
    let view = balance::balance(&desk.app, balance_of(&account)).await.unwrap();
    assert_eq!(view.position.balance, "90071992547409930.01");
    assert_eq!(view.position.accrued, "17179869180.00");
    assert_eq!(view.position.spendable_now, "90071975367540750.01");
    keep("balance", Some("huge"), &view);
    let view = usage::usage(&desk.app, usage_of(&account, Bucket::Day, StackedBy::PaidBy)).await.unwrap();
    assert_eq!(view.total.billable, "858993459000");
    keep("usage", Some("huge"), &view);
    keep("today", Some("huge"), &today::today(&desk.app, today_of(&account)).await.unwrap());
}
