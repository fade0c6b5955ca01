//! Lines that hold a value until it changes, and the band a forecast may fall in.

use crate::canvas::{Canvas, FAINT, Pen, Place, px};
use crate::theme::Role;
use crate::{ChartError, axis::Scale};

/// Radius of a value without a line.
const DOT: i32 = px(3);

/// One instant of a forecast range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band<V> {
    /// Seconds since the epoch.
    pub at: i64,
    /// Lower end.
    pub low: V,
    /// Upper end.
    pub high: V,
}

/// Corners of the line that holds each place's y until the next x, the last one until `held_to`.
pub(crate) fn corners(places: &[Place], held_to: i32) -> Vec<Place> {
    let mut corners: Vec<Place> = Vec::with_capacity(places.len() * 2 + 1);
    for (x, y) in places {
        if let Some((_, before)) = corners.last().copied() {
            push(&mut corners, (*x, before));
        }
        push(&mut corners, (*x, *y));
    }
    if let Some((x, y)) = corners.last().copied().filter(|(x, _)| *x < held_to) {
        push(&mut corners, (x.max(held_to), y));
    }
    corners
}

/// Adds a corner unless it repeats the last; the last one goes if it lies between its neighbours.
fn push(corners: &mut Vec<Place>, corner: Place) {
    let between = |a: i32, b: i32, c: i32| (a <= b && b <= c) || (a >= b && b >= c);
    if corners.last() == Some(&corner) {
        return;
    }
    if let [.., before, last] = corners.as_slice() {
        let on_a_vertical = before.0 == last.0 && last.0 == corner.0 && between(before.1, last.1, corner.1);
        let on_a_horizontal = before.1 == last.1 && last.1 == corner.1 && between(before.0, last.0, corner.0);
        if on_a_vertical || on_a_horizontal {
            corners.pop();
        }
    }
    corners.push(corner);
}

/// Fills between a line and the level `base`; what is below the level stays empty.
pub(crate) fn fill(canvas: &Canvas, line: &[Place], base: i32, role: Role) -> Result<(), ChartError> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Ok(()) };
    let mut outline = vec![(first.0, base)];
    outline.extend(line.iter().map(|(x, y)| (*x, (*y).min(base))));
    outline.push((last.0, base));
    canvas.polygon(&outline, role, FAINT)
}

/// Fills a forecast range.
pub(crate) fn fill_band<V: Copy + Into<i128>>(
    canvas: &Canvas,
    band: &[Band<V>],
    (time, values): (&Scale, &Scale),
    role: Role,
) -> Result<(), ChartError> {
    let at = |one: &Band<V>, value: V| (time.at(one.at.into()), values.at(value.into()));
    let mut outline: Vec<Place> = band.iter().map(|one| at(one, one.high)).collect();
    outline.extend(band.iter().rev().map(|one| at(one, one.low)));
    canvas.polygon(&outline, role, FAINT)
}

/// Draws what happened in full and what has not as dashes. What has happened at one instant only is a dot: a line
/// without length would not be seen.
pub(crate) fn draw(canvas: &Canvas, actual: &[Place], ahead: &[Place], role: Role) -> Result<(), ChartError> {
    if let [only] = actual {
        canvas.disc(*only, DOT, role)?;
    }
    canvas.path(actual, Pen::data(role))?;
    canvas.path(ahead, Pen::data(role).dashed())
}

#[cfg(test)]
mod tests {
    use super::corners;

    #[test]
    fn a_value_holds_until_the_next_one() {
        assert_eq!(corners(&[(0, 9), (10, 4)], 20), [(0, 9), (10, 9), (10, 4), (20, 4)]);
    }

    #[test]
    fn one_value_holds_to_the_end() {
        assert_eq!(corners(&[(3, 5)], 30), [(3, 5), (30, 5)]);
        assert_eq!(corners(&[], 30), []);
    }

    #[test]
    fn corners_on_a_straight_line_are_dropped() {
        assert_eq!(corners(&[(0, 5), (4, 5), (8, 5)], 10), [(0, 5), (10, 5)]);
        assert_eq!(corners(&[(0, 5), (4, 6), (4, 7), (4, 9)], 4), [(0, 5), (4, 5), (4, 9)]);
    }

    #[test]
    fn a_dip_inside_one_column_is_kept() {
        assert_eq!(corners(&[(0, 5), (4, 90), (4, 7)], 4), [(0, 5), (4, 5), (4, 90), (4, 7)]);
    }
}
