//! The window: it turns the list of commands into Tauri's, runs what falls due while it is open, picks files, and behaves
//! on the desktop as people expect: one window for one set of books, its size, a tray, links.
//!
//! It knows no rules and no SQL; both are behind `ipc`.

mod arguments;
mod commands;
mod desk;
mod due_loop;
mod links;
mod menu;
mod opening;
mod picker;
mod place;
mod remember;
mod tray;
mod view;

use std::{process::ExitCode, sync::Once};

use arguments::Arguments;
use tauri::{App, Builder, Context, Manager, Window, WindowEvent, Wry};

/// Opens the window and, meanwhile, the books; stays until the window is closed. Where a window with the same books is open
/// on this desktop, that one comes forward instead.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::read(std::env::args_os().skip(1));
    let folder = arguments.and_then(|arguments| Ok((arguments.folder()?, arguments)));
    let (folder, arguments) = match folder {
        Ok(found) => found,
        Err(reason) => return fail(&reason),
    };
    let context: Context<Wry> = tauri::generate_context!();
    let name = arguments::name_on_the_bus(&context.config().identifier, &folder);
    let started = plugins(Builder::default(), name, &arguments)
        .manage(links::Links::default())
        .manage(desk::Wishes::default())
        .manage(remember::Changes::default())
        .manage(tray::Tray::default())
        .setup(move |app| Ok(begin(app, folder, &arguments)?))
        .on_window_event(on_window_event)
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .invoke_handler(commands::invoke_handler())
        .run(context);
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

/// The first of them ends a second start before anything else of it begins.
fn plugins(builder: Builder<Wry>, name: String, arguments: &Arguments) -> Builder<Wry> {
    let alone = tauri_plugin_single_instance::Builder::new()
        .dbus_id(name)
        .callback(|app, argv, _| desk::second_start(app, argv));
    builder
        .plugin(alone.build())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remember::REMEMBERED).build())
        .plugin(tauri_plugin_autostart::Builder::new().args(arguments.of_autostart()).build())
        .plugin(tauri_plugin_dialog::init())
}

fn begin(app: &mut App, folder: std::path::PathBuf, arguments: &Arguments) -> tauri::Result<()> {
    opening::Opening::begin(app.handle(), folder);
    links::hand_over(app.handle(), &arguments.links);
    if let Some(window) = app.get_webview_window(desk::WINDOW) {
        desk::appear(&window, arguments.hidden)?;
    }
    tray::begin(app.handle());
    Ok(())
}

fn on_window_event(window: &Window, event: &WindowEvent) {
    static FITTED: Once = Once::new();
    match event {
        WindowEvent::CloseRequested { api, .. } if desk::stays_in_tray(window.app_handle()) => {
            api.prevent_close();
            _ = window.hide();
        }
        WindowEvent::Resized(_) => {
            // The first size it has on a screen is the one that was remembered.
            FITTED.call_once(|| {
                if let Some(window) = window.get_webview_window(desk::WINDOW) {
                    _ = place::fit(&window);
                }
            });
            remember::changed(window.app_handle());
        }
        WindowEvent::Moved(_) => remember::changed(window.app_handle()),
        _ => {}
    }
}

#[expect(clippy::print_stderr, reason = "there is no window yet that could say it")]
fn fail(reason: &str) -> ExitCode {
    eprintln!("tollbook-desktop: could not start: {reason}");
    ExitCode::FAILURE
}
