//! How figures go on, midnight by midnight: for the cones of charts.

use billing::{
    Instant, Money, PackageId,
    engine::future::{Lived, Midnight},
};
use chrono::TimeDelta;
use foresight::Spread;

use super::{DAYS, Foresight};

/// More points than that say no more.
const MOST_POINTS: usize = 40;

impl Foresight {
    /// What is left of a cycle of a package from the next midnight on up to its end; nothing of one that is not foreseen.
    #[must_use]
    pub fn left_ahead(&self, id: PackageId, cycle: usize) -> Vec<(Instant, Spread<u64>)> {
        let Some(ahead) = self.package(id) else { return Vec::new() };
        let place =
            |lived: &Lived| lived.packages.iter().position(|held| (held.package, held.cycle) == (id, cycle));
        let mut line = self.line(ahead.ends_at, |lived, night| night.left.get(place(lived)?).copied());
        line.extend(ahead.unused.map(|unused| (ahead.ends_at, unused.units)).filter(|_| !line.is_empty()));
        line
    }

    /// The balance less what is owed, at each midnight of the days ahead.
    #[must_use]
    pub fn balance_ahead(&self) -> Vec<(Instant, Spread<Money>)> {
        let until = self.now() + TimeDelta::days(DAYS.into());
        self.line(until, |_, night| {
            let position = night.position;
            position.balance.checked_sub(position.arrears).ok()
        })
    }

    /// A figure of each future at some of its midnights, the first and the last among them.
    fn line<T: Copy + Ord>(
        &self,
        until: Instant,
        figure: impl Fn(&Lived, &Midnight) -> Option<T>,
    ) -> Vec<(Instant, Spread<T>)> {
        let nights = self.futures.first().map_or(&[][..], |future| &future.lived.midnights);
        let count = nights.iter().take_while(|night| night.at <= until).count();
        let step = count.div_ceil(MOST_POINTS).max(1);
        let chosen = (0..count).filter(|index| index % step == 0 || index + 1 == count);
        chosen
            .filter_map(|index| {
                let figures = self
                    .futures
                    .iter()
                    .map(|future| figure(&future.lived, future.lived.midnights.get(index)?));
                let figures: Vec<T> = figures.collect::<Option<_>>()?;
                Some((nights.get(index)?.at, Spread::of(figures)?))
            })
            .collect()
    }
}
