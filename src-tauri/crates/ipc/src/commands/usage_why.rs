//! Why figures of usage are so.

use app::ledger::{ImportCounts, UsageFigures, UsageRow};
use billing::{Account, Derivation, Instant, Money, Value};
use rust_decimal::Decimal;

use super::usage::successful;
use crate::{
    convert,
    dto::{common::Why, usage::UsageWhy},
};

/// Calls of a day, and what they are compared with.
pub(super) struct Days {
    /// The provider's last midnight.
    pub today: Instant,
    /// Successful calls since.
    pub calls_today: u64,
    /// Days with usage before, and their successful calls, when they are enough for a usual day.
    pub before: Option<(u64, u64)>,
}

impl Days {
    /// Successful calls of a usual day.
    pub(super) fn usual(&self) -> Option<u64> {
        self.before.map(|(days, calls)| calls.saturating_add(days / 2).checked_div(days).unwrap_or(0))
    }
}

/// Why the totals are so: row by row.
pub(super) fn totals(account: &Account, rows: &[UsageRow], total: &UsageFigures, days: &Days) -> UsageWhy {
    let policy = &account.terms.policy;
    let sum = |formula, rule, result, part: &dyn Fn(&UsageFigures) -> Option<Derivation>| {
        let mut because = Derivation::new(formula, rule, result);
        for row in rows {
            if let Some(part) = part(&row.figures) {
                because = because.with("resource", Value::Name(name(account, row))).resting_on("of-it", part);
            }
        }
        convert::why(&because, policy)
    };
    let calls =
        |formula, rule, calls: u64| (calls > 0).then(|| Derivation::new(formula, rule, Value::Calls(calls)));
    UsageWhy {
        billable: sum("usage-calls", "H-10", Value::Calls(total.billable), &|figures| {
            (figures.billable > 0).then(|| paid_by(figures))
        }),
        from_packages: sum("usage-from-packages", "H-40", Value::Calls(total.from_packages), &|figures| {
            calls("calls-from-packages", "H-40", figures.from_packages)
        }),
        billed: sum("usage-billed", "H-28", Value::Calls(total.billed), &|figures| {
            calls("calls-billed", "H-28", figures.billed)
        }),
        charged: sum("usage-charged", "H-05", Value::Money(total.due), &|figures| {
            (!figures.due.is_zero()).then(|| charged(figures))
        }),
        calls_today: calls_today(account, days),
        usual_day: days.usual().zip(days.before).map(|(usual, (day_count, calls))| {
            let because = Derivation::new("usual-day", "H-01", Value::Calls(usual))
                .with("calls", Value::Calls(calls))
                .with("days-with-usage", Value::Number(day_count.into()));
            convert::why(&because, policy)
        }),
    }
}

/// Why there were so many calls since the provider's midnight.
pub(super) fn calls_today(account: &Account, days: &Days) -> Why {
    let because = Derivation::new("calls-today", "H-01", Value::Calls(days.calls_today))
        .with("since", Value::Instant(days.today))
        .with("calls", Value::Calls(days.calls_today));
    convert::why(&because, &account.terms.policy)
}

/// Why the calls of a row or of an hour cost what they do.
pub(super) fn of_calls(account: &Account, figures: &UsageFigures) -> Why {
    convert::why(&charged(figures), &account.terms.policy)
}

/// How the rows of an import became calls.
pub(super) fn of_import(account: &Account, counts: &ImportCounts) -> Why {
    let mut because = Derivation::new("import-calls", "H-11", Value::Calls(counts.billable))
        .with("rows-read", Value::Number(Decimal::from(counts.rows)));
    for (name, rows) in [
        ("rows-counted", counts.counted),
        ("rows-duplicates", counts.duplicates),
        ("rows-overlapped", counts.overlapped),
        ("rows-unmatched", counts.unmatched),
        ("rows-ignored", counts.ignored),
        ("rows-rejected", counts.rejected),
        ("rows-conflicts", counts.conflicts),
        ("failed", counts.failed),
    ] {
        if rows > 0 {
            because = because.with(name, Value::Number(Decimal::from(rows)));
        }
    }
    convert::why(&because, &account.terms.policy)
}

/// Why the calls of an import cost what they do, row by row.
pub(super) fn cost(account: &Account, rows: &[(String, UsageFigures)], total: Money) -> Why {
    let because = Derivation::new("import-cost", "H-05", Value::Money(total));
    let because = rows.iter().fold(because, |because, (name, figures)| {
        because.with("resource", Value::Name(name.clone())).resting_on("of-it", charged(figures))
    });
    convert::why(&because, &account.terms.policy)
}

fn charged(figures: &UsageFigures) -> Derivation {
    let because = Derivation::new("usage-charged", "H-05", Value::Money(figures.due))
        .resting_on("calls", paid_by(figures));
    let because = if figures.uncovered > 0 {
        because.with("uncovered", Value::Calls(figures.uncovered))
    } else {
        because
    };
    if figures.failed > 0 { because.with("failed", Value::Calls(figures.failed)) } else { because }
}

fn paid_by(figures: &UsageFigures) -> Derivation {
    Derivation::new("usage-paid-by", "H-40", Value::Calls(figures.billable))
        .with("from-packages", Value::Calls(figures.from_packages))
        .with("billed", Value::Calls(figures.billed))
}

fn name(account: &Account, row: &UsageRow) -> String {
    let resource = convert::resource_of(account, row.resource);
    match account.project(row.project) {
        "" => resource,
        project => format!("{resource} · {project}"),
    }
}

/// Successful calls of a list of days.
pub(super) fn calls_of<'a>(figures: impl Iterator<Item = &'a UsageFigures>) -> u64 {
    figures.map(successful).fold(0, u64::saturating_add)
}
