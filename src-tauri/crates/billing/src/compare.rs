//! What usage would have cost paid in another way: the same calls, lived again by the engine in an account that has
//! nothing but the way that is asked about (H-46, H-56).

use std::{ops::Range, sync::Arc};

use crate::{
    Account, Command, Derivation, Event, Instant, Money, Offer, Refusal, ResourceKey, Terms, Usage, Value,
    decide, event::What, explain::by_reason, rating::PricedCalls, settlement::pay,
};

/// Enough to pay everything: a comparison is of prices, not of money that is missing.
const MEANS: Money = Money::from_cents(1_000_000_000_000_000);

/// Calls of one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// When.
    pub at: Instant,
    /// Successful calls.
    pub calls: u64,
}

/// What the calls of a span cost in one way of paying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Paid at its beginning.
    pub up_front: Money,
    /// Pay-per-use besides, as it would have been settled.
    pub charged: Money,
    /// Both.
    pub total: Money,
    /// Calls that the package paid for.
    pub from_packages: u64,
    /// Calls that were pay-per-use.
    pub billed: u64,
    /// Calls left in the package at the end of the span.
    pub left: u64,
    /// When the package was used up, if it was.
    pub used_up_at: Option<Instant>,
    /// Why the total is so.
    pub because: Derivation,
}

/// What the calls of a span, in order of time, would have cost: pay-per-use alone, or with one package of an offer bought
/// at its first second, at the offer's present price. Prices of calls are those in force at each call; the counter of
/// tiers begins with the span (H-16).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly; what buying or calling would be refused for.
pub fn replay(
    terms: &Arc<Terms>,
    resource: &ResourceKey,
    usage: &[Stretch],
    span: Range<Instant>,
    offer: Option<&Offer>,
) -> Result<Compared, Refusal> {
    let mut account = account_with(terms, resource, span.start, offer)?;
    let mut lived = Lived::default();
    for stretch in usage.iter().filter(|stretch| span.contains(&stretch.at)) {
        let calls = Usage::calls(&resource.service, &resource.region, stretch.at, stretch.calls);
        let mut events = Vec::new();
        account.advance_to_actions(stretch.at, &mut events)?;
        account.meter(&calls, &mut events)?;
        lived.note(&events, stretch.at, &account);
    }
    let mut events = Vec::new();
    let last_settlement = account.open.iter().last().map(|(key, _)| key.settles_at);
    account.advance(last_settlement.unwrap_or(span.end), &mut events)?;
    lived.note(&events, span.end, &account);
    lived.compared(offer, resource)
}

/// An account that may call the resource, and has the package.
fn account_with(
    terms: &Arc<Terms>,
    resource: &ResourceKey,
    at: Instant,
    offer: Option<&Offer>,
) -> Result<Account, Refusal> {
    let mut terms = Terms::clone(terms);
    terms.offers =
        offer.map(|offer| Offer { from: None, withdrawn: false, ..offer.clone() }).into_iter().collect();
    let (account, _) = Account::open(Arc::new(terms), at, MEANS)?;
    let enable = Command::Enable { resource: resource.clone(), since: None };
    let account = decide(&account, &enable, at)?.account;
    match offer {
        Some(offer) => Ok(decide(&account, &Command::buy(&offer.sku), at)?.account),
        None => Ok(account),
    }
}

/// What happened in the life.
#[derive(Default)]
struct Lived {
    charges: Vec<(Vec<PricedCalls>, Money)>,
    from_packages: u64,
    left: u64,
    used_up_at: Option<Instant>,
}

impl Lived {
    fn note(&mut self, events: &[Event], at: Instant, account: &Account) {
        for event in events {
            match &event.what {
                What::Settled(charge) => self.charges.push((charge.parts.clone(), charge.due)),
                What::Deducted(deduction) => {
                    self.from_packages = self.from_packages.saturating_add(deduction.calls);
                }
                _ => {}
            }
        }
        let cycle = account.packages.first().and_then(|package| package.cycles.first());
        self.left = cycle.map_or(0, |cycle| cycle.quota.saturating_sub(cycle.used));
        if cycle.is_some() && self.left == 0 {
            self.used_up_at = self.used_up_at.or(Some(at));
        }
    }

    fn compared(self, offer: Option<&Offer>, resource: &ResourceKey) -> Result<Compared, Refusal> {
        let nothing: [(&[PricedCalls], Money); 0] = [];
        let told = by_reason(self.charges.iter().map(|(parts, due)| (parts.as_slice(), *due)), nothing)?;
        let billed = told.rows.iter().fold(0_u64, |sum, row| sum.saturating_add(row.calls));
        let mut charged = Derivation::new("bill-usage", "H-05", Value::Money(told.total));
        for row in &told.rows {
            charged = charged.resting_on("charge", row.because()?);
        }
        let charged = charged.with("rounding", Value::Charge(told.rounding));
        let price = offer.map(|offer| pay::price_of(offer, 1)).transpose()?;
        let up_front = price.as_ref().map_or(Money::ZERO, |price| price.value);
        let total = up_front.checked_add(told.total)?;
        let mut because = Derivation::new("compared-total", "H-46", Value::Money(total))
            .with("resource", Value::Name(resource.to_string()));
        if let Some(price) = price {
            because = because.resting_on("package-price", price.because);
        }
        let because = because
            .with("from-packages", Value::Calls(self.from_packages))
            .with("billed", Value::Calls(billed))
            .resting_on("bill-usage", charged);
        Ok(Compared {
            up_front,
            charged: told.total,
            total,
            from_packages: self.from_packages,
            billed,
            left: self.left,
            used_up_at: self.used_up_at,
            because,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::parse_instant;

    fn at(text: &str) -> Instant {
        parse_instant(text).unwrap()
    }

    /// 0.02 a call; 1,000 calls for 15.00.
    fn ground() -> (Arc<Terms>, ResourceKey, Range<Instant>) {
        let span = at("2023-04-01T00:00:00+08:00")..at("2023-05-01T00:00:00+08:00");
        (Arc::new(Terms::example()), ResourceKey::new("passport-ocr", "ap-southeast-1"), span)
    }

    fn calls(calls: u64, instant: &str) -> Stretch {
        Stretch { at: at(instant), calls }
    }

    #[test]
    fn a_package_pays_what_it_holds_and_the_rest_of_its_last_hour_is_pay_per_use() {
        let (terms, resource, span) = ground();
        let usage = [calls(700, "2023-04-02T10:00:00+08:00"), calls(700, "2023-04-09T11:00:00+08:00")];
        let stay = replay(&terms, &resource, &usage, span.clone(), None).unwrap();
        // 1,400 × 0.02.
        assert_eq!((stay.total, stay.billed, stay.from_packages), (Money::from_cents(2800), 1400, 0));
        let bought = replay(&terms, &resource, &usage, span, terms.offers.first()).unwrap();
        // 15.00 + 400 × 0.02.
        assert_eq!((bought.up_front, bought.charged), (Money::from_cents(1500), Money::from_cents(800)));
        assert_eq!((bought.from_packages, bought.billed, bought.left), (1000, 400, 0));
        assert_eq!(bought.used_up_at, Some(usage[1].at));
        assert_eq!(bought.because.result, Value::Money(Money::from_cents(2300)));
    }

    #[test]
    fn what_is_not_used_is_left_and_calls_outside_the_span_do_not_count() {
        let (terms, resource, span) = ground();
        let usage = [calls(5, "2023-03-31T23:00:00+08:00"), calls(10, "2023-04-30T23:00:00+08:00")];
        let bought = replay(&terms, &resource, &usage, span.clone(), terms.offers.first()).unwrap();
        assert_eq!((bought.total, bought.left, bought.used_up_at), (Money::from_cents(1500), 990, None));
        let stay = replay(&terms, &resource, &usage, span, None).unwrap();
        assert_eq!(stay.total, Money::from_cents(20), "the last hour is settled, too");
    }
}
