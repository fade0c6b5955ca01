//! The forms usage is written in.

pub mod access_log;
mod attendance;
pub mod cloudevents;
pub mod common_log;
pub mod csv;
pub mod fields;
pub mod json_lines;
pub mod json_values;
pub mod time;

use crate::preview::reject::Reason;

/// Longest text of a rejected row that is shown, in characters.
const SHOWN_CHARACTERS: usize = 160;

/// What is wrong with a row, before its file and line are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Why.
    pub reason: Reason,
    /// The field concerned.
    pub field: &'static str,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: &'static str,
}

impl Fault {
    /// A field that is needed and not there.
    pub fn missing(field: &'static str, expected: &'static str) -> Self {
        Self { reason: Reason::Missing, field, found: String::new(), expected }
    }

    /// A field that cannot be read.
    pub fn unreadable(field: &'static str, found: &[u8], expected: &'static str) -> Self {
        Self { reason: Reason::Unreadable, field, found: shown(found), expected }
    }
}

/// The beginning of a row, fit to be shown: one line, no control characters.
pub fn shown(bytes: &[u8]) -> String {
    let beginning = bytes.get(..SHOWN_CHARACTERS * 4).unwrap_or(bytes);
    let text = String::from_utf8_lossy(beginning);
    let mut text: String = text.trim_end().chars().take(SHOWN_CHARACTERS).collect();
    if text.contains(char::is_control) {
        text = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    }
    text
}
