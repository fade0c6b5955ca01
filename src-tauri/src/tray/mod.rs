//! The tray: the time to harm of the account that comes first, and a menu of what comes first everywhere.
//!
//! Its words come from the window. It is made when a desktop that shows trays is there, and goes when that goes: a window that
//! was closed into it comes back then.

#[cfg(target_os = "linux")]
mod desktop;
#[cfg(target_os = "linux")]
mod library;

use std::sync::{Mutex, MutexGuard, PoisonError};

use ipc::dto::desk::MenuEntry;
use tauri::{AppHandle, Emitter, Manager, tray::TrayIconBuilder};

use crate::{desk, menu};

const ID: &str = "tray";

/// What the tray shows, and whether it does.
#[derive(Default)]
pub struct Tray(Mutex<Shown>);

#[derive(Default)]
struct Shown {
    /// Whether the desktop shows trays now.
    possible: bool,
    /// Whether there is an icon.
    built: bool,
    told: Option<Told>,
}

#[derive(Clone)]
struct Told {
    title: String,
    entries: Vec<MenuEntry>,
}

impl Tray {
    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether there may be a tray on this system at all: its library is there.
pub fn may_be_shown() -> bool {
    #[cfg(target_os = "linux")]
    return library::is_there();
    #[cfg(not(target_os = "linux"))]
    return true;
}

/// Whether a tray is shown now.
pub fn is_shown(app: &AppHandle) -> bool {
    app.state::<Tray>().lock().possible
}

/// Begins to look for a desktop that shows trays. To be called on the main thread.
pub fn begin(app: &AppHandle) {
    if !may_be_shown() {
        return;
    }
    #[cfg(target_os = "linux")]
    desktop::watch(app);
    #[cfg(not(target_os = "linux"))]
    appeared(app);
}

/// The desktop shows trays from now on.
fn appeared(app: &AppHandle) {
    app.state::<Tray>().lock().possible = true;
    _ = show(app);
    _ = app.emit("desk", ());
}

/// The desktop shows none, or none any more: what is hidden must be found all the same.
#[cfg(target_os = "linux")]
fn vanished(app: &AppHandle) {
    let before = std::mem::take(&mut app.state::<Tray>().lock().possible);
    let window = app.get_webview_window(desk::WINDOW);
    if let Some(window) = window.filter(|window| window.is_visible().is_ok_and(|seen| !seen)) {
        if before {
            desk::come_forward(app);
        } else {
            _ = desk::stay_small(&window);
        }
    }
    _ = app.emit("desk", ());
}

/// Says what the tray shows.
#[tauri::command]
pub async fn show_tray(app: AppHandle, title: String, entries: Vec<MenuEntry>) {
    app.state::<Tray>().lock().told = Some(Told { title, entries });
    let handle = app.clone();
    // Menus belong to the main thread.
    _ = app.run_on_main_thread(move || _ = show(&handle));
}

fn show(app: &AppHandle) -> tauri::Result<()> {
    let state = app.state::<Tray>();
    let mut shown = state.lock();
    let Some(told) = shown.told.clone().filter(|_| shown.possible) else { return Ok(()) };
    let menu = menu::build(app, &told.entries)?;
    if !shown.built {
        let mut icon = TrayIconBuilder::with_id(ID).menu(&menu);
        if let Some(picture) = app.default_window_icon() {
            icon = icon.icon(picture.clone());
        }
        icon.build(app)?;
        shown.built = true;
    }
    if let Some(icon) = app.tray_by_id(ID) {
        icon.set_menu(Some(menu))?;
        icon.set_title(Some(&told.title))?;
        icon.set_tooltip(Some(&told.title))?;
    }
    Ok(())
}
