//! What the tests of imports share.

use std::fs;
use std::path::PathBuf;

use metering::{History, Input, MemoryHistory, Options, Quiet, ReadError, Reading, Rules, Stream, read};

/// A slice of real data, see `tests/import/README.md`.
pub fn slice(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/import").join(name);
    fs::read(path).unwrap()
}

/// Rules under which every request is a call of one service.
pub const EVERYTHING: &str = "[[rule]]\npath = '/**'\nservice = 'web'\nregion = 'eu'\n";

/// Reads files held in memory, as one import.
pub fn read_files<C: AsRef<[u8]>>(
    files: &[(&str, C)],
    rules: &str,
    history: &dyn History,
) -> Result<Reading, ReadError> {
    let rules = Rules::parse(rules).unwrap();
    let streams = files.iter().map(|(name, content)| Stream::text(*name, content)).collect();
    let reading = read(Input::Streams(streams), &rules, &Options::new("gateway", i64::MAX), history, &Quiet)?;
    let Reading { rows, counted, unmatched, ignored, duplicates, overlapped, .. } = reading;
    let elsewhere =
        unmatched + ignored + duplicates + overlapped + reading.rejected_count + reading.conflict_count;
    assert_eq!(rows, counted + elsewhere, "every row is in exactly one place");
    Ok(reading)
}

/// Reads one file without history.
pub fn read_one(content: impl AsRef<[u8]>, rules: &str) -> Result<Reading, ReadError> {
    read_files(&[("usage", content)], rules, &MemoryHistory::default())
}

/// Imports files one after another, each an import of its own; hands out what each counted and how
/// much of it was known.
pub fn import_each<C: AsRef<[u8]>>(files: &[C]) -> Vec<(u64, u64)> {
    let mut history = MemoryHistory::default();
    let import = |content: &C| {
        let reading = read_files(&[("access.log", content)], EVERYTHING, &history).unwrap();
        history.remember(&reading);
        (reading.counted, reading.overlapped)
    };
    files.iter().map(import).collect()
}

/// A log of different lines, one a second from `first` on.
pub fn log(lines: std::ops::Range<u64>) -> String {
    lines.map(|n| line(n, &format!("/page/{}", n * 7_919 % 1_000))).collect()
}

/// A line `second` seconds after midnight.
pub fn line(second: u64, path: &str) -> String {
    let (hour, minute) = (second / 3_600 % 24, second / 60 % 60);
    let (day, second) = (second / 86_400 + 1, second % 60);
    format!(
        "10.0.0.1 - - [{day:02}/Jun/2025:{hour:02}:{minute:02}:{second:02} +0000] \"GET {path} HTTP/1.1\" 200 7\n"
    )
}
