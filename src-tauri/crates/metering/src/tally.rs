//! Where every row ends up: the reading in the making.

use crate::count::Count;
use crate::dedupe::records::RecordRun;
use crate::dedupe::stretches::StretchRun;
use crate::keys::Keys;
use crate::line::{Class, Line};
use crate::options::{DAY, Options, Unit};
use crate::preview::reading::{Conflict, FileReport, Reading, SHOWN_AT_MOST};
use crate::preview::reject::Rejected;

/// The reading in the making. Every row goes through exactly one of its methods.
pub struct Tally {
    reading: Reading,
    count: Count,
    /// Where attendance is read: the zone of its days, in seconds east of UTC.
    days: Option<i64>,
}

impl Tally {
    /// Nothing read yet.
    pub fn new(count: Count, options: &Options) -> Self {
        let days = (options.unit != Unit::Calls).then_some(i64::from(options.period_zone));
        Self { reading: Reading::default(), count, days }
    }

    /// Starts a file: rows belong to it from now on.
    pub fn start_file(&mut self, report: FileReport) {
        self.reading.files.push(report);
    }

    /// Starts rows that may name any project.
    pub fn expect_any_project(&mut self) {
        self.count.by_second_from_now();
    }

    /// The number of the file rows belong to.
    pub fn file(&self) -> usize {
        self.reading.files.len().saturating_sub(1)
    }

    /// The name of a file.
    pub fn file_name(&self, file: usize) -> &str {
        self.reading.files.get(file).map_or("", |report| &report.name)
    }

    /// Says how long the file was, as stored.
    pub fn end_file(&mut self, bytes: u64) {
        if let Some(report) = self.reading.files.last_mut() {
            report.bytes = bytes;
        }
    }

    /// Rows so far.
    pub fn rows(&self) -> u64 {
        self.reading.rows
    }

    fn row(&mut self, file: usize, rows: u64) -> Option<&mut FileReport> {
        self.reading.rows += rows;
        let report = self.reading.files.get_mut(file)?;
        report.rows += rows;
        Some(report)
    }

    /// New rows of the current file.
    pub fn count(&mut self, lines: &[Line]) {
        self.count_in(self.file(), lines);
    }

    /// New rows of a file.
    pub fn count_in(&mut self, file: usize, lines: &[Line]) {
        let mut counted = 0;
        for line in lines {
            match (line.class.as_call(), line.class) {
                (Some((key, is_stretch)), _) if self.days.is_some() => {
                    counted += 1;
                    self.attended(line, key, is_stretch);
                }
                (Some((key, billable)), _) => {
                    counted += 1;
                    let calls = if billable { &mut self.reading.billable } else { &mut self.reading.failed };
                    *calls += u64::from(line.count);
                    self.count.add(line.at, key, billable, line.count);
                }
                (None, Class::UNMATCHED) => self.reading.unmatched += 1,
                (None, Class::IGNORED) => self.reading.ignored += 1,
                (None, _) => self.reading.rejected_count += 1,
            }
        }
        self.reading.counted += counted;
        if let Some(report) = self.row(file, lines.len() as u64) {
            report.counted += counted;
        }
    }

    /// Counts attendance where it ends; what of a person's stretch lies before midnight, in the last second of that day
    /// (T-11).
    fn attended(&mut self, line: &Line, key: u32, is_stretch: bool) {
        self.reading.billable += u64::from(line.count);
        let into_day = line.at.saturating_add(self.days.unwrap_or(0)).rem_euclid(DAY);
        let today = match u32::try_from(into_day) {
            Ok(into_day) if is_stretch => line.count.min(into_day),
            _ => line.count,
        };
        let before = line.count - today;
        if before > 0 {
            self.count.add(line.at - into_day - 1, key, true, before);
        }
        if today > 0 || before == 0 {
            self.count.add(line.at, key, true, today);
        }
    }

    /// Rows of the current file that lie in a known stretch.
    pub fn overlapped(&mut self, rows: u64) {
        if let Some(report) = self.row(self.file(), rows) {
            report.overlapped += rows;
        }
        self.reading.overlapped += rows;
    }

    /// A row of a file whose id and content are known.
    pub fn duplicate(&mut self, file: usize) {
        self.row(file, 1);
        self.reading.duplicates += 1;
    }

    /// A row of a file whose id is known with another content.
    pub fn conflict(&mut self, file: usize, conflict: impl FnOnce(&str) -> Conflict) {
        self.row(file, 1);
        self.reading.conflict_count += 1;
        if self.reading.conflicts.len() < SHOWN_AT_MOST {
            let conflict = conflict(self.file_name(file));
            self.reading.conflicts.push(conflict);
        }
    }

    /// A row of the current file that could not be read.
    pub fn reject(&mut self, rejected: Option<Rejected>) {
        self.row(self.file(), 1);
        self.reading.rejected_count += 1;
        self.show(rejected);
    }

    /// Keeps a rejected row to be shown; it was counted already.
    pub fn show(&mut self, rejected: Option<Rejected>) {
        if self.reading.rejected.len() < SHOWN_AT_MOST {
            self.reading.rejected.extend(rejected);
        }
    }

    /// The reading.
    pub fn finish(
        self,
        keys: &Keys,
        options: &Options,
        records: RecordRun,
        stretches: StretchRun,
    ) -> Reading {
        let span = self.count.span();
        let (keys, usage) = self.count.finish(keys, &options.known_keys);
        Reading { span, keys, usage, records, stretches, ..self.reading }
    }
}
