//! Charges: each rated again from its usage, its corrections one after the other, and what is not settled yet.

use std::collections::BTreeMap;

use billing::{
    ChargeAmount, Instant, Money,
    bill::{Amounts, PaidBy},
    engine::due::Phase,
    rating,
};
use sqlx::SqliteConnection;

use super::{
    Scope,
    findings::{Check, Figures, Findings},
    lines,
    priced::PricedSums,
    sums::{Bills, UsageSums},
    usage::{self, Calls, ChargeKey, Metered},
};
use crate::{AccountId, LedgerError, charges, columns::month_number, parts, screens::bills::TotalKind};

/// What is not settled yet, and how many charges there are.
#[derive(Debug)]
pub(super) struct Settlements {
    open: BTreeMap<ChargeKey, Calls>,
    count: i128,
    next: i128,
}

impl Settlements {
    /// Loads the open charges: they are part of the small state that deciding needs.
    pub async fn load(conn: &mut SqliteConnection, scope: &Scope) -> Result<Self, LedgerError> {
        let open = charges::load_open(conn, AccountId(scope.id)).await?;
        let open = open.into_iter().map(|(key, open)| {
            let of = (
                key.period.timestamp(),
                key.resource.0.into(),
                key.project.0.into(),
                key.settles_at.timestamp(),
            );
            let mut calls = Calls::parse(0, &parts::to_text(&open.parts)).unwrap_or_default();
            calls.from_packages = open.from_packages.into();
            (of, calls)
        });
        Ok(Self { open: open.collect(), count: 0, next: 0 })
    }

    /// Every open charge had usage; charges are numbered without a gap.
    pub async fn finish(
        self,
        conn: &mut SqliteConnection,
        scope: &Scope,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        if let Some((key, calls)) = self.open.into_iter().next() {
            findings.note(Check::OpenCharge, place_of(scope, key), "no usage", calls);
        }
        let next_charge = sqlx::query_scalar!("SELECT next_charge FROM accounts WHERE id = ?1", scope.id)
            .fetch_one(conn)
            .await?;
        findings.compare(
            Check::Charge,
            format_args!("account {} charges", scope.id),
            ["count", "next"],
            [self.next, self.next],
            [self.count, next_charge.into()],
        );
        Ok(())
    }
}

/// The charges and corrections of one window, beside its usage.
pub(super) struct Window<'a> {
    pub scope: &'a Scope,
    pub window: usage::Window,
    pub metered: Metered,
    pub sums: &'a mut UsageSums,
    pub bills: &'a mut Bills,
    pub priced: &'a mut PricedSums,
}

struct ChargeRow {
    number: i64,
    settles_at: i64,
    period: i64,
    resource: i64,
    project: i64,
    from_packages: i64,
    parts: String,
    amount_units: i64,
    due_cents: i64,
    from_vouchers_cents: i64,
    from_balance_cents: i64,
    from_credit_cents: i64,
    unpaid_cents: i64,
    owed_cents: i64,
    bill: i64,
}

struct CorrectionRow {
    number: i64,
    charge: i64,
    settles_at: i64,
    period: i64,
    resource: i64,
    project: i64,
    charge_parts: String,
    at: i64,
    from_packages: i64,
    parts: String,
    amount_units: i64,
    due_cents: i64,
    bill: i64,
}

impl Window<'_> {
    pub async fn check(
        &mut self,
        conn: &mut SqliteConnection,
        settlements: &mut Settlements,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let rows = load(conn, self.scope, self.window).await?;
        for row in &rows {
            settlements.count += 1;
            settlements.next = settlements.next.max(i128::from(row.number) + 1);
            findings.checked.charges += 1;
            self.check_charge(row, findings)?;
        }
        self.check_open(settlements, findings);
        self.check_corrections(conn, findings).await
    }

    fn check_charge(&mut self, row: &ChargeRow, findings: &mut Findings<'_>) -> Result<(), LedgerError> {
        let scope = self.scope;
        let place = format_args!("account {} charge {}", scope.id, row.number);
        let key = (row.period, row.resource, row.project, row.settles_at);
        let derived = self.metered.charged.remove(&key).unwrap_or_default();
        let Some(calls) = Calls::parse(row.from_packages, &row.parts) else {
            findings.note(Check::Charge, place, derived, &row.parts);
            return Ok(());
        };
        let (period, settles_at) =
            (scope.instant("period", row.period)?, scope.instant("settles_at", row.settles_at)?);
        let [amount, due] = [row.amount_units, row.due_cents].map(i128::from);
        if derived == calls {
            let rated = rate(&calls)?;
            findings.compare(
                Check::Charge,
                place,
                ["amount_units", "due_cents"],
                [rated.amount, rated.due],
                [amount, due],
            );
        } else {
            findings.note(Check::Charge, place, derived, &calls);
        }
        lines::compare(place, &row.amounts(), findings);
        check_bill(scope, (Check::Charge, place), [period, settles_at], row.bill, findings);
        if !scope.has_run(row.settles_at, Phase::Settlements) {
            findings.note(Check::Charge, place, "a settlement that was due", scope.show(row.settles_at));
        }
        self.sums.add_due(period, (row.resource, row.project), due);
        self.priced.add((row.bill, (row.resource, row.project)), period, &row.parts, [amount, due]);
        let figures = [calls.from_packages, calls.billed(), amount, due];
        self.bills.add(TotalKind::Charge, (row.bill, row.resource), period, figures);
        Ok(())
    }

    /// Usage without a charge waits for its settlement.
    fn check_open(&mut self, settlements: &mut Settlements, findings: &mut Findings<'_>) {
        for (key, calls) in std::mem::take(&mut self.metered.charged) {
            if calls.is_nothing() {
                continue;
            }
            let place = place_of(self.scope, key);
            let open = settlements.open.remove(&key);
            if self.scope.has_run(key.3, Phase::Settlements) {
                findings.note(Check::Charge, place, calls, "no charge");
            } else if open.as_ref() != Some(&calls) {
                let found = open.map_or_else(|| "no open charge".to_owned(), |open| open.to_string());
                findings.note(Check::OpenCharge, place, calls, found);
            }
        }
    }

    /// Each correction gives back the difference of its charge with and without the calls taken out.
    async fn check_corrections(
        &mut self,
        conn: &mut SqliteConnection,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let mut left: Option<(i64, Calls)> = None;
        for row in load_corrections(conn, self.scope, self.window).await? {
            let place = format_args!("account {} correction {}", self.scope.id, row.number);
            let charged = match left.take().filter(|(charge, _)| *charge == row.charge) {
                Some((_, charged)) => Some(charged),
                None => Calls::parse(0, &row.charge_parts),
            };
            let (Some(with), Some(calls)) = (charged, Calls::parse(row.from_packages, &row.parts)) else {
                findings.note(Check::Correction, place, "parts", &row.parts);
                continue;
            };
            let mut without = with.clone();
            without.remove(&calls);
            without.from_packages = 0;
            if without.to_parts().is_none() {
                findings.note(Check::Correction, place, format_args!("at most {with}"), &calls);
                continue;
            }
            self.check_correction(&row, (&with, &without), findings)?;
            self.add_correction(&row, &calls)?;
            left = Some((row.charge, without));
        }
        // What is left was taken out without a correction, or corrected without being taken out.
        for (key, calls) in &self.metered.corrected {
            if !calls.is_nothing() {
                findings.note(
                    Check::Correction,
                    place_of(self.scope, *key),
                    "usage as it was corrected",
                    calls,
                );
            }
        }
        Ok(())
    }

    fn check_correction(
        &self,
        row: &CorrectionRow,
        (with, without): (&Calls, &Calls),
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let (with, without) = (rate(with)?, rate(without)?);
        let place = format_args!("account {} correction {}", self.scope.id, row.number);
        findings.compare(
            Check::Correction,
            place,
            ["amount_units", "due_cents"],
            [with.amount - without.amount, with.due - without.due],
            [row.amount_units, row.due_cents].map(i128::from),
        );
        let months = [self.scope.instant("period", row.period)?, self.scope.instant("at", row.at)?];
        check_bill(self.scope, (Check::Correction, place), months, row.bill, findings);
        Ok(())
    }

    fn add_correction(&mut self, row: &CorrectionRow, calls: &Calls) -> Result<(), LedgerError> {
        let key = (row.period, row.resource, row.project, row.settles_at);
        self.metered.corrected.entry(key).or_default().remove(calls);
        let period = self.scope.instant("period", row.period)?;
        let [amount, due] = [row.amount_units, row.due_cents].map(i128::from);
        self.sums.add_due(period, (row.resource, row.project), -due);
        let figures: Figures<4> = [calls.from_packages, calls.billed(), amount, due].map(|figure| -figure);
        self.bills.add(TotalKind::Correction, (row.bill, row.resource), period, figures);
        Ok(())
    }
}

impl ChargeRow {
    fn amounts(&self) -> Amounts {
        let paid_by = PaidBy {
            vouchers: Money::from_cents(self.from_vouchers_cents),
            balance: Money::from_cents(self.from_balance_cents),
            credit: Money::from_cents(self.from_credit_cents),
            owed: Money::from_cents(self.unpaid_cents),
        };
        let (amount, due) = (ChargeAmount::from_units(self.amount_units), Money::from_cents(self.due_cents));
        Amounts::paid(amount, due, paid_by, Money::from_cents(self.owed_cents))
    }
}

/// What calls cost.
struct Rated {
    /// 10⁻⁸ of the currency.
    amount: i128,
    /// Cents.
    due: i128,
}

fn rate(calls: &Calls) -> Result<Rated, LedgerError> {
    let amount: ChargeAmount = rating::amount_of(&calls.to_parts().unwrap_or_default())?;
    Ok(Rated { amount: amount.units()?.into(), due: Money::from_charge(amount)?.cents().into() })
}

fn place_of(scope: &Scope, (period, resource, project, settles_at): ChargeKey) -> String {
    let (period, settles_at) = (scope.show(period), scope.show(settles_at));
    format!(
        "account {} period {period}, resource {resource}, project {project}, settles {settles_at}",
        scope.id
    )
}

async fn load(
    conn: &mut SqliteConnection,
    scope: &Scope,
    window: usage::Window,
) -> Result<Vec<ChargeRow>, LedgerError> {
    let rows = sqlx::query_as!(
        ChargeRow,
        r#"
        SELECT number AS "number!", settles_at, period, resource, project, from_packages, parts, amount_units, due_cents,
               from_vouchers_cents, from_balance_cents, from_credit_cents, unpaid_cents, owed_cents, bill
        FROM charges
        WHERE account_id = ?1 AND period >= ?2 AND period < ?3
        ORDER BY period, resource, project, settles_at
        "#,
        scope.id,
        window.from,
        window.until
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// In the order of each charge. CROSS keeps the charges of the window the outer loop.
async fn load_corrections(
    conn: &mut SqliteConnection,
    scope: &Scope,
    window: usage::Window,
) -> Result<Vec<CorrectionRow>, LedgerError> {
    let rows = sqlx::query_as!(
        CorrectionRow,
        r#"
        SELECT k.number AS "number!", k.charge, c.settles_at, c.period, c.resource, c.project, c.parts AS charge_parts, k.at,
               k.from_packages, k.parts, k.amount_units, k.due_cents, k.bill
        FROM charges AS c
        CROSS JOIN corrections AS k INDEXED BY corrections_by_charge
          ON k.account_id = c.account_id AND k.charge = c.number
        WHERE c.account_id = ?1 AND c.period >= ?2 AND c.period < ?3
        ORDER BY k.charge, k.number
        "#,
        scope.id,
        window.from,
        window.until
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// H-92: a bill is that of the month of the usage, or for late money that in which it moved.
fn check_bill(
    scope: &Scope,
    (check, place): (Check, std::fmt::Arguments<'_>),
    spent_and_moved: [Instant; 2],
    bill: i64,
    findings: &mut Findings<'_>,
) {
    let [spent, moved] = spent_and_moved.map(|at| month_number(scope.calendar.zone.month(at)));
    if bill != spent && bill != moved {
        findings.note(check, place, format_args!("bill {spent} or {moved}"), bill);
    }
}
