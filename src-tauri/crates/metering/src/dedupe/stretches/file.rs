//! The lines of one file: new or known.

use std::collections::VecDeque;

use super::known::{Known, Place};
use super::region::Region;
use super::run::{digest_with, ends_chunk, span_of};
use crate::error::ReadError;
use crate::line::{Line, NO_TIME};
use crate::preview::reject::Rejected;
use crate::tally::Tally;

/// A chunk ends after so many lines even where the content would not end it.
const LONGEST_CHUNK: usize = 1 << 16;
/// Lines that are neither known nor new yet are decided when there are so many.
const MOST_UNDECIDED: usize = 1 << 15;
/// A chunk shorter than this is known only together with its neighbours.
const SHORTEST_KNOWN: usize = 64;

/// The lines of one file: takes them one by one, tells the tally which are new, and writes the new
/// ones into the run of this import.
pub struct FileStretches<'f, 'h> {
    known: &'f mut Known<'h>,
    tally: &'f mut Tally,
    /// Lines not decided yet; the last chunk may still be open.
    lines: Vec<Line>,
    /// Behind which of them chunks end.
    ends: Vec<usize>,
    before: Option<u64>,
    /// Where the known line before the undecided ones is, and would go on.
    cursor: Option<Place>,
    /// Lines decided, and the hash of the last of them.
    decided: u64,
    last: Option<u64>,
    /// Rejected lines not decided yet, by number of line.
    rejected: VecDeque<(u64, Rejected)>,
}

impl<'f, 'h> FileStretches<'f, 'h> {
    /// The start of a file.
    pub fn new(known: &'f mut Known<'h>, tally: &'f mut Tally) -> Self {
        if let Some(own) = known.own() {
            own.start_file();
        }
        Self {
            known,
            tally,
            lines: Vec::new(),
            ends: Vec::new(),
            before: None,
            cursor: None,
            decided: 0,
            last: None,
            rejected: VecDeque::new(),
        }
    }

    /// Takes the next line; with what is wrong with it, if it was rejected.
    pub fn push(&mut self, line: Line, rejected: Option<Rejected>) -> Result<(), ReadError> {
        if let Some(rejected) = rejected {
            self.rejected.push_back((self.decided + self.lines.len() as u64, rejected));
        }
        let ends = ends_chunk(self.before, line.hash);
        self.before = Some(line.hash);
        self.lines.push(line);
        if ends || self.open_lines() >= LONGEST_CHUNK {
            self.end_chunk()?;
        }
        Ok(())
    }

    /// Takes a line that is rejected for now and not remembered, because its time has not come.
    pub fn push_future(&mut self, rejected: Option<Rejected>) {
        self.tally.reject(rejected);
    }

    /// Rows taken so far, for progress.
    pub fn rows(&self) -> u64 {
        self.tally.rows() + self.lines.len() as u64
    }

    /// Ends the file: decides what is left.
    pub fn finish(mut self) -> Result<(), ReadError> {
        if self.open_lines() > 0 {
            self.end_chunk()?;
        }
        self.decide_region(self.lines.len(), None, true);
        self.known.end_file();
        Ok(())
    }

    fn open_lines(&self) -> usize {
        self.lines.len() - self.ends.last().copied().unwrap_or(0)
    }

    fn end_chunk(&mut self) -> Result<(), ReadError> {
        let start = self.ends.last().copied().unwrap_or(0);
        self.ends.push(self.lines.len());
        let span = span_of(self.lines.get(start..).unwrap_or_default());
        if let Some(span) = span {
            self.known.cover(span)?;
        }
        if span.is_some_and(|span| !self.known.meets(span)) {
            // Nothing known lies near: the common case, and the fast one.
            self.decide_region(start, None, false);
            self.decide(self.lines.len(), false);
            self.cursor = None;
        } else if let Some(end) = self.known_chunk(start) {
            let chunk_start = Place { run: end.run, line: end.line - (self.lines.len() - start) as u64 };
            self.decide_region(start, Some(chunk_start), false);
            self.decide(self.lines.len(), true);
            self.cursor = Some(end);
        } else if start >= MOST_UNDECIDED {
            self.decide_region(start, None, false);
        }
        Ok(())
    }

    /// Where the chunk of the lines from `start` on is known to end: as the next chunk of a known
    /// stretch, or anywhere if it says enough by itself.
    fn known_chunk(&self, start: usize) -> Option<Place> {
        let lines = self.lines.get(start..)?;
        let digest = lines.iter().fold(0, |digest, line| digest_with(digest, line.hash));
        let mut found = self.known.find(digest).filter(|(_, chunk)| chunk.count as usize == lines.len());
        let next = self.cursor.filter(|_| start == 0);
        let first = found.next()?;
        let continues = |place: Place| Some(place) == next;
        let place = if continues(first.0) {
            Some(first.0)
        } else {
            found.map(|f| f.0).find(|place| continues(*place))
        };
        let mut seconds = lines.iter().map(|line| line.at).filter(|at| *at != NO_TIME);
        let several_seconds = seconds.next().is_some_and(|one| seconds.any(|at| at != one));
        let alone = (lines.len() >= SHORTEST_KNOWN && several_seconds).then_some(first.0);
        let place = place.or(alone)?;
        Some(Place { run: place.run, line: place.line + lines.len() as u64 })
    }

    /// Decides the first `count` lines, which lie before `right`.
    fn decide_region(&mut self, count: usize, right: Option<Place>, file_ends: bool) {
        if count == 0 {
            return;
        }
        let region = Region {
            lines: self.lines.get(..count).unwrap_or_default(),
            file_starts: self.decided == 0,
            file_ends,
            left: self.cursor,
            right,
            before: self.last,
            behind: self.lines.get(count).map(|line| line.hash),
        };
        let parts = region.known_parts(self.known);
        self.cursor = parts.last().filter(|part| part.end == count).map(|part| part.end_place());
        let mut done = 0;
        for part in parts {
            self.decide(part.start - done, false);
            self.decide(part.end - part.start, true);
            done = part.end;
        }
        self.decide(count - done, false);
    }

    /// The first `count` undecided lines are known, or new.
    fn decide(&mut self, count: usize, known: bool) {
        if count == 0 {
            return;
        }
        let lines = self.lines.get(..count).unwrap_or_default();
        if known {
            if let Some(own) = self.known.own() {
                own.cut(lines);
            }
            self.tally.overlapped(count as u64);
        } else {
            self.tally.count(lines);
            let mut start = 0;
            let ends = self.ends.iter().copied().take_while(|end| *end <= count);
            for (end, ends_here) in ends.map(|end| (end, true)).chain([(count, false)]) {
                if let Some(own) = self.known.own() {
                    own.extend(lines.get(start..end).unwrap_or_default(), ends_here);
                }
                start = end;
            }
        }
        self.decided += count as u64;
        self.last = lines.last().map(|line| line.hash);
        while let Some((_, rejected)) = self.rejected.pop_front_if(|(line, _)| *line < self.decided) {
            self.tally.show((!known).then_some(rejected));
        }
        self.lines.drain(..count);
        self.ends.retain(|end| *end > count);
        self.ends.iter_mut().for_each(|end| *end -= count);
    }
}
