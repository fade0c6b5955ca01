//! Use cases: what the two faces ask for, over the rules, the books and the usage that comes in.
//!
//! Here, and only here, are the clock and the ids. This crate knows nothing of windows, of the contract with them, and
//! of sentences.

pub mod files;
pub mod replay;
