//! The journal as a file for others: one line a posting as CSV, one object a transaction as JSON. Both faces write the same.

use billing::{
    journal::{Commodity, Posting},
    zone::Zone,
};
use ledger::{JournalFilter, JournalLine, Page, Subject};
use serde_json::{Value, json};

use crate::{AppError, Books, books::Loaded};

/// So many transactions are read at once.
const PAGE: u32 = 2000;

const COLUMNS: [&str; 12] = [
    "transaction",
    "at",
    "recorded_at",
    "kind",
    "reference",
    "charge",
    "package",
    "write",
    "ledger_account",
    "commodity",
    "amount",
    "balance_after",
];

/// Transactions with their postings, newest first.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// The transactions.
    pub entries: Vec<(JournalLine, Vec<Posting>)>,
    /// Whether there are more than were wanted.
    pub has_more: bool,
}

/// The newest transactions that a filter lets through, at most so many.
///
/// # Errors
/// That the books cannot be read.
pub async fn take(
    books: &Books,
    loaded: &Loaded,
    filter: &JournalFilter,
    most: usize,
) -> Result<Taken, AppError> {
    let (id, mut taken, mut page) = (loaded.header.id, Taken::default(), Page::first(PAGE));
    loop {
        let part = books.ledger().journal(id, filter, page).await?;
        let postings = books.ledger().postings_of(id, &part.lines).await?;
        taken.entries.extend(part.lines.into_iter().zip(postings));
        if taken.entries.len() >= most || part.next.is_none() {
            taken.has_more = taken.entries.len() > most || part.next.is_some();
            taken.entries.truncate(most);
            return Ok(taken);
        }
        page.after = part.next;
    }
}

/// What a transaction is known by, outside of its number: its key, the customer's request, or its charge.
#[must_use]
pub fn reference(line: &JournalLine) -> String {
    match (&line.key, line.subject, &line.request_id) {
        (Some(key), ..) => key.clone(),
        (None, Subject::Charge { charge, .. }, _) => format!("charge:{}", charge.0),
        (None, _, Some(request)) => request.clone(),
        (None, _, None) => String::new(),
    }
}

/// What a posting moves, as people write it: money with two decimals, calls whole. Positive is a debit.
#[must_use]
pub fn amount(posting: &Posting) -> String {
    match posting.commodity {
        Commodity::Money => billing::Money::from_cents(posting.units).to_string(),
        Commodity::Calls => posting.units.to_string(),
    }
}

/// What a posting counts: the account's currency, or calls – minutes of an account of applications.
#[must_use]
pub fn commodity<'a>(loaded: &'a Loaded, posting: &Posting) -> &'a str {
    let counts_minutes = loaded.account.terms.policy.resources != billing::policy::ResourceKind::Regions;
    match posting.commodity {
        Commodity::Money => &loaded.header.currency,
        Commodity::Calls if counts_minutes => "minutes",
        Commodity::Calls => "calls",
    }
}

/// One line a posting, under a line of names.
#[must_use]
pub fn csv(loaded: &Loaded, taken: &Taken) -> String {
    let zone = loaded.account.terms.policy.zone;
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for (line, postings) in &taken.entries {
        let (charge, package) = about(line);
        let known = [
            line.id.to_string(),
            zone.format(line.at),
            zone.format(line.recorded_at),
            line.kind.clone(),
            reference(line),
            charge.map_or_else(String::new, |charge| charge.to_string()),
            package.map_or_else(String::new, |package| package.to_string()),
            line.write_id.to_string(),
        ];
        let balance = line.balance.map_or_else(String::new, |balance| balance.to_string());
        for posting in postings {
            let moved = [
                posting.ledger_account.clone(),
                commodity(loaded, posting).to_owned(),
                amount(posting),
                balance.clone(),
            ];
            let cells: Vec<_> = known.iter().chain(&moved).map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
    }
    text
}

/// One object, with an object for each transaction.
#[must_use]
pub fn json(loaded: &Loaded, taken: &Taken) -> Value {
    let zone = loaded.account.terms.policy.zone;
    let transactions = taken.entries.iter().map(|(line, postings)| transaction(loaded, zone, line, postings));
    json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "as_of": zone.format(loaded.account.now),
        "has_more": taken.has_more,
        "transactions": transactions.collect::<Vec<_>>(),
    })
}

fn transaction(loaded: &Loaded, zone: Zone, line: &JournalLine, postings: &[Posting]) -> Value {
    let (charge, package) = about(line);
    let postings = postings.iter().map(|posting| {
        json!({
            "ledger_account": posting.ledger_account,
            "commodity": commodity(loaded, posting),
            "amount": amount(posting),
        })
    });
    json!({
        "transaction": line.id,
        "at": zone.format(line.at),
        "recorded_at": zone.format(line.recorded_at),
        "kind": line.kind,
        "reference": reference(line),
        "charge": charge,
        "package": package,
        "write": line.write_id,
        "balance_after": line.balance.map(|balance| balance.to_string()),
        "postings": postings.collect::<Vec<_>>(),
    })
}

fn about(line: &JournalLine) -> (Option<u64>, Option<u32>) {
    match line.subject {
        Subject::Nothing => (None, None),
        Subject::Charge { charge, .. } => (Some(charge.0), None),
        Subject::Package(package) => (None, Some(package.0)),
    }
}

/// A cell as other programs read it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_comma_or_a_quote_stays_one_cell() {
        assert_eq!(quoted("begin:0:0"), "begin:0:0");
        assert_eq!(quoted("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
    }
}
