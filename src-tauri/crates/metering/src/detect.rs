//! What kind of file this is, told from its first bytes.

use std::fmt;

use serde_json::Value;

use crate::format::common_log::LogLines;
use crate::format::{csv, json_values};
use crate::keys::Keys;
use crate::rules::{Classifier, Rules};

/// How the rows of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Common or Combined log of nginx or Apache.
    AccessLog,
    /// Values separated by comma, semicolon or tab, under a header.
    Csv,
    /// One JSON object per line.
    JsonLines,
    /// CloudEvents 1.0 JSON: single events, or batches (arrays).
    CloudEvents,
}

impl Format {
    /// The name used in rules files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccessLog => "access-log",
            Self::Csv => "csv",
            Self::JsonLines => "json-lines",
            Self::CloudEvents => "cloudevents",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::AccessLog, Self::Csv, Self::JsonLines, Self::CloudEvents]
            .into_iter()
            .find(|f| f.name() == name)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Compression {
    /// Not at all.
    #[default]
    Plain,
    /// gzip, one or more members.
    Gzip,
    /// Zstandard, one or more frames.
    Zstd,
}

impl Compression {
    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    /// The compression of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Plain, Self::Gzip, Self::Zstd].into_iter().find(|c| c.name() == name)
    }
}

/// What some editors put before UTF-8 text.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The compression of content that starts with these bytes.
pub(crate) fn compression(magic: &[u8]) -> Compression {
    match magic {
        [0x1f, 0x8b, ..] => Compression::Gzip,
        // A frame, or one that is skipped and holds an index.
        [0x28, 0xb5, 0x2f, 0xfd] | [0x50..=0x5f, 0x2a, 0x4d, 0x18] => Compression::Zstd,
        _ => Compression::Plain,
    }
}

/// The format of content that starts with these bytes; none if it is not recognised.
pub(crate) fn format(beginning: &[u8], rules: &Rules) -> Option<Format> {
    let text = beginning.trim_ascii_start();
    match text.first()? {
        b'[' => return Some(Format::CloudEvents),
        b'{' => {
            let first = json_values::first_object(text).and_then(|o| serde_json::from_slice::<Value>(o).ok());
            let event = first.is_some_and(|object| object.get("specversion").is_some());
            return Some(if event { Format::CloudEvents } else { Format::JsonLines });
        }
        _ => {}
    }
    let mut lines = LogLines::new(Classifier::new(&Rules::default(), &mut Keys::default()));
    let looked_at = text.split(|byte| *byte == b'\n').take(LINES_LOOKED_AT);
    if looked_at.clone().any(|line| lines.read(line.trim_ascii_end()).is_ok()) {
        return Some(Format::AccessLog);
    }
    csv::looks_like_header(looked_at.take(1).next()?, rules).then_some(Format::Csv)
}

/// Lines in which one access log line is looked for.
const LINES_LOOKED_AT: usize = 50;
