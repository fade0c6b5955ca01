//! The calendar of renewals: when they are tried, when packages end, when that is warned of.

use billing::{Account, Instant, Package, engine::rehearsal::Rehearsed, package::order::numbered};
use chrono::TimeDelta;

use super::upcoming::{self, Ahead};
use crate::{
    IpcError,
    charts::{
        Width,
        timeline::{Item, Weight, draw_lanes},
    },
    convert,
    dto::today::Upcoming,
};

/// The lanes, from top to bottom: keys that the window has words for.
const LANES: [&str; 3] = ["attempts", "packages", "warnings"];
const ATTEMPTS: usize = 0;
const PACKAGES: usize = 1;
const WARNINGS: usize = 2;

/// The least and the most days that are drawn.
const DAYS: (i64, i64) = (30, 1200);

/// Draws it from now to a little after the last end.
pub(super) fn draw(
    account: &Account,
    rehearsed: &[Rehearsed],
    page: Width,
    now: Instant,
) -> Result<Ahead, IpcError> {
    let ends = account.packages.iter().filter(|package| !package.is_gone()).map(Package::valid_to);
    let last = ends.max().unwrap_or(now) - now + TimeDelta::days(7);
    let until = now + last.clamp(TimeDelta::days(DAYS.0), TimeDelta::days(DAYS.1));
    let (mut items, mut rows) = (Vec::new(), Vec::new());
    let mut add = |lane: usize,
                   kind: &str,
                   at: Instant,
                   package: &Package,
                   amount: Option<String>,
                   weight: Weight| {
        if at < now || until < at {
            return;
        }
        let name = convert::package_name(account, package);
        items.push(Item { lane, at, until: None, label: convert::package_label(account, package), weight });
        rows.push(Upcoming { kind: kind.to_owned(), at: convert::seconds(at), name, amount, why: None });
    };
    for (index, one) in rehearsed.iter().enumerate() {
        let Some(package) = account.package(one.package) else { continue };
        let is_first = rehearsed
            .iter()
            .take(index)
            .all(|other| (other.package, other.ends_at) != (one.package, one.ends_at));
        let price = one.price.map(|price| price.to_string());
        match &one.refusal {
            None => add(ATTEMPTS, "renewal", one.at, package, price, Weight::Note),
            // A failing renewal is one thing, however often it is tried.
            Some(_) if is_first => add(ATTEMPTS, "renewal_fails", one.at, package, price, Weight::Today),
            Some(_) => {}
        }
    }
    for (_, package) in numbered(account).filter(|(_, package)| !package.is_gone()) {
        let ends_at = package.valid_to();
        add(PACKAGES, "package_ends", ends_at, package, None, upcoming::weight(ends_at - now));
        for at in upcoming::warnings(account, package) {
            add(WARNINGS, "expiry_warning", at, package, None, Weight::Note);
        }
    }
    rows.sort_by(|a, b| (a.at, &a.kind, &a.name).cmp(&(b.at, &b.kind, &b.name)));
    let timeline = draw_lanes(&LANES, page, account.terms.policy.zone, now, until, &items)?;
    Ok(Ahead { timeline, upcoming: rows })
}
