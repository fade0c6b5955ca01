//! Plays a scenario: advances the clock, acts, compares.

use std::{collections::BTreeMap, sync::Arc};

use billing::{
    Account, Command, Event, Money, PackageId, Refusal, ResourceKey, Terms, Usage, journal,
    policy::ResourceKind, price::PriceList,
};

use super::{
    Scenario, Snapshot,
    history::History,
    snapshot::{absent, snapshot},
    step::{Action, Buy, Expectation, Metered, Step, Use},
};
use crate::{FileError, policy};

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
    account: Account,
    history: History,
    names: BTreeMap<String, PackageId>,
    journal: String,
}

impl Player {
    fn open(scenario: &Scenario) -> Result<Result<Self, Failure>, FileError> {
        let Some(policy) = policy::shipped()?.remove(&scenario.policy) else {
            let seen = format!("the policy {} is not carried out yet", scenario.policy);
            return Ok(Err(Failure {
                line: 1,
                path: "policy".into(),
                expected: "to be played".into(),
                seen,
            }));
        };
        let terms = Terms {
            policy: policy.policy,
            level: scenario.level.clone(),
            currency: scenario.currency.clone(),
            settlement_delay: scenario.settlement_delay,
            prices: PriceList::new(scenario.prices.clone()),
            offers: scenario.offers.clone(),
        };
        let opened = Account::open(Arc::new(terms), scenario.opened_at, scenario.opening_balance);
        let failed = |refusal: Refusal| fail(1, "account", "to open", refusal);
        let (account, events) = match opened {
            Ok(opened) => opened,
            Err(refusal) => return Ok(Err(failed(refusal))),
        };
        let mut player =
            Self { account, history: History::default(), names: BTreeMap::new(), journal: String::new() };
        let limit = Command::SetCreditLimit { amount: scenario.credit_limit };
        let opened = player
            .take_in(&events)
            .and_then(|()| if scenario.credit_limit.is_zero() { Ok(()) } else { player.act(&limit) });
        Ok(opened.map(|()| player).map_err(failed))
    }

    fn play_step(&mut self, step: &Step) -> Result<(), Failure> {
        if let Some(action) = &step.action {
            let mut events = Vec::new();
            let advanced = self.account.advance_to_actions(step.at, &mut events);
            advanced
                .and_then(|()| self.take_in(&events))
                .map_err(|r| fail(step.line, "at", "to advance", r))?;
            self.compare_outcome(step, self.clone_names(), action)?;
        }
        if let Some(expect) = &step.expect {
            let mut events = Vec::new();
            let advanced = self.account.advance(step.at, &mut events);
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

    fn clone_names(&self) -> BTreeMap<String, PackageId> {
        self.names.clone()
    }

    fn compare_outcome(
        &mut self,
        step: &Step,
        names: BTreeMap<String, PackageId>,
        action: &Action,
    ) -> Result<(), Failure> {
        let outcome = self.carry_out(&names, action);
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

    fn carry_out(&mut self, names: &BTreeMap<String, PackageId>, action: &Action) -> Result<(), Refusal> {
        let package = |name: &str| names.get(name).copied().ok_or(Refusal::UnknownPackage);
        let money = |text: &str| Money::parse(text).map_err(|_| invalid_amount());
        match action {
            Action::Enable(metered) => {
                self.act(&Command::Enable { resource: self.resource(metered)?, since: None })
            }
            Action::Disable(metered) => self.act(&Command::Disable { resource: self.resource(metered)? }),
            Action::Use(entry) => self.use_units(entry),
            Action::Start { application, class } => {
                let resource = self.application(application)?;
                self.act(&Command::StartClass { resource, class: class.clone() })
            }
            Action::Finish { application, class, seconds } => {
                let resource = self.application(application)?;
                self.act(&Command::FinishClass { resource, class: class.clone(), seconds: *seconds })
            }
            Action::Buy(entry) => {
                let Buy { sku, application, starts_at, auto_renew, .. } = entry.clone();
                self.acquire(&entry.name, &Command::Buy { sku, application, starts_at, auto_renew })
            }
            Action::Grant(entry) => {
                let Buy { sku, application, starts_at, auto_renew, .. } = entry.clone();
                self.acquire(&entry.name, &Command::Grant { sku, application, starts_at, auto_renew })
            }
            Action::AutoRenew { package: name, days_before } => {
                self.act(&Command::AutoRenew { package: package(name)?, days_before: *days_before })
            }
            Action::Overage { application, on } => {
                let resource = self.application(application)?;
                self.act(&Command::SetOverage { resource, on: *on })
            }
            Action::BalanceAlert { threshold } => {
                let threshold = threshold.as_deref().map(money).transpose()?;
                self.act(&Command::SetBalanceAlert { threshold })
            }
            Action::Ban { application } => {
                self.act(&Command::Ban { resource: self.application(application)? })
            }
            Action::Renew { package: name, terms } => {
                self.act(&Command::Renew { package: package(name)?, terms: *terms })
            }
            Action::Unsubscribe { package: name } => {
                self.act(&Command::Unsubscribe { package: package(name)? })
            }
            Action::TopUp { amount } => self.act(&Command::TopUp { amount: money(amount)? }),
            Action::SetCreditLimit { amount } => {
                self.act(&Command::SetCreditLimit { amount: money(amount)? })
            }
            Action::PackageAlert(entry) => {
                let resource = ResourceKey::new(&entry.service, &entry.region);
                self.act(&Command::SetPackageAlert { resource, percent: Some(entry.percent) })
            }
        }
    }

    fn acquire(&mut self, name: &str, command: &Command) -> Result<(), Refusal> {
        let acquired = PackageId(self.account.packages.len().try_into().map_err(|_| Refusal::TooLarge)?);
        self.act(command)?;
        self.names.insert(name.to_owned(), acquired);
        Ok(())
    }

    fn resource(&self, metered: &Metered) -> Result<ResourceKey, Refusal> {
        match metered {
            Metered::Service(key) => Ok(key.clone()),
            Metered::Application(name) => self.application(name),
        }
    }

    fn application(&self, name: &str) -> Result<ResourceKey, Refusal> {
        match &self.account.terms.policy.resources {
            ResourceKind::Applications { service } => Ok(ResourceKey::application(service, name)),
            ResourceKind::Regions => Err(Refusal::UnknownResource),
        }
    }

    fn use_units(&mut self, entry: &Use) -> Result<(), Refusal> {
        let resource = self.resource(&entry.resource)?;
        if entry.id.as_ref().is_some_and(|id| self.history.record_ids.contains(id)) {
            self.history.duplicates += 1;
            return Ok(());
        }
        let usage = Usage {
            resource,
            project: entry.project.clone(),
            occurred_at: entry.occurred_at,
            count: entry.count,
            status: entry.status,
        };
        self.act(&Command::Use(usage))?;
        self.history.record_ids.extend(entry.id.clone());
        Ok(())
    }

    fn act(&mut self, command: &Command) -> Result<(), Refusal> {
        let mut events = Vec::new();
        self.account.act(command, &mut events)?;
        self.take_in(&events)
    }

    fn take_in(&mut self, events: &[Event]) -> Result<(), Refusal> {
        let zone = self.account.terms.policy.zone;
        for event in events {
            self.history.add(event)?;
            let Some(transaction) = journal::transaction(event, &self.account)? else { continue };
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
        snapshot(&self.account, &self.history, &self.names)
    }

    fn compare(&self, line: usize, expectation: &Expectation, seen: &Snapshot) -> Result<(), Failure> {
        let Expectation { path, value } = expectation;
        let seen = seen.get(path).cloned().or_else(|| absent(path, &self.account));
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

fn invalid_amount() -> Refusal {
    let (lowest, highest) = billing::top_up::LIMITS;
    Refusal::InvalidAmount { lowest, highest }
}

fn fail(line: usize, path: &str, expected: &str, refusal: Refusal) -> Failure {
    let seen = format!("{}: {refusal}", refusal.code());
    Failure { line, path: path.into(), expected: expected.into(), seen }
}
