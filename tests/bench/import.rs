//! Importing a large access log: read, classified, checked for duplicates, charged and on disk, against two programs
//! that only count it.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tollbook_tests::Outcome;
use tollbook_tests::place::program;

use crate::ground::Ground;
use crate::measure::{Run, bytes_in, median_run, run};
use crate::table::Row;

const RUNS: usize = 3;

pub fn measure(ground: &Ground) -> Outcome<Vec<Row>> {
    let log = ground.log()?;
    ground.warm(&log)?;
    let ours = median_run(RUNS, || import_into_new_books(ground, &log))?;
    let (duckdb_took, duckdb_kib) = count_with_duckdb(ground, &log)?;
    let mawk =
        median_run(RUNS, || run(Command::new("mawk").arg("-f").arg(ground.script("count.awk")).arg(&log)))?;
    let stored = stored_by(ground, &log)?;
    let empty = stored_by(ground, &ground.log_of(1)?)?;
    // The same hours of the same services are charged, so what is more is what lines themselves cost.
    let fewer_lines = ground.lines / 10;
    let fewer = stored_by(ground, &ground.log_of(fewer_lines)?)?;
    Ok(vec![
        Row::faster("import of the log, durable", ours.took, ("DuckDB", duckdb_took), "3 × faster"),
        Row::faster("", ours.took, ("mawk", mawk.took), ""),
        Row::memory("memory beyond the page cache", ours.peak_own_kib, ("DuckDB", duckdb_kib), "64 MiB"),
        Row::bytes_each(
            "stored per line of a log, with its charges",
            stored.saturating_sub(empty),
            ground.lines,
            "< 0.1 B",
        ),
        Row::bytes_each(
            "stored per further line of the same hours",
            stored.saturating_sub(fewer),
            ground.lines - fewer_lines,
            "",
        ),
    ])
}

fn import_into_new_books(ground: &Ground, log: &Path) -> Outcome<Run> {
    let books = ground.scratch()?;
    import(ground, log, books.path())
}

/// The command of the documentation, on books that do not exist yet.
pub fn import(ground: &Ground, file: &Path, books: &Path) -> Outcome<Run> {
    let mut command = Command::new(program("tollbook")?);
    command.arg("--data-dir").arg(books).arg("import").arg(file);
    command.args(["--source", "bench", "--rules"]).arg(&ground.rules).args(["--yes", "--json"]);
    run(&mut command)
}

/// The size of new books after one import.
pub fn stored_by(ground: &Ground, file: &Path) -> Outcome<u64> {
    let books = ground.scratch()?;
    import(ground, file, books.path())?;
    bytes_in(books.path())
}

/// The query alone, without the start of Python, as DuckDB itself tells it; and its memory.
fn count_with_duckdb(ground: &Ground, log: &Path) -> Outcome<(Duration, u64)> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let counted = run(ground.python()?.arg(ground.script("count.py")).arg(log))?;
        let nanoseconds: u64 = counted.output.trim().parse()?;
        runs.push((Duration::from_nanos(nanoseconds), counted.peak_own_kib));
    }
    runs.sort_unstable();
    Ok(runs[RUNS / 2])
}
