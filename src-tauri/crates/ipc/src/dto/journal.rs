//! Ledger: the journal, one transaction with its postings, the books derived again, and a day as it was known.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{Seconds, Why};

/// Asks for part of the journal, newest first.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JournalQuery {
    /// Which account.
    pub account_id: String,
    /// Only of this kind, `top-up`.
    pub kind: Option<String>,
    /// Only about this service, in the region beside it; both or none.
    pub service: Option<String>,
    /// Only about this region or application.
    pub region: Option<String>,
    /// Only about this package.
    pub package_id: Option<String>,
    /// Only from here on, on the account's clock.
    pub from: Option<Seconds>,
    /// Only up to here, excluded.
    pub to: Option<Seconds>,
    /// Only those with this text in their reference, or in the kind, request or hash of their write.
    pub text: Option<String>,
    /// Continue after this row, as the last reply said; absent from the newest on.
    pub after: Option<String>,
}

/// The Ledger screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalView {
    /// When this was read.
    pub as_of: Seconds,
    /// At most 200, newest first.
    pub rows: Vec<JournalRow>,
    /// Where to go on, when there is more to look at.
    pub next: Option<String>,
    /// How far back was looked, when that is not the last row.
    pub looked_back_to: Option<Seconds>,
    /// What can be chosen between.
    pub choices: JournalChoices,
    /// How much there is of the account.
    pub extent: ExtentView,
    /// When the account was opened, on its own clock: nothing is older.
    pub opened_at: Seconds,
}

/// What the journal can be filtered by.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalChoices {
    /// Kinds of transactions.
    pub kinds: Vec<String>,
    /// Services in regions, or applications.
    pub resources: Vec<JournalResource>,
    /// Packages, newest first.
    pub packages: Vec<JournalPackage>,
}

/// A resource to filter by.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalResource {
    /// Its name as people read it.
    pub name: String,
    /// Service.
    pub service: String,
    /// Region, or application.
    pub region: String,
}

/// A package to filter by.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalPackage {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// How much the books hold.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExtentView {
    /// Writes.
    pub writes: String,
    /// Transactions.
    pub transactions: String,
    /// When the first write was recorded, on the wall clock.
    pub first_recorded_at: Option<Seconds>,
    /// When the last one was.
    pub last_recorded_at: Option<Seconds>,
}

/// One transaction; its sentence is `journal-<kind>`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalRow {
    /// Its number.
    pub id: String,
    /// When, on the account's clock.
    pub at: Seconds,
    /// `settlement`, `top-up`, `deduction`, …
    pub kind: String,
    /// What it was for: a service and region, an offer.
    pub name: String,
    /// Period of a settlement.
    pub period: Option<Seconds>,
    /// What it is known by: its key, the customer's request, or its charge.
    pub reference: String,
    /// Money that moved; absent when none did.
    pub money: Option<String>,
    /// Calls that moved; absent when none did.
    pub calls: Option<String>,
    /// The balance afterwards, when it could have moved.
    pub balance: Option<String>,
    /// Its write.
    pub write: String,
}

/// Asks for one transaction.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransactionQuery {
    /// Which account.
    pub account_id: String,
    /// Which transaction.
    pub id: String,
}

/// One transaction with its postings and its write.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransactionView {
    /// The transaction.
    pub row: JournalRow,
    /// Its postings; they sum to zero in each commodity.
    pub postings: Vec<PostingView>,
    /// The sum of each commodity that it moves.
    pub sums: Vec<SumView>,
    /// Its write.
    pub write: WriteView,
    /// Why the balance stands where it does afterwards, when it could have moved.
    pub why: Option<Why>,
}

/// One posting.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostingView {
    /// Name in the journal, `Assets:Balance`.
    pub ledger_account: String,
    /// The package or voucher that the name counts.
    pub of: Option<String>,
    /// Money, or calls.
    pub commodity: CommodityView,
    /// Cents as money, or calls; positive is a debit.
    pub amount: String,
}

/// What a posting counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CommodityView {
    /// Money of the account's currency.
    Money,
    /// Calls, or minutes.
    Calls,
}

/// The sum of the postings of one commodity.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SumView {
    /// Money, or calls.
    pub commodity: CommodityView,
    /// What they sum to.
    pub amount: String,
}

/// One action as the books recorded it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WriteView {
    /// Its number.
    pub id: String,
    /// What kind of action.
    pub kind: String,
    /// The customer's request.
    pub request: Option<String>,
    /// The account's clock afterwards.
    pub at: Seconds,
    /// The wall clock.
    pub recorded_at: Seconds,
    /// Its transactions.
    pub transactions: String,
    /// The hash of the write before.
    pub previous_hash: String,
    /// Its own.
    pub hash: String,
    /// Whether it is what was hashed.
    pub sound: SoundView,
}

/// Whether a write is what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SoundView {
    /// It is, and its neighbours say so.
    Yes,
    /// It was changed.
    No,
    /// It is too large to be hashed in passing.
    NotLookedAt,
}

/// Derives all books again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Verify {}

/// How far the derivation is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyProgress {
    /// Transactions and charges compared so far.
    pub done: String,
    /// All of them.
    pub total: String,
    /// How much of it, in percent.
    pub percent: u32,
}

/// What came of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyView {
    /// Accounts.
    pub accounts: String,
    /// Writes of the hash chain.
    pub writes: String,
    /// Transactions, each sealed and balanced.
    pub transactions: String,
    /// Charges, each derived from its usage.
    pub charges: String,
    /// Packages, each with the quota its postings leave.
    pub packages: String,
    /// Sums of usage, bills and balances.
    pub sums: String,
    /// Where the books first contradict themselves; absent when they do not.
    pub difference: Option<DifferenceView>,
}

/// A contradiction.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// What differs: its sentence is `difference-<what>`.
    pub what: String,
    /// Account and row.
    pub place: String,
    /// What the journal and the usage give.
    pub expected: String,
    /// What is stored.
    pub found: String,
}

/// Asks how the account was known.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KnownQuery {
    /// Which account.
    pub account_id: String,
    /// The day at the provider, as a date: `2026-11-22`.
    pub day: String,
}

/// The account as it was known at the end of a day.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownView {
    /// The end of the day, or now while it lasts.
    pub until: Seconds,
    /// What was known; absent when the books had not heard of the account.
    pub known: Option<KnownPosition>,
    /// When they first did.
    pub first_recorded_at: Option<Seconds>,
}

/// What was known.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownPosition {
    /// The last write recorded by then.
    pub write: WriteView,
    /// When the next one was recorded; absent while there is none.
    pub next_recorded_at: Option<Seconds>,
    /// Prepaid cash.
    pub balance: String,
    /// Credit drawn.
    pub credit_drawn: String,
    /// Owed.
    pub arrears: String,
    /// The month of the open bill, `2026-11`.
    pub month: String,
    /// What that bill came to by then.
    pub bill: String,
    /// Packages in force.
    pub packages: Vec<KnownPackageRow>,
}

/// A package in force then.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownPackageRow {
    /// Its number.
    pub id: String,
    /// Its offer.
    pub name: String,
    /// What it pays for.
    pub place: String,
    /// Calls left.
    pub remaining: String,
    /// Calls its term began with.
    pub quota: String,
    /// Last second of the term.
    pub ends_at: Seconds,
}

/// Asks for the journal as a file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JournalFileQuery {
    /// Which part of it.
    pub of: JournalQuery,
    /// How it is written.
    pub form: FileForm,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileForm {
    /// One line a posting.
    Csv,
    /// One object a transaction.
    Json,
}

/// The journal as a file.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalFile {
    /// What to call it.
    pub file_name: String,
    /// Its text.
    pub text: String,
    /// How many transactions are in it.
    pub count: String,
    /// Whether older ones were left out.
    pub has_more: bool,
}
