//! Packages: prepaid quota with a validity and an order of use.

pub mod hours;
pub mod order;
pub mod stage;

use chrono::NaiveDate;

pub use self::hours::DailyHours;

use crate::{Instant, Money, ProjectId, ResourceId, SwitchedOn, voucher::VoucherUse, zone::Term};

/// How a package came to the customer; the order is the order of use (H-41).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A free entitlement.
    Free,
    /// A promotion.
    Promotion,
    /// Bought.
    Purchased,
}

impl Source {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Promotion => "promotion",
            Self::Purchased => "purchased",
        }
    }

    /// The source of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Free, Self::Promotion, Self::Purchased].into_iter().find(|source| source.code() == code)
    }
}

/// A bought, promotional or free grant of quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The offer it came from.
    pub sku: String,
    /// The one service and region it pays for (H-25, H-26).
    pub resource: ResourceId,
    /// The only project it pays for (H-42).
    pub project: Option<ProjectId>,
    /// The only hours of the day in which it pays (H-43).
    pub hours: Option<DailyHours>,
    /// How it came.
    pub source: Source,
    /// Quota of one cycle, in calls.
    pub quota: u64,
    /// Length of one cycle.
    pub term: Term,
    /// When it was paid or granted.
    pub acquired_at: Instant,
    /// The day of the first start, on which months end (H-22).
    pub anchor: NaiveDate,
    /// What was paid for the first cycle.
    pub price: Money,
    /// What paid for it, oldest first: its purchase, then its renewals.
    pub orders: Vec<PaidOrder>,
    /// Paid cycles, oldest first; at least one.
    pub cycles: Vec<Cycle>,
    /// When the last paid cycle ended, once it has.
    pub expired_at: Option<Instant>,
    /// The cycle that began on the anchor day, counted from 0: a renewal after the end may set a new anchor (T-48).
    pub anchor_cycle: u32,
    /// Whether it is renewed by itself, and how many days before its end that is tried first (H-113).
    pub auto_renew: Option<u32>,
    /// Whether its service is disabled when it ends (H-60c).
    pub disable_at_end: bool,
    /// When it paid for calls of member accounts, too, oldest first (H-120).
    pub shared: Vec<SwitchedOn>,
    /// The end for which a failed renewal was told.
    pub renewal_failed_for: Option<Instant>,
    /// When it was given back.
    pub refunded_at: Option<Instant>,
    /// Whether giving it back used up the allowance of packages that come back whole (T-42, H-135).
    pub refund_counted: bool,
    /// When the account's release made it void (T-30).
    pub void_since: Option<Instant>,
}

/// One order that paid for cycles of a package; a grant is an order of nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidOrder {
    /// How many cycles, following those of the orders before.
    pub cycles: u32,
    /// What they cost together.
    pub price: Money,
    /// What of it vouchers paid.
    pub vouchers: Vec<VoucherUse>,
}

/// One term of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// When it was paid or granted; a renewal after the end is paid after its first second (H-90).
    pub paid_at: Instant,
    /// First second.
    pub starts_at: Instant,
    /// Last second, inclusive (H-02).
    pub ends_at: Instant,
    /// Calls paid for.
    pub quota: u64,
    /// Calls deducted.
    pub used: u64,
    /// Calls that were left when it ended; late usage may still draw on them.
    pub lapsed: u64,
    /// Whether it has begun: its quota is in the books.
    pub begun: bool,
    /// Whether it has ended: what was left has lapsed.
    pub ended: bool,
    /// How many lines of its low alert were passed and told since it was last armed (H-70, T-57).
    pub low_told: u32,
    /// Whether its exhausted notice was sent.
    pub exhausted_sent: bool,
}

impl Cycle {
    /// A paid cycle that has not begun.
    #[must_use]
    pub const fn new(paid_at: Instant, starts_at: Instant, ends_at: Instant, quota: u64) -> Self {
        Self {
            paid_at,
            starts_at,
            ends_at,
            quota,
            used: 0,
            lapsed: 0,
            begun: false,
            ended: false,
            low_told: 0,
            exhausted_sent: false,
        }
    }

    pub(crate) const fn end(&mut self, lapsed: u64) {
        self.ended = true;
        self.lapsed = lapsed;
    }

    /// The first second whose calls may draw on it: a cycle pays for nothing that was called before it was paid.
    #[must_use]
    pub fn pays_from(&self) -> Instant {
        self.starts_at.max(self.paid_at)
    }

    /// Whether calls of this instant may draw on it, however late they are reported.
    #[must_use]
    pub fn in_force(&self, at: Instant) -> bool {
        self.pays_from() <= at && at <= self.ends_at
    }

    /// Calls left to use.
    #[must_use]
    pub const fn remaining(&self) -> u64 {
        self.quota.saturating_sub(self.used).saturating_sub(self.lapsed)
    }

    /// Calls that a call of an instant inside the cycle may draw on, however late it is reported.
    #[must_use]
    pub const fn left_for_its_own_time(&self) -> u64 {
        self.quota.saturating_sub(self.used)
    }
}

impl Package {
    pub(crate) const fn give_back(&mut self, now: Instant, counted: bool) {
        self.refunded_at = Some(now);
        self.refund_counted = counted;
        self.auto_renew = None;
    }

    /// Its last orders are gone, with what they paid for; it renews itself no more.
    pub(crate) fn drop_last(&mut self, orders: usize, cycles: usize, anchor: (NaiveDate, u32)) {
        self.orders.truncate(self.orders.len().saturating_sub(orders));
        self.cycles.truncate(self.cycles.len().saturating_sub(cycles));
        (self.anchor, self.anchor_cycle) = anchor;
        self.auto_renew = None;
        self.renewal_failed_for = None;
    }

    pub(crate) fn share(&mut self, on: bool, now: Instant) {
        SwitchedOn::turn(&mut self.shared, on, now);
    }

    /// Whether it pays for calls of member accounts now (H-120).
    #[must_use]
    pub fn is_shared(&self) -> bool {
        SwitchedOn::now(&self.shared)
    }

    /// What renews itself does not end with its service disabled.
    pub(crate) const fn renew_by_itself(&mut self, days_before: Option<u32>) {
        self.auto_renew = days_before;
        self.disable_at_end &= days_before.is_none();
    }

    /// Whether it was given back or made void: nothing of it is left.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        self.refunded_at.is_some() || self.void_since.is_some()
    }

    /// Its orders, each with the cycles it paid for.
    pub fn paid_cycles(&self) -> impl Iterator<Item = (&PaidOrder, &[Cycle])> {
        let mut rest = self.cycles.as_slice();
        self.orders.iter().map(move |order| {
            let (own, others) = rest.split_at((order.cycles as usize).min(rest.len()));
            rest = others;
            (order, own)
        })
    }

    /// The cycle in force at an instant, with its index.
    #[must_use]
    pub fn cycle_at(&self, at: Instant) -> Option<(usize, &Cycle)> {
        if self.is_gone() {
            return None;
        }
        self.cycles.iter().enumerate().find(|(_, cycle)| cycle.in_force(at))
    }

    /// The cycle in force, before the start the first, and after the end the last.
    #[must_use]
    pub fn shown_cycle(&self, now: Instant) -> Option<&Cycle> {
        self.cycles.iter().rev().find(|cycle| cycle.starts_at <= now).or_else(|| self.cycles.first())
    }

    /// The first paid cycle that has not begun, if an earlier one has.
    #[must_use]
    pub fn next_cycle(&self, now: Instant) -> Option<&Cycle> {
        if self.is_gone() {
            return None;
        }
        self.cycles.iter().skip(1).find(|cycle| now < cycle.starts_at)
    }

    /// The last second of the cycles that had begun and were paid at an instant; before the first, its end.
    #[must_use]
    pub fn valid_to_as_known_at(&self, at: Instant) -> Instant {
        let begun = self.cycles.iter().rev().find(|cycle| cycle.pays_from() <= at);
        begun.or_else(|| self.cycles.first()).map_or(self.acquired_at, |cycle| cycle.ends_at)
    }

    /// The last second that is paid for.
    #[must_use]
    pub fn valid_to(&self) -> Instant {
        self.cycles.last().map_or(self.acquired_at, |cycle| cycle.ends_at)
    }
}
