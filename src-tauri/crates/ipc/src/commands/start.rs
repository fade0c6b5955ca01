//! First start, accounts, the clock and what fell due.

use std::collections::BTreeSet;

use app::{
    away,
    books::{Loaded, Opening},
    demo, due,
    files::policy::PolicyFile,
    known_usage,
    ledger::{AccountHeader, AccountId},
    sources,
};
use billing::{event::What, policy::ResourceKind};

use super::{EVERY_SCREEN, notices};
use crate::{
    App, IpcError, convert,
    dto::{
        common::{AccountRef, OfAccount},
        start::{
            AskPlace, BooksPlace, CaughtUp, ClockView, CreateAccount, CreateDemo, MissingSource,
            PolicyChoice, SourcesView, Start, Startup,
        },
    },
    failure::Malformed,
};

/// What the window begins with.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn start(app: &App, _: Start) -> Result<Startup, IpcError> {
    let mut accounts: Vec<_> = app.books().ledger().list_accounts().await?;
    accounts.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    let policies = app.books().policies().values();
    Ok(Startup {
        accounts: accounts.iter().map(|header| account_ref(app, header)).collect(),
        data_dir: app.books().folder().display().to_string(),
        policies: policies.map(policy_choice).collect(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// Where the books lie, and how large they are. What cannot be looked at counts as nothing.
///
/// # Errors
/// None: it has the books open.
pub async fn books_place(app: &App, _: AskPlace) -> Result<BooksPlace, IpcError> {
    let file = app.books().file();
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (mut bytes, mut backups) = (0, 0);
    for beside in std::fs::read_dir(app.books().folder()).into_iter().flatten().flatten() {
        let other = beside.file_name().to_string_lossy().into_owned();
        if other == name || other == format!("{name}-wal") {
            bytes += beside.metadata().map_or(0, |about| about.len());
        } else if other.starts_with(&format!("{name}.backup-before-")) {
            backups += 1;
        }
    }
    Ok(BooksPlace {
        file: file.display().to_string(),
        bytes: bytes.to_string(),
        backups,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// Makes the demo account, or finds it.
///
/// # Errors
/// [`IpcError`] when the books cannot be written.
pub async fn create_demo(app: &App, _: CreateDemo) -> Result<AccountRef, IpcError> {
    let id = demo::create(app.books()).await?;
    app.tell(&["accounts"]);
    reference(app, id).await
}

/// Opens an empty account.
///
/// # Errors
/// [`IpcError`] `name_needed`, `name_taken`, `not_an_amount`, `unknown_policy`, or a refusal.
pub async fn create_account(app: &App, request: CreateAccount) -> Result<AccountRef, IpcError> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Malformed::NameNeeded.into());
    }
    let opening = Opening {
        name: name.to_owned(),
        policy: request.policy,
        level: request.level,
        currency: None,
        balance: convert::money(&request.opening_balance)?,
        opened_at: app.books().now(),
        sample: false,
    };
    let id = app.books().open_account(&opening).await?;
    app.tell(&["accounts"]);
    reference(app, id).await
}

/// Runs what fell due, and says what it did.
///
/// # Errors
/// [`IpcError`] when the books cannot be read or written.
pub async fn run_due(app: &App, request: OfAccount) -> Result<CaughtUp, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let (mut done, happened) = away::look(app.books(), id).await?;
    app.looked(id, happened);
    if !done.events.is_empty() {
        app.tell(EVERY_SCREEN);
    }
    // What was run in the background since the last report is reported with it.
    done.events.splice(0..0, app.take_unreported(id));
    let (settlement_count, settled) = done.settled()?;
    let count = |is: fn(&What) -> bool| done.events.iter().filter(|event| is(&event.what)).count();
    let turns = count(|what| matches!(what, What::CycleBegan { .. } | What::CycleEnded { .. }));
    let noticed = count(|what| matches!(what, What::Noticed(_)));
    Ok(CaughtUp {
        clock: clock(app, &done.loaded).await?,
        settlement_count,
        settled: settled.to_string(),
        cycle_count: u32::try_from(turns).unwrap_or(u32::MAX),
        notices: notices::newest(app, &done.loaded, noticed).await?,
    })
}

/// Puts the summary of what happened while nobody looked away.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn dismiss_away(app: &App, request: OfAccount) -> Result<ClockView, IpcError> {
    app.dismiss_away(convert::account_id(&request.account_id)?);
    clock(app, &app.load(&request.account_id).await?).await
}

/// Marks every message as seen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read or written.
pub async fn mark_seen(app: &App, request: OfAccount) -> Result<ClockView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    notices::mark_all_seen(app, &loaded).await?;
    clock(app, &loaded).await
}

pub(super) async fn reference(app: &App, id: AccountId) -> Result<AccountRef, IpcError> {
    Ok(account_ref(app, &app.books().ledger().account_header(id).await?))
}

pub(super) fn account_ref(app: &App, header: &AccountHeader) -> AccountRef {
    let policy = app.books().policies().get(&header.policy).map(|file| &file.policy);
    AccountRef {
        id: header.id.0.to_string(),
        name: header.name.clone(),
        provider: policy.map_or_else(|| header.policy.clone(), |policy| policy.title.clone()),
        policy: header.policy.clone(),
        currency: header.currency.clone(),
        level: header.level.clone(),
        sample: header.sample,
        zone_offset_seconds: policy.map_or(0, |policy| policy.zone.offset_seconds()),
        applications: policy.and_then(|policy| match &policy.resources {
            ResourceKind::Applications { service } => Some(service.clone()),
            ResourceKind::Regions => None,
        }),
    }
}

/// Levels matter where some have stages of their own.
fn policy_choice(file: &PolicyFile) -> PolicyChoice {
    let policy = &file.policy;
    let levels: BTreeSet<_> = policy.arrears.stages.keys().chain(policy.package.stages.keys()).collect();
    PolicyChoice {
        id: policy.id.clone(),
        title: policy.title.clone(),
        currency: file.currency.clone(),
        levels: levels.into_iter().filter(|level| *level != "*").cloned().collect(),
    }
}

/// Which sources stopped while others go on; nothing where none did.
async fn sources_view(app: &App, loaded: &Loaded) -> Result<Option<SourcesView>, IpcError> {
    let sources = sources::sources(app.books(), loaded).await?;
    let Some(partial_from) = sources.partial_from() else { return Ok(None) };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let missing = sources
        .missing()
        .map(|source| MissingSource { name: source.name.clone(), until: convert::seconds(source.until) });
    let missing: Vec<_> = missing.collect();
    Ok(Some(SourcesView {
        going: number(sources.counted() - missing.len()),
        counted: number(sources.counted()),
        missing,
        partial_from: convert::seconds(partial_from),
        why: convert::why(&sources.because(), &loaded.account.terms.policy),
    }))
}

/// A clock that is set by hand may be so far off.
const SUSPICIOUS_SECONDS: u32 = 300;

async fn clock(app: &App, loaded: &Loaded) -> Result<ClockView, IpcError> {
    let now = super::now(app, loaded);
    let behind = u32::try_from((now - app.books().now()).num_seconds()).ok();
    Ok(ClockView {
        now: convert::seconds(now),
        next_settlement_at: convert::seconds(due::next_settlement(loaded, now)),
        zone_offset_seconds: loaded.account.terms.policy.zone.offset_seconds(),
        usage_until: known_usage::usage_until(app.books(), loaded, now).await?.map(convert::seconds),
        sources: sources_view(app, loaded).await?,
        behind_seconds: behind.filter(|seconds| *seconds >= SUSPICIOUS_SECONDS),
    })
}
