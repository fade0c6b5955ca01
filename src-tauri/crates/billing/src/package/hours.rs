//! Packages that pay in certain hours of the day alone (H-43).

use std::fmt;

use crate::{Instant, zone::Zone};

/// Whole hours of each day at the provider, from one on and before another, over midnight if need be: `22-06`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DailyHours {
    from: u32,
    until: u32,
}

impl DailyHours {
    /// Reads `22-06`; hours of a whole day are no limit, and none either.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once('-')?;
        let hour = |text: &str| {
            let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|hour| is_number && *hour < 24)
        };
        let hours = Self { from: hour(from)?, until: hour(until)? };
        (hours.from != hours.until).then_some(hours)
    }

    /// Whether calls of an instant fall into them.
    #[must_use]
    pub fn hold(self, zone: Zone, at: Instant) -> bool {
        let hour = zone.hour(at);
        if self.from < self.until {
            self.from <= hour && hour < self.until
        } else {
            self.from <= hour || hour < self.until
        }
    }
}

impl fmt::Display for DailyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::parse_instant;

    #[test]
    fn they_hold_from_their_first_second_to_the_one_before_their_end_over_midnight_too() {
        let zone = Zone::east(8 * 3600).unwrap();
        let holds = |hours: &str, time: &str| {
            let at = parse_instant(&format!("2023-04-18T{time}+08:00")).unwrap();
            DailyHours::parse(hours).unwrap().hold(zone, at)
        };
        let night = ["21:59:59", "22:00:00", "05:59:59", "06:00:00"].map(|time| holds("22-06", time));
        assert_eq!(night, [false, true, true, false]);
        let day = ["07:59:59", "08:00:00", "17:59:59", "18:00:00"].map(|time| holds("08-18", time));
        assert_eq!(day, [false, true, true, false]);
        assert_eq!(["23:59:59", "00:00:00"].map(|time| holds("22-00", time)), [true, false]);
    }

    #[test]
    fn they_are_read_as_they_are_shown_and_nothing_else_is() {
        for text in ["22-06", "00-12", "08-18"] {
            assert_eq!(DailyHours::parse(text).map(|hours| hours.to_string()), Some(text.to_owned()));
        }
        for wrong in ["", "22", "22-22", "22-24", "2-6", "+2-06", "22-06-08", "aa-bb"] {
            assert_eq!(DailyHours::parse(wrong), None, "{wrong}");
        }
    }
}
