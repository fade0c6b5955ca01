//! Looking through the journal from its end: in slices, so that no page reads ten years, and from the place that is wanted,
//! found by halving.
//!
//! Writes and transactions are numbered in the order in which they were made, across accounts; the clock of one account
//! never goes back from write to write. Only an account that had not lived yet lives through its past, in one write: what that
//! write holds may be older than the writes before it.

use std::ops::Range;

use billing::{ChargeId, Instant, Money, PackageId, ProjectId, ResourceId, journal::names::SETTLEMENT};
use sqlx::SqliteConnection;

use super::{
    journal::{JournalFilter, JournalLine, pattern},
    statement::Subject,
};
use crate::{AccountId, LedgerError, columns::RowOf};

/// Part of the journal by numbers, both ends included.
#[derive(Clone, Debug)]
pub(super) struct Slice {
    account: i64,
    writes: (i64, i64),
    /// Its oldest transaction.
    pub first: i64,
    last: i64,
    /// Whether the account has older ones that are wanted.
    pub has_more: bool,
}

impl Slice {
    /// The newest so many transactions before a place that are in the range of time of the filter; none when nothing is.
    pub async fn find(
        conn: &mut SqliteConnection,
        account: AccountId,
        filter: &JournalFilter,
        before: Option<i64>,
        looked_at: i64,
    ) -> Result<Option<Self>, LedgerError> {
        let (mut from, mut until) = (0, before.unwrap_or(i64::MAX));
        if let Some(at) = &filter.at {
            from = first_since(conn, account, at.start).await?;
            until = until.min(none_before(conn, account, at.end).await?);
        }
        let newest = sqlx::query!(
            r#"
            SELECT id AS "id!: i64", first_transaction_id AS "first!: i64", transaction_count AS "count!: i64"
            FROM writes INDEXED BY writes_by_account
            WHERE account_id = ?1 AND transaction_count > 0 AND first_transaction_id < ?2
              AND id <= IFNULL((SELECT write_id FROM transactions WHERE id >= ?2 ORDER BY id LIMIT 1), ?3)
            ORDER BY id DESC
            LIMIT 1
            "#,
            account.0,
            until,
            i64::MAX
        )
        .fetch_optional(&mut *conn)
        .await?;
        let Some(newest) = newest else { return Ok(None) };
        let until = until.min(newest.first.saturating_add(newest.count));
        let first = from.max(until.saturating_sub(looked_at));
        if first >= until {
            return Ok(None);
        }
        let oldest = sqlx::query!(
            r#"
            SELECT (SELECT write_id FROM transactions WHERE id >= ?2 ORDER BY id LIMIT 1) AS "write_id!: i64",
                   EXISTS (SELECT 1 FROM writes INDEXED BY writes_by_account
                           WHERE account_id = ?1 AND first_transaction_id < ?2 AND transaction_count > 0) AS "older!: bool"
            "#,
            account.0,
            first
        )
        .fetch_one(conn)
        .await?;
        Ok(Some(Self {
            account: account.0,
            writes: (oldest.write_id, newest.id),
            first,
            last: until - 1,
            has_more: oldest.older && first > from,
        }))
    }

    /// The transactions of one write.
    pub const fn of_write(account: AccountId, write: i64, transactions: Range<i64>) -> Self {
        Self {
            account: account.0,
            writes: (write, write),
            first: transactions.start,
            last: transactions.end - 1,
            has_more: false,
        }
    }

    /// When its oldest transaction was.
    pub async fn began_at(&self, conn: &mut SqliteConnection) -> Result<Option<Instant>, LedgerError> {
        let row = sqlx::query!(
            r#"
            SELECT id AS "id!: i64", at AS "at!: i64"
            FROM transactions
            WHERE id >= ?1 AND account_id = ?2
            ORDER BY id
            LIMIT 1
            "#,
            self.first,
            self.account
        )
        .fetch_optional(conn)
        .await?;
        row.map(|row| RowOf { table: "transactions", id: row.id }.instant("at", row.at)).transpose()
    }
}

/// A transaction as it is stored, with what it is about.
pub(super) struct LineRow {
    id: i64,
    at: i64,
    kind: String,
    key: Option<String>,
    subject: Option<i64>,
    balance: Option<i64>,
    money: i64,
    calls: i64,
    write_id: i64,
    write_kind: String,
    request_id: Option<String>,
    recorded_at: i64,
    period: Option<i64>,
    resource: Option<i64>,
    project: Option<i64>,
}

impl LineRow {
    pub fn into_line(self) -> Result<JournalLine, LedgerError> {
        Ok(self.with_subject()?.0)
    }

    /// The line, and its subject as it is stored.
    pub fn with_subject(self) -> Result<(JournalLine, Option<i64>), LedgerError> {
        let of = RowOf { table: "transactions", id: self.id };
        let line = JournalLine {
            id: self.id,
            at: of.instant("at", self.at)?,
            subject: self.about(of)?,
            kind: self.kind,
            key: self.key,
            money: Money::from_cents(self.money),
            calls: of.count("units", self.calls)?,
            balance: self.balance.map(Money::from_cents),
            write_id: self.write_id,
            write_kind: self.write_kind,
            request_id: self.request_id,
            recorded_at: of.instant("recorded_at", self.recorded_at)?,
        };
        Ok((line, self.subject))
    }

    fn about(&self, of: RowOf) -> Result<Subject, LedgerError> {
        let Some(subject) = self.subject else { return Ok(Subject::Nothing) };
        let (Some(period), Some(resource), Some(project)) = (self.period, self.resource, self.project) else {
            return Ok(Subject::Package(PackageId(of.number("subject", subject)?)));
        };
        Ok(Subject::Charge {
            charge: ChargeId(of.count("subject", subject)?),
            period: of.instant("period", period)?,
            resource: ResourceId(of.number("resource", resource)?),
            project: ProjectId(of.number("project", project)?),
        })
    }
}

/// Transactions of a slice, newest first. A correction is about a charge when it moves money, else about a package.
pub(super) async fn search(
    conn: &mut SqliteConnection,
    account: AccountId,
    filter: &JournalFilter,
    slice: &Slice,
    limit: i64,
) -> Result<Vec<LineRow>, LedgerError> {
    let kind = filter.kind.as_deref();
    let (resource, package) = (filter.resource.map(|id| id.0), filter.package.map(|id| id.0));
    let (from, until) =
        filter.at.as_ref().map_or((i64::MIN, i64::MAX), |at| (at.start.timestamp(), at.end.timestamp()));
    let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let sought = text.map(pattern);
    let ((first_write, last_write), first, last) = (slice.writes, slice.first, slice.last);
    let rows = sqlx::query_as!(
        LineRow,
        r#"
        SELECT t.id AS "id!: i64", t.at AS "at!: i64", k.name AS "kind!: String", t.key AS "key?: String",
               t.subject AS "subject?: i64", t.balance_after_cents AS "balance?: i64",
               IFNULL(IIF(k.name = ?6, c.due_cents,
                          (SELECT SUM(units) FROM postings
                           WHERE transaction_id = t.id AND commodity = 0 AND units > 0)), 0) AS "money!: i64",
               IFNULL((SELECT SUM(units) FROM postings
                       WHERE transaction_id = t.id AND commodity = 1 AND units > 0), 0) AS "calls!: i64",
               w.id AS "write_id!: i64", w.kind AS "write_kind!: String", w.request_id AS "request_id?: String",
               w.recorded_at AS "recorded_at!: i64", c.period AS "period?: i64", c.resource AS "resource?: i64",
               c.project AS "project?: i64"
        FROM writes AS w INDEXED BY writes_by_account
        CROSS JOIN transactions AS t
          ON t.id BETWEEN MAX(w.first_transaction_id, ?4)
                      AND MIN(w.first_transaction_id + w.transaction_count - 1, ?5)
        CROSS JOIN transaction_kinds AS k ON k.id = t.kind
        LEFT JOIN charges AS c
          ON c.account_id = ?1 AND c.number = t.subject
         AND (k.name = ?6 OR k.name = 'correction'
                             AND EXISTS (SELECT 1 FROM postings WHERE transaction_id = t.id AND commodity = 0))
        LEFT JOIN packages AS p ON p.account_id = ?1 AND p.number = t.subject AND c.number IS NULL
        WHERE w.account_id = ?1 AND w.id BETWEEN ?2 AND ?3
          AND t.at >= ?7 AND t.at < ?8
          AND (?9 IS NULL OR k.name = ?9)
          AND (?10 IS NULL OR IFNULL(c.resource, p.resource) = ?10)
          AND (?11 IS NULL OR p.number = ?11)
          AND (?12 IS NULL OR t.key LIKE ?12 ESCAPE '\' OR w.request_id LIKE ?12 ESCAPE '\' OR w.kind LIKE ?12 ESCAPE '\'
               OR CAST(t.id AS TEXT) = ?13 OR hex(w.hash) LIKE ?12 ESCAPE '\')
        ORDER BY w.id DESC, t.id DESC
        LIMIT ?14
        "#,
        account.0,
        first_write,
        last_write,
        first,
        last,
        SETTLEMENT,
        from,
        until,
        kind,
        resource,
        package,
        sought,
        text,
        limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// The number of the account's first transaction at or after an instant; one that no transaction has, when there is none.
pub(super) async fn first_since(
    conn: &mut SqliteConnection,
    account: AccountId,
    since: Instant,
) -> Result<i64, LedgerError> {
    let since = since.timestamp();
    let (mut from, mut until) = ends(conn, account).await?;
    // The first write that leaves the account's clock there holds it, if any does.
    while from < until {
        let middle = from + (until - from) / 2;
        match write_from(conn, account, middle).await? {
            Some(write) if write.at < since && write.id < until => from = write.id + 1,
            _ => until = middle,
        }
    }
    match write_from(conn, account, from).await? {
        Some(write) => first_within(conn, &write, since).await,
        None => Ok(i64::MAX),
    }
}

/// A number from which on no transaction of the account is older than an instant.
async fn none_before(
    conn: &mut SqliteConnection,
    account: AccountId,
    since: Instant,
) -> Result<i64, LedgerError> {
    let first = first_since(conn, account, since).await?;
    match past_lived(conn, account).await? {
        Some(past) if first < past.first.saturating_add(past.count) => {
            Ok(first.max(first_within(conn, &past, since.timestamp()).await?))
        }
        _ => Ok(first),
    }
}

/// The number of the first transaction of a write at or after an instant, or of the one after its last.
async fn first_within(conn: &mut SqliteConnection, write: &WriteRow, since: i64) -> Result<i64, LedgerError> {
    let (mut from, mut until) = (write.first, write.first.saturating_add(write.count));
    while from < until {
        let middle = from + (until - from) / 2;
        let at = sqlx::query_scalar!("SELECT at FROM transactions WHERE id = ?1", middle)
            .fetch_one(&mut *conn)
            .await?;
        if at < since { from = middle + 1 } else { until = middle }
    }
    Ok(from)
}

/// The write in which an account lived through what was before the writes it had; among its first, for it has not lived then.
async fn past_lived(
    conn: &mut SqliteConnection,
    account: AccountId,
) -> Result<Option<WriteRow>, LedgerError> {
    let row = sqlx::query_as!(
        WriteRow,
        r#"
        SELECT w.id AS "id!: i64", w.at AS "at!: i64", w.first AS "first!: i64", w.count AS "count!: i64"
        FROM (SELECT id, at, first_transaction_id AS first, transaction_count AS count, LAG(at) OVER (ORDER BY id) AS before
              FROM (SELECT id, at, first_transaction_id, transaction_count
                    FROM writes INDEXED BY writes_by_account
                    WHERE account_id = ?1
                    ORDER BY id
                    LIMIT 1000)) AS w
        WHERE w.count > 0 AND (SELECT t.at FROM transactions AS t WHERE t.id = w.first) < w.before
        ORDER BY w.id
        LIMIT 1
        "#,
        account.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(row)
}

struct WriteRow {
    id: i64,
    at: i64,
    first: i64,
    count: i64,
}

/// The first write of an account from a number on.
async fn write_from(
    conn: &mut SqliteConnection,
    account: AccountId,
    from: i64,
) -> Result<Option<WriteRow>, LedgerError> {
    let row = sqlx::query_as!(
        WriteRow,
        r#"
        SELECT id AS "id!: i64", at AS "at!: i64", first_transaction_id AS "first!: i64", transaction_count AS "count!: i64"
        FROM writes INDEXED BY writes_by_account
        WHERE account_id = ?1 AND id >= ?2
        ORDER BY id
        LIMIT 1
        "#,
        account.0,
        from
    )
    .fetch_optional(conn)
    .await?;
    Ok(row)
}

/// The number of the account's first write, and one more than that of its last.
async fn ends(conn: &mut SqliteConnection, account: AccountId) -> Result<(i64, i64), LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT (SELECT MIN(id) FROM writes WHERE account_id = ?1) AS "first?: i64",
               (SELECT MAX(id) FROM writes WHERE account_id = ?1) AS "last?: i64"
        "#,
        account.0
    )
    .fetch_one(conn)
    .await?;
    Ok((row.first.unwrap_or(0), row.last.map_or(0, |last| last + 1)))
}
