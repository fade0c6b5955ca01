//! The customer's actions, each decided whole before anything changes.

use super::{
    packages::{Acquired, Order},
    renew::Renewal,
};
use crate::{
    Account, Command, Event, Instant, Money, ProjectId, Refusal, ResourceId, ResourceKey, alert::Silence,
    event::What, lifecycle::Stage, top_up,
};

/// The highest line of a balance alert (T-53).
const ALERT_LIMIT: Money = Money::from_cents(99_999_999_999);

impl Account {
    /// Carries out a command at the account's instant.
    ///
    /// # Errors
    /// A [`Refusal`]; then no event was recorded and nothing has changed – of several commands, those before it have: they are
    /// decided on a copy, see [`super::decide`].
    pub fn act(&mut self, command: &Command, events: &mut Vec<Event>) -> Result<(), Refusal> {
        match command {
            Command::Enable { resource, since } => self.enable(resource, *since, events),
            Command::Disable { resource } => self.disable(resource, events),
            Command::Use(usage) => self.meter(usage, events),
            Command::Buy { sku, application, starts_at, auto_renew } => {
                let order = Order { sku, application: application.as_deref(), starts_at: *starts_at };
                self.acquire(&order, Acquired::Bought, *auto_renew, events)
            }
            Command::BuyTogether(orders) => self.buy_together(orders, events),
            Command::Grant { sku, application, starts_at, auto_renew } => {
                let order = Order { sku, application: application.as_deref(), starts_at: *starts_at };
                self.acquire(&order, Acquired::Granted, *auto_renew, events)
            }
            Command::Renew { package, terms, align_to } => {
                let renewal = Renewal { terms: *terms, align_to: *align_to, automatic: false };
                self.renew(*package, renewal, events)
            }
            Command::Share { package, on } => self.share(*package, *on, events),
            Command::AtEnd { package, choice } => self.choose_at_end(*package, *choice, events),
            Command::Unsubscribe { package } => self.unsubscribe(*package, events),
            Command::UnsubscribeRenewal { package } => self.unsubscribe_renewal(*package, events),
            Command::AutoRenew { package, days_before } => {
                self.set_auto_renew(*package, *days_before, events)
            }
            Command::StartClass { resource, class } => self.start_class(resource, class, events),
            Command::FinishClass { resource, class, seconds } => {
                self.finish_class(resource, class, *seconds, events)
            }
            Command::SetOverage { resource, on } => self.set_overage(resource, *on, events),
            Command::Tag { resource, key, value } => self.tag(resource, key, value.as_deref(), events),
            Command::Ban { resource } => self.ban(resource, events),
            Command::SetBalanceAlert { threshold } => self.set_balance_alert(*threshold, events),
            Command::SnoozeBalanceAlert { until } => self.silence(Silence::Snoozed { until: *until }, events),
            Command::AcknowledgeBalanceAlert => self.silence(Silence::Acknowledged, events),
            Command::AddVoucher(terms) => self.add_voucher(terms, events),
            Command::TopUp { amount } => self.top_up(*amount, events),
            Command::Undo(usage) => self.undo(usage, events),
            Command::SetLevel { level } => self.set_level(level, events),
            Command::SetCreditLimit { amount } => self.set_credit_limit(*amount, events),
            Command::Several(commands) => commands.iter().try_for_each(|command| self.act(command, events)),
            Command::SetPackageAlert { resource, percent } => {
                self.set_package_alert(resource, *percent, events)
            }
        }
    }

    fn enable(
        &mut self,
        key: &ResourceKey,
        since: Option<Instant>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let known = self.find_resource(key).and_then(|id| self.resource(id));
        let first = known.and_then(|resource| resource.enabled.first()).map(|span| span.from);
        if let (Some(since), Some(until)) =
            (since, first.filter(|first| since.is_some_and(|since| since < *first)))
        {
            let resource = self.name_resource(key, events)?;
            return self.record(What::ProvedEnabled { resource, since, until }, events);
        }
        // A call that succeeded proves that the provider had enabled the service, arrears or not.
        let needs_payment =
            self.terms.policy.arrears.enabling_needs_arrears_paid || self.stage() >= Stage::Frozen;
        if since.is_none() && needs_payment {
            self.owes_nothing()?;
        }
        let known = self.find_resource(key).and_then(|id| self.resource(id));
        if known.is_some_and(|resource| resource.banned_at.is_some()) {
            return Err(Refusal::Banned);
        }
        if known.is_some_and(crate::Resource::is_enabled) {
            return Err(Refusal::AlreadyEnabled);
        }
        let since = since.filter(|since| first.is_none() && *since < self.now).unwrap_or(self.now);
        let resource = self.name_resource(key, events)?;
        self.record(What::Enabled { resource, since }, events)
    }

    fn disable(&mut self, key: &ResourceKey, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let resource = self.known_resource(key)?;
        if !self.resource(resource).is_some_and(crate::Resource::is_enabled) {
            return Err(Refusal::NotEnabled);
        }
        self.record(What::Disabled { resource }, events)
    }

    fn top_up(&mut self, amount: Money, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let allocation = top_up::allocate(self, amount)?.value;
        self.balance.checked_add(allocation.to_balance)?;
        self.record(What::ToppedUp { amount, allocation }, events)?;
        self.end_arrears(events)
    }

    fn set_credit_limit(&mut self, limit: Money, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if limit < Money::ZERO || top_up::LIMITS.1 < limit {
            return Err(Refusal::InvalidAmount { lowest: Money::ZERO, highest: top_up::LIMITS.1 });
        }
        self.record(What::CreditLimitSet { limit }, events)
    }

    fn set_package_alert(
        &mut self,
        key: &ResourceKey,
        percent: Option<u32>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        if percent.is_some_and(|percent| percent > 100) {
            return Err(Refusal::InvalidNumber { lowest: 0, highest: 100 });
        }
        let resource = self.name_resource(key, events)?;
        self.record(What::PackageAlertSet { resource, percent }, events)
    }

    fn set_balance_alert(
        &mut self,
        threshold: Option<Money>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let highest = ALERT_LIMIT;
        if threshold.is_some_and(|line| line < Money::ZERO || highest < line) {
            return Err(Refusal::InvalidAmount { lowest: Money::ZERO, highest });
        }
        self.record(What::BalanceAlertSet { threshold }, events)
    }

    fn silence(&mut self, silence: Silence, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.record(What::BalanceAlertSilenced(silence), events)
    }

    /// The number of a resource, given at its first mention.
    pub(super) fn name_resource(
        &mut self,
        key: &ResourceKey,
        events: &mut Vec<Event>,
    ) -> Result<ResourceId, Refusal> {
        if let Some(known) = self.find_resource(key) {
            return Ok(known);
        }
        let resource = ResourceId(u32::try_from(self.resources.len()).map_err(|_| Refusal::TooLarge)?);
        self.record(What::ResourceNamed { resource, key: key.clone() }, events)?;
        Ok(resource)
    }

    /// The number of a project, given at its first mention.
    pub(super) fn name_project(&mut self, name: &str, events: &mut Vec<Event>) -> Result<ProjectId, Refusal> {
        if let Some(known) = self.find_project(name) {
            return Ok(known);
        }
        let project = ProjectId(u32::try_from(self.projects.len()).map_err(|_| Refusal::TooLarge)?);
        self.record(What::ProjectNamed { project, name: name.to_owned() }, events)?;
        Ok(project)
    }
}
