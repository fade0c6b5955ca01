//! The books: what billing decided, kept in one SQLite file that several processes may use at once.
//!
//! * [`Ledger::open`] looks before it touches: an older file is backed up and migrated; a newer, damaged or foreign one
//!   is refused and stays as it is, byte for byte.
//! * [`Ledger::write`] records one action in one database transaction: events, postings, state, sums and notices. It
//!   refuses when the account has moved since it was loaded ([`WriteError::Stale`]) and recognises a retry
//!   ([`WriteError::AlreadyDone`]).
//! * [`Ledger::load`] gives back the very [`billing::Account`] that was written, with the [`Basis`] for the next write.
//! * The screens' queries read sums that are kept on writing, so they cost the same after ten years.
//! * [`Ledger::verify`] derives every balance, quota, charge and sum again and names the first difference.
//!
//! The journal is append-only and balanced by triggers, and hash-chained per account. This crate knows SQL and billing's
//! types; it decides nothing about money, and knows nothing of use cases, clocks, messages or wire formats.

mod accounts;
mod bills;
mod charges;
mod columns;
mod corrections;
mod error;
mod file;
mod imports;
mod journal;
mod ledger;
mod levels;
mod lifecycle;
mod notices;
mod packages;
mod parts;
mod priced;
mod reconciled;
mod refunds;
mod renamed;
mod resources;
mod screens;
mod spans;
mod steps;
mod undo;
mod usage;
mod verify;
mod vouchers;
mod write;

pub use accounts::{AccountHeader, AccountId, Catalogue, NewAccount};
pub use error::{ForeignReason, LedgerError, OpenError, WriteError};
pub use imports::{ImportChange, ImportCounts, ImportId, ImportWrite, RecordBlock, Source, Stretch};
pub use ledger::Ledger;
pub use reconciled::{AfterLock, BillLock, Reconciliation};
pub use screens::{
    Page, Paged,
    bills::{BillLine, BillMonth, BillTotal, Purchase, TotalKind},
    charged::Charged,
    dues::UsageDue,
    imports::Import,
    journal::{Entry, JournalFilter, JournalLine, JournalPage, Sound, WriteLine},
    known::{Extent, Known, KnownPackage},
    lines::LineFilter,
    looks::{FellDue, Look},
    moved::MovedApart,
    notices::NoticeLine,
    packages::{DeductionLine, PackageDay},
    reasons::Priced,
    segments::Segment,
    statement::{BalanceDay, BalanceSeries, StatementLine, Subject},
    usage::{Split, UsageBucket, UsageFigures, UsageFilter, UsageRow, Width},
};
pub use steps::{Chosen, Step, StepChange, StepId, Stepped, Steps};
pub use verify::{Checked, Difference, VerifyReport};
pub use write::{Basis, Write};
