//! The pure core: years of hourly usage of 50 resources, metered and settled.

use std::time::Duration;

use tollbook_tests::Outcome;

use super::{HOURS_A_YEAR, after, enable, open, opening, use_all};
use crate::{ground::Ground, measure::timed, table::Row};

/// A year's settlements, and its metering; then again later in the account's life, beside the first year.
pub fn settle(ground: &Ground) -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let (mut account, _) = runtime.block_on(async {
        let books = open(folder.path(), after(0)?).await?;
        Outcome::Ok(books.decide_opening(&opening()?)?)
    })?;
    enable(&mut account, &mut Vec::new())?;
    let shown: Vec<_> = ground.years().collect();
    let mut rows = Vec::new();
    let mut first: Option<(Duration, Duration)> = None;
    for year in 1..=shown.last().copied().unwrap_or(1) {
        let (mut settling, mut metering) = (Duration::ZERO, Duration::ZERO);
        for hour in (year - 1) * HOURS_A_YEAR..year * HOURS_A_YEAR {
            let at = after(hour)?;
            let mut events = Vec::new();
            let (took, done) = timed(|| account.advance_to_actions(at, &mut events));
            done?;
            settling += took;
            let (took, done) = timed(|| use_all(&mut account, at, &mut events));
            done?;
            metering += took;
        }
        let what = |work: &str| format!("{work} year {year} of 50 resources, in the core");
        match first {
            None => {
                rows.push(Row::alone(what("advancing through"), settling, "50 ms"));
                rows.push(Row::alone(what("metering the calls of"), metering, ""));
                first = Some((settling, metering));
            }
            Some((settled, metered)) if shown.contains(&year) => {
                rows.push(Row::times(what("advancing through"), settling, ("year 1", settled), "the same"));
                rows.push(Row::times(
                    what("metering the calls of"),
                    metering,
                    ("year 1", metered),
                    "the same",
                ));
            }
            Some(_) => {}
        }
    }
    Ok(rows)
}
