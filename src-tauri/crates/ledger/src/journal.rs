//! The journal's tables: writes, transactions, postings, and the hash chain over them.

pub(crate) mod chain;

use std::collections::{BTreeSet, HashMap};

use billing::journal::{Commodity, Posting, names::SETTLEMENT};
use sqlx::SqliteConnection;

use crate::{
    AccountId, Basis, LedgerError,
    accounts::Funds,
    columns::RowOf,
    write::rows::{Cell, Rows, store, texts},
};

/// One transaction on its way into the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TransactionRow {
    pub id: i64,
    pub kind: String,
    pub key: Option<String>,
    pub subject: Option<i64>,
    pub at: i64,
    pub balance_after: Option<i64>,
    pub postings: Vec<Posting>,
}

impl TransactionRow {
    /// The postings that are rows of their own: those of a settlement are the columns of its charge.
    fn stored_postings(&self) -> &[Posting] {
        if self.kind == SETTLEMENT { &[] } else { &self.postings }
    }
}

/// A commodity as the books keep it.
pub(crate) const fn commodity_number(commodity: Commodity) -> i64 {
    match commodity {
        Commodity::Money => 0,
        Commodity::Calls => 1,
    }
}

/// The last write of an account.
pub(crate) async fn last_write(
    conn: &mut SqliteConnection,
    account: AccountId,
) -> Result<Option<Basis>, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT id, hash
        FROM writes
        WHERE account_id = ?1
        ORDER BY id DESC
        LIMIT 1
        "#,
        account.0
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| basis(row.id, &row.hash)).transpose()
}

/// The write of a request that was made before.
pub(crate) async fn find_request(
    conn: &mut SqliteConnection,
    account: AccountId,
    request_id: &str,
) -> Result<Option<Basis>, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT id, hash
        FROM writes
        WHERE account_id = ?1 AND request_id = ?2
        "#,
        account.0,
        request_id
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| basis(row.id, &row.hash)).transpose()
}

fn basis(write_id: i64, hash: &[u8]) -> Result<Basis, LedgerError> {
    let row = RowOf { table: "writes", id: write_id };
    Ok(Basis { write_id, hash: hash.try_into().map_err(|_| row.corrupt("hash"))? })
}

/// The numbers of the next write and the next transaction in the file.
pub(crate) async fn next_ids(conn: &mut SqliteConnection) -> Result<(i64, i64), LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT
          (SELECT IFNULL(MAX(id), 0) + 1 FROM writes)       AS "write_id!: i64",
          (SELECT IFNULL(MAX(id), 0) + 1 FROM transactions) AS "transaction_id!: i64"
        "#
    )
    .fetch_one(conn)
    .await?;
    Ok((row.write_id, row.transaction_id))
}

/// Inserts a write with its hash and that of the write before, and what it leaves.
pub(crate) async fn insert_write(
    conn: &mut SqliteConnection,
    header: &chain::Header<'_>,
    (previous_hash, hash): (&[u8; 32], &[u8; 32]),
    left: Funds,
) -> Result<(), LedgerError> {
    let (previous_hash, hash) = (previous_hash.as_slice(), hash.as_slice());
    sqlx::query!(
        r#"
        INSERT INTO writes (id, account_id, kind, request_id, at, recorded_at, first_transaction_id,
                            transaction_count, previous_hash, hash, balance_cents, credit_drawn_cents, owed_cents)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        "#,
        header.write_id,
        header.account_id,
        header.kind,
        header.request_id,
        header.at,
        header.recorded_at,
        header.first_transaction_id,
        header.transaction_count,
        previous_hash,
        hash,
        left.balance,
        left.credit_drawn,
        left.owed
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Inserts transactions with consecutive ids and their postings, and seals them.
pub(crate) async fn insert_transactions(
    conn: &mut SqliteConnection,
    account: AccountId,
    write_id: i64,
    transactions: &[TransactionRow],
) -> Result<(), LedgerError> {
    let (Some(first), Some(last)) = (transactions.first(), transactions.last()) else { return Ok(()) };
    let kinds = intern_kinds(conn, transactions).await?;
    let accounts = intern_accounts(conn, transactions).await?;
    let (mut rows, mut posting_rows) = (Rows::default(), Rows::default());
    for transaction in transactions {
        let kind = kinds.get(transaction.kind.as_str()).copied();
        rows.push([
            transaction.id.into(),
            kind.into(),
            transaction.key.as_deref().into(),
            transaction.subject.into(),
            transaction.at.into(),
            transaction.balance_after.into(),
        ]);
        for posting in transaction.stored_postings() {
            let ledger_account = accounts.get(posting.ledger_account.as_str()).copied();
            posting_rows.push([
                transaction.id.into(),
                Cell::Int(commodity_number(posting.commodity)),
                ledger_account.into(),
                posting.units.into(),
            ]);
        }
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO transactions (id, write_id, account_id, kind, key, subject, at, balance_after_cents)
        SELECT value->>0, ?1, ?2, value->>1, value->>2, value->>3, value->>4, value->>5
        FROM jsonb_each(?3)
        "#,
        write_id,
        account.0
    );
    store!(
        conn,
        posting_rows,
        r#"
        INSERT INTO postings (transaction_id, commodity, ledger_account_id, units)
        SELECT value->>0, value->>1, value->>2, value->>3
        FROM jsonb_each(?1)
        "#
    );
    seal(conn, first.id, last.id).await
}

async fn seal(conn: &mut SqliteConnection, first: i64, last: i64) -> Result<(), LedgerError> {
    sqlx::query!("UPDATE transactions SET sealed = 1 WHERE id BETWEEN ?1 AND ?2", first, last)
        .execute(conn)
        .await?;
    Ok(())
}

/// The numbers of names; those that were never written are, once.
macro_rules! intern {
    ($conn:ident, $table:tt, $names:expr) => {{
        let names = texts($names.collect::<BTreeSet<&str>>());
        sqlx::query!(
            "INSERT INTO "
                + $table
                + " (name) SELECT value FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING",
            names
        )
        .execute(&mut *$conn)
        .await?;
        let rows = sqlx::query!(
            "SELECT id AS \"id!\", name AS \"name!\" FROM "
                + $table
                + " WHERE name IN (SELECT value FROM json_each(?1))",
            names
        )
        .fetch_all($conn)
        .await?;
        Ok(rows.into_iter().map(|row| (row.name, row.id)).collect())
    }};
}

async fn intern_kinds(
    conn: &mut SqliteConnection,
    transactions: &[TransactionRow],
) -> Result<HashMap<String, i64>, LedgerError> {
    intern!(conn, "transaction_kinds", transactions.iter().map(|transaction| transaction.kind.as_str()))
}

async fn intern_accounts(
    conn: &mut SqliteConnection,
    transactions: &[TransactionRow],
) -> Result<HashMap<String, i64>, LedgerError> {
    let postings = transactions.iter().flat_map(TransactionRow::stored_postings);
    intern!(conn, "ledger_accounts", postings.map(|posting| posting.ledger_account.as_str()))
}
