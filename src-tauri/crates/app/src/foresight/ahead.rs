//! How long the money lasts, and what becomes of packages.

use billing::{
    Derivation, Instant, Money, PackageId, Value,
    engine::future::{Held, PACE_DAYS},
};
use chrono::TimeDelta;
use foresight::Spread;

use super::{DAYS, Foresight, Future, because, share};

/// When something comes to pass, over the futures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// In the first future in which it does; none when it does in none.
    pub earliest: Option<Instant>,
    /// In the last one; none when there is a future in which it does not.
    pub latest: Option<Instant>,
    /// In so many futures.
    pub came_in: usize,
    /// Of so many.
    pub of: usize,
    /// Future by future.
    pub because: Derivation,
}

/// What becomes of a package's cycle: the one in force, or the first to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageAhead {
    /// Which package.
    pub package: PackageId,
    /// The last second of the cycle.
    pub ends_at: Instant,
    /// What it pays for in a day, over the next seven days or until it is used up.
    pub pace: Spread<u64>,
    /// Why.
    pub pace_because: Derivation,
    /// When it is used up.
    pub runs_out: Moment,
    /// What is left at its end; none when that is too far ahead.
    pub unused: Option<Unused>,
    /// The earlier of being used up and ending with something left.
    pub harm_at: Instant,
}

/// What is left of a package at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// Calls, or minutes.
    pub units: Spread<u64>,
    /// Their share of the price.
    pub money: Spread<Money>,
    /// Why.
    pub because: Derivation,
}

impl Foresight {
    /// When less than nothing can be spent, within 30 days.
    #[must_use]
    pub fn runway(&self) -> Moment {
        let until = self.now() + TimeDelta::days(DAYS.into());
        let spent: Vec<_> =
            self.futures.iter().map(|future| future.lived.spent_at.filter(|at| *at <= until)).collect();
        let lasts = || Value::Number(DAYS.into());
        let because = match spent.iter().flatten().min() {
            Some(at) => Derivation::new("forecast-runway", "H-61", Value::Instant(*at)),
            None => Derivation::new("forecast-runway-beyond", "H-61", lasts()),
        };
        let each = self.futures.iter().zip(&spent).map(|(future, at)| match at {
            Some(at) => because::future("forecast-week", "H-61", future, Value::Instant(*at)),
            None => because::future("forecast-week-lasts", "H-61", future, lasts()),
        });
        moment(&spent, because::each(because, each))
    }

    /// What becomes of a package; none of one that has ended or is used up.
    #[must_use]
    pub fn package(&self, id: PackageId) -> Option<PackageAhead> {
        let package = self.account.package(id)?;
        let held: Vec<(&Future, Held)> = self
            .futures
            .iter()
            .filter_map(|future| {
                let held = future.lived.packages.iter().find(|held| held.package == id)?;
                Some((future, *held))
            })
            .collect();
        let cycle = package.cycles.get(held.first()?.1.cycle).filter(|cycle| {
            // Of one that has not begun everything is ahead.
            !cycle.begun || cycle.remaining() > 0
        })?;
        let named = |because: Derivation| because.with("package", Value::Name(package.sku.clone()));

        let from = cycle.pays_from().max(self.now());
        let paces = || held.iter().map(|(_, held)| pace(held, from, cycle.ends_at));
        let pace = Spread::of(paces())?;
        let because = named(Derivation::new("forecast-pace", "H-40", Value::Calls(pace.middle)));
        let each = held.iter().zip(paces());
        let each = each
            .map(|((future, _), pace)| because::future("forecast-week", "H-40", future, Value::Calls(pace)));
        let pace_because = because::each(because, each);

        let used_up: Vec<_> = held.iter().map(|(_, held)| held.used_up_at).collect();
        let because = match used_up.iter().flatten().min() {
            Some(at) => Derivation::new("forecast-runs-out", "H-40", Value::Instant(*at)),
            None => Derivation::new("forecast-runs-out-not", "H-40", Value::Instant(cycle.ends_at)),
        };
        let each = held.iter().map(|(future, held)| match held.used_up_at {
            Some(at) => because::future("forecast-week", "H-40", future, Value::Instant(at)),
            None => because::future("forecast-week-package", "H-40", future, Value::Instant(cycle.ends_at)),
        });
        let because = named(because).with("left", Value::Calls(cycle.remaining()));
        let runs_out = moment(&used_up, because::each(because, each));

        let unused = self.unused(&held, package.price, cycle.quota).map(|unused| Unused {
            because: named(unused.because).with("price", Value::Money(package.price)),
            ..unused
        });
        let harm_at = runs_out.earliest.map_or(cycle.ends_at, |at| at.min(cycle.ends_at));
        Some(PackageAhead {
            package: id,
            ends_at: cycle.ends_at,
            pace,
            pace_because,
            runs_out,
            unused,
            harm_at,
        })
    }

    fn unused(&self, held: &[(&Future, Held)], price: Money, quota: u64) -> Option<Unused> {
        let left: Vec<u64> = held.iter().map(|(_, held)| held.unused).collect::<Option<_>>()?;
        let units = Spread::of(left.iter().copied())?;
        let because = Derivation::new("forecast-unused", "H-40", Value::Calls(units.middle));
        let each = held.iter().zip(&left);
        let each = each
            .map(|((future, _), left)| because::future("forecast-week", "H-40", future, Value::Calls(*left)));
        let money = units.map(|units| share(price, units, quota));
        Some(Unused { units, money, because: because::each(because, each) })
    }
}

pub(super) fn moment(found: &[Option<Instant>], because: Derivation) -> Moment {
    let came_in = found.iter().flatten().count();
    let all = came_in == found.len();
    Moment {
        earliest: found.iter().flatten().min().copied(),
        latest: found.iter().flatten().max().copied().filter(|_| all),
        came_in,
        of: found.len(),
        because,
    }
}

/// What a package pays for in a day, over the days in which its pace was told: until it was used up, but an hour at least.
fn pace(held: &Held, from: Instant, ends_at: Instant) -> u64 {
    let days = i64::try_from(PACE_DAYS).unwrap_or(i64::MAX);
    let until = (from + TimeDelta::days(days)).min(ends_at + TimeDelta::seconds(1));
    let until = held.used_up_at.map_or(until, |at| until.min(at + TimeDelta::hours(1)));
    let seconds = u64::try_from((until - from).num_seconds()).unwrap_or(0).max(3600);
    let in_a_day = u128::from(held.drawn) * 86_400 / u128::from(seconds);
    u64::try_from(in_a_day).unwrap_or(u64::MAX)
}
