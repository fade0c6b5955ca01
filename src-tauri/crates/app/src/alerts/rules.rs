//! The rules for packages, service by service, and what they watch.

use billing::{
    Account, Cycle, Instant, PackageId, Resource, ResourceId,
    alert::{NoticeKind, PackageAlert},
    package::order::numbered,
};
use ledger::Page;

use crate::{Books, books::Loaded, error::AppError};

/// So many notices are looked through for when an alert fired.
const LOOKED_THROUGH: u32 = 1_000;

/// A package in force that a rule watches.
#[derive(Clone, Debug)]
pub struct Watched<'a> {
    /// Which.
    pub id: PackageId,
    /// Its offer.
    pub sku: &'a str,
    /// The cycle in force.
    pub cycle: &'a Cycle,
    /// Whether it was told since it was armed.
    pub fired: bool,
    /// When it was told last.
    pub since: Option<Instant>,
}

impl Watched<'_> {
    /// What is left in percent, rounded up: at 10 % a line of 10 % is reached, a call before it is not.
    #[must_use]
    pub fn left_percent(&self) -> u32 {
        let left = (u128::from(self.cycle.remaining()) * 100).div_ceil(u128::from(self.cycle.quota).max(1));
        u32::try_from(left).unwrap_or(u32::MAX)
    }
}

/// The rule of a service in a region, set or not.
#[derive(Clone, Debug)]
pub struct PackageRule<'a> {
    /// The service.
    pub id: ResourceId,
    /// The same.
    pub resource: &'a Resource,
    /// The line, where one is set.
    pub alert: Option<PackageAlert>,
    /// Its packages in force.
    pub packages: Vec<Watched<'a>>,
}

impl PackageRule<'_> {
    /// Whether any of its packages was told of.
    #[must_use]
    pub fn has_fired(&self) -> bool {
        self.packages.iter().any(|watched| watched.fired)
    }
}

/// The rule of every service that has packages in force, or an alert.
///
/// # Errors
/// That the books cannot be read.
pub async fn package_rules<'a>(books: &Books, loaded: &'a Loaded) -> Result<Vec<PackageRule<'a>>, AppError> {
    let account = &loaded.account;
    let notices = books.ledger().notices(loaded.header.id, Page::first(LOOKED_THROUGH)).await?.rows;
    let told = |id: PackageId| {
        let about = notices.iter().filter(|line| line.notice.package == Some(id));
        let mut low = about
            .filter(|line| matches!(line.notice.kind, NoticeKind::PackageLow | NoticeKind::PackageExhausted));
        low.next().map(|line| line.at)
    };
    let rule = |(id, resource): (ResourceId, &'a Resource)| {
        let packages = numbered(account).filter(|(_, package)| package.resource == id);
        let packages = packages.filter_map(|(package, state)| {
            let (_, cycle) = state.cycle_at(account.now)?;
            let fired = cycle.low_told > 0 || cycle.exhausted_sent;
            let since = told(package).filter(|_| fired);
            Some(Watched { id: package, sku: &state.sku, cycle, fired, since })
        });
        PackageRule { id, resource, alert: resource.alert, packages: packages.collect() }
    };
    let rules = resources(account).map(rule);
    Ok(rules.filter(|rule| rule.alert.is_some() || !rule.packages.is_empty()).collect())
}

fn resources(account: &Account) -> impl Iterator<Item = (ResourceId, &Resource)> {
    (0..).map(ResourceId).zip(account.resources.iter())
}
