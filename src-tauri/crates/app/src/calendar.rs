//! Instants as a calendar file that other programs read (RFC 5545).
//!
//! Written by hand: the library there is asks the machine for the time and for random ids, which nothing here may.

use std::fmt::Write as _;

use billing::Instant;

/// An instant that must not be missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same whenever the same instant is written again, so that a calendar replaces it.
    pub uid: String,
    /// When.
    pub at: Instant,
    /// One line.
    pub summary: String,
    /// More about it.
    pub description: String,
}

/// Reminders before an entry, as durations.
const REMINDERS: [&str; 2] = ["-P1D", "-PT1H"];

/// Most bytes of a line, its end aside.
const WIDTH: usize = 75;

/// The calendar of these entries, as it is at `stamp`.
#[must_use]
pub fn write(name: &str, stamp: Instant, entries: &[Entry]) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN:VCALENDAR");
    lines.plain("VERSION:2.0");
    lines.plain("PRODID:-//Tollbook//Deadlines//EN");
    lines.plain("CALSCALE:GREGORIAN");
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    for entry in entries {
        lines.entry(entry, stamp);
    }
    lines.plain("END:VCALENDAR");
    lines.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn entry(&mut self, entry: &Entry, stamp: Instant) {
        self.plain("BEGIN:VEVENT");
        self.text("UID", &entry.uid);
        self.plain(&format!("DTSTAMP:{}", utc(stamp)));
        // Without an end it takes no time (RFC 5545, 3.6.1).
        self.plain(&format!("DTSTART:{}", utc(entry.at)));
        self.text("SUMMARY", &entry.summary);
        if !entry.description.is_empty() {
            self.text("DESCRIPTION", &entry.description);
        }
        self.plain("TRANSP:TRANSPARENT");
        for before in REMINDERS {
            self.plain("BEGIN:VALARM");
            self.plain("ACTION:DISPLAY");
            self.text("DESCRIPTION", &entry.summary);
            self.plain(&format!("TRIGGER:{before}"));
            self.plain("END:VALARM");
        }
        self.plain("END:VEVENT");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.plain(&format!("{name}:{}", escaped(value)));
    }

    /// A line; what is wider than a line may be goes on in the next, after a blank, and no letter is cut in two.
    fn plain(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// `20230503T020000Z`.
fn utc(at: Instant) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as values have it: line ends are written out, other signs that nobody sees are left out.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut text, letter| {
        match letter {
            '\n' => text.push_str("\\n"),
            '\\' | ';' | ',' => _ = write!(text, "\\{letter}"),
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(summary: &str) -> String {
        let at = Instant::from_timestamp(1_700_000_000, 0).unwrap();
        let entry =
            Entry { uid: "a-1".to_owned(), at, summary: summary.to_owned(), description: String::new() };
        write("Main", at, &[entry])
    }

    #[test]
    fn an_entry_has_its_instant_in_utc_and_reminders() {
        let text = one("Pay");
        for line in ["DTSTART:20231114T221320Z", "DTSTAMP:20231114T221320Z", "UID:a-1", "TRIGGER:-P1D"] {
            assert!(text.split("\r\n").any(|found| found == line), "{line} in {text}");
        }
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn signs_that_mean_something_are_written_out() {
        let text = one("Pay 1,50; \\ or\nnot\r\u{7}");
        assert!(text.contains("SUMMARY:Pay 1\\,50\\; \\\\ or\\nnot\r\n"), "{text}");
    }

    #[test]
    fn no_line_is_wider_than_75_bytes_and_joined_again_it_is_the_same() {
        let summary = "Zahle sofort – für später 你好 ".repeat(12);
        let text = one(&summary);
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH), "{text}");
        assert!(text.replace("\r\n ", "").contains(&summary));
    }
}
