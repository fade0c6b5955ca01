//! Counting calls per stretch of time.

use std::collections::{BTreeMap, HashMap};

use crate::keys::Keys;
use crate::options::Options;
use crate::preview::reading::{UsageKey, UsageRow};

/// Rows counted by the second before they are put in order and joined.
const JOIN_AT: usize = 1 << 16;

/// Calls that were billable and calls that were not.
#[derive(Clone, Copy, Debug, Default)]
struct Calls {
    billable: u64,
    failed: u64,
}

/// The borders no count may span: period starts and instants at which a contract changed.
#[derive(Clone, Debug)]
struct Borders {
    instants: Vec<i64>,
    period: i64,
    zone: i64,
}

impl Borders {
    /// The stretch `[start, end)` an instant lies in.
    fn stretch(&self, at: i64) -> (i64, i64) {
        let into = at.saturating_add(self.zone).rem_euclid(self.period);
        let start = at.saturating_sub(into);
        let end = start.saturating_add(self.period);
        let next = self.instants.partition_point(|border| *border <= at);
        let before = next.checked_sub(1).and_then(|index| self.instants.get(index));
        let after = self.instants.get(next);
        (before.map_or(start, |b| start.max(*b)), after.map_or(end, |b| end.min(*b)))
    }
}

/// Counts calls: per stretch and key, or by the second for keys whose order matters.
pub struct Count {
    borders: Borders,
    /// Calls per stretch, by key.
    stretches: Vec<(i64, Vec<Calls>)>,
    of_start: HashMap<i64, usize>,
    /// The stretch counted last: start, end, index. Logs are nearly in order, so it is mostly right.
    open: (i64, i64, usize),
    /// Which keys are counted by the second.
    by_second: Vec<bool>,
    seconds: Vec<UsageRow>,
    join_at: usize,
    /// First and last instant counted; the wrong way round as long as there is none.
    span: (i64, i64),
}

impl Count {
    /// Nothing counted yet. `by_second` says it per key number; numbers beyond it are counted by
    /// the second, because nothing is known about them.
    pub fn new(options: &Options, by_second: Vec<bool>) -> Self {
        let mut instants = options.borders.clone();
        instants.sort_unstable();
        let period = i64::from(options.period_seconds.max(1));
        let borders = Borders { instants, period, zone: i64::from(options.period_zone) };
        Self {
            borders,
            stretches: Vec::new(),
            of_start: HashMap::new(),
            open: (0, 0, 0),
            by_second,
            seconds: Vec::new(),
            join_at: JOIN_AT,
            span: (i64::MAX, i64::MIN),
        }
    }

    /// From now on counts all keys by the second: rows come that may name any project.
    pub fn by_second_from_now(&mut self) {
        self.by_second.clear();
    }

    /// Counts `count` calls.
    pub fn add(&mut self, at: i64, key: u32, billable: bool, count: u32) {
        let count = u64::from(count);
        let (ok, not_ok) = if billable { (count, 0) } else { (0, count) };
        self.span = (self.span.0.min(at), self.span.1.max(at));
        if self.by_second.get(key as usize).copied().unwrap_or(true) {
            self.add_second(UsageRow { at, key, billable: ok, failed: not_ok });
            return;
        }
        if at < self.open.0 || at >= self.open.1 {
            self.open_stretch(at);
        }
        let Some((_, by_key)) = self.stretches.get_mut(self.open.2) else { return };
        if by_key.len() <= key as usize {
            by_key.resize(key as usize + 1, Calls::default());
        }
        if let Some(calls) = by_key.get_mut(key as usize) {
            calls.billable += ok;
            calls.failed += not_ok;
        }
    }

    fn open_stretch(&mut self, at: i64) {
        let (start, end) = self.borders.stretch(at);
        let index = *self.of_start.entry(start).or_insert_with(|| {
            self.stretches.push((start, Vec::new()));
            self.stretches.len() - 1
        });
        self.open = (start, end, index);
    }

    fn add_second(&mut self, row: UsageRow) {
        if let Some(last) = self.seconds.last_mut().filter(|last| (last.at, last.key) == (row.at, row.key)) {
            last.billable += row.billable;
            last.failed += row.failed;
            return;
        }
        self.seconds.push(row);
        if self.seconds.len() >= self.join_at {
            self.seconds = joined(std::mem::take(&mut self.seconds));
            self.join_at = JOIN_AT.max(self.seconds.len() * 2);
        }
    }

    /// First and last instant counted.
    pub fn span(&self) -> Option<(i64, i64)> {
        (self.span.0 <= self.span.1).then_some(self.span)
    }

    /// The keys used, ascending, and the rows, ascending. Keys counted by the second turn out not
    /// to need it when no other project uses their service and region: their rows are joined.
    pub fn finish(self, keys: &Keys, known: &[UsageKey]) -> (Vec<UsageKey>, Vec<UsageRow>) {
        let shared = keys.shared(known);
        let mut rows: Vec<UsageRow> = Vec::with_capacity(self.seconds.len());
        for (at, by_key) in &self.stretches {
            for (key, calls) in (0..).zip(by_key) {
                rows.push(UsageRow { at: *at, key, billable: calls.billable, failed: calls.failed });
            }
        }
        rows.retain(|row| row.billable + row.failed > 0);
        for mut row in self.seconds {
            if !shared.get(row.key as usize).copied().unwrap_or(true) {
                row.at = self.borders.stretch(row.at).0;
            }
            rows.push(row);
        }
        renumbered(joined(rows), keys)
    }
}

/// Rows in order, those of one instant and key added up.
fn joined(mut rows: Vec<UsageRow>) -> Vec<UsageRow> {
    rows.sort_unstable();
    rows.dedup_by(|next, kept| {
        let same = (next.at, next.key) == (kept.at, kept.key);
        if same {
            kept.billable += next.billable;
            kept.failed += next.failed;
        }
        same
    });
    rows
}

/// The same rows with keys numbered in ascending order, unused ones left out: the numbers no longer
/// tell in which order files were read.
fn renumbered(mut rows: Vec<UsageRow>, keys: &Keys) -> (Vec<UsageKey>, Vec<UsageRow>) {
    let mut used: BTreeMap<&UsageKey, u32> = BTreeMap::new();
    for row in &rows {
        if let Some(key) = keys.get(row.key) {
            used.entry(key).or_insert(row.key);
        }
    }
    let numbers: HashMap<u32, u32> = used.values().copied().zip(0..).collect();
    for row in &mut rows {
        row.key = numbers.get(&row.key).copied().unwrap_or(row.key);
    }
    rows.sort_unstable();
    (used.into_keys().cloned().collect(), rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(service: &str, project: &str) -> UsageKey {
        UsageKey {
            service: service.into(),
            region: "r".into(),
            application: String::new(),
            project: project.into(),
        }
    }

    #[test]
    fn a_count_ends_at_period_starts_and_at_borders() {
        let mut options = Options::new("s", i64::MAX);
        options.borders = vec![5_000];
        let mut count = Count::new(&options, vec![false]);
        for at in [3_600, 4_999, 5_000, 7_199, 7_200] {
            count.add(at, 0, true, 1);
        }
        let mut keys = Keys::default();
        keys.number(&key("a", ""));
        let (_, rows) = count.finish(&keys, &[]);
        let ends: Vec<_> = rows.iter().map(|row| (row.at, row.billable)).collect();
        assert_eq!(ends, [(3_600, 2), (5_000, 2), (7_200, 1)], "5,000 itself belongs to the later stretch");
    }

    #[test]
    fn periods_start_in_their_own_zone() {
        let mut options = Options::new("s", i64::MAX);
        options.period_seconds = 86_400;
        let mut count = Count::new(&options, vec![false]);
        count.add(16 * 3_600 - 1, 0, true, 1);
        count.add(16 * 3_600, 0, true, 1);
        let mut keys = Keys::default();
        keys.number(&key("a", ""));
        let (_, rows) = count.finish(&keys, &[]);
        let starts: Vec<_> = rows.iter().map(|row| row.at).collect();
        assert_eq!(starts, [-8 * 3_600, 16 * 3_600], "midnight in UTC+08:00 is 16:00 UTC");
    }

    #[test]
    fn only_projects_that_share_a_service_are_kept_by_the_second() {
        let mut keys = Keys::default();
        let numbers = [key("a", "p"), key("a", "q"), key("b", "p")].map(|k| keys.number(&k));
        let mut count = Count::new(&Options::new("s", i64::MAX), Vec::new());
        for at in [10, 20] {
            numbers.iter().for_each(|number| count.add(at, *number, true, 1));
        }
        let (_, rows) = count.finish(&keys, &[]);
        let of = |number| rows.iter().filter(|row| row.key == number).count();
        assert_eq!((of(0), of(1), of(2)), (2, 2, 1));
    }
}
