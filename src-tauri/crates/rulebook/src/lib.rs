//! Rules, prices and scenarios as files people write; scenarios are played here too.
//!
//! Knows the billing rules and nothing else: no books, no clock, no face. So a change of a rule is proved against every
//! scenario without building them.

mod align_entries;
pub mod catalogue;
mod consumption;
mod fields;
pub mod offers;
pub mod policy;
mod policy_entries;
mod problem;
pub mod provider_bill;
mod refund_entries;
pub mod replay;
mod voucher_entries;

pub use problem::{FileError, Problem};
pub(crate) use problem::{Problems, line_of, parse};
