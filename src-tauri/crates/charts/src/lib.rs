//! Series in, SVG text out.
//!
//! Knows how to place lines, bars and labels on a page. Deliberately does not know a database, billing or
//! any language: every label and every formatted value comes from the caller, and values are plain integers
//! (calls, cents, seconds).
//!
//! Each chart is a plain request struct with a `draw` method: [`Usage`], [`Balance`], [`Bills`],
//! [`BurnDown`], [`Timeline`], [`Rail`], [`Sparkline`], [`Strip`], [`Waterfall`].
//!
//! # What the window needs to do
//!
//! The SVG carries no colour, no `style` attribute, no `id` and no font: a page under a strict content
//! security policy can inline it. Its classes are:
//!
//! | Class | On | Page's part |
//! | --- | --- | --- |
//! | `chart` | the root | size, `font-family` |
//! | `chart-text` | every text | tabular figures |
//! | `{role}-fill`, `{role}-stroke` | every shape | `fill` or `stroke` set to the token `--{role}` |
//! | `dashed`, `dotted` | lines of what has not happened, references | nothing; the dashes are attributes |
//!
//! `{role}` is a name of [`Role`]; [`style_sheet`] is the whole set of rules, so that a page can include it
//! or a test can compare the page's own.
//!
//! The root has `role="img"` and no name: give it `aria-labelledby`, or `aria-hidden` beside a table twin.
//! It has a `viewBox` and no size, so it scales with its box. One requested pixel is two units of the
//! `viewBox`, so that integer positions make no kinks. [`Chart::points`] are in the same units: a crosshair,
//! a keyboard cursor and the table twin all work from them. Text and time axes run left to right in every
//! language; the root says so.

mod axis;
mod balance;
mod bills;
mod burn_down;
mod canvas;
mod columns;
mod flags;
mod labels;
mod rail;
mod sparkline;
mod steps;
mod strip;
mod text;
mod theme;
mod timeline;
mod usage;
mod waterfall;

pub use axis::{TimeTick, ValueTicks};
pub use balance::{Balance, BalancePoint, Threshold};
pub use bills::{BillAmount, BillBar, Bills};
pub use burn_down::{BurnDown, RemainingPoint};
pub use flags::Mark;
pub use rail::{Rail, RailStage};
pub use sparkline::{SparkPoint, Sparkline};
pub use steps::Band;
pub use strip::{Strip, StripPoint};
pub use theme::{Role, style_sheet};
pub use timeline::{Lane, LaneItem, Timeline};
pub use usage::{Bucket, BucketMark, Fill, Part, Series, Usage};
pub use waterfall::{Waterfall, WaterfallBar};

/// A drawn chart and where its data lies in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The SVG document, themed by classes alone.
    pub svg: String,
    /// Width of the `viewBox`, twice the requested pixels.
    pub width: u32,
    /// Height of the `viewBox`, twice the requested pixels.
    pub height: u32,
    /// The area inside the axes, in `viewBox` units: where a crosshair may be drawn.
    pub plot: Plot,
    /// One entry per datum, ordered by x.
    pub points: Vec<Point>,
}

/// The area inside the axes, in `viewBox` units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plot {
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Lower edge, where the time axis is.
    pub bottom: i32,
}

/// Where one datum was drawn, with the caller's own words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Distance from the left, in `viewBox` units.
    pub x: i32,
    /// Distance from the top, in `viewBox` units.
    pub y: i32,
    /// The caller's label, complete: what, or when.
    pub label: String,
    /// The caller's formatted value.
    pub value: String,
    /// Which series of the request; each chart says how it counts them.
    pub series: u32,
}

/// Why a chart was not drawn. Every variant but [`ChartError::Drawing`] is a mistake in the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// The size lies outside what can hold axes and a plot.
    Size {
        /// Requested width in pixels.
        width: u32,
        /// Requested height in pixels.
        height: u32,
    },
    /// A part of a bar names a series that is not there.
    UnknownSeries {
        /// Index of the bar.
        bucket: usize,
        /// The series it names.
        series: usize,
    },
    /// A mark names a bucket that is not there.
    UnknownBucket {
        /// The bucket it names.
        bucket: usize,
    },
    /// Instants must not go back; this is the index of the first that does.
    OutOfOrder {
        /// Index in the list.
        index: usize,
    },
    /// The drawing backend failed or drew a colour that no role owns.
    Drawing(String),
}

impl std::fmt::Display for ChartError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Size { width, height } => write!(out, "cannot draw a chart of {width} by {height} pixels"),
            Self::UnknownSeries { bucket, series } => {
                write!(out, "bucket {bucket} names series {series}, which is not there")
            }
            Self::UnknownBucket { bucket } => write!(out, "a mark names bucket {bucket}, which is not there"),
            Self::OutOfOrder { index } => {
                write!(out, "the instant at index {index} is before the one ahead of it")
            }
            Self::Drawing(cause) => write!(out, "drawing failed: {cause}"),
        }
    }
}

impl std::error::Error for ChartError {}

/// Refuses instants that go back.
fn ordered(instants: impl IntoIterator<Item = i64>) -> Result<(), ChartError> {
    let mut latest = i64::MIN;
    for (index, at) in instants.into_iter().enumerate() {
        if at < latest {
            return Err(ChartError::OutOfOrder { index });
        }
        latest = at;
    }
    Ok(())
}
