//! Importing a large access log: read, classified, checked for duplicates, charged and on disk, against two programs
//! that only count it.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
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
    ground.warm(&ground.log)?;
    let ours = median_run(RUNS, || import_into_new_books(ground, &ground.log))?;
    let (duckdb_took, duckdb_kib) = count_with_duckdb(ground)?;
    let mawk = median_run(RUNS, || count_with_mawk(ground))?;
    let stored = stored_by(ground, &ground.log)?.saturating_sub(stored_by(ground, &first_line(ground)?)?);
    Ok(vec![
        Row::faster("import of the log, durable", ours.took, ("DuckDB", duckdb_took), "3 × faster"),
        Row::faster("", ours.took, ("mawk", mawk.took), ""),
        Row::memory("memory beyond the page cache", ours.peak_own_kib, ("DuckDB", duckdb_kib), "64 MiB"),
        Row::bytes_each("stored per line of a log", stored, ground.lines, "< 0.1 B"),
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

/// A log of one line: what books weigh before there is much in them.
fn first_line(ground: &Ground) -> Outcome<std::path::PathBuf> {
    let mut line = String::new();
    BufReader::new(File::open(&ground.log)?).read_line(&mut line)?;
    let path = ground.log.with_extension("first-line.log");
    File::create(&path)?.write_all(line.as_bytes())?;
    Ok(path)
}

/// The query alone, without the start of Python, as DuckDB itself tells it; and its memory.
fn count_with_duckdb(ground: &Ground) -> Outcome<(Duration, u64)> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let counted = run(ground.python()?.arg(ground.script("count.py")).arg(&ground.log))?;
        let nanoseconds: u64 = counted.output.trim().parse()?;
        runs.push((Duration::from_nanos(nanoseconds), counted.peak_own_kib));
    }
    runs.sort_unstable();
    Ok(runs[RUNS / 2])
}

fn count_with_mawk(ground: &Ground) -> Outcome<Run> {
    run(Command::new("mawk").arg("-f").arg(ground.script("count.awk")).arg(&ground.log))
}
