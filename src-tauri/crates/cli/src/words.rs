//! What an account's provider meters, in its words: calls of services in regions, or minutes of applications.

use billing::{
    Account, ResourceKey,
    policy::{ResourceKind, UsageUnit},
};

use crate::{failure::Failure, text};

/// The words for an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// `calls`, `minutes`: what packages hold and prices are for.
    pub units: &'static str,
    unit: &'static str,
    /// `service and region`, `application`: what is metered.
    pub resource: &'static str,
    /// `pay-per-use`, `overage`: what packages do not pay for.
    pub beyond: &'static str,
    /// `hour`, `day`: what is settled at once.
    pub period: &'static str,
}

impl Words {
    /// The words for an account.
    pub fn of(account: &Account) -> Self {
        let policy = &account.terms.policy;
        let (unit, units, period) = match policy.unit {
            UsageUnit::Call => ("call", "calls", "hour"),
            UsageUnit::AttendanceSecond => ("minute", "minutes", "day"),
        };
        let (resource, beyond) = match policy.resources {
            ResourceKind::Regions => ("service and region", "pay-per-use"),
            ResourceKind::Applications { .. } => ("application", "overage"),
        };
        Self { units, unit, resource, beyond, period }
    }

    /// `1 call`, `2,000 minutes`.
    pub fn counted(self, number: u64) -> String {
        text::counted(number, self.unit, self.units)
    }

    /// The unit usage is kept in, as a stable word: `call`, `second`.
    pub fn base_code(self) -> &'static str {
        if self.unit == "minute" { "second" } else { self.unit }
    }

    /// The unit as a stable word: `call`, `minute`.
    pub const fn unit_code(self) -> &'static str {
        self.unit
    }
}

/// Whether the account's resources are applications.
pub fn has_applications(account: &Account) -> bool {
    account.terms.policy.resources != ResourceKind::Regions
}

/// The resource that was named: a service and its region, or an application alone.
///
/// # Errors
/// The one was named where the account has the other.
pub fn resource_named(account: &Account, name: &str, region: Option<&str>) -> Result<ResourceKey, Failure> {
    let title = &account.terms.policy.title;
    match (&account.terms.policy.resources, region) {
        (ResourceKind::Regions, Some(region)) => Ok(ResourceKey::new(name, region)),
        (ResourceKind::Applications { service }, None) => Ok(ResourceKey::application(service, name)),
        (ResourceKind::Regions, None) => {
            let reason = format!("{title} meters services in regions, and no region was given");
            Err(Failure::invalid(reason).hint(format!("name it after the service: {name} ap-southeast-1")))
        }
        (ResourceKind::Applications { .. }, Some(region)) => {
            let reason = format!("{title} meters applications, which have no region `{region}`");
            Err(Failure::invalid(reason).hint(format!("name the application alone: {name}")))
        }
    }
}

/// The application that was named, for actions that only applications have.
///
/// # Errors
/// The account's resources are no applications.
pub fn application_named(account: &Account, name: &str) -> Result<ResourceKey, Failure> {
    if has_applications(account) {
        return resource_named(account, name, None);
    }
    let reason = format!("{} has no applications", account.terms.policy.title);
    Err(Failure::invalid(reason).hint("`tollbook status` lists what the account has"))
}
