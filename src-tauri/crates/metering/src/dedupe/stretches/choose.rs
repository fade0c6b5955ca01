//! Parts that do not overlap, out of all that were found.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::accept::links;
use super::known::{Known, Place};
use super::region::{Part, Region};

/// The longest first. Of equally long ones, one whose known lines no chosen part agrees with; then one
/// that nothing was cut from.
type Rank = (usize, [bool; 2], Reverse<(usize, Place)>);

fn rank(part: &Part, is_first: bool, is_whole: bool) -> Rank {
    (part.end - part.start, [is_first, is_whole], Reverse((part.start, part.place)))
}

/// Parts that do not overlap, in order: tied ones first, then always the best of what is left and
/// those that lead to it or on from it.
pub fn choose(
    region: &Region<'_>,
    known: &Known<'_>,
    tied: impl Iterator<Item = Part>,
    parts: Vec<Part>,
) -> Vec<Part> {
    let mut chosen = Chosen::new(region, known, &parts);
    tied.for_each(|part| chosen.take_free(&part));
    let mut waiting: BinaryHeap<_> = parts.iter().map(|part| (rank(part, true, true), part.bits)).collect();
    while let Some(((length, [is_first, is_whole], Reverse((start, place))), bits)) = waiting.pop() {
        let part = Part { start, end: start + length, place, bits };
        match chosen.free(&part) {
            None => {}
            Some(free) if free != part => waiting.push((rank(&free, is_first, false), bits)),
            Some(_) if is_first && chosen.repeats(&part) => {
                waiting.push((rank(&part, false, is_whole), bits))
            }
            Some(_) => chosen.take(part),
        }
    }
    chosen.parts.sort_by_key(|part| part.start);
    chosen.parts
}

struct Chosen<'c> {
    region: &'c Region<'c>,
    known: &'c Known<'c>,
    /// All parts, by their first line and by the line behind their last.
    starting: HashMap<usize, Vec<&'c Part>>,
    ending: HashMap<usize, Vec<&'c Part>>,
    /// Lines of the region that belong to a chosen part.
    taken: Vec<bool>,
    /// Known lines chosen parts agree with: run and line.
    used: HashSet<(u32, u64)>,
    parts: Vec<Part>,
}

impl<'c> Chosen<'c> {
    fn new(region: &'c Region<'c>, known: &'c Known<'c>, parts: &'c [Part]) -> Self {
        let (mut starting, mut ending) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for part in parts {
            starting.entry(part.start).or_default().push(part);
            ending.entry(part.end).or_default().push(part);
        }
        let taken = vec![false; region.lines.len()];
        Self { region, known, starting, ending, taken, used: HashSet::new(), parts: Vec::new() }
    }

    /// The first piece of a part that is free.
    fn free(&self, part: &Part) -> Option<Part> {
        let free = |at: &usize| self.taken.get(*at) == Some(&false);
        let start = (part.start..part.end).find(free)?;
        let end = (start..part.end).find(|at| !free(at)).unwrap_or(part.end);
        let place = Place { run: part.place.run, line: part.place.line + (start - part.start) as u64 };
        Some(Part { start, end, place, bits: part.bits })
    }

    fn take_free(&mut self, part: &Part) {
        if let Some(part) = self.free(part) {
            self.take(part);
        }
    }

    /// Takes a part, those that lead to it, and those it leads to.
    fn take(&mut self, part: Part) {
        let mut waiting = vec![part];
        while let Some(part) = waiting.pop() {
            if self.free(&part) != Some(part) {
                continue;
            }
            if let Some(taken) = self.taken.get_mut(part.start..part.end) {
                taken.fill(true);
            }
            self.used.extend(part.known_lines());
            self.parts.push(part);
            waiting.extend(self.leading_to(&part));
            waiting.extend(self.led_to_by(&part));
        }
    }

    fn leading_to(&self, part: &Part) -> Option<Part> {
        let links = |other: &Part| links(self.region, self.known, other.end_place(), part.place, part.start);
        self.longest(self.ending.get(&part.start)?, links)
    }

    fn led_to_by(&self, part: &Part) -> Option<Part> {
        let links = |other: &Part| links(self.region, self.known, part.end_place(), other.place, part.end);
        self.longest(self.starting.get(&part.end)?, links)
    }

    /// The longest of the parts that link, are free and agree with no known line twice.
    fn longest(&self, parts: &[&Part], links: impl Fn(&Part) -> bool) -> Option<Part> {
        let fits = |part: &Part| self.free(part) == Some(*part) && !self.repeats(part) && links(part);
        parts.iter().copied().filter(|part| fits(part)).max_by_key(|part| rank(part, true, true)).copied()
    }

    fn repeats(&self, part: &Part) -> bool {
        part.known_lines().any(|line| self.used.contains(&line))
    }
}
