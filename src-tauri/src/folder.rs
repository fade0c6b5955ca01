//! Which folder the books are in: `--data-dir DIR`, else the environment, else the platform's.

use std::path::{Path, PathBuf};

/// The folder of the command line or the environment.
///
/// # Errors
/// What is wrong with the command line, or that the system names no folder.
pub fn chosen() -> Result<PathBuf, String> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = match arguments.next() {
        None => None,
        Some(flag) if flag == "--data-dir" => Some(arguments.next().ok_or("--data-dir needs a folder")?),
        Some(other) => return Err(format!("unknown argument {}", other.to_string_lossy())),
    };
    ipc::data_dir(folder.as_deref().map(Path::new)).map_err(|error| error.to_string())
}
