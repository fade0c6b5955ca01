//! Why pay-per-use was charged, told apart by reason (rulebook 8).

use std::{collections::BTreeMap, ops::Range};

use billing::{
    Instant, Money, ProjectId, ResourceId,
    explain::{ByReason, by_reason},
    rating::PricedCalls,
};
use ledger::Priced;

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

/// Priced calls of a range, not yet told apart.
#[derive(Default)]
struct Found {
    charged: Vec<Priced>,
    taken_out: Vec<Priced>,
    open: Vec<Priced>,
}

impl Found {
    fn told(&self) -> Result<Unexpected, AppError> {
        Ok(Unexpected {
            settled: by_reason(parts(&self.charged), parts(&self.taken_out))?,
            open: by_reason(parts(&self.open), [])?,
        })
    }
}

fn parts(priced: &[Priced]) -> impl Iterator<Item = (&[PricedCalls], Money)> {
    priced.iter().map(|priced| (priced.parts.as_slice(), priced.due))
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
    find(books, loaded, range).await?.told()
}

/// The same for each resource by itself, of those resources and projects that were `chosen`.
///
/// # Errors
/// As [`unexpected`].
pub async fn unexpected_by_resource(
    books: &Books,
    loaded: &Loaded,
    range: Range<Instant>,
    chosen: impl Fn(ResourceId, ProjectId) -> bool,
) -> Result<BTreeMap<ResourceId, Unexpected>, AppError> {
    let found = find(books, loaded, range).await?;
    let mut resources: BTreeMap<ResourceId, Found> = BTreeMap::new();
    let of_it = |priced: &Priced| chosen(priced.resource, priced.project);
    for priced in found.charged.into_iter().filter(of_it) {
        resources.entry(priced.resource).or_default().charged.push(priced);
    }
    for priced in found.taken_out.into_iter().filter(of_it) {
        resources.entry(priced.resource).or_default().taken_out.push(priced);
    }
    for priced in found.open.into_iter().filter(of_it) {
        resources.entry(priced.resource).or_default().open.push(priced);
    }
    resources.into_iter().map(|(resource, found)| Ok((resource, found.told()?))).collect()
}

async fn find(books: &Books, loaded: &Loaded, range: Range<Instant>) -> Result<Found, AppError> {
    let (charged, taken_out) = books.ledger().priced(loaded.header.id, range.clone()).await?;
    let mut open = Vec::new();
    for (key, charge) in loaded.account.open.iter().filter(|(key, _)| range.contains(&key.period)) {
        open.push(Priced {
            resource: key.resource,
            project: key.project,
            parts: charge.parts.clone(),
            due: charge.accrued()?,
        });
    }
    Ok(Found { charged, taken_out, open })
}
