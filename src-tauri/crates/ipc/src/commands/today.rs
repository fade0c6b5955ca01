//! Today: what goes wrong next, when, and what stops it.

use super::{month, notices, upcoming, usage, verdict};
use crate::{
    App, IpcError, convert,
    dto::{
        common::OfAccount,
        today::{BillSoFar, NextToEnd, TodayView},
    },
};

/// Messages since the window was last looked at.
const MESSAGES: u32 = 50;

/// The Today screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn today(app: &App, request: OfAccount) -> Result<TodayView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let now = super::now(app, &loaded);
    let account = &loaded.account;
    let this_month = account.terms.policy.zone.month(now);
    let totals = app.books().ledger().bill_totals(loaded.header.id, this_month).await?;
    let bill = month::sums(account, &totals)?;
    let next_to_end = verdict::next_to_end(account, now).map(|(id, package)| NextToEnd {
        package_id: id.0.to_string(),
        sku: package.sku.clone(),
        ends_at: convert::seconds(package.valid_to()),
        remaining: package.cycle_at(now).map_or(0, |(_, cycle)| cycle.remaining()).to_string(),
    });
    let ahead = upcoming::ahead(&loaded, now)?;
    Ok(TodayView {
        as_of: convert::seconds(now),
        verdict: verdict::verdict(app, &loaded, now).await?,
        position: convert::position(account)?,
        next_to_end,
        bill: BillSoFar { month: this_month.to_string(), total: bill.total.to_string(), why: bill.why },
        calls_today: usage::calls_today(app, &loaded, now).await?.to_string(),
        timeline: ahead.timeline,
        upcoming: ahead.upcoming,
        since: notices::since_last_look(app, &loaded, MESSAGES).await?,
    })
}
