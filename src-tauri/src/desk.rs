//! The window on its desktop: coming forward, going out of sight, starting with it, and its menu.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use ipc::dto::desk::{Desk, MenuEntry};
use tauri::{AppHandle, LogicalPosition, Manager, WebviewWindow, menu::Menu};
use tauri_plugin_autostart::ManagerExt as _;

use crate::{arguments::Arguments, links, menu, tray};

/// The label of the one window.
pub const WINDOW: &str = "main";

/// What the window was told about closing and its menu.
#[derive(Default)]
pub struct Wishes {
    /// Whether closing the window leaves it in the tray.
    close_to_tray: AtomicBool,
    /// The menu that is open: it lives as long as it is shown.
    open_menu: Mutex<Option<Menu<tauri::Wry>>>,
}

/// A second start of the program: the window comes forward and follows what was handed over.
pub fn second_start(app: &AppHandle, argv: Vec<String>) {
    let arguments = argv.into_iter().skip(1).map(Into::into);
    // The second program has refused what cannot be understood itself.
    let arguments = Arguments::read(arguments).unwrap_or_default();
    if !arguments.hidden {
        come_forward(app);
    }
    links::hand_over(app, &arguments.links);
}

/// Shows the window, wherever it is.
pub fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        _ = window.unminimize();
        _ = window.show();
        _ = window.set_focus();
    }
}

/// Shows the window at the start. Out of sight it stays only where there may be a tray that opens it.
pub fn appear(window: &WebviewWindow, hidden: bool) -> tauri::Result<()> {
    match (hidden, tray::may_be_shown()) {
        (false, _) => window.show(),
        (true, false) => stay_small(window),
        (true, true) => Ok(()),
    }
}

/// Shows the window as small as the desktop can, among its others.
pub fn stay_small(window: &WebviewWindow) -> tauri::Result<()> {
    window.minimize()?;
    window.show()
}

/// Whether closing the window only hides it.
pub fn stays_in_tray(app: &AppHandle) -> bool {
    app.state::<Wishes>().close_to_tray.load(Ordering::Relaxed) && tray::is_shown(app)
}

/// What this desktop can do for the window.
#[tauri::command]
pub async fn desk(app: AppHandle) -> Desk {
    Desk { tray: tray::is_shown(&app), autostart: app.autolaunch().is_enabled().ok() }
}

/// Starts with the desktop from now on, or no longer: whether it does.
///
/// # Errors
/// What the system said.
#[tauri::command]
pub async fn set_autostart(app: AppHandle, on: bool) -> Result<bool, String> {
    let autostart = app.autolaunch();
    // Switching off what is not on is no failure.
    let is_on = autostart.is_enabled().map_err(|error| error.to_string())?;
    if on != is_on {
        let switched = if on { autostart.enable() } else { autostart.disable() };
        switched.map_err(|error| error.to_string())?;
    }
    autostart.is_enabled().map_err(|error| error.to_string())
}

/// Whether closing the window leaves it in the tray; that holds only while there is one.
#[tauri::command]
pub async fn close_to_tray(app: AppHandle, on: bool) -> bool {
    app.state::<Wishes>().close_to_tray.store(on, Ordering::Relaxed);
    on && tray::is_shown(&app)
}

/// Shows the window, because something that was chosen outside of it is answered there.
#[tauri::command]
pub async fn show_window(app: AppHandle) {
    come_forward(&app);
}

/// Closes the window as its own button does.
#[tauri::command]
pub async fn close_window(window: WebviewWindow) -> bool {
    window.close().is_ok()
}

/// Ends the program, whatever is said about closing.
#[tauri::command]
pub async fn quit(app: AppHandle) {
    app.exit(0);
}

/// Opens the menu of the window at a point of its page, in logical pixels: whether it was opened.
#[tauri::command]
pub async fn open_menu(
    window: WebviewWindow,
    wishes: tauri::State<'_, Wishes>,
    entries: Vec<MenuEntry>,
    x: f64,
    y: f64,
) -> Result<bool, ()> {
    let Ok(built) = menu::build(window.app_handle(), &entries) else { return Ok(false) };
    let opened = window.popup_menu_at(&built, LogicalPosition::new(x, y)).is_ok();
    *wishes.open_menu.lock().unwrap_or_else(PoisonError::into_inner) = Some(built);
    Ok(opened)
}

/// Prints the page, as the system's own dialog lets the person choose: whether that was opened.
#[tauri::command]
pub async fn print_page(window: WebviewWindow) -> bool {
    window.print().is_ok()
}
