//! Packages, their cycles, what was taken from them, and what was paid for them.

use std::collections::{BTreeMap, BTreeSet};

use billing::{
    Account, Cycle, Money, Package, PackageId, ProjectId, ResourceId,
    package::{DailyHours, PaidOrder, Source},
    zone::Term,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::{RowOf, stored},
    spans, vouchers,
    write::{
        drafted::{DeductionRow, PurchaseRow},
        rows::{Rows, store},
    },
};

/// Stores packages and their cycles as the account has them now.
pub(crate) async fn save(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    touched: impl IntoIterator<Item = PackageId>,
) -> Result<(), LedgerError> {
    let (mut rows, mut cycles) = (Rows::default(), Rows::default());
    for number in touched {
        let Some(package) = account.package(number) else { continue };
        push_package(&mut rows, number, package)?;
        for (index, cycle) in (0_u32..).zip(&package.cycles) {
            push_cycle(&mut cycles, number, index, cycle)?;
        }
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO packages (account_id, number, sku, resource, project, source, quota, term, acquired_at, anchor,
                              price_cents, expired_at, anchor_cycle, auto_renew_days, renewal_failed_for,
                              refunded_at, void_since, refund_counted, disable_at_end, shared, hours)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
               value->>8, value->>9, value->>10, value->>11, value->>12, value->>13, value->>14, value->>15, value->>16,
               value->>17, value->>18, value->>19
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, number) DO UPDATE
          SET expired_at = excluded.expired_at, anchor = excluded.anchor, anchor_cycle = excluded.anchor_cycle,
              auto_renew_days = excluded.auto_renew_days, renewal_failed_for = excluded.renewal_failed_for,
              refunded_at = excluded.refunded_at, void_since = excluded.void_since,
              refund_counted = excluded.refund_counted, disable_at_end = excluded.disable_at_end,
              shared = excluded.shared
          WHERE (expired_at, anchor, anchor_cycle, auto_renew_days, renewal_failed_for, refunded_at, void_since,
                 disable_at_end, shared)
             IS NOT (excluded.expired_at, excluded.anchor, excluded.anchor_cycle, excluded.auto_renew_days,
                     excluded.renewal_failed_for, excluded.refunded_at, excluded.void_since,
                     excluded.disable_at_end, excluded.shared)
        "#,
        id.0
    );
    store!(
        conn,
        cycles,
        r#"
        INSERT INTO cycles (account_id, package, number, paid_at, starts_at, ends_at, quota, used, lapsed, begun, ended,
                            low_sent, exhausted_sent, low_told)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
               value->>9, value->>10, value->>11, value->>12
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, package, number) DO UPDATE
          SET used = excluded.used, lapsed = excluded.lapsed, begun = excluded.begun, ended = excluded.ended,
              low_sent = excluded.low_sent, exhausted_sent = excluded.exhausted_sent, low_told = excluded.low_told
          WHERE (used, lapsed, begun, ended, low_told, exhausted_sent)
             <> (excluded.used, excluded.lapsed, excluded.begun, excluded.ended, excluded.low_told,
                 excluded.exhausted_sent)
        "#,
        id.0
    );
    Ok(())
}

/// Takes out the cycles that packages no longer have.
pub(crate) async fn shorten(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    packages: &BTreeSet<PackageId>,
) -> Result<(), LedgerError> {
    for number in packages {
        let left = account.package(*number).map_or(0, |package| package.cycles.len());
        let left = i64::try_from(left)?;
        sqlx::query!(
            "DELETE FROM cycles WHERE account_id = ?1 AND package = ?2 AND number >= ?3",
            id.0,
            number.0,
            left
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

fn push_package(rows: &mut Rows, number: PackageId, package: &Package) -> Result<(), LedgerError> {
    let term = match package.term {
        Term::Months(months) => format!("{months}m"),
        Term::Days(days) => format!("{days}d"),
    };
    let anchor = package.anchor.to_string();
    let shared = spans::to_text(&package.shared);
    let hours = package.hours.map(|hours| hours.to_string());
    rows.push([
        number.0.into(),
        package.sku.as_str().into(),
        package.resource.0.into(),
        package.project.map(|project| project.0).into(),
        package.source.code().into(),
        stored(package.quota)?.into(),
        term.as_str().into(),
        package.acquired_at.timestamp().into(),
        anchor.as_str().into(),
        package.price.cents().into(),
        package.expired_at.map(|at| at.timestamp()).into(),
        package.anchor_cycle.into(),
        package.auto_renew.into(),
        package.renewal_failed_for.map(|at| at.timestamp()).into(),
        package.refunded_at.map(|at| at.timestamp()).into(),
        package.void_since.map(|at| at.timestamp()).into(),
        package.refund_counted.into(),
        package.disable_at_end.into(),
        shared.as_str().into(),
        hours.as_deref().into(),
    ]);
    Ok(())
}

fn push_cycle(rows: &mut Rows, package: PackageId, number: u32, cycle: &Cycle) -> Result<(), LedgerError> {
    rows.push([
        package.0.into(),
        number.into(),
        cycle.paid_at.timestamp().into(),
        cycle.starts_at.timestamp().into(),
        cycle.ends_at.timestamp().into(),
        stored(cycle.quota)?.into(),
        stored(cycle.used)?.into(),
        stored(cycle.lapsed)?.into(),
        cycle.begun.into(),
        cycle.ended.into(),
        (cycle.low_told > 0).into(),
        cycle.exhausted_sent.into(),
        cycle.low_told.into(),
    ]);
    Ok(())
}

/// Stores quota that was taken or given back.
pub(crate) async fn insert_deductions(
    conn: &mut SqliteConnection,
    id: AccountId,
    deductions: &[DeductionRow<'_>],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for DeductionRow { transaction_id, deduction, returned } in deductions {
        rows.push([
            deduction.package.0.into(),
            (*transaction_id).into(),
            i64::try_from(deduction.cycle)?.into(),
            deduction.key.resource.0.into(),
            deduction.key.project.0.into(),
            deduction.occurred_at.timestamp().into(),
            deduction.key.settles_at.timestamp().into(),
            (*returned).into(),
            stored(deduction.calls)?.into(),
            stored(deduction.from_lapsed)?.into(),
            stored(deduction.remaining)?.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO deductions (account_id, package, transaction_id, cycle, resource, project, occurred_at,
                                settles_at, returned, calls, from_lapsed, remaining)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
               value->>8, value->>9, value->>10
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}

/// Stores what was paid for packages, numbered on from the last.
pub(crate) async fn insert_purchases(
    conn: &mut SqliteConnection,
    id: AccountId,
    purchases: &[PurchaseRow],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (index, purchase) in (0_u32..).zip(purchases) {
        rows.push([
            index.into(),
            purchase.package.0.into(),
            purchase.kind.code().into(),
            purchase.at.into(),
            purchase.cycle_count.into(),
            purchase.price.into(),
            purchase.from_balance.into(),
            purchase.from_credit.into(),
            purchase.bill.into(),
            i64::from(purchase.automatic).into(),
            purchase.from_vouchers.into(),
            purchase.vouchers.as_str().into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO purchases (account_id, number, package, kind, at, cycle_count, price_cents, from_balance_cents,
                               from_credit_cents, bill, automatic, from_vouchers_cents, vouchers)
        SELECT ?1, (SELECT IFNULL(MAX(number), -1) + 1 FROM purchases WHERE account_id = ?1) + (value->>0),
               value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9,
               value->>10, value->>11
        FROM jsonb_each(?2)
        "#,
        id.0
    );
    Ok(())
}

/// The packages of an account, by number.
pub(crate) async fn load(conn: &mut SqliteConnection, id: AccountId) -> Result<Vec<Package>, LedgerError> {
    let mut cycles = load_cycles(conn, id).await?;
    let mut orders = load_orders(conn, id).await?;
    let rows = sqlx::query!(
        r#"
        SELECT number, sku, resource, project, source, quota, term, acquired_at, anchor, price_cents, expired_at,
               anchor_cycle, auto_renew_days, renewal_failed_for, refunded_at, void_since, refund_counted,
               disable_at_end, shared, hours
        FROM packages
        WHERE account_id = ?1
        ORDER BY number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let packages = (0..).zip(rows).map(|(index, row)| {
        let of = RowOf { table: "packages", id: row.number };
        if row.number != index {
            return Err(of.corrupt("number"));
        }
        let project = row.project.map(|project| of.number("project", project)).transpose()?;
        Ok(Package {
            sku: row.sku,
            resource: ResourceId(of.number("resource", row.resource)?),
            project: project.map(ProjectId),
            hours: row
                .hours
                .as_deref()
                .map(|text| DailyHours::parse(text).ok_or_else(|| of.corrupt("hours")))
                .transpose()?,
            source: Source::parse(&row.source).ok_or_else(|| of.corrupt("source"))?,
            quota: of.count("quota", row.quota)?,
            term: term(&row.term).ok_or_else(|| of.corrupt("term"))?,
            acquired_at: of.instant("acquired_at", row.acquired_at)?,
            anchor: row.anchor.parse::<NaiveDate>().map_err(|_| of.corrupt("anchor"))?,
            price: Money::from_cents(row.price_cents),
            orders: orders.remove(&index).unwrap_or_default(),
            cycles: cycles.remove(&index).unwrap_or_default(),
            expired_at: of.optional_instant("expired_at", row.expired_at)?,
            anchor_cycle: of.number("anchor_cycle", row.anchor_cycle)?,
            auto_renew: row.auto_renew_days.map(|days| of.number("auto_renew_days", days)).transpose()?,
            renewal_failed_for: of.optional_instant("renewal_failed_for", row.renewal_failed_for)?,
            refunded_at: of.optional_instant("refunded_at", row.refunded_at)?,
            void_since: of.optional_instant("void_since", row.void_since)?,
            refund_counted: row.refund_counted != 0,
            disable_at_end: row.disable_at_end != 0,
            shared: spans::from_text(&row.shared).ok_or_else(|| of.corrupt("shared"))?,
        })
    });
    packages.collect()
}

/// `12m` or `30d`; unlike a catalogue, the books know no years and no longest term.
fn term(text: &str) -> Option<Term> {
    let months = text.strip_suffix('m').and_then(|months| months.parse().ok()).map(Term::Months);
    months.or_else(|| text.strip_suffix('d').and_then(|days| days.parse().ok()).map(Term::Days))
}

/// What paid for packages, oldest first, without what was given back.
async fn load_orders(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<BTreeMap<i64, Vec<PaidOrder>>, LedgerError> {
    let rows = sqlx::query!(
        "SELECT number, package, cycle_count, price_cents, vouchers
         FROM purchases
         WHERE account_id = ?1 AND number NOT IN (SELECT purchase FROM returned_orders WHERE account_id = ?1)
         ORDER BY number",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let mut orders: BTreeMap<i64, Vec<PaidOrder>> = BTreeMap::new();
    for row in rows {
        let of = RowOf { table: "purchases", id: row.number };
        orders.entry(row.package).or_default().push(PaidOrder {
            cycles: of.number("cycle_count", row.cycle_count)?,
            price: Money::from_cents(row.price_cents),
            vouchers: vouchers::from_text(&row.vouchers).ok_or_else(|| of.corrupt("vouchers"))?,
        });
    }
    Ok(orders)
}

async fn load_cycles(
    conn: &mut SqliteConnection,
    id: AccountId,
) -> Result<BTreeMap<i64, Vec<Cycle>>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT package, paid_at, starts_at, ends_at, quota, used, lapsed, begun, ended, low_told, exhausted_sent
        FROM cycles
        WHERE account_id = ?1
        ORDER BY package, number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let mut cycles: BTreeMap<i64, Vec<Cycle>> = BTreeMap::new();
    for row in rows {
        let of = RowOf { table: "cycles", id: row.package };
        cycles.entry(row.package).or_default().push(Cycle {
            paid_at: of.instant("paid_at", row.paid_at)?,
            starts_at: of.instant("starts_at", row.starts_at)?,
            ends_at: of.instant("ends_at", row.ends_at)?,
            quota: of.count("quota", row.quota)?,
            used: of.count("used", row.used)?,
            lapsed: of.count("lapsed", row.lapsed)?,
            begun: row.begun != 0,
            ended: row.ended != 0,
            low_told: of.number("low_told", row.low_told)?,
            exhausted_sent: row.exhausted_sent != 0,
        });
    }
    Ok(cycles)
}
