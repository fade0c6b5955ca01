//! What a payment is said to buy is what the engine gives for it, and what is said to work is what it does not refuse:
//! under every policy that ships, at every level, in every stage.

use std::sync::Arc;

use app::files::policy;
use billing::{
    Account, ChargeId, Command, Debt, Instant, Money, Offer, PackageId, Policy, Refusal, ResourceKey, Terms,
    Usage, decide,
    event::What,
    lifecycle::{Ability, Buys, Rung, Stage},
    policy::Stops,
};
use chrono::TimeDelta;

use crate::world::instant;

const OWED: Money = Money::from_cents(320);
const CENT: Money = Money::from_cents(1);

/// An account under a policy at a level that owes 3.20 since 10:00 of a Monday.
fn owing(policy: &Policy, level: &str) -> Account {
    let since = instant("2026-11-02T10:00:00+08:00");
    let mut account = fresh(policy, level, since - TimeDelta::days(3));
    account.advance(since, &mut Vec::new()).unwrap();
    let period = since - TimeDelta::hours(1);
    account.debts.push(Debt { charge: ChargeId(0), period, settled_at: since, owed: OWED });
    account.arrears_since = Some(since);
    account
}

/// One that has run nothing but what it enabled, in which a class runs where there are classes.
fn fresh(policy: &Policy, level: &str, opened_at: Instant) -> Account {
    let example = Terms::example();
    let key = resource(policy);
    let offers = example.offers.iter().map(|offer| Offer {
        resource: ResourceKey { application: String::new(), ..key.clone() },
        ..offer.clone()
    });
    let offers = offers.collect();
    let terms = Terms { policy: policy.clone(), level: level.to_owned(), offers, ..example };
    let (mut account, _) = Account::open(Arc::new(terms), opened_at, Money::from_cents(1500)).unwrap();
    for command in [Command::Enable { resource: key.clone(), since: None }, buy(policy)] {
        account = decide(&account, &command, opened_at).unwrap().account;
    }
    account
}

fn resource(policy: &Policy) -> ResourceKey {
    match policy.arrears.stops {
        Stops::PayPerUse => ResourceKey::new("passport-ocr", "ap-southeast-1"),
        Stops::Everything => ResourceKey::application("lcic", "app-1"),
    }
}

fn buy(policy: &Policy) -> Command {
    let application = Some(resource(policy).application).filter(|application| !application.is_empty());
    Command::Buy { sku: "passport-1k".to_owned(), application, starts_at: None, auto_renew: false }
}

/// Every policy at every level that has lengths of its own.
fn contracts() -> Vec<(Policy, String)> {
    let policies = policy::shipped().unwrap();
    let levels = |policy: &Policy| {
        let levels: Vec<_> = policy.arrears.stages.keys().cloned().collect();
        levels.into_iter().map(|level| if level == "*" { "V1".to_owned() } else { level })
    };
    policies
        .values()
        .flat_map(|file| levels(&file.policy).map(|level| (file.policy.clone(), level)))
        .collect()
}

/// The account in each stage it comes through, with half an hour of it gone.
fn stages(account: &Account) -> Vec<Account> {
    let boundaries = account.boundaries().unwrap();
    let ends = [
        boundaries.since,
        boundaries.grace_ends.value,
        boundaries.retention_ends.value,
        boundaries.released.value,
    ];
    let mut seen = Vec::new();
    for end in ends {
        let mut later = account.clone();
        later.advance(end + TimeDelta::minutes(30), &mut Vec::new()).unwrap();
        if seen.iter().all(|one: &Account| one.stage() != later.stage()) {
            seen.push(later);
        }
    }
    seen
}

fn pay(account: &Account, amount: Money, at: Instant) -> Account {
    decide(account, &Command::TopUp { amount }, at).unwrap().account
}

/// Whether a payment did what it is said to buy: looked at half a year later.
fn is_bought(buys: Buys, paid: Account) -> bool {
    let mut events = Vec::new();
    let enabled = Command::Enable { resource: ResourceKey::new("id-card-ocr", "eu-west-0"), since: None };
    let anew = decide(&paid, &enabled, paid.now).is_ok();
    let stage = paid.stage();
    let mut later = paid;
    later.advance(later.now + TimeDelta::days(180), &mut events).unwrap();
    let reached = |stage| events.iter().any(|event| event.what == What::StageReached { stage });
    let began = events.iter().any(|event| event.what == What::ArrearsBegan);
    match buys {
        Buys::AvoidsArrears | Buys::CoversUsage => !began && later.stage() == Stage::Normal,
        Buys::KeepsRunning => stage == Stage::Normal && !reached(Stage::Frozen),
        Buys::RunsAgain => stage == Stage::Normal,
        Buys::PreventsRelease => !reached(Stage::Released),
        Buys::MayEnableAgain => stage == Stage::Normal && anew,
    }
}

fn assert_exact(account: &Account, rung: &Rung, name: &str) {
    let (least, by) = (rung.least.value, rung.by.as_ref().map(|by| by.value));
    let at = by.unwrap_or(account.now);
    assert!(is_bought(rung.buys, pay(account, least, at)), "{name}: {rung:?}");
    if least > CENT {
        let short = pay(account, least.checked_sub(CENT).unwrap(), at);
        assert!(!is_bought(rung.buys, short), "a cent less, {name}: {rung:?}");
    }
    if let Some(by) = by {
        let mut late = account.clone();
        late.advance(by + TimeDelta::seconds(1), &mut Vec::new()).unwrap();
        let was_spared =
            late.stage() == account.stage() && late.arrears().unwrap() == account.arrears().unwrap();
        assert!(!was_spared, "a second later, {name}: {rung:?}");
    }
}

#[test]
fn a_rung_is_the_least_money_and_the_last_second_for_what_it_buys() {
    for (policy, level) in contracts() {
        let account = owing(&policy, &level);
        let stages = stages(&account);
        for account in &stages {
            let rungs = account.rungs().unwrap();
            assert!(!rungs.is_empty());
            for rung in &rungs {
                assert_eq!(rung.least.value, OWED);
                assert_exact(account, rung, &format!("{} {level} {:?}", policy.id, account.stage()));
            }
        }
        let count = 2 + usize::from(has_grace(&account)) + usize::from(policy.arrears.release_hour.is_some());
        assert_eq!(stages.len(), count, "every stage of {} {level} was looked at", policy.id);
    }
}

fn has_grace(account: &Account) -> bool {
    let boundaries = account.boundaries().unwrap();
    boundaries.since < boundaries.grace_ends.value
}

#[test]
fn before_the_fact_the_rung_is_what_the_next_settlement_lacks() {
    let policies = policy::shipped().unwrap();
    let policy = &policies["huawei-ocr-intl"].policy;
    let at = instant("2026-11-02T09:10:00+08:00");
    let mut account = fresh(policy, "V1", at - TimeDelta::hours(2));
    assert!(account.rungs().unwrap().is_empty(), "nothing threatens");
    // The package pays 1,000 calls; 75 more cost 1.50, and 1.00 is there.
    account = pay(&account, Money::from_cents(100), at);
    let calls = Usage::calls("passport-ocr", "ap-southeast-1", at, 1075);
    account = decide(&account, &Command::Use(calls.clone()), at).unwrap().account;
    let rungs = account.rungs().unwrap();
    let [rung] = rungs.as_slice() else { panic!("{rungs:?}") };
    assert_eq!((rung.buys, rung.least.value), (Buys::AvoidsArrears, Money::from_cents(50)));
    assert_eq!(
        rung.by.as_ref().unwrap().value,
        instant("2026-11-02T09:59:59+08:00"),
        "a second before it settles"
    );
    assert_exact(&account, rung, "shortage");

    // In arrears the usage since then begins new ones: 0.50 is owed, 1,000 calls more cost 20.00.
    let later = at + TimeDelta::hours(1);
    account.advance(later, &mut Vec::new()).unwrap();
    let calls = Usage { occurred_at: later, count: 1000, ..calls };
    account = decide(&account, &Command::Use(calls), later).unwrap().account;
    let rungs = account.rungs().unwrap();
    assert_eq!(
        rungs.iter().map(|rung| rung.buys).collect::<Vec<_>>(),
        [Buys::KeepsRunning, Buys::PreventsRelease, Buys::CoversUsage]
    );
    let covers = rungs.last().unwrap();
    assert_eq!(covers.least.value, Money::from_cents(2050));
    assert_exact(&account, covers, "coming usage");
}

#[test]
fn what_is_said_to_work_is_what_is_not_refused() {
    for (policy, level) in contracts() {
        for account in stages(&owing(&policy, &level)) {
            for (ability, works) in policy.abilities(account.stage()) {
                let name = format!("{} {level}, {:?}: {ability:?}", policy.id, account.stage());
                if let Some(refused) = refusal(&account, ability) {
                    assert_eq!(refused.is_none(), works, "{name}: {refused:?}");
                }
            }
        }
    }
}

/// Whether the account refuses it now; `None` for what no command asks for.
fn refusal(account: &Account, ability: Ability) -> Option<Option<Refusal>> {
    let (policy, now) = (&account.terms.policy, account.now);
    let key = resource(policy);
    let calls = |count| Command::Use(Usage::calls(&key.service, &key.region, now, count));
    let everything = policy.arrears.stops == Stops::Everything;
    // The package pays 1,000 calls; the next is pay-per-use.
    let used_up = || decide(account, &calls(1000), now).map(|decision| decision.account);
    let (account, command) = match ability {
        Ability::PayPerUse => (used_up().unwrap(), calls(1)),
        Ability::Packages if everything => return None,
        Ability::Packages => (account.clone(), calls(10)),
        Ability::RunningClasses | Ability::Recordings => return None,
        other => (account.clone(), asked(policy, &key, other)),
    };
    // Too late to give back is no matter of arrears.
    let refused = decide(&account, &command, now).err();
    Some(refused.filter(|refusal| !matches!(refusal, Refusal::RefundWindowClosed { .. })))
}

fn asked(policy: &Policy, key: &ResourceKey, ability: Ability) -> Command {
    let other = match policy.arrears.stops {
        Stops::PayPerUse => ResourceKey::new("id-card-ocr", "eu-west-0"),
        Stops::Everything => ResourceKey::application("lcic", "app-2"),
    };
    match ability {
        Ability::NewClasses => Command::StartClass { resource: key.clone(), class: "class".to_owned() },
        Ability::Enabling => Command::Enable { resource: other, since: None },
        Ability::Buying => buy(policy),
        Ability::Disabling => Command::Disable { resource: key.clone() },
        Ability::GivingBack => Command::Unsubscribe { package: PackageId(0) },
        _ => Command::TopUp { amount: Money::from_cents(100_000) },
    }
}
