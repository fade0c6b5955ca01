//! Laws of attendance: minutes follow the running total of the day, however it is reported.

use std::{collections::BTreeMap, sync::Arc};

use app::files::policy;
use billing::{
    Account, Command, Event, Money, Offer, ResourceKey, Terms, UnitPrice, Usage,
    event::What,
    journal,
    lifecycle::{ResourceState, Stage},
    package::Source,
    price::{Price, PriceList, Tier},
    zone::{Term, parse_instant},
};
use chrono::TimeDelta;
use proptest::{collection::vec, prelude::*, test_runner::Config};

#[derive(Clone, Debug)]
enum Act {
    Attend { after: u32, application: u8, seconds: u64 },
    Overage { after: u32, application: u8, on: bool },
    Buy { after: u32, application: u8 },
    TopUp { after: u32, cents: i64 },
}

const APPLICATIONS: [&str; 2] = ["app-1", "app-2"];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let after = || prop_oneof![0_u32..5_000, 80_000_u32..400_000];
    let attend = (after(), 0_u8..2, 1_u64..9_000).prop_map(|(after, application, seconds)| Act::Attend {
        after,
        application,
        seconds,
    });
    let other = prop_oneof![
        (after(), 0_u8..2, any::<bool>()).prop_map(|(after, application, on)| Act::Overage {
            after,
            application,
            on
        }),
        (after(), 0_u8..2).prop_map(|(after, application)| Act::Buy { after, application }),
        (after(), 1_i64..3_000).prop_map(|(after, cents)| Act::TopUp { after, cents }),
    ];
    vec(prop_oneof![3 => attend, 2 => other], 1..40)
}

fn account() -> Account {
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
        withdrawn: false,
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
    let (mut account, _) = Account::open(Arc::new(terms), opened_at, Money::from_cents(2_000)).unwrap();
    for name in APPLICATIONS {
        let resource = ResourceKey::application("lcic", name);
        account.act(&Command::Enable { resource, since: None }, &mut Vec::new()).unwrap();
        account.act(&buy(name), &mut Vec::new()).unwrap();
    }
    account
}

fn buy(application: &str) -> Command {
    let application = Some(application.to_owned());
    Command::Buy { sku: "month".into(), application, starts_at: None, auto_renew: false }
}

/// Lives through the acts; each attendance comes in so many parts of the same second.
fn lives(acts: &[Act], parts: u64) -> (Account, Vec<Event>) {
    let (mut account, mut events) = (account(), Vec::new());
    for act in acts {
        let (after, command) = match act {
            Act::Attend { after, application, seconds } => {
                let resource = ResourceKey::application("lcic", APPLICATIONS[usize::from(*application)]);
                (*after, Command::Use(Usage::attendance(resource, account.now, *seconds)))
            }
            Act::Overage { after, application, on } => {
                let resource = ResourceKey::application("lcic", APPLICATIONS[usize::from(*application)]);
                (*after, Command::SetOverage { resource, on: *on })
            }
            Act::Buy { after, application } => (*after, buy(APPLICATIONS[usize::from(*application)])),
            Act::TopUp { after, cents } => (*after, Command::TopUp { amount: Money::from_cents(*cents) }),
        };
        let at = account.now + TimeDelta::seconds(i64::from(after));
        account.advance_to_actions(at, &mut events).unwrap();
        match command {
            Command::Use(usage) => {
                for part in 0..parts {
                    let count = usage.count * (part + 1) / parts - usage.count * part / parts;
                    let usage = Usage { occurred_at: at, count, ..usage.clone() };
                    // A refusal changes nothing.
                    let _ = account.act(&Command::Use(usage), &mut events);
                }
            }
            command => drop(account.act(&command, &mut events)),
        }
    }
    let end = account.now + TimeDelta::days(100);
    account.advance(end, &mut events).unwrap();
    (account, events)
}

proptest! {
    #![proptest_config(Config { cases: 128, failure_persistence: None, ..Config::default() })]

    #[test]
    fn minutes_are_those_of_the_days_running_total_and_every_one_is_accounted_for(acts in acts()) {
        let (account, events) = lives(&acts, 1);
        let mut days: BTreeMap<_, (u64, u64)> = BTreeMap::new();
        for event in &events {
            if let What::Metered(metered) = &event.what {
                let (seconds, minutes) = days.entry((metered.key.resource, metered.key.period)).or_default();
                *seconds += metered.seconds;
                *minutes += metered.billable + metered.uncovered;
            }
            let transaction = journal::transaction(event, &account).unwrap();
            prop_assert!(transaction.is_none_or(|transaction| transaction.is_balanced()));
        }
        for (key, (seconds, minutes)) in days {
            prop_assert_eq!(seconds.div_ceil(60), minutes);
            prop_assert_eq!(account.attended.get(&key).copied().unwrap_or(0), seconds);
        }
    }

    #[test]
    fn a_minute_costs_the_same_however_its_seconds_are_reported(acts in acts()) {
        let billed = |(_, events): (Account, Vec<Event>)| {
            let mut billed: BTreeMap<_, u64> = BTreeMap::new();
            for event in events {
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
        rich.extend(acts.into_iter().filter(|act| !matches!(act, Act::Overage { .. })));
        prop_assert_eq!(billed(lives(&rich, 1)), billed(lives(&rich, 3)));
    }

    #[test]
    fn what_runs_has_no_cause_to_stop(acts in acts()) {
        let (account, _) = lives(&acts, 1);
        for (id, _) in (0..).map(billing::ResourceId).zip(&account.resources) {
            let runs = account.resource_state(id) == ResourceState::Enabled;
            prop_assert_eq!(runs, account.causes(id).is_empty() && account.stage() != Stage::Released);
        }
    }
}
