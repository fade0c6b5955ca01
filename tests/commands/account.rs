//! The account itself: its rules, its level and its credit limit.

use ipc::{
    commands::{account, start},
    dto::{
        account::{PreviewCreditLimit, PreviewLevel, SetCreditLimit, SetLevel},
        common::AccountRef,
        start::CreateAccount,
    },
    error::ErrorKind,
};

use crate::{
    desk::{Desk, of},
    replies::{keep, keep_error},
};

/// An account whose stages depend on the customer level.
async fn with_levels() -> (Desk, AccountRef) {
    let desk = Desk::new().await;
    let request = CreateAccount {
        name: "Main".to_owned(),
        policy: "huawei-ocr-cn".to_owned(),
        level: Some("V3".to_owned()),
        opening_balance: "10.00".to_owned(),
    };
    let account = start::create_account(&desk.app, request).await.unwrap();
    desk.told();
    (desk, account)
}

fn to(account: &AccountRef, level: &str) -> PreviewLevel {
    PreviewLevel { account_id: account.id.clone(), level: level.to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_says_what_it_was_opened_under_and_by_which_rules() {
    let (desk, demo) = Desk::with_demo().await;
    let view = account::account(&desk.app, of(&demo)).await.unwrap();
    assert_eq!((view.policy.as_str(), view.level_matters), ("huawei-ocr-intl", false));
    assert!(view.rules.iter().all(|rule| rule.source.is_some()), "{:?}", view.rules);
    keep("account", None, &view);

    let (desk, levelled) = with_levels().await;
    let view = account::account(&desk.app, of(&levelled)).await.unwrap();
    let own: Vec<_> = view.levels.iter().filter(|row| row.own).collect();
    assert_eq!((own.len(), own[0].level.as_str(), own[0].grace_days.as_str()), (1, "V3", "1"), "H-86");
    keep("account", Some("levels"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_does_what_its_preview_said() {
    let (desk, levelled) = with_levels().await;
    let plan = account::preview_level(&desk.app, to(&levelled, "V0")).await.unwrap();
    let days =
        |effect: &ipc::dto::account::LevelEffect| (effect.grace_days.clone(), effect.retention_days.clone());
    assert_eq!(days(&plan.before), ("1".to_owned(), "7".to_owned()), "H-86, V3");
    assert_eq!(days(&plan.after), ("0".to_owned(), "1".to_owned()), "H-86, V0");
    assert_eq!(
        plan.after.freezes_at, plan.supposed_at,
        "without grace the failing settlement freezes (H-87)"
    );
    assert_eq!(plan.before.freezes_at.0 - plan.supposed_at.0, 86_400);
    keep("preview_level", None, &plan);
    let set = SetLevel {
        account_id: levelled.id.clone(),
        level: "V0".to_owned(),
        basis: plan.basis.clone(),
        request_id: "one".to_owned(),
    };
    keep("set_level", None, &account::set_level(&desk.app, set).await.unwrap());
    let view = account::account(&desk.app, of(&levelled)).await.unwrap();
    assert_eq!((view.level.as_str(), view.level_changes.len()), ("V0", 1));

    let refused = account::preview_level(&desk.app, to(&levelled, "V9")).await;
    let refused = keep_error("preview_level", "refused", refused);
    assert_eq!((refused.kind, refused.code.as_str()), (ErrorKind::Refused, "unknown_level"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credit_limit_leaves_what_is_owed_as_it_is() {
    let (desk, owing) = Desk::with_arrears().await;
    let ask = PreviewCreditLimit { account_id: owing.id.clone(), amount: "5.00".to_owned() };
    let plan = account::preview_credit_limit(&desk.app, ask).await.unwrap();
    assert_eq!((plan.after.arrears.as_str(), plan.after.credit_limit.as_str()), ("0.50", "5.00"));
    keep("preview_credit_limit", None, &plan);
    let set = SetCreditLimit {
        account_id: owing.id.clone(),
        amount: "5.00".to_owned(),
        basis: plan.basis.clone(),
        request_id: "one".to_owned(),
    };
    keep("set_credit_limit", None, &account::set_credit_limit(&desk.app, set).await.unwrap());
    assert_eq!(account::account(&desk.app, of(&owing)).await.unwrap().credit_limit, "5.00");
}
