//! An access log read by several threads, its lines handed on in order.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use memchr::memchr_iter;
use rapidhash::v3::rapidhash_v3;

use super::Fault;
use super::common_log::{LogLines, is_cut_short};
use crate::error::ReadError;
use crate::input::blocks::{Block, Blocks};
use crate::input::open::Bytes;
use crate::line::{Class, Line, NO_TIME};
use crate::preview::examples::EXAMPLES;
use crate::preview::reading::SHOWN_AT_MOST;
use crate::preview::reject::Reason;
use crate::progress::Meter;
use crate::rows::Rows;

/// Blocks that may wait to be handed on.
const WAITING: usize = 2;

/// The lines of a block.
#[derive(Default)]
struct Parsed {
    number: u64,
    lines: Vec<Line>,
    /// Of rejected lines, the first: number in `lines`, number in the block, why, what it was.
    faults: Vec<(usize, u64, Fault, Vec<u8>)>,
    /// Of the lines no rule matches, the first: number in the block, what it was.
    unmatched: Vec<(u64, Vec<u8>)>,
    /// Of the lines a rule ignores, the first.
    ignored: Vec<(u64, Vec<u8>)>,
    /// Lines in the block, blank ones counted in.
    all_lines: u64,
}

impl Parsed {
    fn left_out(&mut self, class: Class) -> Option<&mut Vec<(u64, Vec<u8>)>> {
        match class {
            Class::UNMATCHED => Some(&mut self.unmatched),
            Class::IGNORED => Some(&mut self.ignored),
            _ => None,
        }
    }
}

/// What the threads share.
struct Shared {
    blocks: Mutex<Blocks>,
    /// Lists to be used again: allocating them anew costs as much as parsing.
    spare: Mutex<Vec<Vec<Line>>>,
    not_after: i64,
}

/// Reads all lines.
pub fn read(
    content: Bytes,
    lines: &LogLines,
    (threads, not_after): (usize, i64),
    rows: &mut Rows<'_, '_>,
    meter: &Meter<'_>,
) -> Result<(), ReadError> {
    let shared = Shared { blocks: Mutex::new(Blocks::new(content)), spare: Mutex::default(), not_after };
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        for _ in 0..threads.max(1) {
            let (sender, lines, shared) = (sender.clone(), lines.clone(), &shared);
            scope.spawn(move || parse_blocks(shared, lines, &sender));
        }
        drop(sender);
        // Ending early drops the receiver, which ends the threads.
        hand_on(receiver, &shared, rows, meter)
    })
}

/// Takes blocks and parses them until there are none.
fn parse_blocks(shared: &Shared, mut lines: LogLines, sender: &SyncSender<io::Result<Parsed>>) {
    let mut bytes = Vec::new();
    loop {
        let next =
            shared.blocks.lock().unwrap_or_else(PoisonError::into_inner).next(std::mem::take(&mut bytes));
        let result = match next {
            Ok(None) => return,
            Ok(Some(block)) => {
                let list = shared.spare.lock().unwrap_or_else(PoisonError::into_inner).pop();
                let parsed = parse(&block, &mut lines, shared.not_after, list.unwrap_or_default());
                bytes = block.bytes;
                Ok(parsed)
            }
            Err(error) => Err(error),
        };
        let failed = result.is_err();
        if sender.send(result).is_err() || failed {
            return;
        }
    }
}

fn parse(block: &Block, log_lines: &mut LogLines, not_after: i64, mut lines: Vec<Line>) -> Parsed {
    lines.clear();
    let bytes = block.bytes.get(..block.length).unwrap_or_default();
    let mut parsed = Parsed { number: block.number, lines, ..Parsed::default() };
    let (mut start, mut before): (usize, &[u8]) = (0, &[]);
    let last_end = (!bytes.ends_with(b"\n")).then_some(bytes.len());
    for end in memchr_iter(b'\n', bytes).chain(last_end) {
        let line = bytes.get(start..end).unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        start = end + 1;
        parsed.all_lines += 1;
        if line.trim_ascii_start().is_empty() {
            continue;
        }
        let fault = if block.too_long {
            Err(whole_line(Reason::LineTooLong, line, "a line shorter than 1 MiB"))
        } else if block.unterminated && end == bytes.len() && is_cut_short(line, before) {
            Err(whole_line(Reason::CutShort, line, "a whole line"))
        } else {
            log_lines.read(line)
        };
        before = line;
        let hash = rapidhash_v3(line);
        let (at, class, fault) = match fault {
            Ok(read) if read.at <= not_after => (read.at, read.class, None),
            Ok(read) => (read.at, Class::FUTURE, Some(in_the_future(line))),
            Err(fault) => (NO_TIME, Class::REJECTED, Some(fault)),
        };
        if let Some(fault) = fault.filter(|_| parsed.faults.len() < SHOWN_AT_MOST) {
            parsed.faults.push((parsed.lines.len(), parsed.all_lines, fault, line.to_vec()));
        }
        let number = parsed.all_lines;
        if let Some(kept) = parsed.left_out(class).filter(|kept| kept.len() < EXAMPLES) {
            kept.push((number, line.to_vec()));
        }
        parsed.lines.push(Line { hash, at, class, count: 1 });
    }
    parsed
}

fn whole_line(reason: Reason, line: &[u8], expected: &'static str) -> Fault {
    Fault { reason, field: "line", found: super::shown(line), expected }
}

fn in_the_future(line: &[u8]) -> Fault {
    let time = line.split(|byte| *byte == b'[').nth(1).unwrap_or(line);
    let time = time.split(|byte| *byte == b']').next().unwrap_or(time);
    let expected = "a time that is not in the future";
    Fault { reason: Reason::InTheFuture, field: "time", found: super::shown(time), expected }
}

/// Hands lines on in the order of the file, whichever thread was first.
fn hand_on(
    receiver: Receiver<io::Result<Parsed>>,
    shared: &Shared,
    rows: &mut Rows<'_, '_>,
    meter: &Meter<'_>,
) -> Result<(), ReadError> {
    let (mut early, mut next, mut line_number) = (Vec::<Parsed>::new(), 0, 0);
    for parsed in receiver {
        early.push(parsed.map_err(|source| rows.io_error(source))?);
        while let Some(index) = early.iter().position(|parsed| parsed.number == next) {
            let parsed = early.swap_remove(index);
            for (class, kept) in [(Class::UNMATCHED, &parsed.unmatched), (Class::IGNORED, &parsed.ignored)] {
                kept.iter().for_each(|(at, raw)| rows.example(class, line_number + at, raw));
            }
            let mut faults = parsed.faults.into_iter().peekable();
            for (index, line) in parsed.lines.iter().enumerate() {
                let fault = faults.next_if(|(at, ..)| *at == index);
                let rejected = fault.map(|(_, at, fault, raw)| rows.rejected(line_number + at, fault, &raw));
                rows.take_line(*line, rejected)?;
            }
            (next, line_number) = (next + 1, line_number + parsed.all_lines);
            shared.spare.lock().unwrap_or_else(PoisonError::into_inner).push(parsed.lines);
            meter.step(rows.rows())?;
        }
    }
    Ok(())
}
