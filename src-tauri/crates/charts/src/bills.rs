//! Stacked bars of money, one per month: what was to be paid above zero, what was given back below.

use crate::axis::{Scale, TimeLabel, ValueAxis, ValueTicks, draw_time_axis, plot};
use crate::canvas::{self, Anchor, Canvas, Pen, Size, crisp, px};
use crate::columns::Columns;
use crate::labels::{self, EndLabel, Sample, draw_bar};
use crate::theme::Role;
use crate::usage::{Fill, Series};
use crate::{Chart, ChartError, Plot, Point, text};

/// Room above the bars for the word on a draft.
const ABOVE: i32 = px(20);
/// Distance of that word from its bar.
const WORD_GAP: i32 = px(9);
/// A part that is not zero is never thinner.
const THINNEST: i32 = px(1);

/// What each month amounts to, stacked by kind.
pub struct Bills<'a> {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// In order of time.
    pub months: Vec<BillBar>,
    /// From the zero line outwards.
    pub series: Vec<Series>,
    /// Written above a bar that is not final; may be empty.
    pub draft_name: String,
    /// The money axis, in cents.
    pub y_ticks: ValueTicks<'a, i64>,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillBar {
    /// The month in full, for the cursor.
    pub label: String,
    /// The month in short, for the axis.
    pub axis_label: String,
    /// Amounts by series, in any order; missing ones are zero.
    pub amounts: Vec<BillAmount>,
    /// Whether a year begins with it.
    pub year_border: bool,
    /// Whether more may still come, so the bar is drawn open.
    pub draft: bool,
    /// The formatted total.
    pub total_text: String,
}

/// The amount of one series in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillAmount {
    /// Index into [`Bills::series`].
    pub series: usize,
    /// Hundredths of the currency's unit; below zero is given back.
    pub cents: i64,
    /// The formatted amount.
    pub text: String,
}

/// A part with its place.
struct Block {
    series: usize,
    top: i32,
    bottom: i32,
    below: bool,
}

impl Block {
    /// The edge away from zero.
    const fn outer(&self) -> i32 {
        if self.below { self.bottom } else { self.top }
    }
}

impl Bills<'_> {
    /// Draws the chart. Its points are, month by month, the amounts in the order given (`series` as in the amount) and then
    /// the total, whose `series` is the number of series.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`], [`ChartError::UnknownSeries`] with the index of the month.
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (120, 80))?;
        self.check()?;
        let (low, high) = self.extent();
        let axis = ValueAxis::new(low, high, &self.y_ticks, size.height);
        let names = self.series.iter().map(|series| series.name.as_str());
        let above = if self.months.iter().any(|month| month.draft) { ABOVE } else { 0 };
        let plot = plot(size, axis.room(size.width), labels::room(names, size.width), above);
        let columns = Columns::new(&plot, self.months.len());
        let cents = axis.scale(&plot);
        let stacks: Vec<Vec<Block>> = self.months.iter().map(|month| stack(month, &cents, &plot)).collect();

        canvas::chart(size, plot, self.points(&columns, &stacks, &cents), |canvas| {
            axis.draw(canvas, &plot)?;
            self.draw_years(canvas, &plot, &columns)?;
            for (index, (month, blocks)) in self.months.iter().zip(&stacks).enumerate() {
                self.draw_month(canvas, columns.bar(index), month, blocks)?;
                if month.draft {
                    self.draw_word(canvas, &plot, columns.middle(index), blocks, cents.at(0))?;
                }
            }
            let zero = crisp(cents.at(0));
            canvas.path(&[(plot.left, zero), (plot.right, zero)], Pen::hairline(Role::Muted))?;
            draw_time_axis(canvas, &plot, size.width, &self.axis_labels(&columns))?;
            labels::draw(canvas, &plot, size.width, &self.end_labels(&stacks, &plot))
        })
    }

    fn check(&self) -> Result<(), ChartError> {
        for (bucket, month) in self.months.iter().enumerate() {
            if let Some(part) = month.amounts.iter().find(|part| part.series >= self.series.len()) {
                return Err(ChartError::UnknownSeries { bucket, series: part.series });
            }
        }
        Ok(())
    }

    /// Zero is always on the axis; a hundred cents, so that an empty one has an extent.
    fn extent(&self) -> (i128, i128) {
        let side = |month: &BillBar, below: bool| {
            let parts = month.amounts.iter().filter(|part| (part.cents < 0) == below);
            parts.map(|part| i128::from(part.cents)).sum::<i128>()
        };
        let low = self.months.iter().map(|month| side(month, true)).min().unwrap_or(0);
        let high = self.months.iter().map(|month| side(month, false)).max().unwrap_or(0);
        (low, high.max(low + 100).max(0))
    }

    fn draw_years(&self, canvas: &Canvas, plot: &Plot, columns: &Columns) -> Result<(), ChartError> {
        for (index, _) in self.months.iter().enumerate().filter(|(_, month)| month.year_border) {
            let x = crisp(columns.start(index));
            canvas.path(&[(x, plot.top), (x, plot.bottom + px(6))], Pen::hairline(Role::Line))?;
        }
        Ok(())
    }

    fn draw_month(
        &self,
        canvas: &Canvas,
        (left, right): (i32, i32),
        month: &BillBar,
        blocks: &[Block],
    ) -> Result<(), ChartError> {
        for block in blocks {
            let series = &self.series[block.series];
            let fill = if month.draft { Fill::Open } else { series.fill };
            // A hairline of page between the layers, where a layer is thick enough to spare it.
            let gap = if block.bottom - block.top > px(3) { px(1) } else { 0 };
            draw_bar(canvas, (left, block.top + gap), (right, block.bottom), series.role, fill)?;
        }
        Ok(())
    }

    /// The word stands above the bar, within the page.
    fn draw_word(
        &self,
        canvas: &Canvas,
        plot: &Plot,
        middle: i32,
        blocks: &[Block],
        zero: i32,
    ) -> Result<(), ChartError> {
        let word = text::fit(&self.draft_name, plot.right - plot.left);
        let half = text::width(&word) / 2;
        let x = middle.min(plot.right - half).max(plot.left + half);
        let top = blocks.iter().map(|block| block.top).min().unwrap_or(zero).min(zero);
        canvas.text(&word, (x, top - WORD_GAP), Anchor::Middle, Role::Muted)
    }

    fn axis_labels(&self, columns: &Columns) -> Vec<TimeLabel<'_>> {
        let months = self.months.iter().enumerate();
        months
            .map(|(index, month)| TimeLabel {
                x: columns.middle(index),
                label: &month.axis_label,
                starts_here: false,
            })
            .collect()
    }

    /// Names beside the last bar that has the series, topmost first; a series without any amount has none.
    fn end_labels(&self, stacks: &[Vec<Block>], plot: &Plot) -> Vec<EndLabel> {
        let last_block = |index: usize| stacks.iter().rev().flatten().find(|block| block.series == index);
        let label = |(index, series): (usize, &Series)| {
            let block = last_block(index)?;
            let y = i32::midpoint(block.top, block.bottom).min(plot.bottom - px(6));
            Some(EndLabel { y, label: series.name.clone(), sample: Sample::Bar(series.role, series.fill) })
        };
        let mut labels: Vec<EndLabel> = self.series.iter().enumerate().rev().filter_map(label).collect();
        labels.sort_by_key(|label| label.y);
        labels
    }

    fn points(&self, columns: &Columns, stacks: &[Vec<Block>], cents: &Scale) -> Vec<Point> {
        let mut points = Vec::new();
        for (index, (month, blocks)) in self.months.iter().zip(stacks).enumerate() {
            let point = |y: i32, value: &str, series: usize| Point {
                x: columns.middle(index),
                y,
                label: month.label.clone(),
                value: value.to_owned(),
                series: u32::try_from(series).unwrap_or(u32::MAX),
            };
            for part in &month.amounts {
                let block = blocks.iter().find(|block| block.series == part.series);
                points.push(point(block.map_or(cents.at(0), Block::outer), &part.text, part.series));
            }
            let total = month.amounts.iter().map(|part| i128::from(part.cents)).sum();
            points.push(point(cents.at(total), &month.total_text, self.series.len()));
        }
        points
    }
}

/// The parts that are not zero, from the zero line outwards in the order of the series.
fn stack(month: &BillBar, cents: &Scale, plot: &Plot) -> Vec<Block> {
    let mut parts: Vec<&BillAmount> = month.amounts.iter().filter(|part| part.cents != 0).collect();
    parts.sort_by_key(|part| part.series);
    let zero = cents.at(0);
    let (mut above, mut below) = ((0_i128, zero), (0_i128, zero));
    let block = |part: &BillAmount| {
        let below_zero = part.cents < 0;
        let (sum, edge) = if below_zero { &mut below } else { &mut above };
        *sum += i128::from(part.cents);
        let inner = *edge;
        *edge = if below_zero {
            cents.at(*sum).max(inner + THINNEST).min(plot.bottom).max(inner)
        } else {
            cents.at(*sum).min(inner - THINNEST).max(plot.top).min(inner)
        };
        let (top, bottom) = (inner.min(*edge), inner.max(*edge));
        Block { series: part.series, top, bottom, below: below_zero }
    };
    parts.into_iter().map(block).collect()
}
