//! What usage came to by day or month, resource and project: the money alone.

use std::ops::Range;

use billing::{Instant, Money, ProjectId, ResourceId};

use crate::{AccountId, Ledger, LedgerError, Width, columns::RowOf};

/// Money of one hour, day or month of usage, of one resource and project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsageDue {
    /// Its first second.
    pub start: Instant,
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
    /// What settlements made of it, less corrections.
    pub due: Money,
}

impl Ledger {
    /// What usage came to in the hours, days or months that begin in a half-open range, by start, resource, project; nothing
    /// that is zero.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn usage_dues(
        &self,
        account: AccountId,
        width: Width,
        range: Range<Instant>,
    ) -> Result<Vec<UsageDue>, LedgerError> {
        let (width, from, to) = (width.number(), range.start.timestamp(), range.end.timestamp());
        // One row a start: handing over a row costs more than reading what is in it.
        let rows = sqlx::query!(
            r#"
            SELECT start_at, group_concat(resource || ':' || project || ':' || due_cents, ' ') AS "dues!: String"
            FROM usage_sums
            WHERE account_id = ?1 AND width = ?2 AND start_at >= ?3 AND start_at < ?4 AND due_cents <> 0
            GROUP BY start_at
            ORDER BY start_at
            "#,
            account.0,
            width,
            from,
            to
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let mut dues = Vec::new();
        for row in rows {
            let of = RowOf { table: "usage_sums", id: row.start_at };
            let start = of.instant("start_at", row.start_at)?;
            let of_start =
                row.dues.split(' ').map(|due| read(start, due).ok_or_else(|| of.corrupt("due_cents")));
            let first = dues.len();
            dues.extend(of_start.collect::<Result<Vec<_>, _>>()?);
            dues[first..].sort_unstable_by_key(|due: &UsageDue| (due.resource, due.project));
        }
        Ok(dues)
    }
}

/// `resource:project:cents`.
fn read(start: Instant, text: &str) -> Option<UsageDue> {
    let (resource, rest) = text.split_once(':')?;
    let (project, cents) = rest.split_once(':')?;
    Some(UsageDue {
        start,
        resource: ResourceId(resource.parse().ok()?),
        project: ProjectId(project.parse().ok()?),
        due: Money::from_cents(cents.parse().ok()?),
    })
}
