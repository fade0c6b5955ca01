//! What happened since the customer last looked: named once, by the first command that tells how the account stands.

use app::{away::Away, books::Loaded};
use serde_json::{Value, json};

use crate::{commands::notices, json, text};

/// The summary as lines, with an empty one after them.
pub fn page(loaded: &Loaded, away: &Away) -> String {
    let (account, fell_due) = (&loaded.account, &away.fell_due);
    let zone = account.terms.policy.zone;
    let since = away.since.map(|since| format!(" since {}", text::instant(zone, since))).unwrap_or_default();
    let settled = text::money(fell_due.settled, &loaded.header.currency);
    let settlements = text::counted(fell_due.settlement_count, "settlement", "settlements");
    let told = text::counted(fell_due.notice_count, "notice", "notices");
    let mut page = format!("While you were away{since}: {settlements} ({settled}), {told}.\n");
    if !fell_due.notices.is_empty() {
        page.push_str(&notices::table(account, &fell_due.notices).to_string());
    }
    page.push('\n');
    page
}

/// The summary as an object; null when nothing happened or it was told before.
pub fn json(loaded: &Loaded, away: Option<&Away>) -> Value {
    let (Some(away), zone) = (away, loaded.account.terms.policy.zone) else { return Value::Null };
    let notices = away.fell_due.notices.iter().map(|line| notices::notice_json(&loaded.account, line));
    json!({
        "since": json::maybe_instant(zone, away.since),
        "until": json::instant(zone, away.until),
        "settlements": json::count(away.fell_due.settlement_count),
        "settled": json::money(away.fell_due.settled),
        "notice_count": json::count(away.fell_due.notice_count),
        "notices": notices.collect::<Vec<_>>(),
    })
}
