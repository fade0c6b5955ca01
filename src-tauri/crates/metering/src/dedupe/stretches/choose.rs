//! Parts that do not overlap, out of all that were found.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

use super::known::Place;
use super::region::Part;

/// The longest first; of equally long ones one whose known lines no chosen part agrees with, then one
/// that nothing was cut from.
type Rank = (usize, bool, bool, Reverse<(usize, Place)>);

/// Parts that do not overlap, in order: tied ones first, then always the best of what is left.
pub fn choose(tied: impl Iterator<Item = Part>, parts: Vec<Part>, lines: usize) -> Vec<Part> {
    let mut chosen = Chosen { taken: vec![false; lines], used: HashSet::new(), parts: Vec::new() };
    for part in tied {
        if let Some(part) = free_part(&part, &chosen.taken) {
            chosen.take(part);
        }
    }
    let rank = |part: &Part, is_first: bool, is_whole: bool| -> Rank {
        (part.end - part.start, is_first, is_whole, Reverse((part.start, part.place)))
    };
    let mut waiting: BinaryHeap<_> =
        parts.into_iter().map(|part| (rank(&part, true, true), part.bits)).collect();
    while let Some(((length, is_first, is_whole, Reverse((start, place))), bits)) = waiting.pop() {
        let part = Part { start, end: start + length, place, bits };
        match free_part(&part, &chosen.taken) {
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

struct Chosen {
    /// Lines of the region that belong to a chosen part.
    taken: Vec<bool>,
    /// Known lines chosen parts agree with: run and line.
    used: HashSet<(u32, u64)>,
    parts: Vec<Part>,
}

impl Chosen {
    fn take(&mut self, part: Part) {
        if let Some(taken) = self.taken.get_mut(part.start..part.end) {
            taken.fill(true);
        }
        self.used.extend(part.known_lines());
        self.parts.push(part);
    }

    fn repeats(&self, part: &Part) -> bool {
        part.known_lines().any(|line| self.used.contains(&line))
    }
}

/// The first piece of a part that is free.
fn free_part(part: &Part, taken: &[bool]) -> Option<Part> {
    let free = |at: &usize| taken.get(*at) == Some(&false);
    let start = (part.start..part.end).find(free)?;
    let end = (start..part.end).find(|at| !free(at)).unwrap_or(part.end);
    let place = Place { run: part.place.run, line: part.place.line + (start - part.start) as u64 };
    Some(Part { start, end, place, bits: part.bits })
}
