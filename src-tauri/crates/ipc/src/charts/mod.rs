//! Charts of the screens: figures in, drawn SVG and its points out.
//!
//! What stands in them is in no language: dates and numbers in a neutral form, names of services and offers as they
//! are, and keys – `fromPackages`, `settlements` – that the window replaces by its own words.

pub(crate) mod balance;
pub(crate) mod burn_down;
pub(crate) mod text;
pub(crate) mod timeline;
pub(crate) mod usage;

use crate::dto::common::{ChartPoint, ChartView};

/// Width of a chart over the whole page, in pixels.
const PAGE_WIDTH: u32 = 1072;
/// Width of a chart in the detail pane, in pixels.
const PANE_WIDTH: u32 = 328;

fn view(chart: charts::Chart, series: Vec<String>) -> ChartView {
    let point = |point: charts::Point| ChartPoint {
        x: point.x,
        y: point.y,
        label: point.label,
        value: point.value,
        series: point.series,
    };
    ChartView {
        svg: chart.svg,
        width: chart.width,
        height: chart.height,
        points: chart.points.into_iter().map(point).collect(),
        series,
    }
}
