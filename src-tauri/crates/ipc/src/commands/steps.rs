//! Undo and redo: what was chosen or imported, back and forth.

use app::{
    AppError,
    books::Loaded,
    due,
    ledger::{Chosen, ImportId, Step, StepId, Stepped},
    steps::{self, Way},
};
use billing::{Account, ResourceKey, Setting};

use super::{EVERY_SCREEN, usage};
use crate::{
    App, IpcError, convert,
    dto::{
        common::{OfAccount, Seconds},
        steps::{LeaveStep, MoveStep, StepView, SteppedImport, SteppedResource, StepsView},
    },
};

/// What can be undone and done again next.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn steps(app: &App, query: OfAccount) -> Result<StepsView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    view(app, &loaded).await
}

/// Undoes what was done last. An import is undone by its own sheet, which says what it costs or gives back.
///
/// # Errors
/// [`IpcError`] `no_step` when something else was done last; `moved_on` when the setting was changed since; a refusal; or that
/// the books cannot be written.
pub async fn undo(app: &App, request: MoveStep) -> Result<StepsView, IpcError> {
    go(app, Way::Undo, &request).await
}

/// Does again what was undone last.
///
/// # Errors
/// As for undoing.
pub async fn redo(app: &App, request: MoveStep) -> Result<StepsView, IpcError> {
    go(app, Way::Redo, &request).await
}

/// Leaves a step as it is for good.
///
/// # Errors
/// [`IpcError`] when the books cannot be written.
pub async fn leave(app: &App, request: LeaveStep) -> Result<StepsView, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    steps::leave(app.books(), id, step_id(&request.step)?).await?;
    view(app, &app.load(&request.account_id).await?).await
}

async fn go(app: &App, way: Way, request: &MoveStep) -> Result<StepsView, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    steps::go(app.books(), id, way, step_id(&request.step)?, &request.request_id).await?;
    // A line that was set back may be crossed: what it tells at once is told.
    due::run(app.books(), id).await?;
    app.tell(EVERY_SCREEN);
    view(app, &app.load(&request.account_id).await?).await
}

fn step_id(text: &str) -> Result<StepId, IpcError> {
    text.parse().map(StepId).map_err(|_| convert::invalid("step", text))
}

async fn view(app: &App, loaded: &Loaded) -> Result<StepsView, IpcError> {
    let next = steps::list(app.books(), loaded.header.id).await?;
    Ok(StepsView {
        undo: match next.undo {
            Some(step) => Some(step_view(app, loaded, step).await?),
            None => None,
        },
        redo: match next.redo {
            Some(step) => Some(step_view(app, loaded, step).await?),
            None => None,
        },
    })
}

async fn step_view(app: &App, loaded: &Loaded, step: Step) -> Result<StepView, IpcError> {
    let (id, at) = (step.id.0.to_string(), convert::seconds(step.moved_at));
    Ok(match step.what {
        Stepped::Set(chosen) => {
            let more = u32::try_from(chosen.len().saturating_sub(1)).unwrap_or(u32::MAX);
            let first = chosen.into_iter().next().ok_or(AppError::Interrupted)?;
            StepView { more, ..set(&loaded.account, first, id, at) }
        }
        Stepped::Imported { import, label } => StepView {
            kind: "import".to_owned(),
            import: Some(imported(app, loaded, import, label).await?),
            ..nothing(id, at)
        },
    })
}

fn set(account: &Account, chosen: Chosen, id: String, at: Seconds) -> StepView {
    let view = StepView {
        kind: chosen.setting.code().to_owned(),
        before: chosen.before,
        after: chosen.after,
        ..nothing(id, at)
    };
    match chosen.setting {
        Setting::AtEnd(package) | Setting::Sharing(package) => {
            StepView { package: Some(convert::name_of_package(account, package)), ..view }
        }
        Setting::PackageAlert(key) | Setting::Overage(key) => StepView { resource: Some(named(key)), ..view },
        Setting::Tag { resource, key } => {
            StepView { resource: Some(named(resource)), tag: Some(key), ..view }
        }
        Setting::BalanceAlert | Setting::BalanceSnooze | Setting::Level | Setting::CreditLimit => view,
    }
}

const fn nothing(id: String, at: Seconds) -> StepView {
    StepView {
        id,
        kind: String::new(),
        at,
        before: None,
        after: None,
        package: None,
        resource: None,
        tag: None,
        more: 0,
        import: None,
    }
}

fn named(key: ResourceKey) -> SteppedResource {
    SteppedResource { service: key.service, region: key.region, application: key.application }
}

async fn imported(
    app: &App,
    loaded: &Loaded,
    import: ImportId,
    label: String,
) -> Result<SteppedImport, IpcError> {
    let found = app.books().ledger().find_import(loaded.header.id, import).await?;
    let billable = found.map(|found| usage::import_row(&loaded.account, &found).billable);
    Ok(SteppedImport { id: import.0.to_string(), label, billable: billable.unwrap_or_default() })
}
