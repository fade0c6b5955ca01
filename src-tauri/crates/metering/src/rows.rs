//! Rows of one file on their way to where they are recognised.

use std::borrow::Cow;
use std::io;

use crate::dedupe::records::{Found, Records};
use crate::dedupe::stretches::FileStretches;
use crate::error::ReadError;
use crate::format::fields::{Call, NoCall};
use crate::format::{Fault, shown};
use crate::line::{Class, Line, NO_TIME};
use crate::preview::examples::Examples;
use crate::preview::reject::Rejected;
use crate::tally::Tally;

/// A row of a file.
pub struct Row<'r> {
    /// Its line number, from 1.
    pub line: u64,
    /// What it looks like.
    pub raw: &'r [u8],
    /// Its hash.
    pub hash: u64,
    /// Where its id is unique; none: in the import's source.
    pub source: Option<Cow<'r, str>>,
    /// Its id.
    pub id: Option<Cow<'r, str>>,
    /// What it says.
    pub result: Result<Call, NoCall>,
}

/// How rows are recognised.
pub enum Recognised<'r, 'h> {
    /// By their ids.
    ById(&'r mut Records<'h>, &'r mut Tally),
    /// By the stretch they lie in.
    ByStretch(Box<FileStretches<'r, 'h>>),
}

/// Rows of one file on their way to where they are recognised.
pub struct Rows<'r, 'h> {
    file: String,
    recognised: Recognised<'r, 'h>,
    examples: &'r mut Examples,
}

impl<'r, 'h> Rows<'r, 'h> {
    /// The start of a file.
    pub fn new(file: String, recognised: Recognised<'r, 'h>, examples: &'r mut Examples) -> Self {
        Self { file, recognised, examples }
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Rows so far, of this file and those before.
    pub fn rows(&self) -> u64 {
        match &self.recognised {
            Recognised::ById(records, tally) => tally.rows() + records.waiting(),
            Recognised::ByStretch(stretches) => stretches.rows(),
        }
    }

    /// The file cannot be read on.
    pub fn io_error(&self, source: io::Error) -> ReadError {
        ReadError::Io { file: self.file.clone(), source }
    }

    /// A row that was rejected, as it is shown.
    pub fn rejected(&self, line: u64, fault: Fault, raw: &[u8]) -> Rejected {
        let Fault { reason, field, found, expected } = fault;
        Rejected { file: self.file.clone(), line, reason, field, found, expected, excerpt: shown(raw) }
    }

    /// Takes a row.
    pub fn take(&mut self, row: Row<'_>) -> Result<(), ReadError> {
        let call = match row.result {
            Ok(call) => call,
            Err(NoCall::ZoneNeeded(found)) => {
                return Err(ReadError::ZoneNeeded { file: self.file.clone(), line: row.line, found });
            }
            Err(NoCall::Fault(fault)) => {
                let rejected = self.rejected(row.line, fault, row.raw);
                return self.reject(row.hash, rejected);
            }
            Err(NoCall::Future(fault)) => {
                let rejected = self.rejected(row.line, fault, row.raw);
                self.reject_for_now(Some(rejected));
                return Ok(());
            }
        };
        let line = Line { hash: row.hash, at: call.at, class: call.class, count: call.count };
        self.example(call.class, row.line, row.raw);
        match &mut self.recognised {
            Recognised::ByStretch(stretches) => stretches.push(line, None),
            Recognised::ById(_, tally) if call.class.as_call().is_none() => {
                tally.count(&[line]);
                Ok(())
            }
            Recognised::ById(records, tally) => match row.id.filter(|id| !id.trim().is_empty()) {
                Some(id) => {
                    let source = row.source.as_deref();
                    let found = Found {
                        line,
                        at_line: row.line,
                        content: call.content,
                        source,
                        id: &id,
                        raw: row.raw,
                    };
                    records.push(found, tally)
                }
                None => {
                    let rejected = self.rejected(row.line, Fault::missing("id", "the record's id"), row.raw);
                    self.reject(row.hash, rejected)
                }
            },
        }
    }

    /// Keeps a row to be shown, if it is of a kind of which examples are wanted.
    pub fn example(&mut self, class: Class, line: u64, raw: &[u8]) {
        self.examples.take(class, &self.file, line, raw);
    }

    /// Takes a line of an access log.
    pub fn take_line(&mut self, line: Line, rejected: Option<Rejected>) -> Result<(), ReadError> {
        match &mut self.recognised {
            Recognised::ByStretch(stretches) if line.class == Class::FUTURE => {
                stretches.push_future(rejected)
            }
            Recognised::ByStretch(stretches) => stretches.push(line, rejected)?,
            Recognised::ById(_, tally) => tally.reject(rejected),
        }
        Ok(())
    }

    fn reject(&mut self, hash: u64, rejected: Rejected) -> Result<(), ReadError> {
        match &mut self.recognised {
            Recognised::ByStretch(stretches) => {
                let line = Line { hash, at: NO_TIME, class: Class::REJECTED, count: 0 };
                stretches.push(line, Some(rejected))
            }
            Recognised::ById(_, tally) => {
                tally.reject(Some(rejected));
                Ok(())
            }
        }
    }

    fn reject_for_now(&mut self, rejected: Option<Rejected>) {
        match &mut self.recognised {
            Recognised::ByStretch(stretches) => stretches.push_future(rejected),
            Recognised::ById(_, tally) => tally.reject(rejected),
        }
    }

    /// Ends the file.
    pub fn finish(self) -> Result<(), ReadError> {
        match self.recognised {
            Recognised::ByStretch(stretches) => stretches.finish(),
            Recognised::ById(..) => Ok(()),
        }
    }
}
