//! The provider's zone owns every boundary: hours, days, months and the anchors of terms (H-01, H-02, H-22).

use std::fmt;

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, TimeDelta, Timelike, Utc};

/// An instant in whole seconds, UTC.
pub type Instant = DateTime<Utc>;

/// Text that is not an instant with an offset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an instant with an offset, such as 2023-04-18T09:59:30+08:00")]
pub struct NotAnInstant(pub String);

/// Reads an RFC 3339 instant; fractions of a second are cut (H-02).
///
/// # Errors
/// [`NotAnInstant`] when it is not one, or has no offset.
pub fn parse_instant(text: &str) -> Result<Instant, NotAnInstant> {
    let wrong = || NotAnInstant(text.to_owned());
    let instant = DateTime::parse_from_rfc3339(text).map_err(|_| wrong())?;
    DateTime::from_timestamp(instant.timestamp(), 0).ok_or_else(wrong)
}

/// A fixed offset from UTC, without daylight saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    offset: FixedOffset,
}

/// One calendar month in the provider's zone, `2023-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Calendar year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// Reads `2023-04`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = Self { year: year.parse().ok()?, month: month.parse().ok()? };
        (text.len() == 7 && (1..=12).contains(&month.month)).then_some(month)
    }

    /// The month after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.month {
            12 => Self { year: self.year + 1, month: 1 },
            month => Self { year: self.year, month: month + 1 },
        }
    }

    /// The month before this one.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self.month {
            1 => Self { year: self.year - 1, month: 12 },
            month => Self { year: self.year, month: month - 1 },
        }
    }

    fn day(self, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, day).unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Zone {
    /// A zone `seconds` east of Greenwich; `None` beyond a day.
    #[must_use]
    pub fn east(seconds: i32) -> Option<Self> {
        FixedOffset::east_opt(seconds).map(|offset| Self { offset })
    }

    /// Seconds east of Greenwich.
    #[must_use]
    pub fn offset_seconds(self) -> i32 {
        self.offset.local_minus_utc()
    }

    /// The instant as people at the provider read it, `2023-04-18T09:59:30+08:00`.
    #[must_use]
    pub fn format(self, at: Instant) -> String {
        at.with_timezone(&self.offset).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// The calendar date at the provider.
    #[must_use]
    pub fn date(self, at: Instant) -> NaiveDate {
        at.with_timezone(&self.offset).date_naive()
    }

    /// The hour of the day at the provider, 0 to 23.
    #[must_use]
    pub fn hour(self, at: Instant) -> u32 {
        at.with_timezone(&self.offset).hour()
    }

    /// The calendar month at the provider.
    #[must_use]
    pub fn month(self, at: Instant) -> Month {
        let date = self.date(at);
        Month { year: date.year(), month: date.month() }
    }

    /// 00:00:00 of a date.
    #[must_use]
    pub fn midnight(self, date: NaiveDate) -> Instant {
        self.at(date, 0)
    }

    /// `hour`:00:00 of a date.
    #[must_use]
    pub fn at(self, date: NaiveDate, hour: u32) -> Instant {
        let local = date.and_hms_opt(hour.min(23), 0, 0).unwrap_or(chrono::NaiveDateTime::MAX);
        local.and_local_timezone(self.offset).single().map_or(Instant::MAX_UTC, |at| at.with_timezone(&Utc))
    }

    /// 23:59:59 of a date: the last second of a package (H-22).
    #[must_use]
    pub fn last_second(self, date: NaiveDate) -> Instant {
        self.midnight(date + Days::new(1)) - TimeDelta::seconds(1)
    }

    /// 00:00:00 on the first day of a month.
    #[must_use]
    pub fn month_start(self, month: Month) -> Instant {
        self.midnight(month.day(1))
    }

    /// 00:00:00 on a day of a month.
    #[must_use]
    pub fn month_day(self, month: Month, day: u32) -> Instant {
        self.midnight(month.day(day))
    }

    /// The start of the period of `length` seconds (an hour or a day) that holds `at`; periods are half-open.
    #[must_use]
    pub fn period_start(self, at: Instant, length: TimeDelta) -> Instant {
        let length = length.num_seconds().max(1);
        let local = at.timestamp() + i64::from(self.offset_seconds());
        at - TimeDelta::seconds(local.rem_euclid(length))
    }
}

/// How long a package runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Calendar months; a year is twelve.
    Months(u32),
    /// Days.
    Days(u32),
}

impl Term {
    /// Reads `1y`, `12m`, `1m` or `30d`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (unit_at, unit) = text.char_indices().last()?;
        let count: u32 = text.get(..unit_at)?.parse().ok().filter(|count| (1..=1200).contains(count))?;
        match unit {
            'y' => Some(Self::Months(count * 12)),
            'm' => Some(Self::Months(count)),
            'd' => Some(Self::Days(count)),
            _ => None,
        }
    }

    /// The last second of cycle number `cycle` (from 1) that begins at `starts_at`.
    ///
    /// Months end on the anchor day, the day of the very first start, clamped to the month's end, so that 31 August
    /// is followed by 30 September and 31 October. Days count from the day the cycle begins. (H-22, T-13)
    #[must_use]
    pub fn ends_at(self, zone: Zone, anchor: NaiveDate, starts_at: Instant, cycle: u32) -> Instant {
        let last_day = match self {
            Self::Months(months) => anchor.checked_add_months(Months::new(months.saturating_mul(cycle))),
            Self::Days(days) => zone.date(starts_at).checked_add_days(Days::new(u64::from(days))),
        };
        zone.last_second(last_day.unwrap_or(NaiveDate::MAX - Days::new(2)))
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(months) if months % 12 == 0 => write!(f, "{}y", months / 12),
            Self::Months(months) => write!(f, "{months}m"),
            Self::Days(days) => write!(f, "{days}d"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beijing() -> Zone {
        Zone::east(8 * 3600).unwrap()
    }

    fn at(text: &str) -> Instant {
        parse_instant(text).unwrap()
    }

    #[test]
    fn an_hour_begins_on_the_hour_and_excludes_its_end() {
        let hour = TimeDelta::hours(1);
        let start = at("2023-04-18T10:00:00+08:00");
        assert_eq!(beijing().period_start(start, hour), start);
        assert_eq!(beijing().period_start(start - TimeDelta::seconds(1), hour), start - hour);
    }

    #[test]
    fn a_day_begins_at_the_providers_midnight() {
        let day = beijing().period_start(at("2023-04-18T07:59:59+08:00"), TimeDelta::days(1));
        assert_eq!(beijing().format(day), "2023-04-18T00:00:00+08:00");
    }

    #[test]
    fn a_year_ends_on_the_same_day_at_the_last_second() {
        let ends = |from: &str, cycle| {
            let start = at(from);
            beijing().format(Term::Months(12).ends_at(beijing(), beijing().date(start), start, cycle))
        };
        assert_eq!(ends("2023-04-19T14:25:10+08:00", 1), "2024-04-19T23:59:59+08:00", "H-22");
        assert_eq!(ends("2024-02-29T10:00:00+08:00", 1), "2025-02-28T23:59:59+08:00", "clamped");
        assert_eq!(
            ends("2024-02-29T10:00:00+08:00", 4),
            "2028-02-29T23:59:59+08:00",
            "the anchor comes back"
        );
    }

    #[test]
    fn the_anchor_day_returns_after_a_short_month() {
        let start = at("2020-07-31T10:00:00+08:00");
        let anchor = beijing().date(start);
        let days: Vec<_> = (1..=3)
            .map(|cycle| beijing().date(Term::Months(1).ends_at(beijing(), anchor, start, cycle)))
            .collect();
        assert_eq!(
            days.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2020-08-31", "2020-09-30", "2020-10-31"]
        );
    }

    #[test]
    fn thirty_days_end_thirty_days_after_the_day_they_start() {
        let start = at("2023-05-01T08:00:03+08:00");
        let end = Term::Days(30).ends_at(beijing(), beijing().date(start), start, 1);
        assert_eq!(beijing().format(end), "2023-05-31T23:59:59+08:00");
    }

    #[test]
    fn terms_are_read_and_shown_alike() {
        for text in ["1y", "1m", "30d", "7m"] {
            assert_eq!(Term::parse(text).map(|term| term.to_string()), Some(text.to_owned()));
        }
        assert_eq!(Term::parse("12m"), Term::parse("1y"));
        for wrong in ["", "y", "0d", "1w", "-1m", "１y"] {
            assert_eq!(Term::parse(wrong), None, "{wrong}");
        }
    }
}
