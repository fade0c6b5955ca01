//! What is wrong with a file a person wrote, and where.

use std::{fmt, ops::Range};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// The field or table it is about; empty for the syntax.
    pub field: String,
    /// What was found and what was expected, as a fragment.
    pub message: String,
}

/// A file that cannot be used: everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct FileError {
    /// The file, as it was named.
    pub file: String,
    /// In order of lines; at least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{}:{}: ", self.file, problem.line)?;
            if !problem.field.is_empty() {
                write!(f, "{}: ", problem.field)?;
            }
            write!(f, "{}", problem.message)?;
        }
        Ok(())
    }
}

/// Collects what is wrong with a text.
pub struct Problems<'a> {
    text: &'a str,
    found: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub fn add(&mut self, span: Range<usize>, field: &str, message: impl Into<String>) {
        let line = line_of(self.text, span.start);
        self.found.push(Problem { line, field: field.to_owned(), message: message.into() });
    }

    /// Ends the check: the value, or everything that was found.
    pub fn into_result<T>(mut self, file: &str, value: T) -> Result<T, FileError> {
        if self.found.is_empty() {
            return Ok(value);
        }
        self.found.sort_by_key(|problem| problem.line);
        Err(FileError { file: file.to_owned(), problems: self.found })
    }
}

/// The line of a byte offset, from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    text.get(..offset).map_or(1, |before| before.matches('\n').count() + 1)
}

/// Reads TOML into its shape; unknown keys and wrong types are problems with a line.
pub fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let problem = Problem { line, field: String::new(), message: error.message().to_owned() };
        FileError { file: file.to_owned(), problems: vec![problem] }
    })
}
