//! The screens' queries, as the window asks them.

use std::path::Path;
use std::sync::Arc;

use ipc::App;
use tollbook_tests::Outcome;

use super::{READINGS, after, open};
use crate::{measure::now, table::Row};

/// How long each screen takes.
pub async fn measure(folder: &Path, hours: i64, age: &str) -> Outcome<Vec<Row>> {
    let books = Arc::new(open(folder, after(hours)?).await?);
    let app = App::new(books, Arc::new(|_| ()), Arc::new(|_| ()));
    let seconds = |later: i64| Outcome::Ok(after(hours + later)?.timestamp());
    let month = after(hours - 40 * 24)?.format("%Y-%m").to_string();
    let mut rows = Vec::new();
    macro_rules! measure {
        ($name:literal, $screen:ident::$query:ident, $of:tt) => {
            measure!($name, $screen::$query, $of, "16 ms at p99")
        };
        ($name:literal, $screen:ident::$query:ident, $of:tt, $aim:literal) => {{
            let mut asked = serde_json::json!($of);
            asked["accountId"] = "1".into();
            let mut took = Vec::with_capacity(READINGS);
            for _ in 0..READINGS {
                let query = serde_json::from_value(asked.clone())?;
                let started = now();
                let answer = ipc::commands::$screen::$query(&app, query).await;
                took.push(started.elapsed());
                answer.map_err(|error| tollbook_tests::Failure::new(error.code))?;
            }
            rows.push(Row::spread(format!("{} after {age}", $name), &mut took, $aim));
        }};
    }
    measure!("Today", today::today, {});
    measure!("Usage", usage::usage, { "bucket": "day", "by": "paidBy" });
    measure!("one service's hours", usage::hours, {
        "service": "service-1", "region": "r", "project": "", "from": seconds(-24)?, "to": seconds(0)?
    });
    measure!("reasons of 30 days", explain::unexpected, { "from": seconds(-30 * 24)?, "to": seconds(0)? });
    measure!("Packages", packages::packages, {});
    measure!("Balance", balance::balance, { "days": 30 });
    measure!("Bills", bills::bills, {});
    measure!("one bill", bills::bill, { "month": month });
    measure!("lines of a bill", bill_lines::bill_lines, {
        "month": month, "kind": "usage", "name": "service-1 · r", "project": ""
    });
    measure!("bills as packages are used up", amortised::amortised, {});
    measure!("Renewals", renewals::renewals, {});
    measure!("Alerts", alerts::alerts, {});
    measure!("Costs: composition", costs::composition, { "month": month });
    measure!("Costs: allocation", costs::allocation, { "month": month, "by": "project" });
    measure!("Costs: analysis of a month", costs::analysis, { "range": "30d", "by": "service", "view": "cash" });
    measure!("Costs: analysis of a year", costs::analysis, { "range": "12m", "by": "service", "view": "cash" });
    measure!("Ledger", journal::journal, {});
    measure!("as known a year ago", known::known, { "day": after(hours - 364 * 24)?.format("%Y-%m-%d").to_string() });
    measure!("Account", account::account, {});
    measure!("why: what can be spent", explain::explain_path, { "path": "spendable_now" });
    // They are asked for when the screen has been painted, and come when they are ready.
    measure!("forecast", forecast::forecast, {}, "");
    measure!("Costs: optimization", costs::findings, {}, "");
    Ok(rows)
}
