//! Rules, prices and scenarios as files people write.

pub mod catalogue;
mod fields;
pub mod offers;
pub mod policy;
mod policy_entries;
mod problem;

pub use problem::{FileError, Problem};
pub(crate) use problem::{Problems, line_of, parse};
