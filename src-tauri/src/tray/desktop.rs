//! Whether the desktop shows trays: some do only with an extension, and panels come and go.

use gio::{BusNameWatcherFlags, BusType, Cancellable};
use tauri::AppHandle;

/// Who shows trays, by its name on the session's bus.
const HOST: &str = "org.kde.StatusNotifierWatcher";

/// Tells when a desktop that shows trays is there, and when it goes; one of both also right at the beginning.
pub(super) fn watch(app: &AppHandle) {
    let Ok(bus) = gio::bus_get_sync(BusType::Session, None::<&Cancellable>) else {
        return super::vanished(app);
    };
    // A session that ends must not take the program along before it has saved anything.
    bus.set_exit_on_close(false);
    let (come, gone) = (app.clone(), app.clone());
    // Watched as long as the program runs.
    _ = gio::bus_watch_name_on_connection(
        &bus,
        HOST,
        BusNameWatcherFlags::NONE,
        move |_, _, _| super::appeared(&come),
        move |_, _| super::vanished(&gone),
    );
}
