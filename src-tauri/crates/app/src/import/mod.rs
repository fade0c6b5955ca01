//! Usage in: read files, decide what they do to the account, write that down, take it back.

mod decide;
mod history;
mod undo;
mod write;

pub use decide::{Decided, Refused};
pub use undo::undo;
pub use write::{Prepared, Request, Target, commit, prepare};
