//! Charts of the screens: figures in, drawn SVG and its points out.
//!
//! What stands in them is in no language: dates and numbers in a neutral form, names of services and offers as they
//! are, and keys – `fromPackages`, `settlements` – that the window replaces by its own words.

pub(crate) mod balance;
pub(crate) mod bills;
pub(crate) mod burn_down;
pub(crate) mod costs;
pub(crate) mod rail;
pub(crate) mod text;
pub(crate) mod timeline;
pub(crate) mod usage;

use crate::dto::common::{ChartPoint, ChartView, PlotView};

/// Width of a chart over the whole page, in pixels, when the face does not say how wide its page is.
const PAGE_WIDTH: u32 = 1072;
/// What a page can be.
const PAGE_WIDTHS: (u32, u32) = (480, 1600);
/// Width of a chart in the detail pane, in pixels.
const PANE_WIDTH: u32 = 328;

/// The width a chart is drawn for, in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Width(u32);

impl Width {
    /// As the face says, within what can be read.
    pub(crate) fn of_page(asked: Option<u32>) -> Self {
        Self(asked.unwrap_or(PAGE_WIDTH).clamp(PAGE_WIDTHS.0, PAGE_WIDTHS.1))
    }
}

fn view(chart: charts::Chart, series: Vec<String>) -> ChartView {
    let point = |point: charts::Point| ChartPoint {
        x: point.x,
        y: point.y,
        label: point.label,
        value: point.value,
        series: point.series,
    };
    let charts::Plot { left, top, right, bottom } = chart.plot;
    ChartView {
        svg: chart.svg,
        width: chart.width,
        height: chart.height,
        plot: PlotView { left, top, right, bottom },
        points: chart.points.into_iter().map(point).collect(),
        series,
    }
}
