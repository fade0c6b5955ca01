//! Amounts and instants on the line, and one beyond it.

use billing::{
    Command, Refusal, ResourceKey, Terms,
    alert::NoticeKind,
    compare::{Stretch, replay},
    event::What,
    package::Source,
    policy::AtEnd,
    price::{Price, Tier},
    voucher::{PayMode, VoucherKind, VoucherState},
    zone::Term,
};
use chrono::TimeDelta;

use crate::{FIRST, Life, OPENED, at, calls, given, money, passport};

fn enable(since: Option<&str>) -> Command {
    Command::Enable { resource: passport(), since: since.map(at) }
}

/// The stretches in which the service was enabled.
fn stretches(life: &Life) -> Vec<(billing::Instant, Option<billing::Instant>)> {
    let resource = life.account.resource(life.account.find_resource(&passport()).unwrap()).unwrap();
    resource.enabled.iter().map(|span| (span.from, span.until)).collect()
}

#[test]
fn the_first_call_that_is_known_enables_the_past_and_no_later_one_does() {
    let mut life = Life::open(Terms::example(), "1.00");
    life.pass("2023-01-05T00:00:00").act("2023-01-05T00:00:00", &enable(Some("2023-01-02T00:00:00")));
    let first = at("2023-01-02T00:00:00");
    assert_eq!(stretches(&life), [(first, None)]);
    assert_eq!(
        life.refusal("2023-01-06T00:00:00", &enable(Some("2023-01-02T00:00:00"))),
        Some(Refusal::AlreadyEnabled),
        "its first second is known"
    );
    // Disabled by the customer: a call of the known past enables from now on.
    life.act("2023-01-07T00:00:00", &Command::Disable { resource: passport() });
    life.act("2023-01-09T00:00:00", &enable(Some("2023-01-08T00:00:00")));
    assert_eq!(
        stretches(&life),
        [(first, Some(at("2023-01-07T00:00:00"))), (at("2023-01-09T00:00:00"), None)]
    );
    // And nothing is enabled before its time.
    let mut life = Life::open(Terms::example(), "1.00");
    life.act(OPENED, &enable(Some("2023-02-01T00:00:00")));
    assert_eq!(stretches(&life), [(at(OPENED), None)]);
}

#[test]
fn the_second_of_disabling_is_disabled() {
    let mut life = Life::enabled(Terms::example(), "1.00");
    life.act("2023-01-02T10:00:00", &Command::Disable { resource: passport() });
    let refusal = |now| life.refusal("2023-01-02T11:00:00", &calls(now, 1));
    assert_eq!(refusal("2023-01-02T09:59:59"), None);
    assert_eq!(refusal("2023-01-02T10:00:00"), Some(Refusal::NotEnabled));
}

#[test]
fn an_alert_that_was_acknowledged_is_silent_until_the_line_is_crossed_anew() {
    let mut life = Life::open(Terms::example(), "10.00");
    let low = |life: &Life| {
        let told = |event: &&billing::Event| matches!(event.what, What::Noticed(notice) if notice.kind == NoticeKind::BalanceLow);
        life.events.iter().filter(told).count()
    };
    life.act(OPENED, &Command::SetBalanceAlert { threshold: Some(money("10.01")) }).pass(OPENED);
    assert_eq!(low(&life), 1);
    let mut known = life.clone();
    known.act(OPENED, &Command::AcknowledgeBalanceAlert).pass("2023-03-01T00:00:00");
    assert_eq!(low(&known), 1);
    life.pass("2023-03-01T00:00:00");
    assert!(low(&life) > 1);
    // Back above the line, and below it again: 10.01 less a call.
    known
        .act("2023-03-02T00:00:00", &Command::TopUp { amount: money("0.01") })
        .act("2023-03-02T00:00:01", &enable(None))
        .act("2023-03-02T00:00:02", &calls("2023-03-02T00:00:02", 1))
        .pass("2023-03-02T01:00:00");
    assert_eq!(low(&known), 2);
}

/// When the balance alert spoke, and what else was told.
fn told(life: &Life) -> (Vec<billing::Instant>, Vec<NoticeKind>) {
    let notices = || {
        life.events.iter().filter_map(|event| match event.what {
            What::Noticed(notice) => Some((event.at, notice.kind)),
            _ => None,
        })
    };
    let low = notices().filter(|(_, kind)| *kind == NoticeKind::BalanceLow).map(|(at, _)| at);
    (low.collect(), notices().map(|(_, kind)| kind).filter(|kind| *kind != NoticeKind::BalanceLow).collect())
}

fn snooze(until: Option<&str>) -> Command {
    Command::SnoozeBalanceAlert { until: until.map(at) }
}

#[test]
fn a_snoozed_alert_is_silent_then_tells_once_what_is_so_and_goes_on_in_its_cadence() {
    let mut life = Life::open(Terms::example(), "10.00");
    life.act(OPENED, &Command::SetBalanceAlert { threshold: Some(money("10.01")) })
        .act("2023-01-01T01:00:00", &snooze(Some("2023-01-09T00:00:00")));
    let mut ended = life.clone();
    life.pass("2023-01-31T00:00:00");
    // 24 and 72 hours after the crossing fall into it: one message comes when it ends, the other never. Ten, 17 and 24 days do not.
    let days =
        [OPENED, "2023-01-09T00:00:00", "2023-01-11T00:00:00", "2023-01-18T00:00:00", "2023-01-25T00:00:00"];
    assert_eq!(told(&life).0, days.map(at));
    let episode = life.account.balance_alert.unwrap().episode.unwrap();
    assert_eq!((episode.told, episode.skipped), (5, 1));
    // Ended early, it goes on as if there had been none.
    ended.act("2023-01-01T12:00:00", &snooze(None)).pass("2023-01-04T12:00:00");
    assert_eq!(told(&ended).0, [OPENED, "2023-01-02T00:00:00", "2023-01-04T00:00:00"].map(at));
}

#[test]
fn a_line_that_is_crossed_in_a_snooze_is_told_when_that_ends_if_it_still_is() {
    let mut life = Life::enabled(Terms::example(), "10.00");
    life.act(OPENED, &Command::SetBalanceAlert { threshold: Some(money("10.00")) })
        .act("2023-01-01T01:00:00", &snooze(Some("2023-01-03T09:00:00")))
        .act("2023-01-01T02:00:00", &calls("2023-01-01T02:00:00", 1))
        .pass("2023-01-02T00:00:00");
    let crossed = life.account.balance_alert.unwrap().episode.unwrap();
    assert_eq!((crossed.crossed_at, crossed.told), (at("2023-01-01T03:00:00"), 0), "by its settlement");
    let (mut paid, mut spoken) = (life.clone(), life.clone());
    life.pass("2023-01-04T03:00:00");
    let then = ["2023-01-03T09:00:00", "2023-01-04T03:00:00"].map(at);
    assert_eq!(told(&life).0, then, "and 72 hours after the crossing");
    paid.act("2023-01-02T00:00:00", &Command::TopUp { amount: money("5.00") }).pass("2023-02-01T00:00:00");
    assert_eq!(told(&paid), (Vec::new(), Vec::new()), "what nobody was told of is not over for anybody");
    spoken.act("2023-01-02T10:00:00", &snooze(None)).pass("2023-01-02T10:00:00");
    assert_eq!(told(&spoken).0, [at("2023-01-02T10:00:00")]);
}

#[test]
fn a_snooze_hides_no_deadline_and_no_step_of_arrears() {
    let mut life = Life::enabled(Terms::example(), "1.00");
    life.act(OPENED, &Command::SetBalanceAlert { threshold: Some(money("5.00")) })
        .act("2023-01-01T00:01:00", &snooze(Some("2023-01-21T00:00:00")))
        .act("2023-01-02T10:00:00", &calls("2023-01-02T10:00:00", 100))
        .pass("2023-01-18T00:00:00");
    // 1.00 is owed from 11:00 on; three days, a day and an hour before 15 days are over, and then.
    use NoticeKind::{Arrears, DeadlineNear, Frozen};
    assert_eq!(
        told(&life),
        (vec![at(OPENED)], vec![Arrears, DeadlineNear, DeadlineNear, DeadlineNear, Frozen])
    );
}

#[test]
fn of_two_entries_of_an_offer_the_latest_that_has_begun_is_sold() {
    let mut terms = Terms::example();
    let from = at("2023-06-01T00:00:00");
    let dearer = billing::Offer { from: Some(from), price: money("18.00"), ..terms.offers[0].clone() };
    terms.offers.insert(0, dearer);
    let price = |now: &str| {
        let mut life = Life::open(terms.clone(), "20.00");
        life.act(now, &Command::buy("passport-1k"));
        life.account.packages[0].price
    };
    assert_eq!(price("2023-05-31T23:59:59"), money("15.00"));
    assert_eq!(price("2023-06-01T00:00:00"), money("18.00"), "H-18");
    assert_eq!(price("2024-01-01T00:00:00"), money("18.00"));
}

#[test]
fn an_offer_is_compared_although_it_is_sold_later_or_no_longer() {
    let mut terms = Terms::example();
    let later = Some(at("2023-06-01T00:00:00"));
    terms.offers[0] = billing::Offer { from: later, withdrawn: true, ..terms.offers[0].clone() };
    let offer = terms.offers[0].clone();
    let span = at("2023-04-01T00:00:00")..at("2023-05-01T00:00:00");
    let usage = [Stretch { at: at("2023-04-02T10:00:00"), calls: 1_100 }];
    let compared = replay(&terms.into(), &passport(), &usage, span, Some(&offer)).unwrap();
    assert_eq!(compared.total, money("17.00"), "15.00 and 100 calls");
}

#[test]
fn switching_the_automatic_renewal_on_and_off_leaves_a_service_enabled() {
    let mut life = Life::enabled(Terms::example(), "20.00");
    let auto = |days_before| Command::AutoRenew { package: FIRST, days_before };
    life.act(OPENED, &Command::buy("passport-1k"));
    let at_end = |life: &Life| life.account.at_end(&life.account.packages[0]);
    life.act(OPENED, &auto(None));
    assert_eq!(at_end(&life), AtEnd::PayPerUse, "off it was already");
    life.act(OPENED, &Command::AtEnd { package: FIRST, choice: AtEnd::Disable });
    assert_eq!(at_end(&life), AtEnd::Disable);
    life.act(OPENED, &auto(Some(7)));
    assert_eq!(at_end(&life), AtEnd::Renew);
    life.act(OPENED, &auto(None));
    assert_eq!(at_end(&life), AtEnd::PayPerUse);
}

#[test]
fn a_package_of_another_service_keeps_none_enabled() {
    let mut terms = Terms::example();
    let elsewhere = ResourceKey::new("passport-ocr", "eu");
    terms.offers[0].term = Term::Months(1);
    terms.offers.push(billing::Offer { sku: "eu".into(), resource: elsewhere, ..terms.offers[0].clone() });
    let mut life = Life::enabled(terms, "60.00");
    life.act(OPENED, &Command::buy("passport-1k"))
        .act("2023-01-20T00:00:00", &Command::buy("eu"))
        .act(
            OPENED.replace("01T", "20T").as_str(),
            &Command::AtEnd { package: FIRST, choice: AtEnd::Disable },
        )
        .pass("2023-02-02T00:00:00");
    assert_eq!(stretches(&life), [(at(OPENED), Some(at("2023-02-02T00:00:00")))]);
}

#[test]
fn a_level_given_at_the_second_of_the_settlement_holds_for_the_next_arrears() {
    let mut terms = Terms::example();
    let stages =
        |days| billing::policy::Stages { grace: TimeDelta::days(days), retention: TimeDelta::days(9) };
    terms.policy.arrears.stages = [("V1".to_owned(), stages(1)), ("V5".to_owned(), stages(7))].into();
    let mut life = Life::enabled(terms, "0.00");
    life.act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 1))
        .act("2023-01-01T10:00:00", &Command::SetLevel { level: "V5".into() });
    let ends = life.account.deadlines().map(|deadlines| deadlines.grace_ends_at);
    assert_eq!(ends, Some(at("2023-01-02T10:00:00")), "the settlement came before the customer's level");
}

#[test]
fn resources_are_gone_after_the_second_of_the_release() {
    let mut life = Life::enabled(Terms::example(), "0.00");
    life.act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 1)).pass("2023-03-01T00:00:00");
    // 15 and 15 days after 10:00.
    let released = at("2023-01-31T10:00:00");
    assert_eq!(stretches(&life), [(at(OPENED), Some(released + TimeDelta::seconds(1)))]);
    assert_eq!(life.account.released_at, Some(released));
}

#[test]
fn a_warning_of_the_end_silences_no_notice_of_exhaustion() {
    let mut life = Life::enabled(Terms::example(), "15.00");
    life.act(OPENED, &Command::buy("passport-1k"))
        .act("2023-12-30T10:00:00", &calls("2023-12-30T10:00:00", 1_000));
    let told: Vec<_> = life
        .events
        .iter()
        .filter_map(|event| if let What::Noticed(notice) = event.what { Some(notice.kind) } else { None })
        .collect();
    assert_eq!(
        told,
        [NoticeKind::PackageExpiring, NoticeKind::PackageExpiring, NoticeKind::PackageExhausted]
    );
}

#[test]
fn vouchers_stand_by_their_validity_and_what_is_left() {
    let mut life = Life::enabled(Terms::example(), "1.00");
    let voucher = given("V", VoucherKind::Voucher, "5.00");
    assert!(!voucher.is_restricted());
    let only = |pays: &[PayMode]| billing::voucher::VoucherTerms { pays: pays.to_vec(), ..voucher.clone() };
    assert!(
        only(&[PayMode::Usage]).is_restricted() && only(&[PayMode::Usage, PayMode::Renewal]).is_restricted()
    );
    life.act(OPENED, &Command::AddVoucher(voucher));
    let state = |life: &Life, now| life.account.vouchers[0].state_at(now);
    let (first, last) = (at(OPENED), at("2023-12-31T23:59:59"));
    let second = TimeDelta::seconds(1);
    assert_eq!(
        [first - second, first, last, last + second].map(|now| state(&life, now)),
        [VoucherState::NotBegun, VoucherState::Usable, VoucherState::Usable, VoucherState::Ended]
    );
    life.act(OPENED, &calls(OPENED, 250)).pass("2023-01-01T01:00:00");
    assert_eq!(state(&life, first), VoucherState::UsedUp, "250 × 0.02 are 5.00");
}

#[test]
fn every_instant_at_which_the_contract_changes_is_a_border_of_usage() {
    let mut terms = Terms::example();
    let price = Price { from: Some(at("2023-06-01T00:00:00")), ..terms.prices.all()[0].clone() };
    let tiers = vec![Tier { up_to: None, ..price.tiers[0] }];
    terms.prices =
        billing::price::PriceList::new(vec![terms.prices.all()[0].clone(), Price { tiers, ..price }]);
    terms.offers[0].source = Source::Purchased;
    let overage = |on| Command::SetOverage { resource: passport(), on };
    let mut life = Life::enabled(terms, "0.00");
    // 0.20 owed from 10:00 on, paid the next day; the package's 1,000 calls and ten more owe again.
    life.act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 10))
        .act("2023-01-02T09:00:00", &Command::TopUp { amount: money("15.20") })
        .act("2023-01-02T10:00:00", &Command::buy("passport-1k"))
        .act("2023-01-03T00:00:00", &overage(true))
        .act("2023-01-04T00:00:00", &overage(false))
        .act("2023-02-01T09:10:00", &calls("2023-02-01T09:10:00", 1_010))
        .act("2023-02-01T10:30:00", &Command::Disable { resource: passport() });
    let expected = [
        "2023-01-01T00:00:00", // enabled
        "2023-01-01T10:00:00", // arrears
        "2023-01-02T09:00:00", // paid
        "2023-01-02T10:00:00", // bought
        "2023-01-03T00:00:00", // overage
        "2023-01-04T00:00:00", // no longer
        "2023-01-16T10:00:01", // after the first grace
        "2023-01-31T10:00:01", // after its retention
        "2023-02-01T10:00:00", // arrears again
        "2023-02-01T10:30:00", // disabled
        "2023-02-16T10:00:01", // after this grace
        "2023-03-03T10:00:01", // after its retention
        "2023-06-01T00:00:00", // another price
        "2024-01-03T00:00:00", // after the package
    ];
    assert_eq!(life.account.contract_changes(), expected.map(at));
}

#[test]
fn usage_that_is_open_is_kept_by_its_settlement_and_survives_its_stored_form() {
    let mut terms = Terms::example();
    terms.settlement_delay = TimeDelta::hours(1);
    let mut life = Life::enabled(terms, "10.00");
    assert_eq!(life.account.open.first_period(), None);
    for now in ["2023-01-01T09:10:00", "2023-01-01T10:10:00"] {
        life.act(now, &calls(now, 5));
    }
    let open = &life.account.open;
    assert_eq!(open.first_settles_at(), Some(at("2023-01-01T11:00:00")));
    assert_eq!(open.first_period(), Some(at("2023-01-01T09:00:00")));
    let read: billing::OpenCharges = open.iter().map(|(key, open)| (key, open.clone())).collect();
    assert_eq!((&read, read.iter().count()), (open, 2));
}
