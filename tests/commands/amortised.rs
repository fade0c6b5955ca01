//! What months and days cost when packages are spread over the days they pay for.

use chrono::TimeDelta;
use ipc::{
    commands::{amortised, bills, buy},
    dto::{
        amortised::{AmortisedQuery, AmortisedView},
        common::AccountRef,
        money_actions::{Buy, PreviewBuy},
    },
};
use rust_decimal::Decimal;

use crate::{
    desk::{Desk, bills_of, log},
    replies::keep,
};

async fn costs(desk: &Desk, account: &AccountRef, month: Option<&str>) -> AmortisedView {
    let query = AmortisedQuery { account_id: account.id.clone(), month: month.map(str::to_owned) };
    amortised::amortised(&desk.app, query).await.unwrap()
}

fn exact(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Buys 1,000 calls for 18.00 on 22 November 2026, for a year.
async fn bought() -> (Desk, AccountRef) {
    let (desk, account) = Desk::with_account("20.00").await;
    desk.import(&account, "access.log", &log(&["13:10:00", "13:10:00"])).await;
    let preview =
        PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let plan = buy::preview(&desk.app, preview).await.unwrap();
    let request = Buy {
        account_id: account.id.clone(),
        sku: "passport-1k".to_owned(),
        application: None,
        basis: plan.basis,
        request_id: "buy".to_owned(),
    };
    buy::commit(&desk.app, request).await.unwrap();
    (desk, account)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_costs_a_share_of_its_price_a_day_and_the_rest_is_for_later() {
    let (desk, account) = bought().await;
    let view = costs(&desk, &account, None).await;
    let [november] = view.rows.as_slice() else { panic!("{view:?}") };
    // 18 ÷ 365 = 0.04931506…, for the one day so far; 2 × 0.02 of usage; 18.04 moved.
    assert_eq!(november.when, "2026-11");
    assert_eq!(november.packages.amount, "0.04931506");
    assert_eq!(november.usage.amount, "0.04000000");
    assert_eq!((november.cost.amount.as_str(), november.cost.rounded.as_str()), ("0.08931506", "0.09"));
    assert_eq!(november.cash.as_ref().unwrap().amount, "18.04");
    assert_eq!(view.later.amount, "17.95068494");
    let days = costs(&desk, &account, Some("2026-11")).await;
    assert_eq!(days.rows.len(), 1);
    assert_eq!((&days.total.cost.amount, &days.later.amount), (&november.cost.amount, &view.later.amount));
    assert!(days.rows[0].cash.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shares_of_all_months_are_the_price() {
    let (desk, account) = bought().await;
    desk.later(TimeDelta::days(400));
    ipc::commands::start::run_due(&desk.app, crate::desk::of(&account)).await.unwrap();
    let view = costs(&desk, &account, None).await;
    assert_eq!(view.rows.len(), 13, "November 2026 to November 2027");
    assert_eq!(view.rows[0].when, "2027-11", "the newest first");
    // The ninth to the last: 31 days of 0.04931506; the last month 21 days, the last of them with the rest.
    assert_eq!(view.rows[1].packages.amount, "1.52876686");
    let sum: Decimal = view.rows.iter().map(|row| exact(&row.packages.amount)).sum();
    assert_eq!((sum, view.later.amount.as_str()), (exact("18"), "0.00000000"));
    assert_eq!(exact(&view.total.cost.amount), exact(&view.total.cash.as_ref().unwrap().amount));
}

#[tokio::test(flavor = "multi_thread")]
async fn months_of_the_demo_are_their_days_and_cost_and_later_are_what_moved() {
    let (desk, demo) = Desk::with_demo().await;
    let view = costs(&desk, &demo, None).await;
    let moved: Decimal = bills::bills(&desk.app, bills_of(&demo))
        .await
        .unwrap()
        .bills
        .iter()
        .map(|bill| exact(&bill.total))
        .sum();
    assert_eq!(exact(&view.total.cost.amount) + exact(&view.later.amount), moved);
    for row in view.rows.iter().take(3) {
        let days = costs(&desk, &demo, Some(&row.when)).await;
        assert_eq!(days.total.cost.amount, row.cost.amount, "{}", row.when);
        assert_eq!(days.total.packages.amount, row.packages.amount);
        let sum: Decimal = days.rows.iter().map(|day| exact(&day.cost.amount)).sum();
        assert_eq!(sum, exact(&row.cost.amount));
        for part in days.rows.iter().flat_map(|day| [&day.usage, &day.packages, &day.cost]) {
            assert_eq!(part.why.result.text, part.amount);
        }
    }
    keep("amortised", None, &view);
    keep("amortised", Some("days"), &costs(&desk, &demo, Some(&view.rows[0].when)).await);
}
