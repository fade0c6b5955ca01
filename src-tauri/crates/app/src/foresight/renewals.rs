//! Whether automatic renewals succeed, and the first problem of all.

use billing::{Derivation, Instant, Money, PackageId, Refusal, Value, engine::rehearsal::Rehearsed};
use chrono::TimeDelta;
use foresight::Spread;

use super::{DAYS, Foresight, Future, because};

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

/// What goes wrong first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub what: Trouble,
    /// When, in the earliest future.
    pub at: Instant,
    /// In so many futures.
    pub came_in: usize,
    /// Of so many.
    pub of: usize,
}

/// What can go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Less than nothing can be spent.
    MoneySpent,
    /// A renewal fails, for lack of so much money at the most.
    RenewalFails(PackageId, Money),
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

    /// The first problem within 30 days: the money that is spent, or a renewal that lacks money.
    #[must_use]
    pub fn first_problem(&self) -> Option<Problem> {
        let until = self.now() + TimeDelta::days(DAYS.into());
        let runway = self.runway();
        let spent = runway.earliest.map(|at| Problem {
            what: Trouble::MoneySpent,
            at,
            came_in: runway.came_in,
            of: runway.of,
        });
        let numbers = (0..).map(PackageId).zip(&self.account.packages);
        let renewals = numbers.filter_map(|(id, _)| {
            let renewal = self.renewal(id)?;
            let at = renewal.at.filter(|at| *at <= until)?;
            let what = Trouble::RenewalFails(id, renewal.missing?.most);
            Some(Problem { what, at, came_in: renewal.of - renewal.succeeds_in, of: renewal.of })
        });
        renewals.chain(spent).min_by_key(|problem| problem.at)
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
