//! Figures and instants as people read them, and as they type them.

use std::ops::Range;

use app::books::Loaded;
use billing::{
    Account, Instant, Money,
    zone::{Month, Zone, parse_instant},
};
use chrono::{Days, NaiveDate};

/// A count with its thousands kept apart: `1,234,567`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count that may be negative, as [`count`].
pub fn signed(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", count(number.unsigned_abs()))
}

/// `1 call`, `2,000 calls`.
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// Money with its currency: `12.50 USD`.
pub fn money(amount: Money, currency: &str) -> String {
    format!("{amount} {currency}")
}

/// `2023-04-18 09:59:30` in the provider's zone; columns name the zone.
pub fn instant(zone: Zone, at: Instant) -> String {
    zone.format(at).chars().take(19).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

/// As [`instant`], without seconds.
pub fn minute(zone: Zone, at: Instant) -> String {
    instant(zone, at).chars().take(16).collect()
}

/// `2023-04-18` in the provider's zone.
pub fn day(zone: Zone, at: Instant) -> String {
    zone.date(at).to_string()
}

/// `UTC+8`, `UTC+05:30`.
pub fn zone_name(zone: Zone) -> String {
    let offset = zone.offset_seconds();
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours:02}:{minutes:02}"),
    }
}

/// The line over a table: whose figures, in which currency, as of when.
pub fn heading(loaded: &Loaded) -> String {
    let (header, account) = (&loaded.header, &loaded.account);
    let zone = account.terms.policy.zone;
    let sample = if header.sample { " (sample data)" } else { "" };
    let at = instant(zone, account.now);
    format!("{}{sample}, {}, as of {at} {}\n", header.name, account.terms.policy.title, zone_name(zone))
}

/// A service and region as one name, and a project when there is one.
pub fn used_by(account: &Account, resource: billing::ResourceId, project: billing::ProjectId) -> String {
    let name = account.resource(resource).map_or_else(|| "?".to_owned(), |known| known.key.to_string());
    match account.project(project) {
        "" => name,
        project => format!("{name} for {project}"),
    }
}

/// Reads `+08:00`, `-05:30` or `Z` as seconds east of UTC.
pub fn parse_zone(text: &str) -> Result<i32, String> {
    let wrong = || format!("`{text}` is not an offset from UTC such as +08:00 or Z");
    if text == "Z" {
        return Ok(0);
    }
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return Err(wrong()),
    };
    let (hours, minutes) = rest.split_once(':').ok_or_else(wrong)?;
    let number = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i32>().ok()).flatten()
    };
    match (number(hours), number(minutes)) {
        (Some(hours @ 0..=23), Some(minutes @ 0..=59)) => Ok(sign * (hours * 3600 + minutes * 60)),
        _ => Err(wrong()),
    }
}

/// Reads a name: anything but nothing.
pub fn parse_name(text: &str) -> Result<String, String> {
    let name = text.trim();
    if name.is_empty() { Err("give a name that is not empty".to_owned()) } else { Ok(name.to_owned()) }
}

/// Reads money with at most two decimals.
pub fn parse_money(text: &str) -> Result<Money, String> {
    Money::parse(text).map_err(|error| error.to_string())
}

/// Reads an instant with an offset.
pub fn parse_at(text: &str) -> Result<Instant, String> {
    parse_instant(text).map_err(|error| error.to_string())
}

/// Reads a calendar month.
pub fn parse_month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| format!("`{text}` is not a month such as 2025-01"))
}

/// A point in time as it is typed: an instant, or a whole day or month of the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// One instant.
    At(Instant),
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
}

impl When {
    /// Reads `2025-01`, `2025-01-31` or `2025-01-31T10:00:00+08:00`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("`{text}` is not a month, a day, or an instant such as 2025-01-31T10:00:00+08:00");
        if let Some(month) = Month::parse(text) {
            return Ok(Self::Month(month));
        }
        match text.len() {
            10 => text.parse().map(Self::Day).map_err(|_| wrong()),
            _ => parse_instant(text).map(Self::At).map_err(|_| wrong()),
        }
    }

    /// What it spans: a day and a month with both ends, an instant nothing.
    pub fn span(self, zone: Zone) -> Range<Instant> {
        match self {
            Self::At(at) => at..at,
            Self::Day(date) => {
                let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
                zone.midnight(date)..zone.midnight(next)
            }
            Self::Month(month) => zone.month_start(month)..zone.month_start(month.next()),
        }
    }
}

/// A span as people read it: first and last second, both included.
pub fn span(zone: Zone, first: Instant, last: Instant) -> String {
    format!("{} to {} {}", instant(zone, first), instant(zone, last), zone_name(zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beijing() -> Zone {
        Zone::east(8 * 3600).unwrap()
    }

    #[test]
    fn thousands_are_kept_apart() {
        let texts = [0, 999, 1_000, 1_234_567, u64::MAX].map(count);
        assert_eq!(texts, ["0", "999", "1,000", "1,234,567", "18,446,744,073,709,551,615"]);
    }

    #[test]
    fn an_instant_is_shown_in_the_providers_zone() {
        let at = parse_at("2025-01-31T16:00:05Z").unwrap();
        assert_eq!(instant(beijing(), at), "2025-02-01 00:00:05");
        assert_eq!(zone_name(beijing()), "UTC+8");
        assert_eq!(zone_name(Zone::east(-19_800).unwrap()), "UTC-05:30");
    }

    #[test]
    fn a_zone_is_an_offset_and_nothing_else() {
        assert_eq!(parse_zone("+08:00"), Ok(28_800));
        assert_eq!(parse_zone("-05:30"), Ok(-19_800));
        assert_eq!(parse_zone("Z"), Ok(0));
        for wrong in ["", "8", "+8", "+08", "+24:00", "CST", "+０8:00", "++8:00"] {
            assert!(parse_zone(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_and_a_month_span_the_providers_calendar() {
        let span = |text: &str| {
            let span = When::parse(text).unwrap().span(beijing());
            (beijing().format(span.start), beijing().format(span.end))
        };
        let midnight = |date: &str| format!("{date}T00:00:00+08:00");
        assert_eq!(span("2025-01-31"), (midnight("2025-01-31"), midnight("2025-02-01")));
        assert_eq!(span("2024-12"), (midnight("2024-12-01"), midnight("2025-01-01")));
        assert!(When::parse("yesterday").is_err());
        assert!(When::parse("2025-02-30").is_err());
    }
}
