//! Classes that are begun and ended by hand.

use billing::Money;
use chrono::TimeDelta;
use ipc::{
    IpcError,
    commands::{classes, import, packages},
    dto::{
        applications::{ClassPlan, PreviewClass, SwitchClass},
        common::AccountRef,
        import::{PreviewImport, RulesChoice},
    },
};

use crate::{
    desk::{Desk, of},
    replies::{keep, keep_error},
    school::{overage, world},
};

fn class(account: &AccountRef, application: &str, attended: Option<&str>) -> PreviewClass {
    PreviewClass {
        account_id: account.id.clone(),
        application: application.to_owned(),
        class: "m-9".to_owned(),
        attended: attended.map(str::to_owned),
    }
}

async fn switched(desk: &Desk, asked: PreviewClass) -> Result<ClassPlan, IpcError> {
    let plan = classes::preview(&desk.app, asked.clone()).await?;
    let request_id = format!("class {:?} {}", asked.attended, plan.basis.write);
    let PreviewClass { account_id, application, class, attended } = asked;
    let request = SwitchClass { account_id, application, class, attended, basis: plan.basis, request_id };
    classes::commit(&desk.app, request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_class_begins_runs_and_ends_with_what_was_attended() {
    let (desk, account) = world("250.00").await;
    let plan = classes::preview(&desk.app, class(&account, "maths", None)).await.unwrap();
    let classes_of =
        |plan: &ClassPlan| plan.change.after.classes.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!((classes_of(&plan), plan.metered.is_none()), (vec!["m-9".to_owned()], true));
    keep("preview_class", None, &plan);
    keep("switch_class", None, &switched(&desk, class(&account, "maths", None)).await.unwrap());
    let twice = classes::preview(&desk.app, class(&account, "maths", None)).await;
    assert_eq!(keep_error("preview_class", "runs", twice).code, "class_runs");
    keep("packages", Some("lcic-class"), &packages::packages(&desk.app, of(&account)).await.unwrap());

    desk.later(TimeDelta::hours(1));
    let plan = classes::preview(&desk.app, class(&account, "maths", Some("10:00"))).await.unwrap();
    let metered = plan.metered.as_ref().unwrap();
    // Ten people for an hour; of 10,000 minutes 600 and 1,201 are gone, and 600 more.
    assert_eq!((metered.minutes.as_str(), metered.from_packages.as_str()), ("600", "600"));
    assert_eq!((metered.cost.as_str(), plan.left.as_str()), ("0.00", "7599"));
    assert_eq!(metered.why.result.text, "600");
    keep("preview_class", Some("finish"), &plan);
    let done = switched(&desk, class(&account, "maths", Some("10:00"))).await.unwrap();
    assert!(classes_of(&done).is_empty());
    keep("switch_class", Some("finish"), &done);
    let over = classes::preview(&desk.app, class(&account, "maths", Some("1:00"))).await.unwrap_err();
    assert_eq!(over.code, "no_class");
    let wrong = classes::preview(&desk.app, class(&account, "maths", Some("ten"))).await.unwrap_err();
    assert_eq!(wrong.code, "invalid_value");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_class_that_nothing_may_pay_for_is_refused_and_one_that_runs_goes_on_for_nothing() {
    let (desk, account) = world("250.00").await;
    let refused = classes::preview(&desk.app, class(&account, "music", None)).await;
    assert_eq!(keep_error("preview_class", "suspended", refused).code, "resource_suspended");
    overage(&desk, &account, "music", true).await;
    switched(&desk, class(&account, "music", None)).await.unwrap();
    let charged = classes::preview(&desk.app, class(&account, "music", Some("100:00"))).await.unwrap();
    let metered = charged.metered.as_ref().unwrap();
    // 6,000 minutes at 0.0015.
    assert_eq!((metered.overage.as_str(), metered.cost.as_str()), ("6000", "9.00"));
    assert_eq!(metered.cost_why.result.text, Money::from_cents(900).to_string());
    overage(&desk, &account, "music", false).await;
    let free = classes::preview(&desk.app, class(&account, "music", Some("100:00"))).await.unwrap();
    let metered = free.metered.as_ref().unwrap();
    assert_eq!((metered.uncovered.as_str(), metered.cost.as_str()), ("6000", "0.00"));
    keep("preview_class", Some("uncovered"), &free);
}

#[tokio::test(flavor = "multi_thread")]
async fn attendance_that_nothing_may_pay_for_is_named_before_it_is_imported() {
    let (desk, account) = world("250.00").await;
    let rows = "id,application,joined,left\n\
        p-1,maths,2026-11-22T09:00:00+08:00,2026-11-22T09:30:00+08:00\n\
        p-2,music,2026-11-22T10:00:00+08:00,2026-11-22T10:40:00+08:00\n";
    let request = PreviewImport {
        source: "classroom".to_owned(),
        rules: RulesChoice { path: None, text: None, last: true },
        ..desk.reading(&account, &[&desk.file("attendance-3.csv", rows)])
    };
    let view = import::preview(&desk.app, request).await.unwrap();
    let lines: Vec<_> = view
        .lines
        .iter()
        .map(|line| (line.region.as_str(), line.billable.as_str(), line.uncovered.as_str()))
        .collect();
    assert_eq!(lines, [("maths", "30", "0"), ("music", "40", "40")]);
    assert_eq!((view.uncovered.as_str(), view.cost.as_str()), ("40", "0.00"));
    keep("preview_import", Some("lcic-uncovered"), &view);
}
