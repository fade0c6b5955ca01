//! Tags: what customers sort their costs by (H-96).

use crate::{Account, Event, Refusal, ResourceKey, event::What};

const LONGEST_KEY: usize = 128;
const LONGEST_VALUE: usize = 255;

impl Account {
    pub(super) fn tag(
        &mut self,
        resource: &ResourceKey,
        key: &str,
        value: Option<&str>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let resource = self.find_resource(resource).ok_or(Refusal::UnknownResource)?;
        let plain = |text: &str, longest| text.chars().count() <= longest && !text.contains(char::is_control);
        let is_key = !key.is_empty() && plain(key, LONGEST_KEY) && !key.contains('=');
        if !is_key || value.is_some_and(|value| !plain(value, LONGEST_VALUE)) {
            return Err(Refusal::InvalidTag);
        }
        let present = self.resource(resource).and_then(|resource| resource.tags.get(key));
        if present.map(String::as_str) == value {
            return Ok(());
        }
        let (key, value) = (key.to_owned(), value.map(str::to_owned));
        self.record(What::Tagged { resource, key, value }, events)
    }
}
