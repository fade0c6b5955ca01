//! A line the size of a word.

use crate::axis::Scale;
use crate::canvas::{self, Pen, Place, Size, px};
use crate::theme::Role;
use crate::{Chart, ChartError, Plot, Point, steps};

/// Space for the dot at the end.
const MARGIN: i32 = px(3);

/// A tiny line without axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparkline {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Evenly spaced, in order of time.
    pub points: Vec<SparkPoint>,
    /// Its colour.
    pub role: Role,
}

/// One value of a [`Sparkline`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SparkPoint {
    /// Calls, cents: anything whole.
    pub value: i64,
    /// When.
    pub label: String,
    /// The formatted value.
    pub text: String,
}

impl Sparkline {
    /// Draws the line from the lowest to the highest value, zero included, with a dot at the last. All points
    /// are of series 0.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`].
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (16, 8))?;
        let plot =
            Plot { left: MARGIN, top: MARGIN, right: size.width - MARGIN, bottom: size.height - MARGIN };
        let places = self.places(&plot);
        let base = self.values(&plot).at(0);
        let point = |(data, (x, y)): (&SparkPoint, &Place)| Point {
            x: *x,
            y: *y,
            label: data.label.clone(),
            value: data.text.clone(),
            series: 0,
        };
        let points = self.points.iter().zip(&places).map(point).collect();
        canvas::chart(size, plot, points, |canvas| {
            steps::fill(canvas, &places, base, self.role)?;
            canvas.path(&places, Pen::data(self.role))?;
            places.last().map_or(Ok(()), |end| canvas.disc(*end, px(2), self.role))
        })
    }

    fn values(&self, plot: &Plot) -> Scale {
        let fold =
            |(low, high): (i64, i64), point: &SparkPoint| (low.min(point.value), high.max(point.value));
        let (low, high) = self.points.iter().fold((0, 0), fold);
        Scale::new(low.into(), high.into(), plot.bottom, plot.top)
    }

    /// A single value lies at the right, where the newest always is.
    fn places(&self, plot: &Plot) -> Vec<Place> {
        let values = self.values(plot);
        let last = i128::try_from(self.points.len()).unwrap_or(0) - 1;
        let columns = Scale::new(last.min(1) - 1, last, plot.left, plot.right);
        let place = |(index, point): (i128, &SparkPoint)| (columns.at(index), values.at(point.value.into()));
        (0..).zip(&self.points).map(place).collect()
    }
}
