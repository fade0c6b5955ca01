//! Imports as a whole, by theme.

#![expect(clippy::unwrap_used, reason = "what the tests share may fail them")]

mod access_logs;
mod attendance;
mod laws;
mod packing;
mod records;
mod stretches;
mod support;
mod tables;
