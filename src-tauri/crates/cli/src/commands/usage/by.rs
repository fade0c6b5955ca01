//! Lines of usage by hour, day or month of the provider.

use app::ledger::Width;
use billing::{Instant, zone::Zone};
use chrono::TimeDelta;
use clap::ValueEnum;

use crate::text;

/// How wide a line of usage is, in the provider's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A calendar month.
    Month,
}

impl By {
    /// The width the books keep sums of.
    pub const fn width(self) -> Width {
        match self {
            Self::Hour => Width::Hour,
            Self::Day => Width::Day,
            Self::Month => Width::Month,
        }
    }

    /// `hour`, `day`, `month`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
        }
    }

    /// Where the one an instant lies in begins.
    pub fn start(self, zone: Zone, at: Instant) -> Instant {
        match self {
            Self::Hour => zone.period_start(at, TimeDelta::hours(1)),
            Self::Day => zone.midnight(zone.date(at)),
            Self::Month => zone.month_start(zone.month(at)),
        }
    }

    /// Where the next one begins.
    pub fn next(self, zone: Zone, start: Instant) -> Instant {
        match self {
            Self::Hour => start + TimeDelta::hours(1),
            Self::Day => start + TimeDelta::days(1),
            Self::Month => zone.month_start(zone.month(start).next()),
        }
    }

    /// Its name in a table.
    pub fn label(self, zone: Zone, start: Instant) -> String {
        match self {
            Self::Hour => text::minute(zone, start),
            Self::Day => text::day(zone, start),
            Self::Month => zone.month(start).to_string(),
        }
    }
}
