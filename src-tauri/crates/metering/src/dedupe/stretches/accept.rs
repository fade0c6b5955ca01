//! Whether an agreement is a return of known lines or a coincidence of new ones.
//!
//! New calls may look exactly like known ones for a moment: the same client repeats a request within
//! a second, and the file happens to be split there. They do not do so over two seconds, nor in
//! sixteen different lines. Agreements that follow each other without a gap are judged together, as a
//! *chain*.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::known::{Known, Place};
use super::region::{Part, Region};
use super::run::{Strand, top};
use crate::line::{Line, NO_TIME};

/// So many different lines are no coincidence, even within a second.
const DIFFERENT_LINES: usize = 16;
/// Lines that make a chain in the middle of a file and of a strand.
const LINES_IN_THE_MIDDLE: usize = 4;
/// Bits by which an agreement has to be less likely than one in all that were looked at.
const SPARE_BITS: u32 = 10;

/// The parts that are a return of known lines.
pub fn accepted(region: &Region<'_>, known: &Known<'_>, parts: &[Part], looked_at: u64) -> Vec<Part> {
    let mut accepted = Vec::new();
    let mut repeating = repeating(parts);
    repeating.retain(|number| parts.get(*number).is_some_and(|part| !stands_alone(region, part)));
    let mut start = 0;
    while start < parts.len() {
        let mut used: HashSet<(u32, u64)> = HashSet::new();
        let mut end = start;
        while let Some(part) = parts.get(end) {
            let before = end.checked_sub(1).filter(|_| end > start).and_then(|before| parts.get(before));
            let follows = before.is_none_or(|before| {
                before.end == part.start
                    && links(region, known, before.end_place(), part.place, part.start)
                    && !repeating.contains(&(end - 1))
                    && !repeating.contains(&end)
            });
            if !follows || !part.known_lines().all(|line| used.insert(line)) {
                break;
            }
            end += 1;
        }
        let chain = parts.get(start..end.max(start + 1)).unwrap_or_default();
        if is_return(region, known, chain, looked_at) {
            accepted.extend_from_slice(chain);
        }
        start = end.max(start + 1);
    }
    accepted
}

/// Whether a part is no coincidence wherever it is.
fn stands_alone(region: &Region<'_>, part: &Part) -> bool {
    let lines = region.lines.get(part.start..part.end).unwrap_or_default();
    lines.len() >= LINES_IN_THE_MIDDLE && span_seconds(lines)
}

fn span_seconds(lines: &[Line]) -> bool {
    let mut seconds = lines.iter().map(|line| line.at).filter(|at| *at != NO_TIME);
    seconds.next().is_some_and(|first| seconds.any(|at| at != first))
}

/// The parts that agree with lines a longer one agrees with: they need reasons of their own.
fn repeating(parts: &[Part]) -> HashSet<usize> {
    let length = |number: &usize| parts.get(*number).map_or(0, |part| part.end - part.start);
    let mut longest_first: Vec<usize> = (0..parts.len()).collect();
    longest_first.sort_by_key(|number| Reverse(length(number)));
    let mut used: HashMap<(u32, u64), usize> = HashMap::new();
    let mut repeats = |number: &usize| {
        let Some(part) = parts.get(*number) else { return false };
        let longest = part.known_lines().map(|line| *used.entry(line).or_insert(length(number))).max();
        longest > Some(length(number))
    };
    longest_first.into_iter().filter(|number| repeats(number)).collect()
}

/// Whether a known stretch may go on from one place to another, `at` a line of the region: further on
/// in the same strand, as when lines were left out; from the end of a strand to the start of another;
/// or between the two lines that were neighbours when one of them was imported.
pub fn links(region: &Region<'_>, known: &Known<'_>, end: Place, start: Place, at: usize) -> bool {
    let ended = strand_before(known, end);
    let starting = known.run(start.run).and_then(|run| run.strand_of(start.line));
    let same_strand =
        ended.is_some_and(|strand| end.run == start.run && (end.line..strand.end).contains(&start.line));
    let ended = ended.filter(|strand| strand.end == end.line);
    let starting = starting.filter(|strand| strand.start == start.line);
    let hash_at = |at: usize| region.lines.get(at).map(|line| line.hash);
    let before = at.checked_sub(1).map_or(region.before, hash_at).map(top);
    let behind = if at == region.lines.len() { region.behind } else { hash_at(at) }.map(top);
    let neighbours = || {
        starting.is_some_and(|strand| Some(strand.between.0) == before)
            || ended.is_some_and(|strand| Some(strand.between.1) == behind)
    };
    same_strand || (ended.is_some() && starting.is_some()) || neighbours()
}

fn strand_before<'k>(known: &'k Known<'_>, end: Place) -> Option<&'k Strand> {
    known.run(end.run)?.strand_of(end.line.checked_sub(1)?)
}

fn starts_strand(known: &Known<'_>, start: Place) -> bool {
    let strand = known.run(start.run).and_then(|run| run.strand_of(start.line));
    strand.is_some_and(|strand| strand.start == start.line)
}

fn starts_file(known: &Known<'_>, start: Place) -> bool {
    let strand = known.run(start.run).and_then(|run| run.strand_of(start.line));
    strand.is_some_and(|strand| strand.start == start.line && strand.starts_file)
}

fn ends_strand(known: &Known<'_>, end: Place) -> bool {
    strand_before(known, end).is_some_and(|strand| strand.end == end.line)
}

fn is_return(region: &Region<'_>, known: &Known<'_>, chain: &[Part], looked_at: u64) -> bool {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return false };
    let bits = chain.iter().fold(0u32, |bits, part| bits.saturating_add(part.bits));
    let among = 64 - looked_at.leading_zeros() + SPARE_BITS;
    let (starts, ends) = (first.start == 0, last.end == region.lines.len());
    // A verified stretch goes on exactly where it stopped, or after it at a place that is certain.
    let certain = |a: Place, b: Place, part: &Part, at: usize| {
        a == b || (part.bits >= among && links(region, known, a, b, at))
    };
    if starts && region.left.is_some_and(|left| certain(left, first.place, first, first.start)) {
        return true;
    }
    if ends && region.right.is_some_and(|right| certain(last.end_place(), right, last, last.end)) {
        return true;
    }
    let (from_file_start, to_file_end) = (starts && region.file_starts, ends && region.file_ends);
    let (from_strand_start, to_strand_end) =
        (starts_strand(known, first.place), ends_strand(known, last.end_place()));
    if from_file_start || to_file_end || from_strand_start || to_strand_end {
        if bits < among {
            return false;
        }
    } else if bits < among + 64 - (region.lines.len() as u64).leading_zeros() {
        return false;
    }
    let whole_file = from_file_start && to_file_end;
    let grown_file = from_file_start && starts_file(known, first.place) && to_strand_end;
    if whole_file || grown_file {
        return true;
    }
    let lines = region.lines.get(first.start..last.end).unwrap_or_default();
    let several_seconds = span_seconds(lines);
    let from_an_end = from_file_start || from_strand_start;
    let to_an_end = to_file_end || to_strand_end;
    if from_an_end && to_an_end {
        let mut different = HashSet::new();
        return several_seconds
            || lines.iter().any(|line| different.insert(line.hash) && different.len() >= DIFFERENT_LINES);
    }
    several_seconds && lines.len() >= LINES_IN_THE_MIDDLE
}
