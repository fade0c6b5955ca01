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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commodity_is_balanced_for_itself() {
        let is_balanced = |postings: &[(Commodity, i64)]| {
            let posting = |(commodity, units): &(_, _)| Posting {
                ledger_account: String::new(),
                commodity: *commodity,
                units: *units,
            };
            let postings = postings.iter().map(posting).collect();
            Transaction { kind: "top-up", key: None, postings }.is_balanced()
        };
        use Commodity::{Calls, Money};
        assert!(is_balanced(&[(Money, 5), (Money, -5)]));
        assert!(is_balanced(&[(Money, 5), (Money, -5), (Calls, 3), (Calls, -3)]));
        assert!(!is_balanced(&[(Money, 5), (Money, -4)]));
        assert!(!is_balanced(&[(Money, 5), (Calls, -5)]), "money is not paid with calls");
        assert!(!is_balanced(&[(Money, 5), (Money, -5), (Calls, 3)]));
        assert!(!is_balanced(&[(Calls, 3), (Calls, -3), (Money, 5)]));
        assert!(!is_balanced(&[(Money, 0)]), "one posting moves nothing");
    }
}
