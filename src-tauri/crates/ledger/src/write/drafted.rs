//! The rows that a write leaves, before they are stored.

use std::collections::BTreeSet;

use billing::{
    ChargeId, Instant, OpenCharge, OpenKey, PackageId, ProjectId, ResourceId, VoucherId, event::Deduction,
    zone::Month,
};

use crate::screens::bills::TotalKind;

/// What a stretch of usage is known by: instant, resource, project, settlement instant, and whether it was taken out.
pub(crate) type SegmentKey = (i64, u32, u32, i64, TakenOut);

/// Whether a stretch was metered or taken out again, and then of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TakenOut {
    No = 0,
    OfOpenPeriod = 1,
    OfSettledPeriod = 2,
}

/// Calls of a stretch of usage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SegmentCalls {
    pub billable: u64,
    pub failed: u64,
    pub uncovered: u64,
    /// Attended, where minutes are billed.
    pub seconds: u64,
    /// What packages paid for, and what was pay-per-use.
    pub paid: OpenCharge,
}

/// Quota taken or given back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeductionRow<'a> {
    pub transaction_id: i64,
    pub deduction: &'a Deduction,
    pub returned: bool,
}

/// Money paid for a package.
#[derive(Clone, Debug)]
pub(crate) struct PurchaseRow {
    pub package: PackageId,
    pub kind: TotalKind,
    pub at: i64,
    pub cycle_count: u32,
    pub price: i64,
    pub from_vouchers: i64,
    pub vouchers: String,
    pub from_balance: i64,
    pub from_credit: i64,
    pub automatic: bool,
    pub bill: i64,
}

/// Money paid back for a package.
#[derive(Clone, Debug)]
pub(crate) struct RefundRow {
    pub package: PackageId,
    pub at: i64,
    pub amount: i64,
    pub to_vouchers: i64,
    pub vouchers: String,
    pub to_arrears: i64,
    pub to_credit: i64,
    pub to_balance: i64,
    pub bill: i64,
    /// First and last second of the renewals that were given back, oldest first; empty for a whole package.
    pub renewals: Vec<(i64, i64)>,
}

/// State that changed and is stored as the account has it afterwards.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    pub resources: BTreeSet<ResourceId>,
    pub projects: BTreeSet<ProjectId>,
    pub packages: BTreeSet<PackageId>,
    /// Packages that lost their last cycles.
    pub shortened: BTreeSet<PackageId>,
    pub vouchers: BTreeSet<VoucherId>,
    pub open: BTreeSet<OpenKey>,
    pub counters: BTreeSet<(ResourceId, Month)>,
    pub paid: BTreeSet<ChargeId>,
    pub attended: BTreeSet<(ResourceId, ProjectId, Instant)>,
    pub applications: BTreeSet<ResourceId>,
    pub past_arrears: bool,
    /// Whether the level changed.
    pub levels: bool,
    pub settled_at: Option<i64>,
}
