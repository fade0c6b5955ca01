//! What a hand does: pressing things, filling in fields, dropping files.

use std::path::Path;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use serde_json::json;

use super::Window;
use crate::{Failure, Outcome};

/// How often a press is aimed before it is given up.
const AIMS: usize = 5;

impl Window {
    /// Presses the thing with this role and name, as soon as it can be used.
    pub fn click(&self, role: &str, name: &str) -> Outcome {
        self.press_on(&format!("the {role} “{name}”"), || self.ready_element(role, name))
    }

    /// Presses the first visible element that `selector` finds.
    pub fn click_at(&self, selector: &str) -> Outcome {
        self.press_on(&format!("`{selector}`"), || self.element_at(selector))
    }

    /// The driver aims before it presses: what is drawn in between, as at a settlement, may move the thing from under
    /// the pointer. So it aims again, as a hand would, when the press reached something else.
    fn press_on(&self, what: &str, aim: impl Fn() -> Outcome<Element>) -> Outcome {
        for _ in 0..AIMS {
            let element = aim()?;
            self.ask("expectPress(args[0])", &[serde_json::to_value(&element)?])?;
            self.runtime.block_on(element.click())?;
            // A page that a press has replaced cannot be asked any more.
            if self.ask("pressArrived()", &[]).map_or(true, |arrived| arrived == json!(true)) {
                return Ok(());
            }
        }
        Err(Failure::new(format!("pressed {AIMS} times beside {what}")))
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

    /// Goes to a screen through its link in the rail, if it has one, and waits until it has loaded.
    pub fn visit(&self, route: &str) -> Outcome {
        self.wait_until_quiet()?;
        // Contract and rules of an account are no screen of the rail: they are behind Accounts, and a key.
        if route == "account" {
            self.type_text("go")?;
        } else {
            self.click_at(&format!("nav a[href='#/{route}']"))?;
        }
        self.wait_until(
            &format!("the screen {route} is open"),
            &format!("location.hash.startsWith('#/{route}')"),
        )?;
        self.point_at_nothing()?;
        self.wait_until_quiet()
    }

    /// Drags over the first element that `selector` finds, at half its height, between two shares of its width.
    #[expect(clippy::float_arithmetic, reason = "places on the page are fractions of pixels")]
    pub fn drag_over(&self, selector: &str, from: f64, to: f64) -> Outcome {
        self.wait_until_quiet()?;
        let place = self.ask(
            "(({ left, top, width, height }) => [left, top + height / 2, width])(first(args[0]).getBoundingClientRect())",
            &[json!(selector)],
        )?;
        let [left, y, width] = [0, 1, 2].map(|index| place[index].as_f64().unwrap_or_default());
        let at = |share: f64| PointerAction::MoveTo { duration: None, x: left + width * share, y };
        let hand = MouseActions::new("mouse".into())
            .then(at(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(at(f64::midpoint(from, to)))
            .then(at(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.runtime.block_on(self.client.perform_actions(hand))?)
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
