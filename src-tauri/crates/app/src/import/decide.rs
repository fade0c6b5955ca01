//! What read usage does to an account: who pays for each stretch, and what is refused.

use std::collections::BTreeMap;

use billing::{Account, Command, Event, Instant, Refusal, ResourceKey, Usage};
use metering::Reading;

use crate::error::AppError;

/// The account after the usage, and what happened on the way.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The account after the usage, at now.
    pub after: Account,
    /// What happens.
    pub events: Vec<Event>,
    /// Resources that were not enabled before: their successful calls prove that they are.
    pub enables: Vec<ResourceKey>,
    /// Calls the account refuses, and why. They are not in the books.
    pub refused: Vec<Refused>,
}

/// Calls of one resource that the account refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub refusal: Refusal,
    /// What was called.
    pub resource: ResourceKey,
    /// Calls, or seconds attended.
    pub calls: u64,
}

/// Meters read usage in order of time. An account that has not lived yet lives through its past on the way, and is
/// settled hour by hour as the provider did. One that has lived stands at now: what it learns of the past is late, judged
/// by its own instant and settled at the next settlement (H-58), so that bills that are final do not change.
///
/// # Errors
/// [`AppError::Refused`] when a figure leaves the range that can be kept exactly.
pub fn decide(account: &Account, reading: &Reading, now: Instant) -> Result<Decided, AppError> {
    let mut after = account.clone();
    let mut events = Vec::new();
    let mut enables = Vec::new();
    let mut refused: BTreeMap<(&'static str, ResourceKey), Refused> = BTreeMap::new();
    if after.has_lived() {
        after.advance_to_actions(now.max(after.now), &mut events)?;
    }
    for row in &reading.usage {
        let Some(key) = reading.keys.get(row.key as usize) else { continue };
        let Some(at) = Instant::from_timestamp(row.at, 0) else { continue };
        let resource = ResourceKey {
            service: key.service.clone(),
            region: key.region.clone(),
            application: key.application.clone(),
        };
        after.advance_to_actions(at.max(after.now), &mut events)?;
        if row.billable > 0 && prove_enabled(&mut after, &resource, at, &mut events)? {
            enables.push(resource.clone());
        }
        for (count, status) in [(row.billable, 200), (row.failed, 500)] {
            if count == 0 {
                continue;
            }
            let usage = Usage {
                resource: resource.clone(),
                project: key.project.clone(),
                occurred_at: at,
                count,
                status,
            };
            match after.meter_answered(&usage, &mut events) {
                Ok(()) => {}
                Err(refusal) => {
                    let entry = refused.entry((refusal.code(), resource.clone()));
                    let known = entry.or_insert(Refused { refusal, resource: resource.clone(), calls: 0 });
                    known.calls = known.calls.saturating_add(count);
                }
            }
        }
    }
    after.advance_to_actions(now.max(after.now), &mut events)?;
    enables.sort();
    enables.dedup();
    Ok(Decided { after, events, enables, refused: refused.into_values().collect() })
}

/// A successful call proves that its resource was enabled, unless the account knows that it was not.
fn prove_enabled(
    account: &mut Account,
    resource: &ResourceKey,
    at: Instant,
    events: &mut Vec<Event>,
) -> Result<bool, AppError> {
    let first =
        account.find_resource(resource).and_then(|id| account.resource(id)).and_then(|r| r.enabled.first());
    if first.is_some_and(|span| span.from <= at) {
        return Ok(false);
    }
    let never = first.is_none();
    account.act(&Command::Enable { resource: resource.clone(), since: Some(at) }, events)?;
    Ok(never)
}
