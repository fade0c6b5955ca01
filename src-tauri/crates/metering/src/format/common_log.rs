//! Common and Combined access logs of nginx and Apache.
//!
//! `host ident user [17/May/2015:10:05:03 +0000] "POST /path?query HTTP/1.1" 200 123 …`
//!
//! Tolerant where real logs are odd: users with spaces, IPv6 hosts, a virtual host in front,
//! requests that are `-`, binary or hold quotes, anything at all behind the size. Strict where it
//! matters: time, status and size have to be there.

use memchr::{memchr, memchr_iter, memchr2, memrchr};

use super::{Fault, time};
use crate::line::Class;
use crate::preview::reject::Reason;
use crate::rules::{Classifier, Request};

/// Bytes of `17/May/2015:10:05:03 +0000`.
const TIME_LENGTH: usize = 26;
/// Of these, the bytes up to and with the hour.
const HOUR_LENGTH: usize = 14;

/// Reads lines; one per thread, because it remembers what it read last.
#[derive(Clone)]
pub struct LogLines {
    classifier: Classifier,
    hour: [u8; HOUR_LENGTH],
    zone: [u8; 6],
    /// The instant at which `hour` in `zone` starts.
    hour_starts: i64,
}

/// A line that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Unix seconds.
    pub at: i64,
    /// What becomes of it.
    pub class: Class,
}

impl LogLines {
    /// Nothing read yet.
    pub fn new(classifier: Classifier) -> Self {
        Self { classifier, hour: [0; HOUR_LENGTH], zone: [0; 6], hour_starts: 0 }
    }

    /// Reads one line, without its line break.
    pub fn read(&mut self, line: &[u8]) -> Result<LogLine, Fault> {
        let (time, rest) = find_time(line)?;
        let at = self
            .instant(time)
            .ok_or_else(|| Fault::unreadable("time", time, "a time like 17/May/2015:10:05:03 +0000"))?;
        let rest =
            rest.strip_prefix(b" \"").ok_or_else(|| not_a_line("request", rest, "a request in quotes"))?;
        let (request, billable) = find_request(rest)?;
        let class = match self.classify(request) {
            Request::Call(key) => Class::call(key, billable),
            Request::Ignored => Class::IGNORED,
            Request::Unmatched => Class::UNMATCHED,
        };
        Ok(LogLine { at, class })
    }

    fn instant(&mut self, text: &[u8]) -> Option<i64> {
        let (hour, rest) = text.split_first_chunk::<HOUR_LENGTH>()?;
        let ([b':', m1, m2, b':', s1, s2], zone) = rest.split_first_chunk::<6>()? else { return None };
        if *hour != self.hour || *zone != self.zone {
            let mut first_second = [b'0'; TIME_LENGTH];
            first_second.copy_from_slice(text);
            first_second[HOUR_LENGTH..HOUR_LENGTH + 6].copy_from_slice(b":00:00");
            self.hour_starts = time::access_log(&first_second)?.seconds;
            self.hour = *hour;
            self.zone = zone.try_into().ok()?;
        }
        let (minute, second) = (two_digits(*m1, *m2)?, two_digits(*s1, *s2)?);
        (minute < 60 && second <= 60).then_some(self.hour_starts + minute * 60 + second)
    }

    fn classify(&mut self, request: &[u8]) -> Request {
        let Some(method) = memchr(b' ', request) else { return Request::Unmatched };
        let end = match memrchr(b' ', request) {
            Some(end) if end > method && request.get(end + 1..).is_some_and(|v| v.starts_with(b"HTTP/")) => {
                end
            }
            _ => request.len(),
        };
        let target = request.get(..end).unwrap_or(request);
        let path = method + 1;
        let query = memchr2(b'?', b'#', target.get(path..).unwrap_or_default());
        let target = query.and_then(|query| target.get(..path + query)).unwrap_or(target);
        let path =
            if target.get(path) == Some(&b'/') { path } else { path + host_length(target.get(path..)) };
        self.classifier.classify(target, method, path)
    }
}

/// The length of `http://host` in front of a path.
fn host_length(target: Option<&[u8]>) -> usize {
    let target = target.unwrap_or_default();
    let scheme = [&b"http://"[..], b"https://"].into_iter().find(|scheme| target.starts_with(scheme));
    let Some(scheme) = scheme.map(<[u8]>::len) else { return 0 };
    memchr(b'/', target.get(scheme..).unwrap_or_default()).map_or(target.len(), |slash| scheme + slash)
}

/// The time, and what follows its bracket.
fn find_time(line: &[u8]) -> Result<(&[u8], &[u8]), Fault> {
    for open in memchr_iter(b'[', line) {
        let behind = line.get(open + 1..).unwrap_or_default();
        if let Some((time, [b']', rest @ ..])) = behind.split_at_checked(TIME_LENGTH)
            && time.get(2) == Some(&b'/')
        {
            let fields = line.get(..open).unwrap_or_default().iter().filter(|byte| **byte == b' ').count();
            let expected = "host, identity and user before the time";
            return if fields >= 3 { Ok((time, rest)) } else { Err(not_a_line("line", line, expected)) };
        }
    }
    Err(not_a_line(
        "line",
        line,
        "a line like: host - user [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 12",
    ))
}

/// The request, and whether it was answered with 2xx. Its closing quote is the first one followed by
/// a status and a size: a quote inside the request is escaped or not followed by these.
fn find_request(text: &[u8]) -> Result<(&[u8], bool), Fault> {
    let mut fault = None;
    for quote in memchr_iter(b'"', text) {
        match read_answer(text.get(quote + 1..).unwrap_or_default()) {
            Ok(billable) => return Ok((text.get(..quote).unwrap_or_default(), billable)),
            Err(at_quote) => fault = fault.or(Some(at_quote)),
        }
    }
    Err(fault.unwrap_or_else(|| not_a_line("request", text, "a request in quotes")))
}

/// Whether the status is 2xx; checks that the size is there.
fn read_answer(rest: &[u8]) -> Result<bool, Fault> {
    let ([b' ', a, b, c], after) = rest.split_first_chunk::<4>().unwrap_or((&[0; 4], rest)) else {
        return Err(bad_status(rest));
    };
    let size = match after {
        [] => &[],
        [b' ', ..] => first_word(after),
        _ => return Err(bad_status(rest)),
    };
    if ![a, b, c].into_iter().all(u8::is_ascii_digit) {
        return Err(bad_status(rest));
    }
    if size == b"-" || (!size.is_empty() && size.iter().all(u8::is_ascii_digit)) {
        return Ok(*a == b'2');
    }
    let expected = "the size of the answer, digits or -";
    Err(if size.is_empty() {
        Fault::missing("size", expected)
    } else {
        Fault::unreadable("size", size, expected)
    })
}

fn bad_status(rest: &[u8]) -> Fault {
    Fault::unreadable("status", first_word(rest), "three digits after the request")
}

fn first_word(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b" ").unwrap_or(text);
    memchr(b' ', text).and_then(|end| text.get(..end)).unwrap_or(text)
}

fn two_digits(tens: u8, ones: u8) -> Option<i64> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

fn not_a_line(field: &'static str, found: &[u8], expected: &'static str) -> Fault {
    Fault { reason: Reason::NotAnAccessLogLine, field, found: super::shown(found), expected }
}

/// Whether the last line of a log, which no line break ends, stops in its middle: it lacks quotes
/// the line before it has.
pub fn is_cut_short(last: &[u8], before: &[u8]) -> bool {
    let quotes = |line| memchr_iter(b'"', line).count();
    before.ends_with(b"\"") && (!last.ends_with(b"\"") || quotes(last) < quotes(before).min(6))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keys;
    use crate::rules::Rules;

    fn read(line: &str) -> Result<LogLine, Fault> {
        let rules =
            Rules::parse("[[rule]]\nmethod = 'POST'\npath = '/v2/*/ocr'\nservice = 's'\nregion = 'r'\n");
        LogLines::new(Classifier::new(&rules.unwrap(), &mut Keys::default())).read(line.as_bytes())
    }

    const AT: i64 = 1_431_857_103;

    #[test]
    fn calls_are_told_from_odd_lines() {
        let tails = [
            "10.0.0.1 - - [17/May/2015:10:05:03 +0000] \"POST /v2/p/ocr HTTP/1.1\" 200 12",
            "2001:db8::1 - - [17/May/2015:10:05:03 +0000] \"POST /v2/p/ocr?a=[1] HTTP/1.1\" 200 -",
            "::1 - John Doe [x] [17/May/2015:12:05:03 +0200] \"POST /v2/p/ocr HTTP/2.0\" 204 0 \"-\" \"a \\\"b\\\" c\"",
            "a.example:443 ::1 - - [17/May/2015:10:05:03 +0000] \"POST http://h/v2/p/ocr HTTP/1.1\" 299 1 \"\" \"un\"bal",
        ];
        for line in tails {
            assert_eq!(read(line), Ok(LogLine { at: AT, class: Class::call(0, true) }), "{line}");
        }
    }

    #[test]
    fn requests_that_are_none_are_unmatched_and_not_lost() {
        for request in ["-", "", "\\x16\\x03\\x01", "GET /v2/p/ocr HTTP/1.1", "POST /other\" 404 HTTP/1.1"] {
            let line = format!("::1 - - [17/May/2015:10:05:03 +0000] \"{request}\" 400 0");
            assert_eq!(read(&line), Ok(LogLine { at: AT, class: Class::UNMATCHED }), "{line}");
        }
    }

    #[test]
    fn anything_but_2xx_has_failed() {
        for status in [199, 301, 404, 499, 500] {
            let line = format!("::1 - - [17/May/2015:10:05:03 +0000] \"POST /v2/p/ocr HTTP/1.1\" {status} 0");
            assert_eq!(read(&line).unwrap().class, Class::call(0, false), "{status}");
        }
    }

    #[test]
    fn a_missing_field_is_named() {
        let cases = [
            ("", "line"),
            ("::1 - -", "line"),
            ("[17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1", "line"),
            ("::1 - - [17/Mai/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1", "time"),
            ("::1 - - [17/May/2015:10:65:03 +0000] \"GET / HTTP/1.1\" 200 1", "time"),
            ("::1 - - [17/May/2015:10:05:03 +0000]", "request"),
            ("::1 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP", "request"),
            ("::1 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" abc 1", "status"),
            ("::1 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200", "size"),
            ("::1 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1x", "size"),
        ];
        for (line, field) in cases {
            assert_eq!(read(line).unwrap_err().field, field, "{line}");
        }
    }

    #[test]
    fn a_torn_last_line_is_told_by_the_line_before() {
        let whole = b"h - - [t] \"GET / HTTP/1.1\" 200 1 \"-\" \"agent\"";
        assert!(!is_cut_short(whole, whole));
        for length in 0..whole.len() {
            assert!(is_cut_short(&whole[..length], whole), "cut after {length}");
        }
    }
}
