//! Log lines without ids: a stretch of lines counts once, however it comes back.
//!
//! Equal lines inside one file are separate calls, so a line alone says nothing. What is recognised
//! is a *stretch*: lines in the same order as in an earlier file. A new file is cut into chunks like
//! the known ones; a chunk with a known digest is known ([`file`]). What lies between – the ends of
//! files, new lines inserted – is compared line by line ([`region`], [`extend`]). Whether a match is
//! a return or a coincidence is decided in one place ([`accept`]).
//!
//! # What cannot be told
//! * A file of one line that is equal to a known line is taken for a return of that line.
//! * Files that share only one second at their joint, with fewer than sixteen different lines in it,
//!   are taken for two parts of one log: all their lines count.
//! * Two gateways that write the same lines at the same seconds need a source each.
//! * In imports of more than 262,144 lines marks are shorter: where a known stretch was cut in its
//!   middle *and* other lines were attached to the cut, the cut may be found a few lines off.

mod accept;
mod choose;

mod codec;
mod extend;
mod file;
mod known;
mod region;
mod run;
#[cfg(test)]
mod tests;

pub use file::FileStretches;
pub use known::Known;

/// What is stored of an import's log lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StretchRun {
    /// First instant, unix seconds.
    pub first: i64,
    /// Last instant, unix seconds.
    pub last: i64,
    /// Lines it stands for.
    pub lines: u64,
    /// Everything, packed; handed back through [`crate::History::stretch_runs`].
    pub data: Vec<u8>,
}

impl StretchRun {
    /// Whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.lines == 0
    }
}
