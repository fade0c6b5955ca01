//! Cents over several: nothing is lost.

use crate::{Money, Refusal};

/// Splits an amount by weights: each share is cut at cents, what that leaves goes to the largest weight, of equal ones the
/// first (T-39).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn shares(amount: Money, weights: &[Money]) -> Result<Vec<Money>, Refusal> {
    let whole = Money::sum(weights.iter().copied())?;
    if !whole.is_positive() {
        return Ok(vec![Money::ZERO; weights.len()]);
    }
    let cut = |weight: &Money| -> Result<Money, Refusal> {
        let share = i128::from(amount.cents()) * i128::from(weight.cents()) / i128::from(whole.cents());
        i64::try_from(share).map(Money::from_cents).map_err(|_| Refusal::TooLarge)
    };
    let mut shares = weights.iter().map(cut).collect::<Result<Vec<_>, _>>()?;
    let left = amount.checked_sub(Money::sum(shares.iter().copied())?)?;
    let largest =
        weights.iter().enumerate().max_by_key(|(index, weight)| (**weight, std::cmp::Reverse(*index)));
    if let Some(share) = largest.and_then(|(index, _)| shares.get_mut(index)) {
        *share = share.checked_add(left)?;
    }
    Ok(shares)
}
