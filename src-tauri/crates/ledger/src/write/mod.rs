//! One action, one write: everything of it is in the books, or nothing.

pub(crate) mod draft;
pub(crate) mod drafted;
pub(crate) mod rows;
mod subject;
pub(crate) mod sums;

use billing::{Account, Event, Instant};
use sqlx::{Connection, SqliteConnection};

use crate::{
    AccountId, LedgerError, NewAccount, WriteError, accounts,
    accounts::Funds,
    bills, charges, corrections,
    imports::{self, ImportChange},
    journal::{
        self,
        chain::{Chain, Header, ROOT},
    },
    levels, lifecycle, notices, packages, refunds, resources,
    steps::{self, StepChange},
    usage, vouchers,
    write::draft::Draft,
};

/// The position of an account in the books: its last write and that write's hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Basis {
    /// Number of the write in the file.
    pub write_id: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// One action to record.
#[derive(Clone, Debug)]
pub struct Write<'a> {
    /// What kind of action, `top-up`.
    pub kind: &'a str,
    /// Names a customer's action, so that a retry is recognised; unique in the account.
    pub request_id: Option<&'a str>,
    /// What happened, in order.
    pub events: &'a [Event],
    /// The account afterwards.
    pub after: &'a Account,
    /// The wall clock.
    pub recorded_at: Instant,
    /// How it concerns an import.
    pub import: Option<ImportChange>,
}

/// Takes the write lock from the beginning: a read that turns into a write could fail half-way.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// Opens an account: its row, then its first write.
pub(crate) async fn open_account(
    conn: &mut SqliteConnection,
    new: &NewAccount,
    write: &Write<'_>,
) -> Result<AccountId, LedgerError> {
    let mut tx = conn.begin_with(BEGIN).await?;
    let id = accounts::insert(&mut tx, new, write.after).await?;
    record(&mut tx, id, &ROOT, Funds::default(), write).await?;
    tx.commit().await?;
    Ok(id)
}

/// Records one action decided from `basis`.
pub(crate) async fn write(
    conn: &mut SqliteConnection,
    id: AccountId,
    basis: &Basis,
    write: &Write<'_>,
    step: Option<&StepChange>,
) -> Result<Basis, WriteError> {
    let mut tx = conn.begin_with(BEGIN).await?;
    if let Some(request_id) = write.request_id
        && let Some(done) = journal::find_request(&mut tx, id, request_id).await?
    {
        return Err(WriteError::AlreadyDone(done));
    }
    if journal::last_write(&mut tx, id).await? != Some(*basis) {
        return Err(WriteError::Stale);
    }
    let before = accounts::funds(&mut tx, id).await?;
    let basis = record(&mut tx, id, &basis.hash, before, write).await?;
    if let Some(step) = step {
        steps::apply(&mut tx, id, basis.write_id, write.after, step).await?;
    }
    tx.commit().await?;
    Ok(basis)
}

/// Stores all rows of a write. What others refer to comes first.
async fn record(
    conn: &mut SqliteConnection,
    id: AccountId,
    previous_hash: &[u8; 32],
    before: Funds,
    write: &Write<'_>,
) -> Result<Basis, LedgerError> {
    let (write_id, first_transaction) = journal::next_ids(conn).await?;
    let draft = Draft::of(write.events, write.after, before, first_transaction)?;
    let header = Header {
        account_id: id.0,
        write_id,
        kind: write.kind,
        request_id: write.request_id,
        at: write.after.now.timestamp(),
        recorded_at: write.recorded_at.timestamp(),
        first_transaction_id: first_transaction,
        transaction_count: i64::try_from(draft.transactions.len())?,
    };
    let mut chain = Chain::begin(previous_hash, &header);
    draft.transactions.iter().for_each(|transaction| chain.transaction(transaction));
    let hash = chain.finish();
    journal::insert_write(conn, &header, (previous_hash, &hash), draft.funds).await?;
    store_state(conn, id, write.after, &draft).await?;
    store_history(conn, id, write_id, &draft).await?;
    if let Some(change) = &write.import {
        imports::apply(conn, id, write_id, change).await?;
    }
    Ok(Basis { write_id, hash })
}

async fn store_state(
    conn: &mut SqliteConnection,
    id: AccountId,
    after: &Account,
    draft: &Draft<'_>,
) -> Result<(), LedgerError> {
    let touched = &draft.touched;
    accounts::update(conn, id, after).await?;
    resources::save(conn, id, after, touched.resources.iter().copied()).await?;
    let applications: Vec<_> = touched.applications.iter().copied().collect();
    lifecycle::save_applications(conn, id, after, &applications).await?;
    if touched.levels {
        levels::save(conn, id, after).await?;
    }
    if touched.past_arrears {
        lifecycle::save_past_arrears(conn, id, after).await?;
    }
    resources::insert_projects(conn, id, after, touched.projects.iter().copied()).await?;
    lifecycle::save_attended(conn, id, after, touched.attended.iter().copied()).await?;
    packages::save(conn, id, after, touched.packages.iter().copied()).await?;
    packages::shorten(conn, id, after, &touched.shortened).await?;
    vouchers::save(conn, id, after, touched.vouchers.iter().copied()).await?;
    charges::insert(conn, id, &draft.charges).await?;
    charges::update_owed(conn, id, after, touched.paid.iter().copied()).await?;
    charges::save_open(conn, id, after, touched.open.iter().copied(), touched.settled_at).await?;
    charges::save_counters(conn, id, after, touched.counters.iter().copied()).await
}

async fn store_history(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    draft: &Draft<'_>,
) -> Result<(), LedgerError> {
    journal::insert_transactions(conn, id, write_id, &draft.transactions).await?;
    packages::insert_deductions(conn, id, &draft.deductions).await?;
    packages::insert_purchases(conn, id, &draft.purchases).await?;
    refunds::insert(conn, id, &draft.refunds).await?;
    usage::insert_segments(conn, id, write_id, &draft.segments).await?;
    corrections::insert(conn, id, write_id, &draft.corrections).await?;
    usage::add_sums(conn, id, &draft.sums.usage).await?;
    bills::add_totals(conn, id, &draft.sums.totals).await?;
    draft.sums.priced.store(conn, id).await?;
    bills::add_lines(conn, id, &draft.sums.lines).await?;
    bills::close_days(conn, id, &draft.sums.closing).await?;
    notices::insert(conn, id, write_id, &draft.notices).await
}
