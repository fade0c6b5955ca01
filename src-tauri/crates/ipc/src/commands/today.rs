//! Today: what goes wrong next, when, and what stops it.

use super::{month, notices, package_why, upcoming, usage, usage_why, verdict};
use crate::{
    App, IpcError,
    charts::Width,
    convert,
    dto::today::{BillSoFar, NextToEnd, TodayQuery, TodayView},
};

/// Messages since the window was last looked at.
const MESSAGES: u32 = 50;

/// The Today screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn today(app: &App, query: TodayQuery) -> Result<TodayView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    let account = &loaded.account;
    let this_month = account.terms.policy.zone.month(now);
    let totals = app.books().ledger().bill_totals(loaded.header.id, this_month).await?;
    let bill = month::sums(account, &totals)?;
    let next_to_end = verdict::next_to_end(account, now).map(|(id, package)| NextToEnd {
        package_id: id.0.to_string(),
        sku: convert::package_name(account, package),
        ends_at: convert::seconds(package.valid_to()),
        remaining: package.cycle_at(now).map_or(0, |(_, cycle)| cycle.remaining()).to_string(),
        why: package_why::ends(account, package, package.cycles.last()),
    });
    let days = usage::today_so_far(app, &loaded, now).await?;
    let ahead = upcoming::ahead(&loaded, Width::of_page(query.chart_width), now, None)?;
    Ok(TodayView {
        as_of: convert::seconds(now),
        verdict: verdict::verdict(app, &loaded, now).await?,
        position: convert::position(account)?,
        next_to_end,
        bill: BillSoFar { month: this_month.to_string(), total: bill.total.to_string(), why: bill.why },
        calls_today: days.calls_today.to_string(),
        calls_today_why: usage_why::calls_today(account, &days),
        timeline: ahead.timeline,
        upcoming: ahead.upcoming,
        since: notices::since_last_look(app, &loaded, MESSAGES).await?,
        away: app.away(loaded.header.id).map(|away| notices::away_view(&loaded, &away)),
    })
}
