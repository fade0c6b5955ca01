//! What to expect of the hours ahead, from the hours that were.
//!
//! Knows series of whole hours and instants, and nothing else: no money, no packages, no account, no clock, no files. What
//! usage comes to is not computed here; the engine plays it.
//!
//! * [`History`] is usage per whole hour, and the stretch of time for which it is known.
//! * A [`Method`] makes [`Course`]s of it: each is one way in which the hours ahead may go. [`SameHours`] is the one there is:
//!   each of the last four weeks, lived again. Whoever asks knows courses alone, so that a better method replaces it.
//! * [`Spread`] is what several courses come to: the least, a middle and the most, never a single figure.
//!
//! A spread of a sum is made of the sums: each course is summed on its own, and the least and the most of those sums are
//! told. The sum of each hour's extremes would be wider than any week that was ever seen.

mod course;
mod history;
mod same_hours;
mod spread;

pub use self::{
    course::{Course, Expected, total},
    history::History,
    same_hours::{Method, SameHours, Unknown},
    spread::Spread,
};

/// An instant in whole seconds, UTC.
pub type Instant = chrono::DateTime<chrono::Utc>;

/// One hour.
const HOUR: chrono::TimeDelta = chrono::TimeDelta::hours(1);
/// Seven days.
const WEEK: chrono::TimeDelta = chrono::TimeDelta::days(7);
