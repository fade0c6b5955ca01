//! What the shell does for the window itself: its zoom, and the folder of the books in the system's own program for files.

use std::process::Command;

use crate::opening::Opening;

/// Percent that the window may be zoomed to.
const ZOOM: std::ops::RangeInclusive<u32> = 80..=200;

/// What opens a folder on this system.
const FILES: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Shows everything larger or smaller; whether that was done.
#[tauri::command]
#[expect(clippy::float_arithmetic, reason = "the webview takes its zoom as a factor")]
pub async fn set_zoom(window: tauri::WebviewWindow, percent: u32) -> bool {
    ZOOM.contains(&percent) && window.set_zoom(f64::from(percent) / 100.0).is_ok()
}

/// Opens the folder of the books, and no other; whether a program for that was started.
#[tauri::command]
pub async fn open_folder(opening: tauri::State<'_, Opening>) -> Result<bool, ()> {
    Ok(Command::new(FILES).arg(opening.folder()).spawn().is_ok())
}
