//! Files found, opened, unpacked.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use super::{Input, Stream, order};
use crate::detect::{self, Compression};
use crate::error::ReadError;

/// Bytes of content looked at to tell the format.
const BEGINNING: u64 = 64 * 1024;

/// Bytes to be read once.
pub type Bytes = Box<dyn Read + Send>;

/// Something to be opened when its turn comes.
pub enum Source {
    /// A file; its name and length.
    File(PathBuf, String, u64),
    /// A stream.
    Stream(Stream),
}

/// An opened source.
pub struct Opened {
    /// Its name.
    pub name: String,
    /// How it is packed.
    pub compression: Compression,
    /// The beginning of the content, unpacked.
    pub beginning: Vec<u8>,
    /// The whole content, unpacked, from its beginning on.
    pub content: Bytes,
}

/// Everything an input consists of, in the order to be read.
pub fn sources(input: Input) -> Result<Vec<Source>, ReadError> {
    let mut sources = Vec::new();
    match input {
        Input::Path(path) => add_path(&path, &mut sources)?,
        Input::Paths(paths) => paths.iter().try_for_each(|path| add_path(path, &mut sources))?,
        Input::PathsAnd(paths, stream) => {
            paths.iter().try_for_each(|path| add_path(path, &mut sources))?;
            sources.push(Source::Stream(stream));
        }
        Input::Streams(streams) => sources.extend(streams.into_iter().map(Source::Stream)),
    }
    Ok(sources)
}

/// The length of all sources together, if each has one.
pub fn total(sources: &[Source]) -> Option<u64> {
    let length = |source: &Source| match source {
        Source::File(.., length) => Some(*length),
        Source::Stream(_) => None,
    };
    sources.iter().map(length).sum()
}

fn add_path(path: &Path, sources: &mut Vec<Source>) -> Result<(), ReadError> {
    let failed = |source| ReadError::Io { file: path.display().to_string(), source };
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_dir() {
        sources.push(Source::File(path.to_owned(), path.display().to_string(), metadata.len()));
        return Ok(());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        // A link that leads nowhere is named itself, not the folder it lies in.
        let at = entry.path();
        let metadata =
            fs::metadata(&at).map_err(|source| ReadError::Io { file: at.display().to_string(), source })?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if metadata.is_file() && !name.starts_with('.') {
            files.push((name, at, metadata.len()));
        }
    }
    files.sort_by_cached_key(|(name, ..)| order::place(name));
    let named = |path: &Path| path.display().to_string();
    sources
        .extend(files.into_iter().map(|(_, path, length)| Source::File(path.clone(), named(&path), length)));
    Ok(())
}

impl Source {
    /// Opens it and looks at its beginning. `taken` counts the bytes taken, as stored.
    pub fn open(self, forced: Option<Compression>, taken: &Arc<AtomicU64>) -> Result<Opened, ReadError> {
        let (name, stored): (String, Bytes) = match self {
            Self::Stream(stream) => (stream.name, stream.from),
            Self::File(path, name, _) => match File::open(path) {
                Ok(file) => (name, Box::new(file)),
                Err(source) => return Err(ReadError::Io { file: name, source }),
            },
        };
        let stored = Box::new(Counted { from: stored, taken: Arc::clone(taken) });
        match unpack(stored, forced) {
            Ok((compression, beginning, content)) => Ok(Opened { name, compression, beginning, content }),
            Err(source) => Err(ReadError::Io { file: name, source }),
        }
    }
}

fn unpack(mut stored: Bytes, forced: Option<Compression>) -> io::Result<(Compression, Vec<u8>, Bytes)> {
    let mut magic = Vec::new();
    (&mut stored).take(4).read_to_end(&mut magic)?;
    let compression = forced.unwrap_or_else(|| detect::compression(&magic));
    let stored = Cursor::new(magic).chain(stored);
    let mut content: Bytes = match compression {
        Compression::Plain => Box::new(stored),
        Compression::Gzip => Box::new(MultiGzDecoder::new(stored)),
        Compression::Zstd => Box::new(zstd::stream::read::Decoder::new(stored)?),
    };
    let mut beginning = Vec::new();
    (&mut content).take(BEGINNING).read_to_end(&mut beginning)?;
    if beginning.starts_with(detect::BYTE_ORDER_MARK) {
        beginning.drain(..detect::BYTE_ORDER_MARK.len());
    }
    let content = Cursor::new(beginning.clone()).chain(content);
    Ok((compression, beginning, Box::new(content)))
}

struct Counted {
    from: Bytes,
    taken: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.taken.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
