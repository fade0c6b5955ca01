//! Cutting a story down to what fails, and writing it down as a scenario that `tollbook replay` plays.

use std::{
    fs, io,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
};

use billing::Money;
use rulebook::replay::{Action, Actor, Expectation, Scenario, SnapshotValue};

use super::tell::rehearsed;
use crate::{laws::Life, place};

/// The shortest story found that still fails, with the smallest figures.
#[must_use]
pub fn shrink(story: &Scenario, fails: &dyn Fn(&Scenario) -> bool) -> Scenario {
    let mut least = story.clone();
    loop {
        let before = least.clone();
        least = without_steps(least, fails);
        least = with_smaller_figures(least, fails);
        if least == before {
            return least;
        }
    }
}

/// Leaves out ever smaller runs of steps, as long as what is left still fails.
fn without_steps(mut least: Scenario, fails: &dyn Fn(&Scenario) -> bool) -> Scenario {
    let mut run = least.steps.len().div_ceil(2);
    while run > 0 {
        let mut from = 0;
        while from < least.steps.len() {
            let mut shorter = least.clone();
            shorter.steps.drain(from..(from + run).min(least.steps.len()));
            if fails(&shorter) {
                least = shorter;
            } else {
                from += run;
            }
        }
        run = if run == 1 { 0 } else { run.div_ceil(2) };
    }
    least
}

/// Halves counts, seconds and money, and lets go of what a step need not say.
fn with_smaller_figures(mut least: Scenario, fails: &dyn Fn(&Scenario) -> bool) -> Scenario {
    for number in 0..least.steps.len() {
        loop {
            let mut smaller = least.clone();
            let step = &mut smaller.steps[number];
            let at = step.at;
            let changed = step.action.as_mut().is_some_and(|action| is_halved(action, at));
            if !changed || !fails(&smaller) {
                break;
            }
            least = smaller;
        }
        for simpler in [drop_expectation, drop_action] {
            let mut simple = least.clone();
            if simpler(&mut simple, number) && fails(&simple) {
                least = simple;
            }
        }
    }
    least
}

fn drop_expectation(story: &mut Scenario, number: usize) -> bool {
    let step = &mut story.steps[number];
    step.action.is_some() && step.expect.take().is_some()
}

fn drop_action(story: &mut Scenario, number: usize) -> bool {
    let step = &mut story.steps[number];
    step.expect.is_some() && step.action.take().is_some()
}

/// Makes the largest figure of an action smaller, if it has one.
fn is_halved(action: &mut Action, at: billing::Instant) -> bool {
    match action {
        Action::Use(entry) if entry.count > 1 => entry.count /= 2,
        Action::Use(entry) if entry.id.is_some() => entry.id = None,
        Action::Use(entry) if entry.occurred_at != at => entry.occurred_at = at,
        Action::Use(entry) if !entry.project.is_empty() => entry.project = String::new(),
        Action::Finish { seconds, .. } if *seconds > 0 => *seconds /= 2,
        Action::Renew { terms, .. } if *terms > 1 => *terms = 1,
        Action::Buy(order) | Action::Grant(order) if order.starts_at.is_some() => order.starts_at = None,
        Action::Buy(order) | Action::Grant(order) if order.auto_renew => order.auto_renew = false,
        Action::TopUp { amount } | Action::SetCreditLimit { amount } => {
            let cents = Money::parse(amount).map_or(0, Money::cents);
            if cents <= 1 {
                return false;
            }
            *amount = Money::from_cents(cents / 2).to_string();
        }
        _ => return false,
    }
    true
}

/// Writes a story that fails to `target/simulation`, with what it breaks, and says where it is. The last step expects what
/// the events alone say of the account, so that a replay fails too, when the rules are what is broken.
///
/// # Errors
/// That the file cannot be written.
pub fn report(seed: u64, breaks: &str, mut story: Scenario) -> io::Result<PathBuf> {
    story.title = format!("What is left of life {seed}");
    // A story that cannot even be rehearsed is written as it is.
    let told = story.clone();
    let ready = panic::catch_unwind(AssertUnwindSafe(|| with_expectations(rehearsed(told))));
    let story = ready.unwrap_or(story);
    let folder = place::workspace_root().join("target/simulation");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("life-{seed}.toml"));
    let comment: String = breaks.lines().take(12).map(|line| format!("# {line}\n")).collect();
    fs::write(&path, format!("# Life {seed} breaks a law:\n{comment}\n{}", story.to_toml()))?;
    Ok(path)
}

/// Adds what the journal says to the last step.
fn with_expectations(mut story: Scenario) -> Scenario {
    let Some(life) = lived(&story) else { return story };
    let sums = life.sums();
    let money = |name: &str, sign: i64| {
        let cents = sign * sums.get(name).copied().unwrap_or(0);
        SnapshotValue::Text(Money::from_cents(cents).to_string())
    };
    let balanced = life.postings().iter().all(billing::journal::Transaction::is_balanced);
    let expected = [
        ("journal.balanced", SnapshotValue::Flag(true)),
        ("balance", money("Assets:Balance", 1)),
        ("arrears", money("Liabilities:Arrears", -1)),
    ];
    // The sums of a journal that does not balance say nothing.
    let expected = expected.into_iter().take(if balanced { 3 } else { 1 });
    let expected: Vec<_> =
        expected.map(|(path, value)| Expectation { path: path.to_owned(), value }).collect();
    if let Some(last) = story.steps.last_mut() {
        last.expect = Some(expected);
    }
    story
}

fn lived(story: &Scenario) -> Option<Life> {
    let (mut actor, mut events) = Actor::open(story, story.terms().ok()?).ok()?;
    for step in &story.steps {
        if let Some(action) = &step.action {
            actor.account.advance_to_actions(step.at, &mut events).ok()?;
            let _ = actor.act(action, &mut events);
        }
    }
    actor.account.advance(story.steps.last()?.at, &mut events).ok()?;
    Some(Life { account: actor.account, events, let_in: 0 })
}
