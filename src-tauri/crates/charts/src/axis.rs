//! Scales, ticks and the frame around a plot.

use crate::canvas::{Anchor, Canvas, GRID, HALF_TEXT, Pen, Size, crisp, px};
use crate::theme::Role;
use crate::{ChartError, Plot, text};

/// Space below the plot for ticks and their labels.
const BELOW: i32 = px(24);
/// Wanted distance between two ticks of a value axis.
const TICK_DISTANCE: i32 = px(44);
/// Space between a value label and the plot.
const LABEL_GAP: i32 = px(8);

/// Labels of a value axis.
pub enum ValueTicks<'a, V> {
    /// Just these: value and label. The axis grows to hold them.
    Given(Vec<(V, String)>),
    /// Round values, labelled by this closure.
    Computed(&'a dyn Fn(V) -> String),
}

/// A label on a time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeTick {
    /// Seconds since the epoch.
    pub at: i64,
    /// What to write below; where labels would run into each other, only every second, third … is written.
    pub label: String,
}

/// Maps values to positions along one direction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    low: i128,
    high: i128,
    start: i32,
    end: i32,
}

impl Scale {
    /// `low` lies at `start`, `high` at `end`; a scale without extent is widened by one.
    pub(crate) fn new(low: i128, high: i128, start: i32, end: i32) -> Self {
        Self { low, high: high.max(low + 1), start, end }
    }

    /// Where `value` lies; what is outside lies on the edge.
    pub(crate) fn at(&self, value: i128) -> i32 {
        let span = self.high - self.low;
        let length = i128::from(self.start.abs_diff(self.end));
        let along = (2 * (value.clamp(self.low, self.high) - self.low) * length + span) / (2 * span);
        let along = i32::try_from(along).unwrap_or(0);
        if self.end >= self.start { self.start + along } else { self.start - along }
    }

    /// Whether `value` lies on the scale.
    pub(crate) fn holds(&self, value: i128) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Whether any of `from..=to` lies on the scale.
    pub(crate) fn meets(&self, from: i128, to: i128) -> bool {
        from <= self.high && to >= self.low
    }
}

/// A value axis before its place is known: extent and labelled ticks.
pub(crate) struct ValueAxis {
    low: i128,
    high: i128,
    ticks: Vec<(i128, String)>,
}

impl ValueAxis {
    /// Covers `low..=high` and the ticks, with a little air above. `height` is that of the whole chart.
    pub(crate) fn new<V>(low: i128, high: i128, ticks: &ValueTicks<V>, height: i32) -> Self
    where
        V: Copy + Into<i128> + TryFrom<i128>,
    {
        let ticks: Vec<(i128, String)> = match ticks {
            ValueTicks::Given(given) => {
                given.iter().map(|(value, label)| ((*value).into(), label.clone())).collect()
            }
            ValueTicks::Computed(label) => {
                let count = ((height - BELOW) / TICK_DISTANCE).clamp(2, 6);
                let labelled = |value: i128| V::try_from(value).ok().map(|exact| (value, label(exact)));
                round_values(low, high.max(low + 1), i128::from(count))
                    .into_iter()
                    .filter_map(labelled)
                    .collect()
            }
        };
        let low = ticks.iter().map(|tick| tick.0).fold(low, i128::min);
        let high = ticks.iter().map(|tick| tick.0).fold(high, i128::max);
        Self { low, high: high + (high - low) / 20, ticks }
    }

    /// Room at the left of a chart this wide for the labels that do not take too much of it.
    pub(crate) fn room(&self, width: i32) -> i32 {
        let rooms = self.ticks.iter().map(|tick| text::width(&tick.1) + LABEL_GAP + px(2));
        rooms.filter(|room| *room <= width * 2 / 5).max().unwrap_or(px(8))
    }

    pub(crate) fn scale(&self, plot: &Plot) -> Scale {
        Scale::new(self.low, self.high, plot.bottom, plot.top)
    }

    /// The barely visible grid and its labels.
    pub(crate) fn draw(&self, canvas: &Canvas, plot: &Plot) -> Result<(), ChartError> {
        let scale = self.scale(plot);
        let mut free_below = i32::MAX;
        for (value, label) in &self.ticks {
            let y = scale.at(*value);
            canvas.path(
                &[(plot.left, crisp(y)), (plot.right, crisp(y))],
                Pen::hairline(Role::Line).faded(GRID),
            )?;
            let label = text::fit(label, i32::MAX / 4);
            // A figure is written whole or not at all: cut, it would be another figure.
            if y + HALF_TEXT <= free_below && text::width(&label) <= plot.left - LABEL_GAP {
                canvas.text(&label, (plot.left - LABEL_GAP, y), Anchor::End, Role::Muted)?;
                free_below = y - HALF_TEXT;
            }
        }
        Ok(())
    }
}

/// Multiples of 1, 2 or 5 times a power of ten from `low` to `high`, about `count` of them.
fn round_values(low: i128, high: i128, count: i128) -> Vec<i128> {
    let wanted = ((high - low) / count).max(1);
    let mut power: i128 = 1;
    while power.saturating_mul(10) <= wanted {
        power *= 10;
    }
    let step =
        [1, 2, 5, 10].into_iter().map(|factor| power * factor).find(|step| *step >= wanted).unwrap_or(power);
    let first = low.div_euclid(step) + i128::from(low.rem_euclid(step) != 0);
    (first..=high.div_euclid(step)).map(|multiple| multiple * step).collect()
}

/// The plot between `left` and `right` units of margin and under `above` units of flags.
pub(crate) fn plot(size: Size, left: i32, right: i32, above: i32) -> Plot {
    let top = above.max(px(8)).min(size.height / 2);
    Plot { left, top, right: (size.width - right).max(left + 1), bottom: (size.height - BELOW).max(top + 1) }
}

/// A label of the time axis and where it goes.
pub(crate) struct TimeLabel<'a> {
    pub(crate) x: i32,
    pub(crate) label: &'a str,
    /// Whether the label starts at its tick, as a day does, or is centred on it.
    pub(crate) starts_here: bool,
}

/// The axis line, and labels that do not run into each other. They must be ordered by x.
pub(crate) fn draw_time_axis(
    canvas: &Canvas,
    plot: &Plot,
    width: i32,
    labels: &[TimeLabel],
) -> Result<(), ChartError> {
    canvas.path(
        &[(plot.left, crisp(plot.bottom)), (plot.right, crisp(plot.bottom))],
        Pen::hairline(Role::Line),
    )?;
    let placed: Vec<Placed> = labels.iter().map(|label| Placed::of(label, plot, width)).collect();
    for Placed { label, start, room } in placed.iter().step_by(every(&placed)) {
        canvas.text(label, (start + room / 2, plot.bottom + px(14)), Anchor::Middle, Role::Muted)?;
    }
    Ok(())
}

/// A label and the room it takes.
struct Placed {
    label: String,
    start: i32,
    room: i32,
}

impl Placed {
    fn of(TimeLabel { x, label, starts_here }: &TimeLabel, plot: &Plot, width: i32) -> Self {
        let label = text::fit(label, plot.right - plot.left);
        let room = text::width(&label);
        let wanted = if *starts_here { *x } else { x - room / 2 };
        Self { start: wanted.min(width - room).max(0), label, room }
    }
}

/// The least n for which every n-th label, from the first on, stands clear of the one before: evenly spaced ticks are
/// labelled evenly.
fn every(labels: &[Placed]) -> usize {
    let is_clear = |n: usize| {
        let (shown, next) = (labels.iter().step_by(n), labels.iter().step_by(n).skip(1));
        shown
            .zip(next)
            .all(|(one, next)| one.start.saturating_add(one.room).saturating_add(px(8)) <= next.start)
    };
    (1..labels.len()).find(|n| is_clear(*n)).unwrap_or(labels.len().max(1))
}

/// Ticks and labels for those `ticks` that lie on the scale.
pub(crate) fn draw_time_ticks(
    canvas: &Canvas,
    plot: &Plot,
    width: i32,
    scale: &Scale,
    ticks: &[TimeTick],
) -> Result<(), ChartError> {
    let inside = || ticks.iter().filter(|tick| scale.holds(tick.at.into()));
    for tick in inside() {
        let x = crisp(scale.at(tick.at.into()));
        canvas.path(&[(x, plot.bottom), (x, plot.bottom + px(4))], Pen::hairline(Role::Line))?;
    }
    let mut labels: Vec<TimeLabel> = inside()
        .map(|tick| TimeLabel { x: scale.at(tick.at.into()), label: &tick.label, starts_here: false })
        .collect();
    labels.sort_by_key(|label| label.x);
    draw_time_axis(canvas, plot, width, &labels)
}

#[cfg(test)]
mod tests {
    use super::{Placed, Scale, ValueAxis, ValueTicks, every, px, round_values};

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(round_values(0, 97, 5), [0, 20, 40, 60, 80]);
        assert_eq!(round_values(-130, 260, 4), [-100, 0, 100, 200]);
        assert_eq!(round_values(0, 1, 5), [0, 1]);
        assert_eq!(round_values(7, 7, 5), [7]);
    }

    #[test]
    fn labels_that_are_too_many_are_left_out_evenly() {
        let months = |wide: &[i32]| -> Vec<Placed> {
            let placed = |(at, room): (i32, &i32)| Placed {
                label: String::new(),
                start: px(50) * at,
                room: px(*room),
            };
            (0..).zip(wide).map(placed).collect()
        };
        assert_eq!(every(&months(&[42; 12])), 1, "42 wide and 8 apart");
        assert_eq!(every(&months(&[43; 12])), 2);
        // One that is wider, such as a January with its year, makes room for itself everywhere.
        assert_eq!(every(&months(&[30, 30, 30, 30, 60, 30, 30])), 2);
        assert_eq!(every(&months(&[93; 3])), 3, "the first alone");
        assert_eq!((every(&months(&[93])), every(&[])), (1, 1));
    }

    #[test]
    fn ticks_of_enormous_ranges_end() {
        let values = round_values(0, i128::from(u64::MAX) * 6, 6);
        assert!((2..=13).contains(&values.len()), "{values:?}");
    }

    #[test]
    fn a_scale_keeps_order_and_stays_between_its_ends() {
        let scale = Scale::new(i64::MIN.into(), i64::MAX.into(), 400, 20);
        let positions: Vec<i32> = [i64::MIN, -1, 0, 1, i64::MAX].map(|value| scale.at(value.into())).to_vec();
        assert!(positions.windows(2).all(|pair| pair[0] >= pair[1]), "{positions:?}");
        assert_eq!((positions[0], positions[4]), (400, 20));
    }

    #[test]
    fn a_scale_without_extent_still_maps() {
        assert_eq!(Scale::new(5, 5, 0, 100).at(5), 0);
        assert_eq!(Scale::new(5, 5, 0, 100).at(900), 100);
    }

    #[test]
    fn values_the_type_cannot_hold_get_no_label() {
        let axis = ValueAxis::new(
            0,
            i128::from(u64::MAX) * 2,
            &ValueTicks::Computed(&|value: u64| value.to_string()),
            400,
        );
        assert!(axis.ticks.iter().all(|(value, _)| *value <= i128::from(u64::MAX)));
    }
}
