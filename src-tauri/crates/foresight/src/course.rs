//! One way in which the hours ahead may go.

use std::ops::Range;

use crate::{Instant, Spread};

/// What is expected of one hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected<K> {
    /// The start of the hour.
    pub at: Instant,
    /// Of what.
    pub of: K,
    /// How much; never nothing.
    pub amount: u64,
}

/// One way in which the hours ahead may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<K> {
    /// The stretch of the past that it lives again.
    pub like: Range<Instant>,
    /// What was used in that stretch altogether.
    pub used: u64,
    /// The hours ahead with usage, in order of time.
    pub hours: Vec<Expected<K>>,
}

/// What courses come to over a stretch of time, of what `counts`: the spread of their sums. A longer stretch never comes to
/// less.
pub fn total<K>(
    courses: &[Course<K>],
    span: &Range<Instant>,
    counts: impl Fn(&K) -> bool,
) -> Option<Spread<u64>> {
    let sum = |course: &Course<K>| {
        let inside = course.hours.iter().filter(|hour| span.contains(&hour.at) && counts(&hour.of));
        inside.fold(0_u64, |sum, hour| sum.saturating_add(hour.amount))
    };
    Spread::of(courses.iter().map(sum))
}
