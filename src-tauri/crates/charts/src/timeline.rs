//! The days ahead in lanes: settlements, renewals, expiries, plans.

use crate::axis::{Scale, TimeTick, draw_time_ticks, plot};
use crate::balance::now_flag;
use crate::canvas::{self, Anchor, Canvas, FAINT, FULL, GRID, HALF_TEXT, Pen, Size, crisp, px};
use crate::flags::Flags;
use crate::theme::Role;
use crate::{Chart, ChartError, Plot, Point, ordered, text};

/// Height of one row of a lane.
const ROW: i32 = px(22);
/// Space above and below the rows of a lane.
const LANE_PADDING: i32 = px(5);
/// Rows of a lane at most; beyond that, labels are cut.
const ROWS: usize = 4;
/// Half the size of the mark of an instant.
const MARK: i32 = px(4);
/// Half the height of a bar.
const BAR: i32 = px(8);
/// Opacity of a bar that has begun.
const HAPPENED: f64 = 0.16;
/// Space between a mark and its label, and between two items.
const GAP: i32 = px(6);

/// Lanes over a span of time. It is as high as its lanes need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Pixels.
    pub width: u32,
    /// Left end; seconds since the epoch.
    pub from: i64,
    /// Right end; seconds since the epoch.
    pub to: i64,
    /// What is after this has not happened yet; seconds since the epoch.
    pub now: i64,
    /// Written above the line at now; no line if empty.
    pub now_label: String,
    /// From top to bottom.
    pub lanes: Vec<Lane>,
    /// The time axis.
    pub x_ticks: Vec<TimeTick>,
}

/// One kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Written at the left.
    pub name: String,
    /// In any order; those wholly outside the span are left out.
    pub items: Vec<LaneItem>,
}

/// An event or a span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneItem {
    /// When it happens or begins; seconds since the epoch.
    pub at: i64,
    /// When it ends, if it lasts.
    pub until: Option<i64>,
    /// What it is; may be empty.
    pub label: String,
    /// Its formatted moment or amount, for the cursor.
    pub value: String,
    /// How serious it is: the four calm steps also differ in shape, and [`Role::Muted`] is a mere tick.
    pub role: Role,
}

/// An item with its place in a lane.
struct Placed<'a> {
    item: &'a LaneItem,
    /// Index of the first item of those that share one label.
    first: usize,
    row: usize,
    /// Where its mark or bar starts and ends.
    mark: (i32, i32),
    label: String,
    /// Where its label starts; also where its end would be, if the label stands before the mark.
    label_start: i32,
    /// Everything it covers.
    covers: (i32, i32),
}

impl Timeline {
    /// Draws the chart. Its points are the items on the span, ordered by x; `series` is the lane.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`]; [`ChartError::OutOfOrder`] at index 1 if the span ends before it begins.
    pub fn draw(&self) -> Result<Chart, ChartError> {
        ordered([self.from, self.to])?;
        let wide = Size::requested(self.width, 1, (240, 1))?;
        let names = self.lanes.iter().map(|lane| text::width(&lane.name)).max().unwrap_or(0);
        let left = (names + px(16)).min(wide.width * 3 / 10);
        let columns = plot(wide, left, px(12), 0);
        let time = Scale::new(self.from.into(), self.to.into(), columns.left, columns.right);
        let lanes: Vec<Vec<Placed>> =
            self.lanes.iter().map(|lane| arrange(lane, &time, wide.width)).collect();
        let has_now = !self.now_label.is_empty() && time.holds(self.now.into());
        let flags = has_now.then(|| now_flag(&time, self.now, &self.now_label)).into_iter().collect();
        let flags = Flags::new(flags, wide.width);

        let mut tops = vec![flags.room()];
        for lane in &lanes {
            let top = tops.last().copied().unwrap_or(0);
            tops.push(top + lane_height(lane));
        }
        let bottom = tops.last().copied().unwrap_or(0).max(flags.room() + px(16));
        let size = Size { height: bottom + px(24), ..wide };
        let plot = Plot { top: flags.room(), bottom, ..columns };

        canvas::chart(size, plot, points(&lanes, &tops), |canvas| {
            self.draw_lanes(canvas, &plot, &tops)?;
            self.draw_grid(canvas, &plot, &time)?;
            flags.draw(canvas, &plot)?;
            for (lane, top) in lanes.iter().zip(&tops) {
                for placed in lane {
                    draw_item(canvas, placed, middle(*top, placed.row), self.now)?;
                }
            }
            draw_time_ticks(canvas, &plot, size.width, &time, &self.x_ticks)
        })
    }

    fn draw_lanes(&self, canvas: &Canvas, plot: &Plot, tops: &[i32]) -> Result<(), ChartError> {
        for (lane, top) in self.lanes.iter().zip(tops) {
            canvas.path(
                &[(0, crisp(*top)), (plot.right, crisp(*top))],
                Pen::hairline(Role::Line).faded(GRID),
            )?;
            let name = text::fit(&lane.name, plot.left - px(12));
            canvas.text(&name, (0, middle(*top, 0)), Anchor::Start, Role::Muted)?;
        }
        Ok(())
    }

    fn draw_grid(&self, canvas: &Canvas, plot: &Plot, time: &Scale) -> Result<(), ChartError> {
        for tick in self.x_ticks.iter().filter(|tick| time.holds(tick.at.into())) {
            let x = crisp(time.at(tick.at.into()));
            canvas.path(&[(x, plot.top), (x, plot.bottom)], Pen::hairline(Role::Line).faded(GRID))?;
        }
        Ok(())
    }
}

/// Middle of a row.
fn middle(lane_top: i32, row: usize) -> i32 {
    lane_top + LANE_PADDING + i32::try_from(row).unwrap_or(0) * ROW + ROW / 2
}

fn lane_height(lane: &[Placed]) -> i32 {
    let rows = lane.iter().map(|placed| placed.row + 1).max().unwrap_or(1);
    i32::try_from(rows).unwrap_or(1) * ROW + 2 * LANE_PADDING
}

/// Gives each item the first row where it covers nothing; if there is none, cuts the label that is in the way.
/// Marks without words may touch each other: a lane of settlements is one row however dense.
fn arrange<'a>(lane: &'a Lane, time: &Scale, width: i32) -> Vec<Placed<'a>> {
    let items =
        lane.items.iter().filter(|item| time.meets(item.at.into(), item.until.unwrap_or(item.at).into()));
    let mut placed: Vec<Placed> = items.map(|item| place(item, time, width)).collect();
    placed.sort_by_key(|one| (one.mark.0, one.item.at));
    share_labels(&mut placed);
    for index in 0..placed.len() {
        let (before, rest) = placed.split_at_mut(index);
        let Some(this) = rest.first_mut() else { break };
        if let Some(first) = before.get(this.first) {
            this.row = first.row;
            continue;
        }
        let wordless = this.label.is_empty();
        let minds = |one: &&Placed| !(wordless && one.label.is_empty());
        let end_of = |row: usize| {
            before.iter().filter(|one| one.row == row).filter(minds).map(|one| one.covers.1).max()
        };
        let free = (0..ROWS).find(|row| end_of(*row).is_none_or(|end| end + GAP <= this.covers.0));
        match free {
            Some(row) => this.row = row,
            None => squeeze(before, this, width),
        }
    }
    placed
}

/// Of neighbours with one name that stand closer than half of it is long, one alone is named, and they stay on one row.
fn share_labels(placed: &mut [Placed]) {
    let mut from = 0;
    while from < placed.len() {
        let is_next = |pair: &[Placed]| match pair {
            [one, next] => {
                let named = !one.label.is_empty() && one.item.label == next.item.label;
                let instants = one.item.until.is_none() && next.item.until.is_none();
                named && instants && next.mark.0 - one.mark.1 < text::width(&one.label) / 2
            }
            _ => false,
        };
        let more = placed[from..].windows(2).take_while(|pair| is_next(pair)).count();
        if more > 0 {
            name_once(&mut placed[from..=from + more]);
        }
        for one in &mut placed[from..=from + more] {
            one.first = from;
        }
        from += more + 1;
    }
}

/// The name stands after the last, or before the first where there is no room after the last.
fn name_once(run: &mut [Placed]) {
    let [first, .., last] = run else { return };
    let covers = if last.label_start > last.mark.0 {
        (first.mark.0, last.covers.1)
    } else {
        first.label_start = first.mark.0 - GAP - text::width(&first.label);
        (first.label_start, last.mark.1)
    };
    let named = if last.label_start > last.mark.0 { run.len() - 1 } else { 0 };
    for (index, one) in run.iter_mut().enumerate() {
        if index != named {
            one.label.clear();
            one.covers = one.mark;
        }
    }
    if let Some(first) = run.first_mut() {
        first.covers = covers;
    }
}

/// Puts `this` on the row whose last mark ends first and cuts the label there.
fn squeeze(before: &mut [Placed], this: &mut Placed, width: i32) {
    let mark_end = |row: usize| before.iter().filter(|one| one.row == row).map(|one| one.mark.1).max();
    this.row = (0..ROWS).min_by_key(|row| mark_end(*row)).unwrap_or(0);
    if this.label_start < this.mark.0 {
        this.label_start = this.mark.1 + GAP;
        this.label = text::fit(&this.label, width - this.label_start);
        this.covers = (this.mark.0, this.label_start + text::width(&this.label));
    }
    for one in before.iter_mut().filter(|one| one.row == this.row && one.covers.1 + GAP > this.mark.0) {
        one.label = text::fit(&one.label, this.mark.0 - GAP - one.label_start);
        one.covers.1 = one.mark.1.max(one.label_start + text::width(&one.label));
    }
}

/// Mark and label; near the right edge the label stands before its mark.
fn place<'a>(item: &'a LaneItem, time: &Scale, width: i32) -> Placed<'a> {
    let x = time.at(item.at.into());
    let mark = match item.until {
        Some(until) => (x, time.at(until.into()).max(x + px(2))),
        None => (x - MARK, x + MARK),
    };
    let label = text::fit(&item.label, width / 3);
    let room = text::width(&label);
    let after = if item.until.is_some() { mark.0 + GAP } else { mark.1 + GAP };
    let label_start = if after + room <= width { after } else { mark.0.min(width) - GAP - room };
    let covers = match room {
        0 => mark,
        _ => (mark.0.min(label_start), mark.1.max(label_start + room)),
    };
    Placed { item, first: 0, row: 0, mark, label, label_start, covers }
}

fn draw_item(canvas: &Canvas, placed: &Placed, y: i32, now: i64) -> Result<(), ChartError> {
    let Placed { item, mark: (start, end), .. } = placed;
    let pen = Pen::hairline(item.role);
    let ahead = item.at > now;
    if item.until.is_some() {
        let (from, to) = ((*start, y - BAR), (*end, y + BAR));
        canvas.rectangle(from, to, item.role, if ahead { FAINT } else { HAPPENED })?;
        canvas.outline(from, to, if ahead { pen.dashed() } else { pen })?;
    } else {
        draw_mark(canvas, (i32::midpoint(*start, *end), y), item.role, ahead)?;
    }
    canvas.text(&placed.label, (placed.label_start, y), Anchor::Start, Role::Text)
}

/// A tick for routine; otherwise the more serious, the more the shape stands out: disc, diamond, triangle,
/// square. Hollow until it happens.
fn draw_mark(canvas: &Canvas, (x, y): (i32, i32), role: Role, ahead: bool) -> Result<(), ChartError> {
    let corners = match role {
        Role::Muted | Role::Line => {
            let pen = if ahead { Pen::hairline(role).faded(GRID) } else { Pen::hairline(role) };
            return canvas.path(&[(crisp(x), y - MARK), (crisp(x), y + MARK)], pen);
        }
        Role::Soon => vec![(x, y - MARK - 1), (x + MARK + 1, y), (x, y + MARK + 1), (x - MARK - 1, y)],
        Role::Today => vec![(x, y - MARK), (x + MARK + 1, y + MARK), (x - MARK - 1, y + MARK)],
        Role::Now => {
            vec![(x - MARK, y - MARK), (x + MARK, y - MARK), (x + MARK, y + MARK), (x - MARK, y + MARK)]
        }
        _ if ahead => {
            canvas.disc((x, y), MARK - 1, Role::Surface)?;
            return canvas.ring((x, y), MARK - 1, Pen::data(role));
        }
        _ => return canvas.disc((x, y), MARK, role),
    };
    if ahead {
        let closed: Vec<(i32, i32)> = corners.iter().chain(corners.first()).copied().collect();
        canvas.polygon(&corners, Role::Surface, FULL)?;
        canvas.path(&closed, Pen::data(role))
    } else {
        canvas.polygon(&corners, role, FULL)
    }
}

fn points(lanes: &[Vec<Placed>], tops: &[i32]) -> Vec<Point> {
    let mut points = Vec::new();
    for (index, (lane, top)) in lanes.iter().zip(tops).enumerate() {
        points.extend(lane.iter().map(|placed| Point {
            x: if placed.item.until.is_some() {
                placed.mark.0
            } else {
                i32::midpoint(placed.mark.0, placed.mark.1)
            },
            y: middle(*top, placed.row).max(HALF_TEXT),
            label: placed.item.label.clone(),
            value: placed.item.value.clone(),
            series: u32::try_from(index).unwrap_or(u32::MAX),
        }));
    }
    points.sort_by_key(|point| point.x);
    points
}
