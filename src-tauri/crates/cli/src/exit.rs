//! What the program ends with: one table, shown by `--help` and the man page.

use std::fmt::Write as _;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// It was carried out, or shown.
    Done = 0,
    /// The rules refused it, or a check failed.
    Refused = 1,
    /// The arguments or the input cannot be used.
    Invalid = 2,
    /// The books are in use, or have moved since the preview.
    Busy = 3,
    /// The books are not ones this program can use.
    Books = 4,
    /// Something else went wrong.
    Failed = 5,
    /// The customer stopped it.
    Cancelled = 130,
}

/// Every exit code and its meaning.
pub const TABLE: [(Exit, &str); 7] = [
    (Exit::Done, "done"),
    (Exit::Refused, "refused by the rules, or a check failed (verify, reconcile, replay, catalogue check)"),
    (Exit::Invalid, "bad usage, or input that cannot be read"),
    (Exit::Busy, "the books are in use by another program, or moved since the preview: try again"),
    (Exit::Books, "the books are newer than this program, damaged, or not its own; they stay untouched"),
    (Exit::Failed, "another failure, such as a full disk"),
    (Exit::Cancelled, "cancelled; nothing was written"),
];

impl Exit {
    /// The number the shell sees.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// The table as the help shows it.
pub fn help() -> String {
    let mut text = "Exit codes:\n".to_owned();
    for (exit, meaning) in TABLE {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {:>3}  {meaning}", exit.code());
    }
    text
}
