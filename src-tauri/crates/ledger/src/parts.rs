//! The parts of a charge as text: `calls*unit price/reasons`, joined by `;`, in the order they were metered.

use std::fmt::Write;

use billing::{UnitPrice, explain::Reasons, rating::PricedCalls};

/// `120*0.02/1;30*0.01/1`; empty without parts.
pub(crate) fn to_text(parts: &[PricedCalls]) -> String {
    let mut text = String::with_capacity(parts.len() * 16);
    for part in parts {
        if !text.is_empty() {
            text.push(';');
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{}*{}/{}", part.calls, part.unit_price, part.reasons.bits());
    }
    text
}

/// The parts of a text, `None` when it is not one.
pub(crate) fn from_text(text: &str) -> Option<Vec<PricedCalls>> {
    text.split_terminator(';').map(part_from_text).collect()
}

fn part_from_text(text: &str) -> Option<PricedCalls> {
    let (calls, rest) = text.split_once('*')?;
    let (unit_price, reasons) = rest.split_once('/')?;
    Some(PricedCalls {
        unit_price: UnitPrice::parse(unit_price).ok()?,
        calls: calls.parse().ok()?,
        reasons: Reasons::from_bits(reasons.parse().ok()?),
    })
}

/// The pay-per-use calls of parts.
pub(crate) fn billed(parts: &[PricedCalls]) -> u64 {
    parts.iter().map(|part| part.calls).sum()
}

#[cfg(test)]
mod tests {
    use billing::explain::Reason;

    use super::*;

    #[test]
    fn parts_survive_their_text_in_order() {
        let part = |price: &str, calls, reasons| PricedCalls {
            unit_price: UnitPrice::parse(price).unwrap(),
            calls,
            reasons,
        };
        let none = Reasons::NONE.with(Reason::NoPackage);
        let parts =
            vec![part("0.0001234567", u64::MAX, none), part("0", 1, none.with(Reason::TrialRegionMismatch))];
        assert_eq!(to_text(&parts), "18446744073709551615*0.0001234567/1;1*0/129");
        assert_eq!(from_text(&to_text(&parts)), Some(parts));
        assert_eq!(from_text(""), Some(Vec::new()));
    }

    #[test]
    fn text_that_is_no_parts_is_recognised() {
        for wrong in ["1", "1*0.02", "x*0.02/1", "1*two/1", "1*0.02/65536", ";"] {
            assert_eq!(from_text(wrong), None, "{wrong}");
        }
    }
}
