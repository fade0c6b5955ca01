//! The journal: transactions in order with their postings, and what they leave.

use std::collections::BTreeMap;

use billing::{
    Money,
    journal::{
        Commodity, Posting,
        names::{self, QUOTA_OF, QUOTA_USED_BY, SETTLEMENT, VOUCHER_OF},
        settlement_postings,
    },
    settlement::pay::Payment,
};
use sqlx::SqliteConnection;

use super::{
    PAGE, Scope,
    findings::{Check, Figures, Findings},
};
use crate::{
    LedgerError, accounts::Funds, columns::RowOf, journal::TransactionRow, screens::usage::Width, vouchers,
    write::sums::start,
};

/// A transaction as it is stored.
#[derive(Debug)]
pub(super) struct Entry {
    pub write_id: i64,
    pub sealed: bool,
    pub row: TransactionRow,
}

impl Entry {
    /// A transaction is sealed, has two postings at least, and each commodity sums to zero.
    pub fn check(&self, scope: &Scope, findings: &mut Findings<'_>) {
        let sum = |commodity| -> i128 {
            let of = self.row.postings.iter().filter(|posting| posting.commodity == commodity);
            of.map(|posting| i128::from(posting.units)).sum()
        };
        let enough = self.row.postings.len() >= 2;
        findings.compare(
            Check::Transaction,
            format_args!("account {} transaction {}", scope.id, self.row.id),
            ["sealed", "two postings", "sum of cents", "sum of calls"],
            [1, 1, 0, 0],
            [self.sealed.into(), enough.into(), sum(Commodity::Money), sum(Commodity::Calls)],
        );
    }
}

/// Reads the transactions of an account by number.
#[derive(Debug)]
pub(super) struct Journal {
    account: i64,
    after: i64,
    page: std::vec::IntoIter<Entry>,
}

impl Journal {
    pub fn of(scope: &Scope) -> Self {
        Self { account: scope.id, after: i64::MIN, page: Vec::new().into_iter() }
    }

    pub async fn next(&mut self, conn: &mut SqliteConnection) -> Result<Option<Entry>, LedgerError> {
        if self.page.as_slice().is_empty() {
            let page = load(conn, self.account, self.after).await?;
            self.after = page.last().map_or(i64::MAX, |entry| entry.row.id);
            self.page = page.into_iter();
        }
        Ok(self.page.next())
    }
}

async fn load(conn: &mut SqliteConnection, account: i64, after: i64) -> Result<Vec<Entry>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT t.id AS "id!: i64", t.write_id AS "write_id!: i64", k.name AS "kind!: String", t.key AS "key?: String",
               t.subject AS "subject?: i64", t.at AS "at!: i64", t.balance_after_cents AS "balance_after?: i64",
               t.sealed AS "sealed!: i64", p.commodity AS "commodity?: i64", p.units AS "units?: i64",
               a.name AS "ledger_account?: String", CASE r.application WHEN 0 THEN r.service || '@' || r.region ELSE r.region END AS "charged?: String",
               c.due_cents AS "due?: i64", c.vouchers AS "vouchers?: String", c.from_balance_cents AS "from_balance?: i64",
               c.from_credit_cents AS "from_credit?: i64", c.unpaid_cents AS "unpaid?: i64"
        FROM (SELECT id, write_id, kind, key, subject, at, balance_after_cents, sealed
              FROM transactions
              WHERE account_id = ?1 AND id > ?2
              ORDER BY id
              LIMIT ?3) AS t
        JOIN transaction_kinds AS k ON k.id = t.kind
        LEFT JOIN postings AS p ON p.transaction_id = t.id
        LEFT JOIN charges AS c ON c.account_id = ?1 AND c.number = t.subject AND k.name = ?4
        LEFT JOIN resources AS r ON r.account_id = ?1 AND r.number = c.resource
        LEFT JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
        ORDER BY t.id
        "#,
        account,
        after,
        PAGE,
        SETTLEMENT
    )
    .fetch_all(conn)
    .await?;
    let mut entries: Vec<Entry> = Vec::new();
    for row in rows {
        if entries.last().is_none_or(|last| last.row.id != row.id) {
            // What a settlement moves stands in its charge.
            let settled = row.charged.as_deref().zip(row.due).map(|(charged, due)| {
                let [from_balance, from_credit, owed] = [row.from_balance, row.from_credit, row.unpaid]
                    .map(|cents| Money::from_cents(cents.unwrap_or_default()));
                // What is no list of vouchers leaves the transaction unbalanced.
                let vouchers = row.vouchers.as_deref().and_then(vouchers::from_text).unwrap_or_default();
                let payment = Payment { vouchers, from_balance, from_credit, owed };
                settlement_postings(charged, Money::from_cents(due), &payment)
            });
            let transaction = TransactionRow {
                id: row.id,
                kind: row.kind,
                key: row.key,
                subject: row.subject,
                at: row.at,
                balance_after: row.balance_after,
                postings: settled.unwrap_or_else(|| Vec::with_capacity(3)),
            };
            entries.push(Entry { write_id: row.write_id, sealed: row.sealed != 0, row: transaction });
        }
        let (Some(ledger_account), Some(commodity), Some(units)) =
            (row.ledger_account, row.commodity, row.units)
        else {
            continue;
        };
        let commodity = if commodity == 0 { Commodity::Money } else { Commodity::Calls };
        if let Some(last) = entries.last_mut() {
            last.row.postings.push(Posting { ledger_account, commodity, units });
        }
    }
    Ok(entries)
}

/// What a cycle of a package got and lost by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Turns {
    pub granted: i128,
    pub lapsed: i128,
    /// The transaction in which it ended; none while it lasts, or when nothing was left.
    pub ended_by: Option<i64>,
}

/// What the postings of an account leave.
#[derive(Debug, Default)]
pub(super) struct Moved {
    pub funds: Funds,
    /// The balance at the end of each day on which money moved.
    pub closing: BTreeMap<i64, Figures<2>>,
    /// Calls left, by package.
    pub quota: BTreeMap<i64, i128>,
    /// Cents left, by voucher.
    pub vouchers: BTreeMap<i64, Figures<1>>,
    /// By package and number of the cycle.
    pub turns: BTreeMap<(i64, i64), Turns>,
    /// Transactions in which packages paid for calls, or got them back.
    pub deductions: i128,
}

impl Moved {
    /// Follows one transaction.
    pub fn follow(
        &mut self,
        scope: &Scope,
        row: &TransactionRow,
        findings: &mut Findings<'_>,
    ) -> Result<(), LedgerError> {
        let mut moves_money = false;
        for posting in &row.postings {
            match posting.commodity {
                Commodity::Money => {
                    moves_money |= !names::is_of_vouchers(&posting.ledger_account);
                    self.follow_voucher(posting);
                    self.funds.post(&posting.ledger_account, posting.units)?;
                }
                Commodity::Calls => self.follow_quota(row, posting),
            }
        }
        let balance = moves_money.then_some(self.funds.balance);
        if balance != row.balance_after {
            let text =
                |balance: Option<i64>| balance.map_or("none".to_owned(), |cents| format!("{cents} cents"));
            findings.note(
                Check::Balance,
                format_args!("account {} transaction {}, the balance after it", scope.id, row.id),
                text(balance),
                text(row.balance_after),
            );
        }
        if moves_money {
            let at = RowOf { table: "transactions", id: row.id }.instant("at", row.at)?;
            let day = start(scope.calendar.zone, Width::Day, at);
            // An account that turned out to have begun before it was opened counts its days anew.
            drop(self.closing.split_off(&(day + 1)));
            self.closing.insert(day, [1, self.funds.balance.into()]);
        }
        Ok(())
    }

    fn follow_voucher(&mut self, posting: &Posting) {
        let voucher = posting.ledger_account.strip_prefix(VOUCHER_OF).and_then(|number| number.parse().ok());
        if let Some(voucher) = voucher {
            let [left] = self.vouchers.entry(voucher).or_default();
            *left += i128::from(posting.units);
        }
    }

    fn follow_quota(&mut self, row: &TransactionRow, posting: &Posting) {
        let units = i128::from(posting.units);
        if posting.ledger_account.starts_with(QUOTA_USED_BY) {
            self.deductions += 1;
        }
        let package = posting.ledger_account.strip_prefix(QUOTA_OF).and_then(|number| number.parse().ok());
        let Some(package) = package else { return };
        *self.quota.entry(package).or_default() += units;
        let Some((turn, cycle)) = row.key.as_deref().and_then(turn_of) else { return };
        let turns = self.turns.entry((package, cycle)).or_default();
        match turn {
            Turn::Begins => turns.granted += units,
            Turn::Ends => {
                turns.lapsed -= units;
                turns.ended_by = Some(row.id);
            }
        }
    }
}

enum Turn {
    Begins,
    Ends,
}

/// Which cycle begins or ends by the key of a transaction, `begin:package:cycle` or `end:package:cycle`.
fn turn_of(key: &str) -> Option<(Turn, i64)> {
    let (turn, rest) = match key.strip_prefix("begin:") {
        Some(rest) => (Turn::Begins, rest),
        None => (Turn::Ends, key.strip_prefix("end:")?),
    };
    Some((turn, rest.split_once(':')?.1.parse().ok()?))
}
