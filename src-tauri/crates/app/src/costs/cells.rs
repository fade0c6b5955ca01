//! Costs by day or month, billing mode, resource and project: made of the sums of usage and of the orders, mended where money
//! is in another bill than its usage, so that whole months come to their bills.

use std::collections::BTreeMap;

use billing::{
    ChargeAmount, Money, ProjectId, ResourceId,
    bill::{Line, LineKind, amortise},
    zone::Zone,
};
use chrono::{Days, NaiveDate};

use super::range::{Span, Step, month_of};
use crate::{
    AppError, Books,
    books::Loaded,
    ledger::{LedgerError, MovedApart, Width},
};

/// How money came to be paid (H-96: billing mode, and what changed it afterwards).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Pay-per-use.
    PayPerUse,
    /// Packages bought.
    Purchase,
    /// Packages renewed.
    Renewal,
    /// Packages given back; negative.
    Refund,
    /// Charges given back; negative.
    Correction,
    /// What moved in cents less what it amounts to.
    Rounding,
}

/// When money counts (H-125, T-65).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// When it is billed.
    Cash,
    /// Packages on the days they pay for.
    Amortised,
}

/// Money of one day or month, of one billing mode, resource and project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The day, or the first of the month.
    pub start: NaiveDate,
    /// How it came to be paid.
    pub mode: Mode,
    /// What was called, or what the package is for.
    pub resource: ResourceId,
    /// For whom; of a package, the only project it pays for.
    pub project: Option<ProjectId>,
    /// Whole cents in cash; shares of packages have 8 decimals.
    pub amount: ChargeAmount,
}

impl Mode {
    /// Every mode, in the order of a bill.
    pub const ALL: [Self; 6] =
        [Self::PayPerUse, Self::Purchase, Self::Renewal, Self::Refund, Self::Correction, Self::Rounding];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PayPerUse => "pay-per-use",
            Self::Purchase => "purchases",
            Self::Renewal => "renewals",
            Self::Refund => "refunds",
            Self::Correction => "corrections",
            Self::Rounding => "rounding",
        }
    }

    /// The mode of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }

    const fn of(kind: LineKind) -> Self {
        match kind {
            LineKind::Usage | LineKind::Supplementary => Self::PayPerUse,
            LineKind::Purchase => Self::Purchase,
            LineKind::Renewal | LineKind::AutoRenewal => Self::Renewal,
            LineKind::Refund => Self::Refund,
            LineKind::Correction => Self::Correction,
            LineKind::Rounding => Self::Rounding,
        }
    }
}

impl View {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Amortised => "amortised",
        }
    }

    /// The view of a stable name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Cash, Self::Amortised].into_iter().find(|view| view.code() == code)
    }
}

/// What a span cost, in order of time, mode, resource, project; nothing that is zero. Usage counts on its day as long as its
/// money is in the bill of that month, else on the day the money moved (H-125); in cash, packages count when they are paid,
/// amortised on the days they pay for, up to the account's today.
///
/// # Errors
/// [`AppError`] when the books cannot be read.
pub async fn cells(books: &Books, loaded: &Loaded, span: Span, view: View) -> Result<Vec<Cell>, AppError> {
    let mut sums = Sums { span, zone: loaded.account.terms.policy.zone, amounts: BTreeMap::new() };
    add_usage(books, loaded, &mut sums).await?;
    let lines = books.ledger().prepaid_lines(loaded.header.id, &loaded.account).await?;
    match view {
        View::Cash => {
            for line in &lines {
                let day = sums.zone.date(line.moved_at);
                sums.add(day, (Mode::of(line.kind), line.resource, line.project), line.amounts.due)?;
            }
        }
        View::Amortised => add_shares(loaded, &lines, &mut sums)?,
    }
    Ok(sums.cells())
}

type Key = (NaiveDate, Mode, ResourceId, Option<ProjectId>);

/// Amounts of a span.
struct Sums {
    span: Span,
    zone: Zone,
    amounts: BTreeMap<Key, ChargeAmount>,
}

impl Sums {
    /// Adds the money of a day, if the day is in the span.
    fn add(
        &mut self,
        day: NaiveDate,
        (mode, resource, project): (Mode, Option<ResourceId>, Option<ProjectId>),
        amount: ChargeAmount,
    ) -> Result<(), AppError> {
        let Some(resource) = resource.filter(|_| self.span.holds(day)) else { return Ok(()) };
        let sum = self.amounts.entry((self.span.start_of(day), mode, resource, project)).or_default();
        *sum = sum.checked_add(amount).map_err(|_| LedgerError::TooLarge)?;
        Ok(())
    }

    fn add_money(
        &mut self,
        day: NaiveDate,
        moved: &MovedApart,
        mode: Mode,
        due: Money,
    ) -> Result<(), AppError> {
        let key = (mode, Some(moved.resource), Some(moved.project));
        self.add(day, key, ChargeAmount::from_money(due))
    }

    /// The day on which money counts that moved apart from its usage (H-125).
    fn day_of(&self, moved: &MovedApart) -> NaiveDate {
        let used_on = self.zone.date(moved.used_on);
        if month_of(used_on) == moved.bill { used_on } else { self.zone.date(moved.moved_on) }
    }

    fn cells(self) -> Vec<Cell> {
        let some = self.amounts.into_iter().filter(|(_, amount)| *amount != ChargeAmount::ZERO);
        some.map(|((start, mode, resource, project), amount)| Cell { start, mode, resource, project, amount })
            .collect()
    }
}

/// Pay-per-use by its day, and what was given back of it.
async fn add_usage(books: &Books, loaded: &Loaded, sums: &mut Sums) -> Result<(), AppError> {
    let (ledger, id, zone, span) = (books.ledger(), loaded.header.id, sums.zone, sums.span);
    let width = match span.step {
        Step::Day => Width::Day,
        Step::Month => Width::Month,
    };
    let range = zone.midnight(span.first)..zone.midnight(span.end);
    for used in ledger.usage_dues(id, width, range).await? {
        let key = (Mode::PayPerUse, Some(used.resource), Some(used.project));
        sums.add(zone.date(used.start), key, ChargeAmount::from_money(used.due))?;
    }
    let bill = month_of(span.first);
    // The sums of usage have corrections taken off already, on the day of the usage.
    for moved in ledger.corrections_since(id, bill).await? {
        sums.add_money(zone.date(moved.used_on), &moved, Mode::PayPerUse, moved.due)?;
        let day = sums.day_of(&moved);
        sums.add_money(day, &moved, Mode::Correction, moved.due.negated())?;
    }
    for moved in ledger.charges_apart_since(id, bill).await? {
        sums.add_money(zone.date(moved.used_on), &moved, Mode::PayPerUse, moved.due.negated())?;
        let day = sums.day_of(&moved);
        sums.add_money(day, &moved, Mode::PayPerUse, moved.due)?;
    }
    Ok(())
}

/// Packages by the days they pay for.
fn add_shares(loaded: &Loaded, lines: &[Line], sums: &mut Sums) -> Result<(), AppError> {
    let policy = &loaded.account.terms.policy;
    let (span, zone) = (sums.span, sums.zone);
    let tomorrow = zone.date(loaded.account.now).succ_opt().unwrap_or(span.end);
    // Of ten years of orders, those with shares in the span: from the payment to the end of what they pay for.
    let near = |line: &&Line| {
        let last = line.valid.map_or(line.moved_at, |valid| valid.1.max(line.moved_at));
        let last = zone.date(last).checked_add_days(Days::new(2)).unwrap_or(span.end);
        line.kind == LineKind::Refund || (zone.date(line.moved_at) < span.end && last >= span.first)
    };
    let lines: Vec<Line> = lines.iter().filter(near).cloned().collect();
    let shown = |day: NaiveDate| (span.holds(day) && day < tomorrow).then(|| span.start_of(day));
    let parts = amortise::by_stretch(policy, &lines, shown).map_err(|_| LedgerError::TooLarge)?;
    for (start, parts) in parts.into_iter().filter_map(|(start, parts)| Some((start?, parts))) {
        for (line, part) in parts.iter().filter_map(|(number, part)| Some((lines.get(*number)?, part))) {
            sums.add(start, (Mode::of(line.kind), line.resource, line.project), part.amount)?;
        }
    }
    Ok(())
}
