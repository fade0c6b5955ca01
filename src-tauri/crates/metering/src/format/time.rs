//! Instants as people write them.

use chrono::NaiveDate;

/// An instant as written: with a zone, or in a zone someone has to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A point in time.
    Instant(Moment),
    /// A clock reading; the seconds are those of a clock in UTC.
    Local(Moment),
}

/// Unix seconds and the nanoseconds after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Unix seconds.
    pub seconds: i64,
    /// 0 … 999,999,999.
    pub nanos: u32,
}

/// Reads an instant: RFC 3339 and its relatives (space for `T`, slashes, no zone, up to nine
/// decimals), the form of access logs, or unix seconds, milli-, micro- or nanoseconds.
pub fn parse(text: &[u8]) -> Option<When> {
    let text = text.trim_ascii();
    let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
    let rest = text.get(digits..)?;
    match rest.first() {
        None if digits > 8 => unix(text, &[]),
        Some(b'.') if digits > 8 => unix(text.get(..digits)?, rest.get(1..)?),
        Some(b'-' | b'/') if digits == 4 => calendar(text),
        Some(b'/') if digits == 2 => access_log(text).map(When::Instant),
        _ => None,
    }
}

fn unix(whole: &[u8], fraction: &[u8]) -> Option<When> {
    let number = number(whole)?;
    let (seconds, nanos) = match number {
        0..100_000_000_000 => (number, i64::from(fraction_nanos(fraction)?)),
        100_000_000_000..100_000_000_000_000 => (number / 1_000, number % 1_000 * 1_000_000),
        100_000_000_000_000..100_000_000_000_000_000 => (number / 1_000_000, number % 1_000_000 * 1_000),
        _ => (number / 1_000_000_000, number % 1_000_000_000),
    };
    fraction_nanos(fraction)?;
    Some(When::Instant(Moment { seconds, nanos: u32::try_from(nanos).ok()? }))
}

fn calendar(text: &[u8]) -> Option<When> {
    let [y1, y2, y3, y4, d1, m1, m2, d2, a, b, t, rest @ ..] = text else { return None };
    if d1 != d2 || !matches!(t, b'T' | b't' | b' ') {
        return None;
    }
    let day = days(number(&[*y1, *y2, *y3, *y4])?, number(&[*m1, *m2])?, number(&[*a, *b])?)?;
    let ([h1, h2, b':', n1, n2, b':', s1, s2], rest) = rest.split_first_chunk::<8>()? else { return None };
    let seconds = day * 86_400 + clock(&[*h1, *h2], &[*n1, *n2], &[*s1, *s2])?;
    let (nanos, rest) = match rest {
        [b'.' | b',', rest @ ..] => {
            let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
            (fraction_nanos(rest.get(..digits).filter(|d| !d.is_empty())?)?, rest.get(digits..)?)
        }
        _ => (0, rest),
    };
    let moment = Moment { seconds, nanos };
    match rest.trim_ascii_start() {
        [] => Some(When::Local(moment)),
        zone => Some(When::Instant(moment.in_zone(offset(zone)?))),
    }
}

/// `17/May/2015:10:05:03 +0000`.
pub fn access_log(text: &[u8]) -> Option<Moment> {
    let [a, b, b'/', m1, m2, m3, b'/', y1, y2, y3, y4, b':', rest @ ..] = text else { return None };
    let ([h1, h2, b':', n1, n2, b':', s1, s2], rest) = rest.split_first_chunk::<8>()? else { return None };
    let [b' ', zone @ ..] = rest else { return None };
    let months: [&[u8; 3]; 12] =
        [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
    let month = (1..).zip(months).find(|(_, name)| *name == &[*m1, *m2, *m3])?.0;
    let day = days(number(&[*y1, *y2, *y3, *y4])?, month, number(&[*a, *b])?)?;
    let seconds = day * 86_400 + clock(&[*h1, *h2], &[*n1, *n2], &[*s1, *s2])?;
    Some(Moment { seconds, nanos: 0 }.in_zone(offset(zone)?))
}

/// Seconds east of UTC: `Z`, `UTC`, `GMT`, `+08:00`, `+0800`, `+08`.
pub fn offset(text: &[u8]) -> Option<i32> {
    let (sign, hours, minutes) = match text {
        b"Z" | b"z" | b"UTC" | b"GMT" => return Some(0),
        [sign, h1, h2] => (sign, [*h1, *h2], [b'0', b'0']),
        [sign, h1, h2, m1, m2] | [sign, h1, h2, b':', m1, m2] => (sign, [*h1, *h2], [*m1, *m2]),
        _ => return None,
    };
    let seconds = i32::try_from(number(&hours)? * 3_600 + number(&minutes)? * 60).ok()?;
    match sign {
        _ if seconds >= 86_400 => None,
        b'+' => Some(seconds),
        b'-' => Some(-seconds),
        _ => None,
    }
}

impl Moment {
    /// The instant at which a clock `east` seconds ahead of UTC shows this reading.
    pub fn in_zone(self, east: i32) -> Self {
        Self { seconds: self.seconds - i64::from(east), nanos: self.nanos }
    }
}

fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let date = NaiveDate::from_ymd_opt(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)?;
    Some(date.signed_duration_since(NaiveDate::default()).num_days())
}

/// Seconds of the day; a leap second counts as the first of the next minute.
fn clock(hour: &[u8], minute: &[u8], second: &[u8]) -> Option<i64> {
    let (hour, minute, second) = (number(hour)?, number(minute)?, number(second)?);
    (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3_600 + minute * 60 + second)
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0i64, |sum, digit| {
        let digit = i64::from(digit.checked_sub(b'0').filter(|d| *d < 10)?);
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// Nanoseconds of the decimals after the point; decimals beyond the ninth do not count.
fn fraction_nanos(digits: &[u8]) -> Option<u32> {
    let mut nanos = 0;
    for position in 0..9 {
        let digit = digits.get(position).map_or(Some(0), |d| d.checked_sub(b'0').filter(|d| *d < 10))?;
        nanos = nanos * 10 + u32::from(digit);
    }
    digits.iter().all(u8::is_ascii_digit).then_some(nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(seconds: i64, nanos: u32) -> Option<When> {
        Some(When::Instant(Moment { seconds, nanos }))
    }

    #[test]
    fn one_instant_in_all_its_spellings() {
        let spellings: [&[u8]; 12] = [
            b"2023-11-16T18:17:03Z",
            b"2023-11-16 18:17:03 UTC",
            b"2023/11/16 18:17:03+00:00",
            b"2023-11-17t02:17:03+08:00",
            b"2023-11-16T13:17:03-0500",
            b"2023-11-17T02:17:03.000+08",
            b"17/Nov/2023:02:17:03 +0800",
            b"1700158623",
            b"1700158623.000",
            b"1700158623000",
            b"1700158623000000",
            b"1700158623000000000",
        ];
        for text in spellings {
            assert_eq!(parse(text), instant(1_700_158_623, 0), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn a_time_without_a_zone_is_told_apart() {
        let moment = Moment { seconds: 1_700_158_623, nanos: 979_960_000 };
        assert_eq!(parse(b"2023-11-16 18:17:03.9799600"), Some(When::Local(moment)));
        assert_eq!(moment.in_zone(28_800).seconds, 1_700_158_623 - 28_800);
    }

    #[test]
    fn decimals_are_kept_to_the_nanosecond() {
        assert_eq!(parse(b"1700158623.25"), instant(1_700_158_623, 250_000_000));
        assert_eq!(parse(b"1700158623250"), instant(1_700_158_623, 250_000_000));
        assert_eq!(parse(b"2023-11-16T18:17:03,1234567891Z"), instant(1_700_158_623, 123_456_789));
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        let wrong: [&[u8]; 11] = [
            b"",
            b"now",
            b"2023",
            b"2023-11-16",
            b"2023-13-16T00:00:00Z",
            b"2023-02-29T00:00:00Z",
            b"2023-11-16T24:00:00Z",
            b"2023-11-16T00:00:00+24:00",
            b"2023-11-16T00:00:00.Z",
            b"17/Nov/2023:02:17:03",
            b"99999999999999999999",
        ];
        for text in wrong {
            assert_eq!(parse(text), None, "{}", text.escape_ascii());
        }
    }
}
