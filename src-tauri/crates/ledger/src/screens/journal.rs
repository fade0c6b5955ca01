//! The journal as people read it: transactions newest first, the postings of each, and whether their write is what it was.

use std::{collections::BTreeMap, ops::Range};

use billing::{
    ChargeId, Instant, Money, PackageId, ResourceId,
    journal::{Commodity, Posting, names::SETTLEMENT, settlement_postings},
    settlement::pay::Payment,
};
use sqlx::SqliteConnection;

use super::{
    journal_search::{LineRow, Slice, search},
    statement::Subject,
};
use crate::{
    AccountId, Ledger, LedgerError, Page,
    columns::RowOf,
    journal::{
        TransactionRow,
        chain::{Chain, Header},
    },
    vouchers,
};

/// So many transactions are looked at for one page; what is further back is another page's.
pub(super) const LOOKED_AT: i64 = 100_000;
/// A write with more transactions is not hashed again for being looked at.
const HASHED_AT_ONCE: i64 = 50_000;

/// Which transactions of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Only of this kind, `top-up`.
    pub kind: Option<String>,
    /// Only about this resource or a package of it.
    pub resource: Option<ResourceId>,
    /// Only about this package.
    pub package: Option<PackageId>,
    /// Only in this half-open range of the account's clock.
    pub at: Option<Range<Instant>>,
    /// Only those with this in their key, or in the kind, request or hash of their write; or of this very number.
    pub text: Option<String>,
}

/// One transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Its number, ascending in the order in which the books learned of it.
    pub id: i64,
    /// When, on the account's clock.
    pub at: Instant,
    /// What kind of movement, `top-up`.
    pub kind: String,
    /// The name derived from the fact itself, `begin:0:0`.
    pub key: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// Money that moved: the sum of its debits.
    pub money: Money,
    /// Calls that moved, likewise.
    pub calls: u64,
    /// The balance afterwards, when money moved.
    pub balance: Option<Money>,
    /// Its write.
    pub write_id: i64,
    /// What kind of action that was.
    pub write_kind: String,
    /// What names the customer's action.
    pub request_id: Option<String>,
    /// When the books learned of it, on the wall clock.
    pub recorded_at: Instant,
}

/// Part of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalPage {
    /// Newest first.
    pub lines: Vec<JournalLine>,
    /// Where to go on, if there is more to look at.
    pub next: Option<i64>,
    /// How far back was looked, when that is not the last line.
    pub looked_back_to: Option<Instant>,
}

/// A write, with its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteLine {
    /// Its number.
    pub id: i64,
    /// What kind of action, `top-up`.
    pub kind: String,
    /// What names the customer's action.
    pub request_id: Option<String>,
    /// The account's clock afterwards.
    pub at: Instant,
    /// The wall clock.
    pub recorded_at: Instant,
    /// How many transactions it has.
    pub transaction_count: u64,
    /// The hash of the account's write before.
    pub previous_hash: [u8; 32],
    /// Its own.
    pub hash: [u8; 32],
    /// Whether it is still what was hashed, and stands between its neighbours.
    pub sound: Sound,
}

/// Whether a write is what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// It is, and the writes beside it say so.
    Yes,
    /// It, or the link to a neighbour, was changed.
    No,
    /// It is too large to be hashed in passing: verifying the books does.
    NotLookedAt,
}

/// One transaction with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The transaction.
    pub line: JournalLine,
    /// Its postings, debits first; they sum to zero in each commodity.
    pub postings: Vec<Posting>,
    /// Its write.
    pub write: WriteLine,
}

impl Ledger {
    /// Transactions, newest first: a page of them, or what there is among the next hundred thousand.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn journal(
        &self,
        account: AccountId,
        filter: &JournalFilter,
        page: Page,
    ) -> Result<JournalPage, LedgerError> {
        self.journal_looking_at(account, filter, page, LOOKED_AT).await
    }

    /// The same, looking at no more than so many transactions.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn journal_looking_at(
        &self,
        account: AccountId,
        filter: &JournalFilter,
        page: Page,
        looked_at: i64,
    ) -> Result<JournalPage, LedgerError> {
        let conn = &mut *self.reader().await?;
        let Some(slice) = Slice::find(conn, account, filter, page.after, looked_at).await? else {
            return Ok(JournalPage { lines: Vec::new(), next: None, looked_back_to: None });
        };
        let rows = search(conn, account, filter, &slice, page.probe()).await?;
        let lines: Result<Vec<_>, _> = rows.into_iter().map(LineRow::into_line).collect();
        let mut lines = lines?;
        let limit = page.limit as usize;
        if lines.len() > limit {
            lines.truncate(limit);
            return Ok(JournalPage { next: lines.last().map(|line| line.id), lines, looked_back_to: None });
        }
        Ok(JournalPage {
            lines,
            next: slice.has_more.then_some(slice.first),
            looked_back_to: if slice.has_more { slice.began_at(conn).await? } else { None },
        })
    }

    /// The postings of transactions, in their order.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn postings_of(
        &self,
        account: AccountId,
        lines: &[JournalLine],
    ) -> Result<Vec<Vec<Posting>>, LedgerError> {
        postings_of(&mut *self.reader().await?, account, lines).await
    }

    /// One transaction with its postings and its write, if there is such a one.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn entry(&self, account: AccountId, number: i64) -> Result<Option<Entry>, LedgerError> {
        let conn = &mut *self.reader().await?;
        let everything = JournalFilter::default();
        let before = number.checked_add(1);
        let Some(slice) = Slice::find(conn, account, &everything, before, 1).await? else { return Ok(None) };
        let row = search(conn, account, &everything, &slice, 1).await?.into_iter().next();
        let Some(line) = row.map(LineRow::into_line).transpose()?.filter(|line| line.id == number) else {
            return Ok(None);
        };
        let mut postings = postings_of(conn, account, std::slice::from_ref(&line)).await?;
        let write = write_line(conn, account, line.write_id).await?;
        Ok(Some(Entry { postings: postings.pop().unwrap_or_default(), write, line }))
    }
}

async fn postings_of(
    conn: &mut SqliteConnection,
    account: AccountId,
    lines: &[JournalLine],
) -> Result<Vec<Vec<Posting>>, LedgerError> {
    let mut stored = stored_postings(conn, lines).await?;
    let settled = settled(conn, account, lines).await?;
    let postings = lines.iter().map(|line| {
        let mut postings = match (line.kind.as_str(), line.subject) {
            (SETTLEMENT, Subject::Charge { charge, .. }) => settled.get(&charge).cloned().unwrap_or_default(),
            _ => stored.remove(&line.id).unwrap_or_default(),
        };
        postings.sort_by_key(|posting| (posting.commodity, std::cmp::Reverse(posting.units)));
        postings
    });
    Ok(postings.collect())
}

async fn stored_postings(
    conn: &mut SqliteConnection,
    lines: &[JournalLine],
) -> Result<BTreeMap<i64, Vec<Posting>>, LedgerError> {
    let ids = numbers(lines.iter().map(|line| line.id));
    let rows = sqlx::query!(
        r#"
        SELECT p.transaction_id AS "id!: i64", p.commodity AS "commodity!: i64", a.name AS "ledger_account!: String",
               p.units AS "units!: i64"
        FROM json_each(?1) AS wanted
        CROSS JOIN postings AS p ON p.transaction_id = wanted.value
        JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
        "#,
        ids
    )
    .fetch_all(conn)
    .await?;
    let mut postings: BTreeMap<i64, Vec<Posting>> = BTreeMap::new();
    for row in rows {
        let commodity = if row.commodity == 0 { Commodity::Money } else { Commodity::Calls };
        let posting = Posting { ledger_account: row.ledger_account, commodity, units: row.units };
        postings.entry(row.id).or_default().push(posting);
    }
    Ok(postings)
}

/// What a settlement moves stands in its charge.
async fn settled(
    conn: &mut SqliteConnection,
    account: AccountId,
    lines: &[JournalLine],
) -> Result<BTreeMap<ChargeId, Vec<Posting>>, LedgerError> {
    let charges = lines.iter().filter_map(|line| match line.subject {
        Subject::Charge { charge, .. } if line.kind == SETTLEMENT => i64::try_from(charge.0).ok(),
        _ => None,
    });
    let charges = numbers(charges);
    let rows = sqlx::query!(
        r#"
        SELECT c.number AS "number!: i64", c.due_cents AS "due!: i64", c.vouchers AS "vouchers!: String",
               c.from_balance_cents AS "from_balance!: i64", c.from_credit_cents AS "from_credit!: i64",
               c.unpaid_cents AS "unpaid!: i64",
               CASE r.application WHEN 0 THEN r.service || '@' || r.region ELSE r.region END AS "charged!: String"
        FROM json_each(?2) AS wanted
        CROSS JOIN charges AS c ON c.account_id = ?1 AND c.number = wanted.value
        JOIN resources AS r ON r.account_id = c.account_id AND r.number = c.resource
        "#,
        account.0,
        charges
    )
    .fetch_all(conn)
    .await?;
    let postings = rows.into_iter().map(|row| {
        let of = RowOf { table: "charges", id: row.number };
        let payment = Payment {
            vouchers: vouchers::from_text(&row.vouchers).ok_or_else(|| of.corrupt("vouchers"))?,
            from_balance: Money::from_cents(row.from_balance),
            from_credit: Money::from_cents(row.from_credit),
            owed: Money::from_cents(row.unpaid),
        };
        let postings = settlement_postings(&row.charged, Money::from_cents(row.due), &payment);
        Ok((ChargeId(of.count("number", row.number)?), postings))
    });
    postings.collect()
}

fn numbers(numbers: impl Iterator<Item = i64>) -> String {
    let numbers: Vec<_> = numbers.map(|number| number.to_string()).collect();
    format!("[{}]", numbers.join(","))
}

/// A write, hashed again if it is not too large.
pub(super) async fn write_line(
    conn: &mut SqliteConnection,
    account: AccountId,
    id: i64,
) -> Result<WriteLine, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT kind, request_id, at, recorded_at, first_transaction_id, transaction_count, previous_hash, hash,
               (SELECT b.hash FROM writes AS b WHERE b.account_id = ?1 AND b.id < ?2 ORDER BY b.id DESC LIMIT 1)
                 AS "before?: Vec<u8>",
               (SELECT a.previous_hash FROM writes AS a WHERE a.account_id = ?1 AND a.id > ?2 ORDER BY a.id LIMIT 1)
                 AS "after?: Vec<u8>"
        FROM writes
        WHERE account_id = ?1 AND id = ?2
        "#,
        account.0,
        id
    )
    .fetch_one(&mut *conn)
    .await?;
    let of = RowOf { table: "writes", id };
    let hash_of = |bytes: &[u8], column| bytes.try_into().map_err(|_| of.corrupt(column));
    let (previous_hash, hash) = (hash_of(&row.previous_hash, "previous_hash")?, hash_of(&row.hash, "hash")?);
    let header = Header {
        account_id: account.0,
        write_id: id,
        kind: &row.kind,
        request_id: row.request_id.as_deref(),
        at: row.at,
        recorded_at: row.recorded_at,
        first_transaction_id: row.first_transaction_id,
        transaction_count: row.transaction_count,
    };
    let is_linked = row.before.is_none_or(|before| before == row.previous_hash)
        && row.after.is_none_or(|after| after == row.hash);
    let sound = if !is_linked {
        Sound::No
    } else if row.transaction_count > HASHED_AT_ONCE {
        Sound::NotLookedAt
    } else if hashed(conn, account, &header, &previous_hash).await? == hash {
        Sound::Yes
    } else {
        Sound::No
    };
    Ok(WriteLine {
        id,
        at: of.instant("at", row.at)?,
        recorded_at: of.instant("recorded_at", row.recorded_at)?,
        transaction_count: of.count("transaction_count", row.transaction_count)?,
        previous_hash,
        hash,
        sound,
        kind: row.kind,
        request_id: row.request_id,
    })
}

/// The hash of a write as its transactions are now.
async fn hashed(
    conn: &mut SqliteConnection,
    account: AccountId,
    header: &Header<'_>,
    previous: &[u8; 32],
) -> Result<[u8; 32], LedgerError> {
    let mut chain = Chain::begin(previous, header);
    let end = header.first_transaction_id.saturating_add(header.transaction_count);
    let slice = Slice::of_write(account, header.write_id, header.first_transaction_id..end);
    let rows =
        search(conn, account, &JournalFilter::default(), &slice, header.transaction_count.max(1)).await?;
    let lines: Result<Vec<_>, _> = rows.into_iter().rev().map(LineRow::with_subject).collect();
    let lines = lines?;
    let postings =
        postings_of(conn, account, &lines.iter().map(|(line, _)| line.clone()).collect::<Vec<_>>()).await?;
    for ((line, subject), postings) in lines.into_iter().zip(postings) {
        chain.transaction(&TransactionRow {
            id: line.id,
            kind: line.kind,
            key: line.key,
            subject,
            at: line.at.timestamp(),
            balance_after: line.balance.map(Money::cents),
            postings,
        });
    }
    Ok(chain.finish())
}

/// What a text is looked for in: everything around it may be anything.
pub(super) fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}
