//! An import, read and decided once; what is shown is what is written.

use std::sync::Arc;

use billing::{Account, Event, Instant, Money, policy::ResourceKind};
use ledger::{AccountId, Basis, ImportCounts};
use metering::{Input, Options, Progress, Reading, Rules, Unit};

use super::{
    decide::{Decided, decide},
    history::SourceHistory,
};
use crate::{
    books::{Books, Loaded, Opening},
    error::AppError,
};

/// Which account usage is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One that is in the books.
    Account(AccountId),
    /// One that the import opens, at the first hour of its usage.
    New {
        /// Its name.
        name: String,
        /// Its policy.
        policy: String,
        /// Cash it begins with.
        balance: Money,
    },
}

/// What to read, and how.
pub struct Request {
    /// For whom.
    pub target: Target,
    /// Files, folders, or a stream.
    pub input: Input,
    /// How the customer named it.
    pub label: String,
    /// Source.
    pub source: String,
    /// Text of the rules; absent for those the source used last.
    pub rules: Option<String>,
    /// The rules' file, for messages.
    pub rules_file: String,
    /// Zone of times that carry none, in seconds east of UTC.
    pub zone: Option<i32>,
    /// Forced format.
    pub format: Option<metering::Format>,
}

/// A reading and what it does, not written yet.
pub struct Prepared {
    /// For whom.
    pub target: Target,
    /// Source.
    pub source: String,
    /// How the customer named it.
    pub label: String,
    /// What was read.
    pub reading: Reading,
    /// What it does to the account.
    pub decided: Decided,
    /// The account before.
    pub before: Account,
    /// The events of opening the account, when the import opens it.
    pub(super) opened: Vec<Event>,
    pub(super) rules: String,
    pub(super) basis: Option<Basis>,
}

impl Prepared {
    /// Rows by what became of them.
    #[must_use]
    pub const fn counts(&self) -> ImportCounts {
        let reading = &self.reading;
        ImportCounts {
            rows: reading.rows,
            counted: reading.counted,
            billable: reading.billable,
            failed: reading.failed,
            duplicates: reading.duplicates,
            overlapped: reading.overlapped,
            unmatched: reading.unmatched,
            ignored: reading.ignored,
            rejected: reading.rejected_count,
            conflicts: reading.conflict_count,
        }
    }
}

/// Reads usage and decides what it does; changes nothing.
///
/// # Errors
/// [`AppError::Rules`], [`AppError::NoRules`], [`AppError::Read`], or that the books cannot be read.
pub async fn prepare(
    books: &Arc<Books>,
    request: Request,
    progress: Arc<dyn Progress + Send + Sync>,
) -> Result<Prepared, AppError> {
    let (account_id, known) = match &request.target {
        Target::Account(id) => (Some(*id), Some(books.load(*id).await?)),
        Target::New { .. } => (None, None),
    };
    let Request { target, input, label, source, rules, rules_file, zone, format } = request;
    let subject = match &known {
        Some(loaded) => loaded.account.clone(),
        None => books.decide_opening(&opening(&target, &Reading::default(), books.now()))?.0,
    };
    let rules_text = match rules_text(books, account_id, &source, rules).await {
        // Attendance names its application itself, and needs no rule.
        Err(AppError::NoRules(_)) if subject.terms.policy.resources != ResourceKind::Regions => String::new(),
        found => found?,
    };
    let parsed = Rules::parse(&rules_text).map_err(|faults| AppError::Rules { file: rules_file, faults })?;
    let now = books.now();
    let mut options = Options::new(source.clone(), now.timestamp());
    options.zone = zone;
    options.format = format;
    configure(&mut options, &subject);
    let (thread_books, thread_source) = (Arc::clone(books), source.clone());
    let runtime = tokio::runtime::Handle::current();
    let reading = tokio::task::spawn_blocking(move || {
        let history = SourceHistory {
            ledger: thread_books.ledger(),
            account: account_id,
            source: &thread_source,
            runtime,
        };
        metering::read(input, &parsed, &options, &history, &*progress)
    });
    let reading = reading.await.map_err(|_| AppError::Interrupted)??;
    let (before, opened, basis) = match known {
        Some(loaded) => {
            let loaded = reaching_back(books, loaded, &reading).await?;
            (loaded.account, Vec::new(), Some(loaded.basis))
        }
        None => {
            let (account, opened) = books.decide_opening(&opening(&target, &reading, now))?;
            (account, opened, None)
        }
    };
    let decided = decide(&before, &reading, now)?;
    Ok(Prepared { target, source, label, reading, decided, before, opened, rules: rules_text, basis })
}

/// The account that usage was read for, with the running totals of its first call's month.
async fn reaching_back(books: &Books, loaded: Loaded, reading: &Reading) -> Result<Loaded, AppError> {
    let Some(first) = first_call(reading) else { return Ok(loaded) };
    let mut reaching = loaded;
    if first < reaching.account.totals_since {
        let whole = books.load_whole(reaching.header.id).await?;
        if whole.basis != reaching.basis {
            return Err(AppError::Stale);
        }
        reaching = whole;
    }
    reaching.account.begin_earlier(first);
    Ok(reaching)
}

async fn rules_text(
    books: &Books,
    account: Option<AccountId>,
    source: &str,
    given: Option<String>,
) -> Result<String, AppError> {
    if let Some(text) = given {
        return Ok(text);
    }
    let missing = || AppError::NoRules(source.to_owned());
    let sources = books.ledger().sources(account.ok_or_else(missing)?).await?;
    sources.into_iter().find(|known| known.name == source).map(|known| known.rules).ok_or_else(missing)
}

fn configure(options: &mut Options, account: &Account) {
    let policy = &account.terms.policy;
    options.borders = account.contract_changes().iter().map(Instant::timestamp).collect();
    options.period_zone = policy.zone.offset_seconds();
    // Where a day is settled at once, its hours are still told apart.
    options.period_seconds = u32::try_from(policy.settlement.period.num_seconds()).unwrap_or(3600).min(3600);
    options.unit = match &policy.resources {
        ResourceKind::Regions => Unit::Calls,
        ResourceKind::Applications { service } => Unit::Attendance { service: service.clone() },
    };
}

fn first_call(reading: &Reading) -> Option<Instant> {
    reading.usage.first().and_then(|row| Instant::from_timestamp(row.at, 0))
}

/// A new account begins with the hour of its first usage.
pub(super) fn opening(target: &Target, reading: &Reading, otherwise: Instant) -> Opening {
    let (name, policy, balance) = match target {
        Target::New { name, policy, balance } => (name.clone(), policy.clone(), *balance),
        Target::Account(_) => (String::new(), String::new(), Money::ZERO),
    };
    Opening {
        name,
        policy,
        level: None,
        currency: None,
        balance,
        opened_at: first_call(reading).unwrap_or(otherwise),
        sample: false,
    }
}
