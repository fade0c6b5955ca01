//! A line of either bill, as far as it is compared.

use std::collections::BTreeSet;

use crate::{
    ChargeAmount, Instant, Refusal, UnitPrice,
    bill::{Line, LineKind},
};

/// What kind of movement a line is, where providers tell fewer apart than the own books do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Pay-per-use, whenever it was settled.
    Usage,
    /// A package bought.
    Purchase,
    /// A package renewed, by whomever.
    Renewal,
    /// A package given back.
    Refund,
    /// Money given back for usage.
    Correction,
    /// What rounding comes to.
    Rounding,
    /// Something that the own meter does not know: tax, support, credit notes.
    Other,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Usage,
        Self::Purchase,
        Self::Renewal,
        Self::Refund,
        Self::Correction,
        Self::Rounding,
        Self::Other,
    ];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Purchase => "purchase",
            Self::Renewal => "renewal",
            Self::Refund => "refund",
            Self::Correction => "correction",
            Self::Rounding => "rounding",
            Self::Other => "other",
        }
    }

    /// The kind of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is about a settlement period, and not about a day.
    #[must_use]
    pub const fn is_of_period(self) -> bool {
        matches!(self, Self::Usage | Self::Correction)
    }
}

impl From<LineKind> for EntryKind {
    fn from(kind: LineKind) -> Self {
        match kind {
            LineKind::Usage | LineKind::Supplementary => Self::Usage,
            LineKind::Purchase => Self::Purchase,
            LineKind::Renewal | LineKind::AutoRenewal => Self::Renewal,
            LineKind::Refund => Self::Refund,
            LineKind::Correction => Self::Correction,
            LineKind::Rounding => Self::Rounding,
        }
    }
}

/// A line of either bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands: the line of a file, or the place in the own bill, from 1.
    pub line: u64,
    /// Its transaction id; empty when it has none.
    pub id: String,
    /// What kind of movement.
    pub kind: EntryKind,
    /// `passport-ocr`.
    pub service: String,
    /// `passport-ocr@ap-southeast-1`, or an application.
    pub place: String,
    /// For whom, the default project as nothing; absent when the bill does not say.
    pub project: Option<String>,
    /// The offer; of [`EntryKind::Other`] what it is called.
    pub name: String,
    /// When it begins.
    pub from: Instant,
    /// When it ends, without this second; absent when the bill does not say.
    pub until: Option<Instant>,
    /// Units used, or cycles paid.
    pub quantity: Option<i64>,
    /// Of the units those that packages paid for.
    pub from_packages: Option<i64>,
    /// Money per unit; several where a price changed.
    pub prices: Vec<UnitPrice>,
    /// The amount due, 8 decimals.
    pub amount: ChargeAmount,
}

impl Entry {
    /// A line of the own bill; `place`, `project` and `name` are the account's names for its numbers.
    #[must_use]
    pub fn of_line(
        number: u64,
        line: &Line,
        (service, place): (String, String),
        project: String,
        name: String,
    ) -> Self {
        let counted = line.kind != LineKind::Rounding;
        Self {
            line: number,
            id: line.origin.to_string(),
            kind: line.kind.into(),
            service,
            place,
            project: Some(project),
            name,
            from: line.spent.0,
            until: Some(line.spent.1 + chrono::TimeDelta::seconds(1)),
            quantity: counted.then_some(line.quantity),
            from_packages: counted.then_some(line.from_packages),
            prices: line.parts.iter().map(|part| part.unit_price).collect(),
            amount: line.amounts.due,
        }
    }

    /// Whether another line says the very same.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        let alike = |entry: &Self| Self { line: 0, ..entry.clone() };
        alike(self) == alike(other)
    }
}

/// Lines of one side of a row, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Where they stand, in that order; none when the side has no such line.
    pub lines: Vec<u64>,
    /// Their places among the lines of their side, from 0.
    pub(super) indices: Vec<usize>,
    /// Units; absent when no line says.
    pub quantity: Option<i64>,
    /// Units that packages paid for; absent when no line says.
    pub from_packages: Option<i64>,
    /// Money per unit.
    pub prices: BTreeSet<UnitPrice>,
    /// The amount due.
    pub amount: ChargeAmount,
}

impl Side {
    /// Whether the side has no such line.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A side that was kept: where its lines stand, units and those that packages paid for, prices, the amount due.
    #[must_use]
    pub const fn of_kept(
        lines: Vec<u64>,
        (quantity, from_packages): (Option<i64>, Option<i64>),
        prices: BTreeSet<UnitPrice>,
        amount: ChargeAmount,
    ) -> Self {
        Self { lines, indices: Vec::new(), quantity, from_packages, prices, amount }
    }

    pub(super) fn add(&mut self, index: usize, entry: &Entry) -> Result<(), Refusal> {
        let sum = |a: Option<i64>, b: Option<i64>| match (a, b) {
            (Some(a), Some(b)) => a.checked_add(b).map(Some).ok_or(Refusal::TooLarge),
            (a, b) => Ok(a.or(b)),
        };
        self.lines.push(entry.line);
        self.indices.push(index);
        self.quantity = sum(self.quantity, entry.quantity)?;
        self.from_packages = sum(self.from_packages, entry.from_packages)?;
        self.prices.extend(entry.prices.iter().copied());
        self.amount = self.amount.checked_add(entry.amount)?;
        Ok(())
    }
}
