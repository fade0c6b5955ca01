//! Classes of applications, in minutes.

use billing::{
    Account, Command, Event, Refusal, ResourceKey, Terms, Usage,
    policy::{ResourceKind, Stops, Uncovered, UsageUnit},
};

use crate::{Life, OPENED, at};

fn application() -> ResourceKey {
    ResourceKey::application("lcic", "app-1")
}

/// Minutes of applications; a package is the licence to run.
fn terms() -> Terms {
    let mut terms = Terms::example();
    terms.policy.resources = ResourceKind::Applications { service: "lcic".into() };
    terms.policy.unit = UsageUnit::AttendanceSecond;
    terms.policy.uncovered = Uncovered::Suspend;
    terms.policy.arrears.stops = Stops::Everything;
    terms.offers[0].resource = ResourceKey::new("lcic", "");
    terms
}

/// With an application that has a package.
fn school() -> Life {
    let mut life = Life::open(terms(), "15.00");
    let buy = Command::Buy {
        sku: "passport-1k".into(),
        application: Some("app-1".into()),
        starts_at: None,
        auto_renew: false,
    };
    life.act(OPENED, &Command::Enable { resource: application(), since: None }).act(OPENED, &buy);
    life
}

/// Attendance that a record shows.
fn recorded(account: &Account, now: &str) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    account.clone().meter_answered(&Usage::attendance(application(), at(now), 60), &mut events)?;
    Ok(events)
}

#[test]
fn recorded_attendance_counts_unless_the_customer_or_a_ban_had_stopped_the_application() {
    let mut life = school();
    life.act("2023-01-02T10:00:00", &Command::Ban { resource: application() }).pass("2023-01-03T00:00:00");
    assert!(recorded(&life.account, "2023-01-02T09:59:59").is_ok());
    assert_eq!(recorded(&life.account, "2023-01-02T10:00:00"), Err(Refusal::Banned));
    assert_eq!(recorded(&life.account, "2023-01-02T10:00:01"), Err(Refusal::Banned));

    let mut life = school();
    life.act("2023-01-02T10:00:00", &Command::Disable { resource: application() })
        .pass("2023-01-03T00:00:00");
    assert!(recorded(&life.account, "2023-01-02T09:59:59").is_ok());
    assert_eq!(recorded(&life.account, "2023-01-02T10:00:00"), Err(Refusal::NotEnabled));
}

#[test]
fn a_class_that_ended_may_be_held_again() {
    let mut life = school();
    let start = Command::StartClass { resource: application(), class: "c1".into() };
    let finish = Command::FinishClass { resource: application(), class: "c1".into(), seconds: 90 };
    life.act("2023-01-02T10:00:00", &start);
    assert_eq!(life.refusal("2023-01-02T10:30:00", &start), Some(Refusal::AlreadyEnabled));
    life.act("2023-01-02T11:00:00", &finish);
    assert_eq!(life.refusal("2023-01-02T11:00:01", &finish), Some(Refusal::UnknownResource));
    life.act("2023-01-02T12:00:00", &start);
    assert_eq!(life.account.packages[0].cycles[0].remaining(), 998, "90 seconds are two minutes");
}
