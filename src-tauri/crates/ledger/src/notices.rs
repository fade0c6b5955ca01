//! Messages to the customer: what writes leave, and what was seen.

use billing::{
    Instant, Money,
    alert::{Measured, NoticeKind},
    event::Notice,
};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::{RowOf, stored},
    write::rows::{Rows, store},
};

/// The kind of a stable name.
pub(crate) fn kind(code: &str) -> Option<NoticeKind> {
    NoticeKind::ALL.into_iter().find(|kind| kind.code() == code)
}

/// Stores messages, numbered on from the last, after the usage that their write metered: each is kept with the last usage
/// it could know of.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    notices: &[(Instant, Notice)],
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    for (index, (at, notice)) in (0_i64..).zip(notices) {
        let figures = Figures::of(notice.measured)?;
        rows.push([
            index.into(),
            at.timestamp().into(),
            notice.kind.code().into(),
            notice.package.map(|package| package.0).into(),
            notice.charge.map(|charge| stored(charge.0)).transpose()?.into(),
            figures.value.into(),
            figures.line.into(),
            figures.quota.into(),
            figures.version.into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO notices (account_id, number, write_id, at, kind, package, charge, value, line, quota,
                             rule_version, usage_until)
        SELECT ?1, (SELECT IFNULL(MAX(number), -1) + 1 FROM notices WHERE account_id = ?1) + (value->>0), ?2,
               value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
               (SELECT MAX(occurred_at) FROM usage_segments WHERE account_id = ?1 AND occurred_at <= value->>1)
        FROM jsonb_each(?3)
        "#,
        id.0,
        write_id
    );
    Ok(())
}

/// Marks every message up to a number as seen.
pub(crate) async fn mark_seen(
    conn: &mut SqliteConnection,
    id: AccountId,
    up_to: i64,
) -> Result<(), LedgerError> {
    sqlx::query!(
        r#"
        UPDATE notices
        SET seen = 1
        WHERE account_id = ?1 AND number <= ?2 AND seen = 0
        "#,
        id.0,
        up_to
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The figures of a notice, as columns.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// Cents, or calls and seconds left.
    pub value: Option<i64>,
    /// Cents, or percent.
    pub line: Option<i64>,
    /// The quota.
    pub quota: Option<i64>,
    /// Of the rule.
    pub version: Option<i64>,
}

impl Figures {
    fn of(measured: Option<Measured>) -> Result<Self, LedgerError> {
        Ok(match measured {
            None => Self::default(),
            Some(Measured::Spendable { value, threshold, version }) => Self {
                value: Some(value.cents()),
                line: Some(threshold.cents()),
                quota: None,
                version: Some(version.into()),
            },
            Some(Measured::Quota { left, quota, percent }) => Self {
                value: Some(stored(left)?),
                line: percent.map(Into::into),
                quota: Some(stored(quota)?),
                version: None,
            },
            Some(Measured::Owed(owed)) => Self { value: Some(owed.cents()), ..Self::default() },
        })
    }

    /// What was measured; nothing for notices of books that did not keep it.
    pub fn read(self, of: RowOf) -> Result<Option<Measured>, LedgerError> {
        let Some(value) = self.value else { return Ok(None) };
        let line = self.line;
        Ok(Some(match (self.quota, self.version, line) {
            (Some(quota), ..) => Measured::Quota {
                left: of.count("value", value)?,
                quota: of.count("quota", quota)?,
                percent: line.map(|line| of.number("line", line)).transpose()?,
            },
            (None, Some(version), Some(line)) => Measured::Spendable {
                value: Money::from_cents(value),
                threshold: Money::from_cents(line),
                version: of.number("rule_version", version)?,
            },
            _ => Measured::Owed(Money::from_cents(value)),
        }))
    }
}
