//! Reads a log with rules and prints what was found; with `--again`, reads it a second time
//! against what the first reading left. For measuring: `time read_log rules.toml access.log`.

use std::env;
use std::error::Error;
use std::fs;

use metering::{Input, MemoryHistory, Options, Quiet, Reading, Rules, read};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [rules, logs @ ..] = arguments.as_slice() else {
        return Err("read_log RULES LOG… [--again]".into());
    };
    let rules = Rules::parse(&fs::read_to_string(rules)?)?;
    let mut history = MemoryHistory::default();
    for log in logs.iter().filter(|log| !log.starts_with("--")) {
        let times = if logs.iter().any(|argument| argument == "--again") { 2 } else { 1 };
        for _ in 0..times {
            let input = Input::Path(log.into());
            let reading = read(input, &rules, &Options::new("measured", i64::MAX), &history, &Quiet)?;
            show(log, &reading);
            history.remember(&reading);
        }
    }
    Ok(())
}

fn show(log: &str, reading: &Reading) {
    let Reading { rows, billable, failed, unmatched, ignored, overlapped, rejected_count, .. } = reading;
    println!(
        "{log}: {rows} rows, {billable} billable, {failed} failed, {unmatched} unmatched, {ignored} ignored"
    );
    println!("  {overlapped} overlapped, {} duplicates, {rejected_count} rejected", reading.duplicates);
    let records: usize = reading.records.blocks.iter().map(|block| block.data.len()).sum();
    let (usage, stored) = (reading.usage.len(), reading.stretches.data.len());
    println!(
        "  {usage} usage rows, {stored} bytes to recognise stretches, {records} bytes to recognise records"
    );
    reading.rejected.iter().take(5).for_each(|rejected| println!("  {rejected}"));
}
