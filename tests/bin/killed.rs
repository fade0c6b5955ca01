//! Lives an account's life, one acknowledged action after the other, until somebody kills it.
//!
//! `killed FOLDER FIRST LAST` carries out the actions FIRST to LAST and prints the number of each once it is in the
//! books. Every action is the same each time, so that a life with kills can be compared with one without.
//! `killed FOLDER FIRST LAST SCENARIO` does so with the steps of a scenario, and compares the file with memory after each.

use std::{fs, io::Write as _, path::Path, process::ExitCode};

use rulebook::replay::Scenario;
use tollbook_tests::{life_on_disk::Life, story::StoryOnDisk};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().collect();
    let (folder, first, last, scenario) = match arguments.as_slice() {
        [_, folder, first, last] => (folder, first, last, None),
        [_, folder, first, last, scenario] => (folder, first, last, Some(scenario)),
        _ => return ExitCode::from(2),
    };
    let (Ok(first), Ok(last)) = (first.parse(), last.parse()) else { return ExitCode::from(2) };
    let lived = match scenario {
        None => live(Path::new(folder), first, last).await,
        Some(scenario) => live_story(Path::new(folder), scenario, first, last).await,
    };
    match lived {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn live(folder: &Path, first: u32, last: u32) -> Result<(), String> {
    let life = Life::open(folder).await.map_err(|error| error.to_string())?;
    for number in first..=last {
        life.act(number).await.map_err(|error| error.to_string())?;
        acknowledge(number)?;
    }
    Ok(())
}

async fn live_story(folder: &Path, scenario: &str, first: u32, last: u32) -> Result<(), String> {
    let text = fs::read_to_string(scenario).map_err(|error| error.to_string())?;
    let scenario = Scenario::parse(scenario, &text).map_err(|error| error.to_string())?;
    let steps = u32::try_from(scenario.steps.len()).unwrap_or(u32::MAX);
    let mut story = StoryOnDisk::open(folder, scenario, first as usize).await?;
    for number in first..=last.min(steps.saturating_sub(1)) {
        story.step(number as usize).await?;
        acknowledge(number)?;
    }
    story.is_sound().await?;
    story.close().await
}

fn acknowledge(number: u32) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{number}").and_then(|()| out.flush()).map_err(|error| error.to_string())
}
