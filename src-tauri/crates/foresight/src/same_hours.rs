//! The same hours of the last weeks.

use chrono::TimeDelta;

use crate::{Course, Expected, HOUR, History, Instant, WEEK};

/// A way of foreseeing: it makes courses of the hours ahead out of those that were.
pub trait Method<K> {
    /// Its stable name, under which people are told what it does.
    fn name(&self) -> &'static str;

    /// The ways in which the time from the end of what is known up to `until` may go; at least one. `now` tells how old what
    /// is known has become.
    ///
    /// # Errors
    /// [`Unknown`] when the history does not tell enough.
    fn courses(&self, history: &History<K>, now: Instant, until: Instant) -> Result<Vec<Course<K>>, Unknown>;
}

/// Why nothing is foreseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// Too little time is known yet.
    #[error("usage of {missing_days} more days is needed")]
    TooShort {
        /// Days that are missing, begun ones counted whole; at least one.
        missing_days: u32,
    },
    /// What is known ended too long ago.
    #[error("usage is known until {until} only")]
    TooOld {
        /// Where it ends.
        until: Instant,
    },
}

/// Each of the last weeks lived again, over and over: the same hour of the same weekday. As many courses as there are whole
/// weeks, four at most and two at least. Weeks are seven days back from the end of what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SameHours;

impl SameHours {
    /// Weeks that are lived again at most.
    pub const WEEKS: u32 = 4;
    /// Hours that must be known: two weeks.
    const LEAST_HOURS: u32 = 14 * 24;
    /// Older knowledge tells nothing of the hours ahead.
    const OLDEST: TimeDelta = TimeDelta::days(14);

    fn weeks<K: Clone + Ord>(history: &History<K>, now: Instant) -> Result<u32, Unknown> {
        let known = history.hour_count();
        if known < Self::LEAST_HOURS {
            return Err(Unknown::TooShort { missing_days: (Self::LEAST_HOURS - known).div_ceil(24) });
        }
        let until = history.known().end;
        if now - until > Self::OLDEST {
            return Err(Unknown::TooOld { until });
        }
        Ok((known / (7 * 24)).min(Self::WEEKS))
    }
}

impl<K: Clone + Ord> Method<K> for SameHours {
    fn name(&self) -> &'static str {
        "same-hours"
    }

    fn courses(&self, history: &History<K>, now: Instant, until: Instant) -> Result<Vec<Course<K>>, Unknown> {
        let weeks = Self::weeks(history, now)?;
        let end = history.known().end;
        let back = |weeks: u32| end - WEEK * i32::try_from(weeks).unwrap_or(0);
        // The earliest week first.
        let courses = (1..=weeks).rev().map(|ago| {
            let like = back(ago)..back(ago - 1);
            let week: Vec<_> = history.hours_of(&like).filter(|(.., amount)| *amount > 0).collect();
            let used = week.iter().fold(0_u64, |sum, (.., amount)| sum.saturating_add(*amount));
            let mut hours = Vec::new();
            let mut begins = end;
            while begins < until && !week.is_empty() {
                let shift = begins - like.start;
                let replayed = week.iter().map(|(at, of, amount)| Expected {
                    at: *at + shift,
                    of: (*of).clone(),
                    amount: *amount,
                });
                hours.extend(replayed.take_while(|hour| hour.at + HOUR <= until));
                begins += WEEK;
            }
            Course { like, used, hours }
        });
        Ok(courses.collect())
    }
}
