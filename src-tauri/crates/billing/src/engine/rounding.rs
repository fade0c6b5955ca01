//! Minutes of a day from which attendance is taken out: the rest is rounded as if that had never been there (T-07).

use std::collections::BTreeMap;

use crate::{
    Account, Instant, ProjectId, ResourceId,
    command::{Undoing, UndoneUsage},
    event::{Deduction, Metered},
    rating::PricedCalls,
};

/// Application, usage type and day: what has a running total of its own.
type Total = (ResourceId, ProjectId, Instant);

/// What taking attendance out does to one running total.
#[derive(Clone, Copy, Default)]
struct Day {
    /// Seconds that are taken out.
    seconds: u64,
    /// Minutes that were counted for them, each stretch by what the total grew by.
    undone: u64,
    /// Minutes that were counted for the rest.
    beside: u64,
}

impl Account {
    /// The attendance to take out so that as many minutes stay as the rest of each day's total rounds up to. Stretches were
    /// counted by what the total grew by, in the order in which they came: what one of them was counted for may be a minute
    /// more or less than the total falls by when it is gone. Too much stays with it; too little is made up by the last of
    /// the others, which keep their seconds.
    pub(super) fn rounded_anew(&self, undoing: &Undoing) -> Vec<UndoneUsage> {
        let mut taken_out = undoing.usage.clone();
        for (total, day) in self.days(undoing) {
            let attended = self.attended.get(&total).copied().unwrap_or(0);
            let stay = attended.saturating_sub(day.seconds).div_ceil(60);
            let goes = (day.undone + day.beside).saturating_sub(stay);
            let mut kept = day.undone.saturating_sub(goes);
            for stretch in taken_out.iter_mut().filter(|stretch| total_of(stretch) == total) {
                let minutes = stretch.minutes().saturating_sub(kept);
                kept -= stretch.minutes() - minutes;
                *stretch = stretch.last(minutes, stretch.metered.seconds);
            }
            let mut missing = goes.saturating_sub(day.undone);
            for stretch in undoing.beside.iter().rev().filter(|stretch| total_of(stretch) == total) {
                let minutes = stretch.minutes().min(missing);
                missing -= minutes;
                taken_out.extend((minutes > 0).then(|| stretch.last(minutes, 0)));
            }
        }
        taken_out
    }

    fn days(&self, undoing: &Undoing) -> BTreeMap<Total, Day> {
        let mut days: BTreeMap<Total, Day> = BTreeMap::new();
        for stretch in &undoing.usage {
            let day = days.entry(total_of(stretch)).or_default();
            day.seconds += stretch.metered.seconds;
            day.undone += stretch.minutes();
        }
        for stretch in &undoing.beside {
            if let Some(day) = days.get_mut(&total_of(stretch)) {
                day.beside += stretch.minutes();
            }
        }
        days
    }
}

fn total_of(stretch: &UndoneUsage) -> Total {
    let key = stretch.metered.key;
    (key.resource, key.project, key.period)
}

impl UndoneUsage {
    /// What it was counted for, whoever paid.
    const fn minutes(&self) -> u64 {
        self.metered.billable + self.metered.uncovered
    }

    /// Its last minutes, in the order in which they were paid: by packages, then by money, then by nobody.
    fn last(&self, minutes: u64, seconds: u64) -> Self {
        let mut rest = minutes;
        let mut take = |of: u64| {
            let taken = of.min(rest);
            rest -= taken;
            taken
        };
        let uncovered = take(self.metered.uncovered);
        let mut parts: Vec<_> = self
            .metered
            .parts
            .iter()
            .rev()
            .map(|part| PricedCalls { calls: take(part.calls), ..*part })
            .collect();
        let mut deductions: Vec<_> =
            self.deductions.iter().rev().map(|paid| Deduction { calls: take(paid.calls), ..*paid }).collect();
        parts.retain(|part| part.calls > 0);
        deductions.retain(|paid| paid.calls > 0);
        parts.reverse();
        deductions.reverse();
        let from_packages = deductions.iter().map(|paid| paid.calls).sum::<u64>();
        let billable = from_packages + parts.iter().map(|part| part.calls).sum::<u64>();
        let metered = Metered { billable, uncovered, from_packages, parts, seconds, ..self.metered.clone() };
        Self { metered, deductions, charged: self.charged.clone() }
    }
}
