//! The runs a file is compared with: earlier imports, and the files of this import read before.

use std::collections::HashSet;

use super::run::{Chunk, Run, join};
use super::{StretchRun, codec};
use crate::error::ReadError;
use crate::history::History;

/// Runs are asked for this much more of the past and future than needed at the moment, in seconds.
const MARGIN: i64 = 86_400;

/// A line of a run; or, where something ends, the line behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which run.
    pub run: u32,
    /// Which line of it.
    pub line: u64,
}

/// The runs a file is compared with.
pub struct Known<'h> {
    history: &'h dyn History,
    asked: Option<(i64, i64)>,
    ids: HashSet<u64>,
    /// The first is the run of this import.
    runs: Vec<Run>,
    spans: Vec<Option<(i64, i64)>>,
    /// Chunks of this import's run that belong to files read before: equal lines inside one file
    /// are separate calls.
    shown: usize,
    /// Digest, run, chunk; in order.
    digests: Vec<(u64, u32, u32)>,
}

impl<'h> Known<'h> {
    /// Nothing loaded yet.
    pub fn new(history: &'h dyn History) -> Self {
        Self {
            history,
            asked: None,
            ids: HashSet::new(),
            runs: vec![Run::default()],
            spans: vec![None],
            shown: 0,
            digests: Vec::new(),
        }
    }

    /// Loads the runs that may know lines of this span.
    pub fn cover(&mut self, span: (i64, i64)) -> Result<(), ReadError> {
        if self.asked.is_some_and(|(first, last)| first <= span.0 && span.1 <= last) {
            return Ok(());
        }
        let wider = (span.0.saturating_sub(MARGIN), span.1.saturating_add(MARGIN));
        let (first, last) = join(self.asked, Some(wider)).unwrap_or(wider);
        let (mut new, mut damaged) = (Vec::new(), false);
        let ids = &mut self.ids;
        let visited = self.history.stretch_runs(first, last, &mut |id, data| {
            if ids.insert(id) {
                match codec::unpack(data) {
                    Some(run) => new.push(run),
                    None => damaged = true,
                }
            }
        });
        visited.map_err(ReadError::History)?;
        if damaged {
            return Err(ReadError::History("a stored stretch run is damaged".into()));
        }
        for run in new {
            self.spans.push(run.span());
            self.runs.push(run);
            self.show(self.runs.len() - 1, 0);
        }
        self.asked = Some((first, last));
        Ok(())
    }

    fn show(&mut self, index: usize, from: usize) {
        let Some(run) = self.runs.get(index) else { return };
        let new = (0..).zip(&run.chunks).skip(from).map(|(chunk, c)| (c.digest, index as u32, chunk));
        self.digests.extend(new);
        self.digests.sort_unstable();
    }

    /// Whether any known line may lie in this span.
    pub fn meets(&self, span: (i64, i64)) -> bool {
        self.spans.iter().flatten().any(|(first, last)| *first <= span.1 && span.0 <= *last)
    }

    /// Where chunks with this digest start.
    pub fn find(&self, digest: u64) -> impl Iterator<Item = (Place, &Chunk)> {
        let from = self.digests.partition_point(|(known, ..)| *known < digest);
        let equal = self.digests.iter().skip(from).take_while(move |(known, ..)| *known == digest);
        equal.filter_map(|(_, run, chunk)| {
            let chunk = self.runs.get(*run as usize)?.chunks.get(*chunk as usize)?;
            Some((Place { run: *run, line: chunk.start }, chunk))
        })
    }

    /// The chunks that may hold lines of this span.
    pub fn chunks_in(&self, span: (i64, i64)) -> impl Iterator<Item = (u32, &Run, &Chunk)> {
        let meets = move |found: Option<(i64, i64)>| found.is_none_or(|f| f.0 <= span.1 && span.0 <= f.1);
        let runs = (0..).zip(&self.runs).zip(&self.spans);
        let runs = runs.filter(move |(_, found)| found.is_some() && meets(**found));
        runs.flat_map(move |((number, run), _)| {
            let shown = if number == 0 { self.shown } else { run.chunks.len() };
            let chunks = run.chunks.iter().take(shown).filter(move |chunk| meets(chunk.span));
            chunks.map(move |chunk| (number, run, chunk))
        })
    }

    /// A run by its number.
    pub fn run(&self, number: u32) -> Option<&Run> {
        self.runs.get(number as usize)
    }

    /// The run of this import, to be written to.
    pub fn own(&mut self) -> Option<&mut Run> {
        self.runs.first_mut()
    }

    /// Ends a file: from now on its lines are known.
    pub fn end_file(&mut self) {
        let Some(own) = self.runs.first_mut() else { return };
        own.cut(&[]);
        let from = self.shown;
        self.shown = own.chunks.len();
        if let (Some(span), Some(own)) = (self.spans.first_mut(), self.runs.first()) {
            *span = own.span();
        }
        self.show(0, from);
    }

    /// What to store of this import.
    pub fn finish(self) -> StretchRun {
        self.runs.first().map(codec::pack).unwrap_or_default()
    }
}
