//! Whether the library that draws trays is on this machine. Its binding ends the program when it is not.

use std::sync::LazyLock;

use dlopen2::raw::Library;

/// By the names, and in the order, in which the binding tries them.
const NAMES: [&str; 2] = ["libayatana-appindicator3.so.1", "libappindicator3.so.1"];

/// Kept open: it is used as soon as a tray is made, and GTK's types cannot be unloaded.
static FOUND: LazyLock<Option<Library>> =
    LazyLock::new(|| NAMES.iter().find_map(|name| Library::open(name).ok()));

/// Whether it can be loaded.
pub(super) fn is_there() -> bool {
    FOUND.is_some()
}
