//! Import: a preview with live progress, then the same reading written down, or undone as a whole.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use app::{
    AppError, import,
    import::{Request, Target},
    metering::{Going, Input, Progress, Step, Stream},
};
use billing::Money;

use super::{EVERY_SCREEN, import_view, usage};
use crate::{
    App, IpcError,
    app::Readied,
    convert,
    dto::{
        import::{
            CancelImport, CommitImport, ImportProgress, ImportView, PreviewImport, RulesChoice, UndoImport,
        },
        usage::ImportRow,
    },
    failure::{Malformed, name_of},
};

/// What an account that an import opens is called, and under which policy it is.
const NEW_ACCOUNT: (&str, &str) = ("Main", "huawei-ocr-intl");
/// Names of files in a label; more are left out.
const NAMES: usize = 3;

/// Reads files and says what importing them would do.
///
/// # Errors
/// [`IpcError`] `name_needed`, `no_rules`, `rules_wrong`, `zone_needed`, `unknown_format`, `field_needed`, `cancelled`,
/// or that a file or the books cannot be read.
pub async fn preview(app: &App, request: PreviewImport) -> Result<ImportView, IpcError> {
    let source = request.source.trim().to_owned();
    if source.is_empty() {
        return Err(Malformed::NameNeeded.into());
    }
    let (rules, rules_file) = rules(&request.rules)?;
    let asked = Request {
        target: target(&request.account_id)?,
        input: input(&request),
        label: label(&request),
        source,
        rules,
        rules_file,
        zone: request.zone.as_deref().map(convert::zone_seconds).transpose()?,
        format: None,
    };
    let stop = app.begin_reading(&request.job);
    let heard = Heard { job: request.job.clone(), tell: Arc::clone(&app.progress), stop: Arc::clone(&stop) };
    match import::prepare(&app.books, asked, Arc::new(heard)).await {
        Ok(prepared) => {
            let prepared = Arc::new(prepared);
            app.end_reading(&request.job, &stop, Some(Arc::clone(&prepared)));
            import_view::view(&request.job, &prepared)
        }
        Err(error) => {
            app.end_reading(&request.job, &stop, None);
            Err(error.into())
        }
    }
}

/// Stops a reading, or forgets what was read.
///
/// # Errors
/// None: cancelling what is not there is no error.
pub async fn cancel(app: &App, request: CancelImport) -> Result<CancelImport, IpcError> {
    app.cancel(&request.job);
    Ok(request)
}

/// Writes a reading down.
///
/// # Errors
/// [`IpcError`] `no_reading`, `stale` when the books moved since it was read, or that the books cannot be written.
pub async fn commit(app: &App, request: CommitImport) -> Result<ImportView, IpcError> {
    let missing = || Malformed::NoReading(request.job.clone());
    let prepared = match app.readied(&request.job).ok_or_else(missing)? {
        Readied::Ready(prepared) => prepared,
        Readied::Done(view) => return Ok(*view),
    };
    if target(&request.account_id)? != prepared.target {
        return Err(missing().into());
    }
    let done = import::commit(app.books(), &prepared, &request.request_id).await?;
    let view = ImportView {
        import_id: Some(done.import.0.to_string()),
        account_id: Some(done.account.0.to_string()),
        ..import_view::view(&request.job, &prepared)?
    };
    app.done(&request.job, view.clone());
    app.tell(EVERY_SCREEN);
    Ok(view)
}

/// Takes an import back as a whole.
///
/// # Errors
/// [`IpcError`] `no_import` when there is none or it is undone already, or that the books cannot be written.
pub async fn undo(app: &App, request: UndoImport) -> Result<ImportRow, IpcError> {
    let account = convert::account_id(&request.account_id)?;
    let id = convert::import_id(&request.import_id)?;
    import::undo(app.books(), account, id, &request.request_id).await?;
    app.tell(EVERY_SCREEN);
    let undone = app.books().ledger().find_import(account, id).await?;
    let undone = undone.ok_or_else(|| AppError::NoImport(request.import_id.clone()))?;
    let loaded = app.load(&request.account_id).await?;
    Ok(usage::import_row(&loaded.account, &undone))
}

/// Tells how far a reading is, and hears that it shall stop.
struct Heard {
    job: String,
    tell: crate::Progress,
    stop: Arc<AtomicBool>,
}

impl Progress for Heard {
    fn report(&self, step: Step) -> Going {
        if self.stop.load(Ordering::Relaxed) {
            return Going::Stop;
        }
        (self.tell)(ImportProgress {
            job: self.job.clone(),
            done_bytes: step.bytes_done,
            total_bytes: step.bytes_total,
            rows: step.rows.to_string(),
        });
        Going::On
    }
}

/// An account of the books, or, for an empty id, one that the import opens.
fn target(account_id: &str) -> Result<Target, IpcError> {
    if !account_id.is_empty() {
        return Ok(Target::Account(convert::account_id(account_id)?));
    }
    let (name, policy) = NEW_ACCOUNT;
    Ok(Target::New { name: name.to_owned(), policy: policy.to_owned(), balance: Money::ZERO })
}

/// The text of the chosen rules, and what messages call it; no text for what the source used last.
fn rules(choice: &RulesChoice) -> Result<(Option<String>, String), IpcError> {
    match (&choice.path, &choice.text) {
        (Some(path), _) => {
            let path = Path::new(path);
            let text = std::fs::read_to_string(path)
                .map_err(|source| AppError::Io { path: path.to_owned(), source })?;
            Ok((Some(text), name_of(&path.to_string_lossy())))
        }
        (None, Some(text)) => Ok((Some(text.clone()), String::new())),
        (None, None) => Ok((None, String::new())),
    }
}

/// Files first, then what was pasted.
fn input(request: &PreviewImport) -> Input {
    let paths = request.paths.iter().map(|path| from_home(path)).collect();
    match &request.pasted {
        Some(pasted) => Input::PathsAnd(paths, Stream::text(&pasted.name, &pasted.text)),
        None => Input::Paths(paths),
    }
}

/// As a shell would read it: `~` is the home folder.
fn from_home(path: &str) -> PathBuf {
    let rest = if path == "~" { Some("") } else { path.strip_prefix("~/") };
    match (rest, std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

/// `access.log`, or the first few of several.
fn label(request: &PreviewImport) -> String {
    let pasted = request.pasted.iter().map(|pasted| pasted.name.clone());
    let all: Vec<_> = request.paths.iter().map(|path| name_of(path)).chain(pasted).collect();
    let mut names: Vec<_> = all.iter().take(NAMES).cloned().collect();
    if all.len() > NAMES {
        names.push("…".to_owned());
    }
    names.join(", ")
}
