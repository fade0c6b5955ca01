//! Messages to the customer.

use app::{
    away::Away,
    books::Loaded,
    ledger::{NoticeLine, Page},
};

use crate::{
    App, IpcError, convert,
    dto::{start::NoticeView, today::AwayView},
};

/// Messages that were not seen yet, newest first, at most `limit`; when all were, the latest few.
pub(super) async fn since_last_look(
    app: &App,
    loaded: &Loaded,
    limit: u32,
) -> Result<Vec<NoticeView>, IpcError> {
    const LATEST: usize = 5;
    let lines = app.books().ledger().notices(loaded.header.id, Page::first(limit)).await?.rows;
    let unseen_count = lines.iter().filter(|line| !line.seen).count();
    let shown = if unseen_count > 0 { unseen_count } else { LATEST };
    let lines = lines.iter().filter(|line| unseen_count == 0 || !line.seen).take(shown);
    Ok(lines.map(|line| view(loaded, line)).collect())
}

/// The newest messages, newest first.
pub(super) async fn newest(app: &App, loaded: &Loaded, count: usize) -> Result<Vec<NoticeView>, IpcError> {
    let limit = u32::try_from(count).unwrap_or(u32::MAX).min(super::PAGE);
    if limit == 0 {
        return Ok(Vec::new());
    }
    let lines = app.books().ledger().notices(loaded.header.id, Page::first(limit)).await?.rows;
    Ok(lines.iter().map(|line| view(loaded, line)).collect())
}

/// Marks every message as seen.
pub(super) async fn mark_all_seen(app: &App, loaded: &Loaded) -> Result<(), IpcError> {
    let ledger = app.books().ledger();
    let newest = ledger.notices(loaded.header.id, Page::first(1)).await?.rows;
    match newest.first() {
        Some(line) if !line.seen => Ok(ledger.mark_seen(loaded.header.id, line.number).await?),
        _ => Ok(()),
    }
}

/// What happened while nobody looked.
pub(super) fn away_view(loaded: &Loaded, away: &Away) -> AwayView {
    let fell_due = &away.fell_due;
    let count = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    AwayView {
        since: away.since.map(convert::seconds),
        until: convert::seconds(away.until),
        settlement_count: count(fell_due.settlement_count),
        settled: fell_due.settled.to_string(),
        notices: fell_due.notices.iter().map(|line| view(loaded, line)).collect(),
        notice_count: count(fell_due.notice_count),
    }
}

fn view(loaded: &Loaded, line: &NoticeLine) -> NoticeView {
    NoticeView {
        id: line.number.to_string(),
        kind: line.notice.kind.code().to_owned(),
        at: convert::seconds(line.at),
        package: line.notice.package.map(|package| convert::name_of_package(&loaded.account, package)),
        seen: line.seen,
    }
}
