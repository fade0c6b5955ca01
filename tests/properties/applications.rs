//! Laws of attendance: minutes follow the running total of the day, however it is reported.

use std::{collections::BTreeMap, sync::Arc};

use app::files::policy;
use billing::{
    Account, Command, Money, Offer, PackageId, ResourceKey, Terms, UnitPrice, Usage,
    event::What,
    lifecycle::{ResourceState, Stage},
    package::Source,
    price::{Price, PriceList, Tier},
    zone::{Term, parse_instant},
};
use chrono::TimeDelta;
use proptest::{collection::vec, prelude::*, test_runner::Config};
use tollbook_tests::laws::Life;

#[derive(Clone, Debug)]
enum Act {
    Attend { after: u32, application: u8, seconds: u64 },
    Overage { after: u32, application: u8, on: bool },
    Buy { after: u32, application: u8 },
    TopUp { after: u32, cents: i64 },
    Limit { after: u32, cents: i64 },
    Start { after: u32, application: u8, class: u8 },
    Finish { after: u32, application: u8, class: u8, seconds: u64 },
    Toggle { after: u32, application: u8 },
    Renew { after: u32, package: u32, terms: u32 },
    AutoRenew { after: u32, package: u32, days_before: Option<u32> },
    GiveBack { after: u32, package: u32 },
    Alert { after: u32, cents: i64 },
    Ban { after: u32 },
}

impl Act {
    const fn after(&self) -> u32 {
        match self {
            Self::Attend { after, .. }
            | Self::Overage { after, .. }
            | Self::Buy { after, .. }
            | Self::TopUp { after, .. }
            | Self::Limit { after, .. }
            | Self::Start { after, .. }
            | Self::Finish { after, .. }
            | Self::Toggle { after, .. }
            | Self::Renew { after, .. }
            | Self::AutoRenew { after, .. }
            | Self::GiveBack { after, .. }
            | Self::Alert { after, .. }
            | Self::Ban { after } => *after,
        }
    }
}

const APPLICATIONS: [&str; 2] = ["app-1", "app-2"];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let after = || prop_oneof![0_u32..5_000, 80_000_u32..400_000];
    let attend = (after(), 0_u8..2, 1_u64..9_000).prop_map(|(after, application, seconds)| Act::Attend {
        after,
        application,
        seconds,
    });
    let class = || (after(), 0_u8..2, 0_u8..3);
    let package = || (after(), 0_u32..4);
    let other = prop_oneof![
        1 => (after(), 0_u8..2, any::<bool>()).prop_map(|(after, application, on)| Act::Overage {
            after,
            application,
            on
        }),
        2 => (after(), 0_u8..2).prop_map(|(after, application)| Act::Buy { after, application }),
        2 => (after(), 1_i64..3_000).prop_map(|(after, cents)| Act::TopUp { after, cents }),
        1 => (after(), 0_i64..500).prop_map(|(after, cents)| Act::Limit { after, cents }),
        2 => class().prop_map(|(after, application, class)| Act::Start { after, application, class }),
        2 => (class(), 0_u64..9_000).prop_map(|((after, application, class), seconds)| Act::Finish {
            after,
            application,
            class,
            seconds
        }),
        1 => (after(), 0_u8..2).prop_map(|(after, application)| Act::Toggle { after, application }),
        2 => (package(), 1_u32..3).prop_map(|((after, package), terms)| Act::Renew { after, package, terms }),
        1 => (package(), prop::option::of(0_u32..8))
            .prop_map(|((after, package), days_before)| Act::AutoRenew { after, package, days_before }),
        1 => package().prop_map(|(after, package)| Act::GiveBack { after, package }),
        1 => (after(), 0_i64..3_000).prop_map(|(after, cents)| Act::Alert { after, cents }),
        1 => after().prop_map(|after| Act::Ban { after }),
    ];
    vec(prop_oneof![3 => attend, 4 => other], 1..40)
}

fn two_applications() -> Life {
    let policy = policy::shipped().unwrap().remove("tencent-lcic").unwrap().policy;
    let tiers = vec![Tier { up_to: None, unit_price: UnitPrice::parse("0.0155").unwrap() }];
    let offer = Offer {
        sku: "month".into(),
        resource: ResourceKey::new("lcic", ""),
        quota: 200,
        term: Term::Months(1),
        price: Money::from_cents(150),
        source: Source::Purchased,
        project: None,
        hours: None,
        withdrawn: false,
        consumption: Default::default(),
        from: None,
    };
    let terms = Terms {
        policy,
        prices: PriceList::new(vec![Price {
            service: "lcic".into(),
            region: String::new(),
            from: None,
            tiers,
        }]),
        offers: vec![offer],
        ..Terms::example()
    };
    let opened_at = parse_instant("2024-01-30T22:10:00+08:00").unwrap();
    let (account, _) = Account::open(Arc::new(terms), opened_at, Money::from_cents(2_000)).unwrap();
    let mut life = Life::begin(account);
    for name in APPLICATIONS {
        life.act(&Command::Enable { resource: ResourceKey::application("lcic", name), since: None });
        life.act(&buy(name));
    }
    life
}

fn buy(application: &str) -> Command {
    let application = Some(application.to_owned());
    Command::Buy { sku: "month".into(), application, starts_at: None, auto_renew: false }
}

/// Lives through the acts; each attendance comes in so many parts of the same second.
fn lives(acts: &[Act], parts: u64) -> Life {
    lives_with_stops(acts, parts, &[])
}

/// The same with instants between the acts at which the clock is looked at.
fn lives_with_stops(acts: &[Act], parts: u64, stops: &[u32]) -> Life {
    let mut life = two_applications();
    let mut stops = stops.iter().cycle();
    for act in acts {
        let at = life.account.now + TimeDelta::seconds(i64::from(act.after()));
        // A stop between acts of one second would run that second's deadlines before the later act.
        if let Some(stop) = stops.next().filter(|_| act.after() > 1) {
            let stop = life.account.now + TimeDelta::seconds(i64::from((*stop).min(act.after() - 1)));
            life.account.advance(stop, &mut life.events).unwrap();
        }
        life.account.advance_to_actions(at, &mut life.events).unwrap();
        match command(&life.account, act) {
            Command::Use(usage) => {
                for part in 0..parts {
                    let count = usage.count * (part + 1) / parts - usage.count * part / parts;
                    life.act(&Command::Use(Usage { count, ..usage.clone() }));
                }
            }
            command => life.act(&command),
        }
    }
    life.account.advance(life.account.now + TimeDelta::days(100), &mut life.events).unwrap();
    life
}

fn application(number: u8) -> ResourceKey {
    ResourceKey::application("lcic", APPLICATIONS[usize::from(number)])
}

fn command(account: &Account, act: &Act) -> Command {
    let class = |number: &u8| format!("class-{number}");
    match act {
        Act::Attend { application: number, seconds, .. } => {
            Command::Use(Usage::attendance(application(*number), account.now, *seconds))
        }
        Act::Overage { application: number, on, .. } => {
            Command::SetOverage { resource: application(*number), on: *on }
        }
        Act::Buy { application, .. } => buy(APPLICATIONS[usize::from(*application)]),
        Act::TopUp { cents, .. } => Command::TopUp { amount: Money::from_cents(*cents) },
        Act::Limit { cents, .. } => Command::SetCreditLimit { amount: Money::from_cents(*cents) },
        Act::Start { application: number, class: name, .. } => {
            Command::StartClass { resource: application(*number), class: class(name) }
        }
        Act::Finish { application: number, class: name, seconds, .. } => {
            Command::FinishClass { resource: application(*number), class: class(name), seconds: *seconds }
        }
        Act::Toggle { application: number, .. } => {
            let resource = application(*number);
            let known = account.find_resource(&resource).and_then(|id| account.resource(id));
            if known.is_some_and(billing::Resource::is_enabled) {
                Command::Disable { resource }
            } else {
                Command::Enable { resource, since: None }
            }
        }
        Act::Renew { package, terms, .. } => {
            Command::Renew { package: PackageId(*package), terms: *terms, align_to: None }
        }
        Act::AutoRenew { package, days_before, .. } => {
            Command::AutoRenew { package: PackageId(*package), days_before: *days_before }
        }
        Act::GiveBack { package, .. } => Command::Unsubscribe { package: PackageId(*package) },
        Act::Alert { cents, .. } => Command::SetBalanceAlert { threshold: Some(Money::from_cents(*cents)) },
        // The second application alone, so that most of life goes on.
        Act::Ban { .. } => Command::Ban { resource: application(1) },
    }
}

proptest! {
    #![proptest_config(Config { cases: 128, failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_life_with_applications_is_lawful(acts in acts()) {
        lives(&acts, 1).is_lawful();
    }

    #[test]
    fn looking_at_the_clock_changes_nothing(acts in acts(), stops in vec(0_u32..90_000, 1..20)) {
        prop_assert_eq!(lives(&acts, 1), lives_with_stops(&acts, 1, &stops));
    }

    #[test]
    fn minutes_are_those_of_the_days_running_total_and_every_one_is_accounted_for(acts in acts()) {
        let Life { account, events, .. } = lives(&acts, 1);
        let mut days: BTreeMap<_, (u64, u64)> = BTreeMap::new();
        for event in &events {
            if let What::Metered(metered) = &event.what {
                let key = metered.key;
                let (seconds, minutes) = days.entry((key.resource, key.project, key.period)).or_default();
                *seconds += metered.seconds;
                *minutes += metered.billable + metered.uncovered;
            }
        }
        for (key, (seconds, minutes)) in days {
            prop_assert_eq!(seconds.div_ceil(60), minutes);
            prop_assert_eq!(account.attended.get(&key).copied().unwrap_or(0), seconds);
        }
    }

    #[test]
    fn a_minute_costs_the_same_however_its_seconds_are_reported(acts in acts()) {
        let billed = |life: Life| {
            let mut billed: BTreeMap<_, u64> = BTreeMap::new();
            for event in life.events {
                if let What::Settled(charge) = event.what {
                    *billed.entry((charge.key.resource, charge.key.period)).or_default() += charge.billed();
                }
            }
            billed
        };
        // With overage on and enough money nothing is refused between two parts of a second.
        let mut rich = vec![
            Act::TopUp { after: 0, cents: 90_000_000 },
            Act::Overage { after: 0, application: 0, on: true },
            Act::Overage { after: 0, application: 1, on: true },
        ];
        let unmoved = |act: &Act| !matches!(act, Act::Overage { .. } | Act::Toggle { .. } | Act::Ban { .. });
        rich.extend(acts.into_iter().filter(unmoved));
        prop_assert_eq!(billed(lives(&rich, 1)), billed(lives(&rich, 3)));
    }

    #[test]
    fn what_runs_has_no_cause_to_stop(acts in acts()) {
        let account = lives(&acts, 1).account;
        for (id, _) in (0..).map(billing::ResourceId).zip(&account.resources) {
            let runs = account.resource_state(id) == ResourceState::Enabled;
            prop_assert_eq!(runs, account.causes(id).is_empty() && account.stage() != Stage::Released);
        }
    }
}
