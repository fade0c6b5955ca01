//! Leaving: what a refusal says, what is still billed, what comes back on.

use chrono::TimeDelta;
use ipc::{
    commands::{auto_renew, packages, service, start, unsubscribe},
    dto::{
        common::{AccountRef, BasisView},
        leaving::{PreviewService, PreviewUnsubscribe, SwitchService, Unsubscribe},
    },
};

use crate::{
    desk::{Desk, log, of},
    renewals::{at, switch, switched, with_package},
    replies::{keep, keep_error},
};

fn leave(account: &AccountRef, package: &str) -> PreviewUnsubscribe {
    PreviewUnsubscribe { account_id: account.id.clone(), package_id: package.to_owned() }
}

fn passport(account: &AccountRef, enable: bool) -> PreviewService {
    PreviewService {
        account_id: account.id.clone(),
        service: "passport-ocr".to_owned(),
        region: "ap-southeast-1".to_owned(),
        enable,
    }
}

fn confirmed(asked: PreviewService, basis: &BasisView, request: &str) -> SwitchService {
    SwitchService {
        account_id: asked.account_id,
        service: asked.service,
        region: asked.region,
        enable: asked.enable,
        basis: basis.clone(),
        request_id: request.to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_is_not_taken_back_says_by_which_rule_and_what_stays() {
    let (desk, account) = with_package("60.00").await;
    let plan = unsubscribe::preview(&desk.app, leave(&account, "0")).await.unwrap();
    assert_eq!(plan.refusal.as_ref().map(|error| error.code.as_str()), Some("not_refundable"));
    assert_eq!((plan.rule.as_str(), plan.source.as_deref()), ("H-130", Some("FAQ: refund of a package")));
    assert!(plan.refund.is_none() && plan.tail.is_empty());
    assert_eq!((plan.calls_left.as_str(), plan.valid_to), ("1000", at("2027-11-22T23:59:59+08:00")));
    keep("preview_unsubscribe", None, &plan);
    let renewing = auto_renew::preview(&desk.app, switch(&account, Some(7))).await.unwrap();
    auto_renew::commit(&desk.app, switched(&account, Some(7), &renewing.basis)).await.unwrap();
    let plan = unsubscribe::preview(&desk.app, leave(&account, "0")).await.unwrap();
    let tail: Vec<_> =
        plan.tail.iter().map(|row| (row.kind.as_str(), row.at, row.amount.as_deref())).collect();
    assert_eq!(tail, [("renewal", at("2027-11-15T03:00:00+08:00"), Some("18.00"))]);
    keep("preview_unsubscribe", Some("renewing"), &plan);
    let unsubscribed = Unsubscribe {
        account_id: account.id.clone(),
        package_id: "0".to_owned(),
        basis: renewing.basis,
        request_id: "leave".to_owned(),
    };
    let refused = unsubscribe::commit(&desk.app, unsubscribed).await;
    keep_error("unsubscribe", "refused", refused);
    let unknown = unsubscribe::preview(&desk.app, leave(&account, "7")).await.unwrap_err();
    assert_eq!(unknown.code, "unknown_package");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_service_still_bills_its_open_hour_and_can_be_enabled_again() {
    let (desk, account) = Desk::with_account("10.00").await;
    desk.import(&account, "access.log", &log(&["14:01:00"; 4])).await;
    let plan = service::preview(&desk.app, passport(&account, false)).await.unwrap();
    let tail: Vec<_> = plan.tail.iter().map(|row| (row.at, row.amount.as_deref())).collect();
    assert_eq!(tail, [(at("2026-11-22T15:00:00+08:00"), Some("0.08"))], "H-55");
    keep("preview_service", None, &plan);
    let done =
        service::commit(&desk.app, confirmed(passport(&account, false), &plan.basis, "off")).await.unwrap();
    assert!(!done.enabled);
    keep("switch_service", None, &done);
    service::commit(&desk.app, confirmed(passport(&account, false), &plan.basis, "off")).await.unwrap();
    let ladders = packages::packages(&desk.app, of(&account)).await.unwrap().ladders;
    assert_eq!(ladders.iter().map(|ladder| ladder.enabled).collect::<Vec<_>>(), [false]);
    let again = service::preview(&desk.app, passport(&account, false)).await;
    assert_eq!(keep_error("preview_service", "refused", again).code, "not_enabled");

    let plan = service::preview(&desk.app, passport(&account, true)).await.unwrap();
    assert_eq!(plan.unit_price.as_deref(), Some("0.02"));
    keep("preview_service", Some("enable"), &plan);
    let done =
        service::commit(&desk.app, confirmed(passport(&account, true), &plan.basis, "on")).await.unwrap();
    assert!(done.enabled);
    let again = service::preview(&desk.app, passport(&account, true)).await.unwrap_err();
    assert_eq!(again.code, "already_enabled");
}

#[tokio::test(flavor = "multi_thread")]
async fn disabling_names_the_packages_that_cannot_be_used_meanwhile() {
    let (desk, account) = with_package("60.00").await;
    let plan = service::preview(&desk.app, passport(&account, true)).await.unwrap();
    service::commit(&desk.app, confirmed(passport(&account, true), &plan.basis, "on")).await.unwrap();
    let plan = service::preview(&desk.app, passport(&account, false)).await.unwrap();
    let held: Vec<_> = plan
        .packages
        .iter()
        .map(|held| (held.sku.as_str(), held.left.as_str(), held.renews_itself))
        .collect();
    assert_eq!(held, [("passport-1k", "1000", false)]);
    keep("preview_service", Some("held"), &plan);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_account_enables_nothing_before_it_has_paid() {
    let (desk, account) = Desk::with_arrears().await;
    let plan = service::preview(&desk.app, passport(&account, false)).await.unwrap();
    service::commit(&desk.app, confirmed(passport(&account, false), &plan.basis, "off")).await.unwrap();
    desk.later(TimeDelta::days(16));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let refused = service::preview(&desk.app, passport(&account, true)).await;
    let refused = keep_error("preview_service", "arrears", refused);
    assert_eq!(refused.code, "account_in_arrears");
    assert!(refused.fix.is_some(), "{refused:?}");
}
