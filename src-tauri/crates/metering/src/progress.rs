//! Hearing how far a reading is, and stopping it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::ReadError;

/// How far a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Bytes taken from the input, as stored (packed, if it is packed).
    pub bytes_done: u64,
    /// Bytes there are; unknown for a stream.
    pub bytes_total: Option<u64>,
    /// Rows read.
    pub rows: u64,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// Read on.
    On,
    /// Stop: the reading ends with [`crate::ReadError::Cancelled`].
    Stop,
}

/// Hears how far a reading is. Called by the thread that called [`crate::read`], about once per
/// MiB.
pub trait Progress {
    /// Takes note and decides whether to go on.
    fn report(&self, step: Step) -> Going;
}

/// Nobody listens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn report(&self, _step: Step) -> Going {
        Going::On
    }
}

/// Counts the bytes taken and asks whether to go on.
pub(crate) struct Meter<'p> {
    progress: &'p dyn Progress,
    /// Bytes taken from every file so far.
    pub taken: Arc<AtomicU64>,
    total: Option<u64>,
}

impl<'p> Meter<'p> {
    /// Nothing taken yet.
    pub fn new(progress: &'p dyn Progress, total: Option<u64>) -> Self {
        Self { progress, taken: Arc::default(), total }
    }

    /// Reports how far the reading is.
    ///
    /// # Errors
    /// [`ReadError::Cancelled`] if it shall stop.
    pub fn step(&self, rows: u64) -> Result<(), ReadError> {
        let step = Step { bytes_done: self.taken.load(Ordering::Relaxed), bytes_total: self.total, rows };
        match self.progress.report(step) {
            Going::On => Ok(()),
            Going::Stop => Err(ReadError::Cancelled),
        }
    }
}
