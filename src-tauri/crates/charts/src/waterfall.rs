//! From one total to another: what added to it and what took away, each bar beginning where the one before it ended.

use crate::axis::{Scale, TimeLabel, ValueAxis, ValueTicks, draw_time_axis, plot};
use crate::canvas::{self, Anchor, Canvas, Pen, Size, crisp, px};
use crate::columns::Columns;
use crate::labels::draw_bar;
use crate::theme::Role;
use crate::usage::Fill;
use crate::{Chart, ChartError, Plot, Point, text};

/// Room above the bars for their values.
const ABOVE: i32 = px(22);
/// Distance of a value from its bar.
const VALUE_GAP: i32 = px(9);
/// A bar that is not zero is never thinner.
const THINNEST: i32 = px(1);
/// Free space between two labels below the bars.
const LABEL_GAP: i32 = px(8);

/// A total, what changed it, and what it came to.
pub struct Waterfall<'a> {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it was.
    pub start: WaterfallBar,
    /// What changed it, in the order of drawing.
    pub changes: Vec<WaterfallBar>,
    /// What it is: the start with all changes.
    pub end: WaterfallBar,
    /// The money axis, in cents.
    pub y_ticks: ValueTicks<'a, i64>,
}

/// A total, or a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaterfallBar {
    /// What it is; written below it, cut where it is longer than its place.
    pub label: String,
    /// Hundredths of the currency's unit; a change below zero takes away.
    pub cents: i64,
    /// The formatted amount, a change with its sign.
    pub text: String,
}

/// Where a bar begins and ends, in cents.
struct Reach {
    from: i128,
    to: i128,
    is_total: bool,
}

impl Reach {
    const fn ends(&self) -> (i128, i128) {
        if self.from < self.to { (self.from, self.to) } else { (self.to, self.from) }
    }
}

impl Waterfall<'_> {
    /// Draws the chart. Its points are the bars from left to right.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`].
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (120, 80))?;
        let reaches = self.reaches();
        let ends = || reaches.iter().flat_map(|reach| [reach.from, reach.to]);
        let (low, high) = (ends().min().unwrap_or(0).min(0), ends().max().unwrap_or(0).max(0));
        let axis = ValueAxis::new(low, high.max(low + 100), &self.y_ticks, size.height);
        let plot = plot(size, axis.room(size.width), px(8), ABOVE);
        let columns = Columns::new(&plot, reaches.len());
        let cents = axis.scale(&plot);
        canvas::chart(size, plot, self.points(&reaches, &columns, &cents), |canvas| {
            axis.draw(canvas, &plot)?;
            for (index, (reach, bar)) in reaches.iter().zip(self.bars()).enumerate() {
                draw_reach(canvas, columns.bar(index), reach, &cents)?;
                draw_value(canvas, &plot, (&columns, index), reach, (&cents, &bar.text))?;
            }
            draw_links(canvas, &columns, &reaches, &cents)?;
            let zero = crisp(cents.at(0));
            canvas.path(&[(plot.left, zero), (plot.right, zero)], Pen::hairline(Role::Muted))?;
            self.draw_labels(canvas, &plot, &columns, size.width)
        })
    }

    fn bars(&self) -> impl Iterator<Item = &WaterfallBar> {
        [&self.start].into_iter().chain(&self.changes).chain([&self.end])
    }

    fn reaches(&self) -> Vec<Reach> {
        let total = |bar: &WaterfallBar| Reach { from: 0, to: bar.cents.into(), is_total: true };
        let mut reaches = vec![total(&self.start)];
        let mut reached = i128::from(self.start.cents);
        for change in &self.changes {
            let to = reached + i128::from(change.cents);
            reaches.push(Reach { from: reached, to, is_total: false });
            reached = to;
        }
        reaches.push(total(&self.end));
        reaches
    }

    /// Every bar has its name, for without it the bar says nothing.
    fn draw_labels(
        &self,
        canvas: &Canvas,
        plot: &Plot,
        columns: &Columns,
        width: i32,
    ) -> Result<(), ChartError> {
        let room = columns.pitch() - LABEL_GAP;
        let fitted: Vec<String> = self.bars().map(|bar| text::fit(&bar.label, room)).collect();
        let labels: Vec<TimeLabel> = fitted
            .iter()
            .enumerate()
            .map(|(index, label)| TimeLabel { x: columns.middle(index), label, starts_here: false })
            .collect();
        draw_time_axis(canvas, plot, width, &labels)
    }

    fn points(&self, reaches: &[Reach], columns: &Columns, cents: &Scale) -> Vec<Point> {
        let point = |(index, (reach, bar)): (usize, (&Reach, &WaterfallBar))| Point {
            x: columns.middle(index),
            y: cents.at(reach.to),
            label: bar.label.clone(),
            value: bar.text.clone(),
            series: 0,
        };
        reaches.iter().zip(self.bars()).enumerate().map(point).collect()
    }
}

/// A total is full; more is full in another colour; less is an outline, so that both are told apart without colours.
fn draw_reach(
    canvas: &Canvas,
    (left, right): (i32, i32),
    reach: &Reach,
    cents: &Scale,
) -> Result<(), ChartError> {
    let (low, high) = reach.ends();
    if low == high {
        return Ok(());
    }
    let bottom = cents.at(low);
    let top = cents.at(high).min(bottom - THINNEST);
    let (role, fill) = match (reach.is_total, reach.to > reach.from) {
        (true, _) => (Role::Chart1, Fill::Solid),
        (false, true) => (Role::Chart2, Fill::Solid),
        (false, false) => (Role::Chart3, Fill::Tint),
    };
    draw_bar(canvas, (left, top), (right, bottom), role, fill)
}

/// The value above its bar, where it has room.
fn draw_value(
    canvas: &Canvas,
    plot: &Plot,
    (columns, index): (&Columns, usize),
    reach: &Reach,
    (cents, value): (&Scale, &str),
) -> Result<(), ChartError> {
    let value = text::fit(value, i32::MAX / 4);
    let half = text::width(&value) / 2;
    // A figure is written whole or not at all: cut, it would be another figure.
    if 2 * half > columns.pitch() {
        return Ok(());
    }
    let x = columns.middle(index).min(plot.right - half).max(plot.left + half);
    let y = (cents.at(reach.ends().1) - VALUE_GAP).max(plot.top - VALUE_GAP);
    canvas.text(&value, (x, y), Anchor::Middle, Role::Text)
}

/// From where a bar ends to where the next begins.
fn draw_links(
    canvas: &Canvas,
    columns: &Columns,
    reaches: &[Reach],
    cents: &Scale,
) -> Result<(), ChartError> {
    for (index, reach) in reaches.iter().enumerate().take(reaches.len().saturating_sub(1)) {
        let y = crisp(cents.at(reach.to));
        let ends = [(columns.bar(index).1, y), (columns.bar(index + 1).0, y)];
        canvas.path(&ends, Pen::hairline(Role::Muted).dotted())?;
    }
    Ok(())
}
