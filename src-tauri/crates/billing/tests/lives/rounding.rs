//! Attendance taken out again: as many minutes stay as the rest of the day rounds up to (T-07).

use billing::{
    Command, Event, Usage,
    command::{Undoing, UndoneUsage},
    event::{Deduction, Metered, What},
    settlement::OpenCharge,
};
use chrono::TimeDelta;
use proptest::{collection::vec, prelude::*};

use crate::{Life, OPENED, at, attendance};

const NOON: &str = "2023-01-02T12:59:00";

/// Stretches of one day, one a minute, and what is counted of each so far.
struct Day {
    life: Life,
    counted: Vec<UndoneUsage>,
}

impl Day {
    /// With a package of three minutes, of which one is there the day before, and overage or none.
    fn of(seconds: &[u64], overage: bool) -> Self {
        let mut terms = attendance::terms();
        terms.offers[0].quota = 3;
        let mut life = Life::open(terms, "15.00");
        life.act(OPENED, &Command::Enable { resource: attendance::application(), since: None })
            .act(OPENED, &attendance::buy())
            .act(OPENED, &Command::SetOverage { resource: attendance::application(), on: overage })
            .pass(NOON);
        let mut counted = Vec::new();
        for (minute, seconds) in (0..).zip(seconds) {
            let usage = Usage::attendance(
                attendance::application(),
                at("2023-01-02T12:00:00") + TimeDelta::minutes(minute),
                *seconds,
            );
            let mut events = Vec::new();
            life.account.meter_answered(&usage, &mut events).unwrap();
            counted.push(UndoneUsage {
                metered: metered(&events),
                deductions: deducted(&events),
                charged: None,
            });
        }
        Self { life, counted }
    }

    /// Takes stretches out.
    fn undo(&mut self, which: &[usize]) {
        let all = self.counted.iter().enumerate();
        let (usage, beside): (Vec<_>, Vec<_>) = all.partition(|(index, _)| which.contains(index));
        let [usage, beside] =
            [usage, beside].map(|of| of.into_iter().map(|(_, stretch)| stretch.clone()).collect());
        which.iter().for_each(|index| self.counted[*index].metered.seconds = 0);
        let known = self.life.events.len();
        self.life.act(NOON, &Command::Undo(Undoing { usage, beside }));
        for event in &self.life.events[known..] {
            let of = |at| self.counted.iter().position(|stretch| stretch.metered.occurred_at == at).unwrap();
            match &event.what {
                What::Unmetered(gone) => {
                    let charged: u64 = gone.parts.iter().map(|part| part.calls).sum();
                    assert_eq!(gone.billable, gone.from_packages + charged);
                    assert!(gone.parts.iter().all(|part| part.calls > 0), "nothing is no part");
                    assert!(gone.seconds + gone.billable + gone.uncovered > 0, "what stays is not spoken of");
                    let index = of(gone.occurred_at);
                    forget(&mut self.counted[index].metered, gone);
                }
                What::QuotaReturned(gone) => {
                    assert!(gone.calls > 0, "nothing is not given back");
                    let index = of(gone.occurred_at);
                    self.counted[index].deductions.iter_mut().for_each(|paid| paid.calls -= gone.calls);
                }
                _ => {}
            }
        }
    }

    /// Minutes: by the package, for money, by nobody.
    fn minutes(&self) -> [u64; 3] {
        let used = self.life.account.packages[0].cycles.iter().map(|cycle| cycle.used).sum();
        let billed = self.life.account.open.iter().map(|(_, open)| OpenCharge::billed(open)).sum();
        [used, billed, self.counted.iter().map(|stretch| stretch.metered.uncovered).sum()]
    }
}

fn forget(counted: &mut Metered, gone: &Metered) {
    let mut paid =
        OpenCharge { from_packages: counted.from_packages, parts: std::mem::take(&mut counted.parts) };
    paid.remove(gone.from_packages, &gone.parts);
    counted.billable -= gone.billable;
    counted.uncovered -= gone.uncovered;
    counted.from_packages = paid.from_packages;
    counted.parts = paid.parts;
}

fn metered(events: &[Event]) -> Metered {
    let one = |event: &Event| match &event.what {
        What::Metered(metered) => Some(metered.clone()),
        _ => None,
    };
    events.iter().find_map(one).unwrap()
}

fn deducted(events: &[Event]) -> Vec<Deduction> {
    let one = |event: &Event| match event.what {
        What::Deducted(deduction) => Some(deduction),
        _ => None,
    };
    events.iter().filter_map(one).collect()
}

/// Stretches, and the order in which they are taken out, several at a time.
fn days() -> impl Strategy<Value = (Vec<u64>, Vec<Vec<usize>>)> {
    let stretches = vec((1_u64..150, 0_usize..3), 1..8);
    stretches.prop_flat_map(|stretches| {
        let seconds = stretches.iter().map(|(seconds, _)| *seconds).collect::<Vec<_>>();
        let order = Just((0..seconds.len()).collect::<Vec<_>>()).prop_shuffle();
        let together: Vec<_> = stretches.into_iter().map(|(_, together)| together == 0).collect();
        let groups = order.prop_map(move |order| {
            let mut groups: Vec<Vec<usize>> = Vec::new();
            for index in order {
                match groups.last_mut() {
                    Some(group) if !together[index] => group.push(index),
                    _ => groups.push(vec![index]),
                }
            }
            groups
        });
        (Just(seconds), groups)
    })
}

proptest! {
    #[test]
    fn the_rest_of_a_day_is_rounded_as_if_what_was_taken_out_had_never_been(
        (seconds, groups) in days(),
        overage in any::<bool>(),
    ) {
        let mut day = Day::of(&seconds, overage);
        let mut left: u64 = seconds.iter().sum();
        prop_assert_eq!(day.minutes().iter().sum::<u64>(), left.div_ceil(60));
        for group in groups {
            let [_, _, uncovered] = day.minutes();
            day.undo(&group);
            left -= group.iter().map(|index| seconds[*index]).sum::<u64>();
            let minutes = day.minutes();
            prop_assert_eq!(minutes.iter().sum::<u64>(), left.div_ceil(60));
            prop_assert!(minutes[2] <= uncovered, "what was paid is not given back before what was not");
        }
        prop_assert_eq!(day.minutes(), [0, 0, 0]);
        prop_assert!(day.life.account.counters.values().all(|minutes| *minutes == 0));
    }
}

/// 31 s, 29 s and 1 s are counted as 1, 0 and 1: with a package of one minute the second is paid by money. Without the middle,
/// 32 s are a minute: what was counted last is given back, and the package keeps its own.
#[test]
fn what_was_counted_last_is_given_back_first() {
    let mut day = Day::of(&[31 + 120, 29, 1], true);
    assert_eq!(day.minutes(), [3, 1, 0]);
    day.undo(&[1]);
    assert_eq!(day.minutes(), [3, 0, 0]);
    // 121 s and 59 s are counted as 3 and 0: the 59 s alone are a minute, and the rest of the three comes back.
    let mut day = Day::of(&[121, 59], true);
    assert_eq!(day.minutes(), [3, 0, 0]);
    day.undo(&[0]);
    assert_eq!(day.minutes(), [1, 0, 0]);
    // 200 s and 40 s are 4 and 0: three from the package and one from nobody, which goes first.
    let mut day = Day::of(&[200, 40], false);
    assert_eq!(day.minutes(), [3, 0, 1]);
    day.undo(&[0]);
    assert_eq!(day.minutes(), [1, 0, 0]);
}
