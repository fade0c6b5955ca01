//! What explanations ask for: charges by their place among those with calls, what was priced, what was given back.

use std::ops::Range;

use billing::{
    ChargeId, Instant, Money, PackageId, ProjectId, ResourceId, UnitPrice, explain::Reasons,
    rating::PricedCalls,
};
use sqlx::SqliteConnection;

use super::usage::exact_cover;
use crate::{AccountId, Ledger, LedgerError, Width, accounts, columns::RowOf, parts, write::rows::Rows};

/// Pay-per-use calls and the money they came to: of one charge or correction, of all with equal calls, or of all calls of some
/// days; then the money of a charge with several parts stands with the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    /// What was called.
    pub resource: ResourceId,
    /// For which project.
    pub project: ProjectId,
    /// The calls.
    pub parts: Vec<PricedCalls>,
    /// The money, in cents as it moved.
    pub due: Money,
}

impl Priced {
    /// So many charges with equal calls, whose money is all together already.
    fn times(mut self, count: u64) -> Result<Self, LedgerError> {
        for part in &mut self.parts {
            part.calls = part.calls.checked_mul(count).ok_or(LedgerError::TooLarge)?;
        }
        Ok(self)
    }
}

impl Ledger {
    /// How many charges have pay-per-use calls, and what they came to.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn billed_charges(&self, account: AccountId) -> Result<(u64, Money), LedgerError> {
        let mut reader = self.reader().await?;
        let row = sqlx::query!(
            r#"
            SELECT COUNT(*) AS "count!: i64", IFNULL(SUM(due_cents), 0) AS "due_cents!: i64"
            FROM charges
            WHERE account_id = ?1 AND parts <> ''
            "#,
            account.0
        )
        .fetch_one(&mut *reader)
        .await?;
        let count = RowOf { table: "charges", id: account.0 }.count("number", row.count)?;
        Ok((count, Money::from_cents(row.due_cents)))
    }

    /// The charge that is so many-th, from 0, among those with pay-per-use calls, in the order of settlement.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn billed_charge(&self, account: AccountId, nth: u32) -> Result<Option<ChargeId>, LedgerError> {
        let mut reader = self.reader().await?;
        let number = sqlx::query_scalar!(
            r#"
            SELECT number AS "number!: i64"
            FROM charges
            WHERE account_id = ?1 AND parts <> ''
            ORDER BY number
            LIMIT 1 OFFSET ?2
            "#,
            account.0,
            nth
        )
        .fetch_optional(&mut *reader)
        .await?;
        number
            .map(|number| RowOf { table: "charges", id: number }.count("number", number).map(ChargeId))
            .transpose()
    }

    /// The priced calls of charges whose period begins in a half-open range, and those of them that corrections took out. Months
    /// and days come from their sums, so that few charges are read.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn priced(
        &self,
        account: AccountId,
        periods: Range<Instant>,
    ) -> Result<(Vec<Priced>, Vec<Priced>), LedgerError> {
        let mut reader = self.reader().await?;
        // All of it as of one instant, whatever is written meanwhile.
        let mut tx = sqlx::Connection::begin(&mut *reader).await?;
        let charged = charged(&mut tx, account, &periods).await?;
        let taken_out = taken_out(&mut tx, account, &periods).await?;
        tx.rollback().await?;
        Ok((charged, taken_out))
    }

    /// What was paid back for a package, or for renewals of it, if anything was.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn refund_of(
        &self,
        account: AccountId,
        package: PackageId,
    ) -> Result<Option<Money>, LedgerError> {
        let mut reader = self.reader().await?;
        let cents = sqlx::query_scalar!(
            r#"SELECT SUM(amount_cents) AS "cents?: i64" FROM refunds WHERE account_id = ?1 AND package = ?2"#,
            account.0,
            package.0
        )
        .fetch_one(&mut *reader)
        .await?;
        Ok(cents.map(Money::from_cents))
    }
}

/// What was charged, in pieces that are whole days or months, and in what is left at both ends.
async fn charged(
    conn: &mut SqliteConnection,
    account: AccountId,
    periods: &Range<Instant>,
) -> Result<Vec<Priced>, LedgerError> {
    let Some(known) = days_with_charges(conn, account).await? else { return Ok(Vec::new()) };
    let range = periods.start.max(known.start)..periods.end.min(known.end);
    let zone = accounts::calendar(conn, account).await?.zone;
    let (mut sums, mut found) = (Rows::default(), Vec::new());
    for (width, piece) in exact_cover(zone, range) {
        let (from, to) = (piece.start.timestamp(), piece.end.timestamp());
        match width {
            Width::Hour => found.extend(of_charges(conn, account, (from, to)).await?),
            Width::Day | Width::Month => sums.push([width.number().into(), from.into(), to.into()]),
        }
    }
    for pieces in sums.into_chunks() {
        found.extend(of_sums(conn, account, &pieces).await?);
    }
    Ok(found)
}

/// From the first day with priced calls to the end of the last.
async fn days_with_charges(
    conn: &mut SqliteConnection,
    account: AccountId,
) -> Result<Option<Range<Instant>>, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT (SELECT MIN(start_at) FROM priced_sums WHERE account_id = ?1 AND width = 1) AS "first?: i64",
               (SELECT MAX(start_at) + 86400 FROM priced_sums WHERE account_id = ?1 AND width = 1) AS "end?: i64"
        "#,
        account.0
    )
    .fetch_one(conn)
    .await?;
    let of = RowOf { table: "priced_sums", id: account.0 };
    let days = row.first.zip(row.end);
    days.map(|(first, end)| Ok(of.instant("start_at", first)?..of.instant("start_at", end)?)).transpose()
}

/// Sums of days and months, equal calls of one resource for one project together.
async fn of_sums(
    conn: &mut SqliteConnection,
    account: AccountId,
    pieces: &str,
) -> Result<Vec<Priced>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT resource AS "resource!: i64", project AS "project!: i64", reasons AS "reasons!: i64",
               unit_price AS "unit_price!: String", SUM(calls) AS "calls!: i64", SUM(due_cents) AS "due_cents!: i64"
        FROM jsonb_each(?2) AS piece
        CROSS JOIN priced_sums AS sums
          ON sums.account_id = ?1 AND sums.width = piece.value->>0
         AND sums.start_at >= piece.value->>1 AND sums.start_at < piece.value->>2
        GROUP BY resource, project, reasons, unit_price
        "#,
        account.0,
        pieces
    )
    .fetch_all(conn)
    .await?;
    let priced = rows.into_iter().map(|row| {
        let of = RowOf { table: "priced_sums", id: row.resource };
        let reasons = u16::try_from(row.reasons).map_err(|_| of.corrupt("reasons"))?;
        let part = PricedCalls {
            unit_price: UnitPrice::parse(&row.unit_price).map_err(|_| of.corrupt("unit_price"))?,
            calls: of.count("calls", row.calls)?,
            reasons: Reasons::from_bits(reasons),
        };
        Ok(Priced {
            resource: ResourceId(of.number("resource", row.resource)?),
            project: ProjectId(of.number("project", row.project)?),
            parts: vec![part],
            due: Money::from_cents(row.due_cents),
        })
    });
    priced.collect()
}

/// Charges themselves, equal ones together.
async fn of_charges(
    conn: &mut SqliteConnection,
    account: AccountId,
    (from, to): (i64, i64),
) -> Result<Vec<Priced>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT MIN(number) AS "number!: i64", resource AS "resource!: i64", project AS "project!: i64",
               parts AS "parts!: String", COUNT(*) AS "count!: i64", SUM(due_cents) AS "due_cents!: i64"
        FROM charges INDEXED BY charges_by_period
        WHERE account_id = ?1 AND period >= ?2 AND period < ?3 AND parts <> ''
        GROUP BY resource, project, parts
        ORDER BY MIN(number)
        "#,
        account.0,
        from,
        to
    )
    .fetch_all(conn)
    .await?;
    let charged = rows.into_iter().map(|row| {
        let of = RowOf { table: "charges", id: row.number };
        let priced = priced(of, row.resource, row.project, &row.parts, row.due_cents)?;
        priced.times(of.count("number", row.count)?)
    });
    charged.collect()
}

/// What corrections took out of charges.
async fn taken_out(
    conn: &mut SqliteConnection,
    account: AccountId,
    periods: &Range<Instant>,
) -> Result<Vec<Priced>, LedgerError> {
    let (from, to) = (periods.start.timestamp(), periods.end.timestamp());
    let rows = sqlx::query!(
        r#"
        SELECT corrections.number AS "number!", charges.resource, charges.project, corrections.parts,
               corrections.due_cents
        FROM corrections
        JOIN charges ON charges.account_id = corrections.account_id AND charges.number = corrections.charge
        WHERE corrections.account_id = ?1 AND charges.period >= ?2 AND charges.period < ?3
        ORDER BY corrections.number
        "#,
        account.0,
        from,
        to
    )
    .fetch_all(conn)
    .await?;
    let taken_out = rows.into_iter().map(|row| {
        let of = RowOf { table: "corrections", id: row.number };
        priced(of, row.resource, row.project, &row.parts, row.due_cents)
    });
    taken_out.collect()
}

fn priced(
    of: RowOf,
    resource: i64,
    project: i64,
    parts: &str,
    due_cents: i64,
) -> Result<Priced, LedgerError> {
    Ok(Priced {
        resource: ResourceId(of.number("resource", resource)?),
        project: ProjectId(of.number("project", project)?),
        parts: parts::from_text(parts).ok_or_else(|| of.corrupt("parts"))?,
        due: Money::from_cents(due_cents),
    })
}
