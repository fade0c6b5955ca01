//! The resources of an account: by number, and found by name without looking at each.

use std::{collections::HashMap, ops::Deref, slice::Iter, sync::Arc};

use rustc_hash::FxBuildHasher;

use crate::{Resource, ResourceId, ResourceKey};

/// A hasher without random keys: a core without randomness cannot be asked for worse than a slow search.
type Numbers = HashMap<ResourceKey, ResourceId, FxBuildHasher>;

/// Resources by number, in the order of first mention; reads like a slice of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    by_number: Vec<Resource>,
    /// Shared by copies of the account: names are added, never changed.
    numbers: Arc<Numbers>,
    /// Their numbers in the order of their names, the order in which one instant settles them.
    by_name: Vec<ResourceId>,
    /// The place of each in that order, by number.
    ranks: Vec<u32>,
}

impl Resources {
    /// The number of a resource of this name.
    #[must_use]
    pub fn find(&self, key: &ResourceKey) -> Option<ResourceId> {
        self.numbers.get(key).copied()
    }

    /// The place of a resource among all by name.
    #[must_use]
    pub fn rank(&self, id: ResourceId) -> Option<u32> {
        self.ranks.get(id.0 as usize).copied()
    }

    /// Adds a resource, which gets the next number.
    pub(crate) fn push(&mut self, resource: Resource) {
        let Ok(number) = u32::try_from(self.by_number.len()) else { return };
        let key = |id: &ResourceId| self.by_number.get(id.0 as usize).map(|known| &known.key);
        let place = self.by_name.partition_point(|id| key(id) < Some(&resource.key));
        self.by_name.insert(place, ResourceId(number));
        Arc::make_mut(&mut self.numbers).insert(resource.key.clone(), ResourceId(number));
        self.by_number.push(resource);
        self.ranks.push(0);
        for (rank, id) in (0..).zip(&self.by_name) {
            if let Some(known) = self.ranks.get_mut(id.0 as usize) {
                *known = rank;
            }
        }
    }

    pub(crate) fn get_mut(&mut self, id: ResourceId) -> Option<&mut Resource> {
        self.by_number.get_mut(id.0 as usize)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Resource> {
        self.by_number.iter_mut()
    }
}

impl Deref for Resources {
    type Target = [Resource];

    fn deref(&self) -> &[Resource] {
        &self.by_number
    }
}

impl<'a> IntoIterator for &'a Resources {
    type Item = &'a Resource;
    type IntoIter = Iter<'a, Resource>;

    fn into_iter(self) -> Iter<'a, Resource> {
        self.by_number.iter()
    }
}

impl FromIterator<Resource> for Resources {
    fn from_iter<T: IntoIterator<Item = Resource>>(resources: T) -> Self {
        let mut all = Self::default();
        resources.into_iter().for_each(|resource| all.push(resource));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_are_found_by_name_and_settle_in_the_order_of_names() {
        let keys =
            [("c", "x"), ("a", "y"), ("a", "x")].map(|(service, region)| ResourceKey::new(service, region));
        let resources: Resources = keys.iter().cloned().map(Resource::named).collect();
        for (number, key) in (0..).zip(&keys) {
            assert_eq!(resources.find(key), Some(ResourceId(number)));
        }
        assert_eq!(resources.find(&ResourceKey::new("b", "x")), None);
        assert_eq!([0, 1, 2].map(|number| resources.rank(ResourceId(number))), [Some(2), Some(1), Some(0)]);
    }
}
