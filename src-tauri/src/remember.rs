//! The window's size and place are written down soon after they changed: the program may be killed at any instant.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use tauri::{AppHandle, Manager};
use tauri_plugin_window_state::{AppHandleExt as _, StateFlags};

/// What is remembered of the window.
pub const REMEMBERED: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

/// A window that is dragged changes with every frame; it is written down once it rests this long.
const RESTS: Duration = Duration::from_millis(400);

/// How often the window changed so far.
#[derive(Default)]
pub struct Changes(AtomicU64);

/// The window has been moved, or has another size.
pub fn changed(app: &AppHandle) {
    let this = app.state::<Changes>().0.fetch_add(1, Ordering::Relaxed) + 1;
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(RESTS).await;
        if app.state::<Changes>().0.load(Ordering::Relaxed) != this {
            return;
        }
        let saving = app.clone();
        // Elsewhere it would hold what it notes while it asks this thread, and this thread waits for the note.
        _ = app.run_on_main_thread(move || {
            // Where it cannot be written the window has its usual size next time.
            _ = saving.save_window_state(REMEMBERED);
        });
    });
}
