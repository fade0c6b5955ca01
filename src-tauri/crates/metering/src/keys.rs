//! Service, region, application and project as small numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::preview::reading::UsageKey;

/// Every key met so far, numbered in order of appearance.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    list: Vec<UsageKey>,
    index: HashMap<UsageKey, u32>,
}

impl Keys {
    /// The number of a key, a new one if needed.
    pub fn number(&mut self, key: &UsageKey) -> u32 {
        if let Some(number) = self.index.get(key) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(key.clone());
        self.index.insert(key.clone(), number);
        number
    }

    /// The key of a number.
    pub fn get(&self, number: u32) -> Option<&UsageKey> {
        self.list.get(number as usize)
    }

    /// Which keys share their service and region with another project, counting `known` ones in.
    pub fn shared(&self, known: &[UsageKey]) -> Vec<bool> {
        let mut projects: BTreeMap<[&str; 3], BTreeSet<&str>> = BTreeMap::new();
        for key in self.list.iter().chain(known) {
            projects.entry(resource(key)).or_default().insert(&key.project);
        }
        let several = |key: &UsageKey| projects.get(&resource(key)).is_some_and(|p| p.len() > 1);
        self.list.iter().map(several).collect()
    }
}

fn resource(key: &UsageKey) -> [&str; 3] {
    [&key.service, &key.region, &key.application]
}
