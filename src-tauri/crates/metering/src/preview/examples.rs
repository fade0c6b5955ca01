//! Rows that no rule matches or a rule ignores: a few of each, so that people see what these are.

use crate::format::shown;
use crate::line::Class;
use crate::preview::reading::Reading;

/// At most so many of each kind are kept.
pub const EXAMPLES: usize = 10;

/// A row that was read and left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Name of the file.
    pub file: String,
    /// Line number, from 1.
    pub line: u64,
    /// The beginning of the row.
    pub excerpt: String,
}

/// The first rows of each kind.
#[derive(Clone, Debug, Default)]
pub struct Examples {
    /// Rows no rule matches.
    pub unmatched: Vec<Example>,
    /// Rows a rule says to ignore.
    pub ignored: Vec<Example>,
}

impl Examples {
    /// Keeps a row, if it is of such a kind and there are not enough of it.
    pub fn take(&mut self, class: Class, file: &str, line: u64, raw: &[u8]) {
        let Some(kept) = self.of(class).filter(|kept| kept.len() < EXAMPLES) else { return };
        kept.push(Example { file: file.to_owned(), line, excerpt: shown(raw) });
    }

    /// Puts them into the reading. What was imported before counts in neither kind, and shows nothing.
    pub fn show(self, reading: &mut Reading) {
        let at_most = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        reading.unmatched_examples = self.unmatched;
        reading.unmatched_examples.truncate(at_most(reading.unmatched));
        reading.ignored_examples = self.ignored;
        reading.ignored_examples.truncate(at_most(reading.ignored));
    }

    fn of(&mut self, class: Class) -> Option<&mut Vec<Example>> {
        match class {
            Class::UNMATCHED => Some(&mut self.unmatched),
            Class::IGNORED => Some(&mut self.ignored),
            _ => None,
        }
    }
}
