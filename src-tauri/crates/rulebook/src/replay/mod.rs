//! Scenarios: the rulebook as executable examples, played in memory.

mod action;
mod actor;
mod entries;
mod file;
mod history;
mod paths;
mod player;
mod snapshot;
mod step;
mod voucher;
mod write;

use std::collections::BTreeMap;

pub use action::{Action, Buy, Metered, Together, Use};
pub use actor::Actor;
pub use entries::PackageAlertEntry;
pub use file::Scenario;
pub use player::{Failure, Played, play};
pub use step::{Expectation, Step};

/// A value that a path of a scenario can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotValue {
    /// Money, instants, names; an absent value is `none`.
    Text(String),
    /// Counts.
    Count(u64),
    /// Lists of names.
    List(Vec<String>),
    /// Yes or no.
    Flag(bool),
}

/// Every path of an account and its value.
pub type Snapshot = BTreeMap<String, SnapshotValue>;

impl std::fmt::Display for SnapshotValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Count(count) => write!(f, "{count}"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(|item| format!("\"{item}\"")).collect();
                write!(f, "[{}]", items.join(", "))
            }
        }
    }
}
