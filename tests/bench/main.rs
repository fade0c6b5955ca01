//! `make bench`: what Tollbook costs, beside other programs doing the same on the same machine in the same run.
//!
//! Each section measures one subject and gives rows of one table; a section that cannot run says why and leaves the
//! others alone. Words after the program's name choose the sections whose subject holds one of them.
//! `TOLLBOOK_BENCH_LINES` makes the log shorter for a trial: its rows are then no result.

mod ground;
mod import;
mod measure;
mod records;
mod start;
mod table;
mod years;

use std::process::ExitCode;

use ground::Ground;
use table::{Row, print_table};
use tollbook_tests::Outcome;

type Section = (&'static str, fn(&Ground) -> Outcome<Vec<Row>>);

const SECTIONS: [Section; 5] = [
    ("settling a year", years::settle),
    ("actions and screens of a long ledger", years::ledger),
    ("importing an access log", import::measure),
    ("importing records with ids", records::measure),
    ("opening the window", start::measure),
];

fn main() -> ExitCode {
    let ground = match Ground::prepare() {
        Ok(ground) => ground,
        Err(failure) => {
            eprintln!("could not prepare the measurements: {failure}");
            return ExitCode::FAILURE;
        }
    };
    let mut rows = Vec::new();
    let mut is_complete = true;
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let is_chosen =
        |subject: &str| chosen.is_empty() || chosen.iter().any(|word| subject.contains(word.as_str()));
    for (subject, measure) in SECTIONS.into_iter().filter(|(subject, _)| is_chosen(subject)) {
        eprintln!("measuring: {subject}");
        match measure(&ground) {
            Ok(found) => rows.extend(found),
            Err(failure) => {
                is_complete = false;
                eprintln!("not measured: {subject}: {failure}");
            }
        }
    }
    print_table(&ground.description(), &rows);
    if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
