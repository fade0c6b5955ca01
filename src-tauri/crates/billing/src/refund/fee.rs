//! Handling fees by the length of the term and the time used (H-133).

use chrono::Months;
use rust_decimal::Decimal;

use super::consumed::{Stretch, share_of};
use crate::{Derivation, Derived, Money, Refusal, Value, policy::refund::FeeRow};

/// The fee on what was paid for an order of so many months; nothing where no row reaches it.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn handling(
    paid: Money,
    months: u32,
    used: &Stretch,
    rows: &[FeeRow],
) -> Result<Derived<Money>, Refusal> {
    let row = rows.iter().filter(|row| row.from_months <= months).max_by_key(|row| row.from_months);
    let percent = row.and_then(|row| {
        let years = started_years(used).min(row.percents.len().checked_sub(1)?);
        row.percents.get(years)
    });
    let percent = percent.copied().unwrap_or(0);
    let value = share_of(paid, percent.into(), Decimal::ONE_HUNDRED)?;
    let because = Derivation::new("handling-fee", "H-133", Value::Money(value))
        .with("paid", Value::Money(paid))
        .with("fee-percent", Value::Number(percent.into()));
    Ok(Derived { value, because })
}

/// Years of use that are over: a use of exactly one year is still of the first.
fn started_years(used: &Stretch) -> usize {
    (1..100).take_while(|years| used.is_longer_than(Months::new(12 * years))).count()
}
