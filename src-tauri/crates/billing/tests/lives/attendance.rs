//! Classes of applications, in minutes.

use billing::{
    Account, Command, Event, Refusal, ResourceKey, Terms, Usage,
    event::What,
    policy::{ResourceKind, Stops, Uncovered, UsageUnit},
    price::{Price, PriceList},
};

use crate::{FIRST, Life, OPENED, at};

/// The application of these tests.
pub fn application() -> ResourceKey {
    ResourceKey::application("lcic", "app-1")
}

/// Minutes of applications; a package is the licence to run.
pub fn terms() -> Terms {
    let mut terms = Terms::example();
    terms.policy.resources = ResourceKind::Applications { service: "lcic".into() };
    terms.policy.unit = UsageUnit::AttendanceSecond;
    terms.policy.uncovered = Uncovered::Suspend;
    terms.policy.arrears.stops = Stops::Everything;
    terms.offers[0].resource = ResourceKey::new("lcic", "");
    let price = terms.prices.all()[0].clone();
    terms.prices = PriceList::new(vec![Price { service: "lcic".into(), region: String::new(), ..price }]);
    terms
}

/// Attendance of so many minutes.
pub fn minutes(now: &str, minutes: u64) -> Command {
    Command::Use(Usage::attendance(application(), at(now), minutes * 60))
}

/// The package of the examples, for it.
pub fn buy() -> Command {
    let application = Some("app-1".into());
    Command::Buy { sku: "passport-1k".into(), application, starts_at: None, auto_renew: false }
}

/// With an application that has a package of 1,000 minutes, and no money left.
pub fn school() -> Life {
    with_balance("15.00")
}

fn with_balance(balance: &str) -> Life {
    let mut life = Life::open(terms(), balance);
    life.act(OPENED, &Command::Enable { resource: application(), since: None }).act(OPENED, &buy());
    life
}

/// Ten minutes beyond its package, 0.20, are owed since 11:00 of the second day; the package was renewed.
pub fn owing() -> Life {
    let mut life = with_balance("30.00");
    life.act(OPENED, &Command::Renew { package: FIRST, terms: 1, align_to: None })
        .act(OPENED, &Command::SetOverage { resource: application(), on: true })
        .act("2023-01-02T10:00:00", &minutes("2023-01-02T10:00:00", 1_010));
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

#[test]
fn nothing_is_bought_for_an_application_that_is_banned() {
    let mut life = with_balance("30.00");
    assert_eq!(life.refusal("2023-01-02T10:00:00", &buy()), None);
    life.act("2023-01-02T10:00:00", &Command::Ban { resource: application() });
    assert_eq!(life.refusal("2023-01-02T10:00:00", &buy()), Some(Refusal::Banned));
}

#[test]
fn the_release_ends_terms_that_have_begun_and_no_others() {
    let mut life = owing();
    // 15 and 15 days after 11:00.
    life.pass("2023-02-01T11:00:00");
    let ended: Vec<_> = life
        .events
        .iter()
        .filter_map(|event| match event.what {
            What::CycleEnded { package, cycle, lapsed } => Some((package, cycle, lapsed)),
            _ => None,
        })
        .collect();
    assert_eq!(ended, [(FIRST, 0, 0)], "of the renewal no quota was there yet");
    assert_eq!(life.account.packages[0].void_since, Some(at("2023-02-01T11:00:00")));
}
