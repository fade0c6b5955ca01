//! What a hand does: pressing things, filling in fields, dropping files.

use std::path::Path;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use serde_json::json;

use super::Window;
use crate::Outcome;

impl Window {
    /// Presses the thing with this role and name, as soon as it can be used.
    pub fn click(&self, role: &str, name: &str) -> Outcome {
        let element = self.ready_element(role, name)?;
        Ok(self.runtime.block_on(element.click())?)
    }

    /// Presses the first visible element that `selector` finds.
    pub fn click_at(&self, selector: &str) -> Outcome {
        let element = self.element_at(selector)?;
        Ok(self.runtime.block_on(element.click())?)
    }

    /// Empties the field with this label and types `text` into it.
    pub fn fill_in(&self, label: &str, text: &str) -> Outcome {
        let field = self.ready_element("textbox", label)?;
        self.runtime.block_on(async {
            field.clear().await?;
            field.send_keys(text).await?;
            Ok(())
        })
    }

    /// Chooses `option` in the list with this label.
    pub fn choose(&self, label: &str, option: &str) -> Outcome {
        let list = self.ready_element("combobox", label)?;
        Ok(self.runtime.block_on(list.select_by_label(option))?)
    }

    /// Drops files on the window, as the shell reports it to the page.
    pub fn drop_files(&self, paths: &[&Path]) -> Outcome {
        self.until("the page takes dropped files", "drop(args[0])", &[json!(paths)]).map(drop)
    }

    /// Goes to a screen through its link in the rail and waits until it has loaded.
    pub fn visit(&self, route: &str) -> Outcome {
        let is_open = format!("location.hash.startsWith('#/{route}')");
        // The driver aims before it clicks: what is drawn in between may move the link from under the pointer.
        for _ in 0..3 {
            self.wait_until_quiet()?;
            self.click_at(&format!("nav a[href='#/{route}']"))?;
            self.wait_for_two_frames()?;
            if self.ask(&is_open, &[])? == serde_json::json!(true) {
                break;
            }
        }
        self.wait_until(&format!("the screen {route} is open"), &is_open)?;
        self.point_at_nothing()?;
        self.wait_until_quiet()
    }

    /// Moves the pointer to the corner of the status line, where it highlights nothing.
    pub fn point_at_nothing(&self) -> Outcome {
        let corner =
            self.ask("[[innerWidth - 2, innerHeight - 2], [innerWidth - 1, innerHeight - 1]]", &[])?;
        // Clicks move the pointer behind the driver's back: a single move to where it believes to be would do nothing.
        let mut pointer = MouseActions::new("mouse".into());
        for step in 0..2 {
            let [x, y] = [0, 1].map(|axis| corner[step][axis].as_f64().unwrap_or_default());
            pointer = pointer.then(PointerAction::MoveTo { duration: None, x, y });
        }
        Ok(self.runtime.block_on(self.client.perform_actions(pointer))?)
    }
}
