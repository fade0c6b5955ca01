//! When what was bought for a resource is used up: packages stand in for each other.

use std::collections::BTreeMap;

use billing::{
    Derivation, Instant, Package, PackageId, ProjectId, ResourceId, Value, package::order::numbered,
};

use super::{Foresight, Future, Moment, ahead::moment, because};

/// A resource, and the project that packages are bound to.
type PaysFor = (ResourceId, Option<ProjectId>);

/// When nothing that was bought pays for a resource any longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaAhead {
    /// The package that lasts longest, in the earliest future.
    pub last: PackageId,
    /// When it is used up, too. A future in which the last one ends with something left does not count.
    pub runs_out: Moment,
}

impl Foresight {
    /// When what was bought is used up: for each resource, and each project that packages are bound to.
    #[must_use]
    pub fn quotas(&self) -> Vec<QuotaAhead> {
        let mut together: BTreeMap<PaysFor, Vec<(PackageId, &Package)>> = BTreeMap::new();
        for (id, package) in numbered(&self.account).filter(|(id, _)| self.package(*id).is_some()) {
            together.entry((package.resource, package.project)).or_default().push((id, package));
        }
        together.into_values().filter_map(|packages| self.quota(&packages)).collect()
    }

    fn quota(&self, packages: &[(PackageId, &Package)]) -> Option<QuotaAhead> {
        let last: Vec<_> = self.futures.iter().map(|future| last_to_go(future, packages)).collect();
        let found: Vec<_> = last.iter().map(|last| last.map(|(at, _)| at)).collect();
        let (earliest, last) = last.iter().flatten().min()?;
        let because = Derivation::new("forecast-runs-out", "H-40", Value::Instant(*earliest));
        let because = packages.iter().fold(because, |because, (_, package)| {
            let current = package.cycles.iter().find(|cycle| self.now() <= cycle.ends_at);
            because
                .with("package", Value::Name(package.sku.clone()))
                .with("left", Value::Calls(current.map_or(0, billing::Cycle::remaining)))
        });
        let each = self.futures.iter().zip(&found).map(|(future, at)| match at {
            Some(at) => because::future("forecast-week", "H-40", future, Value::Instant(*at)),
            None => {
                let ends = packages.iter().map(|(_, package)| package.valid_to()).max();
                let ends = ends.map_or(Value::Instant(self.until), Value::Instant);
                because::future("forecast-week-package", "H-40", future, ends)
            }
        });
        Some(QuotaAhead { last: *last, runs_out: moment(&found, because::each(because, each)) })
    }
}

/// When the last of these packages is used up in a future, and which it is; none when one of them outlasts that, or ends last.
fn last_to_go(future: &Future, packages: &[(PackageId, &Package)]) -> Option<(Instant, PackageId)> {
    let gone = packages.iter().map(|(id, package)| {
        let held = future.lived.packages.iter().find(|held| held.package == *id);
        match held.and_then(|held| held.used_up_at) {
            Some(at) => (at, *id, true),
            None => (package.valid_to(), *id, false),
        }
    });
    gone.max().filter(|(_, _, used_up)| *used_up).map(|(at, id, _)| (at, id))
}
