//! Standard output and standard error: results on the one, everything about them on the other.

use std::io::{self, IsTerminal as _, Write as _};

use crate::{exit::Exit, failure::Failure};

/// Writes a result. A reader that has read enough (`tollbook usage | head`) ends the program quietly.
///
/// # Errors
/// That it cannot be written.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::new(Exit::Done, "")),
        Err(error) => Err(Failure::new(Exit::Failed, format!("standard output: {error}"))),
    }
}

/// Tells something beside the result. There is nowhere to complain when that fails.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr(), "tollbook: {text}");
}

/// Writes to standard error as it is.
pub fn raw(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Whether somebody reads standard error as it is written.
pub fn is_watched() -> bool {
    io::stderr().is_terminal()
}
