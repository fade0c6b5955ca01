//! What is remembered of the log lines of one import.
//!
//! A *strand* is an unbroken sequence of lines that were new when they were imported. It is cut into
//! *chunks* of about a thousand lines at places the content decides, so that the same lines are cut
//! at the same places in whatever file they return. A chunk is remembered by a 64-bit digest, its
//! length and its times; a line by a *mark*: the top bits of its hash.
//!
//! Marks take 32 bits in an import of up to 262,144 lines, half for up to twice as many, and so on
//! down to one bit for two lines, so that a run stays about one MiB up to sixteen million lines and
//! 0.08 bytes per line beyond. Digests make whole chunks exact at any size; marks find and check
//! the parts of chunks at the ends of files.

use crate::dedupe::bits::Bits;
use crate::line::{Line, NO_TIME};

/// A chunk ends after a line whose hash has these bits zero: one in 1,024.
const BOUNDARY: u64 = (1 << 10) - 1;
/// Marks are shortened when they take more bits than this.
const MARK_BITS: u64 = 1 << 23;
/// The level at which two lines share one bit.
pub const PAIRS: u8 = 6;
/// Base of the digest, any large odd number.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// A chunk of a strand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Digest of its lines.
    pub digest: u64,
    /// Its first line, counted from the first of the run.
    pub start: u64,
    /// Its length in lines.
    pub count: u32,
    /// The first of its marks, counted from the first of the run.
    pub marks_at: u64,
    /// Earliest and latest instant; none if no line of it has one.
    pub span: Option<(i64, i64)>,
}

/// An unbroken sequence of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strand {
    /// Its first line, counted from the first of the run.
    pub start: u64,
    /// The line after its last.
    pub end: u64,
    /// The top 32 bits of its first line's hash.
    pub first: u32,
    /// The top 32 bits of its last line's hash.
    pub last: u32,
    /// Whether its first line was the first of a file.
    pub starts_file: bool,
    /// The top bits of the known lines that stood before and behind it; 0 for none.
    pub between: (u32, u32),
}

/// What is remembered of the log lines of one import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// 0 … 5: a mark has `32 >> level` bits; [`PAIRS`]: one bit for two lines.
    pub level: u8,
    /// The chunks, in order.
    pub chunks: Vec<Chunk>,
    /// The strands, in order.
    pub strands: Vec<Strand>,
    pub(super) marks: Bits,
    open: Option<Open>,
    /// Bits the marks may take, instead of [`MARK_BITS`].
    pub(super) mark_bits: Option<u64>,
    file_starts: bool,
    /// The top bits of the known line appended lines follow; 0 for none.
    before: u32,
}

/// A chunk being written, and the strand it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    chunk: Chunk,
    strand: Strand,
    /// The mark of the first line of a pair that waits for the second.
    half: Option<u32>,
}

/// Whether a chunk ends after the line with this hash. Of equal lines in a row only the first ends
/// one, so a burst of them makes no burst of chunks.
pub fn ends_chunk(before: Option<u64>, hash: u64) -> bool {
    hash & BOUNDARY == 0 && before != Some(hash)
}

/// The digest of a sequence one line longer.
pub fn digest_with(digest: u64, hash: u64) -> u64 {
    digest.wrapping_mul(BASE).wrapping_add(hash | 1)
}

/// `BASE` to the power of a length: what a digest is multiplied with when so many lines follow.
pub fn digest_shift(lines: usize) -> u64 {
    BASE.wrapping_pow(u32::try_from(lines).unwrap_or(u32::MAX))
}

/// The top 32 bits of a hash.
pub fn top(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The earlier start and the later end of two spans.
pub fn join(a: Option<(i64, i64)>, b: Option<(i64, i64)>) -> Option<(i64, i64)> {
    match (a, b) {
        (Some((a1, a2)), Some((b1, b2))) => Some((a1.min(b1), a2.max(b2))),
        (a, b) => a.or(b),
    }
}

/// Earliest and latest instant of some lines; none if no line has one.
pub fn span_of(lines: &[Line]) -> Option<(i64, i64)> {
    let first = lines.iter().map(|line| if line.at == NO_TIME { i64::MAX } else { line.at }).min()?;
    // A line without time is earlier than any.
    let last = lines.iter().map(|line| line.at).max()?;
    (first <= last).then_some((first, last))
}

impl Chunk {
    /// The line after its last.
    pub fn end(&self) -> u64 {
        self.start + u64::from(self.count)
    }
}

impl Run {
    /// Bits of a mark.
    pub fn width(&self) -> u32 {
        if self.level >= PAIRS { 1 } else { 32 >> self.level }
    }

    /// Marks a chunk of so many lines has.
    pub fn marks_of(level: u8, lines: u32) -> u64 {
        u64::from(if level >= PAIRS { lines.div_ceil(2) } else { lines })
    }

    /// Lines in closed chunks.
    pub fn lines(&self) -> u64 {
        self.chunks.last().map_or(0, Chunk::end)
    }

    /// Earliest and latest instant.
    pub fn span(&self) -> Option<(i64, i64)> {
        self.chunks.iter().fold(None, |span, chunk| join(span, chunk.span))
    }

    /// The chunk a line lies in.
    pub fn chunk_of(&self, line: u64) -> Option<&Chunk> {
        let after = self.chunks.partition_point(|chunk| chunk.start <= line);
        self.chunks.get(after.checked_sub(1)?).filter(|chunk| line < chunk.end())
    }

    /// The strand a line lies in.
    pub fn strand_of(&self, line: u64) -> Option<&Strand> {
        let after = self.strands.partition_point(|strand| strand.start <= line);
        self.strands.get(after.checked_sub(1)?).filter(|strand| line < strand.end)
    }

    /// The mark number `index` of the run.
    pub fn mark(&self, index: u64) -> u32 {
        let width = self.width();
        self.marks.get(index * u64::from(width), width)
    }

    /// The mark of a line with this hash, where a mark is of one line.
    pub fn mark_of(&self, hash: u64) -> u32 {
        top(hash) >> (32 - self.width())
    }

    /// Appends lines that follow each other; `ends` says that a chunk ends behind them.
    pub fn extend(&mut self, lines: &[Line], ends: bool) {
        let Some(first) = lines.first() else { return };
        let mut open = self.open.take().unwrap_or_else(|| {
            let (start, starts_file) = (self.lines(), self.file_starts);
            let (first, between) = (top(first.hash), (self.before, 0));
            let strand = Strand { start, end: start, first, last: 0, starts_file, between };
            Open { chunk: self.empty_chunk(), strand, half: None }
        });
        for line in lines {
            open.chunk.digest = digest_with(open.chunk.digest, line.hash);
            self.push_mark(&mut open.half, line.hash);
        }
        open.chunk.span = join(open.chunk.span, span_of(lines));
        open.chunk.count += lines.len() as u32;
        open.strand.last = lines.last().map_or(0, |line| top(line.hash));
        self.open = Some(open);
        if ends {
            self.end_chunk();
        }
    }

    fn push_mark(&mut self, half: &mut Option<u32>, hash: u64) {
        let width = self.width();
        let mark = top(hash) >> (32 - width);
        if self.level < PAIRS {
            self.marks.push(mark, width);
            return;
        }
        match half.take() {
            None => *half = Some(mark),
            Some(before) => self.marks.push(before ^ mark, 1),
        }
    }

    fn empty_chunk(&self) -> Chunk {
        let marks_at = self.marks.len() / u64::from(self.width());
        Chunk { digest: 0, start: self.lines(), count: 0, marks_at, span: None }
    }

    fn end_chunk(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        if open.chunk.count > 0 {
            if let Some(mark) = open.half.take() {
                self.marks.push(mark, 1);
            }
            open.strand.end = open.chunk.end();
            self.chunks.push(open.chunk);
        }
        while self.marks.len() > self.mark_bits.unwrap_or(MARK_BITS) && self.level < PAIRS {
            self.shorten();
        }
        open.chunk = self.empty_chunk();
        self.open = Some(open);
    }

    /// Starts a file: what is appended next is its first line.
    pub fn start_file(&mut self) {
        self.cut(&[]);
        self.file_starts = true;
    }

    /// Ends the strand: what is appended next follows these known lines, or none.
    pub fn cut(&mut self, known: &[Line]) {
        self.end_chunk();
        if let Some(mut open) = self.open.take() {
            open.strand.between.1 = known.first().map_or(0, |line| top(line.hash));
            self.strands.push(open.strand);
        }
        self.file_starts = false;
        self.before = known.last().map_or(0, |line| top(line.hash));
    }

    /// Halves the bits of the marks. Only between chunks.
    fn shorten(&mut self) {
        let old = std::mem::take(&mut self.marks);
        let width = self.width();
        self.level += 1;
        let mut shorter = Bits::default();
        let mut marks_at = 0;
        for chunk in &mut self.chunks {
            let mark = |line: u64| old.get((chunk.marks_at + line) * u64::from(width), width);
            let lines = u64::from(chunk.count);
            if self.level < PAIRS {
                (0..lines).for_each(|line| shorter.push(mark(line) >> (width / 2), width / 2));
            } else {
                for line in (0..lines).step_by(2) {
                    let second = if line + 1 < lines { mark(line + 1) } else { 0 };
                    shorter.push(mark(line) ^ second, 1);
                }
            }
            chunk.marks_at = marks_at;
            marks_at += Self::marks_of(self.level, chunk.count);
        }
        self.marks = shorter;
    }
}
