//! What the customer has chosen, apart from money: it is in force until it is chosen anew, so it can be set back.
//!
//! A setting has a value as text in a stable form, and a command that gives it a value. What moves money – tops-up, purchases,
//! renewals, refunds, vouchers – is no setting, and nor is what the provider did or what calls were made.

use crate::{Account, Command, Money, PackageId, Resource, ResourceKey, policy::AtEnd, zone::parse_instant};

/// Begins the value of a package that renews itself; the days before its end follow.
const RENEWS: &str = "renew ";
const ON: &str = "on";
const OFF: &str = "off";

/// Something that can be chosen, and chosen back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The line of the balance alert (H-66); no value while it is off.
    BalanceAlert,
    /// Until when nothing of the balance alert is told, as an instant; no value where it is not snoozed.
    BalanceSnooze,
    /// The share left at which packages of a resource are told of, in percent (H-70); no value while it is off.
    PackageAlert(ResourceKey),
    /// What a package becomes when it ends: `renew 7`, `pay-per-use` (H-60c, H-114).
    AtEnd(PackageId),
    /// Whether a package pays for member accounts, too (H-120): `on`, `off`.
    Sharing(PackageId),
    /// Whether an application may be used beyond its packages (T-18): `on`, `off`.
    Overage(ResourceKey),
    /// A tag of a resource (H-96); no value where it has none.
    Tag {
        /// Of which resource.
        resource: ResourceKey,
        /// Which tag.
        key: String,
    },
    /// The customer's level (H-86).
    Level,
    /// How far the account may go below its balance.
    CreditLimit,
}

impl Setting {
    /// What a command sets; nothing for commands that move money, or that nobody can take back.
    #[must_use]
    pub fn of(command: &Command) -> Option<Self> {
        Some(match command {
            Command::SetBalanceAlert { .. } => Self::BalanceAlert,
            Command::SnoozeBalanceAlert { .. } => Self::BalanceSnooze,
            Command::SetPackageAlert { resource, .. } => Self::PackageAlert(resource.clone()),
            Command::AutoRenew { package, .. } | Command::AtEnd { package, .. } => Self::AtEnd(*package),
            Command::Share { package, .. } => Self::Sharing(*package),
            Command::SetOverage { resource, .. } => Self::Overage(resource.clone()),
            Command::Tag { resource, key, .. } => Self::Tag { resource: resource.clone(), key: key.clone() },
            Command::SetLevel { .. } => Self::Level,
            Command::SetCreditLimit { .. } => Self::CreditLimit,
            Command::Enable { .. }
            | Command::Disable { .. }
            | Command::Use(_)
            | Command::Buy { .. }
            | Command::BuyTogether(_)
            | Command::Several(_)
            | Command::Grant { .. }
            | Command::Renew { .. }
            | Command::StartClass { .. }
            | Command::FinishClass { .. }
            | Command::Ban { .. }
            | Command::AcknowledgeBalanceAlert
            | Command::Unsubscribe { .. }
            | Command::UnsubscribeRenewal { .. }
            | Command::AddVoucher(_)
            | Command::TopUp { .. }
            | Command::Undo(_) => return None,
        })
    }

    /// Everything that a command sets, in order.
    #[must_use]
    pub fn all_of(command: &Command) -> Vec<Self> {
        match command {
            Command::Several(commands) => commands.iter().flat_map(Self::all_of).collect(),
            one => Self::of(one).into_iter().collect(),
        }
    }

    /// Its stable name, `balance_alert`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BalanceAlert => "balance_alert",
            Self::BalanceSnooze => "balance_snooze",
            Self::PackageAlert(_) => "package_alert",
            Self::AtEnd(_) => "at_end",
            Self::Sharing(_) => "sharing",
            Self::Overage(_) => "overage",
            Self::Tag { .. } => "tag",
            Self::Level => "level",
            Self::CreditLimit => "credit_limit",
        }
    }

    /// Its value in an account; nothing where it is off, or where there is not what it is about.
    #[must_use]
    pub fn value(&self, account: &Account) -> Option<String> {
        let resource = |key| account.find_resource(key).and_then(|id| account.resource(id));
        match self {
            Self::BalanceAlert => account.balance_alert.map(|alert| alert.threshold.to_string()),
            Self::BalanceSnooze => Some(account.balance_alert?.snoozed_until?.to_rfc3339()),
            Self::PackageAlert(key) => resource(key)?.alert.map(|alert| alert.percent.to_string()),
            Self::AtEnd(package) => {
                let package = account.package(*package)?;
                let renews = package.auto_renew.map(|days_before| format!("{RENEWS}{days_before}"));
                Some(renews.unwrap_or_else(|| account.at_end(package).code().to_owned()))
            }
            Self::Sharing(package) => Some(switch(account.package(*package)?.is_shared())),
            Self::Overage(key) => Some(switch(resource(key).is_some_and(Resource::overage_is_on))),
            Self::Tag { resource: of, key } => resource(of)?.tags.get(key).cloned(),
            Self::Level => Some(account.level().to_owned()),
            Self::CreditLimit => Some(account.credit_limit.to_string()),
        }
    }

    /// The command that gives it a value that it had; nothing for text that was never its value.
    #[must_use]
    pub fn command(&self, value: Option<&str>) -> Option<Command> {
        Some(match self {
            Self::BalanceAlert => Command::SetBalanceAlert { threshold: optional(value.map(money))? },
            Self::BalanceSnooze => {
                Command::SnoozeBalanceAlert { until: optional(value.map(|text| parse_instant(text).ok()))? }
            }
            Self::PackageAlert(resource) => {
                let percent = optional(value.map(|value| value.parse().ok()))?;
                Command::SetPackageAlert { resource: resource.clone(), percent }
            }
            Self::AtEnd(package) => match value?.strip_prefix(RENEWS) {
                Some(days) => Command::AutoRenew { package: *package, days_before: Some(days.parse().ok()?) },
                None => Command::AtEnd { package: *package, choice: AtEnd::parse(value?)? },
            },
            Self::Sharing(package) => Command::Share { package: *package, on: is_on(value?)? },
            Self::Overage(resource) => Command::SetOverage { resource: resource.clone(), on: is_on(value?)? },
            Self::Tag { resource, key } => {
                Command::Tag { resource: resource.clone(), key: key.clone(), value: value.map(str::to_owned) }
            }
            Self::Level => Command::SetLevel { level: value?.to_owned() },
            Self::CreditLimit => Command::SetCreditLimit { amount: money(value?)? },
        })
    }
}

/// Nothing stays nothing; what cannot be read fails.
fn optional<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(value) => value.map(Some),
        None => Some(None),
    }
}

fn money(text: &str) -> Option<Money> {
    Money::parse(text).ok()
}

fn switch(on: bool) -> String {
    if on { ON } else { OFF }.to_owned()
}

fn is_on(text: &str) -> Option<bool> {
    match text {
        ON => Some(true),
        OFF => Some(false),
        _ => None,
    }
}
