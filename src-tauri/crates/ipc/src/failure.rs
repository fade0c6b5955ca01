//! Why something was not carried out, in the words of the contract. No SQL and no path crosses, except names of files
//! that the user gave.

use std::{
    collections::BTreeMap,
    error::Error,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

use app::{
    AppError,
    ledger::{LedgerError, OpenError, WriteError},
    metering::ReadError,
};
use billing::Refusal;

use crate::error::{ErrorKind, Fix, IpcError};

mod malformed;

pub(crate) use self::malformed::Malformed;

type Args = BTreeMap<String, String>;

/// What the contract says of an error.
trait Told: Error {
    fn kind(&self) -> ErrorKind;
    fn code(&self) -> &'static str;
    fn args(&self) -> Args {
        Args::new()
    }
    fn fix(&self) -> Option<Fix> {
        None
    }
}

impl Told for Refusal {
    fn kind(&self) -> ErrorKind {
        ErrorKind::Refused
    }

    fn code(&self) -> &'static str {
        // Scenarios know one code for both; people read another sentence.
        if matches!(self, Self::InvalidNumber { .. }) { "invalid_number" } else { Self::code(self) }
    }

    fn args(&self) -> Args {
        match self {
            Self::AccountInArrears { owed } => args([("owed", owed.to_string())]),
            Self::InsufficientBalance { price, short } => {
                args([("price", price.to_string()), ("short", short.to_string())])
            }
            Self::InvalidAmount { lowest, highest } => {
                args([("lowest", lowest.to_string()), ("highest", highest.to_string())])
            }
            Self::InvalidNumber { lowest, highest } => {
                args([("lowest", lowest.to_string()), ("highest", highest.to_string())])
            }
            Self::UnknownLevel(level) => args([("level", level.clone())]),
            Self::ServiceFrozen { owed } | Self::AccountSuspended { owed } => {
                args([("owed", owed.to_string())])
            }
            Self::RefundWindowClosed { last_day } => args([("day", last_day.to_string())]),
            Self::RefundLimitReached { most } => args([("most", most.to_string())]),
            _ => Args::new(),
        }
    }

    fn fix(&self) -> Option<Fix> {
        match self {
            Self::AccountInArrears { owed }
            | Self::ServiceFrozen { owed }
            | Self::AccountSuspended { owed } => Some(Fix::TopUp { amount: owed.to_string() }),
            Self::InsufficientBalance { short, .. } => Some(Fix::TopUp { amount: short.to_string() }),
            _ => None,
        }
    }
}

impl Told for LedgerError {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::NoAccount(_) => ErrorKind::Invalid,
            Self::NameTaken | Self::NoImport(_) | Self::TooLarge => ErrorKind::Refused,
            Self::Busy => ErrorKind::Busy,
            _ => ErrorKind::Failed,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoAccount(_) => "no_account",
            Self::NameTaken => "name_taken",
            Self::NoImport(_) => "no_import",
            Self::TooLarge => "too_large",
            Self::Busy => "books_busy",
            Self::Damaged | Self::Corrupt { .. } => "books_damaged",
            Self::DiskFull => "disk_full",
            _ => "unexpected",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NoAccount(id) => args([("account", id.to_string())]),
            _ => Args::new(),
        }
    }

    fn fix(&self) -> Option<Fix> {
        matches!(self, Self::Busy).then_some(Fix::TryAgain)
    }
}

impl Told for OpenError {
    fn kind(&self) -> ErrorKind {
        if matches!(self, Self::Busy { .. }) { ErrorKind::Busy } else { ErrorKind::Failed }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::TooNew { .. } => "books_too_new",
            Self::Damaged { .. } => "books_damaged",
            Self::Foreign { .. } => "books_foreign",
            Self::Busy { .. } => "books_busy",
            Self::Migration { .. } => "books_not_migrated",
            Self::Io { .. } | Self::Database { .. } => "books_unreadable",
        }
    }

    fn fix(&self) -> Option<Fix> {
        matches!(self, Self::Busy { .. }).then_some(Fix::TryAgain)
    }
}

impl Told for ReadError {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::UnknownFormat { .. } | Self::ZoneNeeded { .. } | Self::FieldNeeded { .. } => {
                ErrorKind::Invalid
            }
            Self::Cancelled => ErrorKind::Refused,
            Self::Io { .. } | Self::History(_) => ErrorKind::Failed,
        }
    }

    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn args(&self) -> Args {
        match self {
            Self::Io { file, .. } => args([("file", name_of(file))]),
            Self::UnknownFormat { file, found } => args([("file", name_of(file)), ("found", found.clone())]),
            Self::ZoneNeeded { file, line, found } => {
                args([("file", name_of(file)), ("line", line.to_string()), ("found", found.clone())])
            }
            Self::FieldNeeded { file, field, found, expected } => args([
                ("file", name_of(file)),
                ("field", (*field).to_owned()),
                ("found", found.join(", ")),
                ("expected", expected.clone()),
            ]),
            Self::History(_) | Self::Cancelled => Args::new(),
        }
    }

    fn fix(&self) -> Option<Fix> {
        matches!(self, Self::ZoneNeeded { .. }).then_some(Fix::ChooseZone)
    }
}

impl Told for AppError {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::Stale => ErrorKind::Stale,
            Self::NameTaken(_)
            | Self::NoImport(_)
            | Self::UnknownImport(_)
            | Self::NotFinal(_)
            | Self::NotCompared(_)
            | Self::NoStep { .. }
            | Self::MovedOn { .. } => ErrorKind::Refused,
            Self::File(_)
            | Self::Rules { .. }
            | Self::NoAccount(_)
            | Self::UnknownPolicy(_)
            | Self::NoRules(_)
            | Self::NoPrices { .. }
            | Self::NoFigure { .. }
            | Self::Invalid { .. } => ErrorKind::Invalid,
            _ => ErrorKind::Failed,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::NameTaken(_) => "name_taken",
            Self::NoImport(_) | Self::UnknownImport(_) => "no_import",
            Self::NotFinal(_) => "bill_not_final",
            Self::NotCompared(_) => "bill_not_compared",
            Self::NoStep { .. } => "no_step",
            Self::MovedOn { .. } => "moved_on",
            Self::File(_) => "file_wrong",
            Self::Rules { .. } => "rules_wrong",
            Self::NoAccount(_) => "no_account",
            Self::UnknownPolicy(_) => "unknown_policy",
            Self::NoRules(_) => "no_rules",
            Self::NoPrices { .. } => "no_prices",
            Self::NoFigure { .. } => "no_figure",
            Self::Invalid { .. } => "invalid_value",
            Self::Io { .. } => "io",
            Self::NoDataDir => "no_data_dir",
            _ => "unexpected",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NameTaken(name) => args([("name", name.clone())]),
            Self::NoAccount(name) => args([("account", name.clone())]),
            Self::NotFinal(month) | Self::NotCompared(month) => args([("month", month.clone())]),
            Self::UnknownPolicy(policy) => args([("policy", policy.clone())]),
            Self::NoPrices { currency, known } => {
                args([("currency", currency.clone()), ("known", known.join(", "))])
            }
            Self::NoRules(source) => args([("source", source.clone())]),
            Self::NoFigure { path, nearest } => {
                args([("path", path.clone()), ("nearest", nearest.join(", "))])
            }
            Self::Invalid { found, expected } => {
                args([("field", (*expected).to_owned()), ("found", found.clone())])
            }
            Self::Io { path, .. } => args([("file", file_name(path))]),
            Self::Rules { file, faults } => faults.0.first().map_or_else(Args::new, |fault| {
                args([
                    ("file", name_of(file)),
                    ("line", fault.line.to_string()),
                    ("field", fault.field.clone()),
                    ("found", fault.found.clone()),
                    ("expected", fault.expected.clone()),
                    ("more", faults.0.len().saturating_sub(1).to_string()),
                ])
            }),
            Self::File(error) => error.problems.first().map_or_else(Args::new, |problem| {
                args([
                    ("file", name_of(&error.file)),
                    ("line", problem.line.to_string()),
                    ("field", problem.field.clone()),
                    ("found", problem.message.clone()),
                    ("more", error.problems.len().saturating_sub(1).to_string()),
                ])
            }),
            _ => Args::new(),
        }
    }

    fn fix(&self) -> Option<Fix> {
        matches!(self, Self::Stale).then_some(Fix::PreviewAgain)
    }
}

impl From<AppError> for IpcError {
    fn from(error: AppError) -> Self {
        match &error {
            AppError::Refused(refusal) => tell(refusal),
            AppError::Open(open) => tell(open),
            AppError::Ledger(ledger) | AppError::Write(WriteError::Ledger(ledger)) => tell(ledger),
            AppError::Read(read) => tell(read),
            _ => tell(&error),
        }
    }
}

impl From<LedgerError> for IpcError {
    fn from(error: LedgerError) -> Self {
        tell(&error)
    }
}

impl From<Refusal> for IpcError {
    fn from(error: Refusal) -> Self {
        tell(&error)
    }
}

impl From<billing::money::Overflow> for IpcError {
    fn from(error: billing::money::Overflow) -> Self {
        Refusal::from(error).into()
    }
}

impl From<Malformed> for IpcError {
    fn from(error: Malformed) -> Self {
        tell(&error)
    }
}

impl From<charts::ChartError> for IpcError {
    fn from(error: charts::ChartError) -> Self {
        let reference = log(&error);
        Self {
            kind: ErrorKind::Failed,
            code: "unexpected".to_owned(),
            args: Args::new(),
            fix: None,
            reference,
        }
    }
}

fn tell(error: &dyn Told) -> IpcError {
    let kind = error.kind();
    let reference = if kind == ErrorKind::Failed { log(error) } else { String::new() };
    IpcError { kind, code: error.code().to_owned(), args: error.args(), fix: error.fix(), reference }
}

/// Writes the chain of causes to the program's log, the standard error, and gives what finds the line there. The same
/// chain has the same reference, so a report that comes twice is recognised.
fn log(error: &dyn Error) -> String {
    let mut chain = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        chain.push_str(": ");
        chain.push_str(&error.to_string());
        cause = error.source();
    }
    let mut hasher = DefaultHasher::new();
    chain.hash(&mut hasher);
    let reference = format!("{:08x}", hasher.finish() & 0xffff_ffff);
    eprintln!("tollbook [{reference}] {chain}");
    reference
}

fn args<const N: usize>(pairs: [(&str, String); N]) -> Args {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The last part of a file's path.
pub(crate) fn name_of(file: &str) -> String {
    file_name(Path::new(file))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
