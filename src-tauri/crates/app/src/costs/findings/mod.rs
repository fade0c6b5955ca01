//! What could be saved, ranked by money per month: quota that was paid for and did not pay, quota that lapsed, calls that
//! would have cost less in a package. Nothing is done about any of it here.

mod cheaper;
mod leaks;
mod unused;

use std::ops::Range;

use billing::{ChargeAmount, Derivation, Instant, Money, PackageId, Refusal, ResourceId, explain::Reason};
use chrono::TimeDelta;

use crate::{AppError, Books, books::Loaded};

/// Days over which charges are looked at: a month's money without further arithmetic.
pub const LEAK_DAYS: i64 = 30;
/// Days over which lapsed quota and other ways to pay are looked at.
pub const YEAR_DAYS: i64 = 365;
/// Months in them.
const YEAR_MONTHS: u32 = 12;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Pay-per-use that a package which was paid for did not pay, for a reason.
    Leak(Reason),
    /// Quota lapsed unused.
    Unused,
    /// The same calls cost less in a package.
    Cheaper,
}

/// How much has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Buy or renew once.
    Purchase,
    /// Those who call have to call otherwise.
    Callers,
    /// Choose otherwise when the package ends.
    NextTerm,
}

/// What prepares doing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prepare {
    /// The purchase of an offer; of any that is on sale for the resource, without.
    Buy(Option<String>),
    /// The comparison of ways to pay.
    Compare,
    /// The renewal of a package.
    Renew(PackageId),
}

/// One thing that could be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// What was called, or what the quota was for.
    pub resource: ResourceId,
    /// The package that could have paid, had ended, or lapsed.
    pub package: Option<PackageId>,
    /// The offer that would have cost less.
    pub offer: Option<String>,
    /// Calls that it is about.
    pub calls: u64,
    /// Money a month.
    pub per_month: Money,
    /// Why so much.
    pub because: Derivation,
    /// How much has to be done.
    pub effort: Effort,
    /// What prepares it.
    pub prepare: Prepare,
}

/// What was looked at, whatever was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookedAt {
    /// The days of the charges.
    pub span: (Instant, Instant),
    /// Pay-per-use calls in them.
    pub calls: u64,
    /// What they were charged.
    pub charged: Money,
    /// Terms of packages that ended within a year.
    pub terms: u64,
    /// Resources whose calls were replayed with the packages on sale.
    pub compared: u64,
}

/// Everything that was found, most money first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// They may be about the same calls: their money does not add up.
    pub found: Vec<Finding>,
    /// What was looked at.
    pub looked_at: LookedAt,
}

impl FindingKind {
    /// The stable name: of a leak that of its reason.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leak(reason) => reason.code(),
            Self::Unused => "unused",
            Self::Cheaper => "cheaper",
        }
    }
}

impl Effort {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Purchase => "purchase",
            Self::Callers => "callers",
            Self::NextTerm => "next-term",
        }
    }
}

/// Looks for what could be saved.
///
/// # Errors
/// [`AppError`] when the books cannot be read, or a figure leaves the range that can be kept exactly.
pub async fn findings(books: &Books, loaded: &Loaded) -> Result<Findings, AppError> {
    let zone = loaded.account.terms.policy.zone;
    let now = books.now().max(loaded.account.now);
    // Up to now: what leaks today is worth knowing today.
    let span = zone.midnight(zone.date(now)) - TimeDelta::days(LEAK_DAYS - 1)..now + TimeDelta::seconds(1);
    let leaks = leaks::leaks(books, loaded, span.clone(), now).await?;
    let (unused, terms) = unused::unused(loaded, now)?;
    let (cheaper, compared) = cheaper::cheaper(books, loaded, &leaks.charged, now).await?;
    let mut found: Vec<Finding> = leaks.found.into_iter().chain(unused).chain(cheaper).collect();
    found.retain(|finding| finding.per_month.is_positive());
    found.sort_by(|a, b| b.per_month.cmp(&a.per_month).then((a.resource, a.kind).cmp(&(b.resource, b.kind))));
    let charged = Money::sum(leaks.charged.iter().map(|(_, money)| *money)).map_err(Refusal::from)?;
    let looked_at = LookedAt { span: (span.start, span.end), calls: leaks.calls, charged, terms, compared };
    Ok(Findings { found, looked_at })
}

/// Whole days before an instant, at the provider.
fn days_before(loaded: &Loaded, now: Instant, days: i64) -> Range<Instant> {
    let zone = loaded.account.terms.policy.zone;
    let end = zone.midnight(zone.date(now)) + TimeDelta::days(1);
    end - TimeDelta::days(days)..end
}

/// `amount × part ÷ whole`, cut at 8 decimals.
fn part_of(amount: ChargeAmount, part: u64, whole: u64) -> Result<ChargeAmount, Refusal> {
    let units = i128::from(amount.units()?);
    let share = (units * i128::from(part)).checked_div(whole.into()).unwrap_or(0);
    i64::try_from(share).map(ChargeAmount::from_units).map_err(|_| Refusal::TooLarge)
}
