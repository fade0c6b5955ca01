//! What a command answered, written down for the window.

use ipc::IpcError;
use serde::Serialize;
use tollbook_tests::place::workspace_root;

/// Writes `replies/<command>.json`, or `replies/<command>.<case>.json`.
pub fn keep(command: &str, case: Option<&str>, reply: &impl Serialize) {
    let folder = workspace_root().join("ui/src/ipc/replies");
    std::fs::create_dir_all(&folder).unwrap();
    let name = case.map_or_else(|| format!("{command}.json"), |case| format!("{command}.{case}.json"));
    let mut text = serde_json::to_string_pretty(reply).unwrap();
    text.push('\n');
    std::fs::write(folder.join(name), text).unwrap();
}

/// Writes the error of a command, and gives it back.
pub fn keep_error<T>(command: &str, case: &str, reply: Result<T, IpcError>) -> IpcError {
    let Err(error) = reply else { panic!("{command} was not refused") };
    keep(command, Some(case), &error);
    error
}
