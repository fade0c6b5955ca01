//! The screens' queries, as the window asks them.

use std::path::Path;
use std::sync::Arc;

use ipc::{App, dto};
use tollbook_tests::Outcome;

use super::{READINGS, after, open};
use crate::{measure::now, table::Row};

/// How long each screen takes.
pub async fn measure(folder: &Path, hours: i64, age: &str) -> Outcome<Vec<Row>> {
    let books = Arc::new(open(folder, after(hours)?).await?);
    let app = App::new(books, Arc::new(|_| ()), Arc::new(|_| ()));
    let account_id = "1".to_owned();
    let of = || dto::common::OfAccount { account_id: account_id.clone() };
    let month = after(hours - 40 * 24)?.format("%Y-%m").to_string();
    let mut rows = Vec::new();
    macro_rules! measure {
        ($name:literal, $ask:expr) => {{
            let mut took = Vec::with_capacity(READINGS);
            for _ in 0..READINGS {
                let started = now();
                let answer = $ask.await;
                took.push(started.elapsed());
                answer.map_err(|error| tollbook_tests::Failure::new(error.code))?;
            }
            rows.push(Row::spread(format!("{} after {age}", $name), &mut took, "16 ms at p99"));
        }};
    }
    let usage = |bucket| dto::usage::UsageQuery {
        account_id: account_id.clone(),
        bucket,
        by: dto::usage::StackedBy::PaidBy,
        from: None,
        to: None,
        service: None,
        region: None,
        project: None,
        chart_width: None,
    };
    let today = || dto::today::TodayQuery { account_id: account_id.clone(), chart_width: None };
    let balance = || dto::balance::BalanceQuery {
        account_id: account_id.clone(),
        days: 30,
        after: None,
        chart_width: None,
    };
    let bills = || dto::bills::BillsQuery { account_id: account_id.clone(), chart_width: None };
    let bill = || dto::bills::BillQuery { account_id: account_id.clone(), month: month.clone() };
    measure!("Today", ipc::commands::today::today(&app, today()));
    measure!("Usage", ipc::commands::usage::usage(&app, usage(dto::usage::Bucket::Day)));
    measure!("Packages", ipc::commands::packages::packages(&app, of()));
    measure!("Balance", ipc::commands::balance::balance(&app, balance()));
    measure!("Bills", ipc::commands::bills::bills(&app, bills()));
    measure!("one bill", ipc::commands::bills::bill(&app, bill()));
    Ok(rows)
}
