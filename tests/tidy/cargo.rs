//! What cargo knows about the workspace.

use std::process::Command;

use serde_json::Value;

use crate::files::root;

/// The packages `cargo metadata` names with these arguments.
pub fn metadata(args: &[&str]) -> Vec<Value> {
    let read = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1"])
        .args(args)
        .current_dir(root())
        .output()
        .expect("cargo describes the workspace");
    assert!(read.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&read.stderr));
    let metadata: Value = serde_json::from_slice(&read.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    assert!(!packages.is_empty(), "cargo metadata names no package");
    packages
}

/// A string of what cargo wrote; empty when there is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
