//! The hash chain of an account, and the transactions its writes stand for.

use std::fmt;

use sqlx::SqliteConnection;

use super::{
    PAGE, Scope,
    findings::{Check, Findings},
    journal::{Journal, Moved},
    payments::Payments,
};
use crate::{
    LedgerError,
    journal::chain::{Chain, Header, ROOT},
};

/// A write of years of usage is told of on the way.
const TOLD_EVERY: u64 = 10_000;

/// A write as it is stored.
struct WriteRow {
    id: i64,
    kind: String,
    request_id: Option<String>,
    at: i64,
    recorded_at: i64,
    first_transaction_id: i64,
    transaction_count: i64,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
    balance_cents: i64,
    credit_drawn_cents: i64,
    owed_cents: i64,
}

/// Reads the whole journal of an account once. Gives what its postings leave; nothing when it contradicts itself, so
/// that nothing can be derived from it.
pub(super) async fn check(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<Option<Moved>, LedgerError> {
    let mut journal = Journal::of(scope);
    let (mut moved, mut payments) = (Moved::default(), Payments::of(scope));
    let (mut previous, mut after, mut now_at) = (ROOT, i64::MIN, None);
    loop {
        let writes = load(conn, scope.id, after).await?;
        let Some(last) = writes.last() else { break };
        (after, now_at) = (last.id, Some(last.at));
        findings.tell();
        for write in &writes {
            let mut follow =
                Follow { scope, journal: &mut journal, moved: &mut moved, payments: &mut payments };
            let Some(hash) = follow.write(conn, write, &previous, findings).await? else { return Ok(None) };
            previous = hash;
            findings.checked.writes += 1;
        }
    }
    if let Some(stray) = journal.next(conn).await? {
        let place = format!("account {} transaction {}", scope.id, stray.row.id);
        findings.note(Check::Transaction, place, "a write that it belongs to", "none");
        return Ok(None);
    }
    payments.finish(conn, scope, findings).await?;
    if now_at != Some(scope.now_at) {
        let place = format!("account {}", scope.id);
        let expected = now_at.map_or_else(|| "a first write".to_owned(), |at| scope.show(at));
        findings.note(Check::Clock, place, expected, scope.show(scope.now_at));
    }
    Ok(Some(moved))
}

/// What is followed from write to write.
struct Follow<'a> {
    scope: &'a Scope,
    journal: &'a mut Journal,
    moved: &'a mut Moved,
    payments: &'a mut Payments,
}

impl Follow<'_> {
    /// Follows one write. Gives its hash; nothing when it or one of its transactions is not what it was.
    async fn write(
        &mut self,
        conn: &mut SqliteConnection,
        write: &WriteRow,
        previous: &[u8; 32],
        findings: &mut Findings<'_>,
    ) -> Result<Option<[u8; 32]>, LedgerError> {
        let scope = self.scope;
        let place = format!("account {} write {}", scope.id, write.id);
        if write.previous_hash != previous {
            findings.note(Check::Write, place, Hex(previous), Hex(&write.previous_hash));
            return Ok(None);
        }
        let mut chain = Chain::begin(previous, &write.header(scope.id));
        for index in 0..write.transaction_count {
            let expected = write.first_transaction_id.saturating_add(index);
            let entry = self.journal.next(conn).await?;
            let Some(entry) = entry.filter(|entry| (entry.row.id, entry.write_id) == (expected, write.id))
            else {
                findings.note(Check::Transaction, place, format_args!("its transaction {expected}"), "none");
                return Ok(None);
            };
            entry.check(scope, findings);
            chain.transaction(&entry.row);
            self.moved.follow(scope, &entry.row, findings)?;
            self.payments.follow(conn, scope, &entry.row, findings).await?;
            findings.checked.transactions += 1;
            if findings.checked.transactions.is_multiple_of(TOLD_EVERY) {
                findings.tell();
            }
        }
        let hash = chain.finish();
        if write.hash != hash {
            findings.note(Check::Write, place, Hex(&hash), Hex(&write.hash));
            return Ok(None);
        }
        let left = self.moved.funds;
        findings.compare(
            Check::Known,
            place,
            ["balance", "credit drawn", "owed"],
            [left.balance, left.credit_drawn, left.owed].map(i128::from),
            [write.balance_cents, write.credit_drawn_cents, write.owed_cents].map(i128::from),
        );
        Ok(Some(hash))
    }
}

impl WriteRow {
    fn header(&self, account_id: i64) -> Header<'_> {
        Header {
            account_id,
            write_id: self.id,
            kind: &self.kind,
            request_id: self.request_id.as_deref(),
            at: self.at,
            recorded_at: self.recorded_at,
            first_transaction_id: self.first_transaction_id,
            transaction_count: self.transaction_count,
        }
    }
}

async fn load(conn: &mut SqliteConnection, account: i64, after: i64) -> Result<Vec<WriteRow>, LedgerError> {
    let rows = sqlx::query_as!(
        WriteRow,
        r#"
        SELECT id AS "id!", kind, request_id, at, recorded_at, first_transaction_id, transaction_count,
               previous_hash, hash, balance_cents, credit_drawn_cents, owed_cents
        FROM writes
        WHERE account_id = ?1 AND id > ?2
        ORDER BY id
        LIMIT ?3
        "#,
        account,
        after,
        PAGE
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// A hash as people compare it.
struct Hex<'a>(&'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
