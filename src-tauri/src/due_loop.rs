//! Settlements that fall due while the window is open are run when they do.

use std::time::Duration;

use tauri::Manager;

use crate::opening::Opening;

/// How often the books are asked whether something fell due. The machine may sleep in between: what was missed is run
/// in order all the same.
const EVERY: Duration = Duration::from_secs(5);

/// Runs until the window closes.
pub fn start(app: tauri::AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tick.tick().await;
            // Open by now; else the window is told why.
            if let Ok(app) = app.state::<Opening>().app().await {
                ipc::run_due_everywhere(app).await;
            }
        }
    });
}
