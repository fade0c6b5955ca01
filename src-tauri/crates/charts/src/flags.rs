//! Flags above the plot: purchases, renewals, now, an expiry.

use crate::canvas::{Anchor, Canvas, FULL, GRID, Pen, crisp, px};
use crate::theme::Role;
use crate::{ChartError, Plot, text};

/// Height of a row of flags.
const ROW: i32 = px(17);
/// Rows at most; a flag without room keeps its pole and loses its words.
const ROWS: usize = 3;
/// Space between two flags, and between a flag and the edge.
const GAP: i32 = px(6);
/// Space between a pole and its words.
const BESIDE_POLE: i32 = px(9);

/// Something that happened at an instant: a purchase, a renewal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Seconds since the epoch.
    pub at: i64,
    /// What happened, in a word or two.
    pub label: String,
}

/// How a flag looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A pennant on a pole: somebody did something.
    Pennant,
    /// A bare line: a moment of the calendar.
    Moment,
}

/// A flag before it has a row.
#[derive(Clone, Debug)]
pub(crate) struct Flag {
    pub(crate) x: i32,
    pub(crate) label: String,
    pub(crate) kind: Kind,
    pub(crate) role: Role,
    pub(crate) ahead: bool,
}

/// A flag with its words placed.
struct Raised {
    flag: Flag,
    /// Counted upwards from the plot; none if the words have no room.
    row: Option<usize>,
    label: String,
    start: i32,
    end: i32,
}

/// Flags in rows that do not touch.
pub(crate) struct Flags {
    raised: Vec<Raised>,
    rows: usize,
}

impl Flags {
    /// Finds a row for each flag, from right to left, so that no pole crosses the words of another.
    pub(crate) fn new(mut flags: Vec<Flag>, width: i32) -> Self {
        flags.sort_by_key(|flag| std::cmp::Reverse(flag.x));
        let mut raised: Vec<Raised> = Vec::with_capacity(flags.len());
        for flag in flags {
            let label = text::fit(&flag.label, width / 3);
            let room = text::width(&label);
            let to_the_right = flag.x + BESIDE_POLE;
            let start = if to_the_right + room <= width { to_the_right } else { flag.x - GAP - room };
            let mut candidate = Raised { flag, row: None, label, start, end: start + room };
            if !candidate.label.is_empty() && start >= 0 {
                candidate.row =
                    (0..ROWS).find(|row| raised.iter().all(|other| candidate.clears(*row, other)));
            }
            raised.push(candidate);
        }
        let rows = raised.iter().filter_map(|one| one.row).max().map_or(0, |row| row + 1);
        Self { raised, rows }
    }

    /// Room above the plot.
    pub(crate) fn room(&self) -> i32 {
        i32::try_from(self.rows).unwrap_or(0) * ROW + px(8)
    }

    /// Poles through the plot, pennants and words above it.
    pub(crate) fn draw(&self, canvas: &Canvas, plot: &Plot) -> Result<(), ChartError> {
        for Raised { flag, row, label, start, .. } in &self.raised {
            let middle =
                row.map_or(plot.top, |row| plot.top - ROW / 2 - i32::try_from(row).unwrap_or(0) * ROW);
            let top = if row.is_some() { middle - px(6) } else { plot.top };
            let pen = Pen::hairline(flag.role);
            let x = crisp(flag.x);
            let through_plot = if flag.ahead { pen.dashed() } else { pen.faded(GRID) };
            canvas.path(&[(x, top), (x, plot.top)], pen)?;
            canvas.path(&[(x, plot.top), (x, plot.bottom)], through_plot)?;
            if flag.kind == Kind::Pennant {
                canvas.polygon(&[(x, top), (x + px(7), top + px(4)), (x, top + px(8))], flag.role, FULL)?;
            }
            if row.is_some() {
                canvas.text(label, (*start, middle), Anchor::Start, Role::Text)?;
            }
        }
        Ok(())
    }
}

impl Raised {
    /// Whether `pole` stands between this flag's own pole and the far end of its words, on whichever side they are.
    fn reaches_over(&self, pole: i32) -> bool {
        (self.flag.x.min(self.start)..=self.flag.x.max(self.end)).contains(&pole)
    }

    /// Whether this flag in `row` neither covers the words of `other` nor is crossed by its pole.
    fn clears(&self, row: usize, other: &Self) -> bool {
        let Some(other_row) = other.row else { return true };
        let words_meet = self.start < other.end + GAP && other.start < self.end + GAP;
        let crosses = |pole: i32, words: &Self| words.start - GAP < pole && pole < words.end + GAP;
        match row.cmp(&other_row) {
            std::cmp::Ordering::Equal => {
                !words_meet && !other.reaches_over(self.flag.x) && !self.reaches_over(other.flag.x)
            }
            std::cmp::Ordering::Less => !crosses(other.flag.x, self),
            std::cmp::Ordering::Greater => !crosses(self.flag.x, other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Flag, Flags, Kind, ROWS};
    use crate::theme::Role;

    fn flags(positions: &[i32], label: &str) -> Flags {
        let flag = |x: &i32| Flag {
            x: *x,
            label: label.to_owned(),
            kind: Kind::Pennant,
            role: Role::Accent,
            ahead: false,
        };
        Flags::new(positions.iter().map(flag).collect(), 1_000)
    }

    #[test]
    fn flags_far_apart_share_a_row() {
        assert_eq!(flags(&[100, 400, 700], "bought").rows, 1);
    }

    #[test]
    fn crowded_flags_take_rows_and_then_lose_their_words() {
        let crowded = flags(&[500, 504, 508, 512, 516, 520], "bought 100k");
        assert_eq!(crowded.rows, ROWS);
        assert_eq!(crowded.raised.len(), 6);
        assert_eq!(crowded.raised.iter().filter(|one| one.row.is_none()).count(), 3);
    }

    #[test]
    fn words_in_a_row_never_overlap_and_stay_on_the_chart() {
        let placed = flags(&[0, 20, 90, 200, 210, 420, 640, 900, 960, 999], "package 1,000,000");
        for (index, one) in placed.raised.iter().enumerate().filter(|(_, one)| one.row.is_some()) {
            assert!(one.start >= 0 && one.end <= 1_000, "{}..{}", one.start, one.end);
            for other in placed.raised.iter().skip(index + 1).filter(|other| other.row == one.row) {
                assert!(one.end <= other.start || other.end <= one.start);
            }
        }
    }

    #[test]
    fn words_left_of_the_last_pole_do_not_reach_over_the_pole_before_it() {
        let room = crate::text::width("2026-12-07");
        let flag = |x, label: &str| Flag {
            x,
            label: label.to_owned(),
            kind: Kind::Moment,
            role: Role::Accent,
            ahead: false,
        };
        // The date has no room to the right of its pole, the single letter has.
        let placed = Flags::new(vec![flag(9_995 - room, "n"), flag(9_999 - room, "2026-12-07")], 10_000);
        let said: Vec<_> =
            placed.raised.iter().filter(|one| one.row.is_some()).map(|one| one.label.as_str()).collect();
        assert_eq!(said, ["2026-12-07"], "the other keeps its pole alone");
    }

    #[test]
    fn no_flags_need_no_row() {
        assert_eq!(flags(&[], "x").rows, 0);
    }
}
