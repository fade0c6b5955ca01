//! `tollbook verify`: the books, derived again.

use app::ledger::{Checked, VerifyReport};
use clap::Args;
use serde_json::json;

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session, text};

/// Derive every balance, remaining quota and charge again and name the first difference
///
/// Reads only: what has fallen due in the meantime is not run first. Ends with 1 at a difference.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook verify                            all accounts
  tollbook verify --account Main
  tollbook verify --json && echo sound")]
pub struct Verify {}

/// Verifies all accounts, or the one that was named.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(_: &Verify, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let account = match globals.account {
            Some(_) => Some(session::chosen(books, globals).await?.id),
            None => None,
        };
        let report = books.ledger().verify(account).await?;
        if globals.json {
            output::print(&json::print(&report_json(&report)))?;
        } else {
            output::print(&page(&report))?;
        }
        Ok(if report.first_difference.is_some() { Exit::Refused } else { Exit::Done })
    })
    .await
}

fn page(report: &VerifyReport) -> String {
    let Checked { accounts, writes, transactions, charges, packages, sums } = report.checked;
    let derived = [
        text::counted(accounts, "account", "accounts"),
        text::counted(writes, "write", "writes"),
        text::counted(transactions, "transaction", "transactions"),
        text::counted(charges, "charge", "charges"),
        text::counted(packages, "package", "packages"),
        text::counted(sums, "sum", "sums"),
    ];
    let derived = derived.join(", ");
    match &report.first_difference {
        None => format!("ok   the books are sound: {derived}\n"),
        Some(difference) => {
            let (what, place) = (difference.what, &difference.place);
            let (expected, found) = (&difference.expected, &difference.found);
            format!(
                "FAIL {what} of {place}: derived {expected}, found {found}\n     checked up to there: {derived}\n"
            )
        }
    }
}

fn report_json(report: &VerifyReport) -> serde_json::Value {
    let Checked { accounts, writes, transactions, charges, packages, sums } = report.checked;
    let difference = report.first_difference.as_ref().map(|difference| {
        json!({
            "what": difference.what,
            "place": difference.place,
            "expected": difference.expected,
            "found": difference.found,
        })
    });
    json!({
        "ok": report.first_difference.is_none(),
        "checked": {
            "accounts": json::count(accounts),
            "writes": json::count(writes),
            "transactions": json::count(transactions),
            "charges": json::count(charges),
            "packages": json::count(packages),
            "sums": json::count(sums),
        },
        "first_difference": difference,
    })
}
