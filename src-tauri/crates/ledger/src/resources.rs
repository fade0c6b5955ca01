//! Resources with the spans in which they were enabled, and projects.

use std::collections::BTreeMap;

use billing::{Account, ProjectId, Resource, ResourceId, ResourceKey, account::Enabled, alert::PackageAlert};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::RowOf,
    write::rows::{Rows, store},
};

/// Stores resources as the account has them now.
pub(crate) async fn save(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    touched: impl IntoIterator<Item = ResourceId>,
) -> Result<(), LedgerError> {
    let (mut rows, mut spans) = (Rows::default(), Rows::default());
    for number in touched {
        let Some(resource) = account.resource(number) else { continue };
        let percent = resource.alert.map(|alert| alert.percent);
        let (service, region) = (resource.key.service.as_str(), resource.key.region.as_str());
        rows.push([number.0.into(), service.into(), region.into(), percent.into()]);
        for (index, span) in (0_u32..).zip(&resource.enabled) {
            let until = span.until.map(|until| until.timestamp());
            spans.push([number.0.into(), index.into(), span.from.timestamp().into(), until.into()]);
        }
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO resources (account_id, number, service, region, alert_percent)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, number) DO UPDATE SET alert_percent = excluded.alert_percent
        "#,
        id.0
    );
    store!(
        conn,
        spans,
        r#"
        INSERT INTO enabled_spans (account_id, resource, number, from_at, until_at)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, resource, number) DO UPDATE
          SET from_at = excluded.from_at, until_at = excluded.until_at
          WHERE from_at <> excluded.from_at OR until_at IS NOT excluded.until_at
        "#,
        id.0
    );
    Ok(())
}

/// Stores projects that were named for the first time.
pub(crate) async fn insert_projects(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    named: impl IntoIterator<Item = ProjectId>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for number in named {
        rows.push([number.0.into(), account.project(number).into()]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO projects (account_id, number, name)
        SELECT ?1, value->>0, value->>1
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}

/// The resources of an account, by number.
pub(crate) async fn load(conn: &mut SqliteConnection, id: AccountId) -> Result<Vec<Resource>, LedgerError> {
    let mut spans = load_spans(conn, id).await?;
    let rows = sqlx::query!(
        r#"
        SELECT number, service, region, alert_percent
        FROM resources
        WHERE account_id = ?1
        ORDER BY number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let resources = (0..).zip(rows).map(|(index, row)| {
        let of = RowOf { table: "resources", id: row.number };
        if row.number != index {
            return Err(of.corrupt("number"));
        }
        let percent = row.alert_percent.map(|percent| of.number("alert_percent", percent)).transpose()?;
        Ok(Resource {
            key: ResourceKey { service: row.service, region: row.region },
            enabled: spans.remove(&index).unwrap_or_default(),
            alert: percent.map(|percent| PackageAlert { percent }),
        })
    });
    resources.collect()
}

async fn load_spans(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<BTreeMap<i64, Vec<Enabled>>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT resource, from_at, until_at
        FROM enabled_spans
        WHERE account_id = ?1
        ORDER BY resource, number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let mut spans: BTreeMap<i64, Vec<Enabled>> = BTreeMap::new();
    for row in rows {
        let of = RowOf { table: "enabled_spans", id: row.resource };
        let from = of.instant("from_at", row.from_at)?;
        let until = of.optional_instant("until_at", row.until_at)?;
        spans.entry(row.resource).or_default().push(Enabled { from, until });
    }
    Ok(spans)
}

/// The names of an account's projects, by number.
pub(crate) async fn load_projects(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<Vec<String>, LedgerError> {
    let names = sqlx::query_scalar!("SELECT name FROM projects WHERE account_id = ?1 ORDER BY number", id.0)
        .fetch_all(conn)
        .await?;
    Ok(names)
}
