//! Top up and buy: the preview is what is written, once.

use chrono::TimeDelta;
use ipc::{
    commands::{balance, buy, packages, top_up},
    dto::{
        balance::BalanceQuery,
        common::{AccountRef, BasisView},
        money_actions::{Buy, PreviewBuy, PreviewTopUp, TopUp},
    },
    error::{ErrorKind, Fix},
};

use crate::{
    desk::{Desk, log, of},
    replies::{keep, keep_error},
};

fn preview_top_up(account: &AccountRef, amount: &str) -> PreviewTopUp {
    PreviewTopUp { account_id: account.id.clone(), amount: amount.to_owned() }
}

fn top_up(account: &AccountRef, amount: &str, basis: &BasisView, request: &str) -> TopUp {
    TopUp {
        account_id: account.id.clone(),
        amount: amount.to_owned(),
        basis: basis.clone(),
        request_id: request.to_owned(),
    }
}

fn preview_buy(account: &AccountRef, sku: &str) -> PreviewBuy {
    PreviewBuy { account_id: account.id.clone(), sku: sku.to_owned(), application: None }
}

fn buy(account: &AccountRef, sku: &str, basis: &BasisView, request: &str) -> Buy {
    Buy {
        account_id: account.id.clone(),
        sku: sku.to_owned(),
        application: None,
        basis: basis.clone(),
        request_id: request.to_owned(),
    }
}

async fn balance_now(desk: &Desk, account: &AccountRef) -> String {
    let query = BalanceQuery { account_id: account.id.clone(), days: 1, after: None, chart_width: None };
    balance::balance(&desk.app, query).await.unwrap().position.balance
}

#[tokio::test(flavor = "multi_thread")]
async fn a_top_up_does_what_its_preview_said() {
    let (desk, demo) = Desk::with_demo().await;
    let before = balance_now(&desk, &demo).await;
    let plan = top_up::preview(&desk.app, preview_top_up(&demo, "120.00")).await.unwrap();
    assert_eq!((plan.before.balance.as_str(), plan.to_balance.as_str()), (before.as_str(), "120.00"));
    assert_eq!(balance_now(&desk, &demo).await, before, "a preview changes nothing");
    keep("preview_top_up", None, &plan);
    let done = top_up::commit(&desk.app, top_up(&demo, "120.00", &plan.basis, "one")).await.unwrap();
    assert_eq!(done.after.balance, plan.after.balance);
    assert_eq!(balance_now(&desk, &demo).await, plan.after.balance);
    assert_eq!(desk.told(), ["today", "balance", "bills"]);
    keep("top_up", None, &done);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_top_up_pays_what_is_owed_first_and_says_so() {
    let (desk, account) = Desk::with_arrears().await;
    let plan = top_up::preview(&desk.app, preview_top_up(&account, "10")).await.unwrap();
    let parts = (plan.to_arrears.as_str(), plan.to_credit.as_str(), plan.to_balance.as_str());
    assert_eq!(parts, ("0.50", "0.00", "9.50"));
    assert_eq!((plan.after.arrears.as_str(), plan.why.rule.as_str()), ("0.00", "H-64"));
    keep("preview_top_up", Some("arrears"), &plan);
}

#[tokio::test(flavor = "multi_thread")]
async fn confirming_twice_pays_once_and_says_the_same() {
    let (desk, account) = Desk::with_arrears().await;
    let plan = top_up::preview(&desk.app, preview_top_up(&account, "10.00")).await.unwrap();
    let first = top_up::commit(&desk.app, top_up(&account, "10.00", &plan.basis, "one")).await.unwrap();
    let again = top_up::commit(&desk.app, top_up(&account, "10.00", &plan.basis, "one")).await.unwrap();
    assert_eq!(balance_now(&desk, &account).await, "9.50");
    assert_eq!((again.to_arrears, again.to_balance), (first.to_arrears, first.to_balance));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_whose_books_moved_is_stale_and_asks_for_another() {
    let (desk, account) = Desk::with_account("0.00").await;
    let plan = top_up::preview(&desk.app, preview_top_up(&account, "10.00")).await.unwrap();
    top_up::commit(&desk.app, top_up(&account, "10.00", &plan.basis, "one")).await.unwrap();
    let late = top_up::commit(&desk.app, top_up(&account, "10.00", &plan.basis, "two")).await;
    let stale = keep_error("top_up", "stale", late);
    assert_eq!((stale.kind, stale.fix), (ErrorKind::Stale, Some(Fix::PreviewAgain)));
    assert_eq!(balance_now(&desk, &account).await, "10.00");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_outside_the_limits_is_refused_with_the_limits() {
    let (desk, account) = Desk::with_account("0.00").await;
    let refused = top_up::preview(&desk.app, preview_top_up(&account, "1000000.01")).await;
    let refused = keep_error("preview_top_up", "refused", refused);
    assert_eq!((refused.kind, refused.code.as_str()), (ErrorKind::Refused, "invalid_amount"));
    assert_eq!(refused.args.get("highest").map(String::as_str), Some("1000000.00"), "H-63");
    for wrong in ["", "1.005", "abc", "1e3"] {
        let invalid = top_up::preview(&desk.app, preview_top_up(&account, wrong)).await.unwrap_err();
        assert_eq!((invalid.kind, invalid.code.as_str()), (ErrorKind::Invalid, "not_an_amount"), "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_pays_for_the_calls_after_its_purchase() {
    let (desk, account) = Desk::with_account("500.00").await;
    let offers = packages::offers(&desk.app, of(&account)).await.unwrap().offers;
    let offer =
        offers.iter().find(|offer| offer.service == "passport-ocr" && offer.region == "ap-southeast-1");
    let offer = offer.unwrap();
    let plan = buy::preview(&desk.app, preview_buy(&account, &offer.sku)).await.unwrap();
    assert_eq!((plan.order, plan.before_it.as_str()), (1, "0"));
    assert_eq!(
        (plan.price.as_str(), plan.from_balance.as_str()),
        (offer.price.as_str(), offer.price.as_str())
    );
    let done = buy::commit(&desk.app, buy(&account, &offer.sku, &plan.basis, "one")).await.unwrap();
    assert_eq!(done.package_id, plan.package_id);
    assert!(desk.told().contains(&"packages"));
    let again = buy::commit(&desk.app, buy(&account, &offer.sku, &plan.basis, "one")).await.unwrap();
    assert_eq!((again.package_id, again.from_balance), (done.package_id.clone(), done.from_balance.clone()));
    desk.later(TimeDelta::minutes(10));
    desk.import(&account, "access.log", &log(&["14:12:00", "14:13:00"])).await;
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    assert_eq!(view.packages.iter().map(|row| row.used.as_str()).collect::<Vec<_>>(), ["2"]);
    assert_eq!(balance_now(&desk, &account).await, done.after.balance, "nothing is charged beside");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_passed_over_in_another_region() {
    let (desk, account) = Desk::with_account("500.00").await;
    let plan = buy::preview(&desk.app, preview_buy(&account, "passport-10k")).await.unwrap();
    buy::commit(&desk.app, buy(&account, "passport-10k", &plan.basis, "one")).await.unwrap();
    let elsewhere = crate::desk::RULES.replace("ap-southeast-1", "ap-southeast-3");
    desk.import_by(&account, "access.log", &log(&["14:01:00"]), &elsewhere).await;
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    let ladder = view.ladders.iter().find(|ladder| ladder.region == "ap-southeast-3").unwrap();
    let passed_over: Vec<_> =
        ladder.passed_over.iter().map(|one| (one.sku.as_str(), one.reason.as_str())).collect();
    assert_eq!(passed_over, [("passport-10k", "region_mismatch")], "H-26");
    assert_eq!(ladder.rungs.len(), 1, "only pay-per-use is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_package_stands_behind_the_first() {
    let (desk, demo) = Desk::with_demo().await;
    let held = packages::packages(&desk.app, of(&demo)).await.unwrap();
    let first = held.packages.iter().find(|row| row.state == "active" && row.order == Some(1)).unwrap();
    let plan = top_up::preview(&desk.app, preview_top_up(&demo, "5000.00")).await.unwrap();
    top_up::commit(&desk.app, top_up(&demo, "5000.00", &plan.basis, "money")).await.unwrap();
    let plan = buy::preview(&desk.app, preview_buy(&demo, &first.sku)).await.unwrap();
    assert!(plan.order >= 2);
    assert!(plan.before_it.parse::<u64>().unwrap() >= first.remaining.parse::<u64>().unwrap());
    keep("preview_buy", None, &plan);
    let done = buy::commit(&desk.app, buy(&demo, &first.sku, &plan.basis, "one")).await.unwrap();
    assert_eq!(done.after.spendable_now, plan.after.spendable_now);
    keep("buy", None, &done);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purchase_that_cannot_be_paid_says_what_is_missing() {
    let (desk, account) = Desk::with_account("1.00").await;
    let offers = packages::offers(&desk.app, of(&account)).await.unwrap().offers;
    let refused = buy::preview(&desk.app, preview_buy(&account, &offers[0].sku)).await;
    let refused = keep_error("preview_buy", "refused", refused);
    assert_eq!((refused.kind, refused.code.as_str()), (ErrorKind::Refused, "insufficient_balance"));
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    let Some(Fix::TopUp { amount }) = &refused.fix else { panic!("a top-up would do: {refused:?}") };
    assert_eq!(cents(amount), cents(&offers[0].price) - 100);
    let plan = top_up::preview(&desk.app, preview_top_up(&account, amount)).await.unwrap();
    top_up::commit(&desk.app, top_up(&account, amount, &plan.basis, "one")).await.unwrap();
    assert!(buy::preview(&desk.app, preview_buy(&account, &offers[0].sku)).await.is_ok(), "the fix does");
}

#[tokio::test(flavor = "multi_thread")]
async fn buying_is_refused_while_something_is_owed() {
    let (desk, account) = Desk::with_arrears().await;
    let refused = buy::preview(&desk.app, preview_buy(&account, "passport-1k")).await;
    let refused = keep_error("preview_buy", "arrears", refused);
    assert_eq!(refused.code, "account_in_arrears", "H-31");
    assert_eq!(refused.fix, Some(Fix::TopUp { amount: "0.50".to_owned() }));
    let unknown = buy::preview(&desk.app, preview_buy(&account, "no-such-offer")).await.unwrap_err();
    assert_eq!((unknown.kind, unknown.code.as_str()), (ErrorKind::Refused, "unknown_offer"));
}
