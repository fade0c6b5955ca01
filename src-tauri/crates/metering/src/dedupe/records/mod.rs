//! Records with ids: once per (source, id).
//!
//! An id is remembered by 63 bits of its hash and 16 bits of the hash of the record's content: what
//! is known with the same content is a duplicate, with another content a conflict. Two ids with one
//! hash would show as a conflict, not vanish. Records are settled in batches: sorted, they meet what
//! is known in one pass, so neither has to be in memory as a whole.

mod batch;
mod codec;

pub use batch::{Found, Records};

/// What is stored of an import's records: about eight bytes each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordRun {
    /// The blocks, ascending and disjoint.
    pub blocks: Vec<RecordBlock>,
}

/// Up to 4,096 records, stored and fetched as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordBlock {
    /// Smallest hash of an id; below 2⁶³, so that a signed column orders it.
    pub first: u64,
    /// Largest hash of an id.
    pub last: u64,
    /// How many records.
    pub count: u32,
    /// Everything, packed; handed back through [`crate::History::record_blocks`].
    pub data: Vec<u8>,
}

impl RecordRun {
    /// Whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// How many records.
    pub fn records(&self) -> u64 {
        self.blocks.iter().map(|block| u64::from(block.count)).sum()
    }
}
