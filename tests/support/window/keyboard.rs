//! What a keyboard does.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::Window;
use crate::Outcome;

impl Window {
    /// Presses one key.
    pub fn press(&self, key: Key) -> Outcome {
        self.press_with(&[], char::from(key))
    }

    /// Presses a character key while others are held: `press_with(&[Key::Control], 'k')`.
    pub fn press_with(&self, held: &[Key], key: char) -> Outcome {
        let down = |value| KeyAction::Down { value };
        let up = |value| KeyAction::Up { value };
        let mut keys = KeyActions::new("keyboard".into());
        for one in held {
            keys = keys.then(down(char::from(*one)));
        }
        keys = keys.then(down(key)).then(up(key));
        for one in held.iter().rev() {
            keys = keys.then(up(char::from(*one)));
        }
        Ok(self.runtime.block_on(self.client.perform_actions(keys))?)
    }

    /// As [`Self::type_text`], faster: nothing the page does may depend on a single letter.
    pub fn type_at_once(&self, text: &str) -> Outcome {
        let letters = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let keys = letters.fold(KeyActions::new("keyboard".into()), KeyActions::then);
        Ok(self.runtime.block_on(self.client.perform_actions(keys))?)
    }

    /// Types a text into whatever has the focus.
    pub fn type_text(&self, text: &str) -> Outcome {
        text.chars().try_for_each(|letter| self.press_with(&[], letter))
    }
}
