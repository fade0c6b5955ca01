//! Random years of an account's life, told from a seed: in memory, where every law is looked at along the way, and on a real
//! file, whose program is killed at random instants.
//!
//! A life that breaks a law is cut down to a scenario, which `tollbook replay` plays. `SIMULATION_SEEDS=100` lives that many
//! lives instead of a few, `SIMULATION_FIRST=4200` begins with another seed, `SIMULATION_SCENARIO=FILE` lives through
//! that scenario instead.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod kills;

use std::{env, fs};

use rulebook::replay::{Action, Scenario, play};
use tollbook_tests::story::{broken_law, on_a_file, rehearsed, report, shrink, tell};

/// Lives in memory are cheap, lives on a file are not.
const IN_MEMORY: u64 = 120;
const ON_FILES: u64 = 12;
const STEPS_IN_MEMORY: u64 = 150;
const STEPS_ON_FILE: u64 = 70;

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok().map(|text| text.parse().unwrap())
}

fn seeds(usually: u64) -> std::ops::Range<u64> {
    let first = number("SIMULATION_FIRST").unwrap_or(1);
    first..first + number("SIMULATION_SEEDS").unwrap_or(usually)
}

/// Cuts the life of a seed down and says where it is written.
fn fail(seed: u64, breaks: &str, story: &Scenario, fails: &dyn Fn(&Scenario) -> Option<String>) -> ! {
    let least = shrink(story, &|story| fails(story).is_some());
    let breaks = fails(&least).unwrap_or_else(|| breaks.to_owned());
    let path = report(seed, &breaks, least).unwrap();
    panic!("life {seed} breaks a law: {breaks}\nwhat is left of it: {}", path.display());
}

#[test]
fn every_law_holds_along_random_lives() {
    for seed in seeds(IN_MEMORY) {
        let story = tell(seed, STEPS_IN_MEMORY);
        if let Some(breaks) = broken_law(&story) {
            fail(seed, &breaks, &story, &broken_law);
        }
    }
}

#[test]
fn lives_with_kills_end_as_lives_without() {
    if let Ok(path) = env::var("SIMULATION_SCENARIO") {
        let scenario = Scenario::parse(&path, &fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(on_a_file(&scenario), None);
        return;
    }
    for seed in seeds(ON_FILES) {
        let story = rehearsed(tell(seed, STEPS_ON_FILE));
        let Err(breaks) = kills::live_and_die(seed, &story) else { continue };
        // What also goes wrong without a kill can be cut down; what needs one is written as it is.
        if on_a_file(&story).is_some() {
            fail(seed, &breaks, &story, &on_a_file);
        }
        let path = report(seed, &breaks, story).unwrap();
        panic!("life {seed} does not survive its kills: {breaks}\nit is written to {}", path.display());
    }
}

/// A law that is broken by a top-up which follows a purchase: nothing else may be left of a life that has both.
#[test]
fn what_fails_is_cut_down_to_the_steps_and_figures_that_matter() {
    let broken = |story: &Scenario| {
        let mut bought = false;
        story.steps.iter().any(|step| match &step.action {
            Some(Action::Buy(_)) => {
                bought = true;
                false
            }
            Some(Action::TopUp { amount }) => bought && amount.as_str() >= "2",
            _ => false,
        })
    };
    let story = (1..).map(|seed| tell(seed, 200)).find(|story| broken(story)).unwrap();
    let least = shrink(&story, &broken);
    assert_eq!(least.steps.len(), 2, "{}", least.to_toml());
    let path = report(0, "a planted law", least).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let written = Scenario::parse("life-0.toml", &text).unwrap();
    assert_eq!(play(&written).unwrap().failure, None, "the rules are sound, so its replay passes\n{text}");
}

#[test]
fn a_story_is_the_same_each_time_it_is_told() {
    assert_eq!(tell(7, 100), tell(7, 100));
    assert_ne!(tell(7, 100).steps, tell(13, 100).steps);
    let story = rehearsed(tell(8, 150));
    let played = play(&Scenario::parse("told.toml", &story.to_toml()).unwrap()).unwrap();
    assert_eq!(played.failure, None, "a rehearsed story is a scenario that passes");
}
