//! Stacked bars: calls per hour, day or month.

use crate::axis::{Scale, TimeLabel, ValueAxis, ValueTicks, draw_time_axis, plot};
use crate::canvas::{self, Canvas, GRID, Pen, Size, crisp, px};
use crate::columns::Columns;
use crate::flags::{Flag, Flags, Kind};
use crate::labels::{self, EndLabel, Sample, draw_bar};
use crate::theme::Role;
use crate::{Chart, ChartError, Plot, Point};

/// A part that is not zero is never thinner, so that few failures among many calls are seen.
const THINNEST: i32 = px(1);
/// Borders closer than this would be a grey band.
const CLOSEST_BORDERS: i32 = px(3);

/// Amounts per hour, day or month, stacked by series.
pub struct Usage<'a> {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// In order of time; each is one settlement period or a whole number of them.
    pub buckets: Vec<Bucket>,
    /// From the bottom of the stack to its top.
    pub series: Vec<Series>,
    /// Flags, such as purchases.
    pub marks: Vec<BucketMark>,
    /// The amount axis.
    pub y_ticks: ValueTicks<'a, u64>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// The period in full, for the cursor.
    pub label: String,
    /// The period in short, for the axis; none where the axis has no label.
    pub axis_label: Option<String>,
    /// Amounts by series, in any order; missing ones are zero.
    pub parts: Vec<Part>,
    /// Whether the provider's day (or a larger period) begins with this bucket.
    pub day_border: bool,
    /// Whether more may still come, so the bar is drawn open.
    pub unsettled: bool,
    /// The formatted total.
    pub total_text: String,
}

/// The amount of one series in one bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Index into [`Usage::series`].
    pub series: usize,
    /// How much.
    pub amount: u64,
    /// The formatted amount.
    pub text: String,
}

/// A layer of the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Written beside the last bar.
    pub name: String,
    /// Its colour.
    pub role: Role,
    /// Its texture, so that colour is not the only sign.
    pub fill: Fill,
}

/// The texture of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Full colour.
    Solid,
    /// A light tint inside an outline.
    Tint,
    /// An outline only.
    Outline,
    /// 8 % inside a dashed outline: not final.
    Open,
}

/// A flag on a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BucketMark {
    /// Index into [`Usage::buckets`].
    pub bucket: usize,
    /// What happened then.
    pub label: String,
}

/// A part with its place.
struct Block {
    series: usize,
    top: i32,
    bottom: i32,
}

impl Usage<'_> {
    /// Draws the chart. Its points are, bucket by bucket, the parts in the order given (`series` as in the
    /// part) and then the total, whose `series` is the number of series.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`], [`ChartError::UnknownSeries`], [`ChartError::UnknownBucket`].
    pub fn draw(&self) -> Result<Chart, ChartError> {
        let size = Size::requested(self.width, self.height, (120, 80))?;
        self.check()?;
        let largest = self.buckets.iter().map(total).max().unwrap_or(0);
        let axis = ValueAxis::new(0, largest.max(1), &self.y_ticks, size.height);
        let names = self.series.iter().map(|series| series.name.as_str());
        let margins = plot(size, axis.room(size.width), labels::room(names, size.width), 0);
        let columns = Columns::new(&margins, self.buckets.len());
        let flags = self.flags(&columns, size.width);
        let plot = Plot { top: plot(size, 0, 0, flags.room()).top, ..margins };
        let amounts = axis.scale(&plot);
        let stacks: Vec<Vec<Block>> =
            self.buckets.iter().map(|bucket| stack(bucket, &amounts, &plot)).collect();

        canvas::chart(size, plot, self.points(&columns, &stacks, &plot), |canvas| {
            axis.draw(canvas, &plot)?;
            self.draw_borders(canvas, &plot, &columns)?;
            for (index, blocks) in stacks.iter().enumerate() {
                self.draw_stack(canvas, columns.bar(index), blocks, self.buckets[index].unsettled)?;
            }
            flags.draw(canvas, &plot)?;
            draw_time_axis(canvas, &plot, size.width, &self.axis_labels(&columns))?;
            labels::draw(canvas, &plot, size.width, &self.end_labels(&stacks, &plot))
        })
    }

    fn check(&self) -> Result<(), ChartError> {
        for (bucket, parts) in self.buckets.iter().map(|bucket| &bucket.parts).enumerate() {
            if let Some(part) = parts.iter().find(|part| part.series >= self.series.len()) {
                return Err(ChartError::UnknownSeries { bucket, series: part.series });
            }
        }
        match self.marks.iter().find(|mark| mark.bucket >= self.buckets.len()) {
            Some(mark) => Err(ChartError::UnknownBucket { bucket: mark.bucket }),
            None => Ok(()),
        }
    }

    fn flags(&self, columns: &Columns, width: i32) -> Flags {
        let flag = |mark: &BucketMark| Flag {
            x: columns.middle(mark.bucket),
            label: mark.label.clone(),
            kind: Kind::Pennant,
            role: Role::Accent,
            ahead: false,
        };
        Flags::new(self.marks.iter().map(flag).collect(), width)
    }

    /// Settlements as faint ticks, the provider's midnight as a line through the plot.
    fn draw_borders(&self, canvas: &Canvas, plot: &Plot, columns: &Columns) -> Result<(), ChartError> {
        let ticks_fit = columns.pitch() >= CLOSEST_BORDERS;
        for (index, bucket) in self.buckets.iter().enumerate() {
            let x = crisp(columns.start(index));
            let (top, bottom, pen) = match (bucket.day_border, ticks_fit) {
                (true, _) => (plot.top, plot.bottom + px(6), Pen::hairline(Role::Line)),
                (false, true) => (plot.bottom, plot.bottom + px(3), Pen::hairline(Role::Line).faded(GRID)),
                (false, false) => continue,
            };
            canvas.path(&[(x, top), (x, bottom)], pen)?;
        }
        Ok(())
    }

    fn draw_stack(
        &self,
        canvas: &Canvas,
        (left, right): (i32, i32),
        blocks: &[Block],
        unsettled: bool,
    ) -> Result<(), ChartError> {
        for block in blocks {
            let series = &self.series[block.series];
            let fill = if unsettled { Fill::Open } else { series.fill };
            // A hairline of page between the layers, where a layer is thick enough to spare it.
            let gap = if block.bottom - block.top > px(3) { px(1) } else { 0 };
            draw_bar(canvas, (left, block.top + gap), (right, block.bottom), series.role, fill)?;
        }
        Ok(())
    }

    /// Days start at their border; labels of other periods stand in the middle of their bar.
    fn axis_labels(&self, columns: &Columns) -> Vec<TimeLabel<'_>> {
        let narrow = columns.pitch() < px(24);
        let labelled = self.buckets.iter().enumerate().filter_map(|(index, bucket)| {
            let starts_here = bucket.day_border && narrow;
            let x = if starts_here { columns.start(index) } else { columns.middle(index) };
            bucket.axis_label.as_deref().map(|label| TimeLabel { x, label, starts_here })
        });
        labelled.collect()
    }

    /// Names beside the last bar that has the series, topmost first; a series without any amount has none.
    fn end_labels(&self, stacks: &[Vec<Block>], plot: &Plot) -> Vec<EndLabel> {
        let last_block = |index: usize| stacks.iter().rev().flatten().find(|block| block.series == index);
        let mut labels = Vec::new();
        for (index, series) in self.series.iter().enumerate().rev() {
            if let Some(block) = last_block(index) {
                let y = i32::midpoint(block.top, block.bottom).min(plot.bottom - px(6));
                labels.push(EndLabel {
                    y,
                    label: series.name.clone(),
                    sample: Sample::Bar(series.role, series.fill),
                });
            }
        }
        labels
    }

    fn points(&self, columns: &Columns, stacks: &[Vec<Block>], plot: &Plot) -> Vec<Point> {
        let mut points = Vec::new();
        for (index, (bucket, blocks)) in self.buckets.iter().zip(stacks).enumerate() {
            let point = |y: i32, value: &str, series: usize| Point {
                x: columns.middle(index),
                y,
                label: bucket.label.clone(),
                value: value.to_owned(),
                series: u32::try_from(series).unwrap_or(u32::MAX),
            };
            for part in &bucket.parts {
                let block = blocks.iter().find(|block| block.series == part.series);
                points.push(point(block.map_or(plot.bottom, |block| block.top), &part.text, part.series));
            }
            let top = blocks.last().map_or(plot.bottom, |block| block.top);
            points.push(point(top, &bucket.total_text, self.series.len()));
        }
        points
    }
}

fn total(bucket: &Bucket) -> i128 {
    bucket.parts.iter().map(|part| i128::from(part.amount)).sum()
}

/// The parts that are not zero, bottom up in the order of the series.
fn stack(bucket: &Bucket, amounts: &Scale, plot: &Plot) -> Vec<Block> {
    let mut parts: Vec<&Part> = bucket.parts.iter().filter(|part| part.amount > 0).collect();
    parts.sort_by_key(|part| part.series);
    let (mut blocks, mut sum, mut bottom) = (Vec::with_capacity(parts.len()), 0_i128, plot.bottom);
    for part in parts {
        sum += i128::from(part.amount);
        let top = amounts.at(sum).min(bottom - THINNEST).max(plot.top).min(bottom);
        blocks.push(Block { series: part.series, top, bottom });
        bottom = top;
    }
    blocks
}
