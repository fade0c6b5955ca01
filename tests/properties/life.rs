//! Random lives of an account: what customers do and callers cause, second by second.

use std::{collections::BTreeMap, sync::Arc};

use app::files::policy;
use billing::{
    Account, Command, Money, Offer, PackageId, ResourceKey, Terms, Usage,
    command::{ChargedNow, UndoneUsage},
    event::What,
    package::Source,
    price::{Price, PriceList, Tier},
    zone::{Term, parse_instant},
};
use chrono::TimeDelta;
use proptest::{collection::vec, prelude::*};
use tollbook_tests::laws::Life;

/// One thing that happens, some seconds after the one before.
#[derive(Clone, Debug)]
pub enum Act {
    Wait(u32),
    Call { after: u32, service: u8, region: u8, project: u8, count: u64, late: u32, ok: bool },
    Buy { after: u32, sku: u8 },
    TopUp { after: u32, cents: i64 },
    Limit { after: u32, cents: i64 },
    Renew { after: u32, package: u32 },
    Toggle { after: u32, service: u8 },
    Alert { after: u32, percent: u32 },
    BalanceAlert { after: u32, cents: Option<i64> },
    AutoRenew { after: u32, package: u32, days_before: Option<u32> },
    Grant { after: u32, sku: u8, begins_in: u32 },
    GiveBack { after: u32, package: u32 },
    Acknowledge { after: u32 },
}

/// Under which policy, and for which level of customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    International,
    /// No grace at all.
    ChinaV0,
    /// A day of grace.
    ChinaV3,
}

impl Act {
    pub const fn seconds(&self) -> u32 {
        match self {
            Self::Wait(after)
            | Self::Call { after, .. }
            | Self::Buy { after, .. }
            | Self::TopUp { after, .. }
            | Self::Limit { after, .. }
            | Self::Renew { after, .. }
            | Self::Toggle { after, .. }
            | Self::Alert { after, .. }
            | Self::BalanceAlert { after, .. }
            | Self::AutoRenew { after, .. }
            | Self::Grant { after, .. }
            | Self::GiveBack { after, .. }
            | Self::Acknowledge { after } => *after,
        }
    }

    /// The same calls in two batches of the same second; everything else as it is.
    pub fn halved(&self) -> Vec<Self> {
        match self.clone() {
            Self::Call { after, service, region, project, count, late, ok } if count > 1 => {
                let part = |after, count| Self::Call { after, service, region, project, count, late, ok };
                vec![part(after, count / 2), part(0, count - count / 2)]
            }
            other => vec![other],
        }
    }
}

pub const SERVICES: [&str; 2] = ["passport-ocr", "id-card-ocr"];
pub const REGIONS: [&str; 2] = ["ap-southeast-1", "ap-southeast-3"];
pub const PROJECTS: [&str; 3] = ["", "p-7", "p-8"];
const SKUS: [&str; 3] = ["small", "bound", "monthly"];

/// Up to forty things, in one of the worlds.
pub fn lives_to_live() -> impl Strategy<Value = (World, Vec<Act>)> {
    let world = prop_oneof![
        2 => Just(World::International),
        1 => Just(World::ChinaV0),
        1 => Just(World::ChinaV3),
    ];
    (world, steps())
}

fn after() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0_u32), 1_u32..7200, 80_000_u32..4_000_000]
}

/// Up to forty things.
pub fn steps() -> impl Strategy<Value = Vec<Act>> {
    let call = (
        after(),
        0_u8..2,
        0_u8..2,
        0_u8..3,
        1_u64..250,
        prop_oneof![Just(0_u32), 1_u32..200_000, 200_000_u32..3_000_000],
        prop::bool::weighted(0.9),
    )
        .prop_map(|(after, service, region, project, count, late, ok)| Act::Call {
            after,
            service,
            region,
            project,
            count,
            late,
            ok,
        });
    vec(prop_oneof![3 => call, 2 => other_acts()], 1..40)
}

/// Everything but calls.
pub fn other_acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (after(), 0_u8..3).prop_map(|(after, sku)| Act::Buy { after, sku }),
        (after(), 1_i64..50_000).prop_map(|(after, cents)| Act::TopUp { after, cents }),
        (after(), 0_i64..2_000).prop_map(|(after, cents)| Act::Limit { after, cents }),
        (after(), 0_u32..4).prop_map(|(after, package)| Act::Renew { after, package }),
        (after(), 0_u8..2).prop_map(|(after, service)| Act::Toggle { after, service }),
        (after(), 0_u32..=100).prop_map(|(after, percent)| Act::Alert { after, percent }),
        (after(), prop::option::of(0_i64..3_000))
            .prop_map(|(after, cents)| Act::BalanceAlert { after, cents }),
        (after(), 0_u32..4, prop::option::of(0_u32..8))
            .prop_map(|(after, package, days_before)| Act::AutoRenew { after, package, days_before }),
        (after(), 0_u8..3, 0_u32..2_000_000).prop_map(|(after, sku, begins_in)| Act::Grant {
            after,
            sku,
            begins_in
        }),
        (after(), 0_u32..4).prop_map(|(after, package)| Act::GiveBack { after, package }),
        after().prop_map(|after| Act::Acknowledge { after }),
    ]
}

/// A new account with prices, tiers and three offers.
pub fn account(world: World) -> Account {
    let tier = |up_to, price: &str| Tier { up_to, unit_price: billing::UnitPrice::parse(price).unwrap() };
    let mut prices = Vec::new();
    for region in REGIONS {
        let price = |service: &str, tiers| Price {
            service: service.into(),
            region: region.into(),
            from: None,
            tiers,
        };
        prices.push(price(SERVICES[0], vec![tier(Some(150), "0.0233333333"), tier(None, "0.01")]));
        prices.push(price(SERVICES[1], vec![tier(None, "0.005")]));
    }
    let offer = |sku: &str, quota, term: &str, project: Option<&str>| Offer {
        sku: sku.into(),
        resource: ResourceKey::new(SERVICES[0], REGIONS[0]),
        quota,
        term: Term::parse(term).unwrap(),
        price: Money::from_cents(150),
        source: Source::Purchased,
        project: project.map(str::to_owned),
        hours: None,
        withdrawn: false,
        consumption: Default::default(),
        from: None,
    };
    let (policy, level) = match world {
        World::International => ("huawei-ocr-intl", "V1"),
        World::ChinaV0 => ("huawei-ocr-cn", "V0"),
        World::ChinaV3 => ("huawei-ocr-cn", "V3"),
    };
    let terms = Terms {
        policy: policy::shipped().unwrap().remove(policy).unwrap().policy,
        level: level.into(),
        prices: PriceList::new(prices),
        offers: vec![
            offer("small", 300, "1y", None),
            offer("bound", 200, "2d", Some("p-7")),
            offer("monthly", 250, "1m", None),
        ],
        ..Terms::example()
    };
    let opened_at = parse_instant("2024-01-30T22:10:00+08:00").unwrap();
    let (mut account, _) = Account::open(Arc::new(terms), opened_at, Money::from_cents(2_000)).unwrap();
    for (service, region) in SERVICES.iter().flat_map(|service| REGIONS.map(|region| (service, region))) {
        let enable = Command::Enable { resource: ResourceKey::new(service, region), since: None };
        account.act(&enable, &mut Vec::new()).unwrap();
    }
    account
}

/// Lives through the acts and a month after them. Refusals are part of life.
pub fn lives(world: World, acts: &[Act]) -> Life {
    let mut life = Life::begin(account(world));
    for act in acts {
        let at = life.account.now + TimeDelta::seconds(i64::from(act.seconds()));
        life.account.advance_to_actions(at, &mut life.events).unwrap();
        carry_out(&mut life, act);
    }
    finish(life)
}

/// Lives through acts with waits in between that are not counted.
pub fn lives_with_stops(world: World, acts: &[Act]) -> Life {
    let mut life = Life::begin(account(world));
    let mut clock = life.account.now;
    for act in acts {
        if let Act::Wait(seconds) = act {
            life.account.advance(clock + TimeDelta::seconds(i64::from(*seconds)), &mut life.events).unwrap();
            continue;
        }
        clock += TimeDelta::seconds(i64::from(act.seconds()));
        life.account.advance_to_actions(clock, &mut life.events).unwrap();
        carry_out(&mut life, act);
    }
    finish(life)
}

fn finish(mut life: Life) -> Life {
    life.account.advance(life.account.now + TimeDelta::days(40), &mut life.events).unwrap();
    life
}

/// Carries an act out now.
pub fn carry_out(life: &mut Life, act: &Act) {
    let account = &life.account;
    let command = match act {
        Act::Wait(_) => return,
        Act::Call { service, region, project, count, late, ok, .. } => Command::Use(Usage {
            resource: ResourceKey::new(SERVICES[usize::from(*service)], REGIONS[usize::from(*region)]),
            project: PROJECTS[usize::from(*project)].to_owned(),
            occurred_at: (account.now - TimeDelta::seconds(i64::from(*late))).max(account.opened_at),
            count: *count,
            status: if *ok { 200 } else { 502 },
        }),
        Act::Buy { sku, .. } => Command::buy(SKUS[usize::from(*sku)]),
        Act::TopUp { cents, .. } => Command::TopUp { amount: Money::from_cents(*cents) },
        Act::Limit { cents, .. } => Command::SetCreditLimit { amount: Money::from_cents(*cents) },
        Act::Renew { package, .. } => {
            Command::Renew { package: billing::PackageId(*package), terms: 1, align_to: None }
        }
        Act::Toggle { service, .. } => {
            let resource = ResourceKey::new(SERVICES[usize::from(*service)], REGIONS[1]);
            let enabled = account.find_resource(&resource).and_then(|id| account.resource(id));
            if enabled.is_some_and(billing::Resource::is_enabled) {
                Command::Disable { resource }
            } else {
                Command::Enable { resource, since: None }
            }
        }
        Act::Alert { percent, .. } => {
            let resource = ResourceKey::new(SERVICES[0], REGIONS[0]);
            Command::SetPackageAlert { resource, percent: Some(*percent) }
        }
        Act::BalanceAlert { cents, .. } => {
            Command::SetBalanceAlert { threshold: cents.map(Money::from_cents) }
        }
        Act::AutoRenew { package, days_before, .. } => {
            Command::AutoRenew { package: PackageId(*package), days_before: *days_before }
        }
        Act::Grant { sku, begins_in, .. } => Command::Grant {
            sku: SKUS[usize::from(*sku)].to_owned(),
            application: None,
            starts_at: Some(account.now + TimeDelta::seconds(i64::from(*begins_in))),
            auto_renew: false,
        },
        Act::GiveBack { package, .. } => Command::Unsubscribe { package: PackageId(*package) },
        Act::Acknowledge { .. } => Command::AcknowledgeBalanceAlert,
    };
    life.act(&command);
}

/// All usage of a life, as undoing it needs it.
pub fn all_usage(life: &Life) -> Vec<UndoneUsage> {
    let charges: BTreeMap<_, _> = life
        .events
        .iter()
        .filter_map(|event| match &event.what {
            What::Settled(charge) => Some((charge.key, ChargedNow::of(charge))),
            _ => None,
        })
        .collect();
    let mut deductions = Vec::new();
    let mut usage = Vec::new();
    for event in &life.events {
        match &event.what {
            What::Deducted(deduction) => deductions.push(*deduction),
            What::Metered(metered) => {
                let charged = charges.get(&metered.key).cloned();
                usage.push(UndoneUsage {
                    metered: metered.clone(),
                    deductions: std::mem::take(&mut deductions),
                    charged,
                });
            }
            _ => {}
        }
    }
    usage
}
