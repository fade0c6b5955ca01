//! Why pay-per-use was charged, told apart by reason (rulebook 8).

use std::ops::Range;

use billing::{
    Instant, Money,
    explain::{ByReason, by_reason},
};

use crate::{AppError, Books, books::Loaded};

/// What was charged for the usage of a range, told apart by reason. A call with several reasons is counted once, in the row of
/// all of them; rows and rounding sum to what the charges came to, less what corrections gave back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexpected {
    /// Settled charges.
    pub settled: ByReason,
    /// Periods that are still open, as if they were settled now.
    pub open: ByReason,
}

/// Tells the charges of usage in a half-open range apart by reason.
///
/// # Errors
/// That the books cannot be read, or a figure leaves the range that can be kept exactly.
pub async fn unexpected(
    books: &Books,
    loaded: &Loaded,
    range: Range<Instant>,
) -> Result<Unexpected, AppError> {
    let (charged, taken_out) = books.ledger().priced(loaded.header.id, range.clone()).await?;
    let settled = by_reason(
        charged.iter().map(|priced| (priced.parts.as_slice(), priced.due)),
        taken_out.iter().map(|priced| (priced.parts.as_slice(), priced.due)),
    )?;
    let mut open = Vec::new();
    for (key, charge) in &loaded.account.open {
        if range.contains(&key.period) {
            open.push((charge.parts.as_slice(), charge.accrued()?));
        }
    }
    let none: [(&[billing::rating::PricedCalls], Money); 0] = [];
    Ok(Unexpected { settled, open: by_reason(open, none)? })
}
