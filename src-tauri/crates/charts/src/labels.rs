//! Labels at the right end of what they name, instead of a legend.

use crate::canvas::{Anchor, Canvas, FAINT, FULL, GRID, HALF_TEXT, Pen, px};
use crate::theme::Role;
use crate::usage::Fill;
use crate::{ChartError, Plot, text};

/// Space between the plot and a sample.
const GAP: i32 = px(8);
/// Side of a sample.
const SAMPLE: i32 = px(10);
/// Space between a sample and its text.
const SAMPLE_GAP: i32 = px(5);
/// Distance between the middles of two labels.
const PITCH: i32 = px(16);

/// Bars narrower than this have no room inside an outline.
const NARROWEST: i32 = px(8);
/// Opacity of a tint inside an outline.
const TINT: f64 = 0.24;

/// The mark a label repeats, so that it is found by shape as well as by place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sample {
    Stroke(Pen),
    Bar(Role, Fill),
}

/// A label beside the right edge of the plot.
#[derive(Clone, Debug)]
pub(crate) struct EndLabel {
    /// Where its line or bar ends.
    pub(crate) y: i32,
    pub(crate) label: String,
    pub(crate) sample: Sample,
}

/// Room the labels need at the right of a chart this wide.
pub(crate) fn room<'a>(labels: impl IntoIterator<Item = &'a str>, width: i32) -> i32 {
    let widest = labels.into_iter().map(text::width).max().unwrap_or(0);
    if widest == 0 {
        return px(12);
    }
    let most = (width * 28 / 100).max(px(110).min(width * 38 / 100));
    (GAP + SAMPLE + SAMPLE_GAP + widest + px(2)).min(most)
}

/// Draws the labels, topmost first, moved apart where they would overlap.
pub(crate) fn draw(canvas: &Canvas, plot: &Plot, width: i32, labels: &[EndLabel]) -> Result<(), ChartError> {
    let labels: Vec<&EndLabel> = labels.iter().filter(|label| !label.label.trim().is_empty()).collect();
    let wanted: Vec<i32> = labels.iter().map(|label| label.y).collect();
    let start = plot.right + GAP;
    for (end_label, y) in labels.iter().zip(apart(&wanted, plot.top, plot.bottom)) {
        draw_sample(canvas, (start, y), end_label.sample)?;
        let text_start = start + SAMPLE + SAMPLE_GAP;
        let label = text::fit(&end_label.label, width - text_start);
        canvas.text(&label, (text_start, y), Anchor::Start, Role::Text)?;
    }
    Ok(())
}

fn draw_sample(canvas: &Canvas, (x, y): (i32, i32), sample: Sample) -> Result<(), ChartError> {
    match sample {
        Sample::Stroke(pen) => canvas.path(&[(x, y), (x + SAMPLE, y)], pen),
        Sample::Bar(role, fill) => {
            let (from, to) = ((x, y - SAMPLE / 2), (x + SAMPLE, y + SAMPLE / 2));
            draw_bar(canvas, from, to, role, fill)
        }
    }
}

/// A rectangle in the fill of its series.
pub(crate) fn draw_bar(
    canvas: &Canvas,
    from: (i32, i32),
    to: (i32, i32),
    role: Role,
    fill: Fill,
) -> Result<(), ChartError> {
    let has_inside = to.0 - from.0 >= NARROWEST && to.1 - from.1 >= px(3);
    let outline = Pen::hairline(role);
    match fill {
        Fill::Solid => canvas.rectangle(from, to, role, FULL),
        // Outlines side by side would be a thicket.
        Fill::Tint if !has_inside => canvas.rectangle(from, to, role, GRID),
        Fill::Open if !has_inside => canvas.rectangle(from, to, role, TINT),
        Fill::Outline if !has_inside => canvas.rectangle(from, to, role, FULL),
        Fill::Outline => canvas.outline(from, to, outline),
        Fill::Tint => {
            canvas.rectangle(from, to, role, TINT)?;
            canvas.outline(from, to, outline)
        }
        Fill::Open => {
            canvas.rectangle(from, to, role, FAINT)?;
            canvas.outline(from, to, outline.dashed())
        }
    }
}

/// Positions at least a line apart and within `top..=bottom`, in the order given. Those beyond what fits are
/// left out.
fn apart(wanted: &[i32], top: i32, bottom: i32) -> Vec<i32> {
    let margin = HALF_TEXT.min((bottom - top) / 2);
    let (first, last) = (top + margin, bottom - margin / 2);
    let fitting = usize::try_from((last - first) / PITCH).unwrap_or(0) + 1;
    let mut placed: Vec<i32> = wanted.iter().take(fitting).copied().collect();
    let mut free_from = first;
    for y in &mut placed {
        *y = (*y).max(free_from);
        free_from = *y + PITCH;
    }
    let mut free_to = last;
    for y in placed.iter_mut().rev() {
        *y = (*y).min(free_to);
        free_to = *y - PITCH;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::{PITCH, apart};

    #[test]
    fn labels_that_do_not_meet_stay_where_they_are() {
        assert_eq!(apart(&[100, 200, 300], 0, 400), [100, 200, 300]);
    }

    #[test]
    fn labels_at_one_place_are_moved_apart_inside_the_plot() {
        for wanted in [[390, 390, 390], [0, 0, 0], [200, 200, 201]] {
            let placed = apart(&wanted, 0, 400);
            assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= PITCH), "{placed:?}");
            assert!(placed[0] >= 0 && placed[2] <= 400, "{placed:?}");
        }
    }

    #[test]
    fn labels_beyond_the_room_are_left_out() {
        assert_eq!(apart(&[10; 50], 0, PITCH * 3).len(), 3);
        assert_eq!(apart(&[10; 50], 0, 0).len(), 1);
    }
}
