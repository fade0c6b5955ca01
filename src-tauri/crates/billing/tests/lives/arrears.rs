//! Arrears: what a payment buys in each stage, by when, and what still works.

use billing::{
    Command, Terms, Usage,
    lifecycle::{Ability, Buys, Stage},
    policy::{RefundPolicy, Stops},
};
use chrono::TimeDelta;

use crate::{Life, OPENED, at, calls, money};

/// What can be paid now: what it buys, the least that does, and by when.
fn rungs(life: &Life) -> Vec<String> {
    let zone = life.account.terms.policy.zone;
    let by = |at| zone.format(at).replace("+08:00", "");
    let rung = |rung: &billing::lifecycle::Rung| {
        let by = rung.by.as_ref().map_or_else(String::new, |at| format!(" by {}", by(at.value)));
        format!("{} {}{by} ({})", rung.buys.code(), rung.least.value, rung.least.because.rule)
    };
    life.account.rungs().unwrap().iter().map(rung).collect()
}

/// Ten calls of 0.02 in the hour before ten.
fn used(terms: Terms, balance: &str) -> Life {
    let mut life = Life::enabled(terms, balance);
    life.act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 10));
    life
}

#[test]
fn a_payment_before_the_settlement_avoids_arrears_and_exactly_enough_needs_none() {
    assert_eq!(rungs(&used(Terms::example(), "0.00")), ["avoids_arrears 0.20 by 2023-01-01T09:59:59 (H-61)"]);
    assert_eq!(rungs(&used(Terms::example(), "0.19")), ["avoids_arrears 0.01 by 2023-01-01T09:59:59 (H-61)"]);
    assert!(rungs(&used(Terms::example(), "0.20")).is_empty());
    assert!(used(Terms::example(), "0.00").account.boundaries().is_none());
}

#[test]
fn settlements_of_one_instant_are_covered_together_and_the_first_that_fails_decides() {
    let mut life = used(Terms::example(), "0.00");
    let project = Usage {
        project: "p-7".into(),
        ..Usage::calls("passport-ocr", "ap-southeast-1", at("2023-01-01T09:20:00"), 5)
    };
    life.act("2023-01-01T09:20:00", &Command::Use(project));
    assert_eq!(rungs(&life), ["avoids_arrears 0.30 by 2023-01-01T09:59:59 (H-61)"]);

    let mut terms = Terms::example();
    terms.settlement_delay = TimeDelta::hours(1);
    for (balance, expected) in [
        ("0.00", "avoids_arrears 0.20 by 2023-01-01T10:59:59 (H-61)"),
        ("0.25", "avoids_arrears 0.05 by 2023-01-01T11:59:59 (H-61)"),
    ] {
        let mut life = used(terms.clone(), balance);
        life.act("2023-01-01T10:10:00", &calls("2023-01-01T10:10:00", 5));
        assert_eq!(rungs(&life), [expected]);
    }
}

#[test]
fn what_a_payment_buys_in_each_stage() {
    let mut life = used(Terms::example(), "0.00");
    life.pass("2023-01-01T10:00:00");
    let [grace, release] = [
        "keeps_running 0.20 by 2023-01-16T10:00:00 (H-89)",
        "prevents_release 0.20 by 2023-01-31T10:00:00 (H-89)",
    ];
    assert_eq!(rungs(&life), [grace, release]);
    let ends = life.account.boundaries().unwrap();
    assert_eq!((ends.since, ends.released.value), (at("2023-01-01T10:00:00"), at("2023-01-31T10:00:00")));
    let mut using = life.clone();
    using.act("2023-01-01T10:10:00", &calls("2023-01-01T10:10:00", 5));
    assert_eq!(rungs(&using), [grace, release, "covers_usage 0.30 by 2023-01-01T10:59:59 (H-61)"]);
    life.pass("2023-01-16T10:00:00");
    assert_eq!(rungs(&life), ["runs_again 0.20 (H-89)", release]);
    life.pass("2023-01-31T10:00:00");
    assert_eq!(rungs(&life), ["may_enable_again 0.20 (H-89)"]);
}

#[test]
fn where_a_daily_job_releases_its_second_is_too_late() {
    let mut terms = Terms::example();
    terms.policy.arrears.release_hour = Some(12);
    terms.policy.arrears.stops = Stops::Everything;
    let mut life = used(terms, "0.00");
    assert_eq!(rungs(&life), ["avoids_arrears 0.20 by 2023-01-01T09:59:59 (T-25)"]);
    life.pass("2023-01-31T10:00:00");
    assert_eq!(life.account.stage(), Stage::ReleasePending);
    assert_eq!(rungs(&life), ["prevents_release 0.20 by 2023-01-31T11:59:59 (T-29)"]);
    life.act("2023-01-31T11:59:59", &Command::TopUp { amount: money("0.20") }).pass("2023-02-01T12:00:00");
    assert_eq!(life.account.stage(), Stage::Normal);
}

#[test]
fn names_of_what_payments_buy() {
    use Buys::{AvoidsArrears, CoversUsage, KeepsRunning, MayEnableAgain, PreventsRelease, RunsAgain};
    let all = [AvoidsArrears, KeepsRunning, RunsAgain, PreventsRelease, MayEnableAgain, CoversUsage];
    assert_eq!(
        all.map(Buys::code),
        [
            "avoids_arrears",
            "keeps_running",
            "runs_again",
            "prevents_release",
            "may_enable_again",
            "covers_usage"
        ]
    );
}

/// What works in the stages normal, grace, frozen, release pending and released, a letter each.
fn table(terms: &Terms) -> Vec<String> {
    use Stage::{Frozen, Grace, Normal, ReleasePending, Released};
    let stages = [Normal, Grace, Frozen, ReleasePending, Released];
    let of = stages.map(|stage| terms.policy.abilities(stage));
    let row = |index: usize, ability: Ability| {
        let works = of.iter().map(|abilities| if abilities[index].1 { 'y' } else { '-' });
        format!("{} {}", works.collect::<String>(), ability.code())
    };
    of[0].iter().enumerate().map(|(index, (ability, _))| row(index, *ability)).collect()
}

#[test]
fn what_works_in_each_stage() {
    let mut terms = Terms::example();
    assert_eq!(
        table(&terms),
        [
            "yy--- pay_per_use",
            "yyyyy packages",
            "yy--- enabling",
            "y---- buying",
            "yyyyy topping_up",
            "yyyy- disabling"
        ]
    );
    terms.policy.arrears.enabling_needs_arrears_paid = true;
    assert_eq!(table(&terms)[2], "y---- enabling", "H-86: where the arrears must be paid first");
    terms.policy.arrears.enabling_needs_arrears_paid = false;
    terms.policy.arrears.stops = Stops::Everything;
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    assert_eq!(
        table(&terms),
        [
            "yy--- running_classes",
            "yy--- packages",
            "yy--- recordings",
            "y---- new_classes",
            "yy--- enabling",
            "y---- buying",
            "yyyyy topping_up",
            "yyyy- disabling",
            "yyyy- giving_back",
        ]
    );
}

#[test]
fn without_grace_the_failing_settlement_freezes_once() {
    let mut terms = Terms::example();
    let none = billing::policy::Stages { grace: TimeDelta::zero(), retention: TimeDelta::zero() };
    for retention in [TimeDelta::zero(), TimeDelta::days(1)] {
        terms.policy.arrears.stages =
            [("*".to_owned(), billing::policy::Stages { retention, ..none })].into();
        let mut life = used(terms.clone(), "0.00");
        life.pass("2023-01-03T10:00:00");
        let told: Vec<_> = life
            .events
            .iter()
            .filter_map(|event| match event.what {
                billing::event::What::Noticed(notice) => Some(notice.kind.code()),
                _ => None,
            })
            .filter(|code| *code != "deadline_near")
            .collect();
        assert_eq!(told, ["arrears", "frozen", "released"], "{OPENED}, {retention}");
    }
}
