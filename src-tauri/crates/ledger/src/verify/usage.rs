//! Usage, window by window: what it leads to, beside what is stored.

use std::collections::BTreeMap;

use billing::{UnitPrice, explain::Reasons, rating::PricedCalls};
use chrono::TimeDelta;
use sqlx::SqliteConnection;

use super::{
    PAGE, Scope, attendance, charges,
    charges::Settlements,
    findings::{Check, Findings},
    imports::Imports,
    priced::PricedSums,
    sums::{Bills, UsageSums},
};
use crate::{LedgerError, parts};

const DAY: i64 = 86_400;

/// Whole days and whole settlement periods, half-open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub from: i64,
    pub until: i64,
}

/// Period, resource, project, settlement instant: names a charge, or what will be one.
pub(super) type ChargeKey = (i64, i64, i64, i64);

/// Calls by who paid for them, in whatever order they were metered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Calls {
    pub from_packages: i128,
    parts: BTreeMap<(UnitPrice, Reasons), i128>,
}

impl Calls {
    /// Calls as they are stored; nothing for text that is no parts.
    pub fn parse(from_packages: i64, text: &str) -> Option<Self> {
        let mut calls = Self { from_packages: from_packages.into(), parts: BTreeMap::new() };
        for part in parts::from_text(text)? {
            *calls.parts.entry((part.unit_price, part.reasons)).or_default() += i128::from(part.calls);
        }
        Some(calls)
    }

    pub fn add(&mut self, other: &Self) {
        self.add_signed(other, 1);
    }

    pub fn remove(&mut self, other: &Self) {
        self.add_signed(other, -1);
    }

    fn add_signed(&mut self, other: &Self, sign: i128) {
        self.from_packages += sign * other.from_packages;
        for (part, calls) in &other.parts {
            *self.parts.entry(*part).or_default() += sign * calls;
        }
        self.parts.retain(|_, calls| *calls != 0);
    }

    /// Pay-per-use calls.
    pub fn billed(&self) -> i128 {
        self.parts.values().sum()
    }

    pub fn has_parts(&self) -> bool {
        !self.parts.is_empty()
    }

    pub fn is_nothing(&self) -> bool {
        self.from_packages == 0 && self.parts.is_empty()
    }

    /// For rating; nothing when more was taken out than came.
    pub fn to_parts(&self) -> Option<Vec<PricedCalls>> {
        let parts = self.parts.iter().map(|((unit_price, reasons), calls)| {
            Some(PricedCalls {
                unit_price: *unit_price,
                calls: u64::try_from(*calls).ok()?,
                reasons: *reasons,
            })
        });
        parts.collect()
    }
}

/// `3 from packages, 120*0.02/1`.
impl std::fmt::Display for Calls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} from packages", self.from_packages)?;
        self.parts.iter().try_for_each(|((unit_price, reasons), calls)| {
            write!(f, ", {calls}*{unit_price}/{}", reasons.bits())
        })
    }
}

/// What the usage of a window leads to.
#[derive(Debug, Default)]
pub(super) struct Metered {
    /// To be charged: metered, less what was taken out before its settlement.
    pub charged: BTreeMap<ChargeKey, Calls>,
    /// Taken out after its settlement, so that money came back.
    pub corrected: BTreeMap<ChargeKey, Calls>,
}

/// Reads all usage with the charges and the sums of its time.
pub(super) async fn check(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let mut settlements = Settlements::load(conn, scope).await?;
    let mut sums = UsageSums::new(scope);
    let mut bills = Bills::new(scope);
    let mut priced = PricedSums::new(scope);
    let mut imports = Imports::load(conn, scope).await?;
    let mut from = i64::MIN;
    loop {
        let until = window_end(conn, scope, from).await?;
        let window = Window { from, until: until.unwrap_or(i64::MAX) };
        let metered = meter(conn, scope, window, (&mut sums, &mut imports), findings).await?;
        let (sums_of, bills_of, priced_of) = (&mut sums, &mut bills, &mut priced);
        let mut stored =
            charges::Window { scope, window, metered, sums: sums_of, bills: bills_of, priced: priced_of };
        stored.check(conn, &mut settlements, findings).await?;
        sums.check_window(conn, window, findings).await?;
        priced.check_window(conn, window, findings).await?;
        findings.tell();
        match until {
            Some(until) => from = until,
            None => break,
        }
    }
    settlements.finish(conn, scope, findings).await?;
    attendance::check(conn, scope, findings).await?;
    sums.finish(conn, findings).await?;
    priced.finish(conn, findings).await?;
    bills.finish(conn, findings).await?;
    imports.finish(scope, findings)
}

/// The end of the next window, a day after the one that fills a page; nothing when all the rest fits.
async fn window_end(
    conn: &mut SqliteConnection,
    scope: &Scope,
    from: i64,
) -> Result<Option<i64>, LedgerError> {
    let last = sqlx::query_scalar!(
        r#"
        SELECT occurred_at AS "occurred_at!: i64"
        FROM usage_segments
        WHERE account_id = ?1 AND occurred_at >= ?2
        ORDER BY occurred_at
        LIMIT 1 OFFSET ?3
        "#,
        scope.id,
        from,
        PAGE
    )
    .fetch_optional(conn)
    .await?;
    let Some(last) = last else { return Ok(None) };
    let period = scope.calendar.period.num_seconds();
    let step = if DAY % period == 0 { DAY } else { DAY.saturating_mul(period) };
    let start =
        scope.calendar.zone.period_start(scope.instant("occurred_at", last)?, TimeDelta::seconds(step));
    Ok(Some(start.timestamp().saturating_add(step)))
}

struct Segment {
    occurred_at: i64,
    resource: i64,
    project: i64,
    settles_at: i64,
    write_id: i64,
    taken_out: i64,
    billable: i64,
    failed: i64,
    uncovered: i64,
    from_packages: i64,
    parts: String,
    seconds: i64,
}

async fn meter(
    conn: &mut SqliteConnection,
    scope: &Scope,
    window: Window,
    (sums, imports): (&mut UsageSums, &mut Imports),
    findings: &mut Findings<'_>,
) -> Result<Metered, LedgerError> {
    let mut metered = Metered::default();
    for row in load(conn, scope, window).await? {
        let place = || {
            format!("account {} usage of {}, write {}", scope.id, scope.show(row.occurred_at), row.write_id)
        };
        let Some(mut calls) = Calls::parse(row.from_packages, &row.parts) else {
            findings.note(Check::Usage, place(), "parts", &row.parts);
            continue;
        };
        if calls.from_packages + calls.billed() != row.billable.into() {
            let expected = [calls.from_packages + calls.billed()];
            findings.compare(Check::Usage, place(), ["billable"], expected, [row.billable.into()]);
        }
        let at = scope.instant("occurred_at", row.occurred_at)?;
        let sign = if row.taken_out == 0 { 1 } else { -1 };
        let [billable, failed, uncovered] = [row.billable, row.failed, row.uncovered].map(i128::from);
        let figures = [billable, failed, uncovered, calls.from_packages, calls.billed()];
        sums.add_usage(at, (row.resource, row.project), figures.map(|figure| sign * figure));
        let [billable, failed, uncovered, from_packages, billed] = figures;
        let brought = [billable, failed, uncovered, from_packages, billed, row.seconds.into()];
        imports.add(row.write_id, row.occurred_at, row.taken_out != 0, brought);
        let period = scope.calendar.period_start(at).timestamp();
        let key = (period, row.resource, row.project, row.settles_at);
        match row.taken_out {
            0 => metered.charged.entry(key).or_default().add(&calls),
            1 => metered.charged.entry(key).or_default().remove(&calls),
            _ => {
                // Nothing was charged for calls that only packages paid for, so nothing is corrected.
                if !calls.has_parts() {
                    calls.from_packages = 0;
                }
                metered.corrected.entry(key).or_default().add(&calls);
            }
        }
    }
    Ok(metered)
}

async fn load(
    conn: &mut SqliteConnection,
    scope: &Scope,
    window: Window,
) -> Result<Vec<Segment>, LedgerError> {
    let rows = sqlx::query_as!(
        Segment,
        r#"
        SELECT occurred_at, resource, project, settles_at, write_id, taken_out, billable, failed, uncovered,
               from_packages, parts, seconds
        FROM usage_segments
        WHERE account_id = ?1 AND occurred_at >= ?2 AND occurred_at < ?3
        "#,
        scope.id,
        window.from,
        window.until
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
