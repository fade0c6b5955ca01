//! A window whose pointer is out of reach: what is done in it is done by keys, and the focus is seen after every one.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Desk, Key, Theme, Window};
use crate::{Failure, Outcome};

/// More steps from one thing to another than any screen has.
const FAR: usize = 250;

/// The keyboard of a window. The window itself is out of reach, so nothing here can press with a pointer; the page also
/// listens for one, in case something else does.
pub struct Keys {
    window: Window,
}

impl Desk {
    /// As [`Desk::open`], without a pointer.
    pub fn open_by_keys(&self, theme: Theme) -> Outcome<Keys> {
        let window = self.open(theme)?;
        window.ask("listenForPointer()", &[])?;
        Ok(Keys { window })
    }
}

/// What hands do.
impl Keys {
    /// Presses one key; afterwards the focus is somewhere, and seen.
    pub fn press(&self, key: Key) -> Outcome {
        self.press_with(&[], char::from(key))
    }

    /// Presses a key while others are held; afterwards the focus is somewhere, and seen.
    pub fn press_with(&self, held: &[Key], key: char) -> Outcome {
        self.window.press_with(held, key)?;
        self.focus_is_seen()
    }

    /// Types a text, or presses the keys of its letters one after the other; afterwards the focus is somewhere, and seen.
    pub fn type_text(&self, text: &str) -> Outcome {
        self.window.type_text(text)?;
        self.focus_is_seen()
    }

    /// Opens a screen by `g` and its letter, and waits until it has loaded.
    pub fn go(&self, screen: &str) -> Outcome {
        let letter = match screen {
            "today" => 't',
            "usage" => 'u',
            "packages" => 'p',
            "balance" => 'b',
            "bills" => 'l',
            "renewals" => 'r',
            "alerts" => 'a',
            "costs" => 'c',
            "ledger" => 'j',
            "account" => 'o',
            _ => return Err(Failure::new(format!("no letter goes to {screen}"))),
        };
        self.wait_until_quiet()?;
        self.type_text(&format!("g{letter}"))?;
        let is_open = format!("location.hash.startsWith('#/{screen}')");
        self.wait_until(&format!("the screen {screen} is open"), &is_open)?;
        self.wait_until_quiet()?;
        self.focus_is_seen()
    }

    /// Types into the palette and does what it offers first; `says` is part of what that is to do.
    pub fn by_palette(&self, text: &str, says: &str) -> Outcome {
        self.press_with(&[Key::Control], 'k')?;
        self.wait_until(
            "the palette has the focus",
            "document.activeElement.matches('dialog [role=combobox]')",
        )?;
        self.wait_until_quiet()?;
        self.type_text(text)?;
        let first = "textOf(first('[role=option][aria-selected=true]')).includes(args[0])";
        self.window.until(&format!("the palette offers “{says}”"), first, &[json!(says)])?;
        self.press(Key::Enter)
    }

    /// Moves the focus to the thing with this role and name by Tab, and presses Enter.
    pub fn activate(&self, role: &str, name: &str) -> Outcome {
        self.reach(role, name)?;
        self.press(Key::Enter)
    }

    /// Chooses one of several by the arrows.
    pub fn pick(&self, name: &str) -> Outcome {
        self.wait_for("radio", name)?;
        let choice = [json!("radio"), json!(name)];
        self.tab_until(&format!("a choice beside “{name}”"), "isBeside(args[0], args[1])", &choice)?;
        for _ in 0..FAR {
            let way = self.ask("pickedWay(args[0], args[1])", &choice)?;
            match way.as_i64() {
                Some(0) => return Ok(()),
                Some(2) => return self.type_text(" "),
                Some(way) => self.press(if way < 0 { Key::Up } else { Key::Down })?,
                None => return Err(Failure::new(format!("the choice “{name}” has gone"))),
            }
        }
        Err(Failure::new(format!("the arrows do not choose “{name}”")))
    }

    /// Chooses an option of the list with this label by the arrows.
    pub fn choose(&self, label: &str, option: &str) -> Outcome {
        self.reach("combobox", label)?;
        for _ in 0..FAR {
            let way = self.ask("listWay(document.activeElement, args[0])", &[json!(option)])?;
            match way.as_i64() {
                Some(0) => return Ok(()),
                Some(way) => self.press(if way < 0 { Key::Up } else { Key::Down })?,
                None => return Err(Failure::new(format!("“{label}” has no option “{option}”"))),
            }
        }
        Err(Failure::new(format!("the arrows do not choose “{option}” of “{label}”")))
    }

    /// Moves the focus to the field with this label, and types over what it held.
    pub fn fill_in(&self, label: &str, text: &str) -> Outcome {
        self.reach("textbox", label)?;
        self.press_with(&[Key::Control], 'a')?;
        self.window.type_at_once(text)?;
        self.focus_is_seen()
    }

    /// Moves the focus by Tab, or by Shift and Tab to what comes before, to the thing with this role and name.
    pub fn reach(&self, role: &str, name: &str) -> Outcome {
        self.window.ready_element(role, name)?;
        let wanted = [json!(role), json!(name)];
        self.tab_until(
            &format!("the {role} “{name}”"),
            "find(args[0], args[1]) === document.activeElement",
            &wanted,
        )
    }

    /// As [`Self::reach`], of the first element that `selector` finds.
    pub fn reach_at(&self, selector: &str) -> Outcome {
        self.window.element_at(selector)?;
        let wanted = [json!("selector"), json!(selector)];
        self.tab_until(&format!("`{selector}`"), "first(args[1]) === document.activeElement", &wanted)
    }

    fn tab_until(&self, what: &str, holds: &str, wanted: &[Value]) -> Outcome {
        // One question for each step: there are many.
        let look = format!("[{holds}, liesBefore(args[0], args[1]), focusIsSeen()]");
        for step in 0..FAR {
            let [is_there, is_behind, is_seen] = self.look(&look, wanted)?;
            if step > 0 && !is_seen {
                self.focus_is_seen()?;
            }
            if is_there {
                return Ok(());
            }
            let held: &[Key] = if is_behind { &[Key::Shift] } else { &[] };
            self.window.press_with(held, char::from(Key::Tab))?;
        }
        Err(Failure::new(format!("Tab does not lead to {what}")))
    }

    fn look(&self, expression: &str, wanted: &[Value]) -> Outcome<[bool; 3]> {
        let answers = self.ask(expression, wanted)?;
        Ok([0, 1, 2].map(|place| answers[place] == json!(true)))
    }

    /// Waits until something on the page has the focus and shows it.
    fn focus_is_seen(&self) -> Outcome {
        let seen = self.window.until("what has the focus shows it", "focusIsSeen() || null", &[]);
        seen.map(drop).map_err(|failure| {
            let at = self.ask("whereFocusIs()", &[]).unwrap_or_default();
            Failure::new(format!("{failure}\nthe focus is on {at}"))
        })
    }
}

/// What eyes do.
impl Keys {
    /// As [`Window::wait_for`].
    pub fn wait_for(&self, role: &str, name: &str) -> Outcome {
        self.window.wait_for(role, name)
    }

    /// As [`Window::wait_for_text`].
    pub fn wait_for_text(&self, text: &str) -> Outcome {
        self.window.wait_for_text(text)
    }

    /// As [`Window::wait_until`].
    pub fn wait_until(&self, what: &str, holds: &str) -> Outcome {
        self.window.wait_until(what, holds)
    }

    /// As [`Window::wait_until_quiet`].
    pub fn wait_until_quiet(&self) -> Outcome {
        self.window.wait_until_quiet()
    }

    /// Waits until no sheet is open, and something else has the focus.
    pub fn wait_until_closed(&self) -> Outcome {
        self.window.wait_until_closed()?;
        self.focus_is_seen()
    }

    /// As [`Window::read`].
    pub fn read(&self, selector: &str) -> Outcome<String> {
        self.window.read(selector)
    }

    /// As [`Window::ask`].
    pub fn ask(&self, expression: &str, args: &[Value]) -> Outcome<Value> {
        self.window.ask(expression, args)
    }

    /// As [`Window::screenshot`].
    pub fn screenshot(&self, name: &str) -> Outcome<PathBuf> {
        self.window.screenshot(name)
    }

    /// As [`Window::assert_accessible`].
    pub fn assert_accessible(&self, what: &str) -> Outcome {
        self.window.assert_accessible(what)
    }

    /// As [`Window::resize`].
    pub fn resize(&self, width: u32, height: u32) -> Outcome {
        self.window.resize(width, height)
    }

    /// Closes the window; fails when anything in it was pressed with a pointer.
    pub fn close(self) -> Outcome {
        let pressed = self.ask("window.pressedByPointer ?? 'nobody listened'", &[])?;
        if pressed != json!(0) {
            return Err(Failure::new(format!("a journey by keys alone used a pointer: {pressed}")));
        }
        self.window.close()
    }
}
