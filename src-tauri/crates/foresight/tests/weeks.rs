//! Figures that were worked by hand, and laws over random weeks.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::TimeDelta;
use foresight::{Course, History, Instant, Method as _, SameHours, Spread, Unknown, total};
use proptest::prelude::*;

const HOUR: TimeDelta = TimeDelta::hours(1);
const DAY: TimeDelta = TimeDelta::days(1);

fn at(text: &str) -> Instant {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// A Monday, 00:00 at the provider: where the weeks below end.
fn end() -> Instant {
    at("2026-03-02T00:00:00+08:00")
}

/// So many days before the end.
fn before(days: i64) -> Instant {
    end() - DAY * i32::try_from(days).unwrap()
}

/// Four weeks in which every Monday 10:00 had 100, 140, 90 and 110 calls, and every Sunday 23:00 had 7.
fn four_weeks() -> History<char> {
    let mondays = [(28, 100), (21, 140), (14, 90), (7, 110)];
    let mondays = mondays.map(|(days, calls)| (before(days) + HOUR * 10, 'a', calls));
    let sundays = [22, 15, 8, 1].map(|days| (before(days) + HOUR * 23, 'b', 7));
    History::new(before(28)..end(), mondays.into_iter().chain(sundays))
}

fn courses(history: &History<char>, until: Instant) -> Vec<Course<char>> {
    SameHours.courses(history, history.known().end, until).unwrap()
}

#[test]
fn an_hour_is_expected_to_bring_what_the_same_hour_of_each_week_brought() {
    let courses = courses(&four_weeks(), end() + DAY * 7);
    let monday = end() + HOUR * 10..end() + HOUR * 11;
    let spread = total(&courses, &monday, |of| *of == 'a');
    assert_eq!(spread, Some(Spread { least: 90, middle: 100, most: 140 }), "90, 100, 110, 140");
    let tuesday = end() + HOUR * 34..end() + HOUR * 35;
    assert_eq!(total(&courses, &tuesday, |_| true), Some(Spread { least: 0, middle: 0, most: 0 }));
}

#[test]
fn a_span_is_summed_week_by_week_not_extreme_by_extreme() {
    // A week of 200 and 10, and a week of 20 and 180: sums of 210 and 200. Extremes would tell 30 to 380.
    let usage = [(14, 200), (13, 10), (7, 20), (6, 180)].map(|(days, calls)| (before(days), 'a', calls));
    let courses = courses(&History::new(before(14)..end(), usage), end() + DAY * 7);
    let week = end()..end() + DAY * 7;
    assert_eq!(total(&courses, &week, |_| true), Some(Spread { least: 200, middle: 200, most: 210 }));
}

#[test]
fn a_week_begins_anew_after_its_end_and_stops_where_it_is_asked_to() {
    // Ten days hold two Mondays 10:00, and one Sunday 23:00.
    let courses = courses(&four_weeks(), end() + DAY * 10);
    let first: Vec<_> = courses[0].hours.iter().map(|hour| (hour.at, hour.amount)).collect();
    let expected =
        [(end() + HOUR * 10, 100), (end() + DAY * 6 + HOUR * 23, 7), (end() + DAY * 7 + HOUR * 10, 100)];
    assert_eq!(first, expected);
    assert_eq!((courses[0].like.clone(), courses[0].used), (before(28)..before(21), 107));
    assert_eq!(courses[3].used, 117);
}

#[test]
fn an_hour_that_is_not_over_where_it_stops_is_left_out() {
    let courses = courses(&four_weeks(), end() + HOUR * 10 + TimeDelta::minutes(59));
    assert!(courses.iter().all(|course| course.hours.is_empty()));
}

#[test]
fn two_weeks_make_two_courses_and_an_hour_less_makes_none() {
    let known = |hours: i32| History::<char>::new(end() - HOUR * hours..end(), []);
    let courses = |hours| SameHours.courses(&known(hours), end(), end() + DAY).map(|found| found.len());
    assert_eq!(courses(14 * 24), Ok(2));
    assert_eq!(courses(21 * 24 - 1), Ok(2), "a week that is not whole does not count");
    assert_eq!(courses(21 * 24), Ok(3));
    assert_eq!(courses(100 * 24), Ok(4));
    assert_eq!(courses(14 * 24 - 1), Err(Unknown::TooShort { missing_days: 1 }));
    assert_eq!(courses(9 * 24), Err(Unknown::TooShort { missing_days: 5 }));
    assert_eq!(courses(0), Err(Unknown::TooShort { missing_days: 14 }));
}

#[test]
fn knowledge_that_ended_two_weeks_ago_tells_nothing_any_more() {
    let courses = |now| SameHours.courses(&four_weeks(), now, now + DAY).map(|found| found.len());
    assert_eq!(courses(end() + DAY * 14), Ok(4));
    let late = end() + DAY * 14 + TimeDelta::seconds(1);
    assert_eq!(courses(late), Err(Unknown::TooOld { until: end() }));
}

#[test]
fn what_happens_since_the_end_of_what_is_known_is_expected_too() {
    // Asked on Wednesday: Monday 10:00 has passed, and nobody has told of it yet.
    let found = SameHours.courses(&four_weeks(), end() + DAY * 2, end() + DAY * 3).unwrap();
    assert_eq!(found[0].hours.first().map(|hour| hour.at), Some(end() + HOUR * 10));
}

/// Up to six weeks of up to four things, and an end.
fn histories() -> impl Strategy<Value = (History<u8>, i32)> {
    let hour = (0..6_i64 * 168, 0..4_u8, 0..1_000_000_u64);
    (proptest::collection::vec(hour, 0..400), 14..42_i64, 1..60 * 24_i32).prop_map(|(hours, days, ahead)| {
        let usage = hours
            .into_iter()
            .map(|(back, of, amount)| (end() - HOUR * i32::try_from(back + 1).unwrap(), of, amount));
        (History::new(before(days)..end(), usage), ahead)
    })
}

proptest! {
    #[test]
    fn a_spread_holds_its_middle_and_grows_with_the_span((history, ahead) in histories(), shorter in 0..60 * 24_i32) {
        let courses = SameHours.courses(&history, end(), end() + HOUR * ahead).unwrap();
        let over = |hours: i32| total(&courses, &(end()..end() + HOUR * hours), |_| true).unwrap();
        let (short, long) = (over(shorter.min(ahead)), over(ahead));
        for spread in [short, long] {
            prop_assert!(spread.least <= spread.middle && spread.middle <= spread.most);
        }
        prop_assert!(short.least <= long.least && short.middle <= long.middle && short.most <= long.most);
    }

    #[test]
    fn whole_weeks_come_to_what_they_came_to((history, _) in histories(), weeks in 1..8_i32) {
        let until = end() + DAY * 7 * weeks;
        for course in SameHours.courses(&history, end(), until).unwrap() {
            let sum: u64 = course.hours.iter().map(|hour| hour.amount).sum();
            prop_assert_eq!(sum, course.used * u64::try_from(weeks).unwrap());
            prop_assert!(course.hours.is_sorted_by_key(|hour| hour.at));
            prop_assert!(course.hours.iter().all(|hour| hour.amount > 0 && end() <= hour.at && hour.at < until));
        }
    }
}
