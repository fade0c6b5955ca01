//! `[vouchers]` of a policy as it is written.

use billing::policy::voucher::{VoucherKey, VoucherOrder, VoucherPolicy};
use serde::Deserialize;

/// Without it, vouchers pay in the order they were added.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VouchersEntry {
    #[serde(default)]
    usage: OrderEntry,
    #[serde(default)]
    prepaid: OrderEntry,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderEntry {
    #[serde(default)]
    first: Vec<KeyEntry>,
    most: Option<usize>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeyEntry {
    Restricted,
    EarliestEnd,
    LargestDeductible,
    SmallestLeft,
    LargestLeft,
}

impl From<VouchersEntry> for VoucherPolicy {
    fn from(entry: VouchersEntry) -> Self {
        Self { usage: entry.usage.into(), prepaid: entry.prepaid.into() }
    }
}

impl From<OrderEntry> for VoucherOrder {
    fn from(entry: OrderEntry) -> Self {
        Self { first: entry.first.into_iter().map(Into::into).collect(), most: entry.most }
    }
}

impl From<KeyEntry> for VoucherKey {
    fn from(entry: KeyEntry) -> Self {
        match entry {
            KeyEntry::Restricted => Self::Restricted,
            KeyEntry::EarliestEnd => Self::EarliestEnd,
            KeyEntry::LargestDeductible => Self::LargestDeductible,
            KeyEntry::SmallestLeft => Self::SmallestLeft,
            KeyEntry::LargestLeft => Self::LargestLeft,
        }
    }
}
