//! What a window needs around it: a display, a session bus, a driver and a home folder of its own.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::Runtime;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::leash::Leash;
use super::{Desk, PATIENCE, Theme};
use crate::{Failure, Outcome};

/// Larger than any window a test asks for.
const SCREEN: &str = "1600x1100x24";

/// How often the driver's port is tried while it starts.
const KNOCK: Duration = Duration::from_millis(20);

pub(super) struct Stage {
    // Dropped in this order: the driver takes the program with it, then the display goes.
    _driver: Leash,
    _display: Leash,
    port: u16,
    log: PathBuf,
}

impl Stage {
    pub(super) fn start(desk: &Desk, theme: Theme, runtime: &Runtime) -> Outcome<Self> {
        let (display_leash, display) = start_display()?;
        let port = free_port()?;
        let log = desk.home.path().join("driver.log");
        let mut driver = Command::new("dbus-run-session");
        driver.args(["--", "WebKitWebDriver"]).arg(format!("--port={port}"));
        furnish(&mut driver, desk, theme, &display)?;
        let written = File::create(&log)?;
        let driver_leash = Leash::start(&driver, written.try_clone()?.into(), written.into())?;
        let stage = Self { _driver: driver_leash, _display: display_leash, port, log };
        runtime.block_on(stage.wait_for_driver())?;
        Ok(stage)
    }

    async fn wait_for_driver(&self) -> Outcome {
        let mut knocks = interval(KNOCK);
        knocks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let answered = timeout(PATIENCE, async {
            loop {
                knocks.tick().await;
                if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                    return;
                }
            }
        });
        answered.await.map_err(|_| self.told("WebKitWebDriver did not start"))
    }

    /// Lets the driver start the program and connects to its page.
    pub(super) async fn open_program(&self, program: &Path) -> Outcome<Client> {
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".into(), json!("wry"));
        capabilities.insert("webkitgtk:browserOptions".into(), json!({ "binary": program, "args": [] }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{}", self.port);
        match timeout(PATIENCE, builder.connect(&address)).await {
            Ok(Ok(client)) => Ok(client),
            Ok(Err(error)) => {
                Err(self.told(&format!("{} did not open a window: {error}", program.display())))
            }
            Err(_) => Err(self.told(&format!("{} did not open a window in time", program.display()))),
        }
    }

    /// A failure with what the driver and the program have written so far.
    pub(super) fn told(&self, story: &str) -> Failure {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let is_of_the_bus = |line: &&str| line.starts_with("dbus-daemon") || line.starts_with("SpiRegistry");
        let log: Vec<&str> = log.lines().filter(|line| !is_of_the_bus(line)).collect();
        let log = if log.is_empty() { "(nothing)".to_owned() } else { log.join("\n") };
        Failure::new(format!("{story}\nthe program and its driver wrote:\n{log}"))
    }
}

/// A virtual display; it chooses a free number itself and tells it, so nothing has to be guessed or awaited.
fn start_display() -> Outcome<(Leash, String)> {
    let mut server = Command::new("Xvfb");
    server.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]);
    let mut leash = Leash::start(&server, Stdio::piped(), Stdio::null())?;
    let Some(output) = leash.take_output() else { return Err(Failure::new("Xvfb has no output")) };
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    if number.trim().is_empty() {
        return Err(Failure::new("Xvfb did not start: is it installed? (`make setup`)"));
    }
    Ok((leash, format!(":{}", number.trim())))
}

/// A port nobody listens on now; the driver cannot choose one itself.
fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Everything the program may learn from its surroundings, so that the tester's own desktop does not shine through.
fn furnish(command: &mut Command, desk: &Desk, theme: Theme, display: &str) -> Outcome {
    let home = desk.home.path();
    for (variable, folder) in [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let folder = home.join(folder);
        // The session bus refuses a runtime folder others can read.
        std::fs::DirBuilder::new().mode(0o700).recursive(true).create(&folder)?;
        command.env(variable, folder);
    }
    let missing = desk.missing_libraries();
    if missing.is_dir() {
        command.env("LD_LIBRARY_PATH", missing);
    }
    for variable in ["WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "GTK_MODULES"] {
        command.env_remove(variable);
    }
    command.env("HOME", home).env("DISPLAY", display).env("GDK_BACKEND", "x11");
    command.env("LANG", "C.UTF-8").env_remove("LC_ALL").env("NO_AT_BRIDGE", "1");
    command.env("GTK_THEME", if theme == Theme::Dark { "Adwaita:dark" } else { "Adwaita" });
    command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("TOLLBOOK_DATA_DIR", desk.data_dir());
    Ok(())
}
