//! Running totals of attendance: what the segments of a resource, usage type and period sum to.

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
    let rows = sqlx::query!(
        r#"
        SELECT occurred_at, resource, project, taken_out, seconds
        FROM usage_segments
        WHERE account_id = ?1 AND seconds > 0
        "#,
        scope.id
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut expected: BTreeMap<(i64, i64, i64), [i128; 1]> = BTreeMap::new();
    for row in rows {
        let period = scope.calendar.period_start(scope.instant("occurred_at", row.occurred_at)?);
        let sign = if row.taken_out == 0 { 1 } else { -1 };
        let [sum] = expected.entry((row.resource, row.project, period.timestamp())).or_default();
        *sum += sign * i128::from(row.seconds);
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
    findings.compare_rows(
        Check::Usage,
        ["seconds attended"],
        expected,
        found,
        |(resource, project, period)| {
            let day = scope.show(*period);
            format!("account {} resource {resource}, project {project}, period of {day}", scope.id)
        },
    );
    Ok(())
}
