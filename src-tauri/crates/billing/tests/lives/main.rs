//! Lives of accounts, looked at from every side: their bill lines, their edges, and why each figure is what it is.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arrears;
mod attendance;
mod derivations;
mod edges;
mod journal;
mod limits;
mod lines;
mod names;
mod reasons;
mod renewals;
mod rounding;
mod undone;

use std::sync::Arc;

use billing::{
    Account, Command, Event, Instant, Money, PackageId, Refusal, ResourceKey, Terms, Usage, decide,
    voucher::{PayMode, VoucherKind, VoucherTerms},
    zone::parse_instant,
};

/// When every life begins.
pub const OPENED: &str = "2023-01-01T00:00:00";
/// The first package of a life.
pub const FIRST: PackageId = PackageId(0);

/// An instant at the provider.
pub fn at(text: &str) -> Instant {
    parse_instant(&format!("{text}+08:00")).unwrap()
}

/// An amount.
pub fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

/// The resource that examples sell: 0.02 a call.
pub fn passport() -> ResourceKey {
    ResourceKey::new("passport-ocr", "ap-southeast-1")
}

/// Calls of it.
pub fn calls(now: &str, count: u64) -> Command {
    Command::Use(Usage::calls("passport-ocr", "ap-southeast-1", at(now), count))
}

/// Money that was given, for everything in 2023.
pub fn given(code: &str, kind: VoucherKind, amount: &str) -> VoucherTerms {
    VoucherTerms {
        code: code.into(),
        kind,
        amount: money(amount),
        valid_from: at(OPENED),
        valid_to: at("2023-12-31T23:59:59"),
        services: Vec::new(),
        pays: PayMode::ALL.to_vec(),
        minimum: Money::ZERO,
        single_use: false,
        most_per_payment: None,
    }
}

/// An account, and everything that happened to it.
#[derive(Clone)]
pub struct Life {
    /// As it is now.
    pub account: Account,
    /// Oldest first.
    pub events: Vec<Event>,
}

impl Life {
    /// An account of 2023 with a balance.
    pub fn open(terms: Terms, balance: &str) -> Self {
        let (account, events) = Account::open(Arc::new(terms), at(OPENED), money(balance)).unwrap();
        Self { account, events }
    }

    /// Under the rules of the examples, its service enabled.
    pub fn enabled(terms: Terms, balance: &str) -> Self {
        let mut life = Self::open(terms, balance);
        life.act(OPENED, &Command::Enable { resource: passport(), since: None });
        life
    }

    /// Something it is asked for.
    pub fn act(&mut self, now: &str, command: &Command) -> &mut Self {
        let decided = decide(&self.account, command, at(now)).unwrap();
        self.account = decided.account;
        self.events.extend(decided.events);
        self
    }

    /// Why it is not done.
    pub fn refusal(&self, now: &str, command: &Command) -> Option<Refusal> {
        decide(&self.account, command, at(now)).err()
    }

    /// Time goes by.
    pub fn pass(&mut self, to: &str) -> &mut Self {
        self.account.advance(at(to), &mut self.events).unwrap();
        self
    }
}
