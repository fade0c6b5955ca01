//! Records on their way to be settled: new, duplicate or conflict.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::codec::{Known, Packer, unpack};
use super::{RecordBlock, RecordRun};
use crate::error::ReadError;
use crate::format::fields::id_hash;
use crate::format::shown;
use crate::history::History;
use crate::line::Line;
use crate::preview::reading::Conflict;
use crate::tally::Tally;

/// Records settled at once.
const BATCH: usize = 1 << 18;
/// Bytes of text kept of a record until it is settled, in case it has to be shown.
const TEXT_KEPT: usize = 96;
/// Up to so many ids are looked up one by one; more of them read everything known once.
const FEW: usize = 1_024;

/// A record with an id.
pub struct Found<'r> {
    /// Instant and class.
    pub line: Line,
    /// Its line number.
    pub at_line: u64,
    /// Hash of its content.
    pub content: u64,
    /// Where its id is unique; none: in the import's source.
    pub source: Option<&'r str>,
    /// Its id.
    pub id: &'r str,
    /// What it looks like.
    pub raw: &'r [u8],
}

struct Waiting {
    hash: u64,
    content: u16,
    line: Line,
    file: u32,
    at_line: u64,
    /// Where its id starts in the text, where it ends, and where the record's beginning ends.
    text: (usize, usize, usize),
}

/// Records of an import with ids.
pub struct Records<'h> {
    history: &'h dyn History,
    source: String,
    waiting: Vec<Waiting>,
    text: Vec<u8>,
    /// Records that counted, per batch.
    settled: Vec<Vec<RecordBlock>>,
}

impl<'h> Records<'h> {
    /// No record yet. `source` is where ids are unique that name no source of their own.
    pub fn new(history: &'h dyn History, source: &str) -> Self {
        let source = source.to_owned();
        Self { history, source, waiting: Vec::new(), text: Vec::new(), settled: Vec::new() }
    }

    /// Records that wait to be settled.
    pub fn waiting(&self) -> u64 {
        self.waiting.len() as u64
    }

    /// Takes a record of the current file.
    pub fn push(&mut self, found: Found<'_>, tally: &mut Tally) -> Result<(), ReadError> {
        let hash = id_hash(found.source.unwrap_or(&self.source), found.id);
        let start = self.text.len();
        let kept = |bytes: &'_ [u8]| bytes.len().min(TEXT_KEPT);
        self.text.extend_from_slice(found.id.as_bytes().get(..kept(found.id.as_bytes())).unwrap_or_default());
        let id_end = self.text.len();
        self.text.extend_from_slice(found.raw.get(..kept(found.raw)).unwrap_or_default());
        self.waiting.push(Waiting {
            hash,
            content: (found.content >> 48) as u16,
            line: found.line,
            file: tally.file() as u32,
            at_line: found.at_line,
            text: (start, id_end, self.text.len()),
        });
        if self.waiting.len() >= BATCH { self.settle(tally) } else { Ok(()) }
    }

    /// Settles what waits: the first record of an id counts, unless the id is known.
    fn settle(&mut self, tally: &mut Tally) -> Result<(), ReadError> {
        let mut order: Vec<u32> = (0..).zip(&self.waiting).map(|(number, _)| number).collect();
        let hash_of = |number: &u32| self.waiting.get(*number as usize).map_or(0, |waiting| waiting.hash);
        order.sort_by_key(hash_of);
        let mut hashes: Vec<u64> = order.iter().map(hash_of).collect();
        hashes.dedup();
        let mut known = self.known(&hashes)?.into_iter().peekable();
        let mut verdicts = vec![None; self.waiting.len()];
        let mut packer = Packer::default();
        let mut settled: Option<Known> = None;
        for number in order {
            let Some(waiting) = self.waiting.get(number as usize) else { continue };
            while let Some(earlier) = known.next_if(|(hash, _)| *hash <= waiting.hash) {
                settled = Some(earlier);
            }
            let earlier = settled.filter(|(hash, _)| *hash == waiting.hash).map(|(_, content)| content);
            if earlier.is_none() {
                settled = Some((waiting.hash, waiting.content));
                packer.push((waiting.hash, waiting.content));
            }
            if let Some(verdict) = verdicts.get_mut(number as usize) {
                *verdict = earlier.map(|content| content == waiting.content);
            }
        }
        self.settled.push(packer.finish());
        for (waiting, is_duplicate) in self.waiting.iter().zip(verdicts) {
            let file = waiting.file as usize;
            match is_duplicate {
                None => tally.count_in(file, std::slice::from_ref(&waiting.line)),
                Some(true) => tally.duplicate(file),
                Some(false) => tally.conflict(file, |name| self.conflict(name, waiting)),
            }
        }
        self.waiting.clear();
        self.text.clear();
        Ok(())
    }

    fn conflict(&self, file: &str, waiting: &Waiting) -> Conflict {
        let (start, id_end, end) = waiting.text;
        let text = |from, to| shown(self.text.get(from..to).unwrap_or_default());
        Conflict {
            id: text(start, id_end),
            file: file.to_owned(),
            line: waiting.at_line,
            excerpt: text(id_end, end),
        }
    }

    /// Those of the hashes (ascending) that are known, ascending, from earlier imports and batches.
    fn known(&self, hashes: &[u64]) -> Result<Vec<Known>, ReadError> {
        let (mut known, mut damaged) = (Vec::new(), false);
        let mut visit = |data: &[u8]| match unpack(data) {
            Some(records) => meet(&records, hashes, &mut known),
            None => damaged = true,
        };
        let visited = match hashes {
            [] => Ok(()),
            [first, .., last] if hashes.len() > FEW => self.history.record_blocks(*first, *last, &mut visit),
            few => few.iter().try_for_each(|hash| self.history.record_blocks(*hash, *hash, &mut visit)),
        };
        visited.map_err(ReadError::History)?;
        self.settled.iter().flatten().for_each(|block| visit(&block.data));
        if damaged {
            return Err(ReadError::History("a stored record block is damaged".into()));
        }
        known.sort_unstable();
        known.dedup();
        Ok(known)
    }

    /// Settles the rest; what to store of this import.
    pub fn finish(mut self, tally: &mut Tally) -> Result<RecordRun, ReadError> {
        if !self.waiting.is_empty() {
            self.settle(tally)?;
        }
        if self.settled.len() <= 1 {
            return Ok(RecordRun { blocks: self.settled.pop().unwrap_or_default() });
        }
        let unpacked =
            |blocks: Vec<RecordBlock>| blocks.into_iter().filter_map(|b| unpack(&b.data)).flatten();
        let mut batches: Vec<_> = self.settled.into_iter().map(unpacked).collect();
        let mut next: BinaryHeap<Reverse<(Known, usize)>> = BinaryHeap::new();
        for (number, batch) in batches.iter_mut().enumerate() {
            next.extend(batch.next().map(|record| Reverse((record, number))));
        }
        let mut packer = Packer::default();
        while let Some(Reverse((record, number))) = next.pop() {
            packer.push(record);
            let following = batches.get_mut(number).and_then(Iterator::next);
            next.extend(following.map(|record| Reverse((record, number))));
        }
        Ok(RecordRun { blocks: packer.finish() })
    }
}

/// Adds the records whose hash is among `hashes`; both ascend.
fn meet(records: &[Known], hashes: &[u64], known: &mut Vec<Known>) {
    let Some((first, _)) = records.first() else { return };
    let start = hashes.partition_point(|hash| hash < first);
    let mut wanted = hashes.iter().skip(start).peekable();
    for (hash, content) in records {
        while wanted.next_if(|wanted| *wanted < hash).is_some() {}
        match wanted.peek() {
            None => return,
            Some(next) if *next == hash => known.push((*hash, *content)),
            Some(_) => {}
        }
    }
}
