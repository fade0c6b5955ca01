//! Plays a scenario: advances the clock, acts, compares.

use billing::{Event, Money, Refusal, journal};

use super::{
    Scenario, Snapshot,
    action::Action,
    actor::Actor,
    history::History,
    snapshot::{absent, snapshot},
    step::{Expectation, Step},
};
use crate::FileError;

/// Where a scenario and the program disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Line of the step or the expectation.
    pub line: usize,
    /// The path, or the action.
    pub path: String,
    /// What the scenario says.
    pub expected: String,
    /// What is.
    pub seen: String,
}

/// A played scenario: how it ended, and the state there.
#[derive(Clone, Debug)]
pub struct Played {
    /// The first disagreement.
    pub failure: Option<Failure>,
    /// Every path at the end.
    pub snapshot: Snapshot,
    /// The journal up to the end, a line per posting.
    pub journal: String,
}

/// Plays a scenario in memory, up to its first disagreement.
///
/// # Errors
/// [`FileError`] when a policy that ships is damaged.
pub fn play(scenario: &Scenario) -> Result<Played, FileError> {
    let mut player = match Player::open(scenario)? {
        Ok(player) => player,
        Err(failure) => {
            return Ok(Played { failure: Some(failure), snapshot: Snapshot::new(), journal: String::new() });
        }
    };
    let failure = scenario.steps.iter().find_map(|step| player.play_step(step).err());
    let snapshot = player.snapshot().unwrap_or_default();
    Ok(Played { failure, snapshot, journal: player.journal })
}

struct Player {
    actor: Actor,
    history: History,
    journal: String,
}

impl Player {
    fn open(scenario: &Scenario) -> Result<Result<Self, Failure>, FileError> {
        let opened = Actor::open(scenario, scenario.terms()?).and_then(|(actor, events)| {
            let mut player = Self { actor, history: History::default(), journal: String::new() };
            player.take_in(&events)?;
            Ok(player)
        });
        Ok(opened.map_err(|refusal| fail(1, "account", "to open", refusal)))
    }

    fn play_step(&mut self, step: &Step) -> Result<(), Failure> {
        if let Some(action) = &step.action {
            let mut events = Vec::new();
            let advanced = self.actor.account.advance_to_actions(step.at, &mut events);
            advanced
                .and_then(|()| self.take_in(&events))
                .map_err(|r| fail(step.line, "at", "to advance", r))?;
            self.compare_outcome(step, action)?;
        }
        if let Some(expect) = &step.expect {
            let mut events = Vec::new();
            let advanced = self.actor.account.advance(step.at, &mut events);
            advanced
                .and_then(|()| self.take_in(&events))
                .map_err(|r| fail(step.line, "at", "to advance", r))?;
            let seen = self.snapshot().map_err(|r| fail(step.line, "expect", "figures", r))?;
            for expectation in expect {
                self.compare(step.line, expectation, &seen)?;
            }
        }
        Ok(())
    }

    fn compare_outcome(&mut self, step: &Step, action: &Action) -> Result<(), Failure> {
        let mut events = Vec::new();
        let outcome = self.actor.act(action, &mut events).and_then(|()| self.take_in(&events));
        match (outcome, &step.refused) {
            (Ok(()), None) => Ok(()),
            (Ok(()), Some(code)) => Err(Failure {
                line: step.line,
                path: "refused".into(),
                expected: format!("\"{code}\""),
                seen: "it was carried out".into(),
            }),
            (Err(refusal), Some(code)) if refusal.code() == code => Ok(()),
            (Err(refusal), expected) => {
                let expected = expected
                    .as_ref()
                    .map_or_else(|| "it is carried out".into(), |code| format!("\"{code}\""));
                Err(fail(step.line, "refused", &expected, refusal))
            }
        }
    }

    fn take_in(&mut self, events: &[Event]) -> Result<(), Refusal> {
        let zone = self.actor.account.terms.policy.zone;
        for event in events {
            self.history.add(event)?;
            let Some(transaction) = journal::transaction(event, &self.actor.account)? else { continue };
            self.history.unbalanced |= !transaction.is_balanced();
            for posting in &transaction.postings {
                let at = zone.format(event.at);
                let (name, units) = (&posting.ledger_account, posting.units);
                let units = match posting.commodity {
                    journal::Commodity::Money => Money::from_cents(units).to_string(),
                    journal::Commodity::Calls => format!("{units} calls"),
                };
                self.journal.push_str(&format!("{at}  {:<14}  {name:<44}  {units:>16}\n", transaction.kind));
            }
        }
        Ok(())
    }

    fn snapshot(&self) -> Result<Snapshot, Refusal> {
        snapshot(&self.actor, &self.history)
    }

    fn compare(&self, line: usize, expectation: &Expectation, seen: &Snapshot) -> Result<(), Failure> {
        let Expectation { path, value } = expectation;
        let seen = seen.get(path).cloned().or_else(|| absent(path, &self.actor.account));
        if seen.as_ref() == Some(value) {
            return Ok(());
        }
        Err(Failure {
            line,
            path: path.clone(),
            expected: value.to_string(),
            seen: seen.map_or_else(|| "no such path".into(), |value| value.to_string()),
        })
    }
}

fn fail(line: usize, path: &str, expected: &str, refusal: Refusal) -> Failure {
    let seen = format!("{}: {refusal}", refusal.code());
    Failure { line, path: path.into(), expected: expected.into(), seen }
}
