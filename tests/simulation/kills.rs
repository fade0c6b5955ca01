//! A life on a real file whose program is killed at random instants.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _},
    path::Path,
    process::{Command, Stdio},
};

use rulebook::replay::Scenario;
use tollbook_tests::story::{Chance, StoryOnDisk};

/// How many acknowledgements a program is left before it is killed, at most.
const STEPS_BETWEEN: u64 = 12;

/// Lives a story through kills. After each the books are opened and derived again; the file says what memory says.
pub fn live_and_die(seed: u64, story: &Scenario) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let scenario = folder.path().join("story.toml");
    fs::write(&scenario, story.to_toml()).unwrap();
    let books = folder.path().join("books");
    fs::create_dir(&books).unwrap();
    let mut chance = Chance::of(seed.wrapping_add(1_000_000));
    let mut next = 0;
    while next < story.steps.len() {
        if let Some(last) = live_a_while(&books, &scenario, next, &mut chance)? {
            next = last + 1;
        }
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(look(&books, story, next)).map_err(|error| format!("after step {next}: {error}"))?;
    }
    Ok(())
}

/// Opens what the kill left, as the program would, derives it again and closes it.
async fn look(books: &Path, story: &Scenario, done: usize) -> Result<(), String> {
    let open = StoryOnDisk::open(books, story.clone(), done).await?;
    open.is_sound().await?;
    open.close().await
}

/// The last acknowledged step of a program that is killed somewhere in the next one.
fn live_a_while(
    books: &Path,
    scenario: &Path,
    first: usize,
    chance: &mut Chance,
) -> Result<Option<usize>, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_killed"))
        .arg(books)
        .args([first.to_string(), u32::MAX.to_string()])
        .arg(scenario)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut last = None;
    for _ in 0..chance.below(STEPS_BETWEEN) {
        last = lines.next().and_then(|line| line.unwrap().parse().ok()).or(last);
    }
    // Somewhere between the acknowledgement and the end of the next step.
    for _ in 0..chance.below(40_000) {
        std::hint::spin_loop();
        std::thread::yield_now();
    }
    // One that has ended by itself has lived to its end, or says what is wrong.
    child.kill().unwrap();
    for line in lines.map_while(Result::ok) {
        last = line.parse().ok().or(last);
    }
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    let status = child.wait().unwrap();
    if status.code().is_some_and(|code| code != 0) { Err(said) } else { Ok(last) }
}
