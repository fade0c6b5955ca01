//! The sums that screens read: usage by hour, day and month, counters of tiers, and bills.

use std::collections::BTreeMap;

use billing::{Instant, zone::Zone};
use sqlx::SqliteConnection;

use super::{
    Scope,
    findings::{Check, Figures, Findings},
    usage::Window,
};
use crate::{
    LedgerError,
    columns::month_number,
    screens::{bills::TotalKind, usage::Width},
    write::sums::start,
};

/// Resource and project.
pub(super) type Of = (i64, i64);

const USAGE: [&str; 6] = ["billable", "failed", "uncovered", "from_packages", "billed", "due_cents"];

/// Start, resource, project.
type Buckets = BTreeMap<(i64, i64, i64), Figures<6>>;

/// Sums of usage. Hours and days are those of the current window.
#[derive(Debug)]
pub(super) struct UsageSums {
    account: i64,
    zone: Zone,
    hours: Buckets,
    days: Buckets,
    months: Buckets,
    /// Pay-per-use calls by resource and month.
    counters: BTreeMap<(i64, i64), Figures<1>>,
}

impl UsageSums {
    pub fn new(scope: &Scope) -> Self {
        Self {
            account: scope.id,
            zone: scope.calendar.zone,
            hours: BTreeMap::new(),
            days: BTreeMap::new(),
            months: BTreeMap::new(),
            counters: BTreeMap::new(),
        }
    }

    /// Adds billable, failed, uncovered calls, and of the billable those from packages and those that are pay-per-use.
    pub fn add_usage(&mut self, at: Instant, of: Of, figures: Figures<5>) {
        let [billable, failed, uncovered, from_packages, billed] = figures;
        self.add(at, of, [billable, failed, uncovered, from_packages, billed, 0]);
        if billed != 0 {
            let month = month_number(self.zone.month(at));
            let [calls] = self.counters.entry((of.0, month)).or_default();
            *calls += billed;
        }
    }

    /// Adds what a settlement took, or a correction gave back.
    pub fn add_due(&mut self, period: Instant, of: Of, cents: i128) {
        self.add(period, of, [0, 0, 0, 0, 0, cents]);
    }

    fn add(&mut self, at: Instant, (resource, project): Of, added: Figures<6>) {
        let widths =
            [(Width::Hour, &mut self.hours), (Width::Day, &mut self.days), (Width::Month, &mut self.months)];
        for (width, buckets) in widths {
            let sum = buckets.entry((start(self.zone, width, at), resource, project)).or_default();
            sum.iter_mut().zip(added).for_each(|(sum, added)| *sum += added);
        }
    }

    /// Compares the hours and days of a window.
    pub async fn check_window(
        &mut self,
        conn: &mut SqliteConnection,
        window: Window,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let (hours, days) = (std::mem::take(&mut self.hours), std::mem::take(&mut self.days));
        self.check(conn, Width::Hour, hours, window, findings).await?;
        self.check(conn, Width::Day, days, window, findings).await
    }

    /// Compares the months and the counters of tiers.
    pub async fn finish(
        mut self,
        conn: &mut SqliteConnection,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let months = std::mem::take(&mut self.months);
        let always = Window { from: i64::MIN, until: i64::MAX };
        self.check(conn, Width::Month, months, always, findings).await?;
        let rows = sqlx::query!(
            r#"
            SELECT resource, month, calls
            FROM tier_counters
            WHERE account_id = ?1
            ORDER BY resource, month
            "#,
            self.account
        )
        .fetch_all(conn)
        .await?;
        let found = rows.into_iter().map(|row| ((row.resource, row.month), [row.calls.into()]));
        let account = self.account;
        let rows = findings.compare_rows(
            Check::TierCounter,
            ["calls"],
            self.counters,
            found,
            |(resource, month)| format!("account {account} resource {resource}, month {month}"),
        );
        findings.checked.sums += rows;
        Ok(())
    }

    async fn check(
        &self,
        conn: &mut SqliteConnection,
        width: Width,
        expected: Buckets,
        window: Window,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let number = width.number();
        let rows = sqlx::query!(
            r#"
            SELECT start_at, resource, project, billable, failed, uncovered, from_packages, billed, due_cents
            FROM usage_sums
            WHERE account_id = ?1 AND width = ?2 AND start_at >= ?3 AND start_at < ?4
            "#,
            self.account,
            number,
            window.from,
            window.until
        )
        .fetch_all(conn)
        .await?;
        let found = rows.into_iter().map(|row| {
            let figures =
                [row.billable, row.failed, row.uncovered, row.from_packages, row.billed, row.due_cents];
            ((row.start_at, row.resource, row.project), figures.map(i128::from))
        });
        let (account, zone) = (self.account, self.zone);
        let rows =
            findings.compare_rows(Check::UsageSum, USAGE, expected, found, |(start, resource, project)| {
                let at = Instant::from_timestamp(*start, 0)
                    .map_or_else(|| start.to_string(), |at| zone.format(at));
                format!("account {account} {width:?} of {at}, resource {resource}, project {project}")
            });
        findings.checked.sums += rows;
        Ok(())
    }
}

/// Lines, 10⁻⁸ of the currency before rounding, cents.
pub(super) type Line = Figures<3>;

/// Sums of bills.
#[derive(Debug)]
pub(super) struct Bills {
    account: i64,
    zone: Zone,
    /// By bill, kind, resource.
    totals: BTreeMap<(i64, &'static str, i64), Line>,
    /// By bill, resource, day.
    days: BTreeMap<(i64, i64, i64), Figures<5>>,
}

impl Bills {
    pub fn new(scope: &Scope) -> Self {
        Self { account: scope.id, zone: scope.calendar.zone, totals: BTreeMap::new(), days: BTreeMap::new() }
    }

    /// Adds a charge, or a correction with its figures negative: calls from packages and pay-per-use, amount and cents.
    pub fn add(
        &mut self,
        kind: TotalKind,
        (bill, resource): (i64, i64),
        period: Instant,
        [from_packages, billed, amount, due]: Figures<4>,
    ) {
        let total = self.totals.entry((bill, kind.code(), resource)).or_default();
        *total = [total[0] + 1, total[1] + amount, total[2] + due];
        let charges = i128::from(kind == TotalKind::Charge);
        let day = self.days.entry((bill, resource, start(self.zone, Width::Day, period))).or_default();
        let added = [charges, from_packages, billed, amount, due];
        day.iter_mut().zip(added).for_each(|(sum, added)| *sum += added);
    }

    pub async fn finish(
        mut self,
        conn: &mut SqliteConnection,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        self.add_purchases(conn).await?;
        self.add_refunds(conn).await?;
        let rows = sqlx::query!(
            r#"
            SELECT bill, kind, resource, line_count, amount_units, due_cents
            FROM bill_totals
            WHERE account_id = ?1
            ORDER BY bill, kind, resource
            "#,
            self.account
        )
        .fetch_all(&mut *conn)
        .await?;
        let found = rows.into_iter().map(|row| {
            let figures = [row.line_count, row.amount_units, row.due_cents].map(i128::from);
            let kind = TotalKind::parse(&row.kind).map_or("", TotalKind::code);
            ((row.bill, kind, row.resource), figures)
        });
        let (account, columns) = (self.account, ["line_count", "amount_units", "due_cents"]);
        let totals = std::mem::take(&mut self.totals);
        let rows =
            findings.compare_rows(Check::BillTotal, columns, totals, found, |(bill, kind, resource)| {
                format!("account {account} bill {bill}, {kind}, resource {resource}")
            });
        findings.checked.sums += rows;
        self.check_days(conn, findings).await
    }

    async fn check_days(
        self,
        conn: &mut SqliteConnection,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let rows = sqlx::query!(
            r#"
            SELECT bill, resource, day_at, charge_count, from_packages, billed, amount_units, due_cents
            FROM bill_days
            WHERE account_id = ?1
            ORDER BY bill, resource, day_at
            "#,
            self.account
        )
        .fetch_all(conn)
        .await?;
        let found = rows.into_iter().map(|row| {
            let figures = [row.charge_count, row.from_packages, row.billed, row.amount_units, row.due_cents];
            ((row.bill, row.resource, row.day_at), figures.map(i128::from))
        });
        let (account, zone) = (self.account, self.zone);
        let columns = ["charge_count", "from_packages", "billed", "amount_units", "due_cents"];
        let rows =
            findings.compare_rows(Check::BillDay, columns, self.days, found, |(bill, resource, day)| {
                let day =
                    Instant::from_timestamp(*day, 0).map_or_else(|| day.to_string(), |at| zone.format(at));
                format!("account {account} bill {bill}, resource {resource}, day {day}")
            });
        findings.checked.sums += rows;
        Ok(())
    }

    async fn add_purchases(&mut self, conn: &mut SqliteConnection) -> Result<(), LedgerError> {
        let rows = sqlx::query!(
            r#"
            SELECT b.bill AS "bill!: i64", b.kind AS "kind!: String", p.resource AS "resource!: i64",
                   COUNT(*) AS "lines!: i64", SUM(b.price_cents) AS "due_cents!: i64"
            FROM purchases AS b
            JOIN packages AS p ON p.account_id = b.account_id AND p.number = b.package
            WHERE b.account_id = ?1
            GROUP BY b.bill, b.kind, p.resource
            "#,
            self.account
        )
        .fetch_all(conn)
        .await?;
        for row in rows {
            let kind = TotalKind::parse(&row.kind).map_or("", TotalKind::code);
            self.totals.insert((row.bill, kind, row.resource), [row.lines.into(), 0, row.due_cents.into()]);
        }
        Ok(())
    }
    async fn add_refunds(&mut self, conn: &mut SqliteConnection) -> Result<(), LedgerError> {
        let rows = sqlx::query!(
            r#"
            SELECT r.bill AS "bill!: i64", p.resource AS "resource!: i64", COUNT(*) AS "lines!: i64",
                   -SUM(r.amount_cents) AS "due_cents!: i64"
            FROM refunds AS r
            JOIN packages AS p ON p.account_id = r.account_id AND p.number = r.package
            WHERE r.account_id = ?1
            GROUP BY r.bill, p.resource
            "#,
            self.account
        )
        .fetch_all(conn)
        .await?;
        for row in rows {
            let key = (row.bill, TotalKind::Refund.code(), row.resource);
            self.totals.insert(key, [row.lines.into(), 0, row.due_cents.into()]);
        }
        Ok(())
    }
}
