//! Dates and numbers in a form that belongs to no language.

use billing::{
    Instant, Money,
    zone::{Month, Zone},
};
use charts::TimeTick;
use chrono::{Datelike as _, Days};

/// Between groups of three digits: a narrow space that does not break (ISO 80000-1).
const GROUP: char = '\u{202f}';

/// `2026-11-22`.
pub(crate) fn day(zone: Zone, at: Instant) -> String {
    zone.date(at).to_string()
}

/// `11-22`.
pub(crate) fn short_day(zone: Zone, at: Instant) -> String {
    zone.date(at).format("%m-%d").to_string()
}

/// `2026-11-22 14:00`.
pub(crate) fn minute(zone: Zone, at: Instant) -> String {
    let text = zone.format(at).replacen('T', " ", 1);
    text.get(..16).unwrap_or(&text).to_owned()
}

/// `14:00`.
pub(crate) fn time(zone: Zone, at: Instant) -> String {
    minute(zone, at).split_off(11)
}

/// `12 345`, with narrow spaces.
pub(crate) fn count(number: u64) -> String {
    group(&number.to_string())
}

/// `−12 345.60`, with a real minus and narrow spaces.
pub(crate) fn money(amount: Money) -> String {
    let text = amount.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, "00"));
    format!("{sign}{}.{cents}", group(whole))
}

/// Money on an axis: whole amounts without cents.
pub(crate) fn axis_money(cents: i64) -> String {
    let text = money(Money::from_cents(cents));
    text.strip_suffix(".00").map_or(text.clone(), str::to_owned)
}

fn group(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(GROUP);
        }
        text.push(digit);
    }
    text
}

/// Ticks at the provider's midnights: weeks for some weeks, months for some months, years beyond. A span without any
/// midnight says when it ends.
pub(crate) fn ticks(zone: Zone, from: Instant, to: Instant) -> Vec<TimeTick> {
    let mut ticks = midnights(zone, from, to);
    if ticks.is_empty() {
        ticks.push(TimeTick { at: to.timestamp(), label: minute(zone, to) });
    }
    ticks
}

fn midnights(zone: Zone, from: Instant, to: Instant) -> Vec<TimeTick> {
    let days = (to - from).num_days();
    if days <= 60 {
        let step = if days <= 10 { 1 } else { 7 };
        return daily_ticks(zone, from, to, step);
    }
    let every = match days {
        ..=400 => 1,
        401..=1200 => 3,
        _ => 12,
    };
    let mut ticks = Vec::new();
    let mut month = zone.month(from);
    while zone.month_start(month) <= to && ticks.len() < 200 {
        let at = zone.month_start(month);
        if at >= from && (month.month - 1).is_multiple_of(every) {
            ticks.push(TimeTick { at: at.timestamp(), label: month.to_string() });
        }
        month = month.next();
    }
    ticks
}

fn daily_ticks(zone: Zone, from: Instant, to: Instant, step: u64) -> Vec<TimeTick> {
    let mut ticks = Vec::new();
    let mut date = zone.date(from);
    while zone.midnight(date) <= to {
        let at = zone.midnight(date);
        if at >= from {
            ticks.push(TimeTick { at: at.timestamp(), label: short_day(zone, at) });
        }
        let next = date.checked_add_days(Days::new(if at >= from { step } else { 1 }));
        let Some(next) = next else { break };
        date = next;
    }
    ticks
}

/// The first month of `count` whole months that end with the month of `at`.
pub(crate) fn months_back(zone: Zone, at: Instant, count: u32) -> Month {
    let date = zone.date(at);
    let number =
        date.year() * 12 + i32::try_from(date.month0()).unwrap_or(0) - i32::try_from(count).unwrap_or(0) + 1;
    Month { year: number.div_euclid(12), month: u32::try_from(number.rem_euclid(12)).unwrap_or(0) + 1 }
}

#[cfg(test)]
mod tests {
    use billing::zone::parse_instant;

    use super::*;

    fn beijing() -> Zone {
        Zone::east(8 * 3600).unwrap()
    }

    #[test]
    fn dates_are_the_providers_and_in_no_language() {
        let at = parse_instant("2026-11-21T16:07:00Z").unwrap();
        assert_eq!(minute(beijing(), at), "2026-11-22 00:07");
        assert_eq!((short_day(beijing(), at).as_str(), time(beijing(), at).as_str()), ("11-22", "00:07"));
    }

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(count(0), "0");
        assert_eq!(count(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(money(Money::from_cents(-123_456)), "−1\u{202f}234.56");
        assert_eq!([axis_money(120_000), axis_money(1250)], ["1\u{202f}200", "12.50"]);
    }

    #[test]
    fn ticks_grow_with_the_span() {
        let at = |text: &str| parse_instant(text).unwrap();
        let labels = |from: &str, to: &str| -> Vec<String> {
            ticks(beijing(), at(from), at(to)).into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(
            labels("2026-11-22T14:00:00+08:00", "2026-11-25T00:00:00+08:00"),
            ["11-23", "11-24", "11-25"]
        );
        let weeks = labels("2026-11-01T00:00:00+08:00", "2026-11-30T00:00:00+08:00");
        assert_eq!(weeks, ["11-01", "11-08", "11-15", "11-22", "11-29"]);
        let one_day = labels("2026-11-22T14:00:00+08:00", "2026-11-22T14:07:00+08:00");
        assert_eq!(one_day, ["2026-11-22 14:07"]);
        let months = labels("2026-10-02T00:00:00+08:00", "2027-01-01T00:00:00+08:00");
        assert_eq!(months, ["2026-11", "2026-12", "2027-01"]);
    }

    #[test]
    fn twelve_months_end_with_this_one() {
        let at = parse_instant("2026-11-22T14:00:00+08:00").unwrap();
        assert_eq!(months_back(beijing(), at, 12).to_string(), "2025-12");
        assert_eq!(months_back(beijing(), at, 1).to_string(), "2026-11");
    }
}
