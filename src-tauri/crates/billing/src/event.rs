//! What can have happened to an account. Events change state, postings and notices are made from them.

use chrono::NaiveDate;

use crate::{
    Charge, ChargeAmount, ChargeId, Cycle, Instant, Money, OpenKey, Package, PackageId, ProjectId,
    ResourceId, ResourceKey,
    alert::{Measured, NoticeKind, Silence},
    lifecycle::Stage,
    rating::PricedCalls,
    settlement::pay::Payment,
    top_up::Allocation,
    voucher::{VoucherId, VoucherTerms, VoucherUse},
    zone::Month,
};

/// Something that happened at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, on the account's clock.
    pub at: Instant,
    /// What.
    pub what: What,
}

/// The kinds of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The account was opened with a balance.
    Opened {
        /// Cash it began with.
        balance: Money,
    },
    /// A resource was mentioned for the first time.
    ResourceNamed {
        /// Its number.
        resource: ResourceId,
        /// Its name.
        key: ResourceKey,
    },
    /// A project was mentioned for the first time.
    ProjectNamed {
        /// Its number.
        project: ProjectId,
        /// Its name.
        name: String,
    },
    /// A resource may be called from an instant on.
    Enabled {
        /// Which.
        resource: ResourceId,
        /// From when; earlier than the event when calls proved it.
        since: Instant,
    },
    /// Calls of an earlier stretch proved that a resource was enabled then already.
    ProvedEnabled {
        /// Which.
        resource: ResourceId,
        /// First second of the stretch.
        since: Instant,
        /// Its end, excluded: where the first known stretch begins.
        until: Instant,
    },
    /// A resource may no longer be called.
    Disabled {
        /// Which.
        resource: ResourceId,
    },
    /// A package paid for calls.
    Deducted(Deduction),
    /// Usage was metered and rated.
    Metered(Metered),
    /// A period was closed.
    Settled(Charge),
    /// A settlement could not be paid while nothing was owed before.
    ArrearsBegan,
    /// The customer has another level from now on.
    LevelSet {
        /// The new level.
        level: String,
    },
    /// The last debt was paid.
    ArrearsCleared,
    /// A stage of arrears began. With the release, resources are gone, and packages where the policy says so.
    StageReached {
        /// Frozen, release pending or released.
        stage: Stage,
    },
    /// Usage beyond packages was allowed or forbidden.
    OverageSet {
        /// For which resource.
        resource: ResourceId,
        /// Allowed.
        on: bool,
    },
    /// A resource got a tag, or another value of it, or lost it.
    Tagged {
        /// Which resource.
        resource: ResourceId,
        /// The key.
        key: String,
        /// Its value; `None` when it is gone.
        value: Option<String>,
    },
    /// A class began.
    ClassStarted {
        /// In which application.
        resource: ResourceId,
        /// Its name.
        class: String,
    },
    /// A class ended; its attendance is metered beside.
    ClassFinished {
        /// In which application.
        resource: ResourceId,
        /// Its name.
        class: String,
    },
    /// A resource was stopped for good.
    Banned {
        /// Which.
        resource: ResourceId,
    },
    /// Money came in.
    ToppedUp {
        /// How much.
        amount: Money,
        /// Where it went.
        allocation: Allocation,
    },
    /// The credit limit was changed.
    CreditLimitSet {
        /// The new one.
        limit: Money,
    },
    /// A voucher was added.
    VoucherAdded {
        /// Its number.
        voucher: VoucherId,
        /// What the provider gave.
        terms: VoucherTerms,
    },
    /// A package was bought or granted.
    Acquired {
        /// Its number.
        package: PackageId,
        /// The package, its first cycle not begun.
        terms: Box<Package>,
        /// How it was paid.
        payment: Payment,
        /// The bill it belongs to.
        bill: Month,
    },
    /// Further cycles of a package were paid.
    Renewed {
        /// Its number.
        package: PackageId,
        /// The paid cycles.
        cycles: Vec<Cycle>,
        /// The anchor day from now on, and the number of the cycle that began on it.
        anchor: (NaiveDate, u32),
        /// What they cost together.
        price: Money,
        /// How it was paid.
        payment: Payment,
        /// The bill it belongs to.
        bill: Month,
        /// Whether it renewed itself (H-113).
        automatic: bool,
    },
    /// Automatic renewal was switched on, with the days before the end of its first attempt, or off.
    AutoRenewSet {
        /// Of which package.
        package: PackageId,
        /// Days before the day of the end; `None` when it is off.
        days_before: Option<u32>,
    },
    /// A package pays for calls of member accounts, too, or no longer.
    Shared {
        /// Which package.
        package: PackageId,
        /// It does.
        on: bool,
    },
    /// The customer chose whether the service is disabled when a package ends.
    AtEndChosen {
        /// Which package.
        package: PackageId,
        /// Disabled.
        disable: bool,
    },
    /// An automatic renewal could not be paid.
    RenewalFailed {
        /// Of which package.
        package: PackageId,
        /// The end it would have moved.
        valid_to: Instant,
    },
    /// A package was given back.
    Refunded {
        /// Which.
        package: PackageId,
        /// What is paid back.
        amount: Money,
        /// Where it goes: arrears first, then drawn credit, then the balance.
        allocation: Allocation,
        /// What of it goes back to vouchers instead.
        vouchers: Vec<VoucherUse>,
        /// Whether it used up the allowance of packages that come back whole (T-42, H-135).
        counted: bool,
        /// The bill it belongs to.
        bill: Month,
    },
    /// Renewals of a package that had not begun were given back.
    RenewalRefunded(Box<RenewalRefunded>),
    /// A cycle began: its quota is there.
    CycleBegan {
        /// Of which package.
        package: PackageId,
        /// Which of its cycles, from 0.
        cycle: usize,
        /// Calls.
        quota: u64,
    },
    /// A cycle ended: what was left lapsed.
    CycleEnded {
        /// Of which package.
        package: PackageId,
        /// Which of its cycles, from 0.
        cycle: usize,
        /// Calls that lapsed.
        lapsed: u64,
    },
    /// The last paid cycle of a package ended.
    Expired {
        /// Which package.
        package: PackageId,
    },
    /// A package alert was set, changed or switched off.
    PackageAlertSet {
        /// For packages of this resource.
        resource: ResourceId,
        /// Share of the quota.
        percent: Option<u32>,
    },
    /// The balance alert was set, changed or switched off.
    BalanceAlertSet {
        /// The line.
        threshold: Option<Money>,
    },
    /// The balance alert spoke: at its crossing, or again. In a snooze it was crossed in silence.
    BalanceFellLow {
        /// What could be spent.
        value: Money,
    },
    /// What can be spent is back at or above the line.
    BalanceRecovered {
        /// What can be spent.
        value: Money,
    },
    /// The customer knows of the present episode, or wants to hear nothing of the alert for a time.
    BalanceAlertSilenced(Silence),
    /// Usage of an undone import was taken out again. The books keep the usage and mark it as undone; open periods
    /// and tier counters lose it.
    Unmetered(Metered),
    /// Quota that an undone import had taken is back in its package; in a cycle that has ended it lapses.
    QuotaReturned(Deduction),
    /// Money that an undone import had cost came back; the charge itself stays as it was settled.
    Corrected(Correction),
    /// A message to the customer.
    Noticed(Notice),
}

/// Renewals of a package that were given back before they began: its last orders, with their cycles (H-136).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenewalRefunded {
    /// Of which package.
    pub package: PackageId,
    /// The orders, oldest first.
    pub orders: Vec<ReturnedOrder>,
    /// The anchor day from now on, and the number of the cycle that began on it.
    pub anchor: (NaiveDate, u32),
    /// What is paid back.
    pub amount: Money,
    /// Where it goes: arrears first, then drawn credit, then the balance.
    pub allocation: Allocation,
    /// What of it goes back to vouchers instead.
    pub vouchers: Vec<VoucherUse>,
    /// The bill it belongs to.
    pub bill: Month,
}

/// A renewal that was given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReturnedOrder {
    /// How many cycles it had paid for.
    pub cycles: u32,
    /// What was paid for them.
    pub price: Money,
    /// The first second of the first of them.
    pub starts_at: Instant,
    /// The last second of the last.
    pub ends_at: Instant,
}

impl RenewalRefunded {
    /// How many cycles go.
    #[must_use]
    pub fn cycles(&self) -> usize {
        self.orders.iter().map(|order| order.cycles as usize).sum()
    }

    /// The first and the last second of what they would have paid for.
    #[must_use]
    pub fn valid(&self) -> Option<(Instant, Instant)> {
        Some((self.orders.first()?.starts_at, self.orders.last()?.ends_at))
    }
}

/// Money given back for a settled charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The charge that was too high.
    pub charge: ChargeId,
    /// Its period, resource, project and settlement.
    pub key: OpenKey,
    /// The calls that are no longer charged.
    pub parts: Vec<PricedCalls>,
    /// Of the calls taken out, those that packages had paid for.
    pub from_packages: u64,
    /// What they cost before rounding: the difference of the charge with and without them.
    pub amount: ChargeAmount,
    /// What is given back in cents: the difference of the rounded charge with and without them.
    pub money: Money,
    /// Where it goes: arrears first, then drawn credit, then the balance.
    pub allocation: Allocation,
    /// What of it goes back to vouchers instead: what they paid beyond what is left of the charge.
    pub vouchers: Vec<VoucherUse>,
    /// The bill the correction belongs to.
    pub bill: Month,
}

/// Quota taken from one package for one stretch of usage. Returned, `from_lapsed` counts the calls that lapse again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deduction {
    /// From which package.
    pub package: PackageId,
    /// From which of its cycles, from 0.
    pub cycle: usize,
    /// Calls.
    pub calls: u64,
    /// Calls that had lapsed before this late usage claimed them.
    pub from_lapsed: u64,
    /// For which period, resource and project.
    pub key: OpenKey,
    /// When the calls were made.
    pub occurred_at: Instant,
    /// Calls left afterwards.
    pub remaining: u64,
}

/// Usage as it was metered: a stretch in which nothing about the contract changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metered {
    /// Period, resource and project, and when they settle.
    pub key: OpenKey,
    /// When the calls were made.
    pub occurred_at: Instant,
    /// Successful calls that something pays for.
    pub billable: u64,
    /// Calls without success.
    pub failed: u64,
    /// Successful calls that nothing may pay for; never billed.
    pub uncovered: u64,
    /// Of the billable: paid by packages.
    pub from_packages: u64,
    /// Of the billable: pay-per-use.
    pub parts: Vec<PricedCalls>,
    /// Seconds attended, where minutes are billed (T-07); else 0.
    pub seconds: u64,
}

/// A message to the customer, delivered through channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// The package, for package notices.
    pub package: Option<PackageId>,
    /// The charge, for arrears.
    pub charge: Option<ChargeId>,
    /// The figures it arose from, where it has any.
    pub measured: Option<Measured>,
}
