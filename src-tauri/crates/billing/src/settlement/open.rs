//! Usage that is metered and rated, but not settled.

use std::collections::{BTreeMap, btree_map::Entry};

use crate::{Instant, OpenCharge, OpenKey, ProjectId, ResourceId};

/// A settlement to come: its instant, and the start of the period it closes.
type Settlement = (Instant, Instant);
/// The charges that one settlement makes.
type Charges = BTreeMap<(ResourceId, ProjectId), OpenCharge>;

/// Open charges by what settles them together: few settlements are open at a time, however many resources there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenCharges {
    settlements: BTreeMap<Settlement, Charges>,
}

/// The open charges of one period that settle at one instant.
#[derive(Debug)]
pub(crate) struct Due {
    pub settles_at: Instant,
    pub period: Instant,
    pub charges: Charges,
}

impl OpenCharges {
    /// The usage of one period, resource and project that settles at one instant.
    #[must_use]
    pub fn get(&self, key: &OpenKey) -> Option<&OpenCharge> {
        self.settlements.get(&key.settlement())?.get(&key.of())
    }

    /// All, by settlement instant, period, resource, project.
    pub fn iter(&self) -> impl Iterator<Item = (OpenKey, &OpenCharge)> {
        self.settlements.iter().flat_map(|((settles_at, period), charges)| {
            let key = |(resource, project): &(ResourceId, ProjectId)| OpenKey {
                settles_at: *settles_at,
                period: *period,
                resource: *resource,
                project: *project,
            };
            charges.iter().map(move |(of, open)| (key(of), open))
        })
    }

    /// The first instant at which one of them settles.
    #[must_use]
    pub fn first_settles_at(&self) -> Option<Instant> {
        self.settlements.first_key_value().map(|((settles_at, _), _)| *settles_at)
    }

    /// The start of the earliest period of which usage is open.
    #[must_use]
    pub fn first_period(&self) -> Option<Instant> {
        self.settlements.keys().map(|(_, period)| *period).min()
    }

    /// The usage to which more is added, empty at first.
    pub(crate) fn entry(&mut self, key: OpenKey) -> &mut OpenCharge {
        self.settlements.entry(key.settlement()).or_default().entry(key.of()).or_default()
    }

    /// Changes usage, and forgets it when nothing is left of it.
    pub(crate) fn reduce(&mut self, key: &OpenKey, change: impl FnOnce(&mut OpenCharge)) {
        let Entry::Occupied(mut charges) = self.settlements.entry(key.settlement()) else { return };
        let Entry::Occupied(mut open) = charges.get_mut().entry(key.of()) else { return };
        change(open.get_mut());
        if *open.get() == OpenCharge::default() {
            open.remove();
        }
        if charges.get().is_empty() {
            charges.remove();
        }
    }

    /// Takes the first settlement out, if its instant has come.
    pub(crate) fn take_due(&mut self, now: Instant) -> Option<Due> {
        let first = self.settlements.first_entry().filter(|first| first.key().0 <= now)?;
        let ((settles_at, period), charges) = first.remove_entry();
        Some(Due { settles_at, period, charges })
    }
}

impl OpenKey {
    const fn settlement(&self) -> Settlement {
        (self.settles_at, self.period)
    }

    const fn of(&self) -> (ResourceId, ProjectId) {
        (self.resource, self.project)
    }
}

impl FromIterator<(OpenKey, OpenCharge)> for OpenCharges {
    fn from_iter<T: IntoIterator<Item = (OpenKey, OpenCharge)>>(charges: T) -> Self {
        let mut all = Self::default();
        charges.into_iter().for_each(|(key, open)| *all.entry(key) = open);
        all
    }
}
