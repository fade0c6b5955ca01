//! The stages of arrears, to scale in time: what was, where now is, what comes.

use crate::axis::{Scale, TimeTick, draw_time_ticks, plot};
use crate::canvas::{self, Anchor, Canvas, FAINT, FULL, GRID, Pen, Size, crisp, px};
use crate::flags::{Flag, Flags, Kind};
use crate::theme::Role;
use crate::{Chart, ChartError, Mark, Plot, Point, ordered, text};

/// Height of the rail.
const RAIL: i32 = px(26);
/// Room below the rail for the time axis.
const BELOW: i32 = px(24);
/// Opacity of the part of a stage that is over.
const HAPPENED: f64 = 0.34;
/// Opacity of the stage that runs, where it has not come yet.
const RUNNING: f64 = 0.16;
/// Half the width of the marker at now, and its height.
const MARKER: (i32, i32) = (px(5), px(6));
/// Space between the name of a stage and its ends.
const BESIDE: i32 = px(6);

/// Stages one after the other on one bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rail {
    /// Pixels.
    pub width: u32,
    /// Left end; seconds since the epoch.
    pub from: i64,
    /// Right end; seconds since the epoch.
    pub to: i64,
    /// Where the marker stands; seconds since the epoch.
    pub now: i64,
    /// Written above the marker.
    pub now_label: String,
    /// In order of time; each ends where the next begins.
    pub stages: Vec<RailStage>,
    /// Where stages change: when, in words.
    pub boundaries: Vec<Mark>,
    /// The time axis.
    pub x_ticks: Vec<TimeTick>,
}

/// One stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailStage {
    /// Written on it, where it has room.
    pub name: String,
    /// Its first second; seconds since the epoch.
    pub from: i64,
    /// Its end; a stage without length is not drawn.
    pub until: i64,
    /// How serious it is.
    pub role: Role,
}

impl Rail {
    /// Draws the rail. Its points are the stages, ordered by x; `series` counts them, the label is the name, the value the
    /// words of the boundary they begin at.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`]; [`ChartError::OutOfOrder`] where a stage ends before it begins or begins before the one ahead.
    pub fn draw(&self) -> Result<Chart, ChartError> {
        ordered([self.from, self.to])?;
        ordered(self.stages.iter().flat_map(|stage| [stage.from, stage.until]))?;
        let wide = Size::requested(self.width, 1, (240, 1))?;
        let columns = plot(wide, px(1), px(1), 0);
        let time = Scale::new(self.from.into(), self.to.into(), columns.left, columns.right);
        let flags = Flags::new(self.flags(&time), wide.width);
        let top = flags.room() + MARKER.1;
        let plot = Plot { top, bottom: top + RAIL, ..columns };
        let size = Size { height: plot.bottom + BELOW, ..wide };
        canvas::chart(size, plot, self.points(&time, &plot), |canvas| {
            for stage in &self.stages {
                self.draw_stage(canvas, &plot, &time, stage)?;
            }
            flags.draw(canvas, &plot)?;
            self.draw_now(canvas, &plot, &time)?;
            draw_time_ticks(canvas, &plot, size.width, &time, &self.x_ticks)
        })
    }

    fn flags(&self, time: &Scale) -> Vec<Flag> {
        let flag = |at: i64, label: &str, role| Flag {
            x: time.at(at.into()),
            label: label.to_owned(),
            kind: Kind::Moment,
            role,
            ahead: at > self.now,
        };
        let boundaries = self.boundaries.iter().filter(|mark| time.holds(mark.at.into()));
        let boundaries = boundaries.map(|mark| flag(mark.at, &mark.label, Role::Muted));
        let now = time.holds(self.now.into()).then(|| flag(self.now, &self.now_label, Role::Text));
        boundaries.chain(now).collect()
    }

    fn points(&self, time: &Scale, plot: &Plot) -> Vec<Point> {
        let middle = i32::midpoint(plot.top, plot.bottom);
        let points = (0_u32..).zip(&self.stages).map(|(series, stage)| Point {
            x: time.at(stage.from.into()),
            y: middle,
            label: stage.name.clone(),
            value: self
                .boundaries
                .iter()
                .find(|mark| mark.at == stage.from)
                .map_or_else(String::new, |mark| mark.label.clone()),
            series,
        });
        points.collect()
    }

    /// What is over is full, what runs is lighter, what is ahead is faint with a dashed edge.
    fn draw_stage(
        &self,
        canvas: &Canvas,
        plot: &Plot,
        time: &Scale,
        stage: &RailStage,
    ) -> Result<(), ChartError> {
        let (start, end) = (time.at(stage.from.into()), time.at(stage.until.into()));
        if end <= start {
            return Ok(());
        }
        let (top, bottom) = (plot.top, plot.bottom);
        let (ahead, over) = (stage.from > self.now, stage.until <= self.now);
        let now = time.at(self.now.into()).clamp(start, end);
        let reached = if ahead {
            start
        } else if over {
            end
        } else {
            now
        };
        canvas.rectangle((start, top), (reached, bottom), stage.role, HAPPENED)?;
        canvas.rectangle((reached, top), (end, bottom), stage.role, if ahead { FAINT } else { RUNNING })?;
        let pen = Pen::hairline(stage.role);
        canvas.outline((start, top), (end, bottom), if ahead { pen.dashed() } else { pen })?;
        // Half a name would be no key that the page has words for.
        let name = text::fit(&stage.name, i32::MAX);
        let width = text::width(&name);
        // The marker at now does not cross a name that fits beside it.
        let is_crossed = start < now && now <= start + width + 2 * BESIDE;
        let begin = if is_crossed && width <= end - now - 2 * BESIDE { now } else { start };
        if width <= end - start - 2 * BESIDE {
            let place = (begin + BESIDE, i32::midpoint(top, bottom));
            canvas.text(&name, place, Anchor::Start, Role::Text)?;
        }
        Ok(())
    }

    /// A line over the rail and a triangle that stands on it.
    fn draw_now(&self, canvas: &Canvas, plot: &Plot, time: &Scale) -> Result<(), ChartError> {
        if !time.holds(self.now.into()) {
            return Ok(());
        }
        let x = crisp(time.at(self.now.into()));
        let line = Pen { width: 4, ..Pen::hairline(Role::Text) };
        canvas.path(&[(x, plot.top), (x, plot.bottom)], line.faded(FULL))?;
        let (half, height) = MARKER;
        let peak = plot.top;
        canvas.polygon(
            &[(x - half, peak - height), (x + half, peak - height), (x, peak)],
            Role::Text,
            FULL,
        )?;
        canvas.path(
            &[(plot.left, crisp(plot.bottom)), (plot.right, crisp(plot.bottom))],
            Pen::hairline(Role::Line).faded(GRID),
        )
    }
}
