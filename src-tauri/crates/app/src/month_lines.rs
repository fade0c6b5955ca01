//! Every line of a month's bill, as far as it is asked for.

use billing::{bill::Line, zone::Month};

use crate::{
    Books,
    bill_groups::{By, value_of},
    books::Loaded,
    ledger::{Charged, LedgerError, LineFilter, Page, Paged},
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

/// Some of the lines of a month that are for one value, as [`bill_groups::of_month`](crate::bill_groups::of_month) sums
/// them: packages and corrections, then charges, the rounding last.
///
/// # Errors
/// [`LedgerError`] when the books cannot be read.
pub async fn of_value(
    books: &Books,
    loaded: &Loaded,
    month: Month,
    (by, value): (&By, Option<&str>),
    page: Page,
) -> Result<Paged<Line>, LedgerError> {
    let (ledger, id, account) = (books.ledger(), loaded.header.id, &loaded.account);
    let is_for_it = |resource, project| value_of(account, resource, project, by).as_deref() == value;
    let mut beside = ledger.lines_beside_charges(id, account, month).await?;
    beside.retain(|line| is_for_it(line.resource, line.project));
    let mut among: Vec<Charged> = ledger.charged(id, month).await?;
    among.retain(|of| is_for_it(Some(of.resource), Some(of.project)));
    let rounding = ledger.rounding_line(id, account, month, None).await?.filter(|_| is_for_it(None, None));

    let charges = i64::try_from(among.iter().map(|of| of.count).sum::<u64>())?;
    let (before, skip) = (i64::try_from(beside.len())?, page.after.unwrap_or(0).max(0));
    // One more than asked for, to know whether there is more.
    let limit = usize::try_from(page.limit)?;
    let wanted = i64::from(page.limit) + 1;
    let mut lines: Vec<Line> = beside.into_iter().skip(usize::try_from(skip)?).take(limit + 1).collect();
    let part = ((skip - before).max(0), wanted - i64::try_from(lines.len())?);
    if part.1 > 0 && part.0 < charges {
        lines.extend(ledger.charge_lines((id, account), month, &among, part).await?);
    }
    if (skip..skip + wanted).contains(&(before + charges)) {
        lines.extend(rounding);
    }
    let next = (lines.len() > limit).then_some(skip + i64::from(page.limit));
    lines.truncate(limit);
    Ok(Paged { rows: lines, next })
}
