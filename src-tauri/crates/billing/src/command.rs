//! What may be asked of an account.

use crate::{
    Charge, ChargeId, Instant, Money, PackageId, ResourceKey, Usage,
    event::{Deduction, Metered},
    policy::AtEnd,
    rating::PricedCalls,
    voucher::{VoucherTerms, VoucherUse},
};

/// One request. It is decided at an instant given beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Allow calls of a service in a region (H-14).
    Enable {
        /// What.
        resource: ResourceKey,
        /// Enabled since this earlier instant already, as its calls prove; must lie before the first known stretch.
        since: Option<Instant>,
    },
    /// Stop allowing them; the open period is still settled (H-55).
    Disable {
        /// What.
        resource: ResourceKey,
    },
    /// Calls were made.
    Use(Usage),
    /// Buy one package (H-24).
    Buy {
        /// Which offer.
        sku: String,
        /// For which application, where offers are for applications.
        application: Option<String>,
        /// A chosen later start (H-23).
        starts_at: Option<Instant>,
        /// Renew it by itself (H-113).
        auto_renew: bool,
    },
    /// Buy several packages that are paid together: all of them, or none. A voucher is split over them (T-39).
    BuyTogether(Vec<PurchaseOrder>),
    /// Receive a package free of charge: a promotion or a free entitlement.
    Grant {
        /// Which offer.
        sku: String,
        /// For which application, where offers are for applications.
        application: Option<String>,
        /// A chosen later start.
        starts_at: Option<Instant>,
        /// Renew it by itself, for money.
        auto_renew: bool,
    },
    /// Pay further cycles of a package in advance (H-111, H-112).
    Renew {
        /// Which package.
        package: PackageId,
        /// How many cycles.
        terms: u32,
        /// The day of a month on which the last one ends, 1 to 31, in a month that is too short its last day (H-119, T-51);
        /// absent where it ends with its term.
        align_to: Option<u32>,
    },
    /// Choose what a package becomes when it ends (H-60c).
    AtEnd {
        /// Which package.
        package: PackageId,
        /// What.
        choice: AtEnd,
    },
    /// Let a package pay for calls of member accounts, too, or no longer (H-120).
    Share {
        /// Which package.
        package: PackageId,
        /// Let it.
        on: bool,
    },
    /// Switch the automatic renewal of a package (H-113, H-114).
    AutoRenew {
        /// Which package.
        package: PackageId,
        /// Days before the day of its end at which that is tried first; `None` switches it off.
        days_before: Option<u32>,
    },
    /// A class begins (T-25).
    StartClass {
        /// In which application.
        resource: ResourceKey,
        /// Its name.
        class: String,
    },
    /// A class that runs ends, and what was attended is metered now.
    FinishClass {
        /// In which application.
        resource: ResourceKey,
        /// Its name.
        class: String,
        /// Attendance of everybody, in seconds.
        seconds: u64,
    },
    /// Allow or forbid usage beyond the packages of an application (T-18).
    SetOverage {
        /// Which.
        resource: ResourceKey,
        /// Allow it.
        on: bool,
    },
    /// Sort the costs of a resource by a value of a key; without a value no longer (H-96).
    Tag {
        /// Which.
        resource: ResourceKey,
        /// 1 to 128 characters, none of them `=` or a control character.
        key: String,
        /// Up to 255 characters, none of them a control character.
        value: Option<String>,
    },
    /// The provider stopped a resource for good (T-32).
    Ban {
        /// Which.
        resource: ResourceKey,
    },
    /// Tell when what can be spent falls below a line (H-66); `None` switches it off.
    SetBalanceAlert {
        /// The line.
        threshold: Option<Money>,
    },
    /// The present episode of the balance alert is known: nothing is told again until the line is crossed anew.
    AcknowledgeBalanceAlert,
    /// Tell nothing of the balance alert before an instant; then whatever is so. Deadlines, arrears and packages are told all the same.
    SnoozeBalanceAlert {
        /// The instant; `None`, or one that has passed, ends a snooze.
        until: Option<Instant>,
    },
    /// Give a package back (T-40).
    Unsubscribe {
        /// Which package.
        package: PackageId,
    },
    /// Give back only the renewals of a package that have not begun (H-136).
    UnsubscribeRenewal {
        /// Of which package.
        package: PackageId,
    },
    /// Add a voucher: it pays before the balance, and never a debt (T-39).
    AddVoucher(VoucherTerms),
    /// Add money; arrears are paid first (H-64).
    TopUp {
        /// How much.
        amount: Money,
    },
    /// Take usage out again that an import had brought; what it changed is corrected.
    Undo(Undoing),
    /// The provider gave the customer another level (H-86); it holds from now on.
    SetLevel {
        /// The new level.
        level: String,
    },
    /// Change how far the account may go below its balance.
    SetCreditLimit {
        /// The new limit.
        amount: Money,
    },
    /// Several settings at once: all of them, or none.
    Several(Vec<Self>),
    /// Tell when a package of this resource has at most this share left (H-70); `None` switches it off.
    SetPackageAlert {
        /// Packages of this resource.
        resource: ResourceKey,
        /// 0 to 100 percent of the quota.
        percent: Option<u32>,
    },
}

impl Command {
    /// Buys one package that begins at once and does not renew itself.
    #[must_use]
    pub fn buy(sku: &str) -> Self {
        Self::Buy { sku: sku.to_owned(), application: None, starts_at: None, auto_renew: false }
    }
}

/// One package of several that are paid together. It begins at once and does not renew itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseOrder {
    /// Which offer.
    pub sku: String,
    /// For which application, where offers are for applications.
    pub application: Option<String>,
}

/// Usage to be taken out again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoing {
    /// What is taken out, oldest first.
    pub usage: Vec<UndoneUsage>,
    /// Of attendance: all else that is counted of the same applications, usage types and days, oldest first. It stays, but
    /// its minutes are rounded anew (T-07). Calls need none.
    pub beside: Vec<UndoneUsage>,
}

impl From<Vec<UndoneUsage>> for Undoing {
    fn from(usage: Vec<UndoneUsage>) -> Self {
        Self { usage, beside: Vec::new() }
    }
}

/// One stretch of usage to be taken out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoneUsage {
    /// The usage as it was metered.
    pub metered: Metered,
    /// What packages had paid of it.
    pub deductions: Vec<Deduction>,
    /// For a settled period: what its charge takes.
    pub charged: Option<ChargedNow>,
}

/// What a settled charge takes after earlier corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargedNow {
    /// Which charge.
    pub charge: ChargeId,
    /// The calls that it charges.
    pub parts: Vec<PricedCalls>,
    /// What of it vouchers pay, in the order in which they did.
    pub vouchers: Vec<VoucherUse>,
}

impl ChargedNow {
    /// What a charge takes of which nothing was corrected so far.
    #[must_use]
    pub fn of(charge: &Charge) -> Self {
        Self { charge: charge.id, parts: charge.parts.clone(), vouchers: charge.vouchers.clone() }
    }
}
