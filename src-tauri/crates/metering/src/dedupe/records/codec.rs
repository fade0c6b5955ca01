//! Sorted hashes as bytes.
//!
//! A block holds version, count, the first hash, and a width; then per record the distance to the
//! hash before (its high part in unary, its low `width` bits as they are: Rice's code, within two
//! bits of the best for random hashes) and 16 bits of content.

use super::RecordBlock;
use crate::dedupe::bits::Bits;
use crate::dedupe::bytes::{Taken, put_number};

const VERSION: u8 = 1;
/// Records of a full block.
pub const BLOCK: usize = 4_096;

/// A record as it is remembered: the hash of its id, and of its content.
pub type Known = (u64, u16);

/// Packs up to [`BLOCK`] records with ascending, different hashes.
pub fn pack(records: &[Known]) -> RecordBlock {
    let (Some((first, _)), Some((last, _))) = (records.first(), records.last()) else {
        return RecordBlock::default();
    };
    let mean = (last - first) / (records.len() as u64 - 1).max(1);
    let width = 64 - mean.leading_zeros().min(63) - 1;
    let mut bits = Bits::default();
    let mut before = *first;
    for (hash, content) in records {
        let distance = hash - before;
        before = *hash;
        for _ in 0..distance >> width {
            bits.push(0, 1);
        }
        bits.push(1, 1);
        bits.push_long(distance, width);
        bits.push(u32::from(*content), 16);
    }
    let mut data = vec![VERSION];
    put_number(&mut data, records.len() as u64);
    put_number(&mut data, *first);
    put_number(&mut data, u64::from(width));
    put_number(&mut data, bits.len());
    data.extend(bits.to_bytes());
    RecordBlock { first: *first, last: *last, count: records.len() as u32, data }
}

/// Unpacks a block; none if the bytes are not what [`pack`] made.
pub fn unpack(data: &[u8]) -> Option<Vec<Known>> {
    let [VERSION, rest @ ..] = data else { return None };
    let mut taken = Taken(rest);
    let count = usize::try_from(taken.number()?).ok().filter(|count| *count <= BLOCK)?;
    let (mut hash, width) =
        (taken.number()?, u32::try_from(taken.number()?).ok().filter(|width| *width < 64)?);
    let length = taken.number()?;
    let bits = Bits::from_bytes(taken.0, length)?;
    let mut records = Vec::with_capacity(count);
    let mut at = 0;
    for _ in 0..count {
        let high = bits.zeros(at);
        at += high + 1;
        let low = bits.get_long(at, width);
        at += u64::from(width);
        hash = hash.checked_add(high.checked_shl(width)?.checked_add(low)?)?;
        let content = bits.get(at, 16) as u16;
        at += 16;
        if at > length {
            return None;
        }
        records.push((hash, content));
    }
    Some(records)
}

/// Packs records that come one by one, ascending.
#[derive(Default)]
pub struct Packer {
    open: Vec<Known>,
    blocks: Vec<RecordBlock>,
}

impl Packer {
    /// Appends a record.
    pub fn push(&mut self, record: Known) {
        self.open.push(record);
        if self.open.len() == BLOCK {
            self.blocks.push(pack(&self.open));
            self.open.clear();
        }
    }

    /// The blocks.
    pub fn finish(mut self) -> Vec<RecordBlock> {
        if !self.open.is_empty() {
            self.blocks.push(pack(&self.open));
        }
        self.blocks
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop};
    use proptest::{prop_assert_eq, proptest};

    use super::*;

    proptest! {
        #[test]
        fn records_come_back(records in prop::collection::btree_map(0..u64::MAX >> 1, any::<u16>(), 1..300)) {
            let records: Vec<Known> = records.into_iter().collect();
            let block = pack(&records);
            prop_assert_eq!(unpack(&block.data), Some(records));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_but_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = unpack(&bytes);
            let _ = unpack(&[&[VERSION][..], &bytes].concat());
        }
    }

    #[test]
    fn a_record_takes_less_than_eight_bytes_in_a_large_import() {
        let hash = |n: u64| rapidhash::v3::rapidhash_v3(&n.to_le_bytes()) >> 1;
        // The spacing of ten million records, without making them.
        let records: Vec<Known> = {
            let mut hashes: Vec<u64> =
                (0..BLOCK as u64).map(|n| hash(n) / (10_000_000 / BLOCK as u64)).collect();
            hashes.sort_unstable();
            hashes.into_iter().map(|hash| (hash, hash as u16)).collect()
        };
        let bytes = pack(&records).data.len();
        assert!(bytes < BLOCK * 15 / 2, "{bytes} bytes for {BLOCK} records");
    }
}
