//! Accounts of applications, opened by the command line and looked at in the window.

use app::books::Opening;
use billing::Money;
use chrono::TimeDelta;
use ipc::{
    commands::{start, usage},
    dto::{
        common::Seconds,
        start::Start,
        usage::{Bucket, StackedBy, UsageHoursQuery, UsageQuery},
    },
};

use crate::desk::{Desk, now};

const ATTENDANCE: &str = "id,application,joined,left\n\
    r-1,maths,2026-11-21T09:00:00+08:00,2026-11-21T09:30:00+08:00\n\
    r-2,music,2026-11-21T10:00:00+08:00,2026-11-21T10:10:30+08:00\n";

#[tokio::test(flavor = "multi_thread")]
async fn applications_are_told_apart_by_their_names() {
    let desk = Desk::new().await;
    let opening = Opening {
        name: "School".to_owned(),
        policy: "tencent-lcic".to_owned(),
        level: None,
        currency: None,
        balance: Money::from_cents(10_000),
        opened_at: now() - TimeDelta::days(3),
        sample: false,
    };
    let id = desk.app.books().open_account(&opening).await.unwrap();
    let started = start::start(&desk.app, Start {}).await.unwrap();
    let account = started.accounts.into_iter().find(|account| account.id == id.0.to_string()).unwrap();
    let preview = desk.import_by(&account, "attendance.csv", ATTENDANCE, "").await;
    let places: Vec<_> =
        preview.lines.iter().map(|line| (line.region.as_str(), line.billable.as_str())).collect();
    assert_eq!(places, [("maths", "30"), ("music", "11")], "minutes of the running total");

    let query = UsageQuery {
        account_id: account.id.clone(),
        bucket: Bucket::Day,
        by: StackedBy::Region,
        from: None,
        to: None,
        service: None,
        region: Some("music".to_owned()),
        project: None,
        chart_width: None,
    };
    let view = usage::usage(&desk.app, query).await.unwrap();
    let rows: Vec<_> = view.rows.iter().map(|row| (row.service.as_str(), row.region.as_str())).collect();
    assert_eq!(rows, [("lcic", "music")]);
    let query = UsageHoursQuery {
        account_id: account.id.clone(),
        service: "lcic".to_owned(),
        region: "maths".to_owned(),
        project: String::new(),
        from: Seconds((now() - TimeDelta::days(2)).timestamp()),
        to: Seconds(now().timestamp()),
        after: None,
    };
    assert_eq!(usage::hours(&desk.app, query).await.unwrap().hours.len(), 1);
}
