//! Usage at the edges: what the provider answered, what is taken out again, what lies before an account's first day.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use billing::{
    Account, Command, Event, Instant, Money, PackageId, Refusal, ResourceKey, Terms, Usage,
    alert::NoticeKind,
    command::UndoneUsage,
    decide,
    engine::due::Phase,
    event::{Deduction, Metered, What},
    lifecycle::Stage,
    price::{Price, PriceList, Tier},
    zone::{Term, parse_instant},
};
use chrono::TimeDelta;

const OPENED: &str = "2023-01-01T00:00:00";
const FIRST: PackageId = PackageId(0);

fn at(text: &str) -> Instant {
    parse_instant(&format!("{text}+08:00")).unwrap()
}

fn passport() -> ResourceKey {
    ResourceKey::new("passport-ocr", "ap-southeast-1")
}

fn calls(now: &str, count: u64) -> Usage {
    Usage::calls("passport-ocr", "ap-southeast-1", at(now), count)
}

fn account(terms: Terms, balance: &str) -> Account {
    let (account, _) = Account::open(Arc::new(terms), at(OPENED), Money::parse(balance).unwrap()).unwrap();
    after(&account, &Command::Enable { resource: passport(), since: None }, OPENED)
}

fn after(account: &Account, command: &Command, now: &str) -> Account {
    decide(account, command, at(now)).unwrap().account
}

/// Up to an instant, and what happened.
fn advanced(account: &Account, to: &str) -> (Account, Vec<Event>) {
    let (mut account, mut events) = (account.clone(), Vec::new());
    account.advance(at(to), &mut events).unwrap();
    (account, events)
}

fn metered(account: &Account, usage: &Usage) -> Result<(Account, Vec<Event>), Refusal> {
    let (mut account, mut events) = (account.clone(), Vec::new());
    account.meter(usage, &mut events)?;
    Ok((account, events))
}

/// A price for which a call is a unit of 100,000.00.
fn dear() -> Terms {
    let mut terms = Terms::example();
    let unit_price = billing::UnitPrice::parse("100000").unwrap();
    let tiers = vec![Tier { up_to: None, unit_price }];
    let (service, region) = (passport().service, passport().region);
    terms.prices = PriceList::new(vec![Price { service, region, from: None, tiers }]);
    terms
}

#[test]
fn what_the_provider_answered_counts_although_the_books_had_refused_it() {
    let owing = metered(
        &advanced(&account(Terms::example(), "0.00"), "2023-01-01T09:10:00").0,
        &calls("2023-01-01T09:10:00", 10),
    );
    let (frozen, _) = advanced(&owing.unwrap().0, "2023-01-20T09:00:00");
    assert_eq!(frozen.stage_at(frozen.now), Stage::Frozen, "15 days after 10:00 of the first");
    let late = calls("2023-01-20T09:00:00", 5);
    assert!(matches!(metered(&frozen, &late), Err(Refusal::ServiceFrozen { .. })));
    let (mut answered, mut events) = (frozen.clone(), Vec::new());
    answered.meter_answered(&late, &mut events).unwrap();
    assert_eq!(answered.position().unwrap().accrued, Money::parse("0.10").unwrap());

    // No answer proves anything of a service that was never enabled, or of a banned one.
    let elsewhere = Usage::calls("passport-ocr", "eu", at("2023-01-20T09:00:00"), 1);
    assert_eq!(answered.meter_answered(&elsewhere, &mut events), Err(Refusal::NotEnabled));
    let banned = after(
        &account(Terms::example(), "1.00"),
        &Command::Ban { resource: passport() },
        "2023-01-02T00:00:00",
    );
    let (mut banned, _) = advanced(&banned, "2023-01-03T00:00:00");
    for (now, expected) in [("2023-01-02T00:00:00", Err(Refusal::Banned)), ("2023-01-01T23:59:59", Ok(()))] {
        assert_eq!(banned.meter_answered(&calls(now, 1), &mut events), expected, "{now}");
    }
}

#[test]
fn proof_that_a_service_was_enabled_earlier_reaches_up_to_what_is_known() {
    let mut account = account(Terms::example(), "1.00");
    let mut events = Vec::new();
    account.advance(at("2023-01-03T00:00:00"), &mut events).unwrap();
    account.act(&Command::Disable { resource: passport() }, &mut events).unwrap();
    let since = Some(at("2022-12-24T00:00:00"));
    account.act(&Command::Enable { resource: passport(), since }, &mut events).unwrap();
    let resource = account.resource(account.find_resource(&passport()).unwrap()).unwrap();
    let spans: Vec<_> = resource.enabled.iter().map(|span| (span.from, span.until)).collect();
    assert_eq!(spans[0], (at("2022-12-24T00:00:00"), Some(at(OPENED))));
    assert!(!resource.is_enabled(), "it stays disabled since the third");
}

#[test]
fn usage_is_refused_before_what_is_loaded_and_after_now() {
    let (mut account, _) = advanced(&account(Terms::example(), "1.00"), "2023-01-02T00:00:00");
    account.totals_since = at("2023-01-01T10:00:00");
    let tried = |now: &str| metered(&account, &calls(now, 1)).err();
    assert_eq!(tried("2023-01-01T09:59:59"), Some(Refusal::TotalsNotLoaded));
    assert_eq!(tried("2023-01-01T10:00:00"), None);
    assert_eq!(tried("2023-01-02T00:00:00"), None);
    assert_eq!(tried("2023-01-02T00:00:01"), Some(Refusal::InTheFuture));
}

#[test]
fn a_batch_and_a_charge_have_a_largest_size() {
    let mut free = Terms::example();
    free.prices = PriceList::new(vec![Price {
        service: passport().service,
        region: passport().region,
        from: None,
        tiers: vec![Tier { up_to: None, unit_price: billing::UnitPrice::parse("0").unwrap() }],
    }]);
    let free = account(free, "0.00");
    assert!(metered(&free, &calls(OPENED, 1_000_000_000_000)).is_ok());
    assert_eq!(metered(&free, &calls(OPENED, 1_000_000_000_001)).err(), Some(Refusal::TooLarge));

    // 50 thousand million is the most that one charge may come to, however many batches make it.
    let (most, _) = metered(&account(dear(), "0.00"), &calls(OPENED, 499_999)).unwrap();
    let (most, _) = metered(&most, &calls(OPENED, 1)).unwrap();
    assert_eq!(metered(&most, &calls(OPENED, 1)).err(), Some(Refusal::TooLarge));
}

#[test]
fn calls_leave_no_trace_but_their_own() {
    let bought = after(&account(Terms::example(), "15.00"), &Command::buy("passport-1k"), OPENED);
    let (covered, _) = metered(&bought, &calls(OPENED, 1_000)).unwrap();
    assert!(covered.counters.is_empty(), "calls that a package paid move no counter (H-16)");
    assert!(covered.attended.is_empty(), "calls attend nothing");
    let (charged, _) = metered(&covered, &calls(OPENED, 3)).unwrap();
    assert_eq!(charged.counters.values().copied().collect::<Vec<_>>(), [3]);
}

/// Everything that packages and prices did with one batch, as undoing it needs it.
fn undone(events: &[Event]) -> UndoneUsage {
    let deductions: Vec<Deduction> = events
        .iter()
        .filter_map(|event| if let What::Deducted(deduction) = &event.what { Some(*deduction) } else { None })
        .collect();
    let found = events.iter().find_map(|event| match &event.what {
        What::Metered(metered) => Some(Metered::clone(metered)),
        _ => None,
    });
    UndoneUsage { metered: found.unwrap(), deductions, charged: None }
}

#[test]
fn usage_of_an_open_period_is_taken_out_as_if_it_had_never_been() {
    let bought = after(&account(Terms::example(), "15.00"), &Command::buy("passport-1k"), OPENED);
    let alerted = Command::SetPackageAlert { resource: passport(), percent: Some(20) };
    let (before, _) = metered(&after(&bought, &alerted, OPENED), &calls(OPENED, 700)).unwrap();
    // 300 from the package, which tells of its 20 % and its end, and 50 beyond it.
    let (used, events) = metered(&before, &calls(OPENED, 350)).unwrap();
    let told =
        |events: &[Event]| events.iter().filter(|event| matches!(event.what, What::Noticed(_))).count();
    assert_eq!((used.packages[0].cycles[0].remaining(), told(&events)), (0, 1));
    assert_eq!(used.position().unwrap().accrued, Money::parse("1.00").unwrap());
    let mut back = after(&used, &Command::Undo(vec![undone(&events)].into()), OPENED);
    assert_eq!(back.counters.values().sum::<u64>(), 0);
    back.counters.clear();
    assert_eq!(back, before, "and the alerts are armed as they were");
    // Taken out again and used again, it is told again.
    assert_eq!(told(&metered(&back, &calls(OPENED, 350)).unwrap().1), 1);
}

#[test]
fn quota_given_back_to_a_term_that_ended_lapses_there() {
    let bought = after(&account(Terms::example(), "15.00"), &Command::buy("passport-1k"), OPENED);
    let (used, events) = metered(&bought, &calls(OPENED, 400)).unwrap();
    let (ended, _) = advanced(&used, "2024-06-01T00:00:00");
    let cycle = |account: &Account| {
        let cycle = &account.packages[0].cycles[0];
        (cycle.used, cycle.lapsed, cycle.remaining())
    };
    assert_eq!(cycle(&ended), (400, 600, 0));
    // Late usage of its time may still draw on what lapsed.
    let late = metered(&ended, &calls("2023-05-01T10:00:00", 100)).unwrap();
    assert_eq!(cycle(&late.0), (500, 500, 0));
    let back = after(&late.0, &Command::Undo(vec![undone(&late.1)].into()), "2024-06-01T00:00:00");
    assert_eq!(cycle(&back), (400, 600, 0));
    // The first 400 were settled without a charge of money: nothing else comes back.
    let back = after(&back, &Command::Undo(vec![undone(&events)].into()), "2024-06-01T00:00:00");
    assert_eq!((cycle(&back), back.balance), ((0, 1_000, 0), Money::ZERO));
}

#[test]
fn an_end_is_told_once_however_often_other_packages_turn() {
    let mut terms = Terms::example();
    terms.offers[0].term = Term::Days(30);
    let account = account(terms, "45.00");
    let (mut account, mut events) = (after(&account, &Command::buy("passport-1k"), OPENED), Vec::new());
    for day in ["2023-01-05T00:00:00", "2023-01-09T00:00:00"] {
        account.advance_to_actions(at(day), &mut events).unwrap();
        account.act(&Command::buy("passport-1k"), &mut events).unwrap();
    }
    account.advance(at("2023-06-01T00:00:00"), &mut events).unwrap();
    let ended = |event: &&Event| matches!(event.what, What::Noticed(notice) if notice.kind == NoticeKind::PackageExpired);
    assert_eq!(events.iter().filter(ended).count(), 3);
    let expired = account.package(FIRST).unwrap().expired_at;
    assert_eq!(
        expired,
        Some(at("2023-02-01T00:00:00")),
        "30 days after the first of January, to its last second"
    );
}

#[test]
fn every_setting_of_the_balance_alert_is_a_version_of_its_own() {
    let set = |account: &Account, cents| {
        let threshold = Some(Money::from_cents(cents));
        after(account, &Command::SetBalanceAlert { threshold }, OPENED)
    };
    let account = set(&set(&set(&account(Terms::example(), "10.00"), 100), 200), 300);
    assert_eq!(account.balance_alert.unwrap().version, 3);
}

#[test]
fn only_an_account_that_has_not_lived_begins_earlier() {
    let (mut fresh, _) = Account::open(Arc::new(Terms::example()), at(OPENED), Money::ZERO).unwrap();
    let earlier = at(OPENED) - TimeDelta::days(30);
    assert!(!fresh.has_lived());
    fresh.begin_earlier(at(OPENED) + TimeDelta::days(1));
    assert_eq!(fresh.now, at(OPENED), "never later");
    fresh.begin_earlier(earlier);
    assert_eq!((fresh.now, fresh.has_lived()), (earlier, false));

    let (mut later, _) = advanced(&fresh, "2023-01-01T00:00:01");
    let mut enabled = account(Terms::example(), "0.00");
    let unused =
        Account::open(Arc::new(Terms::example()), at(OPENED), Money::parse("15.00").unwrap()).unwrap().0;
    let mut bought = after(&unused, &Command::buy("passport-1k"), OPENED);
    for lived in [&mut later, &mut enabled, &mut bought] {
        let now = lived.now;
        lived.begin_earlier(earlier - TimeDelta::days(1));
        assert_eq!((lived.now, lived.has_lived()), (now, true));
    }
}

#[test]
fn what_falls_due_next_is_known_and_phases_have_their_numbers() {
    let account = account(Terms::example(), "100.00");
    assert_eq!(account.next_due(), None);
    let (open, _) = metered(&account, &calls(OPENED, 1)).unwrap();
    assert_eq!(open.next_due(), Some(at("2023-01-01T01:00:00")));
    for number in 0..8 {
        assert_eq!(Phase::from_number(number).map(|phase| phase as u8), Some(number));
    }
    assert_eq!(Phase::from_number(8), None);
}
