//! The sums of charges by bill and month of usage, and of what was priced by day and month.

use std::collections::BTreeMap;

use billing::Instant;
use sqlx::SqliteConnection;

use super::{
    Scope,
    findings::{Check, Figures, Findings},
    sums::Of,
    usage::Window,
};
use crate::{LedgerError, columns::month_number, parts, screens::usage::Width, write::sums::start};

/// Start, resource, project, reasons, unit price.
type Key = (i64, i64, i64, i64, String);

/// Calls, and cents of the charges that they come first in.
type Priced = BTreeMap<Key, Figures<2>>;

/// What charges come to. Days are those of the current window.
#[derive(Debug)]
pub(super) struct PricedSums {
    scope: Scope,
    /// Charges and their amounts by bill, resource, project, month of the usage.
    charged: BTreeMap<(i64, i64, i64, i64), Figures<2>>,
    days: Priced,
    months: Priced,
}

impl PricedSums {
    pub const fn new(scope: &Scope) -> Self {
        Self { scope: *scope, charged: BTreeMap::new(), days: BTreeMap::new(), months: BTreeMap::new() }
    }

    /// Adds a charge with its parts as they are stored, its amount and cents.
    pub fn add(
        &mut self,
        (bill, (resource, project)): (i64, Of),
        period: Instant,
        text: &str,
        [amount, due]: Figures<2>,
    ) {
        let zone = self.scope.calendar.zone;
        let used_in = month_number(zone.month(period));
        let [count, sum] = self.charged.entry((bill, resource, project, used_in)).or_default();
        (*count, *sum) = (*count + 1, *sum + amount);
        let parts = parts::from_text(text).unwrap_or_default();
        for (width, sums) in [(Width::Day, &mut self.days), (Width::Month, &mut self.months)] {
            let start = start(zone, width, period);
            for (index, part) in parts.iter().enumerate() {
                let key = (start, resource, project, part.reasons.bits().into(), part.unit_price.to_string());
                let [calls, cents] = sums.entry(key).or_default();
                *calls += i128::from(part.calls);
                *cents += if index == 0 { due } else { 0 };
            }
        }
    }

    /// Compares the days of a window.
    pub async fn check_window(
        &mut self,
        conn: &mut SqliteConnection,
        window: Window,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let days = std::mem::take(&mut self.days);
        self.check(conn, Width::Day, days, window, findings).await
    }

    /// Compares the months, and the charges of bills.
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
            SELECT bill, resource, project, used_in, charge_count, amount_units
            FROM charged_sums
            WHERE account_id = ?1
            "#,
            self.scope.id
        )
        .fetch_all(conn)
        .await?;
        let found = rows.into_iter().map(|row| {
            let figures = [row.charge_count, row.amount_units].map(i128::from);
            ((row.bill, row.resource, row.project, row.used_in), figures)
        });
        let (account, columns) = (self.scope.id, ["charge_count", "amount_units"]);
        let rows = findings.compare_rows(Check::ChargedSum, columns, self.charged, found, |key| {
            let (bill, resource, project, used_in) = key;
            format!(
                "account {account} bill {bill}, resource {resource}, project {project}, used in {used_in}"
            )
        });
        findings.checked.sums += rows;
        Ok(())
    }

    async fn check(
        &self,
        conn: &mut SqliteConnection,
        width: Width,
        expected: Priced,
        window: Window,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let number = width.number();
        let rows = sqlx::query!(
            r#"
            SELECT start_at, resource, project, reasons, unit_price, calls, due_cents
            FROM priced_sums
            WHERE account_id = ?1 AND width = ?2 AND start_at >= ?3 AND start_at < ?4
            "#,
            self.scope.id,
            number,
            window.from,
            window.until
        )
        .fetch_all(conn)
        .await?;
        let found = rows.into_iter().map(|row| {
            let figures = [row.calls, row.due_cents].map(i128::from);
            ((row.start_at, row.resource, row.project, row.reasons, row.unit_price), figures)
        });
        let scope = self.scope;
        let rows =
            findings.compare_rows(Check::PricedSum, ["calls", "due_cents"], expected, found, |key| {
                let (start, resource, project, reasons, price) = key;
                let (account, at) = (scope.id, scope.show(*start));
                format!(
                    "account {account} {width:?} of {at}, resource {resource}, project {project}, {price}/{reasons}"
                )
            });
        findings.checked.sums += rows;
        Ok(())
    }
}
