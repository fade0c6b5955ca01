//! `tollbook open`: starts the window on the same books.

use std::{
    env, path,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use app::data_dir;
use clap::Args;

use crate::{cli::Globals, exit::Exit, failure::Failure, output};

/// Name of the window's program.
const WINDOW: &str = "tollbook-desktop";

/// Open the window on the same books
///
/// Starts `tollbook-desktop`, found beside this program or on the PATH.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook open
  tollbook --data-dir ~/books open")]
pub struct Open {}

/// Starts the window and leaves it running.
///
/// # Errors
/// That its program is not found, or does not start.
pub fn run(_: &Open, globals: &Globals) -> Result<Exit, Failure> {
    if !has_display() {
        let reason = "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set";
        return Err(Failure::new(Exit::Failed, reason).hint("start it from a desktop session"));
    }
    let Some(program) = find() else {
        let reason = format!("`{WINDOW}` is neither beside this program nor on the PATH");
        return Err(Failure::new(Exit::Failed, reason).hint("build or install it; `make run` does both"));
    };
    let folder = data_dir::resolve(globals.data_dir.as_deref())?;
    let folder = path::absolute(&folder).unwrap_or(folder);
    let mut window = Command::new(&program);
    window.arg("--data-dir").arg(folder).stdin(Stdio::null()).stdout(Stdio::null());
    match window.spawn() {
        Ok(_) => {
            output::note(&format!("started {}", program.display()));
            Ok(Exit::Done)
        }
        Err(error) => Err(Failure::new(Exit::Failed, format!("{}: {error}", program.display()))),
    }
}

/// Other systems always have one.
fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn find() -> Option<PathBuf> {
    let name = format!("{WINDOW}{}", env::consts::EXE_SUFFIX);
    let beside = env::current_exe().ok().and_then(|me| me.parent().map(Path::to_owned));
    let on_path =
        env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>()).unwrap_or_default();
    beside.into_iter().chain(on_path).map(|folder| folder.join(&name)).find(|program| program.is_file())
}
