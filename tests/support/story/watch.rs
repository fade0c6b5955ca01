//! Watching a story: whether every law holds along the way, in memory and on a file.

use std::{
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::Once,
    thread,
};

use billing::{Command, Event, event::What};
use chrono::TimeDelta;
use rulebook::replay::{Actor, Scenario, Step};

use super::{Chance, StoryOnDisk};
use crate::laws::Life;

/// Laws are looked at after so many steps: each look derives the whole state anew.
const LOOK_EVERY: usize = 25;
/// Panics of threads with this name are an answer, not a failure of the test.
const WATCHER: &str = "watcher";

/// The law that a story breaks in memory, if it breaks one: that every law holds along the way, and that looking at the
/// clock in between changes nothing.
#[must_use]
pub fn broken_law(scenario: &Scenario) -> Option<String> {
    let scenario = scenario.clone();
    outcome(move || {
        let straight = live(&scenario, None);
        let looked = live(&scenario, Some(Chance::of(scenario.steps.len() as u64)));
        assert_eq!(straight.events, looked.events, "advancing in other steps");
        assert_eq!(straight.account, looked.account, "advancing in other steps");
    })
}

/// What goes wrong when a story is lived on a file in a new folder, without a kill.
#[must_use]
pub fn on_a_file(scenario: &Scenario) -> Option<String> {
    let scenario = scenario.clone();
    outcome(move || {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let runtime = tokio::runtime::Runtime::new().unwrap_or_else(|error| panic!("{error}"));
        if let Err(difference) = runtime.block_on(lived_on(folder.path(), scenario)) {
            panic!("{difference}");
        }
    })
}

async fn lived_on(folder: &Path, scenario: Scenario) -> Result<(), String> {
    let steps = scenario.steps.len();
    let mut story = StoryOnDisk::open(folder, scenario, 0).await?;
    for number in 0..steps {
        story.step(number).await?;
    }
    story.is_sound().await
}

/// Lives a story in memory and looks at the laws; with a chance, the clock is also looked at between steps.
fn live(scenario: &Scenario, mut looks: Option<Chance>) -> Life {
    let terms = scenario.terms().unwrap_or_else(|error| panic!("{error}"));
    let (mut actor, opened) = Actor::open(scenario, terms).unwrap_or_else(|refusal| panic!("{refusal}"));
    let mut life = Life { account: actor.account.clone(), events: opened, let_in: 0 };
    for (number, step) in scenario.steps.iter().enumerate() {
        if let Some(chance) = &mut looks {
            let gap = u64::try_from((step.at - actor.account.now).num_seconds()).unwrap_or(0);
            if gap > 1 {
                let at =
                    actor.account.now + TimeDelta::seconds(i64::try_from(chance.below(gap)).unwrap_or(0));
                advance(&mut actor, &mut life.events, at);
            }
        }
        act(&mut actor, step, &mut life);
        life.account = actor.account.clone();
        if looks.is_none() && (number % LOOK_EVERY == 0 || number + 1 == scenario.steps.len()) {
            life.is_lawful();
        }
    }
    life
}

fn advance(actor: &mut Actor, events: &mut Vec<Event>, at: billing::Instant) {
    actor.account.advance(at, events).unwrap_or_else(|refusal| panic!("{refusal}"));
}

fn act(actor: &mut Actor, step: &Step, life: &mut Life) {
    if let Some(action) = &step.action {
        let due = actor.account.advance_to_actions(step.at, &mut life.events);
        due.unwrap_or_else(|refusal| panic!("{refusal}"));
        let before = life.events.len();
        let command = actor.command(action).ok().flatten();
        let known = actor.account.clone();
        match actor.act(action, &mut life.events) {
            Ok(()) => {
                life.let_in += match command {
                    Some(Command::Use(usage)) => usage.count,
                    Some(Command::FinishClass { seconds, .. }) => seconds,
                    _ => 0,
                };
            }
            Err(refusal) => {
                assert_eq!(known, actor.account, "{action:?} was refused: {refusal}");
                assert_eq!(before, life.events.len(), "{action:?} was refused: {refusal}");
            }
        }
        let acquired =
            life.events[before..].iter().filter(|event| matches!(event.what, What::Acquired { .. }));
        assert!(acquired.count() <= 1, "{action:?} acquires more than one package");
    }
    if step.expect.is_some() {
        advance(actor, &mut life.events, step.at);
    }
}

/// What a piece of work panics with, if it does. Nothing of it is printed.
fn outcome(work: impl FnOnce() + Send + 'static) -> Option<String> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(WATCHER) {
                loud(info);
            }
        }));
    });
    let work = move || panic::catch_unwind(AssertUnwindSafe(work));
    let spawned = thread::Builder::new().name(WATCHER.to_owned()).spawn(work);
    let joined = spawned.unwrap_or_else(|error| panic!("{error}")).join();
    let cause = match joined {
        Ok(Ok(())) => return None,
        Ok(Err(cause)) | Err(cause) => cause,
    };
    let text = cause.downcast_ref::<String>().cloned();
    Some(text.or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default())
}
