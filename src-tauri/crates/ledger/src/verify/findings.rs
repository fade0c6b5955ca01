//! What was found: how much agrees, and the first difference of each check.

use std::{
    collections::BTreeMap,
    fmt::{Display, Write},
};

use super::{Checked, Difference, VerifyReport};

/// What is compared, in the order in which differences are told: what others are derived from comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Check {
    File,
    Reference,
    Value,
    Transaction,
    Write,
    Clock,
    Known,
    Balance,
    CreditDrawn,
    Voucher,
    Arrears,
    Settlement,
    Purchase,
    Debt,
    ArrearsSince,
    Deduction,
    Cycle,
    Quota,
    Usage,
    Charge,
    Correction,
    BillLine,
    OpenCharge,
    TierCounter,
    UsageSum,
    BillTotal,
    BillDay,
    PricedSum,
    ChargedSum,
    BalanceDay,
    Import,
}

impl Check {
    const fn what(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Reference => "reference",
            Self::Value => "value",
            Self::Transaction => "transaction",
            Self::Write => "write",
            Self::Clock => "clock",
            Self::Known => "known",
            Self::Balance => "balance",
            Self::CreditDrawn => "credit-drawn",
            Self::Voucher => "voucher",
            Self::Arrears => "arrears",
            Self::Settlement => "settlement",
            Self::Purchase => "purchase",
            Self::Debt => "debt",
            Self::ArrearsSince => "arrears-since",
            Self::Deduction => "deduction",
            Self::Cycle => "cycle",
            Self::Quota => "quota",
            Self::Usage => "usage",
            Self::Charge => "charge",
            Self::Correction => "correction",
            Self::BillLine => "bill-line",
            Self::OpenCharge => "open-charge",
            Self::TierCounter => "tier-counter",
            Self::UsageSum => "usage-sum",
            Self::BillTotal => "bill-total",
            Self::BillDay => "bill-day",
            Self::PricedSum => "priced-sum",
            Self::ChargedSum => "charged-sum",
            Self::BalanceDay => "balance-day",
            Self::Import => "import",
        }
    }
}

/// Hears how much was compared.
type Hears<'a> = &'a (dyn Fn(Checked) + Send + Sync);

/// Figures of one row. Wider than a column, so that no sum of columns leaves their range.
pub(super) type Figures<const N: usize> = [i128; N];

/// Differences found so far.
#[derive(Default)]
pub(super) struct Findings<'a> {
    pub checked: Checked,
    first: BTreeMap<Check, Difference>,
    hears: Option<Hears<'a>>,
}

impl<'a> Findings<'a> {
    /// Findings that somebody waits for.
    pub fn told_to(hears: Hears<'a>) -> Self {
        Self { hears: Some(hears), ..Self::default() }
    }

    /// Tells how much was compared so far.
    pub fn tell(&self) {
        if let Some(hears) = self.hears {
            hears(self.checked);
        }
    }

    pub fn is_clean(&self) -> bool {
        self.first.is_empty()
    }

    pub fn into_report(self) -> VerifyReport {
        let first_difference = self.first.into_values().next();
        VerifyReport { checked: self.checked, first_difference }
    }

    /// Keeps a difference, if it is the first of its check.
    pub fn note(&mut self, check: Check, place: impl Display, expected: impl Display, found: impl Display) {
        self.first.entry(check).or_insert_with(|| Difference {
            what: check.what(),
            place: place.to_string(),
            expected: expected.to_string(),
            found: found.to_string(),
        });
    }

    /// Compares the figures of one row.
    pub fn compare<const N: usize>(
        &mut self,
        check: Check,
        place: impl Display,
        columns: [&'static str; N],
        expected: Figures<N>,
        found: Figures<N>,
    ) {
        if expected != found {
            self.note(check, place, differing(columns, expected, found), differing(columns, found, expected));
        }
    }

    /// Compares stored rows with derived ones, and counts them. A row that is missing is one of zeros.
    pub fn compare_rows<K: Ord, const N: usize>(
        &mut self,
        check: Check,
        columns: [&'static str; N],
        mut expected: BTreeMap<K, Figures<N>>,
        found: impl IntoIterator<Item = (K, Figures<N>)>,
        place: impl Fn(&K) -> String,
    ) -> u64 {
        let mut rows = 0;
        for (key, figures) in found {
            rows += 1;
            let derived = expected.remove(&key).unwrap_or([0; N]);
            if derived != figures {
                self.compare(check, place(&key), columns, derived, figures);
            }
        }
        if let Some((key, derived)) = expected.into_iter().find(|(_, derived)| *derived != [0; N]) {
            self.compare(check, place(&key), columns, derived, [0; N]);
        }
        rows
    }
}

/// `billable 3, failed 1`: the figures of one side that the other does not have.
fn differing<const N: usize>(columns: [&str; N], figures: Figures<N>, others: Figures<N>) -> String {
    let mut text = String::new();
    for ((column, figure), other) in columns.iter().zip(figures).zip(others) {
        if figure != other {
            let comma = if text.is_empty() { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(text, "{comma}{column} {figure}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(findings: Findings<'_>) -> (&'static str, String, String, String) {
        let Difference { what, place, expected, found } = findings.into_report().first_difference.unwrap();
        (what, place, expected, found)
    }

    #[test]
    fn only_the_figures_that_differ_are_told() {
        let mut findings = Findings::default();
        findings.compare(Check::Cycle, "here", ["used", "lapsed"], [1, 2], [1, 2]);
        assert!(findings.is_clean());
        findings.compare(Check::Cycle, "here", ["used", "lapsed"], [1, 2], [1, 3]);
        assert_eq!(first(findings), ("cycle", "here".into(), "lapsed 2".into(), "lapsed 3".into()));
    }

    #[test]
    fn what_others_are_derived_from_is_told_first() {
        let mut findings = Findings::default();
        findings.note(Check::UsageSum, "a sum", 1, 2);
        findings.note(Check::Charge, "a charge", 1, 2);
        findings.note(Check::Charge, "another charge", 1, 2);
        assert_eq!(first(findings).1, "a charge");
    }

    #[test]
    fn a_row_of_zeros_need_not_be_there() {
        let rows = |row: Option<i128>| {
            let mut findings = Findings::default();
            let expected = BTreeMap::from([(1, [0]), (2, [5])]);
            let found = row.map(|figure| (2, [figure]));
            findings.compare_rows(Check::UsageSum, ["billable"], expected, found, |key| format!("row {key}"));
            findings
        };
        assert!(rows(Some(5)).is_clean());
        assert_eq!(
            first(rows(None)),
            ("usage-sum", "row 2".into(), "billable 5".into(), "billable 0".into())
        );
        assert_eq!(first(rows(Some(6))).3, "billable 6");
    }
}
