//! Which language the window speaks.

use serde_json::json;

use super::Window;
use crate::Outcome;

/// Every language the window has a catalogue for; English first, which it speaks where nothing else is asked for.
pub const LANGUAGES: [&str; 4] = ["en", "zh-CN", "pt-BR", "ar"];

impl Window {
    /// Has the window speak one of [`LANGUAGES`] from now on, and waits until it does.
    pub fn speak(&self, language: &str) -> Outcome {
        let choose = "(localStorage.setItem('tollbook.language', args[0]), document.documentElement.lang = 'none', \
                      location.reload(), true)";
        self.ask(choose, &[json!(language)])?;
        let what = format!("the window speaks {language}");
        let speaks =
            "document.documentElement.lang === args[0] && document.querySelector('nav, main, h1') !== null";
        self.until(&what, speaks, &[json!(language)])?;
        self.wait_until_quiet()
    }
}
