//! Periods still open, charges, debts, and the counters of tiers.

use std::collections::BTreeMap;

use billing::{
    Account, Charge, ChargeAmount, ChargeId, Debt, Money, OpenCharge, OpenKey, ProjectId, ResourceId,
    settlement::pay::from_vouchers, zone::Month,
};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::{RowOf, month_number, stored},
    parts, vouchers,
    write::rows::{Cell, Rows, store},
};

/// A charge as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct ChargeRow {
    pub number: i64,
    pub settles_at: i64,
    pub period: i64,
    pub resource: i64,
    pub project: i64,
    pub from_packages: i64,
    pub parts: String,
    pub amount_units: i64,
    pub due_cents: i64,
    pub vouchers: String,
    pub from_balance_cents: i64,
    pub from_credit_cents: i64,
    pub unpaid_cents: i64,
    pub bill: i64,
}

impl TryFrom<ChargeRow> for Charge {
    type Error = LedgerError;

    fn try_from(row: ChargeRow) -> Result<Self, LedgerError> {
        let of = RowOf { table: "charges", id: row.number };
        Ok(Self {
            id: ChargeId(of.count("number", row.number)?),
            key: key(of, row.settles_at, row.period, row.resource, row.project)?,
            from_packages: of.count("from_packages", row.from_packages)?,
            parts: parts::from_text(&row.parts).ok_or_else(|| of.corrupt("parts"))?,
            amount: ChargeAmount::from_units(row.amount_units),
            due: Money::from_cents(row.due_cents),
            vouchers: vouchers::from_text(&row.vouchers).ok_or_else(|| of.corrupt("vouchers"))?,
            from_balance: Money::from_cents(row.from_balance_cents),
            from_credit: Money::from_cents(row.from_credit_cents),
            owed: Money::from_cents(row.unpaid_cents),
            bill: of.month("bill", row.bill)?,
        })
    }
}

pub(crate) fn key(
    of: RowOf,
    settles_at: i64,
    period: i64,
    resource: i64,
    project: i64,
) -> Result<OpenKey, LedgerError> {
    Ok(OpenKey {
        settles_at: of.instant("settles_at", settles_at)?,
        period: of.instant("period", period)?,
        resource: ResourceId(of.number("resource", resource)?),
        project: ProjectId(of.number("project", project)?),
    })
}

/// Stores charges.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    charges: &[&Charge],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for charge in charges {
        let parts = parts::to_text(&charge.parts);
        let vouchers = vouchers::to_text(&charge.vouchers);
        rows.push([
            stored(charge.id.0)?.into(),
            charge.key.settles_at.timestamp().into(),
            charge.key.period.timestamp().into(),
            charge.key.resource.0.into(),
            charge.key.project.0.into(),
            stored(charge.from_packages)?.into(),
            parts.as_str().into(),
            charge.amount.units()?.into(),
            charge.due.cents().into(),
            charge.from_balance.cents().into(),
            charge.from_credit.cents().into(),
            charge.owed.cents().into(),
            month_number(charge.bill).into(),
            from_vouchers(&charge.vouchers)?.cents().into(),
            vouchers.as_str().into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO charges (account_id, number, settles_at, period, resource, project, from_packages, parts,
                             amount_units, due_cents, from_balance_cents, from_credit_cents, unpaid_cents,
                             owed_cents, bill, from_vouchers_cents, vouchers)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
               value->>9, value->>10, value->>11, value->>11, value->>12, value->>13, value->>14
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}

/// Stores what is still owed of charges that were paid in part or in full.
pub(crate) async fn update_owed(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    paid: impl IntoIterator<Item = ChargeId>,
) -> Result<(), LedgerError> {
    let owed: BTreeMap<ChargeId, i64> =
        account.debts.iter().map(|debt| (debt.charge, debt.owed.cents())).collect();
    let mut settled = Rows::default();
    for charge in paid {
        let number = stored(charge.0)?;
        match owed.get(&charge) {
            None => settled.push([number.into()]),
            // Money pays one debt after another, so hardly ever more than one is left half-paid.
            Some(cents) => update_one_owed(conn, id, number, *cents).await?,
        }
    }
    store!(
        conn,
        settled,
        r#"
        UPDATE charges
        SET owed_cents = 0
        WHERE account_id = ?1 AND number IN (SELECT value->>0 FROM jsonb_each(?2))
        "#,
        id.0
    );
    Ok(())
}

async fn update_one_owed(
    conn: &mut SqliteConnection,
    id: AccountId,
    number: i64,
    cents: i64,
) -> Result<(), LedgerError> {
    sqlx::query!(
        "UPDATE charges SET owed_cents = ?3 WHERE account_id = ?1 AND number = ?2",
        id.0,
        number,
        cents
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What is owed, in the order in which it will be paid.
pub(crate) async fn debts(conn: &mut SqliteConnection, id: AccountId) -> Result<Vec<Debt>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT number AS "number!", period AS "period!", settles_at AS "settles_at!", owed_cents
        FROM charges INDEXED BY charges_owed
        WHERE account_id = ?1 AND owed_cents > 0
        ORDER BY period, settles_at, number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let debts = rows.into_iter().map(|row| {
        let of = RowOf { table: "charges", id: row.number };
        Ok(Debt {
            charge: ChargeId(of.count("number", row.number)?),
            period: of.instant("period", row.period)?,
            settled_at: of.instant("settles_at", row.settles_at)?,
            owed: Money::from_cents(row.owed_cents),
        })
    });
    debts.collect()
}

/// Stores periods that are open, and forgets those up to the last settlement.
pub(crate) async fn save_open(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    metered: impl IntoIterator<Item = OpenKey>,
    settled_at: Option<i64>,
) -> Result<(), LedgerError> {
    if let Some(settled_at) = settled_at {
        sqlx::query!("DELETE FROM open_charges WHERE account_id = ?1 AND settles_at <= ?2", id.0, settled_at)
            .execute(&mut *conn)
            .await?;
    }
    let (mut rows, mut emptied) = (Rows::default(), Rows::default());
    for key in metered {
        let Some(open) = account.open.get(&key) else {
            if Some(key.settles_at.timestamp()) > settled_at {
                emptied.push(open_key(key));
            }
            continue;
        };
        let parts = parts::to_text(&open.parts);
        let [settles_at, period, resource, project] = open_key(key);
        rows.push([
            settles_at,
            period,
            resource,
            project,
            stored(open.from_packages)?.into(),
            parts.as_str().into(),
        ]);
    }
    store!(
        conn,
        emptied,
        r#"
        DELETE FROM open_charges
        WHERE account_id = ?1
          AND (settles_at, period, resource, project)
              IN (SELECT value->>0, value->>1, value->>2, value->>3 FROM jsonb_each(?2))
        "#,
        id.0
    );
    store!(
        conn,
        rows,
        r#"
        INSERT INTO open_charges (account_id, settles_at, period, resource, project, from_packages, parts)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, settles_at, period, resource, project) DO UPDATE
          SET from_packages = excluded.from_packages, parts = excluded.parts
        "#,
        id.0
    );
    Ok(())
}

fn open_key(key: OpenKey) -> [Cell<'static>; 4] {
    let (settles_at, period) = (key.settles_at.timestamp(), key.period.timestamp());
    [settles_at.into(), period.into(), key.resource.0.into(), key.project.0.into()]
}

/// The periods that are open, by settlement instant, period, resource, project.
pub(crate) async fn load_open(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<Vec<(OpenKey, OpenCharge)>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT settles_at, period, resource, project, from_packages, parts
        FROM open_charges
        WHERE account_id = ?1
        ORDER BY settles_at, period, resource, project
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let open = rows.into_iter().map(|row| {
        let of = RowOf { table: "open_charges", id: row.period };
        let key = key(of, row.settles_at, row.period, row.resource, row.project)?;
        let from_packages = of.count("from_packages", row.from_packages)?;
        let parts = parts::from_text(&row.parts).ok_or_else(|| of.corrupt("parts"))?;
        Ok((key, OpenCharge { from_packages, parts }))
    });
    open.collect()
}

/// Stores counters of tiers.
pub(crate) async fn save_counters(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    moved: impl IntoIterator<Item = (ResourceId, Month)>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (resource, month) in moved {
        let calls = account.counters.get(&(resource, month)).copied().unwrap_or(0);
        rows.push([resource.0.into(), month_number(month).into(), stored(calls)?.into()]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO tier_counters (account_id, resource, month, calls)
        SELECT ?1, value->>0, value->>1, value->>2
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, month, resource) DO UPDATE SET calls = excluded.calls
        "#,
        id.0
    );
    Ok(())
}

/// The counters of tiers of a month and later ones. One row a month: handing over a row costs more than reading what is in it.
pub(crate) async fn load_counters(
    conn: &mut SqliteConnection,
    id: AccountId,
    since: Option<Month>,
) -> Result<BTreeMap<(ResourceId, Month), u64>, LedgerError> {
    let since = since.map_or(0, month_number);
    let rows = sqlx::query!(
        r#"
        SELECT month, group_concat(resource || ':' || calls, ' ') AS "resources!: String"
        FROM tier_counters
        WHERE account_id = ?1 AND month >= ?2
        GROUP BY month
        ORDER BY month
        "#,
        id.0,
        since
    )
    .fetch_all(conn)
    .await?;
    let mut counters = Vec::new();
    for row in &rows {
        let of = RowOf { table: "tier_counters", id: row.month };
        let month = of.month("month", row.month)?;
        for counter in row.resources.split(' ') {
            let (resource, calls) = counter.split_once(':').ok_or_else(|| of.corrupt("resource"))?;
            let resource = resource.parse().map_err(|_| of.corrupt("resource"))?;
            let calls = calls.parse().map_err(|_| of.corrupt("calls"))?;
            counters.push(((ResourceId(resource), month), of.count("calls", calls)?));
        }
    }
    Ok(counters.into_iter().collect())
}
