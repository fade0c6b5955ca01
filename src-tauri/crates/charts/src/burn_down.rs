//! What is left of a package over its validity.

use crate::axis::{Scale, TimeTick, ValueAxis, ValueTicks, draw_time_ticks, plot};
use crate::balance::now_flag;
use crate::canvas::{self, Pen, Place, Size, crisp};
use crate::flags::{Flag, Flags, Kind, Mark};
use crate::labels::{self, EndLabel, Sample};
use crate::steps::{self, Band};
use crate::theme::Role;
use crate::{Chart, ChartError, Plot, Point, ordered};

/// Part of the validity shown after the expiry, so that its line stands inside the plot.
const AFTER_EXPIRY: i128 = 40;

/// The remaining quota of one package.
pub struct BurnDown<'a> {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Begin of the validity; seconds since the epoch.
    pub from: i64,
    /// End of the validity; seconds since the epoch.
    pub until: i64,
    /// Quota at the begin: where the even burn starts.
    pub total: u64,
    /// What remained after each deduction, in order of time.
    pub points: Vec<RemainingPoint>,
    /// Name of the line, written at the right; may be empty.
    pub name: String,
    /// What will probably remain, in order of time. Drawn dashed.
    pub ahead: Vec<RemainingPoint>,
    /// Name of the dashed line; may be empty.
    pub ahead_name: String,
    /// The range the forecast may fall in, in order of time.
    pub cone: Vec<Band<u64>>,
    /// Name of the line from the total to nothing at the end of the validity; no line if empty.
    pub even_name: String,
    /// Written above the end of the validity.
    pub expiry_label: String,
    /// Flags: purchase, renewals.
    pub marks: Vec<Mark>,
    /// What may be left before somebody is told, and what is written at the end of its line.
    pub alert: Option<(u64, String)>,
    /// Until when the last point holds; seconds since the epoch.
    pub now_at: i64,
    /// Written above the line at now; no line if empty.
    pub now_label: String,
    /// The time axis.
    pub x_ticks: Vec<TimeTick>,
    /// The quota axis.
    pub y_ticks: ValueTicks<'a, u64>,
}

/// A remaining quota from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemainingPoint {
    /// Seconds since the epoch.
    pub at: i64,
    /// What remains.
    pub remaining: u64,
    /// When, and why it changed.
    pub label: String,
    /// The formatted remainder.
    pub value: String,
}

impl BurnDown<'_> {
    /// Draws the chart. Its points are those of `points` (series 0), then those of `ahead` (series 1).
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`]; [`ChartError::OutOfOrder`] counting `points` and `ahead` as one list, or the cone,
    /// or at index 1 if the validity ends before it begins.
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (120, 80))?;
        ordered([self.from, self.until])?;
        ordered(self.points.iter().chain(&self.ahead).map(|point| point.at))?;
        ordered(self.cone.iter().map(|band| band.at))?;

        let axis = ValueAxis::new(0, self.most(), &self.y_ticks, size.height);
        let alert = self.alert.as_ref().map_or("", |(_, label)| label.as_str());
        let names =
            [&self.name, &self.ahead_name, &self.even_name].map(String::as_str).into_iter().chain([alert]);
        let margins = plot(size, axis.room(size.width), labels::room(names, size.width), 0);
        let time = self.time(&margins);
        let flags = Flags::new(self.flags(&time), size.width);
        let plot = Plot { top: plot(size, 0, 0, flags.room()).top, ..margins };
        let quota = axis.scale(&plot);
        let place = |point: &RemainingPoint| (time.at(point.at.into()), quota.at(point.remaining.into()));
        let actual = self.actual(place, &time);
        let ahead = self.line_ahead(place, &actual);

        canvas::chart(size, plot, self.chart_points(place), |canvas| {
            axis.draw(canvas, &plot)?;
            steps::fill_band(canvas, &self.cone, (&time, &quota), Role::Chart1)?;
            steps::fill(canvas, &actual, plot.bottom, Role::Chart1)?;
            canvas.path(&self.even_burn(&time, &quota), even_pen())?;
            if let Some((left, _)) = &self.alert {
                let y = crisp(quota.at((*left).into()));
                canvas.path(&[(plot.left, y), (plot.right, y)], alert_pen())?;
            }
            flags.draw(canvas, &plot)?;
            steps::draw(canvas, &actual, &ahead, Role::Chart1)?;
            draw_time_ticks(canvas, &plot, size.width, &time, &self.x_ticks)?;
            let alert = self.alert.as_ref().map(|(left, label)| (quota.at((*left).into()), label.as_str()));
            labels::draw(canvas, &plot, size.width, &self.end_labels(&actual, &ahead, alert, &plot))
        })
    }

    /// The highest value drawn; at least one, so that an empty package has an axis.
    fn most(&self) -> i128 {
        let lines = self.points.iter().chain(&self.ahead).map(|point| point.remaining);
        let lines = lines.chain(self.alert.iter().map(|(left, _)| *left));
        let highest = lines.chain(self.cone.iter().map(|band| band.high)).chain([self.total, 1]).max();
        highest.unwrap_or(1).into()
    }

    /// From the first instant of the package or its data to a little after the last.
    fn time(&self, plot: &Plot) -> Scale {
        let lines = self.points.iter().chain(&self.ahead).map(|point| point.at);
        let instants = || lines.clone().chain([self.from, self.until]);
        let first = i128::from(instants().min().unwrap_or(self.from));
        let last = i128::from(instants().max().unwrap_or(self.until));
        Scale::new(first, last + (last - first) / AFTER_EXPIRY, plot.left, plot.right)
    }

    fn even_burn(&self, time: &Scale, quota: &Scale) -> Vec<Place> {
        if self.even_name.is_empty() {
            return Vec::new();
        }
        let start = (time.at(self.from.into()), quota.at(self.total.into()));
        vec![start, (time.at(self.until.into()), quota.at(0))]
    }

    fn flags(&self, time: &Scale) -> Vec<Flag> {
        let marks = self.marks.iter().filter(|mark| time.holds(mark.at.into())).map(|mark| Flag {
            x: time.at(mark.at.into()),
            label: mark.label.clone(),
            kind: Kind::Pennant,
            role: Role::Accent,
            ahead: mark.at > self.now_at,
        });
        let expiry = Flag {
            x: time.at(self.until.into()),
            label: self.expiry_label.clone(),
            kind: Kind::Moment,
            role: Role::Soon,
            ahead: self.until > self.now_at,
        };
        let now_is_on_it = !self.now_label.is_empty() && time.holds(self.now_at.into());
        let now = now_is_on_it.then(|| now_flag(time, self.now_at, &self.now_label));
        marks.chain([expiry]).chain(now).collect()
    }

    /// Held until now, but not beyond the validity nor into the forecast.
    fn actual(&self, place: impl Fn(&RemainingPoint) -> Place, time: &Scale) -> Vec<Place> {
        let places: Vec<Place> = self.points.iter().map(place).collect();
        let until = self.ahead.first().map_or(self.until, |point| point.at.min(self.until));
        steps::corners(&places, time.at(self.now_at.min(until).into()))
    }

    /// A straight forecast: it starts where the actual line ends.
    fn line_ahead(&self, place: impl Fn(&RemainingPoint) -> Place, actual: &[Place]) -> Vec<Place> {
        let mut places: Vec<Place> = actual.last().copied().into_iter().collect();
        places.extend(self.ahead.iter().map(place));
        if self.ahead.is_empty() { Vec::new() } else { places }
    }

    fn end_labels(
        &self,
        actual: &[Place],
        ahead: &[Place],
        alert: Option<(i32, &str)>,
        plot: &Plot,
    ) -> Vec<EndLabel> {
        let line = Pen::data(Role::Chart1);
        let label = |y: i32, label: &str, pen: Pen| EndLabel {
            y: y.min(plot.bottom - canvas::HALF_TEXT),
            label: label.to_owned(),
            sample: Sample::Stroke(pen),
        };
        let mut labels = vec![label(plot.bottom, &self.even_name, even_pen())];
        labels.extend(actual.last().map(|(_, y)| label(*y, &self.name, line)));
        labels.extend(ahead.last().map(|(_, y)| label(*y, &self.ahead_name, line.dashed())));
        labels.extend(alert.map(|(y, words)| label(y, words, alert_pen())));
        labels.sort_by_key(|label| label.y);
        labels
    }

    fn chart_points(&self, place: impl Fn(&RemainingPoint) -> Place) -> Vec<Point> {
        let point = |point: &RemainingPoint, series: u32| {
            let (x, y) = place(point);
            Point { x, y, label: point.label.clone(), value: point.value.clone(), series }
        };
        let actual = self.points.iter().map(|one| point(one, 0));
        actual.chain(self.ahead.iter().map(|one| point(one, 1))).collect()
    }
}

/// The level at which somebody is told.
const fn alert_pen() -> Pen {
    Pen::hairline(Role::Soon).dotted()
}

/// The even burn is a yardstick, neither data nor forecast.
const fn even_pen() -> Pen {
    Pen::hairline(Role::Muted).dotted()
}
