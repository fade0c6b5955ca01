//! One value changed behind the program's back, and what has to be said of it.

use std::path::Path;

use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

/// A change, and where it has to show.
pub struct Tampering {
    pub sql: &'static str,
    pub what: &'static str,
    /// Part of the place.
    pub place: &'static str,
}

impl Tampering {
    /// Changes the file without any of its guards.
    pub async fn carry_out(&self, path: &Path) -> Result<(), String> {
        let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
        let options = options.pragma("ignore_check_constraints", "ON");
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        let triggers: Vec<String> =
            sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                .fetch_all(&mut connection)
                .await
                .unwrap();
        for trigger in triggers {
            let drop = sqlx::AssertSqlSafe(format!("DROP TRIGGER {trigger}"));
            sqlx::query(drop).execute(&mut connection).await.unwrap();
        }
        let changed =
            sqlx::query(self.sql).execute(&mut connection).await.map_err(|error| error.to_string())?;
        connection.close().await.unwrap();
        if changed.rows_affected() == 0 { Err("nothing was changed".into()) } else { Ok(()) }
    }
}

const fn change(sql: &'static str, what: &'static str, place: &'static str) -> Tampering {
    Tampering { sql, what, place }
}

pub const TAMPERINGS: &[Tampering] = &[
    // The file.
    change("UPDATE accounts SET credit_limit_cents = -1", "file", "the file"),
    change("UPDATE notices SET write_id = 999", "reference", "notices"),
    change("UPDATE enabled_spans SET resource = 77 WHERE resource = 1", "reference", "enabled_spans"),
    // The chain.
    change("UPDATE writes SET hash = zeroblob(32) WHERE id = 3", "write", "account 1 write 3"),
    change("UPDATE writes SET previous_hash = zeroblob(32) WHERE id = 4", "write", "account 1 write 4"),
    change("UPDATE writes SET kind = 'gift' WHERE id = 5", "write", "account 1 write 5"),
    change("UPDATE writes SET recorded_at = recorded_at + 1 WHERE id = 6", "write", "account 1 write 6"),
    change("UPDATE writes SET request_id = 'x' WHERE id = 6", "write", "account 1 write 6"),
    change("DELETE FROM writes WHERE id = (SELECT MAX(id) FROM writes)", "reference", ""),
    change("UPDATE ledger_accounts SET name = 'Assets:Elsewhere' WHERE name = 'Assets:Balance'", "write", "write 1"),
    change("UPDATE transaction_kinds SET name = 'gift' WHERE name = 'settlement'", "transaction", "account 1 transaction"),
    change("UPDATE resources SET region = 'elsewhere' WHERE number = 0", "write", "account 1 write"),
    change("UPDATE transactions SET at = at + 1 WHERE id = 2", "write", "account 1 write"),
    change("UPDATE transactions SET subject = 9 WHERE id = 2", "write", "account 1 write"),
    change("UPDATE transactions SET key = 'begin:0:1' WHERE key = 'begin:0:0'", "write", "account 1 write"),
    change("UPDATE transactions SET balance_after_cents = 1 WHERE id = 1", "write", "account 1 write 1"),
    change("UPDATE postings SET units = units * 2 WHERE transaction_id = 1", "write", "account 1 write 1"),
    // Transactions.
    change("UPDATE transactions SET sealed = 0 WHERE id = 4", "transaction", "account 1 transaction 4"),
    change("UPDATE postings SET units = 1 WHERE transaction_id = 1 AND units > 0", "transaction", "transaction 1"),
    change("UPDATE transactions SET write_id = 1 WHERE id = 3", "transaction", "account 1 write"),
    change(
        "INSERT INTO transactions (id, write_id, account_id, kind, at, sealed) VALUES (9999, 1, 1, 1, 0, 1)",
        "transaction",
        "account 1 transaction 9999",
    ),
    change("UPDATE writes SET balance_cents = balance_cents + 1 WHERE id = 4", "known", "account 1 write 4"),
    change("UPDATE writes SET credit_drawn_cents = 1 WHERE id = 2", "known", "account 1 write 2"),
    change("UPDATE writes SET owed_cents = 1 WHERE id = 2", "known", "account 1 write 2"),
    // Money.
    change("UPDATE accounts SET balance_cents = balance_cents + 1", "balance", "account 1"),
    change("UPDATE accounts SET credit_drawn_cents = credit_drawn_cents - 1", "credit-drawn", "account 1"),
    change("UPDATE accounts SET arrears_since = arrears_since + 3600", "arrears-since", "account 1"),
    change("UPDATE accounts SET now_at = now_at + 1", "clock", "account 1"),
    change("UPDATE charges SET owed_cents = owed_cents - 1 WHERE owed_cents > 1", "arrears", "account 1"),
    change(
        "UPDATE charges SET owed_cents = owed_cents + IIF(number = (SELECT MAX(number) FROM charges
           WHERE owed_cents > 0), -1, IIF(number = (SELECT MIN(number) FROM charges WHERE owed_cents > 0), 1, 0))",
        "debt",
        "account 1 charge",
    ),
    change(
        "UPDATE charges SET from_balance_cents = from_balance_cents - 1, from_credit_cents = from_credit_cents + 1
         WHERE number = 3",
        "write",
        "account 1 write",
    ),
    change(
        "UPDATE purchases SET from_balance_cents = from_balance_cents - 1, from_credit_cents = from_credit_cents + 1
         WHERE number = 0",
        "purchase",
        "account 1 purchase 0, transaction",
    ),
    change("UPDATE purchases SET at = at + 1 WHERE number = 1", "purchase", "account 1 purchase 1"),
    change("UPDATE purchases SET cycle_count = 5 WHERE number = 2", "purchase", "account 1 package 2"),
    change(
        "UPDATE corrections SET to_balance_cents = to_balance_cents - 1, to_credit_cents = to_credit_cents + 1",
        "correction",
        "account 1 correction 0, transaction",
    ),
    // Packages.
    change("UPDATE cycles SET used = used - 1 WHERE used > 0", "cycle", "account 1 package 0 cycle 0"),
    change("UPDATE cycles SET lapsed = lapsed - 1 WHERE lapsed > 0", "cycle", "account 1 package 1 cycle 0"),
    change("UPDATE cycles SET quota = quota + 1 WHERE package = 3", "cycle", "account 1 package 3 cycle 0"),
    change("UPDATE cycles SET begun = 1 WHERE package = 3", "cycle", "account 1 package 3 cycle 0"),
    change("UPDATE cycles SET ended = 0 WHERE package = 1", "cycle", "account 1 package 1 cycle 0"),
    change("UPDATE packages SET quota = quota + 1 WHERE number = 0", "cycle", "account 1 package 0 cycle 0"),
    change("UPDATE deductions SET calls = calls + 1 WHERE package = 0", "deduction", "account 1 package 0"),
    change("UPDATE deductions SET cycle = 1 WHERE package = 0", "deduction", "account 1 package 0"),
    change("UPDATE deductions SET returned = 0 WHERE returned = 1", "deduction", "account 1 package 0"),
    change("UPDATE deductions SET remaining = remaining + 1 WHERE package = 2", "deduction", "account 1 package 2"),
    change("UPDATE deductions SET from_lapsed = 0 WHERE from_lapsed > 0", "deduction", "account 1 package 1"),
    change("UPDATE deductions SET occurred_at = occurred_at + 1 WHERE package = 2", "usage", "resource 2"),
    change("DELETE FROM deductions WHERE package = 2", "deduction", "account 1 deductions"),
    // Usage and charges.
    change("UPDATE usage_segments SET billable = billable + 1 WHERE billable = 2", "usage", "account 1 usage of"),
    change("UPDATE usage_segments SET failed = failed + 1 WHERE failed = 3", "usage-sum", "resource 1"),
    change("UPDATE usage_segments SET uncovered = 1 WHERE failed = 3", "usage-sum", "resource 1"),
    change("UPDATE usage_segments SET parts = 'words' WHERE failed = 3", "usage", "account 1 usage of"),
    change("UPDATE usage_segments SET taken_out = 0 WHERE taken_out = 1 AND parts <> ''", "charge", "account 1 charge"),
    change("UPDATE usage_segments SET taken_out = 0 WHERE taken_out = 2", "usage", "account 1 usage of"),
    change("UPDATE usage_segments SET settles_at = settles_at + 3600 WHERE billable = 4", "charge", "account 1 charge"),
    change("DELETE FROM usage_segments WHERE billable = 4", "charge", "account 1 charge"),
    change("UPDATE charges SET from_packages = from_packages + 1 WHERE number = 2", "charge", "account 1 charge 2"),
    change("UPDATE charges SET parts = replace(parts, '*', '0*') WHERE number = 3", "charge", "account 1 charge 3"),
    change("UPDATE charges SET parts = 'words' WHERE number = 1", "charge", "account 1 charge 1"),
    change("UPDATE charges SET amount_units = amount_units + 1 WHERE number = 1", "charge", "account 1 charge 1"),
    change("UPDATE charges SET settles_at = settles_at + 1 WHERE number = 3", "settlement", "account 1 charge 3"),
    change("UPDATE charges SET project = 1 WHERE number = 4", "charge", "account 1 charge 4"),
    change("UPDATE charges SET bill = 202401 WHERE number = 1", "charge", "account 1 charge 1"),
    change("UPDATE charges SET bill = 202304 WHERE bill = 202305", "bill-total", "account 1 bill 202304"),
    change("UPDATE accounts SET next_charge = next_charge + 1", "charge", "account 1 charges"),
    change("DELETE FROM charges WHERE number = 4", "transaction", "account 1 transaction"),
    change("UPDATE corrections SET parts = '' WHERE number = 0", "correction", "account 1 correction 0"),
    change("UPDATE corrections SET amount_units = amount_units + 1", "correction", "account 1 correction 0"),
    change("UPDATE corrections SET due_cents = due_cents + 1", "correction", "account 1 correction 0"),
    change("UPDATE corrections SET charge = 8 WHERE number = 1", "correction", "account 1 correction 1"),
    change("UPDATE corrections SET at = at + 1 WHERE number = 1", "correction", "account 1 correction 1"),
    change("UPDATE corrections SET bill = 202305", "correction", "account 1 correction 0"),
    change("UPDATE corrections SET from_packages = 1", "correction", "account 1 period"),
    change("UPDATE open_charges SET parts = '7*0.01/1' WHERE parts <> ''", "open-charge", "account 1 period"),
    change("UPDATE open_charges SET from_packages = from_packages + 1", "open-charge", "account 1 period"),
    change("UPDATE open_charges SET settles_at = settles_at + 3600", "open-charge", "account 1 period"),
    change("DELETE FROM open_charges", "open-charge", "account 1 period"),
    // Sums.
    change("UPDATE tier_counters SET calls = calls + 1 WHERE month = 202304", "tier-counter", "month 202304"),
    change("UPDATE priced_sums SET calls = calls + 1 WHERE width = 1", "priced-sum", "account 1 Day"),
    change("UPDATE priced_sums SET due_cents = due_cents + 1 WHERE width = 2", "priced-sum", "account 1 Month"),
    change("UPDATE priced_sums SET reasons = reasons + 1 WHERE width = 2", "priced-sum", "account 1 Month"),
    change("DELETE FROM priced_sums WHERE width = 1", "priced-sum", "account 1 Day"),
    change("UPDATE charged_sums SET charge_count = charge_count + 1", "charged-sum", "account 1 bill"),
    change("UPDATE charged_sums SET used_in = 202301", "charged-sum", "account 1 bill"),
    change("UPDATE usage_sums SET billable = billable + 1 WHERE width = 0", "usage-sum", "account 1 Hour"),
    change("UPDATE usage_sums SET failed = failed + 1 WHERE width = 1", "usage-sum", "account 1 Day"),
    change("UPDATE usage_sums SET uncovered = 1 WHERE width = 2", "usage-sum", "account 1 Month"),
    change("UPDATE usage_sums SET from_packages = from_packages + 1", "usage-sum", "account 1 Hour"),
    change("UPDATE usage_sums SET billed = billed + 1", "usage-sum", "account 1 Hour"),
    change("UPDATE usage_sums SET due_cents = due_cents + 1", "usage-sum", "account 1 Hour"),
    change("DELETE FROM usage_sums WHERE width = 1 AND billable > 0", "usage-sum", "account 1 Day"),
    change("UPDATE bill_totals SET line_count = line_count + 1", "bill-total", "account 1 bill 202304"),
    change("UPDATE bill_totals SET amount_units = amount_units + 1", "bill-total", "account 1 bill 202304"),
    change("UPDATE bill_totals SET due_cents = 0 WHERE kind = 'renewal'", "bill-total", "renewal, resource 0"),
    change("UPDATE bill_days SET charge_count = charge_count + 1", "bill-day", "account 1 bill 202304"),
    change("UPDATE bill_days SET billed = billed + 1", "bill-day", "account 1 bill 202304"),
    change("UPDATE bill_days SET from_packages = from_packages + 1", "bill-day", "account 1 bill 202304"),
    change("UPDATE bill_days SET amount_units = amount_units + 1", "bill-day", "account 1 bill 202304"),
    change("UPDATE bill_days SET due_cents = due_cents + 1", "bill-day", "account 1 bill 202304"),
    change("UPDATE balance_days SET closing_cents = closing_cents + 1", "balance-day", "2023-04-18T00:00:00+08:00"),
    change("DELETE FROM balance_days WHERE closing_cents = 0", "balance-day", "account 1 day"),
    // Imports.
    change("UPDATE imports SET row_count = row_count + 1 WHERE id = 2", "import", "account 1 import 2"),
    change("UPDATE imports SET billable_count = 1 WHERE id = 2", "import", "account 1 import 2"),
    change("UPDATE imports SET failed_count = 0 WHERE id = 2", "import", "account 1 import 2"),
    change("UPDATE imports SET first_at = first_at + 3600 WHERE id = 3", "import", "account 1 import 3"),
    change("UPDATE imports SET last_at = NULL WHERE id = 3", "import", "account 1 import 3"),
    change("UPDATE imports SET undone_by = 1 WHERE id = 3", "import", "account 1 import 3"),
    change("UPDATE stretches SET import_id = 1 WHERE import_id = 3", "import", "account 1 import 1"),
    // A value that no column of its kind can have.
    change("UPDATE open_charges SET parts = 'words'", "value", "open_charges"),
    change("UPDATE accounts SET zone_offset_seconds = 86399, period_seconds = 9223372036854775807", "value", "accounts"),
];
