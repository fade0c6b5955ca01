//! What holds in every life, whatever the policy. The state is derived a second time, from the events alone and without
//! the code that folds them.
#![expect(clippy::unwrap_used, reason = "a law that cannot be looked at is broken")]

use std::collections::BTreeMap;

use billing::{
    Account, ChargeId, Command, Event, Instant, Money, OpenKey, ProjectId, ResourceId, decide,
    event::{Deduction, Metered, What},
    journal,
    settlement::pay::Payment,
    top_up::Allocation,
    zone::Month,
};

/// A life that was lived: the account, everything that happened, and the units callers reported that were let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// The account.
    pub account: Account,
    /// Everything that happened.
    pub events: Vec<Event>,
    /// Calls, or seconds attended.
    pub let_in: u64,
}

impl Life {
    /// The life of an account that was opened just now.
    ///
    /// # Panics
    /// When the account cannot even begin.
    #[must_use]
    pub fn begin(mut account: Account) -> Self {
        // Events before are those of opening; the journal needs its opening balance.
        let opened = Event { at: account.now, what: What::Opened { balance: account.balance } };
        let mut events = vec![opened];
        account.advance_to_actions(account.now, &mut events).unwrap();
        Self { account, events, let_in: 0 }
    }

    /// Carries a command out. Its preview is what is carried out, and a refusal changes nothing.
    ///
    /// # Panics
    /// When that is not so.
    pub fn act(&mut self, command: &Command) {
        let (before, count) = (self.account.clone(), self.events.len());
        let preview = decide(&before, command, before.now);
        match (self.account.act(command, &mut self.events), preview) {
            (Ok(()), Ok(preview)) => {
                assert_eq!(preview.account, self.account, "the preview of {command:?}");
                assert_eq!(preview.events, self.events[count..], "the preview of {command:?}");
                self.let_in += match command {
                    Command::Use(usage) => usage.count,
                    Command::FinishClass { seconds, .. } => *seconds,
                    _ => 0,
                };
            }
            (Err(refusal), Err(previewed)) => {
                assert_eq!(refusal, previewed, "the preview of {command:?}");
                assert_eq!((&before, count), (&self.account, self.events.len()), "{command:?} was refused");
            }
            (done, preview) => panic!("{command:?}: {done:?}, its preview {preview:?}"),
        }
    }

    /// Every law.
    ///
    /// # Panics
    /// With the figures of the first that is broken.
    pub fn is_lawful(&self) {
        self.journal_says_what_the_state_says();
        nothing_is_below_zero(&self.account);
        SecondBooks::of(self).agree_with(&self.account);
        every_unit_is_paid_for_once_or_uncovered(self);
        identities_of_money(&self.events);
    }

    /// The journal.
    ///
    /// # Panics
    /// When an event has no transaction.
    #[must_use]
    pub fn postings(&self) -> Vec<journal::Transaction> {
        let transaction = |event: &Event| journal::transaction(event, &self.account).unwrap();
        self.events.iter().filter_map(transaction).collect()
    }

    /// Sums postings per ledger account.
    #[must_use]
    pub fn sums(&self) -> BTreeMap<String, i64> {
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        for posting in self.postings().into_iter().flat_map(|transaction| transaction.postings) {
            *sums.entry(posting.ledger_account).or_default() += posting.units;
        }
        sums
    }

    fn journal_says_what_the_state_says(&self) {
        for transaction in self.postings() {
            assert!(transaction.is_balanced(), "{transaction:?}");
        }
        let (sums, account) = (self.sums(), &self.account);
        let sum = |name: &str| sums.get(name).copied().unwrap_or(0);
        assert_eq!(sum("Assets:Balance"), account.balance.cents());
        assert_eq!(-sum("Liabilities:Arrears"), account.arrears().unwrap().cents());
        assert_eq!(-sum("Liabilities:Credit"), account.credit_drawn.cents());
        for (number, package) in account.packages.iter().enumerate() {
            let left = package.cycles.iter().filter(|cycle| cycle.begun && !cycle.ended);
            let left: u64 = left.map(billing::Cycle::remaining).sum();
            assert_eq!(sum(&format!("Assets:Quota:{number}")), i64::try_from(left).unwrap());
        }
    }
}

fn nothing_is_below_zero(account: &Account) {
    assert!(account.balance >= Money::ZERO && account.credit_drawn >= Money::ZERO);
    assert!(account.debts.iter().all(|debt| debt.owed.is_positive()));
    for cycle in account.packages.iter().flat_map(|package| &package.cycles) {
        assert!(cycle.used + cycle.lapsed <= cycle.quota, "{cycle:?}");
    }
}

/// Deductions + billed + uncovered = what was let in; in minutes where minutes are billed.
fn every_unit_is_paid_for_once_or_uncovered(life: &Life) {
    let (mut deducted_before, mut let_in, mut settled, mut billed) = (0, 0, 0, 0);
    let counts_seconds = life.account.terms.policy.unit == billing::policy::UsageUnit::AttendanceSecond;
    for event in &life.events {
        match &event.what {
            What::Deducted(Deduction { calls, .. }) => deducted_before += calls,
            What::Metered(metered) => {
                let charged: u64 = metered.parts.iter().map(|part| part.calls).sum();
                assert_eq!(metered.from_packages, std::mem::take(&mut deducted_before), "{metered:?}");
                assert_eq!(metered.billable, metered.from_packages + charged, "{metered:?}");
                let calls = metered.billable + metered.uncovered + metered.failed;
                let_in += if counts_seconds { metered.seconds } else { calls };
                billed += charged;
            }
            What::Settled(charge) => settled += charge.billed(),
            _ => {}
        }
    }
    assert_eq!(let_in, life.let_in, "what was let in is metered");
    let open: u64 = life.account.open.iter().map(|(_, open)| open.billed()).sum();
    assert_eq!(billed, settled + open, "what is billed is settled once, or open");
}

fn paid_in_advance(payment: &Payment) -> i64 {
    payment.from_vouchers().unwrap().cents() + payment.from_balance.cents() + payment.from_credit.cents()
}

/// Amount due = vouchers + cash + credit + arrears; what came in went somewhere; arrears are what is unsettled (H-97).
fn identities_of_money(events: &[Event]) {
    let parts = |allocation: &Allocation| {
        let debts: i64 = allocation.to_debts.iter().map(|(_, part)| part.cents()).sum();
        debts + allocation.to_credit.cents() + allocation.to_balance.cents()
    };
    for event in events {
        match &event.what {
            What::Settled(charge) => {
                let paid = charge.payment().from_vouchers().unwrap().cents()
                    + charge.from_balance.cents()
                    + charge.from_credit.cents();
                assert_eq!(charge.due.cents(), paid + charge.owed.cents(), "{charge:?}");
                assert!(charge.from_balance >= Money::ZERO && charge.owed >= Money::ZERO, "{charge:?}");
            }
            What::ToppedUp { amount, allocation } => {
                assert_eq!(amount.cents(), parts(allocation), "{event:?}");
            }
            What::Refunded { amount, allocation, vouchers, .. } => {
                let back: i64 = vouchers.iter().map(|used| used.amount.cents()).sum();
                assert_eq!(amount.cents(), back + parts(allocation), "{event:?}");
            }
            What::RenewalRefunded(given) => {
                let back: i64 = given.vouchers.iter().map(|used| used.amount.cents()).sum();
                assert_eq!(given.amount.cents(), back + parts(&given.allocation), "{given:?}");
            }
            What::Corrected(correction) => {
                let back: i64 = correction.vouchers.iter().map(|used| used.amount.cents()).sum();
                assert_eq!(correction.money.cents(), back + parts(&correction.allocation), "{correction:?}");
            }
            What::Acquired { payment, terms, .. } => {
                assert!(payment.owed.is_zero(), "a purchase makes no arrears");
                let paid = paid_in_advance(payment);
                assert!(paid == terms.price.cents() || paid == 0, "bought, or granted: {event:?}");
            }
            What::Renewed { payment, price, .. } => {
                assert!(payment.owed.is_zero(), "a renewal makes no arrears");
                assert_eq!(paid_in_advance(payment), price.cents());
            }
            _ => {}
        }
    }
}

/// The figures of an account, kept from the events alone.
#[derive(Debug, Default, PartialEq, Eq)]
struct SecondBooks {
    balance: i64,
    credit_drawn: i64,
    debts: BTreeMap<ChargeId, i64>,
    arrears_since: Option<Instant>,
    /// Quota, used and lapsed of every cycle, by package.
    packages: Vec<Vec<(u64, u64, u64)>>,
    /// From packages, and billed.
    open: BTreeMap<OpenKey, (u64, u64)>,
    counters: BTreeMap<(ResourceId, Month), u64>,
    attended: BTreeMap<(ResourceId, ProjectId, Instant), u64>,
}

impl SecondBooks {
    fn of(life: &Life) -> Self {
        let mut books = Self::default();
        let zone = life.account.terms.policy.zone;
        for event in &life.events {
            match &event.what {
                What::Opened { balance } => books.balance = balance.cents(),
                What::ToppedUp { allocation, .. } | What::Refunded { allocation, .. } => {
                    books.allocate(allocation);
                }
                What::Corrected(correction) => books.allocate(&correction.allocation),
                What::Settled(charge) => {
                    books.open.remove(&charge.key);
                    books.balance -= charge.from_balance.cents();
                    books.credit_drawn += charge.from_credit.cents();
                    if charge.owed.is_positive() {
                        books.debts.insert(charge.id, charge.owed.cents());
                        books.arrears_since.get_or_insert(event.at);
                    }
                }
                What::Acquired { terms, payment, .. } => {
                    books.pay(payment);
                    books.packages.push(terms.cycles.iter().map(|cycle| (cycle.quota, 0, 0)).collect());
                }
                What::Renewed { package, cycles, payment, .. } => {
                    books.pay(payment);
                    let paid = cycles.iter().map(|cycle| (cycle.quota, 0, 0));
                    books.packages[package.0 as usize].extend(paid);
                }
                What::RenewalRefunded(given) => {
                    books.allocate(&given.allocation);
                    let cycles = &mut books.packages[given.package.0 as usize];
                    cycles.truncate(cycles.len() - given.cycles());
                }
                What::CycleEnded { package, cycle, lapsed } => {
                    books.packages[package.0 as usize][*cycle].2 = *lapsed;
                }
                What::Deducted(taken) => books.take(taken),
                What::Metered(metered) => books.meter(metered, zone.month(metered.occurred_at)),
                _ => {}
            }
        }
        books
    }

    fn allocate(&mut self, allocation: &Allocation) {
        self.balance += allocation.to_balance.cents();
        self.credit_drawn -= allocation.to_credit.cents();
        for (charge, part) in &allocation.to_debts {
            *self.debts.get_mut(charge).unwrap() -= part.cents();
        }
        self.debts.retain(|_, owed| *owed != 0);
        if self.debts.is_empty() {
            self.arrears_since = None;
        }
    }

    const fn pay(&mut self, payment: &Payment) {
        self.balance -= payment.from_balance.cents();
        self.credit_drawn += payment.from_credit.cents();
    }

    fn take(&mut self, taken: &Deduction) {
        let (_, used, lapsed) = &mut self.packages[taken.package.0 as usize][taken.cycle];
        *used += taken.calls;
        *lapsed -= taken.from_lapsed;
    }

    fn meter(&mut self, metered: &Metered, month: Month) {
        let key = metered.key;
        let charged: u64 = metered.parts.iter().map(|part| part.calls).sum();
        if metered.seconds > 0 {
            *self.attended.entry((key.resource, key.project, key.period)).or_default() += metered.seconds;
        }
        if charged > 0 {
            *self.counters.entry((key.resource, month)).or_default() += charged;
        }
        if metered.billable > 0 {
            let (from_packages, billed) = self.open.entry(key).or_default();
            *from_packages += metered.from_packages;
            *billed += charged;
        }
    }

    fn agree_with(&self, account: &Account) {
        let cycle = |cycle: &billing::Cycle| (cycle.quota, cycle.used, cycle.lapsed);
        let state = Self {
            balance: account.balance.cents(),
            credit_drawn: account.credit_drawn.cents(),
            debts: account.debts.iter().map(|debt| (debt.charge, debt.owed.cents())).collect(),
            arrears_since: account.arrears_since,
            packages: account.packages.iter().map(|p| p.cycles.iter().map(cycle).collect()).collect(),
            open: account.open.iter().map(|(key, open)| (key, (open.from_packages, open.billed()))).collect(),
            counters: account.counters.clone(),
            attended: account.attended.clone(),
        };
        assert_eq!(*self, state, "derived from the events, and kept");
    }
}
