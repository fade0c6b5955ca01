//! Imports as a whole, by theme.

mod access_logs;
mod laws;
mod packing;
mod records;
mod stretches;
mod support;
mod tables;
