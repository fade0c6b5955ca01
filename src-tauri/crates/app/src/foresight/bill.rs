//! What a bill that is open comes to.

use billing::{Derivation, Money, Refusal, Value, zone::Month};
use foresight::Spread;

use super::{Foresight, because};

/// What a bill comes to when its month is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillAhead {
    /// Over the futures.
    pub total: Spread<Money>,
    /// Future by future.
    pub because: Derivation,
}

impl Foresight {
    /// What the bill of a month comes to, of which so much is in the books; none without a future.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn bill(&self, month: Month, so_far: Money) -> Result<Option<BillAhead>, Refusal> {
        let mut totals = Vec::new();
        for future in &self.futures {
            let adds = future.lived.bills.get(&month).copied().unwrap_or(Money::ZERO);
            totals.push(so_far.checked_add(adds)?);
        }
        let Some(total) = Spread::of(totals.iter().copied()) else { return Ok(None) };
        let because = Derivation::new("forecast-bill", "H-97", Value::Money(total.middle))
            .with("bill-so-far", Value::Money(so_far));
        let each =
            self.futures.iter().zip(&totals).map(|(future, total)| {
                because::future("forecast-week", "H-97", future, Value::Money(*total))
            });
        Ok(Some(BillAhead { total, because: because::each(because, each) }))
    }
}
