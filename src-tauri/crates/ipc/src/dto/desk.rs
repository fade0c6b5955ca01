//! What passes between the window and the desktop around it: its menus, and what this desktop can do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What this desktop can do for the window.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Desk {
    /// Whether it shows a tray.
    pub tray: bool,
    /// Whether it starts the program when its user logs in; absent where that cannot be known.
    pub autostart: Option<bool>,
}

/// One entry of a menu, in the words of the window.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MenuEntry {
    /// What the window is told when it is chosen; empty for a line between entries.
    pub id: String,
    /// What it is called.
    pub text: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Whether it is ticked; absent for what is not switched.
    pub checked: Option<bool>,
    /// What it opens, when it is a menu of its own.
    pub entries: Option<Vec<MenuEntry>>,
}
