//! What the money is made of, what it was for, and what changed: always the figures of the bills.

use chrono::TimeDelta;
use ipc::{
    commands::{amortised, bills, buy, costs},
    dto::{
        amortised::AmortisedQuery,
        bills::{BillQuery, BillRow},
        common::AccountRef,
        costs::{
            AllocationQuery, AllocationView, AnalysisQuery, AnalysisView, CompositionQuery, CompositionView,
            CostChange,
        },
        money_actions::{Buy, PreviewBuy},
    },
};
use rust_decimal::Decimal;

use crate::{
    desk::{Desk, bills_of, log},
    replies::keep,
    school::world,
};

const RANGES: [&str; 7] = ["7d", "14d", "30d", "mtd", "3m", "6m", "12m"];

/// An amount of a group.
type Figure = fn(&CostChange) -> String;
const FIGURES: [Figure; 3] =
    [|row| row.before.amount.clone(), |row| row.now.amount.clone(), |row| row.change.amount.clone()];

/// A billing mode and what a bill says of it.
type OfBill = (&'static str, fn(&BillRow) -> String);
const MODES: [OfBill; 2] =
    [("pay-per-use", |bill| bill.usage.clone()), ("purchases", |bill| bill.purchases.clone())];

fn exact(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn sum<'a>(amounts: impl IntoIterator<Item = &'a String>) -> Decimal {
    amounts.into_iter().map(|amount| exact(amount)).sum()
}

async fn composed(desk: &Desk, account: &AccountRef, month: Option<&str>) -> CompositionView {
    let query = CompositionQuery {
        account_id: account.id.clone(),
        month: month.map(str::to_owned),
        chart_width: None,
    };
    costs::composition(&desk.app, query).await.unwrap()
}

async fn allocated(desk: &Desk, account: &AccountRef, by: &str) -> AllocationView {
    let query = AllocationQuery { account_id: account.id.clone(), month: None, by: by.to_owned() };
    costs::allocation(&desk.app, query).await.unwrap()
}

fn asking(account: &AccountRef, range: &str, by: &str) -> AnalysisQuery {
    AnalysisQuery {
        account_id: account.id.clone(),
        range: range.to_owned(),
        by: by.to_owned(),
        view: "cash".to_owned(),
        mode: None,
        service: None,
        region: None,
        project: None,
        chart_width: None,
    }
}

async fn analysed(desk: &Desk, query: AnalysisQuery) -> AnalysisView {
    costs::analysis(&desk.app, query).await.unwrap()
}

/// Cents of the bars of a waterfall.
fn bars(view: &AnalysisView) -> Vec<i64> {
    let cents = |text: &str| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let cents = digits.parse::<i64>().unwrap();
        if text.starts_with('−') { -cents } else { cents }
    };
    view.waterfall.points.iter().map(|point| cents(&point.value)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_month_of_the_demo_is_made_of_what_its_bill_is() {
    let (desk, demo) = Desk::with_demo().await;
    let list = bills::bills(&desk.app, bills_of(&demo)).await.unwrap();
    for row in &list.bills {
        let view = composed(&desk, &demo, Some(&row.month)).await;
        let month = view.month.unwrap();
        assert_eq!(view.months.len(), list.bills.len());
        assert_eq!((&month.bill.total, &month.why.result.text), (&row.total, &row.total));
        assert_eq!(sum(month.modes.iter().map(|mode| &mode.amount)), exact(&row.total), "{}", row.month);
        for mode in &month.modes {
            assert_eq!(sum(mode.parts.iter().map(|part| &part.amount)), exact(&mode.amount));
            assert_eq!(mode.why.result.text, mode.amount);
        }
        let query = BillQuery { account_id: demo.id.clone(), month: row.month.clone() };
        let bill = bills::bill(&desk.app, query).await.unwrap();
        let of = |code: &str| {
            let found = month.modes.iter().find(|mode| mode.mode == code);
            found.map_or_else(|| "0.00000000".to_owned(), |mode| mode.amount.clone())
        };
        assert_eq!((of("pay-per-use"), of("rounding")), (bill.charges.clone(), bill.rounding.clone()));
        let total = u32::try_from(month.chart.series.len() - 1).unwrap();
        let days = month.chart.points.iter().filter(|point| point.series == total);
        let moved: Decimal = days.map(|point| exact(&plain(&point.value))).sum();
        assert_eq!(moved, exact(&row.total), "the days of the picture are the bill of {}", row.month);
    }
    keep("cost_composition", None, &composed(&desk, &demo, None).await);
}

/// Money of a picture as a plain decimal.
fn plain(text: &str) -> String {
    text.replace('−', "-").replace('\u{202f}', "")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_month_was_for_comes_to_its_bill_and_shows_what_is_unallocated() {
    let (desk, demo) = Desk::with_demo().await;
    for by in ["project", "member", "tag:team"] {
        let month = allocated(&desk, &demo, by).await.month.unwrap();
        assert_eq!(sum(month.rows.iter().map(|row| &row.amount)), exact(&month.bill.total), "{by}");
        assert_eq!(exact(&month.total.amount), exact(&month.bill.total));
        let last = month.rows.last().unwrap();
        assert!(last.value.is_none(), "what is unallocated stands last, always");
        assert!(month.rows.iter().filter(|row| row.value.is_none()).count() == 1);
    }
    let view = allocated(&desk, &demo, "project").await;
    keep("cost_allocation", None, &view);
    keep("cost_allocation", Some("member"), &allocated(&desk, &demo, "member").await);
    let query = AllocationQuery { account_id: demo.id.clone(), month: None, by: "colour".to_owned() };
    assert_eq!(costs::allocation(&desk.app, query).await.unwrap_err().code, "invalid_value");
    let query = AllocationQuery {
        account_id: demo.id.clone(),
        month: Some("2011-01".to_owned()),
        by: "project".to_owned(),
    };
    assert_eq!(costs::allocation(&desk.app, query).await.unwrap_err().code, "no_bill");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_unallocated_is_shown_as_zero() {
    let (desk, account) = Desk::with_account("100.00").await;
    let calls = "time,path,status,project,count\n2026-11-22T12:00:00+08:00,/ocr,200,p-kyc,10\n";
    let rules = "[[rule]]\npath = \"/ocr\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";
    desk.import_by(&account, "calls.csv", calls, rules).await;
    let month = allocated(&desk, &account, "project").await.month.unwrap();
    // 10 × 0.02.
    let rows: Vec<_> =
        month.rows.iter().map(|row| (row.value.as_deref(), row.amount.as_str(), row.share)).collect();
    assert_eq!(rows, [(Some("p-kyc"), "0.20000000", Some(10_000)), (None, "0.00000000", Some(0))]);
    assert_eq!((month.allocated.as_str(), month.bill.total.as_str()), ("0.20", "0.20"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_range_of_the_demo_adds_up_by_every_group_and_from_before_to_now() {
    let (desk, demo) = Desk::with_demo().await;
    for range in RANGES {
        let mut totals = Vec::new();
        for by in ["mode", "service", "region", "project", "member", "tag:team"] {
            for view in ["cash", "amortised"] {
                let told =
                    analysed(&desk, AnalysisQuery { view: view.to_owned(), ..asking(&demo, range, by) })
                        .await;
                let all = &told.total;
                for figure in FIGURES {
                    let parts: Vec<String> = told.groups.iter().map(figure).collect();
                    assert_eq!(sum(&parts), exact(&figure(all)), "{range} {by} {view}");
                }
                assert_eq!(exact(&all.before.amount) + exact(&all.change.amount), exact(&all.now.amount));
                let bars = bars(&told);
                let (ends, between) = ((bars[0], bars[bars.len() - 1]), &bars[1..bars.len() - 1]);
                assert_eq!(ends.0 + between.iter().sum::<i64>(), ends.1, "{range} {by} {view}: {bars:?}");
                assert!(between.len() <= 8);
                if view == "cash" {
                    totals.push((all.before.amount.clone(), all.now.amount.clone()));
                }
            }
        }
        assert!(
            totals.windows(2).all(|pair| pair[0] == pair[1]),
            "the same money by every group: {totals:?}"
        );
    }
    keep("cost_analysis", None, &analysed(&desk, asking(&demo, "mtd", "service")).await);
    keep("cost_analysis", Some("mode"), &analysed(&desk, asking(&demo, "12m", "mode")).await);
    for wrong in [
        asking(&demo, "5d", "mode"),
        asking(&demo, "7d", "colour"),
        AnalysisQuery { view: "x".to_owned(), ..asking(&demo, "7d", "mode") },
        AnalysisQuery { mode: Some("x".to_owned()), ..asking(&demo, "7d", "mode") },
    ] {
        assert_eq!(costs::analysis(&desk.app, wrong).await.unwrap_err().code, "invalid_value");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ranges_are_of_the_figures_that_bills_and_the_amortised_view_show() {
    let (desk, demo) = Desk::with_demo().await;
    let list = bills::bills(&desk.app, bills_of(&demo)).await.unwrap();
    let told = analysed(&desk, asking(&demo, "mtd", "mode")).await;
    assert_eq!(told.total.now.amount, list.bills[0].total, "November so far");
    let told = analysed(&desk, asking(&demo, "3m", "mode")).await;
    let three: Vec<String> = list.bills[1..4].iter().map(|bill| bill.total.clone()).collect();
    assert_eq!(exact(&told.total.now.amount), sum(&three), "August, September and October");
    for (mode, of_bill) in MODES {
        let bills: Vec<String> = list.bills[1..4].iter().map(of_bill).collect();
        let found = told.groups.iter().find(|group| group.value.as_deref() == Some(mode));
        assert_eq!(found.map_or(Decimal::ZERO, |group| exact(&group.now.amount)), sum(&bills), "{mode}");
    }
    let spread = AnalysisQuery { view: "amortised".to_owned(), ..asking(&demo, "mtd", "mode") };
    let query = AmortisedQuery { account_id: demo.id.clone(), month: Some("2026-11".to_owned()) };
    let days = amortised::amortised(&desk.app, query).await.unwrap();
    assert_eq!(analysed(&desk, spread).await.total.now.amount, days.total.cost.amount);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_leaves_only_what_it_names_and_the_change_of_a_week_is_told() {
    let (desk, account) = Desk::with_account("100.00").await;
    // 3 calls of 0.02 on Sunday the 22nd; eight days later they are in the week before.
    desk.import(&account, "access.log", &log(&["13:10:00"; 3])).await;
    desk.later(TimeDelta::days(8));
    ipc::commands::start::run_due(&desk.app, crate::desk::of(&account)).await.unwrap();
    let told = analysed(&desk, asking(&account, "7d", "service")).await;
    let [passport] = told.groups.as_slice() else { panic!("{told:?}") };
    let figures = [&passport.before, &passport.now, &passport.change].map(|figure| figure.amount.as_str());
    assert_eq!(figures, ["0.06", "0.00", "-0.06"]);
    assert_eq!(bars(&told), [6, -6, 0]);
    assert!(told.known_from.is_some(), "the books begin in the week before");
    let nothing = AnalysisQuery { service: Some("id-card-ocr".to_owned()), ..asking(&account, "7d", "mode") };
    let told = analysed(&desk, nothing).await;
    assert!(told.groups.is_empty() && told.total.before.amount == "0.00");
}

#[tokio::test(flavor = "multi_thread")]
async fn charges_given_back_are_corrections_in_both_views_and_months_still_are_their_bills() {
    let (desk, account) = Desk::with_account("100.00").await;
    let import = desk.import(&account, "access.log", &log(&["13:10:00"; 3])).await;
    let undo = ipc::dto::import::UndoImport {
        account_id: account.id.clone(),
        import_id: import.import_id.unwrap(),
        request_id: "undo".to_owned(),
    };
    ipc::commands::import::undo(&desk.app, undo).await.unwrap();
    let told = analysed(&desk, asking(&account, "mtd", "mode")).await;
    let rows: Vec<_> = told
        .groups
        .iter()
        .map(|group| (group.value.as_deref().unwrap(), group.now.amount.as_str()))
        .collect();
    assert_eq!(rows, [("pay-per-use", "0.06"), ("corrections", "-0.06")]);
    assert_eq!(told.total.now.amount, "0.00");
    let month = composed(&desk, &account, None).await.month.unwrap();
    assert_eq!(month.bill.total, "0.00");
    let modes: Vec<_> = month.modes.iter().map(|mode| (mode.mode.as_str(), mode.amount.as_str())).collect();
    assert_eq!(modes, [("pay-per-use", "0.06000000"), ("corrections", "-0.06000000")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_without_anything_has_no_month_and_one_of_applications_has_minutes() {
    let (desk, account) = Desk::with_account("0.00").await;
    let view = composed(&desk, &account, None).await;
    assert!(view.month.is_none() && view.months.is_empty());
    keep("cost_composition", Some("first"), &view);
    keep("cost_allocation", Some("first"), &allocated(&desk, &account, "project").await);
    keep("cost_analysis", Some("first"), &analysed(&desk, asking(&account, "mtd", "service")).await);
    let (desk, account) = world("250.00").await;
    keep("cost_composition", Some("lcic"), &composed(&desk, &account, None).await);
    keep("cost_allocation", Some("lcic"), &allocated(&desk, &account, "project").await);
    let told = analysed(&desk, asking(&account, "mtd", "region")).await;
    let list = bills::bills(&desk.app, bills_of(&account)).await.unwrap();
    assert_eq!(told.total.now.amount, list.bills[0].total);
    keep("cost_analysis", Some("lcic"), &told);
}

async fn found(desk: &Desk, account: &AccountRef) -> ipc::dto::costs::FindingsView {
    costs::findings(&desk.app, crate::desk::of(account)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn quota_that_is_paid_for_in_another_region_is_found_with_its_money_and_nothing_is_done() {
    let (desk, demo) = Desk::with_demo().await;
    let before = composed(&desk, &demo, None).await;
    let view = found(&desk, &demo).await;
    assert!(view.findings.windows(2).all(|pair| exact(&pair[0].per_month) >= exact(&pair[1].per_month)));
    let kinds: Vec<&str> = view.findings.iter().map(|finding| finding.kind.as_str()).collect();
    assert!(kinds.contains(&"cheaper"), "{kinds:?}");
    assert!(!kinds.contains(&"service-mismatch"), "a package for another service is no leak: {kinds:?}");
    for finding in &view.findings {
        assert!(exact(&finding.per_month) > Decimal::ZERO && !finding.package.is_empty(), "{finding:?}");
        assert!(["buy", "compare", "renew"].contains(&finding.prepare.sheet.as_str()));
    }
    assert!(exact(&view.looked_at.charged) > Decimal::ZERO);
    assert_eq!(
        composed(&desk, &demo, None).await.month.unwrap().bill.total,
        before.month.unwrap().bill.total
    );
    keep("cost_findings", None, &view);
}

async fn buy_passports(desk: &Desk, account: &AccountRef) {
    let preview =
        PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let basis = buy::preview(&desk.app, preview).await.unwrap().basis;
    let request = Buy {
        account_id: account.id.clone(),
        sku: "passport-1k".to_owned(),
        application: None,
        basis,
        request_id: "buy".to_owned(),
    };
    buy::commit(&desk.app, request).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leak_is_worth_what_its_calls_cost_as_far_as_the_quota_elsewhere_would_have_paid() {
    let (desk, account) = Desk::with_account("100.00").await;
    buy_passports(&desk, &account).await;
    desk.later(TimeDelta::hours(2));
    // 2,500 calls in the other region at 0.02 are 50.00; the package has 1,000 left: 20.00 of it.
    let calls = "time,path,status,count\n2026-11-22T15:00:00+08:00,/ocr,200,2500\n";
    let rules = "[[rule]]\npath = \"/ocr\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-3\"\n";
    desk.import_by(&account, "calls.csv", calls, rules).await;
    desk.later(TimeDelta::hours(2));
    ipc::commands::start::run_due(&desk.app, crate::desk::of(&account)).await.unwrap();
    let view = found(&desk, &account).await;
    let leak = view.findings.iter().find(|finding| finding.kind == "region-mismatch").unwrap();
    assert_eq!((leak.region.as_str(), leak.other.as_str()), ("ap-southeast-3", "ap-southeast-1"));
    assert_eq!((leak.calls.as_str(), leak.per_month.as_str()), ("2500", "20.00"));
    assert_eq!((leak.effort.as_str(), leak.prepare.sheet.as_str()), ("callers", "compare"));
    assert_eq!((view.looked_at.calls.as_str(), view.looked_at.charged.as_str()), ("2500", "50.00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn quota_for_another_service_is_no_leak_for_nobody_can_call_otherwise() {
    let (desk, account) = Desk::with_account("100.00").await;
    buy_passports(&desk, &account).await;
    desk.later(TimeDelta::hours(2));
    let calls = "time,path,status,count\n2026-11-22T15:00:00+08:00,/ocr,200,100\n";
    let rules = "[[rule]]\npath = \"/ocr\"\nservice = \"id-card-ocr\"\nregion = \"ap-southeast-1\"\n";
    desk.import_by(&account, "calls.csv", calls, rules).await;
    desk.later(TimeDelta::hours(2));
    ipc::commands::start::run_due(&desk.app, crate::desk::of(&account)).await.unwrap();
    let view = found(&desk, &account).await;
    assert_eq!(view.looked_at.calls, "100", "they were looked at");
    assert!(view.findings.is_empty(), "{:?}", view.findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn quota_that_lapsed_is_worth_what_it_had_cost_and_nothing_to_find_says_what_was_looked_at() {
    let (desk, account) = Desk::with_account("100.00").await;
    let view = found(&desk, &account).await;
    assert!(view.findings.is_empty());
    assert_eq!((view.looked_at.calls.as_str(), view.looked_at.terms.as_str()), ("0", "0"));
    keep("cost_findings", Some("first"), &view);
    // A month's package of 10,000 minutes for 100.00; 10 of them are used, and the month ends: 99.90 lapse, 8.325 a month.
    let (desk, account) = world("250.00").await;
    desk.later(TimeDelta::days(40));
    ipc::commands::start::run_due(&desk.app, crate::desk::of(&account)).await.unwrap();
    let view = found(&desk, &account).await;
    let unused = view.findings.iter().find(|finding| finding.kind == "unused").unwrap();
    assert_eq!((unused.effort.as_str(), unused.prepare.sheet.as_str()), ("next-term", "buy"));
    let lapsed = exact(&unused.calls);
    assert_eq!(
        exact(&unused.per_month),
        (lapsed / Decimal::from(1200))
            .round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
    );
    keep("cost_findings", Some("lcic"), &view);
}
