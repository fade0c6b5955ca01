//! Accounts: contract, clock, money, resources and projects.

use std::sync::Arc;

use billing::{
    Account, Instant, Money, Terms,
    alert::{BalanceAlert, Episode},
    engine::due::Phase,
    zone::Zone,
};
use chrono::TimeDelta;
use sqlx::SqliteConnection;

use crate::{
    LedgerError, charges,
    columns::{RowOf, stored},
    levels, lifecycle, packages, resources, vouchers,
};

/// An account by its number in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub i64);

/// Which price list an account was opened under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// Its name.
    pub name: String,
    /// Digest of its content.
    pub hash: String,
}

/// What an account is opened with, beside what billing decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// What the customer calls it; unique in the file.
    pub name: String,
    /// Prices and offers.
    pub catalogue: Catalogue,
    /// Whether it is demonstration data, to be labelled everywhere.
    pub sample: bool,
}

/// An account without its state: enough to build its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountHeader {
    /// Its number.
    pub id: AccountId,
    /// What the customer calls it.
    pub name: String,
    /// `huawei-ocr-intl`.
    pub policy: String,
    /// Customer level, `V1`.
    pub level: String,
    /// The one it was opened at.
    pub opening_level: String,
    /// `USD`.
    pub currency: String,
    /// How long after a period's end its money is taken.
    pub settlement_delay: TimeDelta,
    /// Prices and offers.
    pub catalogue: Catalogue,
    /// Whether it is demonstration data.
    pub sample: bool,
    /// When it was opened.
    pub opened_at: Instant,
    /// Its clock: everything due up to here has run.
    pub now: Instant,
    /// Prepaid cash.
    pub balance: Money,
}

impl AccountHeader {
    fn from_row(row: HeaderRow) -> Result<Self, LedgerError> {
        let of = RowOf { table: "accounts", id: row.id };
        let delay = TimeDelta::try_seconds(row.settlement_delay_seconds);
        Ok(Self {
            id: AccountId(row.id),
            name: row.name,
            policy: row.policy,
            level: row.level,
            opening_level: row.opening_level,
            currency: row.currency,
            settlement_delay: delay.ok_or_else(|| of.corrupt("settlement_delay_seconds"))?,
            catalogue: Catalogue { name: row.catalogue, hash: row.catalogue_hash },
            sample: row.sample != 0,
            opened_at: of.instant("opened_at", row.opened_at)?,
            now: of.instant("now_at", row.now_at)?,
            balance: Money::from_cents(row.balance_cents),
        })
    }
}

struct HeaderRow {
    id: i64,
    name: String,
    policy: String,
    level: String,
    opening_level: String,
    currency: String,
    settlement_delay_seconds: i64,
    catalogue: String,
    catalogue_hash: String,
    sample: i64,
    opened_at: i64,
    now_at: i64,
    balance_cents: i64,
}

/// Every account of the file, by number.
pub(crate) async fn list(conn: &mut SqliteConnection) -> Result<Vec<AccountHeader>, LedgerError> {
    let rows = sqlx::query_as!(
        HeaderRow,
        r#"
        SELECT id, name, policy, level AS opening_level,
               IFNULL((SELECT c.level FROM level_changes AS c WHERE c.account_id = accounts.id
                       ORDER BY c.number DESC LIMIT 1), level) AS "level!: String",
               currency, settlement_delay_seconds, catalogue, catalogue_hash, sample,
               opened_at, now_at, balance_cents
        FROM accounts
        ORDER BY id
        "#
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(AccountHeader::from_row).collect()
}

/// The account of a name.
pub(crate) async fn find(
    conn: &mut SqliteConnection,
    name: &str,
) -> Result<Option<AccountHeader>, LedgerError> {
    let row = sqlx::query_as!(
        HeaderRow,
        r#"
        SELECT id, name, policy, level AS opening_level,
               IFNULL((SELECT c.level FROM level_changes AS c WHERE c.account_id = accounts.id
                       ORDER BY c.number DESC LIMIT 1), level) AS "level!: String",
               currency, settlement_delay_seconds, catalogue, catalogue_hash, sample,
               opened_at, now_at, balance_cents
        FROM accounts
        WHERE name = ?1
        "#,
        name
    )
    .fetch_optional(conn)
    .await?;
    row.map(AccountHeader::from_row).transpose()
}

/// An account without its state.
pub(crate) async fn header(
    conn: &mut SqliteConnection,
    account: AccountId,
) -> Result<AccountHeader, LedgerError> {
    let row = sqlx::query_as!(
        HeaderRow,
        r#"
        SELECT id, name, policy, level AS opening_level,
               IFNULL((SELECT c.level FROM level_changes AS c WHERE c.account_id = accounts.id
                       ORDER BY c.number DESC LIMIT 1), level) AS "level!: String",
               currency, settlement_delay_seconds, catalogue, catalogue_hash, sample,
               opened_at, now_at, balance_cents
        FROM accounts
        WHERE id = ?1
        "#,
        account.0
    )
    .fetch_optional(conn)
    .await?;
    AccountHeader::from_row(row.ok_or(LedgerError::NoAccount(account.0))?)
}

/// Where hours, days, months and settlement periods of an account begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub zone: Zone,
    pub period: TimeDelta,
}

impl Calendar {
    pub fn period_start(&self, at: Instant) -> Instant {
        self.zone.period_start(at, self.period)
    }
}

/// The calendar of an account's provider.
pub(crate) async fn calendar(
    conn: &mut SqliteConnection,
    account: AccountId,
) -> Result<Calendar, LedgerError> {
    let row =
        sqlx::query!("SELECT zone_offset_seconds, period_seconds FROM accounts WHERE id = ?1", account.0)
            .fetch_optional(conn)
            .await?
            .ok_or(LedgerError::NoAccount(account.0))?;
    let of = RowOf { table: "accounts", id: account.0 };
    let zone = i32::try_from(row.zone_offset_seconds).ok().and_then(Zone::east);
    let period = TimeDelta::try_seconds(row.period_seconds);
    Ok(Calendar {
        zone: zone.ok_or_else(|| of.corrupt("zone_offset_seconds"))?,
        period: period.ok_or_else(|| of.corrupt("period_seconds"))?,
    })
}

/// Inserts an account as it was opened, before any of its events.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    new: &NewAccount,
    account: &Account,
) -> Result<AccountId, LedgerError> {
    let (terms, policy) = (&account.terms, &account.terms.policy);
    let settlement_delay = terms.settlement_delay.num_seconds();
    let (offset, period) = (i64::from(policy.zone.offset_seconds()), policy.settlement.period.num_seconds());
    let (opened_at, phase) = (account.opened_at.timestamp(), account.phase as i64);
    let inserted = sqlx::query!(
        r#"
        INSERT INTO accounts (name, policy, level, currency, settlement_delay_seconds, zone_offset_seconds,
                              period_seconds, catalogue, catalogue_hash, sample, opened_at, now_at, phase,
                              balance_cents, credit_limit_cents, credit_drawn_cents, next_charge)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, 0, 0, 0, 0)
        "#,
        new.name,
        policy.id,
        terms.level,
        terms.currency,
        settlement_delay,
        offset,
        period,
        new.catalogue.name,
        new.catalogue.hash,
        new.sample,
        opened_at,
        phase
    )
    .execute(conn)
    .await;
    match inserted {
        Ok(done) => Ok(AccountId(done.last_insert_rowid())),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Err(LedgerError::NameTaken),
        Err(error) => Err(error.into()),
    }
}

/// The money of an account before a write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Funds {
    pub balance: i64,
    pub credit_drawn: i64,
    pub owed: i64,
}

/// The money of an account as it is stored.
pub(crate) async fn funds(conn: &mut SqliteConnection, account: AccountId) -> Result<Funds, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT balance_cents, credit_drawn_cents,
               (SELECT IFNULL(SUM(owed_cents), 0)
                FROM charges INDEXED BY charges_owed
                WHERE account_id = ?1 AND owed_cents > 0) AS "owed_cents!: i64"
        FROM accounts
        WHERE id = ?1
        "#,
        account.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(LedgerError::NoAccount(account.0))?;
    Ok(Funds { balance: row.balance_cents, credit_drawn: row.credit_drawn_cents, owed: row.owed_cents })
}

/// Stores clock and money of an account.
pub(crate) async fn update(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
) -> Result<(), LedgerError> {
    let (now_at, phase) = (account.now.timestamp(), account.phase as i64);
    let (balance, limit) = (account.balance.cents(), account.credit_limit.cents());
    let drawn = account.credit_drawn.cents();
    let arrears_since = account.arrears_since.map(|since| since.timestamp());
    let next_charge = stored(account.next_charge)?;
    let released_at = account.released_at.map(|at| at.timestamp());
    let alert = account.balance_alert;
    let (line, version) =
        (alert.map(|alert| alert.threshold.cents()), alert.map_or(0, |alert| alert.version));
    let episode = alert.and_then(|alert| alert.episode);
    let crossed_at = episode.map(|episode| episode.crossed_at.timestamp());
    let (told, acknowledged) = episode.map_or((0, false), |episode| (episode.told, episode.acknowledged));
    let skipped = episode.map_or(0, |episode| episode.skipped);
    let snoozed_until = alert.and_then(|alert| alert.snoozed_until).map(|until| until.timestamp());
    sqlx::query!(
        r#"
        UPDATE accounts
        SET now_at = ?2, phase = ?3, balance_cents = ?4, credit_limit_cents = ?5, credit_drawn_cents = ?6,
            arrears_since = ?7, next_charge = ?8, released_at = ?9, alert_line_cents = ?10,
            alert_version = ?11, alert_crossed_at = ?12, alert_told = ?13, alert_acknowledged = ?14,
            alert_snoozed_until = ?15, alert_skipped = ?16
        WHERE id = ?1
        "#,
        id.0,
        now_at,
        phase,
        balance,
        limit,
        drawn,
        arrears_since,
        next_charge,
        released_at,
        line,
        version,
        crossed_at,
        told,
        acknowledged,
        snoozed_until,
        skipped
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Which running totals of usage are loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Totals {
    /// Those of every month.
    All,
    /// Those of the account's month and the month before.
    Recent,
}

/// The account as it was last written.
pub(crate) async fn load(
    conn: &mut SqliteConnection,
    id: AccountId,
    terms: Arc<Terms>,
    totals: Totals,
) -> Result<Account, LedgerError> {
    let row = sqlx::query!(
        r#"
        SELECT opened_at, now_at, phase, balance_cents, credit_limit_cents, credit_drawn_cents, arrears_since,
               next_charge, released_at, alert_line_cents, alert_version, alert_crossed_at, alert_told,
               alert_acknowledged, alert_snoozed_until, alert_skipped
        FROM accounts
        WHERE id = ?1
        "#,
        id.0
    )
    .fetch_optional(&mut *conn)
    .await?
    .ok_or(LedgerError::NoAccount(id.0))?;
    let of = RowOf { table: "accounts", id: id.0 };
    let phase = u8::try_from(row.phase).ok().and_then(Phase::from_number);
    let crossed_at = of.optional_instant("alert_crossed_at", row.alert_crossed_at)?;
    let told = of.number("alert_told", row.alert_told)?;
    let acknowledged = row.alert_acknowledged != 0;
    let skipped = of.number("alert_skipped", row.alert_skipped)?;
    let episode = crossed_at.map(|crossed_at| Episode { crossed_at, told, skipped, acknowledged });
    let snoozed_until = of.optional_instant("alert_snoozed_until", row.alert_snoozed_until)?;
    let version = of.number("alert_version", row.alert_version)?;
    let line = row.alert_line_cents.map(Money::from_cents);
    let now = of.instant("now_at", row.now_at)?;
    let zone = terms.policy.zone;
    let totals_since = match totals {
        Totals::All => None,
        Totals::Recent => Some(zone.month_start(zone.month(now).previous())),
    };
    Ok(Account {
        terms,
        opened_at: of.instant("opened_at", row.opened_at)?,
        now,
        phase: phase.ok_or_else(|| of.corrupt("phase"))?,
        balance: Money::from_cents(row.balance_cents),
        credit_limit: Money::from_cents(row.credit_limit_cents),
        credit_drawn: Money::from_cents(row.credit_drawn_cents),
        debts: charges::debts(conn, id).await?,
        arrears_since: of.optional_instant("arrears_since", row.arrears_since)?,
        released_at: of.optional_instant("released_at", row.released_at)?,
        past_arrears: lifecycle::load_past_arrears(conn, id).await?,
        level_changes: levels::load(conn, id).await?,
        balance_alert: line.map(|threshold| BalanceAlert { threshold, version, snoozed_until, episode }),
        resources: resources::load(conn, id).await?,
        projects: resources::load_projects(conn, id).await?,
        packages: packages::load(conn, id).await?,
        vouchers: vouchers::load(conn, id).await?,
        open: charges::load_open(conn, id).await?.into_iter().collect(),
        totals_since: totals_since.unwrap_or(Instant::MIN_UTC),
        counters: charges::load_counters(conn, id, totals_since.map(|since| zone.month(since))).await?,
        attended: lifecycle::load_attended(conn, id, totals_since).await?,
        next_charge: of.count("next_charge", row.next_charge)?,
    })
}
