//! Deciding: what falls due, then the command, as events.

mod act;
mod apply;
mod at_end;
mod balance_alert;
mod classes;
mod deadlines;
pub mod due;
pub mod future;
mod meter;
mod packages;
mod refund;
pub mod rehearsal;
pub(crate) mod renew;
mod renewals;
mod rounding;
mod settle;
mod tags;
mod undo;
mod vouchers;

use std::sync::Arc;

use crate::{Account, Command, Event, Instant, Money, Refusal, Terms, engine::due::Phase, event::What};

/// What a command, or the passing of time, does: shown as a preview, or written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// The account afterwards.
    pub account: Account,
}

/// Decides a command at an instant: everything that falls due before the customer's actions of that instant runs
/// first.
///
/// # Errors
/// A [`Refusal`]; then nothing has changed.
pub fn decide(account: &Account, command: &Command, at: Instant) -> Result<Decision, Refusal> {
    let mut account = account.clone();
    let mut events = Vec::new();
    account.advance_to_actions(at, &mut events)?;
    account.act(command, &mut events)?;
    Ok(Decision { events, account })
}

impl Account {
    /// Opens an account with a balance.
    ///
    /// # Errors
    /// [`Refusal::InvalidAmount`] for a negative balance, [`Refusal::UnknownLevel`].
    pub fn open(
        terms: Arc<Terms>,
        opened_at: Instant,
        balance: Money,
    ) -> Result<(Self, Vec<Event>), Refusal> {
        if balance < Money::ZERO {
            return Err(Refusal::InvalidAmount { lowest: Money::ZERO, highest: crate::top_up::LIMITS.1 });
        }
        if !terms.policy.knows_level(&terms.level) {
            return Err(Refusal::UnknownLevel(terms.level.clone()));
        }
        let mut account = Self {
            terms,
            opened_at,
            now: opened_at,
            phase: Phase::Usage,
            balance: Money::ZERO,
            credit_limit: Money::ZERO,
            credit_drawn: Money::ZERO,
            debts: Vec::new(),
            arrears_since: None,
            released_at: None,
            past_arrears: Vec::new(),
            level_changes: Vec::new(),
            balance_alert: None,
            resources: crate::Resources::default(),
            projects: vec![String::new()],
            packages: Vec::new(),
            vouchers: Vec::new(),
            open: crate::OpenCharges::default(),
            totals_since: Instant::MIN_UTC,
            counters: std::collections::BTreeMap::new(),
            attended: std::collections::BTreeMap::new(),
            next_charge: 0,
        };
        let mut events = Vec::new();
        account.record(What::Opened { balance }, &mut events)?;
        Ok((account, events))
    }

    /// Whether more than its opening has happened to the account.
    #[must_use]
    pub fn has_lived(&self) -> bool {
        self.now > self.opened_at || !self.resources.is_empty() || !self.packages.is_empty()
    }

    /// Lets an account that has not lived yet begin earlier than it was opened, so that older usage is settled in its own
    /// past, period by period, as the provider did. One that has lived is left as it is.
    pub fn begin_earlier(&mut self, since: Instant) {
        if !self.has_lived() && since < self.now {
            self.now = since;
        }
    }

    /// Runs everything that falls due up to and including `to`.
    ///
    /// # Errors
    /// [`Refusal::ClockWentBack`] for an instant the account has already passed, [`Refusal::TooLarge`] when a figure
    /// leaves the range that can be kept exactly.
    pub fn advance(&mut self, to: Instant, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if to < self.now {
            return Err(Refusal::ClockWentBack);
        }
        self.run_due((to, Phase::MonthClose), events)
    }

    /// Runs what falls due before the customer's actions of `at`.
    ///
    /// # Errors
    /// [`Refusal::ClockWentBack`] for an instant the account has already passed.
    pub fn advance_to_actions(&mut self, at: Instant, events: &mut Vec<Event>) -> Result<(), Refusal> {
        if at < self.now {
            return Err(Refusal::ClockWentBack);
        }
        self.run_due((at, Phase::Renewals), events)
    }

    /// Records an event: applies it to the state and keeps it. Nothing else changes state.
    pub(crate) fn record(&mut self, what: What, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.apply(&what)?;
        events.push(Event { at: self.now, what });
        Ok(())
    }
}
