//! Stretches of imports so large that their marks are short.

use std::ops::Range;

use rapidhash::v3::rapidhash_v3;

use super::codec::{pack, unpack};
use super::run::{PAIRS, Run};
use super::{FileStretches, Known, StretchRun};
use crate::count::Count;
use crate::history::{History, HistoryError, MemoryHistory};
use crate::keys::Keys;
use crate::line::{Class, Line};
use crate::options::Options;
use crate::tally::Tally;

/// Lines by number, four a second, each different.
fn lines(numbers: Range<u64>) -> Vec<Line> {
    let line = |n: u64| Line {
        hash: rapidhash_v3(&n.to_le_bytes()),
        at: n as i64 / 4,
        class: Class::call(0, true),
        count: 1,
    };
    numbers.map(line).collect()
}

struct Runs(Vec<StretchRun>);

impl History for Runs {
    fn record_blocks(&self, _: u64, _: u64, _: &mut dyn FnMut(&[u8])) -> Result<(), HistoryError> {
        Ok(())
    }

    fn stretch_runs(&self, _: i64, _: i64, visit: &mut dyn FnMut(u64, &[u8])) -> Result<(), HistoryError> {
        (0..).zip(&self.0).for_each(|(id, run)| visit(id, &run.data));
        Ok(())
    }
}

/// Imports a file with marks of at most so many bits; the lines that were new, and the run.
fn import(history: &dyn History, file: &[Line], mark_bits: u64) -> (u64, StretchRun) {
    let options = Options::new("s", i64::MAX);
    let mut tally = Tally::new(Count::new(&options, vec![false]), &options);
    let mut known = Known::new(history);
    known.own().unwrap().mark_bits = Some(mark_bits);
    let mut stretches = FileStretches::new(&mut known, &mut tally);
    file.iter().for_each(|line| stretches.push(*line, None).unwrap());
    stretches.finish().unwrap();
    let run = known.finish();
    let reading = tally.finish(&Keys::default(), &options, Default::default(), run.clone());
    assert_eq!(reading.rows, reading.counted + reading.overlapped);
    (reading.counted, run)
}

/// Bits of all marks, for 20,000 lines, that leave marks at this level.
fn bits_at(level: u8) -> u64 {
    if level == PAIRS { 12_000 } else { 20_000 * u64::from(32u32 >> level) }
}

#[test]
fn marks_are_as_short_as_they_have_to_be() {
    for level in 0..=PAIRS {
        let (_, run) = import(&MemoryHistory::default(), &lines(0..20_000), bits_at(level));
        let run = unpack(&run.data).unwrap();
        assert_eq!(run.level, level);
        for (number, line) in lines(0..20_000).iter().enumerate().filter(|_| level < PAIRS) {
            assert_eq!(run.mark(number as u64), run.mark_of(line.hash), "line {number} at level {level}");
        }
        assert_eq!(unpack(&pack(&run).data), Some(run));
    }
}

/// A name, first and last number of each part, and how many lines of all are new.
type Way = (&'static str, &'static [(u64, u64)], u64);

#[test]
fn a_log_comes_back_in_every_way_however_short_its_marks_are() {
    let ways: [Way; 11] = [
        ("again", &[(0, 20_000)], 0),
        ("grown", &[(0, 25_000)], 5_000),
        ("rotated", &[(7_777, 25_001)], 5_001),
        ("its head", &[(0, 333)], 0),
        ("its tail", &[(19_900, 20_000)], 0),
        ("a cut", &[(12_345, 12_425)], 0),
        ("a long cut", &[(1_234, 17_890)], 0),
        ("more before it", &[(40_000, 40_100), (0, 20_000)], 100),
        ("more around it", &[(40_000, 40_100), (0, 20_000), (50_000, 50_007)], 107),
        ("more around a cut", &[(40_000, 40_100), (5_002, 15_002), (50_000, 50_007)], 107),
        ("twice", &[(0, 20_000), (0, 20_000)], 0),
    ];
    for level in 0..=PAIRS {
        let (_, run) = import(&MemoryHistory::default(), &lines(0..20_000), bits_at(level));
        let history = Runs(vec![run]);
        for (way, parts, new) in ways {
            let file: Vec<Line> = parts.iter().flat_map(|(from, to)| lines(*from..*to)).collect();
            assert_eq!(import(&history, &file, u64::MAX).0, new, "{way}, level {level}");
        }
    }
}

#[test]
fn new_lines_of_the_same_time_are_never_taken_for_known_ones() {
    for level in 0..=PAIRS {
        let (_, run) = import(&MemoryHistory::default(), &lines(0..20_000), bits_at(level));
        let history = Runs(vec![run]);
        for start in (0..20_000).step_by(2_000) {
            let other = |mut line: Line| {
                line.hash = rapidhash_v3(&line.hash.to_le_bytes());
                line
            };
            let file: Vec<Line> = lines(start..start + 300).into_iter().map(other).collect();
            assert_eq!(import(&history, &file, u64::MAX).0, 300, "lines {start}…, level {level}");
        }
    }
}

#[test]
fn damaged_runs_are_refused() {
    let (_, run) = import(&MemoryHistory::default(), &lines(0..3_000), u64::MAX);
    for length in 0..run.data.len().min(400) {
        assert_eq!(unpack(&run.data[..length]), None, "cut after {length} bytes");
    }
    assert_eq!(unpack(&[&run.data[..], b"more"].concat()), None);
    assert_eq!(unpack(&[]).map(|run: Run| run.level), None);
}
