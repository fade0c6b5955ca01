//! Why rows differ, as far as the lines prove it. Of several causes the first that holds is named.

use std::collections::BTreeMap;

use super::{Entry, EntryKind, Frame, Row, Verdict};
use crate::{ChargeAmount, Instant, Money, Refusal};

/// Why two sides differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The provider's file holds lines twice; without the repetition both sides are the same.
    Duplicate {
        /// Where the repetitions stand in the file.
        lines: Vec<u64>,
    },
    /// The same usage of the same period is in another place on the other side.
    OtherPlace(String),
    /// The same usage of the same period is for another project on the other side.
    OtherProject(String),
    /// What lacks here is in the period beside it on the other side: the border of the period was drawn otherwise.
    PeriodBorder(Instant),
    /// The same usage, but packages paid for another part of it.
    Covered,
    /// Another unit price.
    Price,
    /// One side is the other, rounded to cents.
    Rounding,
    /// Packages paid for all of it; the provider's file leaves such lines out.
    LeftOut,
    /// It is later than anything in the provider's file.
    AfterTheirs,
    /// It is before the own books begin.
    BeforeOurs,
    /// The own books have no such place.
    UnknownPlace,
    /// The own meter does not know such lines: tax, support, credit notes.
    NotMetered,
    /// No usage of this period was imported, or no such order was made here.
    NotImported,
    /// The provider did not bill it.
    NotBilled,
    /// Nothing in the lines proves why.
    Unproven,
}

impl Cause {
    /// The stable name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Duplicate { .. } => "duplicate",
            Self::OtherPlace(_) => "other-place",
            Self::OtherProject(_) => "other-project",
            Self::PeriodBorder(_) => "period-border",
            Self::Covered => "covered",
            Self::Price => "price",
            Self::Rounding => "rounding",
            Self::LeftOut => "left-out",
            Self::AfterTheirs => "after-theirs",
            Self::BeforeOurs => "before-ours",
            Self::UnknownPlace => "unknown-place",
            Self::NotMetered => "not-metered",
            Self::NotImported => "not-imported",
            Self::NotBilled => "not-billed",
            Self::Unproven => "unproven",
        }
    }
}

impl Cause {
    /// What it is about: lines with commas between them, a place, a project, an instant in seconds; else nothing.
    #[must_use]
    pub fn about(&self) -> String {
        match self {
            Self::Duplicate { lines } => lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            Self::OtherPlace(name) | Self::OtherProject(name) => name.clone(),
            Self::PeriodBorder(at) => at.timestamp().to_string(),
            _ => String::new(),
        }
    }

    /// The cause of a stable name and of what it is about.
    #[must_use]
    pub fn parse(code: &str, about: &str) -> Option<Self> {
        const PLAIN: [Cause; 11] = [
            Cause::Covered,
            Cause::Price,
            Cause::Rounding,
            Cause::LeftOut,
            Cause::AfterTheirs,
            Cause::BeforeOurs,
            Cause::UnknownPlace,
            Cause::NotMetered,
            Cause::NotImported,
            Cause::NotBilled,
            Cause::Unproven,
        ];
        match code {
            "duplicate" => {
                let lines = about.split(", ").map(|line| line.parse().ok()).collect::<Option<_>>()?;
                Some(Self::Duplicate { lines })
            }
            "other-place" => Some(Self::OtherPlace(about.to_owned())),
            "other-project" => Some(Self::OtherProject(about.to_owned())),
            "period-border" => Instant::from_timestamp(about.parse().ok()?, 0).map(Self::PeriodBorder),
            code => PLAIN.into_iter().find(|cause| cause.code() == code),
        }
    }
}

/// Gives every row that differs its cause.
pub(super) fn name(rows: &mut [Row], ours: &[Entry], theirs: &[Entry], frame: &Frame) -> Result<(), Refusal> {
    for row in rows.iter_mut().filter(|row| row.verdict != Verdict::Same) {
        row.cause = duplicate(row, theirs)?;
    }
    elsewhere(rows, ours, theirs);
    borders(rows, frame);
    let facts = Facts::of(theirs);
    for row in rows.iter_mut().filter(|row| row.verdict != Verdict::Same && row.cause.is_none()) {
        row.cause = Some(alone(row, &facts, frame)?);
    }
    Ok(())
}

/// Lines that say the very same as one before them; a cause only when nothing else differs.
fn duplicate(row: &Row, theirs: &[Entry]) -> Result<Option<Cause>, Refusal> {
    let mut kept: Vec<&Entry> = Vec::new();
    let mut repeated: Vec<&Entry> = Vec::new();
    for entry in row.theirs.indices.iter().filter_map(|index| theirs.get(*index)) {
        let into = if kept.iter().any(|other| other.repeats(entry)) { &mut repeated } else { &mut kept };
        into.push(entry);
    }
    if repeated.is_empty() || row.ours.is_empty() {
        return Ok(None);
    }
    let mut amount = ChargeAmount::ZERO;
    let mut quantity: Option<i64> = None;
    for entry in &kept {
        amount = amount.checked_add(entry.amount)?;
        quantity = entry.quantity.map(|count| count.saturating_add(quantity.unwrap_or(0))).or(quantity);
    }
    let fits = amount == row.ours.amount && (quantity.is_none() || quantity == row.ours.quantity);
    Ok(fits.then(|| Cause::Duplicate { lines: repeated.iter().map(|entry| entry.line).collect() }))
}

/// Rows of which each side alone has one, of the same usage in the same period: it was booked elsewhere.
fn elsewhere(rows: &mut [Row], ours: &[Entry], theirs: &[Entry]) {
    let service = |entries: &[Entry], indices: &[usize]| {
        indices.first().and_then(|index| entries.get(*index)).map(|entry| entry.service.clone())
    };
    let is_alone = |row: &Row, verdict| row.verdict == verdict && row.cause.is_none() && is_usage(row);
    let mut waiting: BTreeMap<(Instant, i64), Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| is_alone(row, Verdict::OnlyTheirs)) {
        if let Some(quantity) = row.theirs.quantity.filter(|count| *count != 0) {
            waiting.entry((row.from, quantity)).or_default().push(index);
        }
    }
    for index in 0..rows.len() {
        let Some(row) = rows.get(index).filter(|row| is_alone(row, Verdict::OnlyOurs)) else { continue };
        let Some(found) = row.ours.quantity.and_then(|count| waiting.get_mut(&(row.from, count))) else {
            continue;
        };
        let own = service(ours, &row.ours.indices);
        let fits = |other: &Row| {
            if other.place == row.place {
                other.project != row.project
            } else {
                service(theirs, &other.theirs.indices) == own
            }
        };
        let Some(at) = found.iter().position(|other| rows.get(*other).is_some_and(fits)) else { continue };
        pair(rows, index, found.swap_remove(at));
    }
}

fn pair(rows: &mut [Row], ours: usize, theirs: usize) {
    let named = |row: &Row| (row.place.clone(), row.project.clone().unwrap_or_default());
    let (Some((own, own_project)), Some((other, other_project))) =
        (rows.get(ours).map(named), rows.get(theirs).map(named))
    else {
        return;
    };
    let moved = own == other;
    let cause = |place, project| if moved { Cause::OtherProject(project) } else { Cause::OtherPlace(place) };
    let causes = [(ours, cause(other, other_project)), (theirs, cause(own, own_project))];
    for (index, cause) in causes {
        if let Some(row) = rows.get_mut(index) {
            row.cause = Some(cause);
        }
    }
}

fn is_usage(row: &Row) -> bool {
    row.kind == EntryKind::Usage
}

/// Neighbouring periods whose quantities differ by the same, once up and once down.
fn borders(rows: &mut [Row], frame: &Frame) {
    let mut open: BTreeMap<(String, Option<String>, Instant), (usize, i64)> = BTreeMap::new();
    for index in 0..rows.len() {
        let Some(row) = rows.get(index).filter(|row| row.cause.is_none() && is_usage(row)) else { continue };
        let Some(shift) = shift(row).filter(|shift| *shift != 0) else { continue };
        let before = (row.place.clone(), row.project.clone(), row.from - frame.period);
        match open.remove(&before) {
            Some((earlier, other)) if other == -shift => {
                let here = row.from;
                for (index, beside) in [(index, before.2), (earlier, here)] {
                    if let Some(row) = rows.get_mut(index) {
                        row.cause = Some(Cause::PeriodBorder(beside));
                    }
                }
            }
            _ => {
                open.insert((row.place.clone(), row.project.clone(), row.from), (index, shift));
            }
        }
    }
}

/// How many units the provider has more.
fn shift(row: &Row) -> Option<i64> {
    match row.verdict {
        Verdict::OnlyOurs => row.ours.quantity.map(i64::wrapping_neg),
        Verdict::OnlyTheirs => row.theirs.quantity,
        Verdict::Quantity => row.theirs.quantity?.checked_sub(row.ours.quantity?),
        _ => None,
    }
}

/// What the provider's file shows as a whole.
struct Facts {
    /// When its last usage begins.
    last: Option<Instant>,
    /// Whether it has a line of usage that costs nothing.
    free_lines: bool,
    /// Whether it tells what packages paid.
    packages: bool,
}

impl Facts {
    fn of(theirs: &[Entry]) -> Self {
        let usage = || theirs.iter().filter(|entry| entry.kind == EntryKind::Usage);
        Self {
            last: usage().map(|entry| entry.until.unwrap_or(entry.from)).max(),
            free_lines: usage().any(|entry| entry.amount == ChargeAmount::ZERO),
            packages: usage().any(|entry| entry.from_packages.is_some()),
        }
    }
}

/// What a row alone proves.
fn alone(row: &Row, facts: &Facts, frame: &Frame) -> Result<Cause, Refusal> {
    let rounded =
        |amount: ChargeAmount| Ok::<_, Refusal>(ChargeAmount::from_money(Money::from_charge(amount)?));
    Ok(match row.verdict {
        _ if row.kind == EntryKind::Rounding => Cause::Rounding,
        Verdict::OnlyTheirs if row.kind == EntryKind::Other => Cause::NotMetered,
        Verdict::OnlyTheirs if row.from < frame.since => Cause::BeforeOurs,
        Verdict::OnlyTheirs if !row.place.is_empty() && !frame.places.contains(&row.place) => {
            Cause::UnknownPlace
        }
        Verdict::OnlyTheirs => Cause::NotImported,
        Verdict::OnlyOurs if is_usage(row) && facts.last.is_some_and(|last| row.from >= last) => {
            Cause::AfterTheirs
        }
        Verdict::OnlyOurs if is_usage(row) && row.ours.amount == ChargeAmount::ZERO && !facts.free_lines => {
            Cause::LeftOut
        }
        Verdict::OnlyOurs => Cause::NotBilled,
        Verdict::Quantity if row.ours.quantity == row.theirs.quantity && facts.packages => Cause::Covered,
        Verdict::Price => Cause::Price,
        Verdict::Amount if row.theirs.amount == rounded(row.ours.amount)? => Cause::Rounding,
        Verdict::Amount if row.ours.amount == rounded(row.theirs.amount)? => Cause::Rounding,
        _ => Cause::Unproven,
    })
}
