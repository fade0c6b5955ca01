//! Which lines of the two bills are about the same thing.

use std::collections::BTreeMap;

use super::{Entry, EntryKind, Frame, Row, Side, Verdict};
use crate::{ChargeAmount, Derivation, Derived, Instant, Refusal, Value};

/// What lines have in common that are compared with each other; in order of time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub from: Instant,
    pub kind: EntryKind,
    pub place: String,
    pub project: Option<String>,
    pub name: String,
}

/// What the provider's bill tells apart.
struct Told<'a> {
    frame: &'a Frame,
    projects: bool,
    names: bool,
    /// Lines of the provider that are about several periods, as keys with their ends.
    spans: Vec<(Key, Instant)>,
}

/// Lines that are about the same thing, each side added up.
pub(super) fn rows(ours: &[Entry], theirs: &[Entry], frame: &Frame) -> Result<Vec<Row>, Refusal> {
    let told = Told::by(theirs, frame);
    let mut sides: BTreeMap<Key, (Side, Side)> = BTreeMap::new();
    for (index, entry) in theirs.iter().enumerate() {
        sides.entry(told.key(entry)).or_default().1.add(index, entry)?;
    }
    for (index, entry) in ours.iter().enumerate() {
        sides.entry(told.key_within_spans(entry)).or_default().0.add(index, entry)?;
    }
    sides.into_iter().map(|(key, (ours, theirs))| row(key, ours, theirs)).collect()
}

impl<'a> Told<'a> {
    fn by(theirs: &[Entry], frame: &'a Frame) -> Self {
        let projects = theirs.iter().any(|entry| entry.project.is_some());
        let is_order = |entry: &&Entry| !entry.kind.is_of_period() && entry.kind != EntryKind::Other;
        let names = theirs.iter().filter(is_order).any(|entry| !entry.name.is_empty());
        let mut told = Self { frame, projects, names, spans: Vec::new() };
        let long = theirs.iter().filter_map(|entry| {
            let until = entry.until.filter(|_| entry.kind.is_of_period())?;
            let key = told.key(entry);
            (until > key.from + frame.period).then_some((key, until))
        });
        told.spans = long.collect();
        told
    }

    fn key(&self, entry: &Entry) -> Key {
        let Frame { zone, period, .. } = self.frame;
        let is_rounding = entry.kind == EntryKind::Rounding;
        // Orders are told apart by their offers, where the file names them; else by what they are for.
        let by_offer = self.names && !entry.kind.is_of_period() && !is_rounding;
        let named = entry.kind == EntryKind::Other || by_offer;
        Key {
            from: match entry.kind {
                kind if kind.is_of_period() => zone.period_start(entry.from, *period),
                EntryKind::Rounding => zone.month_start(zone.month(entry.from)),
                _ => zone.midnight(zone.date(entry.from)),
            },
            kind: entry.kind,
            place: if is_rounding || by_offer { String::new() } else { entry.place.clone() },
            // A rounding line is of the whole bill.
            project: entry.project.clone().filter(|_| self.projects && entry.kind == EntryKind::Usage),
            name: if named { entry.name.clone() } else { String::new() },
        }
    }

    /// The key of an own line: that of the provider's line whose stretch of time it lies in, if there is one.
    fn key_within_spans(&self, entry: &Entry) -> Key {
        let own = self.key(entry);
        let holds = |(key, until): &&(Key, Instant)| {
            key.from <= own.from
                && own.from < *until
                && (key.kind, &key.place, &key.project) == (own.kind, &own.place, &own.project)
        };
        let found = self.spans.iter().find(holds).map(|(key, _)| key.clone());
        found.unwrap_or(own)
    }
}

/// One row, its difference with why.
pub(super) fn row(key: Key, ours: Side, theirs: Side) -> Result<Row, Refusal> {
    let difference = theirs.amount.checked_sub(ours.amount)?;
    let mut because = Derivation::new("reconciled-line", "H-97", Value::Charge(difference));
    for (side, amount, quantity) in [(&theirs, "theirs", "quantity-theirs"), (&ours, "ours", "quantity-ours")]
    {
        because = because.with(amount, Value::Charge(side.amount));
        if let Some(count) = side.quantity {
            because = because.with(quantity, Value::Number(count.into()));
        }
        for price in &side.prices {
            because = because.with("unit-price", Value::UnitPrice(*price));
        }
    }
    Ok(Row {
        verdict: verdict(&ours, &theirs, difference),
        kind: key.kind,
        place: key.place,
        project: key.project,
        name: key.name,
        from: key.from,
        ours,
        theirs,
        cause: None,
        difference: Derived { value: difference, because },
    })
}

fn verdict(ours: &Side, theirs: &Side, difference: ChargeAmount) -> Verdict {
    if theirs.is_empty() {
        return Verdict::OnlyOurs;
    }
    if ours.is_empty() {
        return Verdict::OnlyTheirs;
    }
    let differ = |pair: (Option<i64>, Option<i64>)| matches!(pair, (Some(a), Some(b)) if a != b);
    let used = (ours.quantity, theirs.quantity);
    let covered = (ours.from_packages, theirs.from_packages);
    if differ(used) || differ(covered) {
        Verdict::Quantity
    } else if difference == ChargeAmount::ZERO {
        Verdict::Same
    } else if !ours.prices.is_empty() && !theirs.prices.is_empty() && ours.prices != theirs.prices {
        Verdict::Price
    } else {
        Verdict::Amount
    }
}
