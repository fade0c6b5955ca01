//! How far lines of a file agree with lines of a run.

use super::run::{Chunk, PAIRS, Run, Strand, digest_shift, digest_with, top};
use crate::line::{Line, NO_TIME};

/// Bits of certainty a digest gives.
const DIGEST_BITS: u32 = 64;

/// Lines of a file, ready to be compared.
pub struct Lines<'l> {
    /// The lines.
    pub lines: &'l [Line],
    /// The digest of the first n lines, for every n.
    digests: Vec<u64>,
}

/// So many lines agree, and it would be a coincidence of so many bits if they were others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// How many lines.
    pub lines: usize,
    /// How many bits were compared.
    pub bits: u32,
}

impl Agreement {
    fn add(&mut self, lines: usize, bits: u32) {
        self.lines += lines;
        self.bits = self.bits.saturating_add(bits);
    }
}

impl<'l> Lines<'l> {
    /// Makes lines ready.
    pub fn new(lines: &'l [Line]) -> Self {
        let mut digests = Vec::with_capacity(lines.len() + 1);
        let mut digest = 0;
        digests.push(digest);
        for line in lines {
            digest = digest_with(digest, line.hash);
            digests.push(digest);
        }
        Self { lines, digests }
    }

    fn digest(&self, start: usize, end: usize) -> Option<u64> {
        let shift = digest_shift(end.checked_sub(start)?);
        Some(self.digests.get(end)?.wrapping_sub(self.digests.get(start)?.wrapping_mul(shift)))
    }

    fn is_chunk(&self, start: usize, chunk: &Chunk) -> bool {
        self.digest(start, start + chunk.count as usize) == Some(chunk.digest)
    }

    fn slice(&self, start: usize, end: usize) -> &[Line] {
        self.lines.get(start..end).unwrap_or_default()
    }

    /// How many lines from `at` on agree with those of a strand from `line` on.
    pub fn forward(&self, run: &Run, strand: &Strand, mut at: usize, mut line: u64) -> Agreement {
        let mut agreed = Agreement::default();
        while let Some(chunk) = run.chunk_of(line).filter(|_| at < self.lines.len() && line < strand.end) {
            let whole = line == chunk.start && self.lines.len() - at >= chunk.count as usize;
            if whole && self.is_chunk(at, chunk) {
                agreed.add(chunk.count as usize, DIGEST_BITS);
                (at, line) = (at + chunk.count as usize, chunk.end());
                continue;
            }
            let wanted = usize::try_from(chunk.end() - line).unwrap_or(usize::MAX).min(self.lines.len() - at);
            let part = agree_forward(run, chunk, (line - chunk.start) as usize, self.slice(at, at + wanted));
            if whole && part.lines == wanted {
                break;
            }
            agreed.add(part.lines, part.bits);
            if part.lines < wanted {
                break;
            }
            (at, line) = (at + wanted, line + wanted as u64);
        }
        agreed
    }

    /// How many lines before `at` agree with those of a strand before `line`.
    pub fn backward(&self, run: &Run, strand: &Strand, mut at: usize, mut line: u64) -> Agreement {
        let mut agreed = Agreement::default();
        while at > 0 && line > strand.start {
            let Some(chunk) = run.chunk_of(line - 1) else { break };
            let count = chunk.count as usize;
            let whole = line == chunk.end() && at >= count;
            if whole && self.is_chunk(at - count, chunk) {
                agreed.add(count, DIGEST_BITS);
                (at, line) = (at - count, chunk.start);
                continue;
            }
            let wanted = usize::try_from(line - chunk.start).unwrap_or(usize::MAX).min(at);
            let part = agree_backward(run, chunk, (line - chunk.start) as usize, self.slice(at - wanted, at));
            if whole && part.lines == wanted {
                break;
            }
            agreed.add(part.lines, part.bits);
            if part.lines < wanted {
                break;
            }
            (at, line) = (at - wanted, line - wanted as u64);
        }
        agreed
    }
}

/// Whether a chunk may hold a line, going by its time: what short marks cannot tell, times often can.
fn may_hold(chunk: &Chunk, line: &Line) -> bool {
    line.at == NO_TIME || chunk.span.is_some_and(|(first, last)| (first..=last).contains(&line.at))
}

/// How many of `lines` agree with those of a chunk from line `offset` on.
fn agree_forward(run: &Run, chunk: &Chunk, offset: usize, lines: &[Line]) -> Agreement {
    let count = lines.iter().take_while(|line| may_hold(chunk, line)).count();
    let lines = lines.get(..count).unwrap_or_default();
    if run.level < PAIRS {
        let marks = chunk.marks_at + offset as u64;
        let agrees = |(index, line): &(u64, &Line)| run.mark(marks + index) == run.mark_of(line.hash);
        let agreed = (0..).zip(lines).take_while(agrees).count();
        return Agreement { lines: agreed, bits: bits(agreed, run.width()) };
    }
    let mut agreed = Agreement { lines: (offset % 2).min(lines.len()), bits: 0 };
    while agreed.lines < lines.len() {
        match pair_agrees(run, chunk, offset + agreed.lines, lines.get(agreed.lines..).unwrap_or_default()) {
            Some(true) => agreed.add(2.min(lines.len() - agreed.lines), 1),
            Some(false) if agreed.bits == 0 => return Agreement::default(),
            Some(false) => break,
            None => agreed.add(1, 0),
        }
    }
    agreed
}

/// How many of `lines` agree with those of a chunk that end before line `offset`.
fn agree_backward(run: &Run, chunk: &Chunk, offset: usize, lines: &[Line]) -> Agreement {
    let count = lines.iter().rev().take_while(|line| may_hold(chunk, line)).count();
    let lines = lines.get(lines.len() - count..).unwrap_or_default();
    let start = offset - lines.len();
    if run.level < PAIRS {
        let marks = chunk.marks_at + start as u64;
        let agrees =
            |(index, line): &(usize, &Line)| run.mark(marks + *index as u64) == run.mark_of(line.hash);
        let agreed = lines.iter().enumerate().rev().take_while(agrees).count();
        return Agreement { lines: agreed, bits: bits(agreed, run.width()) };
    }
    let lonely_end = offset % 2 == 1 && offset < chunk.count as usize;
    let mut agreed = Agreement { lines: usize::from(lonely_end).min(lines.len()), bits: 0 };
    while agreed.lines < lines.len() {
        let end = offset - agreed.lines;
        let pair = if end.is_multiple_of(2) { end - 2 } else { end - 1 };
        if pair < start {
            agreed.add(1, 0);
            continue;
        }
        let pair_lines = lines.get(pair - start..lines.len() - agreed.lines).unwrap_or_default();
        match pair_agrees(run, chunk, pair, pair_lines) {
            Some(true) => agreed.add(end - pair, 1),
            Some(false) if agreed.bits == 0 => return Agreement::default(),
            _ => break,
        }
    }
    agreed
}

/// Whether the two lines of a chunk from the even line `offset` on agree with the first of `lines`;
/// none if the second is not there to be compared.
fn pair_agrees(run: &Run, chunk: &Chunk, offset: usize, lines: &[Line]) -> Option<bool> {
    let mark = run.mark(chunk.marks_at + offset as u64 / 2);
    let first = run.mark_of(lines.first()?.hash);
    if offset + 1 == chunk.count as usize {
        return Some(mark == first);
    }
    Some(mark == first ^ run.mark_of(lines.get(1)?.hash))
}

fn bits(lines: usize, width: u32) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(width)
}

/// Whether a line is the one a strand remembers as its first or last.
pub fn is_end(remembered: u32, line: Option<&Line>) -> bool {
    line.is_some_and(|line| top(line.hash) == remembered)
}
