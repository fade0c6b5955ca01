//! Recognising what was imported before.

mod bits;
mod bytes;
pub mod records;
pub mod stretches;
