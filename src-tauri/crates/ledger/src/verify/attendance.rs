//! Running totals of attendance: what the segments of a resource, usage type and period sum to, and its minutes (T-07).

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::{
    Scope,
    findings::{Check, Findings},
};
use crate::LedgerError;

pub(super) async fn check(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    // Asked by itself: within the other question it would be asked again for every row.
    let attends = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM usage_segments WHERE account_id = ?1 AND seconds > 0) AS "attends!: bool""#,
        scope.id
    )
    .fetch_one(&mut *conn)
    .await?;
    let rows = sqlx::query!(
        r#"
        SELECT occurred_at, resource, project, taken_out, seconds, billable + uncovered AS "minutes!: i64"
        FROM usage_segments
        WHERE account_id = ?1 AND ?2
        "#,
        scope.id,
        attends
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut expected: BTreeMap<(i64, i64, i64), [i128; 1]> = BTreeMap::new();
    let mut minutes: BTreeMap<(i64, i64, i64), i128> = BTreeMap::new();
    for row in rows {
        let period = scope.calendar.period_start(scope.instant("occurred_at", row.occurred_at)?);
        let sign = if row.taken_out == 0 { 1 } else { -1 };
        let key = (row.resource, row.project, period.timestamp());
        let [sum] = expected.entry(key).or_default();
        *sum += sign * i128::from(row.seconds);
        *minutes.entry(key).or_default() += sign * i128::from(row.minutes);
    }
    let place = |(resource, project, period): &(i64, i64, i64)| {
        let day = scope.show(*period);
        format!("account {} resource {resource}, project {project}, period of {day}", scope.id)
    };
    for (key, counted) in minutes {
        let seconds = expected.get(&key).map_or(0, |[seconds]| *seconds);
        let rounded_up = seconds.div_euclid(60) + i128::from(seconds.rem_euclid(60) > 0);
        findings.compare(Check::Usage, place(&key), ["minutes"], [rounded_up], [counted]);
    }
    let stored = sqlx::query!(
        "SELECT resource, project, period, seconds
         FROM attended WHERE account_id = ?1 ORDER BY resource, project, period",
        scope.id
    )
    .fetch_all(conn)
    .await?;
    let found =
        stored.into_iter().map(|row| ((row.resource, row.project, row.period), [i128::from(row.seconds)]));
    findings.compare_rows(Check::Usage, ["seconds attended"], expected, found, place);
    Ok(())
}
