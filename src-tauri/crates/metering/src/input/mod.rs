//! Where usage comes from.

use std::fmt;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;

/// Where usage comes from.
#[derive(Debug)]
pub enum Input {
    /// A file, or a folder: its files, rotated logs oldest first, hidden files and folders skipped.
    Path(PathBuf),
    /// Several files or folders, in this order.
    Paths(Vec<PathBuf>),
    /// Several files or folders, and then what has no file.
    PathsAnd(Vec<PathBuf>, Stream),
    /// Something to be read once, from its beginning.
    Streams(Vec<Stream>),
}

/// Something to be read once, from its beginning.
pub struct Stream {
    /// The name to show for it.
    pub name: String,
    /// The bytes, plain or packed.
    pub from: Box<dyn Read + Send>,
}

impl Input {
    /// Standard input, shown as `-`.
    pub fn stdin() -> Self {
        Self::Streams(vec![Stream { name: "-".to_owned(), from: Box::new(io::stdin()) }])
    }

    /// Text or packed bytes in memory.
    pub fn text(name: impl Into<String>, content: impl AsRef<[u8]>) -> Self {
        Self::Streams(vec![Stream::text(name, content)])
    }
}

impl Stream {
    /// Text or packed bytes in memory.
    pub fn text(name: impl Into<String>, content: impl AsRef<[u8]>) -> Self {
        Self { name: name.into(), from: Box::new(Cursor::new(content.as_ref().to_vec())) }
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("name", &self.name).finish_non_exhaustive()
    }
}

pub(crate) mod blocks;
pub(crate) mod open;
mod order;
