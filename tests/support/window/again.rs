//! What else happens on a desk whose window is open: a second start of the program, and what its bus knows.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::Desk;
use crate::place::program;
use crate::{Failure, Outcome};

/// Seconds after which a program that should have ended at once is ended.
const PATIENCE_SECONDS: &str = "60";

/// The variable that names the session's bus.
const BUS: &str = "DBUS_SESSION_BUS_ADDRESS";

impl Desk {
    /// Starts the program once more, as a link or the menu of the desktop does: on the same screen and bus, with these
    /// arguments. It has to end by itself, because its window is open already.
    pub fn start_again(&self, arguments: &[&str]) -> Outcome {
        let status = Command::new("timeout")
            .arg(PATIENCE_SECONDS)
            .arg(program("tollbook-desktop")?)
            .args(arguments)
            .env_clear()
            .envs(self.surroundings()?)
            .status()?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("a second start with {arguments:?} did not hand over: {status}")))
    }

    /// The address of the bus of the session that the open window is in.
    pub fn bus(&self) -> Outcome<String> {
        let address = self.surroundings()?.into_iter().find(|(name, _)| name == BUS);
        address.map(|(_, value)| value).ok_or_else(|| Failure::new("the window is in no session"))
    }

    /// The environment of the open window.
    fn surroundings(&self) -> Outcome<Vec<(String, String)>> {
        let ours = program("tollbook-desktop")?.canonicalize()?;
        let home = format!("HOME={}", self.home().display());
        for process in fs::read_dir("/proc")?.filter_map(Result::ok).map(|entry| entry.path()) {
            if !fs::read_link(process.join("exe")).is_ok_and(|exe| exe == ours) {
                continue;
            }
            let environment = fs::read(process.join("environ")).unwrap_or_default();
            let environment = String::from_utf8_lossy(&environment).into_owned();
            let pairs: Vec<&str> = environment.split('\0').collect();
            if pairs.contains(&home.as_str()) {
                let pairs = pairs.iter().filter_map(|pair| pair.split_once('='));
                return Ok(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect());
            }
        }
        Err(Failure::new("no window is open on this desk"))
    }
}

impl Desk {
    /// Hides the libraries with these names from programs that are started on this desk, as if nobody had installed them:
    /// the linker finds something first that is no library.
    pub fn hide_libraries(&self, names: &[&str]) -> Outcome {
        let folder = self.missing_libraries();
        fs::create_dir_all(&folder)?;
        for name in names {
            fs::write(folder.join(name), "")?;
        }
        Ok(())
    }

    /// Where what hides libraries lies.
    pub(super) fn missing_libraries(&self) -> PathBuf {
        self.home().join("missing-libraries")
    }
}
