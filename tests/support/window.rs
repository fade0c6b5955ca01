//! The real window, driven through WebDriver on a display of its own.
//!
//! A [`Desk`] is one person's machine: a home folder and the books in it. Opening it starts a virtual display, a
//! session bus, `WebKitWebDriver` and, through it, the program; dropping the [`Window`] ends all of them. Opening the
//! same desk again is a restart. Two desks never meet.
//!
//! Nothing here waits for a fixed time: a condition is looked at on every frame the page draws, until it holds or
//! [`PATIENCE`] is used up.

mod again;
mod axe;
mod keyboard;
mod keys_alone;
mod language;
mod leash;
mod page;
mod panel;
mod pointer;
mod school;
mod stage;
mod start;
mod steps;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fantoccini::Client;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

pub use fantoccini::key::Key;
pub use keys_alone::Keys;
pub use language::LANGUAGES;
pub use panel::{MenuLine, Panel};
pub use school::Owes;
use stage::Stage;
pub use steps::{GATEWAY, WHOLE_SERVER, now};

use crate::Outcome;
use crate::place::{program, workspace_root};

/// How long a condition may take to come true before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Two windows would share two cores, and the slower one would time out first: one takes its turn after the other.
static TURN: Mutex<()> = Mutex::new(());

/// Which of its two looks the window takes, as the desktop would tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

/// One person's machine: a home folder and the books in it, kept from one opening to the next.
pub struct Desk {
    home: TempDir,
    books: PathBuf,
}

impl Desk {
    /// An empty home with no books yet, as on the first start.
    pub fn empty() -> Outcome<Self> {
        let home = TempDir::new()?;
        let books = home.path().join("books");
        Ok(Self { home, books })
    }

    /// Where its owner's files are.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder the program is told to keep its books in.
    pub fn data_dir(&self) -> &Path {
        &self.books
    }

    /// Starts the program in this home and waits until its page is there. One window is open at a time: the next
    /// opening waits until this one is closed.
    pub fn open(&self, theme: Theme) -> Outcome<Window> {
        self.open_with(&program("tollbook-desktop")?, theme)
    }

    /// As [`Self::open`], with another program that opens a window.
    pub fn open_with(&self, program: &Path, theme: Theme) -> Outcome<Window> {
        Window::open(self, program, theme)
    }
}

/// The running window. Methods fail with what was on the page, and leave a picture of it.
pub struct Window {
    // Fields are dropped in this order: the connection first, then what it is connected to.
    client: Client,
    runtime: Runtime,
    stage: Stage,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    fn open(desk: &Desk, program: &Path, theme: Theme) -> Outcome<Self> {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let stage = Stage::start(desk, theme, &runtime)?;
        let client = runtime.block_on(stage.open_program(program))?;
        let window = Self { client, runtime, stage, _turn: turn };
        window.wait_until("the page is loaded", "document.readyState === 'complete'")?;
        Ok(window)
    }

    /// Closes the window as its user would and ends the session, so that the desk can be opened again.
    pub fn close(self) -> Outcome {
        self.runtime.block_on(async {
            self.client.close_window().await?;
            // Closing the last window already ends the session in WebKitWebDriver; asking again is then refused.
            self.client.clone().close().await.ok();
            Ok(())
        })
    }

    /// Sets the size of the page itself, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Outcome {
        self.runtime.block_on(self.client.set_window_size(width, height))?;
        self.wait_until(
            &format!("the page is {width} × {height}"),
            &format!("innerWidth === {width} && innerHeight === {height}"),
        )?;
        // What is drawn for the new width comes later, and moves what is clicked next.
        self.wait_for_two_frames()?;
        self.wait_until_quiet()
    }

    /// Saves what the window shows as `target/screens/NAME.png` and returns the path.
    pub fn screenshot(&self, name: &str) -> Outcome<PathBuf> {
        self.wait_for_two_frames()?;
        self.keep_picture(name)
    }

    /// As [`Self::screenshot`], of a page that may no longer answer.
    fn keep_picture(&self, name: &str) -> Outcome<PathBuf> {
        let folder = workspace_root().join("target/screens");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        let picture = self.runtime.block_on(self.client.screenshot())?;
        std::fs::write(&path, picture)?;
        Ok(path)
    }
}
