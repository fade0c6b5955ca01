//! The hash chain: SHA-256 over the hash of the account's write before and what this write moved.
//!
//! What is hashed, so that others can check it: the tag, the previous hash, then the fields of the header and of each
//! transaction in the order below. Numbers are 8 bytes, little-endian; a text is its length and its UTF-8 bytes; what
//! may be missing is a byte 0, or a byte 1 and the value. Postings are ordered by commodity and name.

use billing::journal::Posting;
use sha2::{Digest, Sha256};

use super::{TransactionRow, commodity_number};

const TAG: &[u8] = b"tollbook write 1\n";

/// The hash before the first write of an account.
pub(crate) const ROOT: [u8; 32] = [0; 32];

/// A write, without what it moved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header<'a> {
    pub account_id: i64,
    pub write_id: i64,
    pub kind: &'a str,
    pub request_id: Option<&'a str>,
    pub at: i64,
    pub recorded_at: i64,
    pub first_transaction_id: i64,
    pub transaction_count: i64,
}

/// The hash of one write in the making.
pub(crate) struct Chain(Sha256);

impl Chain {
    pub fn begin(previous: &[u8; 32], header: &Header<'_>) -> Self {
        let mut chain = Self(Sha256::new());
        chain.0.update(TAG);
        chain.0.update(previous);
        chain.number(header.account_id);
        chain.number(header.write_id);
        chain.text(header.kind);
        chain.optional(header.request_id, Self::text);
        chain.number(header.at);
        chain.number(header.recorded_at);
        chain.number(header.first_transaction_id);
        chain.number(header.transaction_count);
        chain
    }

    pub fn transaction(&mut self, transaction: &TransactionRow) {
        self.number(transaction.id);
        self.text(&transaction.kind);
        self.optional(transaction.key.as_deref(), Self::text);
        self.optional(transaction.subject, Self::number);
        self.number(transaction.at);
        self.optional(transaction.balance_after, Self::number);
        let mut postings: Vec<&Posting> = transaction.postings.iter().collect();
        postings
            .sort_by_key(|posting| (commodity_number(posting.commodity), posting.ledger_account.as_str()));
        self.0.update((postings.len() as u64).to_le_bytes());
        for posting in postings {
            self.number(commodity_number(posting.commodity));
            self.text(&posting.ledger_account);
            self.number(posting.units);
        }
    }

    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }

    fn number(&mut self, number: i64) {
        self.0.update(number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.0.update([u8::from(value.is_some())]);
        if let Some(value) = value {
            write(self, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use billing::journal::Commodity;

    use super::*;

    fn transaction() -> TransactionRow {
        let posting =
            |name: &str, units| Posting { ledger_account: name.into(), commodity: Commodity::Money, units };
        TransactionRow {
            id: 1,
            kind: "opening".into(),
            key: Some("opening".into()),
            subject: None,
            at: 10,
            balance_after: Some(5),
            postings: vec![posting("Assets:Balance", 5), posting("Equity:Opening", -5)],
        }
    }

    fn hash(change: impl FnOnce(&mut TransactionRow)) -> [u8; 32] {
        let header = Header {
            account_id: 1,
            write_id: 1,
            kind: "open",
            request_id: None,
            at: 10,
            recorded_at: 20,
            first_transaction_id: 1,
            transaction_count: 1,
        };
        let mut transaction = transaction();
        change(&mut transaction);
        let mut chain = Chain::begin(&ROOT, &header);
        chain.transaction(&transaction);
        chain.finish()
    }

    #[test]
    fn the_hash_covers_every_figure_and_name_but_not_the_order_of_postings() {
        let original = hash(|_| ());
        assert_eq!(hash(|row| row.postings.reverse()), original);
        assert_ne!(hash(|row| row.postings[0].units = 6), original);
        assert_ne!(hash(|row| row.postings[0].ledger_account.push('s')), original);
        assert_ne!(hash(|row| row.key = None), original);
        assert_ne!(hash(|row| row.subject = Some(0)), original);
        assert_ne!(hash(|row| row.at = 11), original);
        assert_ne!(hash(|row| row.balance_after = None), original);
    }
}
