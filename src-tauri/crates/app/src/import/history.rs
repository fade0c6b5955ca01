//! What earlier imports counted, asked of the books while reading.

use ledger::{AccountId, Ledger};
use metering::{History, HistoryError};
use tokio::runtime::Handle;

/// The history of one source of one account. Reading happens on a thread of its own, which waits for the books.
pub struct SourceHistory<'a> {
    /// The books.
    pub ledger: &'a Ledger,
    /// Whose; none for an account that is not opened yet.
    pub account: Option<AccountId>,
    /// Which source.
    pub source: &'a str,
    /// The runtime that the books live on.
    pub runtime: Handle,
}

impl History for SourceHistory<'_> {
    fn record_blocks(&self, first: u64, last: u64, visit: &mut dyn FnMut(&[u8])) -> Result<(), HistoryError> {
        let Some(account) = self.account else { return Ok(()) };
        let blocks = self.runtime.block_on(self.ledger.record_blocks(account, self.source, first, last))?;
        blocks.iter().for_each(|block| visit(&block.data));
        Ok(())
    }

    fn stretch_runs(
        &self,
        first: i64,
        last: i64,
        visit: &mut dyn FnMut(u64, &[u8]),
    ) -> Result<(), HistoryError> {
        let Some(account) = self.account else { return Ok(()) };
        let stretches = self.runtime.block_on(self.ledger.stretches(account, self.source, first, last))?;
        stretches.iter().for_each(|(id, stretch)| visit(*id, &stretch.data));
        Ok(())
    }
}
