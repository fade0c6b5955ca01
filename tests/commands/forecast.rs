//! What is foreseen: of the demo, of accounts whose figures can be worked by hand, and of one with too short a history.

use chrono::TimeDelta;
use ipc::{
    commands::{accounts, auto_renew, balance, forecast, packages, today},
    dto::{
        accounts::AccountsQuery,
        balance::BalanceQuery,
        common::{AccountRef, ChartView},
        forecast::{ForecastChart, ForecastChartQuery},
        packages::PackageQuery,
        today::Verdict,
    },
};

use crate::{
    desk::{Desk, RULES, now, of, today_of},
    renewals::{at, switch, switched, with_package},
    replies::keep,
    school,
};

/// 100 passport calls at 10:10 of each of 29 days up to the day before an instant.
fn four_weeks_before(until: billing::Instant) -> String {
    let day = |back: i32| {
        let day = (until + TimeDelta::hours(8) - TimeDelta::days(1) * back).format("%d/%b/%Y");
        let call =
            |n| format!("10.0.0.1 - - [{day}:10:10:00 +0800] \"POST /v2/7/ocr/passport HTTP/1.1\" 200 {n}\n");
        (0..100).map(call).collect::<String>()
    };
    (1..=29).rev().map(day).collect()
}

fn chart_of(account: &AccountRef, of: ForecastChart) -> ForecastChartQuery {
    let package_id = (of == ForecastChart::BurnDown).then(|| "3".to_owned());
    ForecastChartQuery { account_id: account.id.clone(), of, package_id, days: Some(30), chart_width: None }
}

fn size(chart: &ChartView) -> (u32, u32) {
    (chart.width, chart.height)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_foreseen_in_ranges_of_four_weeks() {
    let (desk, demo) = Desk::with_demo().await;
    let view = forecast::forecast(&desk.app, of(&demo)).await.unwrap();
    assert_eq!((view.weeks, view.unknown.is_none()), (4, true));
    let runway = view.runway.as_ref().unwrap();
    assert_eq!((runway.earliest, runway.came_in, runway.of), (None, 0, 4), "it lasts beyond 30 days");
    assert_eq!(runway.why.inputs.len(), 4, "each week is told");
    let bill = view.bill.as_ref().unwrap();
    let money = |text: &str| billing::Money::parse(text).unwrap();
    let so_far = today::today(&desk.app, today_of(&demo)).await.unwrap().bill.total;
    assert!(money(&so_far) < money(&bill.least) && money(&bill.least) <= money(&bill.most));
    let ids: Vec<_> = view.packages.iter().map(|package| package.package_id.as_str()).collect();
    assert_eq!(ids, ["3", "5"], "the others are used up");
    assert!(view.packages[1].runs_out.earliest.is_some() && view.packages[0].runs_out.earliest.is_none());
    let known = today::today(&desk.app, today_of(&demo)).await.unwrap().verdict;
    assert_eq!(view.known.as_ref().map(|known| (&known.kind, known.at)), Some((&known.kind, known.at)));
    let rows = accounts::accounts(&desk.app, AccountsQuery { foreseen: true }).await.unwrap();
    let told = |harm: &Verdict| (harm.kind.clone(), harm.package_id.clone(), harm.at);
    let firsts: Vec<_> = rows.firsts.iter().map(|of| told(&of.harm)).collect();
    assert_eq!(firsts[0], told(view.verdict.as_ref().unwrap()), "Today, Accounts and the tray say the same");
    assert_eq!(firsts[0].0, "package_exhausted");
    let (kind, package, at) = &firsts[1];
    assert_eq!(
        (kind.as_str(), package.as_deref(), *at),
        ("quota_runs_out", Some("5"), view.packages[1].runs_out.earliest),
        "nothing stands in for it"
    );
    keep("forecast", None, &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn charts_have_the_size_they_have_without_what_is_foreseen() {
    let (desk, demo) = Desk::with_demo().await;
    let chart = async |of| forecast::chart(&desk.app, chart_of(&demo, of)).await.unwrap();

    let asked = PackageQuery { account_id: demo.id.clone(), package_id: "3".to_owned(), after: None };
    let plain = packages::package(&desk.app, asked).await.unwrap().burn_down;
    let burn_down = chart(ForecastChart::BurnDown).await;
    let drawn = burn_down.chart.as_ref().unwrap();
    assert_eq!(size(drawn), size(&plain));
    let ahead: Vec<_> = drawn.points.iter().filter(|point| point.series == 1).collect();
    assert!(ahead.last().unwrap().value.contains(" – "), "read as a range: {:?}", ahead.last());
    keep("forecast_chart", Some("burn-down"), &burn_down);

    let asked = BalanceQuery { account_id: demo.id.clone(), days: 30, after: None, chart_width: None };
    let plain = balance::balance(&desk.app, asked).await.unwrap().chart;
    let line = chart(ForecastChart::Balance).await;
    let drawn = line.chart.as_ref().unwrap();
    assert_eq!(size(drawn), size(&plain));
    assert_eq!(drawn.points.iter().filter(|point| point.series == 1).count(), 30, "a midnight each");
    keep("forecast_chart", Some("balance"), &line);

    let plain = today::today(&desk.app, today_of(&demo)).await.unwrap();
    let timeline = chart(ForecastChart::Timeline).await;
    assert_eq!(size(timeline.chart.as_ref().unwrap()), size(&plain.timeline));
    assert_eq!(timeline.upcoming.len(), plain.upcoming.len(), "the money lasts");
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_usage_to_come_spends_is_a_problem_and_stands_on_the_timeline() {
    // 29 days of 100 calls at 0.02 leave 7.00 of 65.00. Today's 10:10 is not told yet: 2.00; then 23, 24 November; not 25.
    let (desk, account) = Desk::with_account("65.00").await;
    desk.import(&account, "weeks.log", &four_weeks_before(now())).await;
    let view = forecast::forecast(&desk.app, of(&account)).await.unwrap();
    let spent_at = Some(at("2026-11-25T10:00:00+08:00"));
    let runway = view.runway.as_ref().unwrap();
    assert_eq!((runway.earliest, runway.latest, runway.came_in), (spent_at, spent_at, 4));
    let verdict = view.verdict.as_ref().unwrap();
    assert_eq!((verdict.kind.as_str(), verdict.step.as_str(), verdict.at), ("money_spent", "soon", spent_at));
    keep("forecast", Some("spent"), &view);
    let timeline = forecast::chart(&desk.app, chart_of(&account, ForecastChart::Timeline)).await.unwrap();
    let spent: Vec<_> = timeline.upcoming.iter().filter(|row| row.kind == "money_spent").collect();
    assert_eq!(spent.iter().map(|row| Some(row.at)).collect::<Vec<_>>(), [spent_at]);
    keep("forecast_chart", Some("spent"), &timeline);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_usage_to_come_leaves_too_little_for_is_told_with_what_is_missing() {
    // 18.00 of 106.00 bought 1,000 calls for a year; 2,900 calls of another region took 58.00. 30.00 are left on 1 November.
    let (desk, account) = with_package("106.00").await;
    let plan = auto_renew::preview(&desk.app, switch(&account, Some(7))).await.unwrap();
    auto_renew::commit(&desk.app, switched(&account, Some(7), &plan.basis)).await.unwrap();
    let later = billing::zone::parse_instant("2027-11-01T14:07:00+08:00").unwrap();
    desk.clock.set(later);
    let elsewhere = RULES.replace("southeast-1", "southeast-3");
    desk.import_by(&account, "weeks.log", &four_weeks_before(later), &elsewhere).await;
    let view = forecast::forecast(&desk.app, of(&account)).await.unwrap();
    // 14 days of 2.00 up to 15 November, 03:00, leave 2.00 of the 18.00.
    let renewal = &view.renewals[0];
    assert_eq!((renewal.succeeds_in, renewal.of), (0, 4));
    assert_eq!(renewal.at, Some(at("2027-11-15T03:00:00+08:00")));
    let missing = renewal.missing.as_ref().unwrap();
    assert_eq!((missing.least.as_str(), missing.most.as_str()), ("16.00", "16.00"));
    let verdict = view.verdict.as_ref().unwrap();
    assert_eq!((verdict.kind.as_str(), verdict.amount.as_deref()), ("renewal_would_fail", Some("16.00")));
    keep("forecast", Some("renewal"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_two_weeks_of_usage_nothing_is_foreseen_and_it_is_told_why() {
    let (desk, account) = Desk::with_account("0.00").await;
    let view = forecast::forecast(&desk.app, of(&account)).await.unwrap();
    let unknown = view.unknown.as_ref().unwrap();
    assert_eq!((unknown.kind.as_str(), unknown.missing_days), ("too_short", Some(14)));
    assert!(view.runway.is_none() && view.bill.is_none() && view.packages.is_empty());
    keep("forecast", Some("first"), &view);
    let chart = forecast::chart(&desk.app, chart_of(&account, ForecastChart::Balance)).await.unwrap();
    assert!(chart.chart.is_none());
    keep("forecast_chart", None, &chart);
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_of_applications_are_foreseen_alike() {
    let (desk, account) = school::world("1000.00").await;
    let view = forecast::forecast(&desk.app, of(&account)).await.unwrap();
    keep("forecast", Some("lcic"), &view);
    assert!(view.unknown.is_some(), "two days of attendance are too few");
}
