//! Money that moved for charges, packages and corrections: each posting with the row it was made for, and the debts that
//! the postings leave.

use std::collections::BTreeMap;

use billing::journal::{
    Commodity, Posting,
    names::{ARREARS, BALANCE, CREDIT, SETTLEMENT, VOUCHER_OF},
};
use sqlx::SqliteConnection;

use super::{
    PAGE, Scope,
    findings::{Check, Findings},
};
use crate::{AccountId, LedgerError, charges, journal::TransactionRow};

/// A row that money moved for.
struct Paid {
    number: i64,
    /// What the transaction is about: the charge or the package.
    subject: i64,
    at: i64,
    period: i64,
    vouchers: i64,
    from_balance: i64,
    from_credit: i64,
    unpaid: i64,
}

#[derive(Clone, Copy, Debug)]
enum Table {
    Charges,
    Purchases,
    Corrections,
    Refunds,
}

/// Reads what money moved for by number, which is the order of the journal.
struct Rows {
    table: Table,
    after: i64,
    page: std::vec::IntoIter<Paid>,
}

impl Rows {
    fn of(table: Table) -> Self {
        Self { table, after: -1, page: Vec::new().into_iter() }
    }

    async fn next(&mut self, conn: &mut SqliteConnection, account: i64) -> Result<Option<Paid>, LedgerError> {
        if self.page.as_slice().is_empty() {
            let page = match self.table {
                Table::Charges => load_charges(conn, account, self.after).await?,
                Table::Purchases => load_purchases(conn, account, self.after).await?,
                Table::Corrections => load_corrections(conn, account, self.after).await?,
                Table::Refunds => load_refunds(conn, account, self.after).await?,
            };
            self.after = page.last().map_or(i64::MAX, |paid| paid.number);
            self.page = page.into_iter();
        }
        Ok(self.page.next())
    }
}

/// Compares the journal with what money moved for.
pub(super) struct Payments {
    account: i64,
    charges: Rows,
    purchases: Rows,
    corrections: Rows,
    refunds: Rows,
    /// What is owed by period, settlement instant and charge: the order in which it is paid.
    debts: BTreeMap<(i64, i64, i64), i128>,
    arrears_since: Option<i64>,
}

impl Payments {
    pub fn of(scope: &Scope) -> Self {
        Self {
            account: scope.id,
            charges: Rows::of(Table::Charges),
            purchases: Rows::of(Table::Purchases),
            corrections: Rows::of(Table::Corrections),
            refunds: Rows::of(Table::Refunds),
            debts: BTreeMap::new(),
            arrears_since: None,
        }
    }

    /// Follows one transaction.
    pub async fn follow(
        &mut self,
        conn: &mut SqliteConnection,
        scope: &Scope,
        row: &TransactionRow,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let Some(moved) = Movement::of(row) else { return Ok(()) };
        match row.kind.as_str() {
            SETTLEMENT => {
                let paid = self.charges.next(conn, self.account).await?;
                if let Some(paid) = paid.as_ref().filter(|_| moved.arrears < 0) {
                    if self.debts.is_empty() {
                        self.arrears_since = Some(row.at);
                    }
                    self.debts.insert((paid.period, paid.at, paid.number), -moved.arrears);
                }
                moved.compare_payment(scope, Check::Settlement, "charge", paid, findings);
            }
            "purchase" | "renewal" => {
                let paid = self.purchases.next(conn, self.account).await?;
                moved.compare_payment(scope, Check::Purchase, "purchase", paid, findings);
            }
            "correction" => {
                let paid = self.corrections.next(conn, self.account).await?;
                moved.compare_payment(scope, Check::Correction, "correction", paid, findings);
                self.pay_debts(moved.arrears);
            }
            "refund" => {
                let paid = self.refunds.next(conn, self.account).await?;
                moved.compare_payment(scope, Check::Purchase, "refund", paid, findings);
                self.pay_debts(moved.arrears);
            }
            _ => self.pay_debts(moved.arrears),
        }
        Ok(())
    }

    /// Money that came in pays the oldest debts first.
    fn pay_debts(&mut self, mut cents: i128) {
        while cents > 0
            && let Some(mut oldest) = self.debts.first_entry()
        {
            let part = cents.min(*oldest.get());
            cents -= part;
            *oldest.get_mut() -= part;
            if *oldest.get() == 0 {
                oldest.remove();
            }
        }
        if self.debts.is_empty() {
            self.arrears_since = None;
        }
    }

    /// After the last transaction nothing is left that money should have moved for, and the debts are those stored.
    pub async fn finish(
        mut self,
        conn: &mut SqliteConnection,
        scope: &Scope,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let rest = [
            (Check::Settlement, "charge", &mut self.charges),
            (Check::Purchase, "purchase", &mut self.purchases),
            (Check::Correction, "correction", &mut self.corrections),
            (Check::Purchase, "refund", &mut self.refunds),
        ];
        for (check, name, rows) in rest {
            if let Some(paid) = rows.next(conn, self.account).await? {
                let place = format!("account {} {name} {}", scope.id, paid.number);
                findings.note(check, place, "money that moved for it", "none");
            }
        }
        let debts = charges::debts(conn, AccountId(self.account)).await?;
        let found = debts.into_iter().map(|debt| {
            let number = i64::try_from(debt.charge.0).unwrap_or(i64::MAX);
            let key = (debt.period.timestamp(), debt.settled_at.timestamp(), number);
            (key, [i128::from(debt.owed.cents())])
        });
        let expected = self.debts.into_iter().map(|(key, cents)| (key, [cents])).collect();
        findings.compare_rows(Check::Debt, ["owed cents"], expected, found, |(_, _, number)| {
            format!("account {} charge {number}", scope.id)
        });
        let since = sqlx::query_scalar!("SELECT arrears_since FROM accounts WHERE id = ?1", self.account)
            .fetch_one(conn)
            .await?;
        if since != self.arrears_since {
            let text = |at: Option<i64>| at.map_or_else(|| "none".to_owned(), |at| scope.show(at));
            let place = format!("account {}", scope.id);
            findings.note(Check::ArrearsSince, place, text(self.arrears_since), text(since));
        }
        Ok(())
    }
}

/// What one transaction did to the account's money.
struct Movement {
    transaction: i64,
    subject: i128,
    at: i64,
    vouchers: i128,
    balance: i128,
    credit: i128,
    arrears: i128,
}

impl Movement {
    /// Nothing for a transaction of quota.
    fn of(row: &TransactionRow) -> Option<Self> {
        let money = |posting: &&Posting| posting.commodity == Commodity::Money;
        row.postings.iter().find(money)?;
        let sum = |name: &str| -> i128 {
            let of = row.postings.iter().filter(money).filter(|posting| match name {
                VOUCHER_OF => posting.ledger_account.starts_with(VOUCHER_OF),
                name => posting.ledger_account == name,
            });
            of.map(|posting| i128::from(posting.units)).sum()
        };
        Some(Self {
            transaction: row.id,
            subject: row.subject.map_or(-1, i128::from),
            at: row.at,
            vouchers: sum(VOUCHER_OF),
            balance: sum(BALANCE),
            credit: sum(CREDIT),
            arrears: sum(ARREARS),
        })
    }

    fn compare_payment(
        &self,
        scope: &Scope,
        check: Check,
        name: &'static str,
        paid: Option<Paid>,
        findings: &mut Findings<'_>,
    ) {
        let Some(paid) = self.found(scope, check, name, paid, findings) else { return };
        findings.compare(
            check,
            format_args!("account {} {name} {}, transaction {}", scope.id, paid.number, self.transaction),
            [
                "subject",
                "at",
                "from_vouchers_cents",
                "from_balance_cents",
                "from_credit_cents",
                "unpaid_cents",
            ],
            [self.subject, self.at.into(), -self.vouchers, -self.balance, -self.credit, -self.arrears],
            [paid.subject, paid.at, paid.vouchers, paid.from_balance, paid.from_credit, paid.unpaid]
                .map(i128::from),
        );
    }

    fn found(
        &self,
        scope: &Scope,
        check: Check,
        name: &str,
        paid: Option<Paid>,
        findings: &mut Findings<'_>,
    ) -> Option<Paid> {
        if paid.is_none() {
            let place = format!("account {} transaction {}", scope.id, self.transaction);
            findings.note(check, place, format_args!("a {name} that it moves money for"), "none");
        }
        paid
    }
}

/// Charges without money have no transaction.
async fn load_charges(
    conn: &mut SqliteConnection,
    account: i64,
    after: i64,
) -> Result<Vec<Paid>, LedgerError> {
    let rows = sqlx::query_as!(
        Paid,
        r#"
        SELECT number, number AS "subject!: i64", settles_at AS "at!: i64", period,
               from_vouchers_cents AS vouchers, from_balance_cents AS from_balance, from_credit_cents AS from_credit,
               unpaid_cents AS unpaid
        FROM charges
        WHERE account_id = ?1 AND number > ?2 AND due_cents <> 0
        ORDER BY number
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

/// Packages that were granted have no transaction.
async fn load_purchases(
    conn: &mut SqliteConnection,
    account: i64,
    after: i64,
) -> Result<Vec<Paid>, LedgerError> {
    let rows = sqlx::query_as!(
        Paid,
        r#"
        SELECT number, package AS subject, at, at AS "period!: i64", from_vouchers_cents AS vouchers,
               from_balance_cents AS from_balance,
               from_credit_cents AS from_credit, 0 AS "unpaid!: i64"
        FROM purchases
        WHERE account_id = ?1 AND number > ?2 AND price_cents <> 0
        ORDER BY number
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

/// Corrections that rounding swallows have no transaction. What is given back is a payment below zero.
async fn load_corrections(
    conn: &mut SqliteConnection,
    account: i64,
    after: i64,
) -> Result<Vec<Paid>, LedgerError> {
    let rows = sqlx::query_as!(
        Paid,
        r#"
        SELECT number, charge AS subject, at, at AS "period!: i64", -to_balance_cents AS "from_balance!: i64",
               -to_vouchers_cents AS "vouchers!: i64",
               -to_credit_cents AS "from_credit!: i64", -to_arrears_cents AS "unpaid!: i64"
        FROM corrections
        WHERE account_id = ?1 AND number > ?2 AND due_cents <> 0
        ORDER BY number
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

/// What is given back is a payment below zero.
async fn load_refunds(
    conn: &mut SqliteConnection,
    account: i64,
    after: i64,
) -> Result<Vec<Paid>, LedgerError> {
    let rows = sqlx::query_as!(
        Paid,
        r#"
        SELECT number, package AS subject, at, at AS "period!: i64", -to_balance_cents AS "from_balance!: i64",
               -to_vouchers_cents AS "vouchers!: i64",
               -to_credit_cents AS "from_credit!: i64", -to_arrears_cents AS "unpaid!: i64"
        FROM refunds
        WHERE account_id = ?1 AND number > ?2 AND amount_cents <> 0
        ORDER BY number
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
