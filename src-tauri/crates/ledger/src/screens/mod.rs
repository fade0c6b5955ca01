//! What screens and the command line read. Every list is bounded and has a total order.

pub mod bills;
pub mod charged;
mod charges;
pub mod dues;
mod history;
pub mod imports;
pub mod journal;
mod journal_search;
pub mod known;
pub mod lines;
pub mod looks;
pub mod moved;
pub mod notices;
pub mod packages;
pub mod reasons;
pub mod segments;
pub mod statement;
pub mod usage;

/// Which part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Continue after this position, as [`Paged::next`] gave it; from the beginning without.
    pub after: Option<i64>,
    /// At most so many rows.
    pub limit: u32,
}

impl Page {
    /// The first rows of a list.
    #[must_use]
    pub const fn first(limit: u32) -> Self {
        Self { after: None, limit }
    }
}

/// Part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged<T> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// Where the next part begins, if there is one.
    pub next: Option<i64>,
}

impl Page {
    /// One more than asked for, to know whether there is more.
    pub(crate) fn probe(self) -> i64 {
        i64::from(self.limit) + 1
    }
}

impl<T> Paged<T> {
    /// Cuts what was fetched with [`Page::probe`]; `position` names a row for the next page.
    pub(crate) fn cut(mut rows: Vec<T>, page: Page, position: impl FnOnce(&T) -> i64) -> Self {
        let limit = page.limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(position) } else { None };
        Self { rows, next }
    }
}
