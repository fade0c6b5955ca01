//! Days of which attendance is taken out: all that is counted of them, so that the rest can be rounded anew (T-07).

use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};

use billing::{
    Instant, OpenCharge, OpenKey, PackageId, ProjectId, ResourceId,
    command::{Undoing, UndoneUsage},
    event::{Deduction, Metered},
    rating::PricedCalls,
};
use sqlx::SqliteConnection;

use super::{Key, charged_for, open_key};
use crate::{AccountId, LedgerError, accounts::Calendar, columns::RowOf, parts};

/// Application, usage type and day: what has a running total of its own.
type Total = (ResourceId, ProjectId, Instant);

/// What is counted of a segment by all writes together.
struct Counted {
    key: OpenKey,
    occurred_at: Instant,
    uncovered: u64,
    paid: OpenCharge,
    deductions: Vec<Deduction>,
}

/// The usage of an import, and of attendance what else is counted of its days. A minute of a segment may have gone when
/// another import was undone, so no more of it is taken out than is there.
pub(super) async fn undoing(
    conn: &mut SqliteConnection,
    id: AccountId,
    calendar: &Calendar,
    mut usage: Vec<UndoneUsage>,
) -> Result<Undoing, LedgerError> {
    let totals: BTreeSet<Total> = usage
        .iter()
        .filter(|stretch| stretch.metered.seconds > 0)
        .map(|stretch| total_of(&stretch.metered.key))
        .collect();
    let mut counted = BTreeMap::new();
    for total in totals {
        load_segments(conn, id, calendar, total, &mut counted).await?;
        load_deductions(conn, id, calendar, total, &mut counted).await?;
    }
    for stretch in &mut usage {
        if let Some(segment) = counted.get_mut(&segment_of(&stretch.metered)) {
            segment.give(stretch);
        }
    }
    let mut charged = HashMap::new();
    let mut beside = Vec::new();
    for segment in counted.into_values().filter(|segment| segment.minutes() > 0) {
        if let Entry::Vacant(unknown) = charged.entry(segment.key) {
            unknown.insert(charged_for(conn, id, &segment.key).await?);
        }
        beside.push(segment.into_stretch(&charged));
    }
    Ok(Undoing { usage, beside })
}

async fn load_segments(
    conn: &mut SqliteConnection,
    id: AccountId,
    calendar: &Calendar,
    (resource, project, period): Total,
    counted: &mut BTreeMap<Key, Counted>,
) -> Result<(), LedgerError> {
    let (from, until) = (period.timestamp(), (period + calendar.period).timestamp());
    // What was taken out comes after what it was taken from.
    let rows = sqlx::query!(
        r#"
        SELECT occurred_at, settles_at, taken_out, uncovered, from_packages, parts
        FROM usage_segments
        WHERE account_id = ?1 AND occurred_at >= ?2 AND occurred_at < ?3 AND resource = ?4 AND project = ?5
        ORDER BY occurred_at, settles_at, write_id
        "#,
        id.0,
        from,
        until,
        resource.0,
        project.0
    )
    .fetch_all(conn)
    .await?;
    for row in rows {
        let of = RowOf { table: "usage_segments", id: row.occurred_at };
        let name = (row.occurred_at, resource.0.into(), project.0.into(), row.settles_at);
        let (key, occurred_at) = open_key(of, calendar, name)?;
        let segment = counted.entry(name).or_insert_with(|| Counted::nothing(key, occurred_at));
        let uncovered = of.count("uncovered", row.uncovered)?;
        let from_packages = of.count("from_packages", row.from_packages)?;
        let parts = parts::from_text(&row.parts).ok_or_else(|| of.corrupt("parts"))?;
        if row.taken_out == 0 {
            segment.uncovered += uncovered;
            segment.paid.add(from_packages, &parts);
        } else {
            segment.uncovered = segment.uncovered.saturating_sub(uncovered);
            segment.paid.remove(from_packages, &parts);
        }
    }
    Ok(())
}

async fn load_deductions(
    conn: &mut SqliteConnection,
    id: AccountId,
    calendar: &Calendar,
    (resource, project, period): Total,
    counted: &mut BTreeMap<Key, Counted>,
) -> Result<(), LedgerError> {
    let (from, until) = (period.timestamp(), (period + calendar.period).timestamp());
    let rows = sqlx::query!(
        r#"
        SELECT d.package, d.cycle, d.occurred_at, d.settles_at, d.returned, d.calls, d.from_lapsed, d.remaining
        FROM packages AS p
        CROSS JOIN deductions AS d ON d.account_id = p.account_id AND d.package = p.number
        WHERE p.account_id = ?1 AND d.occurred_at >= ?2 AND d.occurred_at < ?3 AND d.resource = ?4
          AND d.project = ?5
        ORDER BY d.transaction_id
        "#,
        id.0,
        from,
        until,
        resource.0,
        project.0
    )
    .fetch_all(conn)
    .await?;
    for row in rows {
        let of = RowOf { table: "deductions", id: row.package };
        let name = (row.occurred_at, resource.0.into(), project.0.into(), row.settles_at);
        let (key, occurred_at) = open_key(of, calendar, name)?;
        let segment = counted.entry(name).or_insert_with(|| Counted::nothing(key, occurred_at));
        let deduction = Deduction {
            package: PackageId(of.number("package", row.package)?),
            cycle: usize::try_from(row.cycle).map_err(|_| of.corrupt("cycle"))?,
            calls: of.count("calls", row.calls)?,
            from_lapsed: of.count("from_lapsed", row.from_lapsed)?,
            key,
            occurred_at,
            remaining: of.count("remaining", row.remaining)?,
        };
        if row.returned == 0 {
            segment.deductions.push(deduction);
        } else {
            segment.take_deducted(&deduction);
        }
    }
    Ok(())
}

impl Counted {
    fn nothing(key: OpenKey, occurred_at: Instant) -> Self {
        Self { key, occurred_at, uncovered: 0, paid: OpenCharge::default(), deductions: Vec::new() }
    }

    fn minutes(&self) -> u64 {
        self.uncovered + self.paid.from_packages + self.paid.billed()
    }

    /// Takes quota out that was deducted last; tells how much there was.
    fn take_deducted(&mut self, wanted: &Deduction) -> u64 {
        let same = |paid: &&mut Deduction| (paid.package, paid.cycle) == (wanted.package, wanted.cycle);
        let mut rest = wanted.calls;
        for paid in self.deductions.iter_mut().rev().filter(same) {
            let taken = paid.calls.min(rest);
            paid.calls -= taken;
            rest -= taken;
        }
        self.deductions.retain(|paid| paid.calls > 0);
        wanted.calls - rest
    }

    /// Leaves of a stretch what is there of it, and takes that out.
    fn give(&mut self, stretch: &mut UndoneUsage) {
        let metered = &mut stretch.metered;
        for paid in &mut stretch.deductions {
            paid.calls = self.take_deducted(paid);
        }
        stretch.deductions.retain(|paid| paid.calls > 0);
        metered.from_packages = stretch.deductions.iter().map(|paid| paid.calls).sum();
        for part in &mut metered.parts {
            part.calls = part.calls.min(self.charged(part));
            self.paid.remove(0, &[*part]);
        }
        metered.parts.retain(|part| part.calls > 0);
        self.paid.remove(metered.from_packages, &[]);
        metered.billable = metered.from_packages + parts::billed(&metered.parts);
        metered.uncovered = metered.uncovered.min(self.uncovered);
        self.uncovered -= metered.uncovered;
    }

    /// Minutes at the price of a part, for its reasons.
    fn charged(&self, part: &PricedCalls) -> u64 {
        let same =
            |known: &&PricedCalls| (known.unit_price, known.reasons) == (part.unit_price, part.reasons);
        self.paid.parts.iter().filter(same).map(|known| known.calls).sum()
    }

    fn into_stretch(self, charged: &HashMap<OpenKey, Option<billing::command::ChargedNow>>) -> UndoneUsage {
        let metered = Metered {
            key: self.key,
            occurred_at: self.occurred_at,
            billable: self.paid.from_packages + self.paid.billed(),
            failed: 0,
            uncovered: self.uncovered,
            from_packages: self.paid.from_packages,
            parts: self.paid.parts,
            seconds: 0,
        };
        UndoneUsage {
            metered,
            deductions: self.deductions,
            charged: charged.get(&self.key).cloned().flatten(),
        }
    }
}

fn total_of(key: &OpenKey) -> Total {
    (key.resource, key.project, key.period)
}

fn segment_of(metered: &Metered) -> Key {
    let key = metered.key;
    (metered.occurred_at.timestamp(), key.resource.0.into(), key.project.0.into(), key.settles_at.timestamp())
}
