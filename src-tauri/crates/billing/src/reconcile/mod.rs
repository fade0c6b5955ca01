//! A provider's own bill against one's own meter, line by line: what is the same, what only one of them has, what differs,
//! and why, where the lines themselves prove it. Nothing is changed; amounts are exact.

mod causes;
mod entry;
mod group;

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

pub use causes::Cause;
pub use entry::{Entry, EntryKind, Side};

use crate::{ChargeAmount, Derivation, Derived, Instant, Refusal, Value, zone::Zone};

/// What holds for both bills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The provider's zone: days of orders begin there.
    pub zone: Zone,
    /// How long a settlement period is.
    pub period: TimeDelta,
    /// Since when the own books know of usage.
    pub since: Instant,
    /// Every place that the own books have, `passport-ocr@ap-southeast-1`.
    pub places: BTreeSet<String>,
}

/// In what the two sides of a row differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// In nothing.
    Same,
    /// The provider has no such line.
    OnlyOurs,
    /// The own meter has no such line.
    OnlyTheirs,
    /// In what was used, or in what packages paid of it.
    Quantity,
    /// In the unit price, and so in the amount.
    Price,
    /// In the amount alone.
    Amount,
}

impl Verdict {
    /// Every verdict, the sound one last.
    pub const ALL: [Self; 6] =
        [Self::OnlyTheirs, Self::OnlyOurs, Self::Quantity, Self::Price, Self::Amount, Self::Same];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::OnlyOurs => "only-ours",
            Self::OnlyTheirs => "only-theirs",
            Self::Quantity => "quantity",
            Self::Price => "price",
            Self::Amount => "amount",
        }
    }

    /// The verdict of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

/// Lines of both sides that are about the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What kind of movement.
    pub kind: EntryKind,
    /// Where it was used, `passport-ocr@ap-southeast-1`; empty for lines about nothing in particular.
    pub place: String,
    /// For whom; absent where the provider does not tell projects apart.
    pub project: Option<String>,
    /// The offer of a package; of a line that the own meter does not know, what the provider calls it.
    pub name: String,
    /// When it begins: the settlement period, or the day of an order.
    pub from: Instant,
    /// What the own meter says.
    pub ours: Side,
    /// What the provider says.
    pub theirs: Side,
    /// In what they differ.
    pub verdict: Verdict,
    /// Why, when they differ.
    pub cause: Option<Cause>,
    /// Theirs less ours.
    pub difference: Derived<ChargeAmount>,
}

/// Rows of one verdict, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many rows.
    pub rows: u64,
    /// What the own meter says.
    pub ours: ChargeAmount,
    /// What the provider says.
    pub theirs: ChargeAmount,
}

/// A provider's bill, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// In order of time; every line of both sides is in exactly one.
    pub rows: Vec<Row>,
    /// Of each verdict that there is.
    pub tallies: BTreeMap<Verdict, Tally>,
    /// All rows.
    pub total: Tally,
    /// Theirs less ours, over all.
    pub difference: Derived<ChargeAmount>,
}

impl Comparison {
    /// Whether every row is the same.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.rows.iter().all(|row| row.verdict == Verdict::Same)
    }
}

/// Compares.
///
/// Lines belong together when they are about the same kind of movement in the same place, for the same project, in the same
/// settlement period; orders, when they are about the same offer on the same day. Several lines of one period are added up,
/// so that usage which one side bills late, in a line of its own, meets the one line of the other.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn compare(ours: &[Entry], theirs: &[Entry], frame: &Frame) -> Result<Comparison, Refusal> {
    let mut rows = group::rows(ours, theirs, frame)?;
    causes::name(&mut rows, ours, theirs, frame)?;
    let mut total = Tally::default();
    for row in &rows {
        total.add(row)?;
    }
    Comparison::of(rows, total)
}

impl Comparison {
    /// A comparison that was kept: its rows that differ, and what all rows came to.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
    pub fn of_kept(rows: Vec<Row>, total: Tally) -> Result<Self, Refusal> {
        Self::of(rows, total)
    }

    /// What is not among the rows is the same.
    fn of(rows: Vec<Row>, total: Tally) -> Result<Self, Refusal> {
        let mut tallies: BTreeMap<Verdict, Tally> = BTreeMap::new();
        let mut same = total;
        for row in rows.iter().filter(|row| row.verdict != Verdict::Same) {
            tallies.entry(row.verdict).or_default().add(row)?;
            same.take(row)?;
        }
        if same.rows > 0 {
            tallies.insert(Verdict::Same, same);
        }
        let difference = total.difference()?;
        let mut because = Derivation::new("reconciled", "H-97", Value::Charge(difference))
            .with("theirs", Value::Charge(total.theirs));
        because = because.with("ours", Value::Charge(total.ours));
        for (verdict, tally) in tallies.iter().filter(|(verdict, _)| **verdict != Verdict::Same) {
            because = because.with(verdict.input(), Value::Charge(tally.difference()?));
        }
        Ok(Self { rows, tallies, total, difference: Derived { value: difference, because } })
    }
}

impl Row {
    /// A row that was kept: kind, place, project, name and beginning, its two sides, and why they differ.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
    pub fn of_kept(
        (kind, place, project, name, from): (EntryKind, String, Option<String>, String, Instant),
        (ours, theirs): (Side, Side),
        cause: Cause,
    ) -> Result<Self, Refusal> {
        let row = group::row(group::Key { from, kind, place, project, name }, ours, theirs)?;
        Ok(Self { cause: Some(cause), ..row })
    }
}

impl Verdict {
    /// The name of its share of a difference.
    const fn input(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::OnlyOurs => "only-ours",
            Self::OnlyTheirs => "only-theirs",
            Self::Quantity => "other-quantity",
            Self::Price => "other-price",
            Self::Amount => "other-amount",
        }
    }
}

impl Tally {
    fn add(&mut self, row: &Row) -> Result<(), Refusal> {
        self.rows += 1;
        self.ours = self.ours.checked_add(row.ours.amount)?;
        self.theirs = self.theirs.checked_add(row.theirs.amount)?;
        Ok(())
    }

    fn take(&mut self, row: &Row) -> Result<(), Refusal> {
        self.rows = self.rows.checked_sub(1).ok_or(Refusal::TooLarge)?;
        self.ours = self.ours.checked_sub(row.ours.amount)?;
        self.theirs = self.theirs.checked_sub(row.theirs.amount)?;
        Ok(())
    }

    /// Theirs less ours.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
    pub fn difference(&self) -> Result<ChargeAmount, Refusal> {
        Ok(self.theirs.checked_sub(self.ours)?)
    }
}
