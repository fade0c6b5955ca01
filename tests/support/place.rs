//! Where things are: the project, and the programs built from it.

use std::path::{Path, PathBuf};

use crate::{Failure, Outcome};

/// The folder of the whole project.
#[must_use]
pub fn workspace_root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// A program of this workspace, built into the folder the running one was built into.
///
/// A variable chooses another: `TOLLBOOK` for `tollbook`, `TOLLBOOK_DESKTOP` for `tollbook-desktop`.
///
/// # Errors
/// When it is not there: tests start programs, cargo builds them only when asked.
pub fn program(name: &str) -> Outcome<PathBuf> {
    let variable = name.replace('-', "_").to_uppercase();
    let path = match std::env::var_os(variable) {
        Some(chosen) => PathBuf::from(chosen),
        None => built_folder()?.join(name),
    };
    if path.is_file() {
        return Ok(path);
    }
    let path = path.display();
    Err(Failure::new(format!(
        "there is no program at {path}: build it with `cargo build --workspace --bins`"
    )))
}

/// The folder programs are built into, such as `target/debug`.
///
/// # Errors
/// When the system does not tell which program is running.
pub fn built_folder() -> Outcome<PathBuf> {
    let me = std::env::current_exe()?;
    let folder = me.parent().unwrap_or(Path::new("."));
    // Test binaries are one level deeper.
    let is_inner = folder.ends_with("deps") || folder.ends_with("examples");
    Ok(if is_inner { folder.parent().unwrap_or(folder) } else { folder }.to_path_buf())
}
