//! Menus in the words of the window: it tells what stands in them, and is told what was chosen.

use ipc::dto::desk::MenuEntry;
use tauri::{
    AppHandle, Emitter, Wry,
    menu::{CheckMenuItem, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::desk;

/// Entries that are carried out here, even when the page does not answer.
const OPEN: &str = "window:open";
const QUIT: &str = "window:quit";

/// Deeper than this no menu goes.
const DEEPEST: usize = 3;

/// A menu of these entries.
///
/// # Errors
/// What the system said.
pub fn build(app: &AppHandle, entries: &[MenuEntry]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for entry in entries {
        menu.append(&*item(app, entry, DEEPEST)?)?;
    }
    Ok(menu)
}

fn item(app: &AppHandle, entry: &MenuEntry, deep: usize) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    let text = literal(&entry.text);
    if let (Some(entries), Some(deep)) = (&entry.entries, deep.checked_sub(1)) {
        let below = Submenu::with_id(app, entry.id.as_str(), text, entry.enabled)?;
        for entry in entries {
            below.append(&*item(app, entry, deep)?)?;
        }
        return Ok(Box::new(below));
    }
    if entry.id.is_empty() {
        return Ok(Box::new(PredefinedMenuItem::separator(app)?));
    }
    let id = entry.id.as_str();
    Ok(match entry.checked {
        Some(checked) => {
            Box::new(CheckMenuItem::with_id(app, id, text, entry.enabled, checked, None::<&str>)?)
        }
        None => Box::new(MenuItem::with_id(app, id, text, entry.enabled, None::<&str>)?),
    })
}

/// A text as it stands: `&` would mark the letter behind it.
fn literal(text: &str) -> String {
    text.replace('&', "&&")
}

/// Carries out what was chosen, or tells the page.
pub fn chosen(app: &AppHandle, id: &str) {
    match id {
        OPEN => desk::come_forward(app),
        QUIT => app.exit(0),
        other => _ = app.emit("chosen", other),
    }
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_name_with_an_ampersand_is_written_as_it_is() {
        assert_eq!(literal("Ink & Paper"), "Ink && Paper");
    }
}
