//! The lines of a bill: one for every movement, made from the rows that the movement left (H-96, T-61).

use std::{collections::BTreeMap, ops::Range};

use billing::{
    Account, Charge, ChargeAmount, ChargeId, Instant, Money, Package, PackageId, ProjectId, ResourceId,
    bill::{GivenBack, Line, LineError, LineKind, Order, PaidBy, Returned},
    event::Correction,
    top_up::Allocation,
    zone::Month,
};
use sqlx::SqliteConnection;

use super::charges::{days_of_bill, in_range};
use crate::{
    AccountId, Ledger, LedgerError, Page, Paged, UsageFilter,
    charges::key,
    columns::{RowOf, month_number},
    parts,
};

/// Which lines of a bill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineFilter {
    /// Only of this resource.
    pub resource: Option<ResourceId>,
    /// Only for this project.
    pub project: Option<ProjectId>,
    /// Only those whose expenditure time begins in this range: a day, an hour.
    pub spent: Option<Range<Instant>>,
}

impl LineFilter {
    fn lets_through(&self, line: &Line) -> bool {
        self.resource.is_none_or(|resource| line.resource == Some(resource))
            && self.project.is_none_or(|project| line.project == Some(project))
            && self.spent.as_ref().is_none_or(|spent| spent.contains(&line.spent.0))
    }
}

impl Ledger {
    /// The lines of a bill: packages and corrections in order of time, then charges by period, resource, project.
    /// `account` is the account as it was loaded. Rounding is [`Self::rounding_line`].
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read, [`LedgerError::Corrupt`] for a line that contradicts H-97.
    pub async fn lines(
        &self,
        id: AccountId,
        account: &Account,
        month: Month,
        filter: &LineFilter,
        page: Page,
    ) -> Result<Paged<Line>, LedgerError> {
        let mut first = self.lines_beside_charges(id, account, month).await?;
        first.retain(|line| filter.lets_through(line));
        let conn = &mut *self.reader().await?;
        let before = i64::try_from(first.len())?;
        let (skip, wanted) = (page.after.unwrap_or(0).max(0), page.probe());
        let (from, count) = (usize::try_from(skip)?, usize::try_from(wanted)?);
        let mut lines: Vec<Line> = first.into_iter().skip(from).take(count).collect();
        let room = wanted - i64::try_from(lines.len())?;
        if room > 0 {
            let part = ((skip - before).max(0), room);
            lines.extend(charges(conn, id, account, month, filter, part).await?);
        }
        let next = skip + i64::from(page.limit);
        Ok(Paged::cut(lines, page, |_| next))
    }

    /// The lines of a bill that are not charges, packages and corrections, in order of time.
    ///
    /// # Errors
    /// As [`Self::lines`].
    pub async fn lines_beside_charges(
        &self,
        id: AccountId,
        account: &Account,
        month: Month,
    ) -> Result<Vec<Line>, LedgerError> {
        let conn = &mut *self.reader().await?;
        let mut lines = orders(conn, id, account, Some(month)).await?;
        lines.extend(refunds(conn, id, account, Some(month)).await?);
        lines.extend(corrections(conn, id, account, month).await?);
        lines.sort_by_key(|line| (line.moved_at, line.origin));
        Ok(lines)
    }

    /// The line that makes the lines of a bill, or of one resource in it, sum to what moved (T-23), if they do not.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn rounding_line(
        &self,
        id: AccountId,
        account: &Account,
        month: Month,
        resource: Option<ResourceId>,
    ) -> Result<Option<Line>, LedgerError> {
        let (bill, only) = (month_number(month), resource.map(|resource| resource.0));
        let row = sqlx::query!(
            r#"
            SELECT IFNULL(SUM(amount_units), 0) AS "amount_units!: i64", IFNULL(SUM(due_cents), 0) AS "due_cents!: i64"
            FROM bill_totals
            WHERE account_id = ?1 AND bill = ?2 AND kind IN ('charge', 'correction') AND (?3 IS NULL OR resource = ?3)
            "#,
            id.0,
            bill,
            only
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        let (due, moved) = (ChargeAmount::from_units(row.amount_units), Money::from_cents(row.due_cents));
        let of = RowOf { table: "bill_totals", id: bill };
        Line::rounding(&account.terms.policy, month, resource, due, moved).map_err(|error| unsound(of, error))
    }

    /// Every order and refund of an account, oldest first: what an amortised view spreads.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read, [`LedgerError::Corrupt`] for a line that contradicts H-97.
    pub async fn prepaid_lines(&self, id: AccountId, account: &Account) -> Result<Vec<Line>, LedgerError> {
        let conn = &mut *self.reader().await?;
        let mut lines = orders(conn, id, account, None).await?;
        lines.extend(refunds(conn, id, account, None).await?);
        lines.sort_by_key(|line| (line.moved_at, line.origin));
        Ok(lines)
    }
}

fn unsound(of: RowOf, error: LineError) -> LedgerError {
    match error {
        LineError::TooLarge(_) => LedgerError::TooLarge,
        LineError::Unbalanced(_) => of.corrupt("amounts"),
    }
}

async fn charges(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    month: Month,
    filter: &LineFilter,
    part: (i64, i64),
) -> Result<Vec<Line>, LedgerError> {
    let Some((mut from, mut until)) = days_of_bill(conn, id, month, filter.resource).await? else {
        return Ok(Vec::new());
    };
    if let Some(spent) = &filter.spent {
        from = from.max(spent.start.timestamp());
        until = until.min(spent.end.timestamp());
    }
    let of = UsageFilter { resource: filter.resource, project: filter.project };
    let rows = in_range(conn, id, (from, until), (of, Some(month)), part).await?;
    lines_of_charges(account, rows)
}

/// A line for each charge.
pub(super) fn lines_of_charges(
    account: &Account,
    rows: Vec<crate::charges::ChargeRow>,
) -> Result<Vec<Line>, LedgerError> {
    let owed: BTreeMap<ChargeId, Money> = account.debts.iter().map(|debt| (debt.charge, debt.owed)).collect();
    let line = |row: crate::charges::ChargeRow| {
        let charge = Charge::try_from(row)?;
        let of = RowOf { table: "charges", id: i64::try_from(charge.id.0)? };
        let now_owed = owed.get(&charge.id).copied().unwrap_or(Money::ZERO);
        Line::of_charge(&account.terms, &charge, now_owed).map_err(|error| unsound(of, error))
    };
    rows.into_iter().map(line).collect()
}

/// Orders of a bill, or all.
async fn orders(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    month: Option<Month>,
) -> Result<Vec<Line>, LedgerError> {
    let bill = month.map(month_number);
    let rows = sqlx::query_as!(
        OrderRow,
        r#"
        SELECT number AS "number!: i64", package AS "package!: i64", kind AS "kind!: String",
               automatic AS "automatic!: bool", at AS "at!: i64", cycle_count AS "cycle_count!: i64",
               first_cycle AS "first_cycle!: i64", starts_at AS "starts_at?: i64", ends_at AS "ends_at?: i64",
               from_balance_cents AS "from_balance_cents!: i64",
               from_credit_cents AS "from_credit_cents!: i64", from_vouchers_cents AS "from_vouchers_cents!: i64",
               bill AS "bill!: i64"
        FROM (
          SELECT p.*, r.starts_at, r.ends_at,
                 IFNULL(SUM(IIF(r.purchase IS NULL, p.cycle_count, 0))
                          OVER (PARTITION BY p.package ORDER BY p.number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
                        0) AS first_cycle
          FROM purchases AS p
          LEFT JOIN returned_orders AS r ON r.account_id = p.account_id AND r.purchase = p.number
          WHERE p.account_id = ?1
        )
        WHERE ?2 IS NULL OR bill = ?2
        ORDER BY number
        "#,
        id.0,
        bill
    )
    .fetch_all(conn)
    .await?;
    let line = |row: &OrderRow| {
        let of = RowOf { table: "purchases", id: row.number };
        let package = PackageId(of.number("package", row.package)?);
        let state = account.package(package).ok_or_else(|| of.corrupt("package"))?;
        let cycles = usize::try_from(row.cycle_count)?;
        let valid = row.valid(of, state)?;
        let kind = match (row.kind.as_str(), row.automatic) {
            ("renewal", true) => LineKind::AutoRenewal,
            ("renewal", false) => LineKind::Renewal,
            _ => LineKind::Purchase,
        };
        let order = Order {
            number: of.count("number", row.number)?,
            kind,
            package,
            state,
            cycles,
            valid,
            at: of.instant("at", row.at)?,
            paid_by: PaidBy {
                vouchers: Money::from_cents(row.from_vouchers_cents),
                balance: Money::from_cents(row.from_balance_cents),
                credit: Money::from_cents(row.from_credit_cents),
                owed: Money::ZERO,
            },
            bill: of.month("bill", row.bill)?,
        };
        Line::of_order(&order).map_err(|error| unsound(of, error))
    };
    rows.iter().map(line).collect()
}

struct OrderRow {
    number: i64,
    package: i64,
    kind: String,
    automatic: bool,
    at: i64,
    cycle_count: i64,
    first_cycle: i64,
    starts_at: Option<i64>,
    ends_at: Option<i64>,
    from_balance_cents: i64,
    from_credit_cents: i64,
    from_vouchers_cents: i64,
    bill: i64,
}

impl OrderRow {
    /// The first and the last second that it paid for, or, given back, would have paid for: its cycles are gone.
    fn valid(&self, of: RowOf, state: &Package) -> Result<Option<(Instant, Instant)>, LedgerError> {
        if let Some((from, until)) = self.starts_at.zip(self.ends_at) {
            return Ok(Some((of.instant("starts_at", from)?, of.instant("ends_at", until)?)));
        }
        let (first, count) = (usize::try_from(self.first_cycle)?, usize::try_from(self.cycle_count)?);
        let paid = state.cycles.get(first..first + count).ok_or_else(|| of.corrupt("cycle_count"))?;
        Ok(paid.first().zip(paid.last()).map(|(first, last)| (first.starts_at, last.ends_at)))
    }
}

/// Refunds of a bill, or all.
async fn refunds(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    month: Option<Month>,
) -> Result<Vec<Line>, LedgerError> {
    let bill = month.map(month_number);
    let rows = sqlx::query!(
        r#"
        SELECT number, package, at, to_vouchers_cents, to_arrears_cents, to_credit_cents, to_balance_cents, bill,
               b.starts_at AS "starts_at?: i64", b.ends_at AS "ends_at?: i64", b.cycles AS "cycles?: i64"
        FROM refunds
        LEFT JOIN (SELECT r.refund, MIN(r.starts_at) AS starts_at, MAX(r.ends_at) AS ends_at, SUM(p.cycle_count) AS cycles
                   FROM returned_orders AS r
                   JOIN purchases AS p ON p.account_id = r.account_id AND p.number = r.purchase
                   WHERE r.account_id = ?1
                   GROUP BY r.refund) AS b ON b.refund = refunds.number
        WHERE account_id = ?1 AND (?2 IS NULL OR bill = ?2)
        ORDER BY number
        "#,
        id.0,
        bill
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let of = RowOf { table: "refunds", id: row.number };
        let package = PackageId(of.number("package", row.package)?);
        let state = account.package(package).ok_or_else(|| of.corrupt("package"))?;
        let given_back = GivenBack {
            to_vouchers: Money::from_cents(row.to_vouchers_cents),
            to_arrears: Money::from_cents(row.to_arrears_cents),
            to_credit: Money::from_cents(row.to_credit_cents),
            to_balance: Money::from_cents(row.to_balance_cents),
        };
        let (number, at) = (of.count("number", row.number)?, of.instant("at", row.at)?);
        let bill = of.month("bill", row.bill)?;
        let renewals = match (row.starts_at, row.ends_at, row.cycles) {
            (Some(from), Some(until), Some(cycles)) => Some(Returned {
                cycles: usize::try_from(cycles)?,
                valid: (of.instant("renewals", from)?, of.instant("renewals", until)?),
            }),
            _ => None,
        };
        let back = (given_back, renewals);
        Line::of_refund(number, (package, state), at, back, bill).map_err(|error| unsound(of, error))
    });
    lines.collect()
}

async fn corrections(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    month: Month,
) -> Result<Vec<Line>, LedgerError> {
    let bill = month_number(month);
    let rows = sqlx::query!(
        r#"
        SELECT k.number AS "number!", k.charge, k.at, k.from_packages, k.parts, k.amount_units, k.due_cents,
               k.to_vouchers_cents, k.to_arrears_cents, k.to_credit_cents, k.to_balance_cents, c.settles_at, c.period,
               c.resource, c.project
        FROM corrections AS k INDEXED BY corrections_by_bill
        JOIN charges AS c ON c.account_id = k.account_id AND c.number = k.charge
        WHERE k.account_id = ?1 AND k.bill = ?2
        ORDER BY k.number
        "#,
        id.0,
        bill
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let of = RowOf { table: "corrections", id: row.number };
        let given_back = GivenBack {
            to_vouchers: Money::from_cents(row.to_vouchers_cents),
            to_arrears: Money::from_cents(row.to_arrears_cents),
            to_credit: Money::from_cents(row.to_credit_cents),
            to_balance: Money::from_cents(row.to_balance_cents),
        };
        let correction = Correction {
            charge: ChargeId(of.count("charge", row.charge)?),
            key: key(of, row.settles_at, row.period, row.resource, row.project)?,
            parts: parts::from_text(&row.parts).ok_or_else(|| of.corrupt("parts"))?,
            from_packages: of.count("from_packages", row.from_packages)?,
            amount: ChargeAmount::from_units(row.amount_units),
            money: Money::from_cents(row.due_cents),
            // Where it went is told by its sums.
            allocation: Allocation::default(),
            vouchers: Vec::new(),
            bill: month,
        };
        let (number, at) = (of.count("number", row.number)?, of.instant("at", row.at)?);
        Line::of_correction(&account.terms, number, at, &correction, given_back)
            .map_err(|error| unsound(of, error))
    });
    lines.collect()
}
