//! `tollbook replay`: scenarios, played in memory; no books are opened.

use std::{fs, path::PathBuf};

use app::replay::{Played, Scenario, SnapshotValue, play};
use clap::Args;
use serde_json::{Map, Value};

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output};

/// Play scenario files in memory and compare what they expect
///
/// Prints one line per file: `ok   FILE`, or `FAIL FILE` with the line of the step, the path, what was expected and what
/// was seen. Ends with 1 if any failed, and with 2 if a file cannot be read.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook replay tests/scenarios/*.toml
  tollbook replay huawei-partial-hour.toml --journal     on failure, the journal up to there
  tollbook replay huawei-partial-hour.toml --json        every path and its value at the end, one line per file")]
pub struct Replay {
    /// Scenario files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print the journal up to a failure
    #[arg(long)]
    pub journal: bool,
}

/// Plays every file, also after one that failed or could not be read.
///
/// # Errors
/// That the results cannot be written.
pub fn run(args: &Replay, globals: &Globals) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    for file in &args.files {
        let name = file.display().to_string();
        let played = match read(file, &name) {
            Ok(played) => played,
            Err(failure) => {
                output::raw(&failure.report("read a scenario"));
                exit = Exit::Invalid;
                continue;
            }
        };
        if played.failure.is_some() && exit == Exit::Done {
            exit = Exit::Refused;
        }
        tell(&name, &played, args.journal, globals.json)?;
    }
    Ok(exit)
}

fn read(file: &PathBuf, name: &str) -> Result<Played, Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::unreadable(name, &error))?;
    let scenario = Scenario::parse(name, &text).map_err(app::AppError::from)?;
    Ok(play(&scenario).map_err(app::AppError::from)?)
}

fn tell(name: &str, played: &Played, with_journal: bool, as_json: bool) -> Result<(), Failure> {
    let verdict = match &played.failure {
        None => format!("ok   {name}\n"),
        Some(failure) => {
            let (line, path, expected, seen) =
                (failure.line, &failure.path, &failure.expected, &failure.seen);
            format!("FAIL {name}  line {line}: {path}: expected {expected}, seen {seen}\n")
        }
    };
    let journal = if with_journal && played.failure.is_some() { played.journal.as_str() } else { "" };
    if as_json {
        if played.failure.is_some() {
            output::raw(&verdict);
            output::raw(journal);
        }
        return output::print(&format!("{}\n", snapshot(played)));
    }
    output::print(&verdict)?;
    output::print(journal)
}

fn snapshot(played: &Played) -> Value {
    let values = played.snapshot.iter().map(|(path, value)| {
        let value = match value {
            SnapshotValue::Text(text) => text.as_str().into(),
            SnapshotValue::Count(number) => json::count(*number),
            SnapshotValue::List(items) => items.as_slice().into(),
            SnapshotValue::Flag(flag) => (*flag).into(),
        };
        (path.clone(), value)
    });
    Value::Object(values.collect::<Map<_, _>>())
}
