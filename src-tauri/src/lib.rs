//! The window: it turns the list of commands into Tauri's, runs what falls due while it is open, and picks files.
//!
//! It knows no rules and no SQL; both are behind `ipc`.

mod commands;
mod due_loop;
mod folder;
mod opening;
mod picker;
mod view;

use std::process::ExitCode;

/// Opens the window and, meanwhile, the books; stays until the window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let folder = match folder::chosen() {
        Ok(folder) => folder,
        Err(reason) => return fail(&reason),
    };
    let started = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            opening::Opening::begin(app.handle(), folder);
            Ok(())
        })
        .invoke_handler(commands::invoke_handler())
        .run(tauri::generate_context!());
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

#[expect(clippy::print_stderr, reason = "there is no window yet that could say it")]
fn fail(reason: &str) -> ExitCode {
    eprintln!("tollbook-desktop: could not start: {reason}");
    ExitCode::FAILURE
}
