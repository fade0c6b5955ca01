//! Derives everything again from the journal and the usage, and names the first difference.
//!
//! The file itself comes first. Then, account by account: the journal from its first write to its last – hashes,
//! seals, sums, and what the postings leave –, the packages, and the usage window by window with the charges, sums and
//! bills it leads to. All of it is read page by page in one read transaction: memory does not grow with the years, and
//! a writer does not disturb it.
//!
//! What is not derived: what the customer set (credit limit, alerts, switches), stages of past arrears, notices, and what
//! imports are recognised by.

mod attendance;
mod chain;
mod charges;
mod file;
mod findings;
mod imports;
mod journal;
mod lines;
mod money;
mod packages;
mod payments;
mod priced;
mod sums;
mod usage;

use billing::{Instant, engine::due::Phase};
use sqlx::{Connection, SqliteConnection};

use crate::{
    AccountId, Ledger, LedgerError,
    accounts::{self, Calendar},
    columns::RowOf,
};
use findings::{Check, Findings};

/// So many rows are read at once.
const PAGE: i64 = 10_000;

/// How much was compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Accounts.
    pub accounts: u64,
    /// Writes of the hash chain.
    pub writes: u64,
    /// Transactions, each sealed and balanced.
    pub transactions: u64,
    /// Charges, each derived from its usage.
    pub charges: u64,
    /// Packages, each with the quota its postings leave.
    pub packages: u64,
    /// Sums of usage, bills and balances.
    pub sums: u64,
}

/// The first place at which the books contradict themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs, as a stable name: `balance`.
    pub what: &'static str,
    /// Where: account and row.
    pub place: String,
    /// What the journal and the usage give.
    pub expected: String,
    /// What is stored.
    pub found: String,
}

/// The outcome of deriving the books again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// How much was compared.
    pub checked: Checked,
    /// Where the books first contradict themselves, if they do.
    pub first_difference: Option<Difference>,
}

impl Ledger {
    /// Derives the books of one account, or of all, again. What comes later is not compared once the file, the journal
    /// or an account before contradicts itself.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read; contradictions are in the report.
    pub async fn verify(&self, account: Option<AccountId>) -> Result<VerifyReport, LedgerError> {
        self.verify_telling(account, &|_| ()).await
    }

    /// The same, telling on the way how much was compared; [`Self::extent`] is what it comes to.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read; contradictions are in the report.
    pub async fn verify_telling(
        &self,
        account: Option<AccountId>,
        hears: &(dyn Fn(Checked) + Send + Sync),
    ) -> Result<VerifyReport, LedgerError> {
        let mut connection = file::connect(&mut *self.reader().await?).await?;
        let mut tx = connection.begin().await?;
        let mut findings = Findings::told_to(hears);
        let derived = derive(&mut tx, account, &mut findings).await;
        // Whatever was found, nothing was written.
        tx.rollback().await?;
        connection.close().await?;
        match derived {
            Ok(()) => {}
            Err(LedgerError::Corrupt { table, id, column }) => findings.note(
                Check::Value,
                format_args!("{table} {id}"),
                format_args!("a {column} that can be"),
                "one that cannot",
            ),
            Err(LedgerError::Damaged) => {
                findings.note(
                    Check::File,
                    "the file",
                    "pages that agree",
                    "pages that contradict each other",
                );
            }
            Err(error) => return Err(error),
        }
        Ok(findings.into_report())
    }
}

/// The account that is being verified.
#[derive(Clone, Copy, Debug)]
struct Scope {
    id: i64,
    calendar: Calendar,
    now_at: i64,
    phase: i64,
}

impl Scope {
    async fn of(conn: &mut SqliteConnection, account: AccountId) -> Result<Self, LedgerError> {
        let calendar = accounts::calendar(conn, account).await?;
        let row = sqlx::query!("SELECT now_at, phase FROM accounts WHERE id = ?1", account.0)
            .fetch_one(conn)
            .await?;
        Ok(Self { id: account.0, calendar, now_at: row.now_at, phase: row.phase })
    }

    /// Whether what falls due at an instant, in a phase, has run.
    fn has_run(&self, at: i64, phase: Phase) -> bool {
        (at, phase as i64) <= (self.now_at, self.phase)
    }

    /// An instant as people at the provider read it.
    fn show(&self, seconds: i64) -> String {
        let at = Instant::from_timestamp(seconds, 0);
        at.map_or_else(|| seconds.to_string(), |at| self.calendar.zone.format(at))
    }

    fn instant(&self, column: &'static str, seconds: i64) -> Result<Instant, LedgerError> {
        RowOf { table: "account", id: self.id }.instant(column, seconds)
    }
}

async fn derive(
    conn: &mut SqliteConnection,
    account: Option<AccountId>,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    file::check(conn, findings).await?;
    let accounts = match account {
        Some(account) => vec![account],
        None => accounts::list(conn).await?.into_iter().map(|header| header.id).collect(),
    };
    for account in accounts {
        if !findings.is_clean() {
            return Ok(());
        }
        let scope = Scope::of(conn, account).await?;
        derive_account(conn, &scope, findings).await?;
        findings.checked.accounts += 1;
    }
    Ok(())
}

async fn derive_account(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let Some(mut moved) = chain::check(conn, scope, findings).await? else { return Ok(()) };
    money::check(conn, scope, &moved, findings).await?;
    money::check_vouchers(conn, scope, &mut moved, findings).await?;
    packages::check(conn, scope, &moved, findings).await?;
    usage::check(conn, scope, findings).await?;
    lines::check(conn, scope, findings).await?;
    money::check_days(conn, scope, moved, findings).await
}
