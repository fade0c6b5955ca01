//! Steps: what the customer chose or imported, and can undo and do again, whenever the program was started since.

use billing::{Account, Instant, PackageId, ResourceKey, Setting};
use sqlx::SqliteConnection;

use crate::{
    AccountId, Basis, ImportId, Ledger, LedgerError, WriteError, columns::RowOf, write, write::Write,
};

/// A step by the number of the write that took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub i64);

/// Something that was done, and can be undone or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub id: StepId,
    /// What.
    pub what: Stepped,
    /// When it was done, undone or done again last, by the wall clock.
    pub moved_at: Instant,
}

/// What a step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// Settings were given other values, in this order; one at least.
    Set(Vec<Chosen>),
    /// Usage was imported.
    Imported {
        /// Which import.
        import: ImportId,
        /// The file or folder, as the customer named it.
        label: String,
    },
}

/// A setting with what it was and what it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What was set.
    pub setting: Setting,
    /// Its value before; nothing where it was off.
    pub before: Option<String>,
    /// Its value since; nothing where it is off.
    pub after: Option<String>,
}

/// What can be undone and done again next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The newest step that is done.
    pub undo: Option<Step>,
    /// The step that was undone last; imports are read from their files again, and are never it.
    pub redo: Option<Step>,
}

/// How a write concerns the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepChange {
    /// It is a step; what was undone before can not be done again after it.
    Take(Vec<Chosen>),
    /// It undoes a step.
    Undo(StepId),
    /// It does a step again.
    Redo(StepId),
}

const DONE: i64 = 0;
const UNDONE: i64 = 1;
const LEFT: i64 = 2;

impl Ledger {
    /// What can be undone and done again next in an account.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be read.
    pub async fn steps(&self, account: AccountId) -> Result<Steps, LedgerError> {
        let mut reader = self.reader().await?;
        let mut tx = sqlx::Connection::begin(&mut *reader).await?;
        let undo = newest_done(&mut tx, account).await?;
        let redo = last_undone(&mut tx, account).await?;
        tx.rollback().await?;
        Ok(Steps { undo, redo })
    }

    /// Records one action that concerns the steps, all or nothing; see [`Ledger::write`].
    ///
    /// # Errors
    /// As [`Ledger::write`]; also [`WriteError::Stale`] when the step is not the one that can be undone or done again.
    pub async fn write_step(
        &self,
        account: AccountId,
        basis: &Basis,
        write: Write<'_>,
        step: &StepChange,
    ) -> Result<Basis, WriteError> {
        write::write(&mut *self.writer().await?, account, basis, &write, Some(step)).await
    }

    /// Leaves a step as it is for good: it can no longer be undone or done again, and those behind it can.
    ///
    /// # Errors
    /// [`LedgerError`] when the books cannot be written.
    pub async fn leave_step(&self, account: AccountId, step: StepId) -> Result<(), LedgerError> {
        let mut writer = self.writer().await?;
        sqlx::query!(
            "UPDATE steps SET state = ?3 WHERE write_id = ?2 AND account_id = ?1 AND state <> ?3",
            account.0,
            step.0,
            LEFT
        )
        .execute(&mut *writer)
        .await?;
        Ok(())
    }
}

/// Stores how a write concerns the steps; the account is as it is afterwards.
pub(crate) async fn apply(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    after: &Account,
    change: &StepChange,
) -> Result<(), WriteError> {
    match change {
        StepChange::Take(chosen) => Ok(take(conn, id, write_id, after, chosen).await?),
        StepChange::Undo(step) => {
            let next = newest_done(conn, id).await?;
            turn(conn, write_id, next.filter(|next| next.id == *step), UNDONE).await
        }
        StepChange::Redo(step) => {
            let next = last_undone(conn, id).await?;
            turn(conn, write_id, next.filter(|next| next.id == *step), DONE).await
        }
    }
}

/// A step that is an import; it is undone with the import, however that is asked for.
pub(crate) async fn imported(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    import: i64,
) -> Result<(), LedgerError> {
    forget_undone(conn, id).await?;
    sqlx::query!(
        "INSERT INTO steps (write_id, account_id, import_id, moved_by) VALUES (?2, ?1, ?3, ?2)",
        id.0,
        write_id,
        import
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The import of a step was undone.
pub(crate) async fn import_undone(
    conn: &mut SqliteConnection,
    write_id: i64,
    import: ImportId,
) -> Result<(), LedgerError> {
    sqlx::query!(
        "UPDATE steps SET state = ?3, moved_by = ?2 WHERE import_id = ?1",
        import.0,
        write_id,
        UNDONE
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn take(
    conn: &mut SqliteConnection,
    id: AccountId,
    write_id: i64,
    after: &Account,
    chosen: &[Chosen],
) -> Result<(), LedgerError> {
    forget_undone(conn, id).await?;
    for (position, one) in (0_u32..).zip(chosen) {
        insert(conn, id, (write_id, position), after, one).await?;
    }
    Ok(())
}

async fn insert(
    conn: &mut SqliteConnection,
    id: AccountId,
    (write_id, position): (i64, u32),
    after: &Account,
    chosen: &Chosen,
) -> Result<(), LedgerError> {
    let (mut package, mut of, mut tag) = (None, None, None);
    match &chosen.setting {
        Setting::AtEnd(number) | Setting::Sharing(number) => package = Some(number.0),
        Setting::PackageAlert(key) | Setting::Overage(key) => of = Some(key),
        Setting::Tag { resource, key } => (of, tag) = (Some(resource), Some(key.as_str())),
        Setting::BalanceAlert | Setting::BalanceSnooze | Setting::Level | Setting::CreditLimit => {}
    }
    let resource = match of {
        Some(key) => Some(after.find_resource(key).ok_or(LedgerError::Inconsistent("step"))?.0),
        None => None,
    };
    let setting = chosen.setting.code();
    sqlx::query!(
        r#"
        INSERT INTO steps (write_id, position, account_id, setting, package, resource, tag, before, after, moved_by)
        VALUES (?2, ?3, ?1, ?4, ?5, ?6, ?7, ?8, ?9, ?2)
        "#,
        id.0,
        write_id,
        position,
        setting,
        package,
        resource,
        tag,
        chosen.before,
        chosen.after
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whoever does something new has chosen another way than the one that was undone.
async fn forget_undone(conn: &mut SqliteConnection, id: AccountId) -> Result<(), LedgerError> {
    sqlx::query!("UPDATE steps SET state = ?3 WHERE account_id = ?1 AND state = ?2", id.0, UNDONE, LEFT)
        .execute(conn)
        .await?;
    Ok(())
}

async fn turn(
    conn: &mut SqliteConnection,
    write_id: i64,
    step: Option<Step>,
    state: i64,
) -> Result<(), WriteError> {
    let step = step.ok_or(WriteError::Stale)?;
    sqlx::query!(
        "UPDATE steps SET state = ?3, moved_by = ?2 WHERE write_id = ?1",
        step.id.0,
        write_id,
        state
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn newest_done(conn: &mut SqliteConnection, id: AccountId) -> Result<Option<Step>, LedgerError> {
    let newest = sqlx::query_scalar!(
        r#"SELECT MAX(write_id) AS "write_id?: i64" FROM steps WHERE account_id = ?1 AND state = 0"#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    find(conn, newest).await
}

async fn last_undone(conn: &mut SqliteConnection, id: AccountId) -> Result<Option<Step>, LedgerError> {
    let last = sqlx::query_scalar!(
        r#"
        SELECT MIN(write_id) AS "write_id?: i64"
        FROM steps
        WHERE account_id = ?1 AND state = 1 AND import_id IS NULL
        "#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    find(conn, last).await
}

async fn find(conn: &mut SqliteConnection, write_id: Option<i64>) -> Result<Option<Step>, LedgerError> {
    let Some(write_id) = write_id else { return Ok(None) };
    let rows = sqlx::query_as!(
        StepRow,
        r#"
        SELECT s.write_id AS "write_id!: i64", s.setting AS "setting?: String", s.package AS "package?: i64",
               s.tag AS "tag?: String", s.before AS "before?: String", s.after AS "after?: String",
               s.import_id AS "import_id?: i64", m.recorded_at AS "moved_at!: i64", r.service AS "service?: String",
               r.region AS "region?: String", r.application AS "application?: i64", i.label AS "label?: String"
        FROM steps AS s
        JOIN writes AS m ON m.id = s.moved_by
        LEFT JOIN resources AS r ON r.account_id = s.account_id AND r.number = s.resource
        LEFT JOIN imports AS i ON i.id = s.import_id
        WHERE s.write_id = ?1
        ORDER BY s.position
        "#,
        write_id
    )
    .fetch_all(conn)
    .await?;
    let of = RowOf { table: "steps", id: write_id };
    let Some(first) = rows.first() else { return Ok(None) };
    let (id, moved_at) = (StepId(write_id), of.instant("moved_by", first.moved_at)?);
    if let Some(import) = first.import_id {
        let label = first.label.clone().unwrap_or_default();
        return Ok(Some(Step { id, what: Stepped::Imported { import: ImportId(import), label }, moved_at }));
    }
    let chosen = rows.into_iter().map(StepRow::into_chosen).collect::<Result<_, _>>()?;
    Ok(Some(Step { id, what: Stepped::Set(chosen), moved_at }))
}

/// A step with the names of what it is about.
struct StepRow {
    write_id: i64,
    setting: Option<String>,
    package: Option<i64>,
    tag: Option<String>,
    before: Option<String>,
    after: Option<String>,
    import_id: Option<i64>,
    moved_at: i64,
    service: Option<String>,
    region: Option<String>,
    application: Option<i64>,
    label: Option<String>,
}

impl StepRow {
    fn into_chosen(self) -> Result<Chosen, LedgerError> {
        let setting = self.setting(RowOf { table: "steps", id: self.write_id })?;
        Ok(Chosen { setting, before: self.before, after: self.after })
    }

    fn setting(&self, of: RowOf) -> Result<Setting, LedgerError> {
        let package = || {
            let number = self.package.ok_or_else(|| of.corrupt("package"))?;
            Ok::<_, LedgerError>(PackageId(of.number("package", number)?))
        };
        let resource = || {
            let (Some(service), Some(place)) = (&self.service, &self.region) else {
                return Err(of.corrupt("resource"));
            };
            Ok(match self.application {
                Some(0) => ResourceKey::new(service, place),
                _ => ResourceKey::application(service, place),
            })
        };
        Ok(match self.setting.as_deref() {
            Some("balance_alert") => Setting::BalanceAlert,
            Some("balance_snooze") => Setting::BalanceSnooze,
            Some("package_alert") => Setting::PackageAlert(resource()?),
            Some("at_end") => Setting::AtEnd(package()?),
            Some("sharing") => Setting::Sharing(package()?),
            Some("overage") => Setting::Overage(resource()?),
            Some("tag") => {
                let key = self.tag.clone().ok_or_else(|| of.corrupt("tag"))?;
                Setting::Tag { resource: resource()?, key }
            }
            Some("level") => Setting::Level,
            Some("credit_limit") => Setting::CreditLimit,
            _ => return Err(of.corrupt("setting")),
        })
    }
}
