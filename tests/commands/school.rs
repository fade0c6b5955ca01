//! A school: an account of applications, and what is done with it.

use app::action;
use billing::{Command, ResourceKey};
use chrono::TimeDelta;
use ipc::{
    IpcError,
    commands::{applications, buy, packages, service, start, top_up},
    dto::{
        applications::{OveragePlan, PreviewOverage, SetOverage},
        common::AccountRef,
        leaving::{PreviewService, ServicePlan, SwitchService},
        money_actions::{Buy, BuyPlan, PreviewBuy, PreviewTopUp, TopUp},
        start::{CreateAccount, Start, Startup},
        usage::{Bucket, StackedBy, UsageQuery},
    },
};

use crate::desk::{Desk, of};

/// One package of the sample price list: 10,000 minutes for 100.00.
pub const SKU: &str = "lcic-monthly-10k";

/// Attendance of everybody together: maths stays within its package, music has 2,000 minutes more than it bought.
pub const ATTENDANCE: &str = "id,application,class,left,seconds\n\
    r-1,maths,m-1,2026-11-20T10:00:00+08:00,36000\n\
    r-2,maths,m-2,2026-11-21T10:00:00+08:00,72030\n\
    r-3,music,c-1,2026-11-20T11:00:00+08:00,660000\n\
    r-4,music,c-2,2026-11-21T11:00:00+08:00,60000\n";

pub async fn school(desk: &Desk, balance: &str) -> AccountRef {
    let request = CreateAccount {
        name: "School".to_owned(),
        policy: "tencent-lcic".to_owned(),
        level: None,
        opening_balance: balance.to_owned(),
    };
    start::create_account(&desk.app, request).await.unwrap()
}

pub fn switch(account: &AccountRef, application: &str, enable: bool) -> PreviewService {
    PreviewService {
        account_id: account.id.clone(),
        service: "lcic".to_owned(),
        region: application.to_owned(),
        enable,
    }
}

pub async fn switched(desk: &Desk, asked: PreviewService) -> Result<ServicePlan, IpcError> {
    let plan = service::preview(&desk.app, asked.clone()).await?;
    let request_id = format!("{} {} {}", asked.region, asked.enable, plan.basis.write);
    let request = SwitchService {
        account_id: asked.account_id,
        service: asked.service,
        region: asked.region,
        enable: asked.enable,
        basis: plan.basis,
        request_id,
    };
    service::commit(&desk.app, request).await
}

async fn make(desk: &Desk, account: &AccountRef, application: &str) {
    switched(desk, switch(account, application, true)).await.unwrap();
}

pub fn wish(account: &AccountRef, application: &str) -> PreviewBuy {
    PreviewBuy {
        account_id: account.id.clone(),
        sku: SKU.to_owned(),
        application: Some(application.to_owned()),
    }
}

pub async fn bought(desk: &Desk, account: &AccountRef, application: &str) -> BuyPlan {
    let asked = wish(account, application);
    let plan = buy::preview(&desk.app, asked.clone()).await.unwrap();
    let request_id = format!("buy {application} {}", plan.basis.write);
    let PreviewBuy { account_id, sku, application } = asked;
    let request = Buy { account_id, sku, application, basis: plan.basis, request_id };
    buy::commit(&desk.app, request).await.unwrap()
}

pub async fn overage(desk: &Desk, account: &AccountRef, application: &str, on: bool) -> OveragePlan {
    let asked = PreviewOverage { account_id: account.id.clone(), application: application.to_owned(), on };
    let plan = applications::preview_overage(&desk.app, asked).await.unwrap();
    let request = SetOverage {
        account_id: account.id.clone(),
        application: application.to_owned(),
        on,
        request_id: format!("overage {application} {on} {}", plan.basis.write),
        basis: plan.basis,
    };
    applications::set_overage(&desk.app, request).await.unwrap()
}

pub fn by_day(account: &AccountRef) -> UsageQuery {
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

/// A school with five applications, ten days old: maths runs, music has used everything up, history has no package,
/// physics was disabled, and art was banned.
pub async fn world(balance: &str) -> (Desk, AccountRef) {
    let desk = Desk::new().await;
    desk.later(TimeDelta::days(-10));
    let account = school(&desk, balance).await;
    for application in ["maths", "music", "history", "physics", "art"] {
        make(&desk, &account, application).await;
    }
    bought(&desk, &account, "maths").await;
    bought(&desk, &account, "music").await;
    switched(&desk, switch(&account, "physics", false)).await.unwrap();
    let banned = Command::Ban { resource: ResourceKey::application("lcic", "art") };
    let id = app::ledger::AccountId(account.id.parse().unwrap());
    action::commit(desk.app.books(), id, "ban", &banned, None, "ban").await.unwrap();
    desk.later(TimeDelta::days(10));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    desk.import_by(&account, "attendance.csv", ATTENDANCE, "").await;
    (desk, account)
}

/// What the window begins with; its folder differs from run to run.
pub async fn started(desk: &Desk) -> Startup {
    let startup = start::start(&desk.app, Start {}).await.unwrap();
    Startup { data_dir: "~/.local/share/tollbook".to_owned(), ..startup }
}

/// The state of each application and what stops it.
pub async fn states(desk: &Desk, account: &AccountRef) -> Vec<String> {
    let ladders = packages::packages(&desk.app, of(account)).await.unwrap().ladders;
    let applications = ladders.into_iter().filter_map(|ladder| ladder.application);
    let state = applications.map(|application| {
        let causes: Vec<_> = application.causes.into_iter().map(|cause| cause.cause).collect();
        format!("{} {} {}", application.name, application.state, causes.join("+")).trim_end().to_owned()
    });
    state.collect()
}

pub async fn top_up(desk: &Desk, account: &AccountRef, amount: &str) {
    let asked = PreviewTopUp { account_id: account.id.clone(), amount: amount.to_owned() };
    let plan = top_up::preview(&desk.app, asked).await.unwrap();
    let request = TopUp {
        account_id: account.id.clone(),
        amount: amount.to_owned(),
        request_id: format!("top up {}", plan.basis.write),
        basis: plan.basis,
    };
    top_up::commit(&desk.app, request).await.unwrap();
}
