//! Charts of the screens: figures in, drawn SVG and its points out.
//!
//! What stands in them is in no language: dates and numbers in a neutral form, names of services and offers as they
//! are, and keys – `fromPackages`, `settlements` – that the window replaces by its own words.

pub(crate) mod balance;
pub(crate) mod bills;
pub(crate) mod burn_down;
pub(crate) mod costs;
pub(crate) mod rail;
pub(crate) mod strip;
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

    /// How many places side by side can be told apart between its axis and its labels: no more than there are pixels.
    pub(crate) const fn places(self) -> u32 {
        self.0 * 7 / 10
    }
}

/// At most so many of what stands in order of time, each the one of its neighbours that `stands` prefers; the first and
/// the last always.
fn thinned<T: Clone>(all: &[T], most: u32, stands: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let [first, inner @ .., last] = all else { return all.to_vec() };
    let step = inner.len().div_ceil(most.saturating_sub(2).max(1)).max(1);
    let chosen = inner.chunks(step).filter_map(|chunk| {
        chunk.iter().reduce(|best, one| if stands(one, best) { one } else { best }).cloned()
    });
    std::iter::once(first.clone()).chain(chosen).chain([last.clone()]).collect()
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

#[cfg(test)]
mod tests {
    use super::{Width, thinned};

    #[test]
    fn no_more_places_than_pixels_and_the_lowest_of_neighbours() {
        let lower = |one: &i32, best: &i32| one < best;
        assert_eq!(thinned(&[9, 5, 7, 3, 8, 4, 6], 4, lower), [9, 3, 4, 6]);
        assert_eq!(thinned(&[1, 2, 3], 10, lower), [1, 2, 3]);
        assert_eq!(thinned(&[4], 10, lower), [4]);
        let days: Vec<i32> = (0..3_653).collect();
        let width = Width::of_page(Some(640));
        assert!(thinned(&days, width.places(), lower).len() <= 640);
    }
}
