//! Events as balanced double-entry transactions; quota is a commodity beside money.

pub mod names;
mod rules;

pub use rules::{opening, settlement_postings, transaction};

/// What a posting counts. Money is the account's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Commodity {
    /// Cents of the account's currency.
    Money,
    /// Calls.
    Calls,
}

/// One line of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Named account of the journal, `Assets:Balance`.
    pub ledger_account: String,
    /// Money or quota.
    pub commodity: Commodity,
    /// Cents or calls; positive is a debit.
    pub units: i64,
}

/// The journal's balanced unit: the postings of each commodity sum to zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// What kind of movement, `settlement`.
    pub kind: &'static str,
    /// A name derived from the fact itself, so that it cannot be written twice; `None` for the customer's actions,
    /// which are named by their request.
    pub key: Option<String>,
    /// Lines.
    pub postings: Vec<Posting>,
}

impl Transaction {
    /// Whether every commodity sums to zero over at least two postings.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        let sum = |commodity| -> i128 {
            let of = self.postings.iter().filter(|posting| posting.commodity == commodity);
            of.map(|posting| i128::from(posting.units)).sum()
        };
        self.postings.len() >= 2 && sum(Commodity::Money) == 0 && sum(Commodity::Calls) == 0
    }
}
