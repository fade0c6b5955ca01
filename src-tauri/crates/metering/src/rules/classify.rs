//! Rules made ready for millions of requests.

use rapidhash::v3::rapidhash_v3;

use super::path::Pattern;
use super::{Rules, Verdict};
use crate::keys::Keys;

/// What the rules say of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// It is a call of the key with this number.
    Call(u32),
    /// It does not count.
    Ignored,
    /// No rule matches.
    Unmatched,
}

/// Distinct requests remembered per thread; a gateway has tens, a web site thousands.
const REMEMBERED: usize = 4_096;

/// The method, if it matters, the path, and the answer.
type Ready = (Option<Box<[u8]>>, Pattern, Request);

/// Rules made ready for millions of requests: the same request is looked up once.
#[derive(Clone)]
pub(crate) struct Classifier {
    rules: Vec<Ready>,
    otherwise: Request,
    /// By the low bits of its hash: the hash of method and path, and the answer.
    remembered: Box<[(u64, Request)]>,
}

impl Classifier {
    /// Numbers the keys of the rules and makes them ready.
    pub fn new(rules: &Rules, keys: &mut Keys) -> Self {
        let ready = rules.rules.iter().map(|rule| {
            let answer = match &rule.verdict {
                Verdict::Ignore => Request::Ignored,
                Verdict::Count(key) => Request::Call(keys.number(key)),
            };
            (rule.method.as_ref().map(|m| m.as_bytes().into()), rule.path.clone(), answer)
        });
        let ready: Vec<_> = ready.collect();
        let default = rules.default_key().filter(|_| ready.is_empty());
        let otherwise = default.map_or(Request::Unmatched, |key| Request::Call(keys.number(&key)));
        Self { rules: ready, otherwise, remembered: vec![(0, Request::Unmatched); REMEMBERED].into() }
    }

    /// What the rules say of `target`, the method and the path as one text, of which the first
    /// `method` bytes are the method and those from `path` on the path.
    pub fn classify(&mut self, target: &[u8], method: usize, path: usize) -> Request {
        let hash = rapidhash_v3(target) | 1;
        let slot = (hash >> 8) as usize % REMEMBERED;
        match self.remembered.get(slot) {
            Some((known, answer)) if *known == hash => return *answer,
            _ => {}
        }
        let answer =
            self.look_up(target.get(..method).unwrap_or_default(), target.get(path..).unwrap_or_default());
        if let Some(remembered) = self.remembered.get_mut(slot) {
            *remembered = (hash, answer);
        }
        answer
    }

    /// What the rules say of a method (empty: unknown) and a path without its query.
    pub fn look_up(&self, method: &[u8], path: &[u8]) -> Request {
        let fits =
            |wanted: &Option<Box<[u8]>>| wanted.as_ref().is_none_or(|w| w.eq_ignore_ascii_case(method));
        let found = self.rules.iter().find(|(wanted, pattern, _)| fits(wanted) && pattern.matches(path));
        found.map_or(self.otherwise, |(_, _, answer)| *answer)
    }
}
