//! The books are opened beside the window: it shows its outline at once, and what it asks waits until they are open.

use std::{path::PathBuf, sync::Arc};

use tauri::{Emitter, Manager};
use tokio::sync::OnceCell;

use crate::due_loop;

/// The handlers' state, once the books are open.
pub struct Opening {
    window: tauri::AppHandle,
    folder: PathBuf,
    opened: OnceCell<ipc::App>,
}

impl Opening {
    /// Begins to open the books of a folder.
    pub fn begin(window: &tauri::AppHandle, folder: PathBuf) {
        window.manage(Self { window: window.clone(), folder, opened: OnceCell::new() });
        let window = window.clone();
        // What went wrong is told to the window when it asks.
        tauri::async_runtime::spawn(async move { _ = window.state::<Self>().app().await });
    }

    /// The folder of the books.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// The handlers' state; waits for the books. Books that could not be opened are tried again at each call.
    ///
    /// # Errors
    /// [`ipc::IpcError`] that says why the books cannot be opened.
    pub async fn app(&self) -> Result<&ipc::App, ipc::IpcError> {
        let open = async || {
            let books = ipc::open_books(&self.folder).await?;
            due_loop::start(self.window.clone());
            Ok(self.state(books))
        };
        self.opened.get_or_try_init(open).await
    }

    /// What the handlers tell the window goes out as events.
    fn state(&self, books: ipc::Books) -> ipc::App {
        let [progress, changed, verifying] = std::array::from_fn(|_| self.window.clone());
        ipc::App::new(
            Arc::new(books),
            Arc::new(move |step| _ = progress.emit("import-progress", step)),
            Arc::new(move |topics| _ = changed.emit("changed", topics)),
        )
        .telling_how_far(Arc::new(move |step| _ = verifying.emit("verify-progress", step)))
    }
}
