//! What an ended package becomes, as the customer chose (H-60c).

use crate::{
    Account, Event, Package, PackageId, Refusal, Resource,
    event::What,
    package::order::numbered,
    policy::{AtEnd, Uncovered},
};

impl Account {
    /// What a package becomes when it ends.
    #[must_use]
    pub fn at_end(&self, package: &Package) -> AtEnd {
        match (package.auto_renew, package.disable_at_end, self.terms.policy.uncovered) {
            (Some(_), ..) => AtEnd::Renew,
            (None, true, _) => AtEnd::Disable,
            (None, false, Uncovered::PayPerUse) => AtEnd::PayPerUse,
            (None, false, Uncovered::Suspend) => AtEnd::Suspend,
        }
    }

    /// Chooses what a package becomes when it ends: its automatic renewal is switched on, or else off.
    pub(super) fn choose_at_end(
        &mut self,
        package: PackageId,
        choice: AtEnd,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let state = self.package(package).ok_or(Refusal::UnknownPackage)?;
        let renews = state.auto_renew;
        if !self.terms.policy.package.at_end.contains(&choice) {
            return Err(Refusal::ChoiceNotOffered);
        }
        let most_days = self.terms.policy.package.auto_renewal.most_days_before;
        let wanted = (choice == AtEnd::Renew).then(|| renews.unwrap_or(most_days));
        // Refuses what has ended or is gone, too.
        self.set_auto_renew(package, wanted, events)?;
        self.record(What::AtEndChosen { package, disable: choice == AtEnd::Disable }, events)
    }

    /// The service is switched off with a package that ended, unless another one pays for its calls.
    pub(super) fn disable_at_end(&mut self, id: PackageId, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let Some(package) = self.package(id).filter(|package| package.disable_at_end) else { return Ok(()) };
        let resource = package.resource;
        let in_force = |(other, state): (PackageId, &Package)| {
            other != id && state.resource == resource && state.cycle_at(self.now).is_some()
        };
        let is_enabled = self.resource(resource).is_some_and(Resource::is_enabled);
        if !is_enabled || numbered(self).any(in_force) {
            return Ok(());
        }
        self.record(What::Disabled { resource }, events)
    }
}
