//! A run as bytes.
//!
//! Version, level, strands (first and last line's and their neighbours' top bits, chunks: digest, length, times as
//! differences), then the marks. A reader that meets another version refuses it.

use super::StretchRun;
use super::run::{Chunk, PAIRS, Run, Strand};
use crate::dedupe::bits::Bits;
use crate::dedupe::bytes::{Taken, put_number, put_signed};

const VERSION: u8 = 1;

/// Packs a run whose strands are all ended. Nothing but lines without times is not worth storing:
/// no such line was counted.
pub fn pack(run: &Run) -> StretchRun {
    let Some((first, last)) = run.span() else { return StretchRun::default() };
    let mut data = vec![VERSION, run.level];
    put_number(&mut data, run.strands.len() as u64);
    let mut chunks = run.chunks.iter().peekable();
    let mut before = 0;
    for strand in &run.strands {
        data.extend(strand.first.to_le_bytes());
        data.extend(strand.last.to_le_bytes());
        data.extend(strand.between.0.to_le_bytes());
        data.extend(strand.between.1.to_le_bytes());
        let count = run.chunks.partition_point(|c| c.start < strand.end)
            - run.chunks.partition_point(|c| c.start < strand.start);
        put_number(&mut data, (count as u64) << 1 | u64::from(strand.starts_file));
        while let Some(chunk) = chunks.next_if(|chunk| chunk.start < strand.end) {
            data.extend(chunk.digest.to_le_bytes());
            put_number(&mut data, u64::from(chunk.count) << 1 | u64::from(chunk.span.is_some()));
            if let Some((first, last)) = chunk.span {
                put_signed(&mut data, first.wrapping_sub(before));
                put_number(&mut data, last.wrapping_sub(first) as u64);
                before = last;
            }
        }
    }
    data.extend(run.marks.to_bytes());
    StretchRun { first, last, lines: run.lines(), data }
}

/// Unpacks a run; none if the bytes are not what [`pack`] made.
pub fn unpack(data: &[u8]) -> Option<Run> {
    let [VERSION, level @ 0..=PAIRS, rest @ ..] = data else { return None };
    let mut run = Run::default();
    run.level = *level;
    let mut taken = Taken(rest);
    let (mut line, mut marks_at, mut before) = (0u64, 0u64, 0i64);
    for _ in 0..taken.number()? {
        let (start, first, last) = (line, taken.half_word()?, taken.half_word()?);
        let between = (taken.half_word()?, taken.half_word()?);
        let number = taken.number()?;
        let starts_file = number & 1 == 1;
        for _ in 0..number >> 1 {
            let digest = taken.word()?;
            let number = taken.number()?;
            let count = u32::try_from(number >> 1).ok().filter(|count| *count > 0)?;
            let mut span = None;
            if number & 1 == 1 {
                let first = before.wrapping_add(taken.signed()?);
                before = first.wrapping_add(taken.number()? as i64);
                span = Some((first, before));
            }
            run.chunks.push(Chunk { digest, start: line, count, marks_at, span });
            line += u64::from(count);
            marks_at += Run::marks_of(run.level, count);
        }
        run.strands.push(Strand { start, end: line, first, last, starts_file, between });
    }
    run.marks = Bits::from_bytes(taken.0, marks_at * u64::from(run.width()))?;
    Some(run)
}
