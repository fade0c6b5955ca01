//! What an alert watches, its line, and when it would have fired.

use crate::axis::{Scale, TimeTick, ValueAxis, ValueTicks, draw_time_ticks, plot};
use crate::canvas::{self, Canvas, Pen, Place, Size, crisp, px};
use crate::labels::{self, EndLabel, Sample};
use crate::theme::Role;
use crate::{Chart, ChartError, Point, ordered, steps};

/// Radius of a crossing.
const CROSSING: i32 = px(4);
/// Room above the plot for a crossing at the top.
const ABOVE: i32 = px(8);

/// The recent past of what an alert watches.
pub struct Strip<'a> {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// First instant shown; seconds since the epoch.
    pub from: i64,
    /// Last instant shown; seconds since the epoch.
    pub until: i64,
    /// What is watched; several packages are several lines. Each in order of time.
    pub lines: Vec<Vec<StripPoint>>,
    /// Where the alert stands, and what is written at the end of its line.
    pub level: (i64, String),
    /// When it would have fired, in order of time.
    pub fired: Vec<StripPoint>,
    /// The time axis.
    pub x_ticks: Vec<TimeTick>,
    /// The axis of what is watched.
    pub y_ticks: ValueTicks<'a, i64>,
}

/// A value from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripPoint {
    /// Seconds since the epoch.
    pub at: i64,
    /// Cents, hundredths of a percent: anything whole.
    pub value: i64,
    /// When.
    pub label: String,
    /// The formatted value.
    pub text: String,
}

impl Strip<'_> {
    /// Draws the lines, the level, and a disc at each crossing. Its points are those of the lines, counted in their
    /// order, then those of `fired`, whose `series` is the number of lines.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`]; [`ChartError::OutOfOrder`] in a line or the crossings, or at index 1 if the span ends before
    /// it begins.
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (120, 60))?;
        ordered([self.from, self.until])?;
        for line in self.lines.iter().chain([&self.fired]) {
            ordered(line.iter().map(|point| point.at))?;
        }
        let (low, high) = self.extent();
        let axis = ValueAxis::new(low, high, &self.y_ticks, size.height);
        let right = labels::room([self.level.1.as_str()], size.width);
        let plot = plot(size, axis.room(size.width), right, ABOVE);
        let time = Scale::new(self.from.into(), self.until.into(), plot.left, plot.right);
        let values = axis.scale(&plot);
        let place = |point: &StripPoint| (time.at(point.at.into()), values.at(point.value.into()));

        canvas::chart(size, plot, self.points(place), |canvas| {
            axis.draw(canvas, &plot)?;
            for line in &self.lines {
                self.draw_line(canvas, line, place, (values.at(0), plot.right))?;
            }
            let y = crisp(values.at(self.level.0.into()));
            canvas.path(&[(plot.left, y), (plot.right, y)], level_pen())?;
            for fired in &self.fired {
                canvas.disc(place(fired), CROSSING, Role::Surface)?;
                canvas.disc(place(fired), CROSSING - px(1), Role::Soon)?;
            }
            draw_time_ticks(canvas, &plot, size.width, &time, &self.x_ticks)?;
            let label = EndLabel { y, label: self.level.1.clone(), sample: Sample::Stroke(level_pen()) };
            labels::draw(canvas, &plot, size.width, &[label])
        })
    }

    fn draw_line(
        &self,
        canvas: &Canvas,
        line: &[StripPoint],
        place: impl Fn(&StripPoint) -> Place,
        (zero, right): (i32, i32),
    ) -> Result<(), ChartError> {
        let places: Vec<Place> = line.iter().map(place).collect();
        let corners = steps::corners(&places, right);
        // One line is an area, too; several would hide each other.
        if self.lines.len() == 1 {
            steps::fill(canvas, &corners, zero, Role::Chart1)?;
        }
        canvas.path(&corners, Pen::data(Role::Chart1))
    }

    /// Zero is always on the axis.
    fn extent(&self) -> (i128, i128) {
        let all = self.lines.iter().chain([&self.fired]).flatten().map(|point| point.value);
        let (low, high) =
            all.chain([self.level.0]).fold((0, 1), |(low, high), value| (value.min(low), value.max(high)));
        (low.into(), high.into())
    }

    fn points(&self, place: impl Fn(&StripPoint) -> Place) -> Vec<Point> {
        let mut points = Vec::new();
        for (series, line) in (0..).zip(self.lines.iter().chain([&self.fired])) {
            points.extend(line.iter().map(|point| {
                let (x, y) = place(point);
                Point { x, y, label: point.label.clone(), value: point.text.clone(), series }
            }));
        }
        points.sort_by_key(|point| point.x);
        points
    }
}

/// A level is a reference, no data.
const fn level_pen() -> Pen {
    Pen::hairline(Role::Soon).dotted()
}
