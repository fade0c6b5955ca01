//! What people do in the window, in the words of what they see.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};

use super::{Desk, PATIENCE, Window};
use crate::place::program;
use crate::{Failure, Outcome};

/// How often a file is looked at while something is awaited of it.
const LOOK: Duration = Duration::from_millis(20);

/// The gateway whose log the journeys make: 0.02 a call at the sample prices.
pub const GATEWAY: &str = r#"
[[rule]]
path = "/v2/*/ocr/passport"
service = "passport-ocr"
region = "ap-southeast-1"
"#;

/// Everything a public web server answered, as if it were one service.
pub const WHOLE_SERVER: &str = r#"
[[rule]]
path = "/**"
service = "passport-ocr"
region = "ap-southeast-1"
"#;

impl Window {
    /// Opens an account with this much cash, at the first start.
    pub fn open_account(&self, balance: &str) -> Outcome {
        self.click("button", "Start empty")?;
        self.choose("Provider and rules", "Huawei Cloud OCR")?;
        self.fill_in("Cash on the account (USD)", balance)?;
        self.click("button", "Open the account")?;
        self.wait_for("link", "Usage")
    }

    /// Drops a file on the window and reads it, which changes nothing yet.
    pub fn preview(&self, file: &Path, rules: &Path) -> Outcome {
        self.visit("usage")?;
        self.drop_files(&[file])?;
        self.choose("Which calls are what", "From a rules file")?;
        self.fill_in("Rules file", &rules.to_string_lossy())?;
        self.click("button", "Preview")?;
        self.wait_for("button", "Import")
    }

    /// Drops a file of attendance on the window and reads it, which changes nothing yet.
    pub fn preview_attendance(&self, file: &Path) -> Outcome {
        self.visit("usage")?;
        self.drop_files(&[file])?;
        self.wait_for("combobox", "How to read attendance")?;
        self.click("button", "Preview")?;
        self.wait_for("button", "Import")
    }

    /// Confirms a preview by the button that says what it does, and waits until it is done.
    pub fn import(&self, confirm: &str) -> Outcome {
        self.click("button", confirm)?;
        self.wait_until_closed()?;
        self.wait_until_quiet()
    }

    /// Waits until no sheet is open.
    pub fn wait_until_closed(&self) -> Outcome {
        self.wait_until("the sheet is closed", "!document.querySelector('dialog[open]')")
    }
}

impl Window {
    /// Waits until a file holds this text.
    pub fn wait_for_file(&self, path: &Path, text: &str) -> Outcome {
        let holds = async {
            let mut looks = tokio::time::interval(LOOK);
            while !fs::read_to_string(path).is_ok_and(|held| held.contains(text)) {
                looks.tick().await;
            }
        };
        let found = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, holds).await });
        found.map_err(|_| {
            let held = fs::read_to_string(path).unwrap_or_default();
            Failure::new(format!("{} never held {text:?}, but:\n{held}", path.display()))
        })
    }
}

impl Desk {
    /// Writes a rules file.
    pub fn rules(&self, text: &str) -> Outcome<PathBuf> {
        self.file("rules.toml", text)
    }

    /// What the command line says of the same books, as one object.
    pub fn tollbook(&self, words: &[&str]) -> Outcome<serde_json::Value> {
        let output = Command::new(program("tollbook")?)
            .arg("--data-dir")
            .arg(self.data_dir())
            .arg("--json")
            .args(words)
            .output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(Failure::new(format!("tollbook {} failed: {said}", words.join(" "))));
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// Writes a file of its owner.
    pub fn file(&self, name: &str, text: &str) -> Outcome<PathBuf> {
        let path = self.home().join(name);
        fs::write(&path, text)?;
        Ok(path)
    }

    /// Writes a log of successful calls of one second.
    pub fn log(&self, name: &str, at: DateTime<Utc>, calls: u32) -> Outcome<PathBuf> {
        let at = at.format("%d/%b/%Y:%H:%M:%S +0000");
        let line =
            |bytes: u32| format!("10.0.0.1 - - [{at}] \"POST /v2/p/ocr/passport HTTP/1.1\" 200 {bytes}\n");
        self.file(name, &(1..=calls).map(line).collect::<String>())
    }
}

/// The time the window under test lives by.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the window under test lives by the machine's clock")]
pub fn now() -> DateTime<Utc> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    DateTime::from_timestamp(i64::try_from(since.as_secs()).unwrap_or_default(), 0).unwrap_or_default()
}
