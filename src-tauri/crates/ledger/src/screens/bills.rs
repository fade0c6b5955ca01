//! Bills: months, their totals, their lines.

use billing::{ChargeAmount, Instant, Money, PackageId, ResourceId, zone::Month};
use sqlx::SqliteConnection;

use crate::{
    AccountId, Ledger, LedgerError, Page, Paged,
    columns::{RowOf, month_number},
};

/// What a total of a bill sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TotalKind {
    /// Pay-per-use.
    Charge,
    /// Packages bought.
    Purchase,
    /// Packages renewed.
    Renewal,
    /// A package given back; negative.
    Refund,
    /// Money given back for charges of an undone import; negative.
    Correction,
}

/// One kind of movement of one resource in a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BillTotal {
    /// What is summed.
    pub kind: TotalKind,
    /// The resource charged, or that the packages pay for.
    pub resource: ResourceId,
    /// Charges, purchases, renewals or corrections.
    pub line_count: u64,
    /// Before rounding.
    pub amount: ChargeAmount,
    /// What was to be paid.
    pub due: Money,
}

/// One month in the list of bills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BillMonth {
    /// Which.
    pub month: Month,
    /// Pay-per-use.
    pub charges: Money,
    /// Packages bought.
    pub purchases: Money,
    /// Packages renewed.
    pub renewals: Money,
    /// Packages given back; negative.
    pub refunds: Money,
    /// Money given back; negative.
    pub corrections: Money,
    /// Lines of all kinds.
    pub line_count: u64,
}

/// The charges of one resource and one day of usage in a bill, less what was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BillLine {
    /// What was called.
    pub resource: ResourceId,
    /// The day of the usage, 00:00:00 at the provider.
    pub day: Instant,
    /// Charges.
    pub charge_count: u64,
    /// Calls that packages paid for; negative when only corrections are in this bill.
    pub from_packages: i64,
    /// Calls that were pay-per-use.
    pub billed: i64,
    /// Before rounding.
    pub amount: ChargeAmount,
    /// What was to be paid.
    pub due: Money,
}

/// A package bought or renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Its number in the account.
    pub number: u64,
    /// Purchase or renewal.
    pub kind: TotalKind,
    /// Which package.
    pub package: PackageId,
    /// When.
    pub at: Instant,
    /// Cycles paid.
    pub cycle_count: u32,
    /// What they cost together.
    pub price: Money,
    /// What of it was taken from the balance.
    pub from_balance: Money,
    /// What of it was drawn on credit.
    pub from_credit: Money,
}

impl Ledger {
    /// The months that have a bill, newest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn bills(&self, account: AccountId, page: Page) -> Result<Paged<BillMonth>, LedgerError> {
        let bills = bills(&mut *self.reader().await?, account, page).await?;
        Ok(Paged::cut(bills, page, |bill| month_number(bill.month)))
    }

    /// One month, if it has a bill.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn bill(&self, account: AccountId, month: Month) -> Result<Option<BillMonth>, LedgerError> {
        let page = Page { after: Some(month_number(month) + 1), limit: 1 };
        let newest = bills(&mut *self.reader().await?, account, page).await?.into_iter().next();
        Ok(newest.filter(|bill| bill.month == month))
    }

    /// The totals of a bill, by kind and resource.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn bill_totals(&self, account: AccountId, month: Month) -> Result<Vec<BillTotal>, LedgerError> {
        totals(&mut *self.reader().await?, account, month).await
    }

    /// The charges of a bill grouped by resource and day, in this order; only of one resource if one is given.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn bill_lines(
        &self,
        account: AccountId,
        month: Month,
        resource: Option<ResourceId>,
        page: Page,
    ) -> Result<Paged<BillLine>, LedgerError> {
        let lines = lines(&mut *self.reader().await?, account, month, resource, page).await?;
        // The position is the number of lines before: a month has few.
        let next = page.after.unwrap_or(0) + i64::from(page.limit);
        Ok(Paged::cut(lines, page, |_| next))
    }

    /// The packages bought and renewed in a bill, oldest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn bill_purchases(
        &self,
        account: AccountId,
        month: Month,
    ) -> Result<Vec<Purchase>, LedgerError> {
        purchases(&mut *self.reader().await?, account, month).await
    }
}

async fn bills(
    conn: &mut SqliteConnection,
    account: AccountId,
    page: Page,
) -> Result<Vec<BillMonth>, LedgerError> {
    let (before, limit) = (page.after.unwrap_or(i64::MAX), page.probe());
    let rows = sqlx::query!(
        r#"
        SELECT bill,
               SUM(CASE kind WHEN 'charge' THEN due_cents ELSE 0 END)     AS "charge_cents!: i64",
               SUM(CASE kind WHEN 'purchase' THEN due_cents ELSE 0 END)   AS "purchase_cents!: i64",
               SUM(CASE kind WHEN 'renewal' THEN due_cents ELSE 0 END)    AS "renewal_cents!: i64",
               SUM(CASE kind WHEN 'refund' THEN due_cents ELSE 0 END)     AS "refund_cents!: i64",
               SUM(CASE kind WHEN 'correction' THEN due_cents ELSE 0 END) AS "correction_cents!: i64",
               SUM(line_count)                                            AS "line_count!: i64"
        FROM bill_totals
        WHERE account_id = ?1 AND bill < ?2
        GROUP BY bill
        ORDER BY bill DESC
        LIMIT ?3
        "#,
        account.0,
        before,
        limit
    )
    .fetch_all(conn)
    .await?;
    let bills = rows.into_iter().map(|row| {
        let of = RowOf { table: "bill_totals", id: row.bill };
        Ok(BillMonth {
            month: of.month("bill", row.bill)?,
            charges: Money::from_cents(row.charge_cents),
            purchases: Money::from_cents(row.purchase_cents),
            renewals: Money::from_cents(row.renewal_cents),
            refunds: Money::from_cents(row.refund_cents),
            corrections: Money::from_cents(row.correction_cents),
            line_count: of.count("line_count", row.line_count)?,
        })
    });
    bills.collect()
}

async fn totals(
    conn: &mut SqliteConnection,
    account: AccountId,
    month: Month,
) -> Result<Vec<BillTotal>, LedgerError> {
    let bill = month_number(month);
    let rows = sqlx::query!(
        r#"
        SELECT kind, resource, line_count, amount_units, due_cents
        FROM bill_totals
        WHERE account_id = ?1 AND bill = ?2
        ORDER BY kind, resource
        "#,
        account.0,
        bill
    )
    .fetch_all(conn)
    .await?;
    let totals = rows.into_iter().map(|row| {
        let of = RowOf { table: "bill_totals", id: bill };
        Ok(BillTotal {
            kind: TotalKind::parse(&row.kind).ok_or_else(|| of.corrupt("kind"))?,
            resource: ResourceId(of.number("resource", row.resource)?),
            line_count: of.count("line_count", row.line_count)?,
            amount: ChargeAmount::from_units(row.amount_units),
            due: Money::from_cents(row.due_cents),
        })
    });
    totals.collect()
}

async fn lines(
    conn: &mut SqliteConnection,
    account: AccountId,
    month: Month,
    resource: Option<ResourceId>,
    page: Page,
) -> Result<Vec<BillLine>, LedgerError> {
    let (bill, resource) = (month_number(month), resource.map(|resource| resource.0));
    let (skip, limit) = (page.after.unwrap_or(0), page.probe());
    let rows = sqlx::query!(
        r#"
        SELECT resource, day_at, charge_count, from_packages, billed, amount_units, due_cents
        FROM bill_days
        WHERE account_id = ?1 AND bill = ?2 AND (?3 IS NULL OR resource = ?3)
        ORDER BY resource, day_at
        LIMIT ?5 OFFSET ?4
        "#,
        account.0,
        bill,
        resource,
        skip,
        limit
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let of = RowOf { table: "bill_days", id: row.day_at };
        Ok(BillLine {
            resource: ResourceId(of.number("resource", row.resource)?),
            day: of.instant("day_at", row.day_at)?,
            charge_count: of.count("charge_count", row.charge_count)?,
            from_packages: row.from_packages,
            billed: row.billed,
            amount: ChargeAmount::from_units(row.amount_units),
            due: Money::from_cents(row.due_cents),
        })
    });
    lines.collect()
}

async fn purchases(
    conn: &mut SqliteConnection,
    account: AccountId,
    month: Month,
) -> Result<Vec<Purchase>, LedgerError> {
    let bill = month_number(month);
    let rows = sqlx::query!(
        r#"
        SELECT number, package, kind, at, cycle_count, price_cents, from_balance_cents, from_credit_cents
        FROM purchases
        WHERE account_id = ?1 AND bill = ?2
        ORDER BY number
        "#,
        account.0,
        bill
    )
    .fetch_all(conn)
    .await?;
    let purchases = rows.into_iter().map(|row| {
        let of = RowOf { table: "purchases", id: row.number };
        Ok(Purchase {
            number: of.count("number", row.number)?,
            kind: TotalKind::parse(&row.kind).ok_or_else(|| of.corrupt("kind"))?,
            package: PackageId(of.number("package", row.package)?),
            at: of.instant("at", row.at)?,
            cycle_count: of.number("cycle_count", row.cycle_count)?,
            price: Money::from_cents(row.price_cents),
            from_balance: Money::from_cents(row.from_balance_cents),
            from_credit: Money::from_cents(row.from_credit_cents),
        })
    });
    purchases.collect()
}
