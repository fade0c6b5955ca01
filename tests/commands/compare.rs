//! Ways of paying for the same calls, and the switch from one to another.

use ipc::{
    commands::{buy, compare, packages, usage},
    dto::{
        common::AccountRef,
        compare::{CompareQuery, CompareView},
        money_actions::{Buy, PreviewBuy},
        usage::{Bucket, StackedBy, UsageQuery},
    },
};

use crate::{
    desk::{Desk, log, of},
    replies::keep,
};

async fn compared(desk: &Desk, account: &AccountRef, service: &str, days: u32) -> CompareView {
    let query = CompareQuery {
        account_id: account.id.clone(),
        service: service.to_owned(),
        region: "ap-southeast-1".to_owned(),
        days,
    };
    compare::compare(&desk.app, query).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_calls_are_priced_in_every_way_and_the_open_hour_stays_as_it_is() {
    let (desk, account) = Desk::with_account("20.00").await;
    let times = [vec!["13:10:00"; 75], vec!["14:03:00"; 3]].concat();
    desk.import(&account, "access.log", &log(&times)).await;
    let view = compared(&desk, &account, "passport-ocr", 30).await;
    // 78 × 0.02; a package of 1,000 calls costs 18.00.
    let [stay, small, ..] = view.ways.as_slice() else { panic!("{view:?}") };
    assert_eq!((view.calls.as_str(), stay.total.as_str(), stay.billed.as_str()), ("78", "1.56", "78"));
    assert_eq!((small.sku.as_deref(), small.total.as_str()), (Some("passport-1k"), "18.00"));
    assert_eq!(
        (small.from_packages.as_str(), small.left.as_str(), small.saves.as_str()),
        ("78", "922", "-16.44")
    );
    assert!(view.best.is_none() && view.packages.is_empty());
    let open = view.open.unwrap();
    assert_eq!(
        (open.billed.as_str(), open.accrued.as_str()),
        ("3", "0.06"),
        "H-46: they came before the switch"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ways_of_the_demo_are_of_the_calls_that_usage_shows() {
    let (desk, demo) = Desk::with_demo().await;
    let view = compared(&desk, &demo, "passport-ocr", 30).await;
    let query = UsageQuery {
        account_id: demo.id.clone(),
        bucket: Bucket::Day,
        by: StackedBy::PaidBy,
        from: Some(view.from),
        to: Some(view.to),
        service: Some("passport-ocr".to_owned()),
        region: Some("ap-southeast-1".to_owned()),
        project: None,
        chart_width: None,
    };
    assert_eq!(usage::usage(&desk.app, query).await.unwrap().total.billable, view.calls);
    for way in &view.ways {
        assert_eq!(way.why.result.text, way.total);
        let count = |text: &str| text.parse::<u64>().unwrap();
        assert_eq!(count(&way.from_packages) + count(&way.billed), count(&view.calls));
    }
    keep("compare", None, &compared(&desk, &demo, "id-card-ocr", 90).await);
    let shown = packages::packages(&desk.app, of(&demo)).await.unwrap();
    assert!(shown.ladders.iter().all(|ladder| ladder.comparable));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_in_force_says_what_it_becomes_at_its_end() {
    let (desk, account) = Desk::with_account("20.00").await;
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
    let held = compared(&desk, &account, "passport-ocr", 30).await.packages;
    let [package] = held.as_slice() else { panic!("{held:?}") };
    assert_eq!((package.sku.as_str(), package.left.as_str()), ("passport-1k", "1000"));
    assert_eq!(package.at_end, "pay-per-use");
    assert!(package.choices.contains(&package.at_end));
}
