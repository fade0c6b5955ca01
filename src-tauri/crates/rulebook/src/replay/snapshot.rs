//! Every path that a scenario can name, and its value.

use billing::{
    Account, Instant, Money, Package, Refusal, ResourceId, bill,
    package::stage::state_at,
    zone::{Month, Zone},
};

use super::{Snapshot, SnapshotValue, actor::Actor, history::History};

/// All paths of the account as it stands.
pub fn snapshot(actor: &Actor, history: &History) -> Result<Snapshot, Refusal> {
    let account = &actor.account;
    let mut all = Snapshot::new();
    money_paths(account, &mut all)?;
    for (id, resource) in (0..).map(ResourceId).zip(&account.resources) {
        if resource.enabled.is_empty() {
            continue;
        }
        text(&mut all, format!("resources.{}.state", resource.key), account.resource_state(id).code());
        let causes = account.causes(id).into_iter().map(|cause| cause.code().to_owned()).collect();
        all.insert(format!("resources.{}.causes", resource.key), SnapshotValue::List(causes));
    }
    for (name, id) in &actor.names {
        if let Some(package) = account.package(*id) {
            package_paths(account, name, package, &mut all);
        }
        if let Some(amount) = history.refunds.get(id) {
            text(&mut all, format!("refund.{name}.amount"), amount);
        }
    }
    charge_paths(account.terms.policy.zone, history, &mut all)?;
    for (month, total) in &history.bills {
        text(&mut all, format!("bills.{month}.total"), total);
        let status = bill::status_at(&account.terms.policy, *month, account.now);
        text(&mut all, format!("bills.{month}.status"), status.code());
    }
    for (path, value) in [
        ("usage.billable", history.billable),
        ("usage.failed", history.failed),
        ("usage.duplicates", actor.duplicates),
        ("usage.uncovered", history.uncovered),
        ("notices.count", history.notices.len() as u64),
    ] {
        count(&mut all, path.to_owned(), value);
    }
    let kinds = history.notices.iter().map(|kind| (*kind).to_owned()).collect();
    all.insert("notices.kinds".into(), SnapshotValue::List(kinds));
    text(&mut all, "notices.last".into(), history.notices.last().unwrap_or(&"none"));
    let mut reasons: Vec<_> = history.reasons.iter().map(|reason| reason.code().to_owned()).collect();
    reasons.sort();
    all.insert("explain.reasons".into(), SnapshotValue::List(reasons));
    all.insert("journal.balanced".into(), SnapshotValue::Flag(!history.unbalanced));
    Ok(all)
}

/// The value of a path that the snapshot does not list because nothing has happened there yet.
pub fn absent(path: &str, account: &Account) -> Option<SnapshotValue> {
    let none = || Some(SnapshotValue::Text("none".into()));
    let parts: Vec<_> = path.split('.').collect();
    match parts.as_slice() {
        ["bills", month, "total"] => {
            Month::parse(month).map(|_| SnapshotValue::Text(Money::ZERO.to_string()))
        }
        ["bills", month, "status"] => {
            let month = Month::parse(month)?;
            Some(SnapshotValue::Text(
                bill::status_at(&account.terms.policy, month, account.now).code().into(),
            ))
        }
        ["refund", _, "amount"] => none(),
        ["charges", number, field] => {
            number.parse::<u32>().ok()?;
            ["period", "quantity", "from_packages", "billed", "amount", "paid", "owed"]
                .contains(field)
                .then(none)?
        }
        ["packages", _, _] | ["packages", _, "next_cycle", _] => none(),
        ["resources", .., "state" | "causes"] => none(),
        _ => None,
    }
}

fn money_paths(account: &Account, all: &mut Snapshot) -> Result<(), Refusal> {
    let position = account.position()?;
    for (path, money) in [
        ("balance", position.balance),
        ("arrears", position.arrears),
        ("available_credit", position.available_credit),
        ("accrued", position.accrued),
        ("spendable_now", position.spendable_now),
    ] {
        text(all, path.to_owned(), money);
    }
    text(all, "vouchers.usable".to_owned(), account.usable_vouchers()?);
    for voucher in &account.vouchers {
        text(all, format!("vouchers.{}.left", voucher.terms.code), voucher.left);
    }
    let zone = account.terms.policy.zone;
    let deadlines = account.deadlines();
    let state = account.stage().code(account.terms.policy.arrears.stops);
    text(all, "state".into(), state);
    text(all, "arrears_since".into(), instant(zone, deadlines.map(|deadlines| deadlines.since)));
    text(all, "grace_ends_at".into(), instant(zone, deadlines.map(|deadlines| deadlines.grace_ends_at)));
    let retention_ends_at = deadlines.map(|deadlines| deadlines.retention_ends_at);
    text(all, "retention_ends_at".into(), instant(zone, retention_ends_at));
    Ok(())
}

fn package_paths(account: &Account, name: &str, package: &Package, all: &mut Snapshot) {
    let (zone, now) = (account.terms.policy.zone, account.now);
    let stages = account.package_stages(package);
    let Some(cycle) = package.shown_cycle(now) else { return };
    let next = package.next_cycle(now);
    let mut set = |field: &str, value: String| text(all, format!("packages.{name}.{field}"), value);
    set("state", state_at(package, stages, now).code().to_owned());
    set("starts_at", zone.format(cycle.starts_at));
    set("ends_at", zone.format(cycle.ends_at));
    set("valid_to", zone.format(package.valid_to()));
    set("next_cycle.starts_at", instant(zone, next.map(|cycle| cycle.starts_at)));
    set("next_cycle.ends_at", instant(zone, next.map(|cycle| cycle.ends_at)));
    match next {
        Some(next) => count(all, format!("packages.{name}.next_cycle.quota"), next.quota),
        None => text(all, format!("packages.{name}.next_cycle.quota"), "none"),
    }
    let begun = package.cycles.iter().filter(|cycle| cycle.begun).count() as u64;
    for (field, value) in [("remaining", cycle.remaining()), ("used", cycle.used), ("cycles", begun)] {
        count(all, format!("packages.{name}.{field}"), value);
    }
}

fn charge_paths(zone: Zone, history: &History, all: &mut Snapshot) -> Result<(), Refusal> {
    let billed = history.charges.iter().filter(|line| line.charge.billed() > 0);
    let mut total = Money::ZERO;
    let mut number = 0_u64;
    for line in billed {
        let charge = &line.charge;
        total = total.checked_add(charge.due)?;
        let path = |field: &str| format!("charges.{number}.{field}");
        text(all, path("period"), zone.format(charge.key.period));
        text(all, path("amount"), charge.amount);
        text(all, path("paid"), charge.due.checked_sub(line.owed)?);
        text(all, path("owed"), line.owed);
        count(all, path("quantity"), charge.quantity());
        count(all, path("from_packages"), charge.from_packages);
        count(all, path("billed"), charge.billed());
        number += 1;
    }
    count(all, "charges.count".into(), number);
    text(all, "charges.total".into(), total);
    Ok(())
}

fn instant(zone: Zone, at: Option<Instant>) -> String {
    at.map_or_else(|| "none".to_owned(), |at| zone.format(at))
}

fn text(all: &mut Snapshot, path: String, value: impl ToString) {
    all.insert(path, SnapshotValue::Text(value.to_string()));
}

fn count(all: &mut Snapshot, path: String, value: u64) {
    all.insert(path, SnapshotValue::Count(value));
}
