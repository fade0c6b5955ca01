//! Content cut into blocks of whole lines.

use std::io::{self, Read};

use memchr::{memchr, memrchr};

use super::open::Bytes;

/// Length of a block; no real line is longer.
const BLOCK: usize = 1 << 20;
/// Bytes kept of a line that is longer than a block.
const KEPT: usize = 1_024;

/// Content cut into blocks of whole lines.
pub struct Blocks {
    from: Bytes,
    /// The beginning of a line whose rest is still to come.
    carried: Vec<u8>,
    number: u64,
    ended: bool,
}

/// Whole lines.
pub struct Block {
    /// Blocks count from 0.
    pub number: u64,
    /// Bytes of which the first `length` are the lines.
    pub bytes: Vec<u8>,
    /// See `bytes`.
    pub length: usize,
    /// It is the beginning of one line that is too long.
    pub too_long: bool,
    /// It ends the content, without a line break.
    pub unterminated: bool,
}

impl Blocks {
    /// Nothing cut yet.
    pub fn new(from: Bytes) -> Self {
        Self { from, carried: Vec::new(), number: 0, ended: false }
    }

    /// The next block, in the bytes of an earlier one.
    pub fn next(&mut self, mut bytes: Vec<u8>) -> io::Result<Option<Block>> {
        if self.ended {
            return Ok(None);
        }
        bytes.resize(BLOCK, 0);
        let mut length = self.carried.len();
        if let Some(start) = bytes.get_mut(..length) {
            start.copy_from_slice(&self.carried);
        }
        self.carried.clear();
        while length < bytes.len() && !self.ended {
            match read(&mut self.from, bytes.get_mut(length..).unwrap_or_default())? {
                0 => self.ended = true,
                read => length += read,
            }
        }
        let number = self.number;
        self.number += 1;
        if self.ended {
            let unterminated = bytes.get(..length).is_some_and(|b| !b.is_empty() && !b.ends_with(b"\n"));
            return Ok(Some(Block { number, bytes, length, too_long: false, unterminated }));
        }
        let Some(last) = memrchr(b'\n', &bytes) else {
            self.skip_line()?;
            return Ok(Some(Block { number, bytes, length: KEPT, too_long: true, unterminated: false }));
        };
        self.carried.extend_from_slice(bytes.get(last + 1..).unwrap_or_default());
        Ok(Some(Block { number, bytes, length: last + 1, too_long: false, unterminated: false }))
    }

    /// Leaves out the rest of a line.
    fn skip_line(&mut self) -> io::Result<()> {
        let mut bytes = vec![0; BLOCK / 2];
        loop {
            let read = read(&mut self.from, &mut bytes)?;
            let read = bytes.get(..read).unwrap_or_default();
            if read.is_empty() {
                self.ended = true;
                return Ok(());
            }
            if let Some(end) = memchr(b'\n', read) {
                self.carried.extend_from_slice(read.get(end + 1..).unwrap_or_default());
                return Ok(());
            }
        }
    }
}

fn read(from: &mut Bytes, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match from.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
