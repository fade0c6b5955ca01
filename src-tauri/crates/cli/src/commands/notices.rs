//! `tollbook notices`: what the customer was told.

use app::ledger::{NoticeLine, Page};
use billing::{
    Account,
    alert::{Measured, NoticeKind},
};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    commands::{away, packages::title},
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
};

/// List what the customer was told, newest first
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook notices
  tollbook notices --limit 5 --json
  tollbook alert                             the alerts that make some of them")]
pub struct Notices {
    /// At most so many
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    limit: u32,
}

/// Lists them.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Notices, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let (loaded, away) = session::looked(books, globals).await?;
        let (account, header) = (&loaded.account, &loaded.header);
        let notices = books.ledger().notices(header.id, Page::first(args.limit)).await?;
        if globals.json {
            let lines = notices.rows.iter().map(|line| notice_json(account, line));
            let object = json!({
                "account": header.name,
                "sample": header.sample,
                "unseen": json::count(books.ledger().unseen_count(header.id).await?),
                "while_away": away::json(&loaded, away.as_ref()),
                "more": notices.next.is_some(),
                "notices": lines.collect::<Vec<_>>(),
            });
            output::print(&json::print(&object))?;
        } else if notices.rows.is_empty() {
            output::print(&format!("{}\nNo notices yet.\n", text::heading(&loaded)))?;
        } else {
            let away = away.as_ref().map(|away| away::page(&loaded, away)).unwrap_or_default();
            let mut page = format!("{away}{}\n{}", text::heading(&loaded), table(account, &notices.rows));
            if notices.next.is_some() {
                page.push_str("\nThere are more: --limit shows them.\n");
            }
            output::print(&page)?;
        }
        Ok(Exit::Done)
    })
    .await
}

/// Notices as a table.
pub fn table(account: &Account, lines: &[NoticeLine]) -> Table {
    let zone = account.terms.policy.zone;
    let at = format!("at {}", text::zone_name(zone));
    let mut table = Table::new([
        (&at, Align::Left),
        ("notice", Align::Left),
        ("figures", Align::Left),
        ("about", Align::Left),
        ("usage known up to", Align::Left),
    ]);
    for line in lines {
        let about = line.notice.package.map(|id| format!("package {}", title(account, id)));
        table.row([
            text::instant(zone, line.at),
            sentence(line.notice.kind).to_owned(),
            line.notice.measured.map_or_else(String::new, |measured| figures(account, measured)),
            about.unwrap_or_default(),
            line.usage_until.map_or_else(String::new, |at| text::instant(zone, at)),
        ]);
    }
    table
        .without_column_of("figures", "")
        .without_column_of("about", "")
        .without_column_of("usage known up to", "")
}

/// What a notice measured: the value, and the line it crossed.
fn figures(account: &Account, measured: Measured) -> String {
    let money = |amount| text::money(amount, &account.terms.currency);
    match measured {
        Measured::Spendable { value, threshold, .. } => {
            format!("{} (line {})", money(value), money(threshold))
        }
        Measured::Quota { left, quota, percent } => {
            let line = percent.map(|percent| format!(" (line {percent} %)")).unwrap_or_default();
            format!("{left} of {quota}{line}")
        }
        Measured::Owed(owed) => format!("{} owed", money(owed)),
    }
}

fn figures_json(measured: Measured) -> Value {
    match measured {
        Measured::Spendable { value, threshold, version } => {
            json!({ "value": json::money(value), "line": json::money(threshold), "version": version })
        }
        Measured::Quota { left, quota, percent } => {
            json!({ "left": json::count(left), "quota": json::count(quota), "line": percent })
        }
        Measured::Owed(owed) => json!({ "owed": json::money(owed) }),
    }
}

/// A notice as an object.
pub fn notice_json(account: &Account, line: &NoticeLine) -> Value {
    json!({
        "number": line.number,
        "at": json::instant(account.terms.policy.zone, line.at),
        "kind": line.notice.kind.code(),
        "package": line.notice.package.map(|id| id.0),
        "charge": line.notice.charge.map(|charge| json::count(charge.0)),
        "measured": line.notice.measured.map(figures_json),
        "usage_until": line.usage_until.map(|at| json::instant(account.terms.policy.zone, at)),
        "seen": line.seen,
    })
}

const fn sentence(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::PackageLow => "little is left of a package",
        NoticeKind::PackageExhausted => "a package is used up",
        NoticeKind::PackageExpiring => "a package ends soon, and nothing follows it",
        NoticeKind::PackageExpired => "a package ended; what was left has lapsed",
        NoticeKind::Renewed => "a package was renewed",
        NoticeKind::RenewalFailed => "a package could not be renewed",
        NoticeKind::Arrears => "a settlement could not be paid in full",
        NoticeKind::DeadlineNear => "the time to pay the arrears runs out soon",
        NoticeKind::Frozen => "the grace period is over: pay-per-use is refused",
        NoticeKind::Suspended => "the grace period is over: everything is suspended",
        NoticeKind::ReleasePending => "the retention period is over: the next daily job releases",
        NoticeKind::Released => "the account was released",
        NoticeKind::Recovered => "the arrears are paid",
        NoticeKind::BalanceLow => "what can be spent is below the line",
        NoticeKind::BalanceRecovered => "what can be spent is back at the line or above",
    }
}
