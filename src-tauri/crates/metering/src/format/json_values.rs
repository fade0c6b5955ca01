//! JSON objects one after another: on lines of their own, spread over lines, or in an array.

use std::io;

use crate::input::open::Bytes;

/// Bytes read at once.
const READ: usize = 256 * 1024;
/// No object is longer than this.
const LONGEST: usize = 1 << 20;

/// An object, or something that is none.
pub struct Found<'f> {
    /// The line it starts on.
    pub line: u64,
    /// Its bytes; of something else, the rest of the line.
    pub bytes: &'f [u8],
    /// Whether it is an object, as far as its brackets tell.
    pub is_object: bool,
}

/// Objects one after another.
pub struct Objects {
    from: Bytes,
    buffer: Vec<u8>,
    start: usize,
    line: u64,
    ended: bool,
}

/// What stands at the start of some bytes.
#[derive(Debug, PartialEq, Eq)]
enum Scan {
    /// An object of this length.
    Object(usize),
    /// Something else: to be left out up to the line's end.
    Broken,
    /// More bytes are needed to tell.
    Open,
}

impl Objects {
    /// Nothing read yet.
    pub fn new(from: Bytes) -> Self {
        Self { from, buffer: Vec::new(), start: 0, line: 1, ended: false }
    }

    /// The next object, or the next thing that should be one.
    pub fn next(&mut self) -> io::Result<Option<Found<'_>>> {
        let length = loop {
            self.skip_between();
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            match scan(rest) {
                Scan::Object(length) => break Some(length),
                Scan::Open if !self.ended && rest.len() <= LONGEST => self.fill()?,
                Scan::Open if rest.is_empty() => return Ok(None),
                Scan::Open | Scan::Broken => {
                    if rest.contains(&b'\n') || self.ended || rest.len() > LONGEST {
                        break None;
                    }
                    self.fill()?;
                }
            }
        };
        let rest = self.buffer.get(self.start..).unwrap_or_default();
        let line_length = || rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        // A lone value among objects is left out by itself; of anything else, the rest of its line.
        let length_of_other = || scalar_in_list(rest).unwrap_or_else(line_length);
        let bytes = rest.get(..length.unwrap_or_else(length_of_other)).unwrap_or(rest);
        let line = self.line;
        self.start += bytes.len();
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        Ok(Some(Found { line, bytes, is_object: length.is_some() }))
    }

    /// Passes over what may stand between objects, the brackets of an array among it.
    fn skip_between(&mut self) {
        let rest = self.buffer.get(self.start..).unwrap_or_default();
        let between = |byte: &&u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']');
        let skipped = rest.iter().take_while(between);
        let (count, lines) =
            skipped.fold((0, 0), |(n, lines), byte| (n + 1, lines + u64::from(*byte == b'\n')));
        self.start += count;
        self.line += lines;
    }

    fn fill(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let length = self.buffer.len();
        self.buffer.resize(length + READ, 0);
        let read = loop {
            match self.from.read(self.buffer.get_mut(length..).unwrap_or_default()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result?,
            }
        };
        self.buffer.truncate(length + read);
        self.ended = read == 0;
        Ok(())
    }
}

/// The length of a text, a number, `true`, `false` or `null` that a comma or the end of the array follows.
fn scalar_in_list(bytes: &[u8]) -> Option<usize> {
    if bytes.first() == Some(&b'{') {
        return None;
    }
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<serde_json::Value>();
    let value = values.next()?.ok()?;
    let length = values.byte_offset();
    let follows = bytes.get(length..)?.trim_ascii_start().first();
    (!value.is_object() && !value.is_array() && matches!(follows, Some(b',' | b']'))).then_some(length)
}

/// The first object in some bytes, brackets of an array before it left out.
pub fn first_object(bytes: &[u8]) -> Option<&[u8]> {
    let start = bytes.iter().position(|byte| *byte == b'{')?;
    let rest = bytes.get(start..)?;
    match scan(rest) {
        Scan::Object(length) => rest.get(..length),
        Scan::Broken | Scan::Open => None,
    }
}

/// Finds the end of an object by its brackets and strings. What no object may hold – a line break
/// in a string, an object where none can stand – ends the search, so that one line cut short does
/// not swallow those behind it.
fn scan(bytes: &[u8]) -> Scan {
    if bytes.first().is_some_and(|first| *first != b'{') {
        return Scan::Broken;
    }
    let (mut open, mut in_string, mut escaped) = (Vec::new(), false, false);
    let mut before = b'[';
    for (index, byte) in bytes.iter().copied().enumerate() {
        if in_string {
            match byte {
                b'\n' => return Scan::Broken,
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                let may_stand = match open.last() {
                    Some(b'{') => before == b':',
                    Some(_) => matches!(before, b'[' | b','),
                    None => true,
                };
                if !may_stand {
                    return Scan::Broken;
                }
                open.push(byte);
            }
            b'}' | b']' => {
                if open.pop() != Some(if byte == b'}' { b'{' } else { b'[' }) {
                    return Scan::Broken;
                }
                if open.is_empty() {
                    return Scan::Object(index + 1);
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    Scan::Open
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(u64, String, bool)> {
        let mut objects = Objects::new(Box::new(io::Cursor::new(text.as_bytes().to_vec())));
        let mut found = Vec::new();
        while let Some(next) = objects.next().unwrap() {
            found.push((next.line, String::from_utf8_lossy(next.bytes).into_owned(), next.is_object));
        }
        found
    }

    #[test]
    fn objects_are_found_on_lines_and_in_arrays() {
        let objects = [(1, "{\"a\":\"}\\\"{\"}".to_owned(), true), (2, "{\"b\":[{}]}".to_owned(), true)];
        assert_eq!(found("{\"a\":\"}\\\"{\"}\n{\"b\":[{}]}"), objects);
        assert_eq!(found("[{\"a\":\"}\\\"{\"},\n{\"b\":[{}]}]\n"), objects);
        assert_eq!(found("{\n\"a\":{\n}}"), [(1, "{\n\"a\":{\n}}".to_owned(), true)]);
    }

    #[test]
    fn a_line_cut_anywhere_spoils_no_other_line() {
        let whole = "{\"a\":{\"b\":[1,{}]},\"c\":\"d\"}";
        for cut in 1..whole.len() {
            let text = format!("{}\n{whole}\n{whole}\n", &whole[..cut]);
            let good: Vec<_> = found(&text).into_iter().filter(|f| f.2).map(|f| (f.0, f.1)).collect();
            assert_eq!(good, [(2, whole.to_owned()), (3, whole.to_owned())], "cut after {cut}");
        }
    }

    #[test]
    fn what_is_no_object_is_handed_out_line_by_line() {
        assert_eq!(found("x\n5\n"), [(1, "x".to_owned(), false), (2, "5".to_owned(), false)]);
        assert_eq!(found(""), []);
    }
}
