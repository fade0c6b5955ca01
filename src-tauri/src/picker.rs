//! The system's own dialogs for choosing files, and where to save one.

use tauri_plugin_dialog::DialogExt as _;
use tokio::sync::oneshot;

/// Lets the person choose files, or a folder; empty when they change their mind.
#[tauri::command]
pub async fn pick_paths(app: tauri::AppHandle, folder: bool) -> Vec<String> {
    let (send, chosen) = oneshot::channel();
    let dialog = app.dialog().file();
    if folder {
        dialog.pick_folder(move |path| _ = send.send(path.into_iter().collect::<Vec<_>>()));
    } else {
        dialog.pick_files(move |paths| _ = send.send(paths.unwrap_or_default()));
    }
    let paths = chosen.await.unwrap_or_default();
    paths.into_iter().map(|path| path.to_string()).collect()
}

/// Lets the person choose where to save a text, and writes it there: its path; nothing when they change their mind.
///
/// # Errors
/// [`ipc::IpcError`] `not_written`.
#[tauri::command]
pub async fn save_text(
    app: tauri::AppHandle,
    name: String,
    text: String,
) -> Result<Option<String>, ipc::IpcError> {
    save(&app, name, text.as_bytes()).await
}

/// As [`save_text`], for a picture of a chart.
///
/// # Errors
/// [`ipc::IpcError`] `not_written`.
#[tauri::command]
pub async fn save_picture(
    app: tauri::AppHandle,
    name: String,
    png: Vec<u8>,
) -> Result<Option<String>, ipc::IpcError> {
    save(&app, name, &png).await
}

async fn save(app: &tauri::AppHandle, name: String, bytes: &[u8]) -> Result<Option<String>, ipc::IpcError> {
    let (send, chosen) = oneshot::channel();
    app.dialog().file().set_file_name(name).save_file(move |path| _ = send.send(path));
    let path = chosen.await.ok().flatten().and_then(|path| path.into_path().ok());
    let Some(path) = path else { return Ok(None) };
    ipc::save::bytes(&path, bytes)?;
    Ok(Some(path.to_string_lossy().into_owned()))
}
