//! What the measurements stand on: the generated log, scratch folders, and where the other programs are.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tollbook_tests::place::{built_folder, workspace_root};
use tollbook_tests::{Failure, Outcome};

const LINES: u64 = 10_000_000;

pub struct Ground {
    /// Lines in the log.
    pub lines: u64,
    /// How its requests are classified.
    pub rules: PathBuf,
    folder: PathBuf,
}

impl Ground {
    pub fn prepare() -> Outcome<Self> {
        let folder = workspace_root().join("target/bench");
        std::fs::create_dir_all(&folder)?;
        let lines = match std::env::var("TOLLBOOK_BENCH_LINES") {
            Ok(text) => text.parse()?,
            Err(_) => LINES,
        };
        let rules = workspace_root().join("src-tauri/crates/metering/examples/rules.toml");
        Ok(Self { lines, rules, folder })
    }

    /// The generated access log.
    pub fn log(&self) -> Outcome<PathBuf> {
        self.log_of(self.lines)
    }

    /// A log of the same hours with another number of lines; written once and kept.
    pub fn log_of(&self, lines: u64) -> Outcome<PathBuf> {
        let log = self.folder.join(format!("access-{lines}.log"));
        if !log.is_file() {
            generate(&log, lines)?;
        }
        Ok(log)
    }

    /// After how many years the long ledger is looked at; fewer in a trial with a short log.
    pub fn years(&self) -> impl Iterator<Item = i64> {
        let years: &[i64] = if self.lines < LINES { &[1, 2] } else { &[1, 5, 10] };
        years.iter().copied()
    }

    /// A folder on the same disk as everything else, gone when dropped.
    pub fn scratch(&self) -> Outcome<TempDir> {
        Ok(TempDir::new_in(&self.folder)?)
    }

    /// One of the other programs' scripts.
    pub fn script(&self, name: &str) -> PathBuf {
        workspace_root().join("tests/bench").join(name)
    }

    /// The Python that DuckDB is installed for.
    pub fn python(&self) -> Outcome<Command> {
        let python = std::env::var_os("BENCH_PYTHON").map(PathBuf::from);
        let python = python.unwrap_or_else(|| self.folder.join("venv/bin/python"));
        if !python.is_file() {
            return Err(Failure::new(
                "there is no DuckDB: run `make bench`, which installs it under target/bench",
            ));
        }
        Ok(Command::new(python))
    }

    /// Reads a file once, so that every program finds it in memory.
    pub fn warm(&self, file: &Path) -> Outcome {
        std::io::copy(&mut File::open(file)?, &mut std::io::sink())?;
        Ok(())
    }

    /// What was measured, for the head of the table.
    pub fn description(&self) -> String {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        format!("log: {} lines; {cores} cores; files warm in memory", self.lines)
    }
}

/// Written beside and renamed, so that an interrupted generation is not taken for a log.
fn generate(log: &Path, lines: u64) -> Outcome {
    let unfinished = log.with_extension("unfinished");
    let generator = built_folder()?.join("examples/generate_access_log");
    eprintln!("generating {}", log.display());
    let done = Command::new(&generator)
        .args(["--lines", &lines.to_string(), "--seed", "1"])
        .stdout(File::create(&unfinished)?)
        .status();
    if !done.is_ok_and(|status| status.success()) {
        return Err(Failure::new(format!("{} did not write the log", generator.display())));
    }
    Ok(std::fs::rename(unfinished, log)?)
}
