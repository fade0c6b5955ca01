//! Links that were handed over wait here until the page asks for them: it may not be there yet.

use std::sync::{Mutex, PoisonError};

use ipc::dto::link::LinkAnswer;
use tauri::{AppHandle, Emitter, Manager};

/// More links than these nobody opens at once.
const MOST: usize = 8;

/// Links nobody asked for yet.
#[derive(Default)]
pub struct Links(Mutex<Vec<LinkAnswer>>);

/// Reads links and tells the page that there are some.
pub fn hand_over(app: &AppHandle, links: &[String]) {
    if links.is_empty() {
        return;
    }
    let state = app.state::<Links>();
    let mut waiting = state.0.lock().unwrap_or_else(PoisonError::into_inner);
    let room = MOST.saturating_sub(waiting.len());
    waiting.extend(links.iter().take(room).map(|link| ipc::link::read(link)));
    drop(waiting);
    _ = app.emit("links", ());
}

/// The links that were handed over since the last call.
#[tauri::command]
pub async fn take_links(links: tauri::State<'_, Links>) -> Result<Vec<LinkAnswer>, ()> {
    Ok(std::mem::take(&mut *links.0.lock().unwrap_or_else(PoisonError::into_inner)))
}
