//! Whether automatic renewals succeed.

use billing::{Derivation, Instant, Money, PackageId, Refusal, Value, engine::rehearsal::Rehearsed};
use foresight::Spread;

use super::{Foresight, Future, because};

/// What the automatic renewal of a package's present end comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenewalAhead {
    /// Which package.
    pub package: PackageId,
    /// The first attempt; none when no attempt is foreseen.
    pub at: Option<Instant>,
    /// It succeeds in so many futures.
    pub succeeds_in: usize,
    /// Of so many.
    pub of: usize,
    /// The money that is missing where it fails for money.
    pub missing: Option<Spread<Money>>,
    /// Future by future.
    pub because: Derivation,
}

impl Foresight {
    /// What the automatic renewal of a package comes to; none when it does not renew itself.
    #[must_use]
    pub fn renewal(&self, id: PackageId) -> Option<RenewalAhead> {
        let package = self.account.package(id).filter(|package| package.auto_renew.is_some())?;
        let ends_at = package.valid_to();
        let tried: Vec<(&Future, &Rehearsed)> = self
            .futures
            .iter()
            .filter_map(|future| {
                // One that fails lacks least at its first attempt.
                let attempts =
                    || future.lived.tried.iter().filter(|one| (one.package, one.ends_at) == (id, ends_at));
                let succeeds = attempts().find(|one| one.refusal.is_none());
                Some((future, succeeds.or_else(|| attempts().next())?))
            })
            .collect();
        let first = self.futures.iter().flat_map(|future| &future.lived.tried);
        let first = first.filter(|one| (one.package, one.ends_at) == (id, ends_at)).map(|one| one.at).min();
        let succeeds_in = tried.iter().filter(|(_, one)| one.refusal.is_none()).count();
        let result = Value::Number(succeeds_in.into());
        let because = Derivation::new("forecast-renewal", "H-113", result)
            .with("package", Value::Name(package.sku.clone()));
        let each = tried.iter().map(|(future, one)| because::week(one.because(), future));
        Some(RenewalAhead {
            package: id,
            at: first,
            succeeds_in,
            of: self.futures.len(),
            missing: Spread::of(tried.iter().filter_map(|(_, one)| missing(one))),
            because: because::each(because, each),
        })
    }
}

/// The money that a failed renewal lacks.
const fn missing(tried: &Rehearsed) -> Option<Money> {
    match &tried.refusal {
        Some(Refusal::InsufficientBalance { short, .. }) => Some(*short),
        Some(Refusal::AccountInArrears { owed }) => Some(*owed),
        _ => None,
    }
}
