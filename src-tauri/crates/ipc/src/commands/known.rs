//! The account as it was known on a day, and the books derived again.

use std::sync::Arc;

use app::ledger::{Checked, Extent, Known, KnownPackage};
use billing::{Account, Instant};
use chrono::{Days, NaiveDate};

use super::journal::write;
use crate::{
    App, IpcError, convert,
    dto::journal::{
        DifferenceView, KnownPackageRow, KnownPosition, KnownQuery, KnownView, Verify, VerifyProgress,
        VerifyView,
    },
};

/// The account as it was known at the end of a day at the provider.
///
/// # Errors
/// [`IpcError`] `invalid_value` for what is no day, or that the books cannot be read.
pub async fn known(app: &App, query: KnownQuery) -> Result<KnownView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let until = end_of_day(&loaded.account, &query.day)?;
    let (id, ledger) = (loaded.header.id, app.books().ledger());
    let known = ledger.known_before(id, until).await?;
    Ok(KnownView {
        until: convert::seconds(until.min(super::now(app, &loaded))),
        known: known.map(|known| position(&loaded.account, &known)),
        first_recorded_at: ledger.extent(Some(id)).await?.first_recorded_at.map(convert::seconds),
    })
}

fn end_of_day(account: &Account, day: &str) -> Result<Instant, IpcError> {
    let invalid = || convert::invalid("day", day);
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| invalid())?;
    let next = date.checked_add_days(Days::new(1)).ok_or_else(invalid)?;
    Ok(account.terms.policy.zone.midnight(next))
}

fn position(account: &Account, known: &Known) -> KnownPosition {
    KnownPosition {
        write: write(&known.write),
        next_recorded_at: known.until.map(convert::seconds),
        balance: known.balance.to_string(),
        credit_drawn: known.credit_drawn.to_string(),
        arrears: known.arrears.to_string(),
        month: known.month.to_string(),
        bill: known.bill.to_string(),
        packages: known.packages.iter().map(|package| package_row(account, package)).collect(),
    }
}

fn package_row(account: &Account, known: &KnownPackage) -> KnownPackageRow {
    let place = account.package(known.package).map(|package| convert::resource_of(account, package.resource));
    KnownPackageRow {
        id: known.package.0.to_string(),
        name: convert::sku_of(account, known.package),
        place: place.unwrap_or_default(),
        remaining: known.remaining.to_string(),
        quota: known.quota.to_string(),
        ends_at: convert::seconds(known.ends_at),
    }
}

/// Derives the books of all accounts again, and tells on the way how far it is.
///
/// # Errors
/// [`IpcError`] when the books cannot be read; contradictions are in the view.
pub async fn verify(app: &App, _: Verify) -> Result<VerifyView, IpcError> {
    let extent = app.books().ledger().extent(None).await?;
    let tell = Arc::clone(app.verifying());
    let hears = move |checked: Checked| tell(progress(&extent, checked));
    let report = app.books().ledger().verify_telling(None, &hears).await?;
    let checked = report.checked;
    Ok(VerifyView {
        accounts: checked.accounts.to_string(),
        writes: checked.writes.to_string(),
        transactions: checked.transactions.to_string(),
        charges: checked.charges.to_string(),
        packages: checked.packages.to_string(),
        sums: checked.sums.to_string(),
        difference: report.first_difference.map(|difference| DifferenceView {
            what: difference.what.to_owned(),
            place: difference.place,
            expected: difference.expected,
            found: difference.found,
        }),
    })
}

fn progress(extent: &Extent, checked: Checked) -> VerifyProgress {
    let (done, total) = (checked.transactions + checked.charges, extent.transactions + extent.charges);
    VerifyProgress {
        done: done.to_string(),
        total: total.to_string(),
        percent: convert::percent(done.min(total), total),
    }
}
