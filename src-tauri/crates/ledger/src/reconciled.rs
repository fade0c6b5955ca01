//! Bills of providers that were compared with the own ones, and which bills are locked after it.

use std::ops::Range;

use billing::{ChargeAmount, Instant, Money, zone::Month};

use crate::{
    AccountId, Ledger, LedgerError,
    columns::{RowOf, month_number, stored},
};

/// A comparison that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// Which month.
    pub bill: Month,
    /// When, on the wall clock.
    pub at: Instant,
    /// Who, as the system says; empty when it does not.
    pub who: String,
    /// The name of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
    /// What kind of file it was taken for.
    pub form: String,
    /// How many rows were compared.
    pub row_count: u64,
    /// How many of them differ.
    pub differing: u64,
    /// What the own meter says.
    pub ours: ChargeAmount,
    /// What the provider says.
    pub theirs: ChargeAmount,
}

/// A bill that was locked or unlocked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillLock {
    /// Which month.
    pub bill: Month,
    /// The comparison it was locked after, by its number; absent when it was unlocked.
    pub reconciliation: Option<u64>,
    /// When, on the wall clock.
    pub at: Instant,
    /// Who, as the system says; empty when it does not.
    pub who: String,
    next_charge: i64,
    next_correction: i64,
}

/// What came to the period of a bill after it was locked. It is on the bill of another month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterLock {
    /// When the money moved.
    pub at: Instant,
    /// The month of its own bill.
    pub bill: Month,
    /// What moved; negative when it was given back.
    pub moved: Money,
}

impl BillLock {
    /// Whether the bill was locked, and not unlocked.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.reconciliation.is_some()
    }
}

impl Ledger {
    /// Keeps a comparison with its rows that differ, and gives its number.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be written.
    pub async fn keep_reconciliation(
        &self,
        account: AccountId,
        told: &Reconciliation,
        rows: &str,
    ) -> Result<u64, LedgerError> {
        let (bill, at, digest) = (month_number(told.bill), told.at.timestamp(), told.digest.as_slice());
        let (row_count, differing) = (stored(told.row_count)?, stored(told.differing)?);
        let (ours, theirs) = (units(told.ours)?, units(told.theirs)?);
        let number = sqlx::query_scalar!(
            r#"
            INSERT INTO reconciliations (account_id, number, bill, at, who, file, digest, form, row_count, differing,
                                         ours_units, theirs_units, rows)
            VALUES (?1, (SELECT IFNULL(MAX(number), 0) + 1 FROM reconciliations WHERE account_id = ?1), ?2, ?3, ?4, ?5, ?6,
                    ?7, ?8, ?9, ?10, ?11, ?12)
            RETURNING number AS "number!: i64"
            "#,
            account.0,
            bill,
            at,
            told.who,
            told.file,
            digest,
            told.form,
            row_count,
            differing,
            ours,
            theirs,
            rows
        )
        .fetch_one(&mut *self.writer().await?)
        .await?;
        RowOf { table: "reconciliations", id: number }.count("number", number)
    }

    /// Every comparison of an account that was kept, oldest first; the first is number 1.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn reconciliations(&self, account: AccountId) -> Result<Vec<Reconciliation>, LedgerError> {
        let rows = sqlx::query!(
            r#"
            SELECT number, bill, at, who, file, digest, form, row_count, differing, ours_units, theirs_units
            FROM reconciliations
            WHERE account_id = ?1
            ORDER BY number
            "#,
            account.0
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let kept = rows.into_iter().map(|row| {
            let of = RowOf { table: "reconciliations", id: row.number };
            Ok(Reconciliation {
                bill: of.month("bill", row.bill)?,
                at: of.instant("at", row.at)?,
                who: row.who,
                file: row.file,
                digest: row.digest.try_into().map_err(|_| of.corrupt("digest"))?,
                form: row.form,
                row_count: of.count("row_count", row.row_count)?,
                differing: of.count("differing", row.differing)?,
                ours: ChargeAmount::from_units(row.ours_units),
                theirs: ChargeAmount::from_units(row.theirs_units),
            })
        });
        kept.collect()
    }

    /// The rows of a comparison that differ, as they were kept.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn reconciled_rows(&self, account: AccountId, number: u64) -> Result<String, LedgerError> {
        let number = stored(number)?;
        let rows = sqlx::query_scalar!(
            "SELECT rows FROM reconciliations WHERE account_id = ?1 AND number = ?2",
            account.0,
            number
        );
        Ok(rows.fetch_one(&mut *self.reader().await?).await?)
    }

    /// Locks a bill after a comparison, or unlocks it without one.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be written.
    pub async fn lock_bill(
        &self,
        account: AccountId,
        bill: Month,
        reconciliation: Option<u64>,
        (at, who): (Instant, &str),
    ) -> Result<(), LedgerError> {
        let (bill, at) = (month_number(bill), at.timestamp());
        let reconciliation = reconciliation.map(stored).transpose()?;
        sqlx::query!(
            r#"
            INSERT INTO bill_locks (account_id, number, bill, reconciliation, at, who, next_charge, next_correction)
            VALUES (?1, (SELECT IFNULL(MAX(number), 0) + 1 FROM bill_locks WHERE account_id = ?1), ?2, ?3, ?4, ?5,
                    (SELECT IFNULL(MAX(number), -1) + 1 FROM charges WHERE account_id = ?1),
                    (SELECT IFNULL(MAX(number), -1) + 1 FROM corrections WHERE account_id = ?1))
            "#,
            account.0,
            bill,
            reconciliation,
            at,
            who
        )
        .execute(&mut *self.writer().await?)
        .await?;
        Ok(())
    }

    /// Every bill of an account that was locked or unlocked, oldest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn bill_locks(&self, account: AccountId) -> Result<Vec<BillLock>, LedgerError> {
        let rows = sqlx::query!(
            r#"
            SELECT number, bill, reconciliation, at, who, next_charge, next_correction
            FROM bill_locks
            WHERE account_id = ?1
            ORDER BY number
            "#,
            account.0
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let locks = rows.into_iter().map(|row| {
            let of = RowOf { table: "bill_locks", id: row.number };
            let reconciliation = row.reconciliation.map(|number| of.count("reconciliation", number));
            Ok(BillLock {
                bill: of.month("bill", row.bill)?,
                reconciliation: reconciliation.transpose()?,
                at: of.instant("at", row.at)?,
                who: row.who,
                next_charge: row.next_charge,
                next_correction: row.next_correction,
            })
        });
        locks.collect()
    }

    /// What came to usage of a stretch of time – the month of the bill – after it was locked, oldest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn after_lock(
        &self,
        account: AccountId,
        lock: &BillLock,
        span: Range<Instant>,
    ) -> Result<Vec<AfterLock>, LedgerError> {
        let (from, until) = (span.start.timestamp(), span.end.timestamp());
        let rows = sqlx::query!(
            r#"
            SELECT settles_at AS "at!: i64", bill AS "bill!: i64", due_cents AS "cents!: i64"
            FROM charges
            WHERE account_id = ?1 AND period >= ?2 AND period < ?3 AND number >= ?4
            UNION ALL
            SELECT k.at, k.bill, -(k.to_vouchers_cents + k.to_arrears_cents + k.to_credit_cents + k.to_balance_cents)
            FROM corrections AS k
            JOIN charges AS c ON c.account_id = k.account_id AND c.number = k.charge
            WHERE k.account_id = ?1 AND k.number >= ?5 AND c.period >= ?2 AND c.period < ?3
            ORDER BY 1
            "#,
            account.0,
            from,
            until,
            lock.next_charge,
            lock.next_correction
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let later = rows.into_iter().map(|row| {
            let of = RowOf { table: "bill_locks", id: row.at };
            let (at, bill) = (of.instant("at", row.at)?, of.month("bill", row.bill)?);
            Ok(AfterLock { at, bill, moved: Money::from_cents(row.cents) })
        });
        later.collect()
    }
}

fn units(amount: ChargeAmount) -> Result<i64, LedgerError> {
    amount.units().map_err(|_| LedgerError::TooLarge)
}
