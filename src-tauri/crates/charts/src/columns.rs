//! Where bars of equal periods stand.

use crate::Plot;
use crate::axis::Scale;
use crate::canvas::px;

/// Widest bar.
const WIDEST: i32 = px(44);

/// Where the bars stand.
pub(crate) struct Columns {
    edges: Scale,
    count: usize,
}

impl Columns {
    pub(crate) fn new(plot: &Plot, count: usize) -> Self {
        let span = i128::try_from(count).unwrap_or(1).max(1);
        Self { edges: Scale::new(0, span, plot.left, plot.right), count }
    }

    /// Left border of a bucket.
    pub(crate) fn start(&self, index: usize) -> i32 {
        self.edges.at(i128::try_from(index).unwrap_or(0))
    }

    pub(crate) fn middle(&self, index: usize) -> i32 {
        i32::midpoint(self.start(index), self.start(index + 1))
    }

    /// Distance between two borders.
    pub(crate) fn pitch(&self) -> i32 {
        let count = i32::try_from(self.count.max(1)).unwrap_or(i32::MAX);
        (self.start(self.count.max(1)) - self.start(0)) / count
    }

    /// Left and right edge of a bar, on whole pixels where bars are wide enough for that.
    pub(crate) fn bar(&self, index: usize) -> (i32, i32) {
        let (start, end) = (self.start(index), self.start(index + 1));
        let gap = match end - start {
            0..6 => 0,
            6..16 => 1,
            pitch => (pitch / 8).max((pitch - WIDEST) / 2),
        };
        let whole = |x: i32| if gap > 1 { x & !1 } else { x };
        let left = whole(start + gap);
        (left, whole(end - gap).max(left + 1))
    }
}
