//! What a command answered, written down for the window.

use std::collections::BTreeMap;
use std::sync::Mutex;

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
    // A second test of the same name would win now and then.
    static KEPT: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
    let before = KEPT.lock().unwrap().insert(name.clone(), text.clone());
    assert!(before.is_none_or(|before| before == text), "two tests keep different replies as {name}");
    std::fs::write(folder.join(name), text).unwrap();
}

/// Writes the error of a command, and gives it back.
pub fn keep_error<T>(command: &str, case: &str, reply: Result<T, IpcError>) -> IpcError {
    let Err(error) = reply else { panic!("{command} was not refused") };
    keep(command, Some(case), &error);
    error
}
