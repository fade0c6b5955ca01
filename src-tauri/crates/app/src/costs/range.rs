//! Spans of time that costs are looked at over, and the one before each (H-124).

use billing::{
    Instant,
    zone::{Month, Zone},
};
use chrono::{Datelike as _, Days, NaiveDate};

/// A range by its name: days without today, months without the present one, or the present month so far (H-124).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// So many days that end with yesterday.
    Days(u32),
    /// The present month, up to today.
    MonthToDate,
    /// So many whole months that end with the last one.
    Months(u32),
}

/// How fine costs are told apart in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By day at the provider.
    Day,
    /// By calendar month at the provider.
    Month,
}

/// Days at the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: NaiveDate,
    /// The one after the last.
    pub end: NaiveDate,
    /// How fine; by month only where both are firsts of months.
    pub step: Step,
}

impl Range {
    /// Every range, shortest first.
    pub const ALL: [Self; 7] = [
        Self::Days(7),
        Self::Days(14),
        Self::Days(30),
        Self::MonthToDate,
        Self::Months(3),
        Self::Months(6),
        Self::Months(12),
    ];

    /// The stable name: `7d`, `mtd`, `3m`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Days(days) => format!("{days}d"),
            Self::MonthToDate => "mtd".to_owned(),
            Self::Months(months) => format!("{months}m"),
        }
    }

    /// The range of a name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.code() == text)
    }

    /// The range as it lies at an instant, and the one before it, which is as long; of a month to date, the same days of the
    /// month before, as far as that has them.
    #[must_use]
    pub fn spans(self, zone: Zone, now: Instant) -> (Span, Span) {
        let today = zone.date(now);
        match self {
            Self::Days(days) => {
                let first = back(today, days);
                let before = Span { first: back(first, days), end: first, step: Step::Day };
                (Span { first, end: today, step: Step::Day }, before)
            }
            Self::MonthToDate => {
                let (first, month) = (today.with_day(1).unwrap_or(today), zone.month(now).previous());
                let (before, end) = (first_of(month), first_of(month.next()));
                let same_days = before.checked_add_days(Days::new(today.day().into())).unwrap_or(end);
                let now = Span { first, end: today.succ_opt().unwrap_or(today), step: Step::Day };
                (now, Span { first: before, end: same_days.min(end), step: Step::Day })
            }
            Self::Months(months) => {
                let this = zone.month(now);
                let first = months_before(this, months);
                let before = months_before(first, months);
                let span = |from, to| Span { first: first_of(from), end: first_of(to), step: Step::Month };
                (span(first, this), span(before, first))
            }
        }
    }
}

impl Span {
    /// A calendar month, by day.
    #[must_use]
    pub fn of_month(month: Month) -> Self {
        Self { first: first_of(month), end: first_of(month.next()), step: Step::Day }
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.first..self.end).contains(&day)
    }

    /// How many days.
    #[must_use]
    pub fn days(&self) -> u32 {
        u32::try_from((self.end - self.first).num_days()).unwrap_or(0)
    }

    /// The day, or the first of the month, that stands for a day.
    #[must_use]
    pub fn start_of(&self, day: NaiveDate) -> NaiveDate {
        match self.step {
            Step::Day => day,
            Step::Month => day.with_day(1).unwrap_or(day),
        }
    }

    /// The starts of its days or months, in order of time.
    #[must_use]
    pub fn starts(&self) -> Vec<NaiveDate> {
        let next = |day: &NaiveDate| match self.step {
            Step::Day => day.succ_opt(),
            Step::Month => Some(first_of(month_of(*day).next())),
        };
        std::iter::successors(Some(self.first), next).take_while(|day| *day < self.end).collect()
    }
}

/// The calendar month of a day.
pub(super) fn month_of(day: NaiveDate) -> Month {
    Month { year: day.year(), month: day.month() }
}

fn first_of(month: Month) -> NaiveDate {
    NaiveDate::from_ymd_opt(month.year, month.month, 1).unwrap_or_default()
}

fn back(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

fn months_before(month: Month, count: u32) -> Month {
    (0..count).fold(month, |month, _| month.previous())
}

#[cfg(test)]
mod tests {
    use billing::zone::parse_instant;

    use super::*;

    fn spans(range: &str, now: &str) -> [String; 2] {
        let zone = Zone::east(8 * 3600).unwrap_or_else(|| panic!("a zone"));
        let now = parse_instant(now).unwrap_or_else(|_| panic!("an instant"));
        let (span, before) = Range::parse(range).unwrap_or_else(|| panic!("a range")).spans(zone, now);
        [span, before].map(|span| format!("{}..{}", span.first, span.end))
    }

    #[test]
    fn days_and_months_end_before_the_present_one_and_the_month_so_far_with_today() {
        // Still the 21st in Greenwich.
        let now = "2026-11-21T17:00:00Z";
        assert_eq!(spans("7d", now), ["2026-11-15..2026-11-22", "2026-11-08..2026-11-15"]);
        assert_eq!(spans("mtd", now), ["2026-11-01..2026-11-23", "2026-10-01..2026-10-23"]);
        assert_eq!(spans("3m", now), ["2026-08-01..2026-11-01", "2026-05-01..2026-08-01"]);
        assert_eq!(spans("12m", now), ["2025-11-01..2026-11-01", "2024-11-01..2025-11-01"]);
    }

    #[test]
    fn a_longer_month_is_compared_with_all_of_the_shorter_one_before() {
        let now = "2026-03-31T04:00:00Z";
        assert_eq!(spans("mtd", now), ["2026-03-01..2026-04-01", "2026-02-01..2026-03-01"]);
    }

    #[test]
    fn every_range_is_found_by_its_name() {
        for range in Range::ALL {
            assert_eq!(Range::parse(&range.code()), Some(range));
        }
        assert_eq!(Range::parse("5d"), None);
    }
}
