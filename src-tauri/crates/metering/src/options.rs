//! How to read, apart from the rules.

use crate::detect::{Compression, Format};
use crate::preview::reading::UsageKey;

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// What a row stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Calls of a service in a region.
    #[default]
    Calls,
    /// Seconds attended in an application.
    Attendance {
        /// The service the applications are of.
        service: String,
    },
}

/// How to read, apart from the rules.
#[derive(Clone, Debug)]
pub struct Options {
    /// Name of the source the input belongs to; record ids are unique within it.
    pub source: String,
    /// What a row stands for.
    pub unit: Unit,
    /// The format, instead of the rules' and of looking at the content.
    pub format: Option<Format>,
    /// The compression, instead of looking at the content.
    pub compression: Option<Compression>,
    /// Zone of times written without one, in seconds east of UTC, instead of the rules'.
    pub zone: Option<i32>,
    /// Instants (unix seconds, ascending) at which a contract changed: no usage row spans one.
    pub borders: Vec<i64>,
    /// Length of a settlement period in seconds.
    pub period_seconds: u32,
    /// Zone in which settlement periods start, in seconds east of UTC.
    pub period_zone: i32,
    /// The last instant (unix seconds) a row may have; later ones are rejected.
    pub not_after: i64,
    /// Keys known from before. When a service and region is used by several projects, here and in
    /// the input together, its usage is kept by the second.
    pub known_keys: Vec<UsageKey>,
    /// Threads that parse.
    pub threads: usize,
}

impl Options {
    /// Hourly periods in UTC+08:00, two threads, everything else told from the content.
    pub fn new(source: impl Into<String>, not_after: i64) -> Self {
        Self {
            source: source.into(),
            unit: Unit::Calls,
            format: None,
            compression: None,
            zone: None,
            borders: Vec::new(),
            period_seconds: 3_600,
            period_zone: 28_800,
            not_after,
            known_keys: Vec::new(),
            threads: 2,
        }
    }
}
