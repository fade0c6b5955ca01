//! The order in which usage is reported: inside a second it means nothing, and late it means only what the rulebook says.

use std::collections::BTreeMap;

use billing::{Command, Instant, ResourceId, ResourceKey, Usage, event::What};
use chrono::TimeDelta;
use proptest::{collection::vec, prelude::*, test_runner::Config};
use rust_decimal::Decimal;
use tollbook_tests::laws::Life;

use super::{
    life::{self, Act, PROJECTS, REGIONS, SERVICES, World},
    without_notices,
};

/// Calls of one second, and what happens some seconds after them.
#[derive(Clone, Debug)]
struct Second {
    after: u32,
    calls: Vec<Reported>,
    then: Act,
}

#[derive(Clone, Debug)]
struct Reported {
    service: u8,
    region: u8,
    project: u8,
    count: u64,
    ok: bool,
}

fn seconds(
    calls: impl Strategy<Value = Vec<Reported>> + Clone + 'static,
) -> impl Strategy<Value = Vec<Second>> {
    let after = || prop_oneof![1_u32..7200, 80_000_u32..4_000_000];
    vec(
        (after(), calls, life::other_acts()).prop_map(|(after, calls, then)| Second { after, calls, then }),
        1..20,
    )
}

/// Calls of one service, region and project.
fn alike() -> impl Strategy<Value = Vec<Reported>> + Clone {
    (0_u8..2, 0_u8..2, 0_u8..3, vec((1_u64..400, prop::bool::weighted(0.8)), 1..6)).prop_map(
        |(service, region, project, calls)| {
            let reported = |(count, ok)| Reported { service, region, project, count, ok };
            calls.into_iter().map(reported).collect()
        },
    )
}

fn of_all_kinds() -> impl Strategy<Value = Vec<Reported>> + Clone {
    let one = (0_u8..2, 0_u8..2, 0_u8..3, 1_u64..400);
    let one = one.prop_map(|(service, region, project, count)| Reported {
        service,
        region,
        project,
        count,
        ok: true,
    });
    vec(one, 1..8)
}

fn usage(reported: &Reported, occurred_at: Instant) -> Usage {
    let (service, region) = (SERVICES[usize::from(reported.service)], REGIONS[usize::from(reported.region)]);
    Usage {
        resource: ResourceKey::new(service, region),
        project: PROJECTS[usize::from(reported.project)].to_owned(),
        occurred_at,
        count: reported.count,
        status: if reported.ok { 200 } else { 502 },
    }
}

/// A life with money for everything, in which every project has called once, so that all have their numbers.
fn rich() -> Life {
    let mut life = Life::begin(life::account(World::International));
    life.act(&Command::TopUp { amount: billing::Money::from_cents(100_000_000) });
    for project in 0..3 {
        let first = Reported { service: 1, region: 1, project, count: 1, ok: true };
        life.act(&Command::Use(usage(&first, life.account.now)));
    }
    life
}

fn lived(mut life: Life, seconds: &[Second], order: impl Fn(&mut Vec<Reported>)) -> Life {
    for second in seconds {
        let at = life.account.now + TimeDelta::seconds(i64::from(second.after));
        life.account.advance_to_actions(at, &mut life.events).unwrap();
        let mut calls = second.calls.clone();
        order(&mut calls);
        for reported in &calls {
            life.act(&Command::Use(usage(reported, at)));
        }
        life::carry_out(&mut life, &second.then);
    }
    let end = life.account.now + TimeDelta::days(40);
    life.account.advance(end, &mut life.events).unwrap();
    life
}

/// Calls by resource and period, whoever paid.
fn quantities(life: &Life) -> BTreeMap<(ResourceId, Instant), u64> {
    let mut quantities = BTreeMap::new();
    for event in &life.events {
        if let What::Metered(metered) = &event.what {
            *quantities.entry((metered.key.resource, metered.key.period)).or_default() += metered.billable;
        }
    }
    quantities
}

/// What pay-per-use costs before any rounding, by resource.
fn exact_costs(life: &Life) -> BTreeMap<ResourceId, Decimal> {
    let mut costs = BTreeMap::new();
    for event in &life.events {
        let What::Metered(metered) = &event.what else { continue };
        for part in &metered.parts {
            let cost = part.unit_price.value() * Decimal::from(part.calls);
            *costs.entry(metered.key.resource).or_insert(Decimal::ZERO) += cost;
        }
    }
    costs
}

fn used(life: &Life) -> Vec<Vec<u64>> {
    let cycles = |package: &billing::Package| package.cycles.iter().map(|cycle| cycle.used).collect();
    life.account.packages.iter().map(cycles).collect()
}

/// Calls of the first twenty days, some of which are reported days later.
fn with_late_calls() -> impl Strategy<Value = Vec<(u32, Reported, u32)>> {
    let one = (0_u8..2, 0_u8..2, 0_u8..3, 1_u64..400);
    let one = one.prop_map(|(service, region, project, count)| Reported {
        service,
        region,
        project,
        count,
        ok: true,
    });
    vec((0_u32..1_728_000, one, prop_oneof![Just(0_u32), 1_u32..864_000]), 1..25)
}

/// Reports calls, each so many seconds after it was made.
fn reported(mut life: Life, calls: &[(u32, Reported, u32)], late: bool) -> Life {
    let begin = life.account.now;
    let instant = |seconds: u32| begin + TimeDelta::seconds(i64::from(seconds));
    let mut reports: Vec<_> = calls
        .iter()
        .map(|(made, call, lateness)| (made + if late { *lateness } else { 0 }, *made, call))
        .collect();
    reports.sort_by_key(|(reported, made, _)| (*reported, *made));
    for (reported, made, call) in reports {
        life.account.advance_to_actions(instant(reported), &mut life.events).unwrap();
        life.act(&Command::Use(usage(call, instant(made))));
    }
    life.account.advance(begin + TimeDelta::days(60), &mut life.events).unwrap();
    life
}

proptest! {
    #![proptest_config(Config { cases: 128, failure_persistence: None, ..Config::default() })]

    /// Records of one service, region and project: the account is the same to the last cent. (What of a batch stays
    /// uncovered or is refused while pay-per-use is refused follows the batches, and is no part of the account.)
    #[test]
    fn records_of_one_second_may_come_in_any_order(seconds in seconds(alike())) {
        let life = || Life::begin(life::account(World::International));
        let straight = lived(life(), &seconds, |_| ());
        let turned = lived(life(), &seconds, |calls| calls.reverse());
        prop_assert_eq!(without_notices(straight).account, without_notices(turned).account);
    }

    /// Across projects and services, which call meets which tier may change, and with it where a cent is rounded; who pays,
    /// how often each tier is met and what it costs before rounding may not.
    #[test]
    fn records_of_one_second_of_all_projects_use_the_same_quota_and_tiers_in_any_order(
        seconds in seconds(of_all_kinds()),
    ) {
        let straight = lived(rich(), &seconds, |_| ());
        let turned = lived(rich(), &seconds, |calls| calls.rotate_left(1));
        prop_assert_eq!(used(&straight), used(&turned));
        prop_assert_eq!(&straight.account.counters, &turned.account.counters);
        prop_assert_eq!(quantities(&straight), quantities(&turned));
        prop_assert_eq!(exact_costs(&straight), exact_costs(&turned));
    }

    /// Late calls belong to their own period and are priced in their own month. They draw on what is left of the quota then
    /// in force, so that with one package, in force throughout, as much is taken from it; a cent may be rounded once more,
    /// because the supplement is a charge of its own (H-58).
    #[test]
    fn late_calls_cost_what_they_would_have_cost_in_time(calls in with_late_calls(), package in any::<bool>()) {
        let begin = || {
            let mut life = rich();
            if package {
                life.act(&Command::buy("small"));
            }
            life
        };
        let (in_time, late) = (reported(begin(), &calls, false), reported(begin(), &calls, true));
        late.is_lawful();
        prop_assert_eq!(quantities(&in_time), quantities(&late));
        prop_assert_eq!(used(&in_time), used(&late));
        // With a package, the calls that it leaves may be of another month than in time, and so of another tier.
        if !package {
            prop_assert_eq!(&in_time.account.counters, &late.account.counters);
            prop_assert_eq!(exact_costs(&in_time), exact_costs(&late));
        }
        let spent = |life: &Life| 100_002_000 - life.account.balance.cents();
        let charges = |life: &Life| life.events.iter().filter(|event| matches!(event.what, What::Settled(_))).count();
        if !package {
            let cents = i64::try_from(charges(&in_time) + charges(&late)).unwrap();
            prop_assert!((spent(&in_time) - spent(&late)).abs() <= cents);
        }
    }

    /// A report that comes before its period is settled is not late in any way, when nobody else called in between.
    #[test]
    fn calls_reported_within_their_hour_are_charged_as_if_in_time(
        calls in vec((0_u32..400, 0_u32..3600, 1_u64..400, 0_u32..3600), 1..20),
    ) {
        let lived = |late: bool| {
            let mut life = Life::begin(life::account(World::International));
            let midnight = life.account.terms.policy.period_start(life.account.now) + TimeDelta::hours(1);
            let mut reports: Vec<_> = calls
                .iter()
                .map(|(hour, second, count, lateness)| {
                    let reported = if late { (second + lateness).min(3599) } else { *second };
                    (hour * 3600 + reported, hour * 3600 + second, *count)
                })
                .collect();
            reports.sort_unstable();
            for (reported, made, count) in reports {
                let at = |seconds: u32| midnight + TimeDelta::seconds(i64::from(seconds));
                life.account.advance_to_actions(at(reported), &mut life.events).unwrap();
                life.act(&Command::Use(Usage::calls(SERVICES[0], REGIONS[0], at(made), count)));
            }
            life.account.advance(midnight + TimeDelta::days(30), &mut life.events).unwrap();
            let settled = |event: billing::Event| match event.what {
                What::Settled(charge) => Some(charge),
                _ => None,
            };
            (life.account, life.events.into_iter().filter_map(settled).collect::<Vec<_>>())
        };
        // Past the settlement that fails, calls are refused by the instant at which they are reported as well.
        prop_assert_eq!(lived(false), lived(true));
    }
}
