//! Use cases: what the two faces ask for, over the rules, the books and the usage that comes in.
//!
//! Here, and only here, are the clock and the ids. This crate knows nothing of windows, of the contract with them, and
//! of sentences.

pub mod action;
pub mod alerts;
pub mod amortised;
pub mod away;
pub mod bill_fields;
pub mod bill_groups;
pub mod books;
pub mod calendar;
pub mod class;
pub mod clock;
pub mod compare;
pub mod costs;
pub mod data_dir;
pub mod deadlines;
pub mod demo;
pub mod due;
pub mod error;
pub mod explain;
pub mod foresight;
pub mod harm;
pub mod ids;
pub mod import;
pub mod journal_file;
pub mod known_usage;
pub mod month_lines;
pub mod reconcile;
pub mod renewals;
pub mod sources;
pub mod steps;

pub use books::Books;
pub use error::AppError;
/// The books' types that the faces show.
pub use ledger;
/// Usage as it was read.
pub use metering;
/// Rules, prices and scenarios as files.
pub use rulebook::{self as files, replay};
