//! From the fields of a record to seconds attended.

use super::Fault;
use super::fields::{Call, Calls, Field, NoCall, Record, given};
use super::time::Moment;
use crate::line::Class;
use crate::options::DAY;
use crate::preview::reading::UsageKey;

impl Calls<'_> {
    /// Reads attendance: one person's stretch from `joined` to `left`, or the seconds of everybody together, counted where
    /// they end. Seconds are those of the clock: fractions are cut off both instants, so that stretches that meet sum up.
    pub(super) fn attendance(&mut self, record: &impl Record, service: &str) -> Result<Call, NoCall> {
        let end = if given(record, Field::Left).is_some() { Field::Left } else { Field::Time };
        let left = self.moment(record, end)?;
        self.not_in_the_future(record, end, left)?;
        let joined = match given(record, Field::Joined) {
            Some(_) => Some(self.moment(record, Field::Joined)?),
            None => None,
        };
        let count = seconds(record, joined, left)?;
        let name = given(record, Field::Application).map(|text| text.trim().to_owned());
        let application = name.or_else(|| self.rules().defaults.application.clone());
        let application =
            application.ok_or_else(|| Fault::missing("application", "the name of an application"))?;
        let key = UsageKey {
            service: service.to_owned(),
            region: String::new(),
            application: application.clone(),
            project: usage_type(record).to_owned(),
        };
        let class = Class::attendance(self.number(&key), joined.is_some());
        let content = content(record, left, joined, count, &application);
        Ok(Call { at: left.seconds, class, count, content })
    }
}

/// Recordings that are played back are metered apart; all else is of classes, the default (T-04, T-07).
fn usage_type(record: &impl Record) -> &'static str {
    let playback =
        given(record, Field::Type).is_some_and(|text| text.trim().eq_ignore_ascii_case("playback"));
    if playback { "playback" } else { "" }
}

fn seconds(record: &impl Record, joined: Option<Moment>, left: Moment) -> Result<u32, Fault> {
    let between = match joined.map(|joined| left.seconds - joined.seconds) {
        None => None,
        Some(between @ 0..=DAY) => u32::try_from(between).ok(),
        Some(_) => {
            let found = given(record, Field::Joined).unwrap_or_default();
            let expected = "an instant at most a day before left";
            return Err(Fault::unreadable("joined", found.as_bytes(), expected));
        }
    };
    let Some(text) = given(record, Field::Seconds) else {
        return between.ok_or_else(|| Fault::missing("seconds", "the seconds attended, or joined and left"));
    };
    let unreadable = |expected| Fault::unreadable("seconds", text.as_bytes(), expected);
    let seconds: u32 = text.trim().parse().map_err(|_| unreadable("a whole number of seconds"))?;
    if between.is_some_and(|between| between != seconds) {
        return Err(unreadable("the seconds from joined to left"));
    }
    Ok(seconds)
}

/// Two records with one id are the same attendance if this is equal. It has to stay the same between versions, because it
/// is stored.
fn content(record: &impl Record, left: Moment, joined: Option<Moment>, count: u32, application: &str) -> u64 {
    let mut bytes = Vec::with_capacity(96);
    for moment in [Some(left), joined].into_iter().flatten() {
        bytes.extend(moment.seconds.to_le_bytes());
        bytes.extend(moment.nanos.to_le_bytes());
    }
    bytes.extend(count.to_le_bytes());
    let field = |field| given(record, field).map(|text| text.trim().to_owned()).unwrap_or_default();
    for text in [application, &field(Field::User), &field(Field::Class), &field(Field::Type)] {
        bytes.extend((text.len() as u64).to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    rapidhash::v3::rapidhash_v3(&bytes)
}
