//! Why a command was not carried out: an exit code, a reason, and what would make it succeed.

use std::{error::Error, fmt::Display, io};

use app::{
    AppError,
    ledger::{LedgerError, OpenError, WriteError},
    metering::ReadError,
};
use billing::{Refusal, money::Overflow};

use crate::exit::Exit;

/// Why a command was not carried out.
#[derive(Debug)]
pub struct Failure {
    /// What the program ends with.
    pub exit: Exit,
    /// Completes "could not …: ", perhaps over several lines; empty when there is nobody to tell.
    pub reason: String,
    /// What would make it succeed.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure with a reason.
    pub fn new(exit: Exit, reason: impl Into<String>) -> Self {
        Self { exit, reason: reason.into(), hint: None }
    }

    /// Arguments or input that cannot be used.
    pub fn invalid(reason: impl Into<String>) -> Self {
        Self::new(Exit::Invalid, reason)
    }

    /// A file that cannot be read.
    pub fn unreadable(file: impl Display, error: &io::Error) -> Self {
        Self::invalid(format!("{file}: {error}"))
    }

    /// The customer stopped it.
    pub fn cancelled() -> Self {
        Self::new(Exit::Cancelled, "cancelled; nothing was written")
    }

    /// Adds what would make it succeed.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The lines for standard error.
    pub fn report(&self, doing: &str) -> String {
        if self.reason.is_empty() {
            return String::new();
        }
        if self.exit == Exit::Cancelled {
            return format!("tollbook: {}\n", self.reason);
        }
        let separator = if self.reason.contains('\n') { ":\n" } else { ": " };
        let mut text = format!("tollbook: could not {doing}{separator}{}\n", self.reason);
        if let Some(hint) = &self.hint {
            text.push_str(&format!("hint: {hint}\n"));
        }
        text
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Refused(refusal) => refusal.into(),
            AppError::Stale => {
                Self::new(Exit::Busy, "the books have moved since the preview").hint("run the command again")
            }
            AppError::Open(error) => error.into(),
            AppError::Ledger(error) => error.into(),
            AppError::Write(error) => error.into(),
            AppError::Read(error) => error.into(),
            AppError::Rules { file, faults } => Self::invalid(rule_faults(&file, &faults))
                .hint("`tollbook import --help` shows a rules file"),
            AppError::NoAccount(name) => Self::invalid(format!("there is no account `{name}`"))
                .hint("`tollbook accounts` lists them, `tollbook account open NAME` opens one"),
            AppError::UnknownPolicy(name) => Self::invalid(format!("there is no policy `{name}`"))
                .hint("the policies are huawei-ocr-intl, huawei-ocr-cn and tencent-lcic"),
            AppError::NoRules(source) => Self::invalid(format!("the source `{source}` has no rules yet"))
                .hint("say which requests are which service with --rules FILE; `tollbook import --help` shows one"),
            AppError::NoPrices { ref currency, .. } => {
                let hint = format!("give a price list in {currency} with --catalogue FILE");
                Self::invalid(error.to_string()).hint(&hint)
            }
            AppError::NoFigure { path, nearest } => Self::invalid(format!("there is no figure `{path}`"))
                .hint(format!("did you mean {}?", nearest.join(", "))),
            AppError::NameTaken(_) => Self::new(Exit::Refused, error.to_string()).hint("choose another name"),
            AppError::NoImport(_) => {
                Self::new(Exit::Refused, error.to_string()).hint("`tollbook imports` lists the imports")
            }
            AppError::NotFinal(_) | AppError::NotCompared(_) => Self::new(Exit::Refused, error.to_string()),
            AppError::NoStep { .. } => Self::new(Exit::Refused, error.to_string()),
            AppError::MovedOn { .. } => Self::new(Exit::Refused, error.to_string())
                .hint("set it by its own command; `tollbook undo --leave` goes on to what was done before it"),
            AppError::UnknownImport(_) => {
                Self::invalid(error.to_string()).hint("`tollbook imports` lists the imports")
            }
            AppError::File(_) | AppError::Io { .. } | AppError::Invalid { .. } | AppError::NoDataDir => {
                Self::invalid(chain(&error))
            }
            AppError::Interrupted => Self::new(Exit::Failed, error.to_string()),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let hint = match &refusal {
            Refusal::AccountInArrears { owed }
            | Refusal::ServiceFrozen { owed }
            | Refusal::AccountSuspended { owed } => Some(format!("pay them first: tollbook top-up {owed}")),
            Refusal::InsufficientBalance { short, .. } => {
                Some(format!("add what is missing: tollbook top-up {short}"))
            }
            Refusal::NotEnabled => {
                Some("tollbook enable SERVICE REGION, or tollbook enable APPLICATION".to_owned())
            }
            Refusal::InvalidAmount { lowest, highest } => Some(format!("give {lowest} to {highest}")),
            Refusal::InvalidNumber { lowest, highest } => Some(format!("give {lowest} to {highest}")),
            Refusal::NoPrice => Some("add a price to the catalogue: `tollbook catalogue show`".to_owned()),
            Refusal::UnknownOffer | Refusal::OfferWithdrawn => {
                Some("`tollbook offers` lists what is on sale".to_owned())
            }
            Refusal::UnknownPackage | Refusal::PackageReleased | Refusal::PackageExpired => {
                Some("`tollbook packages` lists the packages".to_owned())
            }
            Refusal::UnknownResource => Some("`tollbook status` lists what the account has".to_owned()),
            Refusal::ResourceSuspended => Some(
                "`tollbook status` says why; a package (tollbook buy) or overage (tollbook overage) helps"
                    .to_owned(),
            ),
            Refusal::ClockWentBack => Some("check this machine's clock".to_owned()),
            Refusal::VoucherKnown => Some("`tollbook voucher list` lists the vouchers".to_owned()),
            Refusal::AlreadyEnabled
            | Refusal::InvalidVoucher
            | Refusal::ChoiceNotOffered
            | Refusal::InvalidTag
            | Refusal::PaymentMismatch { .. }
            | Refusal::NotRefundable
            | Refusal::NoRenewalAhead
            | Refusal::UnknownLevel(_)
            | Refusal::InTheFuture
            | Refusal::TotalsNotLoaded
            | Refusal::TooLarge
            | Refusal::Banned
            | Refusal::RefundWindowClosed { .. }
            | Refusal::PackageUsed
            | Refusal::RefundLimitReached { .. } => None,
        };
        Self { exit: Exit::Refused, reason: format!("{refusal} ({})", refusal.code()), hint }
    }
}

impl From<Overflow> for Failure {
    fn from(error: Overflow) -> Self {
        Refusal::from(error).into()
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        let reason = chain(&error);
        match error {
            OpenError::Busy { .. } => Self::new(Exit::Busy, reason).hint("try again in a moment"),
            OpenError::TooNew { .. } => {
                Self::new(Exit::Books, reason).hint("a newer version wrote this file: use that one")
            }
            OpenError::Damaged { .. } => {
                Self::new(Exit::Books, reason).hint("the file was left untouched: restore a copy of it")
            }
            OpenError::Foreign { .. } => {
                Self::new(Exit::Books, reason).hint("the file was left untouched: choose another --data-dir")
            }
            OpenError::Io { .. } | OpenError::Migration { .. } | OpenError::Database { .. } => {
                Self::new(Exit::Failed, reason)
            }
        }
    }
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Self {
        let reason = chain(&error);
        match error {
            LedgerError::Busy => Self::new(Exit::Busy, reason).hint("try again in a moment"),
            LedgerError::Damaged | LedgerError::Corrupt { .. } => {
                Self::new(Exit::Books, reason).hint("`tollbook verify` names the first difference")
            }
            LedgerError::NameTaken | LedgerError::NoImport(_) => Self::new(Exit::Refused, reason),
            LedgerError::DiskFull => Self::new(Exit::Failed, reason).hint("make room; nothing was written"),
            LedgerError::NoAccount(_)
            | LedgerError::TooLarge
            | LedgerError::Inconsistent(_)
            | LedgerError::Guard(_)
            | LedgerError::Database(_) => Self::new(Exit::Failed, reason),
        }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Stale => AppError::Stale.into(),
            WriteError::AlreadyDone(_) => Self::new(Exit::Failed, error.to_string()),
            WriteError::Ledger(error) => error.into(),
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Cancelled => Self::cancelled(),
            ReadError::History(_) => Self::new(Exit::Failed, chain(&error)),
            ReadError::ZoneNeeded { .. } => {
                Self::invalid(chain(&error)).hint("say which zone the times are in: --zone +08:00, or zone = \"+08:00\" under [source] in the rules")
            }
            ReadError::UnknownFormat { .. } => Self::invalid(chain(&error))
                .hint("say what it is: --format access-log, csv, json-lines or cloudevents"),
            ReadError::FieldNeeded { field, .. } => Self::invalid(chain(&error)).hint(format!(
                "name its column under [columns], or a constant under [defaults], in the rules: {field} = \"…\""
            )),
            ReadError::Io { ref source, .. } => {
                let failure = Self::invalid(chain(&error));
                match source.kind() {
                    io::ErrorKind::NotFound => failure,
                    io::ErrorKind::PermissionDenied => failure.hint("allow this user to read it"),
                    io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
                        failure.hint("the file is cut short or damaged: get it whole; nothing was written")
                    }
                    _ => failure,
                }
            }
        }
    }
}

/// An error and what caused it, once each: some messages contain their cause already.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let reason = error.to_string();
        if !text.contains(&reason) {
            text.push_str(": ");
            text.push_str(&reason);
        }
        cause = error.source();
    }
    text
}

fn rule_faults(file: &str, faults: &app::metering::RuleFaults) -> String {
    let lines = faults.0.iter().map(|fault| {
        let (line, field, found, expected) = (fault.line, &fault.field, &fault.found, &fault.expected);
        format!("{file}:{line}: {field}: found {found}, expected {expected}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_that_the_message_contains_is_not_told_twice() {
        let source = io::Error::other("the disk is gone");
        let error = AppError::Io { path: "a.log".into(), source };
        assert_eq!(chain(&error), "a.log: the disk is gone");
    }

    #[test]
    fn several_reasons_begin_on_a_line_of_their_own() {
        let failure = Failure::invalid("a:1: one\na:2: two").hint("mend them");
        assert_eq!(
            failure.report("import usage"),
            "tollbook: could not import usage:\na:1: one\na:2: two\nhint: mend them\n"
        );
    }
}
