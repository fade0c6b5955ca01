//! What a customer waits for when acting: the preview, then the confirmation that is on the disk.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ipc::{App, commands::top_up, dto::money_actions};
use tollbook_tests::{Failure, Outcome};

use super::{READINGS, after, open};
use crate::measure::{median, now};

/// The median time of previewing a top-up and confirming it.
pub async fn measure(folder: &Path, hours: i64) -> Outcome<Duration> {
    let books = Arc::new(open(folder, after(hours)?).await?);
    let app = App::new(books, Arc::new(|_| ()), Arc::new(|_| ()));
    let mut took = Vec::with_capacity(READINGS);
    for number in 0..READINGS {
        let (account_id, amount) = ("1".to_owned(), "10.00".to_owned());
        let ask = money_actions::PreviewTopUp { account_id: account_id.clone(), amount: amount.clone() };
        let started = now();
        let plan = top_up::preview(&app, ask).await.map_err(|error| Failure::new(error.code))?;
        let request_id = format!("bench-{hours}-{number}");
        let confirm = money_actions::TopUp { account_id, amount, basis: plan.basis, request_id };
        top_up::commit(&app, confirm).await.map_err(|error| Failure::new(error.code))?;
        took.push(started.elapsed());
    }
    Ok(median(took))
}
