//! What is ahead in the next 30 days: for the timeline and its table.

use app::{books::Loaded, due, foresight::Moment, renewals::rehearse};
use billing::{
    Account, Derivation, Instant, Money, Package, Value, bill, engine::rehearsal::Rehearsed,
    package::order::numbered, zone::Month,
};
use chrono::{Days, TimeDelta};

use crate::{
    IpcError,
    charts::{
        Width,
        timeline::{Item, Weight, draw},
    },
    convert,
    dto::{common::ChartView, today::Upcoming},
};

/// How far ahead is looked.
pub(super) const DAYS: i64 = 30;
/// Settlements that stand on the timeline as ticks.
const SETTLEMENTS_SHOWN: i32 = 24;

const SETTLEMENTS: usize = 0;
const ATTEMPTS: usize = 1;
const PACKAGES: usize = 2;
const MONEY: usize = 3;
const BILLS: usize = 4;

/// What is ahead.
pub(super) struct Ahead {
    /// Drawn in lanes.
    pub timeline: ChartView,
    /// In order of time. Of the settlements only the next one, with what it takes.
    pub upcoming: Vec<Upcoming>,
}

/// Looks ahead; with when the money is spent, where that is foreseen.
pub(super) fn ahead(
    loaded: &Loaded,
    page: Width,
    now: Instant,
    spent: Option<&Moment>,
) -> Result<Ahead, IpcError> {
    let account = &loaded.account;
    let until = now + TimeDelta::days(DAYS);
    let mut items = Vec::new();
    let mut upcoming = Vec::new();
    let next_settlement = due::next_settlement(loaded, now);
    settlements(account, next_settlement, until, &mut items);
    let settled = settled_at(account, next_settlement)?;
    upcoming.push(Upcoming {
        kind: "settlement".to_owned(),
        at: convert::seconds(next_settlement),
        name: String::new(),
        amount: settled.as_ref().map(|(money, _)| money.to_string()),
        why: settled.map(|(_, because)| convert::why(&because, &account.terms.policy)),
    });
    money_spent(account, spent, until, &mut items, &mut upcoming);
    renewals(account, &rehearse(account)?, (now, until), &mut items, &mut upcoming);
    let mut add = |lane: usize, kind: &str, at: Instant, (name, label): (String, String), weight: Weight| {
        upcoming.push(Upcoming {
            kind: kind.to_owned(),
            at: convert::seconds(at),
            name,
            amount: None,
            why: None,
        });
        items.push(Item { lane, at, until: None, label, weight });
    };
    for (_, package) in numbered(account).filter(|(_, package)| !package.is_gone()) {
        let name = || (convert::package_name(account, package), convert::package_label(account, package));
        // A warning is a mark on the way to the end, which has the name.
        let unnamed = || (convert::package_name(account, package), String::new());
        for cycle in package.cycles.iter().filter(|cycle| now < cycle.starts_at && cycle.starts_at <= until) {
            add(PACKAGES, "cycle_begins", cycle.starts_at, name(), Weight::Note);
        }
        let ends_at = package.valid_to();
        if now <= ends_at && ends_at <= until {
            add(PACKAGES, "package_ends", ends_at, name(), weight(ends_at - now));
        }
        for at in warnings(account, package).filter(|at| now < *at && *at <= until) {
            add(PACKAGES, "expiry_warning", at, unnamed(), Weight::Tick);
        }
    }
    for (kind, at) in arrears_deadlines(account).filter(|(_, at)| now <= *at && *at <= until) {
        let label = if kind == "grace_ends" { "graceEnds" } else { "retentionEnds" };
        add(MONEY, kind, at, (String::new(), label.to_owned()), weight(at - now));
    }
    for (month, at) in closing_bills(account, now, until) {
        add(BILLS, "bill_closes", at, (month.to_string(), month.to_string()), Weight::Note);
    }
    upcoming.sort_by(|a, b| (a.at, &a.kind, &a.name).cmp(&(b.at, &b.kind, &b.name)));
    Ok(Ahead { timeline: draw(page, account.terms.policy.zone, now, until, &items)?, upcoming })
}

/// When packages renew themselves: those that succeed, and of those that fail the first attempt.
fn renewals(
    account: &Account,
    rehearsed: &[Rehearsed],
    (now, until): (Instant, Instant),
    items: &mut Vec<Item>,
    upcoming: &mut Vec<Upcoming>,
) {
    for (index, one) in rehearsed.iter().enumerate().filter(|(_, one)| now <= one.at && one.at <= until) {
        let Some(package) = account.package(one.package) else { continue };
        let is_same = |other: &Rehearsed| (other.package, other.ends_at) == (one.package, one.ends_at);
        let fails = one.refusal.is_some();
        if fails && rehearsed.iter().take(index).any(is_same) {
            continue;
        }
        upcoming.push(Upcoming {
            kind: if fails { "renewal_fails" } else { "renewal" }.to_owned(),
            at: convert::seconds(one.at),
            name: convert::package_name(account, package),
            amount: one.price.map(|price| price.to_string()),
            why: Some(convert::why(&one.taken(), &account.terms.policy)),
        });
        let weight = if fails { Weight::Today } else { Weight::Note };
        let label = convert::package_label(account, package);
        items.push(Item { lane: ATTEMPTS, at: one.at, until: None, label, weight });
    }
}

/// From when to when the money may be spent: up to the end of the timeline where it may last.
fn money_spent(
    account: &Account,
    spent: Option<&Moment>,
    until: Instant,
    items: &mut Vec<Item>,
    upcoming: &mut Vec<Upcoming>,
) {
    let Some((moment, earliest)) = spent.and_then(|moment| Some((moment, moment.earliest?))) else { return };
    let latest = moment.latest.unwrap_or(until).min(until);
    upcoming.push(Upcoming {
        kind: "money_spent".to_owned(),
        at: convert::seconds(earliest),
        name: String::new(),
        amount: None,
        why: Some(convert::why(&moment.because, &account.terms.policy)),
    });
    let label = "moneySpent".to_owned();
    let weight = weight(earliest - account.now);
    items.push(Item { lane: MONEY, at: earliest, until: Some(latest), label, weight });
}

/// How much something threatens that is so far away.
pub(super) fn weight(away: TimeDelta) -> Weight {
    match away.num_days() {
        ..=0 => Weight::Today,
        1..=6 => Weight::Soon,
        _ => Weight::Note,
    }
}

fn settlements(account: &Account, next: Instant, until: Instant, items: &mut Vec<Item>) {
    let instants = (0..SETTLEMENTS_SHOWN).map(|index| next + account.terms.policy.settlement.period * index);
    for at in instants.take_while(|at| *at <= until) {
        items.push(Item { lane: SETTLEMENTS, at, until: None, label: String::new(), weight: Weight::Tick });
    }
}

/// What open periods take at a settlement instant, when there are any.
fn settled_at(account: &Account, at: Instant) -> Result<Option<(Money, Derivation)>, IpcError> {
    let mut sum = Money::ZERO;
    let mut parts = Vec::new();
    for (key, open) in account.open.iter().filter(|(key, _)| key.settles_at <= at) {
        let money = open.money()?;
        sum = sum.checked_add(money.value)?;
        parts.push((convert::resource_of(account, key.resource), money.because));
    }
    let because = Derivation::new("accrued", "H-05", Value::Money(sum));
    let because = parts.into_iter().fold(because, |because, (name, part)| {
        because.with("resource", Value::Name(name)).resting_on("of-it", part)
    });
    Ok((!because.inputs.is_empty()).then_some((sum, because)))
}

/// When the customer is warned that a package ends and nothing follows (H-30).
pub(super) fn warnings(account: &Account, package: &Package) -> impl Iterator<Item = Instant> {
    let policy = &account.terms.policy;
    let last_day = policy.zone.date(package.valid_to());
    policy.package.expiry_warning_days.iter().filter_map(move |days| {
        let day = last_day.checked_sub_days(Days::new(u64::from(*days)))?;
        Some(policy.zone.at(day, policy.package.expiry_warning_hour))
    })
}

/// When the stages of present arrears end (H-81, T-27).
fn arrears_deadlines(account: &Account) -> impl Iterator<Item = (&'static str, Instant)> {
    let deadlines = account.deadlines().filter(|_| account.released_at.is_none());
    let ends = deadlines
        .map(|ends| [("grace_ends", ends.grace_ends_at), ("retention_ends", ends.retention_ends_at)]);
    ends.into_iter().flatten()
}

/// Bills that become final: those of last month and of this one.
fn closing_bills(account: &Account, now: Instant, until: Instant) -> impl Iterator<Item = (Month, Instant)> {
    let policy = &account.terms.policy;
    let this = policy.zone.month(now);
    let last = policy.zone.month(policy.zone.month_start(this) - TimeDelta::seconds(1));
    let closing = [last, this].map(|month| (month, bill::final_at(policy, month)));
    let opened_at = account.opened_at;
    closing.into_iter().filter(move |(month, at)| {
        now < *at && *at <= until && opened_at < policy.zone.month_start(month.next())
    })
}
