//! What was used, hour by hour.

use std::{collections::BTreeMap, ops::Range};

use crate::{HOUR, Instant};

/// Usage of whole hours, and for which stretch of time it is known. An hour inside the stretch without usage is an hour of
/// nothing; outside of it nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<K> {
    known: Range<Instant>,
    hours: BTreeMap<Instant, Vec<(K, u64)>>,
}

impl<K: Clone + Ord> History<K> {
    /// A history of what is known from the first hour on up to another, which is excluded. Both are starts of hours, as are
    /// those of the usage; usage outside the stretch does not count.
    pub fn new(known: Range<Instant>, usage: impl IntoIterator<Item = (Instant, K, u64)>) -> Self {
        let mut hours: BTreeMap<Instant, Vec<(K, u64)>> = BTreeMap::new();
        for (at, of, amount) in usage.into_iter().filter(|(at, ..)| known.contains(at)) {
            hours.entry(at).or_default().push((of, amount));
        }
        Self { known, hours }
    }

    /// The stretch of time that is known.
    #[must_use]
    pub const fn known(&self) -> &Range<Instant> {
        &self.known
    }

    /// What was used in the hours of a stretch, in order of time.
    pub fn hours_of(&self, span: &Range<Instant>) -> impl Iterator<Item = (Instant, &K, u64)> {
        let hours = self.hours.range(span.start..span.end.max(span.start));
        hours.flat_map(|(at, used)| used.iter().map(|(of, amount)| (*at, of, *amount)))
    }

    /// Whole hours that are known.
    #[must_use]
    pub fn hour_count(&self) -> u32 {
        let hours = (self.known.end - self.known.start).num_seconds() / HOUR.num_seconds();
        u32::try_from(hours).unwrap_or(0)
    }
}
