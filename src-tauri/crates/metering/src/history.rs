//! What earlier imports left to be recognised by.

use crate::preview::reading::Reading;

/// Why the history could not be asked.
pub type HistoryError = Box<dyn std::error::Error + Send + Sync>;

/// What earlier imports left to be recognised by.
///
/// One implementation reads the ledger, [`MemoryHistory`] serves tests and previews.
pub trait History {
    /// Hands over the data of every stored [`crate::RecordBlock`] whose range of hashes
    /// (`first ..= last`) meets the given one, in any order.
    ///
    /// # Errors
    /// Whatever the store reports; it ends the import.
    fn record_blocks(&self, first: u64, last: u64, visit: &mut dyn FnMut(&[u8])) -> Result<(), HistoryError>;

    /// Hands over the id and the data of every stored [`crate::StretchRun`] of this source whose
    /// span (`first ..= last`, unix seconds) meets the given one, in any order. The id is the
    /// store's own; it has to be the same each time and another for each run.
    ///
    /// # Errors
    /// Whatever the store reports; it ends the import.
    fn stretch_runs(
        &self,
        first: i64,
        last: i64,
        visit: &mut dyn FnMut(u64, &[u8]),
    ) -> Result<(), HistoryError>;
}

/// A history held in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryHistory {
    readings: Vec<(crate::RecordRun, crate::StretchRun)>,
}

impl MemoryHistory {
    /// Remembers what was read, as a commit does.
    pub fn remember(&mut self, reading: &Reading) {
        self.readings.push((reading.records.clone(), reading.stretches.clone()));
    }
}

impl History for MemoryHistory {
    fn record_blocks(&self, first: u64, last: u64, visit: &mut dyn FnMut(&[u8])) -> Result<(), HistoryError> {
        let blocks = self.readings.iter().flat_map(|(records, _)| &records.blocks);
        blocks
            .filter(|block| block.first <= last && first <= block.last)
            .for_each(|block| visit(&block.data));
        Ok(())
    }

    fn stretch_runs(
        &self,
        first: i64,
        last: i64,
        visit: &mut dyn FnMut(u64, &[u8]),
    ) -> Result<(), HistoryError> {
        for (id, (_, run)) in (0..).zip(&self.readings) {
            if !run.is_empty() && run.first <= last && first <= run.last {
                visit(id, &run.data);
            }
        }
        Ok(())
    }
}
