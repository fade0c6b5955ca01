//! The system's own dialog for choosing files.

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
