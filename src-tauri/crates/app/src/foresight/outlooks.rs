//! What was foreseen, kept as long as it holds: until the books move, or the hour is over.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use billing::Instant;
use chrono::TimeDelta;
use ledger::AccountId;

use super::Outlook;
use crate::books::Loaded;

/// The newest outlook of each account.
#[derive(Default)]
pub struct Outlooks(Mutex<BTreeMap<AccountId, Kept>>);

struct Kept {
    write_id: i64,
    hour: Instant,
    outlook: Outlook,
}

impl Outlooks {
    pub(super) fn find(&self, loaded: &Loaded, now: Instant) -> Option<Outlook> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = kept.get(&loaded.header.id)?;
        let holds = (kept.write_id, kept.hour) == (loaded.basis.write_id, hour(loaded, now));
        holds.then(|| kept.outlook.clone())
    }

    pub(super) fn keep(&self, loaded: &Loaded, now: Instant, outlook: Outlook) {
        let (write_id, hour) = (loaded.basis.write_id, hour(loaded, now));
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(loaded.header.id, Kept { write_id, hour, outlook });
    }
}

fn hour(loaded: &Loaded, now: Instant) -> Instant {
    loaded.account.terms.policy.zone.period_start(now, TimeDelta::hours(1))
}
