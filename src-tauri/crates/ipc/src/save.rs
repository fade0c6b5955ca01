//! Writes what a face shows into a file that the person chose.

use std::path::Path;

use crate::{IpcError, failure::Malformed};

/// Writes text into a file, whole or not at all: it is written beside it first.
///
/// # Errors
/// [`IpcError`] `not_written`; a file that was there is then as it was.
pub fn text(path: &Path, text: &str) -> Result<(), IpcError> {
    bytes(path, text.as_bytes())
}

/// Writes bytes into a file, whole or not at all.
///
/// # Errors
/// [`IpcError`] `not_written`; a file that was there is then as it was.
pub fn bytes(path: &Path, bytes: &[u8]) -> Result<(), IpcError> {
    let failed = |_| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Malformed::NotWritten(name.unwrap_or_default())
    };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    std::fs::write(&beside, bytes).map_err(failed)?;
    std::fs::rename(&beside, path).map_err(|error| {
        // What is left of it is nobody's; that it cannot be removed either changes nothing.
        _ = std::fs::remove_file(&beside);
        failed(error)
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_and_one_that_cannot_be_says_so() {
        let folder = std::env::temp_dir().join(format!("tollbook-save-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("deadlines.ics");
        text(&file, "old").unwrap();
        text(&file, "new").unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "new");
        let nowhere = text(&folder.join("none").join("a.ics"), "new").unwrap_err();
        assert_eq!((nowhere.code.as_str(), nowhere.args["file"].as_str()), ("not_written", "a.ics"));
        assert_eq!(text(&folder, "new").unwrap_err().code, "not_written", "a folder is no file");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
