//! What arrears, switches, classes and attendance leave behind.

use std::collections::BTreeMap;

use billing::{Account, Instant, ProjectId, ResourceId, lifecycle::ArrearsSpan, resource::SwitchedOn};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::{RowOf, stored},
    write::rows::{Rows, store},
};

/// Stores arrears that ended.
pub(crate) async fn save_past_arrears(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (number, span) in (0_u32..).zip(&account.past_arrears) {
        let released_at = span.released_at.map(|at| at.timestamp());
        let (since, cleared_at) = (span.since.timestamp(), span.cleared_at.timestamp());
        rows.push([number.into(), since.into(), cleared_at.into(), released_at.into()]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO past_arrears (account_id, number, since, cleared_at, released_at)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, number) DO NOTHING
        "#,
        id.0
    );
    Ok(())
}

/// Arrears that are over, oldest first.
pub(crate) async fn load_past_arrears(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<Vec<ArrearsSpan>, LedgerError> {
    let rows = sqlx::query!(
        "SELECT number, since, cleared_at, released_at FROM past_arrears WHERE account_id = ?1 ORDER BY number",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let spans = rows.into_iter().map(|row| {
        let of = RowOf { table: "past_arrears", id: row.number };
        Ok(ArrearsSpan {
            since: of.instant("since", row.since)?,
            cleared_at: of.instant("cleared_at", row.cleared_at)?,
            released_at: of.optional_instant("released_at", row.released_at)?,
        })
    });
    spans.collect()
}

/// Stores the overage switches and the running classes of resources as the account has them now.
pub(crate) async fn save_applications(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    touched: &[ResourceId],
) -> Result<(), LedgerError> {
    let (mut spans, mut classes) = (Rows::default(), Rows::default());
    for number in touched {
        let Some(resource) = account.resource(*number) else { continue };
        for (index, span) in (0_u32..).zip(&resource.overage) {
            let until = span.until.map(|until| until.timestamp());
            spans.push([number.0.into(), index.into(), span.from.timestamp().into(), until.into()]);
        }
        sqlx::query!("DELETE FROM classes WHERE account_id = ?1 AND resource = ?2", id.0, number.0)
            .execute(&mut *conn)
            .await?;
        for (name, started_at) in &resource.classes {
            classes.push([number.0.into(), name.as_str().into(), started_at.timestamp().into()]);
        }
    }
    store!(
        conn,
        spans,
        r#"
        INSERT INTO overage_spans (account_id, resource, number, from_at, until_at)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, resource, number) DO UPDATE SET until_at = excluded.until_at
          WHERE until_at IS NOT excluded.until_at
        "#,
        id.0
    );
    store!(
        conn,
        classes,
        r#"
        INSERT INTO classes (account_id, resource, name, started_at)
        SELECT ?1, value->>0, value->>1, value->>2
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}

/// When usage beyond packages was allowed, by resource.
pub(crate) async fn load_overage(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<BTreeMap<i64, Vec<SwitchedOn>>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT resource, from_at, until_at
        FROM overage_spans
        WHERE account_id = ?1
        ORDER BY resource, number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let mut spans: BTreeMap<i64, Vec<SwitchedOn>> = BTreeMap::new();
    for row in rows {
        let of = RowOf { table: "overage_spans", id: row.resource };
        let from = of.instant("from_at", row.from_at)?;
        let until = of.optional_instant("until_at", row.until_at)?;
        spans.entry(row.resource).or_default().push(SwitchedOn { from, until });
    }
    Ok(spans)
}

/// Classes that run, by resource.
pub(crate) async fn load_classes(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<BTreeMap<i64, BTreeMap<String, Instant>>, LedgerError> {
    let rows = sqlx::query!("SELECT resource, name, started_at FROM classes WHERE account_id = ?1", id.0)
        .fetch_all(conn)
        .await?;
    let mut classes: BTreeMap<i64, BTreeMap<String, Instant>> = BTreeMap::new();
    for row in rows {
        let of = RowOf { table: "classes", id: row.resource };
        let started_at = of.instant("started_at", row.started_at)?;
        classes.entry(row.resource).or_default().insert(row.name, started_at);
    }
    Ok(classes)
}

/// Stores the running totals of attendance that moved.
pub(crate) async fn save_attended(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    moved: impl IntoIterator<Item = (ResourceId, ProjectId, Instant)>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (resource, project, period) in moved {
        let seconds = account.attended.get(&(resource, project, period)).copied().unwrap_or(0);
        rows.push([resource.0.into(), project.0.into(), period.timestamp().into(), stored(seconds)?.into()]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO attended (account_id, resource, project, period, seconds)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, resource, project, period) DO UPDATE SET seconds = excluded.seconds
        "#,
        id.0
    );
    Ok(())
}

/// The running totals of attendance in the periods from an instant on.
pub(crate) async fn load_attended(
    conn: &mut SqliteConnection,
    id: AccountId,
    since: Option<Instant>,
) -> Result<BTreeMap<(ResourceId, ProjectId, Instant), u64>, LedgerError> {
    let since = since.map_or(i64::MIN, |since| since.timestamp());
    let rows = sqlx::query!(
        r#"
        SELECT r.number AS resource, a.project, a.period, a.seconds
        FROM resources AS r
        JOIN attended AS a ON a.account_id = r.account_id AND a.resource = r.number AND a.period >= ?2
        WHERE r.account_id = ?1
        "#,
        id.0,
        since
    )
    .fetch_all(conn)
    .await?;
    let totals = rows.into_iter().map(|row| {
        let of = RowOf { table: "attended", id: row.resource };
        let key = (
            ResourceId(of.number("resource", row.resource)?),
            ProjectId(of.number("project", row.project)?),
            of.instant("period", row.period)?,
        );
        Ok((key, of.count("seconds", row.seconds)?))
    });
    totals.collect()
}
