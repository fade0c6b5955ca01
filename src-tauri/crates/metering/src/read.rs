//! From an input to a reading: file by file.

use std::sync::atomic::Ordering;

use crate::count::Count;
use crate::dedupe::records::Records;
use crate::dedupe::stretches::{FileStretches, Known};
use crate::detect::{self, Format};
use crate::error::ReadError;
use crate::format::common_log::LogLines;
use crate::format::csv::CsvFile;
use crate::format::fields::Calls;
use crate::format::json_values::Objects;
use crate::format::{access_log, cloudevents, json_lines, shown};
use crate::history::History;
use crate::input::Input;
use crate::input::open::{self, Opened};
use crate::keys::Keys;
use crate::options::{Options, Unit};
use crate::preview::examples::Examples;
use crate::preview::reading::{FileReport, Reading};
use crate::preview::reject::{Reason, Rejected};
use crate::progress::{Meter, Progress};
use crate::rows::{Recognised, Rows};
use crate::rules::{Classifier, Rules};
use crate::tally::Tally;

/// Reads usage: parses, classifies, recognises what is known, counts.
///
/// `history` tells what earlier imports counted; `progress` hears about every block read and may
/// stop. Nothing outside is changed, so a reading that is not committed leaves nothing behind.
///
/// # Errors
/// [`ReadError`] when the input as a whole cannot be read. Single bad rows are no error: they are in
/// [`Reading::rejected`].
pub fn read(
    input: Input,
    rules: &Rules,
    options: &Options,
    history: &dyn History,
    progress: &dyn Progress,
) -> Result<Reading, ReadError> {
    let sources = open::sources(input)?;
    let meter = Meter::new(progress, open::total(&sources));
    let mut keys = Keys::default();
    let classifier = Classifier::new(rules, &mut keys);
    let shared = keys.shared(&options.known_keys);
    let mut reader = FileReader {
        rules,
        options,
        classifier,
        keys,
        known: Known::new(history),
        records: Records::new(history, &options.source),
        tally: Tally::new(Count::new(options, shared), options),
        examples: Examples::default(),
        skips_unknown: sources.len() > 1,
    };
    for source in sources {
        let before = meter.taken.load(Ordering::Relaxed);
        let opened = source.open(options.compression, &meter.taken)?;
        reader.read(opened, &meter)?;
        reader.tally.end_file(meter.taken.load(Ordering::Relaxed) - before);
        meter.step(reader.tally.rows() + reader.records.waiting())?;
    }
    let FileReader { keys, known, records, mut tally, examples, .. } = reader;
    let records = records.finish(&mut tally)?;
    let mut reading = tally.finish(&keys, options, records, known.finish());
    examples.show(&mut reading);
    Ok(reading)
}

/// What lasts over all files of an input.
struct FileReader<'r> {
    rules: &'r Rules,
    options: &'r Options,
    classifier: Classifier,
    keys: Keys,
    known: Known<'r>,
    records: Records<'r>,
    tally: Tally,
    examples: Examples,
    /// Whether a file of no known format is left out: not when it is the only one.
    skips_unknown: bool,
}

impl FileReader<'_> {
    fn read(&mut self, opened: Opened, meter: &Meter<'_>) -> Result<(), ReadError> {
        let Opened { name, compression, beginning, content } = opened;
        let forced = self.options.format.or(self.rules.format);
        let format = forced.or_else(|| detect::format(&beginning, self.rules));
        let report = FileReport {
            name: name.clone(),
            format,
            compression,
            bytes: 0,
            rows: 0,
            counted: 0,
            overlapped: 0,
        };
        self.tally.start_file(report);
        if beginning.trim_ascii().is_empty() {
            return Ok(());
        }
        let told = |format: &Format| *format != Format::AccessLog || self.options.unit == Unit::Calls;
        let Some(format) = format.filter(told) else {
            return self.leave_out(name, &beginning);
        };
        if format == Format::AccessLog {
            let lines = LogLines::new(self.classifier.clone());
            let recognised = by_stretch(&mut self.known, &mut self.tally);
            let mut rows = Rows::new(name, recognised, &mut self.examples);
            let how = (self.options.threads, self.options.not_after);
            access_log::read(content, &lines, how, &mut rows, meter)?;
            return rows.finish();
        }
        self.tally.expect_any_project();
        if format != Format::Csv {
            return self.read_json(name, format, &beginning, Objects::new(content), meter);
        }
        let csv = CsvFile::open(&name, &beginning, content, self.rules, &self.options.unit)?;
        let recognised = match csv.has_ids() {
            true => Recognised::ById(&mut self.records, &mut self.tally),
            false => by_stretch(&mut self.known, &mut self.tally),
        };
        let mut calls = Calls::new(self.rules, &self.classifier, &mut self.keys, self.options);
        let mut rows = Rows::new(name, recognised, &mut self.examples);
        csv.read(&mut calls, &mut rows, meter)?;
        rows.finish()
    }

    fn read_json(
        &mut self,
        name: String,
        format: Format,
        beginning: &[u8],
        objects: Objects,
        meter: &Meter<'_>,
    ) -> Result<(), ReadError> {
        let events = format == Format::CloudEvents;
        let recognised = match events || json_lines::has_ids(beginning, self.rules) {
            true => Recognised::ById(&mut self.records, &mut self.tally),
            false => by_stretch(&mut self.known, &mut self.tally),
        };
        let mut calls = Calls::new(self.rules, &self.classifier, &mut self.keys, self.options);
        let mut rows = Rows::new(name, recognised, &mut self.examples);
        let read = if events { cloudevents::read } else { json_lines::read };
        read(objects, &mut calls, &mut rows, meter)?;
        rows.finish()
    }

    /// A file whose format is not recognised: of many, it is shown as rejected; alone, an error.
    fn leave_out(&mut self, file: String, beginning: &[u8]) -> Result<(), ReadError> {
        let found = shown(beginning);
        if !self.skips_unknown {
            return Err(ReadError::UnknownFormat { file, found });
        }
        self.tally.reject(Some(Rejected {
            file,
            line: 0,
            reason: Reason::UnknownFormat,
            field: "file",
            excerpt: found.clone(),
            found,
            expected: "an access log, CSV, JSON lines or CloudEvents",
        }));
        Ok(())
    }
}

fn by_stretch<'f, 'h>(known: &'f mut Known<'h>, tally: &'f mut Tally) -> Recognised<'f, 'h> {
    Recognised::ByStretch(Box::new(FileStretches::new(known, tally)))
}
