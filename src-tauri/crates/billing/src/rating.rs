//! Calls into money: graduated monthly tiers, each call priced in its own (H-16, H-52).

use crate::{
    Derivation, Derived, Refusal, UnitPrice, Value, explain::Reasons, money::ChargeAmount, price::Tier,
};

/// Calls of one settlement period that cost the same, for the same reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PricedCalls {
    /// Money per call.
    pub unit_price: UnitPrice,
    /// Calls.
    pub calls: u64,
    /// Why no package paid for them.
    pub reasons: Reasons,
}

/// Splits calls over the tiers of a graduated price; `counter` calls of the month came before them.
///
/// A tier may begin in the middle of a batch: it is split there. Calls beyond a last tier with a limit pay that
/// tier's price.
#[must_use]
pub fn graduate(tiers: &[Tier], counter: u64, calls: u64, reasons: Reasons) -> Vec<PricedCalls> {
    let mut parts = Vec::with_capacity(usize::from(calls > 0));
    let (mut at, mut rest) = (counter, calls);
    for (index, tier) in tiers.iter().enumerate() {
        let last = index + 1 == tiers.len();
        let room = if last { rest } else { tier.up_to.map_or(rest, |up_to| up_to.saturating_sub(at)) };
        let here = room.min(rest);
        if here > 0 {
            parts.push(PricedCalls { unit_price: tier.unit_price, calls: here, reasons });
            at = at.saturating_add(here);
            rest -= here;
        }
    }
    parts
}

/// The charge for priced calls: the sum of calls × unit price, cut at 8 decimals (H-04).
///
/// # Errors
/// [`Refusal::TooLarge`] when a product or the sum leaves the range of a decimal.
///
/// ```
/// # use billing::{UnitPrice, rating::{PricedCalls, charge_amount}, explain::Reasons};
/// let unit_price = UnitPrice::parse("0.0001234567")?;
/// let charge = charge_amount(&[PricedCalls { unit_price, calls: 12_345, reasons: Reasons::NONE }])?;
/// assert_eq!(charge.value.to_string(), "1.52407296");
/// assert_eq!(charge.because.rule, "H-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn charge_amount(parts: &[PricedCalls]) -> Result<Derived<ChargeAmount>, Refusal> {
    let value = amount_of(parts)?;
    let mut because = Derivation::new("charge-amount", "H-04", Value::Charge(value));
    for part in parts {
        because = because
            .with("calls", Value::Calls(part.calls))
            .with("unit-price", Value::UnitPrice(part.unit_price));
    }
    Ok(Derived { value, because })
}

/// The charge alone, for sums over many.
///
/// # Errors
/// [`Refusal::TooLarge`] when a product or the sum leaves the range of a decimal.
pub fn amount_of<'a>(parts: impl IntoIterator<Item = &'a PricedCalls>) -> Result<ChargeAmount, Refusal> {
    let mut exact = 0_i128;
    for part in parts {
        exact = exact.checked_add(part.unit_price.times(part.calls)?).ok_or(Refusal::TooLarge)?;
    }
    Ok(ChargeAmount::truncated(exact))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tier(up_to: Option<u64>, unit_price: &str) -> Tier {
        Tier { up_to, unit_price: UnitPrice::parse(unit_price).unwrap() }
    }

    fn split(counter: u64, calls: u64) -> Vec<(String, u64)> {
        let tiers = [tier(Some(1000), "0.02"), tier(Some(5000), "0.01"), tier(None, "0.005")];
        graduate(&tiers, counter, calls, Reasons::NONE)
            .into_iter()
            .map(|part| (part.unit_price.to_string(), part.calls))
            .collect()
    }

    #[test]
    fn the_thousandth_call_is_the_last_of_the_first_tier() {
        assert_eq!(split(0, 1000), [("0.02".into(), 1000)]);
        assert_eq!(split(999, 2), [("0.02".into(), 1), ("0.01".into(), 1)]);
        assert_eq!(split(1000, 1), [("0.01".into(), 1)]);
    }

    #[test]
    fn a_batch_may_cross_several_tiers() {
        assert_eq!(split(500, 6000), [("0.02".into(), 500), ("0.01".into(), 4000), ("0.005".into(), 1500)]);
    }

    #[test]
    fn no_call_is_lost_beyond_a_limited_last_tier() {
        let parts = graduate(&[tier(Some(10), "1")], 9, 5, Reasons::NONE);
        assert_eq!(parts.iter().map(|part| part.calls).sum::<u64>(), 5);
    }
}
