//! What happened to a bill: charges by day, orders, what was given back, comparisons and locks.

use std::collections::BTreeMap;

use app::{
    bill_groups,
    books::Loaded,
    ledger::LineFilter,
    month_lines,
    reconcile::kept::{Kept, Lock},
};
use billing::{
    Derivation, Instant, Money, Value,
    bill::{self, BillStatus, Line, LineKind},
    reconcile::Tally,
    zone::Month,
};

use super::reconcile;

use crate::{
    App, IpcError, convert,
    dto::{bill_lines::PaidPart, reconcile::BillEvent},
};

/// Newest first.
pub(super) async fn history(
    app: &App,
    loaded: &Loaded,
    month: Month,
    kept: &[Kept],
    lock: Option<&Lock>,
) -> Result<Vec<BillEvent>, IpcError> {
    let account = &loaded.account;
    let lines = month_lines::lines(app.books(), loaded, month, &LineFilter::default()).await?;
    let mut events = charged(loaded, &lines)?;
    for line in lines.iter().filter(|line| !is_usage(line.kind) && line.kind != LineKind::Rounding) {
        let sku = line.package.map(|package| convert::sku_of(account, package));
        let name = sku.or_else(|| line.resource.map(|id| convert::resource_of(account, id)));
        let (named, money) = ((line.kind.code(), line.moved_at), (1, line.amounts.moved));
        let because = line.because();
        events.push(moved(loaded, named, name.unwrap_or_default(), money, (paid(&[line])?, &because))?);
    }
    let policy = &account.terms.policy;
    if bill::status_at(policy, month, super::now(app, loaded)) == BillStatus::Final {
        events.push(told("final", bill::final_at(policy, month), month.to_string(), String::new()));
    }
    for kept in kept {
        let told = &kept.told;
        let total = Tally { rows: told.row_count, ours: told.ours, theirs: told.theirs };
        let because = reconcile::difference_of(&total)?;
        events.push(BillEvent {
            amount: Some(total.difference()?.to_string()),
            why: Some(convert::why(&because, policy)),
            ..self::told("compared", told.at, told.file.clone(), told.who.clone())
        });
    }
    for lock in
        app.books().ledger().bill_locks(loaded.header.id).await?.iter().filter(|lock| lock.bill == month)
    {
        let kind = if lock.is_locked() { "locked" } else { "unlocked" };
        events.push(told(kind, lock.at, String::new(), lock.who.clone()));
    }
    for later in lock.into_iter().flat_map(|lock| &lock.later) {
        let because = Derivation::new("after-lock", "H-97", Value::Money(later.moved));
        events.push(BillEvent {
            amount: Some(later.moved.to_string()),
            why: Some(convert::why(&because, policy)),
            ..told("after-lock", later.at, later.bill.to_string(), String::new())
        });
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.at.0));
    Ok(events)
}

/// Charges, by the day on which the money moved.
fn charged(loaded: &Loaded, lines: &[Line]) -> Result<Vec<BillEvent>, IpcError> {
    let zone = loaded.account.terms.policy.zone;
    let mut days: BTreeMap<Instant, Vec<&Line>> = BTreeMap::new();
    for line in lines.iter().filter(|line| is_usage(line.kind)) {
        days.entry(zone.midnight(zone.date(line.moved_at))).or_default().push(line);
    }
    let events = days.into_values().map(|lines| {
        let last = lines.iter().map(|line| line.moved_at).max().unwrap_or_default();
        let money = Money::sum(lines.iter().map(|line| line.amounts.moved))?;
        let owned: Vec<Line> = lines.iter().map(|line| (*line).clone()).collect();
        let exact = bill_groups::together(&owned)?.because(&loaded.account);
        let because =
            Derivation::new("charged-on-day", "H-06", Value::Money(money)).resting_on("amount-due", exact);
        let count = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        moved(loaded, ("charged", last), String::new(), (count, money), (paid(&lines)?, &because))
    });
    events.collect()
}

const fn is_usage(kind: LineKind) -> bool {
    matches!(kind, LineKind::Usage | LineKind::Supplementary)
}

fn told(kind: &str, at: Instant, name: String, who: String) -> BillEvent {
    BillEvent {
        kind: kind.to_owned(),
        at: convert::seconds(at),
        name,
        who,
        count: "1".to_owned(),
        amount: None,
        paid: Vec::new(),
        why: None,
    }
}

fn moved(
    loaded: &Loaded,
    (kind, at): (&str, Instant),
    name: String,
    (count, money): (u64, Money),
    (paid, because): (Vec<PaidPart>, &Derivation),
) -> Result<BillEvent, IpcError> {
    Ok(BillEvent {
        count: count.to_string(),
        amount: Some(money.to_string()),
        paid,
        why: Some(convert::why(because, &loaded.account.terms.policy)),
        ..told(kind, at, name, String::new())
    })
}

/// What paid lines, part by part.
fn paid(lines: &[&Line]) -> Result<Vec<PaidPart>, IpcError> {
    type Part = fn(&Line) -> Money;
    let parts: [(&str, Part); 4] = [
        ("vouchers", |line| line.amounts.from_voucher),
        ("balance", |line| line.amounts.from_balance),
        ("credit", |line| line.amounts.from_credit),
        ("arrears", |line| line.amounts.arrears),
    ];
    let mut paid = Vec::new();
    for (by, part) in parts {
        let sum = Money::sum(lines.iter().map(|line| part(line)))?;
        if !sum.is_zero() {
            paid.push(PaidPart { by: by.to_owned(), amount: sum.to_string() });
        }
    }
    Ok(paid)
}
