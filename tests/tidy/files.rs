//! The files that make up the project: what git knows, and what it would take in.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A text file of the project.
pub struct File {
    /// From the root, with `/`.
    pub path: String,
    pub text: String,
}

impl File {
    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// Written by a program, so that no rule of style applies.
    pub fn is_generated(&self) -> bool {
        self.path.contains("/generated/")
            || self.path.contains("/replies/")
            || self.path.ends_with("lock.json")
    }

    /// Usage, logs and tables as they were found: the world's text, not ours.
    pub fn is_data(&self) -> bool {
        self.has_extension(&["log", "csv", "jsonl", "json", "ndjson"])
    }
}

pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests is a folder of the project").to_path_buf()
}

/// Every text file that is committed or could be.
pub fn all() -> Vec<File> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files of the project");
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let paths = String::from_utf8(listed.stdout).expect("paths are UTF-8");
    paths.split_terminator('\0').filter_map(read).collect()
}

/// `None` for what is deleted but not yet committed as such, and for what is not text.
fn read(path: &str) -> Option<File> {
    let text = std::fs::read_to_string(root().join(path)).ok()?;
    Some(File { path: path.to_owned(), text })
}

/// Files with one of these extensions that people wrote.
pub fn sources(extensions: &[&str]) -> Vec<File> {
    let mut files = all();
    files.retain(|file| file.has_extension(extensions) && !file.is_generated());
    files
}

/// Each line that `offends`, as `path:line: text`.
pub fn offending_lines(files: &[File], offends: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = files
        .iter()
        .flat_map(|file| file.text.lines().enumerate().map(move |(index, line)| (file, index, line)));
    lines
        .filter(|(_, _, line)| offends(line))
        .map(|(file, index, line)| format!("{}:{}: {}", file.path, index + 1, line.trim()))
        .collect()
}
