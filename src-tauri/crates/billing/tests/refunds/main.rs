//! What comes back of packages: the worked examples of the rulebook, and the same rules asked of an account.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accounts;
mod formulas;
mod renewals;

use billing::{Instant, Money, zone::parse_instant};

/// An instant at the provider.
pub fn at(text: &str) -> Instant {
    parse_instant(&format!("{text}+08:00")).unwrap()
}

/// An amount.
pub fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}
