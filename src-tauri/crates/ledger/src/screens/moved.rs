//! Money that is not in the bill of the month of its usage, or was given back: what the sums of usage by time must be mended
//! by, to come to what bills come to. Few rows, unless imports are undone or come late.

use billing::{Instant, Money, ProjectId, ResourceId, zone::Month, zone::Zone};
use sqlx::SqliteConnection;

use crate::{
    AccountId, Ledger, LedgerError, accounts,
    columns::{RowOf, month_number},
};

/// Money of one day of usage, of one resource and project, that moved on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedApart {
    /// The bill it is in.
    pub bill: Month,
    /// Midnight of the day of the usage, at the provider.
    pub used_on: Instant,
    /// Midnight of the day on which the money moved.
    pub moved_on: Instant,
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
    /// The money as it was charged; of corrections, what they gave back.
    pub due: Money,
}

impl Ledger {
    /// Corrections that are in the bill of a month or of a later one.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn corrections_since(
        &self,
        account: AccountId,
        bill: Month,
    ) -> Result<Vec<MovedApart>, LedgerError> {
        let mut reader = self.reader().await?;
        let zone = accounts::calendar(&mut reader, account).await?.zone;
        let rows = corrections(&mut reader, account, bill, zone.offset_seconds()).await?;
        rows.into_iter().map(|row| row.moved("corrections", zone)).collect()
    }

    /// Charges that are in the bill of a month or of a later one, and not in that of the month of their usage (H-92).
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn charges_apart_since(
        &self,
        account: AccountId,
        bill: Month,
    ) -> Result<Vec<MovedApart>, LedgerError> {
        let mut reader = self.reader().await?;
        let zone = accounts::calendar(&mut reader, account).await?.zone;
        let rows = charges(&mut reader, account, bill, zone.offset_seconds()).await?;
        rows.into_iter().map(|row| row.moved("charges", zone)).collect()
    }
}

struct MovedRow {
    bill: i64,
    used_day: i64,
    moved_day: i64,
    resource: i64,
    project: i64,
    due_cents: i64,
}

impl MovedRow {
    fn moved(self, table: &'static str, zone: Zone) -> Result<MovedApart, LedgerError> {
        let of = RowOf { table, id: self.bill };
        let midnight = |day: i64| of.instant("day", day * 86_400 - i64::from(zone.offset_seconds()));
        Ok(MovedApart {
            bill: of.month("bill", self.bill)?,
            used_on: midnight(self.used_day)?,
            moved_on: midnight(self.moved_day)?,
            resource: ResourceId(of.number("resource", self.resource)?),
            project: ProjectId(of.number("project", self.project)?),
            due: Money::from_cents(self.due_cents),
        })
    }
}

async fn corrections(
    conn: &mut SqliteConnection,
    account: AccountId,
    bill: Month,
    offset: i32,
) -> Result<Vec<MovedRow>, LedgerError> {
    let bill = month_number(bill);
    let rows = sqlx::query_as!(
        MovedRow,
        r#"
        SELECT k.bill AS "bill!: i64", (c.period + ?3) / 86400 AS "used_day!: i64", (k.at + ?3) / 86400 AS "moved_day!: i64",
               c.resource AS "resource!: i64", c.project AS "project!: i64", SUM(k.due_cents) AS "due_cents!: i64"
        FROM corrections AS k INDEXED BY corrections_by_bill
        JOIN charges AS c ON c.account_id = k.account_id AND c.number = k.charge
        WHERE k.account_id = ?1 AND k.bill >= ?2
        GROUP BY 1, 2, 3, 4, 5
        ORDER BY 1, 2, 3, 4, 5
        "#,
        account.0,
        bill,
        offset
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// The sums of charges say whether there are such charges, and those of bills by day on which days.
async fn charges(
    conn: &mut SqliteConnection,
    account: AccountId,
    bill: Month,
    offset: i32,
) -> Result<Vec<MovedRow>, LedgerError> {
    let bill = month_number(bill);
    let rows = sqlx::query_as!(
        MovedRow,
        r#"
        SELECT c.bill AS "bill!: i64", (c.period + ?3) / 86400 AS "used_day!: i64",
               (c.settles_at + ?3) / 86400 AS "moved_day!: i64", c.resource AS "resource!: i64",
               c.project AS "project!: i64", SUM(c.due_cents) AS "due_cents!: i64"
        FROM (SELECT DISTINCT bill, resource, used_in
              FROM charged_sums INDEXED BY charged_apart
              WHERE account_id = ?1 AND bill >= ?2 AND used_in <> bill) AS s
        CROSS JOIN bill_days AS d
          ON d.account_id = ?1 AND d.bill = s.bill AND d.resource = s.resource AND d.charge_count > 0
         AND s.used_in = CAST(strftime('%Y%m', d.day_at + ?3, 'unixepoch') AS INTEGER)
        CROSS JOIN charges AS c
          ON c.account_id = d.account_id AND c.period >= d.day_at AND c.period < d.day_at + 86400
         AND c.resource = d.resource AND c.bill = d.bill
        GROUP BY 1, 2, 3, 4, 5
        ORDER BY 1, 2, 3, 4, 5
        "#,
        account.0,
        bill,
        offset
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
