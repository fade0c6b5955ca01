//! Usage in: read files, decide what they do to the account, write that down, take it back.

mod commit;
mod cost;
mod decide;
mod history;
mod prepare;
mod report;
mod undo;

pub use commit::{Committed, commit};
pub use cost::{CostFigures, CostLine, lines, total};
pub use decide::{Decided, Refused};
pub use prepare::{Prepared, Request, Target, prepare};
pub use report::{Kept, KeptFile, KeptRow, RefusedCalls, RejectedRow, Report, find};
pub use undo::undo;
