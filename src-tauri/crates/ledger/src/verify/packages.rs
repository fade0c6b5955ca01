//! Packages: each deduction with its posting and its usage, each cycle with what was granted, taken and lapsed.

use std::collections::BTreeMap;

use billing::engine::due::Phase;
use sqlx::SqliteConnection;

use super::{
    PAGE, Scope,
    findings::{Check, Figures, Findings},
    journal::{Moved, Turns},
};
use crate::LedgerError;

/// A cycle by its package and its number.
type CycleKey = (i64, i64);

/// A cycle as its deductions leave it.
#[derive(Clone, Copy, Debug, Default)]
struct Followed {
    used: i128,
    /// Calls that lapsed by being returned, less those that late usage took back.
    lapsed: i128,
}

pub(super) async fn check(
    conn: &mut SqliteConnection,
    scope: &Scope,
    moved: &Moved,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let followed = follow_deductions(conn, scope, moved, findings).await?;
    check_cycles(conn, scope, moved, followed, findings).await?;
    check_purchases(conn, scope, findings).await?;
    check_usage(conn, scope, findings).await
}

/// A deduction with what its transaction moved.
struct DeductionRow {
    package: i64,
    transaction_id: i64,
    cycle: i64,
    returned: i64,
    calls: i64,
    from_lapsed: i64,
    remaining: i64,
    quota_units: i64,
    lapsed_units: i64,
}

/// Follows each package from its first deduction to its last.
async fn follow_deductions(
    conn: &mut SqliteConnection,
    scope: &Scope,
    moved: &Moved,
    findings: &mut Findings<'_>,
) -> Result<BTreeMap<CycleKey, Followed>, LedgerError> {
    let mut followed: BTreeMap<CycleKey, Followed> = BTreeMap::new();
    let (mut after, mut count) = ((-1, -1), 0);
    loop {
        let page = load_deductions(conn, scope.id, after).await?;
        let Some(last) = page.last() else { break };
        after = (last.package, last.transaction_id);
        for row in &page {
            count += 1;
            let key = (row.package, row.cycle);
            let turns = moved.turns.get(&key).copied().unwrap_or_default();
            follow(scope, row, turns, followed.entry(key).or_default(), findings);
        }
    }
    let place = format_args!("account {} deductions", scope.id);
    findings.compare(Check::Deduction, place, ["transactions"], [moved.deductions], [count]);
    Ok(followed)
}

fn follow(
    scope: &Scope,
    row: &DeductionRow,
    turns: Turns,
    cycle: &mut Followed,
    findings: &mut Findings<'_>,
) {
    let sign = if row.returned == 0 { 1 } else { -1 };
    cycle.used += sign * i128::from(row.calls);
    cycle.lapsed -= sign * i128::from(row.from_lapsed);
    let ended = turns.ended_by.is_some_and(|transaction| transaction < row.transaction_id);
    let lapsed = cycle.lapsed + if ended { turns.lapsed } else { 0 };
    let from_package = i128::from(row.calls) - i128::from(row.from_lapsed);
    findings.compare(
        Check::Deduction,
        format_args!("account {} package {} transaction {}", scope.id, row.package, row.transaction_id),
        ["calls from the package", "calls that had lapsed", "calls remaining"],
        [
            -sign * i128::from(row.quota_units),
            -sign * i128::from(row.lapsed_units),
            turns.granted - cycle.used - lapsed,
        ],
        [from_package, row.from_lapsed.into(), row.remaining.into()],
    );
}

async fn load_deductions(
    conn: &mut SqliteConnection,
    account: i64,
    (package, transaction): (i64, i64),
) -> Result<Vec<DeductionRow>, LedgerError> {
    let rows = sqlx::query_as!(
        DeductionRow,
        r#"
        SELECT d.package AS "package!", d.transaction_id AS "transaction_id!", d.cycle AS "cycle!",
               d.returned AS "returned!", d.calls AS "calls!", d.from_lapsed AS "from_lapsed!",
               d.remaining AS "remaining!",
               (SELECT IFNULL(SUM(p.units), 0)
                FROM postings AS p
                JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
                WHERE p.transaction_id = d.transaction_id AND p.commodity = 1
                  AND a.name = 'Assets:Quota:' || d.package) AS "quota_units!: i64",
               (SELECT IFNULL(SUM(p.units), 0)
                FROM postings AS p
                JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
                WHERE p.transaction_id = d.transaction_id AND p.commodity = 1
                  AND a.name = 'Expenses:Quota:Lapsed') AS "lapsed_units!: i64"
        FROM deductions AS d
        WHERE d.account_id = ?1 AND (d.package, d.transaction_id) > (?2, ?3)
        ORDER BY d.package, d.transaction_id
        LIMIT ?4
        "#,
        account,
        package,
        transaction,
        PAGE
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// Each cycle is what its transactions and its deductions leave, and has begun and ended by the account's clock.
async fn check_cycles(
    conn: &mut SqliteConnection,
    scope: &Scope,
    moved: &Moved,
    mut followed: BTreeMap<CycleKey, Followed>,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT c.package, c.number, c.starts_at, c.ends_at, c.quota, c.used, c.lapsed, c.begun, c.ended,
               p.quota AS package_quota, IFNULL(p.refunded_at, p.void_since) AS "gone_at?: i64"
        FROM cycles AS c
        JOIN packages AS p ON p.account_id = c.account_id AND p.number = c.package
        WHERE c.account_id = ?1
        ORDER BY c.package, c.number
        "#,
        scope.id
    )
    .fetch_all(conn)
    .await?;
    let (mut turns, mut left) = (moved.turns.clone(), moved.quota.clone());
    for row in rows {
        let key = (row.package, row.number);
        let turns = turns.remove(&key).unwrap_or_default();
        let followed = followed.remove(&key).unwrap_or_default();
        // Nothing of a package begins after it was given back or made void, and all of it has ended then.
        let had_begun = row.gone_at.is_none_or(|gone_at| row.starts_at <= gone_at);
        let begun = had_begun && scope.has_run(row.starts_at, Phase::PackageEnds);
        let by_itself = scope.has_run(row.ends_at.saturating_add(1), Phase::PackageEnds);
        let ended = begun && (by_itself || row.gone_at.is_some());
        let quota = if begun { row.package_quota.into() } else { 0 };
        let used_and_lapsed = followed.used + turns.lapsed + followed.lapsed;
        let remaining = quota - used_and_lapsed;
        *left.entry(row.package).or_default() -= remaining;
        let stored = [row.quota, row.used, row.lapsed, row.begun, row.ended].map(i128::from);
        findings.compare(
            Check::Cycle,
            format_args!("account {} package {} cycle {}", scope.id, row.package, row.number),
            ["quota", "used", "lapsed", "begun", "ended", "granted", "remaining after its end"],
            [
                row.package_quota.into(),
                followed.used,
                turns.lapsed + followed.lapsed,
                begun.into(),
                ended.into(),
                turns.granted,
                0,
            ],
            with(stored, [quota, if ended { remaining } else { 0 }]),
        );
        findings.checked.packages += u64::from(row.number == 0);
    }
    for (package, cycle) in turns.into_keys().chain(followed.into_keys()) {
        let place = format_args!("account {} package {package} cycle {cycle}", scope.id);
        findings.note(Check::Cycle, place, "a cycle that quota moved for", "none");
    }
    for (package, calls) in left {
        let place = format_args!("account {} package {package}", scope.id);
        findings.compare(Check::Quota, place, ["calls beyond its cycles"], [0], [calls]);
    }
    Ok(())
}

fn with(stored: Figures<5>, [granted, remaining]: Figures<2>) -> Figures<7> {
    let [quota, used, lapsed, begun, ended] = stored;
    [quota, used, lapsed, begun, ended, granted, remaining]
}

/// Each cycle was bought, renewed or granted, and not given back.
async fn check_purchases(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT p.number AS "number!: i64",
               (SELECT COUNT(*) FROM cycles AS c WHERE c.account_id = p.account_id AND c.package = p.number)
                 AS "cycles!: i64",
               IFNULL(b.cycles, 0) AS "bought!: i64"
        FROM packages AS p
        LEFT JOIN (SELECT package, SUM(cycle_count) AS cycles
                   FROM purchases
                   WHERE account_id = ?1
                     AND number NOT IN (SELECT purchase FROM returned_orders WHERE account_id = ?1)
                   GROUP BY package) AS b ON b.package = p.number
        WHERE p.account_id = ?1
        ORDER BY p.number
        "#,
        scope.id
    )
    .fetch_all(conn)
    .await?;
    for row in rows {
        let place = format_args!("account {} package {}", scope.id, row.number);
        findings.compare(Check::Purchase, place, ["cycles"], [row.cycles.into()], [row.bought.into()]);
    }
    Ok(())
}

/// What packages paid for is what the usage says they did, stretch by stretch.
async fn check_usage(
    conn: &mut SqliteConnection,
    scope: &Scope,
    findings: &mut Findings<'_>,
) -> Result<(), LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT occurred_at AS "occurred_at!: i64", resource AS "resource!: i64", project AS "project!: i64",
               SUM(metered) AS "metered!: i64", SUM(deducted) AS "deducted!: i64"
        FROM (SELECT occurred_at, resource, project, settles_at,
                     IIF(taken_out = 0, from_packages, -from_packages) AS metered, 0 AS deducted
              FROM usage_segments
              WHERE account_id = ?1 AND from_packages > 0
              UNION ALL
              SELECT occurred_at, resource, project, settles_at, 0, IIF(returned = 0, calls, -calls)
              FROM deductions
              WHERE account_id = ?1)
        GROUP BY occurred_at, resource, project, settles_at
        HAVING SUM(metered) <> SUM(deducted)
        ORDER BY occurred_at, resource, project, settles_at
        LIMIT 1
        "#,
        scope.id
    )
    .fetch_optional(conn)
    .await?;
    if let Some(row) = row {
        let (at, resource, project) = (scope.show(row.occurred_at), row.resource, row.project);
        findings.compare(
            Check::Usage,
            format_args!("account {} usage of {at}, resource {resource}, project {project}", scope.id),
            ["from_packages"],
            [row.deducted.into()],
            [row.metered.into()],
        );
    }
    Ok(())
}
