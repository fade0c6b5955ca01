//! The account of a scenario, living through its steps.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use billing::{
    Account, Command, Event, Money, PackageId, Refusal, ResourceKey, Terms, Usage, command::PurchaseOrder,
    policy::ResourceKind, price::PriceList,
};

use super::{
    Scenario,
    action::{Action, Buy, Metered, Together, Use},
};
use crate::{FileError, Problem, policy};

/// The account, and what the steps so far gave names to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: Account,
    /// Packages by the name of their `as`.
    pub names: BTreeMap<String, PackageId>,
    /// Records that were reported again.
    pub duplicates: u64,
    record_ids: BTreeSet<String>,
}

impl Scenario {
    /// What the account is opened under.
    ///
    /// # Errors
    /// [`FileError`] when there is no such policy, or one that ships is damaged.
    pub fn terms(&self) -> Result<Terms, FileError> {
        let unknown = || FileError {
            file: self.policy.clone(),
            problems: vec![Problem {
                line: 1,
                field: "policy".to_owned(),
                message: "is not known".to_owned(),
            }],
        };
        Ok(Terms {
            policy: policy::shipped()?.remove(&self.policy).ok_or_else(unknown)?.policy,
            level: self.level.clone(),
            currency: self.currency.clone(),
            settlement_delay: self.settlement_delay,
            prices: PriceList::new(self.prices.clone()),
            offers: self.offers.clone(),
        })
    }
}

impl Actor {
    /// Opens the account of a scenario.
    ///
    /// # Errors
    /// A refusal to open it or to give it its credit limit.
    pub fn open(scenario: &Scenario, terms: Terms) -> Result<(Self, Vec<Event>), Refusal> {
        let (account, mut events) =
            Account::open(Arc::new(terms), scenario.opened_at, scenario.opening_balance)?;
        let mut actor = Self { account, names: BTreeMap::new(), duplicates: 0, record_ids: BTreeSet::new() };
        if !scenario.credit_limit.is_zero() {
            actor.account.act(&Command::SetCreditLimit { amount: scenario.credit_limit }, &mut events)?;
        }
        Ok((actor, events))
    }

    /// What an action asks of the account; nothing for a record that was reported before.
    ///
    /// # Errors
    /// [`Refusal::UnknownPackage`], [`Refusal::UnknownResource`], [`Refusal::InvalidAmount`] for what the account cannot
    /// even be asked.
    pub fn command(&self, action: &Action) -> Result<Option<Command>, Refusal> {
        let package = |name: &str| self.names.get(name).copied().ok_or(Refusal::UnknownPackage);
        Ok(Some(match action {
            Action::Enable(metered) => Command::Enable { resource: self.resource(metered)?, since: None },
            Action::Disable(metered) => Command::Disable { resource: self.resource(metered)? },
            Action::Use(entry) if entry.id.as_ref().is_some_and(|id| self.record_ids.contains(id)) => {
                self.resource(&entry.resource)?;
                return Ok(None);
            }
            Action::Use(entry) => Command::Use(self.usage(entry)?),
            Action::Start { application, class } => {
                Command::StartClass { resource: self.application(application)?, class: class.clone() }
            }
            Action::Finish { application, class, seconds } => Command::FinishClass {
                resource: self.application(application)?,
                class: class.clone(),
                seconds: *seconds,
            },
            Action::Buy(entry) => {
                let Buy { sku, application, starts_at, auto_renew, .. } = entry.clone();
                Command::Buy { sku, application, starts_at, auto_renew }
            }
            Action::BuyTogether(entries) => {
                let order = |entry: &Together| PurchaseOrder {
                    sku: entry.sku.clone(),
                    application: entry.application.clone(),
                };
                Command::BuyTogether(entries.iter().map(order).collect())
            }
            Action::Grant(entry) => {
                let Buy { sku, application, starts_at, auto_renew, .. } = entry.clone();
                Command::Grant { sku, application, starts_at, auto_renew }
            }
            Action::AutoRenew { package: name, days_before } => {
                Command::AutoRenew { package: package(name)?, days_before: *days_before }
            }
            Action::Overage { application, on } => {
                Command::SetOverage { resource: self.application(application)?, on: *on }
            }
            Action::BalanceAlert { threshold } => {
                Command::SetBalanceAlert { threshold: threshold.as_deref().map(money).transpose()? }
            }
            Action::Ban { application } => Command::Ban { resource: self.application(application)? },
            Action::Renew { package: name, terms, align_to } => {
                Command::Renew { package: package(name)?, terms: *terms, align_to: *align_to }
            }
            Action::Unsubscribe { package: name, renewal_only: false } => {
                Command::Unsubscribe { package: package(name)? }
            }
            Action::Unsubscribe { package: name, renewal_only: true } => {
                Command::UnsubscribeRenewal { package: package(name)? }
            }
            Action::Share { package: name, on } => Command::Share { package: package(name)?, on: *on },
            Action::AtExpiry { package: name, choice } => {
                Command::AtEnd { package: package(name)?, choice: *choice }
            }
            Action::Voucher(terms) => Command::AddVoucher(terms.clone()),
            Action::TopUp { amount } => Command::TopUp { amount: money(amount)? },
            Action::SetCreditLimit { amount } => Command::SetCreditLimit { amount: money(amount)? },
            Action::PackageAlert(entry) => Command::SetPackageAlert {
                resource: ResourceKey::new(&entry.service, &entry.region),
                percent: Some(entry.percent),
            },
        }))
    }

    /// Carries an action out now.
    ///
    /// # Errors
    /// The refusal; then nothing has changed.
    pub fn act(&mut self, action: &Action, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let Some(command) = self.command(action)? else {
            self.duplicates += 1;
            return Ok(());
        };
        let first = u32::try_from(self.account.packages.len()).map_err(|_| Refusal::TooLarge)?;
        self.account.act(&command, events)?;
        match action {
            Action::Buy(entry) | Action::Grant(entry) => {
                self.names.insert(entry.name.clone(), PackageId(first));
            }
            Action::BuyTogether(entries) => {
                let names = entries.iter().map(|entry| entry.name.clone());
                self.names.extend(names.zip((first..).map(PackageId)));
            }
            Action::Use(entry) => self.record_ids.extend(entry.id.clone()),
            _ => {}
        }
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

    fn usage(&self, entry: &Use) -> Result<Usage, Refusal> {
        Ok(Usage {
            resource: self.resource(&entry.resource)?,
            project: entry.project.clone(),
            occurred_at: entry.occurred_at,
            count: entry.count,
            status: entry.status,
        })
    }
}

fn money(text: &str) -> Result<Money, Refusal> {
    let (lowest, highest) = billing::top_up::LIMITS;
    Money::parse(text).map_err(|_| Refusal::InvalidAmount { lowest, highest })
}
