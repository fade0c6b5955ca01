//! Lines between known chunks: which of them are known, too.

use std::collections::HashMap;

use super::extend::{Agreement, Lines, is_end};
use super::known::{Known, Place};
use super::run::{Chunk, Run, Strand, ends_chunk, span_of, top};
use super::{accept, choose};
use crate::line::Line;

/// From this level on marks are too short to look lines up by them.
const TOO_SHORT: u8 = 2;
/// Agreements of short marks with fewer bits than this are not worth keeping.
const LEAST_BITS: u32 = 16;
/// Lines of equal hash that are looked up, from either end of the region.
const LOOKED_UP: usize = 16;

/// Lines between known chunks, or between a known chunk and an end of the file.
pub struct Region<'r> {
    /// The lines.
    pub lines: &'r [Line],
    /// Whether the file starts with them.
    pub file_starts: bool,
    /// Whether the file ends with them.
    pub file_ends: bool,
    /// Where the known line before them is, and would go on.
    pub left: Option<Place>,
    /// Where the known line behind them is.
    pub right: Option<Place>,
    /// The hash of the line before them.
    pub before: Option<u64>,
    /// The hash of the line behind them.
    pub behind: Option<u64>,
}

/// Lines of a region that agree with lines of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The first line.
    pub start: usize,
    /// The line behind the last.
    pub end: usize,
    /// Where the first line is known.
    pub place: Place,
    /// How many bits were compared.
    pub bits: u32,
}

impl Part {
    /// The known lines it agrees with: run and line.
    pub fn known_lines(&self) -> impl Iterator<Item = (u32, u64)> + use<> {
        let run = self.place.run;
        (self.place.line..self.end_place().line).map(move |line| (run, line))
    }

    /// Where the line behind the last would be known.
    pub fn end_place(&self) -> Place {
        Place { run: self.place.run, line: self.place.line + (self.end - self.start) as u64 }
    }
}

/// Finding parts: each pair of a line and a place is looked at once.
struct Search<'s> {
    known: &'s Known<'s>,
    lines: Lines<'s>,
    parts: Vec<Part>,
    /// By run and distance of line and place: the agreeing stretches found.
    seen: HashMap<(u32, i64), Vec<(usize, usize)>>,
    /// Known lines looked at.
    looked_at: u64,
    /// First and last lines of the strands looked at, by the top bits of their hashes.
    firsts: HashMap<u32, Vec<Place>>,
    lasts: HashMap<u32, Vec<Place>>,
}

impl Region<'_> {
    /// The known parts, in order. What lies between them is new.
    pub fn known_parts(&self, known: &Known<'_>) -> Vec<Part> {
        let span = span_of(self.lines);
        let Some(span) = span.filter(|span| known.meets(*span)) else { return Vec::new() };
        let mut search = Search {
            known,
            lines: Lines::new(self.lines),
            parts: Vec::new(),
            seen: HashMap::new(),
            looked_at: 1,
            firsts: HashMap::new(),
            lasts: HashMap::new(),
        };
        let tied = [self.left.and_then(|p| search.after(p)), self.right.and_then(|p| search.before(p))];
        search.look(self, span);
        search.look_beside_parts();
        let Search { parts, looked_at, .. } = search;
        let chosen = choose::choose(self, known, tied.into_iter().flatten(), parts);
        accept::accepted(self, known, &chosen, looked_at)
    }
}

impl Search<'_> {
    /// Lines that continue a known stretch from the start of the region on.
    fn after(&self, place: Place) -> Option<Part> {
        let run = self.known.run(place.run)?;
        let agreed = self.lines.forward(run, run.strand_of(place.line)?, 0, place.line);
        (agreed.lines > 0).then_some(Part { start: 0, end: agreed.lines, place, bits: agreed.bits })
    }

    /// Lines that lead to a known stretch behind the region.
    fn before(&self, place: Place) -> Option<Part> {
        let (run, end) = (self.known.run(place.run)?, self.lines.lines.len());
        let strand = run.strand_of(place.line.checked_sub(1)?)?;
        let agreed = self.lines.backward(run, strand, end, place.line);
        let place = Place { run: place.run, line: place.line - agreed.lines as u64 };
        let part = Part { start: end - agreed.lines, end, place, bits: agreed.bits };
        (agreed.lines > 0).then_some(part)
    }

    fn look(&mut self, region: &Region<'_>, span: (i64, i64)) {
        let known = self.known;
        let by_hash = LineIndex::new(region.lines);
        for (number, run, chunk) in known.chunks_in(span) {
            self.looked_at += u64::from(chunk.count);
            self.remember_ends(number, run, chunk);
            if run.level < TOO_SHORT {
                self.look_up_lines(&by_hash, number, run, chunk);
            } else {
                self.look_at_ends(region, &by_hash, number, run, chunk);
            }
        }
    }

    fn remember_ends(&mut self, number: u32, run: &Run, chunk: &Chunk) {
        let Some(strand) = run.strand_of(chunk.start) else { return };
        if chunk.start == strand.start {
            self.firsts.entry(strand.first).or_default().push(Place { run: number, line: strand.start });
        }
        if chunk.end() == strand.end {
            self.lasts.entry(strand.last).or_default().push(Place { run: number, line: strand.end - 1 });
        }
    }

    /// Looks for strands that end where a part begins, and that begin where one ends: the joint may
    /// lie inside a row of equal lines.
    fn look_beside_parts(&mut self) {
        let known = self.known;
        let mut looked = 0;
        while let Some(part) = self.parts.get(looked).copied() {
            looked += 1;
            let hash_at = |at: usize| self.lines.lines.get(at).map(|line| top(line.hash));
            let before = part.start.checked_sub(1);
            let lasts = before.and_then(|at| Some((at, self.lasts.get(&hash_at(at)?)?.clone())));
            let firsts = hash_at(part.end).and_then(|hash| Some((part.end, self.firsts.get(&hash)?.clone())));
            for (at, places) in lasts.into_iter().chain(firsts) {
                for place in places {
                    if let Some(run) = known.run(place.run) {
                        self.consider(run, at, place);
                    }
                }
            }
        }
    }

    /// Looks up the last line of every row of equal lines: where a row was cut, its other end is
    /// still in place.
    fn look_up_lines(&mut self, by_hash: &LineIndex, number: u32, run: &Run, chunk: &Chunk) {
        for line in 0..u64::from(chunk.count) {
            let mark = run.mark(chunk.marks_at + line);
            let row_goes_on =
                line + 1 < u64::from(chunk.count) && run.mark(chunk.marks_at + line + 1) == mark;
            if row_goes_on {
                continue;
            }
            for at in by_hash.row_ends(mark, run.width()) {
                self.consider(run, at, Place { run: number, line: chunk.start + line });
            }
        }
    }

    /// Where marks are short: looks at ends only – of the file, of strands, of chunks.
    fn look_at_ends(
        &mut self,
        region: &Region<'_>,
        by_hash: &LineIndex,
        number: u32,
        run: &Run,
        chunk: &Chunk,
    ) {
        let lines = chunk.start..chunk.end();
        for line in lines.clone().filter(|_| region.file_starts) {
            self.consider(run, 0, Place { run: number, line });
        }
        for line in lines.clone().filter(|_| region.file_ends) {
            self.consider(run, region.lines.len() - 1, Place { run: number, line });
        }
        for at in by_hash.boundaries.iter().copied() {
            self.consider(run, at, Place { run: number, line: chunk.end() - 1 });
        }
        let Some(strand) = run.strand_of(chunk.start) else { return };
        for (line, remembered) in [(strand.start, strand.first), (strand.end - 1, strand.last)] {
            for at in by_hash.all(remembered).filter(|_| lines.contains(&line)) {
                self.consider(run, at, Place { run: number, line });
            }
        }
    }

    /// Extends an agreement of one line as far as it goes.
    fn consider(&mut self, run: &Run, at: usize, place: Place) {
        let distance = (place.run, place.line as i64 - at as i64);
        if self
            .seen
            .get(&distance)
            .is_some_and(|seen| seen.iter().rev().any(|(start, end)| (*start..*end).contains(&at)))
        {
            return;
        }
        let Some(strand) = run.strand_of(place.line) else { return };
        let forward = self.lines.forward(run, strand, at, place.line);
        if forward.lines == 0 {
            return;
        }
        let backward = self.lines.backward(run, strand, at, place.line);
        let Agreement { lines: before, bits } = backward;
        let (mut start, mut end) = (at - before, at + forward.lines);
        let mut bits = bits.saturating_add(forward.bits);
        if run.level >= TOO_SHORT
            && bits < LEAST_BITS
            && !touches_end(strand, place.line, before, forward.lines)
        {
            return;
        }
        self.seen.entry(distance).or_default().push((start, end));
        let mut line = place.line - before as u64;
        if line == strand.start {
            let fits = is_end(strand.first, self.lines.lines.get(start));
            (start, line) = if fits { (start, line) } else { (start + 1, line + 1) };
            bits = bits.saturating_add(if fits { 32 - run.width() } else { 0 });
        }
        if line + (end.saturating_sub(start)) as u64 == strand.end && end > start {
            let fits = is_end(strand.last, self.lines.lines.get(end - 1));
            end -= usize::from(!fits);
            bits = bits.saturating_add(if fits { 32 - run.width() } else { 0 });
        }
        if start < end {
            self.parts.push(Part { start, end, place: Place { run: place.run, line }, bits });
        }
    }
}

/// Whether an agreement reaches the first or last line of a strand.
fn touches_end(strand: &Strand, line: u64, before: usize, from: usize) -> bool {
    line - before as u64 == strand.start || line + from as u64 == strand.end
}

/// The lines of a region, to be looked up.
struct LineIndex {
    /// Top bits of the hash, line, whether another line follows it; in order.
    lines: Vec<(u32, usize, bool)>,
    /// Lines that end chunks.
    boundaries: Vec<usize>,
}

impl LineIndex {
    fn new(lines: &[Line]) -> Self {
        let mut index = Self { lines: Vec::with_capacity(lines.len()), boundaries: Vec::new() };
        let mut before = None;
        for (at, line) in lines.iter().enumerate() {
            let row_ends = lines.get(at + 1).is_none_or(|next| next.hash != line.hash);
            index.lines.push((top(line.hash), at, row_ends));
            if ends_chunk(before, line.hash) {
                index.boundaries.push(at);
            }
            before = Some(line.hash);
        }
        index.lines.sort_unstable();
        index
    }

    fn equal(&self, mark: u32, width: u32) -> &[(u32, usize, bool)] {
        let from = self.lines.partition_point(|(hash, ..)| hash >> (32 - width) < mark);
        let rest = self.lines.get(from..).unwrap_or_default();
        let count = rest.partition_point(|(hash, ..)| hash >> (32 - width) <= mark);
        rest.get(..count).unwrap_or_default()
    }

    /// Lines with these top bits that end a row of equal lines; of very many the first and last.
    fn row_ends(&self, mark: u32, width: u32) -> impl Iterator<Item = usize> {
        let equal = self.equal(mark, width);
        let skipped = LOOKED_UP..equal.len().saturating_sub(LOOKED_UP);
        let kept = equal.iter().enumerate().filter(move |(number, _)| !skipped.contains(number));
        kept.filter(|(_, (.., row_ends))| *row_ends).map(|(_, (_, at, _))| *at)
    }

    fn all(&self, hash: u32) -> impl Iterator<Item = usize> {
        self.equal(hash, 32).iter().map(|(_, at, _)| *at)
    }
}
