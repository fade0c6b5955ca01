//! The window: it turns the list of commands into Tauri's, runs what falls due while it is open, and picks files.
//!
//! It knows no rules and no SQL; both are behind `ipc`.

mod commands;
mod due_loop;
mod folder;
mod picker;

use std::{process::ExitCode, sync::Arc};

use tauri::{Emitter, Manager};

/// Opens the books and the window, and stays until the window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let folder = match folder::chosen() {
        Ok(folder) => folder,
        Err(reason) => return fail(&reason),
    };
    let books = match tauri::async_runtime::block_on(ipc::open_books(&folder)) {
        Ok(books) => Arc::new(books),
        Err(error) => return fail(&error.to_string()),
    };
    let started = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            app.manage(state(app.handle(), books));
            due_loop::start(app.handle().clone());
            Ok(())
        })
        .invoke_handler(commands::invoke_handler())
        .run(tauri::generate_context!());
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

/// The handlers' state; what they tell the window goes out as events.
fn state(app: &tauri::AppHandle, books: Arc<ipc::Books>) -> ipc::App {
    let (progress, changed) = (app.clone(), app.clone());
    ipc::App::new(
        books,
        Arc::new(move |step| _ = progress.emit("import-progress", step)),
        Arc::new(move |topics| _ = changed.emit("changed", topics)),
    )
}

#[expect(clippy::print_stderr, reason = "there is no window yet that could say it")]
fn fail(reason: &str) -> ExitCode {
    eprintln!("tollbook-desktop: could not open the books: {reason}");
    ExitCode::FAILURE
}
