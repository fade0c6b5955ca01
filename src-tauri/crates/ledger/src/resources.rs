//! Resources with the spans in which they were enabled, and projects.

use std::collections::BTreeMap;

use billing::{
    Account, ProjectId, Resource, ResourceId, ResourceKey, Resources, alert::PackageAlert, resource::Enabled,
};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::RowOf,
    lifecycle,
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
        let key = &resource.key;
        let application = !key.application.is_empty();
        let place = if application { key.application.as_str() } else { key.region.as_str() };
        let banned_at = resource.banned_at.map(|at| at.timestamp());
        let tags = tags_to_text(&resource.tags);
        rows.push([
            number.0.into(),
            key.service.as_str().into(),
            place.into(),
            percent.into(),
            application.into(),
            banned_at.into(),
            tags.as_str().into(),
        ]);
        for (index, span) in (0_u32..).zip(&resource.enabled) {
            let until = span.until.map(|until| until.timestamp());
            let from = span.from.timestamp();
            spans.push([number.0.into(), index.into(), from.into(), until.into(), span.released.into()]);
        }
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO resources (account_id, number, service, region, alert_percent, application, banned_at, tags)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, number) DO UPDATE
          SET alert_percent = excluded.alert_percent, banned_at = excluded.banned_at, tags = excluded.tags
        "#,
        id.0
    );
    store!(
        conn,
        spans,
        r#"
        INSERT INTO enabled_spans (account_id, resource, number, from_at, until_at, released)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, resource, number) DO UPDATE
          SET from_at = excluded.from_at, until_at = excluded.until_at, released = excluded.released
          WHERE from_at <> excluded.from_at OR until_at IS NOT excluded.until_at OR released <> excluded.released
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
pub(crate) async fn load(conn: &mut SqliteConnection, id: AccountId) -> Result<Resources, LedgerError> {
    let mut spans = load_spans(conn, id).await?;
    let mut overage = lifecycle::load_overage(conn, id).await?;
    let mut classes = lifecycle::load_classes(conn, id).await?;
    let rows = sqlx::query!(
        r#"
        SELECT number, service, region, alert_percent, application, banned_at, tags
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
            key: match row.application {
                0 => ResourceKey::new(&row.service, &row.region),
                _ => ResourceKey::application(&row.service, &row.region),
            },
            enabled: spans.remove(&index).unwrap_or_default(),
            alert: percent.map(|percent| PackageAlert { percent }),
            overage: overage.remove(&index).unwrap_or_default(),
            banned_at: of.optional_instant("banned_at", row.banned_at)?,
            classes: classes.remove(&index).unwrap_or_default(),
            tags: tags_from_text(&row.tags).ok_or_else(|| of.corrupt("tags"))?,
        })
    });
    resources.collect()
}

/// A line for each: `team=kyc`. Keys have no `=`, and neither has a line's end.
fn tags_to_text(tags: &BTreeMap<String, String>) -> String {
    tags.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("\n")
}

fn tags_from_text(text: &str) -> Option<BTreeMap<String, String>> {
    let pair = |line: &str| line.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()));
    text.split_terminator('\n').map(pair).collect()
}

async fn load_spans(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<BTreeMap<i64, Vec<Enabled>>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT resource, from_at, until_at, released
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
        spans.entry(row.resource).or_default().push(Enabled { from, until, released: row.released != 0 });
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
