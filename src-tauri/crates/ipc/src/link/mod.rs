//! Links to what the window shows: `tollbook://bill/2026-10`, `tollbook://topup?amount=50`.
//!
//! A link opens a screen or fills a sheet in; nothing it can say pays or confirms. Whatever is not understood to the last
//! character is refused, and nothing of it is used.

mod places;
mod shape;

use std::collections::BTreeMap;

use self::places::{Place, place_called};
use self::shape::Shape;
use crate::dto::link::{Link, LinkAnswer, LinkRefused};

/// What our links begin with.
pub const SCHEME: &str = "tollbook:";

/// Bytes of the longest link that is read.
const LONGEST: usize = 1000;

/// Letters of a link that a refusal repeats.
const REPEATED: usize = 48;

/// Whether a text is meant to be a link of ours: it is then followed, or refused.
#[must_use]
pub fn is_meant(text: &str) -> bool {
    text.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
}

/// What a link opens, or why it is refused.
#[must_use]
pub fn read(text: &str) -> LinkAnswer {
    match parse(text) {
        Ok(link) => LinkAnswer::Opens(link),
        Err((code, about)) => LinkAnswer::Refused(LinkRefused { code, about: harmless(&about) }),
    }
}

/// Why a link is refused, and what of it.
type Trouble = (&'static str, String);

fn parse(text: &str) -> Result<Link, Trouble> {
    if text.len() > LONGEST {
        return Err(("too-long", text.to_owned()));
    }
    let rest = is_meant(text).then(|| &text[SCHEME.len()..]).and_then(|rest| rest.strip_prefix("//"));
    let Some(rest) = rest else { return Err(("not-ours", text.to_owned())) };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (word, object) = match path.strip_suffix('/').unwrap_or(path).split_once('/') {
        Some((word, object)) => (word, Some(object)),
        None => (path.strip_suffix('/').unwrap_or(path), None),
    };
    let Some(place) = place_called(&word.to_ascii_lowercase()) else {
        return Err(("unknown-place", path.to_owned()));
    };
    let mut said = BTreeMap::new();
    match (object, place.object) {
        (Some(object), Some(key)) => {
            said.insert(key, decoded(object)?);
        }
        (None, None) => {}
        _ => return Err(("unknown-place", path.to_owned())),
    }
    let account = read_query(query, place, &mut said)?;
    let missing = place.keys.iter().find(|(key, _)| place.needs.contains(key) && !said.contains_key(key));
    if let Some((key, _)) = missing {
        return Err(("missing-key", (*key).to_owned()));
    }
    let params = said.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Ok(Link { account, sheet: place.sheet, name: place.opens.to_owned(), params })
}

/// Reads `key=value&…` into what is said of a place; the account it is about, when it names one.
fn read_query(
    query: &str,
    place: &'static Place,
    said: &mut BTreeMap<&'static str, String>,
) -> Result<Option<String>, Trouble> {
    let mut account = None;
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let Some((key, value)) = pair.split_once('=') else { return Err(("unknown-key", pair.to_owned())) };
        let value = decoded(value)?;
        if key == "account" {
            if account.is_some() {
                return Err(("twice", key.to_owned()));
            }
            account = Some(fitting(Shape::Number, value)?);
            continue;
        }
        let Some((known, _)) = place.keys.iter().find(|(known, _)| *known == key) else {
            return Err(("unknown-key", key.to_owned()));
        };
        if said.insert(known, value).is_some() {
            return Err(("twice", key.to_owned()));
        }
    }
    for (key, shape) in place.keys {
        if let Some(value) = said.remove(key) {
            said.insert(key, fitting(*shape, value)?);
        }
    }
    Ok(account)
}

fn fitting(shape: Shape, value: String) -> Result<String, Trouble> {
    if shape.fits(&value) { Ok(value) } else { Err(("wrong-value", value)) }
}

/// Undoes `%41`; refuses what is not text.
fn decoded(text: &str) -> Result<String, Trouble> {
    let wrong = || ("wrong-text", text.to_owned());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().ok_or_else(wrong)?, rest.next().ok_or_else(wrong)?];
                hex(digits).ok_or_else(wrong)?
            }
            b'#' | b'/' | b'\\' => return Err(wrong()),
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

fn hex(digits: [u8; 2]) -> Option<u8> {
    let [high, low] = digits.map(|digit| char::from(digit).to_digit(16));
    u8::try_from(high? * 16 + low?).ok()
}

/// The beginning of a text, without anything that could pretend to be something else where it is repeated.
fn harmless(text: &str) -> String {
    let mut letters = text.chars().filter(|letter| shape::is_shown(*letter));
    let mut short: String = letters.by_ref().take(REPEATED).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
