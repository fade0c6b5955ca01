//! A command that changed nothing, and what would make it succeed.

use crate::{Money, money::Overflow};

/// Why a command was refused. The code is stable; sentences live in the message catalogues.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Buying and renewing need the arrears paid first (H-31).
    #[error("the account owes {owed}")]
    AccountInArrears {
        /// What is owed.
        owed: Money,
    },
    /// Balance and credit do not cover the price (H-24).
    #[error("{short} are missing to pay {price}")]
    InsufficientBalance {
        /// The price.
        price: Money,
        /// What is missing.
        short: Money,
    },
    /// The resource is not enabled at the instant of the call (H-14).
    #[error("the service is not enabled in this region")]
    NotEnabled,
    /// Pay-per-use is frozen until the arrears are paid (H-81); packages go on paying.
    #[error("pay-per-use is frozen: the account owes {owed}")]
    ServiceFrozen {
        /// What is owed.
        owed: Money,
    },
    /// Everything is suspended until the arrears are paid (T-27).
    #[error("the account is suspended: it owes {owed}")]
    AccountSuspended {
        /// What is owed.
        owed: Money,
    },
    /// The application has no package in force, or none with quota left (T-19, T-20).
    #[error("the application is suspended")]
    ResourceSuspended,
    /// The resource was stopped for good (T-32).
    #[error("the resource is banned")]
    Banned,
    /// The resource is enabled already.
    #[error("the service is enabled already")]
    AlreadyEnabled,
    /// Outside 0.01 … 1,000,000.00 (H-63).
    #[error("the amount is outside {lowest} … {highest}")]
    InvalidAmount {
        /// Smallest allowed.
        lowest: Money,
        /// Largest allowed.
        highest: Money,
    },
    /// A whole number outside its range: a percentage, a number of terms.
    #[error("the number is outside {lowest} … {highest}")]
    InvalidNumber {
        /// Smallest allowed.
        lowest: u32,
        /// Largest allowed.
        highest: u32,
    },
    /// The policy knows no such customer level (H-86).
    #[error("the policy knows no customer level {0}")]
    UnknownLevel(String),
    /// No pay-per-use price is in force for a call that would need one.
    #[error("no price is in force")]
    NoPrice,
    /// The catalogue has no such offer.
    #[error("there is no such offer")]
    UnknownOffer,
    /// The offer is no longer sold or renewed (H-142).
    #[error("the offer is no longer sold")]
    OfferWithdrawn,
    /// The account has no such package.
    #[error("there is no such package")]
    UnknownPackage,
    /// The account has never had this resource.
    #[error("there is no such resource")]
    UnknownResource,
    /// The package ended and its retention period too (H-91).
    #[error("the package was released")]
    PackageReleased,
    /// The package has ended, so that it cannot renew itself (H-113).
    #[error("the package has ended")]
    PackageExpired,
    /// The days in which a package can be given back are over (T-41).
    #[error("the time to give it back ended on {last_day}")]
    RefundWindowClosed {
        /// The last day on which it could be given back.
        last_day: chrono::NaiveDate,
    },
    /// Something was taken from the package (T-40).
    #[error("the package has been used")]
    PackageUsed,
    /// The account has given back as many packages as it may (T-42).
    #[error("an account may give back {most}")]
    RefundLimitReached {
        /// How many.
        most: u32,
    },
    /// Packages of this policy are not given back (H-130), or not this one.
    #[error("packages of this provider are not refundable")]
    NotRefundable,
    /// No renewal of the package is paid that has not begun (H-136).
    #[error("no renewal of the package is paid that has not begun")]
    NoRenewalAhead,
    /// A tag whose key or value has control characters or is too long, or whose key is empty or has a `=`.
    #[error(
        "a tag has a key of 1 to 128 characters without `=`, and a value of up to 255, none of them a control character"
    )]
    InvalidTag,
    /// The policy does not offer this for its packages (H-60c, H-119).
    #[error("this provider does not offer that for its packages")]
    ChoiceNotOffered,
    /// The account has a voucher of this name.
    #[error("there is a voucher of this name")]
    VoucherKnown,
    /// A voucher without a name, that ends before it begins, or that pays for nothing.
    #[error("a voucher needs a name, a validity and something to pay for")]
    InvalidVoucher,
    /// The parts of a payment are not what was due (H-97): a defect of the program.
    #[error("{parts} were to pay {due}")]
    PaymentMismatch {
        /// What was due.
        due: Money,
        /// What the parts sum to.
        parts: Money,
    },
    /// The instant lies before what the account has already lived through.
    #[error("the clock does not go back")]
    ClockWentBack,
    /// The usage lies after the account's instant.
    #[error("the usage lies in the future")]
    InTheFuture,
    /// Usage of a month whose running totals were left in the books; load the account whole to meter it.
    #[error("the running totals of that month were not loaded")]
    TotalsNotLoaded,
    /// A figure left the range that can be kept exactly.
    #[error("the figure is larger than can be kept exactly")]
    TooLarge,
}

impl Refusal {
    /// The stable code of the scenario format.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AccountInArrears { .. } => "account_in_arrears",
            Self::InsufficientBalance { .. } => "insufficient_balance",
            Self::NotEnabled => "not_enabled",
            Self::AlreadyEnabled => "already_enabled",
            Self::ServiceFrozen { .. } => "service_frozen",
            Self::AccountSuspended { .. } => "account_suspended",
            Self::ResourceSuspended => "resource_suspended",
            Self::Banned => "banned",
            Self::PackageExpired => "package_expired",
            Self::RefundWindowClosed { .. } => "refund_window_closed",
            Self::PackageUsed => "package_used",
            Self::RefundLimitReached { .. } => "refund_limit_reached",
            Self::InvalidAmount { .. } | Self::InvalidNumber { .. } => "invalid_amount",
            Self::UnknownLevel(_) => "unknown_level",
            Self::NoPrice => "no_price",
            Self::UnknownOffer => "unknown_offer",
            Self::OfferWithdrawn => "offer_withdrawn",
            Self::UnknownPackage => "unknown_package",
            Self::UnknownResource => "unknown_resource",
            Self::PackageReleased => "package_released",
            Self::NotRefundable => "not_refundable",
            Self::NoRenewalAhead => "no_renewal_ahead",
            Self::InvalidTag => "invalid_tag",
            Self::ChoiceNotOffered => "choice_not_offered",
            Self::VoucherKnown => "voucher_known",
            Self::InvalidVoucher => "invalid_voucher",
            Self::PaymentMismatch { .. } => "payment_mismatch",
            Self::ClockWentBack => "clock_went_back",
            Self::InTheFuture => "in_the_future",
            Self::TotalsNotLoaded => "totals_not_loaded",
            Self::TooLarge => "too_large",
        }
    }
}

impl From<Overflow> for Refusal {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}
