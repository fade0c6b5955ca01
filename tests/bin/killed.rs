//! Lives an account's life, one acknowledged action after the other, until somebody kills it.
//!
//! `killed FOLDER FIRST LAST` carries out the actions FIRST to LAST and prints the number of each once it is in the
//! books. Every action is the same each time, so that a life with kills can be compared with one without.

use std::{io::Write as _, path::Path, process::ExitCode, sync::Arc};

use tollbook_tests::life_on_disk::Life;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().collect();
    let [_, folder, first, last] = arguments.as_slice() else { return ExitCode::from(2) };
    let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>()) else { return ExitCode::from(2) };
    let Ok(life) = Life::open(Path::new(folder)).await else { return ExitCode::FAILURE };
    let life = Arc::new(life);
    for number in first..=last {
        if life.act(number).await.is_err() {
            return ExitCode::FAILURE;
        }
        let mut out = std::io::stdout().lock();
        if writeln!(out, "{number}").and_then(|()| out.flush()).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
