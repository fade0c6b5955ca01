//! Running a program and watching it: how long, and how much memory of its own.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use tollbook_tests::{Failure, Outcome};

/// How often memory is looked at.
const SAMPLE: Duration = Duration::from_millis(5);

/// A program that ran to its end.
pub struct Run {
    pub took: Duration,
    /// The most memory that was not a file's: what the machine cannot take back from it.
    pub peak_own_kib: u64,
    pub output: String,
}

/// Runs a program to its end and fails unless it says that it succeeded.
pub fn run(command: &mut Command) -> Outcome<Run> {
    let started = now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let Some(mut stdout) = child.stdout.take() else { return Err(Failure::new("a program without output")) };
    let (tell, told) = channel();
    let reader = std::thread::spawn(move || {
        let mut output = String::new();
        let read = stdout.read_to_string(&mut output).map(|_| output);
        // Nobody listens any more only when the measurement was given up.
        tell.send(read).ok();
    });
    let mut peak_own_kib = 0;
    let output = loop {
        peak_own_kib = peak_own_kib.max(own_memory_kib(child.id()));
        if let Ok(read) = told.recv_timeout(SAMPLE) {
            break read?;
        }
        if reader.is_finished() && child.try_wait()?.is_some() {
            break told.recv()??;
        }
    };
    let status = child.wait()?;
    let took = started.elapsed();
    if !status.success() {
        return Err(Failure::new(format!("{command:?} ended with {status}: {output}")));
    }
    Ok(Run { took, peak_own_kib, output })
}

/// The run of median length of `count` runs.
pub fn median_run(count: usize, mut once: impl FnMut() -> Outcome<Run>) -> Outcome<Run> {
    let mut runs = (0..count).map(|_| once()).collect::<Outcome<Vec<Run>>>()?;
    runs.sort_by_key(|run| run.took);
    Ok(runs.swap_remove(count / 2))
}

/// The median of durations; zero of none.
pub fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort();
    durations.get(durations.len() / 2).copied().unwrap_or_default()
}

/// Bytes of all files in a folder and below.
pub fn bytes_in(folder: &Path) -> Outcome<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() { bytes_in(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

fn own_memory_kib(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default()
    };
    kib("RssAnon:") + kib("RssShmem:")
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads a watch")]
pub fn now() -> Instant {
    Instant::now()
}

/// How long something took, and what it gave.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let started = now();
    let given = work();
    (started.elapsed(), given)
}
