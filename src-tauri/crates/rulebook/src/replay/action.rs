//! What a step can do.

use billing::{Instant, ResourceKey, policy::AtEnd, voucher::VoucherTerms};

use super::entries::PackageAlertEntry;

/// An action of a step. Packages are named as a purchase named them, applications by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Allow calls.
    Enable(Metered),
    /// Stop allowing them.
    Disable(Metered),
    /// Calls, or seconds attended.
    Use(Use),
    /// Buy a package.
    Buy(Buy),
    /// Buy packages that are paid together.
    BuyTogether(Vec<Together>),
    /// Receive a package free of charge.
    Grant(Buy),
    /// Pay further cycles.
    Renew {
        /// Of which package.
        package: String,
        /// How many.
        terms: u32,
        /// The day of a month on which the last one ends.
        align_to: Option<u32>,
    },
    /// Give a package back.
    Unsubscribe {
        /// Which.
        package: String,
        /// Only its renewals that have not begun.
        renewal_only: bool,
    },
    /// Add money.
    TopUp {
        /// How much.
        amount: String,
    },
    /// Change how far the account may go below its balance.
    SetCreditLimit {
        /// The new limit.
        amount: String,
    },
    /// Tell when packages run low.
    PackageAlert(PackageAlertEntry),
    /// A class begins.
    Start {
        /// In which application.
        application: String,
        /// Its name.
        class: String,
    },
    /// A class ends.
    Finish {
        /// In which application.
        application: String,
        /// Its name.
        class: String,
        /// Attendance of everybody.
        seconds: u64,
    },
    /// Switch the automatic renewal.
    AutoRenew {
        /// Of which package.
        package: String,
        /// Days before the end; `None` switches it off.
        days_before: Option<u32>,
    },
    /// Allow or forbid usage beyond packages.
    Overage {
        /// Of which application.
        application: String,
        /// Allow it.
        on: bool,
    },
    /// Tell when little can be spent; without a line it is switched off.
    BalanceAlert {
        /// The line.
        threshold: Option<String>,
    },
    /// Let a package pay for calls of member accounts.
    Share {
        /// Which package.
        package: String,
        /// Let it.
        on: bool,
    },
    /// Choose what a package becomes when it ends.
    AtExpiry {
        /// Which package.
        package: String,
        /// What.
        choice: AtEnd,
    },
    /// Add a voucher.
    Voucher(VoucherTerms),
    /// The provider stops an application for good.
    Ban {
        /// Which.
        application: String,
    },
}

/// What is metered and suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Metered {
    /// A service in a region.
    Service(ResourceKey),
    /// An application, by name.
    Application(String),
}

/// Calls, or seconds attended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Of what.
    pub resource: Metered,
    /// Calls or seconds.
    pub count: u64,
    /// HTTP status.
    pub status: u16,
    /// Project; empty for the default one.
    pub project: String,
    /// The record's id, by which it counts once.
    pub id: Option<String>,
    /// When it happened; before the step when it is late.
    pub occurred_at: Instant,
}

/// A package that is paid together with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Which offer.
    pub sku: String,
    /// What later steps call it.
    pub name: String,
    /// For which application.
    pub application: Option<String>,
}

/// A package that is bought or granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buy {
    /// Which offer.
    pub sku: String,
    /// What later steps call it.
    pub name: String,
    /// For which application.
    pub application: Option<String>,
    /// Whether it renews itself.
    pub auto_renew: bool,
    /// A chosen later start.
    pub starts_at: Option<Instant>,
}
