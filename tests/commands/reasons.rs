//! No figure without a derivation, and each derivation ends in the figure it is about.

use chrono::TimeDelta;
use ipc::{
    commands::{balance, bills, explain, packages, today, usage},
    dto::{
        balance::BalanceQuery,
        bills::BillQuery,
        common::{AccountRef, Why},
        explain::{Explain, ExplainPath, Figure, UnexpectedQuery, UnexpectedView},
        packages::PackageQuery,
        usage::{Bucket, StackedBy, UsageQuery},
    },
};

use crate::{
    desk::{Desk, bills_of, log, of, today_of},
    replies::{keep, keep_error},
};

fn days_of(account: &AccountRef) -> UsageQuery {
    UsageQuery {
        account_id: account.id.clone(),
        bucket: Bucket::Day,
        by: StackedBy::PaidBy,
        from: None,
        to: None,
        service: None,
        region: None,
        project: None,
        chart_width: None,
    }
}

fn assert_ends_in(why: &Why, figure: &str) {
    assert_eq!(why.result.text, figure, "{}", why.formula);
    for input in &why.inputs {
        if let Some(because) = &input.because {
            assert_ends_in(because, &input.value.text);
        }
    }
}

/// The sum of the inputs of this name.
fn sum(why: &Why, name: &str) -> u64 {
    let parts = why.inputs.iter().filter(|input| input.name == name);
    parts.map(|input| input.value.text.parse::<u64>().unwrap()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_is_the_sum_of_its_rows_and_each_row_of_who_paid() {
    let (desk, demo) = Desk::with_demo().await;
    let view = usage::usage(&desk.app, days_of(&demo)).await.unwrap();
    assert_ends_in(&view.why.billable, &view.total.billable);
    assert_ends_in(&view.why.from_packages, &view.total.from_packages);
    assert_ends_in(&view.why.billed, &view.total.billed);
    assert_ends_in(&view.why.charged, &view.total.charged);
    assert_ends_in(&view.why.calls_today, &view.calls_today);
    assert_ends_in(view.why.usual_day.as_ref().unwrap(), view.usual_day.as_ref().unwrap());
    for why in [&view.why.billable, &view.why.from_packages, &view.why.billed] {
        assert_eq!(sum(why, "of-it").to_string(), why.result.text, "{}", why.formula);
    }
    for row in &view.rows {
        assert_ends_in(&row.why, &row.figures.charged);
        let paid_by = row.why.inputs[0].because.as_ref().unwrap();
        assert_eq!(sum(paid_by, "from-packages") + sum(paid_by, "billed"), sum(&row.why, "calls"));
    }
    for import in &view.imports {
        assert_ends_in(&import.why, &import.billable);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_of_today_packages_and_bills_say_why() {
    let (desk, demo) = Desk::with_demo().await;
    let view = today::today(&desk.app, today_of(&demo)).await.unwrap();
    assert_ends_in(&view.calls_today_why, &view.calls_today);
    assert!(view.upcoming.iter().all(|one| one.amount.is_some() == one.why.is_some()));
    let settlement = &view.upcoming[0];
    if let Some(why) = &settlement.why {
        assert_ends_in(why, settlement.amount.as_ref().unwrap());
    }
    let view = packages::packages(&desk.app, of(&demo)).await.unwrap();
    assert_ends_in(&view.why, &view.remaining);
    assert_eq!(sum(&view.why, "of-it").to_string(), view.remaining);
    assert_eq!(view.used_up.why.inputs.len(), view.used_up.count as usize);
    for row in &view.packages {
        assert_ends_in(&row.why, &row.remaining);
        assert_ends_in(&row.price_why, &row.unit_price);
    }
    for rung in view.ladders.iter().flat_map(|ladder| &ladder.rungs) {
        assert_eq!(
            rung.left.as_ref().or(rung.unit_price.as_ref()),
            rung.why.as_ref().map(|why| &why.result.text)
        );
    }
    for offer in packages::offers(&desk.app, of(&demo)).await.unwrap().offers {
        assert_ends_in(&offer.price_why, &offer.unit_price);
        assert_eq!(offer.pay_per_use_price, offer.pay_per_use_why.map(|why| why.result.text));
    }
    for bill in bills::bills(&desk.app, bills_of(&demo)).await.unwrap().bills {
        assert_ends_in(&bill.why, &bill.total);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn days_of_a_bill_and_lines_of_a_package_say_why() {
    let (desk, demo) = Desk::with_demo().await;
    let months = bills::bills(&desk.app, bills_of(&demo)).await.unwrap().bills;
    let query = BillQuery { account_id: demo.id.clone(), month: months[1].month.clone() };
    let bill = bills::bill(&desk.app, query).await.unwrap();
    assert!(bill.groups.iter().any(|group| group.days.len() > 20), "a month of days");
    for group in &bill.groups {
        assert_ends_in(&group.why, &group.due);
        for day in &group.days {
            assert_ends_in(&day.why, &day.due);
            let calls = day.why.inputs.iter().find(|input| input.name == "calls");
            assert_eq!(calls.map_or("0", |input| input.value.text.as_str()), day.quantity);
        }
    }
    let used = packages::packages(&desk.app, of(&demo)).await.unwrap().packages;
    let used = used.iter().find(|row| row.used != "0" && row.state == "active").unwrap();
    let query = PackageQuery { account_id: demo.id.clone(), package_id: used.id.clone(), after: None };
    let log = packages::package(&desk.app, query).await.unwrap().deductions;
    assert!(log.len() > 1);
    for pair in log.windows(2) {
        assert_ends_in(&pair[0].why, &pair[0].remaining);
        let before = pair[0].why.inputs.iter().find(|input| input.name == "left-before").unwrap();
        assert_eq!(before.value.text, pair[1].remaining, "a line begins where the one before it ended");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_the_statement_says_what_it_changed_and_why() {
    let (desk, demo) = Desk::with_demo().await;
    let query = BalanceQuery { account_id: demo.id.clone(), days: 30, after: None, chart_width: None };
    let view = balance::balance(&desk.app, query).await.unwrap();
    for entry in view.entries.iter().take(40) {
        let request = Explain { account_id: demo.id.clone(), figure: Figure::Entry, id: entry.id.clone() };
        let why = explain::explain(&desk.app, request).await.unwrap();
        assert_ends_in(&why, &entry.balance);
        let change = why.inputs.iter().find(|input| input.name == "change").unwrap();
        assert_eq!(change.value.text, entry.amount);
        if entry.id == view.entries[0].id {
            keep("explain", None, &why);
        }
    }
    for row in &view.accrued {
        assert_ends_in(&row.why, &row.amount);
    }
    let nowhere = Explain { account_id: demo.id.clone(), figure: Figure::Entry, id: "999999999".to_owned() };
    let refused = keep_error("explain", "refused", explain::explain(&desk.app, nowhere).await);
    assert_eq!(refused.code, "invalid_value");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_debt_is_the_charge_less_what_was_paid() {
    let (desk, account) = Desk::with_arrears().await;
    let query = BalanceQuery { account_id: account.id.clone(), days: 30, after: None, chart_width: None };
    let debt = balance::balance(&desk.app, query).await.unwrap().debts.remove(0);
    let request = Explain { account_id: account.id.clone(), figure: Figure::Debt, id: debt.charge_id };
    let why = explain::explain(&desk.app, request).await.unwrap();
    assert_ends_in(&why, &debt.owed);
    let inputs: Vec<_> = why.inputs.iter().map(|input| input.value.text.as_str()).collect();
    assert_eq!(inputs, ["1.50", "1.00"]);
    let bill = bills::bills(&desk.app, bills_of(&account)).await.unwrap().bills.remove(0);
    assert_ends_in(bill.owed_why.as_ref().unwrap(), &bill.owed);
}

#[tokio::test(flavor = "multi_thread")]
async fn offers_begin_where_pay_per_use_pays_most() {
    let (desk, demo) = Desk::with_demo().await;
    let rows = usage::usage(&desk.app, days_of(&demo)).await.unwrap().rows;
    let most = rows.iter().max_by_key(|row| row.figures.billed.parse::<u64>().unwrap()).unwrap();
    let suggested = packages::offers(&desk.app, of(&demo)).await.unwrap().suggested.unwrap();
    assert_eq!((suggested.service, suggested.region), (most.service.clone(), most.region.clone()));
    let (desk, account) = Desk::with_account("5.00").await;
    assert_eq!(packages::offers(&desk.app, of(&account)).await.unwrap().suggested, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_that_ended_long_ago_is_shown_where_it_ended() {
    let (desk, account) = Desk::with_account("20.00").await;
    desk.import(&account, "access.log", &log(&["13:10:00"; 3])).await;
    let fresh = usage::usage(&desk.app, days_of(&account)).await.unwrap();
    assert_eq!((fresh.last_usage_at, fresh.total.billable.as_str()), (None, "3"));
    desk.later(TimeDelta::days(400));
    for bucket in [Bucket::Hour, Bucket::Day, Bucket::Month] {
        let query = UsageQuery { bucket, ..days_of(&account) };
        let view = usage::usage(&desk.app, query.clone()).await.unwrap();
        assert_eq!(view.total.billable, "3");
        let last = view.last_usage_at.unwrap();
        assert!(view.from < last && last < view.to, "{bucket:?}");
        let asked = UsageQuery { to: Some(view.as_of), ..query };
        let asked = usage::usage(&desk.app, asked).await.unwrap();
        assert_eq!((asked.last_usage_at, asked.has_any), (None, true), "what is asked for is shown");
        if bucket == Bucket::Day {
            keep("usage", Some("old"), &view);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_figure_is_explained_by_its_path_with_the_usage_behind_it() {
    let (desk, account) = Desk::with_arrears().await;
    let shown = balance::balance(
        &desk.app,
        BalanceQuery { account_id: account.id.clone(), days: 30, after: None, chart_width: None },
    );
    let shown = shown.await.unwrap();
    let ask = |path: &str| ExplainPath { account_id: account.id.clone(), path: path.to_owned() };
    let spendable = explain::explain_path(&desk.app, ask("spendable_now")).await.unwrap();
    assert_ends_in(&spendable.why, &shown.position.spendable_now);
    let charge = explain::explain_path(&desk.app, ask("charges.0.amount")).await.unwrap();
    assert!(charge.why.source.is_some() && !charge.usage.is_empty(), "{charge:?}");
    keep("explain_path", None, &charge);
    let unknown =
        keep_error("explain_path", "refused", explain::explain_path(&desk.app, ask("ballance")).await);
    assert_eq!(
        (unknown.code.as_str(), unknown.args["nearest"].starts_with("balance, ")),
        ("no_figure", true)
    );
}

fn exact(text: &str) -> rust_decimal::Decimal {
    text.parse().unwrap()
}

fn all_reasons(account: &AccountRef) -> UnexpectedQuery {
    UnexpectedQuery {
        account_id: account.id.clone(),
        from: None,
        to: None,
        service: None,
        region: None,
        project: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn charges_by_reason_sum_to_the_charges() {
    let (desk, demo) = Desk::with_demo().await;
    let told = explain::unexpected(&desk.app, all_reasons(&demo)).await.unwrap();
    let charged = told.rows.iter().filter_map(|row| row.charged.as_ref());
    let sum = charged.fold(exact(&told.rounding), |sum, charged| sum + exact(&charged.amount));
    assert_eq!(sum, exact(&told.charged));
    let all = ExplainPath { account_id: demo.id.clone(), path: "charges.total".to_owned() };
    let charged = explain::explain_path(&desk.app, all).await.unwrap();
    assert_eq!(charged.why.result.text, told.charged);
    assert_ends_in(&told.charged_why, &told.charged);
    assert_ends_in(&told.calls_why, &told.calls);
    assert_eq!(sum_of_calls(&told), told.calls);
    for row in &told.rows {
        assert!(row.reasons.iter().all(|reason| reason.source.is_some()), "{row:?}");
        assert_ends_in(&row.calls_why, &row.calls);
        for money in row.charged.iter().chain(&row.open) {
            assert_ends_in(&money.why, &money.amount);
        }
    }
}

fn sum_of_calls(told: &UnexpectedView) -> String {
    told.rows.iter().map(|row| row.calls.parse::<u64>().unwrap()).sum::<u64>().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reasons_of_a_span_and_of_its_filters_are_the_usage_that_is_shown() {
    let (desk, demo) = Desk::with_demo().await;
    let shown = usage::usage(&desk.app, days_of(&demo)).await.unwrap();
    let of_span = UnexpectedQuery { from: Some(shown.from), to: Some(shown.to), ..all_reasons(&demo) };
    let told = explain::unexpected(&desk.app, of_span.clone()).await.unwrap();
    assert_eq!((&told.calls, &told.charged), (&shown.total.billed, &shown.total.charged));
    keep("unexpected", None, &told);
    let row = shown.rows.iter().find(|row| row.figures.billed != "0").unwrap();
    let of_row = UnexpectedQuery {
        service: Some(row.service.clone()),
        region: Some(row.region.clone()),
        project: Some(row.project.clone()),
        ..of_span.clone()
    };
    let told = explain::unexpected(&desk.app, of_row).await.unwrap();
    assert_eq!((&told.calls, &told.charged), (&row.figures.billed, &row.figures.charged));
    let nowhere = UnexpectedQuery { service: Some("no-such-service".to_owned()), ..of_span };
    let told = explain::unexpected(&desk.app, nowhere).await.unwrap();
    assert!(told.rows.is_empty() && told.open.is_none());
    assert_eq!((told.calls.as_str(), told.charged.as_str()), ("0", "0.00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_have_paid_is_the_smallest_package_that_holds_the_calls() {
    let (desk, account) = Desk::with_account("20.00").await;
    // 13:10 is settled, 14:03 is not: 3 × 0.02 and 2 × 0.02.
    desk.import(&account, "access.log", &log(&["13:10:00", "13:10:00", "13:10:00", "14:03:00", "14:03:00"]))
        .await;
    let told = explain::unexpected(&desk.app, all_reasons(&account)).await.unwrap();
    let [row] = told.rows.as_slice() else { panic!("{told:?}") };
    assert_eq!(
        (row.service.as_str(), row.region.as_str(), row.calls.as_str()),
        ("passport-ocr", "ap-southeast-1", "5")
    );
    let codes: Vec<_> =
        row.reasons.iter().map(|reason| (reason.code.as_str(), reason.rule.as_str())).collect();
    assert_eq!(codes, [("no-package", "H-80")]);
    let amounts = [&row.charged, &row.open].map(|money| money.as_ref().unwrap().amount.as_str());
    assert_eq!(amounts, ["0.06000000", "0.04000000"]);
    assert_eq!((told.charged.as_str(), told.open.unwrap().amount.as_str()), ("0.06", "0.04"));
    let on_sale = packages::offers(&desk.app, of(&account)).await.unwrap().offers;
    let fitting = on_sale.iter().filter(|offer| offer.service == row.service && offer.region == row.region);
    let smallest = fitting.min_by_key(|offer| offer.quota.parse::<u64>().unwrap()).unwrap();
    assert_eq!(row.offer.as_ref().unwrap().sku, smallest.sku);
}
