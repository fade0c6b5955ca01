//! Every line of a month's bill, as far as it is asked for.

use billing::{bill::Line, zone::Month};

use crate::{
    Books,
    books::Loaded,
    ledger::{LedgerError, LineFilter, Page},
};

/// Rows fetched at once.
const PAGE: u32 = 5_000;

/// The lines asked for; the rounding last, where what is asked for has one.
///
/// # Errors
/// [`LedgerError`] when the books cannot be read.
pub async fn lines(
    books: &Books,
    loaded: &Loaded,
    month: Month,
    filter: &LineFilter,
) -> Result<Vec<Line>, LedgerError> {
    let (ledger, id, account) = (books.ledger(), loaded.header.id, &loaded.account);
    let (mut lines, mut page) = (Vec::new(), Page::first(PAGE));
    loop {
        let part = ledger.lines(id, account, month, filter, page).await?;
        lines.extend(part.rows);
        match part.next {
            Some(next) => page.after = Some(next),
            None => break,
        }
    }
    if filter.project.is_none() && filter.spent.is_none() {
        lines.extend(ledger.rounding_line(id, account, month, filter.resource).await?);
    }
    Ok(lines)
}
