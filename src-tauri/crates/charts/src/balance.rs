//! The balance over time: a step line, what is planned, thresholds and arrears.

use crate::axis::{Scale, TimeTick, ValueAxis, ValueTicks, draw_time_ticks, plot};
use crate::canvas::{self, Canvas, FAINT, Pen, Place, Size, crisp};
use crate::flags::{Flag, Flags, Kind, Mark};
use crate::labels::{self, EndLabel, Sample};
use crate::steps::{self, Band};
use crate::theme::Role;
use crate::{Chart, ChartError, Plot, Point, ordered};

/// A balance over time.
pub struct Balance<'a> {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What the balance was after each change, in order of time.
    pub points: Vec<BalancePoint>,
    /// Name of the line, written at its end; may be empty.
    pub name: String,
    /// What is planned or forecast after the last point, in order of time. Drawn dashed.
    pub ahead: Vec<BalancePoint>,
    /// Name of the dashed line; may be empty.
    pub ahead_name: String,
    /// The range the forecast may fall in, in cents, in order of time.
    pub cone: Vec<Band<i64>>,
    /// Levels to watch.
    pub thresholds: Vec<Threshold>,
    /// Flags, such as top-ups.
    pub marks: Vec<Mark>,
    /// Until when the last point holds; seconds since the epoch.
    pub now_at: i64,
    /// Written above the line at now; no line if empty.
    pub now_label: String,
    /// The time axis.
    pub x_ticks: Vec<TimeTick>,
    /// The money axis, in cents.
    pub y_ticks: ValueTicks<'a, i64>,
}

/// A balance from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalancePoint {
    /// Seconds since the epoch.
    pub at: i64,
    /// Hundredths of the currency's unit; below zero is arrears.
    pub cents: i64,
    /// When, and why it changed.
    pub label: String,
    /// The formatted balance.
    pub value: String,
}

/// A level to watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Hundredths of the currency's unit.
    pub cents: i64,
    /// Written at the right end of its line.
    pub label: String,
    /// How serious it is to get there.
    pub role: Role,
}

impl Balance<'_> {
    /// Draws the chart. Its points are those of `points` (series 0), then those of `ahead` (series 1).
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`], [`ChartError::OutOfOrder`] counting `points` and `ahead` as one list, or the cone.
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (120, 80))?;
        ordered(self.points.iter().chain(&self.ahead).map(|point| point.at))?;
        ordered(self.cone.iter().map(|band| band.at))?;

        let (low, high) = self.extent();
        let axis = ValueAxis::new(low, high, &self.y_ticks, size.height);
        let right = labels::room(self.names(), size.width);
        let margins = plot(size, axis.room(size.width), right, 0);
        let time = self.time(&margins);
        let flags = Flags::new(self.flags(&time), size.width);
        let plot = Plot { top: plot(size, 0, 0, flags.room()).top, ..margins };
        let cents = axis.scale(&plot);
        let place = |point: &BalancePoint| (time.at(point.at.into()), cents.at(point.cents.into()));
        let actual = self.actual(place, &time);
        let ahead = self.line_ahead(place, &actual);

        canvas::chart(size, plot, self.chart_points(place), |canvas| {
            axis.draw(canvas, &plot)?;
            draw_arrears(canvas, &plot, &cents)?;
            steps::fill_band(canvas, &self.cone, (&time, &cents), Role::Chart1)?;
            steps::fill(canvas, &actual, cents.at(0), Role::Chart1)?;
            for threshold in &self.thresholds {
                let y = crisp(cents.at(threshold.cents.into()));
                canvas.path(&[(plot.left, y), (plot.right, y)], Pen::hairline(threshold.role).dotted())?;
            }
            flags.draw(canvas, &plot)?;
            steps::draw(canvas, &actual, &ahead, Role::Chart1)?;
            draw_time_ticks(canvas, &plot, size.width, &time, &self.x_ticks)?;
            labels::draw(canvas, &plot, size.width, &self.end_labels(&cents, &actual, &ahead))
        })
    }

    /// Zero is always on the axis: a balance means nothing without it.
    fn extent(&self) -> (i128, i128) {
        let lines = self.points.iter().chain(&self.ahead).map(|point| point.cents);
        let cone = self.cone.iter().flat_map(|band| [band.low, band.high]);
        let levels = self.thresholds.iter().map(|threshold| threshold.cents);
        let (low, high) = lines
            .chain(cone)
            .chain(levels)
            .fold((0, 0), |(low, high), cents| (cents.min(low), cents.max(high)));
        (low.into(), i128::from(high).max(i128::from(low) + 100))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let ahead = (!self.ahead.is_empty()).then_some(self.ahead_name.as_str());
        let lines = std::iter::once(self.name.as_str()).chain(ahead);
        lines.chain(self.thresholds.iter().map(|threshold| threshold.label.as_str()))
    }

    fn time(&self, plot: &Plot) -> Scale {
        let lines = self.points.iter().chain(&self.ahead).map(|point| point.at);
        let instants = || lines.clone().chain(self.cone.iter().map(|band| band.at)).chain([self.now_at]);
        let first = instants().min().unwrap_or(self.now_at);
        let last = instants().max().unwrap_or(self.now_at);
        // A single instant stands in the middle, not on the axis.
        let beside = i64::from(first == last);
        Scale::new(
            i128::from(first) - i128::from(beside),
            i128::from(last) + i128::from(beside),
            plot.left,
            plot.right,
        )
    }

    fn flags(&self, time: &Scale) -> Vec<Flag> {
        let marks = self.marks.iter().filter(|mark| time.holds(mark.at.into())).map(|mark| Flag {
            x: time.at(mark.at.into()),
            label: mark.label.clone(),
            kind: Kind::Pennant,
            role: Role::Accent,
            ahead: mark.at > self.now_at,
        });
        let now = (!self.now_label.is_empty()).then(|| now_flag(time, self.now_at, &self.now_label));
        marks.chain(now).collect()
    }

    fn actual(&self, place: impl Fn(&BalancePoint) -> Place, time: &Scale) -> Vec<Place> {
        let places: Vec<Place> = self.points.iter().map(place).collect();
        let last = self.points.last().map_or(self.now_at, |point| point.at.max(self.now_at));
        let until = self.ahead.first().map_or(last, |point| last.min(point.at));
        steps::corners(&places, time.at(until.into()))
    }

    /// Starts where the actual line ends, so that the two join.
    fn line_ahead(&self, place: impl Fn(&BalancePoint) -> Place, actual: &[Place]) -> Vec<Place> {
        let mut places: Vec<Place> = actual.last().copied().into_iter().collect();
        places.extend(self.ahead.iter().map(place));
        if self.ahead.is_empty() { Vec::new() } else { steps::corners(&places, 0) }
    }

    fn end_labels(&self, cents: &Scale, actual: &[Place], ahead: &[Place]) -> Vec<EndLabel> {
        let end = |line: &[Place], label: &str, pen: Pen| {
            line.last().map(|(_, y)| EndLabel { y: *y, label: label.to_owned(), sample: Sample::Stroke(pen) })
        };
        let line = Pen::data(Role::Chart1);
        let threshold = |threshold: &Threshold| EndLabel {
            y: cents.at(threshold.cents.into()),
            label: threshold.label.clone(),
            sample: Sample::Stroke(Pen::hairline(threshold.role).dotted()),
        };
        let lines = [end(actual, &self.name, line), end(ahead, &self.ahead_name, line.dashed())];
        let mut labels: Vec<EndLabel> = lines.into_iter().flatten().collect();
        labels.extend(self.thresholds.iter().map(threshold));
        labels.sort_by_key(|label| label.y);
        labels
    }

    fn chart_points(&self, place: impl Fn(&BalancePoint) -> Place) -> Vec<Point> {
        let point = |point: &BalancePoint, series: u32| {
            let (x, y) = place(point);
            Point { x, y, label: point.label.clone(), value: point.value.clone(), series }
        };
        let actual = self.points.iter().map(|one| point(one, 0));
        actual.chain(self.ahead.iter().map(|one| point(one, 1))).collect()
    }
}

/// The vertical line between what happened and what has not.
pub(crate) fn now_flag(time: &Scale, now_at: i64, label: &str) -> Flag {
    Flag {
        x: time.at(now_at.into()),
        label: label.to_owned(),
        kind: Kind::Moment,
        role: Role::Muted,
        ahead: false,
    }
}

/// The zone below zero, if the axis has one, and the zero line.
fn draw_arrears(canvas: &Canvas, plot: &Plot, cents: &Scale) -> Result<(), ChartError> {
    let zero = cents.at(0);
    canvas.rectangle((plot.left, zero), (plot.right, plot.bottom), Role::Now, FAINT)?;
    canvas.path(&[(plot.left, crisp(zero)), (plot.right, crisp(zero))], Pen::hairline(Role::Line))
}
